//! Numbers with what they count: casualties first, then sums, distances, shares and whatever else is counted.
//!
//! Each sentence is read twice: for quantities (`quantity`: number, qualifier, noun), then for what befell them (`event`: killed,
//! missing …), which takes its quantity from the words that follow or lead up to it. A quantity that no event takes is
//! counted by its own noun. Who gives a figure is filled in later, from the claims. Time is linear in the text: every search has a
//! bounded reach.
//!
//! Known failures: "two men and a woman were killed" gives the nearer of the two; a named victim ("Ali was killed") is no figure; a
//! plan that is told without "to" or a modal ("the plot: kill 20") counts as done.

mod event;
mod quantity;
mod referred;
mod subject;

use std::borrow::Cow;
use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::casualties::{self, Role};
use crate::lexicon::closed;
use crate::lexicon::inflect;
use crate::lexicon::quantities::{self, Measure};
use crate::model::{Evidence, Figure};
use crate::syntax::Tagged;
use crate::syntax::number::Form;
use crate::text::{Span, Token};

use quantity::Quantity;
use referred::Asked;

/// Every figure of the scene's document, in text order; `source` is left empty.
pub(super) fn find_in(scene: &Scene<'_, '_>) -> Vec<Figure<Span>> {
    let document = scene.document;
    let mut figures = Vec::new();
    let mut asked = Asked::default();
    for index in 0..document.sentences.len() {
        let kind = document.segment_of(index).kind;
        if kind.is_reporting() {
            asked.next_sentence();
            in_sentence(scene, document.token_range(index), &mut asked, &mut figures);
        }
    }
    figures
}

/// Longest stretch of tokens read at once; a longer sentence is read piece by piece, so that nothing is worse than linear.
const PIECE: usize = 400;

fn in_sentence(scene: &Scene<'_, '_>, sentence: Range<usize>, asked: &mut Asked, figures: &mut Vec<Figure<Span>>) {
    for begin in sentence.clone().step_by(PIECE) {
        let mut clause = Clause::read(scene, begin..sentence.end.min(begin + PIECE));
        if clause.quantities.is_empty() {
            continue;
        }
        let mut found = event::counted(&mut clause);
        asked.note(&clause, &mut found);
        found.extend(asked.answered(&mut clause));
        found.extend(uncounted(&clause));
        found.sort_by_key(|figure| (figure.evidence.span, figure.what.clone()));
        figures.extend(found);
    }
}

/// A sentence's tokens with the quantities found in them.
struct Clause<'d> {
    text: &'d str,
    tokens: &'d [Token],
    /// The tokens in lower case, apostrophes made straight.
    lower: &'d [Cow<'d, str>],
    tags: &'d [Tagged],
    quantities: Vec<Quantity>,
    /// The quantity that a token is part of.
    part_of: Vec<Option<usize>>,
    /// The sentence says that it counts a running total.
    cumulative: bool,
}

impl<'d> Clause<'d> {
    fn read(scene: &'d Scene<'d, '_>, range: Range<usize>) -> Self {
        let mut clause = Clause {
            text: scene.document.text,
            tokens: &scene.document.tokens[range.clone()],
            lower: &scene.lower[range.clone()],
            tags: &scene.tags[range.clone()],
            quantities: Vec::new(),
            part_of: Vec::new(),
            cumulative: false,
        };
        clause.quantities = quantity::find(&clause);
        if clause.quantities.is_empty() {
            return clause;
        }
        clause.cumulative = clause.is_cumulative();
        clause.part_of = vec![None; range.len()];
        for (index, found) in clause.quantities.iter().enumerate() {
            clause.part_of[found.start..found.head_end].fill(Some(index));
        }
        clause
    }

    fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", |word| word)
    }

    fn has(&self, at: usize, role: Role) -> bool {
        self.lower.get(at).is_some_and(|word| casualties::has_role(word, role))
    }

    fn span(&self, from: usize, to: usize) -> Span {
        self.tokens[from].span.cover(self.tokens[to.max(from + 1) - 1].span)
    }

    fn figure(&self, quantity: &Quantity, what: String, unit: String, evidence: Span) -> Figure<Span> {
        Figure {
            id: String::new(),
            what,
            low: quantity.low,
            high: quantity.high,
            qualifier: quantity.qualifier.clone(),
            unit,
            source: None,
            cumulative: self.cumulative,
            evidence: Evidence { span: evidence },
        }
    }

    /// The sentence says that it counts a running total.
    fn is_cumulative(&self) -> bool {
        (0..self.lower.len()).any(|at| casualties::says_total(&self.lower[at..]))
    }
}

/// What is counted by its own noun or unit.
fn uncounted(clause: &Clause<'_>) -> Vec<Figure<Span>> {
    clause.quantities.iter().filter(|quantity| !quantity.taken).filter_map(|quantity| by_noun(clause, quantity)).collect()
}

fn by_noun(clause: &Clause<'_>, quantity: &Quantity) -> Option<Figure<Span>> {
    let evidence = clause.span(quantity.start, quantity.head_end);
    let noun = quantity.head.map(|at| clause.word(at).to_owned());
    if let Some(unit) = quantity.unit {
        let (what, start) = match unit.measure {
            Measure::Money => of_money(clause, quantity),
            Measure::Time => ("duration".to_owned(), quantity.start),
            // "28% more" is of nothing that is counted.
            Measure::Share => (noun.filter(|noun| closed::classes(noun).is_open()).unwrap_or_else(|| "share".to_owned()), quantity.start),
            Measure::Distance | Measure::Amount => (noun.unwrap_or_else(|| unit.name.to_owned()), quantity.start),
        };
        let is_moment = unit.measure == Measure::Time && is_moment(clause, quantity);
        let counts = quantity.form == Form::Exact && !is_moment;
        return counts.then(|| clause.figure(quantity, what, unit.name.to_owned(), clause.span(start, quantity.head_end)));
    }
    let noun = noun?;
    let at = quantity.head?;
    let is_people = clause.has(at, Role::People);
    let is_plural = is_people || clause.has(at, Role::Family) || inflect::is_plural(&noun);
    let counts = match quantity.form {
        Form::Exact => is_plural && !quantity.is_known,
        Form::Share | Form::Vague => is_plural,
        Form::Every | Form::Article | Form::Ordinal | Form::Both => false,
    };
    let unit = if is_people { "people".to_owned() } else { noun.clone() };
    // "about 20 more": of what was counted before, which is not known here. "Nine more days" tells it.
    let tells = |next: &str| inflect::is_plural(next) || quantities::unit(next).is_some();
    let is_told = || !closed::classes(&noun).has(closed::Class::Adverb) || tells(clause.word(at + 1));
    (counts && is_told()).then(|| clause.figure(quantity, noun.clone(), unit, evidence))
}

/// Tokens before or after a sum of money within which a word tells what it is of.
const MONEY_REACH: usize = 5;

/// What a sum of money is of, and the token where that is said.
fn of_money(clause: &Clause<'_>, quantity: &Quantity) -> (String, usize) {
    let before = (quantity.start.saturating_sub(MONEY_REACH)..quantity.start).rev();
    if let Some((at, what)) = before.into_iter().find_map(|at| quantities::measured(clause.word(at)).map(|what| (at, what))) {
        return (what.to_owned(), at);
    }
    let after = quantity.number_end..(quantity.number_end + MONEY_REACH).min(clause.tokens.len());
    let what = after.into_iter().find_map(|at| quantities::measured(clause.word(at))).unwrap_or("money");
    (what.to_owned(), quantity.start)
}

