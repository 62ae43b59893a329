//! What the outlet says in its own voice, headlines included, with more or less force than before, or turned round: "the alleged attacker"
//! that became "the attacker", "may have fled" that became "has fled", "was not open" that became "was open".
//!
//! A sentence is compared with the one that it became by the words that no claim is compared by, and only where they are else nearly the
//! same. What claims say is told with them.
//!
//! Known failure: a sentence that says something else besides is no longer compared, whatever hedge it lost.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Between;
use super::described;
use super::draft::Draft;
use super::entries::OF_FORCE;
use super::kept::{OTHER, replaced};
use crate::diff::{Fact, FactKind, Link};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::force::{self, Sort};
use crate::lexicon::grades;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::quantities;
use crate::lexicon::wording::{are_opposite, wording};
use crate::lexicon::words::{self, Role};
use crate::model::ChangeKind;
use crate::text::{CharIndex, Document, SegmentKind, Span};
use crate::track::read::Reading;
use crate::track::read::words::{Word, joined};
use crate::track::version::{Prior, Version};
use crate::track::wording::{self, Side, Substance, act_at, act_for_act, done, is_another_act, is_recast, substance};

/// Words that may differ besides: one of so many.
const BESIDES: usize = 4;
/// The same where words were put for others of another sense.
const APART: usize = 2;
/// Words that a sentence keeps that tells what is so now.
const KEPT: usize = 2;
/// Words behind one that tells of now among which what is so begins: "is not yet open".
const BEHIND: usize = 4;
/// What a state of no topic weighs more than one of a topic: less.
const UNTRACKED: f64 = -0.2;
/// Words that tell before a name what somebody does.
const POST: usize = 4;
/// What a headline adds to the weight.
pub(super) const HEADLINE: f64 = 0.1;

impl Between<'_> {
    /// Sentences that say in the outlet's own voice the same as before, with other force or turned round.
    pub(super) fn own_words(&mut self, version: &Version<'_>, prior: &Prior<'_>) {
        let (old, new) = (self.pairs.iter().map(|pair| pair.from), self.pairs.iter().map(|pair| pair.to));
        let old = Voice::new(self.before, prior.document, old.collect());
        let new = Voice::new(self.after, version.document, new.collect());
        let denied = denied(prior, version.document);
        for link in prior.comparison.links.iter().filter(is_edited) {
            let Some((before, after)) = old.sentence(link.from[0]).zip(new.sentence(link.to[0])) else { continue };
            if before.in_headline != after.in_headline || !before.says_the_same(&after) {
                continue;
            }
            let told = match denied.get(&link.to[0]).map_or(&[][..], Vec::as_slice) {
                // What somebody does otherwise now they do with no more force.
                [] => {
                    acts_otherwise(&before, &after).or_else(|| forced(&before, &after).filter(|_| before.does_otherwise(&after).is_none()))
                }
                [fact] => turned(&before, &after, fact),
                _ => None,
            };
            let (from, to) = (old.index.chars(before.span), new.index.chars(after.span));
            let Some((kind, why)) = told.filter(|_| !self.entries.account_for(OF_FORCE, from, to)) else { continue };
            let words = [old.document.slice(before.span), new.document.slice(after.span)].map(str::to_owned);
            let mut draft = Draft::loose(kind, from, to, words.into(), why);
            draft.extra = if after.in_headline { HEADLINE } else { 0.0 };
            self.entries.push(draft);
        }
    }

    /// Sentences that say something else in the outlet's own voice, of which no entry tells yet: words put for others, or left out.
    pub(super) fn own_words_put_for_others(&mut self, version: &Version<'_>, prior: &Prior<'_>) {
        let (old, new) = (Voice::of_nobody_else(self.before, prior.document), Voice::of_nobody_else(self.after, version.document));
        let says = |reading: &Reading| reading.said.iter().any(|said| said.in_headline);
        let is_said = says(self.before) || says(self.after);
        for link in prior.comparison.links.iter().filter(is_edited) {
            let Some((before, after)) = old.sentence(link.from[0]).zip(new.sentence(link.to[0])) else { continue };
            let (from, to) = (old.index.chars(before.span), new.index.chars(after.span));
            if before.in_headline != after.in_headline || self.entries.stand_at_either(from, to) {
                continue;
            }
            // What a headline says of it is told below, and what somebody says in one is told with that.
            let is_told = |draft: &Draft| draft.kind == ChangeKind::StatusChanged;
            let is_headline = before.in_headline && (is_said || self.entries.iter().any(is_told));
            let told = before.does_otherwise(&after).filter(|_| !is_headline).or_else(|| before.put_for_others(&after));
            let Some((kind, why)) = told.or_else(|| before.is_otherwise_now(&after)) else { continue };
            let words = [old.document.slice(before.span), new.document.slice(after.span)].map(str::to_owned);
            let mut draft = Draft::loose(kind, from, to, words.into(), why);
            let is_known = kind != ChangeKind::StatusChanged;
            let by_kind = if is_known { OTHER } else { UNTRACKED };
            (draft.extra, draft.is_missed) = (by_kind + if after.in_headline { HEADLINE } else { 0.0 }, is_known);
            self.entries.push(draft);
        }
    }
}

