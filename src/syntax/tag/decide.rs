//! What a word is in its place: its neighbours decide between what it can be.

use crate::lexicon::actors::{self, Post};
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::numbers;
use crate::lexicon::words::{self, Role};
use crate::text::{Document, TokenKind, lower_case};

use super::beside::{ends_or_adds, opens_clause, speaks, verbal};
use super::place::Place;
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

/// What the token is here, and in which of its forms where it is a verb.
pub(super) fn decide(place: Place<'_>, capitals_tell: bool) -> (Tag, u8) {
    let first = place.before().is_none_or(|before| before.tag == Tag::Quote && place.is_close(place.at));
    let shown = place.is_capital(place.at) && capitals_tell;
    let (here, before, next) = (place.here(), previous(place), place.next());
    Deciding { place, here, before, next, first, named: shown && !first, opens: shown && first, capitals_tell }.tag()
}

/// A token with what decides.
struct Deciding<'p> {
    place: Place<'p>,
    here: &'p Tagged,
    /// The token before, adverbs left out.
    before: Option<&'p Tagged>,
    next: Option<&'p Tagged>,
    /// It begins the sentence, or a quotation in it.
    first: bool,
    /// Its capital makes it a name.
    named: bool,
    /// It has the capital of a beginning.
    opens: bool,
    capitals_tell: bool,
}

