//! What became of people and things as the outlet tells it, where a sentence says something else than the one in its place: "nobody was
//! hurt" that became "three people were killed", "is in hospital" that became "is dead". However few words are left of a sentence, who died
//! in it is news.
//!
//! Sentences belong together where the texts were linked so, and where they are all that was put for one another between two that stayed.
//! Each may tell of many fates; the gravest of a sort counts, and one that is denied is none. Tolls that nothing was said of before, or
//! that nothing is said of now, are told as figures.
//!
//! Known failure: a sentence tells whose fate it is by its place alone, so a second victim's in the place of the first one's is no other
//! than his.

use std::cell::LazyCell;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Between;
use super::draft::Draft;
use super::entries::OF_FORCE;
use super::figures::{counted, named};
use super::voice::{Sentence, Voice};
use crate::diff::{Link, LinkKind};
use crate::lexicon::casualties;
use crate::lexicon::closed::Class;
use crate::lexicon::grades::{self, Grade};
use crate::model::ChangeKind;
use crate::text::{CharSpan, Span};
use crate::track::read::Reading;
use crate::track::read::features::NARRATOR;
use crate::track::read::figures::Counted;
use crate::track::read::words::{Word, joined};
use crate::track::version::{Prior, Version};

/// The grade of what befell nobody: "nobody was hurt" is "all were unhurt".
const MILDEST: i32 = 1;
/// Sentences put for others between two that stayed: where more were, nobody knows which for which.
const IN_PLACE: usize = 2;

impl Between<'_> {
    /// Fates told in the outlet's own voice that are others now, and of which no entry tells yet.
    pub(super) fn fates(&mut self, version: &Version<'_>, prior: &Prior<'_>) {
        let (paired_from, paired_to) = (self.pairs.iter().map(|pair| pair.from), self.pairs.iter().map(|pair| pair.to));
        let mut sides: Option<[Side<'_>; 2]> = None;
        for (from, to, is_linked) in together(prior) {
            // Most versions have no such sentences.
            let [old, new] = sides.get_or_insert_with(|| {
                let old = Side::new(self.before, Voice::new(self.before, prior.document, paired_from.clone().collect()));
                [old, Side::new(self.after, Voice::new(self.after, version.document, paired_to.clone().collect()))]
            });
            let (Some(was), Some(is)) = (old.only(&from, is_linked), new.only(&to, is_linked)) else { continue };
            if was.in_headline != is.in_headline || !was.may_be_of(&is) || self.entries.account_for(&[], was.place, is.place) {
                continue;
            }
            let (gone, come) = (old.tolls_without(&was, new), new.tolls_without(&is, old));
            // "Two were missing", "two are dead": where graver words tell it, only another number is another thing.
            let is_other_number =
                !gone.is_empty() && !come.is_empty() && gone.iter().map(|toll| &toll.shown).ne(come.iter().map(|toll| &toll.shown));
            let draft = match gone.is_empty() && come.is_empty() {
                _ if !is_other_number && self.entries.account_for(OF_FORCE, was.place, is.place) => None,
                true => other_fate(&was, &is),
                false => Some(other_toll(&gone, &come, &was, &is)),
            };
            self.entries.extend(draft);
        }
    }

    /// Charges and verdicts told in the outlet's own voice, in sentences that are gone or say something else, and in none now. Nobody reads
    /// a charge without knowing what came of it.
    pub(super) fn charges_told_no_more(&mut self, version: &Version<'_>, prior: &Prior<'_>) {
        let altered = |link: &&Link| !link.furniture && !matches!(link.kind, LinkKind::Same | LinkKind::Typographic | LinkKind::Moved);
        // Most versions lose no charge.
        let paired = || self.pairs.iter().map(|pair| pair.from).collect();
        let old = LazyCell::new(|| Side::new(self.before, Voice::new(self.before, prior.document, paired())));
        let still = LazyCell::new(|| charges(&Voice::new(self.after, version.document, Vec::new())));
        let mut told = Vec::new();
        for at in prior.comparison.links.iter().filter(altered).flat_map(|link| link.from.iter().copied()) {
            let span = prior.document.sentences[at].span;
            let words = self.before.page.within(span);
            if gravest_charge(&fates(words, words)).is_none() {
                continue;
            }
            let Some(was) = old.told(at) else { continue };
            let Some((charge, form)) = gravest_charge(&was.fates) else { continue };
            // What became of a headline's charge is told of the text below.
            let tells = |draft: &Draft| draft.kind == ChangeKind::ActChanged && draft.before.contains(form);
            if was.in_headline && self.entries.iter().any(tells) {
                continue;
            }
            let stands = |(is, telling): &(Grade, Vec<Rc<str>>)| {
                is.family == charge.family
                    && is.grade >= charge.grade
                    && telling.iter().filter(|root| was.telling.contains(root)).count() > 1
            };
            if still.iter().any(stands) || self.entries.iter().any(|draft| draft.is_from(was.place)) {
                continue;
            }
            let why = format!("the outlet's own words, “{form}”; nothing says so in this version");
            let words = (was.text.clone(), String::new());
            told.push(Draft { evidence_to: None, is_missed: true, ..Draft::loose(ChangeKind::Dropped, was.place, was.place, words, why) });
        }
        self.entries.extend(told);
    }
}

