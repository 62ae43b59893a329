//! What stands with a subject and its cue: a clause, an object, a quotation, a charge spoken of before.
//!
//! Known failure: a clause without "that" whose verb is in no list ("said the ice thickened") is taken whole, but after a verb that
//! also takes an object it may end at the first comma.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{self, Frame};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, Tagged, number, phrase};

use super::around::around;
use super::scene::{Candidate, Clause, Scene};
use super::{between, content, target};

/// Content and target of a claim.
pub(super) type Asserted = (Vec<Range<usize>>, Option<Range<usize>>);

/// What stands after or around a subject and its cue.
pub(super) fn content_of(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Asserted> {
    let (cue, clause) = (candidate.cue, candidate.clause);
    if ends_relative(scene, candidate, subject) {
        return None;
    }
    if cue.takes(Frame::Deadline) {
        return deadline(scene, candidate);
    }
    let (from, target) = past_between(scene, candidate, subject);
    if cue.takes(Frame::That) && parts_sentences(scene, candidate, subject, from) {
        let parted = Candidate { clause: Clause { end: from, ..clause }, ..*candidate };
        return around(scene, &parted, subject, from).map(|ranges| (ranges, target));
    }
    let next = scene.before(from, clause.end).map(|next| next.tag);
    let parenthetical = matches!(next, None | Some(Tag::Comma | Tag::Stop | Tag::Dash))
        || (next == Some(Tag::Quote) && scene.quotation(from + 1).is_none())
        || between::tells_when(scene, candidate, subject, from);
    // "“…” who reports to the mayor, and": whoever is described says nothing that stands before.
    if parenthetical && is_relative(scene, subject) && announced(scene, candidate, from).is_none() {
        return None;
    }
    let reports = cue.takes(Frame::Quote) || cue.takes(Frame::That);
    let ranges = if stands_before(scene, candidate, from, parenthetical) && is_set_off(scene, candidate, subject) {
        let resumed = resumed(scene, from, clause.end).filter(|_| reports).map(|at| at..content::clause_end(scene, candidate, at));
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
        vec![closed(scene, candidate, subject, complement(scene, candidate, subject, from)?)]
    };
    Some((ranges, target))
}

/// Where the words after a cue begin that may be its content, past all that only stands between, and at whom the cue is aimed there.
fn past_between(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> (usize, Option<Range<usize>>) {
    let (cue, end) = (candidate.cue, candidate.clause.end);
    let from = between::past_aside(scene, content::skip_adjuncts(scene, candidate.after, end), end);
    let (from, aimed_at) = between::past_spoken_to(scene, candidate, from);
    let from = between::past_hearers(scene, candidate, from);
    let gives = matches!(cue.act, Act::Propose | Act::Promise) && cue.takes(Frame::Object);
    let target = if gives { target::recipient(scene, from, end) } else { aimed_at };
    let from = between::past_matter(scene, candidate, from);
    (between::past_circumstances(scene, candidate, subject, from), target)
}

/// The cue can bring a quotation that stands before its subject: a report that goes on with no clause of its own ("“It rained,” Lee said
/// twice"), or a name for what was quoted ("“a scandal,” he called it").
fn stands_before(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize, parenthetical: bool) -> bool {
    let (cue, end) = (candidate.cue, candidate.clause.end);
    let next = scene.before(from, end);
    let tag = next.map(|next| next.tag);
    if cue.takes(Frame::Quote) || cue.takes(Frame::That) {
        let has_clause = tag == Some(Tag::Complementiser) && cue.takes(Frame::That);
        return !candidate.group.gerund && !parenthetical && !has_clause && tag != Some(Tag::Mark);
    }
    cue.takes(Frame::As) && next.is_some_and(Tagged::is_it_or_you) && from + 1 >= end
}

/// "Who", "which".
fn is_relative(scene: &Scene<'_, '_>, subject: &Range<usize>) -> bool {
    !subject.is_empty() && scene.tags[subject.start].tag == Tag::Relative
}

/// A complement without what goes on after the clause in which the cue stands.
fn closed(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, range: Range<usize>) -> Range<usize> {
    let clause = candidate.clause;
    // "a report by Lind Research alleging it lied was wrong": the report's verb follows.
    let made = candidate.group.gerund && subject.end == candidate.group.start && subject.start > clause.start;
    let is_maker = made && scene.tags[subject.start - 1].is(Role::By);
    let range = if is_maker { range.start..content::predicate(scene, candidate, range.start).min(range.end) } else { range };
    // "The firm, which residents accused of fraud, has closed"
    let opens = subject.start.checked_sub(1).filter(|_| !subject.is_empty()).is_some_and(|at| scene.tags[at].tag == Tag::Relative);
    let closes = |at: &usize| {
        let verb = scene.before(at + 1, range.end).is_some_and(Tagged::begins_predicate);
        verb && scene.tags[*at].tag == Tag::Comma && scene.quotation(*at) == clause.quotation
    };
    let ends = match is_relative(scene, subject) {
        true => content::main_verb(scene, range.clone()),
        false => range.clone().find(closes).filter(|_| opens),
    };
    range.start..ends.unwrap_or(range.end)
}

/// "(gave) the rebels until Friday to leave", "the firm 48 hours to pay": who is given a time limit, and what for.
fn deadline(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Asserted> {
    let (from, end) = (candidate.after, candidate.clause.end);
    let is_infinitive =
        |at: &usize| scene.tags[*at].tag == Tag::To && scene.before(at + 1, end).is_some_and(|verb| verb.is_verb(form::BASE));
    let to = (from..end).take(LIMIT).find(is_infinitive)?;
    let limit = (from + 1..to).find(|at| scene.tags[*at].is(Role::Deadline))?;
    let time = if scene.tags[limit].is(Role::Until) { limit } else { limit - 1 };
    let counts = scene.tags[time].is(Role::Until) || scene.tags[time].tag == Tag::Number || scene.tags[time].word.counts;
    let whom = phrase::after(&scene.tags, from, time);
    let is_whole = whom.end == time || matches!(scene.tags[from].tag, Tag::Pronoun | Tag::Possessive) && time == from + 1;
    (counts && is_whole).then(|| (vec![time..content::clause_end(scene, candidate, to)], Some(from..time)))
}

/// Tokens from "gave" within which what is to be done begins.
const LIMIT: usize = 14;

/// "“It rained,” the mayor": before the subject stands a quotation that ends with a comma or stop.
fn is_set_off(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> bool {
    subject.start >= candidate.clause.start + 2
        && scene.tags[subject.start - 1].tag == Tag::Quote
        && scene.quotation(subject.start - 1).is_none()
        && matches!(scene.tags[subject.start - 2].tag, Tag::Comma | Tag::Stop)
}

/// "The road is shut, police said; buses run": a semicolon at `at`, right after a speaker who is set off from what stands before, begins a
/// sentence that the speaker may have no part in.
fn parts_sentences(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, at: usize) -> bool {
    let (start, end) = (candidate.clause.start, candidate.clause.end);
    let parts = scene.before(at, end).is_some_and(|mark| mark.tag == Tag::Mark)
        && scene.document.slice(scene.document.tokens[at].span) == SEMICOLON;
    let begins = if subject.is_empty() { candidate.group.start } else { subject.start.min(candidate.group.start) };
    let set_off = |before: usize| matches!(scene.tags[before].tag, Tag::Comma | Tag::Quote | Tag::Dash);
    let told = begins.checked_sub(1).filter(|before| parts && *before > start && set_off(*before));
    told.is_some_and(|told| scene.tags[told].tag == Tag::Quote || content::has_finite(scene, start..told))
}

/// The mark between two sentences that are written as one.
const SEMICOLON: &str = ";";

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

/// What follows a cue directly, as its frames allow.
fn complement(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<Range<usize>> {
    let cue = candidate.cue;
    let clause_end = || content::clause_end(scene, candidate, from);
    let here = &scene.tags[from];
    let taken_as = |at: usize| cue.takes(Frame::As) && scene.tags.get(at).is_some_and(|next| next.is(Role::As));
    let is_gerund = |at: usize| scene.tags.get(at).is_some_and(|next| next.is_verb(form::GERUND));
    let end = match here.tag {
        Tag::Complementiser if taken_as(from + 1) => clause_end(),
        Tag::Complementiser if !cue.takes(Frame::That) && !here.is(Role::Wh) && names_object(scene, cue, from + 1) => {
            return noun_phrase(scene, candidate, subject, from);
        }
        Tag::Complementiser | Tag::Relative if cue.takes(Frame::That) => clause_end(),
        Tag::Complementiser if here.is(Role::Wh) && cue.takes(Frame::Object) => clause_end(),
        Tag::Verb if here.forms & form::BASE != 0 && cue.takes(Frame::To) && !cue.rest.is_empty() => clause_end(),
        Tag::To if cue.takes(Frame::To) || cue.takes(Frame::Addressee) => clause_end(),
        Tag::Quote if cue.takes(Frame::Quote) || cue.takes(Frame::Object) || cue.takes(Frame::Prepositional) => {
            let ends = closes_relative(scene, candidate, subject, from).or_else(|| before_adverbial(scene, candidate, from));
            ends.unwrap_or_else(clause_end)
        }
        Tag::Preposition if cue.takes(Frame::Prepositional) || !cue.rest.is_empty() => clause_end(),
        Tag::Auxiliary if here.is(Role::Loose) && cue.takes(Frame::Object) => clause_end(),
        Tag::Verb if here.forms & form::GERUND != 0 && (cue.takes(Frame::Object) || cue.takes(Frame::Target)) => clause_end(),
        // "(apologised for) not calling sooner"
        Tag::Adverb if here.classes.has(Class::Negation) && cue.takes(Frame::Object) && is_gerund(from + 1) => clause_end(),
        // "(a sum that Moss described as) paltry"
        _ if taken_as(from) && cue.takes(Frame::Object) && is_led_back(scene, candidate, subject) => {
            let end = content::object_end(scene, candidate, from + 1);
            return (end > from + 1).then_some(from + 1..end);
        }
        Tag::Verb
            if here.forms & form::PARTICIPLE != 0
                && cue.takes(Frame::Object)
                && scene.tags.get(from + 1).is_some_and(|next| next.tag.is_nominal()) =>
        {
            content::object_end(scene, candidate, from)
        }
        tag if tag.opens_phrase() || content::begins_amount(scene, from, candidate.clause.end) => {
            return noun_phrase(scene, candidate, subject, from);
        }
        Tag::Auxiliary if here.is(Role::Contracted) && cue.takes(Frame::That) => clause_end(),
        Tag::Preposition if here.is(Role::To) && between::asks_whom(scene, from, clause_end()) => return None,
        Tag::Preposition if here.is(Role::Setting) && between::is_setting_alone(scene, from, clause_end()) => return None,
        Tag::Preposition if between::is_time_alone(scene, from, clause_end()) => return None,
        // "recount night of flood": what stands before "of" was no day.
        Tag::Preposition if here.is(Role::Of) && from > candidate.after => return None,
        Tag::Subordinator | Tag::Adverb | Tag::Preposition if cue.takes(Frame::That) && cue.takes(Frame::Quote) => clause_end(),
        _ => return None,
    };
    (end > from).then_some(from..end)
}

/// "a step that Oslo (described)": the object of the verb stands before its subject.
fn is_led_back(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> bool {
    let before = subject.start.checked_sub(1).filter(|before| *before > candidate.clause.start);
    before
        .map(|before| &scene.tags[before])
        .is_some_and(|before| matches!(before.tag, Tag::Relative | Tag::Complementiser) || before.tag.is_nominal())
}

/// A verb, or words in quotation marks.
fn has_words(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    phrase::has_predicate(&scene.tags, from, end) || (from..end).any(|at| scene.tags[at].tag == Tag::Quote)
}

/// "(said) prices, which had doubled, would fall": a relative clause between commas parts a subject from its verb.
fn aside_parts(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let comma = phrase::after(&scene.tags, from, end).end;
    let is_comma = |at: usize| scene.before(at, end).is_some_and(|here| here.tag == Tag::Comma);
    let close = (comma + 1..end.min(comma + ADJUNCT)).find(|at| is_comma(*at));
    let relative = is_comma(comma) && scene.before(comma + 1, end).is_some_and(|next| next.tag == Tag::Relative);
    relative && close.is_some_and(|close| scene.before(close + 1, end).is_some_and(Tagged::begins_predicate))
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
        || cue.takes(Frame::That) && aside_parts(scene, from, candidate.clause.end)
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
    // "at 20,000-25,000"
    let is_range = |dash: usize| scene.tag(dash - 1) == Some(Tag::Number) && scene.tag(dash + 1) == Some(Tag::Number);
    let stops = |at: &usize| match scene.tags[*at].tag {
        Tag::Comma | Tag::Mark => true,
        Tag::Dash => !is_range(*at),
        _ => false,
    };
    let stop = (at + 1..end).find(stops).unwrap_or(end);
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

/// The mark of a quotation that goes on after a comma: "“It rained,” she wrote to the board, “and it froze.”"
pub(super) fn resumed(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<usize> {
    (from..end.saturating_sub(1)).find(|at| scene.tags[*at].tag == Tag::Comma && opens_quotation(scene, at + 1)).map(|at| at + 1)
}

/// A quotation begins with the mark at `at`.
pub(super) fn opens_quotation(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.tag(at) == Some(Tag::Quote) && scene.quotation(at + 1).is_some() && scene.quotation(at).is_none()
}

/// "wrote on his page, in capitals, “We won”": after an adjunct and a comma or colon, the quotation that ends the clause.
fn quoted_later(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Range<usize>> {
    let end = candidate.clause.end;
    let first = scene.before(from, end).filter(|_| candidate.cue.takes(Frame::Quote))?;
    // "said that prices, which had doubled, “would fall”": the clause has begun.
    let depends = first.can_subordinate() && first.tag != Tag::Complementiser;
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

/// The quotation that opens right after a colon at a sentence's or paragraph's end.
fn quotation_after(scene: &Scene<'_, '_>, at: usize) -> Option<Range<usize>> {
    let index = scene.tag(at).filter(|tag| *tag == Tag::Quote).and_then(|_| scene.quotation(at + 1))?;
    Some(scene.document.tokens_in(scene.document.quotations[index].inner))
}
