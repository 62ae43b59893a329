//! Bodies that a text introduces and no table knows: "Tidewell Ports, the port's operator", "the airline Brasel", "the Dockers union"; the
//! short names and the nouns ("the union") by which it goes on to call them.
//!
//! Read before anything else is learned, so that a body is not taken for a person. Only a noun that says what the body is makes one:
//! nothing is guessed from capitals alone.
//!
//! Known failure: a short name that is also the name of another body of the text, mentioned once and in passing.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::closed::{self, Class, Classes};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::word_map::WordMap;
use crate::lexicon::words;
use crate::text::{lower_case, wordwise};

use super::line::{Line, Run};
use super::states::Names;
use super::surface::{acronym_after, clean, follows_preposition, is_subject, is_verb, joined, post_at, who_follows, written};

/// Words of an apposition within which its noun stands.
const APPOSITION: usize = 8;
/// Words after a name within which its minister stands.
const GOVERNED: usize = 3;
/// Words of a name by whose first letters a text may go on to call it, at the least.
const SPELT: usize = 3;
/// Words that the name of a body has at the most.
const LONGEST: usize = 6;

/// The bodies of one text.
#[derive(Default)]
pub(super) struct Bodies {
    /// Full name by full or short name.
    names: FxHashMap<String, String>,
    /// Full name by the noun that says what it is; `None` where the text has two of the kind.
    called: WordMap<Option<String>, String>,
}

