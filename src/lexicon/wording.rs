//! Wordings by which a change of meaning is told: hedges, titles, verbs of saying and judging, moments, amounts
//! without a number (`data/en/wording.tsv`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::roles::roles;
use super::tsv;

/// What a word can do; a word may do several things ("deputy").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// alleged, possibly
    pub hedge: bool,
    /// president, Lt
    pub title: bool,
    /// foreign, deputy: makes a title with the word after it
    pub rank: bool,
    /// yesterday
    pub moment: bool,
    /// in, near: a place can follow
    pub place: bool,
    /// of: joins the words of a body's name, a date, a unit and what it measures
    pub joint: bool,
    /// p.m.: follows a time of day
    pub clock: bool,
    /// am, pm: the hour with which that half of the day begins.
    pub half_begins: Option<u32>,
    /// to: between the ends of a range
    pub range: bool,
    /// rain, heavy: can begin a sentence without an article and is no name
    pub common: bool,
    /// women: more than one, without an s
    pub plural: bool,
    /// week: last week is a date
    pub period: bool,
    /// this, last: before a period or a day
    pub deictic: bool,
    /// early, mid: which part of a date
    pub part: bool,
    /// minus: before a number
    pub sign: bool,
    /// to: before a verb
    pub infinitive: bool,
    /// `A` in `A$5`: whose currency it is; empty where it goes without saying.
    pub currency: Option<&'static str>,
    /// most, all: so many of them, without a number.
    pub amount: Option<&'static str>,
    /// rose, down: which way a number beside it went.
    pub trend: Option<&'static str>,
    /// north, eastern: the direction.
    pub compass: Option<&'static str>,
    /// plans, hoped: before an infinitive that is not done yet.
    pub intent: Option<&'static str>,
    /// failed: before an infinitive that was not done.
    pub failure: Option<&'static str>,
    /// won't: a verb and its negation in one word; the verb.
    pub negated: Option<&'static str>,
    /// are, they: goes with many; the form that goes with one.
    pub agrees: Option<&'static str>,
    /// be: the plain form of a helping verb.
    pub base: bool,
    /// summer, evening: a part of a year or a day
    pub spell: bool,
    /// according: the source stands behind it
    pub leads: bool,
    /// coast: a place can stand behind "of"
    pub site: bool,
    /// one, longer: is one negation with the "no" before it
    pub after_no: bool,
    /// Mr: a title that says nothing of what one is
    pub courtesy: bool,
    /// deputy, acting: how one holds an office
    pub standing: bool,
    /// because, although: begins a clause that gives a reason or one against
    pub reason: bool,
    /// know, even: an "if" after it begins no condition
    pub asks: bool,
    /// within, end: before a period, by when something is to be done
    pub bound: bool,
    /// before, after: how two things stand to each other; the name of that.
    pub relation: Option<&'static str>,
    /// doctor for Dr: the title in full.
    pub title_in_full: Option<&'static str>,
    /// ministry, company: what an organisation is called; words of one sort say the same.
    pub body: Option<&'static str>,
    /// What a verb of saying or judging does; verbs of one stance say the same.
    pub stance: Option<&'static str>,
}

roles! {
    /// What a row says of its word; the file tells more of each.
    Class {
        Hedge = "hedge",
        Title = "title",
        Negated = "negated",
        Agrees = "agrees",
        Base = "base",
        Spell = "spell",
        Leads = "leads",
        Site = "site",
        AfterNo = "after_no",
        Rank = "rank",
        Courtesy = "courtesy",
        Standing = "standing",
        Reason = "reason",
        Asks = "asks",
        Bound = "bound",
        Relation = "relation",
        Moment = "moment",
        Place = "place",
        Joint = "joint",
        Clock = "clock",
        Range = "range",
        Common = "common",
        Plural = "plural",
        Period = "period",
        Deictic = "deictic",
        Body = "body",
        Part = "part",
        Sign = "sign",
        Infinitive = "infinitive",
        Currency = "currency",
        Amount = "amount",
        Trend = "trend",
        Compass = "compass",
        Intent = "intent",
        Failure = "failure",
        Stance = "stance",
        Ending = "ending",
        Clitic = "clitic",
        Prefix = "prefix",
        Opposite = "opposite",
    }
}

