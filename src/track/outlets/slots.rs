//! What one wording has in the place of another's words, where both say the same otherwise: "launched from Moldova", "from Ukraine".
//!
//! The words that both have in one order are what they share; what stands between two of these on either side is a slot. Only a slot
//! whose frame is nearly the same says something: outlets put most things in other words, and these are no contradiction.
//!
//! Amounts that agree in two units are no slot, nor are words around one and the same quotation.
//!
//! Known failures: a synonym that is in no table is told as another word; whole clauses in another order share little and are not read.

use super::conflict::are_one;
use super::deed::are_two_ways;
use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::lexicon::quantities;
use crate::lexicon::wording::are_opposite;
use crate::track::read::measures::{self, Measured};
use crate::track::read::words::{Word, joined};
use crate::track::wording::is_date;

/// What the words of a slot are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A word and its contrary: "armed", "unarmed".
    Contrary,
    /// An amount for another in another unit: "10 miles", "25 km".
    Amount,
    /// A day for another.
    Date,
    /// A name for another.
    Name,
    /// Words inside quotation marks for others.
    Quoted,
    /// A number for another, where figures do not tell it: "a magnitude of 6.1".
    Count,
    /// Put with doubt on one side: "started", "may have started".
    Doubt,
    /// A word for another: "freed", "killed".
    Words,
}

impl Kind {
    /// What differs, as readers are told.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Kind::Contrary => "words that exclude each other",
            Kind::Amount | Kind::Count => "figures",
            Kind::Date => "dates",
            Kind::Name => "names",
            Kind::Quoted => "quotations",
            Kind::Doubt => "doubts",
            Kind::Words => "words",
        }
    }
}

/// One slot: the words of either wording.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slot {
    pub(super) kind: Kind,
    pub(super) left: String,
    pub(super) right: String,
}

/// How two wordings stand to each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Apart {
    /// The slot that says most, if one does.
    pub(super) slot: Option<Slot>,
    /// Every word of content is in both.
    pub(super) is_alike: bool,
    /// An amount stands in both in two units.
    pub(super) is_converted: bool,
    /// One says more than the other by no more than a day, a time and a word ("the state", "he"): what is denied in the one is what the
    /// other affirms.
    pub(super) is_one_deed: bool,
}

/// Words of a wording that are read: more than any has that is worth comparing.
const READ: usize = 64;
/// Content words of a slot that can stand for each other.
const SLOT: usize = 3;
/// Content words that may differ beside a name, a date or a contrary word: one of so many.
const BESIDE: usize = 3;

/// Content words that two wordings share at least where a contrary word stands in both, and one says more besides.
const FRAME: usize = 1;

/// Content words that two tellings of one deed share.
const DEED: usize = 3;

/// Words of both sides between two that they share.
struct Gap<'w> {
    left: Vec<&'w Word>,
    right: Vec<&'w Word>,
}

/// What `left` has in place of the words of `right`.
pub(super) fn apart(left: &[Word], right: &[Word]) -> Apart {
    let (here, there): (Vec<Measured>, Vec<Measured>) = measures::converted(left, right).into_iter().unzip();
    let kept = |words: &'_ [Word], told: &[Measured]| -> Vec<usize> {
        let is_told = |at: usize| told.iter().any(|amount| amount.words.contains(&at));
        (0..words.len()).filter(|at| tells(&words[*at]) && !is_told(*at)).take(READ).collect()
    };
    let (one, other) = (kept(left, &here), kept(right, &there));
    let (one, other): (Vec<&Word>, Vec<&Word>) =
        (one.into_iter().map(|at| &left[at]).collect(), other.into_iter().map(|at| &right[at]).collect());
    let (gaps, shared) = gaps(&one, &other);
    let open = |words: &[&Word]| words.iter().filter(|word| !word.is_function).count();
    let is_converted = !here.is_empty();
    let is_alike = gaps.iter().all(|gap| open(&gap.left) == 0 && open(&gap.right) == 0);
    if shared == 0 {
        return Apart { is_alike, is_converted, ..Apart::default() };
    }
    let is_one_quotation = quoted(left).next().is_some() && quoted(left).eq(quoted(right));
    // One says no more than the other but for the word that stands in its place.
    let adds_to_one = |gap: &Gap<'_>| {
        let others = || gaps.iter().filter(|other| !std::ptr::eq(gap, *other));
        shared >= FRAME && (others().all(|other| open(&other.left) == 0) || others().all(|other| open(&other.right) == 0))
    };
    let apart = gaps.iter().map(|gap| open(&gap.left).max(open(&gap.right))).sum::<usize>();
    let found = gaps.iter().filter_map(|gap| {
        let slot = slot(gap, left, right)?;
        let beside = apart - open(&gap.left).max(open(&gap.right));
        let is_framed = match slot.kind {
            Kind::Words => !is_one_quotation && gaps.iter().all(|other| std::ptr::eq(gap, other) || is_slight(other)),
            Kind::Contrary if adds_to_one(gap) => true,
            _ => beside * BESIDE <= shared,
        };
        is_framed.then_some(slot)
    });
    let is_time = |gap: &&Gap<'_>| [&gap.left, &gap.right].iter().any(|words| words.iter().any(|word| word.is_calendar));
    let rest: usize = gaps.iter().filter(|gap| !is_time(gap)).map(|gap| open(&gap.left).max(open(&gap.right))).sum();
    let is_one_deed = shared >= DEED && rest <= 1;
    Apart { slot: found.min_by_key(|slot| slot.kind), is_alike, is_converted, is_one_deed }
}

