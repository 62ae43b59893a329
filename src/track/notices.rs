//! Which changes the publisher's own words own up to.
//!
//! A notice is read once, in the version in which it first stands. It speaks of a change where it holds the names, numbers and
//! words that changed; it speaks of earlier changes of the report too, so those that nobody owned up to are kept.
//!
//! Known failure: a notice that names what changed in other words than the text has ("the number of the dead" for "people were killed") is
//! partial and not declared.

use rustc_hash::FxHashSet;

use super::memory::Undeclared;
use super::stamps;
use super::threads::Index;
use super::words::Reader;
use super::{ReportKey, Reported, Version};
use crate::lexicon::closed;
use crate::lexicon::notices::{Admission, admits, without_wordings};
use crate::lexicon::numbers;
use crate::model::{Change, ChangeKind, NoticeState};
use crate::text::{CharSpan, Document, fold};

/// A material change that no notice spoke of yet, with the words by which a notice would name it.
pub(super) struct Pending {
    pub(super) words: Vec<String>,
    pub(super) change: Undeclared,
}

impl Pending {
    pub(super) fn of(change: &Change, words: Vec<String>) -> Pending {
        let (before, after) = (change.before.clone(), change.after.clone());
        Pending { words, change: Undeclared { id: change.id.clone(), kind: change.kind, before, after } }
    }

    /// The notice names it.
    pub(super) fn is_declared_by(&self, notice: &Fresh) -> bool {
        let sorts = if self.change.kind == ChangeKind::Corrected { &[Admission::Date][..] } else { &[] };
        let known = Known { telling: &self.words, counted: &[], around: &[], speaker: &[], sorts };
        state(std::slice::from_ref(notice), &known).0 == NoticeState::Declared
    }
}

/// The newest changes of a report that a notice may still own up to, oldest first, those of earlier runs too.
pub(super) fn pending(report: &Reported, threads: &Index<'_>, key: ReportKey, reader: &Reader) -> Vec<Pending> {
    let here = &report.pending[report.pending.len().saturating_sub(KEPT)..];
    let most = KEPT - here.len();
    let earlier = threads.undeclared(key, most + report.owned.len()).into_iter().filter(|change| !report.owned.contains(&change.id));
    let mut out: Vec<Pending> = earlier.map(|change| Pending { words: telling(reader, &change.before, &change.after), change }).collect();
    out.drain(..out.len().saturating_sub(most));
    out.extend(here.iter().map(|pending| Pending { words: pending.words.clone(), change: pending.change.clone() }));
    out
}

/// A notice that the version before had not.
pub(super) struct Fresh {
    pub(super) text: String,
    pub(super) span: Option<CharSpan>,
    /// Its words, but for dates, times and ordinals.
    stems: FxHashSet<String>,
    numbers: FxHashSet<String>,
    /// The numbers of the dates that it speaks of.
    dates: FxHashSet<String>,
    sentences: Vec<Sentence>,
}

/// A sentence of a notice.
struct Sentence {
    text: String,
    /// Stems of the words by which it says what was mended.
    named: Vec<String>,
}

/// Undeclared changes of one report of which a notice is asked, the newest.
const KEPT: usize = 256;
/// Share of the words that changed which a notice must hold to declare the change.
const DECLARES: f64 = 0.5;

/// The notices of a version, folded.
pub(super) fn read(version: &Version<'_>) -> FxHashSet<String> {
    version.findings.notices.iter().map(|notice| folded(&notice.text)).collect()
}

