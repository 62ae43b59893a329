//! Wordings by which a change of meaning is told: hedges, titles, verbs of saying and judging, moments, amounts
//! without a number (`data/en/wording.tsv`).

use std::sync::LazyLock;

use super::roles::roles;
use super::tsv;
use super::word_map::WordMap;

/// Makes `Wording` and `Class` of one list: classes that a word is of or not, and classes that give it a value.
macro_rules! wordings {
    ({ $($(#[$flag_doc:meta])* $flag:ident = $flag_class:ident $flag_name:literal,)+ }
     { $($(#[$value_doc:meta])* $value:ident = $value_class:ident $value_name:literal,)+ }) => {
        /// What a word can do; a word may do several things ("deputy").
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Wording {
            $($(#[$flag_doc])* pub $flag: bool,)+
            $($(#[$value_doc])* pub $value: Option<&'static str>,)+
            /// doctor for Dr: the title in full.
            pub title_in_full: Option<&'static str>,
            /// am, pm: the hour with which that half of the day begins.
            pub half_begins: Option<u32>,
        }

        roles! {
            /// What a row says of its word; the file tells more of each.
            Class {
                $($flag_class = $flag_name,)+
                $($value_class = $value_name,)+
                Ending = "ending",
                Clitic = "clitic",
                Prefix = "prefix",
                Opposite = "opposite",
            }
        }

        impl Wording {
            /// Of a word of no row.
            const NOTHING: Wording =
                Wording { $($flag: false,)+ $($value: None,)+ title_in_full: None, half_begins: None };

            /// Takes in what a row of this class says of the word.
            fn take(&mut self, class: Class, value: &'static str) {
                match class {
                    $(Class::$flag_class => self.$flag = true,)+
                    $(Class::$value_class => self.$value = Some(value),)+
                    // Of parts of words and of pairs of words, which have tables of their own.
                    Class::Ending | Class::Clitic | Class::Prefix | Class::Opposite => {}
                }
                match class {
                    Class::Title => self.title_in_full = (!value.is_empty()).then_some(value),
                    Class::Clock => self.half_begins = value.parse().ok(),
                    _ => {}
                }
            }
        }
    };
}

wordings! {
    {
        /// alleged, possibly
        hedge = Hedge "hedge",
        /// president, Lt
        title = Title "title",
        /// foreign, deputy: makes a title with the word after it
        rank = Rank "rank",
        /// yesterday
        moment = Moment "moment",
        /// in, near: a place can follow
        place = Place "place",
        /// of: joins the words of a body's name, a date, a unit and what it measures
        joint = Joint "joint",
        /// p.m.: follows a time of day
        clock = Clock "clock",
        /// to: between the ends of a range
        range = Range "range",
        /// rain, heavy: can begin a sentence without an article and is no name
        common = Common "common",
        /// women: more than one, without an s
        plural = Plural "plural",
        /// week: last week is a date
        period = Period "period",
        /// this, last: before a period or a day
        deictic = Deictic "deictic",
        /// early, mid: which part of a date
        part = Part "part",
        /// minus: before a number
        sign = Sign "sign",
        /// to: before a verb
        infinitive = Infinitive "infinitive",
        /// be: the plain form of a helping verb.
        base = Base "base",
        /// summer, evening: a part of a year or a day
        spell = Spell "spell",
        /// according: the source stands behind it
        leads = Leads "leads",
        /// coast: a place can stand behind "of"
        site = Site "site",
        /// one, longer: is one negation with the "no" before it
        after_no = AfterNo "after_no",
        /// Mr: a title that says nothing of what one is
        courtesy = Courtesy "courtesy",
        /// deputy, acting: how one holds an office
        standing = Standing "standing",
        /// because, although: begins a clause that gives a reason or one against
        reason = Reason "reason",
        /// know, even: an "if" after it begins no condition
        asks = Asks "asks",
        /// lie: what a denial calls what it denies, which is more than to deny it
        scorn = Scorn "scorn",
        /// within, end: before a period, by when something is to be done
        bound = Bound "bound",
        /// little, hardly: nearly as good as "no" or "not"
        scarce = Scarce "scarce",
        /// immediately: how soon something is to be done
        urgent = Urgent "urgent",
        /// received: what stands behind it was done to its subject
        suffers = Suffers "suffers",
        /// won, shelled: what one alone does to one thing
        sole = Sole "sole",
    }
    {
        /// `A` in `A$5`: whose currency it is; empty where it goes without saying.
        currency = Currency "currency",
        /// most, all: so many of them, without a number.
        amount = Amount "amount",
        /// rose, down: which way a number beside it went.
        trend = Trend "trend",
        /// north, eastern: the direction.
        compass = Compass "compass",
        /// plans, hoped: before an infinitive that is not done yet.
        intent = Intent "intent",
        /// failed: before an infinitive that was not done.
        failure = Failure "failure",
        /// won't: a verb and its negation in one word; the verb.
        negated = Negated "negated",
        /// are, they: goes with many; the form that goes with one.
        agrees = Agrees "agrees",
        /// before, after: how two things stand to each other; the name of that.
        relation = Relation "relation",
        /// ministry, company: what an organisation is called; words of one sort say the same.
        body = Body "body",
        /// What a verb of saying or judging does; verbs of one stance say the same.
        stance = Stance "stance",
        /// rebels, police: on which sides of a fight an armed body can be.
        side = Side "side",
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["class", "form", "value", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/wording.tsv");

#[derive(Default)]
struct Tables {
    words: WordMap<Wording>,
    endings: Vec<&'static str>,
    /// With the verbs that they can be.
    clitics: Vec<(&'static str, &'static str)>,
    /// With the endings of the words that they turn round.
    prefixes: Vec<(&'static str, &'static str)>,
    /// With the words that say the contrary.
    opposites: WordMap<&'static str>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables::default();
    for [class, form, value, ..] in tsv::rows::<5>(FILE) {
        match Class::of(class) {
            Some(Class::Ending) => tables.endings.push(form),
            Some(Class::Clitic) => tables.clitics.push((form, value)),
            Some(Class::Prefix) => tables.prefixes.push((form, value)),
            Some(Class::Opposite) => *tables.opposites.entry(form) = value,
            Some(class) => tables.words.entry(form).take(class, value),
            None => {}
        }
    }
    tables
});

/// Letters of the shortest word that a prefix turns round: of shorter ones it mostly makes another word ("it", "unit").
const TURNED: usize = 4;

/// One of the two says the contrary of the other: "legal" and "illegal", "passed" and "failed".
pub fn are_opposite(one: &str, other: &str) -> bool {
    let says = |one: &str, other: &str| TABLES.opposites.get(one).is_some_and(|others| others.split('|').any(|contrary| contrary == other));
    says(one, other) || says(other, one) || is_turned(one, other) || is_turned(other, one)
}

/// `long` is `short` turned into its opposite by a prefix.
fn is_turned(short: &str, long: &str) -> bool {
    short.len() >= TURNED
        && long.strip_suffix(short).is_some_and(|prefix| {
            let fits =
                |endings: &str| endings.is_empty() || short.len() > TURNED && endings.split('|').any(|ending| short.ends_with(ending));
            TABLES.prefixes.iter().any(|(form, endings)| *form == prefix && fits(endings))
        })
}

/// The word before a verb that is glued to it, and the verbs that it can be: "they" and "would", "had" for "they'd".
pub fn contraction(word: &str) -> Option<(&str, impl Iterator<Item = &'static str> + use<>)> {
    TABLES.clitics.iter().find_map(|(form, verbs)| Some((word.strip_suffix(form)?, verbs.split('|'))))
}

/// What the lower-case `word` can do.
pub fn wording(word: &str) -> &'static Wording {
    TABLES.words.get(word).unwrap_or(&Wording::NOTHING)
}

/// Ends as common words do: "talks", "inflation".
pub fn has_common_ending(word: &str) -> bool {
    TABLES.endings.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
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
        let mut again = *known;
        again.take(class, value);
        words.any(|word| word == form) && again == *known
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
