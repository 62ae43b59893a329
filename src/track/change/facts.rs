//! Names, dates, numbers and quotations that changed where no claim stands: a wrong name mended in a sentence without a speaker is as
//! material as one in a quotation.

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::described;
use super::draft::Draft;
use super::entries::{Entries, OF_FACTS};
use crate::diff::FactKind;
use crate::lexicon::closed::Class;
use crate::lexicon::layout::{Layout, layout};
use crate::lexicon::numbers;
use crate::lexicon::wording::wording;
use crate::model::ChangeKind;
use crate::text::{CharIndex, CharSpan, Document, Span};
use crate::track::read::Reading;
use crate::track::read::ages::holds_age;
use crate::track::read::features::Said;
use crate::track::read::figures::Counted;
use crate::track::read::measures;
use crate::track::read::names;
use crate::track::read::words::{Page, Word};
use crate::track::version::{Prior, Version};

/// Facts that changed outside every claim. A claim's own are told with the claim.
pub(super) fn facts(before: &Reading, after: &Reading, version: &Version<'_>, prior: &Prior<'_>, entries: &mut Entries) {
    let (earlier, later) = (Side::new(prior.document, before), Side::new(version.document, after));
    // The figures of a headline are few, those of a text need not be.
    let headline: Vec<&Counted> = entries.figures().iter().map(|at| &after.figures[*at]).filter(|figure| figure.in_headline).collect();
    let is_told_below = |place: CharSpan| headline.iter().any(|figure| figure.evidence.overlaps(place));
    // A date mended in two places is one thing to be told.
    let mut told: FxHashSet<(String, String)> = FxHashSet::default();
    // Sentences that name somebody else now.
    let mut renamed: FxHashSet<Option<usize>> = FxHashSet::default();
    for fact in prior.facts {
        let (Some(old), Some(new)) = (fact.old, fact.new) else { continue };
        let fact = Altered { sort: fact.kind, was: earlier.place(old), is: later.place(new) };
        let fact = fact.quoted(&earlier, &later).unwrap_or(fact);
        let (old, new) = (fact.was.fact, fact.is.fact);
        // "Tom Pell sold his boat", "Ann Pell sold her boat": another person is told of by another pronoun.
        let sentence = version.document.sentence_at(new.start());
        if fact.are_pronouns() && renamed.contains(&sentence) {
            continue;
        }
        renamed.extend((fact.sort == FactKind::Name).then_some(sentence));
        let Some(kind) = fact.kind() else { continue };
        let (from, to) = (earlier.index.chars(old), later.index.chars(new));
        if entries.iter().any(|draft| draft.gives((from, fact.was.words), (to, fact.is.words))) {
            continue;
        }
        let held = [earlier.held(old), later.held(new)];
        let of_claim = fact.is_of_claim(held);
        let is_by_itself = held.contains(&Held::Naming) && !of_claim;
        // "Minister" that became "secretary" in a post that is told in full.
        let is_in_post = |draft: &Draft| draft.before.ends_with(fact.was.words) && draft.after.ends_with(fact.is.words);
        let is_here = |draft: &&Draft| draft.kind == ChangeKind::Corrected && draft.evidence_to.is_some_and(|place| place.overlaps(to));
        if fact.sort == FactKind::Title && entries.iter().filter(is_here).any(is_in_post) {
            continue;
        }
        if of_claim || (!is_by_itself && entries.account_for(OF_FACTS, from, to)) || !is_reporting(version, new) {
            continue;
        }
        if fact.is_no_mend() || (kind == ChangeKind::Corrected && !fact.is_mended()) {
            continue;
        }
        let said = fact.said_then((before, from), (after, to));
        if said.is_some_and(|(was, is)| entries.tells_more_than_words(was, is)) {
            continue;
        }
        let values = (fact.was.words.to_owned(), fact.is.words.to_owned());
        if !told.insert(values.clone()) || (kind == ChangeKind::Corrected && !entries.is_new_mend(fact.apart(), None, |_, _| false)) {
            continue;
        }
        if kind == ChangeKind::FigureChanged && (is_told_below(to) || fact.is_told_with_more(entries, from, to)) {
            continue;
        }
        let why = format!("{}: “{}” became “{}”", fact.sort.as_str(), fact.was.words, fact.is.words);
        let mut draft = Draft::loose(kind, from, to, values, why);
        if let Some(pair) = is_by_itself.then(|| named_beside((before, old), (after, new))).flatten() {
            draft.belongs_to(pair, before, after);
        }
        entries.push(draft);
    }
}

