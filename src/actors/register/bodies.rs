//! Bodies that a text introduces and no table knows: "Tidewell Ports, the port's operator", "the airline Brasel", "the Dockers union"; the
//! short names and the nouns ("the union") by which it goes on to call them.
//!
//! Read before anything else is learned, so that a body is not taken for a person. Only a noun that says what the body is makes one:
//! nothing is guessed from capitals alone.
//!
//! Known failure: a short name that is also the name of another body of the text, mentioned once and in passing.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::word_map::WordMap;
use crate::lexicon::words;
use crate::text::{Token, TokenKind, possessive, wordwise};

use super::states::Names;
use super::surface::{Run, acronym_after, clean, is_determined, is_subject, is_verb, joined, lower, post_at, who_follows, written};

/// Words of an apposition within which its noun stands.
const APPOSITION: usize = 8;
/// Words after a name within which its minister stands.
const GOVERNED: usize = 3;
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
    /// Reads the sentences of `text`, each by its tokens and its runs of capitalised words.
    pub fn learn<'s>(text: &str, sentences: impl Iterator<Item = (&'s [Token], &'s Vec<Run>)>, world: &Names<'_>) -> Self {
        let mut bodies = Bodies::default();
        let mut unknown: Vec<(String, bool)> = Vec::new();
        let mut speakers = Speakers::default();
        for (tokens, runs) in sentences {
            bodies.sentence(text, tokens, runs, world, &mut unknown);
            speakers.read(text, tokens, runs);
        }
        if let Some((name, noun)) = speakers.company(&unknown, &bodies) {
            bodies.add(&name, noun);
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

    fn sentence(&mut self, text: &str, tokens: &[Token], runs: &[Run], world: &Names<'_>, unknown: &mut Vec<(String, bool)>) {
        for run in runs {
            let name = written(text, tokens, run.begin, run.end);
            let first = clean(tokens[run.begin].span.of(text));
            let is_known = world.get(&name).is_some() || world.get(&first).is_some() || actors::gender_of_name(&first).is_some();
            let is_date = || (run.begin..run.end).all(|at| closed::classes(&lower(text, tokens, at)).has(Class::Calendar));
            if is_known || is_date() || run.end - run.begin > LONGEST || post_at(text, tokens, run.begin, run.end).is_some() {
                continue;
            }
            let nouns = nouns(text, tokens, run);
            if let Some(short) = acronym_after(text, tokens, run.end).filter(|_| !nouns.is_empty()) {
                self.names.insert(short.to_owned(), name.clone());
            }
            for noun in nouns {
                if let Some(sort) = actors::sort(&noun).filter(|sort| *sort != noun) {
                    self.add(&name, sort.to_owned());
                }
                self.add(&name, noun);
            }
            let is_place = run.begin > 0 && actors::has_role(&lower(text, tokens, run.begin - 1), Role::Place);
            unknown.push((name, is_place || is_governed(text, tokens, run.end)));
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
    names: Vec<String>,
    /// The last words of longer names: surnames.
    surnames: Vec<&'t str>,
    company: Option<String>,
}

impl<'t> Speakers<'t> {
    fn read(&mut self, text: &'t str, tokens: &[Token], runs: &[Run]) {
        for run in runs {
            if run.end - run.begin > 1 {
                self.surnames.push(tokens[run.end - 1].span.of(text));
            }
            let opens = run.begin == 0 || closed::classes(tokens[run.begin - 1].span.of(text)).has(Class::Subordinator);
            let acts = || who_follows(text, tokens, run.end) || opens && verb_follows(text, tokens, run.end);
            let is_short = run.end - run.begin == 1 || run.end - run.begin <= SHORT && opens;
            if self.company.is_none() && is_short && acts() && is_subject(text, tokens, run.begin..run.end) {
                let name = written(text, tokens, run.begin, run.end);
                // "Passengers said": a noun that a capital begins the sentence with.
                if !self.names.contains(&name) && !is_noun_at_start(text, tokens, run) {
                    self.names.push(name);
                }
            }
        }
        if self.company.is_none() && !self.names.is_empty() {
            self.company = (1..tokens.len()).find_map(|at| company_at(text, tokens, at));
        }
    }

    /// The only name that can be the company's, and the noun that it is called by first.
    fn company(self, unknown: &[(String, bool)], bodies: &Bodies) -> Option<(String, String)> {
        let noun = self.company.filter(|noun| bodies.called(noun).is_none() && bodies.called(COMPANY).is_none())?;
        let is_unknown = |name: &String| unknown.iter().any(|(run, is_place)| run == name && !is_place);
        let is_surname = |name: &str| self.surnames.iter().any(|last| clean(last) == name);
        let can_be = |name: &String| is_unknown(name) && !is_surname(name) && bodies.named(name).is_none();
        let mut names =
            self.names.into_iter().filter(|name| can_be(name) && !unknown.iter().any(|(run, is_place)| run == name && *is_place));
        let only = names.next()?;
        names.next().is_none().then_some((only, noun))
    }
}

/// Words of a name that a company has by which nothing else tells that it is one.
const SHORT: usize = 3;

/// "was", "on Tuesday unveiled" at `at`: what the words before do.
fn verb_follows(text: &str, tokens: &[Token], at: usize) -> bool {
    let classes = |at: usize| closed::classes(tokens.get(at).map_or("", |token| token.span.of(text)));
    let is_day = classes(at).has(Class::Preposition) && closed::classes(&lower(text, tokens, at + 1)).has(Class::Calendar);
    let at = if is_day { at + 2 } else { at + usize::from(classes(at).has(Class::Adverb)) };
    let small = lower(text, tokens, at);
    let word = words::look_up(&small);
    let is_small = tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && !token.capital);
    let is_unknown = || word.forms == 0 && classes(at).is_open() && small.ends_with("ed");
    is_small && (is_verb(&small) || word.forms & (form::PAST | form::PRESENT) != 0 || is_unknown())
}

/// The run is the first word of its sentence, and a noun for people: "Passengers said they had waited."
fn is_noun_at_start(text: &str, tokens: &[Token], run: &Run) -> bool {
    let before = run.begin.checked_sub(1).map(|before| tokens[before].kind);
    before.is_none_or(|before| before != TokenKind::Word) && actors::names_somebody(&lower(text, tokens, run.begin))
}

/// "the company", "the airline", "the Finnish firm" at `at`.
fn company_at(text: &str, tokens: &[Token], at: usize) -> Option<String> {
    let noun = tokens[at].span.of(text);
    let is_company = !tokens[at].capital && actors::sort(noun) == Some(COMPANY);
    let is_where = |at: &usize| *at > 0 && tokens[*at].capital && tokens[*at].kind == TokenKind::Word && !is_determiner(text, tokens, *at);
    let begin = || (at.saturating_sub(WHERE)..at).rev().take_while(is_where).last().unwrap_or(at);
    let is_definite = || is_determined(text, tokens, begin()) && !actors::is_indefinite(&lower(text, tokens, begin() - 1));
    (is_company && is_definite()).then(|| noun.to_owned())
}

fn is_determiner(text: &str, tokens: &[Token], at: usize) -> bool {
    closed::classes(&lower(text, tokens, at)).has(Class::Determiner)
}

/// Words that tell where a company is.
const WHERE: usize = 3;

/// "Brasland's transport minister", "the Brasland government": only a state or a place has one.
fn is_governed(text: &str, tokens: &[Token], at: usize) -> bool {
    let words = (at..(at + GOVERNED).min(tokens.len())).take_while(|at| tokens[*at].kind == TokenKind::Word && !tokens[*at].capital);
    words.into_iter().any(|at| actors::has_role(&lower(text, tokens, at), Role::Governing))
}

/// The nouns that say what the run names: its own last word, the word beside it, and those of appositions before and after.
fn nouns(text: &str, tokens: &[Token], run: &Run) -> Vec<String> {
    let is_owner = possessive::owns(tokens[run.end - 1].span.of(text));
    let beside = || [apposed_before(text, tokens, run), beside(text, tokens, run), apposed(text, tokens, run.end)];
    let around = (!is_owner).then(beside).into_iter().flatten();
    std::iter::once(own(text, tokens, run)).chain(around).flatten().collect()
}

/// "Lidsburg Port Authority", "Brasel Ferries", "Brasel Systems": unless it is an organ of a state.
fn own(text: &str, tokens: &[Token], run: &Run) -> Option<String> {
    let last = lower(text, tokens, run.end - 1);
    let is_body = actors::has_any_role(&last, &[Role::Body, Role::Organ]);
    let of_state = |words: &str| actors::has_role(words, Role::StateOrgan);
    let is_long = run.end - run.begin > 1;
    if is_long && actors::has_role(&last, Role::CompanyName) {
        return Some(COMPANY.to_owned());
    }
    (is_long && is_body && !of_state(&last) && !of_state(&joined(text, tokens, run.end - 2, run.end))).then(|| last.into_owned())
}

/// What a body is whose name ends as companies' names do.
const COMPANY: &str = "company";

/// "the airline Brasel", "the Weavers union".
fn beside(text: &str, tokens: &[Token], run: &Run) -> Option<String> {
    let is_small = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && !token.capital);
    let before = run.begin.checked_sub(1)?;
    let determined = closed::classes(tokens[before].span.of(text)).has(Class::Determiner);
    let at = if determined { run.end } else { before };
    // "the Lidsburg company", "the Oslo-based airline": only where it is.
    let is_where = |noun: &String| determined && actors::sort(noun) == Some(COMPANY);
    is_small(at).then(|| body(text, tokens, at)).flatten().filter(|noun| !is_where(noun))
}

/// "the port's operator, Brasel Ferries,"
fn apposed_before(text: &str, tokens: &[Token], run: &Run) -> Option<String> {
    let mark = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let last = run.begin.checked_sub(2).filter(|last| mark(last + 1) == "," && matches!(mark(run.end), "," | "." | ""))?;
    let opened =
        (last.saturating_sub(APPOSITION)..last).any(|at| opens_description(text, tokens, at, last) && !is_of_post(text, tokens, at));
    body(text, tokens, last).filter(|_| opened && !tokens[last].capital)
}

/// "the governor of the bank, Ann Lee,": the description that begins at `at` is only what somebody has a post in, and the name is theirs.
fn is_of_post(text: &str, tokens: &[Token], at: usize) -> bool {
    let post = at.checked_sub(2).filter(|post| closed::classes(tokens[post + 1].span.of(text)).has(Class::Preposition));
    post.is_some_and(|post| actors::is_post(&lower(text, tokens, post), Post::Office))
}

fn body(text: &str, tokens: &[Token], at: usize) -> Option<String> {
    // "the consumer group's Ida Holm": somebody of it.
    let is_owner = possessive::owns(tokens[at].span.of(text));
    Some(lower(text, tokens, at)).filter(|word| !is_owner && actors::has_role(word, Role::Body)).map(Cow::into_owned)
}

/// "the port's": between `at` and `end` stands nothing but the words of a description.
fn opens_description(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let classes = |at: usize| closed::classes(tokens[at].span.of(text));
    let determined = classes(at).has(Class::Determiner) || classes(at).has(Class::Possessive);
    determined && described(text, tokens, at + 1..end)
}

fn described(text: &str, tokens: &[Token], mut words: Range<usize>) -> bool {
    words.all(|at| tokens[at].kind == TokenKind::Word && describes(tokens[at].span.of(text)))
}

/// "biggest", "only": can stand before the noun of a description.
fn describes(word: &str) -> bool {
    let classes = closed::classes(word);
    classes.is_open() || classes.has(Class::Adverb)
}

/// ", the port's operator,": the noun of the apposition that begins at `at`.
fn apposed(text: &str, tokens: &[Token], at: usize) -> Option<String> {
    let mark = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let opens = |at: usize| {
        let classes = closed::classes(mark(at));
        classes.has(Class::Determiner) || classes.has(Class::Possessive)
    };
    if mark(at) != "," || !opens(at + 1) {
        return None;
    }
    let close = (at + 2..(at + 2 + APPOSITION).min(tokens.len())).find(|at| tokens[*at].kind != TokenKind::Word)?;
    let stop = (at + 2..close).find(|at| !describes(mark(*at))).unwrap_or(close);
    if stop < close && is_verb(mark(stop)) {
        return None;
    }
    let last = stop.checked_sub(1).filter(|last| *last > at + 1)?;
    body(text, tokens, last).filter(|_| described(text, tokens, at + 2..stop))
}
