//! Whether outlets that carry one proposition contradict each other.
//!
//! A false conflict is worse than a missed one. So neither outlet may print the other's value, and what changes with time must be from
//! about the same time in both: the same quantity in the same unit with numbers that exclude each other, a tracked topic in another
//! state, or the same words affirmed in the one and denied in the other. What one source is said to have said, in words that are
//! the same but for one, contradicts itself at any time: another date, the contrary word, another target, agreed to and rejected. Who did
//! what only one can have done is in `doer`. What differs otherwise is said to differ.
//!
//! Known failure: a number under a qualifier ("more than 260") is held to allow all that it does not exclude ("312").

use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::compare::{Agreement, Compared, ONE_PROPOSITION, are_one_source};
use super::finding::OutletFinding;
use super::printed::Printed;
use super::slots::{Kind, Slot, apart, requoted};
use super::stance::{denies_another, stance};
use super::things::Match;
use super::values::{PEOPLE, SLIPPED, allowed, can_both_be, excludes, excludes_within, is_one_sort, range};
use crate::lexicon::cues::{self, Part};
use crate::lexicon::inflect;
use crate::lexicon::topics::{self, Polarity};
use crate::lexicon::words::look_up;
use crate::model::{Act, Figure, TopicState, in_words};
use crate::text::lower_case;
use crate::track::read::features::{Voice, likeness};
use crate::track::read::known::stem_of;
use crate::track::read::names::{ends_in, is_initials, key};
use crate::track::read::words::joined;

/// Seconds between two versions up to which they are of one time: half a day.
const ONE_TIME: i64 = 12 * 60 * 60;

/// One proposition's findings, by their indices.
pub(super) struct Group<'g> {
    pub(super) compared: &'g Compared<'g>,
    pub(super) printed: &'g Printed<'g>,
    pub(super) group: &'g [usize],
}

impl<'g> Group<'g> {
    /// How the outlets stand to each other, where they do not carry it alike.
    pub(super) fn judge(&self) -> Option<(Agreement, String)> {
        if self.members().any(|finding| finding.thing().is_some()) {
            return self.things();
        }
        let found = [
            self.states(),
            self.figures(),
            self.stances(),
            self.attitudes(),
            self.targets(),
            self.quotations(),
            self.wordings(),
            self.doers(),
        ];
        let of = |wanted: Agreement| found.iter().flatten().find(|(agreement, _)| *agreement == wanted).cloned();
        of(Agreement::Conflict).or_else(|| of(Agreement::Differ))
    }

    /// No outlet has a word of content that another has not.
    pub(super) fn is_alike(&self) -> bool {
        self.pairs().all(|(left, right)| apart(&self.compared.words[left], &self.compared.words[right]).is_alike)
    }

    /// Some outlets give an amount in another unit than others do.
    pub(super) fn is_converted(&self) -> bool {
        self.pairs().any(|(left, right)| self.compared.is_converted(left, right))
    }

    fn members(&self) -> impl Iterator<Item = &'g OutletFinding> + use<'g> {
        let findings = self.compared.findings;
        self.group.iter().map(move |at| &findings[*at])
    }

