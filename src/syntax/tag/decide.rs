//! What a word is in its place: its neighbours decide between what it can be.

use crate::lexicon::actors::{self, Post};
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::numbers;
use crate::lexicon::words::{self, Role};
use crate::text::{Document, TokenKind, lower_case};

use super::verbs::{self, SPEAKER};
use super::{Tag, Tagged};

/// A sentence with at least one word in four without a capital, and not a headline.
pub(super) fn capitals_tell(document: &Document<'_>, range: std::ops::Range<usize>) -> bool {
    let words = document.tokens[range].iter().filter(|token| token.kind == TokenKind::Word);
    let (mut small, mut all, mut run) = (0, 0, 0);
    for token in words {
        all += 1;
        small += usize::from(!token.capital);
        run += usize::from(token.span.len() > 3 && token.capital);
    }
    small * 2 >= all || small > run
}

pub(super) fn decide(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize, capitals_tell: bool) -> (Tag, u8) {
    let here = &tags[at];
    let first = at == range.start || (tags[at - 1].tag == Tag::Quote && !document.tokens[at].spaced);
    let before = previous(tags, range.start, at);
    let next = if at + 1 < range.end { Some(&tags[at + 1]) } else { None };
    let named = document.tokens[at].capital && capitals_tell && !first;
    match here.tag {
        Tag::Stop if is_abbreviation(document, tags, range.clone(), at) => (tags[at - 1].tag, 0),
        Tag::Mark if joins_names(document, tags, range.clone(), at) => (Tag::Name, 0),
        Tag::Dash if is_hyphen(document, tags, range.clone(), at) => (Tag::Number, 0),
        Tag::Complementiser if here.is(Role::That) => (that(before, next, tags.get(at + 2).filter(|_| at + 2 < range.end)), 0),
        Tag::Adverb if here.classes.has(Class::Pronoun) && next.is_some_and(|next| next.tag == Tag::Auxiliary) => (Tag::Pronoun, 0),
        // "may yet call"
        Tag::Conjunction if here.classes.has(Class::Adverb) && before.is_some_and(|before| before.tag == Tag::Auxiliary) => {
            (Tag::Adverb, 0)
        }
        // "has once called", "once more called", "once again"
        Tag::Subordinator if here.classes.has(Class::Adverb) && is_once(tags, range.clone(), at) => (Tag::Adverb, 0),
        // "has since denied", "have since been freed", but "has since May been shut"
        Tag::Preposition if here.classes.has(Class::Subordinator) && is_within_perfect(before, next) => (Tag::Adverb, 0),
        // "according to state media": no infinitive, whatever can be a verb.
        Tag::To if at > range.start && heads_preposition(&tags[at - 1]) => (Tag::Preposition, 0),
        Tag::To => (if infinitive_follows(tags, at, range.end) { Tag::To } else { Tag::Preposition }, 0),
        Tag::Auxiliary if here.classes.has(Class::Calendar) && named => (Tag::Name, 0),
        // "Will Oster"
        Tag::Auxiliary if named && at + 1 < range.end && document.tokens[at + 1].capital => (Tag::Name, 0),
        // "Ana do Carmo"
        Tag::Auxiliary | Tag::Noun if is_particle(document, tags, range.clone(), at) => (Tag::Name, 0),
        Tag::Determiner if named && is_initial(document, tags, range.clone(), at) => (Tag::Name, 0),
        // "Channel Nine", "Radio Four"
        Tag::Determiner | Tag::Pronoun if named && here.word.counts && at > range.start && tags[at - 1].tag == Tag::Name => (Tag::Name, 0),
        // "has once more called"
        Tag::Determiner if here.classes.has(Class::Adverb) && at > range.start && is_between(&tags[at - 1], next) => (Tag::Adverb, 0),
        // "Oslo and Rome each say"
        Tag::Determiner if here.is(Role::Floats) && follows_its_noun(before, next) => (Tag::Adverb, 0),
        Tag::Determiner if stands_alone(here, next) => (Tag::Pronoun, 0),
        Tag::Pronoun if here.classes.has(Class::Determiner) && !stands_alone(here, next) => (Tag::Determiner, 0),
        Tag::Noun if here.owns => (if named { Tag::Name } else { Tag::Noun }, 0),
        Tag::Noun if named || has_particle(document, tags, range.start, at) => (Tag::Name, 0),
        // "Mr Reilly said", "Italy denied": an adverb only by its ending, and no name begins so.
        Tag::Adverb if here.classes.is_open() && named => (Tag::Name, 0),
        Tag::Adverb if here.classes.is_open() && first && document.tokens[at].capital && capitals_tell && next.is_some_and(speaks) => {
            (Tag::Noun, 0)
        }
        Tag::Noun if here.forms & (form::PRESENT | form::BASE) != 0 && verbs::speaks_after_quote(tags, range.clone(), at) => {
            (Tag::Verb, here.forms)
        }
        Tag::Noun
            if here.forms & (form::PRESENT | form::BASE) != 0
                && next.is_none_or(|next| next.tag == Tag::Stop)
                && verbs::closes(tags, range.clone(), at) =>
        {
            (Tag::Verb, here.forms)
        }
        Tag::Noun
            if here.forms & form::BASE != 0 && next.is_none_or(|next| next.tag == Tag::Stop) && verbs::shows(tags, range.clone(), at) =>
        {
            (Tag::Verb, here.forms)
        }
        Tag::Noun if here.forms & form::PRESENT != 0 && verbs::is_headlines_next(document, tags, range.clone(), at) => {
            (Tag::Verb, here.forms)
        }
        Tag::Noun if here.word.heads_cue() && verbs::is_headlines_verb(document, tags, range.clone(), at) => (Tag::Verb, here.forms),
        Tag::Noun if first && here.forms & form::GERUND != 0 && verbs::leads(document, tags, range.clone(), at) => {
            (Tag::Verb, form::GERUND)
        }
        Tag::Noun if here.forms != 0 && is_title(document, tags, range.clone(), at) => (Tag::Noun, 0),
        Tag::Noun if here.forms & form::PRESENT != 0 && is_later_subject(document, tags, range.clone(), at) => (Tag::Noun, 0),
        Tag::Noun if here.forms == form::GERUND && here.is(Role::Noun) => (Tag::Noun, 0),
        Tag::Noun if here.forms == form::BASE && here.word.noun && is_singular(document, tags, range.start, at) => (Tag::Noun, 0),
        Tag::Noun if first && document.tokens[at].capital && capitals_tell && here.word.forms == 0 && next.is_some_and(speaks) => {
            (Tag::Noun, 0)
        }
        // "said last week": no verb.
        Tag::Adverb if here.classes.has(Class::Adverb) && next.is_some_and(|next| next.is(Role::Calendar)) => (Tag::Adverb, 0),
        Tag::Noun if is_named_shop(document, tags, range.clone(), at) => (Tag::Verb, here.forms),
        Tag::Noun if here.forms & form::BASE != 0 && is_relatives_verb(document, tags, range.start, at) => (Tag::Verb, here.forms),
        Tag::Noun if here.forms & form::BASE != 0 && follows_number(document, tags, range.clone(), at) => (Tag::Verb, here.forms),
        Tag::Noun if here.forms & form::BASE != 0 && capitals_tell && has_name_for_object(document, tags, range.clone(), at) => {
            (Tag::Verb, here.forms)
        }
        Tag::Noun | Tag::Adverb | Tag::Pronoun if here.forms != 0 => verbal(here, before, next),
        other => (other, 0),
    }
}