impl Deciding<'_> {
    fn tag(&self) -> (Tag, u8) {
        let tag = match self.here.tag {
            Tag::Noun => return self.noun(),
            Tag::Adverb => return self.adverb(),
            Tag::Pronoun => return self.pronoun(),
            Tag::Determiner => self.determiner(),
            Tag::Auxiliary if self.is_auxiliarys_name() => Tag::Name,
            Tag::Stop if is_abbreviation(self.place) => self.place.before().map_or(Tag::Stop, |before| before.tag),
            Tag::Mark if joins_names(self.place) => Tag::Name,
            Tag::Dash if is_hyphen(self.place) => Tag::Number,
            Tag::Complementiser if self.here.is(Role::That) => that(self.before, self.next, self.place.later(2)),
            Tag::To if self.place.before().is_some_and(heads_preposition) || !infinitive_follows(self.place) => Tag::Preposition,
            // "may yet call"
            Tag::Conjunction if self.has(Class::Adverb) && self.before.is_some_and(|before| before.tag == Tag::Auxiliary) => Tag::Adverb,
            // "has once called", "once more called", "once again"
            Tag::Subordinator if self.has(Class::Adverb) && is_once(self.place) => Tag::Adverb,
            // "has since denied", "have since been freed", but "has since May been shut"
            Tag::Preposition if self.has(Class::Subordinator) && is_within_perfect(self.before, self.next) => Tag::Adverb,
            other => other,
        };
        (tag, 0)
    }

    fn has(&self, class: Class) -> bool {
        self.here.classes.has(class)
    }

    fn can_be(&self, forms: u8) -> bool {
        self.here.forms & forms != 0
    }

    /// "May", "Will Oster", "Ana do Carmo"
    fn is_auxiliarys_name(&self) -> bool {
        let Place { end, at, .. } = self.place;
        let goes_on = || at + 1 < end && self.place.is_capital(at + 1);
        self.named && (self.has(Class::Calendar) || goes_on()) || is_particle(self.place)
    }

    /// "Channel Nine", "Radio Four"
    fn is_named_number(&self) -> bool {
        self.named && self.here.word.counts && self.place.before().is_some_and(|before| before.tag == Tag::Name)
    }

    fn determiner(&self) -> Tag {
        if self.named && is_initial(self.place) || self.is_named_number() {
            return Tag::Name;
        }
        // "has once more called"
        let is_within = || self.has(Class::Adverb) && self.place.before().is_some_and(|before| is_between(before, self.next));
        // "Oslo and Rome each say"
        let floats = || self.here.is(Role::Floats) && follows_its_noun(self.before, self.next);
        match () {
            () if is_within() || floats() => Tag::Adverb,
            () if stands_alone(self.here, self.next) => Tag::Pronoun,
            () => Tag::Determiner,
        }
    }

    fn pronoun(&self) -> (Tag, u8) {
        if self.is_named_number() {
            return (Tag::Name, 0);
        }
        if self.has(Class::Determiner) && !stands_alone(self.here, self.next) {
            return (Tag::Determiner, 0);
        }
        self.verb_or(Tag::Pronoun)
    }

    fn adverb(&self) -> (Tag, u8) {
        let is_open = self.here.classes.is_open();
        if self.has(Class::Pronoun) && self.next.is_some_and(|next| next.tag == Tag::Auxiliary) {
            return (Tag::Pronoun, 0);
        }
        // "Mr Reilly said", "Italy denied": an adverb only by its ending, and no name begins so.
        if is_open && self.named {
            return (Tag::Name, 0);
        }
        if is_open && self.opens && self.next.is_some_and(speaks) {
            return (Tag::Noun, 0);
        }
        // "said last week": no verb.
        if self.has(Class::Adverb) && self.next.is_some_and(|next| next.is(Role::Calendar)) {
            return (Tag::Adverb, 0);
        }
        self.verb_or(Tag::Adverb)
    }

    fn noun(&self) -> (Tag, u8) {
        if is_particle(self.place) || self.named || !self.here.owns && has_particle(self.place) {
            return (Tag::Name, 0);
        }
        if self.here.owns {
            return (Tag::Noun, 0);
        }
        if self.is_verb_of_sentence() {
            return (Tag::Verb, self.here.forms);
        }
        if self.first && self.can_be(form::GERUND) && verbs::leads(self.place) {
            return (Tag::Verb, form::GERUND);
        }
        if self.stays_noun() {
            return (Tag::Noun, 0);
        }
        if self.is_verb_of_neighbours() {
            return (Tag::Verb, self.here.forms);
        }
        self.verb_or(Tag::Noun)
    }

    /// A verb by what stands further off.
    fn is_verb_of_sentence(&self) -> bool {
        let ends = || self.next.is_none_or(|next| next.tag == Tag::Stop);
        let is_finite = self.can_be(form::PRESENT | form::BASE);
        is_finite && (verbs::speaks_after_quote(self.place) || ends() && verbs::closes(self.place))
            || self.can_be(form::BASE) && ends() && verbs::shows(self.place)
            || self.can_be(form::PRESENT) && verbs::is_headlines_next(self.place)
            || self.here.word.heads_cue() && verbs::is_headlines_verb(self.place)
    }

    /// A noun, although it has forms of a verb.
    fn stays_noun(&self) -> bool {
        let Tagged { forms, word, .. } = *self.here;
        forms != 0 && self.place.is_title()
            || self.can_be(form::PRESENT) && self.place.is_later_subject()
            || forms == form::GERUND && self.here.is(Role::Noun)
            || forms == form::BASE && word.noun && is_singular(self.place)
            || self.opens && word.forms == 0 && self.next.is_some_and(speaks)
    }

    /// A verb by the words beside it.
    fn is_verb_of_neighbours(&self) -> bool {
        let is_infinitives =
            || is_relatives_verb(self.place) || follows_number(self.place) || self.capitals_tell && has_name_for_object(self.place);
        is_named_shop(self.place) || self.can_be(form::BASE) && is_infinitives()
    }

    fn verb_or(&self, tag: Tag) -> (Tag, u8) {
        if self.here.forms == 0 { (tag, 0) } else { verbal(self.here, self.before, self.next) }
    }
}