/// One version, as the outlet tells it.
pub(super) struct Voice<'a> {
    reading: &'a Reading,
    pub(super) document: &'a Document<'a>,
    pub(super) index: CharIndex<'a>,
    /// Words by which claims are compared that stand in both versions.
    compared: FxHashSet<Span>,
}

impl<'a> Voice<'a> {
    pub(super) fn new(reading: &'a Reading, document: &'a Document<'a>, paired: Vec<usize>) -> Self {
        let words = paired.into_iter().flat_map(|at| &reading.said[at].words).filter(|word| !word.is_mention);
        Voice { reading, document, index: document.places(), compared: words.map(|word| word.span).collect() }
    }

    /// The same, where the words of every claim below the headline are told with it, those that name somebody too.
    fn of_nobody_else(reading: &'a Reading, document: &'a Document<'a>) -> Self {
        let words = reading.said.iter().filter(|said| !said.in_headline).flat_map(|said| &said.words);
        Voice { reading, document, index: document.places(), compared: words.map(|word| word.span).collect() }
    }

    /// The sentence, where it is reporting.
    pub(super) fn sentence(&self, at: usize) -> Option<Sentence<'a>> {
        let span = self.document.sentences.get(at)?.span;
        let kind = self.document.segment_of(at).kind;
        let words = self.reading.page.within(span);
        let free = words.iter().filter(|word| !word.is_quoted && !self.compared.contains(&word.span)).cloned().collect();
        kind.is_reporting().then_some(Sentence { span, in_headline: kind == SegmentKind::Headline, words, free, text: self.document.text })
    }
}

pub(super) struct Sentence<'a> {
    pub(super) span: Span,
    pub(super) in_headline: bool,
    pub(super) words: &'a [Word],
    /// Those that no claim is compared by, quotations apart: what changed inside one is told as that.
    pub(super) free: Vec<Word>,
    /// The text that it stands in.
    text: &'a str,
}

