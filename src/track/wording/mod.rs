//! What differs between two wordings of one claim: numbers, names, quoted words, force, or just words.
//!
//! The two are compared as bags of stems, which costs linear time; of an order that differs only names that change places are seen. A
//! word counts as gone or come only where it left or entered the sentences around the claim, so that evidence cut a little wider in one
//! version changes nothing. Words that name source or target, articles, pronouns and auxiliaries may come and go.
//!
//! Known failure: whole phrases that change places ("the old mill struck the bus") are no exchange of two words.

mod acts;
mod contrary;
mod done;
mod forces;
mod graded;
mod mended;
mod numbered;
mod reach;
mod substance;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::lexicon::wording::are_opposite;
use crate::lexicon::{cues, quantities, spelling, words};
use crate::text::Span;
use crate::track::read::features::{Said, Voice};
use crate::track::read::measures::{self, Measured};
use crate::track::read::words::Word;
pub(super) use acts::{act_at, act_for_act, is_another_act};
pub(super) use contrary::Stated;
pub(super) use done::done;
use forces::weigh;
pub(super) use mended::{ends, is_adverb, is_deed, may_be_one, mended};
pub(super) use numbered::is_date;
use numbered::{age, is_share, is_vague, number};
use substance::one_or_more;
pub(super) use substance::{Substance, is_recast, substance};

/// How two wordings differ.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Difference {
    /// Numbers, or the words that qualify one, other than dates.
    pub(super) number: Option<(String, String)>,
    /// A name or a date for another.
    pub(super) fact: Option<(String, String)>,
    /// Somebody's age.
    pub(super) age: Option<(String, String)>,
    /// Words inside quotation marks differ, and both have some.
    pub(super) quote: bool,
    /// The same words stand in quotation marks in one wording and without them in the other.
    pub(super) marks: bool,
    /// Force gained (above 0) or lost, with the words that did it.
    pub(super) force: i32,
    /// How much of `force` verbs of saying that were put for others make.
    pub(super) verbs: i32,
    /// The words behind `force`.
    pub(super) force_words: String,
    /// A word that denies came or went.
    pub(super) negation: bool,
    /// A word and the one of the contrary sense that took its place: "open", "closed".
    pub(super) opposite: Option<(String, String)>,
    /// A verb that turns something down came or went: what is not "ruled out" is left open.
    pub(super) refusal: bool,
    /// Two words of one wording that changed places in the other: "A struck B" and "B struck A".
    pub(super) exchanged: Option<(String, String)>,
    /// Anything else, and what it comes to.
    pub(super) words: Option<Substance>,
}

/// A wording as its force is read.
#[derive(Clone, Copy)]
pub(super) struct Side<'w> {
    /// Its words.
    pub(super) words: &'w [Word],
    /// The words of the sentences around it, its own among them.
    pub(super) context: &'w [Word],
    /// It was found to be put with doubt.
    pub(super) is_hedged: bool,
}

impl<'w> Side<'w> {
    fn of(said: &'w Said) -> Self {
        Side { words: &said.words, context: said.context(), is_hedged: said.is_hedged }
    }
}

/// How much more force (below 0: less) words have than those before them, with the words that did it; 0 for none.
pub(super) fn force(before: Side<'_>, after: Side<'_>) -> (i32, String) {
    let words = |words: Vec<&Word>| words.into_iter().cloned().collect::<Vec<Word>>();
    let gone = words(left_over(before.words, after.context));
    let come = words(left_over(after.words, before.context));
    let mut out = Difference::default();
    weigh(&gone, &come, before, after, &mut out);
    (out.force, out.force_words)
}