/// A word that can begin a clause stands within a verb's words, or before an adverb and a verb.
fn is_once(place: Place<'_>) -> bool {
    let inside = place.before().is_some_and(|before| before.tag == Tag::Auxiliary);
    let adverb = place.next().is_some_and(|next| next.classes.has(Class::Adverb));
    let verb = place.later(2).is_some_and(|then| then.forms & (form::PAST | form::PRESENT | form::PARTICIPLE) != 0);
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
fn is_initial(place: Place<'_>) -> bool {
    let letter = place.word(place.at).len() == 1 && place.next().is_some_and(|next| next.tag == Tag::Stop);
    let named = place.before().is_some_and(|before| before.tag == Tag::Name);
    letter && named && place.at + 2 < place.end && place.is_capital(place.at + 2)
}

/// "Ana do Carmo", "Kees van der Lee": a word, or two, between two names that stands in names.
fn is_particle(place: Place<'_>) -> bool {
    let Place { end, at, .. } = place;
    let is_named = |at: usize| place.is_named(at);
    let is_one = |at: usize| words::is_particle(place.word(at));
    let follows = place.before().is_some_and(|before| before.tag.is_nominal() && (is_named(at - 1) || before.tag == Tag::Name));
    let goes_on = || (at + 1..end.min(at + 3)).find(|next| is_named(*next) || !is_one(*next)).is_some_and(is_named);
    follows && is_one(at) && goes_on()
}

/// "Omar el-Sayed": the second word of a name, which begins with what stands in names and a hyphen.
fn has_particle(place: Place<'_>) -> bool {
    let named = place.before().is_some_and(|before| before.tag.is_nominal() && place.is_capital(place.at - 1));
    let word = || place.word(place.at).split_once('-');
    named && word().is_some_and(|(particle, name)| words::is_particle(particle) && name.starts_with(char::is_uppercase))
}

impl Place<'_> {
    /// "World champion Ana Torv", "Olympic champions Norway": a noun for people right before a name, after no word that it agrees with as
    /// a verb ("police suspect Ana Torv").
    pub(crate) fn is_title(self) -> bool {
        let at = self.at;
        let named = |at: usize| at < self.end && self.is_named(at);
        let agrees = |before: &Tagged| match inflect::is_plural(self.word(at)) {
            true => before.tag == Tag::Name || actors::names_somebody(&lower_case(self.word(at - 1))),
            false => inflect::is_plural(self.word(at - 1)) || before.is(Role::Crowd),
        };
        self.before().is_some_and(|before| !named(at) && named(at + 1) && names_people(self.word(at)) && !agrees(before))
    }

    /// "More than 40 volunteers in two towns have", "Insurance claims from the storm have", "Red Cross volunteers in Lima handed": a plural
    /// after a number or a noun, with its preposition, whose verb comes later; a noun for people has no other reading there.
    pub(crate) fn is_later_subject(self) -> bool {
        let Place { tags, start, end, at, .. } = self;
        let Some(before) = self.before() else { return false };
        let word = lower_case(self.word(at));
        let is_person = || names_people(&word);
        if !before.tag.is_nominal() || before.owns || !inflect::is_plural(&word) || !(self.here().word.noun || is_person()) {
            return false;
        }
        // "Channel 4 reports", "one claims"
        let counted = before.tag == Tag::Number && !(at >= start + 2 && tags[at - 2].tag == Tag::Name) && !before.is(Role::Subject);
        let governs = self.next().is_some_and(|next| next.tag == Tag::Preposition);
        if counted || !governs {
            return counted && !self.next().is_some_and(opens_clause);
        }
        if is_person() {
            return true;
        }
        let rest = &tags[at + 2..end.min(at + 2 + SPEAKER)];
        let within = |here: &Tagged| matches!(here.tag, Tag::Noun | Tag::Name) && here.forms & (form::PAST | form::GERUND) == 0;
        let verb = rest.iter().skip_while(|here| matches!(here.tag, Tag::Determiner | Tag::Possessive)).find(|here| !within(here));
        let dated = rest.iter().take_while(|here| here.tag != Tag::Auxiliary).any(|here| here.is(Role::Calendar));
        !dated && verb.is_some_and(|verb| verb.tag == Tag::Auxiliary && !verb.is(Role::Contracted))
    }
}

/// "champion", "volunteers".
fn names_people(noun: &str) -> bool {
    actors::is_post(noun, Post::Person) || actors::has_role(noun, actors::Role::Crowd)
}

/// "the 24-year-old": a dash without spaces between a number and a word.
fn is_hyphen(place: Place<'_>) -> bool {
    let (at, number) = (place.at, place.before().is_some_and(|before| before.tag == Tag::Number));
    let word = || at + 1 < place.end && place.document.tokens[at + 1].kind == TokenKind::Word;
    number && word() && place.is_close(at) && place.is_close(at + 1)
}

/// "a Herald/Lund University poll": a stroke between two capitals.
fn joins_names(place: Place<'_>) -> bool {
    let (at, named) = (place.at, place.before().is_some_and(|before| before.tag.is_nominal() && place.is_capital(place.at - 1)));
    let goes_on = || at + 1 < place.end && place.is_capital(at + 1) && place.is_close(at) && place.is_close(at + 1);
    named && place.word(at) == "/" && goes_on()
}

/// "Moody's said growth would slow": the name before ends with 's by itself, since a verb of saying follows it. A regular participle may
/// belong to a noun: "Iran's claimed gains were small".
fn is_named_shop(place: Place<'_>) -> bool {
    let named = place.before().is_some_and(|before| before.owns && place.is_capital(place.at - 1));
    if !named || !speaks(place.here()) {
        return false;
    }
    let rest = &place.tags[place.at + 1..place.end.min(place.at + 1 + CLAUSE)];
    place.here().forms & form::PARTICIPLE == 0
        || rest.first().is_none_or(|next| ends_or_adds(next) || opens_clause(next) || next.tag == Tag::Quote)
        || words::irregular(place.word(place.at)).is_some() && rest.iter().any(|later| later.tag == Tag::Auxiliary)
}

