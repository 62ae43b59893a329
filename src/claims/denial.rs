//! Words that turn down what somebody asserted, whatever their cue: "calls the charge baseless", "“That is untrue,” she said", "slammed
//! the claim as premature". Which claim it is, `answers` finds.
//!
//! Known failure: "He did not, she said" of a deed that nobody was accused of is a denial too.

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Cue, Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::{Tag, phrase};
use crate::text::Span;

use super::answers::{noun_row, pointer};
use super::quote;
use super::scene::{Draft, Scene};
use super::untrue::finds_untrue;

/// Gives `draft` the act that its words name, where that is another than its cue's: a denial, or what a speaker names in the first person.
pub(super) fn relabel(scene: &Scene<'_, '_>, draft: &mut Draft) {
    if is_denial(scene, draft) {
        draft.act = Act::Deny;
    } else if let Some(act) = quote::first_person(scene, draft) {
        draft.act = act;
    }
    // "told the court that it was a lie": the court only hears what is denied.
    if draft.candidate.cue.act == Act::State && matches!(draft.act, Act::Deny | Act::Expect) {
        draft.target = None;
    }
}

/// Whatever its cue, the draft turns down what somebody asserted.
fn is_denial(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    turns_down(scene, draft)
        || names_charge(scene, draft)
        || rejects_charge(scene, draft)
        || says_not(scene, draft)
        || is_flat_no(scene, draft)
        || finds_untrue(scene, draft)
        || holds_innocent(scene, draft)
        || denies_deed(scene, draft)
        || accepts_not(scene, draft)
}

/// "does not accept that the bridge is safe", "will not accept the claim": who could agree and does not, says that it is not so. What
/// somebody did not admit is only left unsaid.
fn accepts_not(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let (group, after) = (&draft.candidate.group, draft.candidate.after);
    let could_agree = || scene.tags[group.head].word.cues().any(|cue| cue.part == Part::Verb && cue.act == Act::Agree);
    let grants = group.negated && scene.tags[group.head].is(Role::Admits) && could_agree();
    let Some(words) = scene.words(draft).filter(|words| grants && words.start >= after) else { return false };
    let is_that = |at: usize| scene.tags[at].tag == Tag::Complementiser;
    let that = is_that(words.start) || after > group.head + 1 && is_that(after - 1);
    that || named(scene, words.start, words.end).is_some_and(|at| is_charge(scene, at) && asserts(scene, at))
}

/// "declined to comment", "refused to say who paid": no offer is turned down; nothing was said.
pub(super) fn withholds(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let says = |at: usize| {
        let mut rows = scene.tags[at].word.cues();
        rows.any(|cue| cue.part == Part::Verb && cue.act == Act::State && cue.rest.is_empty() && cue.takes(Frame::Quote))
    };
    // "declined to share the file": a thing is kept.
    let keeps = |at: usize| scene.tag(at).is_some_and(Tag::opens_phrase) && scene.tag(at + 1).is_some_and(Tag::is_nominal);
    let to = scene.words(draft).map(|words| words.start).filter(|at| scene.tags[*at].tag == Tag::To);
    let group = &draft.candidate.group;
    let is_refused = group.infinitive && group.start.checked_sub(1).is_some_and(|before| super::cues::refuses(scene, before));
    is_refused || draft.act == Act::Reject && to.is_some_and(|to| says(to + 1) && !keeps(to + 2))
}

/// "calls the charge baseless": an evaluation by a word that turns a charge down is a denial, and so is any of a charge but one that
/// gives it weight ("called the claim a photocopy of last year's", but "called the claim serious").
fn turns_down(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    if !draft.evaluates || draft.candidate.group.negated {
        return false;
    }
    let has = |role: Role| move |span: &Span| scene.document.tokens_in(*span).take(10).any(|at| scene.tags[at].is(role));
    let any = |role: Role| draft.content.iter().any(has(role));
    let of_charge = || draft.content.first().is_some_and(|span| evaluates_charge(scene, *span));
    let turns = any(Role::Verdict) || of_charge() && !any(Role::Weighty) && !any(Role::Truth);
    turns && !draft.content.iter().any(|span| has_negation(scene, *span))
}