impl Bodies {
    /// Reads the sentences of a text.
    pub fn learn(lines: &[Line<'_>], world: &Names<'_>) -> Self {
        let mut bodies = Bodies::default();
        let mut unknown: Vec<(String, bool)> = Vec::new();
        let mut speakers = Speakers::default();
        let mut clients: Vec<String> = Vec::new();
        for line in lines {
            bodies.sentence(line, world, &mut unknown);
            speakers.read(line);
            clients.extend(line.runs.iter().filter(|run| has_spokesperson(line, run)).map(|run| written(line, run.begin, run.end)));
        }
        bodies.spell_out(&unknown);
        bodies.employ(clients, &unknown, &speakers);
        if let Some((name, noun)) = speakers.company(&unknown, &bodies) {
            bodies.names.insert(name.clone(), name.clone());
            *bodies.called.entry(noun) = Some(name);
        }
        bodies.shorten(&unknown);
        bodies
    }

    /// The full name of the body written so.
    pub fn named(&self, written: &str) -> Option<&str> {
        self.names.get(written).map(String::as_str)
    }

    /// The only body that is a `noun`, or that is of its sort where the text calls none so ("the company" of the only airline).
    pub fn called(&self, noun: &str) -> Option<&str> {
        let of_sort = || self.called.get(actors::sort(noun)?);
        self.called.get(noun).or_else(of_sort)?.as_deref()
    }

    /// What it is called says more than `noun` does: an airline, and the noun is "company".
    fn is_of_narrower_sort(&self, name: &str, noun: &str) -> bool {
        let is_narrower = |own: &&String| actors::sort(own) == Some(noun) && own.as_str() != noun;
        self.called.words().filter(is_narrower).any(|own| self.called.get(own).is_some_and(|called| called.as_deref() == Some(name)))
    }

    fn sentence(&mut self, line: &Line<'_>, world: &Names<'_>, unknown: &mut Vec<(String, bool)>) {
        for run in &line.runs {
            let name = written(line, run.begin, run.end);
            let first = clean(line.raw(run.begin));
            let is_known = world.get(&name).is_some() || world.get(&first).is_some() || actors::gender_of_name(&first).is_some();
            if is_known || line.is_date(run.begin..run.end) || run.words() > LONGEST || post_at(line, run.begin, run.end).is_some() {
                continue;
            }
            let nouns = nouns(line, run);
            if let Some(short) = acronym_after(line, run.end).filter(|_| !nouns.is_empty()) {
                self.names.insert(short.to_owned(), name.clone());
            }
            for noun in nouns {
                if let Some(sort) = actors::sort(&noun).filter(|sort| *sort != noun) {
                    self.add(&name, sort.to_owned());
                }
                self.add(&name, noun);
            }
            let is_place = run.begin > 0 && line.has(run.begin - 1, &[Role::Place]);
            unknown.push((name, is_place || is_governed(line, run.end)));
        }
    }

    fn add(&mut self, name: &str, noun: String) {
        self.names.insert(name.to_owned(), name.to_owned());
        if !self.called.contains(&noun) {
            *self.called.entry(noun) = Some(name.to_owned());
            return;
        }
        let called = self.called.entry(noun);
        if called.as_deref().is_some_and(|other| other != name && !wordwise::begins(name, other) && !wordwise::begins(other, name)) {
            *called = None;
        } else if called.as_deref().is_some_and(|other| wordwise::begins(name, other)) {
            *called = Some(name.to_owned());
        }
    }

    /// "Rail Safety Board" and "RSB": a name of three words or more by whose first letters the text goes on to call it is that of a body,
    /// unless two have the same.
    fn spell_out(&mut self, runs: &[(String, bool)]) {
        let is_short = |run: &str| (SPELT..=LONGEST).contains(&run.len()) && run.bytes().all(|letter| letter.is_ascii_uppercase());
        let shorts: FxHashSet<&str> = runs.iter().map(|(run, _)| run.as_str()).filter(|run| is_short(run)).collect();
        if shorts.is_empty() {
            return;
        }
        let mut full: FxHashMap<String, Option<&str>> = FxHashMap::default();
        for (run, _) in runs.iter().filter(|(run, _)| run.contains(' ')) {
            let first: String = run.split(' ').filter_map(|word| word.chars().next()).collect();
            let is_body = |word: &str| actors::has_any_role(&word.to_lowercase(), &[Role::Body, Role::Organ, Role::CompanyName]);
            if shorts.contains(first.as_str()) && run.split(' ').any(is_body) {
                let name = full.entry(first).or_insert(Some(run));
                *name = name.filter(|other| other == run);
            }
        }
        for (short, name) in full.into_iter().filter_map(|(short, name)| Some((short, name?))) {
            self.names.entry(short).or_insert_with(|| name.to_owned());
            self.names.entry(name.to_owned()).or_insert_with(|| name.to_owned());
        }
    }

    /// Takes those that have a spokesman and a capital inside their name ("NorTrail") for bodies, but for surnames, places and what a table
    /// knows.
    fn employ(&mut self, clients: Vec<String>, runs: &[(String, bool)], speakers: &Speakers<'_>) {
        if clients.is_empty() {
            return;
        }
        let mut is_place: FxHashMap<&str, bool> = FxHashMap::default();
        for (run, place) in runs {
            *is_place.entry(run).or_default() |= place;
        }
        // "A spokesman for Starling" speaks for a person as often.
        let is_brand = |name: &str| !name.contains(' ') && name.chars().skip(1).any(char::is_uppercase);
        let can_be =
            |name: &String| is_brand(name) && is_place.get(name.as_str()) == Some(&false) && !speakers.surnames.contains(name.as_str());
        for name in clients.into_iter().filter(can_be) {
            self.names.entry(name.clone()).or_insert(name);
        }
    }

    /// "Tidewell" for "Tidewell Ports", where the text uses it so and never as a place or a state; of "Tidewell Ports" and its parent
    /// "Tidewell Group" the one that the text names first.
    fn shorten(&mut self, runs: &[(String, bool)]) {
        let mut full: Vec<String> = self.names.keys().cloned().collect();
        full.sort_by_key(|name| (std::cmp::Reverse(name.len()), name.clone()));
        let mut longer: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for name in &full {
            for (end, _) in name.match_indices(' ') {
                longer.entry(&name[..end]).or_default().push(name);
            }
        }
        let mut short: FxHashMap<&str, Option<&str>> = FxHashMap::default();
        let mut first: FxHashMap<&str, &str> = FxHashMap::default();
        for (run, _) in runs {
            for (end, _) in run.match_indices(' ') {
                first.entry(&run[..end]).or_insert(run);
            }
        }
        for (run, _) in runs {
            let is_first = |name: &str| first.get(run.as_str()).is_none_or(|first| *first == name || wordwise::begins(name, first));
            let mut longer = longer.get(run.as_str()).into_iter().flatten().copied();
            let found = longer.next().filter(|found| longer.all(|other| wordwise::begins(found, other)) && is_first(found));
            short.entry(run.as_str()).or_insert(found);
        }
        for (run, _) in runs.iter().filter(|(_, is_place)| *is_place) {
            short.insert(run, None);
        }
        // "The Trust" for the Harbour Trust.
        for (run, _) in runs.iter().filter(|(run, _)| !run.contains(' ')) {
            let called = self.called.get(&run.to_lowercase()).and_then(Option::as_deref);
            if let Some(name) = called.filter(|name| wordwise::ends(name, run)) {
                short.insert(run, Some(name));
            }
        }
        let short: FxHashMap<String, String> =
            short.into_iter().filter_map(|(run, name)| Some((run.to_owned(), name?.to_owned()))).collect();
        for called in self.called.values_mut().flatten() {
            if let Some(name) = short.get(called.as_str()) {
                called.clone_from(name);
            }
        }
        self.names.extend(short);
    }
}

/// Single names that speak in a text, and the first word for a company that follows them: "Brasel said the ships were safe. The company …".
#[derive(Default)]
struct Speakers<'t> {
    names: FxHashSet<String>,
    /// Single words that do something else at the start of a sentence.
    doers: FxHashSet<String>,
    /// Those of them of which a company is told to speak.
    told_of: FxHashSet<String>,
    /// Single words with a capital inside sentences: names, and not nouns that begin one ("Flights were late").
    inner: FxHashSet<Cow<'t, str>>,
    /// The last words of longer names: surnames.
    surnames: FxHashSet<Cow<'t, str>>,
    company: Option<String>,
}

