//! What is said to be untrue: a verdict on what was said before, or on a charge by its name.

use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, Tagged};

use super::denial::{asserts, is_charge, named, refuses};
use super::scene::{Draft, Scene};

/// "That is untrue", "the accusation was a lie", "there is no truth in it", "he does not recognise the charge": what is said turns down
/// what was said before, or a charge by name.
pub(super) fn finds_untrue(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let verb = matches!(draft.candidate.cue.part, Part::Verb | Part::Preposition);
    let is_told = draft.act == Act::State || draft.act == Act::Accuse && draft.candidate.cue.act == Act::State;
    if !is_told || !verb || draft.candidate.group.negated {
        return false;
    }
    let Some(finding) = Finding::of(scene, draft) else { return false };
    finding.is_untrue_charge() || finding.is_verdict() || finding.disowns_charge() || finding.refuses_charge(draft)
}

/// Tokens within which what is said turns down what was said.
const SAID: usize = 100;

/// What is said of something, by its subject, verb and predicate. Places are counted in what is said.
struct Finding<'s, 'a, 'b> {
    scene: &'s Scene<'a, 'b>,
    /// The tokens of what is said. "The charge is, she added, a lie": in pieces.
    said: Vec<usize>,
    /// Where it begins, but for quotation marks and conjunctions.
    first: usize,
    /// How many stand together from there.
    begun: usize,
    /// Where the subject ends.
    subject: usize,
    verb: usize,
    predicate: usize,
    /// Subject and verb are one word: "that's".
    is_contracted: bool,
    /// The subject is a pronoun: "that", "it".
    is_pronoun: bool,
    is_negated: bool,
}

impl<'s, 'a, 'b> Finding<'s, 'a, 'b> {
    fn of(scene: &'s Scene<'a, 'b>, draft: &Draft) -> Option<Self> {
        let said: Vec<usize> = draft.content.iter().flat_map(|piece| scene.document.tokens_in(*piece)).take(SAID).collect();
        let is_skipped = |place: &usize| match scene.tags[said[*place]].tag {
            Tag::Complementiser => !said.get(*place + 1).is_some_and(|next| scene.tags[*next].is(Role::Be)),
            tag => matches!(tag, Tag::Quote | Tag::Conjunction),
        };
        let first = (0..said.len()).find(|place| !is_skipped(place))?;
        let opens = &scene.tags[said[first]];
        let begun = (first..said.len()).take_while(|place| said[*place] == said[first] + (place - first)).count();
        let is_contracted = opens.is(Role::Contracted) && opens.is(Role::Be);
        let (verb, predicate, is_negated) = (first, first, false);
        let mut found =
            Finding { scene, said, first, begun, subject: first, verb, predicate, is_contracted, is_pronoun: false, is_negated };
        let stands = || matches!(opens.tag, Tag::Pronoun | Tag::Determiner | Tag::Complementiser);
        found.is_pronoun = is_contracted || stands() && found.word(first + 1).is_some_and(|next| !next.tag.is_nominal());
        if !found.is_pronoun {
            found.subject = found.named(first).map_or(first, |at| first + (at - found.said[first]));
        }
        found.verb = if is_contracted { found.subject } else { found.behind(found.subject + 1, |next| next.tag == Tag::Quote) };
        found.predicate =
            found.behind(found.verb + 1, |next| matches!(next.tag, Tag::Adverb | Tag::Determiner | Tag::Quote) || is_not(next));
        found.is_negated = (found.verb..found.predicate).filter_map(|place| found.word(place)).any(is_not);
        (found.predicate < found.said.len()).then_some(found)
    }