/// A word that can begin a clause stands within a verb's words, or before an adverb and a verb.
fn is_once(tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let inside = at > range.start && tags[at - 1].tag == Tag::Auxiliary;
    let adverb = tags[range.clone()].get(at + 1 - range.start).is_some_and(|next| next.classes.has(Class::Adverb));
    let verb = at + 2 < range.end && tags[at + 2].forms & (form::PAST | form::PRESENT | form::PARTICIPLE) != 0;
    inside || adverb && verb
}

/// What it belongs to stands before it, and that noun's verb after it.
fn follows_its_noun(before: Option<&Tagged>, next: Option<&Tagged>) -> bool {
    let noun = before.is_some_and(|before| (before.tag.is_nominal() && !before.owns) || before.tag == Tag::Pronoun);
    noun && next.is_some_and(|next| next.word.heads_cue() && next.forms & form::BASE != 0 && next.forms & form::PAST == 0)
}

/// A form of "have" stands before it, and what goes on with that after it.
fn is_within_perfect(before: Option<&Tagged>, next: Option<&Tagged>) -> bool {
    let has = before.is_some_and(|before| before.tag == Tag::Auxiliary && before.is(Role::Have));
    let goes_on =
        |next: &Tagged| next.is(Role::Be) || next.classes.is_open() && (next.tag == Tag::Adverb || next.forms & form::PARTICIPLE != 0);
    has && next.is_some_and(goes_on)
}