/// A fact with another value.
struct Altered<'a> {
    sort: FactKind,
    was: Place<'a>,
    is: Place<'a>,
}

impl Altered<'_> {
    /// What it is told as; `None` for those that say nothing apart from a claim.
    fn kind(&self) -> Option<ChangeKind> {
        match self.sort {
            FactKind::Number if self.was.is_age() && self.is.is_age() => Some(ChangeKind::Corrected),
            FactKind::Number => Some(ChangeKind::FigureChanged),
            FactKind::Date | FactKind::Name | FactKind::Title | FactKind::Place => Some(ChangeKind::Corrected),
            FactKind::Quote => Some(ChangeKind::QuoteChanged),
            FactKind::Modality | FactKind::Negation | FactKind::Attribution => None,
        }
    }

    /// "They are laughing at us" that became "at you": of two quotations that differ by a pronoun, these.
    fn quoted<'a>(&self, earlier: &Side<'a>, later: &Side<'a>) -> Option<Altered<'a>> {
        let is_pronoun = |word: &Word| word.classes().has(Class::Pronoun);
        let is_told = self.sort == FactKind::Name && [&self.was, &self.is].iter().all(|place| place.own().iter().all(is_pronoun));
        let quotation = |place: &Place<'_>| place.document.quotation_at(place.fact.start()).filter(|_| is_told).map(|found| found.span);
        let (was, is) = quotation(&self.was).zip(quotation(&self.is))?;
        Some(Altered { sort: FactKind::Quote, was: earlier.place(was), is: later.place(is) })
    }

    /// A claim accounts for the fact. A number and a mended letter are told by themselves where they belong to a name.
    fn is_of_claim(&self, held: [Held; 2]) -> bool {
        let is_fuller = || holds_words(self.was.words, self.is.words) || holds_words(self.is.words, self.was.words);
        let is_slip = self.is_slip() || (held == [Held::Naming; 2] && !is_fuller() && self.describes());
        held.iter().any(|held| match held {
            Held::Outside => false,
            Held::Naming => !is_slip && !matches!(self.sort, FactKind::Number | FactKind::Date),
            Held::Compared => !is_slip,
        })
    }

    /// A letter mended in a name, wherever it stands ("a spokesman, Per Oster,"): no wording of a claim differs by the names of its source.
    /// Or one name put for another wherever it stood, part of which stayed.
    fn is_slip(&self) -> bool {
        let (old, new) = self.keys();
        let is_gone = |word: &str, page: &Page| page.places(word).is_empty();
        let is_renamed = || names::is_other_form(&old, &new, |old, new| is_gone(old, self.is.page) && is_gone(new, self.was.page));
        match self.sort {
            FactKind::Name => names::is_slip(&old, &new) || is_renamed(),
            FactKind::Title => names::is_slip(&old, &new),
            _ => false,
        }
    }

    /// Both stand in words that only tell who somebody is.
    fn describes(&self) -> bool {
        let places = [&self.was, &self.is].map(|place| (place.document, place.page, place.fact));
        described::is_one(self.sort, places)
    }

    /// Both say the same of the same thing: a name or a date in full or cut down, another courtesy, another spelling, another unit.
    fn is_no_mend(&self) -> bool {
        let (was, is) = (self.was.words, self.is.words);
        let is_fuller = match self.sort {
            FactKind::Name | FactKind::Title => names::one_ends_in_other(was, is),
            FactKind::Date => holds_words(was, is) || holds_words(is, was) || self.is_dated_anew(),
            FactKind::Number => !measures::converted(self.was.own(), self.is.own()).is_empty(),
            _ => false,
        };
        let is_courtesy = |title: &str| self.sort == FactKind::Title && wording(&title.trim_end_matches('.').to_lowercase()).courtesy;
        let (old, new) = self.keys();
        is_fuller || is_courtesy(was) || is_courtesy(is) || old == new
    }

    /// "His", "her".
    fn are_pronouns(&self) -> bool {
        let stands_for = |word: &Word| word.classes().has_any(&[Class::Pronoun, Class::Possessive]);
        self.sort == FactKind::Name && [&self.was, &self.is].iter().all(|place| place.own().iter().all(stands_for))
    }

    /// "Yesterday" that became "Tuesday", "3pm" that became "Sunday", or the reverse: the text appeared on another day.
    fn is_dated_anew(&self) -> bool {
        let is_day = |place: &Place<'_>| place.own().iter().any(|word| word.is_calendar);
        let is_within_day = |place: &Place<'_>| {
            let is_hour = |word: &Word| word.is_number && numbers::year(&word.form).is_none();
            !is_day(place) && place.own().iter().any(|word| is_hour(word) || word.wording().moment)
        };
        is_within_day(&self.was) && is_day(&self.is) || is_day(&self.was) && is_within_day(&self.is)
    }

    /// "…, the minister said this morning": the claims that were made then, where the date stands right behind them. With what is said it
    /// is news too.
    fn said_then(&self, (before, from): (&Reading, CharSpan), (after, to): (&Reading, CharSpan)) -> Option<(CharSpan, CharSpan)> {
        let behind = |reading: &Reading, own: &Place<'_>, place: CharSpan| {
            let sentence = own.document.sentence_at(own.fact.start())?;
            // Claims stand in the order of their evidence.
            let end = reading.said.partition_point(|said| said.evidence.start() < place.start());
            let is_led_by =
                |said: &&Said| said.last_sentence == sentence && (1..=LEAD).contains(&place.start().saturating_sub(said.evidence.end()));
            reading.said[..end].iter().rev().take(BEHIND).find(is_led_by).map(|said| said.evidence)
        };
        // A day or a year may be put right whatever else is new.
        let is_moment = |place: &Place<'_>| !place.own().iter().any(|word| word.is_calendar || word.is_number);
        if self.sort != FactKind::Date || !is_moment(&self.was) || !is_moment(&self.is) {
            return None;
        }
        behind(before, &self.was, from).zip(behind(after, &self.is, to))
    }

    /// The fact was put in the place of another, and the sentence says the same else. A sentence that is nothing but a date is a stamp, and
    /// so is one that says besides that something was updated then.
    fn is_mended(&self) -> bool {
        let (old, new) = (self.was.others(), self.is.others());
        let apart = |left: &[&str], right: &[&str]| {
            let right: FxHashSet<&str> = right.iter().copied().collect();
            left.iter().filter(|stem| !right.contains(**stem)).count()
        };
        !self.was.is_stamp() && !old.is_empty() && apart(&old, &new).max(apart(&new, &old)) * MENDED <= old.len().min(new.len())
    }

    /// An entry tells of the same number already, with what it counts: "23" that is "23 families".
    fn is_told_with_more(&self, entries: &Entries, from: CharSpan, to: CharSpan) -> bool {
        entries.iter().any(|draft| {
            draft.kind == ChangeKind::FigureChanged
                && (draft.evidence_from.is_none() || draft.is_from(from))
                && (draft.evidence_to.is_none() || draft.is_to(to))
                && tells_number(&draft.before, self.was.words)
                && tells_number(&draft.after, self.is.words)
        })
    }

    /// The words of the two that differ.
    fn apart(&self) -> (String, String) {
        let (old, new) = self.keys();
        names::mended(&old, &new)
    }

    fn keys(&self) -> (String, String) {
        (names::key(self.was.words), names::key(self.is.words))
    }
}

