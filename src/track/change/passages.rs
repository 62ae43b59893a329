//! Whether the words of a claim stand in the other version although no claim was found there.
//!
//! What an editor wants to be told is that words came or went. Where they did neither, a claim that was found in one version only is
//! a matter of how the text was read, and nothing happened to it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::lexicon::inflect::form;
use crate::lexicon::wording::are_opposite;
use crate::model::Act;
use crate::text::{CharIndex, CharSpan, Document, Span};
use crate::track::read::Reading;
use crate::track::read::features::{NARRATOR, Said, Voice};
use crate::track::read::words::{Page, Word};
use crate::track::version::{Prior, Version};
use crate::track::wording::{act_at, is_another_act};

/// One of the two versions.
struct Side<'a> {
    document: &'a Document<'a>,
    words: &'a Page,
    index: CharIndex<'a>,
    /// Words that carry the act of a claim.
    cues: FxHashSet<Span>,
}

/// Of every sentence of one version, the sentences of the other that it became or came from.
pub(super) struct Passages<'a> {
    earlier: Side<'a>,
    later: Side<'a>,
    of_earlier: FxHashMap<usize, &'a [usize]>,
    of_later: FxHashMap<usize, &'a [usize]>,
}

/// What became of a claim's words in the other version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// They stand there.
    Stands,
    /// Who said it, the cue, the numbers and most other words stand there, in these sentences: it was reworded. The number
    /// is the force of those words minus the claim's.
    Reworded(CharSpan, i32),
    /// The same with another verb in the place of the cue, from which no claim was read; or its quotation stands in this sentence.
    Recued(CharSpan, i32),
    /// They stand there, and are denied there and not here, or the reverse.
    Denied(CharSpan),
    /// All that is asked, turned down, praised or promised stands there, with who does it, and the word that did it does not; with the act
    /// of the word that stands for it, where that is known.
    Otherwise(CharSpan, Option<Act>),
    /// They do not stand there.
    Gone,
}

/// Share of a claim's words that must stand in the other version.
const STANDS: f64 = 0.9;
/// More than this share of what it says, names and cue apart, where the claim was reworded.
const REWORDED: f64 = 0.5;
/// The same where another verb stands for the cue.
const RECUED: f64 = 0.8;
/// Words that must stand there then.
const ENOUGH: usize = 3;

impl<'a> Passages<'a> {
    pub(super) fn new(version: &Version<'a>, prior: Prior<'a>, before: &'a Reading, after: &'a Reading) -> Self {
        let cues = |said: &[Said]| said.iter().flat_map(|said| &said.words).filter(|word| word.is_cue).map(|word| word.span).collect();
        let links = || prior.comparison.links.iter();
        Passages {
            earlier: Side { document: prior.document, words: &before.page, index: prior.document.places(), cues: cues(&before.said) },
            later: Side { document: version.document, words: &after.page, index: version.document.places(), cues: cues(&after.said) },
            of_earlier: links().flat_map(|link| link.from.iter().map(|at| (*at, link.to.as_slice()))).collect(),
            of_later: links().flat_map(|link| link.to.iter().map(|at| (*at, link.from.as_slice()))).collect(),
        }
    }

    /// The words of a claim of the later version in the earlier.
    pub(super) fn before(&self, said: &Said) -> Whereabouts {
        or_quoted(whereabouts(said, &self.of_later, &self.earlier), said, &self.earlier)
    }

    /// The words of a claim of the earlier version in the later.
    pub(super) fn after(&self, said: &Said) -> Whereabouts {
        or_quoted(whereabouts(said, &self.of_earlier, &self.later), said, &self.later)
    }

    /// Where the earlier version says in its own voice what a claim of the later has somebody say.
    pub(super) fn unattributed_before(&self, said: &Said, others: (&[Said], &FxHashSet<usize>)) -> Option<CharSpan> {
        unattributed(said, &self.of_later, &self.earlier, others)
    }

    /// Where the later version says in its own voice what a claim of the earlier had somebody say.
    pub(super) fn unattributed_after(&self, said: &Said, others: (&[Said], &FxHashSet<usize>)) -> Option<CharSpan> {
        unattributed(said, &self.of_earlier, &self.later, others)
    }

