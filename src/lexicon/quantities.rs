//! What stands beside a number: qualifiers, units and measures (`data/en/quantities.tsv`). Words are asked for in lower case.
//!
//! Known failure: "Rs" is taken for the Pakistani rupee, whatever the country.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::closed::{self, Class};
use super::numbers::{self, NumberWord};
use super::roles::roles;
use super::word_map::WordMap;
use super::wording::wording;
use super::{casualties, inflect, tsv};

roles! {
    /// What sort of thing a unit measures.
    pub Measure {
        /// USD, EUR
        Money = "money",
        /// km, miles
        Distance = "distance",
        /// per cent
        Share = "share",
        /// days, hours
        Time = "time",
        /// kg, tonnes, hectares, degrees and the rest
        Amount = "amount",
    }
}

/// A unit by its name and what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The name under which figures carry it.
    pub name: &'static str,
    /// What a comparison takes it for: the name, or something finer ("percentage points").
    pub sense: &'static str,
    /// What it measures.
    pub measure: Measure,
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["form", "kind", "name", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/quantities.tsv");

/// Which numbers a qualifier allows besides its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// That and all above: at least, or more.
    Floor,
    /// That and all below: up to, or fewer.
    Ceiling,
    /// Those near it: about, nearly.
    About,
}

roles! {
    /// What a small word does beside a number; the file says more of each.
    Role {
        Moment = "moment",
        Partitive = "partitive",
        Clause = "clause",
        Relative = "relative",
        Thing = "thing",
        Naming = "naming",
        Ratio = "ratio",
        Singling = "singling",
        Asking = "asking",
        Tally = "tally",
        Vague = "vague",
    }
}

roles! {
    /// What a row is, where it is neither a unit nor a small word.
    Kind {
        Before = "before",
        After = "after",
        Range = "range",
        Measured = "measured",
        Sum = "sum",
        Counter = "counter",
        Floor = "floor",
        Ceiling = "ceiling",
        Single = "single",
        Converts = "converts",
    }
}

/// What a unit is in the least one of those that are converted to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// What it measures: "length", "heat".
    pub of: &'static str,
    /// From how many to how many it is: "tons" are of two kinds.
    pub factor: (f64, f64),
    /// Where it begins: 0 °C are 32 °F.
    pub offset: f64,
}

impl Conversion {
    fn of(cell: &'static str) -> Option<Conversion> {
        let mut cells = cell.split(' ');
        let (of, factor) = cells.next().zip(cells.next())?;
        let (low, high) = factor.split_once('-').unwrap_or((factor, factor));
        let offset = cells.next().map_or(Some(0.0), |offset| offset.parse().ok())?;
        Some(Conversion { of, factor: (low.parse().ok()?, high.parse().ok()?), offset })
    }
}

/// Words before or after a number that say how exact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualifier {
    /// How figures carry it; empty for not at all.
    pub name: &'static str,
    /// What a comparison takes it for ("over" is "more than"); empty for nothing.
    pub sense: &'static str,
    /// Which numbers it allows.
    pub bound: Bound,
    /// How many words it takes.
    pub words: usize,
}

/// Qualifiers with their words, by the first of them; the longest stands first.
type Qualifiers = WordMap<Vec<(Vec<&'static str>, Qualifier)>>;

#[derive(Default)]
struct Table {
    units: FxHashMap<&'static str, Unit>,
    before: Qualifiers,
    after: Qualifiers,
    joins: FxHashMap<&'static str, &'static str>,
    topics: FxHashMap<&'static str, &'static str>,
    sums: FxHashMap<&'static str, &'static str>,
    counters: FxHashMap<&'static str, &'static str>,
    singles: FxHashMap<&'static str, &'static str>,
    /// The sign of a currency, by its name.
    signs: FxHashMap<&'static str, &'static str>,
    conversions: FxHashMap<&'static str, Conversion>,
    /// What the names of units measure.
    measures: FxHashMap<&'static str, Measure>,
    /// A bit for each role of a word.
    roles: WordMap<u16>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let mut bounds: FxHashMap<&str, Bound> = FxHashMap::default();
    for [form, kind, name, ..] in tsv::rows::<5>(FILE) {
        if let Some(role) = Role::of(kind) {
            *table.roles.entry(form) |= 1 << role as u16;
        } else if let Some(measure) = Measure::of(kind) {
            let (name, sense) = name_and_sense(name);
            table.units.insert(form, Unit { name, sense, measure });
            table.measures.entry(name).or_insert(measure);
            if measure == Measure::Money && !form.chars().any(char::is_alphanumeric) && name.chars().all(char::is_uppercase) {
                table.signs.entry(name).or_insert(form);
            }
        } else if let Some(kind) = Kind::of(kind) {
            match kind {
                Kind::Before => add(&mut table.before, form, name),
                Kind::After => add(&mut table.after, form, name),
                Kind::Range => _ = table.joins.insert(form, name),
                Kind::Measured => _ = table.topics.insert(form, name),
                Kind::Sum => _ = table.sums.insert(form, name),
                Kind::Counter => _ = table.counters.insert(form, name),
                Kind::Single => _ = table.singles.insert(form, name),
                Kind::Floor => _ = bounds.insert(form, Bound::Floor),
                Kind::Ceiling => _ = bounds.insert(form, Bound::Ceiling),
                Kind::Converts => table.conversions.extend(Conversion::of(name).map(|conversion| (form, conversion))),
            }
        }
    }
    for rows in table.before.values_mut().chain(table.after.values_mut()) {
        rows.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        rows.iter_mut().for_each(|(_, qualifier)| qualifier.bound = bounds.get(qualifier.sense).copied().unwrap_or(Bound::About));
    }
    table
});