/// An adverb and a verb stand around it.
fn is_between(before: &Tagged, next: Option<&Tagged>) -> bool {
    before.tag == Tag::Adverb && next.is_some_and(|next| next.forms & (form::PAST | form::PARTICIPLE) != 0 && !next.word.noun)
}

/// The first word of a cue that is a preposition.
fn heads_preposition(here: &Tagged) -> bool {
    here.word.heads(Part::Preposition)
}

/// "Ann A. Lee": a letter with a stop between names, although it is an article too.
fn is_initial(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let letter = document.tokens[at].span.len() == 1 && tags.get(at + 1).is_some_and(|next| next.tag == Tag::Stop);
    letter && at > range.start && tags[at - 1].tag == Tag::Name && at + 2 < range.end && document.tokens[at + 2].capital
}

/// "Ana do Carmo", "Kees van der Lee": a word, or two, between two names that stands in names.
fn is_particle(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let is_named = |at: usize| document.tokens[at].capital && document.tokens[at].kind == TokenKind::Word;
    let is_one = |at: usize| words::is_particle(document.slice(document.tokens[at].span));
    let follows = at > range.start && tags[at - 1].tag.is_nominal() && (is_named(at - 1) || tags[at - 1].tag == Tag::Name);
    let goes_on = || (at + 1..range.end.min(at + 3)).find(|next| is_named(*next) || !is_one(*next)).is_some_and(is_named);
    follows && is_one(at) && goes_on()
}

/// "Omar el-Sayed": the second word of a name, which begins with what stands in names and a hyphen.
fn has_particle(document: &Document<'_>, tags: &[Tagged], start: usize, at: usize) -> bool {
    let named = at > start && tags[at - 1].tag.is_nominal() && document.tokens[at - 1].capital;
    let word = || document.slice(document.tokens[at].span).split_once('-');
    named && word().is_some_and(|(particle, name)| words::is_particle(particle) && name.starts_with(char::is_uppercase))
}

/// "World champion Ana Torv", "Olympic champions Norway": a noun for people right before a name, after no word that it agrees with as a
/// verb ("police suspect Ana Torv").
pub(crate) fn is_title(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let word = |at: usize| document.slice(document.tokens[at].span);
    let named = |at: usize| at < range.end && document.tokens[at].kind == TokenKind::Word && document.tokens[at].capital;
    let agrees = |before: usize| match inflect::is_plural(word(at)) {
        true => tags[before].tag == Tag::Name || actors::names_somebody(&lower_case(word(before))),
        false => inflect::is_plural(word(before)) || tags[before].is(Role::Crowd),
    };
    at > range.start && !named(at) && named(at + 1) && names_people(word(at)) && !agrees(at - 1)
}

/// "champion", "volunteers".
fn names_people(noun: &str) -> bool {
    actors::is_post(noun, Post::Person) || actors::has_role(noun, actors::Role::Crowd)
}

/// "More than 40 volunteers in two towns have", "Insurance claims from the storm have", "Red Cross volunteers in Lima handed": a plural
/// after a number or a noun, with its preposition, whose verb comes later; a noun for people has no other reading there.
pub(crate) fn is_later_subject(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= range.start).map(|before| &tags[before]) else { return false };
    let word = |at: usize| lower_case(document.slice(document.tokens[at].span));
    let is_person = || names_people(&word(at));
    let is_noun = || tags[at].word.noun || is_person();
    if !before.tag.is_nominal() || before.owns || !inflect::is_plural(&word(at)) || !is_noun() {
        return false;
    }
    let next = tags[..range.end].get(at + 1);
    // "Channel 4 reports", "one claims"
    let counted = before.tag == Tag::Number && !(at >= range.start + 2 && tags[at - 2].tag == Tag::Name) && !before.is(Role::Subject);
    let governs = next.is_some_and(|next| next.tag == Tag::Preposition);
    if counted || !governs {
        return counted && !next.is_some_and(opens_clause);
    }
    if is_person() {
        return true;
    }
    let rest = &tags[at + 2..range.end.min(at + 2 + SPEAKER)];
    let within = |here: &Tagged| matches!(here.tag, Tag::Noun | Tag::Name) && here.forms & (form::PAST | form::GERUND) == 0;
    let verb = rest.iter().skip_while(|here| matches!(here.tag, Tag::Determiner | Tag::Possessive)).find(|here| !within(here));
    let dated = rest.iter().take_while(|here| here.tag != Tag::Auxiliary).any(|here| here.is(Role::Calendar));
    !dated && verb.is_some_and(|verb| verb.tag == Tag::Auxiliary && !verb.is(Role::Contracted))
}

