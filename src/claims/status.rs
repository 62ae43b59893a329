//! The states that a text gives the tracked topics.
//!
//! A topic's cues are matched in each sentence that mentions it (or follows a mention in its paragraph); words before a cue that deny
//! or only imagine it turn the state into another or into none. Each status points at the smallest clause that shows it. Who says so
//! comes from the claims, and what somebody denies or demands is no state; what nobody says is the outlet's own voice, and [`own_voice`]
//! makes claims of it.
//!
//! Known failures: a state told by a pronoun in another paragraph ("it has collapsed") is not seen; irony is taken at its word;
//! "border on" the verb is a mention.

use std::borrow::Cow;

use super::lower_case;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::quantities;
use crate::lexicon::topics::{self, Cue, ENDINGS, Polarity, State, Step, Topic, Topics};
use crate::model::{Act, Certainty, Claim, Distance, Evidence, Findings, Mention, Passage, QuoteKind, Status};
use crate::text::{Document, Span, Token, TokenKind};

/// Every status of `document`, in text order; `source` is left empty.
pub fn find(document: &Document<'_>, topics: &Topics) -> Vec<Status<Span>> {
    found(document, topics).into_iter().map(|found| found.status).collect()
}

/// A status with the words of its cue.
struct Found {
    status: Status<Span>,
    cue: Span,
}

fn found(document: &Document<'_>, topics: &Topics) -> Vec<Found> {
    let mut statuses = Vec::new();
    let mut last_mention: Vec<Option<u32>> = vec![None; topics.topics.len()];
    for index in 0..document.sentences.len() {
        let segment = document.segment_of(index);
        if !segment.kind.is_reporting() {
            continue;
        }
        for tokens in document.tokens_of(index).chunks(PIECE) {
            let piece = Piece::read(document, tokens);
            for (topic, last) in topics.topics.iter().zip(&mut last_mention) {
                let mentioned = piece.mentions(topic);
                if !mentioned.iter().any(Option::is_some) && *last != Some(segment.paragraph) {
                    continue;
                }
                *last = Some(segment.paragraph);
                piece.statuses(topic, &mentioned, &mut statuses);
            }
        }
    }
    statuses.sort_by_key(|found: &Found| (found.status.evidence.span, found.status.topic.clone()));
    statuses
}

/// The topics that `span` mentions, in the order of `topics`.
pub fn mentioned(document: &Document<'_>, topics: &Topics, spans: &[Span]) -> Vec<String> {
    let pieces: Vec<Piece<'_>> = spans.iter().map(|span| Piece::read(document, &document.tokens[document.tokens_in(*span)])).collect();
    let is_mentioned = |topic: &&Topic| pieces.iter().any(|piece| piece.mentions(topic).iter().any(Option::is_some));
    topics.topics.iter().filter(is_mentioned).map(|topic| topic.name.clone()).collect()
}

/// Longest stretch of tokens read at once; a longer sentence is read piece by piece, so that nothing is worse than linear.
const PIECE: usize = 300;

/// A sentence's tokens in lower case.
struct Piece<'d> {
    text: &'d str,
    tokens: &'d [Token],
    lower: Vec<Cow<'d, str>>,
    /// First bytes of the tokens, a bit each, by which most cues are passed over.
    begins: u64,
}

/// The bit of a word's first byte.
fn bit(word: &str) -> u64 {
    word.bytes().next().map_or(0, |first| 1 << (first % 64))
}

/// The bits of the words by which a cue can begin.
fn first_bytes(cue: &Cue) -> u64 {
    match cue.steps.first() {
        Some(Step::Word(forms)) if forms.iter().all(|form| !form.starts_with('*')) => forms.iter().fold(0, |bits, form| bits | bit(form)),
        _ => u64::MAX,
    }
}

/// Where a cue was found, in tokens.
struct Hit<'t> {
    state: &'t str,
    rank: usize,
    from: usize,
    to: usize,
}

