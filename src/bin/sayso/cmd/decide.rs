//! `sayso decide`: one ruling, without a terminal.

use sayso::decisions::{self, Fate, Item, Label, Ruler, RulingError, Standing, Verdict};
use sayso::model::{Ruling, in_words};
use sayso::store::{DecisionId, Store};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Decide) -> Result<Exit, Failure> {
    let ruler = Ruler { who: who(args.by.as_deref())?, why: args.why.clone() };
    let mut store = sources::writing(ctx)?;
    let knowledge = sources::knowledge_for(ctx, &store)?;
    let now = sources::now()?;
    if args.ruling == Ruling::Undo {
        let number = args.id.parse().map_err(|_| {
            Failure::usage(format!("undo takes the number of a decision, not {:?}", args.id)).hint("`sayso log --decisions` lists them")
        })?;
        let id = decisions::undo(&knowledge.world, &mut store, DecisionId(number), &ruler, now)?.id;
        ctx.ui.say(&format!("decision {}: decision {number} is taken back", id.0));
        return Ok(Exit::Done);
    }
    let items = decisions::items(&store, None)?;
    let item = find(&items, &args.id)?;
    let verdict = verdict(&args, &items, item)?;
    let id = decisions::decide(&knowledge.world, &mut store, item, &verdict, &ruler, now)?.id;
    ctx.ui.say(&told(id, &verdict, item));
    say_what_gives_way(ctx, &store, &item.story, id)?;
    Ok(Exit::Done)
}

/// Who rules: what was given, else the user's name on this machine.
pub fn who(given: Option<&str>) -> Result<String, Failure> {
    let variable = |name| std::env::var(name).ok();
    let named = given.map(str::to_owned).or_else(|| variable("USER")).or_else(|| variable("USERNAME"));
    named
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .ok_or_else(|| Failure::usage("nobody is named as the one who rules").hint("name yourself with --by NAME or $SAYSO_BY"))
}

/// The row that `id` names.
pub fn find<'i>(items: &'i [Item], id: &str) -> Result<&'i Item, Failure> {
    let shown_by = "`sayso claims`, `sayso changes` and `sayso threads` show the ids";
    decisions::item(items, id).map_err(|why| chosen::no_item(why, id, ["claim, change or thread", "rows"], shown_by))
}

/// What is ruled on `item`, with what that needs and nothing besides.
fn verdict(args: &args::Decide, items: &[Item], item: &Item) -> Result<Verdict, Failure> {
    for (option, given, of) in [("--as", &args.label, Ruling::Relabel), ("--with", &args.with, Ruling::Merge)] {
        if given.is_some() && args.ruling != of {
            return Err(Failure::usage(format!("{option} says nothing of {}: it goes with {of}", args.ruling)));
        }
    }
    Ok(match args.ruling {
        Ruling::Accept => Verdict::Accept,
        Ruling::Reject => Verdict::Reject,
        Ruling::Split => Verdict::Split,
        Ruling::Relabel => Verdict::Relabel(Label::named(item.subject.kind, args.label.as_deref().unwrap_or_default())?),
        Ruling::Merge => Verdict::Merge(Box::new(find(items, args.with.as_deref().unwrap_or_default())?.clone())),
        Ruling::Undo => return Err(Failure::usage("undo needs the number of a decision")),
    })
}

impl From<RulingError> for Failure {
    fn from(error: RulingError) -> Self {
        let failure = Failure::usage(&error);
        match error {
            RulingError::Store(error) => error.into(),
            RulingError::UnknownLabel { known, .. } => failure.hint(format!("known: {}", known.join(", "))),
            RulingError::NoPartner { .. } => failure.hint("`sayso claims` and `sayso threads` show the ids"),
            RulingError::Said { number, .. } => failure.hint(format!("`sayso decide {number} undo` takes it back")),
            RulingError::TakenBack { by, .. } => failure.hint(format!("`sayso decide {by} undo` makes it stand again")),
            RulingError::OtherStory { .. } => failure.hint("each story is followed by itself"),
            _ => failure,
        }
    }
}

/// "decision 3: reject change x494a… what it says", with the label of a relabel and the other side of a merge.
pub fn told(id: DecisionId, verdict: &Verdict, item: &Item) -> String {
    let called = |item: &Item| format!("{} {} {}", item.subject.kind, item.subject.row, item.says);
    let ruled = format!("decision {}: {} {}", id.0, verdict.ruling(), called(item));
    match verdict {
        Verdict::Relabel(label) => format!("{ruled}, as {}", in_words(label.as_str())),
        Verdict::Merge(with) => format!("{ruled}, with {}", called(with)),
        Verdict::Accept | Verdict::Reject | Verdict::Split => ruled,
    }
}

/// Says which earlier decisions count no longer since this one was made.
pub fn say_what_gives_way(ctx: &Context, store: &Store, story: &str, id: DecisionId) -> Result<(), Failure> {
    for (earlier, fate) in Standing::read(store, Some(story))?.all() {
        if fate == Fate::Superseded(id) && earlier.made.ruling != Ruling::Accept {
            let label = earlier.made.detail.as_deref().map_or(String::new(), |detail| format!(" as {}", in_words(detail)));
            let (number, ruling) = (earlier.id.0, earlier.made.ruling);
            ctx.ui.say(&format!("decision {number} ({ruling}{label}, by {}) counts no longer", earlier.made.who));
            ctx.ui.hint(&format!("`sayso decide {} undo` brings it back", id.0));
        }
    }
    Ok(())
}
