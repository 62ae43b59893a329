//! Which changes the publisher's own words own up to.
//!
//! A notice is read once, in the version in which it first stands. It speaks of a change where it holds the names, numbers and
//! words that changed; it speaks of earlier changes of the report too, so those that nobody owned up to are kept.
//!
//! Known failure: a notice that names what changed in other words than the text has ("the number of the dead" for "people were killed") is
//! partial and not declared.

// Numbers of a notice that count nothing.
mod stamps;

use rustc_hash::FxHashSet;

use crate::track::read::known::stem_of;
use crate::track::thread::Index;
use crate::track::thread::memory::Undeclared;
use crate::track::version::{ReportKey, Version};

use crate::lexicon::closed::{self, Class};
use crate::lexicon::notices::{Admission, Admissions, admissions, without_wordings};
use crate::lexicon::numbers;
use crate::lexicon::wording::wording;
use crate::model::{Change, ChangeKind, NoticeState};
use crate::syntax::number::{self, Form, Number};
use crate::text::{CharSpan, Document, Token, TokenKind, fold_all, possessive};

/// The stems by which a change is known: those of one side that the other has not, function words left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    gone: Vec<String>,
    come: Vec<String>,
    /// A day, a month or a number is among them.
    is_dated: bool,
}

impl Telling {
    pub(super) fn of(before: &str, after: &str) -> Telling {
        let (old, new) = (words(before), words(after));
        let apart = |left: &[String], right: &[String]| {
            let right: FxHashSet<&String> = right.iter().collect();
            let mut apart: Vec<String> = left.iter().filter(|word| !right.contains(word)).cloned().collect();
            apart.sort_unstable();
            apart.dedup();
            apart
        };
        let (gone, come) = (apart(&old, &new), apart(&new, &old));
        // Only function words differ ("less than 40" and "40"): the change is known by what they stand with.
        let come = if gone.is_empty() && come.is_empty() { apart(&new, &[]) } else { come };
        let is_dated = gone.iter().chain(&come).any(|stem| is_number(stem) || closed::classes(stem).has(Class::Calendar));
        Telling { gone, come, is_dated }
    }

    /// The same for a change of this kind. What is told beside a figure that changed is no part of its force.
    pub(super) fn of_change(kind: ChangeKind, before: &str, after: &str) -> Telling {
        let telling = Telling::of(before, after);
        match kind {
            ChangeKind::Strengthened | ChangeKind::Softened => telling.without_numbers(),
            _ => telling,
        }
    }

    fn holds(&self, word: &String) -> bool {
        self.gone.contains(word) || self.come.contains(word)
    }

    /// Without the numbers, where other words are left.
    fn without_numbers(mut self) -> Telling {
        let has_others = self.gone.iter().chain(&self.come).any(|word| !is_number(word));
        if has_others {
            [&mut self.gone, &mut self.come].into_iter().for_each(|side| side.retain(|word| !is_number(word)));
        }
        self
    }

    /// Something was put for something else.
    fn is_swap(&self) -> bool {
        !self.gone.is_empty() && !self.come.is_empty()
    }
}

/// A material change that no notice spoke of yet, with the words by which a notice would name it.
#[derive(Clone)]
pub(super) struct Pending {
    pub(super) telling: Telling,
    pub(super) change: Undeclared,
}

impl Pending {
    pub(super) fn of(change: &Change, telling: Telling) -> Pending {
        let (before, after) = (change.before.clone(), change.after.clone());
        Pending { telling, change: Undeclared { id: change.id.clone(), kind: change.kind, before, after } }
    }

    /// The notice names it.
    pub(super) fn is_declared_by(&self, notice: &Fresh) -> bool {
        let sorts = if self.change.kind == ChangeKind::Corrected { sorts(ChangeKind::Corrected, false, &self.telling) } else { &[] };
        let known = Traits { telling: &self.telling, counted: &[], around: &[], speaker: &[], sorts };
        state(std::slice::from_ref(notice), &known).0 == NoticeState::Declared
    }
}