impl<'d> Piece<'d> {
    fn read(document: &Document<'d>, tokens: &'d [Token]) -> Self {
        let lower: Vec<_> = tokens.iter().map(|token| lower_case(token.span.of(document.text))).collect();
        let begins = lower.iter().fold(0, |bits, word| bits | bit(word));
        Piece { text: document.text, tokens, lower, begins }
    }

    /// For each token, the end of the mention that begins there; nothing at all where none does.
    fn mentions(&self, topic: &Topic) -> Vec<Option<usize>> {
        let ends = |at: usize| {
            let fits = |row: &&Vec<String>| {
                row.len() <= self.lower.len() - at && row.iter().zip(&self.lower[at..]).all(|(left, right)| is_form_of(left, right))
            };
            topic.mentions.iter().filter(fits).map(|row| at + row.len()).max()
        };
        let opens = |word: &str| topic.openers.contains(word);
        if !self.lower.iter().any(|word| opens(word)) {
            return Vec::new();
        }
        self.lower.iter().enumerate().map(|(at, word)| if opens(word) { ends(at) } else { None }).collect()
    }

    fn statuses(&self, topic: &Topic, mentioned: &[Option<usize>], out: &mut Vec<Found>) {
        let mut hits: Vec<Hit<'_>> = Vec::new();
        for (rank, state) in topic.states.iter().enumerate() {
            for cue in &state.cues {
                self.hits(state, rank, cue, mentioned, &mut hits);
            }
        }
        hits.sort_by_key(|hit| (hit.rank, hit.from, std::cmp::Reverse(hit.to)));
        let mut taken: Vec<Span> = Vec::new();
        for hit in hits {
            let span = self.clause(hit.from, hit.to);
            if taken.iter().any(|before| before.overlaps(span)) {
                continue;
            }
            taken.push(span);
            if !hit.state.is_empty() {
                let status = Status {
                    id: String::new(),
                    topic: topic.name.clone(),
                    state: hit.state.to_owned(),
                    source: None,
                    evidence: Evidence { span },
                };
                out.push(Found { status, cue: self.tokens[hit.from].span.cover(self.tokens[hit.to.max(hit.from + 1) - 1].span) });
            }
        }
    }