/// Words that one has inside quotation marks where the other has others inside them, both quoting the same remark otherwise.
pub(super) fn requoted(left: &[Word], right: &[Word]) -> Option<(String, String)> {
    let kept = |words| -> Vec<&Word> { Iterator::filter(<[Word]>::iter(words), |word| tells(word)).take(READ).collect() };
    let (gaps, shared) = gaps(&kept(left), &kept(right));
    let apart: usize = gaps.iter().map(|gap| gap.left.len().max(gap.right.len())).sum();
    let is_quoted = |words: &[&Word]| !words.is_empty() && words.iter().all(|word| word.is_quoted);
    let found = gaps.iter().find(|gap| is_quoted(&gap.left) && is_quoted(&gap.right))?;
    (apart <= shared).then(|| (joined(found.left.iter().copied()), joined(found.right.iter().copied())))
}

/// The roots of the words inside quotation marks.
fn quoted(words: &[Word]) -> impl Iterator<Item = &str> {
    words.iter().filter(|word| word.is_quoted && !word.is_function).map(|word| &**word.root())
}

/// The word says something: no article, pronoun or auxiliary that may come and go.
fn tells(word: &Word) -> bool {
    !word.is_filler || word.classes().has(Class::Negation) || !word.grades().is_empty()
}

/// Nothing but days and function words on one side: no other slot.
fn is_slight(gap: &Gap<'_>) -> bool {
    let is_slight = |words: &[&Word]| words.iter().all(|word| word.is_function || word.is_calendar);
    (gap.left.is_empty() || gap.right.is_empty()) && is_slight(&gap.left) && is_slight(&gap.right)
}

/// The gaps between the words that both have in one order, and how many content words these are.
fn gaps<'w>(left: &[&'w Word], right: &[&'w Word]) -> (Vec<Gap<'w>>, usize) {
    let is_same = |at: usize, to: usize| left[at].root() == right[to].root();
    let wide = right.len() + 1;
    let mut longest = vec![0u16; (left.len() + 1) * wide];
    for at in (0..left.len()).rev() {
        for to in (0..right.len()).rev() {
            longest[at * wide + to] = match is_same(at, to) {
                true => longest[(at + 1) * wide + to + 1] + 1,
                false => longest[(at + 1) * wide + to].max(longest[at * wide + to + 1]),
            };
        }
    }
    let (mut at, mut to, mut shared, mut out) = (0, 0, 0, vec![Gap { left: Vec::new(), right: Vec::new() }]);
    while at < left.len() || to < right.len() {
        let gap = out.last_mut().expect("one gap is always open");
        if at < left.len() && to < right.len() && is_same(at, to) {
            shared += usize::from(!left[at].is_function);
            (at, to) = (at + 1, to + 1);
            out.push(Gap { left: Vec::new(), right: Vec::new() });
        } else if at < left.len() && (to == right.len() || longest[(at + 1) * wide + to] >= longest[at * wide + to + 1]) {
            gap.left.push(left[at]);
            at += 1;
        } else {
            gap.right.push(right[to]);
            to += 1;
        }
    }
    out.retain(|gap| !gap.left.is_empty() || !gap.right.is_empty());
    (out, shared)
}