/// The changes of a report in this run, as far as notices go.
#[derive(Default)]
pub(super) struct Outstanding {
    /// Material ones that no notice owned up to yet.
    pub(super) pending: Vec<Pending>,
    /// Ids of earlier ones that a notice of this run owned up to.
    owned: FxHashSet<String>,
}

impl Outstanding {
    /// The newest changes of the report that a notice may still own up to, oldest first, those of earlier runs too.
    pub(super) fn newest(&self, threads: &Index<'_>, key: ReportKey) -> Vec<Pending> {
        let here = &self.pending[self.pending.len().saturating_sub(KEPT)..];
        let most = KEPT - here.len();
        let earlier = threads.undeclared(key, most + self.owned.len()).into_iter().filter(|change| !self.owned.contains(&change.id));
        let telling = |change: &Undeclared| Telling::of_change(change.kind, &change.before, &change.after);
        let mut out: Vec<Pending> = earlier.map(|change| Pending { telling: telling(&change), change }).collect();
        out.drain(..out.len().saturating_sub(most));
        out.extend(here.iter().cloned());
        out
    }

    /// A notice owned up to the change.
    pub(super) fn own_up_to(&mut self, id: &str) {
        self.pending.retain(|other| other.change.id != id);
        self.owned.insert(id.to_owned());
    }
}

/// A notice that the version before had not.
pub(super) struct Fresh {
    pub(super) text: String,
    pub(super) span: Option<CharSpan>,
    admits: Admissions,
    /// Its words, but for dates, times and ordinals.
    stems: FxHashSet<String>,
    numbers: FxHashSet<String>,
    /// The numbers of the dates that it speaks of.
    dates: FxHashSet<String>,
    /// "Revised from three to two".
    steps: Vec<[String; 2]>,
    sentences: Vec<Sentence>,
}

impl Fresh {
    /// Owns up to an error and has words of both sides of a change, half of all that changed, or one of two words.
    pub(super) fn puts_right(&self, telling: &Telling) -> bool {
        let held = [&telling.gone, &telling.come].map(|side| side.iter().filter(|word| self.stems.contains(*word)).count());
        let all = telling.gone.len() + telling.come.len();
        let is_held = match (telling.gone.len(), telling.come.len()) {
            (1, 1) => held.contains(&1),
            _ => held.iter().all(|held| *held > 0) && held.iter().sum::<usize>() as f64 >= DECLARES * all as f64,
        };
        self.is_correction() && is_held
    }

    /// Owns up to an error, and not merely to an update.
    pub(super) fn is_correction(&self) -> bool {
        self.admits.has(Admission::Error)
    }

    fn is_mend(&self) -> bool {
        [Admission::Error, Admission::Edit, Admission::Takedown].into_iter().any(|sort| self.admits.has(sort))
    }

    /// It tells of the step from what came to what went: of another one, which took this one back.
    fn tells_of_return(&self, telling: &Telling) -> bool {
        let is_step = |[from, to]: &[String; 2], old: &[String], new: &[String]| old.contains(from) && new.contains(to);
        let has = |old: &[String], new: &[String]| self.steps.iter().any(|step| is_step(step, old, new));
        has(&telling.come, &telling.gone) && !has(&telling.gone, &telling.come)
    }

    /// It hardly says more than that something was mended.
    fn is_vague(&self) -> bool {
        self.stems.len() <= VAGUE || self.sentences.iter().all(|sentence| sentence.named.is_empty())
    }
}

/// A sentence of a notice.
struct Sentence {
    admits: Admissions,
    /// Stems of the words by which it says what was mended.
    named: Vec<String>,
    /// Those of them that are names: what it says is of nobody else.
    names: Vec<String>,
}

/// How many undeclared changes of one report a notice is compared with, the newest first.
const KEPT: usize = 256;
/// Share of the words that changed which a notice must hold to declare the change.
const DECLARES: f64 = 0.5;