/// The gravest charge of each sentence that tells of one, in whatever voice, and the roots of its words that tell something.
fn charges(voice: &Voice<'_>) -> Vec<(Grade, Vec<Rc<str>>)> {
    let sentences = (0..voice.document.sentences.len()).filter_map(|at| voice.sentence(at));
    let charge = |sentence: Sentence<'_>| {
        let fates = fates(sentence.words, sentence.words);
        let (charge, _) = gravest_charge(&fates)?;
        Some((charge, sentence.words.iter().filter(|word| !word.is_function).map(|word| Rc::clone(word.root())).collect()))
    };
    sentences.filter_map(charge).collect()
}

/// The gravest charge among fates, with its word.
fn gravest_charge(fates: &Fates) -> Option<(Grade, &str)> {
    let all = fates.iter().map(|(family, (grade, form))| (Grade { family, grade: *grade }, form.as_str()));
    all.filter(|(fate, _)| fate.is_charge()).max_by_key(|(fate, _)| (fate.grade, fate.family))
}

/// Sentences of the two versions that belong together and differ; and whether they were found to do so by their words.
fn together(prior: &Prior<'_>) -> Vec<(Vec<usize>, Vec<usize>, bool)> {
    use LinkKind::{Added, Edited, Merged, Moved, MovedEdited, Removed, Same, Split, Typographic};
    let mut out = Vec::new();
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    let flush = |gone: &mut Vec<usize>, come: &mut Vec<usize>, out: &mut Vec<_>| {
        let (gone, come) = (std::mem::take(gone), std::mem::take(come));
        if (1..=IN_PLACE).contains(&gone.len()) && (1..=IN_PLACE).contains(&come.len()) {
            out.push((gone, come, false));
        }
    };
    for link in prior.comparison.links.iter().filter(|link| !link.furniture) {
        match link.kind {
            Removed => gone.extend(&link.from),
            Added => come.extend(&link.to),
            Moved | MovedEdited => {}
            Same | Typographic => flush(&mut gone, &mut come, &mut out),
            Edited | Split | Merged => {
                flush(&mut gone, &mut come, &mut out);
                out.push((link.from.clone(), link.to.clone(), true));
            }
        }
    }
    flush(&mut gone, &mut come, &mut out);
    out
}

/// One version.
struct Side<'a> {
    reading: &'a Reading,
    voice: Voice<'a>,
    /// What is counted of people who were hurt, wherever it stands.
    counts: FxHashSet<&'a str>,
}

/// The gravest fate of each family, with its word.
pub(super) type Fates = FxHashMap<&'static str, (i32, String)>;

/// A sentence that tells of fates.
struct Told {
    place: CharSpan,
    span: Span,
    text: String,
    in_headline: bool,
    /// The roots of its words that tell something.
    telling: Vec<Rc<str>>,
    fates: Fates,
}

impl Told {
    /// Both tell of a fate, or the one that tells of none has most of its words in the other.
    fn may_be_of(&self, other: &Told) -> bool {
        let is_within = |one: &Told, whole: &Told| {
            let there: FxHashSet<&Rc<str>> = whole.telling.iter().collect();
            let kept = one.telling.iter().filter(|root| there.contains(root)).count();
            !one.fates.is_empty() || 2 * kept > one.telling.len()
        };
        is_within(self, other) && is_within(other, self)
    }
}

impl<'a> Side<'a> {
    fn new(reading: &'a Reading, voice: Voice<'a>) -> Self {
        let harms = reading.figures.iter().filter(|figure| casualties::is_harm(&figure.what));
        Side { reading, voice, counts: harms.map(|figure| &*figure.what).collect() }
    }