impl Wording {
    /// Takes in what a row of this class says of the word.
    fn take(&mut self, class: Class, value: &'static str) {
        match class {
            Class::Title => {
                self.title = true;
                self.title_in_full = (!value.is_empty()).then_some(value);
            }
            Class::Hedge => self.hedge = true,
            Class::Negated => self.negated = Some(value),
            Class::Agrees => self.agrees = Some(value),
            Class::Base => self.base = true,
            Class::Spell => self.spell = true,
            Class::Leads => self.leads = true,
            Class::Site => self.site = true,
            Class::AfterNo => self.after_no = true,
            Class::Rank => self.rank = true,
            Class::Courtesy => self.courtesy = true,
            Class::Standing => self.standing = true,
            Class::Reason => self.reason = true,
            Class::Asks => self.asks = true,
            Class::Bound => self.bound = true,
            Class::Relation => self.relation = Some(value),
            Class::Moment => self.moment = true,
            Class::Place => self.place = true,
            Class::Joint => self.joint = true,
            Class::Clock => {
                self.clock = true;
                self.half_begins = value.parse().ok();
            }
            Class::Range => self.range = true,
            Class::Common => self.common = true,
            Class::Plural => self.plural = true,
            Class::Period => self.period = true,
            Class::Deictic => self.deictic = true,
            Class::Body => self.body = Some(value),
            Class::Part => self.part = true,
            Class::Sign => self.sign = true,
            Class::Infinitive => self.infinitive = true,
            Class::Currency => self.currency = Some(value),
            Class::Amount => self.amount = Some(value),
            Class::Trend => self.trend = Some(value),
            Class::Compass => self.compass = Some(value),
            Class::Intent => self.intent = Some(value),
            Class::Failure => self.failure = Some(value),
            Class::Stance => self.stance = Some(value),
            // Of parts of words and of pairs of words, which have tables of their own.
            Class::Ending | Class::Clitic | Class::Prefix | Class::Opposite => {}
        }
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["class", "form", "value", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/wording.tsv");

static ENDINGS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let rows = tsv::rows::<5>(FILE).filter(|[class, ..]| *class == "ending");
    rows.map(|[_, form, ..]| form).collect()
});

static TABLE: LazyLock<FxHashMap<&'static str, Wording>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Wording> = FxHashMap::default();
    for [class, form, value, ..] in tsv::rows::<5>(FILE) {
        if let Some(class) = Class::of(class) {
            table.entry(form).or_default().take(class, value);
        }
    }
    table
});

static CLITICS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = tsv::rows::<5>(FILE).filter(|[class, ..]| *class == "clitic");
    rows.map(|[_, form, value, ..]| (form, value)).collect()
});

static PREFIXES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = tsv::rows::<5>(FILE).filter(|[class, ..]| *class == "prefix");
    rows.map(|[_, form, endings, ..]| (form, endings)).collect()
});

static OPPOSITES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = tsv::rows::<5>(FILE).filter(|[class, ..]| *class == "opposite");
    rows.map(|[_, form, others, ..]| (form, others)).collect()
});

/// Letters of the shortest word that a prefix turns round: of shorter ones it mostly makes another word ("it", "unit").
const TURNED: usize = 4;

/// One of the two says the contrary of the other: "legal" and "illegal", "passed" and "failed".
pub fn are_opposite(one: &str, other: &str) -> bool {
    let says = |one: &str, other: &str| OPPOSITES.get(one).is_some_and(|others| others.split('|').any(|contrary| contrary == other));
    says(one, other) || says(other, one) || is_turned(one, other) || is_turned(other, one)
}

/// `long` is `short` turned into its opposite by a prefix.
fn is_turned(short: &str, long: &str) -> bool {
    short.len() >= TURNED
        && long.strip_suffix(short).is_some_and(|prefix| {
            let fits =
                |endings: &str| endings.is_empty() || short.len() > TURNED && endings.split('|').any(|ending| short.ends_with(ending));
            PREFIXES.iter().any(|(form, endings)| *form == prefix && fits(endings))
        })
}

/// The word before a verb that is glued to it, and the verbs that it can be: "they" and "would", "had" for "they'd".
pub fn contraction(word: &str) -> Option<(&str, impl Iterator<Item = &'static str> + use<>)> {
    CLITICS.iter().find_map(|(form, verbs)| Some((word.strip_suffix(form)?, verbs.split('|'))))
}

/// What the lower-case `word` can do.
pub fn wording(word: &str) -> Wording {
    TABLE.get(word).copied().unwrap_or_default()
}

/// Ends as common words do: "talks", "inflation".
pub fn has_common_ending(word: &str) -> bool {
    ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    /// `form` is a word of `text`, and what the row says of it is known of it.
    fn says(text: &str, form: &str, (class, value): (Class, &'static str)) -> bool {
        let document = Document::new(text);
        let mut words = document.tokens.iter().map(|token| document.slice(token.span).to_lowercase());
        let known = wording(form);
        let mut again = known;
        again.take(class, value);
        words.any(|word| word == form) && again == known
    }

    #[test]
    fn every_class_is_known() {
        for [class, form, ..] in tsv::rows::<5>(FILE) {
            assert!(Class::of(class).is_some(), "{form}: {class}");
        }
    }

    #[test]
    fn every_row_is_found_in_its_example_and_not_in_its_counter() {
        for [class, form, value, example, counter] in tsv::rows::<5>(FILE) {
            if class == "clitic" {
                let glued = |text: &str| text.to_lowercase().split(' ').any(|word| word.ends_with(form) && contraction(word).is_some());
                assert!(glued(example) && !glued(counter), "{form}: {example}");
                continue;
            }
            if class == "prefix" {
                let words = |text: &'static str| text.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
                assert!(is_turned(words(counter), words(example)) && words(example).starts_with(form), "{form}: {example}");
                continue;
            }
            if class == "opposite" {
                assert!(value.split('|').all(|other| are_opposite(form, other) && !are_opposite(form, form)), "{form}");
                assert!(example.contains(form) && !counter.contains(form), "{form}: {example}");
                continue;
            }
            if class == "ending" {
                assert!(example.split(' ').any(|word| word.len() > form.len() && word.ends_with(form)), "{form}: {example}");
                assert!(counter.split(' ').all(|word| !has_common_ending(word.trim_end_matches('.'))), "{form}: {counter}");
                continue;
            }
            let row = (Class::of(class).expect("a class"), value);
            assert!(says(example, form, row), "{class} {form}: {example}");
            assert!(!says(counter, form, row), "{class} {form}: {counter}");
        }
    }
}
