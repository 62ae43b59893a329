//! Noun phrases to the left and to the right of a place.
//!
//! A phrase is grown token by token as long as what comes next can belong to it; it is never parsed. Left to others: whether the
//! phrase is anybody's name. Known failure: two phrases that meet without an article, a comma or a change of capitals ("after the vote
//! union leaders") are taken for one.

use std::ops::Range;

use super::tag::{Tag, Tagged};
use crate::lexicon::closed::Class;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;

/// No phrase in print is longer, in tokens.
const LONGEST: usize = 60;

/// The noun phrase that ends right before `end`; looks no further back than `floor`.
pub fn before(tags: &[Tagged], floor: usize, end: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    if end <= floor {
        return None;
    }
    let last = &tags[end - 1];
    let of_many = end >= floor + 3 && tags[end - 2].is(Role::Of) && tags[end - 3].tag.is_nominal();
    if matches!(last.tag, Tag::Determiner | Tag::Possessive) && !last.owns && !of_many {
        return None;
    }
    // "the charity that sent it"
    let is_governed = last.is(Role::Object) && end >= floor + 3 && tags[end - 2].tag == Tag::Verb && relative_before(tags, floor, end - 2);
    if matches!(last.tag, Tag::Pronoun | Tag::Relative) && !is_governed {
        return if last.is_never_subject() { None } else { Some(quantified(tags, floor, end)) };
    }
    let mut start = if is_governed || reduced_at_end(tags, floor, end) { end - 1 } else { end };
    while start > floor && extends_left(tags, floor, start, end) {
        start -= 1;
    }
    let start = (start..end).find(|at| tags[*at].tag.opens_phrase() || tags[*at].tag == Tag::Bracket)?;
    let names = |tagged: &Tagged| (tagged.tag.is_nominal() || tagged.tag == Tag::Pronoun) && !tagged.is(Role::Calendar);
    let usable = tags[start..end].iter().any(names);
    usable.then_some(start..end)
}

/// "those surveyed said", "farmers polled said": a participle between its noun and the verb.
fn reduced_at_end(tags: &[Tagged], floor: usize, end: usize) -> bool {
    let finite = tags.get(end).is_some_and(Tagged::is_finite);
    let noun = end >= floor + 2 && (tags[end - 2].tag.is_nominal() || tags[end - 2].is(Role::Subject)) && !tags[end - 2].owns;
    finite && noun && tags[end - 1].is_verb(form::PARTICIPLE) && tags[end - 1].tag == Tag::Verb
}

/// "some of them", "many who": the pronoun and, before "of", what it is a part of.
fn quantified(tags: &[Tagged], floor: usize, end: usize) -> Range<usize> {
    let of_before = end >= floor + 3 && tags[end - 2].is(Role::Of) && tags[end - 3].tag.opens_phrase();
    if of_before { end - 3..end } else { end - 1..end }
}

/// Whether the token before `start` belongs to the phrase `start..end`.
fn extends_left(tags: &[Tagged], floor: usize, start: usize, end: usize) -> bool {
    let here = &tags[start - 1];
    let right = tags.get(start).filter(|_| start < end);
    let left = if start - 1 > floor { Some(&tags[start - 2]) } else { None };
    let opened = right.is_some_and(|right| matches!(right.tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun) && !right.owns);
    let after_noun = left.is_some_and(|left| left.tag.is_nominal());
    // "the cooks' and waiters' union"
    let after_owner = left.is_some_and(|left| left.owns);
    let in_relative = || relative_before(tags, floor, start - 1);
    match here.tag {
        Tag::Noun | Tag::Name | Tag::Number | Tag::Possessive => !opened,
        // "the two sides", "all the sides"
        Tag::Determiner => {
            let counts = || right.is_some_and(|right| right.tag == Tag::Determiner && right.word.counts);
            !opened || here.classes.has(Class::Adverb) || counts()
        }
        Tag::Pronoun => right.is_some_and(|right| {
            matches!(right.tag, Tag::Preposition | Tag::Relative) || (here.is(Role::Subject) && right.is_verb(form::PARTICIPLE))
        }),
        Tag::Preposition => right.is_some_and(|right| right.tag == Tag::Number || preposition_links(tags, floor, start - 1)),
        Tag::Conjunction => {
            let list = || left.is_some_and(|left| left.tag == Tag::Comma) && start >= floor + 3 && tags[start - 3].tag.is_nominal();
            right.is_some_and(|right| right.tag.opens_phrase())
                && !here.is(Role::Contrast)
                && (after_noun || after_owner || list())
                && (!verb_in_clause(tags, floor, start - 1) || names_apart(tags, floor, start - 1))
        }
        Tag::Comma => listed(tags, floor, start, end),
        Tag::Verb => after_noun && right.is_some_and(|right| is_reduced(here, right)) || in_relative(),
        Tag::Auxiliary | Tag::Adverb | Tag::To => right.is_some() && in_relative(),
        Tag::Relative => {
            left.is_some_and(|left| left.tag.is_nominal() || left.tag == Tag::Pronoun || left.is(Role::Subject))
                && right.is_some_and(|right| matches!(right.tag, Tag::Verb | Tag::Auxiliary | Tag::Adverb))
        }
        Tag::Bracket => right.is_none() || bracketed(tags, floor, start - 1),
        _ => false,
    }
}