fn add(rows: &mut Qualifiers, form: &'static str, name: &'static str) {
    let words: Vec<_> = form.split(' ').collect();
    let (name, sense) = name_and_sense(name);
    let qualifier = Qualifier { name, sense, bound: Bound::About, words: words.len() };
    rows.entry(words[0]).push((words, qualifier));
}

/// The two sides of a `|`; one name alone is both.
fn name_and_sense(cell: &str) -> (&str, &str) {
    let (name, sense) = cell.split_once('|').unwrap_or((cell, cell));
    (if name == "-" { "" } else { name }, sense)
}

fn has_role(word: &str, role: Role) -> bool {
    TABLE.roles.get(word).is_some_and(|bits| bits & 1 << role as u16 != 0)
}

/// "ago", "last": beside a time it makes a moment and no length.
pub fn is_moment(word: &str) -> bool {
    has_role(word, Role::Moment)
}

/// "of": leads from a number to what it is a number of.
pub fn is_partitive(word: &str) -> bool {
    has_role(word, Role::Partitive)
}

/// "in" between two numbers ("one in five"): how many of how many.
pub fn is_ratio(word: &str) -> bool {
    has_role(word, Role::Ratio)
}

/// "when", "as": a subject does not stand before it.
pub fn begins_time_clause(word: &str) -> bool {
    has_role(word, Role::Clause)
}

/// "son": after a possessive, one more person.
pub fn is_relative(word: &str) -> bool {
    has_role(word, Role::Relative)
}

/// "each": the subject begins with it, whatever was counted before.
pub fn is_singling(word: &str) -> bool {
    has_role(word, Role::Singling)
}

/// "how": before "many" it asks for a number and gives none.
pub fn is_asking(word: &str) -> bool {
    has_role(word, Role::Asking)
}

/// "figure": a bare number after it counts what was counted or asked for before.
pub fn is_tally(word: &str) -> bool {
    has_role(word, Role::Tally)
}

/// "plane": a single one is no person.
pub fn is_thing(word: &str) -> bool {
    has_role(word, Role::Thing)
}

/// "identified": after it, "as" begins no clause.
pub fn is_naming(word: &str) -> bool {
    has_role(word, Role::Naming)
}

/// What a plain word for the counted counts ("persons" → people); no unit, but no part of a name either.
pub fn counted(word: &str) -> Option<&'static str> {
    TABLE.counters.get(word).copied()
}

/// One of what the word counts, where it has no regular plural ("people" → person).
pub fn single(word: &str) -> Option<&'static str> {
    TABLE.singles.get(word).copied()
}

/// The sign that stands before a sum of the currency called `name` ("GBP" → £).
pub fn sign(name: &str) -> Option<&'static str> {
    TABLE.signs.get(name).copied()
}

/// `name` is that of a currency.
pub fn is_money(name: &str) -> bool {
    TABLE.measures.get(name) == Some(&Measure::Money)
}

/// `name` is that of a unit.
pub fn is_unit(name: &str) -> bool {
    TABLE.measures.contains_key(name)
}