/// The notices of a version, folded.
pub(super) fn read(version: &Version<'_>) -> FxHashSet<String> {
    version.findings.notices.iter().map(|notice| fold_all(&notice.text)).collect()
}

/// Notices that stand here and did not in the version before, and the note that came beside the text.
pub(super) fn fresh(version: &Version<'_>, before: &FxHashSet<String>) -> Vec<Fresh> {
    let make = |text: &str, span| {
        let told = stamps::part(text);
        let stems: FxHashSet<String> = words(&told.counting).into_iter().collect();
        let numbers = stems.iter().filter(|stem| is_number(stem)).cloned().collect();
        let dates = words(&told.dates).into_iter().collect();
        let (admits, steps, sentences) = (admissions(text), steps(text), sentences(text));
        Fresh { text: text.to_owned(), span, admits, stems, numbers, dates, steps, sentences }
    };
    let standing = version.findings.notices.iter().filter(|notice| !before.contains(&fold_all(&notice.text)));
    let mut out: Vec<Fresh> = standing.map(|notice| make(&notice.text, notice.span)).collect();
    if let Some(note) = version.note.filter(|note| out.iter().all(|fresh| fresh.text != **note)) {
        out.push(make(note, None));
    }
    out
}

/// The first numbers behind each "from" and the "to" that follows it.
fn steps(text: &str) -> Vec<[String; 2]> {
    let number = |text: &str| words(text).into_iter().find(|word| is_number(word));
    let step = |rest: &str| rest.split_once(" to ").and_then(|(from, to)| Some([number(from)?, number(to)?]));
    text.split(" from ").skip(1).filter_map(step).collect()
}

/// The sentences of a notice, each with the words that are its own and not those of any notice.
fn sentences(text: &str) -> Vec<Sentence> {
    let document = Document::new(text);
    let spans = document.sentences.iter().map(|sentence| sentence.span.of(text));
    let sentence = |text: &str| {
        let named = words(&without_wordings(&stamps::part(text).counting));
        let names = names(text).map(stem_of).filter(|name| named.contains(name)).collect();
        Sentence { admits: admissions(text), named, names }
    };
    spans.map(sentence).collect()
}

/// The words of a sentence that have a capital and do not begin it, without "Dr" and "Mrs".
fn names(sentence: &str) -> impl Iterator<Item = &str> {
    let is_title = |word: &str| wording(&word.to_lowercase()).title_in_full.is_some() || wording(&word.to_lowercase()).courtesy;
    let capital = move |word: &&str| word.starts_with(char::is_uppercase) && !is_title(word);
    let words = sentence.split_whitespace().skip(1).map(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric()));
    words.map(possessive::bare).filter(capital)
}

/// The words that both sides of a figure share: what is counted.
pub(super) fn counted(before: &str, after: &str) -> Vec<String> {
    let old: FxHashSet<String> = words(before).into_iter().collect();
    words(after).into_iter().filter(|word| old.contains(word) && !is_number(word)).collect()
}

/// The stems of the words that carry content, and the values of the numbers: "$1.3 billion", "1,300,000,000" and "three" are what they
/// count.
pub(super) fn words(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(token) = document.tokens.get(at) {
        let word = document.slice(token.span);
        let number = number::read(text, &document.tokens, at).filter(|number| matches!(number.form, Form::Exact | Form::Share));
        match number {
            Some(Number { low: Some(low), high, tokens, .. }) if is_count(&document, at, tokens) => {
                out.push(low.to_string());
                out.extend(high.map(|high| high.to_string()));
                at += tokens.max(1);
                continue;
            }
            _ if stamps::is_calendar(word) => out.push(word.to_lowercase()),
            _ if token.is_wordlike() && closed::classes(word).is_open() => {
                out.push(stem_of(possessive::bare(word)));
            }
            _ => {}
        }
        at += 1;
    }
    out
}