fn folded(text: &str) -> String {
    text.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

/// Notices that stand here and did not in the version before, and the note that came beside the text.
pub(super) fn fresh(version: &Version<'_>, before: &FxHashSet<String>, reader: &Reader) -> Vec<Fresh> {
    let make = |text: &str, span| {
        let told = stamps::part(text);
        let stems: FxHashSet<String> = words(reader, &told.counting).into_iter().collect();
        let numbers = stems.iter().filter(|stem| stem.starts_with(|first: char| first.is_ascii_digit())).cloned().collect();
        let dates = words(reader, &told.dates).into_iter().collect();
        Fresh { text: text.to_owned(), span, stems, numbers, dates, sentences: sentences(reader, text) }
    };
    let standing = version.findings.notices.iter().filter(|notice| !before.contains(&folded(&notice.text)));
    let mut out: Vec<Fresh> = standing.map(|notice| make(&notice.text, notice.span)).collect();
    if let Some(note) = version.note.filter(|note| out.iter().all(|fresh| fresh.text != **note)) {
        out.push(make(note, None));
    }
    out
}

/// The sentences of a notice, each with the words that are its own and not those of any notice.
fn sentences(reader: &Reader, text: &str) -> Vec<Sentence> {
    let document = Document::new(text);
    let spans = document.sentences.iter().map(|sentence| sentence.span.of(text));
    let named = |text: &str| words(reader, &without_wordings(&stamps::part(text).counting));
    spans.map(|text| Sentence { text: text.to_owned(), named: named(text) }).collect()
}

/// The stems by which a change is known: those of one side that the other has not, function words left out.
pub(super) fn telling(reader: &Reader, before: &str, after: &str) -> Vec<String> {
    let (old, new) = (words(reader, before), words(reader, after));
    let apart = |left: &[String], right: &[String]| left.iter().filter(|word| !right.contains(word)).cloned().collect::<Vec<_>>();
    let mut out = apart(&old, &new);
    out.extend(apart(&new, &old));
    if out.is_empty() {
        // Only function words differ ("less than 40" and "40"): the change is known by what they stand with.
        out = new;
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The words that both sides of a figure share: what is counted.
pub(super) fn counted(reader: &Reader, before: &str, after: &str) -> Vec<String> {
    let old = words(reader, before);
    words(reader, after).into_iter().filter(|word| old.contains(word) && !word.starts_with(|first: char| first.is_ascii_digit())).collect()
}

pub(super) fn words(reader: &Reader, text: &str) -> Vec<String> {
    text.split(|next: char| !next.is_alphanumeric() && !matches!(next, '.' | ',' | '\'' | '’' | '-'))
        .map(|word| word.trim_matches(|next: char| !next.is_alphanumeric()))
        .filter(|word| !word.is_empty() && (closed::classes(word).is_open() || numbers::is_cardinal(&word.to_lowercase())))
        .map(|word| match word.starts_with(|first: char| first.is_ascii_digit()) {
            // "1,750" in a notice is the 1750 of a figure, and "three" is its 3.
            true => word.replace(',', ""),
            false if numbers::is_cardinal(&word.to_lowercase()) => match numbers::in_words(&word.to_lowercase()) {
                Some((value, _)) => value.to_string(),
                None => reader.stem(word),
            },
            false => reader.stem(word.trim_end_matches("'s").trim_end_matches("’s")),
        })
        .collect()
}

/// What a change is known by.
pub(super) struct Known<'k> {
    /// Stems of one side that the other has not.
    pub(super) telling: &'k [String],
    /// What a figure counts.
    pub(super) counted: &'k [String],
    /// Stems of the sentence in which it changed, and of whoever says it.
    pub(super) around: &'k [String],
    /// Stems of whoever said what is gone as a whole: a notice that names them need not speak of it.
    pub(super) speaker: &'k [String],
    /// What sort of thing changed.
    pub(super) sorts: &'k [Admission],
}

impl Known<'_> {
    /// A date may be what changed.
    fn is_dated(&self) -> bool {
        self.sorts.contains(&Admission::Date)
    }

    fn stands_around(&self, word: &String) -> bool {
        [self.telling, self.counted, self.around].iter().any(|words| words.contains(word))
    }
}

/// What sort of thing a change of this kind mends.
pub(super) fn sorts(kind: ChangeKind, is_quoted: bool) -> &'static [Admission] {
    match kind {
        ChangeKind::Dropped if is_quoted => &[Admission::Takedown, Admission::Quote],
        ChangeKind::FigureChanged => &[Admission::Figure],
        ChangeKind::QuoteChanged => &[Admission::Quote],
        ChangeKind::Corrected => &[Admission::Name, Admission::Date],
        ChangeKind::Dropped => &[Admission::Takedown],
        _ => &[],
    }
}

