//! Changes with their notices: what a version's notices say of earlier changes, and of each change that it brings.

use super::{Draft, Reported, Tools, materiality};
use crate::model::{Change, ChangeKind, NoticeState, QuoteKind};
use crate::text::CharSpan;
use crate::track::ids;
use crate::track::notice::{self, Fresh, Telling};
use crate::track::read::Reading;
use crate::track::read::features::{NARRATOR, Said};
use crate::track::thread::memory::Undeclared;
use crate::track::version::Version;

/// The entries for notices that own up to an error, and what they say of earlier changes, whose ids go to `owned`.
pub(super) fn corrections(
    fresh: &[Fresh],
    before: &mut Reported,
    tools: Tools<'_>,
    version: &Version<'_>,
    owned: &mut Vec<String>,
) -> Vec<Change> {
    let mut pending = before.outstanding.newest(tools.threads, version.report);
    let mut out = Vec::new();
    for notice in fresh {
        let earlier: Vec<Undeclared> = pending.extract_if(.., |change| change.is_declared_by(notice)).map(|change| change.change).collect();
        for change in &earlier {
            before.outstanding.own_up_to(&change.id);
            owned.push(change.id.clone());
        }
        let Some(span) = notice.span.filter(|_| !earlier.is_empty() || notice.is_correction()) else { continue };
        let told = earlier.iter().map(|change| format!(" ({}): “{}” to “{}”", change.kind, change.before, change.after));
        let why = match earlier.len() {
            0 => "a notice owns up to an error".to_owned(),
            1 => format!("a notice owns up to an earlier change{}", told.collect::<String>()),
            _ => format!("a notice owns up to earlier changes{}", told.collect::<Vec<String>>().join(" and")),
        };
        let claim = version.findings.claims.iter().find(|claim| claim.source.is_none() && claim.evidence.span.overlaps(span));
        out.push(Change {
            id: ids::id('x', &["corrected", version.key, &notice.text]),
            kind: ChangeKind::Corrected,
            thread: None,
            act: claim.map(|claim| claim.act),
            source_name: NARRATOR.to_owned(),
            evidence_from: None,
            evidence_to: Some(span),
            before: earlier.into_iter().next().map(|change| change.before).unwrap_or_default(),
            after: notice.text.clone(),
            of: None,
            notice: NoticeState::Declared,
            weight: 0.7,
            why,
        });
    }
    out
}

/// A reworded claim counts as a fact put right where a notice of an error has both what went and what came ("it was cyanide, not ricin").
fn corrected(draft: &Draft, fresh: &[Fresh]) -> ChangeKind {
    let is_named = || {
        let telling = Telling::of(&draft.before, &draft.after);
        fresh.iter().any(|notice| notice.puts_right(&telling))
    };
    if draft.kind == ChangeKind::Reworded && !fresh.is_empty() && is_named() { ChangeKind::Corrected } else { draft.kind }
}

/// The change of a draft, and the words by which a later notice would name it, where a notice is wanted and none names it yet.
pub(super) fn finish(mut draft: Draft, before: &Reading, after: &Reading, tools: Tools<'_>, fresh: &[Fresh]) -> (Change, Option<Telling>) {
    let claims = (draft.from.map(|at| &before.said[at]), draft.to.map(|at| &after.said[at]));
    let main = claims.1.or(claims.0);
    draft.kind = corrected(&draft, fresh);
    let weight = materiality::round((materiality::weigh(draft.kind, main, &mut draft.why) + draft.extra).min(1.0));
    let (mut notice, mut words) = (NoticeState::NotApplicable, None);
    // Of what no topic knows nobody can say whether other words tell of the same.
    let is_untracked = draft.kind == ChangeKind::StatusChanged && draft.of.is_none();
    let is_wanted = draft.is_missed || !is_untracked && materiality::wants_notice(draft.kind, main);
    // What nobody would expect to be announced may be so all the same.
    let may_be_told = || !fresh.is_empty() && draft.kind == ChangeKind::Dropped;
    let told = (is_wanted || may_be_told()).then(|| announced(&draft, claims, fresh));
    if let Some((state, reason, telling)) = told.filter(|(state, ..)| is_wanted || *state == NoticeState::Declared) {
        notice = state;
        if let Some(reason) = reason {
            draft.why.push_str("; ");
            draft.why.push_str(reason);
        }
        words = (notice != NoticeState::Declared).then_some(telling);
    }
    let change = Change {
        id: id(&draft, claims, tools.key),
        kind: draft.kind,
        thread: draft.thread.map(|thread| tools.threads.id(thread).to_owned()),
        act: main.map(|said| said.act),
        source_name: draft.source_name,
        evidence_from: draft.evidence_from,
        evidence_to: draft.evidence_to,
        before: draft.before,
        after: draft.after,
        of: draft.of,
        notice,
        weight,
        why: draft.why,
    };
    (change, words)
}