/// A number in digits or in more words than one counts; of single words those do that count more than one.
fn is_count(document: &Document<'_>, at: usize, tokens: usize) -> bool {
    let words = &document.tokens[at..(at + tokens).min(document.tokens.len())];
    let is_counting = |token: &Token| token.kind == TokenKind::Number || numbers::is_cardinal(&document.slice(token.span).to_lowercase());
    words.iter().any(is_counting)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

/// What a change is known by.
pub(super) struct Traits<'k> {
    /// Stems of one side that the other has not.
    pub(super) telling: &'k Telling,
    /// What a figure counts.
    pub(super) counted: &'k [String],
    /// Stems of the sentence in which it changed, and of whoever says it.
    pub(super) around: &'k [String],
    /// Stems of whoever said what is gone as a whole: a notice that names them need not speak of it.
    pub(super) speaker: &'k [String],
    /// What sort of thing changed.
    pub(super) sorts: &'k [Admission],
}

impl Traits<'_> {
    /// A date may be what changed.
    fn is_dated(&self) -> bool {
        self.sorts.contains(&Admission::Date)
    }

    fn stands_around(&self, word: &String) -> bool {
        self.telling.holds(word) || [self.counted, self.around].iter().any(|words| words.contains(word))
    }

    /// The changed words that `notice` mentions, and how many changed in all. A notice that has only the old or only the new name or number
    /// may be about something else: about that person, or another change. It mentions none then.
    fn held(&self, notice: &Fresh) -> (Vec<&String>, usize) {
        let is_held = |word: &&String| notice.stems.contains(*word) || self.is_dated() && notice.dates.contains(*word);
        let sides = [&self.telling.gone, &self.telling.come].map(|side| side.iter().filter(is_held).collect::<Vec<&String>>());
        let all = self.telling.gone.len() + self.telling.come.len();
        let is_one_sided = self.telling.is_swap() && sides.iter().any(Vec::is_empty);
        let held = sides.concat();
        if is_one_sided && self.is_of_else(notice, &held) || notice.tells_of_return(self.telling) {
            return (Vec::new(), all);
        }
        (held, all)
    }

    /// The notice gives one of two names or numbers and is about something else.
    fn is_of_else(&self, notice: &Fresh, held: &[&String]) -> bool {
        let gives_others = || notice.numbers.iter().any(|number| !self.telling.holds(number));
        // "It is £1m, not £2m": two numbers and none of the change's.
        let is_of_figures = || notice.numbers.len() > 1 && !notice.numbers.iter().any(|number| self.telling.holds(number));
        match held.iter().any(|word| is_number(word)) {
            true => gives_others(),
            false if is_of_figures() => true,
            false => self.sorts.contains(&Admission::Name) && !notice.admits.has(Admission::Name),
        }
    }
}

/// What sort of thing a change of this kind mends.
pub(super) fn sorts(kind: ChangeKind, is_quoted: bool, telling: &Telling) -> &'static [Admission] {
    match kind {
        ChangeKind::Dropped if is_quoted => &[Admission::Takedown, Admission::Passage, Admission::Quote],
        ChangeKind::FigureChanged => &[Admission::Figure],
        ChangeKind::QuoteChanged => &[Admission::Quote],
        ChangeKind::Corrected if telling.is_dated => &[Admission::Date],
        ChangeKind::Corrected => &[Admission::Name],
        ChangeKind::Dropped => &[Admission::Takedown, Admission::Passage],
        _ => &[],
    }
}