/// The preposition at `at` hangs on what stands before it: on a noun, or on a participle after one.
fn preposition_links(tags: &[Tagged], floor: usize, at: usize) -> bool {
    let left = if at > floor { Some(&tags[at - 1]) } else { None };
    // "fell 8% after the bank warned"
    if tags[at].classes.has(Class::Subordinator) && left.is_some_and(|left| left.tag == Tag::Number) {
        return false;
    }
    let of_noun =
        |left: &Tagged| left.tag.is_nominal() || left.tag == Tag::Pronoun || left.tag == Tag::Determiner && left.is(Role::Subject);
    let of_participle = |left: &Tagged| left.is_verb(form::PARTICIPLE) && at >= floor + 2 && tags[at - 2].tag.is_nominal();
    left.is_some_and(|left| of_noun(left) || of_participle(left)) || relative_before(tags, floor, at)
}

/// "officials briefed on the talks", "voters saying no": with what stands after it, the verb only describes the noun before it.
fn is_reduced(verb: &Tagged, right: &Tagged) -> bool {
    verb.forms & (form::PARTICIPLE | form::GERUND) != 0
        && (matches!(right.tag, Tag::Preposition | Tag::To)
            || right.is(Role::Calendar)
            || (verb.forms == form::GERUND && right.tag.opens_phrase()))
}

/// "A, B and C": a comma of a list that ends in "and".
fn listed(tags: &[Tagged], floor: usize, start: usize, end: usize) -> bool {
    let item = tags[start..end].iter().position(|tagged| matches!(tagged.tag, Tag::Conjunction | Tag::Comma));
    start >= floor + 2
        && tags[start - 2].tag.is_nominal()
        && !tags[start - 2].is(Role::Calendar)
        && item.is_some_and(|gap| gap <= 6)
        && tags[start..end].iter().any(|tagged| tagged.tag == Tag::Conjunction)
        && !verb_in_clause(tags, floor, start - 1)
}

/// "He was held on bail, Avon and Somerset Police said": the conjunction at `at` joins names, of which the first stands behind a comma that
/// parts no names.
fn names_apart(tags: &[Tagged], floor: usize, at: usize) -> bool {
    let comma = (floor + 1..at).rev().find(|before| tags[*before].tag != Tag::Name);
    let is_name = |at: usize| tags.get(at).is_some_and(|next| next.tag == Tag::Name);
    comma.is_some_and(|comma| comma + 1 < at && tags[comma].tag == Tag::Comma && !is_name(comma - 1)) && is_name(at + 1)
}

/// A finite verb stands between `at` and the nearest boundary before it, so that a conjunction there joins clauses or verb phrases.
fn verb_in_clause(tags: &[Tagged], floor: usize, at: usize) -> bool {
    tags[floor..at]
        .iter()
        .rev()
        .take(12)
        .take_while(|tagged| {
            !matches!(tagged.tag, Tag::Quote | Tag::Complementiser | Tag::Subordinator | Tag::Mark | Tag::Dash | Tag::Stop)
        })
        .any(Tagged::is_finite)
}

/// A relative pronoun that follows a noun stands before `at` with no comma and no other clause between.
fn relative_before(tags: &[Tagged], floor: usize, at: usize) -> bool {
    for back in (floor..at).rev().take(14) {
        match tags[back].tag {
            Tag::Relative => {
                return back > floor
                    && (tags[back - 1].tag.is_nominal() || tags[back - 1].tag == Tag::Pronoun || tags[back - 1].is(Role::Subject));
            }
            Tag::Comma | Tag::Quote | Tag::Complementiser | Tag::Mark | Tag::Stop | Tag::Dash => return false,
            _ => {}
        }
    }
    false
}

fn bracketed(tags: &[Tagged], floor: usize, at: usize) -> bool {
    at > floor && tags[at - 1].tag.is_nominal()
}