/// Claims before a date among which the one stands that was made then.
const BEHIND: usize = 8;
/// Characters between a claim and the date: "said on 9 May".
const LEAD: usize = 4;

/// Other words that may differ where a fact was mended: one of so many. In a sentence that says something else, another date is news.
const MENDED: usize = 4;

/// The number of `part` stands in `whole`.
fn tells_number(whole: &str, part: &str) -> bool {
    let is_number =
        |word: &&str| word.starts_with(|first: char| first.is_ascii_digit()) || numbers::in_words(&word.to_lowercase()).is_some();
    let number = part.split_whitespace().find(is_number).unwrap_or(part);
    whole == part || whole.split_whitespace().any(|word| value(word) == value(number))
}

/// A number in digits, however it is written.
fn value(word: &str) -> String {
    let lower = word.to_lowercase();
    let plain = numbers::in_words(&lower).map(|(value, _)| value.to_string());
    plain.unwrap_or_else(|| lower.replace([',', '\u{a0}', '\u{202f}', '\u{2009}'], ""))
}

/// All words of `part` stand in `whole`.
fn holds_words(whole: &str, part: &str) -> bool {
    let words = |text: &str| text.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<String>>();
    let whole = words(whole);
    words(part).iter().all(|word| whole.contains(word))
}