    /// The words of the sentences of the earlier version to which a claim of the later is linked.
    pub(super) fn words_before(&self, said: &Said) -> Vec<Word> {
        words_linked(said, &self.of_later, &self.earlier)
    }

    /// The words of the sentences of the later version to which a claim of the earlier is linked.
    pub(super) fn words_after(&self, said: &Said) -> Vec<Word> {
        words_linked(said, &self.of_earlier, &self.later)
    }

    /// Of the later version's claims, `others`, the one of another source that says what a claim of the earlier version says, in a
    /// sentence to which the claim's own is linked.
    pub(super) fn handed_on(&self, said: &Said, others: &[Said]) -> Option<usize> {
        let sentences = linked(said, &self.of_earlier);
        let own: Vec<&Word> = said.words.iter().filter(|word| word.is_content && !word.is_mention && !word.is_function).collect();
        if own.len() < ENOUGH {
            return None;
        }
        let says_it = |other: &Said| {
            // "Scanned passports were copied, it has been alleged": what is alleged stands before it.
            let words = if other.source.is_nobodys { other.context() } else { &other.words };
            let held = own.iter().filter(|word| words.iter().any(|there| there.stem() == word.stem())).count();
            held as f64 >= STANDS * own.len() as f64
        };
        let is_another = |other: &Said| other.source.key != NARRATOR && !other.source.is_vague && !other.same_source(said);
        let may_be =
            |other: &Said| sentences.contains(&other.sentence) && other.voice == said.voice && !other.in_headline && is_another(other);
        // Claims stand in the order of their sentences.
        let last = *sentences.last()?;
        let first = others.partition_point(|other| other.sentence < sentences[0]);
        let here = others[first..].iter().take_while(|other| other.sentence <= last);
        here.enumerate().find(|(_, other)| may_be(other) && says_it(other)).map(|(at, _)| first + at)
    }
}

/// What is said stands in the sentences of the other version to which a claim's own are linked, and neither who says it nor that
/// anybody does; `others` are the claims of that version, and `kept` the threads of the claim's own.
fn unattributed(
    said: &Said,
    links: &FxHashMap<usize, &[usize]>,
    other: &Side<'_>,
    (others, kept): (&[Said], &FxHashSet<usize>),
) -> Option<CharSpan> {
    let sentences = linked(said, links);
    let spans = sentences.iter().filter_map(|at| other.document.sentences.get(*at)).map(|sentence| sentence.span);
    let place = spans.reduce(Span::cover)?;
    let words = other.words.within(place);
    // "Broke the law", "is alleged to have broken the law".
    let is_there = |word: &&Word| words.iter().any(|there| there.stem() == word.stem() || there.root() == word.root());
    let own: Vec<&Word> = said.words.iter().filter(|word| word.is_content && !word.is_function).collect();
    let held = own.iter().filter(|word| is_there(word)).count();
    let is_told = own.len() >= TOLD && held as f64 >= STANDS * own.len() as f64;
    // "Police closed the road", "police said they had closed the road": who said it did it.
    let tells_of_itself = speaks_of_itself(said);
    let names = |word: &&Word| (word.is_mention && !tells_of_itself || word.is_cue) && !word.is_content && !word.is_filler;
    let is_sourced = said.words.iter().filter(names).any(|word| is_there(&word));
    // "Was accused of lying", "was cleared of lying": that is what became of the charge, and not the charge itself.
    let is_left = |there: &&Word| said.words.iter().all(|word| word.stem() != there.stem());
    let left = || words.iter().filter(is_left);
    let answers = |cue: &Word| left().any(|there| are_opposite(cue.lower(), there.lower()));
    let is_followed_up = said.words.iter().filter(|word| word.is_cue).any(|cue| answers(cue) || shift(cue, left()).is_some());
    let chars = other.index.chars(place);
    // Claims stand in the order of their sentences.
    let first = others.partition_point(|other| other.sentence < sentences[0]).saturating_sub(BESIDE);
    let here = others[first..].iter().take_while(|claim| claim.sentence <= sentences[sentences.len() - 1]);
    let is_by_itself = |claim: &Said| tells_of_itself && claim.source.key == said.source.key;
    let is_told_of = |claim: &Said| claim.source.key == NARRATOR || is_by_itself(claim) || super::is_told_of(claim, said);
    // "The march was calm until guards accused a boy, witnesses said": what stands beside another's claim is the outlet's all the same.
    let stands_beside = |claim: &Said| {
        let inner = other.index.bytes(claim.evidence);
        let outside = |own: &&&Word| words.iter().any(|there| there.stem() == own.stem() && !inner.overlaps(there.span));
        claim.thread.is_some_and(|thread| kept.contains(&thread)) && own.iter().filter(outside).count() >= TOLD
    };
    let is_anybodys = here.filter(|claim| !is_told_of(claim)).any(|claim| claim.evidence.overlaps(chars) && !stands_beside(claim));
    (said.voice == Voice::Says && said.source.key != NARRATOR && is_told && !is_sourced && !is_anybodys && !is_followed_up).then_some(chars)
}

