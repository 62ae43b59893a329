//! What is kept of a claim when its text is gone: its words, whose it is, where it stood; and how two claims are compared.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::aliases;
use super::names::{self, alike_names, ends_in, is_initials};
use super::words::{Page, Word, are_same};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::force;
pub(in crate::track) use crate::model::NARRATOR;
use crate::model::{Act, QuoteKind};
use crate::text::CharSpan;
use crate::track::rulings::Placement;

/// Whose voice stays the same when the act changes: a thread may pass from one act to another inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Voice {
    /// Says that something is so, with more or less blame or praise.
    Says,
    /// Turns something down.
    Refuses,
    /// Wants something of somebody.
    Asks,
    /// Binds itself.
    Commits,
    /// Says that it says nothing of it.
    Withholds,
}

impl Voice {
    pub(in crate::track) fn of(act: Act) -> Voice {
        match act {
            Act::State | Act::Confirm | Act::Warn | Act::Expect | Act::Accuse | Act::Condemn | Act::Welcome => Voice::Says,
            Act::Deny | Act::Reject => Voice::Refuses,
            Act::Demand | Act::Propose => Voice::Asks,
            Act::Promise | Act::Agree => Voice::Commits,
        }
    }

    /// The name under which threads are listed.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Voice::Says => "says",
            Voice::Refuses => "refuses",
            Voice::Asks => "asks",
            Voice::Commits => "commits",
            Voice::Withholds => "withholds",
        }
    }
}

/// Who says something.
#[derive(Clone, Debug)]
pub(in crate::track) struct Source {
    pub(in crate::track) name: String,
    /// The name as it is compared.
    pub(in crate::track) key: String,
    /// The words of the text as they are compared.
    pub(in crate::track) text: String,
    /// The words of the text; `None` for the outlet's own voice.
    pub(in crate::track) surface: Option<String>,
    /// It is known by a name, and not by what it is.
    pub(in crate::track) is_named: bool,
    pub(in crate::track) is_state: bool,
    /// Nobody in particular ("reportedly").
    pub(in crate::track) is_nobodys: bool,
    /// Somebody without a name; compared by the words of the description.
    pub(in crate::track) is_unnamed: bool,
    /// A pronoun that nobody resolved, so that it says nothing about who speaks.
    pub(in crate::track) is_vague: bool,
}

/// At whom something is aimed; all empty for nobody.
#[derive(Clone, Debug)]
pub(in crate::track) struct Target {
    pub(in crate::track) name: String,
    /// The name as it is compared.
    pub(in crate::track) key: String,
    /// The words of the text as they are compared.
    pub(in crate::track) text: String,
    /// A pronoun that nobody resolved, or nobody.
    pub(in crate::track) is_vague: bool,
    /// The claim's own words name it; else the text around them does ("the firm denied the charge").
    pub(in crate::track) is_own: bool,
}