/// How far `notices` own up to a change, and in which words that is worth saying.
pub(super) fn state(notices: &[Fresh], known: &Known<'_>) -> (NoticeState, Option<&'static str>) {
    let Known { telling, counted, .. } = known;
    let mut best = NoticeState::Silent;
    let mut why = None;
    for notice in notices {
        let is_held = |word: &&String| notice.stems.contains(*word) || known.is_dated() && notice.dates.contains(*word);
        let held = telling.iter().filter(is_held).count();
        let speaks = telling.iter().any(|word| is_held(&word) && !known.speaker.contains(word));
        let share = held as f64 / telling.len().max(1) as f64;
        let number_named = telling.iter().any(|word| notice.numbers.contains(word) && is_held(&word));
        if admits(&notice.text, Admission::Minor) {
            best = best.min(NoticeState::Partial);
            why = Some("the notice calls it a small thing");
        } else if (share >= DECLARES || (number_named && held > 1)) && held > 0 {
            return (NoticeState::Declared, Some("a notice names it"));
        } else if says_done(notice, known) {
            return (NoticeState::Declared, Some("a notice says that this was done"));
        } else if speaks || said_of(notice, known).next().is_some() || counted.iter().any(|word| notice.stems.contains(word)) {
            best = best.min(NoticeState::Partial);
            why = Some("a notice speaks of it in part");
        } else if is_mend(notice) && notice.stems.len() <= VAGUE && !is_of_else(notice, known) {
            best = best.min(NoticeState::Partial);
            why = Some("a notice is too vague to tell");
        }
    }
    (best, why)
}

/// A notice that names no more than the sort of thing, or most of whose own words stand where that sort of thing changed: "the
/// percentage has been corrected", "the number of deaths has been corrected" for a figure of deaths and not for any figure.
fn says_done(notice: &Fresh, known: &Known<'_>) -> bool {
    said_of(notice, known).any(|(sentence, sort)| {
        let (found, all) = found_around(sentence, known);
        sort == Admission::Takedown || 2 * found > all || all == 0
    })
}

/// Sentences of a notice that mends which say that this sort of thing was mended, and give no numbers but those of the change.
fn said_of<'n>(notice: &'n Fresh, known: &'n Known<'_>) -> impl Iterator<Item = (&'n Sentence, Admission)> {
    let is_number = |word: &&String| word.starts_with(|first: char| first.is_ascii_digit());
    let is_of_others = move |sentence: &Sentence| {
        let mut numbers = sentence.named.iter().filter(is_number).peekable();
        numbers.peek().is_some() && !numbers.any(|number| known.telling.contains(number))
    };
    let sorts =
        |sentence: &'n Sentence| known.sorts.iter().filter(|sort| admits(&sentence.text, **sort)).map(move |sort| (sentence, *sort));
    let mends = is_mend(notice);
    notice.sentences.iter().filter(move |sentence| mends && !is_of_others(sentence)).flat_map(sorts)
}

/// Several words of the notice's own say what was mended, and none stands around the change.
fn is_of_else(notice: &Fresh, known: &Known<'_>) -> bool {
    let named = || notice.sentences.iter().flat_map(|sentence| &sentence.named);
    !named().any(|word| known.stands_around(word) && !known.speaker.contains(word)) && named().count() > 1
}

/// How many of a sentence's own words stand around the change, and how many it has.
fn found_around(sentence: &Sentence, known: &Known<'_>) -> (usize, usize) {
    (sentence.named.iter().filter(|word| known.stands_around(word)).count(), sentence.named.len())
}

fn is_mend(notice: &Fresh) -> bool {
    [Admission::Error, Admission::Edit, Admission::Takedown].into_iter().any(|sort| admits(&notice.text, sort))
}

/// Content words of a notice that says no more than that something was mended.
const VAGUE: usize = 5;

/// Owns up to an error, and not merely to an update.
pub(super) fn is_correction(text: &str) -> bool {
    admits(text, Admission::Error)
}