impl Sentence<'_> {
    fn side(&self) -> Side<'_> {
        Side { words: &self.free, context: self.words, is_hedged: false }
    }

    /// The word is one that no claim is compared by.
    fn has_free(&self, word: &Word) -> bool {
        self.free.binary_search_by_key(&word.span.start(), |own| own.span.start()).is_ok()
    }

    /// The roots of its words that tell something, in order.
    fn telling(&self) -> Vec<&str> {
        self.words.iter().filter(|word| !word.is_function).map(|word| &**word.root()).collect()
    }

    /// But for one word, which may have the force, nearly all that tells something is in the other too.
    fn says_the_same(&self, other: &Self) -> bool {
        let (own, others) = (self.telling(), other.telling());
        let apart = |left: &[&str], right: &[&str]| {
            let right: FxHashSet<&str> = right.iter().copied().collect();
            left.iter().filter(|root| !right.contains(*root)).count()
        };
        let besides = apart(&own, &others).max(apart(&others, &own)).saturating_sub(1);
        !own.is_empty() && besides * BESIDES <= own.len().min(others.len())
    }

    /// What words of it were put for others, or left out, where it says the same else. A relative put for another is a mended fact.
    fn put_for_others(&self, other: &Self) -> Option<(ChangeKind, String)> {
        let content = |words: &[Word]| words.iter().map(Word::as_content).collect::<Vec<Word>>();
        let (before, after) = (content(self.words), content(other.words));
        // Names, numbers and dates are facts, and told as such.
        let is_fact = |word: &Word| word.is_name || word.is_count || word.is_calendar || wording(&word.form.to_lowercase()).title;
        let apart = |words: &[Word], others: &[Word]| -> Vec<Word> {
            words.iter().filter(|word| !word.is_quoted && !others.iter().any(|other| other.root() == word.root())).cloned().collect()
        };
        let (gone, come) = (apart(&before, &after), apart(&after, &before));
        if let Some((old, new)) =
            self.post(&gone).zip(other.post(&come)).filter(|(old, new)| old.1 == new.1 && described::are_posts(&old.0, &new.0))
        {
            return Some((ChangeKind::Corrected, format!("{} became {}", old.0, new.0)));
        }
        // "A Norlandic shell", "an explosion": no name takes the place of the one that went, so that nobody is said to have done it.
        let is_put = come.iter().any(|word| !word.is_function) && !come.iter().any(is_fact);
        let has_lost_name = is_put && gone.iter().any(|word| word.is_name);
        let is_free = |words: &[Word], side: &Self| {
            let may_go = |word: &Word| !is_fact(word) || has_lost_name && word.is_name && !word.is_count && !word.is_calendar;
            let is_free = |word: &Word| may_go(word) && side.has_free(word);
            words.iter().filter(|word| !word.is_function).all(is_free)
        };
        // Doubt and denial are told as what they are, or are none.
        let is_opposite = |was: &Word| come.iter().any(|is| are_opposite(&was.form.to_lowercase(), &is.form.to_lowercase()));
        let is_weighed = gone.iter().chain(&come).any(is_graded) || gone.iter().any(is_opposite);
        if is_weighed || !is_free(&gone, self) || !is_free(&come, other) {
            return None;
        }
        let telling = |words: &[Word]| words.iter().filter(|word| !word.is_function).count();
        let kept = telling(&before) - telling(&gone);
        let most = telling(&gone).max(telling(&come));
        if kept == 0 || most > 1 && most * APART > kept && !has_lost_name {
            return None;
        }
        // A sentence put anew is another one.
        if is_recast([&before, &after]) {
            return None;
        }
        let reworded = |why: String| (ChangeKind::Reworded, why);
        if let Some((old, new)) = done((&gone, &before), (&come, &after)).filter(|_| telling(&gone) + telling(&come) == 0) {
            return Some(reworded(replaced(&old, &new)));
        }
        match substance(&gone, &come, [&before, &after]) {
            Substance::Other(old, new) if [&old, &new].iter().all(|word| quantities::is_relative(word)) => {
                Some((ChangeKind::Corrected, format!("{old} became {new}")))
            }
            Substance::Other(old, new)
                if self.in_headline || has_lost_name || new.is_empty() || [&old, &new].iter().all(|words| is_deed(words)) =>
            {
                Some(reworded(replaced(&old, &new)))
            }
            Substance::Detail if telling(&come) == 0 => {
                let (own, others) = (self.telling(), other.telling());
                // "The board's count" is "its count".
                let takes_up = |word: &Word| closed::classes(&word.form).has(Class::Possessive) || is_person(word);
                let lost = gone.iter().find(|word| !word.is_function).filter(|_| telling(&gone) == 1 && !come.iter().any(takes_up))?;
                let stays = own.iter().filter(|root| **root != &**lost.root()).eq(&others);
                stays.then(|| reworded(replaced(&lost.form, "")))
            }
            _ => None,
        }
    }

    /// What is so now is told in words that the other has not ("is on the run", "is behind bars"), and nobody but the outlet tells of it.
    fn is_otherwise_now(&self, other: &Self) -> Option<(ChangeKind, String)> {
        // Free words are those of the sentence, quotations apart, so that none but they are left where there are as many.
        let is_free = |side: &Sentence<'_>| {
            side.words.iter().filter(|word| !word.is_quoted && tells(word)).count() == side.free.iter().filter(|word| tells(word)).count()
        };
        let roots = |side: &'_ Self| side.words.iter().map(|word| Rc::clone(word.root())).collect::<FxHashSet<Rc<str>>>();
        let (own, others) = (roots(self), roots(other));
        let is_kept = |word: &Word| own.contains(word.root()) && others.contains(word.root());
        let is_put_anew = |side: &Self| side.words.iter().any(|word| tells(word) && !word.is_name && !is_kept(word));
        // The first word behind one that tells of now.
        let is_now_anew = |side: &Self| {
            let tells_of_now = |word: &Word| words::look_up(&word.form.to_lowercase()).is(Role::Now);
            let behind = |at: usize| {
                let mut words =
                    side.words[at + 1..].iter().take(BEHIND).skip_while(|word| tells_of_now(word) || is_adverb(word)).peekable();
                // What something is like, or is, may be put in many words.
                words.peek().filter(|first| is_state(first))?;
                words.find(|word| tells(word))
            };
            let mut now = side.words.iter().enumerate().filter(|(_, word)| tells_of_now(word)).filter_map(|(at, _)| behind(at));
            now.any(|word| !word.is_name && !is_kept(word))
        };
        // Doubt and denial are told as what they are, or are none.
        let is_weighed = |side: &Self| side.words.iter().filter(|word| !is_kept(word)).any(is_graded);
        if is_weighed(self) || is_weighed(other) {
            return None;
        }
        let shared = self.words.iter().filter(|word| tells(word) && is_kept(word)).count();
        let is_other = is_put_anew(self) && is_put_anew(other) && (is_now_anew(self) || is_now_anew(other));
        let is_told = !self.in_headline && shared >= KEPT && is_free(self) && is_free(other) && is_other;
        is_told.then(|| (ChangeKind::StatusChanged, "what is so now is told in other words, in the outlet's own voice".to_owned()))
    }

    /// What somebody did, or what was done, is put in other words, and all that stands before and behind it is the same.
    fn does_otherwise(&self, other: &Self) -> Option<(ChangeKind, String)> {
        let alike = |(own, other): &(&Word, &Word)| own.root() == other.root();
        let before = self.words.iter().zip(other.words).take_while(alike).count();
        let behind = self.words[before..].iter().rev().zip(other.words[before..].iter().rev()).take_while(alike).count();
        let (subject, rest) = self.words.split_at(before);
        let kept = subject.iter().chain(&rest[rest.len() - behind..]).filter(|word| tells(word)).count();
        if kept < KEPT || !subject.iter().any(tells) {
            return None;
        }
        let (was, is) = (self.predicate(before, behind)?, other.predicate(before, behind)?);
        let is_in = |side: &Self, word: &Word| side.words.iter().any(|own| own.root() == word.root());
        let families = |of: &Predicate<'_>| -> Vec<&str> {
            of.words.iter().flat_map(|word| grades::of(&word.form, word.root())).map(|grade| grade.family).collect()
        };
        // "Left two dead", "killed two": how grave it is is told by that.
        let are_graded = || {
            let others: FxHashSet<&str> = families(&is).into_iter().collect();
            families(&was).iter().any(|family| others.contains(family))
        };
        if !(was.is_deed || is.is_deed) || is_in(other, was.first) || is_in(self, is.first) || are_graded() {
            return None;
        }
        let act =
            |side: &Self, verb: &Word| act_at(side.words, side.words.iter().position(|word| word.span == verb.span)?).map(|(act, _)| act);
        match act(self, was.first).zip(act(other, is.first)) {
            Some((old, new)) if is_another_act(old, new) => Some((ChangeKind::ActChanged, format!("the act was {old}, it is {new} now"))),
            // Of one verb for another nobody knows whether it is not the same in another word.
            _ if was.is_word && is.is_word => None,
            _ => Some((ChangeKind::StatusChanged, "what was done or is so is told in other words, in the outlet's own voice".to_owned())),
        }
    }

    /// What begins behind the first `before` words and before the last `behind`, where nobody but the outlet says any of it and nothing of
    /// it doubts; no noun, which may call what it was.
    fn predicate(&self, before: usize, behind: usize) -> Option<Predicate<'_>> {
        let words = &self.words[before..self.words.len() - behind];
        let leads = |at: usize| self.words[..before + at].iter().rev().take_while(|word| word.is_function).any(is_auxiliary);
        // "Is in", "is back in" what the other has, too.
        let is_placed = |at: &usize| {
            let classes = closed::classes(&words[*at].form);
            leads(*at) && classes.has_any(&[Class::Preposition, Class::Adverb]) && !classes.has(Class::Negation)
        };
        let at = words.iter().position(tells).or_else(|| (0..words.len()).find(is_placed))?;
        let first = &words[at];
        let is_led = leads(at);
        let is_deed = is_deed(&first.form) || is_led && is_state(first);
        let determines = |word: &Word| closed::classes(&word.form).has_any(&[Class::Determiner, Class::Possessive]);
        let leading = self.words[..before + at].iter().rev().take_while(|word| word.is_function && !is_auxiliary(word));
        let is_noun = first.is_name || leading.into_iter().any(determines);
        let is_free = |word: &Word| word.is_function || self.has_free(word);
        let is_told = (is_deed || is_led) && !is_noun && words.iter().all(is_free) && !words.iter().any(is_weighed);
        let is_denied = || words.iter().any(|word| closed::classes(&word.form).has(Class::Negation));
        let is_word = words.iter().filter(|word| tells(word)).count() == 1 && !is_denied();
        is_told.then_some(Predicate { words, first, is_deed, is_word })
    }

    /// "The retired nurse Ida Brun": what somebody does, right before the name, where the words are those of it that the other sentence has
    /// not; with the stem of the name.
    fn post(&self, gone: &[Word]) -> Option<(String, &str)> {
        let telling = || gone.iter().filter(|word| !word.is_function);
        let first = telling().next()?;
        let at = self.words.iter().position(|word| word.span == first.span)?;
        let from = &self.words[at..];
        let is_name = |word: &Word| word.is_name && !wording(&word.form.to_lowercase()).title;
        let name = from.iter().take(POST + 1).position(is_name)?;
        let post = &from[..name];
        let is_apart = |word: &Word| word.is_function || word.is_count || !self.has_free(word);
        let is_joined = !Span::cover(post.first()?.span, from[name].span).of(self.text).contains([',', ';', '.']);
        let is_post = is_joined && !post.iter().any(is_apart) && telling().all(|word| post.iter().any(|own| own.span == word.span));
        is_post.then(|| (joined(post), &**from[name].stem()))
    }

    /// The words at a place, in small letters, where no claim is compared by them; none for no place.
    fn free_at(&self, place: Option<Span>) -> Option<String> {
        let Some(place) = place else { return Some(String::new()) };
        let is_free = self.free.iter().any(|word| word.span.overlaps(place));
        is_free.then(|| place.of(self.text).to_lowercase())
    }
}