/// How far `notices` own up to a change, and in which words that is worth saying.
pub(super) fn state(notices: &[Fresh], known: &Traits<'_>) -> (NoticeState, Option<&'static str>) {
    let mut best = NoticeState::Silent;
    let mut why = None;
    for notice in notices {
        let (held, all) = known.held(notice);
        // One word of a passage that is gone as a whole may stand in any notice.
        let own = held.iter().filter(|word| !known.speaker.contains(word)).count();
        let speaks = own > usize::from(!known.telling.is_swap() && all > PASSING);
        // Nor is one of the two words of "an allegation that she denies" that passage.
        let is_enough = known.telling.is_swap() || own > 1 || all == 1;
        let share = held.len() as f64 / all.max(1) as f64;
        let number_named = held.iter().any(|word| notice.numbers.contains(*word));
        let is_minor = notice.admits.has(Admission::Minor);
        if is_minor && is_of_else(notice, known) {
            continue;
        }
        if is_minor {
            best = best.min(NoticeState::Partial);
            why = Some("the notice calls it a small thing");
        } else if is_enough && (share >= DECLARES || known.telling.is_swap() && number_named && held.len() > 1) && !held.is_empty() {
            return (NoticeState::Declared, Some("a notice names it"));
        } else if says_done(notice, known) {
            return (NoticeState::Declared, Some("a notice says that this was done"));
        } else if speaks || said_of(notice, known).next().is_some() || known.counted.iter().any(|word| notice.stems.contains(word)) {
            best = best.min(NoticeState::Partial);
            why = Some("a notice speaks of it in part");
        } else if notice.is_mend() && notice.is_vague() && !is_of_else(notice, known) && !is_of_another_sort(notice, known) {
            best = best.min(NoticeState::Partial);
            why = Some("a notice is too vague to tell");
        }
    }
    (best, why)
}

/// A notice that names no more than the sort of thing, or most of whose own words stand where that sort of thing changed: "the
/// percentage has been corrected", "the number of deaths has been corrected" for a figure of deaths and not for any figure.
fn says_done(notice: &Fresh, known: &Traits<'_>) -> bool {
    said_of(notice, known).any(|(sentence, sort)| {
        let (found, all) = found_around(sentence, known);
        sort == Admission::Takedown || 2 * found > all || all == 0 && sort != Admission::Passage
    })
}

/// Sentences of a notice that mends which say that this sort of thing was mended, and give no numbers but those of the change, and no names
/// but those around it.
fn said_of<'n>(notice: &'n Fresh, known: &'n Traits<'_>) -> impl Iterator<Item = (&'n Sentence, Admission)> {
    let is_of_others = move |sentence: &Sentence| {
        let mut numbers = sentence.named.iter().filter(|word| is_number(word)).peekable();
        numbers.peek().is_some() && !numbers.any(|number| known.telling.holds(number))
    };
    let sorts = |sentence: &'n Sentence| known.sorts.iter().filter(|sort| sentence.admits.has(**sort)).map(move |sort| (sentence, *sort));
    let is_of_somebody_else =
        |sentence: &Sentence| !sentence.names.is_empty() && !sentence.names.iter().any(|name| known.stands_around(name));
    let mends = notice.is_mend();
    notice.sentences.iter().filter(move |sentence| mends && !is_of_others(sentence) && !is_of_somebody_else(sentence)).flat_map(sorts)
}

/// The notice says what sort of thing was wrong ("misquoted the coach"), and the change is of another.
fn is_of_another_sort(notice: &Fresh, known: &Traits<'_>) -> bool {
    let is_told = [Admission::Figure, Admission::Name, Admission::Quote, Admission::Date].iter().any(|sort| notice.admits.has(*sort));
    is_told && !known.sorts.is_empty() && !known.sorts.iter().any(|sort| notice.admits.has(*sort))
}

/// Several words of the notice's own say what was mended, and none stands around the change.
fn is_of_else(notice: &Fresh, known: &Traits<'_>) -> bool {
    let named = || notice.sentences.iter().flat_map(|sentence| &sentence.named);
    !named().any(|word| known.stands_around(word) && !known.speaker.contains(word)) && named().count() > 1
}

/// How many of a sentence's own words stand around the change, and how many it has.
fn found_around(sentence: &Sentence, known: &Traits<'_>) -> (usize, usize) {
    (sentence.named.iter().filter(|word| known.stands_around(word)).count(), sentence.named.len())
}

/// Content words of a passage that is gone which a notice may name with one of them.
const PASSING: usize = 2;
/// Content words of a notice that says no more than that something was mended.
const VAGUE: usize = 5;