/// Compares two wordings of one claim.
pub(super) fn compare(before: &Said, after: &Said) -> Difference {
    if before.is_unaltered(after) {
        return Difference::default();
    }
    let (gone, come) = apart(before, after);
    let (gone, come, is_converted) = without_converted((gone, before), (come, after));
    let mut out = Difference { quote: quotes_differ(before, after), ..Difference::default() };
    out.marks = gone.is_empty() && come.is_empty() && (unmarked(before, after) || unmarked(after, before));
    out.number = number(&gone, &come, before, after);
    out.age = age(&gone, before).zip(age(&come, after));
    let is_news = out.number.is_some() || [&gone, &come].iter().any(|words| words.iter().any(says_more));
    out.opposite = opposite((&gone, before), (&come, after), out.quote);
    // "Shut on Monday", "reopened on Friday"; "12 cases by May", "30 by June": what is new happened on another day.
    let has_moved_on = out.opposite.is_some() || out.number.is_some();
    let is_dated = |word: &Word| word.is_calendar && (has_moved_on || is_news && !word.is_content);
    let is_later = |words: &[Word]| words.iter().any(is_dated);
    out.fact = fact(&gone, &come, before, after, out.quote).filter(|_| !(is_later(&gone) && is_later(&come)));
    weigh(&gone, &come, Side::of(before), Side::of(after), &mut out);
    reaches((&gone, before), (&come, after), &mut out);
    // "no fewer than 40" denies nothing, and "not until May" is "only in May".
    let is_plain = |word: &Word, said: &Said| !substance::qualifies(word, &said.words) && !is_only_later(word, said);
    let denies = |words: &[Word], said: &Said| words.iter().any(|word| turns_round(word) && is_plain(word, said));
    out.negation = denies(&gone, before) || denies(&come, after);
    if out.negation {
        scarcely((&gone, denies(&gone, before)), (&come, denies(&come, after)), &mut out);
    }
    out.refusal = gone.iter().chain(&come).any(refuses);
    let is_told = |word: &Word, said: &Said| {
        is_same_verb(word, &gone, &come)
            || (out.number.is_some() && (word.is_count || is_vague(word) || is_share(word, &said.words) || qualifies(word)))
            || (out.age.is_some() && word.is_count)
            || (out.fact.is_some() && (word.is_name || word.is_calendar || is_kinship(word) || direction(word).is_some()))
            || is_dated(word)
            || (out.quote && word.is_quoted)
            || (word.is_filler && !word.is_calendar && !turns_round(word))
    };
    let untold = |words: &[Word], said: &Said| words.iter().filter(|word| !is_told(word, said)).cloned().collect::<Vec<Word>>();
    let (lost, won) = (untold(&gone, before), untold(&come, after));
    let is_other = !(lost.is_empty() && won.is_empty());
    let turned_round = (out.negation, out.refusal, out.opposite.clone());
    let plainly = Difference { negation: turned_round.0, refusal: turned_round.1, opposite: turned_round.2, ..Difference::default() };
    out.exchanged = (!is_other && out == plainly).then(|| exchanged(before, after)).flatten();
    let both = [&before.words[..], &after.words];
    out.words = match is_other {
        true => Some(substance(&lost, &won, both)),
        false if out != plainly => None,
        false => one_or_more(&before.words, &after.words)
            .or_else(|| (is_converted || turned(before, after) || reordered(before, after)).then_some(Substance::Recast)),
    };
    if matches!(out.words, None | Some(Substance::Nothing | Substance::Recast)) && !out.quote && out.force == 0 {
        let is_done = done((&gone, &before.words), (&come, &after.words));
        out.words = is_done.map(|(old, new)| Substance::Other(old, new)).or(out.words);
    }
    out
}

/// "No evidence" that became "little evidence", "never" that became "hardly ever": what was denied outright is nearly denied now, or the
/// reverse. Each comes with whether a word that denies is among the words that the other wording has not.
fn scarcely((gone, denied): (&[Word], bool), (come, denies): (&[Word], bool), out: &mut Difference) {
    let in_quote = out.quote;
    let is_scarce = |word: &&Word| word.wording().scarce && !(in_quote && word.is_quoted);
    let scarce = |words: &[Word]| words.iter().find(is_scarce).map(|word| word.form.to_string());
    let (sign, words) = match (denied, denies) {
        (true, false) => (-1, scarce(come).map(|word| format!("“no”, “not” → “{word}”"))),
        (false, true) => (1, scarce(gone).map(|word| format!("“{word}” → “no”, “not”"))),
        _ => (0, None),
    };
    if let Some(words) = words {
        (out.negation, out.force, out.force_words) = (false, sign, words);
    }
}

