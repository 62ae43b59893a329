//! What the outlet tells in its own voice in other words, where no other entry tells it: what was done or is so now, a word put for
//! another, a word left out.
//!
//! Of one verb put for another nobody knows whether it says the same; a noun or what describes one, put for another in a sentence that
//! says the same else, is told as mended.
//!
//! Known failure: two words for one thing ("flat", "apartment") are told as a mended fact.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::Between;
use super::described;
use super::draft::Draft;
use super::kept::{MENDED, OTHER, replaced};
use super::voice::{HEADLINE, Sentence, Voice, is_edited};
use crate::diff::LinkKind;
use crate::lexicon::closed::Class;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::quantities;
use crate::lexicon::wording::are_opposite;
use crate::lexicon::words::Role;
use crate::model::ChangeKind;
use crate::text::{Document, Span};
use crate::track::read::Reading;
use crate::track::read::words::{Word, joined};
use crate::track::version::{Prior, Version};
use crate::track::wording::{
    Stated, Substance, act_at, done, ends, is_adverb, is_another_act, is_deed, is_graded, is_recast, is_weighed, may_be_one, mended,
    substance,
};

/// Words that may differ besides, where words were put for others of another sense: one of so many.
const APART: usize = 2;
/// Words that a sentence keeps that tells what is so now.
const KEPT: usize = 2;
/// Words that may be put anew in one sentence; with more of them it is another sentence.
const PUT: usize = 4;
/// Words behind one that tells of now among which what is so begins: "is not yet open".
const BEHIND: usize = 4;
/// What a state of no topic weighs more than one of a topic: less.
const UNTRACKED: f64 = -0.2;
/// Why it is told that something else was done or is so.
const ANOTHER_DEED: &str = "what was done or is so is told in other words, in the outlet's own voice";
/// Words that tell before a name what somebody does, or who did it.
const POST: usize = 4;

impl Between<'_> {
    /// Sentences that say something else in the outlet's own voice, of which no entry tells yet: words put for others, or left out.
    pub(super) fn own_words_put_for_others(&mut self, version: &Version<'_>, prior: &Prior<'_>) {
        let (old, new) = (Voice::of_nobody_else(self.before, prior.document), Voice::of_nobody_else(self.after, version.document));
        let says = |reading: &Reading| reading.said.iter().any(|said| said.in_headline);
        let is_said = says(self.before) || says(self.after);
        let edited = prior.comparison.links.iter().filter(is_edited).map(|link| (link.from[0], link.to[0]));
        for (from, to) in edited.chain(self.contraries.clone()) {
            let Some((before, after)) = old.sentence(from).zip(new.sentence(to)) else { continue };
            let (from, to) = (old.index.chars(before.span), new.index.chars(after.span));
            if before.in_headline != after.in_headline || self.entries.stand_at_either(from, to) {
                continue;
            }
            // What a headline says of it is told below, and what somebody says in one is told with that.
            let is_told = |draft: &Draft| draft.kind == ChangeKind::StatusChanged;
            let is_headline = before.in_headline && (is_said || self.entries.iter().any(is_told));
            let told = before.is_contrary(&after).or_else(|| before.does_otherwise(&after)).filter(|_| !is_headline);
            let told = told.or_else(|| before.put_for_others(&after));
            let told = told.or_else(|| before.is_otherwise_now(&after)).or_else(|| before.mended(&after));
            let told = told.or_else(|| before.leaves_out_doer(&after)).or_else(|| before.put_anew(&after));
            let Some(Told { kind, why, extra, put }) = told else { continue };
            // One thing called otherwise throughout is told once.
            if put.is_some_and(|put| !self.entries.is_new_mend(put, None, |_, _| false)) {
                continue;
            }
            let words = [old.document.slice(before.span), new.document.slice(after.span)].map(str::to_owned);
            let mut draft = Draft::loose(kind, from, to, words.into(), why);
            draft.extra = extra + if after.in_headline { HEADLINE } else { 0.0 };
            draft.is_missed = kind != ChangeKind::StatusChanged;
            self.entries.push(draft);
        }
    }
}