/// What is said begins with a pronoun: "said they had closed the road".
fn speaks_of_itself(said: &Said) -> bool {
    let opens = |word: &&Word| word.is_content && !word.classes().has(Class::Relative);
    said.words.iter().find(opens).is_some_and(|first| first.classes().has(Class::Pronoun) && !first.is_quoted)
}

/// The sentences of the other version to which those of a claim are linked, in order.
fn linked(said: &Said, links: &FxHashMap<usize, &[usize]>) -> Vec<usize> {
    let mut sentences: Vec<usize> =
        (said.sentence..=said.last_sentence).filter_map(|at| links.get(&at)).flat_map(|linked| linked.iter().copied()).collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences
}

fn words_linked(said: &Said, links: &FxHashMap<usize, &[usize]>, other: &Side<'_>) -> Vec<Word> {
    let spans = linked(said, links).into_iter().filter_map(|at| other.document.sentences.get(at)).map(|sentence| sentence.span);
    spans.flat_map(|span| other.words.within(span).to_vec()).collect()
}

/// Words that what somebody says has at least, to be known again in the outlet's own voice.
const TOLD: usize = 2;

/// Claims before the first of a sentence that can reach into it.
const BESIDE: usize = 8;

/// Words that a quotation has at least, to be known again wherever it stands.
const QUOTED: usize = 4;

/// A claim that does not stand in the sentences linked to its own may have gone elsewhere with its quotation.
fn or_quoted(whereabouts: Whereabouts, said: &Said, other: &Side<'_>) -> Whereabouts {
    let is_quoted = |word: &Word| word.is_quoted && word.is_content;
    let runs = said.words.chunk_by(|left, right| is_quoted(left) == is_quoted(right)).filter(|run| is_quoted(&run[0]));
    let longest = runs.max_by_key(|run| run.len()).filter(|run| run.len() >= QUOTED && whereabouts == Whereabouts::Gone);
    let Some(quoted) = longest else { return whereabouts };
    let found = other.words.quoted(quoted).map(|at| other.words.all()[at].span);
    let sentence = found.and_then(|found| other.document.sentence_at(found.start()));
    sentence.map_or(whereabouts, |at| Whereabouts::Recued(other.index.chars(other.document.sentences[at].span), 0))
}