/// A number between these two words counts, even where it could be a year: "lost 2000 jobs", "some 1900 jobs", "for 1999 km", and not "in
/// 2000 prices rose" nor "the 2000 elections". One that opens a sentence with many things behind it counts them: "1900 jobs will go".
pub fn is_counted(before: Option<&str>, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    let next = next.to_lowercase();
    let dates = |before: &str| {
        let lower = before.to_lowercase();
        // "The loss of 2000 jobs": "of" stands before what is counted as often as before a year.
        let is_dating = numbers::uses(&lower).contains(&NumberWord::Dating) && !is_partitive(&lower);
        let determines = || [Class::Determiner, Class::Possessive].into_iter().any(|class| closed::classes(&lower).has(class));
        is_dating || determines() && qualifier_before(&[&*lower]).is_none()
    };
    let is_many = inflect::can_be_plural(&next) || wording(&next).plural || casualties::has_role(&next, casualties::Role::People);
    let is_noun = || is_many && closed::classes(&next).is_open() && before.is_none_or(|before| !dates(before));
    unit(&next).is_some_and(|unit| unit.measure != Measure::Time) || is_noun()
}

/// The unit that `form` names, compared without regard to case.
pub fn unit(form: &str) -> Option<Unit> {
    if form.len() > 24 { None } else { TABLE.units.get(form.to_lowercase().as_str()).copied() }
}

/// A unit of time: "hours".
pub fn is_time(form: &str) -> bool {
    unit(form).is_some_and(|unit| unit.measure == Measure::Time)
}

/// A unit of length: "m", "miles".
pub fn is_distance(form: &str) -> bool {
    unit(form).is_some_and(|unit| unit.measure == Measure::Distance)
}

/// What a unit is converted by, asked for by its form or by the letters that stand for it behind digits ("40C").
pub fn conversion(form: &str) -> Option<Conversion> {
    let lower = form.to_lowercase();
    let sense = unit(&lower).map(|unit| unit.sense);
    TABLE.conversions.get(sense.unwrap_or(lower.as_str())).copied()
}

/// The unit that `form` names, and the form as the table has it.
pub fn unit_as_written(form: &str) -> Option<(&'static str, Unit)> {
    if form.len() > 24 { None } else { TABLE.units.get_key_value(form.to_lowercase().as_str()).map(|(form, unit)| (*form, *unit)) }
}

/// What is measured where a word before or after a sum tells ("losses" → losses, "damages" → damage).
pub fn measured(word: &str) -> Option<&'static str> {
    if word.len() > 24 { None } else { TABLE.topics.get(word.to_lowercase().as_str()).copied() }
}

/// What a comparison takes a sum of money or a length of time beside the word to be of ("a penalty of £2m" → fine, "jailed for six years" →
/// prison); for most sums what is measured.
pub fn kind_of_sum(word: &str) -> Option<&'static str> {
    if word.len() > 24 { None } else { TABLE.sums.get(word).copied().or_else(|| measured(word)) }
}

/// "payment": a kind of sum that another beside it says more of, since whatever is paid is paid for something.
pub fn is_vague_kind(kind: &str) -> bool {
    has_role(kind, Role::Vague)
}

/// The first words of all qualifiers that stand before a number.
pub fn qualifier_openers() -> impl Iterator<Item = &'static str> {
    TABLE.before.words().copied()
}

/// The qualifier that begins `words` before a number.
pub fn qualifier_before<W: AsRef<str>>(words: &[W]) -> Option<Qualifier> {
    longest(&TABLE.before, words)
}

/// The qualifier that begins `words` after a number ("or more").
pub fn qualifier_after<W: AsRef<str>>(words: &[W]) -> Option<Qualifier> {
    longest(&TABLE.after, words)
}

fn longest<W: AsRef<str>>(rows: &Qualifiers, words: &[W]) -> Option<Qualifier> {
    let first = words.first().map(AsRef::as_ref).filter(|first| rows.may_hold(first))?;
    let found = match first.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => rows.get(first.to_ascii_lowercase().as_str()),
        false => rows.get(first),
    };
    let stands = |phrase: &[&str]| {
        phrase.len() <= words.len() && phrase.iter().zip(words).all(|(left, right)| left.eq_ignore_ascii_case(right.as_ref()))
    };
    found?.iter().find(|(phrase, _)| stands(phrase)).map(|(_, qualifier)| *qualifier)
}