/// Sentences that are gone, each with the one that came of which the contrary of the same thing is told.
pub(super) fn contraries(before: &Reading, after: &Reading, version: &Version<'_>) -> Vec<(usize, usize)> {
    let Some(Prior { document, comparison, .. }) = version.prior else { return Vec::new() };
    let of = |kind: LinkKind| comparison.links.iter().filter(move |link| !link.furniture && link.kind == kind);
    let gone: Vec<usize> = of(LinkKind::Removed).flat_map(|link| &link.from).copied().take(LOOKED_AT).collect();
    let come: Vec<usize> = of(LinkKind::Added).flat_map(|link| &link.to).copied().take(LOOKED_AT).collect();
    let gone = gone.into_iter().filter_map(|at| Some((at, stated(before, document, at)?)));
    let mut come: Vec<(usize, Stated<'_>)> = come.into_iter().filter_map(|at| Some((at, stated(after, version.document, at)?))).collect();
    let answered = gone.filter_map(|(from, was)| {
        let at = come.iter().position(|(_, is)| was.contrary(is).is_some())?;
        Some((from, come.remove(at).0))
    });
    answered.collect()
}

fn stated<'r>(reading: &'r Reading, document: &Document<'_>, sentence: usize) -> Option<Stated<'r>> {
    Stated::of(reading.page.within(document.sentences[sentence].span))
}

/// Sentences that are gone, and that came, that are looked at.
const LOOKED_AT: usize = 64;

impl Sentence<'_> {
    /// What words of it were put for others, or left out, where it says the same else. A relative put for another is a mended fact.
    fn put_for_others(&self, other: &Self) -> Option<Told> {
        let content = |words: &[Word]| words.iter().map(Word::as_content).collect::<Vec<Word>>();
        let (before, after) = (content(self.words), content(other.words));
        // Names, numbers and dates are facts, and told as such.
        let is_fact = |word: &Word| word.is_name || word.is_count || word.is_calendar || word.wording().title;
        let apart = |words: &[Word], others: &[Word]| -> Vec<Word> {
            let there: FxHashSet<&str> = others.iter().map(|other| &**other.root()).collect();
            words.iter().filter(|word| !word.is_quoted && !there.contains(&**word.root())).cloned().collect()
        };
        let (gone, come) = (apart(&before, &after), apart(&after, &before));
        if let Some((old, new)) =
            self.post(&gone).zip(other.post(&come)).filter(|(old, new)| old.1 == new.1 && described::are_posts(&old.0, &new.0))
        {
            return Some(Told::mended(format!("{} became {}", old.0, new.0)));
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
        let is_opposite = |was: &Word| come.iter().any(|is| are_opposite(was.lower(), is.lower()));
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
        if let Some((old, new)) = done((&gone, &before), (&come, &after)).filter(|_| telling(&gone) + telling(&come) == 0) {
            return Some(Told::put_for(replaced(&old, &new)));
        }
        let are_done = || self.is_done(&gone) && other.is_done(&come);
        match substance(&gone, &come, [&before, &after]) {
            Substance::Other(old, new) if [&old, &new].iter().all(|word| quantities::is_relative(word)) => {
                Some(Told::mended(replaced(&old, &new)))
            }
            Substance::Other(old, new) if self.in_headline || has_lost_name || new.is_empty() || are_done() => {
                Some(Told::put_for(replaced(&old, &new)))
            }
            Substance::Detail if telling(&come) == 0 => {
                let (own, others) = (self.telling(), other.telling());
                // "The board's count" is "its count".
                let takes_up = |word: &Word| word.classes().has(Class::Possessive) || is_person(word);
                let lost = gone.iter().find(|word| !word.is_function).filter(|_| telling(&gone) == 1 && !come.iter().any(takes_up))?;
                let stays = own.iter().filter(|root| **root != &**lost.root()).eq(&others);
                stays.then(|| Told::put_for(replaced(&lost.form, "")))
            }
            _ => None,
        }
    }

    /// One of the words tells what was done: it can be no noun, or a helping verb leads to it ("was cut").
    fn is_done(&self, words: &[Word]) -> bool {
        let can_be_verb = |word: &Word| word.looked_up().forms & (form::PAST | form::PARTICIPLE) != 0;
        let is_deed = |word: &Word| is_deed(&word.form) && !self.describes(word) || can_be_verb(word) && self.is_led(word);
        words.iter().filter(|word| tells(word)).any(is_deed)
    }

    /// It stands between an article and a noun: "the disputed valley".
    fn describes(&self, word: &Word) -> bool {
        let at = self.words.partition_point(|own| own.span.start() < word.span.start());
        let lead = self.words[..at].iter().rev().find(|before| !tells(before) || before.is_name);
        let is_led = lead.is_some_and(|lead| lead.classes().has_any(&[Class::Determiner, Class::Possessive]));
        is_led && self.words.get(at + 1).is_some_and(tells)
    }

    /// A helping verb leads to the word.
    fn is_led(&self, word: &Word) -> bool {
        let at = self.words.partition_point(|own| own.span.start() < word.span.start());
        self.words[..at].iter().rev().take_while(|before| before.is_function).any(is_auxiliary)
    }

    /// A noun or what describes one was put for another, and the sentence says the same else.
    fn mended(&self, other: &Self) -> Option<Told> {
        let put @ [old, new] = mended(self.words, other.words)?;
        let is_free = |(words, side): (&[Word], &Self)| words.iter().all(|word| word.is_function || side.has_free(word));
        let kept = self.words.iter().filter(|word| tells(word)).count() - old.iter().filter(|word| tells(word)).count();
        let is_mended = !self.in_headline && kept >= KEPT && put.into_iter().zip([self, other]).all(is_free);
        is_mended.then(|| Told {
            put: Some((joined(old).to_lowercase(), joined(new).to_lowercase())),
            ..Told::mended(replaced(&joined(old), &joined(new)))
        })
    }

    /// Whoever did it stands in one of the two alone: "the army shelled a school", "a school was shelled".
    fn leaves_out_doer(&self, other: &Self) -> Option<Told> {
        let left_out = self.doer(other).map(|doer| replaced(&joined(doer), ""));
        let why = left_out.or_else(|| other.doer(self).map(|doer| format!("“{}” is named now as who did it", joined(doer))))?;
        (!self.in_headline).then(|| Told::put_for(why))
    }

    /// Who does here what is done there by nobody, where nothing else is told there.
    fn doer<'s>(&'s self, other: &Self) -> Option<&'s [Word]> {
        let is_done = |done: &Word| other.words.iter().any(|word| word.root() == done.root() && other.is_led(word));
        let mut begin = self.words.iter().take(POST + 1);
        let verb = begin.position(|word| tells(word) && is_deed(&word.form) && !self.is_led(word) && is_done(word))?;
        let [own, others] = [self, other].map(|side| side.words.iter().map(|word| &**word.root()).collect::<FxHashSet<&str>>());
        let doer = &self.words[..verb];
        let is_gone = |word: &Word| word.is_function && !is_person(word) || !others.contains(&**word.root()) && self.has_free(word);
        let is_all = other.words.iter().filter(|word| tells(word)).all(|word| own.contains(&**word.root()) && other.has_free(word));
        (doer.iter().any(tells) && doer.iter().all(is_gone) && is_all).then_some(doer)
    }

    /// Words that tell what was done were put for others, and most of the sentence stays.
    fn put_anew(&self, other: &Self) -> Option<Told> {
        let of = |side: &'_ Self, there: &Self| -> Vec<Word> {
            let roots: FxHashSet<&str> = there.words.iter().map(|word| &**word.root()).collect();
            let is_fact = |word: &Word| word.is_name || !tells(word) || word.wording().title;
            side.words.iter().filter(|word| !is_fact(word) && side.has_free(word) && !roots.contains(&**word.root())).cloned().collect()
        };
        let (all_gone, all_come) = (of(self, other), of(other, self));
        // Words of which none may say what one of the other says.
        if all_gone.len().max(all_come.len()) > PUT * APART {
            return None;
        }
        let apart = |words: &[Word], others: &[Word]| -> Vec<Word> {
            let is_told = |word: &&Word| !is_weighed(word) && !is_graded(word) && !others.iter().any(|other| may_be_one(word, other));
            words.iter().filter(is_told).cloned().collect()
        };
        let (gone, come) = (apart(&all_gone, &all_come), apart(&all_come, &all_gone));
        let others: FxHashSet<&str> = other.words.iter().map(|word| &**word.root()).collect();
        let kept = self.words.iter().filter(|word| tells(word) && others.contains(&**word.root())).count();
        let most = gone.len().max(come.len());
        if self.in_headline || gone.is_empty() || come.is_empty() || most > PUT || kept < KEPT.max(most) {
            return None;
        }
        (self.is_done(&gone) && other.is_done(&come)).then(|| Told::otherwise(ANOTHER_DEED))
    }

    /// What is so now is told in words that the other has not ("is on the run", "is behind bars"), and nobody but the outlet tells of it.
    fn is_otherwise_now(&self, other: &Self) -> Option<Told> {
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
            let tells_of_now = |word: &Word| word.looked_up().is(Role::Now);
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
        is_told.then(|| Told::otherwise("what is so now is told in other words, in the outlet's own voice"))
    }

    /// The contrary of one thing is so now.
    fn is_contrary(&self, other: &Self) -> Option<Told> {
        let [was, is] = Stated::of(self.words)?.contrary(&Stated::of(other.words)?)?;
        let why = || format!("in the outlet's own voice, “{}” became “{}”", was.form, is.form);
        (self.has_free(was) && other.has_free(is)).then(|| Told::otherwise(&why()))
    }

    /// What somebody did, or what was done, is put in other words, and all that stands before and behind it is the same.
    pub(super) fn does_otherwise(&self, other: &Self) -> Option<Told> {
        let (before, behind) = ends(self.words, other.words);
        let (subject, rest) = self.words.split_at(before);
        let kept = subject.iter().chain(&rest[rest.len() - behind..]).filter(|word| tells(word)).count();
        if kept < KEPT || !subject.iter().any(tells) {
            return None;
        }
        let (was, is) = (self.predicate(before, behind)?, other.predicate(before, behind)?);
        // "In" may stand elsewhere, too.
        let is_in = |side: &Self, predicate: &Predicate<'_>, word: &Word| {
            let words = if word.is_function { predicate.words } else { side.words };
            words.iter().any(|own| own.root() == word.root())
        };
        let families =
            |of: &Predicate<'_>| -> Vec<&str> { of.words.iter().flat_map(|word| word.grades()).map(|grade| grade.family).collect() };
        // "Left two dead", "killed two": how grave it is is told by that.
        let are_graded = || {
            let others: FxHashSet<&str> = families(&is).into_iter().collect();
            families(&was).iter().any(|family| others.contains(family))
        };
        if !(was.is_deed || is.is_deed) || is_in(other, &is, was.first) || is_in(self, &was, is.first) || are_graded() {
            return None;
        }
        let act =
            |side: &Self, verb: &Word| act_at(side.words, side.words.iter().position(|word| word.span == verb.span)?).map(|(act, _)| act);
        match act(self, was.first).zip(act(other, is.first)) {
            Some((old, new)) if is_another_act(old, new) => {
                Some(Told { kind: ChangeKind::ActChanged, why: format!("the act was {old}, it is {new} now"), extra: OTHER, put: None })
            }
            // Of one verb for another nobody knows whether it is not the same in another word.
            _ if was.is_word && is.is_word => None,
            _ => Some(Told::otherwise(ANOTHER_DEED)),
        }
    }

    /// What begins behind the first `before` words and before the last `behind`, where nobody but the outlet says any of it and nothing of
    /// it doubts; no noun, which may call what it was.
    fn predicate(&self, before: usize, behind: usize) -> Option<Predicate<'_>> {
        let words = &self.words[before..self.words.len() - behind];
        let leads = |at: usize| self.words[..before + at].iter().rev().take_while(|word| word.is_function).any(is_auxiliary);
        // "Is in", "is back in" what the other has, too.
        let is_placed = |at: &usize| {
            let classes = words[*at].classes();
            leads(*at) && classes.has_any(&[Class::Preposition, Class::Adverb]) && !classes.has(Class::Negation)
        };
        let at = words.iter().position(tells).or_else(|| (0..words.len()).find(is_placed))?;
        let first = &words[at];
        let is_led = leads(at);
        let lead = words[..at].last().or(self.words[..before + at].last());
        let is_aside = lead.is_some_and(|lead| self.text.get(lead.span.end()..first.span.start()).is_some_and(|gap| gap.trim() == ","));
        let is_deed = is_deed(&first.form) || (is_led || is_aside) && is_state(first);
        let determines = |word: &Word| word.classes().has_any(&[Class::Determiner, Class::Possessive]);
        let leading = self.words[..before + at].iter().rev().take_while(|word| word.is_function && !is_auxiliary(word));
        let is_noun = first.is_name || leading.into_iter().any(determines);
        let is_free = |word: &Word| word.is_function || self.has_free(word);
        let is_told = (is_deed || is_led) && !is_noun && words.iter().all(is_free) && !words.iter().any(is_weighed);
        let is_denied = || words.iter().any(|word| word.classes().has(Class::Negation));
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
        let is_name = |word: &Word| word.is_name && !word.wording().title;
        let name = from.iter().take(POST + 1).position(is_name)?;
        let post = &from[..name];
        let is_apart = |word: &Word| word.is_function || word.is_count || !self.has_free(word);
        let is_joined = !Span::cover(post.first()?.span, from[name].span).of(self.text).contains([',', ';', '.']);
        let is_post = is_joined && !post.iter().any(is_apart) && telling().all(|word| post.iter().any(|own| own.span == word.span));
        is_post.then(|| (joined(post), &**from[name].stem()))
    }
}