fn slot(gap: &Gap<'_>, left: &[Word], right: &[Word]) -> Option<Slot> {
    let shown = |words: &[&Word]| if words.is_empty() { NOTHING.to_owned() } else { joined(words.iter().copied()) };
    let of = |kind| Some(Slot { kind, left: shown(&gap.left), right: shown(&gap.right) });
    let sides = [(&gap.left, left), (&gap.right, right)];
    let doubts = |words: &[&Word]| {
        words.iter().any(|word| !word.is_calendar && matches!(force::of(&word.form, word.stem()), Some((Sort::Hedge, _))))
    };
    if doubts(&gap.left) != doubts(&gap.right) {
        return of(Kind::Doubt);
    }
    if denies_all(gap) {
        return of(Kind::Contrary);
    }
    if let Some((was, is)) = contraries(gap).or_else(|| ways(gap, left, right)) {
        return Some(Slot { kind: Kind::Contrary, left: was.form.to_string(), right: is.form.to_string() });
    }
    if let Some((was, is)) = amounts(gap, left, right) {
        return Some(Slot { kind: Kind::Amount, left: was, right: is });
    }
    if sides.iter().all(|(gap, words)| gap.iter().any(|word| is_day(word, words))) {
        return Some(Slot { kind: Kind::Date, left: date(&gap.left, left), right: date(&gap.right, right) });
    }
    let open = |words: &[&Word]| words.iter().filter(|word| !word.is_function).count();
    let is_full = |words: &[&Word]| (1..=SLOT).contains(&open(words));
    let are_graded = || graded(gap);
    if !(is_full(&gap.left) && is_full(&gap.right)) {
        return if are_graded() { of(Kind::Words) } else { None };
    }
    let all = |is: fn(&Word) -> bool| sides.iter().all(|(gap, _)| gap.iter().filter(|word| !word.is_function).all(|word| is(word)));
    match () {
        () if all(|word| word.is_quoted) => of(Kind::Quoted),
        () if all(|word| word.is_count) => of(Kind::Count),
        // "People" are all of whom more can be said.
        () if [&gap.left, &gap.right].iter().any(|side| are_people(side)) => None,
        () if all(|word| word.is_name) => {
            if are_one(&joined(gap.left.iter().copied()), &joined(gap.right.iter().copied())) {
                None
            } else {
                of(Kind::Name)
            }
        }
        () => of(Kind::Words),
    }
}

/// No more than that they are people.
fn are_people(words: &[&Word]) -> bool {
    words.iter().all(|word| word.is_function || quantities::counted(word.lower()).is_some())
}

/// Amounts in two units that exclude each other, and nothing else.
fn amounts(gap: &Gap<'_>, left: &[Word], right: &[Word]) -> Option<(String, String)> {
    let within = |words: &[Word], own: &[&Word]| {
        let is_own = |at: usize| own.iter().any(|word| word.span == words[at].span);
        measures::measures(words).into_iter().find(|amount| amount.words.clone().any(is_own))
    };
    let (one, other) = within(left, &gap.left).zip(within(right, &gap.right)).filter(|(one, other)| one.excludes(other))?;
    let shown = |words: &[Word], amount: Measured| joined(&words[amount.words]);
    Some((shown(left, one), shown(right, other)))
}

/// Stands for no word.
const NOTHING: &str = "–";

/// "All of the hostages", "some of the hostages": words of one family that go more or less far.
fn graded(gap: &Gap<'_>) -> bool {
    let grades = |words: &[&Word]| words.iter().flat_map(|word| word.grades()).copied().collect::<Vec<_>>();
    let (left, right) = (grades(&gap.left), grades(&gap.right));
    left.iter().any(|was| right.iter().any(|is| was.family == is.family && was.grade != is.grade))
}

/// "No flights", "all flights", "flights": a "no" before the same words, in the place of how many or of nothing.
fn denies_all(gap: &Gap<'_>) -> bool {
    let is_no = |words: &[&Word]| matches!(words, [word] if word.classes().has(Class::Negation) && word.classes().has(Class::Determiner));
    let tells_share = |word: &&Word| !word.grades().is_empty() && word.classes().has(Class::Determiner);
    let affirms = |words: &[&Word]| words.iter().all(tells_share);
    is_no(&gap.left) && affirms(&gap.right) || is_no(&gap.right) && affirms(&gap.left)
}

fn contraries<'w>(gap: &Gap<'w>) -> Option<(&'w Word, &'w Word)> {
    across(gap, |was, is| are_opposite(was.lower(), is.lower()))
}

/// What says of a number that it went up, and that it went down.
fn ways<'w>(gap: &Gap<'w>, left: &[Word], right: &[Word]) -> Option<(&'w Word, &'w Word)> {
    let is_numbered = [left, right].iter().all(|words| words.iter().any(|word| word.is_count));
    if is_numbered { across(gap, are_two_ways) } else { None }
}