/// What somebody or something did or is, by its first word that tells something.
struct Predicate<'a> {
    words: &'a [Word],
    first: &'a Word,
    is_deed: bool,
    /// That word is all that it tells, and is not denied.
    is_word: bool,
}

/// "In", "behind", "closed", "being": how somebody or something is placed or what was done to it, and not what it is like.
fn is_state(word: &Word) -> bool {
    let small = word.form.to_lowercase();
    let known = words::look_up(&small);
    let forms = if known.forms == 0 && !known.noun { inflect::by_ending(&small) } else { known.forms };
    closed::classes(&word.form).has(Class::Preposition) || forms & (form::PARTICIPLE | form::GERUND) != 0
}

/// It tells something that is neither a number nor a date.
fn tells(word: &Word) -> bool {
    !word.is_function && !word.is_calendar && !word.is_count
}

fn is_auxiliary(word: &Word) -> bool {
    closed::classes(&word.form).has_any(&[Class::Auxiliary, Class::Modal])
}

fn is_adverb(word: &Word) -> bool {
    closed::classes(&word.form).has(Class::Adverb) || inflect::is_adverb(&word.form)
}

/// It doubts or denies.
fn is_graded(word: &Word) -> bool {
    let parts = wording(&word.form.to_lowercase());
    closed::classes(&word.form).has(Class::Negation) || parts.failure.is_some() || parts.hedge
}