    fn word(&self, place: usize) -> Option<&'s Tagged> {
        self.said.get(place).map(|at| &self.scene.tags[*at])
    }

    fn is(&self, place: usize, role: Role) -> bool {
        self.word(place).is_some_and(|word| word.is(role))
    }

    /// The first place from `from` that is no step.
    fn behind(&self, from: usize, is_step: impl Fn(&Tagged) -> bool) -> usize {
        (from..).find(|place| !self.word(*place).is_some_and(&is_step)).unwrap_or(self.said.len())
    }

    /// The noun of the phrase that begins at `place`.
    fn named(&self, place: usize) -> Option<usize> {
        self.said.get(place).and_then(|at| named(self.scene, *at, *at + self.begun.saturating_sub(place - self.first)))
    }

    /// "The charge is a lie", "the charge has no basis", "a charge that he says is false".
    fn is_untrue_charge(&self) -> bool {
        let opens = self.said[self.first];
        let is_led_back = || self.scene.tags[opens].classes.has(Class::Relative) && opens > 0 && is_charge(self.scene, opens - 1);
        if !is_charge(self.scene, self.said[self.subject]) && !is_led_back() {
            return false;
        }
        let is_baseless = || self.is(self.verb, Role::Have) && self.is_negated && self.is(self.predicate, Role::Truth);
        let is_untrue = || self.is(self.verb, Role::Be) && is_untrue(self.scene, self.said[self.subject], &self.said[self.verb..]);
        is_untrue() || is_baseless() || ends_untrue(self.scene, &self.said[self.subject..])
    }

    /// "That is untrue", "it is not true", "that is not what happened".
    fn is_verdict(&self) -> bool {
        let is_it = self.is_contracted || self.scene.tags[self.said[self.first]].is_it_or_you();
        let goes_on = || {
            self.word(self.predicate + 1).is_some_and(|next| match next.tag {
                // "It is untrue that guards fired."
                Tag::Complementiser => !is_it,
                tag => matches!(tag, Tag::To | Tag::Noun | Tag::Name),
            })
        };
        let is_false = || self.is(self.predicate, Role::Verdict) && !self.is(self.predicate, Role::Judges);
        let is_not_true = || self.is(self.predicate, Role::Truth) || self.is_what_happened();
        self.is_pronoun && self.is(self.verb, Role::Be) && !goes_on() && if self.is_negated { is_not_true() } else { is_false() }
    }

    fn is_what_happened(&self) -> bool {
        let goes_on = || self.word(self.predicate + 2).is_some_and(|next| !matches!(next.tag, Tag::Stop | Tag::Comma | Tag::Quote));
        let happened = || self.word(self.predicate + 1).is_some_and(|next| next.is_verb(form::PAST));
        self.is(self.predicate, Role::Wh) && happened() && !goes_on()
    }

    /// "He does not recognise the charge."
    fn disowns_charge(&self) -> bool {
        let object = || self.named(self.behind(self.predicate + 1, |next| next.tag == Tag::Quote));
        self.is_negated && self.is(self.predicate, Role::Admits) && object().is_some_and(|at| is_charge(self.scene, at))
    }

    /// "The firm “strongly denies” the claims, a spokesman said", "“We reject the allegation,” she said".
    fn refuses_charge(&self, draft: &Draft) -> bool {
        let scene = self.scene;
        let is_quoted = |place: usize| self.said.get(place).is_some_and(|at| scene.quotation(*at).is_some());
        let speaks = || draft.source.words().is_some_and(|who| has_spokesperson(scene, who.clone()));
        let is_own = scene.tags[self.said[self.first]].is(Role::First) || !is_quoted(self.subject) && speaks();
        let verb = self.behind(self.subject + 1, |next| matches!(next.tag, Tag::Quote | Tag::Adverb));
        let turns_down = |next: &Tagged| next.is_verb(form::BASE | form::PRESENT | form::PAST) && next.word.cues().any(refuses);
        if !is_own || !is_quoted(verb) || !self.word(verb).is_some_and(turns_down) {
            return false;
        }
        let object = self.behind(verb + 1, |next| next.tag == Tag::Quote);
        // "We refuse claims made in May": no particular ones.
        let is_particular = |noun: usize| {
            let is_that = scene.tags.get(noun + 1).is_some_and(|next| next.tag == Tag::Complementiser);
            is_that || self.word(object).is_some_and(|first| matches!(first.tag, Tag::Determiner | Tag::Possessive))
        };
        self.named(object).is_some_and(|noun| is_charge(scene, noun) && asserts(scene, noun) && is_particular(noun))
    }
}

fn is_not(word: &Tagged) -> bool {
    word.classes.has(Class::Negation)
}

/// Whoever speaks speaks for another: "a spokesman", "Ines Corbould, a spokeswoman".
fn has_spokesperson(scene: &Scene<'_, '_>, who: Range<usize>) -> bool {
    scene.lower[who].iter().any(|word| actors::is_post(word, actors::Post::Spokesperson))
}

/// "The claim … that the dam leaks is false": what stands after a charge and its clause ends in "is" and a verdict.
fn ends_untrue(scene: &Scene<'_, '_>, words: &[usize]) -> bool {
    let Some((charge, rest)) = words.split_first() else { return false };
    let tag = |at: &usize| &scene.tags[*at];
    let Some(be) = rest.iter().rev().take(VERDICT).position(|at| tag(at).is(Role::Be)) else { return false };
    let (clause, said) = rest.split_at(rest.len() - be - 1);
    let opens = clause.first().is_some_and(|at| match tag(at).tag {
        // "The claim that it is false" has no verb of its own.
        Tag::Complementiser => clause.iter().any(|at| tag(at).is_finite() || tag(at).word.forms & form::PRESENT != 0),
        here => here == Tag::Preposition,
    });
    opens && !joins(scene, &said[1..]) && is_untrue(scene, *charge, said)
}

fn joins(scene: &Scene<'_, '_>, said: &[usize]) -> bool {
    said.iter().any(|at| match scene.tags[*at].tag {
        Tag::Verb => !scene.tags[*at].is(Role::Verdict),
        here => matches!(here, Tag::Complementiser | Tag::To),
    })
}

/// What is said of a charge, its "is" included, is a verdict on it, or a quotation that gives no weight to what it asserts.
fn is_untrue(scene: &Scene<'_, '_>, charge: usize, said: &[usize]) -> bool {
    let has = |role| said.iter().any(|at| scene.tags[*at].is(role));
    let is_quoted = said.iter().skip(1).find(|at| scene.tags[**at].tag != Tag::Adverb).is_some_and(|at| scene.tags[*at].tag == Tag::Quote);
    match said.iter().any(|at| scene.tags[*at].classes.has(Class::Negation)) {
        true => has(Role::Truth),
        false => has(Role::Verdict) || is_quoted && asserts(scene, charge) && !has(Role::Weighty) && !has(Role::Truth),
    }
}

/// Tokens from its end within which what is said has its verdict.
const VERDICT: usize = 12;
