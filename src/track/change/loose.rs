//! Figures and facts that changed where no claim stands, or that no claim's entry speaks of.
//!
//! The outlet's own voice counts, names and dates too, and a wrong name mended in a sentence without a speaker is as material as one
//! in a quotation.

use std::cell::LazyCell;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Draft, described, spoken_of};
use crate::diff::FactKind;
use crate::lexicon::wording::wording;
use crate::lexicon::{casualties, numbers};
use crate::model::ChangeKind;
use crate::text::{CharIndex, CharSpan, Document, Span};
use crate::track::read::Reading;
use crate::track::read::ages::holds_age;
use crate::track::read::features::{self, NARRATOR, Said};
use crate::track::read::figures::Counted;
use crate::track::read::names;
use crate::track::read::words::Page;
use crate::track::version::{Prior, Version};

/// Least likeness of the sentences of two figures of one series.
const SAME_FIGURE: f64 = 0.5;

/// The figures that went on with another value, each with the one that it goes on from, as indices into the earlier and the later
/// version's.
pub(super) fn gone_on(before: &Reading, after: &Reading) -> Vec<(usize, usize)> {
    let (old_values, new_values) = (Values::of(&before.figures), Values::of(&after.figures));
    let mut gone: FxHashMap<&str, Vec<(usize, &Counted)>> = FxHashMap::default();
    for (at, old) in before.figures.iter().enumerate().filter(|(_, old)| !new_values.have(old)) {
        gone.entry(&old.what).or_default().push((at, old));
    }
    let come = after.figures.iter().enumerate().filter(|(_, new)| !old_values.have(new));
    come.filter_map(|(at, new)| Some((closest(gone.get(new.what.as_str())?, new)?, at))).collect()
}

/// Figures that went on with another value; `told` are those of the later version that an entry speaks of already, and `values` what
/// entries say of figures, before and after.
pub(super) fn figures(
    before: &Reading,
    after: &Reading,
    gone_on: &[(usize, usize)],
    (told, values): (&mut FxHashSet<usize>, &mut FxHashSet<(String, String)>),
    drafts: &mut Vec<Draft>,
) {
    for (old, at) in gone_on {
        let (old, new) = (&before.figures[*old], &after.figures[*at]);
        // The headline's figure is the body's, in round numbers or not.
        let is_told_below = || new.in_headline && told.iter().any(|other| after.figures[*other].same_series(new));
        if told.contains(at) {
            continue;
        }
        if is_told_below() {
            told.insert(*at);
            continue;
        }
        let (was, is) = (old.shown.clone(), new.shown.clone());
        if spoken_of(drafts, old.evidence, new.evidence) || !values.insert((was.clone(), is.clone())) {
            continue;
        }
        let why = format!("{}: {was} became {is}", new.what);
        let mut draft = Draft::loose(ChangeKind::FigureChanged, old.evidence, new.evidence, (was, is), why);
        draft.of = Some(new.what.clone());
        draft.source_name = new.source_name.clone();
        draft.extra = if new.in_headline { HEADLINE } else { 0.0 };
        drafts.push(draft);
    }
}

/// Tolls that went on in other words, where it is plain which one did: all that are gone say one number, and no other entry tells what
/// became of it.
pub(super) fn tolls(before: &Reading, after: &Reading, drafts: &mut Vec<Draft>) {
    let (old_values, new_values) = (Values::of(&before.figures), Values::of(&after.figures));
    let mut done: FxHashSet<(&str, &str)> = FxHashSet::default();
    for new in after.figures.iter().filter(|new| casualties::is_toll(&new.what) && !old_values.have(new)) {
        if !done.insert((&new.what, &new.unit)) {
            continue;
        }
        let is_one = |other: &&Counted| other.what == new.what && other.unit == new.unit && other.low.is_some();
        let gone = || before.figures.iter().filter(is_one).filter(|old| !new_values.have(old)).take(LOOKED_AT);
        let come = || after.figures.iter().filter(is_one).filter(|new| !old_values.have(new)).take(LOOKED_AT);
        let is_told = drafts.iter().any(|draft| {
            draft.kind == ChangeKind::FigureChanged
                && (come().any(|new| draft.is_to(new.evidence)) || gone().any(|old| draft.is_from(old.evidence)))
        });
        if is_told {
            continue;
        }
        let Some(old) = gone().next().filter(|old| gone().all(|other| other.low == old.low && other.high == old.high)) else { continue };
        // An exact number says more than one under a qualifier.
        let Some(new) = come().min_by_key(|new| !new.qualifier.is_empty()).filter(|new| new.low != old.low) else { continue };
        let (was, is) = (old.shown.clone(), new.shown.clone());
        let why = format!("{}: {was} became {is}", new.what);
        let mut draft = Draft::loose(ChangeKind::FigureChanged, old.evidence, new.evidence, (was, is), why);
        draft.of = Some(new.what.clone());
        draft.source_name = new.source_name.clone();
        drafts.push(draft);
    }
}