/// One claim with all that tracking compares.
#[derive(Clone, Debug)]
pub(in crate::track) struct Said {
    pub(in crate::track) id: String,
    /// What it does; where a person ruled on its thread, what was ruled.
    pub(in crate::track) act: Act,
    /// What it was found to do.
    pub(in crate::track) found: Act,
    /// The voice of what it was found to do.
    pub(in crate::track) voice: Voice,
    /// Who says it.
    pub(in crate::track) source: Source,
    /// The publisher's own words on a change.
    pub(in crate::track) is_notice: bool,
    /// "declined to say", "would not discuss": the source says that it says nothing.
    pub(in crate::track) withholds: bool,
    /// At whom it is aimed.
    pub(in crate::track) target: Target,
    pub(in crate::track) content: String,
    pub(in crate::track) evidence_text: String,
    pub(in crate::track) evidence: CharSpan,
    /// First sentence of the evidence.
    pub(in crate::track) sentence: usize,
    /// Last sentence of the evidence.
    pub(in crate::track) last_sentence: usize,
    /// Sentences after its evidence in which its quotation goes on.
    pub(in crate::track) goes_on: Range<usize>,
    pub(in crate::track) in_headline: bool,
    /// 0 at the text's beginning, 1 at its end.
    pub(in crate::track) place: f64,
    pub(in crate::track) is_hedged: bool,
    pub(in crate::track) is_negated: bool,
    pub(in crate::track) quote: QuoteKind,
    /// "topic/state" of the outlet's own word on a tracked topic.
    pub(in crate::track) status: Option<String>,
    pub(in crate::track) topics: Vec<String>,
    /// Claim of the same text that it answers.
    pub(in crate::track) answers: Option<String>,
    /// Words of the evidence, in order.
    pub(in crate::track) words: Vec<Word>,
    pub(in crate::track) page: Rc<Page>,
    /// Where the words of the sentences that hold it stand on the page.
    pub(super) around: Range<usize>,
    /// Stems that carry content, sorted, without those of the mentions.
    pub(in crate::track) stems: Vec<Rc<str>>,
    /// The same of the content alone.
    pub(in crate::track) gist: Vec<Rc<str>>,
    /// Which tolls its source gives in it: "killed", "missing".
    pub(in crate::track) tolls: Vec<String>,
    /// Its thread; `None` until one is assigned.
    pub(in crate::track) thread: Option<usize>,
    /// Where decisions put it.
    pub(in crate::track) placement: Placement,
}

impl Said {
    /// Its thread is one of these.
    pub(in crate::track) fn is_in(&self, threads: &FxHashSet<usize>) -> bool {
        self.thread.is_some_and(|thread| threads.contains(&thread))
    }

    /// Words of the sentences that hold it: what of another wording may be read off here.
    pub(in crate::track) fn context(&self) -> &[Word] {
        self.page.at(&self.around)
    }

    /// Word for word the same, in sentences that are word for word the same. Every word of either is then in the other's sentences, and
    /// nothing is to be told of what one says beside the other but its figures and whom it names.
    pub(in crate::track) fn is_unaltered(&self, after: &Said) -> bool {
        self.is_hedged == after.is_hedged && are_same(&self.words, &after.words) && are_same(self.context(), after.context())
    }

    /// The same, in the same mouth and aimed at the same: nothing is to be told.
    pub(in crate::track) fn is_told_alike(&self, after: &Said) -> bool {
        let does = |said: &Said| (said.found, said.voice, said.is_negated);
        let is_by_one = || self.source.name == after.source.name && self.source.text == after.source.text;
        does(self) == does(after) && is_by_one() && self.target.name == after.target.name && self.is_unaltered(after)
    }

    /// "The company denies it": a refusal in whose own words nothing is said of what is refused.
    pub(in crate::track) fn is_bare_refusal(&self) -> bool {
        self.voice == Voice::Refuses && self.words.iter().all(|word| word.is_mention || word.is_cue || word.is_function)
    }

    /// "The company denies it", "denies the allegations": what is refused is not told.
    pub(in crate::track) fn refuses_words(&self) -> bool {
        let says_nothing = |word: &Word| word.is_mention || word.is_cue || word.is_function || word.is_calendar || word.names_words();
        self.voice == Voice::Refuses && self.words.iter().all(says_nothing)
    }

    /// "Denied that any list was signed", "said that no list was signed".
    pub(in crate::track) fn says_no(&self) -> bool {
        self.found == Act::Deny && self.voice != Voice::Withholds || self.voice == Voice::Says && self.is_negated
    }

    /// The two tell of different people or things, by name: they are aimed at others, or each names somebody whom the other does not ("Pole
    /// was drunk", "Marr was drunk"). Who speaks tells nothing of that, nor does a headline, which names what stands below it as it likes.
    pub(in crate::track) fn is_of_others_than(&self, other: &Said) -> bool {
        if self.in_headline || other.in_headline {
            return false;
        }
        let is_named = |said: &&Said| said.target.is_own && !said.target.is_vague && aliases::is_name(&said.target.name);
        let are_targets = [self, other].iter().all(is_named) && !names::one_ends_in_other(&self.target.key, &other.target.key);
        are_targets || self.names_more_than(other) && other.names_more_than(self)
    }

