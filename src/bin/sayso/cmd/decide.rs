//! `sayso decide`: one ruling, without a terminal.

use sayso::decisions::{self, Item, Label, Ruler, RulingError, Verdict};
use sayso::model::Ruling;
use sayso::store::DecisionId;

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Decide) -> Result<Exit, Failure> {
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

/// The row that `id` names.
pub fn find<'i>(items: &'i [Item], id: &str) -> Result<&'i Item, Failure> {
    let shown_by = "`sayso claims`, `sayso changes` and `sayso threads` show the ids";
    decisions::item(items, id).map_err(|why| chosen::no_item(why, id, ["claim, change or thread", "rows"], shown_by))
}

/// What is ruled on `item`, with what that needs.
fn verdict(args: &args::Decide, items: &[Item], item: &Item) -> Result<Verdict, Failure> {
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
            RulingError::OfChange(_) => failure,
            RulingError::UnknownLabel { known, .. } => failure.hint(format!("known: {}", known.join(", "))),
            RulingError::NoPartner { .. } => failure.hint("`sayso claims` and `sayso threads` show the ids"),
            RulingError::OtherStory { .. } => failure.hint("each story is followed by itself"),
        }
    }
}

/// "decision 3: reject change x494a… what it says"
pub fn told(id: DecisionId, verdict: &Verdict, item: &Item) -> String {
    format!("decision {}: {} {} {} {}", id.0, verdict.ruling(), item.subject.kind, item.subject.row, item.says)
}