/// Adds to the force how much further the wording goes, where no word of force differs; to call it a lie is to deny it, whatever the verb.
fn reaches((gone, before): (&[Word], &Said), (come, after): (&[Word], &Said), out: &mut Difference) {
    let is_plain = out.force == 0 || after.voice == Voice::Refuses && out.force == out.verbs;
    if !is_plain || out.quote {
        return;
    }
    if let Some((force, words)) = reach::gained((gone, before), (come, after)) {
        (out.force, out.verbs, out.force_words) = (force, 0, words);
        // "Within 48 hours" is no count of anything.
        out.number.take_if(|(old, new)| old.is_empty() || new.is_empty());
    }
}

/// The words that differ but for amounts that both give, in two units ("10 miles", "16 km"), and whether there are such.
fn without_converted((gone, before): (Vec<Word>, &Said), (come, after): (Vec<Word>, &Said)) -> (Vec<Word>, Vec<Word>, bool) {
    // Most wordings differ in no number at all.
    if !(gone.iter().any(|word| word.is_count) && come.iter().any(|word| word.is_count)) {
        return (gone, come, false);
    }
    let told = measures::converted(&before.words, &after.words);
    let rest = |words: Vec<Word>, said: &Said, told: &[Measured]| -> Vec<Word> {
        let is_told = |word: &Word| told.iter().any(|amount| said.words[amount.words.clone()].iter().any(|own| own.span == word.span));
        words.into_iter().filter(|word| !is_told(word)).collect()
    };
    let (here, there): (Vec<Measured>, Vec<Measured>) = told.into_iter().unzip();
    (rest(gone, before, &here), rest(come, after, &there), !here.is_empty())
}

/// "Said" and "says": the verb of saying in another form.
fn is_same_verb(cue: &Word, gone: &[Word], come: &[Word]) -> bool {
    let has = |words: &[Word]| words.iter().any(|word| word.is_cue && word.root() == cue.root());
    cue.is_cue && has(gone) && has(come)
}

/// The numbers that changed and belong to no figure, whose places `figures` gives.
pub(super) fn numbers_beside(before: &Said, after: &Said, figures: [&[Span]; 2]) -> Vec<(String, String)> {
    if before.is_unaltered(after) {
        return Vec::new();
    }
    let (gone, come) = apart(before, after);
    numbered::beside(&gone, &come, (before, after), figures)
}

/// The words of each wording that the other has not, but for those that name source or target.
fn apart(before: &Said, after: &Said) -> (Vec<Word>, Vec<Word>) {
    let (gone, come) = (left_over(&before.words, after.context()), left_over(&after.words, before.context()));
    let plain = |words: Vec<&Word>| words.into_iter().filter(|word| !word.is_mention).cloned().collect::<Vec<Word>>();
    (plain(gone), plain(come))
}

/// A word of what is said, no function word, that is not in both wordings: with it the day on which it was said is news too.
fn says_more(word: &Word) -> bool {
    word.is_content && !word.is_function
}

/// Words of `words` that `other` has not, each counted as often as it stands.
fn left_over<'w>(words: &'w [Word], other: &[Word]) -> Vec<&'w Word> {
    left_over_by(words, other, |word| Cow::Borrowed(&**word.stem()))
}