/// An entry on several figures ("3 people; 11 people") as one for each, where the notices own up to some of them and not to all.
pub(super) fn parted(draft: Draft, before: &Reading, after: &Reading, fresh: &[Fresh]) -> Vec<Draft> {
    let claims = (draft.from.map(|at| &before.said[at]), draft.to.map(|at| &after.said[at]));
    let values = || draft.before.split(SEVERAL).zip(draft.after.split(SEVERAL));
    if fresh.is_empty() || draft.kind != ChangeKind::FigureChanged || values().count() < 2 {
        return vec![draft];
    }
    let of = |at: usize| draft.of.as_ref().map(|of| of.split(SEVERAL).nth(at).unwrap_or(of).to_owned());
    let one = |(at, (old, new)): (usize, (&str, &str))| {
        let why = format!("{old} became {new}");
        Draft { before: old.to_owned(), after: new.to_owned(), of: of(at), why, ..draft.clone() }
    };
    let parts: Vec<Draft> = values().enumerate().map(one).collect();
    let state = |draft: &Draft| announced(draft, claims, fresh).0;
    if parts.iter().all(|part| state(part) == state(&parts[0])) { vec![draft] } else { parts }
}

/// What parts the values of an entry on several figures.
const SEVERAL: &str = "; ";

/// The claims of an entry, in the earlier and in the later version.
type Claims<'s> = (Option<&'s Said>, Option<&'s Said>);

/// What the notices say of an entry that wants one, why, and the words by which a later one would name it.
fn announced(draft: &Draft, (from, to): Claims<'_>, fresh: &[Fresh]) -> (NoticeState, Option<&'static str>, Telling) {
    let telling = Telling::of_change(draft.kind, &draft.before, &draft.after);
    if fresh.is_empty() {
        return (NoticeState::Silent, None, telling);
    }
    let counted = match draft.kind {
        ChangeKind::FigureChanged => notice::counted(&draft.before, &draft.after),
        _ => Vec::new(),
    };
    let sentences = [from, to].into_iter().flatten();
    let around: Vec<String> = sentences
        .flat_map(|said| [said.evidence_text.as_str(), said.source.name.as_str()])
        .chain([draft.before.as_str(), draft.after.as_str()])
        .flat_map(notice::words)
        .collect();
    let speaker = match (draft.kind, from) {
        (ChangeKind::Dropped, Some(said)) => notice::words(&said.source.name),
        _ => Vec::new(),
    };
    let is_quoted = to.or(from).is_some_and(|said| matches!(said.quote, QuoteKind::Direct | QuoteKind::Mixed));
    let sorts = notice::sorts(draft.kind, is_quoted, &telling);
    let known = notice::Traits { telling: &telling, counted: &counted, around: &around, speaker: &speaker, sorts };
    let (state, reason) = notice::state(fresh, &known);
    (state, reason, telling)
}

/// Made of the entry's kind, version, claims, places and words.
fn id(draft: &Draft, (from, to): Claims<'_>, version: &str) -> String {
    let place = |span: Option<CharSpan>| span.map_or(String::new(), |span| format!("{}-{}", span.start(), span.end()));
    let name = |said: Option<&Said>| said.map_or("", |said| said.id.as_str()).to_owned();
    let (left, right) = (name(from), name(to));
    let (old, new) = (place(draft.evidence_from), place(draft.evidence_to));
    // The ids of claims tell their versions.
    let version = if left.is_empty() && right.is_empty() { version } else { "" };
    ids::id('x', &[draft.kind.as_str(), version, &left, &right, &old, &new, &draft.before, &draft.after])
}