    /// Pairs of different outlets, each pair once.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let apart = |(left, right): &(usize, usize)| self.compared.findings[*left].outlet != self.compared.findings[*right].outlet;
        let pairs = self.group.iter().enumerate().flat_map(|(at, left)| self.group[at + 1..].iter().map(|right| (*left, *right)));
        pairs.filter(apart).take(PAIRS)
    }

    pub(super) fn is_one_time(&self, left: usize, right: usize) -> bool {
        let times = self.compared.findings[left].seen.zip(self.compared.findings[right].seen);
        times.is_none_or(|(left, right)| (left - right).abs() <= ONE_TIME)
    }

    fn states(&self) -> Option<(Agreement, String)> {
        let topic = |finding: &'g OutletFinding| finding.status().map(|status| status.topic.as_str());
        // What one outlet alone gives a state differs from nobody's.
        let is_shared = |one: &OutletFinding, of: &str| self.members().any(|other| other.outlet != one.outlet && topic(other) == Some(of));
        let shared = |finding: &'g OutletFinding| topic(finding).is_some_and(|of| is_shared(finding, of));
        let given = |finding: &'g OutletFinding| Some((finding, finding.status()?.given()));
        let told = by_outlet(self.members().filter(|finding| shared(finding)).filter_map(given));
        let has = |outlet: &str, state| told.iter().any(|(other, states)| *other == outlet && states.contains(&state));
        let is_conflict = |(left, right): (usize, usize)| {
            let (one, other) = (&self.compared.findings[left], &self.compared.findings[right]);
            let Some((was, is)) = one.status().zip(other.status()) else { return false };
            (was.denied() == Some(is.given()) || is.denied() == Some(was.given()))
                && self.is_one_time(left, right)
                && !has(&one.outlet, is.given())
                && !has(&other.outlet, was.given())
        };
        let differ = told.windows(2).any(|pair| are_other(&pair[0].1, &pair[1].1));
        let shown =
            |states: &Vec<TopicState<'_>>| states.iter().map(|given| in_words(&format!("{} {}", given.topic, given.state))).collect();
        let shown: Vec<(&str, Vec<String>)> = told.iter().map(|(outlet, states)| (*outlet, shown(states))).collect();
        self.verdict(differ, is_conflict, "states", &shown)
    }

    fn figures(&self) -> Option<(Agreement, String)> {
        let shown = |finding: &'g OutletFinding| finding.figures().iter().map(move |figure| (finding, figure.quantity()));
        let told = by_outlet(self.members().flat_map(shown));
        let prints = |outlet: &str, value: &Figure| self.printed.has(outlet, value);
        let is_conflict = |(left, right): (usize, usize)| {
            let (one, other) = (&self.compared.findings[left], &self.compared.findings[right]);
            let is_said = |act| Voice::of(act) == Voice::Says;
            let is_one_act = (one.act() == other.act() || is_said(one.act()) && is_said(other.act())) && self.is_one_time(left, right);
            // Where an outlet gives several, they are parts or other people's counts, and not where headline and text give the same.
            let gives_one = |own: &OutletFinding| {
                let mut others = self.members().filter(|found| found.outlet == own.outlet);
                others.all(|found| found.figures().iter().map(allowed).eq(own.figures().iter().map(allowed)))
            };
            let is_single = one.claim().is_some() || gives_one(one) && gives_one(other);
            is_one_act
                && !self.compared.is_converted(left, right)
                && is_single
                && (one.figure().is_some() || !self.is_elsewhere(left, right))
                && one.figures().iter().filter(|was| one.figure().is_some() || !self.printed.is_listed(was)).any(|was| {
                    let other = || other.figures().iter().filter(|is| self.is_one_count(was, is));
                    // Two that only give one topic a state may tell of two trials.
                    let says_the_same = || one.status().is_none() && self.says_the_same(left, right);
                    let is_one = || one.figure().is_some() || says_the_same() || other().any(|is| self.is_one_thing(was, is));
                    other().next().is_some()
                        && is_one()
                        && other().all(|is| excludes(was, is) && !prints(&one.outlet, is))
                        && !prints(self.compared.findings[right].outlet.as_str(), was)
                })
        };
        let mut seen = self.members().map(|finding| finding.figures()).filter(|figures| !figures.is_empty());
        let is_in = |first: &[Figure], is: &Figure| first.iter().any(|was| self.is_one_count(was, is));
        let is_one = seen.next().is_some_and(|first| seen.all(|other| other.iter().any(|is| is_in(first, is))));
        let allowed = |finding: &'g OutletFinding| finding.figures().iter().map(move |figure| (finding, allowed(figure)));
        let values = by_outlet(self.members().flat_map(allowed));
        let are_told_apart = is_one && values.windows(2).any(|pair| are_other(&pair[0].1, &pair[1].1));
        let differ = (are_told_apart || self.pairs().any(|pair| self.has_other_amounts(pair))) && !self.is_converted();
        let (agreement, why) = self.verdict(differ, is_conflict, "figures", &told)?;
        let are_apart = |(left, right): (usize, usize)| {
            let figures = |at: usize| self.compared.findings[at].figures();
            figures(left).iter().any(|was| figures(right).iter().any(|is| self.is_one_count(was, is) && !can_both_be(was, is)))
        };
        let is_compatible = agreement == Agreement::Differ && are_told_apart && !self.pairs().any(are_apart);
        Some((agreement, if is_compatible { format!("{why}; all can be true") } else { why }))
    }

    /// Figures of one thing.
    fn things(&self) -> Option<(Agreement, String)> {
        let first = |at: usize| self.compared.findings[at].figures().first();
        let pair = |(left, right): (usize, usize)| first(left).zip(first(right));
        let differ = self.pairs().filter_map(pair).any(|(was, is)| range(was) != range(is));
        let told = by_outlet(self.members().flat_map(|finding| finding.figures().iter().map(move |figure| (finding, figure.quantity()))));
        if let Some(found) = self.contrary_deeds() {
            return Some(found);
        }
        let is_conflict = |(left, right): (usize, usize)| {
            let is_one = |(was, is): &(&Figure, &Figure)| self.compared.things.of_one(was, is) == Some(&Match::Certain);
            self.is_one_time(left, right) && pair((left, right)).filter(is_one).is_some_and(|(was, is)| excludes_within(was, is, SLIPPED))
        };
        let Some((agreement, why)) = self.verdict(differ, is_conflict, "figures", &told) else { return self.other_deeds() };
        let is_apart = |(was, is): (&Figure, &Figure)| !can_both_be(was, is);
        let is_compatible = agreement == Agreement::Differ && !self.pairs().filter_map(pair).any(is_apart);
        Some((agreement, if is_compatible { format!("{why}; all can be true") } else { why }))
    }

    /// What one outlet says went up, another says went down: "rose 4%", "fell 4%".
    fn contrary_deeds(&self) -> Option<(Agreement, String)> {
        let first = |at: usize| self.compared.findings[at].figures().first();
        let outlet = |at: usize| self.compared.findings[at].outlet.as_str();
        let told = self.pairs().find_map(|(left, right)| match self.compared.things.of_one(first(left)?, first(right)?)? {
            Match::Contrary(was, is) => Some([(outlet(left), vec![was.clone()]), (outlet(right), vec![is.clone()])]),
            Match::Likely | Match::Certain => None,
        })?;
        self.verdict(true, |_| false, Kind::Contrary.as_str(), &told)
    }

    /// One number, and another verb in sentences that are the same but for it: "upheld the fine", "overturned the fine".
    fn other_deeds(&self) -> Option<(Agreement, String)> {
        let forms = |word: &str| look_up(&lower_case(word)).forms | inflect::by_ending(word);
        let is_verb = |words: &str| words.split(' ').any(|word| forms(word) != 0);
        let is_deed = |slot: &Slot| slot.kind == Kind::Words && (is_verb(&slot.left) || is_verb(&slot.right));
        let slots = self.pairs().filter_map(|(left, right)| self.slot(left, right));
        let (left, right, slot) = slots.into_iter().find(|(_, _, slot)| is_deed(slot))?;
        let told = [(left, slot.left), (right, slot.right)].map(|(at, words)| (self.compared.findings[at].outlet.as_str(), vec![words]));
        self.verdict(true, |_| false, Kind::Words.as_str(), &told)
    }

    fn stances(&self) -> Option<(Agreement, String)> {
        let said = |finding: &OutletFinding| stance(finding).map(|affirms| if affirms { "affirmed" } else { "denied" });
        let told =
            by_outlet(self.members().filter_map(|finding| Some((finding, format!("{} by {}", said(finding)?, finding.source_name())))));
        let has = |outlet: &str, wanted: bool| self.members().any(|finding| finding.outlet == outlet && stance(finding) == Some(wanted));
        let is_opposed = |(left, right): &(usize, usize)| {
            let (one, other) = (stance(&self.compared.findings[*left]), stance(&self.compared.findings[*right]));
            one.is_some()
                && other.is_some()
                && one != other
                && !self.compared.is_turned_about(*left, *right)
                && !denies_another(self.compared, *left, *right)
        };
        let excludes = |pair: &(usize, usize)| {
            is_opposed(pair) && (self.says_the_same(pair.0, pair.1) || self.is_one_deed(*pair) || self.is_denied_whole(*pair))
                || self.counts_none(*pair)
        };
        let is_conflict = |(left, right): (usize, usize)| {
            let [one, other] = [left, right].map(|at| &self.compared.findings[at]);
            let own = stance(one) == Some(true);
            let is_one_time = are_one_source(one, other) || self.is_one_time(left, right);
            excludes(&(left, right)) && is_one_time && !has(&one.outlet, !own) && !has(&other.outlet, own)
        };
        // In words that are less alike the two need not exclude each other, and do not agree.
        // Who denies the one says its contrary: "denied that it was armed", "it was unarmed".
        let is_contrary = |(left, right): (usize, usize)| {
            let slot = apart(&self.compared.words[left], &self.compared.words[right]).slot;
            slot.is_some_and(|slot| slot.kind == Kind::Contrary)
        };
        let is_other = |pair: (usize, usize)| excludes(&pair) || is_opposed(&pair) && !is_contrary(pair);
        let differ = self.has_other_sides() && self.pairs().any(is_other);
        self.verdict(differ, is_conflict, "positions", &told)
    }

    /// Some outlet has somebody on a side on which another has not.
    fn has_other_sides(&self) -> bool {
        let mut sides: Vec<(&str, Vec<(bool, &str)>)> = Vec::new();
        for finding in self.members() {
            let Some(affirms) = stance(finding) else { continue };
            let side = (affirms, finding.source_name());
            match sides.iter_mut().find(|(outlet, _)| *outlet == finding.outlet) {
                Some((_, own)) => own.push(side),
                None => sides.push((&finding.outlet, vec![side])),
            }
        }
        let is_there = |(affirms, name): &(bool, &str), there: &[(bool, &str)]| {
            there.iter().take(SIDES).any(|(other, other_name)| affirms == other && are_one(name, other_name))
        };
        let lacks = |here: &[(bool, &str)], there: &[(bool, &str)]| here.iter().take(SIDES).any(|side| !is_there(side, there));
        sides.windows(2).any(|pair| lacks(&pair[0].1, &pair[1].1) || lacks(&pair[1].1, &pair[0].1))
    }

    /// Agreed to by the one, rejected by the other; welcomed and condemned.
    fn attitudes(&self) -> Option<(Agreement, String)> {
        let told = by_outlet(self.members().map(|finding| (finding, format!("{} by {}", finding.act(), finding.source_name()))));
        let is_opposed = |(left, right): &(usize, usize)| {
            are_opposed(&self.compared.findings[*left], &self.compared.findings[*right]) && self.says_the_same(*left, *right)
        };
        let is_other = |(left, right): (usize, usize)| {
            let voice = |at: usize| Voice::of(self.compared.findings[at].act());
            voice(left) != voice(right) && Voice::Refuses != voice(left) && Voice::Refuses != voice(right)
        };
        // What is turned down in the one, and in the other is so, or is done.
        let rejects = |outlet: &str| self.members().any(|finding| finding.outlet == outlet && finding.act() == Act::Reject);
        let is_turned_down = |down: usize, up: usize| {
            let [down, up] = [down, up].map(|at| &self.compared.findings[at]);
            down.act() == Act::Reject && stance(up) == Some(true) && !rejects(&up.outlet)
        };
        let is_conflict = |pair: (usize, usize)| is_opposed(&pair) && self.is_of_one_source(pair);
        let is_refused = |(left, right): (usize, usize)| is_turned_down(left, right) || is_turned_down(right, left);
        let differ = self.pairs().any(|pair| is_opposed(&pair) || is_other(pair) || is_refused(pair));
        self.verdict(differ, is_conflict, "acts", &told)
    }

    /// The same held against one and against another.
    fn targets(&self) -> Option<(Agreement, String)> {
        let aimed = |finding: &'g OutletFinding| Some((finding, finding.target()?)).filter(|_| finding.act() == Act::Accuse);
        let told = by_outlet(self.members().filter_map(aimed));
        let has =
            |outlet: &str, target: &str| told.iter().any(|(other, own)| *other == outlet && own.iter().any(|own| are_one(own, target)));
        let is_other = |(left, right): (usize, usize)| {
            let (one, other) = (&self.compared.findings[left], &self.compared.findings[right]);
            let targets = aimed(one).zip(aimed(other));
            targets.is_some_and(|((_, was), (_, is))| !has(&one.outlet, is) && !has(&other.outlet, was))
        };
        // In words that are less alike a noun may be another word for whoever is meant.
        let is_named = |at: usize| self.compared.findings[at].target().is_some_and(|name| name.starts_with(char::is_uppercase));
        let is_slot = |(left, right): (usize, usize)| apart(&self.compared.words[left], &self.compared.words[right]).slot.is_some();
        let differ = self.pairs().any(|pair| is_other(pair) && (is_slot(pair) || is_named(pair.0) && is_named(pair.1)));
        self.verdict(differ, |pair| is_other(pair) && is_slot(pair) && self.is_of_one_source(pair), "targets", &told)
    }

    /// One word in the place of another, in words that are the same but for it.
    fn wordings(&self) -> Option<(Agreement, String)> {
        let (left, right, slot) = self.pairs().filter_map(|(left, right)| self.slot(left, right)).min_by_key(|(_, _, slot)| slot.kind)?;
        let told = [(left, slot.left), (right, slot.right)].map(|(at, words)| (self.compared.findings[at].outlet.as_str(), vec![words]));
        let is_contrary = |pair| match slot.kind {
            Kind::Contrary | Kind::Date => self.is_of_one_source(pair),
            Kind::Amount | Kind::Count => self.is_of_one_source(pair) && self.is_one_time(left, right),
            _ => false,
        };
        self.verdict(true, |pair| pair == (left, right) && is_contrary(pair), slot.kind.as_str(), &told)
    }

    /// What one source is quoted with: other words inside the marks.
    fn quotations(&self) -> Option<(Agreement, String)> {
        let requoted = |(left, right): (usize, usize)| {
            let words = requoted(&self.compared.words[left], &self.compared.words[right])?;
            Some((left, right, words)).filter(|_| self.is_of_one_source((left, right)))
        };
        let (left, right, words) = self.pairs().find_map(requoted)?;
        let told = [(left, words.0), (right, words.1)].map(|(at, words)| (self.compared.findings[at].outlet.as_str(), vec![words]));
        self.verdict(true, |_| false, Kind::Quoted.as_str(), &told)
    }

    /// What the two have in each other's place, if neither outlet has the other's word as well.
    fn slot(&self, left: usize, right: usize) -> Option<(usize, usize, Slot)> {
        let stance = |at: usize| stance(&self.compared.findings[at]);
        if stance(left) != stance(right) {
            return None;
        }
        let slot = apart(&self.compared.words[left], &self.compared.words[right]).slot?;
        let has = |outlet: &str, words: &str| {
            let others = self.group.iter().filter(|at| self.compared.findings[**at].outlet == outlet);
            let mut contents = others.map(|at| joined(&self.compared.words[*at]));
            !words.is_empty() && contents.any(|content| format!(" {content} ").contains(&format!(" {words} ")))
        };
        let [one, other] = [left, right].map(|at| self.compared.findings[at].outlet.as_str());
        // Figures are compared as such.
        let is_figure = slot.kind == Kind::Count && [left, right].iter().any(|at| !self.compared.findings[*at].figures().is_empty());
        (!is_figure && !has(one, &slot.right) && !has(other, &slot.left)).then_some((left, right, slot))
    }

    pub(super) fn is_of_one_source(&self, (left, right): (usize, usize)) -> bool {
        are_one_source(&self.compared.findings[left], &self.compared.findings[right])
    }

    /// One source tells one deed, in words that are else nearly the same.
    fn is_one_deed(&self, (left, right): (usize, usize)) -> bool {
        self.is_of_one_source((left, right)) && apart(&self.compared.words[left], &self.compared.words[right]).is_one_deed
    }

    /// One source denies in few words what it affirms with more in the same thread: "no plans for an inquiry", "would open an inquiry into
    /// the fire".
    fn is_denied_whole(&self, (left, right): (usize, usize)) -> bool {
        let [one, other] = [left, right].map(|at| self.compared.findings[at].thread());
        let is_denied = stance(&self.compared.findings[left]) == Some(false);
        let (denied, told) = if is_denied { (left, right) } else { (right, left) };
        let affirmed = self.compared.stems(told, denied);
        let words = &self.compared.words[denied];
        let is_aim = |stem: &String| {
            let mut same = words.iter().filter(|word| **word.root() == **stem);
            same.any(|word| matches!(topics::polarity(&[&*lower_case(&word.form), "to"]), Some((Polarity::Unreal, _))))
        };
        let own: Vec<&String> = self.compared.stems(denied, told).iter().filter(|stem| !is_aim(stem) && !SAYING.contains(*stem)).collect();
        self.is_of_one_source((left, right))
            && one.is_some()
            && one == other
            && !own.is_empty()
            && own.iter().all(|stem| affirmed.contains(stem))
    }

    /// "Two people had been arrested", "no arrests have been made": one source counts some and, at about that time, none.
    fn counts_none(&self, (left, right): (usize, usize)) -> bool {
        self.is_of_one_source((left, right)) && self.is_one_time(left, right) && self.compared.are_none_and_some(left, right)
    }

    /// Each gives amounts in a unit in which the other gives none of these: whatever they are of, the two do not agree.
    fn has_other_amounts(&self, (left, right): (usize, usize)) -> bool {
        let [one, other] = [left, right].map(|at| self.compared.findings[at].figures());
        let is_one_unit = |was: &Figure, is: &Figure| was.unit != PEOPLE && was.unit.eq_ignore_ascii_case(&is.unit);
        let lacks = |was: &Figure| {
            let mut same = other.iter().filter(|is| is_one_unit(was, is)).peekable();
            same.peek().is_some() && !same.any(|is| can_both_be(was, is))
        };
        one.iter().any(lacks)
    }

    /// They count the same in the same unit, by one noun or another.
    fn is_one_count(&self, was: &Figure, is: &Figure) -> bool {
        is_one_sort(was, is) || self.compared.things.of_one(was, is).is_some()
    }

    /// Two values of the figures exclude each other, whatever else the claims say.
    fn is_one_thing(&self, was: &Figure, is: &Figure) -> bool {
        self.compared.things.of_one(was, is) == Some(&Match::Certain)
    }

    /// They say the same of two names: "300 jobs at Renn", "400 jobs at Colby".
    fn is_elsewhere(&self, left: usize, right: usize) -> bool {
        apart(&self.compared.words[left], &self.compared.words[right]).slot.is_some_and(|slot| slot.kind == Kind::Name)
    }

    fn says_the_same(&self, left: usize, right: usize) -> bool {
        let plain = |at: usize, other: usize| {
            let is_number = |stem: &&String| stem.starts_with(|first: char| first.is_ascii_digit());
            self.compared
                .stems(at, other)
                .iter()
                .filter(|stem| !is_number(stem) && !SAYING.contains(*stem))
                .map(String::as_str)
                .collect::<Vec<_>>()
        };
        let (one, other) = (plain(left, right), plain(right, left));
        let are_bare = one.is_empty() && other.is_empty();
        let is_same = self.compared.stems(left, right) == self.compared.stems(right, left);
        if are_bare { is_same } else { likeness(&one, &other, |_| 1.0) >= ONE_PROPOSITION }
    }

    pub(super) fn verdict(
        &self,
        differ: bool,
        is_conflict: impl Fn((usize, usize)) -> bool,
        what: &str,
        told: &[(&str, Vec<impl Borrow<str>>)],
    ) -> Option<(Agreement, String)> {
        let opposed = self.pairs().find(|pair| is_conflict(*pair));
        let agreement = if opposed.is_some() { Agreement::Conflict } else { Agreement::Differ };
        let sides: Vec<String> = told.iter().map(|(outlet, values)| format!("{outlet}: {}", values.join(", "))).collect();
        (differ || agreement == Agreement::Conflict)
            .then(|| (agreement, format!("{what} differ: {}{}", sides.join(" / "), self.later(opposed))))
    }

    /// How long after each other the outlets were seen, or the two of them that contradict each other, where that may be why they differ.
    fn later(&self, opposed: Option<(usize, usize)>) -> String {
        let seen = |at: usize| self.compared.findings[at].seen;
        let times: Vec<i64> = match opposed {
            Some((left, right)) => [left, right].into_iter().filter_map(seen).collect(),
            None => self.group.iter().filter_map(|at| seen(*at)).collect(),
        };
        let apart = times.iter().max().zip(times.iter().min()).map_or(0, |(last, first)| last - first);
        if apart > ONE_TIME { format!("; seen {} hours apart", apart / (60 * 60)) } else { String::new() }
    }
}