/// The same, where `key` is what two words are compared by.
fn left_over_by<'w>(words: &'w [Word], other: &[Word], key: fn(&Word) -> Cow<'_, str>) -> Vec<&'w Word> {
    let mut held: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
    for word in other {
        *held.entry(key(word)).or_default() += 1;
    }
    words
        .iter()
        .filter(|word| match held.get_mut(&key(word)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

/// A word in its form, in one spelling; a number by what it says.
fn spelt(word: &Word) -> Cow<'_, str> {
    if word.is_count { Cow::Borrowed(&**word.stem()) } else { Cow::Owned(spelling::canonical(word.lower()).into_owned()) }
}

/// Words inside quotation marks were put for others. A quotation of which the other wording has nothing came or went as a whole, and
/// the words inside the others are what they were.
fn quotes_differ(before: &Said, after: &Said) -> bool {
    let quoted = |words: &[Word]| words.iter().filter(|word| word.is_quoted).cloned().collect::<Vec<Word>>();
    let (old, new) = (quoted(&before.words), quoted(&after.words));
    if old.is_empty() || new.is_empty() {
        return false;
    }
    let (all_old, all_new) = (quoted(before.context()), quoted(after.context()));
    let (gone, come) = (altered(&before.words, &all_new), altered(&after.words, &all_old));
    gone == Altered::Within || come == Altered::Within || (gone == Altered::Whole && come == Altered::Whole)
}

/// A word in quotation marks of one wording stands in the other, and only without them.
fn unmarked(one: &Said, other: &Said) -> bool {
    let quoted = one.words.iter().filter(|word| word.is_quoted && word.is_content && !word.is_function);
    let stands = |word: &Word| other.context().iter().filter(|there| there.stem() == word.stem()).map(|there| there.is_quoted).max();
    quoted.map(stands).any(|is_quoted| is_quoted == Some(false))
}

/// How much of the quotations of one wording the other has not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Altered {
    Nothing,
    /// Whole quotations.
    Whole,
    /// Words of one that it has else.
    Within,
}

/// A quotation that its speaker interrupts (“It is over,” she said, “and I am glad”) is one. Inside it another form of a word is another
/// word.
fn altered(words: &[Word], other: &[Word]) -> Altered {
    let said: Vec<Word> = words.iter().filter(|word| word.is_quoted || word.is_content).cloned().collect();
    let quotations = said
        .chunk_by(|left, right| (left.is_quoted, left.is_content) == (right.is_quoted, right.is_content))
        .filter(|run| run[0].is_quoted);
    let kind = |run: &[Word]| {
        let missing = left_over_by(run, other, spelt);
        let is_kept = |word: &&Word| missing.iter().all(|gone| gone.span != word.span);
        // "I did nothing" is kept in "I did nothing wrong", though no word of it carries content.
        let is_put = || missing.len() * 2 < run.len() && !missing.iter().any(|word| denies(word));
        let has_kept = || run.iter().filter(is_kept).any(|word| !word.is_function) || is_put();
        match (missing.is_empty(), !missing.is_empty() && has_kept()) {
            (true, _) => Altered::Nothing,
            (false, true) => Altered::Within,
            (false, false) => Altered::Whole,
        }
    };
    quotations.map(kind).max().unwrap_or(Altered::Nothing)
}

fn qualifies(word: &Word) -> bool {
    matches!(force::of(&word.form, word.stem()), Some((Sort::Qualifier, _))) || word.is_function
}

/// Most words that may differ beside a mended name: a third of the shorter wording.
const MENDED: usize = 3;

/// A name or date that stands where another stood, in words that are otherwise nearly the same. What changed inside quotation marks is
/// told as that.
fn fact(gone: &[Word], come: &[Word], before: &Said, after: &Said, in_quote: bool) -> Option<(String, String)> {
    let length = before.words.len().min(after.words.len());
    let facts = |words: &[Word], others: &[Word], said: &Said, dates: bool| -> Vec<String> {
        let is_sort = |word: &Word| match dates {
            true => word.is_calendar || (word.is_number && is_date(word, &said.words)) || numbered::is_deadline(word, &said.words),
            false => word.is_name && !word.is_calendar && !word.wording().title,
        };
        let is_fact = |word: &&Word| {
            is_sort(word) && !(in_quote && word.is_quoted) && !others.iter().any(|other| !word.is_number && is_kin(word, other))
        };
        words.iter().filter(is_fact).map(|word| word.form.to_string()).collect()
    };
    // "At 3pm" that became "on Sunday": the text appeared on another day.
    let day = |words: &[Word], said: &Said| {
        let dates = words.iter().filter(|word| word.is_calendar || word.is_number && is_date(word, &said.words));
        dates.map(|word| (word.is_calendar, numbered::is_deadline(word, &said.words))).max()
    };
    let dated_anew = before.source.key == super::read::features::NARRATOR
        && matches!((day(gone, before), day(come, after)), (Some((old, false)), Some((new, false))) if old != new);
    let both = |dates| match dates && dated_anew {
        true => (Vec::new(), Vec::new()),
        false => (facts(gone, come, before, dates), facts(come, gone, after, dates)),
    };
    // A name stands for a name, a date for a date, a relative for a relative and a direction for a direction.
    let forms = |words: &[Word], is_sort: &dyn Fn(&Word) -> bool| -> Vec<String> {
        words.iter().filter(|word| !(in_quote && word.is_quoted) && is_sort(word)).map(|word| word.form.to_string()).collect()
    };
    let of = |is_sort: &dyn Fn(&Word) -> bool| (forms(gone, is_sort), forms(come, is_sort));
    let is_turned = |word: &Word| {
        let others = || gone.iter().chain(come).filter_map(direction);
        direction(word).is_some_and(|own| others().any(|other| other != own))
    };
    let (old, new) =
        [both(false), both(true), of(&is_kinship), of(&is_turned)].into_iter().find(|(old, new)| !old.is_empty() && !new.is_empty())?;
    let others = |words: &[Word], names: &[String]| {
        words.iter().filter(|word| !word.is_filler && names.iter().all(|name| **name != *word.form)).count()
    };
    let rest = others(gone, &old).max(others(come, &new));
    (rest * MENDED <= length).then(|| (old.join(" "), new.join(" ")))
}

/// "Aunt", "uncle": who somebody is to somebody else.
fn is_kinship(word: &Word) -> bool {
    quantities::is_relative(word.lower())
}

/// The direction that a word tells: "northern" is north.
fn direction(word: &Word) -> Option<&'static str> {
    word.wording().compass.filter(|_| !word.is_name)
}