/// "the charge a photocopy", "the claim as a stunt": a charge, and what it is called.
fn evaluates_charge(scene: &Scene<'_, '_>, span: Span) -> bool {
    let words = scene.document.tokens_in(span);
    let is_charge =
        |at: &usize| scene.tags[*at].is(Role::Charge) && !scene.tags[*at].is(Role::Document) && scene.tags[*at].tag == Tag::Noun;
    let determined = scene.tags.get(words.start).is_some_and(|first| matches!(first.tag, Tag::Determiner | Tag::Possessive) || first.owns);
    let charge = words.clone().take(CHARGE).find(is_charge).filter(|at| determined && asserts(scene, *at));
    let called = |at: usize| matches!(scene.tags[at].tag, Tag::Determiner | Tag::Noun | Tag::Quote) || scene.tags[at].is(Role::As);
    // "described the claim that he lied as a stunt"
    let late = |at: usize| scene.tags[at].tag == Tag::Complementiser && (at..words.end).any(|later| scene.tags[later].is(Role::As));
    charge.is_some_and(|at| at + 1 < words.end && (called(at + 1) || late(at + 1)))
}

/// Tokens of a content within which the charge stands that it is about.
const CHARGE: usize = 4;

/// "“Categorically not,” she said", "“Utter nonsense,” he said": no more than adverbs and "not", or a verdict and no verb.
fn is_flat_no(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let [span] = draft.content.as_slice() else { return false };
    let tokens = scene.document.tokens_in(*span);
    if draft.act != Act::State || tokens.len() > 2 * BRIEF {
        return false;
    }
    let words: Vec<usize> = tokens.filter(|at| scene.document.tokens[*at].is_wordlike()).collect();
    let is_verdict = |at: &usize| scene.tags[*at].is(Role::Verdict) && !scene.tags[*at].is(Role::Judges);
    let is_quoted = words.first().is_some_and(|first| scene.quotation(*first).is_some());
    let leads = |at: &usize| matches!(scene.tags[*at].tag, Tag::Adverb | Tag::Determiner | Tag::Noun) && !is_verdict(at);
    // "Nonsense, replied the army.": a word by itself is one without marks, too.
    if (is_quoted || words.len() <= BARE)
        && words.iter().find(|at| !leads(at)).is_some_and(is_verdict)
        && !words.iter().any(|at| scene.tags[*at].is_finite() || scene.tags[*at].classes.has(Class::Negation))
    {
        return true;
    }
    // "Not true, says the army."
    if let [not, truth] = words[..]
        && scene.tags[not].classes.has(Class::Negation)
        && scene.tags[truth].is(Role::Truth)
    {
        return true;
    }
    let Some((last, before)) =
        words.split_last().filter(|(last, before)| !before.is_empty() && before.len() < BRIEF && scene.quotation(**last).is_some())
    else {
        return false;
    };
    let word = |at: usize| &scene.tags[at];
    let emphatic =
        |at: &usize| word(*at).tag == Tag::Adverb || word(*at).is(Role::Of) || word(*at).tag == Tag::Noun && word(*at).forms == 0;
    word(*last).classes.has(Class::Negation) && word(*last).tag == Tag::Adverb && before.iter().all(emphatic)
}

/// Words of a flat no that stands without quotation marks: "Utter nonsense, said the mayor."
const BARE: usize = 1;

/// "said that no such order was given", "insists he did nothing wrong", "says it played no part in it": no deed as somebody told it, no
/// wrong, or nothing of the speaker's. What will not be done is refused ("I shall do no such thing").
fn denies_deed(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let tells = matches!(draft.candidate.cue.part, Part::Verb | Part::Preposition) && draft.act == Act::State;
    let Some(words) = scene.words(draft).filter(|_| tells && !draft.candidate.group.negated) else { return false };
    let tag = |at: usize| &scene.tags[at];
    let none = |at: &usize| tag(*at).classes.has(Class::Negation) && (tag(*at).tag == Tag::Determiner || tag(*at).is(Role::Noun));
    let next = |at: usize, role: Role| scene.before(at + 1, words.end).is_some_and(|next| next.is(role));
    let breaks = |at: &usize| matches!(tag(*at).tag, Tag::Subordinator | Tag::Relative);
    let mut near = words.clone().take(NAMED).take_while(|at| !breaks(at)).filter(none);
    let does = |at: usize| at > words.start && tag(at - 1).is(Role::Do);
    let denied = near.find(|at| next(*at, Role::Such) || next(*at, Role::Misdeed) && does(*at) || disowns(scene, &words, *at));
    denied.is_some_and(|at| !scene.tags[words.start..at].iter().any(|before| before.classes.has(Class::Modal)))
}