    /// The only one of the sentences that tells of a fate; one that stands alone and was linked need not.
    fn only(&self, sentences: &[usize], is_linked: bool) -> Option<Told> {
        let all: Vec<Told> = sentences.iter().filter_map(|at| self.told(*at)).collect();
        let is_one = is_linked && all.len() == 1;
        let mut telling = all.into_iter().filter(|told| is_one || !told.fates.is_empty());
        telling.next().filter(|_| telling.next().is_none())
    }

    fn told(&self, at: usize) -> Option<Told> {
        let sentence = self.voice.sentence(at)?;
        Some(Told {
            place: self.voice.index.chars(sentence.span),
            span: sentence.span,
            text: self.voice.document.slice(sentence.span).to_owned(),
            in_headline: sentence.in_headline,
            telling: sentence.words.iter().filter(|word| !word.is_function).map(|word| Rc::clone(word.root())).collect(),
            fates: fates(sentence.words, &sentence.free),
        })
    }

    /// The tolls in the outlet's voice that a sentence gives, where the other version gives none of the sort anywhere.
    fn tolls_without(&self, told: &Told, other: &Side<'_>) -> Vec<&'a Counted> {
        let figures = &self.reading.figures;
        let first = figures.partition_point(|figure| figure.place.start() < told.span.start());
        let here = figures[first..].iter().take_while(|figure| figure.place.end() <= told.span.end());
        let is_new =
            |figure: &&Counted| figure.source_key == NARRATOR && casualties::is_harm(&figure.what) && !other.counts.contains(&*figure.what);
        here.filter(is_new).collect()
    }
}

/// The gravest fate of each sort that `words` tell of, by those of them that no claim is compared by.
pub(super) fn fates(words: &[Word], free: &[Word]) -> Fates {
    let own: FxHashSet<Span> = free.iter().map(|word| word.span).collect();
    let lower: Vec<&str> = words.iter().map(Word::lower).collect();
    let mut out = Fates::default();
    let mut is_denied = false;
    for (at, word) in words.iter().enumerate() {
        let classes = word.classes();
        // "Nobody died and two were hurt": who is counted has a fate.
        is_denied = (is_denied || classes.has(Class::Negation)) && !word.is_count;
        if !own.contains(&word.span) || word.is_name {
            continue;
        }
        let single = word.grades().iter().map(|grade| (1, *grade));
        let all = single.chain(grades::phrases(&lower[at..])).filter(|(_, grade)| grades::is_fate(grade.family));
        for (length, Grade { family, grade }) in all {
            let grade = if is_denied { MILDEST } else { grade };
            let form = || joined(&words[at..at + length]);
            let known = out.entry(family).or_insert_with(|| (grade, form()));
            if known.0 < grade {
                *known = (grade, form());
            }
        }
    }
    out
}

/// A graver fate of one sort, or a milder one.
fn other_fate(was: &Told, is: &Told) -> Option<Draft> {
    let shifts = was.fates.iter().filter_map(|(family, (from, old))| {
        let (to, new) = is.fates.get(family)?;
        (from != to).then_some((*family, to - from, old, new))
    });
    let (_, gained, old, new) = shifts.max_by_key(|(family, gained, ..)| (gained.abs(), *family))?;
    let kind = if gained > 0 { ChangeKind::Strengthened } else { ChangeKind::Softened };
    let why = format!("what became of it: “{old}” → “{new}”");
    Some(draft(kind, (was.text.clone(), is.text.clone()), why, (was, is)))
}

/// Tolls that only one of the two gives.
fn other_toll(gone: &[&Counted], come: &[&Counted], was: &Told, is: &Told) -> Draft {
    let values = match (gone, come) {
        ([], [only]) => (String::new(), only.shown.clone()),
        ([only], []) => (only.shown.clone(), String::new()),
        _ => (named(gone), named(come)),
    };
    let mut why: Vec<String> = Vec::new();
    why.extend((!gone.is_empty()).then(|| format!("{}: no number is given now", counted(gone))));
    why.extend((!come.is_empty()).then(|| format!("{}: no number was given before", counted(come))));
    let mut out = draft(ChangeKind::FigureChanged, values, why.join("; "), (was, is));
    out.of = Some(counted(if come.is_empty() { gone } else { come }));
    // What else is counted in the sentence is told by itself.
    out.evidence_from = gone.first().map_or(out.evidence_from, |figure| Some(figure.evidence));
    out.evidence_to = come.first().map_or(out.evidence_to, |figure| Some(figure.evidence));
    out
}

fn draft(kind: ChangeKind, words: (String, String), why: String, (was, is): (&Told, &Told)) -> Draft {
    let mut out = Draft::loose(kind, was.place, is.place, words, why);
    out.extra = if is.in_headline { super::voice::HEADLINE } else { 0.0 };
    out
}
