//! How much a change weighs, and whether a publisher would be expected to announce it. Size never decides.

use crate::model::{Act, ChangeKind, QuoteKind};
use crate::track::read::features::Said;

/// The weight of a kind before prominence.
fn base(kind: ChangeKind) -> f64 {
    match kind {
        ChangeKind::Corrected | ChangeKind::StatusChanged | ChangeKind::ActChanged => 0.7,
        ChangeKind::FigureChanged | ChangeKind::QuoteChanged | ChangeKind::SourceChanged | ChangeKind::TargetChanged => 0.65,
        ChangeKind::Dropped | ChangeKind::Strengthened | ChangeKind::Softened => 0.5,
        ChangeKind::Added | ChangeKind::Restored => 0.4,
        ChangeKind::Moved => 0.2,
        ChangeKind::Reworded => 0.15,
        ChangeKind::Typographic => 0.0,
    }
}

/// Adds to the reason and the weight what makes a claim stand out.
pub(in crate::track) fn weigh(kind: ChangeKind, said: Option<&Said>, why: &mut String) -> f64 {
    let mut weight = base(kind);
    let Some(said) = said else { return weight };
    let mut add = |more: f64, reason: &str| {
        weight += more;
        why.push_str("; ");
        why.push_str(reason);
    };
    match said.act {
        Act::Accuse => add(0.15, "an accusation"),
        Act::Deny => add(0.15, "a denial"),
        Act::Reject | Act::Demand | Act::Warn | Act::Condemn => add(0.05, said.act.as_str()),
        _ => {}
    }
    if said.status.is_some() {
        add(0.1, "the outlet's own word on a tracked topic");
    }
    if said.in_headline {
        add(0.1, "in the headline");
    }
    if said.quote == QuoteKind::Direct {
        add(0.05, "a quotation");
    }
    round(weight.min(1.0))
}

/// Two decimals, so that a sum of weights reads as it was meant.
pub(in crate::track) fn round(weight: f64) -> f64 {
    (weight * 100.0).round() / 100.0
}

/// A publisher would be expected to say that it did this to a text already published.
pub(in crate::track) fn wants_notice(kind: ChangeKind, said: Option<&Said>) -> bool {
    match kind {
        ChangeKind::Corrected
        | ChangeKind::FigureChanged
        | ChangeKind::QuoteChanged
        | ChangeKind::SourceChanged
        | ChangeKind::TargetChanged
        | ChangeKind::ActChanged
        | ChangeKind::StatusChanged
        | ChangeKind::Strengthened
        | ChangeKind::Softened => true,
        ChangeKind::Dropped => said.is_some_and(is_missed),
        ChangeKind::Added | ChangeKind::Restored | ChangeKind::Moved | ChangeKind::Reworded | ChangeKind::Typographic => false,
    }
}

/// Whoever read it would miss it: a charge, a denial, somebody's very words, or what the outlet says in its own voice.
fn is_missed(said: &Said) -> bool {
    match said.quote {
        QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::None => true,
        QuoteKind::Indirect => matches!(said.act, Act::Accuse | Act::Deny),
    }
}
