//! Words that somebody passes on: "Reuters quoted a guard as saying that …", "the guard was quoted by Reuters as saying …". The source
//! is whoever is quoted; whoever quotes stands between.
//!
//! Left to `actors`: media that are only named beside a claim ("told Reuters"), and whom they cite.

use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Rule;
use crate::syntax::{Group, phrase};

use super::complement::content_of;
use super::frame::{Context, draft};
use super::scene::{Candidate, Draft, Scene, Source};
use super::source;

/// "M quoted X as saying Y", "X was quoted (by M) as saying Y", "Y, M quoted X as saying".
pub(super) fn relayed(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause) = (context.scene, candidate.clause);
    if !candidate.cue.takes(Frame::Relay) || !(candidate.group.finite || candidate.group.gerund) {
        return None;
    }
    let before = source::subject(scene, clause, candidate.group.start);
    let by = scene.agent(candidate.after, clause.end);
    let (quoted, relay) = match candidate.group.passive {
        true => (before.clone()?, by.clone()),
        false => (phrase::after(&scene.tags, candidate.after, clause.end), before.clone().or_else(|| context.last_subject.cloned())),
    };
    let from = if candidate.group.passive { by.map_or(candidate.after, |by| by.end) } else { quoted.end };
    let mut said = said(scene, candidate, from).filter(|_| !quoted.is_empty())?;
    let late = scene.agent(said.after, clause.end);
    said.after = late.as_ref().map_or(said.after, |by| by.end);
    let opens = before.map_or(candidate.group.start, |before| before.start);
    let (ranges, _) = content_of(scene, &said, &(opens..said.group.start))?;
    let mut made = draft(&said, Source::Phrase(quoted), &ranges, context)?;
    made.cue = scene.span(candidate.group.start..candidate.after);
    made.via = relay.or(late);
    Some(made)
}

/// The participle of saying after "as" at `from`, as a cue of its own.
fn said(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Candidate> {
    let at = from + 1;
    let here = scene.before(at, candidate.clause.end).filter(|here| here.is_verb(form::GERUND) && scene.tags[from].is(Role::As))?;
    let cue = here.word.cues().find(|cue| cue.part == Part::Verb && cue.rest.is_empty() && cue.takes(Frame::Quote))?;
    Some(Candidate {
        cue,
        group: Group { start: from, head: at, gerund: true, ..Group::default() },
        after: at + 1,
        parted: 0,
        ..*candidate
    })
}

/// Drafts back within which the claim stands that "quoted … as saying" made.
const NEAR: usize = 8;

/// The claim of this "saying" was already made by "quoted … as saying".
pub(super) fn is_told(earlier: &[Draft], draft: &Draft) -> bool {
    let head = draft.candidate.group.head;
    draft.rule != Rule::Relayed
        && earlier.iter().rev().take(NEAR).any(|other| other.rule == Rule::Relayed && other.candidate.group.head == head)
}
