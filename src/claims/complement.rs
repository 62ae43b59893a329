//! What stands with a subject and its cue: a clause, an object, a quotation, a charge spoken of before.
//!
//! Known failure: a clause without "that" whose verb is in no list ("said the ice thickened") is taken whole, but after a verb that
//! also takes an object it may end at the first comma.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{self, Frame, Part};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words::{self, Role};
use crate::model::{Act, Certainty};
use crate::syntax::{Tag, Tagged, number, phrase};

use super::scene::{Candidate, Draft, Scene};
use super::{between, content, quote, target};

/// Content and target of a claim.
pub(super) type Asserted = (Vec<Range<usize>>, Option<Range<usize>>);

/// What stands after or around a subject and its cue.
pub(super) fn content_of(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Asserted> {
    let (cue, clause) = (candidate.cue, candidate.clause);
    if ends_relative(scene, candidate, subject) {
        return None;
    }
    let from = between::past_aside(scene, content::skip_adjuncts(scene, candidate.after, clause.end), clause.end);
    let (from, aimed_at) = between::past_spoken_to(scene, candidate, from);
    let from = between::past_hearers(scene, candidate, from);
    let proposes = cue.act == Act::Propose && cue.takes(Frame::Object);
    let target = if proposes { target::recipient(scene, from, clause.end) } else { aimed_at };
    let from = between::past_matter(scene, candidate, from);
    let from = between::past_circumstances(scene, candidate, subject, from);
    let next = scene.before(from, clause.end).map(|next| next.tag);
    let parenthetical = matches!(next, None | Some(Tag::Comma | Tag::Stop | Tag::Dash))
        || (next == Some(Tag::Quote) && scene.quotation(from + 1).is_none())
        || between::tells_when(scene, candidate, subject, from);
    let reports = cue.takes(Frame::Quote) || cue.takes(Frame::That);
    let clause_next = next == Some(Tag::Complementiser) && cue.takes(Frame::That);
    let stands_before = reports && !candidate.group.gerund && !parenthetical && !clause_next && next != Some(Tag::Mark);
    let names = cue.takes(Frame::As) && !reports && scene.before(from, clause.end).is_some_and(Tagged::is_it_or_you);
    let ranges = if names && from + 1 >= clause.end && is_set_off(scene, candidate, subject) {
        vec![clause.start..subject.start]
    } else if stands_before && is_set_off(scene, candidate, subject) {
        let resumed = resumed(scene, from, clause.end).map(|at| at..content::clause_end(scene, candidate, at));
        [clause.start..subject.start].into_iter().chain(resumed).collect()
    } else if let Some(late) = quoted_later(scene, candidate, from) {
        vec![late]
    } else if reports && parenthetical && subject.start == clause.start && !comma_leads_on(scene, from, clause.end) {
        vec![sentence_before(scene, candidate)?]
    } else if reports && parenthetical {
        around(scene, candidate, subject, from)?
    } else if next? == Tag::Mark {
        vec![after_mark(scene, candidate, from + 1)?]
    } else {
        let range = complement(scene, candidate, subject, from)?;
        let is_relative = !subject.is_empty() && scene.tags[subject.start].tag == Tag::Relative;
        let ends = if is_relative { content::main_verb(scene, range.clone()) } else { None };
        vec![range.start..ends.unwrap_or(range.end)]
    };
    Some((ranges, target))
}

/// "“It rained,” the mayor": before the subject stands a quotation that ends with a comma or stop.
fn is_set_off(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> bool {
    subject.start >= candidate.clause.start + 2
        && scene.tags[subject.start - 1].tag == Tag::Quote
        && scene.quotation(subject.start - 1).is_none()
        && matches!(scene.tags[subject.start - 2].tag, Tag::Comma | Tag::Stop)
}

/// What a colon before `from` announces.
fn after_mark(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Range<usize>> {
    let end = candidate.clause.end;
    if from >= end {
        return quotation_after(scene, from);
    }
    let closes = scene.tags[from].tag == Tag::Quote;
    Some(from..if closes { content::clause_end(scene, candidate, from) } else { end })
}

/// "which the Herald has read;", "that two experts have seen,": the verb of a relative clause that tells nothing of what is read.
fn ends_relative(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> bool {
    let before = subject.start.checked_sub(1).filter(|before| *before > candidate.clause.start).map(|before| &scene.tags[before]);
    let relative = before.is_some_and(|before| before.tag == Tag::Relative || before.is(Role::That));
    let next = scene.next(candidate);
    let ends = next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Dash | Tag::Mark));
    relative && ends && !(candidate.cue.takes(Frame::That) && candidate.cue.takes(Frame::Quote))
}

/// The quotation that a colon or comma at `at` announces, also where it begins the next paragraph.
pub(super) fn announced(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize) -> Option<Range<usize>> {
    let end = candidate.clause.end;
    let here = scene.before(at, end)?;
    let colon = here.tag == Tag::Mark;
    if !(colon || here.tag == Tag::Comma) {
        return None;
    }
    if at + 1 >= end {
        return quotation_after(scene, at + 1);
    }
    (colon || scene.tags[at + 1].tag == Tag::Quote).then_some(at + 1..end)
}

/// "which officials said will go", "what he said were the costs": the subject of what is said is the relative, or nobody.
pub(super) fn gapped(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let end = candidate.clause.end;
    let after = candidate.after;
    let before = subject.start.checked_sub(1).filter(|before| *before >= candidate.clause.start)?;
    let open = &scene.tags[before];
    let relative = open.tag == Tag::Relative;
    let next = scene.before(after, end)?;
    if !next.begins_predicate() || !(relative || open.is(Role::Wh)) || !candidate.cue.takes(Frame::That) {
        return None;
    }
    let stop = second_predicate(scene, after, content::object_end(scene, candidate, after));
    Some(if relative { vec![before..subject.start, after..stop] } else { vec![after..stop] })
}

/// "“Reckless” was how the coroner described the plan", "“Chaos” is what she called it": the quotation before "was how".
pub(super) fn equated(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Range<usize>> {
    let how = subject.start.checked_sub(1).filter(|how| *how > candidate.clause.start && scene.tags[*how].is(Role::Wh))?;
    let calls = candidate.cue.takes(Frame::As) || candidate.cue.takes(Frame::Quote);
    before_being(scene, candidate, how - 1).filter(|_| calls)
}

/// The quotation with which the clause opens, right before the "is" at `be`.
pub(super) fn before_being(scene: &Scene<'_, '_>, candidate: &Candidate, be: usize) -> Option<Range<usize>> {
    let start = candidate.clause.start;
    let is = scene.tags[be].tag == Tag::Auxiliary && scene.tags[be].is(Role::Be) && be > start + 1;
    let close = (start..be).rev().find(|at| scene.tags[*at].tag != Tag::Comma).filter(|_| is)?;
    let quotation = scene.quotation(start + 1).filter(|_| scene.tags[close].tag == Tag::Quote && scene.tags[start].tag == Tag::Quote)?;
    (start + 1..close).all(|at| scene.quotation(at) == Some(quotation)).then_some(start..close + 1)
}

/// "set the fire is still at large": where after the verb at `from` another finite one stands that nothing joins to it.
fn second_predicate(scene: &Scene<'_, '_>, from: usize, end: usize) -> usize {
    let finite = |at: usize| scene.tags[at].is_finite();
    let opens = |at: usize| {
        let here = &scene.tags[at];
        matches!(here.tag, Tag::Conjunction | Tag::Complementiser | Tag::Relative) || here.can_subordinate()
    };
    let first = (from..end).find(|at| !finite(*at)).unwrap_or(end);
    let second = (first..end).find(|at| finite(*at) || opens(*at)).filter(|at| finite(*at) && scene.tags[at - 1].tag.is_nominal());
    second.unwrap_or(end)
}

/// What follows a cue directly, as its frames allow.
fn complement(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let cue = candidate.cue;
    let clause_end = || content::clause_end(scene, candidate, from);
    let here = &scene.tags[from];
    let taken_as = |at: usize| cue.takes(Frame::As) && scene.tags.get(at).is_some_and(|next| next.is(Role::As));
    let end = match here.tag {
        Tag::Complementiser if taken_as(from + 1) => clause_end(),
        Tag::Complementiser if !cue.takes(Frame::That) && !here.is(Role::Wh) && names_object(scene, cue, from + 1) => {
            return noun_phrase(scene, candidate, subject, from);
        }
        Tag::Complementiser | Tag::Relative if cue.takes(Frame::That) => clause_end(),
        Tag::Verb if here.forms & form::BASE != 0 && cue.takes(Frame::To) && !cue.rest.is_empty() => clause_end(),
        Tag::To if cue.takes(Frame::To) || cue.takes(Frame::Addressee) => clause_end(),
        Tag::Quote if cue.takes(Frame::Quote) || cue.takes(Frame::Object) || cue.takes(Frame::Prepositional) => {
            let ends = closes_relative(scene, candidate, subject, from).or_else(|| before_adverbial(scene, candidate, from));
            ends.unwrap_or_else(clause_end)
        }
        Tag::Preposition if cue.takes(Frame::Prepositional) || !cue.rest.is_empty() => clause_end(),
        Tag::Auxiliary if here.is(Role::Loose) && cue.takes(Frame::Object) => clause_end(),
        Tag::Verb if here.forms & form::GERUND != 0 && (cue.takes(Frame::Object) || cue.takes(Frame::Target)) => clause_end(),
        Tag::Verb
            if here.forms & form::PARTICIPLE != 0
                && cue.takes(Frame::Object)
                && scene.tags.get(from + 1).is_some_and(|next| next.tag.is_nominal()) =>
        {
            content::object_end(scene, candidate, from)
        }
        tag if tag.opens_phrase() => return noun_phrase(scene, candidate, subject, from),
        Tag::Auxiliary if here.is(Role::Contracted) && cue.takes(Frame::That) => clause_end(),
        Tag::Preposition if here.is(Role::To) && between::asks_whom(scene, from, clause_end()) => return None,
        Tag::Preposition if here.is(Role::Setting) && between::is_setting_alone(scene, from, clause_end()) => return None,
        Tag::Preposition if between::is_time_alone(scene, from, clause_end()) => return None,
        Tag::Subordinator | Tag::Adverb | Tag::Preposition if cue.takes(Frame::That) && cue.takes(Frame::Quote) => clause_end(),
        _ => return None,
    };
    (end > from).then_some(from..end)
}

/// A verb, or words in quotation marks.
fn has_words(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    phrase::has_predicate(&scene.tags, from, end) || (from..end).any(|at| scene.tags[at].tag == Tag::Quote)
}

/// "called that plan a gamble", "called that a lie": what stands after "that" belongs to an object.
fn names_object(scene: &Scene<'_, '_>, cue: &cues::Cue, at: usize) -> bool {
    scene.tag(at).is_some_and(|next| next.is_nominal() || cue.takes(Frame::As) && next == Tag::Determiner)
}

/// "The firm, which he called “a disgrace”, has closed": where the quotation ends with which a relative clause does.
fn closes_relative(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<usize> {
    let before = subject.start.checked_sub(1).filter(|before| *before >= candidate.clause.start && !subject.is_empty())?;
    let opens = &scene.tags[before];
    let quotation = scene.quotation(from + 1).filter(|_| opens.tag == Tag::Relative || opens.is(Role::Wh))?;
    let close = (from + 1..candidate.clause.end).find(|at| scene.tags[*at].tag == Tag::Quote && scene.quotation(*at) != Some(quotation))?;
    let comma = scene.tag(close + 1) == Some(Tag::Comma) || scene.tag(close - 1) == Some(Tag::Comma);
    let verb = scene.tags.get(close + 1).is_some_and(Tagged::is_finite);
    ((comma || verb && opens.is(Role::Wh)) && close + 1 < candidate.clause.end).then_some(close + 1)
}

/// "chanted “Shame!” as he left": where the quotation ends after which a clause tells when or why it was said.
fn before_adverbial(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<usize> {
    let quotation = scene.quotation(from + 1)?;
    let close = (from + 1..candidate.clause.end).find(|at| scene.quotation(*at) != Some(quotation))?;
    let next = scene.before(close + 1, candidate.clause.end)?;
    let depends = next.can_subordinate();
    (depends && phrase::clause_follows(&scene.tags, close + 2, candidate.clause.end)).then_some(close + 1)
}

/// A noun phrase after a cue: the subject of a clause that is asserted, whoever is spoken to, or what is asserted itself.
fn noun_phrase(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let (cue, end) = (candidate.cue, content::clause_end(scene, candidate, from));
    let reports = cue.takes(Frame::That) && cue.takes(Frame::Quote);
    let takes_clause = cue.takes(Frame::That) && phrase::clause_follows(&scene.tags, from, candidate.clause.end)
        || reports && phrase::has_predicate(&scene.tags, from, end);
    let tells = cue.takes(Frame::That) && scene.any(subject, Role::Document);
    let spoken_to = cue.takes(Frame::Addressee) && told_what(scene, from, candidate.clause.end);
    let taken_as = cue.takes(Frame::As) && scene.tags[from..end].iter().any(|later| later.is(Role::As));
    // "wrote a letter to the board", "added 30 staff": no words of hers.
    let is_thing = || cue.rest.is_empty() && matches!(scene.tags[from].tag, Tag::Determiner | Tag::Possessive | Tag::Number);
    let reports = reports && (!is_thing() || has_words(scene, from, end));
    // "signed a letter urging her to go": it is the letter's words that are told.
    let carries = cue.act == Act::Agree && cue.takes(Frame::Words) || cue.takes(Frame::Deed) && cue.takes(Frame::As);
    match () {
        () if carries && content::is_aired(scene, from, candidate.clause.end) => None,
        () if takes_clause || tells || cue.takes(Frame::Target) || spoken_to => Some(from..end),
        () if cue.takes(Frame::At) => measured(scene, from, candidate.clause.end),
        () if cue.takes(Frame::Figure) => {
            let object = from..content::object_end(scene, candidate, from);
            let counted = object.clone().take(FIGURE).any(|at| scene.tags[at].tag == Tag::Number);
            (counted && (scene.names_somebody(subject) || is_person(scene, subject) && counts_people(scene, &object))).then_some(object)
        }
        () if cue.takes(Frame::Object) => Some(from..content::object_end(scene, candidate, from)),
        () if taken_as || reports => Some(from..end),
        () => None,
    }
}

/// "She": one who counts.
fn is_person(scene: &Scene<'_, '_>, words: &Range<usize>) -> bool {
    words.len() == 1 && scene.any(words, Role::Subject) && !scene.tags[words.start].is_it_or_you()
}

/// "22 dead", "40 marchers", and not "nine birds".
fn counts_people(scene: &Scene<'_, '_>, object: &Range<usize>) -> bool {
    scene.names_somebody(object) || scene.any(object, Role::Found)
}

/// Tokens of an object within which its number stands: "at least 9,000 marchers".
const FIGURE: usize = 4;

/// After the one spoken to comes what he is told: "his troops to withdraw", "the crew that …".
fn told_what(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let spoken_to = phrase::after(&scene.tags, from, end);
    let next = scene.before(spoken_to.end, end);
    next.is_some_and(|next| {
        matches!(next.tag, Tag::To | Tag::Complementiser | Tag::Quote | Tag::Comma | Tag::Verb) || next.tag.opens_phrase()
    })
}

/// "puts the loss at two million", "puts Lee on 51 per cent": the object and its number.
fn measured(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let tokens = &scene.document.tokens[..end];
    let counts = |later| number::quantity(scene.document.text, tokens, &scene.lower[..end], later);
    let is_before_number =
        |at: usize| scene.tags[at].is(Role::Setting) && counts(at + 1).is_some_and(|found| found.form != number::Form::Article);
    let at = (from + 1..end.min(from + ADJUNCT)).find(|at| scene.tags[*at].is(Role::At) || is_before_number(*at))?;
    let number = (at + 1..end.min(at + 6)).any(|later| counts(later).is_some_and(|found| found.form != number::Form::Article));
    let stop = (at + 1..end).find(|at| matches!(scene.tags[*at].tag, Tag::Comma | Tag::Mark | Tag::Dash)).unwrap_or(end);
    (number && !scene.tags[from..at].iter().any(Tagged::is_surely_finite)).then_some(from..stop)
}

/// After the comma at `from` comes more than a participle.
fn comma_leads_on(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    scene.before(from + 1, end).is_some_and(|next| !next.is_verb(form::GERUND))
}

/// "“Who will pay?” Lee asked.": the quotation that ends right before the sentence, in the same paragraph.
fn sentence_before(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let (start, sentence) = (candidate.clause.start, candidate.clause.sentence);
    let sentences = &scene.document.sentences;
    let near = sentence.checked_sub(1).is_some_and(|before| sentences[before].segment == sentences[sentence].segment);
    if !near || !candidate.cue.takes(Frame::Quote) || start < 3 || scene.tags[start - 1].tag != Tag::Quote {
        return None;
    }
    let asks = scene.tags[start - 2].tag == Tag::Stop;
    let index = scene.quotation(start - 2).filter(|_| asks)?;
    Some(scene.document.tokens_in(scene.document.quotations[index].inner))
}

/// "referring to the rain,": a participle that tells how something was said, and brings no words of its own.
fn is_aside(scene: &Scene<'_, '_>, range: Range<usize>) -> bool {
    let brings = |tagged: &Tagged| tagged.tag == Tag::Verb && tagged.word.takes(Frame::Quote);
    !content::has_finite(scene, range.clone()) && !scene.tags[range].iter().any(brings)
}

/// The mark of a quotation that goes on after a comma: "“It rained,” she wrote to the board, “and it froze.”"
fn resumed(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<usize> {
    (from..end.saturating_sub(1)).find(|at| scene.tags[*at].tag == Tag::Comma && opens_quotation(scene, at + 1)).map(|at| at + 1)
}

/// A quotation begins with the mark at `at`.
fn opens_quotation(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.tag(at) == Some(Tag::Quote) && scene.quotation(at + 1).is_some() && scene.quotation(at).is_none()
}

/// "wrote on his page, in capitals, “We won”": after an adjunct and a comma or colon, the quotation that ends the clause.
fn quoted_later(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Range<usize>> {
    let end = candidate.clause.end;
    let first = scene.before(from, end).filter(|_| candidate.cue.takes(Frame::Quote))?;
    let depends = first.can_subordinate();
    if !(first.tag == Tag::Preposition || depends) || candidate.clause.quotation.is_some() {
        return None;
    }
    let at = (from..end.min(from + ADJUNCT)).find(|at| opens_quotation(scene, *at))?;
    let colon = scene.tags[at - 1].tag == Tag::Mark;
    let marked = colon || scene.tags[at - 1].tag == Tag::Comma;
    // "When she asked whether he knew, he snapped: “No.”": another one says it.
    let another = (from..at).any(|word| scene.tags[word].is_finite() && scene.tags[word].word.takes(Frame::Quote));
    let fits = marked && !another && (colon || depends || !content::has_finite(scene, from..at));
    fits.then_some(at..content::clause_end(scene, candidate, at))
}

/// How many tokens an adjunct between a cue and its quotation may have.
pub(super) const ADJUNCT: usize = 24;

/// "Y, X said", "Y, X said, Y": the content stands before, or on both sides.
pub(super) fn around(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<Vec<Range<usize>>> {
    let clause = candidate.clause;
    let limit = before_marks(scene, clause.start, subject.start.min(candidate.group.start));
    let quoted_before = limit > clause.start && scene.tags[limit - 1].tag == Tag::Quote;
    let set_off = limit < subject.start || quoted_before;
    let after = from + 1;
    let goes_on = after < clause.end && scene.tags[from].tag == Tag::Comma;
    let finite = goes_on && scene.tags[after].is_finite();
    let relative = relative_opening(scene, clause.start, limit)
        .filter(|opens| goes_on && set_off && (finite || opens + 1 == limit && !scene.tags[*opens].is(Role::That)));
    let start = relative.unwrap_or(clause.start);
    let before = (limit > start && set_off).then(|| quote::opening(scene, start, limit)..limit);
    if !goes_on {
        let quoted = scene.before(from, clause.end).filter(|next| next.tag == Tag::Quote).map(|_| from..clause.end);
        return before.or(quoted).map(|range| vec![range]);
    }
    let next = scene.tags[after].tag;
    let unfinished = !quoted_before && before.is_some() && !content::has_finite(scene, start..limit);
    let gerund = next == Tag::Verb && !(unfinished && finite);
    let participle = gerund || scene.tags[after].joins() && !(before.is_some() && joins_on(scene, after, clause.end));
    let before = before.filter(|_| quoted_before || next != Tag::Quote);
    let to_end = |at: usize| at..content::clause_end(scene, candidate, at);
    // "The truce held, Oslo said, as talks began"
    let tells_when = before.is_some() && scene.tags[after].is(Role::As) && phrase::clause_follows(&scene.tags, after + 1, clause.end);
    let speaks = !participle && !tells_when && (before.is_none() || !quoted_before) && !is_comment(scene, after, to_end(after).end);
    let late = if speaks || matches!(next, Tag::Quote | Tag::Complementiser) {
        Some(to_end(after))
    } else if participle && before.is_some() && next != Tag::Verb && opens_quotation(scene, after + 1) {
        Some(to_end(after + 1))
    } else {
        let resumed = resumed(scene, after, clause.end).filter(|at| quoted_before && gerund && is_aside(scene, after..*at));
        resumed.map(to_end)
    };
    let ranges: Vec<_> = before.into_iter().chain(late).collect();
    (!ranges.is_empty()).then_some(ranges)
}

/// "(The bridge is safe, Lee said,) and will reopen", "but the firm went bust": the conjunction at `at` joins what was said, and not what
/// was done then ("and left") or what the speaker says besides ("and he called for talks").
fn joins_on(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let next = scene.before(at + 1, end);
    let helps = next.is_some_and(|next| next.tag == Tag::Auxiliary);
    let speaker = next.is_some_and(|next| next.tag == Tag::Pronoun && !next.classes.has(Class::Negation));
    let another = || content::attribution_begins(scene, at, end) || content::is_relay(scene, at + 1);
    helps || !speaker && content::sentence_follows(scene, at + 1, end) && !another()
}

/// Where the commas, dashes and stops begin that stand before `at`, with the "as" of "…, as X said".
fn before_marks(scene: &Scene<'_, '_>, floor: usize, mut at: usize) -> usize {
    let apart = |at: usize| matches!(scene.tags[at].tag, Tag::Comma | Tag::Dash | Tag::Stop);
    let so = |at: usize| scene.tags[at].is(Role::As) && (at == floor || apart(at - 1));
    // "…, or so X claims"
    let or_so = |at: usize| at > floor + 2 && scene.tags[at - 1].joins() && scene.tags[at - 2].joins() && apart(at - 3);
    at -= if or_so(at) { 2 } else { 0 };
    while at > floor && (apart(at - 1) || so(at - 1)) {
        at -= 1;
    }
    at
}

/// "(the search is continuing), police said": a speaker and a verb of saying with which all ends.
fn is_comment(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let verb = phrase::after(&scene.tags, from, end).end;
    let says = |here: &Tagged| here.is_verb(form::PAST | form::PRESENT | form::BASE) && here.word.cues().any(|cue| cue.takes(Frame::That));
    let rest = content::skip_adjuncts(scene, verb + 1, end);
    verb > from
        && scene.before(verb, end).is_some_and(says)
        && scene.before(rest, end).is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop))
}

/// "the fighters who, Oslo says, hunt its soldiers": where the relative clause begins whose verb is still to come at `limit`.
fn relative_opening(scene: &Scene<'_, '_>, floor: usize, limit: usize) -> Option<usize> {
    let within = |at: &usize| scene.tags[*at].tag.is_nominal() || matches!(scene.tags[*at].tag, Tag::Determiner | Tag::Adverb);
    let opens = (floor..limit).rev().take(ADJUNCT).find(|at| !within(at))?;
    // "a request that, diplomats say, will fail"
    let is_bare_that = || opens + 1 == limit && opens > floor && scene.tags[opens - 1].tag.is_nominal();
    (scene.tags[opens].classes.has(Class::Relative) && (!scene.tags[opens].is(Role::That) || is_bare_that())).then_some(opens)
}

/// The quotation that opens right after a colon at a sentence's or paragraph's end.
fn quotation_after(scene: &Scene<'_, '_>, at: usize) -> Option<Range<usize>> {
    let index = scene.tag(at).filter(|tag| *tag == Tag::Quote).and_then(|_| scene.quotation(at + 1))?;
    Some(scene.document.tokens_in(scene.document.quotations[index].inner))
}

/// "a charge Kabul denies": the subject is what follows the charge.
pub(super) fn past_charge(scene: &Scene<'_, '_>, candidate: &Candidate, found: Range<usize>) -> Range<usize> {
    let charge = found.clone().rev().skip(1).find(|at| scene.tags[*at].is(Role::Charge) && !scene.tags[*at].owns);
    let opens = scene.tags[found.start].tag == Tag::Determiner;
    let ends = candidate.after >= candidate.clause.end || !scene.tags[candidate.after].tag.opens_phrase();
    match charge {
        Some(at) if opens && ends && candidate.cue.takes(Frame::Object) && scene.tags[at + 1].tag.opens_phrase() => at + 1..found.end,
        _ => found,
    }
}

/// The act that a claim's words make of its cue's.
pub(super) fn act_of_words(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    act_of_clause(scene, draft)
        .or_else(|| act_of_wish(scene, draft))
        .or_else(|| act_of_blame(scene, draft))
        .or_else(|| act_of_value(scene, draft))
}

/// "accepted it had failed": where a verb and "that" carry another act than the verb with an object, a clause without "that" does too.
fn act_of_clause(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let (candidate, words) = (&draft.candidate, scene.words(draft)?);
    let plain = candidate.cue.rest.is_empty() && candidate.cue.part == Part::Verb && draft.act == candidate.cue.act;
    let first = scene.tags.get(words.start).filter(|_| plain && words.start >= candidate.after)?;
    let clause = first.tag.opens_phrase() && phrase::clause_follows(&scene.tags, words.start, words.end);
    let mut rows = scene.tags[candidate.group.head].word.cues();
    let that = |cue: &&&'static cues::Cue| cue.part == Part::Verb && cue.rest.len() == 1 && words::look_up(cue.rest[0]).is(Role::That);
    rows.by_ref().filter(|_| clause).find(|cue| that(&cue)).map(|cue| cue.act)
}

/// "insisted that he resign", "suggested that the ban be lifted": what somebody says in a clause whose verb is bare is no fact, but asked
/// for or, where it is put with doubt, proposed.
fn act_of_wish(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let (candidate, words) = (&draft.candidate, scene.words(draft)?);
    let states =
        candidate.cue.part == Part::Verb && candidate.cue.takes(Frame::That) && draft.act == Act::State && !candidate.group.negated;
    let that =
        words.start >= candidate.after && scene.tags[words.start].is(Role::That) && scene.tags[words.start].tag == Tag::Complementiser;
    if !states || !that {
        return None;
    }
    let subject = Some(phrase::after(&scene.tags, words.start + 1, words.end)).filter(|subject| !subject.is_empty())?;
    let verb = (subject.end..words.end).find(|at| scene.tags[*at].tag != Tag::Adverb)?;
    let here = &scene.tags[verb];
    let is_be = here.tag == Tag::Auxiliary && here.is(Role::Bare);
    // "that he resign", "that the minister go": not "that people share a pen", "that the board want more".
    let is_one = || {
        let last = subject.end - 1;
        let pronoun = pronouns::pronoun(&scene.lower[last]).filter(|_| subject.len() == 1);
        let person = scene.tags[last].is(Role::Office) && !inflect::can_be_plural(&scene.lower[last]);
        matches!(pronoun, Some(Pronoun::He | Pronoun::She | Pronoun::It)) || person
    };
    let is_bare = is_be || here.is_verb(form::BASE) && !here.is_finite() && is_one();
    let wish = if candidate.cue.certainty == Certainty::Hedged { Act::Propose } else { Act::Demand };
    is_bare.then_some(wish)
}

/// "called the plan reckless", "described her as a hero": whoever says what they think of something condemns or praises it.
fn act_of_value(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let calls = draft.evaluates && draft.act == Act::State && draft.candidate.cue.part == Part::Verb && !draft.candidate.group.negated;
    let words = draft.content.last().filter(|_| calls).map(|piece| scene.document.tokens_in(*piece))?;
    let judges = |at: &usize| scene.tags[*at].is(Role::Blames) || scene.tags[*at].is(Role::Lauds);
    let at = words.clone().take(VALUED).rev().find(judges)?;
    // "called the brutal raid a success", "called it no disgrace"
    let opens =
        |later: usize| scene.tags[later].is(Role::As) || scene.tags[later].tag == Tag::Determiner && scene.tags[later - 1].tag.is_nominal();
    let denies = |at: usize| scene.tags[at].classes.has(Class::Negation) || scene.tags[at].is(Role::Contrast);
    if (at + 1..words.end).take(VALUED).any(opens) || (words.start..at).any(denies) {
        return None;
    }
    Some(if scene.tags[at].is(Role::Blames) { Act::Condemn } else { Act::Welcome })
}

/// Tokens of what something is called within which it is judged.
const VALUED: usize = 16;

/// "said that speed was to blame": what somebody is said to be at fault for is an accusation.
fn act_of_blame(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let states = matches!(draft.candidate.cue.part, Part::Verb | Part::Preposition) && draft.act == Act::State;
    let words = scene.words(draft).filter(|_| states && !draft.candidate.group.negated)?;
    let lays = |at: usize| scene.tags[at].word.cues().any(|cue| cue.part == Part::Verb && cue.takes(Frame::Onto) && cue.act == Act::Accuse);
    let is_to = |at: usize| scene.before(at, words.end).is_some_and(|to| to.is(Role::To));
    let breaks =
        |at: &usize| matches!(scene.tags[*at].tag, Tag::Relative | Tag::Subordinator) || scene.tags[*at].classes.has(Class::Negation);
    let blamed = |at: &usize| *at > words.start && scene.tags[*at].is(Role::Be) && is_to(at + 1) && at + 2 < words.end && lays(at + 2);
    words.clone().take(BLAMED).take_while(|at| !breaks(at)).any(|at| blamed(&at)).then_some(Act::Accuse)
}

/// Tokens of what is said within which somebody is to blame.
const BLAMED: usize = 16;

/// "…, a label that Kabul rejects": whatever the noun at `at` is, it stands for what was said before.
fn is_apposed(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize) -> bool {
    let floor = candidate.clause.start;
    let turned_down = matches!(candidate.cue.act, Act::Deny | Act::Reject);
    let opens = |found: Range<usize>| {
        let parted = found.start > floor && matches!(scene.tags[found.start - 1].tag, Tag::Comma | Tag::Dash);
        parted && scene.tags[found.start].tag == Tag::Determiner
    };
    turned_down && at >= floor && phrase::before(&scene.tags, floor, at + 1).is_some_and(opens)
}

/// The charge that a relative clause speaks of: "a charge (that) Kabul denies", "an allegation that his office calls an invention".
pub(super) fn fronted_object(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Range<usize>> {
    if !(candidate.cue.takes(Frame::Object) || candidate.cue.takes(Frame::As)) {
        return None;
    }
    let mut at = subject.start.checked_sub(1)?;
    let floor = candidate.clause.start;
    while at > floor && matches!(scene.tags[at].tag, Tag::Complementiser | Tag::Relative | Tag::Comma | Tag::Dash) {
        at -= 1;
    }
    let charge = &scene.tags[at];
    let relative = scene.tags[subject.start - 1].tag == Tag::Relative && subject.start - 1 > floor;
    let ends = candidate.after >= candidate.clause.end
        || matches!(scene.tags[candidate.after].tag, Tag::Comma | Tag::Conjunction | Tag::Stop | Tag::Dash);
    let names = charge.is(Role::Charge) || charge.is(Role::Points) || is_apposed(scene, candidate, at);
    if relative && ends && !names {
        if !candidate.cue.takes(Frame::Object) {
            return None;
        }
        return Some(subject.start - 1..subject.start);
    }
    // "the claim that the ship leaked" tells what was claimed.
    let tells = candidate.cue.act == Act::State && !candidate.cue.takes(Frame::As);
    if tells && scene.tags[subject.start - 1].tag == Tag::Complementiser && charge.is(Role::Charge) {
        return None;
    }
    let direct = at + 1 == subject.start || scene.tags[at + 1].tag != Tag::Comma || scene.tags[subject.start - 1].tag == Tag::Relative;
    if at < floor || !direct || !names || charge.tag == Tag::Verb {
        return None;
    }
    let next = content::skip_adjuncts(scene, candidate.after, candidate.clause.end);
    let follows = scene.before(next, candidate.clause.end);
    let object_follows = follows.is_some_and(|follows| follows.tag.opens_phrase() || follows.tag == Tag::Complementiser);
    if object_follows && !candidate.cue.takes(Frame::As) {
        return None;
    }
    phrase::before(&scene.tags, floor, at + 1)
}