/// The words of a claim in the sentences of the other version to which its own are linked.
fn whereabouts(said: &Said, links: &FxHashMap<usize, &[usize]>, other: &Side<'_>) -> Whereabouts {
    let sentences = linked(said, links);
    let spans = || sentences.iter().filter_map(|at| other.document.sentences.get(*at)).map(|sentence| sentence.span);
    let there = || spans().flat_map(|span| other.words.within(span));
    let mut held: FxHashMap<&str, usize> = FxHashMap::default();
    there().for_each(|word| *held.entry(word.stem()).or_default() += 1);
    let Some(words_there) = WordCount::of(said, &mut held) else { return Whereabouts::Gone };
    let Some(place) = spans().reduce(Span::cover).map(|span| other.index.chars(span)) else { return Whereabouts::Gone };
    // Where the evidence does not name the source, the sentence does.
    let is_named = said.words.iter().any(|word| word.is_mention) || names_source(said, there());
    if is_named && words_there.own_share() >= REWORDED && said.words.iter().any(|word| is_turned(word, there(), &held)) {
        return Whereabouts::Denied(place);
    }
    if words_there.is_cue_gone {
        let all = || spans().map(|span| other.words.within(span));
        if let Some(act) = all().find_map(|words| another_act(said, words)).filter(|_| is_named && words_there.own_absent == 0) {
            return Whereabouts::Otherwise(place, Some(act));
        }
        let verb = there().find_map(|word| other.unheard_verb(word, &held));
        let same = words_there.own_share() >= RECUED && words_there.own_present >= ENOUGH && is_named;
        let heard = verb.filter(|_| same).map(|verb| Whereabouts::Recued(place, verb - words_there.lost));
        // "Was charged with theft", "was convicted of theft".
        let left = || there().filter(|there| held.get(&**there.stem()).is_some_and(|left| *left > 0));
        let shift = || said.words.iter().filter(|word| word.is_cue).find_map(|cue| shift(cue, left()));
        let heard =
            heard.or_else(|| shift().filter(|_| is_named && words_there.own_absent == 0).map(|shift| Whereabouts::Recued(place, shift)));
        // Where no act is the contrary of this one, another verb makes another claim.
        let is_deed = same && !said.found.contraries().is_empty() && said.is_somebody() && words_there.own_absent == 0;
        let is_deed = is_deed && said.words.iter().filter(|word| tells(word)).count() >= TOLD;
        // "Oppose the dam", "are against the dam": nothing but small words stands for the verb.
        let is_unworded = || {
            let own = roots(said);
            !left().any(|there| !there.is_function && !own.contains(&**there.root()))
        };
        let otherwise = || if is_unworded() { Whereabouts::Recued(place, 0) } else { Whereabouts::Otherwise(place, None) };
        return heard.unwrap_or_else(|| if is_deed { otherwise() } else { Whereabouts::Gone });
    }
    let denials = |words: &mut dyn Iterator<Item = &Word>| words.filter(|word| word.classes().has(Class::Negation)).count();
    let is_denied = denials(&mut there()) != denials(&mut said.context().iter());
    // "have agreed", "are close to agreeing": the verb stands there in a form that does not say that it is done.
    let only_goes_on = |word: &Word| word.looked_up().forms == form::GERUND;
    let is_undone = |cue: &Word| {
        let mut forms = there().filter(|word| word.stem() == cue.stem()).peekable();
        cue.is_cue && !only_goes_on(cue) && forms.peek().is_some() && forms.all(only_goes_on)
    };
    match words_there.share() >= STANDS && words_there.described == 0 && words_there.lost == 0 {
        true if is_denied => Whereabouts::Denied(place),
        true if said.words.iter().any(is_undone) => Whereabouts::Reworded(place, 0),
        true => Whereabouts::Stands,
        false if is_named && words_there.own_share() > REWORDED => Whereabouts::Reworded(place, -words_there.lost),
        false => Whereabouts::Gone,
    }
}

/// A word that says the contrary of this one is left over there: "found guilty", "acquitted".
fn is_turned<'w>(word: &Word, mut there: impl Iterator<Item = &'w Word>, left: &FxHashMap<&str, usize>) -> bool {
    let is_left = |there: &Word| left.get(&**there.stem()).is_some_and(|left| *left > 0);
    (word.is_content || word.is_cue) && !word.is_filler && there.any(|there| is_left(there) && are_opposite(word.lower(), there.lower()))
}

/// By how much a word of the family of `cue`, of those `left` over there, is graver.
fn shift<'w>(cue: &Word, mut left: impl Iterator<Item = &'w Word>) -> Option<i32> {
    let graver = |there: &Word| {
        if are_opposite(cue.lower(), there.lower()) {
            return None;
        }
        let grades = there.grades().iter();
        let pairs = grades.flat_map(|to| cue.grades().iter().map(move |from| (from, to)));
        pairs.filter(|(from, to)| from.family == to.family).map(|(from, to)| (to.grade - from.grade).signum()).find(|shift| *shift != 0)
    };
    left.find_map(graver)
}