/// Stems of the nouns that carry an act: "the allegation of bribery" is one of bribery.
static SAYING: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| cues::all().iter().filter(|cue| cue.part == Part::Noun).map(|cue| stem_of(cue.head)).collect());

/// Positions of one outlet on one proposition that are held against another's.
const SIDES: usize = 32;

/// Pairs of claims of one proposition that are held against each other.
const PAIRS: usize = 512;

/// What each outlet says, each value once, in the order in which they come.
pub(super) fn by_outlet<'f, V: Clone + Eq + Hash>(values: impl Iterator<Item = (&'f OutletFinding, V)>) -> Vec<(&'f str, Vec<V>)> {
    let mut out: Vec<(&str, Vec<V>)> = Vec::new();
    let mut known = FxHashSet::default();
    for (finding, value) in values.filter(|(finding, value)| known.insert((finding.outlet.as_str(), value.clone()))) {
        match out.iter_mut().find(|(outlet, _)| *outlet == finding.outlet) {
            Some((_, own)) => own.push(value),
            None => out.push((&finding.outlet, vec![value])),
        }
    }
    out
}

fn are_other<V: Eq + Hash>(left: &[V], right: &[V]) -> bool {
    let right: FxHashSet<&V> = right.iter().collect();
    left.len() != right.len() || left.iter().any(|value| !right.contains(value))
}

/// They stand on the two sides of one scale of attitudes.
pub(super) fn are_opposed(one: &OutletFinding, other: &OutletFinding) -> bool {
    attitude(one).zip(attitude(other)).is_some_and(|(one, other)| one.0 == other.0 && one.1 != other.1)
}

/// A scale of attitudes, and on which side of it a claim stands.
fn attitude(finding: &OutletFinding) -> Option<(Scale, bool)> {
    match finding.act() {
        Act::Agree | Act::Promise => Some((Scale::Will, !finding.is_negated())),
        Act::Reject => Some((Scale::Will, false)),
        Act::Welcome => Some((Scale::Liking, !finding.is_negated())),
        Act::Condemn => Some((Scale::Liking, finding.is_negated())),
        _ => None,
    }
}

#[derive(PartialEq, Eq)]
enum Scale {
    Will,
    Liking,
}

/// Two names for one.
pub(super) fn are_one(left: &str, right: &str) -> bool {
    let (left, right) = (key(left), key(right));
    left == right || ends_in(&left, &right) || ends_in(&right, &left) || is_initials(&left, &right) || is_initials(&right, &left)
}
