//! `sayso decide`: one ruling, without a terminal.

use sayso::decisions::{self, Decided, Item, NoItem, Verdict};
use sayso::model::{Act, ChangeKind, Ruling, SubjectKind};
use sayso::report::listings;
use sayso::store::{DecisionId, Store, Subject};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Decide) -> Result<Exit, Failure> {
    let who = who(args.by.as_deref())?;
    let mut store = sources::writing(ctx)?;
    let now = sources::now()?;
    if args.ruling == Ruling::Undo {
        let number = args.id.parse().map_err(|_| {
            Failure::usage(format!("undo takes the number of a decision, not {:?}", args.id)).hint("`sayso log --decisions` lists them")
        })?;
        let id = decisions::undo(&mut store, DecisionId(number), &who, args.why.as_deref(), now)?.id;
        ctx.ui.say(&format!("decision {}: decision {number} is taken back", id.0));
        return Ok(Exit::Done);
    }
    let items = decisions::items(&store, None)?;
    let item = find(&items, &args.id)?;
    let (label, with) = detail(&args, &items, item)?;
    let verdict = Verdict { ruling: args.ruling, label, with, who, why: args.why };
    let id = decisions::decide(&mut store, item, verdict, now)?.id;
    ctx.ui.say(&told(id, args.ruling, item));
    Ok(Exit::Done)
}

/// Who rules: what was given, else the user's name on this machine.
pub fn who(given: Option<&str>) -> Result<String, Failure> {
    let variable = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
    given
        .map(str::to_owned)
        .or_else(|| variable("USER"))
        .or_else(|| variable("USERNAME"))
        .ok_or_else(|| Failure::usage("nobody is named as the one who rules").hint("name yourself with --by NAME or $SAYSO_BY"))
}

fn find<'i>(items: &'i [Item], id: &str) -> Result<&'i Item, Failure> {
    decisions::item(items, id).map_err(|why| match why {
        NoItem::Unknown => Failure::usage(format!("no claim, change or thread has an id that begins with {id:?}"))
            .hint("`sayso claims`, `sayso changes` and `sayso threads` show the ids"),
        NoItem::Several(ids) => Failure::usage(format!("{id:?} names {} rows", ids.len())).hint(listings::some_of(&ids)),
    })
}

/// What a relabel or a merge needs, checked.
fn detail(args: &args::Decide, items: &[Item], item: &Item) -> Result<(Option<String>, Option<Subject>), Failure> {
    match args.ruling {
        Ruling::Relabel => Ok((Some(label(item.subject.kind, args.label.as_deref().unwrap_or_default())?), None)),
        Ruling::Merge | Ruling::Split if item.subject.kind == SubjectKind::Change => {
            Err(Failure::usage(format!("a change cannot be {}", if args.ruling == Ruling::Merge { "merged" } else { "split" })))
        }
        Ruling::Merge => Ok((None, Some(other(items, item, args.with.as_deref().unwrap_or_default())?))),
        _ => Ok((None, None)),
    }
}

/// The claim or thread with which `item` is to be merged.
pub fn other(items: &[Item], item: &Item, given: &str) -> Result<Subject, Failure> {
    let found = find(items, given)?;
    let kind = item.subject.kind;
    let what = match found.subject.kind {
        SubjectKind::Change => "a change",
        _ if found.subject == item.subject => "the same row",
        _ if found.story != item.story => {
            return Err(Failure::usage(format!("a {kind} is merged with one of its own story, {given:?} is in {}", found.story))
                .hint("each story is followed by itself"));
        }
        _ => return Ok(found.subject.clone()),
    };
    Err(Failure::usage(format!("a {kind} is merged with another claim or thread, {given:?} is {what}"))
        .hint("`sayso claims` and `sayso threads` show the ids"))
}

/// What a relabel chooses from, and what that is called.
pub fn labels(kind: SubjectKind) -> (&'static str, Vec<&'static str>) {
    match kind {
        SubjectKind::Change => ("kind of change", ChangeKind::ALL.iter().map(|kind| kind.as_str()).collect()),
        SubjectKind::Claim | SubjectKind::Thread => ("act", Act::ALL.iter().map(|act| act.as_str()).collect()),
    }
}

/// The name of an act or, for a change, of a kind.
pub fn label(kind: SubjectKind, given: &str) -> Result<String, Failure> {
    let (what, known) = labels(kind);
    let wanted = given.trim().replace(' ', "_");
    match known.iter().find(|name| **name == wanted) {
        Some(name) => Ok((*name).to_owned()),
        None => Err(Failure::usage(format!("no {what} is called {given:?}")).hint(format!("known: {}", known.join(", ")))),
    }
}

/// "decision 3: reject change x494a… what it says"
pub fn told(id: DecisionId, ruling: Ruling, item: &Item) -> String {
    format!("decision {}: {ruling} {} {} {}", id.0, item.subject.kind, item.subject.row, item.says)
}

/// Appends a ruling on `item` for the review.
pub fn rule(store: &mut Store, item: &Item, verdict: Verdict) -> Result<Decided, Failure> {
    Ok(decisions::decide(store, item, verdict, sources::now()?)?)
}