    fn hits<'t>(&self, state: &'t State, rank: usize, cue: &Cue, mentioned: &[Option<usize>], hits: &mut Vec<Hit<'t>>) {
        if self.begins & first_bytes(cue) == 0 {
            return;
        }
        for from in 0..self.lower.len() {
            let Some(to) = self.matches(&cue.steps, from, mentioned) else { continue };
            let said = match self.polarity(from, to, cue) {
                None => Some(state.name.as_str()),
                Some(Polarity::Negation) => state.negated.as_deref(),
                Some(Polarity::Unreal) => state.unreal.as_deref(),
            };
            hits.push(Hit { state: said.unwrap_or_default(), rank, from, to });
        }
    }

    /// The end of the shortest match of `steps` that begins at `at`.
    fn matches(&self, steps: &[Step], at: usize, mentioned: &[Option<usize>]) -> Option<usize> {
        let Some((first, rest)) = steps.split_first() else { return Some(at) };
        match first {
            Step::Word(_) => first.fits(self.lower.get(at)?).then(|| self.matches(rest, at + 1, mentioned)).flatten(),
            Step::Mention => self.matches(rest, (*mentioned.get(at)?)?, mentioned),
            Step::Gap { most, far } => {
                for next in at..=at + most {
                    if let Some(end) = self.matches(rest, next, mentioned) {
                        return Some(end);
                    }
                    if next >= self.tokens.len() || self.parts(next, *far) {
                        return None;
                    }
                }
                None
            }
        }
    }

    /// Whether the token ends a clause for a gap.
    fn parts(&self, at: usize, far: bool) -> bool {
        match self.tokens[at].kind {
            TokenKind::Stop | TokenKind::Dash => self.tokens[at].spaced || self.tokens[at].kind == TokenKind::Stop,
            TokenKind::Mark => !(far && self.lower[at] == ","),
            TokenKind::Word if !far => {
                closed::classes(&self.lower[at]).has(Class::Subordinator)
                    && !closed::classes(&self.lower[at]).has(Class::Preposition)
                    && !closed::classes(&self.lower[at]).has(Class::Relative)
            }
            _ => false,
        }
    }

    /// What the words of the clause before the cue, or inside its gaps, do to it.
    fn polarity(&self, from: usize, to: usize, cue: &Cue) -> Option<Polarity> {
        let begin = self.clause_begin(from, true);
        let mut found = None;
        let mut at = begin;
        while at < to {
            let Some((polarity, length)) = topics::polarity(&self.lower[at..]) else {
                at += 1;
                continue;
            };
            let own = at >= from && cue.steps.iter().any(|step| step.fits(&self.lower[at]));
            if !own && at + length <= to {
                found = Some(match found {
                    Some(Polarity::Unreal) => Polarity::Unreal,
                    _ => polarity,
                });
            }
            at += length;
        }
        found
    }

    /// The smallest clause around the tokens from `from` to `to`.
    fn clause(&self, from: usize, to: usize) -> Span {
        let begin = self.clause_begin(from, false);
        let mut end = to;
        while end < self.tokens.len() && !self.ends_clause(end) {
            end += 1;
        }
        self.tokens[begin].span.cover(self.tokens[end.max(begin + 1) - 1].span)
    }

    /// The first token of the clause that holds token `from`; a condition's own word counts as part of it where `with_opener`.
    fn clause_begin(&self, from: usize, with_opener: bool) -> usize {
        let mut begin = from;
        while let Some(before) = begin.checked_sub(1) {
            if self.begins_clause(before) {
                return if with_opener && self.tokens[before].kind == TokenKind::Word { before } else { begin };
            }
            begin = before;
        }
        begin
    }

    /// Whether a clause begins after the token.
    fn begins_clause(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        let aside = self.lower[at] == "," && !self.is_list_comma(at);
        aside || self.is_hard_end(at) || classes.has(Class::Subordinator) && !self.is_determiner(at) || self.joins_clauses(at)
    }

    fn ends_clause(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        let subordinates = classes.has(Class::Subordinator) && !self.is_determiner(at) && !classes.has(Class::Preposition);
        self.lower[at] == "," && !self.is_list_comma(at) || self.is_hard_end(at) || subordinates || self.joins_clauses(at)
    }

    fn is_hard_end(&self, at: usize) -> bool {
        match self.tokens[at].kind {
            TokenKind::Stop | TokenKind::Quote | TokenKind::Open | TokenKind::Close => true,
            TokenKind::Dash => self.tokens[at].spaced,
            TokenKind::Mark => self.lower[at] != ",",
            _ => false,
        }
    }

    /// "since" before a date and "that" before a noun begin no clause.
    fn is_determiner(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        let next = self.tokens.get(at + 1);
        !quantities::begins_time_clause(&self.lower[at])
            && classes.has(Class::Preposition)
            && next.is_some_and(|next| {
                next.kind == TokenKind::Number
                    || next.capital
                    || closed::classes(next.span.of(self.text)).has(Class::Determiner)
                    || closed::classes(next.span.of(self.text)).is_open()
            })
    }

    /// A comma between two names: "Afghanistan, Pakistan".
    fn is_list_comma(&self, at: usize) -> bool {
        let capital = |at: Option<usize>| at.and_then(|at| self.tokens.get(at)).is_some_and(|token| token.capital);
        capital(at.checked_sub(1)) && capital(at.checked_add(1))
    }

    /// "and", "but" between clauses; between two words alike it joins names or nouns.
    fn joins_clauses(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        if !classes.has(Class::Conjunction) {
            return false;
        }
        let next = self.lower.get(at + 1).map_or("", |next| next);
        let next_classes = closed::classes(next);
        let begins = [Class::Determiner, Class::Pronoun, Class::Possessive, Class::Auxiliary, Class::Modal, Class::Subordinator]
            .iter()
            .any(|class| next_classes.has(*class));
        begins || !classes.has(Class::Determiner) && self.lower.get(at.wrapping_sub(1)).is_some_and(|before| before == ",")
    }
}

