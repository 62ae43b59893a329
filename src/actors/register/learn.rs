//! Reads a text for what it says about its actors: each run of capitalised words, the posts and states beside it, acronyms in
//! brackets, organs after a state's name.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::actors::{self, Known, NameUse, Role};
use crate::lexicon::closed::Class;
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::{Document, wordwise};

use super::line::{Line, Run};
use super::surface::*;
use super::unknown::Unknown;
use super::{Read, Register, Seen};

/// Words that a known name can have.
pub(super) const LONGEST_NAME: usize = 6;
/// Bytes of text within which whoever has a post is named: a paragraph or two.
const NAMED_WITHIN: usize = 500;

impl Register<'_> {
    pub(super) fn sentence(&mut self, line: &Line<'_>, read: &Read<'_>) {
        let mut begin = 0;
        for run in &line.runs {
            self.between(line, begin..run.begin);
            self.run(line, run, read);
            begin = run.end;
        }
        self.between(line, begin..line.tokens.len());
    }

    /// Reads words that are in no run. All that there is to learn follows a determiner or an owner soon.
    fn between(&mut self, line: &Line<'_>, words: Range<usize>) {
        let mut led = None;
        for at in words.start.saturating_sub(APPOSED)..words.end {
            if at >= words.start && led.is_some_and(|led| at - led <= APPOSED) {
                self.led(line, at);
            }
            if line.classes(at).has(Class::Determiner) || line.is_name(at) && line.owns(at) {
                led = Some(at);
            }
        }
    }

    /// Reads the word at `at`, before which a determiner or an owner stands.
    fn led(&mut self, line: &Line<'_>, at: usize) {
        self.seen.extend(self.body_called(line, at));
        if let Some(posts) = nameless_post(line, at) {
            self.nameless.push((line.tokens[at].span.start(), posts));
        }
        if line.is_small(at) && actors::has_role(line.raw(at), Role::Anybody) && introduces(line, at) {
            self.introduced.entry(line.raw(at).to_owned()).or_insert(line.tokens[at].span.start());
        }
    }

    /// "the union" at `at`, where the text has named the only one.
    fn body_called(&self, line: &Line<'_>, at: usize) -> Option<Seen> {
        let before = at.checked_sub(1).filter(|_| line.is_small(at))?;
        let is_determined = line.classes(before).has(Class::Determiner);
        let name = if is_determined { self.bodies.called(line.lower(at)) } else { None }?;
        let name = Some(name).filter(|_| !actors::is_indefinite(line.lower(before)))?;
        Some(Seen::new(line, before..at + 1, name.to_owned(), ActorKind::Organisation, None, is_subject(line, before..at + 1)))
    }

    /// Takes a run apart: known names, posts, and what is left as a person's name.
    fn run(&mut self, line: &Line<'_>, run: &Run, read: &Read<'_>) {
        let mut at = run.begin;
        let mut state = None;
        let mut post: Option<(usize, usize)> = None;
        while at < run.end {
            if let Some((end, known)) = self.longest_known(line, at, run.end) {
                let is_subject = is_subject(line, at..end);
                let mut seen = Seen::new(line, at..end, known.name.clone(), known.kind, None, is_subject);
                seen.is_place = known.used == NameUse::Place && (follows_preposition(line, at) || is_determined(line, at));
                // "leave London": the capital of a state, where no subject stands, is the town.
                let is_capital = known.used == NameUse::Place && known.name != written(line, at, end);
                seen.is_there = known.kind == ActorKind::State && (follows_whither(line, at) || is_capital && !is_subject);
                match known.used {
                    NameUse::Adjective => self.adjectives.push(seen),
                    _ => self.seen.push(seen),
                }
                if known.kind == ActorKind::State {
                    state = Some(known.name.clone());
                    self.organ_after(line, end, &known.name);
                }
                self.acronym(line, end, &known.name, known.kind);
                at = end;
            } else if let Some(end) = title_at(line, at, run.end) {
                post = Some((post.map_or(at, |(begin, _)| begin), end));
                at = end;
            } else {
                break;
            }
        }
        if at < run.end {
            self.candidate(&Unknown { line, begin: at, end: run.end, post, state }, read);
        }
    }

    pub(super) fn longest_known(&self, line: &Line<'_>, at: usize, end: usize) -> Option<(usize, Known)> {
        let body = |name: &str| Known { name: name.to_owned(), kind: ActorKind::Organisation, used: NameUse::Name };
        let mut name = String::new();
        let mut longest = None;
        for to in at + 1..=end.min(at + LONGEST_NAME) {
            write_name(line, to - 1..to, &mut name);
            let short =
                self.acronyms.get(&name).map(|(name, kind)| Cow::Owned(Known { name: name.clone(), kind: *kind, used: NameUse::Name }));
            let known =
                short.or_else(|| self.world.get(&name).map(Cow::Borrowed)).or_else(|| self.bodies.named(&name).map(body).map(Cow::Owned));
            longest = known.map(|known| (to, known)).or(longest);
        }
        longest.map(|(to, known)| (to, known.into_owned()))
    }

    /// Learns from a run that no table knows: a person where its surroundings say so.
    fn candidate(&mut self, run: &Unknown<'_, '_>, read: &Read<'_>) {
        let Unknown { line, begin, end, .. } = *run;
        let name = self.titled_by_given_name(run).unwrap_or_else(|| written(line, begin, end));
        if run.is_organ() {
            self.turned_organ(line, begin..end);
        }
        self.acronym(line, end, &name, ActorKind::Organisation);
        if (run.is_organ() || run.is_body_or_medium()) && !self.is_person_called_as_bodies(run, read) || run.is_date() {
            return;
        }
        let before = self.post_before(line, run.whole().start);
        let after = self.apposition(line, end);
        let introduced = run.post.is_some() || before.is_some() || after.is_some();
        if !run.is_person(introduced) {
            if let Some((given, post)) = run.after_where_they_serve() {
                self.candidate(&Unknown { line, begin: given, end, post: Some(post), state: None }, read);
                return;
            }
            if !read.evidence.tells_person(run, read.taken_up) {
                return;
            }
        }
        let of_words = |(words, _): &(String, Option<String>)| actors::gender_of_noun(plain_post(words));
        let gender = run.gender().or_else(|| before.as_ref().and_then(of_words));
        let is_bare = !introduced && run.words() >= 2 && !self.people.contains_key(&name) && stands_bare(line, begin, end);
        if run.words() >= 2 {
            self.people.insert(name.clone(), (name.clone(), gender));
            let given = self.given.entry(written(line, begin, begin + 1)).or_insert_with(|| Some(name.clone()));
            *given = given.take().filter(|other| *other == name);
            self.people.insert(written(line, end - 1, end), (name.clone(), gender));
        }
        if let Some(age) = age_after(line, end).or_else(|| age_before(line, run.whole().start)) {
            self.learn_age(age, &name);
        }
        let post = run.post.map(|(from, to)| (joined(line, from, to), run.state.clone()));
        for (held, of) in [post, before, after].into_iter().flatten() {
            if plain_post(&held) != held {
                self.hold(&name, held.clone(), of.as_deref());
            }
            self.hold(&name, plain_post(&held).to_owned(), of.as_deref());
        }
        let subject = is_subject(line, run.whole());
        if is_bare && subject {
            self.introduce(&name, line.tokens[0].span.start());
        }
        self.seen.push(Seen::new(line, begin..end, name, ActorKind::Person, gender, subject));
    }

    /// "Tom Hill has one cap. He": a surname that is what bodies are called as well, after a given name of the same gender, where nobody
    /// named shortly before can be meant.
    fn is_person_called_as_bodies(&self, run: &Unknown<'_, '_>, read: &Read<'_>) -> bool {
        let near = run.line.tokens[run.begin].span.start().saturating_sub(NAMED_WITHIN);
        let others = || self.seen.iter().rev().take_while(|seen| seen.at >= near).any(|seen| seen.kind == ActorKind::Person);
        run.is_called_as_bodies(read.taken_up) && !others()
    }

    /// "Sir Neil": the person of that given name.
    fn titled_by_given_name(&self, run: &Unknown<'_, '_>) -> Option<String> {
        let (_, title) = run.post.filter(|_| run.words() == 1)?;
        run.line.has(title - 1, &[Role::GivenTitle]).then_some(())?;
        self.with_given_name(run.line.raw(run.begin)).map(str::to_owned)
    }

    /// Whoever is named without a word of who they are was spoken of before: "The transport minister resigned on Monday. 'I was not told,'
    /// Ada Lind said." The only post without a name in the sentences before is theirs; beside a post in one sentence stands somebody else.
    /// Known failure: a witness whom the text does not describe at all, right after a post, is taken for its holder.
    fn introduce(&mut self, person: &str, sentence: usize) {
        let before = |place: usize| self.nameless.partition_point(|(nameless, _)| *nameless < place);
        let near = &self.nameless[before(sentence.saturating_sub(NAMED_WITHIN))..before(sentence)];
        let is_open = |posts: &&Vec<String>| posts.iter().all(|post| !self.posts.contains_key(post));
        let mut open = near.iter().map(|(_, posts)| posts).filter(is_open);
        let Some(first) = open.next().filter(|first| open.all(|other| other.last() == first.last())) else { return };
        for post in first.clone() {
            self.hold(person, post, None);
        }
    }

    fn learn_age(&mut self, age: &str, person: &str) {
        self.age_of.entry(person.to_owned()).or_insert_with(|| age.to_owned());
        let aged = self.ages.entry(age.to_owned()).or_insert_with(|| Some(person.to_owned()));
        if aged.as_deref().is_some_and(|other| other != person) {
            *aged = None;
        }
    }

    fn hold(&mut self, person: &str, post: String, state: Option<&str>) {
        self.held.entry(person.to_owned()).or_default().push(post.clone());
        if let Some(state) = state {
            self.served.entry(person.to_owned()).or_insert_with(|| state.to_owned());
        }
        let keys = [Some(post.clone()), state.map(|state| format!("{state} {post}"))];
        for key in keys.into_iter().flatten() {
            let held = self.posts.entry(key).or_insert_with(|| Some(person.to_owned()));
            let same =
                held.as_deref().is_some_and(|holder| holder == person || wordwise::ends(holder, person) || wordwise::ends(person, holder));
            if !same {
                *held = None;
            }
        }
    }

    /// "Tehrik-i-Taliban Pakistan (TTP)"; "Data Commissioner's Office (DCO)", where its letters reach further back than the run.
    fn acronym(&mut self, line: &Line<'_>, end: usize, name: &str, kind: ActorKind) {
        if let Some(short) = acronym_after(line, end) {
            let whole = spelt_out(line, end, short).filter(|whole| whole.len() > name.len());
            self.abbreviate(whole.as_deref().unwrap_or(name), short, kind);
        } else if let Some(short) = acronym_told(line, end).filter(|short| spelt_out(line, end, short).is_some()) {
            self.abbreviate(name, short, kind);
        }
    }

    fn abbreviate(&mut self, name: &str, short: &str, kind: ActorKind) {
        self.acronyms.entry(short.to_owned()).or_insert_with(|| (name.to_owned(), kind));
        self.shortened.entry(name.to_owned()).or_insert(kind);
    }

    /// "the Department of Health": learns that "the health department" is the same.
    fn turned_organ(&mut self, line: &Line<'_>, run: Range<usize>) {
        let of = words::look_up(line.raw(run.end)).is(words::Role::Of);
        let names = (run.end + 1..run.end + LONGEST_NAME).take_while(|at| line.is_name(*at));
        let tail = run.end + 1..names.last().map_or(0, |last| last + 1);
        if !of || tail.is_empty() || run.len() != 1 {
            return;
        }
        let words = format!("{} {}", joined(line, tail.start, tail.end), joined(line, run.start, run.end));
        let name = line.text[line.tokens[run.start].span.start()..line.tokens[tail.end - 1].span.end()].to_owned();
        if self.world.get(&written(line, tail.start, tail.end)).is_none() {
            self.organs.entry(words.clone()).or_insert_with(|| name.clone());
            self.turned.insert(name, words);
        }
    }

    /// "Pakistan's information ministry": learns what "the information ministry" means here.
    fn organ_after(&mut self, line: &Line<'_>, begin: usize, state: &str) {
        for end in (begin + 1..=(begin + 3).min(line.tokens.len())).rev() {
            let is_organ = line.has(end - 1, &[Role::Organ]) && (begin..end).all(|at| line.is_word(at));
            if is_organ {
                let words = joined(line, begin, end);
                self.organs.entry(words.clone()).or_insert_with(|| format!("{state} {words}"));
                return;
            }
        }
    }

    /// Finds the places of people named by surname or without introduction.
    pub(super) fn name_surnames<'t>(&mut self, document: &'t Document<'t>, lower: &'t [Cow<'t, str>]) {
        let mut found = Vec::new();
        for (at, token) in document.tokens.iter().enumerate().filter(|(_, token)| token.capital) {
            let name = clean(token.span.of(document.text));
            let Some((full, gender)) = self.people.get(name.as_ref()) else { continue };
            let sentence = document.sentence_at(token.span.start()).map_or(0, |index| document.token_range(index).start);
            let line = Line::without_runs(document, lower, sentence..document.tokens.len());
            let is_subject = is_subject(&line, at - sentence..at - sentence + 1);
            found.push(Seen {
                at: token.span.start(),
                end: token.span.end(),
                name: full.clone(),
                kind: ActorKind::Person,
                gender: *gender,
                is_subject,
                is_place: false,
                is_there: false,
            });
        }
        // "DCI Lind", where the text has "Ada Lind", too.
        for seen in self.seen.iter_mut().filter(|seen| seen.kind == ActorKind::Person) {
            if let Some((full, gender)) = self.people.get(&seen.name) {
                seen.name.clone_from(full);
                seen.gender = seen.gender.or(*gender);
            }
        }
        self.seen.extend(found);
        self.seen.sort_by_key(|seen| (seen.at, std::cmp::Reverse(seen.end)));
        let mut end = 0;
        self.seen.retain(|seen| {
            let inside = seen.end <= end;
            end = end.max(seen.end);
            !inside
        });
    }
}

/// "a man", "another young woman": the noun at `at` is one that the reader does not know yet.
fn introduces(line: &Line<'_>, at: usize) -> bool {
    let mut before = (at.saturating_sub(APPOSED)..at).rev().take_while(|at| line.is_word(*at));
    let determiner = before.find(|at| line.classes(*at).has(Class::Determiner));
    let is_apposed = |at: usize| at > 0 && line.is_comma(at - 1);
    determiner.is_some_and(|at| actors::is_indefinite(line.lower(at)) && !is_apposed(at))
}

/// Words before a noun within which its determiner stands.
const APPOSED: usize = 4;
