//! Stage 4: the patterns in which a cue, its source and its content stand together. One function for each; [`RULES`] names them in
//! the order in which they are tried, each with what it is known to get wrong.

use std::ops::Range;

use crate::lexicon::cues::{self, Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Group, Tag, phrase};
use crate::text::SegmentKind;

use super::content;
use super::scene::{Candidate, Clause, Draft, Scene, Source};
use super::source;
use super::target;

/// What a rule may look at besides its candidate.
pub(super) struct Context<'s, 'd, 't> {
    pub scene: &'s Scene<'d, 't>,
    /// The subject of the sentence's last finite cue, for verbs that share it.
    pub last_subject: Option<Range<usize>>,
}

/// A pattern.
pub(super) struct Rule {
    /// Stored with each claim that it finds.
    #[allow(dead_code, reason = "read by people and by tests")]
    pub name: &'static str,
    /// What it is known to get wrong, by example.
    #[allow(dead_code, reason = "read by people and by the test that asks for it")]
    pub known_failure: &'static str,
    pub apply: fn(&Context<'_, '_, '_>, &Candidate) -> Option<Draft>,
}

/// The patterns in the order in which they are tried; the first that fits decides.
pub(super) const RULES: &[Rule] = &[
    Rule { name: "according-to", known_failure: "\"done according to plan\" is a claim by \"plan\".", apply: according_to },
    Rule { name: "noun", known_failure: "\"the union's claim for damages\" is read as an assertion.", apply: noun },
    Rule { name: "passive", known_failure: "\"was blamed on the weather\" takes the weather for content.", apply: passive },
    Rule { name: "subject", known_failure: "\"Officials in towns hit hard said\" loses \"hit hard\".", apply: subject },
    Rule { name: "inverted", known_failure: "\"…, said the plan's author Ann Lee left\" takes all for the source.", apply: inverted },
];

fn draft(
    candidate: &Candidate,
    source: Source,
    ranges: &[Range<usize>],
    context: &Context<'_, '_, '_>,
    rule: &'static str,
) -> Option<Draft> {
    let content = content::pieces(context.scene, ranges);
    if content.is_empty() {
        return None;
    }
    let cue = context.scene.span(candidate.group.start..candidate.after);
    let (act, evaluates) = (candidate.cue.act, candidate.cue.takes(Frame::As));
    Some(Draft { candidate: *candidate, source, content, target: None, cue, act, evaluates, rule, confidence: 0.8 })
}

/// "Minister: prices to fall", "Lee: “No.”": a short name, a colon, and what it says.
pub(super) fn colon(scene: &Scene<'_, '_>, index: usize) -> Option<Draft> {
    let cue = cues::mark()?;
    let range = scene.document.token_range(index);
    let reach = (range.start + LONGEST_SPEAKER).min(range.end);
    let at = (range.start + 1..reach).find(|at| scene.tags[*at].tag == Tag::Mark)?;
    let speaker = phrase::before(&scene.tags, range.start, at).filter(|found| found.start == range.start)?;
    let is_colon = scene.document.slice(scene.document.tokens[at].span) == ":";
    let named = scene.tags[speaker.clone()].iter().all(|tagged| tagged.tag.is_nominal() && tagged.forms == 0);
    let headline = scene.document.segment_of(index).kind == SegmentKind::Headline;
    let quoted = scene.tag(at + 1) == Some(Tag::Quote);
    let capitals = speaker.clone().all(|at| scene.document.tokens[at].capital || scene.tags[at].tag == Tag::Number);
    let fits = is_colon && named && capitals && (headline || quoted) && range.end > at + 2 && scene.quotation(at).is_none();
    if !fits {
        return None;
    }
    let clause = Clause { sentence: index, start: range.start, end: range.end, quotation: None };
    let group = Group { start: at, head: at, ..Group::default() };
    let content = content::pieces(scene, &[at + 1..range.end]);
    let (act, mark) = (cue.act, scene.document.tokens[at].span);
    let candidate = Candidate { cue, group, after: at + 1, clause };
    (!content.is_empty()).then_some(Draft {
        candidate,
        source: Source::Phrase(speaker),
        content,
        target: None,
        cue: Some(mark),
        act,
        evaluates: false,
        rule: "colon",
        confidence: 0.7,
    })
}

/// "“The pumps failed.” — Ann Lee": a quotation, a dash, and a name that ends the line.
pub(super) fn signed(scene: &Scene<'_, '_>, index: usize) -> Option<Draft> {
    let cue = cues::mark()?;
    let range = scene.document.token_range(index);
    let reach = range.end.saturating_sub(LONGEST_SPEAKER).max(range.start).max(1);
    let at = (reach..range.end).rev().find(|at| scene.tags[*at].tag == Tag::Dash)?;
    let mut end = range.end;
    while end > at + 1 && scene.tags[end - 1].tag == Tag::Stop {
        end -= 1;
    }
    let named = end > at + 1 && (at + 1..end).all(|at| scene.tags[at].tag.is_nominal() && scene.document.tokens[at].capital);
    let quoted = at.checked_sub(2).filter(|quoted| scene.quotation(*quoted).is_some())?;
    if !named || scene.tags[at - 1].tag != Tag::Quote || scene.quotation(at).is_some() {
        return None;
    }
    let clause = Clause { sentence: index, start: range.start, end, quotation: None };
    let candidate = Candidate { cue, group: Group { start: at, head: at, ..Group::default() }, after: at + 1, clause };
    let content = content::pieces(scene, &[quoted..quoted + 1]);
    let mark = Some(scene.document.tokens[at].span);
    (!content.is_empty()).then_some(Draft {
        candidate,
        source: Source::Phrase(at + 1..end),
        content,
        target: None,
        cue: mark,
        act: cue.act,
        evaluates: false,
        rule: "signed",
        confidence: 0.7,
    })
}

/// How many tokens a name before a colon may have, the colon included.
const LONGEST_SPEAKER: usize = 7;

fn according_to(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if candidate.cue.part != Part::Preposition {
        return None;
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let mut named = phrase::after(&scene.tags, candidate.after, clause.end);
    if named.is_empty() {
        return None;
    }
    let opens = candidate.group.start == clause.start
        || scene.tags[clause.start..candidate.group.start]
            .iter()
            .all(|tagged| matches!(tagged.tag, Tag::Conjunction | Tag::Adverb | Tag::Comma | Tag::Quote));
    if !opens {
        named.end = source::with_apposition(scene, named.end, clause.end);
    }
    let before = clause.start..candidate.group.start;
    let from = (named.end..clause.end).find(|at| scene.tags[*at].tag == Tag::Comma).map_or(named.end, |at| at + 1);
    let ranges = if opens { vec![from..content::clause_end(scene, candidate, from)] } else { vec![before] };
    draft(candidate, Source::Phrase(named), &ranges, context, "according-to")
}

/// "Oslo's claim that …", "its refusal to …", "the allegation by Oslo that …".
fn noun(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if candidate.cue.part != Part::Noun {
        return None;
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let at = candidate.group.start;
    let mut from = candidate.after;
    let mut owner = owner(scene, clause.start, at);
    if owner.is_none() && scene.tags.get(from).is_some_and(|next| next.is(Role::By)) {
        let by = phrase::after(&scene.tags, from + 1, clause.end);
        from = by.end;
        owner = Some(by).filter(|by| !by.is_empty());
    }
    let first = scene.tags.get(from).filter(|_| from < clause.end)?;
    let fits = match first.tag {
        Tag::Complementiser => candidate.cue.takes(Frame::That),
        Tag::To => candidate.cue.takes(Frame::To),
        Tag::Preposition => candidate.cue.takes(Frame::Prepositional) && !first.is(Role::By) && !first.is(Role::As),
        _ => false,
    };
    let accused = candidate.cue.act == Act::Accuse;
    let source = match owner {
        Some(found) => Source::Phrase(found),
        None if accused && fits => Source::Unspecified,
        None => return None,
    };
    let appositive = source == Source::Unspecified && in_apposition(scene, clause.start, at);
    if !fits || appositive {
        return None;
    }
    let end = if first.tag == Tag::Preposition {
        content::object_end(scene, candidate, from)
    } else {
        content::clause_end(scene, candidate, from)
    };
    draft(candidate, source, &[from..end], context, "noun")
}

/// ", a charge that …": the noun stands for what was said before it.
fn in_apposition(scene: &Scene<'_, '_>, floor: usize, at: usize) -> bool {
    let before = scene.tags[floor..at].iter().rev().find(|tagged| !matches!(tagged.tag, Tag::Determiner | Tag::Noun));
    before.is_some_and(|before| matches!(before.tag, Tag::Comma | Tag::Dash))
}

pub(super) fn owner(scene: &Scene<'_, '_>, floor: usize, at: usize) -> Option<Range<usize>> {
    let back = (floor..at).rev().take(3).find(|back| scene.tags[*back].owns || !scene.tags[*back].tag.is_nominal())?;
    let here = &scene.tags[back];
    if here.tag == Tag::Possessive {
        return Some(back..back + 1);
    }
    if here.owns {
        return phrase::before(&scene.tags, floor, back + 1);
    }
    let plural = here.tag == Tag::Quote && back > floor && scene.tags[back - 1].tag.is_nominal() && scene.quotation(back - 1).is_none();
    if plural { phrase::before(&scene.tags, floor, back) } else { None }
}

/// "was accused by X of Y", "was accused of Y".
fn passive(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause) = (context.scene, candidate.clause);
    let by_follows = scene.tags.get(candidate.after).is_some_and(|next| candidate.after < clause.end && next.is(Role::By));
    let reduced = by_follows && scene.tags[candidate.group.head].is_verb(form::PARTICIPLE);
    if !(candidate.group.passive || reduced) || candidate.cue.part != Part::Verb {
        return None;
    }
    let patient = source::subject(scene, clause, candidate.group.start);
    let at = content::skip_adjuncts(scene, candidate.after, clause.end);
    let agent = scene
        .tags
        .get(at)
        .filter(|next| at < clause.end && next.is(Role::By))
        .map(|_| phrase::after(&scene.tags, at + 1, clause.end))
        .filter(|found| !found.is_empty());
    let from = agent.as_ref().map_or(candidate.after, |agent| agent.end);
    let agentless = candidate.cue.takes(Frame::Agentless);
    let source = match agent {
        Some(agent) => Source::Phrase(agent),
        None if agentless => Source::Unspecified,
        None => return None,
    };
    let mut ranges = Vec::new();
    let has_rest =
        scene.tags.get(from).is_some_and(|next| from < clause.end && matches!(next.tag, Tag::Preposition | Tag::To | Tag::Complementiser));
    ranges.extend(patient.clone());
    if has_rest {
        ranges.push(from..content::clause_end(scene, candidate, from));
    }
    let mut found = draft(candidate, source, &ranges, context, "passive")?;
    found.target = patient.filter(|_| candidate.cue.takes(Frame::Target));
    Some(found)
}

/// "X cue (that) Y", "X cue T of Y", "Y, X cue", "Y, cueing Z".
fn subject(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if !matches!(candidate.cue.part, Part::Verb | Part::Adjective) || candidate.group.infinitive {
        return None;
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let start = candidate.group.start;
    let before = scene.tags.get(start.checked_sub(1)?).filter(|_| start > clause.start);
    let shared = before.is_some_and(|before| before.tag == Tag::Conjunction) || candidate.group.gerund;
    let governed = candidate.group.gerund && before.is_some_and(|before| before.tag == Tag::Preposition);
    if governed {
        return None;
    }
    let own = if candidate.group.gerund { None } else { source::subject(scene, clause, start) };
    let found = match own {
        Some(found) => found,
        None if shared => context.last_subject.clone().or_else(|| main_subject(scene, candidate))?,
        None => return None,
    };
    let found = past_charge(scene, candidate, found);
    let fronted = fronted_object(scene, candidate, &found);
    let (ranges, target) = match fronted {
        Some(object) => (vec![object], None),
        None => content_of(scene, candidate, &found)?,
    };
    let mut made = draft(candidate, Source::Phrase(found), &ranges, context, "subject")?;
    made.target = target;
    Some(made)
}

/// "a charge Kabul denies": the subject is what follows the charge.
fn past_charge(scene: &Scene<'_, '_>, candidate: &Candidate, found: Range<usize>) -> Range<usize> {
    let charge = found.clone().rev().skip(1).find(|at| scene.tags[*at].is(Role::Charge) && !scene.tags[*at].owns);
    let opens = scene.tags[found.start].tag == Tag::Determiner;
    let ends = candidate.after >= candidate.clause.end || !scene.tags[candidate.after].tag.opens_phrase();
    match charge {
        Some(at) if opens && ends && candidate.cue.takes(Frame::Object) && scene.tags[at + 1].tag.opens_phrase() => at + 1..found.end,
        _ => found,
    }
}

/// The charge that a relative clause speaks of: "a charge (that) Kabul denies", "an allegation that his office calls an invention".
fn fronted_object(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Range<usize>> {
    if !(candidate.cue.takes(Frame::Object) || candidate.cue.takes(Frame::As)) {
        return None;
    }
    let mut at = subject.start.checked_sub(1)?;
    let floor = candidate.clause.start;
    while at > floor && matches!(scene.tags[at].tag, Tag::Complementiser | Tag::Relative | Tag::Comma) {
        at -= 1;
    }
    let charge = &scene.tags[at];
    let relative = scene.tags[subject.start - 1].tag == Tag::Relative && subject.start - 1 > floor;
    let ends =
        candidate.after >= candidate.clause.end || matches!(scene.tags[candidate.after].tag, Tag::Comma | Tag::Conjunction | Tag::Stop);
    if relative && ends && !charge.is(Role::Charge) {
        return Some(subject.start - 1..subject.start);
    }
    let direct = at + 1 == subject.start || scene.tags[at + 1].tag != Tag::Comma || scene.tags[subject.start - 1].tag == Tag::Relative;
    if at < floor || !direct || !charge.is(Role::Charge) || charge.tag == Tag::Verb {
        return None;
    }
    let next = content::skip_adjuncts(scene, candidate.after, candidate.clause.end);
    let object_follows = scene
        .tags
        .get(next)
        .is_some_and(|next_tag| next < candidate.clause.end && (next_tag.tag.opens_phrase() || next_tag.tag == Tag::Complementiser));
    if object_follows && !candidate.cue.takes(Frame::As) {
        return None;
    }
    phrase::before(&scene.tags, floor, at + 1)
}

/// The subject of the first finite verb in the clause, for a participle that hangs on it.
fn main_subject(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let clause = candidate.clause;
    for at in clause.start..candidate.group.start {
        let here = &scene.tags[at];
        if here.tag == Tag::Auxiliary || here.is_verb(form::PAST | form::PRESENT) {
            if let Some(found) = source::subject(scene, clause, at).filter(|found| scene.tags[found.start].tag != Tag::Relative) {
                return Some(found);
            }
        }
    }
    None
}

/// What stands after or around a subject and its cue.
fn content_of(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<(Vec<Range<usize>>, Option<Range<usize>>)> {
    let clause = candidate.clause;
    let cue = candidate.cue;
    let reports = cue.takes(Frame::Quote) || cue.takes(Frame::That);
    let mut from = content::skip_adjuncts(scene, candidate.after, clause.end);
    let mut target = None;
    if (cue.takes(Frame::Addressee) || cue.takes(Frame::Target))
        && scene.tags.get(from).is_some_and(|next| from < clause.end && next.tag.opens_phrase())
    {
        let spoken_to = phrase::after(&scene.tags, from, clause.end);
        let rest = content::skip_adjuncts(scene, spoken_to.end, clause.end);
        let next = scene.tags.get(rest).filter(|_| rest < clause.end);
        target = target::object(scene, from, clause.end);
        let tells = cue.head == candidate.cue.wording && cue.takes(Frame::Addressee) && cue.takes(Frame::That);
        let speaks = next.is_none_or(|next| {
            matches!(next.tag, Tag::Comma | Tag::Complementiser | Tag::Quote | Tag::Mark | Tag::Pronoun | Tag::Determiner | Tag::Possessive)
                || next.tag.is_nominal()
        });
        if tells && speaks && !spoken_to.is_empty() {
            from = rest;
        }
    }
    let next = scene.tags.get(from).filter(|_| from < clause.end).map(|next| next.tag);
    let parenthetical = matches!(next, None | Some(Tag::Comma | Tag::Stop | Tag::Dash))
        || (next == Some(Tag::Quote) && scene.quotation(from + 1).is_none());
    let quoted_before = reports
        && subject.start > clause.start
        && scene.tags[subject.start - 1].tag == Tag::Quote
        && scene.quotation(subject.start - 1).is_none();
    let adjunct = matches!(next, Some(Tag::Preposition | Tag::Subordinator | Tag::Verb | Tag::To));
    if quoted_before && adjunct && subject.start >= clause.start + 2 && matches!(scene.tags[subject.start - 2].tag, Tag::Comma | Tag::Stop)
    {
        return Some((vec![clause.start..subject.start], target));
    }
    if reports && parenthetical {
        return around(scene, candidate, subject, from).map(|ranges| (ranges, target));
    }
    if next == Some(Tag::Mark) {
        from += 1;
        let told = if from < clause.end { Some(from..clause.end) } else { quotation_after(scene, from) };
        return told.map(|range| (vec![range], target));
    }
    if next.is_none() {
        return None;
    }
    let range = complement(scene, candidate, from)?;
    Some((vec![range], target))
}

/// The quotation that opens right after a colon at a sentence's or paragraph's end.
fn quotation_after(scene: &Scene<'_, '_>, at: usize) -> Option<Range<usize>> {
    let index = scene.tag(at).filter(|tag| *tag == Tag::Quote).and_then(|_| scene.quotation(at + 1))?;
    Some(scene.document.tokens_in(scene.document.quotations[index].inner))
}

/// What follows a cue directly, as its frames allow.
fn complement(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Range<usize>> {
    let cue = candidate.cue;
    let clause_end = || content::clause_end(scene, candidate, from);
    let here = &scene.tags[from];
    let end = match here.tag {
        Tag::Complementiser | Tag::Relative if cue.takes(Frame::That) => clause_end(),
        Tag::Verb if here.forms & form::BASE != 0 && cue.takes(Frame::To) && !cue.rest.is_empty() => clause_end(),
        Tag::To if cue.takes(Frame::To) || cue.takes(Frame::Addressee) => clause_end(),
        Tag::Quote if cue.takes(Frame::Quote) || cue.takes(Frame::Object) || cue.takes(Frame::Prepositional) => clause_end(),
        Tag::Preposition if cue.takes(Frame::Prepositional) || !cue.rest.is_empty() => clause_end(),
        Tag::Verb if here.forms & form::GERUND != 0 && (cue.takes(Frame::Object) || cue.takes(Frame::Target)) => clause_end(),
        Tag::Verb
            if here.forms & form::PARTICIPLE != 0
                && cue.takes(Frame::Object)
                && scene.tags.get(from + 1).is_some_and(|next| next.tag.is_nominal()) =>
        {
            content::object_end(scene, candidate, from)
        }
        tag if tag.opens_phrase() => {
            let takes_clause = cue.takes(Frame::That) && phrase::clause_follows(&scene.tags, from, candidate.clause.end);
            if takes_clause || cue.takes(Frame::Addressee) || cue.takes(Frame::Target) {
                clause_end()
            } else if cue.takes(Frame::Object) {
                content::object_end(scene, candidate, from)
            } else if cue.takes(Frame::That) && cue.takes(Frame::Quote) {
                clause_end()
            } else {
                return None;
            }
        }
        Tag::Auxiliary if here.is(Role::Contracted) && cue.takes(Frame::That) => clause_end(),
        Tag::Subordinator | Tag::Adverb | Tag::Preposition if cue.takes(Frame::That) && cue.takes(Frame::Quote) => clause_end(),
        _ => return None,
    };
    (end > from).then_some(from..end)
}

/// "Y, X said", "Y, X said, Y": the content stands before, or on both sides.
fn around(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<Vec<Range<usize>>> {
    let clause = candidate.clause;
    let mut limit = subject.start.min(candidate.group.start);
    while limit > clause.start && matches!(scene.tags[limit - 1].tag, Tag::Comma | Tag::Dash | Tag::Stop) {
        limit -= 1;
    }
    let quoted_before = limit > clause.start && scene.tags[limit - 1].tag == Tag::Quote;
    let set_off = limit < subject.start || quoted_before;
    let mut ranges = Vec::new();
    if limit > clause.start && set_off {
        ranges.push(clause.start..limit);
    }
    let after = from + 1;
    if after < clause.end && scene.tags[from].tag == Tag::Comma {
        let next = scene.tags[after].tag;
        let quoted_next = next == Tag::Quote;
        let participle = next == Tag::Verb || scene.tags[after].is(Role::Contrast) || next == Tag::Conjunction;
        let end = content::clause_end(scene, candidate, after);
        if quoted_next || (!participle && (ranges.is_empty() || !quoted_before)) {
            ranges.push(after..end);
        }
    } else if from < clause.end && scene.tags[from].tag == Tag::Quote && ranges.is_empty() {
        ranges.push(from..clause.end);
    }
    (!ranges.is_empty()).then_some(ranges)
}

/// "…, said X".
fn inverted(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if !candidate.cue.takes(Frame::Quote) || !candidate.group.finite || candidate.cue.part != Part::Verb {
        return None;
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let start = candidate.group.start;
    let before = scene.tag(start.checked_sub(1)?).filter(|_| start > clause.start)?;
    if !matches!(before, Tag::Comma | Tag::Quote | Tag::Stop | Tag::Dash) {
        return None;
    }
    let found = source::inverted(scene, candidate)?;
    let from = content::skip_adjuncts(scene, found.end, clause.end);
    let ranges = around(scene, candidate, &(start..start), from)?;
    draft(candidate, Source::Phrase(found), &ranges, context, "inverted")
}