/// "it had no part in", "he has nothing to do with": the denying word at `at` leaves the speaker out of what was done.
fn disowns(scene: &Scene<'_, '_>, words: &std::ops::Range<usize>, at: usize) -> bool {
    let tag = |at: usize| scene.before(at, words.end);
    let is_preposition = |at: usize| tag(at).is_some_and(|next| next.tag == Tag::Preposition);
    let opens = |at: &usize| matches!(scene.tags[*at].tag, Tag::Complementiser | Tag::Quote);
    let is_own = words.clone().find(|at| !opens(at)).is_some_and(|at| scene.tags[at].tag == Tag::Pronoun);
    let was = at > words.start && scene.tags[at - 1].word.forms & form::PAST != 0;
    let part = was && tag(at + 1).is_some_and(|next| next.is(Role::Part)) && is_preposition(at + 2);
    let to_do =
        tag(at + 1).is_some_and(|next| next.tag == Tag::To) && tag(at + 2).is_some_and(|next| next.is(Role::Do)) && is_preposition(at + 3);
    is_own && (part || to_do)
}

/// "maintains her innocence", "insisted on his innocence", "says she is innocent": what is held says that there was no wrong.
fn holds_innocent(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let words = scene.words(draft);
    let owned = |words: std::ops::Range<usize>| {
        let of_one = |at: usize| scene.tags[at].tag == Tag::Possessive || scene.tags[at].tag == Tag::Pronoun;
        let tells = |at: usize| scene.tags[at].classes.has(Class::Negation) || scene.tags[at].classes.has(Class::Modal);
        words.clone().take(3).any(of_one)
            && words.clone().next_back().is_some_and(|last| scene.tags[last].is(Role::Innocence))
            && !words.clone().any(tells)
    };
    let holds = matches!(draft.act, Act::State | Act::Condemn | Act::Demand) && draft.content.len() == 1;
    holds && !draft.candidate.group.negated && words.is_some_and(|words| words.len() <= 4 && owned(words))
}

/// "an allegation that his office calls …": whatever it is called, it is turned down. The subject of a passive must be an assertion
/// by its noun: "he was criticised", "the plan was described as rash".
fn names_charge(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let fronted = draft.content.first().zip(draft.cue).is_some_and(|(content, cue)| content.end() <= cue.start());
    let asserted = |at: usize| {
        let here = &scene.tags[at];
        here.is(Role::Charge) && !here.is(Role::Document) && asserts(scene, at)
    };
    let fits = |words: &std::ops::Range<usize>| draft.rule != Rule::Passive || draft.act != Act::Welcome && words.clone().any(asserted);
    draft.evaluates && fronted && pointer(scene, draft).is_some_and(|pointer| pointer.points_back && fits(&pointer.words))
}

/// "rejected the allegation": what was asserted can only be denied; a demand or an offer is rejected.
fn rejects_charge(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let is_charge = |at: &usize| scene.tags[*at].is(Role::Charge) && scene.tags[*at].tag == Tag::Noun;
    let first = |span: Span| scene.document.tokens_in(span).take(NAMED).find(is_charge);
    // "declined to comment on the report": not the report is turned down.
    let to = scene.words(draft).map(|words| words.start).filter(|at| scene.tags[*at].tag == Tag::To);
    if to.is_some_and(|to| !scene.tags.get(to + 1).is_some_and(|verb| verb.is(Role::Admits))) {
        return false;
    }
    let slams = || draft.act == Act::Condemn && draft.content.first().is_some_and(|span| opens_with_charge(scene, *span));
    (draft.act == Act::Reject || slams()) && draft.content.first().and_then(|span| first(*span)).is_some_and(|at| asserts(scene, at))
}

/// Tokens of a content within which a charge is named.
const NAMED: usize = 10;

/// "says that it did not": an answer cut to its auxiliary has an assertion before it.
fn says_not(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(tokens) = draft.content.last().map(|span| scene.document.tokens_in(*span)) else { return false };
    let words: Vec<usize> = tokens.filter(|at| scene.document.tokens[*at].is_wordlike()).collect();
    let Some(last) = words.last().filter(|_| (2..=BRIEF).contains(&words.len())) else { return false };
    let tag = |at: usize| &scene.tags[at];
    let is_auxiliary = |at: usize| tag(at).tag == Tag::Auxiliary;
    let negated = tag(*last).classes.has(Class::Negation);
    let ends = is_auxiliary(*last) || words.len() > 2 && is_auxiliary(words[words.len() - 2]);
    draft.act == Act::State && !draft.candidate.group.negated && negated && ends && draft.candidate.cue.part == Part::Verb
}