/// "two days ago", "48 hours later", "the past three weeks": a moment and no length.
fn is_moment(clause: &Clause<'_>, quantity: &Quantity) -> bool {
    let edge = [quantity.head_end, quantity.start.wrapping_sub(1)];
    edge.iter().any(|at| quantities::is_moment(clause.word(*at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tsv;
    use crate::text::Document;

    fn find(document: &Document<'_>) -> Vec<Figure<Span>> {
        find_in(&Scene::new(document, &document.lower_cased()))
    }

    /// Each figure as "what low-high qualifier unit".
    fn figures(text: &str) -> Vec<String> {
        find(&Document::new(text))
            .iter()
            .map(|figure| {
                let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
                let range = figure.high.map_or(String::new(), |high| format!("-{high}"));
                format!("{} {}{range} {} {}", figure.what, number(figure.low), figure.qualifier.as_deref().unwrap_or("="), figure.unit)
            })
            .collect()
    }

    #[test]
    fn a_part_of_a_number_is_counted_and_not_the_whole() {
        assert_eq!(figures("Of the crew, 30 of the 90 miners were killed."), ["killed 30 = people"]);
        assert_eq!(figures("Some 1,200 of 3,000 workers walked out."), ["workers 1200 some people"]);
        assert_eq!(figures("Nine ships sank, and about 20 more were lost."), ["ships 9 = ships"]);
        assert_eq!(figures("Some 2000 jobs will go."), ["jobs 2000 some jobs"]);
    }

    #[test]
    fn every_event_counts_in_its_example_and_not_in_its_counter() {
        for [form, what, _, _, example, counter] in tsv::rows::<6>(casualties::FILE) {
            if what.is_empty() {
                continue;
            }
            let counts = |text| find(&Document::new(text)).iter().any(|figure| figure.what == what && (figure.low.is_some()));
            assert!(counts(example), "{form}: {example} {:?}", figures(example));
            assert!(!counts(counter), "{form}: {counter} {:?}", figures(counter));
        }
    }

    #[test]
    fn numbers_reach_what_befell_the_people_they_count() {
        for (text, want) in [
            ("At least six people have been killed and dozens wounded.", &["killed 6 at least people", "injured  dozens people"][..]),
            ("The quake killed 222 people and injured 800 more.", &["killed 222 = people", "injured 800 = people"]),
            ("A man, identified as Omar (35), and his son were killed.", &["killed 2 = people"]),
            ("Twelve men, two of them boys, were shot dead.", &["killed 12 = people", "boys 2 = people"]),
            ("The death toll rose to at least 23.", &["killed 23 at least people"]),
            ("Quake toll crosses 2,200.", &["killed 2200 more than people"]),
            ("Scores of fighters were killed and wounded.", &["killed  scores people", "injured  scores people"]),
            ("Six sailors drowned and eight are still missing.", &["killed 6 = people", "missing 8 = people"]),
            ("The blast claimed the lives of four guards.", &["killed 4 = people"]),
            ("Nearly 11,000 families had left their homes.", &["displaced 11000 nearly families"]),
            ("SIX KILLED, 12 HURT IN BLAST", &["killed 6 = people", "injured 12 = people"]),
            ("Between 10 and 15 men were detained.", &["detained 10-15 = people"]),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn some_of_those_who_were_counted_are_no_toll() {
        for (text, want) in [
            ("Seven of the dead were children.", &[][..]),
            ("Five of those killed were guards.", &[]),
            ("Two of the wounded have died.", &[]),
            ("One of the seven injured has died, taking the toll to nine.", &["killed 9 = people"]),
            ("Three of the passengers were killed.", &["killed 3 = people"]),
            ("Seven dead were children.", &["killed 7 = people"]),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn the_number_of_a_wires_update_begins_no_range() {
        assert_eq!(figures("UPDATE 3-Nine dead as ferry sinks"), ["killed 9 = people"]);
        assert_eq!(figures("Between 2-6 people were killed."), ["killed 2-6 = people"]);
    }

    #[test]
    fn what_has_not_happened_is_not_counted() {
        for text in ["The flaw could kill 20 people.", "They threatened to kill 20 people."] {
            assert!(find(&Document::new(text)).iter().all(|figure| figure.what != "killed"), "{text}");
        }
    }

    #[test]
    fn years_days_sums_and_kin_are_no_counts_of_the_dead() {
        for (text, want) in [
            ("The line offered 30,000 Vasko crowns for each miner killed.", &["crowns 30000 = crowns"][..]),
            ("The firm offered 30,000 Vasko dollars ($9,500) for each miner who died.", &["money 30000 = dollars", "money 9500 = USD"]),
            ("Police reopened the file on the 1998 shooting death.", &[]),
            ("He led the 2009 raid that killed the envoy.", &[]),
            ("Nothing was said of the Jan. 17 death of the jockey.", &[]),
            ("A woman whose two brothers are missing wept at the gate.", &[]),
            ("She asked for the 1996 state income tax filings.", &[]),
            ("The rivals are in a dead heat.", &[]),
            ("The army killed 2000 people in Karsa in 1998.", &["killed 2000 = people"]),
            ("Police said a man of 29 had been arrested.", &["detained 1 = people"]),
            ("A family of five had been arrested.", &["detained 5 = people"]),
            ("Fields covering nine square kilometres were lost.", &["square km 9 = square km"]),
            ("The offer is 28% more than the price.", &["share 28 = per cent"]),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn a_bare_number_counts_what_was_asked_for_or_counted_before() {
        for (text, want) in [
            ("It was unclear how many people were on board. The owner put the number at 40.", &["aboard 40 = people"][..]),
            (
                "At least 50 sailors were aboard. The firm raised its own figure to 61.",
                &["aboard 50 at least people", "aboard 61 = people"],
            ),
            (
                "How many people were aboard is disputed. The navy says 50; a widow, who kept a list, counted 61.",
                &["aboard 50 = people", "aboard 61 = people"],
            ),
            ("All 50 sailors aboard were killed.", &["killed 50 = people"]),
            ("At least 50 sailors were aboard. The limit was 45.", &["aboard 50 at least people"]),
            ("The owner put the number at 40.", &[]),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn a_number_that_no_longer_stands_is_none() {
        for (text, want) in [
            ("Two people have died, police said, lowering their earlier toll of three.", &["killed 2 = people"][..]),
            ("Four people died, police said, revising down a previous count of five.", &["killed 4 = people"]),
            ("Six people were killed. Police had earlier put the number of dead at four.", &["killed 6 = people"]),
            ("Police said earlier that six people were killed.", &["killed 6 = people"]),
            ("The death toll rose to 23.", &["killed 23 = people"]),
            ("A man counted among the dead was found alive.", &[]),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn what_a_sum_is_about_qualifies_it_not() {
        for (text, want) in [
            ("Row over £90m sale", &["money 90000000 = GBP"][..]),
            ("Owner ‘lied to fans’ over £90m sale", &["money 90000000 = GBP"]),
            ("The club was sold for over £90m.", &["money 90000000 over GBP"]),
            ("They got over £90m compensation.", &["compensation 90000000 over GBP"]),
            ("Only nine of the promised 22 posts were filled.", &["posts 9 only posts"]),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn sums_lengths_and_shares_have_units() {
        for (text, want) in [
            ("Traders put their losses at about $4 million a day.", &["losses 4000000 about USD"][..]),
            ("They are losing Rs1.2 billion a day.", &["losses 1200000000 = PKR"]),
            ("The 2,600-kilometre border was shut.", &["border 2600 = km"]),
            ("Prices rose by 5.5 per cent.", &["share 5.5 = per cent"]),
            ("Some 1,600 lorries waited.", &["lorries 1600 some lorries"]),
            ("It was extended by 30 days.", &["duration 30 = days"]),
            ("A quarter of a million pounds was stolen.", &["money 250000 = GBP"]),
            ("Two in five boats sank.", &["boats 0.4 = boats"]),
            ("It fell two days ago, on Nov. 6, 2024, at 2:30.", &[]),
        ] {
            assert_eq!(figures(text), want, "{text}");
        }
    }

    #[test]
    fn any_text_gives_a_result_in_its_own_words() {
        let text = "killed 12 ".repeat(400) + "“dead (12, and" + &"a man, ".repeat(300) + "were killed";
        for figure in find(&Document::new(&text)) {
            assert!(!figure.evidence.span.of(&text).is_empty());
        }
    }
}