/// "May", "must", "allegedly": it makes what is told more or less sure.
fn is_weighed(word: &Word) -> bool {
    let has_force =
        matches!(force::of(&word.form, word.stem()), Some((sort, force)) if force != 0 && !matches!(sort, Sort::Verb | Sort::Respite));
    wording(&word.form.to_lowercase()).hedge || has_force && !closed::classes(&word.form).has(Class::Negation)
}

/// "It", "they": a pronoun that takes up what was named.
fn is_person(word: &Word) -> bool {
    let classes = closed::classes(&word.form);
    classes.has(Class::Pronoun) && !classes.has(Class::Determiner) && !classes.has(Class::Relative)
}

/// Words that tell what was done: of things that are called otherwise ("lorries", "trucks") nobody knows whether they are others.
fn is_deed(words: &str) -> bool {
    let is_verb = |word: &str| {
        let small = word.to_lowercase();
        let known = words::look_up(&small);
        !known.noun && (known.forms != 0 || inflect::by_ending(&small) & form::PAST != 0)
    };
    words.split(' ').any(is_verb)
}

/// One sentence that became one other.
fn is_edited(link: &&Link) -> bool {
    !link.furniture && link.from.len() == 1 && link.to.len() == 1 && !link.words.is_empty()
}

/// What came or went of words that deny, by the sentences of the later version.
fn denied(prior: &Prior<'_>, later: &Document<'_>) -> FxHashMap<usize, Vec<Fact>> {
    let mut became: FxHashMap<usize, usize> = FxHashMap::default();
    for link in prior.comparison.links.iter().filter(is_edited) {
        became.insert(link.from[0], link.to[0]);
    }
    let mut out: FxHashMap<usize, Vec<Fact>> = FxHashMap::default();
    for fact in prior.facts.iter().filter(|fact| fact.kind == FactKind::Negation) {
        let new = fact.new.and_then(|place| later.sentence_at(place.start()));
        let old = || fact.old.and_then(|place| prior.document.sentence_at(place.start())).and_then(|at| became.get(&at).copied());
        if let Some(at) = new.or_else(old) {
            out.entry(at).or_default().push(*fact);
        }
    }
    out
}