/// What a headline adds to the weight.
const HEADLINE: f64 = 0.1;

/// The figures of a version by what they count and what they say.
struct Values<'f>(FxHashMap<(&'f str, [Option<u64>; 2]), Vec<&'f Counted>>);

impl<'f> Values<'f> {
    fn of(figures: &'f [Counted]) -> Self {
        let mut out: FxHashMap<_, Vec<&Counted>> = FxHashMap::default();
        for figure in figures {
            let alike = out.entry(Values::key(figure)).or_default();
            // Units and qualifiers are few.
            if !alike.iter().any(|other| other.unit == figure.unit && other.same_value(figure)) {
                alike.push(figure);
            }
        }
        Values(out)
    }

    fn key(figure: &Counted) -> (&str, [Option<u64>; 2]) {
        (&figure.what, [figure.low, figure.high].map(|value| value.map(f64::to_bits)))
    }

    /// A figure of the series says the same.
    fn have(&self, figure: &Counted) -> bool {
        let alike = self.0.get(&Values::key(figure));
        alike.is_some_and(|alike| alike.iter().any(|other| other.same_series(figure) && other.same_value(figure)))
    }
}

/// Figures of one sort that are looked at for the one that another goes on with.
const LOOKED_AT: usize = 128;

/// The figure that `new` goes on with, of those that are gone: of its series, in a sentence like its own.
fn closest(gone: &[(usize, &Counted)], new: &Counted) -> Option<usize> {
    let first = gone.partition_point(|(_, old)| old.evidence.start() < new.evidence.start());
    let near = &gone[first.saturating_sub(LOOKED_AT)..gone.len().min(first + LOOKED_AT)];
    let goes_on = |(_, old): &&(usize, &Counted)| old.same_series(new) && old.in_headline == new.in_headline;
    let mut best: Option<(usize, f64)> = None;
    for (at, old) in near.iter().filter(goes_on) {
        let same_source = if old.source_key == new.source_key { 0.1 } else { 0.0 };
        let likeness = features::likeness(&old.stems, &new.stems, |_| 1.0) + same_source;
        if likeness >= SAME_FIGURE && best.is_none_or(|(_, most)| likeness > most) {
            best = Some((*at, likeness));
        }
    }
    best.map(|(at, _)| at)
}

/// Names, dates, numbers and quotations that changed outside every claim. A claim's own are told with the claim.
pub(super) fn facts(
    before: &Reading,
    after: &Reading,
    version: &Version<'_>,
    prior: &Prior<'_>,
    told_figures: &FxHashSet<usize>,
    (drafts, mended): (&mut Vec<Draft>, &mut FxHashSet<(String, String)>),
) {
    let (old_index, new_index) = (CharIndex::new(prior.document.text), CharIndex::new(version.document.text));
    // Most versions have no fact that is told of, and these tables hold every word of every claim.
    let (in_old, in_new) = (LazyCell::new(|| Held::of(&before.said)), LazyCell::new(|| Held::of(&after.said)));
    // The figures of a headline are few, those of a text need not be.
    let headline: Vec<&Counted> = told_figures.iter().map(|at| &after.figures[*at]).filter(|figure| figure.in_headline).collect();
    let is_told_below = |place: CharSpan| headline.iter().any(|figure| figure.evidence.overlaps(place));
    // A date mended in two places is one thing to be told.
    let mut told: FxHashSet<(String, String)> = FxHashSet::default();
    for fact in prior.facts {
        let (Some(old), Some(new)) = (fact.old, fact.new) else { continue };
        let (was, is) = (Place::of(prior.document, &before.page, old), Place::of(version.document, &after.page, new));
        let Some(kind) = kind(fact.kind, &was, &is) else { continue };
        let (from, to) = (old_index.chars(old), new_index.chars(new));
        if drafts.iter().any(|draft| draft.gives((from, was.words), (to, is.words))) {
            continue;
        }
        let held = [held(&in_old, &before.page, old), held(&in_new, &after.page, new)];
        let describes = || {
            fact.kind == FactKind::Name
                && held == [Held::Naming; 2]
                && described::is_one([(prior.document, &before.page, old), (version.document, &after.page, new)])
        };
        let is_slip = is_slip(fact.kind, &was, &is) || describes();
        let of_claim = held.iter().any(|held| is_told(*held, fact.kind, is_slip));
        let is_by_itself = held.contains(&Held::Naming) && !of_claim;
        if of_claim || (!is_by_itself && spoken_of(drafts, from, to)) || !is_reporting(version, new) {
            continue;
        }
        if is_no_mend(fact.kind, was.words, is.words) || (kind == ChangeKind::Corrected && !is_mended(&was, &is)) {
            continue;
        }
        let apart = names::mended(&names::key(was.words), &names::key(is.words));
        let values = (was.words.to_owned(), is.words.to_owned());
        if !told.insert(values.clone()) || (kind == ChangeKind::Corrected && !mended.insert(apart)) {
            continue;
        }
        if kind == ChangeKind::FigureChanged && (is_told_below(to) || tells_number(drafts, (was.words, from), (is.words, to))) {
            continue;
        }
        let why = format!("{}: “{}” became “{}”", fact.kind.as_str(), was.words, is.words);
        let mut draft = Draft::loose(kind, from, to, values, why);
        if let Some(pair) = is_by_itself.then(|| named_beside((before, old), (after, new))).flatten() {
            draft.belongs_to(pair, before, after);
        }
        drafts.push(draft);
    }
}