/// Tokens within which the auxiliary of a clause without "that" stands.
const CLAUSE: usize = 6;

/// A common noun without a plural's s stands right before, so that a verb there would have one: "a verifiable guarantee that". So does an
/// article with one name: "a Chilean demand that", but "the Danish demand that".
fn is_singular(place: Place<'_>) -> bool {
    let Place { tags, start, at, .. } = place;
    let Some(before) = place.before() else { return false };
    let word = place.word(at - 1);
    let counts = match before.tag {
        Tag::Noun => before.forms == 0 && !before.is(Role::Crowd),
        Tag::Name => at >= start + 2 && tags[at - 2].tag == Tag::Determiner && !inflect::can_be_people(word),
        _ => false,
    };
    counts && !inflect::can_be_plural(word) && !inflect::can_be_latin_plural(word)
}

/// The stop of "Mr." or "Inc.": within a sentence, right after a word. It counts as part of the word.
fn is_abbreviation(place: Place<'_>) -> bool {
    place.before().is_some_and(|before| before.tag.is_nominal())
        && place.next().is_some_and(|next| next.tag != Tag::Quote)
        && place.is_close(place.at)
        && place.word(place.at).len() == 1
}

fn is_base(next: &Tagged) -> bool {
    next.forms & form::BASE != 0 || next.classes.has(Class::Auxiliary) || (next.tag == Tag::Adverb && !next.classes.has(Class::Determiner))
}

/// After "to": a known verb, or an unknown word that takes an object ("to revive the talks").
fn infinitive_follows(place: Place<'_>) -> bool {
    let Some(next) = place.next() else { return false };
    let object = place.later(2).is_some_and(|then| matches!(then.tag, Tag::Determiner | Tag::Possessive | Tag::Pronoun));
    // "not to drink": "to" and a noun would have an article between.
    let negated = place.at > 0 && place.tags[place.at - 1].classes.has(Class::Negation);
    is_base(next) || ((object || negated) && next.tag == Tag::Noun && !next.owns && !next.is(Role::Object))
}

/// The token before, adverbs left out.
fn previous(place: Place<'_>) -> Option<&Tagged> {
    place.tags[place.start..place.at].iter().rev().take(4).find(|before| before.tag != Tag::Adverb)
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

/// "Two admit that it rained", "one in five say it did": a noun after the numeral would be a plural.
fn follows_number(place: Place<'_>) -> bool {
    let clause = place.next().is_some_and(|next| next.tag == Tag::Complementiser || next.is(Role::Subject));
    let counts = |number: &Tagged| number.tag == Tag::Determiner && !number.is(Role::Subject);
    let is_cardinal = || numbers::is_cardinal(&lower_case(place.word(place.at - 1)));
    clause && place.here().word.heads_cue() && place.before().is_some_and(|number| counts(number) && is_cardinal())
}

/// "a rise which traders blame on fear": a cue behind a plural that begins a relative clause.
fn is_relatives_verb(place: Place<'_>) -> bool {
    let Place { tags, start, at, .. } = place;
    let many = |at: usize| tags[at].tag == Tag::Noun && !tags[at].owns && inflect::is_plural(place.word(at));
    // "which anglers praise, is dry" says nothing.
    let goes_on = place.next().is_some_and(|next| next.tag == Tag::Preposition);
    at >= start + 2 && goes_on && tags[at].word.heads(Part::Verb) && many(at - 1) && tags[at - 2].tag == Tag::Relative
}

/// "Officials blame Oslo": a cue between a plural and a name.
fn has_name_for_object(place: Place<'_>) -> bool {
    let Place { tags, start, end, at, .. } = place;
    let before = (start..at).rev().take(4).find(|before| tags[*before].tag != Tag::Adverb);
    let many = |before: usize| {
        let plural = inflect::is_plural(place.word(before)) && tags[before].tag == Tag::Noun;
        !tags[before].owns && (plural || tags[before].is(Role::Crowd))
    };
    tags[at].word.heads(Part::Verb) && at + 1 < end && place.is_named(at + 1) && before.is_some_and(many)
}