/// A verb with another act.
fn acts_otherwise(before: &Sentence<'_>, after: &Sentence<'_>) -> Option<(ChangeKind, String)> {
    let [(was, old), (is, new)] = act_for_act(before.words, after.words)?;
    let is_free = |sentence: &Sentence<'_>, verb: &[Word]| sentence.free.iter().any(|word| word.span == verb[0].span);
    let why = || format!("the act was {was} (“{}”), it is {is} (“{}”) now", joined(old), joined(new));
    (is_free(before, old) && is_free(after, new)).then(|| (ChangeKind::ActChanged, why()))
}

/// Words with more or less force.
fn forced(before: &Sentence<'_>, after: &Sentence<'_>) -> Option<(ChangeKind, String)> {
    let (gained, why) = wording::force(before.side(), after.side());
    match gained {
        0 => None,
        more if more > 0 => Some((ChangeKind::Strengthened, why)),
        _ => Some((ChangeKind::Softened, why)),
    }
}

/// What was denied is said now, or the reverse: a word that denies came or went, or one was put for its opposite.
fn turned(before: &Sentence<'_>, after: &Sentence<'_>, fact: &Fact) -> Option<(ChangeKind, String)> {
    let (old, new) = (before.free_at(fact.old)?, after.free_at(fact.new)?);
    let denies = |part: &str| closed::classes(part).has(Class::Negation) || wording(part).failure.is_some();
    let is_denied = |words: &str| words.split(' ').any(denies);
    // What is "unlikely" is "not likely": where another word came or went, the "not" may stand for it.
    let is_turned = || is_denied(&old) != is_denied(&new) && before.telling() == after.telling();
    (are_opposite(&old, &new) || is_turned()).then(|| {
        let shown = |word: &str| if word.is_empty() { "no such word".to_owned() } else { format!("“{word}”") };
        let why = format!("what was affirmed is negated, or the reverse: {} → {}", shown(&old), shown(&new));
        (ChangeKind::ActChanged, why)
    })
}