/// "the 24-year-old": a dash without spaces between a number and a word.
fn is_hyphen(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let (before, after) = (at > range.start && tags[at - 1].tag == Tag::Number, at + 1 < range.end);
    let close = |at: usize| !document.tokens[at].spaced;
    before && after && document.tokens[at + 1].kind == TokenKind::Word && close(at) && close(at + 1)
}

/// "a Herald/Lund University poll": a stroke between two capitals.
fn joins_names(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let inside = at > range.start && at + 1 < range.end && document.slice(document.tokens[at].span) == "/";
    let close = |at: usize| !document.tokens[at].spaced;
    inside
        && close(at)
        && close(at + 1)
        && tags[at - 1].tag.is_nominal()
        && document.tokens[at - 1].capital
        && document.tokens[at + 1].capital
}

/// A verb that can only follow its subject: "Mehmed said", where an ending makes the name look like a verb.
fn speaks(next: &Tagged) -> bool {
    next.forms & (form::PAST | form::PRESENT) != 0 && !next.word.noun && next.word.heads_cue()
}

/// "Moody's said growth would slow": the name before ends with 's by itself, since a verb of saying follows it. A regular participle may
/// belong to a noun: "Iran's claimed gains were small".
fn is_named_shop(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let named = at > range.start && tags[at - 1].owns && document.tokens[at - 1].capital;
    if !named || !speaks(&tags[at]) {
        return false;
    }
    let rest = &tags[at + 1..range.end.min(at + 1 + CLAUSE)];
    tags[at].forms & form::PARTICIPLE == 0
        || rest.first().is_none_or(|next| ends_or_adds(next) || opens_clause(next) || next.tag == Tag::Quote)
        || words::irregular(document.slice(document.tokens[at].span)).is_some() && rest.iter().any(|later| later.tag == Tag::Auxiliary)
}

/// Tokens within which the auxiliary of a clause without "that" stands.
const CLAUSE: usize = 6;

/// A common noun without a plural's s stands right before, so that a verb there would have one: "a verifiable guarantee that". So does an
/// article with one name: "a Chilean demand that", but "the Danish demand that".
fn is_singular(document: &Document<'_>, tags: &[Tagged], start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= start) else { return false };
    let here = &tags[before];
    let word = document.slice(document.tokens[before].span);
    let counts = match here.tag {
        Tag::Noun => here.forms == 0 && !here.is(Role::Crowd),
        Tag::Name => before > start && tags[before - 1].tag == Tag::Determiner && !inflect::can_be_people(word),
        _ => false,
    };
    counts && !inflect::can_be_plural(word) && !inflect::can_be_latin_plural(word)
}

/// The stop of "Mr." or "Inc.": within a sentence, right after a word. It counts as part of the word.
fn is_abbreviation(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    at > range.start
        && at + 1 < range.end
        && !document.tokens[at].spaced
        && document.tokens[at].span.len() == 1
        && tags[at - 1].tag.is_nominal()
        && tags[at + 1].tag != Tag::Quote
}

fn is_base(next: &Tagged) -> bool {
    next.forms & form::BASE != 0 || next.classes.has(Class::Auxiliary) || (next.tag == Tag::Adverb && !next.classes.has(Class::Determiner))
}

/// After "to": a known verb, or an unknown word that takes an object ("to revive the talks").
fn infinitive_follows(tags: &[Tagged], at: usize, end: usize) -> bool {
    let Some(next) = tags.get(at + 1).filter(|_| at + 1 < end) else { return false };
    let object = tags.get(at + 2).is_some_and(|then| at + 2 < end && matches!(then.tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun));
    // "not to drink": "to" and a noun would have an article between.
    let negated = at > 0 && tags[at - 1].classes.has(Class::Negation);
    is_base(next) || ((object || negated) && next.tag == Tag::Noun && !next.owns && !next.is(Role::Object))
}