impl<'t> Speakers<'t> {
    fn read(&mut self, line: &Line<'t>) {
        for run in &line.runs {
            if run.words() > 1 {
                self.surnames.insert(clean(line.raw(run.end - 1)));
            }
            if run.words() == 1 && (0..run.begin).any(|at| line.is_small(at)) {
                self.inner.insert(clean(line.raw(run.begin)));
            }
            let opens = run.begin == 0 || line.classes(run.begin - 1).has(Class::Subordinator);
            let speaks = who_follows(line, run.end);
            let acts = || speaks || opens && verb_follows(line, run.end);
            let is_short = run.words() == 1 || run.words() <= SHORT && opens;
            if self.company.is_none() && is_short && acts() && is_subject(line, run.begin..run.end) {
                // "Passengers said": a noun that a capital begins the sentence with.
                if !is_noun_at_start(line, run) {
                    let told = if speaks || run.words() > 1 { &mut self.names } else { &mut self.doers };
                    told.insert(written(line, run.begin, run.end));
                    // "Power was out, the company said"
                    if !speaks && (run.end..line.tokens.len()).any(|at| company_after(line, at).is_some()) {
                        self.told_of.insert(written(line, run.begin, run.end));
                    }
                }
            }
        }
        if self.company.is_none() && !(self.names.is_empty() && self.doers.is_empty()) {
            self.company = (0..line.tokens.len()).find_map(|at| company_after(line, at));
        }
    }

    /// The only name that can be the company's, and the noun that it is called by first. A body of a narrower sort, such as a law firm, is
    /// the company only where the text does not name the other one more often.
    fn company(self, unknown: &[(String, bool)], bodies: &Bodies) -> Option<(String, String)> {
        let noun = self.company?;
        let mut is_place: FxHashMap<&str, bool> = FxHashMap::default();
        for (run, place) in unknown {
            *is_place.entry(run).or_default() |= place;
        }
        let can_be = |name: &String| {
            is_place.get(name.as_str()) == Some(&false) && !self.surnames.contains(name.as_str()) && bodies.named(name).is_none()
        };
        // "Evacuation began": a noun that begins sentences alone.
        let is_noun = |name: &String| words::look_up(&lower_case(name)).noun;
        let can_be_noun = |name: &String| inflect::is_plural(name) || self.told_of.contains(name) || is_noun(name);
        let is_name = |name: &String| self.inner.contains(name.as_str()) || !can_be_noun(name);
        let doers = self.doers.iter().filter(|name| !self.names.contains(*name) && is_name(name));
        let mut names = self.names.iter().chain(doers).filter(|name| can_be(name));
        let only = names.next()?;
        let times = |name: &str| unknown.iter().filter(|(run, _)| run == name || wordwise::begins(name, run)).count();
        // People go by the last word of their names, bodies by the first.
        let goes_by = |is_part: fn(&str, &str) -> bool| unknown.iter().any(|(run, _)| is_part(only, run));
        let is_person = || only.contains(' ') && (!goes_by(wordwise::begins) || goes_by(wordwise::ends));
        let is_free = |noun: &str| match bodies.called.get(noun) {
            Some(Some(other)) => bodies.is_of_narrower_sort(other, noun) && times(other) < times(only) && !is_person(),
            Some(None) => false,
            None => bodies.called(noun).is_none(),
        };
        (names.next().is_none() && is_free(&noun) && is_free(COMPANY)).then(|| (only.clone(), noun))
    }
}