/// What a sentence says otherwise.
pub(super) struct Told {
    kind: ChangeKind,
    why: String,
    /// What it weighs more than its kind.
    extra: f64,
    /// The words that were put for others, where a fact was mended.
    put: Option<(String, String)>,
}

impl Told {
    /// A fact that was put right.
    fn mended(why: String) -> Told {
        Told { kind: ChangeKind::Corrected, why, extra: MENDED, put: None }
    }

    /// A word put for another, or left out.
    fn put_for(why: String) -> Told {
        Told { kind: ChangeKind::Reworded, why, extra: OTHER, put: None }
    }

    /// Something else was done or is so.
    fn otherwise(why: &str) -> Told {
        Told { kind: ChangeKind::StatusChanged, why: why.to_owned(), extra: UNTRACKED, put: None }
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
    let known = word.looked_up();
    let forms = if known.forms == 0 && !known.noun { inflect::by_ending(word.lower()) } else { known.forms };
    word.classes().has(Class::Preposition) || forms & (form::PARTICIPLE | form::GERUND) != 0
}

/// It tells something that is neither a number nor a date.
fn tells(word: &Word) -> bool {
    !word.is_function && !word.is_calendar && !word.is_count
}

fn is_auxiliary(word: &Word) -> bool {
    word.classes().has_any(&[Class::Auxiliary, Class::Modal])
}

/// "It", "they": a pronoun that takes up what was named.
pub(super) fn is_person(word: &Word) -> bool {
    let classes = word.classes();
    classes.has(Class::Pronoun) && !classes.has(Class::Determiner) && !classes.has(Class::Relative)
}