/// The first word of either side that stand so to each other; names left out.
fn across<'w>(gap: &Gap<'w>, are_so: impl Fn(&Word, &Word) -> bool) -> Option<(&'w Word, &'w Word)> {
    let plain = |words: &[&'w Word]| words.iter().copied().filter(|word| !word.is_name).collect::<Vec<&Word>>();
    let right = plain(&gap.right);
    plain(&gap.left).into_iter().find_map(|was| right.iter().find(|is| are_so(was, is)).map(|is| (was, *is)))
}

fn is_day(word: &Word, words: &[Word]) -> bool {
    word.is_calendar || word.is_number && is_date(word, words)
}

/// The days of a slot with the month or number beside them.
fn date(gap: &[&Word], words: &[Word]) -> String {
    let is_in = |word: &Word| gap.iter().any(|own| own.span == word.span && is_day(word, words));
    let beside = |at: usize| [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().any(|next| words.get(next).is_some_and(is_in));
    let shown = (0..words.len()).filter(|at| is_in(&words[*at]) || is_day(&words[*at], words) && beside(*at));
    joined(shown.map(|at| &words[at]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;
    use crate::track::read::words::Reader;

    fn read(left: &str, right: &str) -> Apart {
        let reader = Reader::default();
        let words = |text: &str| reader.page(&Document::new(text)).all().to_vec();
        apart(&words(left), &words(right))
    }

    fn kind(left: &str, right: &str) -> Option<(Kind, String, String)> {
        read(left, right).slot.map(|slot| (slot.kind, slot.left, slot.right))
    }

    #[test]
    fn what_stands_in_place_of_a_word_is_told_by_its_kind() {
        for (left, right, kind_of, was, is) in [
            ("the guard was armed", "the guard was unarmed", Kind::Contrary, "armed", "unarmed"),
            ("all trams run on Sunday", "no trams run on Sunday", Kind::Contrary, "all", "no"),
            ("the slick is 10 miles long", "the slick is 25 km long", Kind::Amount, "10 miles", "25 km"),
            ("the trial would open on 12 March", "the trial would open on 21 March", Kind::Date, "12 March", "21 March"),
            ("the envoys met on Monday", "the envoys met on Tuesday", Kind::Date, "Monday", "Tuesday"),
            ("the drone came from Peru", "the drone came from Chile", Kind::Name, "Peru", "Chile"),
            ("a magnitude of 6.1", "a magnitude of 6.4", Kind::Count, "6.1", "6.4"),
            ("the mill will cut 300 jobs at its Renn plant", "the mill will cut 400 jobs at its Colby plant", Kind::Name, "Renn", "Colby"),
            ("\"the boys were reckless\"", "\"the boys were restless\"", Kind::Quoted, "reckless", "restless"),
            ("the fire started in a shed", "the fire may have started in a shed", Kind::Doubt, "–", "may"),
            ("the sailors had been freed", "the sailors had been killed", Kind::Words, "freed", "killed"),
            ("all of the sailors had been freed", "some of the sailors had been freed", Kind::Words, "all", "some"),
        ] {
            assert_eq!(kind(left, right), Some((kind_of, was.to_owned(), is.to_owned())), "{left} / {right}");
        }
    }

    #[test]
    fn a_quotation_has_the_words_of_the_other_or_is_another() {
        let reader = Reader::default();
        let words = |text: &str| reader.page(&Document::new(text)).all().to_vec();
        let told = |left: &str, right: &str| requoted(&words(left), &words(right));
        let found = told("“the service was slow and not safe,”", "\"the service was slow and unsafe\"");
        assert_eq!(found, Some(("not safe".to_owned(), "unsafe".to_owned())));
        for (left, right) in [
            ("“the service was slow and unsafe at night,”", "“the service was slow and unsafe”"),
            ("“We won’t organise a march”", "\"We won't organize the march\""),
            ("“the service was slow and unsafe”", "the service was slow and dangerous"),
        ] {
            assert_eq!(told(left, right), None, "{left} / {right}");
        }
    }

    #[test]
    fn other_words_around_it_make_no_slot() {
        for (left, right) in [
            ("the barge sank off Dover", "off Dover the barge sank"),
            ("a barge with forty people sank near the coast at night", "the ferry carried forty sailors, who were saved by fishermen"),
            ("the barge sank", "the barge sank on Monday"),
        ] {
            assert_eq!(kind(left, right), None, "{left} / {right}");
        }
        assert!(read("the guard took the keys", "a guard had taken the keys").is_alike);
        assert!(!read("the barge sank", "the barge sank off Dover").is_alike);
    }

    #[test]
    fn words_that_say_the_same_make_no_slot() {
        for (left, right) in [
            ("the fire started in a shed", "the fire began in a shed"),
            ("the slick is 10 miles long", "the slick is 16 km long"),
            ("the offer was \"full and fair\"", "the price was \"full and fair\""),
            ("residents must stay indoors", "people must stay indoors"),
            ("sixty thousand homes were dark", "60,000 homes were dark"),
        ] {
            assert_eq!(kind(left, right), None, "{left} / {right}");
        }
        assert!(read("the slick is 10 miles long", "the slick is 16 km long").is_converted);
    }

    #[test]
    fn a_contrary_word_stands_though_one_says_more() {
        let found = kind("Vidal would play on Sunday", "Vidal would miss Sunday's game");
        assert_eq!(found, Some((Kind::Contrary, "play".to_owned(), "miss".to_owned())));
        assert_eq!(kind("the bridge would open in May", "the tunnel would close in June"), None);
    }
}