/// The token before, adverbs left out.
fn previous(tags: &[Tagged], start: usize, at: usize) -> Option<&Tagged> {
    tags[start..at].iter().rev().take(4).find(|before| before.tag != Tag::Adverb)
}

fn that(before: Option<&Tagged>, next: Option<&Tagged>, then: Option<&Tagged>) -> Tag {
    let after_noun = before.is_some_and(|before| before.tag.is_nominal() && !before.word.heads_cue());
    // "the group that runs the camp"
    let governs = |next: &Tagged| {
        next.forms & form::PRESENT != 0 && then.is_some_and(|then| matches!(then.tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun))
    };
    let is_verb = |next: &Tagged| next.tag == Tag::Auxiliary || next.forms != 0 && (!next.word.noun || after_noun && governs(next));
    let verb_next = next.is_some_and(is_verb);
    match before {
        Some(before) if verb_next && before.tag.is_nominal() => Tag::Relative,
        None if verb_next => Tag::Pronoun,
        Some(before) if before.tag == Tag::Preposition => {
            if verb_next {
                Tag::Pronoun
            } else {
                Tag::Determiner
            }
        }
        None => Tag::Determiner,
        _ if after_noun && next.is_some_and(|next| matches!(next.tag, Tag::Pronoun)) => Tag::Complementiser,
        _ if next.is_none_or(|next| matches!(next.tag, Tag::Stop | Tag::Comma | Tag::Quote)) => Tag::Pronoun,
        _ => Tag::Complementiser,
    }
}

/// "some said", "both agreed": no noun follows.
fn stands_alone(here: &Tagged, next: Option<&Tagged>) -> bool {
    here.is(Role::Subject)
        && next.is_none_or(|next| {
            matches!(
                next.tag,
                Tag::Auxiliary | Tag::Preposition | Tag::Comma | Tag::Stop | Tag::Relative | Tag::Complementiser | Tag::Conjunction
            ) || (next.forms != 0 && !next.word.noun && next.forms & form::GERUND == 0)
        })
}

fn verbal(here: &Tagged, before: Option<&Tagged>, next: Option<&Tagged>) -> (Tag, u8) {
    let forms = here.forms;
    let finite = forms & (form::PAST | form::PRESENT | form::BASE);
    let Some(before) = before else {
        let governs = |next: &Tagged| matches!(next.tag, Tag::Complementiser | Tag::Determiner | Tag::Possessive | Tag::Pronoun);
        let opens =
            forms & (form::GERUND | form::PARTICIPLE) != 0 && (!here.word.noun || forms & form::GERUND != 0 && next.is_some_and(governs));
        return if opens || (forms & form::BASE != 0 && !here.word.noun) { (Tag::Verb, forms) } else { (Tag::Noun, 0) };
    };
    match before.tag {
        Tag::Auxiliary if before.is(Role::Be) || before.is(Role::Have) => {
            let fits = forms & (form::PARTICIPLE | form::GERUND);
            if fits != 0 { (Tag::Verb, fits) } else { (Tag::Noun, 0) }
        }
        Tag::Auxiliary | Tag::To if forms & form::BASE != 0 => (Tag::Verb, form::BASE),
        Tag::Number | Tag::Determiner if here.word.heads_cue() && finite & form::PAST != 0 && next.is_some_and(opens_clause) => {
            (Tag::Verb, forms)
        }
        // "the mother of three said.", but "the three accused men".
        Tag::Number | Tag::Determiner if speaks(here) && next.is_none_or(ends_or_adds) => (Tag::Verb, forms),
        Tag::Determiner | Tag::Possessive | Tag::Number if !before.is(Role::Subject) => (Tag::Noun, 0),
        _ if before.owns => (Tag::Noun, 0),
        // "as first reported by the Herald"
        Tag::Preposition if before.is(Role::As) && forms & form::PARTICIPLE != 0 && next.is_some_and(|next| next.is(Role::By)) => {
            (Tag::Verb, form::PARTICIPLE)
        }
        Tag::Preposition if forms & form::GERUND != 0 && !(here.word.noun && next.is_none_or(|next| !next.tag.opens_phrase())) => {
            (Tag::Verb, form::GERUND)
        }
        // "by warning that", "after warning that": a noun would want an article.
        Tag::Preposition
            if forms & form::GERUND != 0
                && (before.is(Role::By) || before.classes.has(Class::Subordinator))
                && here.word.heads(Part::Verb)
                && next.is_some_and(|next| next.is(Role::That)) =>
        {
            (Tag::Verb, form::GERUND)
        }
        Tag::Preposition | Tag::Determiner | Tag::To => (Tag::Noun, 0),
        _ if here.word.noun && forms & (form::PAST | form::GERUND) == 0 => ambiguous(here, before, next),
        Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Number if finite != 0 => (Tag::Verb, forms),
        _ => (Tag::Verb, forms),
    }
}