/// `word` is `form`, its plural or its possessive.
fn is_form_of(form: &str, word: &str) -> bool {
    word.strip_prefix(form).is_some_and(|rest| ENDINGS.contains(&rest))
}

/// Completes `findings`, whose claims are found: figures, statuses and notices with their sources, topics of the claims, and a claim in
/// the outlet's own voice for each status that nobody is given for. Claims end up in the order of their evidence.
pub fn complete(document: &Document<'_>, topics: &Topics, findings: &mut Findings<Span>) {
    findings.figures = super::figures::find(document);
    findings.notices = super::notices::find(document);
    let holders = Holders::new(&findings.claims);
    findings.statuses = found(document, topics).into_iter().filter_map(|found| holders.given(document, found)).collect();
    for figure in &mut findings.figures {
        figure.source = holders.source(figure.evidence.span);
    }
    label(document, topics, &mut findings.claims);
    findings.claims.extend(own_voice(document, &findings.statuses));
    findings.claims.sort_by_key(|claim| claim.evidence.span);
}

/// Claims by the place of their content.
struct Holders<'c> {
    /// Content spans in order of their start, with the claim.
    contents: Vec<(Span, &'c Claim<Span>)>,
    longest: usize,
}

impl<'c> Holders<'c> {
    fn new(claims: &'c [Claim<Span>]) -> Self {
        let mut contents: Vec<(Span, &Claim<Span>)> = claims
            .iter()
            .filter(|claim| claim.source.is_some())
            .flat_map(|claim| claim.content.span.iter().map(move |span| (*span, claim)))
            .collect();
        contents.sort_by_key(|(span, _)| *span);
        let longest = contents.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Holders { contents, longest }
    }

    /// The status with whoever gives it; `None` where the one in whose mouth it lies does not say that it is so.
    fn given(&self, document: &Document<'_>, found: Found) -> Option<Status<Span>> {
        let evidence = found.status.evidence.span;
        let Some(holder) = self.holder(evidence) else { return Some(found.status) };
        let is_content = holder.content.span.iter().any(|piece| piece.contains(found.cue));
        let asserts = !matches!(holder.act, Act::Deny | Act::Reject | Act::Demand | Act::Propose | Act::Promise);
        if !asserts && is_content {
            return is_beside(document, evidence).then_some(found.status);
        }
        Some(Status { source: holder.source.clone(), ..found.status })
    }

    fn source(&self, evidence: Span) -> Option<Mention<Span>> {
        self.holder(evidence)?.source.clone()
    }

    /// The claim of the shortest content that holds the middle of `evidence`, or its end: a clause may begin before "said".
    fn holder(&self, evidence: Span) -> Option<&'c Claim<Span>> {
        let middle = evidence.start() + evidence.len() / 2;
        self.at(middle).or_else(|| self.at(evidence.end().saturating_sub(1)))
    }

    fn at(&self, place: usize) -> Option<&'c Claim<Span>> {
        let end = self.contents.partition_point(|(span, _)| span.start() <= place);
        let near = self.contents[..end].iter().rev().take(HOLDERS).take_while(|(span, _)| span.start() + self.longest > place);
        near.filter(|(span, _)| place < span.end()).min_by_key(|(span, _)| span.len()).map(|(_, claim)| *claim)
    }
}

/// "denies a raid as talks open": a clause of time or cause, which the outlet gives in its own voice.
fn is_beside(document: &Document<'_>, clause: Span) -> bool {
    let before = document.token_at(clause.start()).checked_sub(1).map(|before| document.slice(document.tokens[before].span));
    before.map(closed::classes).is_some_and(|before| before.has(Class::Subordinator) && !before.has(Class::Relative))
}