/// Whether `word` between two numbers makes a range of them, after `before`; "from 10 to 15" is a move and no range.
pub fn joins_range(word: &str, before: &str) -> bool {
    TABLE.joins.get(word.to_lowercase().as_str()).is_some_and(|rule| match rule.split_once(':') {
        Some(("after", only)) => before.eq_ignore_ascii_case(only),
        Some(("unless", not)) => !before.eq_ignore_ascii_case(not),
        _ => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_known() {
        for [form, kind, ..] in tsv::rows::<5>(FILE) {
            assert!(Role::of(kind).is_some() || Measure::of(kind).is_some() || Kind::of(kind).is_some(), "{form}: {kind}");
        }
    }

    /// The row does its work at some place of `text`.
    fn works([form, kind, name]: [&'static str; 3], text: &str) -> bool {
        let lower = text.to_lowercase();
        let is_letter = |next: Option<char>| next.is_some_and(char::is_alphabetic);
        let is_whole = |at: &usize| {
            let (before, rest) = (&lower[..*at], &lower[at + form.len()..]);
            let begins_inside = is_letter(before.chars().next_back()) && is_letter(form.chars().next());
            let ends_inside = is_letter(form.chars().next_back()) && is_letter(rest.chars().next());
            !begins_inside && !ends_inside
        };
        let words = |text: &str| text.split_whitespace().map(|word| word.trim_matches(['.', ',']).to_owned()).collect::<Vec<_>>();
        let from = |at: usize| words(&lower[at..]);
        let (own, sense) = name_and_sense(name);
        let is_own = |found: Qualifier| (found.name, found.sense, found.words) == (own, sense, form.split(' ').count());
        let is_bound = |at: usize, bound: Bound| {
            let found = [qualifier_before(&from(at)), qualifier_after(&from(at))];
            found.into_iter().flatten().any(|found| found.sense == form && found.bound == bound)
        };
        let unit_is = |measure: Measure| unit(form) == Some(Unit { name: own, sense, measure });
        lower.match_indices(form).map(|(at, _)| at).filter(is_whole).any(|at| match (Role::of(kind), Measure::of(kind), Kind::of(kind)) {
            (Some(role), ..) => has_role(form, role),
            (_, Some(measure), _) => unit_is(measure),
            (.., Some(Kind::Before)) => qualifier_before(&from(at)).is_some_and(is_own),
            (.., Some(Kind::After)) => qualifier_after(&from(at)).is_some_and(is_own),
            (.., Some(Kind::Range)) => {
                let before = words(&lower[..at]);
                joins_range(form, before.len().checked_sub(2).map_or("", |two| &before[two]))
            }
            (.., Some(Kind::Measured)) => measured(form) == Some(name),
            (.., Some(Kind::Sum)) => kind_of_sum(form) == Some(name),
            (.., Some(Kind::Counter)) => counted(form) == Some(name),
            (.., Some(Kind::Single)) => single(form) == Some(name),
            (.., Some(Kind::Floor)) => is_bound(at, Bound::Floor),
            (.., Some(Kind::Ceiling)) => is_bound(at, Bound::Ceiling),
            (.., Some(Kind::Converts)) => conversion(form).is_some() && conversion(form) == Conversion::of(name),
            _ => false,
        })
    }

    #[test]
    fn every_row_works_in_its_example_and_not_in_its_counter() {
        let mut wrong = Vec::new();
        for [form, kind, name, example, counter] in tsv::rows::<5>(FILE) {
            let row = [form, kind, name];
            if !works(row, example) || works(row, counter) {
                wrong.push(format!("{kind} {form}: {example} {counter}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_longest_qualifier_wins() {
        let taken = |words: &[&str]| qualifier_before(words).map(|found| (found.name, found.sense, found.words));
        assert_eq!(taken(&["as", "many", "as", "12"]), Some(("as many as", "up to", 3)));
        assert_eq!(taken(&["More", "than", "12"]), Some(("more than", "more than", 2)));
        assert_eq!(taken(&["another", "12"]), Some(("", "another", 1)));
        assert_eq!(taken(&["many", "men"]), None);
    }

    #[test]
    fn a_qualifier_says_which_numbers_it_allows() {
        let before = |words: &str| qualifier_before(&words.split(' ').collect::<Vec<_>>()).map(|found| found.bound);
        let after = |words: &str| qualifier_after(&words.split(' ').collect::<Vec<_>>()).map(|found| found.bound);
        assert_eq!(
            (before("over 12"), before("no fewer than 12"), after("or more")),
            (Some(Bound::Floor), Some(Bound::Floor), Some(Bound::Floor))
        );
        assert_eq!(
            (before("under 12"), before("as many as 12"), after("or less")),
            (Some(Bound::Ceiling), Some(Bound::Ceiling), Some(Bound::Ceiling))
        );
        assert_eq!((before("some 12"), before("nearly 12"), before("men")), (Some(Bound::About), Some(Bound::About), None));
        let sense = |name: &'static str| name_and_sense(name).1;
        let senses: Vec<&str> =
            tsv::rows::<5>(FILE).filter(|[_, kind, ..]| matches!(*kind, "before" | "after")).map(|[_, _, name, ..]| sense(name)).collect();
        for [form, kind, ..] in tsv::rows::<5>(FILE).filter(|[_, kind, ..]| matches!(*kind, "floor" | "ceiling")) {
            assert!(senses.contains(&form), "no qualifier is taken for {form}, which is a {kind}");
        }
    }
}