/// The noun phrase that begins at `start`, with the prepositional phrases that belong to it; ends before `end`.
pub fn after(tags: &[Tagged], start: usize, end: usize) -> Range<usize> {
    let end = end.min(start + LONGEST);
    let mut at = start;
    if at < end && tags[at].tag == Tag::Pronoun {
        at += 1;
        if !(at + 1 < end && tags[at].is(Role::Of)) {
            return start..at;
        }
    }
    let mut core = at > start;
    while at < end && extends_right(tags, start, at, end, core) {
        core = tags[at].tag.is_nominal();
        at += 1;
    }
    while at > start
        && !(tags[at - 1].tag.is_nominal()
            || matches!(tags[at - 1].tag, Tag::Pronoun | Tag::Bracket | Tag::Verb | Tag::Determiner | Tag::Number))
    {
        at -= 1;
    }
    start..at
}

/// Whether the token at `at` goes on the phrase that began at `start`.
fn extends_right(tags: &[Tagged], start: usize, at: usize, end: usize, core: bool) -> bool {
    let here = &tags[at];
    let next = tags.get(at + 1).filter(|_| at + 1 < end);
    let opens = next.is_some_and(|next| next.tag.opens_phrase());
    match here.tag {
        Tag::Noun | Tag::Name | Tag::Number => !(here.is(Role::Calendar) && at > start && core && !describes_noun(tags, at)),
        // "the last four wickets"
        Tag::Determiner if here.word.counts && at > start && tags[at - 1].classes.has(Class::Adverb) => opens,
        Tag::Determiner | Tag::Possessive => at == start || !core || here.owns || tags[at - 1].owns,
        Tag::Adverb => !core && opens,
        Tag::Preposition if here.is(Role::As) || here.is(Role::By) => false,
        Tag::Preposition => {
            core && next.is_some_and(|next| next.tag.opens_phrase() && (!next.is(Role::Calendar) || describes_noun(tags, at + 1)))
                && !(at + 1..end.min(at + 5)).any(|later| tags[later].is(Role::Medium))
        }
        Tag::Conjunction => core && opens && !here.is(Role::Contrast) && !clause_follows(tags, at + 1, end),
        Tag::Pronoun => at > start && tags[at - 1].tag == Tag::Preposition,
        Tag::Quote => false,
        _ => false,
    }
}

/// "(a ban on) night work": a word of time that only describes the noun after it, since it would need an article to tell when. "At night
/// police patrol" tells.
pub fn describes_noun(tags: &[Tagged], at: usize) -> bool {
    let here = &tags[at];
    let common = here.tag == Tag::Noun && here.is(Role::Calendar) && !here.classes.has(Class::Calendar) && !here.classes.has(Class::Adverb);
    let governed =
        || at.checked_sub(1).is_some_and(|by| tags[by].tag == Tag::Preposition && !tags[by].is(Role::At) && !tags[by].is(Role::By));
    common && !here.owns && tags.get(at + 1).is_some_and(|next| next.tag == Tag::Noun && !next.is(Role::Calendar)) && governed()
}

/// Some noun phrase of `from..end`, however long, has a finite verb: "the rain and the wind in the north had stopped".
pub fn has_predicate(tags: &[Tagged], from: usize, end: usize) -> bool {
    let mut joined = false;
    for here in &tags[from..end.min(from + LONGEST)] {
        match here.tag {
            _ if here.is_surely_finite() => return !joined,
            Tag::Relative if !joined => return relative_then_verb(tags, from, end),
            Tag::Complementiser | Tag::Relative | Tag::Subordinator | Tag::Mark | Tag::Stop | Tag::Quote | Tag::Comma => return false,
            tag => joined = tag == Tag::Conjunction,
        }
    }
    false
}

/// "those who worked there were ill": after the relative clause's own verb another finite one follows.
fn relative_then_verb(tags: &[Tagged], from: usize, end: usize) -> bool {
    let mut verbs = 0;
    for (at, here) in tags.iter().enumerate().take(end.min(from + LONGEST)).skip(from) {
        match here.tag {
            Tag::Comma | Tag::Complementiser | Tag::Subordinator | Tag::Conjunction | Tag::Mark | Tag::Stop | Tag::Quote if verbs > 0 => {
                return false;
            }
            Tag::Auxiliary => verbs += 1,
            Tag::Verb if here.forms & (form::PAST | form::PRESENT) != 0 && (at == from || tags[at - 1].tag != Tag::Auxiliary) => {
                verbs += 1;
            }
            _ => {}
        }
    }
    verbs > 1
}

/// After `at` comes a subject with its verb, so that a conjunction there joins clauses.
pub fn clause_follows(tags: &[Tagged], at: usize, end: usize) -> bool {
    for here in tags.iter().take(end.min(at + 10)).skip(at) {
        match here.tag {
            // "of having fired"
            Tag::Auxiliary if here.is(Role::Loose) => return false,
            Tag::Auxiliary => return true,
            Tag::Verb => return here.forms & (form::PAST | form::PRESENT) != 0,
            Tag::Comma | Tag::Stop | Tag::Quote | Tag::Mark | Tag::Conjunction => return false,
            _ => {}
        }
    }
    false
}