/// Both say the same of the same thing: a name or a date in full or cut down, another courtesy, another spelling.
fn is_no_mend(kind: FactKind, was: &str, is: &str) -> bool {
    let is_fuller = match kind {
        FactKind::Name | FactKind::Title => names::is_short_for(was, is),
        FactKind::Date => holds_words(was, is) || holds_words(is, was),
        _ => false,
    };
    let is_courtesy = |title: &str| kind == FactKind::Title && wording(&title.trim_end_matches('.').to_lowercase()).courtesy;
    is_fuller || is_courtesy(was) || is_courtesy(is) || names::key(was) == names::key(is)
}

/// A number in digits, however it is written.
fn value(word: &str) -> String {
    let lower = word.to_lowercase();
    let plain = numbers::in_words(&lower).map(|(value, _)| value.to_string());
    plain.unwrap_or_else(|| lower.replace([',', '\u{a0}', '\u{202f}', '\u{2009}'], ""))
}

/// An entry tells of the same number already, with what it counts: "23" that is "23 families".
fn tells_number(drafts: &[Draft], (was, from): (&str, CharSpan), (is, to): (&str, CharSpan)) -> bool {
    let is_number =
        |word: &&str| word.starts_with(|first: char| first.is_ascii_digit()) || numbers::in_words(&word.to_lowercase()).is_some();
    let is_of = |whole: &str, part: &str| {
        let number = part.split_whitespace().find(is_number).unwrap_or(part);
        whole == part || whole.split_whitespace().any(|word| value(word) == value(number))
    };
    drafts.iter().any(|draft| {
        draft.kind == ChangeKind::FigureChanged
            && (draft.evidence_from.is_none() || draft.is_from(from))
            && (draft.evidence_to.is_none() || draft.is_to(to))
            && is_of(&draft.before, was)
            && is_of(&draft.after, is)
    })
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

fn held(words: &FxHashMap<Span, Held>, page: &Page, fact: Span) -> Held {
    page.within(fact).iter().filter_map(|word| words.get(&word.span)).max().copied().unwrap_or(Held::Outside)
}

/// The claim in both versions in whose words for source or target the fact stands.
fn named_beside((before, old): (&Reading, Span), (after, new): (&Reading, Span)) -> Option<(usize, usize)> {
    let holds = |said: &Said, fact: Span| said.words.iter().any(|word| word.is_mention && word.span.overlaps(fact));
    let from = before.said.iter().position(|said| holds(said, old))?;
    let to = after.said.iter().position(|said| holds(said, new))?;
    (before.said[from].thread == after.said[to].thread).then_some((from, to))
}

/// A claim accounts for the fact. A number and a mended letter are told by themselves where they belong to a name.
fn is_told(held: Held, kind: FactKind, is_slip: bool) -> bool {
    match held {
        Held::Outside => false,
        Held::Naming => !is_slip && !matches!(kind, FactKind::Number | FactKind::Date),
        Held::Compared => !is_slip,
    }
}

/// A letter mended in a name, wherever it stands ("a spokesman, Per Oster,"): no wording of a claim differs by the names of its source.
/// Or one name put for another wherever it stood, part of which stayed.
fn is_slip(kind: FactKind, was: &Place<'_>, is: &Place<'_>) -> bool {
    let (old, new) = (names::key(was.words), names::key(is.words));
    let is_gone = |word: &str, page: &Page| page.places(word).is_empty();
    let is_renamed = || names::is_other_form(&old, &new, |old, new| is_gone(old, is.page) && is_gone(new, was.page));
    match kind {
        FactKind::Name => names::is_slip(&old, &new) || is_renamed(),
        FactKind::Title => names::is_slip(&old, &new),
        _ => false,
    }
}

/// Where a fact stands in one version, and its words.
struct Place<'p> {
    document: &'p Document<'p>,
    page: &'p Page,
    fact: Span,
    words: &'p str,
}