/// Words of a name that a company has by which nothing else tells that it is one.
const SHORT: usize = 3;

/// "was", "on Tuesday unveiled" at `at`: what the words before do.
fn verb_follows(line: &Line<'_>, at: usize) -> bool {
    let classes = |at: usize| line.classes(at);
    let is_day = classes(at).has(Class::Preposition) && closed::classes(line.lower(at + 1)).has(Class::Calendar);
    let at = if is_day { at + 2 } else { at + usize::from(classes(at).has(Class::Adverb)) };
    let small = line.lower(at);
    let word = words::look_up(small);
    line.is_small(at)
        && (is_verb(closed::classes(small)) || word.forms & (form::PAST | form::PRESENT) != 0 || words::is_unknown_past(small))
}

/// The run is the first word of its sentence, and a noun for people: "Passengers said they had waited."
fn is_noun_at_start(line: &Line<'_>, run: &Run) -> bool {
    !run.begin.checked_sub(1).is_some_and(|before| line.is_word(before)) && actors::names_somebody(line.lower(run.begin))
}

/// "the company", "the airline", "the Finnish firm" behind the determiner at `at`.
fn company_after(line: &Line<'_>, at: usize) -> Option<String> {
    if !line.classes(at).has(Class::Determiner) || actors::is_indefinite(line.lower(at)) {
        return None;
    }
    let is_where = |at: &usize| line.is_name(*at) && !closed::classes(line.lower(*at)).has(Class::Determiner);
    let noun = at + 1 + (at + 1..=at + WHERE).take_while(is_where).count();
    let is_small = line.tokens.get(noun).is_some_and(|token| !token.capital);
    (is_small && actors::sort(line.raw(noun)) == Some(COMPANY)).then(|| line.raw(noun).to_owned())
}

/// Words that tell where a company is.
const WHERE: usize = 3;

/// "Brasland's transport minister", "the Brasland government": only a state or a place has one.
fn is_governed(line: &Line<'_>, at: usize) -> bool {
    let words = (at..(at + GOVERNED).min(line.tokens.len())).take_while(|at| line.is_small(*at));
    words.into_iter().any(|at| line.has(at, &[Role::Governing]))
}

/// The nouns that say what the run names: its own last word, the word beside it, and those of appositions before and after.
fn nouns(line: &Line<'_>, run: &Run) -> Vec<String> {
    let is_owner = line.owns(run.end - 1);
    let beside = || [apposed_before(line, run), beside(line, run), apposed(line, run.end)];
    let around = (!is_owner).then(beside).into_iter().flatten();
    std::iter::once(own(line, run)).chain(around).flatten().collect()
}

/// "a spokesman for Tidewell", "a Tidewell spokeswoman": somebody speaks for what the run names.
fn has_spokesperson(line: &Line<'_>, run: &Run) -> bool {
    let speaks = |at: usize| line.is_small(at) && actors::is_post(line.lower(at), Post::Spokesperson);
    let is_for = |at: usize| line.has(at, &[Role::Behalf]);
    let is_led = run.begin >= 2 && is_for(run.begin - 1) && speaks(run.begin - 2);
    // "a spokeswoman for Tidewell Ports, Ann Lee": not "spokesman for Lee's office".
    let is_owner = line.owns(run.end - 1);
    let is_determined = || run.begin.checked_sub(1).is_some_and(|before| line.classes(before).has(Class::Determiner));
    !is_owner && (is_led || speaks(run.end) && is_determined())
}