    /// It names somebody or something in what it says that the other does not name.
    fn names_more_than(&self, other: &Said) -> bool {
        let is_told = |word: &&Word| word.is_content && word.is_name && !word.is_calendar && !word.is_count;
        self.words.iter().filter(is_told).any(|name| other.words.iter().all(|word| word.root() != name.root()))
    }

    /// Somebody in particular says it, by name or by what they are.
    pub(in crate::track) fn is_somebody(&self) -> bool {
        !self.source.is_unnamed && !self.source.is_vague && !self.source.is_nobodys && self.source.key != NARRATOR
    }

    /// The two have the same source, as far as the words tell.
    pub(in crate::track) fn same_source(&self, other: &Said) -> bool {
        if self.source.key == other.source.key {
            return true;
        }
        if self.source.key == NARRATOR || other.source.key == NARRATOR {
            return false;
        }
        let same_words = !self.source.text.is_empty() && self.source.text == other.source.text;
        if same_words && !closed::classes(&self.source.text).has(Class::Pronoun) {
            return true;
        }
        let are_initials = |short: &Source, long: &Source| is_initials(&short.text, &long.text);
        if are_initials(&self.source, &other.source) || are_initials(&other.source, &self.source) {
            return true;
        }
        match (self.source.is_unnamed, other.source.is_unnamed) {
            (true, true) => alike_names(without_doubt(&self.source.key), without_doubt(&other.source.key)),
            (false, false) => ends_in(&self.source.key, &other.source.key) || ends_in(&other.source.key, &self.source.key),
            _ => false,
        }
    }
}

/// Content stems in order of the alphabet, each once.
pub(in crate::track) fn stems<'w>(words: impl Iterator<Item = &'w Word>) -> Vec<Rc<str>> {
    let mut out: Vec<Rc<str>> =
        words.filter(|word| !word.is_function && !word.is_mention && !word.is_cue).map(|word| Rc::clone(word.root())).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// "Alleged gunman" is the gunman, of whom it is doubted what he did.
fn without_doubt(name: &str) -> &str {
    let doubts = |first: &str| matches!(force::of(first, first), Some((force::Sort::Hedge, _)));
    name.split_once(' ').filter(|(first, _)| doubts(first)).map_or(name, |(_, rest)| rest)
}

/// How alike two sorted lists of stems are, each stem weighed by `weight`: half what they share of both, half what the shorter one
/// shares, so that a headline is like its story.
pub(in crate::track) fn likeness<L: AsRef<str>, R: AsRef<str>>(left: &[L], right: &[R], weight: impl Fn(&str) -> f64) -> f64 {
    let (mut a, mut b) = (0, 0);
    let (mut shared, mut only_left, mut only_right) = (0.0, 0.0, 0.0);
    while a < left.len() || b < right.len() {
        match (left.get(a).map(AsRef::as_ref), right.get(b).map(AsRef::as_ref)) {
            (Some(l), Some(r)) if l == r => {
                shared += weight(l);
                a += 1;
                b += 1;
            }
            (Some(l), Some(r)) if l < r => {
                only_left += weight(l);
                a += 1;
            }
            (Some(l), None) => {
                only_left += weight(l);
                a += 1;
            }
            (_, Some(r)) => {
                only_right += weight(r);
                b += 1;
            }
            (None, None) => break,
        }
    }
    let smaller = shared + only_left.min(only_right);
    if shared <= 0.0 {
        return 0.0;
    }
    0.5 * (2.0 * shared / (2.0 * shared + only_left + only_right)) + 0.5 * (shared / smaller)
}