impl<'p> Place<'p> {
    fn of(document: &'p Document<'p>, page: &'p Page, fact: Span) -> Self {
        Place { document, page, fact, words: document.slice(fact) }
    }

    fn is_age(&self) -> bool {
        holds_age(self.document, self.page, self.fact)
    }

    /// The words of the sentence around it that tell something.
    fn others(&self) -> Vec<&str> {
        let sentence = self.document.sentence_at(self.fact.start()).map_or(self.fact, |at| self.document.sentences[at].span);
        let others = self.page.within(sentence).iter().filter(|word| !word.span.overlaps(self.fact) && !word.is_filler);
        others.map(|word| &*word.stem).collect()
    }
}

/// Other words that may differ where a fact was mended: one of so many. In a sentence that says something else, another date is news.
const MENDED: usize = 4;

/// The fact was put in the place of another, and the sentence says the same else. A line that is nothing but a date is a stamp.
fn is_mended(before: &Place<'_>, after: &Place<'_>) -> bool {
    let (old, new) = (before.others(), after.others());
    let apart = |left: &[&str], right: &[&str]| left.iter().filter(|stem| !right.contains(stem)).count();
    !old.is_empty() && apart(&old, &new).max(apart(&new, &old)) * MENDED <= old.len().min(new.len())
}

/// All words of `part` stand in `whole`.
fn holds_words(whole: &str, part: &str) -> bool {
    part.split_whitespace().all(|word| whole.split_whitespace().any(|other| other == word))
}

/// What a changed fact is told as; `None` for those that say nothing apart from a claim.
fn kind(fact: FactKind, was: &Place<'_>, is: &Place<'_>) -> Option<ChangeKind> {
    match fact {
        FactKind::Number if was.is_age() && is.is_age() => Some(ChangeKind::Corrected),
        FactKind::Number => Some(ChangeKind::FigureChanged),
        FactKind::Date | FactKind::Name | FactKind::Title | FactKind::Place => Some(ChangeKind::Corrected),
        FactKind::Quote => Some(ChangeKind::QuoteChanged),
        FactKind::Modality | FactKind::Negation | FactKind::Attribution => None,
    }
}

fn is_reporting(version: &Version<'_>, span: Span) -> bool {
    let document = version.document;
    let sentence = document.sentence_at(span.start());
    sentence.is_some_and(|at| document.segment_of(at).kind.is_reporting())
}

impl Draft {
    /// It says that this figure became that one.
    fn gives(&self, (from, was): (CharSpan, &str), (to, is): (CharSpan, &str)) -> bool {
        let is_here = self.kind == ChangeKind::FigureChanged && self.is_from(from) && self.is_to(to);
        is_here && self.before.contains(was) && self.after.contains(is)
    }

    /// Makes it an entry on a claim.
    fn belongs_to(&mut self, (from, to): (usize, usize), before: &Reading, after: &Reading) {
        let (before, after) = (&before.said[from], &after.said[to]);
        (self.from, self.to, self.thread) = (Some(from), Some(to), after.thread);
        self.source_name.clone_from(&after.source.name);
        (self.evidence_from, self.evidence_to) = (Some(before.evidence), Some(after.evidence));
    }

    /// An entry on no claim.
    fn loose(kind: ChangeKind, from: CharSpan, to: CharSpan, (before, after): (String, String), why: String) -> Draft {
        Draft {
            kind,
            from: None,
            to: None,
            thread: None,
            source_name: NARRATOR.to_owned(),
            evidence_from: Some(from),
            evidence_to: Some(to),
            before,
            after,
            of: None,
            why,
            extra: 0.0,
        }
    }
}