/// "Lidsburg Port Authority", "Brasel Ferries", "Brasel Systems": unless it is an organ of a state.
fn own(line: &Line<'_>, run: &Run) -> Option<String> {
    let last = line.lower(run.end - 1);
    let is_body = actors::has_any_role(last, &[Role::Body, Role::Organ]);
    let of_state = |words: &str| actors::has_role(words, Role::StateOrgan);
    let is_long = run.words() > 1;
    if is_long && actors::has_role(last, Role::CompanyName) {
        return Some(COMPANY.to_owned());
    }
    // "Brasel Town sacked its manager": a town does nothing of the kind.
    let owns = || line.owns(run.end - 1) && !follows_preposition(line, run.begin);
    let acts = || owns() || is_subject(line, run.begin..run.end) && verb_follows(line, run.end);
    if is_long && actors::has_role(last, Role::ClubName) && acts() {
        return Some(CLUB.to_owned());
    }
    (is_long && is_body && !of_state(last) && !of_state(&joined(line, run.end - 2, run.end))).then(|| last.to_owned())
}

/// What a body is whose name ends as companies' names do.
const COMPANY: &str = "company";

/// What a body is whose name ends as clubs' names do.
const CLUB: &str = "club";

/// "the airline Brasel", "the Weavers union".
fn beside(line: &Line<'_>, run: &Run) -> Option<String> {
    let before = run.begin.checked_sub(1)?;
    let determined = line.classes(before).has(Class::Determiner);
    let at = if determined { run.end } else { before };
    // "the Lidsburg company", "the Oslo-based airline": only where it is.
    let is_where = |noun: &String| determined && actors::sort(noun) == Some(COMPANY);
    line.is_small(at).then(|| body(line, at)).flatten().filter(|noun| !is_where(noun))
}

/// "the port's operator, Brasel Ferries,"
fn apposed_before(line: &Line<'_>, run: &Run) -> Option<String> {
    let last = run.begin.checked_sub(2).filter(|last| line.is_comma(last + 1) && matches!(line.raw(run.end), "," | "." | ""))?;
    let opened = (last.saturating_sub(APPOSITION)..last).any(|at| opens_description(line, at, last) && !is_of_post(line, at));
    body(line, last).filter(|_| opened && !line.tokens[last].capital)
}

/// "the governor of the bank, Ann Lee,": the description that begins at `at` is only what somebody has a post in, and the name is theirs.
fn is_of_post(line: &Line<'_>, at: usize) -> bool {
    let post = at.checked_sub(2).filter(|post| line.classes(post + 1).has(Class::Preposition));
    post.is_some_and(|post| actors::is_post(line.lower(post), Post::Office))
}

fn body(line: &Line<'_>, at: usize) -> Option<String> {
    // "the consumer group's Ida Holm": somebody of it.
    let is_owner = line.owns(at);
    Some(line.lower(at)).filter(|word| !is_owner && actors::has_role(word, Role::Body)).map(str::to_owned)
}

/// "the port's": between `at` and `end` stands nothing but the words of a description.
fn opens_description(line: &Line<'_>, at: usize, end: usize) -> bool {
    line.classes(at).has_any(&[Class::Determiner, Class::Possessive]) && described(line, at + 1..end)
}

fn described(line: &Line<'_>, mut words: Range<usize>) -> bool {
    words.all(|at| line.is_word(at) && describes(line.classes(at)))
}

/// "biggest", "only": can stand before the noun of a description.
fn describes(classes: Classes) -> bool {
    classes.is_open() || classes.has(Class::Adverb)
}

/// ", the port's operator,": the noun of the apposition that begins at `at`.
fn apposed(line: &Line<'_>, at: usize) -> Option<String> {
    if !line.is_comma(at) || !line.classes(at + 1).has_any(&[Class::Determiner, Class::Possessive]) {
        return None;
    }
    let close = (at + 2..(at + 2 + APPOSITION).min(line.tokens.len())).find(|at| !line.is_word(*at))?;
    let stop = (at + 2..close).find(|at| !describes(line.classes(*at))).unwrap_or(close);
    // "Nine died in Osk, the charity that runs the camp said": who speaks is no apposition.
    let speaks = |at: usize| line.classes(at).has(Class::Speech);
    if stop < close && (is_verb(line.classes(stop)) || (stop + 2..close).any(speaks)) {
        return None;
    }
    let last = stop.checked_sub(1).filter(|last| *last > at + 1)?;
    body(line, last).filter(|_| described(line, at + 2..stop))
}