/// "Afghan" and "Afghanistan": one name in two forms.
fn is_kin(left: &Word, right: &Word) -> bool {
    let is_month = left.is_calendar && right.is_calendar;
    let (left, right) = (left.stem(), right.stem());
    let shorter = left.len().min(right.len());
    // "Nov", "November"
    let least = if is_month { 3 } else { 4 };
    shorter >= least && left.is_char_boundary(shorter) && right.is_char_boundary(shorter) && left[..shorter] == right[..shorter]
}

fn denies(word: &Word) -> bool {
    word.classes().has(Class::Negation)
}

/// Words that may differ beside two contrary ones: one of so many.
const CONTRARY: usize = 4;

/// A word that went and one that came which say the contrary of each other, in wordings that are else nearly the same. What changed
/// inside quotation marks is told as that.
fn opposite((gone, before): (&[Word], &Said), (come, after): (&[Word], &Said), in_quote: bool) -> Option<(String, String)> {
    let counts = |word: &&Word| !(word.is_name || word.is_cue || in_quote && word.is_quoted);
    let (was, is) = gone.iter().filter(counts).find_map(|was| {
        let is = come.iter().filter(counts).find(|is| are_opposite(was.lower(), is.lower()))?;
        Some((was, is))
    })?;
    let besides = |words: &[Word], one: &Word| words.iter().filter(|word| !word.is_filler && word.span != one.span).count();
    let besides = besides(gone, was).max(besides(come, is));
    (besides * CONTRARY <= before.words.len().min(after.words.len())).then(|| (was.form.to_string(), is.form.to_string()))
}

/// It denies the clause that it stands in, as "not", "no" and "nobody" do. A preposition ("without") denies only what follows it.
fn turns_round(word: &Word) -> bool {
    denies(word) && !word.classes().has(Class::Preposition)
}