/// The act of the verb among `words` that stands before what the cue stood before, where the claim's own sentences have it not and it is
/// another act.
fn another_act(said: &Said, words: &[Word]) -> Option<Act> {
    let tells = |word: &&Word| word.is_content && !word.is_function && !word.is_cue;
    let mut own = said.words.iter().skip_while(|word| !word.is_cue).filter(tells);
    let speaks = !said.source.is_nobodys && !said.source.is_vague && said.source.key != NARRATOR;
    let object = own.next().filter(|_| own.next().is_some() && speaks)?;
    let act = |at: usize| {
        let (act, length) = act_at(words, at)?;
        let next = words[at + length..].iter().find(|word| !word.is_function)?;
        (next.stem() == object.stem()).then_some(act)
    };
    let is_other = |act: &Act| is_another_act(said.found, *act);
    let mut others = (0..words.len()).filter_map(|at| Some((at, act(at).filter(is_other)?))).peekable();
    others.peek()?;
    let own = roots(said);
    others.find(|(at, _)| !own.contains(&**words[*at].root())).map(|(_, act)| act)
}

/// The roots of all words of the sentences that hold it.
fn roots(said: &Said) -> FxHashSet<&str> {
    said.context().iter().map(|word| &**word.root()).collect()
}

/// It is one of the words that tell what is said.
fn tells(word: &Word) -> bool {
    word.is_content && !word.is_function && !word.is_mention && !word.is_cue
}

/// How many words of a claim stand in some sentences of the other version; its own are those that neither name nor cue.
#[derive(Default)]
struct WordCount {
    present: usize,
    absent: usize,
    own_present: usize,
    own_absent: usize,
    /// Words that are not there and tell who somebody with a name is, which may be put in other words.
    described: usize,
    /// The force of the words that are not there.
    lost: i32,
    is_cue_gone: bool,
}

impl WordCount {
    /// Takes the words out of those that are `held` there. `None` where a name or a number is not there: that is another claim, however
    /// long the sentence.
    fn of(said: &Said, held: &mut FxHashMap<&str, usize>) -> Option<WordCount> {
        let mut out = WordCount::default();
        for word in said.words.iter().filter(|word| !word.is_filler) {
            let is_held = held.get_mut(&**word.stem()).filter(|left| **left > 0).map(|left| *left -= 1).is_some();
            if is_held {
                out.present += 1;
                out.own_present += usize::from(!word.is_mention && !word.is_cue);
            } else if word.is_mention && !word.is_name && !said.source.is_unnamed {
                out.described += 1;
            } else if word.is_mention || word.is_number || word.is_name {
                return None;
            } else {
                out.lose(word);
            }
        }
        Some(out)
    }

    fn lose(&mut self, word: &Word) {
        self.absent += 1;
        let weight = force::of(&word.form, word.stem()).filter(|(sort, _)| *sort != Sort::Qualifier);
        self.lost += weight.map_or(0, |(_, force)| force);
        match weight {
            // A word that only adds force to the cue is no part of what is done.
            Some((sort, _)) if word.is_cue && sort != Sort::Verb => {}
            _ if word.is_cue => self.is_cue_gone |= !word.is_function,
            _ => self.own_absent += 1,
        }
    }

    fn share(&self) -> f64 {
        self.present as f64 / (self.present + self.absent).max(1) as f64
    }

    fn own_share(&self) -> f64 {
        if self.own_absent == 0 { 1.0 } else { self.own_present as f64 / (self.own_present + self.own_absent) as f64 }
    }
}

impl Side<'_> {
    /// The force of a verb of saying or wanting that is left over here and that no claim was read from.
    fn unheard_verb(&self, word: &Word, left: &FxHashMap<&str, usize>) -> Option<i32> {
        let (sort, force) = force::of(&word.form, word.stem())?;
        let is_free = sort == Sort::Verb && !word.is_quoted && left.get(&**word.stem()).is_some_and(|left| *left > 0);
        (is_free && !self.cues.contains(&word.span)).then_some(force)
    }
}

/// Some word of the source's name is among the words, or it has no name to look for.
fn names_source<'w>(said: &Said, mut words: impl Iterator<Item = &'w Word>) -> bool {
    let names =
        |word: &Word| said.source.key.split(' ').chain(said.source.text.split(' ')).any(|name| word.form.eq_ignore_ascii_case(name));
    said.source.is_vague || said.source.is_nobodys || said.source.key == NARRATOR || words.any(|word| !word.is_function && names(word))
}