/// "Two admit that it rained", "one in five say it did": a noun after the numeral would be a plural.
fn follows_number(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let clause = tags[..range.end].get(at + 1).is_some_and(|next| next.tag == Tag::Complementiser || next.is(Role::Subject));
    let number = at.checked_sub(1).filter(|number| *number >= range.start && clause && tags[at].word.heads_cue());
    number.is_some_and(|number| {
        let word = lower_case(document.slice(document.tokens[number].span));
        tags[number].tag == Tag::Determiner && !tags[number].is(Role::Subject) && numbers::is_cardinal(&word)
    })
}

/// "a rise which traders blame on fear": a cue behind a plural that begins a relative clause.
fn is_relatives_verb(document: &Document<'_>, tags: &[Tagged], start: usize, at: usize) -> bool {
    let many = |at: usize| tags[at].tag == Tag::Noun && !tags[at].owns && inflect::is_plural(document.slice(document.tokens[at].span));
    // "which anglers praise, is dry" says nothing.
    let goes_on = tags.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition);
    at >= start + 2 && goes_on && tags[at].word.heads(Part::Verb) && many(at - 1) && tags[at - 2].tag == Tag::Relative
}

/// "Officials blame Oslo": a cue between a plural and a name.
fn has_name_for_object(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let named = |at: usize| at < range.end && document.tokens[at].kind == TokenKind::Word && document.tokens[at].capital;
    let before = (range.start..at).rev().take(4).find(|before| tags[*before].tag != Tag::Adverb);
    let many = |before: usize| {
        let plural = inflect::is_plural(document.slice(document.tokens[before].span)) && tags[before].tag == Tag::Noun;
        !tags[before].owns && (plural || tags[before].is(Role::Crowd))
    };
    tags[at].word.heads(Part::Verb) && named(at + 1) && before.is_some_and(many)
}

fn ends_or_adds(next: &Tagged) -> bool {
    matches!(next.tag, Tag::Stop | Tag::Comma | Tag::Mark | Tag::Quote | Tag::Adverb | Tag::Preposition)
}

fn opens_clause(next: &Tagged) -> bool {
    matches!(next.tag, Tag::Complementiser | Tag::Determiner | Tag::Possessive | Tag::Pronoun)
}

/// A word that can be a noun or a finite verb ("claims", "attack").
fn ambiguous(here: &Tagged, before: &Tagged, next: Option<&Tagged>) -> (Tag, u8) {
    let object_follows = next.is_some_and(|next| {
        matches!(
            next.tag,
            Tag::Complementiser | Tag::To | Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Quote | Tag::Name | Tag::Preposition
        )
    });
    let strong = next.is_some_and(|next| {
        matches!(next.tag, Tag::Complementiser | Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Quote | Tag::Name | Tag::To)
    });
    let verb = match before.tag {
        Tag::Noun | Tag::Name if before.is(Role::Document) && !here.is(Role::Document) => {
            object_follows || next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Noun))
        }
        Tag::Pronoun | Tag::Relative => true,
        Tag::Name | Tag::Number => {
            here.forms & form::PRESENT != 0 && object_follows || here.forms & form::BASE != 0 && next.is_some_and(opens_clause)
        }
        Tag::Noun => strong && !next.is_some_and(|next| next.tag == Tag::To && here.forms & form::PRESENT != 0),
        Tag::Verb | Tag::Comma | Tag::Quote => false,
        Tag::Conjunction => strong && !next.is_some_and(|next| next.tag == Tag::To),
        _ => false,
    };
    if verb { (Tag::Verb, here.forms) } else { (Tag::Noun, 0) }
}