/// One of the two versions.
struct Side<'a> {
    document: &'a Document<'a>,
    reading: &'a Reading,
    index: CharIndex<'a>,
    /// Every word of every claim; most versions have no fact that asks for them.
    words: OnceCell<FxHashMap<Span, Held>>,
}

impl<'a> Side<'a> {
    fn new(document: &'a Document<'a>, reading: &'a Reading) -> Self {
        Side { document, reading, index: document.places(), words: OnceCell::new() }
    }

    fn place(&self, fact: Span) -> Place<'a> {
        Place { document: self.document, page: &self.reading.page, fact, words: self.document.slice(fact) }
    }

    /// How its claims hold the fact.
    fn held(&self, fact: Span) -> Held {
        let words = self.words.get_or_init(|| Held::of(&self.reading.said));
        self.reading.page.within(fact).iter().filter_map(|word| words.get(&word.span)).max().copied().unwrap_or(Held::Outside)
    }
}

/// Words on either side of a fact that are looked at.
const REACH: usize = 100;

/// Where a fact stands in one version, and its words.
struct Place<'p> {
    document: &'p Document<'p>,
    page: &'p Page,
    fact: Span,
    words: &'p str,
}

impl Place<'_> {
    fn own(&self) -> &[Word] {
        self.page.within(self.fact)
    }

    fn is_age(&self) -> bool {
        holds_age(self.document, self.page, self.fact)
    }

    /// Its sentence says no more than when something was updated.
    fn is_stamp(&self) -> bool {
        let sentence = self.document.sentence_at(self.fact.start()).map_or(self.fact, |at| self.document.sentences[at].span);
        layout(self.document.slice(sentence).trim()) == Some(Layout::Furniture)
    }

    /// The words of the sentence around it that tell something, as far as a sentence goes that anybody writes.
    fn others(&self) -> Vec<&str> {
        let sentence = self.document.sentence_at(self.fact.start()).map_or(self.fact, |at| self.document.sentences[at].span);
        let (whole, own) = (self.page.range(sentence), self.page.range(self.fact));
        let near = whole.start.max(own.start.saturating_sub(REACH))..whole.end.min(own.end + REACH);
        let others = self.page.at(&near).iter().filter(|word| !word.span.overlaps(self.fact) && !word.is_filler);
        others.map(|word| &**word.stem()).collect()
    }
}

/// Where a fact stands, as claims go.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Held {
    /// In no claim.
    Outside,
    /// Only where claims name source or target ("Lee, 61,"): those words may come and go, so no claim tells what changed in them.
    Naming,
    /// In words by which some claim is compared, and told with it.
    Compared,
}

impl Held {
    /// The words of claims, by their places.
    fn of(said: &[Said]) -> FxHashMap<Span, Held> {
        let mut out: FxHashMap<Span, Held> = FxHashMap::default();
        for word in said.iter().flat_map(|said| &said.words) {
            let held = if word.is_mention { Held::Naming } else { Held::Compared };
            let known = out.entry(word.span).or_insert(held);
            *known = held.max(*known);
        }
        out
    }
}

/// The claim in both versions in whose words for source or target the fact stands.
fn named_beside((before, old): (&Reading, Span), (after, new): (&Reading, Span)) -> Option<(usize, usize)> {
    let holds = |said: &Said, fact: Span| said.words.iter().any(|word| word.is_mention && word.span.overlaps(fact));
    let from = before.said.iter().position(|said| holds(said, old))?;
    let to = after.said.iter().position(|said| holds(said, new))?;
    (before.said[from].thread == after.said[to].thread).then_some((from, to))
}

fn is_reporting(version: &Version<'_>, span: Span) -> bool {
    let document = version.document;
    let sentence = document.sentence_at(span.start());
    sentence.is_some_and(|at| document.segment_of(at).kind.is_reporting())
}