/// "did not tell them until May": it was done then.
fn is_only_later(negation: &Word, said: &Said) -> bool {
    let after = said.context().iter().skip_while(|word| word.span != negation.span).take(UNTIL);
    after.into_iter().any(|word| word.looked_up().is(words::Role::Until))
}

/// Words from a negation among which its "until" stands.
const UNTIL: usize = 8;

/// What is said turns something down by a verb, so that a "not" before it affirms.
pub(super) fn holds_refusal(said: &Said) -> bool {
    said.words.iter().any(|word| word.is_content && refuses(word))
}

/// What one wording does ("ruled out a strike") is what the other turns down ("refused to rule out a strike").
pub(super) fn refuses_refusal(one: &Said, other: &Said) -> bool {
    let does = |verb: &Word| one.words.iter().any(|word| word.is_cue && word.root() == verb.root());
    other.words.iter().any(|word| word.is_content && refuses(word) && does(word))
}

/// It turns something down, and is no cue of the claim: "refuse", "rule (out)".
fn refuses(word: &Word) -> bool {
    let rows = word.looked_up().cues();
    let mut verbs = rows.filter(|cue| cue.part == cues::Part::Verb);
    !word.is_cue && verbs.any(|cue| cue.negative)
}

/// Who says it was put first and is put last, or the reverse.
fn turned(before: &Said, after: &Said) -> bool {
    let cue_first = |said: &Said| {
        let cue = said.words.iter().position(|word| word.is_cue)?;
        let content = said.words.iter().position(|word| !word.is_cue && !word.is_mention && !word.is_function)?;
        Some(cue < content)
    };
    cue_first(before).zip(cue_first(after)).is_some_and(|(before, after)| before != after)
}

/// What is said stands in another order: "nurses raised the alarm", "the alarm was raised by nurses". A day may stand anywhere.
fn reordered(before: &Said, after: &Said) -> bool {
    fn told(said: &Said) -> Vec<&str> {
        let is_part = |word: &Word| word.is_function || word.is_mention || word.is_cue || reach::is_time(word);
        let tells = |word: &&Word| word.is_content && !is_part(word);
        said.words.iter().filter(tells).map(|word| &**word.root()).collect()
    }
    let (mut old, mut new) = (told(before), told(after));
    if old == new {
        return false;
    }
    old.sort_unstable();
    new.sort_unstable();
    old == new
}

/// The two words by whose change of places the words that carry content come to stand in the other order, where another stands between
/// them, as who does something and to whom.
fn exchanged(before: &Said, after: &Said) -> Option<(String, String)> {
    let telling = |word: &&Word| word.is_content && !word.is_function && !word.is_mention && !word.is_cue && !word.is_calendar;
    let (old, new): (Vec<&Word>, Vec<&Word>) =
        (before.words.iter().filter(telling).collect(), after.words.iter().filter(telling).collect());
    let apart: Vec<usize> = (0..old.len().min(new.len())).filter(|at| old[*at].stem() != new[*at].stem()).collect();
    let [first, last] = apart[..] else { return None };
    let is_exchange =
        old.len() == new.len() && last > first + 1 && old[first].stem() == new[last].stem() && old[last].stem() == new[first].stem();
    is_exchange.then(|| (old[first].form.to_string(), old[last].form.to_string()))
}

/// It doubts or denies.
pub(in crate::track) fn is_graded(word: &Word) -> bool {
    let parts = word.wording();
    word.classes().has(Class::Negation) || parts.failure.is_some() || parts.hedge
}

/// "May", "must", "allegedly": it makes what is told more or less sure.
pub(in crate::track) fn is_weighed(word: &Word) -> bool {
    let has_force =
        matches!(force::of(&word.form, word.stem()), Some((sort, force)) if force != 0 && !matches!(sort, Sort::Verb | Sort::Respite));
    word.wording().hedge || has_force && !word.classes().has(Class::Negation)
}