/// Words of an answer that says no more than "not".
const BRIEF: usize = 5;

/// The first noun phrase of `span` ends with a charge: "the port's claim that …".
fn opens_with_charge(scene: &Scene<'_, '_>, span: Span) -> bool {
    let words = scene.document.tokens_in(span);
    let is_charge = |at: usize| scene.tags[at].is(Role::Charge) && scene.tags[at].tag == Tag::Noun && !scene.tags[at].is(Role::Document);
    named(scene, words.start, words.end).is_some_and(is_charge)
}

/// The last word of the noun phrase at `from`, without what a preposition adds.
pub(super) fn named(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let found = phrase::after(&scene.tags, from, end);
    let stop = found.clone().find(|at| scene.tags[*at].tag == Tag::Preposition).unwrap_or(found.end);
    stop.checked_sub(1).filter(|last| found.contains(last))
}

/// A verb that turns down what is told or asked.
pub(super) fn refuses(cue: &Cue) -> bool {
    cue.part == Part::Verb && cue.rest.is_empty() && matches!(cue.act, Act::Deny | Act::Reject)
}

pub(super) fn is_charge(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.tags[at].is(Role::Charge)
}

/// "claim", but not "offer"
pub(super) fn asserts(scene: &Scene<'_, '_>, at: usize) -> bool {
    noun_row(scene, at).is_some_and(|row| matches!(row.act, Act::Accuse | Act::State))
}

fn has_negation(scene: &Scene<'_, '_>, span: Span) -> bool {
    scene.document.tokens_in(span).take(10).any(|at| scene.tags[at].classes.has(Class::Negation))
}

#[cfg(test)]
mod tests {
    use crate::claims::extract;
    use crate::model::Act;
    use crate::text::Document;

    fn act(text: &str) -> Option<Act> {
        extract(&Document::new(text)).claims.first().map(|claim| claim.act)
    }

    #[test]
    fn what_is_called_untrue_is_denied() {
        for text in [
            "“That is untrue,” Lee said.",
            "“It was a lie,” Lee said.",
            "The accusation was unfounded and cruel, Lee said.",
            "The claim is not true, according to Lee.",
            "Lee said that he did not recognise the accusation.",
            "Not true, says Lee.",
        ] {
            assert_eq!(act(text), Some(Act::Deny), "{text}");
        }
    }

    #[test]
    fn a_verdict_on_a_deed_or_a_thing_is_none() {
        for text in [
            "“That is wrong,” Lee said.",
            "The ceiling was false, Lee said.",
            "It would be wrong to wait, Lee said.",
            "Lee said that he did not recognise the coat.",
        ] {
            assert_eq!(act(text), Some(Act::State), "{text}");
        }
    }

    #[test]
    fn a_charge_is_turned_down_in_pieces_and_quotations_and_an_offer_is_praised() {
        for text in [
            "The charge was, Lee said, “false in every way”.",
            "The accusation, in the words of Lee, is “theatre”.",
            "The charge has no basis, Lee said.",
            "Lee took the money, a claim his office says is rubbish.",
            "The firm “does not recognise” the allegation, Lee said.",
            "“That’s not what happened,” Lee said.",
            "“Utter nonsense,” Lee said.",
            "The firm “flatly rejects” the claims, a spokesman said.",
            "“We reject the allegation,” Lee said.",
            "Lee said he had no part in it.",
            "“We had nothing to do with the raid,” Lee said.",
        ] {
            let acts = extract(&Document::new(text)).claims.into_iter().map(|claim| claim.act).collect::<Vec<_>>();
            assert_eq!(acts, [Act::Deny], "{text}");
        }
        for text in [
            "The offer was, Lee said, “the best in years”.",
            "The charge was, Lee said, “serious”.",
            "“We reject the offer,” Lee said.",
            "“The mayor rejects the allegation,” Lee said.",
            "The judge “dismissed” the claim, Lee said.",
            "“We refuse claims made after a year,” Lee said.",
            "The claim was filed in May, Lee said.",
            "“That’s not what voters want,” Lee said.",
            "Lee said that she has no role in planning.",
            "Lee said the firm had no part in it.",
        ] {
            assert_eq!(act(text), Some(Act::State), "{text}");
        }
    }

    #[test]
    fn whoever_slams_a_charge_denies_it() {
        assert_eq!(act("The port slammed the accusation as premature."), Some(Act::Deny));
        assert_eq!(act("The port slammed the tax as premature."), Some(Act::Condemn));
    }
}