/// How many contents back one can begin that still holds a place; contents are hardly ever nested deeper.
const HOLDERS: usize = 12;

/// A claim in the outlet's own voice for each status that nobody is given for.
pub fn own_voice(document: &Document<'_>, statuses: &[Status<Span>]) -> Vec<Claim<Span>> {
    statuses.iter().filter(|status| status.source.is_none()).map(|status| narrated(document, status)).collect()
}

fn narrated(document: &Document<'_>, status: &Status<Span>) -> Claim<Span> {
    let span = status.evidence.span;
    Claim {
        id: String::new(),
        act: Act::State,
        source: None,
        target: None,
        cue: None,
        content: Passage { text: document.slice(span).to_owned(), span: vec![span] },
        evidence: status.evidence,
        quote: QuoteKind::None,
        certainty: Certainty::Asserted,
        distance: Distance::Neutral,
        negated: false,
        topics: vec![status.topic.clone()],
        answers: None,
        via: None,
        confidence: 0.7,
        rule: "status".to_owned(),
    }
}

/// Fills in the topics that each claim's content mentions.
pub fn label(document: &Document<'_>, topics: &Topics, claims: &mut [Claim<Span>]) {
    for claim in claims.iter_mut().filter(|claim| claim.topics.is_empty()) {
        claim.topics = mentioned(document, topics, &claim.content.span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn states(text: &str, topic: &str) -> Vec<String> {
        let found = find(&Document::new(text), Topics::builtin());
        found.iter().filter(|status| status.topic == topic).map(|status| status.state.clone()).collect()
    }

    #[test]
    fn every_state_is_given_by_its_example_and_not_by_its_counter() {
        for topic in &Topics::builtin().topics {
            for state in &topic.states {
                assert_eq!(states(&state.example, &topic.name), [state.name.as_str()], "{}: {}", topic.name, state.example);
                assert!(!states(&state.counter, &topic.name).contains(&state.name), "{}: {}", topic.name, state.counter);
            }
        }
    }

    #[test]
    fn what_is_denied_wished_or_feared_is_not_so() {
        for (text, want) in [
            ("The sides failed to reach a ceasefire.", &["stalled"][..]),
            ("If the truce collapses, they will fight.", &["at_risk"]),
            ("The pope called for a ceasefire.", &["proposed"]),
            ("The ceasefire did not collapse.", &["in_effect"]),
            ("They sat down to eat.", &[]),
        ] {
            assert_eq!(states(text, "ceasefire"), want, "{text}");
        }
    }

    #[test]
    fn evidence_is_the_clause_that_states_it() {
        let text = "Envoys met on Monday, with the truce signed in May still in effect and both capitals silent.";
        let found = find(&Document::new(text), Topics::builtin());
        let ceasefire = found.iter().find(|status| status.topic == "ceasefire").expect("a status is found");
        assert_eq!(ceasefire.evidence.span.of(text), "with the truce signed in May still in effect");
    }

    #[test]
    fn a_users_topic_needs_no_code() {
        let file = "name = \"strike\"\nmentions = [\"strike\"]\n[[state]]\nname = \"called_off\"\ncues = [\"call* off .. @\"]\n";
        let topics = Topics::default().with(file).expect("the file is right");
        let found = find(&Document::new("The union called off its strike."), &topics);
        assert_eq!(found[0].state, "called_off");
    }

    /// Topics of the guide for users, as they stand there.
    fn documented() -> impl Iterator<Item = &'static str> {
        include_str!("../../data/topics/README.md").split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next())
    }

    #[test]
    fn the_topics_of_the_guide_do_what_they_say() {
        for file in documented() {
            let topics = Topics::default().with(file).expect("the example can be read");
            let told = |text: &str| find(&Document::new(text), &topics).into_iter().map(|status| status.state).collect::<Vec<_>>();
            for state in &topics.topics[0].states {
                assert_eq!(told(&state.example), [state.name.as_str()], "{}", state.example);
                assert!(!told(&state.counter).contains(&state.name), "{}", state.counter);
            }
        }
        assert_eq!(documented().count(), 3);
    }

    #[test]
    fn states_of_a_ceasefire_in_many_words() {
        for (text, want) in [
            ("The truce took effect at dawn.", &["in_effect"][..]),
            ("The truce holds along the river.", &["in_effect"]),
            ("A ceasefire came into force on Monday.", &["in_effect"]),
            ("The truce has collapsed.", &["collapsed"]),
            ("The ceasefire broke down within hours.", &["collapsed"]),
            ("The truce was extended by a week.", &["extended"]),
            ("Envoys extended the ceasefire until May.", &["extended"]),
            ("The generals agreed to a ceasefire.", &["agreed"]),
            ("A ceasefire was agreed in Oslo.", &["agreed"]),
            ("The two sides have agreed a 72-hour ceasefire.", &["agreed"]),
            ("The ceasefire will take effect at midnight.", &["agreed"]),
            ("The truce was violated twice.", &["violated"]),
            ("Shelling violated the ceasefire.", &["violated"]),
            ("The bishop proposed a truce.", &["proposed"]),
            ("Without a ceasefire the port stays closed.", &[]),
            ("Nobody expects a ceasefire.", &[]),
            ("The two rival bands called a truce over the song.", &[]),
        ] {
            assert_eq!(states(text, "ceasefire"), want, "{text}");
        }
    }

    #[test]
    fn states_of_talks_and_of_a_border_in_many_words() {
        for (topic, text, want) in [
            ("talks", "The talks began in Oslo.", &["under_way"][..]),
            ("talks", "Talks will open on Friday.", &["scheduled"]),
            ("talks", "Talks collapsed overnight.", &["collapsed"]),
            ("talks", "The talks ended on Sunday.", &["ended"]),
            ("talks", "The talks were adjourned until Monday.", &["adjourned"]),
            ("talks", "The talk show ended after ten years.", &[]),
            ("talks", "She talks about her garden.", &[]),
            ("talks", "If the talks collapse, the port will close.", &[]),
            ("border", "The border was closed on Friday.", &["closed"]),
            ("border", "Police sealed the border.", &["closed"]),
            ("border", "The crossing reopened at noon.", &["open"]),
            ("border", "The border is open again.", &["open"]),
            // Wrong: the verb is taken for the noun; "closed the border on Monday" has the same words.
            ("border", "The two estates border on the closed mill.", &["closed"]),
            ("border", "The bakery closed on Friday.", &[]),
            ("border", "The border may close in May.", &[]),
            ("border", "The border was not closed.", &["open"]),
        ] {
            assert_eq!(states(text, topic), want, "{text}");
        }
    }

    #[test]
    fn what_somebody_denies_or_demands_is_no_state() {
        for (text, want) in [
            ("The army denied violating the truce.", &[][..]),
            ("The army denied that a ceasefire was in place.", &[]),
            ("Peru accused Chile of violating the truce.", &["violated"]),
            ("The pope called for a ceasefire.", &["proposed"]),
            ("The pope demanded that they sign a ceasefire.", &[]),
            ("The rebels rejected a ceasefire.", &["none"]),
            ("Peru denies a raid as the ceasefire collapses.", &["collapsed"]),
            ("The general said the truce had collapsed.", &["collapsed"]),
        ] {
            let found = crate::claims::extract(&Document::new(text)).statuses;
            let states: Vec<&str> = found.iter().map(|status| status.state.as_str()).collect();
            assert_eq!(states, want, "{text}");
        }
    }

    #[test]
    fn what_nobody_says_is_the_outlets_own_voice() {
        let document = Document::new("The border has been closed since May.");
        let claims = own_voice(&document, &find(&document, Topics::builtin()));
        assert_eq!((claims.len(), claims[0].content.text.as_str()), (1, "The border has been closed since May"));
    }
}
