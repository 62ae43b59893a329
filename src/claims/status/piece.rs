//! One sentence against the cues of the topics.
//!
//! A cue is a row of words with gaps between them. A gap takes so many words; what only tells more of a noun (an aside between two
//! commas, phrases with a preposition before an auxiliary) is stepped over whole, so that subject and verb belong together.

use std::borrow::Cow;
use std::ops::Range;

use super::Found;
use crate::claims::scene::Scene;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::numbers;
use crate::lexicon::quantities;
use crate::lexicon::topics::{self, Cue, Polarity, State, Step, Topic};
use crate::lexicon::words;
use crate::model::{Evidence, Status};
use crate::text::{Span, Token, TokenKind};

/// Longest stretch of tokens read at once; a longer sentence is read piece by piece, so that nothing is worse than linear.
pub const PIECE: usize = 300;

/// Asides that one gap steps over.
const ASIDES: usize = 2;

/// Words in the longest aside.
const LONGEST_ASIDE: usize = 20;

/// Words of a form before the beginning of a clause that it goes on over: "no word on when".
const LONGEST_FORM: usize = 3;

/// Words of the longest date that is looked for: "more than a hundred years ago".
const LONGEST_DATE: usize = 5;

/// Words of questions that hold true what they ask about.
const QUESTIONS: [&str; 9] = ["what", "why", "how", "when", "where", "who", "whose", "which", "whom"];

/// Verbs that tell that something is so still.
const REMAINS: [&str; 4] = ["remain", "remains", "stay", "stays"];

/// A sentence's tokens in lower case.
pub struct Piece<'d> {
    text: &'d str,
    tokens: &'d [Token],
    lower: &'d [Cow<'d, str>],
    /// How each begins, a bit each: by it most cues are passed over, and of the others most tokens.
    openings: Vec<u128>,
}

/// The mentions of a topic in a piece.
pub struct Mentioned {
    /// For each token, the end of the mention that begins there.
    ends: Vec<Option<usize>>,
    /// Whether a mention ends right before each token.
    ended: Vec<bool>,
    is_any: bool,
}

impl Mentioned {
    /// `mentions` lie inside `piece`, and all are in tokens of the text.
    pub fn new(mentions: &[Range<usize>], piece: &Range<usize>) -> Self {
        let mut mentioned = Mentioned { ends: vec![None; piece.len()], ended: vec![false; piece.len() + 1], is_any: !mentions.is_empty() };
        for mention in mentions {
            let end = mention.end - piece.start;
            mentioned.ends[mention.start - piece.start] = Some(end);
            mentioned.ended[end] = true;
        }
        mentioned
    }

    /// The end of the mention that begins at `at`.
    fn from(&self, at: usize) -> Option<usize> {
        self.ends.get(at).copied().flatten()
    }
}

/// Where a cue was found, in tokens.
struct Hit<'t> {
    state: &'t str,
    rank: usize,
    from: usize,
    to: usize,
    is_earlier: bool,
}

/// What the words around a cue make of it.
#[derive(Default)]
struct Turned {
    /// It is denied, or only imagined.
    into: Option<Polarity>,
    /// It was so before what is told.
    is_earlier: bool,
}

impl<'d> Piece<'d> {
    pub fn read(scene: &Scene<'d, '_>, range: Range<usize>) -> Self {
        let (tokens, lower) = (&scene.document.tokens[range.clone()], &scene.lower[range]);
        Piece { text: scene.document.text, tokens, lower, openings: lower.iter().map(|word| topics::opening(word)).collect() }
    }

    pub fn statuses(&self, topic: &Topic, mentioned: &Mentioned, out: &mut Vec<Found>) {
        let mut hits: Vec<Hit<'_>> = Vec::new();
        let all = self.openings.iter().fold(0, |all, opening| all | opening);
        for (rank, state) in topic.states().iter().enumerate() {
            let may_match = |cue: &&Cue| cue.may_stand_among(all) && (mentioned.is_any || !cue.has_mention());
            for cue in state.cues.iter().filter(may_match).filter(|cue| cue.has_its_rarest(self.lower, &self.openings)) {
                let first = cue.opening();
                let begins = |at: usize| first.map_or_else(|| mentioned.from(at).is_some(), |first| self.openings[at] & first != 0);
                let begins_so = (0..self.openings.len()).filter(|at| begins(*at));
                self.hits((rank, state), cue, begins_so, mentioned, &mut hits);
            }
        }
        hits.sort_by_key(|hit| (hit.rank, hit.from, std::cmp::Reverse(hit.to)));
        let mut taken: Vec<(Span, Hit<'_>)> = Vec::new();
        for hit in hits {
            let span = self.clause(hit.from, hit.to);
            if taken.iter().all(|(before, _)| !before.overlaps(span)) {
                taken.push((span, hit));
            }
        }
        for (span, hit) in &taken {
            if hit.state.is_empty() || self.is_told_aside(hit, &taken) {
                continue;
            }
            let status = Status {
                id: String::new(),
                topic: topic.name.clone(),
                state: hit.state.to_owned(),
                contrary: topic.contrary(hit.state).map(str::to_owned),
                source: None,
                evidence: Evidence { span: *span },
            };
            let cue = self.tokens[hit.from].span.cover(self.tokens[hit.to.max(hit.from + 1) - 1].span);
            out.push(Found { status, cue, is_earlier: hit.is_earlier });
        }
    }

    /// It ends in an aside behind which the sentence tells what became of it: "the border, shut since May, was reopened".
    fn is_told_aside(&self, hit: &Hit<'_>, all: &[(Span, Hit<'_>)]) -> bool {
        let verb = (hit.from..hit.to).find_map(|at| self.aside(at).filter(|verb| *verb >= hit.to));
        verb.is_some_and(|verb| all.iter().any(|(_, other)| !other.state.is_empty() && self.clause_begin(other.from, false) == verb))
    }

    /// The matches of `cue` that begin at one of the tokens `begins_so`.
    fn hits<'t>(
        &self,
        (rank, state): (usize, &'t State),
        cue: &Cue,
        begins_so: impl Iterator<Item = usize>,
        mentioned: &Mentioned,
        hits: &mut Vec<Hit<'t>>,
    ) {
        for from in begins_so {
            let Some(to) = self.matches_now(&cue.steps, from, mentioned) else { continue };
            let Turned { into, is_earlier } = self.turned((from, to), cue, mentioned);
            let said = match into {
                Some(Polarity::Negation) => state.negated.as_deref(),
                Some(Polarity::Unreal) => state.unreal.as_deref(),
                Some(Polarity::Later) => state.later.as_deref(),
                Some(Polarity::Decided) => state.later.as_deref().or(Some(state.name.as_str())),
                _ => Some(state.name.as_str()),
            };
            hits.push(Hit { state: said.unwrap_or_default(), rank, from, to, is_earlier });
        }
    }

    /// The end of the shortest match of `steps` that begins at `from` and tells nothing past. Behind one that does a longer one is sought
    /// whose verb has the same subject: "closed last year and remains closed".
    fn matches_now(&self, steps: &[Step], from: usize, mentioned: &Mentioned) -> Option<usize> {
        let to = self.matches(steps, from, mentioned, 0)?;
        if !self.is_dated(from, to, mentioned) {
            return Some(to);
        }
        let later = self.matches(steps, from, mentioned, to)?;
        let is_joined = (to..later).any(|at| (self.lower[at] == "," || self.is_joint(at)) && self.goes_on(at + 1));
        (is_joined && !self.is_dated(from, later, mentioned)).then_some(later)
    }

    /// A verb without a subject of its own stands there: "is still", "remains".
    fn goes_on(&self, at: usize) -> bool {
        self.lower
            .get(at)
            .is_some_and(|word| closed::classes(word).has_any(&[Class::Auxiliary, Class::Adverb]) || REMAINS.contains(&&**word))
    }

    fn is_joint(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        classes.has(Class::Conjunction) && !classes.has(Class::Determiner)
    }

    /// The end of the shortest match of `steps` that begins at `at` and ends behind `beyond`.
    fn matches(&self, steps: &[Step], at: usize, mentioned: &Mentioned, beyond: usize) -> Option<usize> {
        let Some((first, rest)) = steps.split_first() else { return (at > beyond).then_some(at) };
        match first {
            Step::Word(forms) if forms.hold(self.lower.get(at)?, self.openings[at]) => self.matches(rest, at + 1, mentioned, beyond),
            Step::Word(_) => None,
            Step::Not(forms) => {
                let is_one = self.lower.get(at).is_some_and(|word| forms.hold(word, self.openings[at]));
                if is_one { None } else { self.matches(rest, at, mentioned, beyond) }
            }
            Step::End if at >= self.tokens.len() || self.ends_clause(at) => self.matches(rest, at, mentioned, beyond),
            Step::End => None,
            Step::Mention => self.matches(rest, mentioned.from(at)?, mentioned, beyond),
            Step::Gap { most, far } => {
                let mut from = at;
                for _ in 0..=ASIDES {
                    let mut behind = None;
                    for next in from..=from + most {
                        if let Some(end) = self.matches(rest, next, mentioned, beyond) {
                            return Some(end);
                        }
                        behind =
                            behind.or_else(|| self.aside(next)).or_else(|| self.modifiers(next, mentioned)).or_else(|| self.past(next));
                        if next >= self.tokens.len() || self.parts(next, *far) {
                            break;
                        }
                    }
                    from = behind?;
                }
                None
            }
        }
    }

    /// Behind what was so in a past that begins there, at the verb of what is so now: "opened last year and is still".
    fn past(&self, at: usize) -> Option<usize> {
        let is_one = at < self.tokens.len() && self.is_past(at);
        let joint = (at..self.tokens.len()).take(LONGEST_DATE + 1).find(|at| self.is_joint(*at)).filter(|_| is_one)?;
        self.goes_on(joint + 1).then_some(joint + 1)
    }

    /// Behind an aside between two commas or two dashes ("the talks, which lasted a day, are"): at the verb, so that what stands before
    /// the aside is its subject.
    fn aside(&self, at: usize) -> Option<usize> {
        let opened = self.aside_mark(at)?;
        let mut inside = (at + 1..self.tokens.len()).take(LONGEST_ASIDE);
        let is_inside = |inner: &usize| !self.is_hard_end(*inner) || self.aside_mark(*inner).is_some() || self.is_paired(*inner);
        let closes = inside.by_ref().take_while(is_inside).find(|inner| self.aside_mark(*inner) == Some(opened));
        let verb = closes? + 1;
        let classes = closed::classes(self.lower.get(verb)?);
        let is_verb = classes.has_any(&[Class::Auxiliary, Class::Modal, Class::Adverb]) || classes.is_open();
        (is_verb && !self.tokens[verb].capital).then_some(verb)
    }

    /// The mark that opens or closes an aside.
    fn aside_mark(&self, at: usize) -> Option<TokenKind> {
        let token = self.tokens.get(at)?;
        let marks = self.lower[at] == "," && !self.is_list_comma(at) || token.kind == TokenKind::Dash && token.spaced;
        marks.then_some(token.kind)
    }

    /// A bracket or a quotation mark.
    fn is_paired(&self, at: usize) -> bool {
        matches!(self.tokens[at].kind, TokenKind::Open | TokenKind::Close | TokenKind::Quote)
    }

    /// Behind the phrases with prepositions of a mention ("talks on a truce in the south of the country were"), or its relative clause
    /// ("the truce that was signed in May is"): at the auxiliary of the verb of which it is the subject.
    fn modifiers(&self, at: usize, mentioned: &Mentioned) -> Option<usize> {
        let classes = |at: usize| closed::classes(&self.lower[at]);
        if at >= self.tokens.len() || !mentioned.ended[at] {
            return None;
        }
        let is_auxiliary = |at: &usize| classes(*at).has(Class::Auxiliary);
        let is_verb =
            |at: &usize| is_auxiliary(at) || (!self.tokens[*at].capital && words::look_up(&self.lower[*at]).forms & form::PAST != 0);
        let inside = || (at + 1..self.tokens.len()).take(LONGEST_ASIDE);
        if classes(at).has(Class::Relative) {
            // Its own auxiliaries stand first.
            return inside().take_while(|inner| !self.ends_clause(*inner)).skip_while(is_auxiliary).find(is_auxiliary);
        }
        // Before a verb was read a conjunction joins nouns ("between the army and the guard").
        let has_aside = |at: usize| self.aside(at).is_some();
        let mut phrases = inside().take_while(|inner| !self.ends_clause(*inner) || self.joins_clauses(*inner) || has_aside(*inner));
        if classes(at).has(Class::Preposition) { phrases.find(|at| is_verb(at) || has_aside(*at)) } else { None }
    }

    /// Whether the token ends a clause for a gap.
    fn parts(&self, at: usize, far: bool) -> bool {
        match self.tokens[at].kind {
            TokenKind::Stop => !self.is_abbreviated(at),
            TokenKind::Dash => self.tokens[at].spaced,
            TokenKind::Mark => !(far && self.lower[at] == ","),
            TokenKind::Word if !far => {
                let classes = closed::classes(&self.lower[at]);
                let subordinates = classes.has(Class::Subordinator) && !classes.has(Class::Preposition) && !classes.has(Class::Relative);
                subordinates || classes.has(Class::Speech) && self.begins_noun(at + 1)
            }
            _ => false,
        }
    }

    /// What the words of the clause before the cue, or inside its gaps, do to it.
    fn turned(&self, (from, to): (usize, usize), cue: &Cue, mentioned: &Mentioned) -> Turned {
        let begin = self.clause_begin(from, true);
        let is_cues_own = |at: usize| cue.holds(&self.lower[at], self.openings[at]);
        let into = (self.is_inverted(begin, mentioned) || self.is_asked(to)).then_some(Polarity::Unreal);
        let mut turned = Turned { into, is_earlier: false };
        let mut is_unsettled = false;
        let mut at = self.form_over(begin).unwrap_or(begin);
        while at < to {
            if let Some(after) =
                self.aside(at).filter(|after| *after < to).or_else(|| self.relative(at, to, is_cues_own)).filter(|_| at >= from)
            {
                at = after;
                continue;
            }
            let Some((polarity, length)) = self.polarity(at) else {
                at += 1;
                continue;
            };
            if is_unsettled && matches!(polarity, Polarity::Later | Polarity::Decided | Polarity::Unreal) {
                turned.into = Some(Polarity::Unreal);
            }
            // What a cue's own verb was before is told by its own "had". Of a form the words that tell most are the cue's.
            let is_own = at >= from && polarity != Polarity::Earlier && self.is_own((at, length), is_cues_own);
            if !is_own && at + length <= to {
                match polarity {
                    Polarity::Earlier => turned.is_earlier |= self.verb_of(at, to).is_some_and(is_cues_own),
                    Polarity::Affirms | Polarity::Past => {}
                    // What was is settled: "did not say when the road closed".
                    Polarity::Unsettled if (from..to).any(|at| is_cues_own(at) && self.is_verb(at, form::PAST)) => is_unsettled = true,
                    Polarity::Unsettled => turned.into = Some(Polarity::Unreal),
                    Polarity::Absence if !self.is_before_mention(at + length, mentioned) => {}
                    Polarity::Absence => turned.into = Some(Polarity::Negation),
                    Polarity::Aim if at + length != from || !self.is_aim(from) => {}
                    _ if turned.into == Some(Polarity::Unreal) => {}
                    Polarity::Aim => turned.into = Some(Polarity::Unreal),
                    Polarity::Later | Polarity::Decided if turned.into.is_some() => {}
                    other => turned.into = Some(other),
                }
            }
            at += length;
        }
        turned
    }

    /// The form of so many words is a part of the cue: its first word with a meaning of its own is, or where it has none all are.
    fn is_own(&self, (at, length): (usize, usize), is_cues_own: impl Fn(usize) -> bool) -> bool {
        let telling = (at..at + length).find(|at| closed::classes(&self.lower[*at]).is_open());
        telling.map_or_else(|| (at..at + length).all(&is_cues_own), &is_cues_own)
    }

    /// Behind a relative clause in the gap of a cue that ends at `to` ("the truce that nobody wanted has held"): at the words that help the
    /// cue's last.
    fn relative(&self, at: usize, to: usize, is_cues_own: impl Fn(usize) -> bool) -> Option<usize> {
        let helps = |at: usize| closed::classes(&self.lower[at]).has_any(&[Class::Auxiliary, Class::Modal, Class::Negation, Class::Adverb]);
        if !closed::classes(&self.lower[at]).has(Class::Relative) {
            return None;
        }
        let verb = (at + 1..to).rev().take_while(|inner| is_cues_own(*inner) || helps(*inner)).last()?;
        (verb > at + 1).then_some(verb)
    }

    /// The form of the table that begins at the token, and its length. "May" is a month, "may" a doubt.
    fn polarity(&self, at: usize) -> Option<(Polarity, usize)> {
        let is_name = at > 0 && self.tokens[at].capital;
        topics::polarity(&self.lower[at..]).filter(|_| !is_name)
    }

    /// Where a form begins that goes on over the beginning of a clause: "it is unclear when the road".
    fn form_over(&self, begin: usize) -> Option<usize> {
        let over = |at: &usize| self.polarity(*at).is_some_and(|(_, length)| at + length > begin);
        (begin.saturating_sub(LONGEST_FORM)..begin).find(over)
    }

    /// Its auxiliary stands before its subject, as in conditions and questions: "had the plant closed", "was it shut".
    fn is_inverted(&self, begin: usize, mentioned: &Mentioned) -> bool {
        let classes = |at: usize| closed::classes(&self.lower[at]);
        let is_subject = |at: usize| self.begins_noun(at) || mentioned.from(at).is_some();
        // What stands behind an aside or is joined has its subject before.
        let is_own =
            begin == 0 || self.is_hard_end(begin - 1) || (0..begin).all(|at| self.aside(at) != Some(begin)) && self.lower[begin - 1] == ",";
        classes(begin).has_any(&[Class::Auxiliary, Class::Modal]) && is_own && is_subject(begin + 1)
    }

    /// A noun phrase surely begins there: at a name or a word that stands before a noun, or for one.
    fn begins_noun(&self, at: usize) -> bool {
        let kinds = [Class::Determiner, Class::Pronoun, Class::Possessive];
        self.tokens.get(at).is_some_and(|token| token.capital || closed::classes(&self.lower[at]).has_any(&kinds))
    }

    /// A question asks whether it is so, not when or why.
    fn is_asked(&self, to: usize) -> bool {
        let stop = (to..self.tokens.len()).find(|at| self.tokens[*at].kind == TokenKind::Stop && !self.is_abbreviated(*at));
        let asks_more = |word: &Cow<'_, str>| QUESTIONS.contains(&&**word);
        stop.is_some_and(|stop| self.lower[stop] == "?" && !self.lower[..stop].iter().any(asks_more))
    }

    /// It tells of something past: a year behind the cue or a mention in it ("a strike in 2019", "was convicted in 2009") or that begins
    /// the sentence ("In 2011, he resigned"), unless it is the year of what is to come ("is due to open in 2031"), and in the same places
    /// "two years ago", but not behind other nouns, which may be what it dates ("suspended over a shooting last year").
    fn is_dated(&self, from: usize, to: usize, mentioned: &Mentioned) -> bool {
        let mut mentions = (from..to).filter_map(|at| mentioned.from(at));
        let mut behind = (to..self.tokens.len()).take_while(|at| !self.ends_clause(*at));
        mentions.any(|end| self.is_year(end) || self.is_past(end))
            || self.is_year(0) && from > 2
            || self.is_past(to)
            || self.is_led_by_past(from)
            || behind.any(|at| self.is_year(at)) && !self.is_infinitive(to - 1)
    }

    /// "two years ago", "until last year": at most a few words that count stand before.
    fn is_past(&self, mut at: usize) -> bool {
        let counts = |at: usize| {
            let classes = closed::classes(&self.lower[at]);
            let is_small = !classes.is_open() && !classes.has(Class::Preposition);
            is_small || self.tokens[at].kind == TokenKind::Number || numbers::is_number_word(&self.lower[at])
        };
        for _ in 0..LONGEST_DATE {
            if at >= self.tokens.len() || self.is_past_form(at) {
                return at < self.tokens.len();
            }
            match quantities::qualifier_before(&self.lower[at..]) {
                Some(qualifier) => at += qualifier.words,
                None if counts(at) => at += 1,
                None => return false,
            }
        }
        false
    }

    fn is_past_form(&self, at: usize) -> bool {
        // "A year earlier than planned" dates nothing.
        let is_compared = |length: usize| self.lower.get(at + length).is_some_and(|next| next == "than");
        self.polarity(at).is_some_and(|(polarity, length)| polarity == Polarity::Past && !is_compared(length))
    }

    /// The sentence, or the clause, begins with such a date, and none joined to it came between.
    fn is_led_by_past(&self, from: usize) -> bool {
        let head = self.is_past(0) && (0..from).all(|at| !self.is_hard_end(at) && !self.joins_clauses(at));
        from > 0 && (head || self.is_past(self.clause_begin(from, false)))
    }

    /// "in 2019"
    fn is_year(&self, at: usize) -> bool {
        let is_number = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u16>().is_ok();
        self.lower[at..].first().is_some_and(|word| word == "in") && self.lower.get(at + 1).is_some_and(|year| is_number(year))
    }

    /// A mention begins there, or behind one word that describes it.
    fn is_before_mention(&self, at: usize, mentioned: &Mentioned) -> bool {
        let is_mention = |at: usize| mentioned.from(at).is_some();
        is_mention(at) || is_mention(at + 1) && closed::classes(&self.lower[at]).is_open()
    }

    /// A verb in the form that stands behind "to".
    fn is_infinitive(&self, at: usize) -> bool {
        self.is_verb(at, form::BASE)
    }

    /// A verb as it stands behind "to" or "against".
    fn is_aim(&self, at: usize) -> bool {
        self.is_verb(at, form::BASE | form::GERUND)
    }

    fn is_verb(&self, at: usize, forms: u8) -> bool {
        !self.tokens[at].capital && words::look_up(&self.lower[at]).forms & forms != 0
    }

    /// The verb that the auxiliary `at` helps, where no other auxiliary stands between it and `to`.
    fn verb_of(&self, at: usize, to: usize) -> Option<usize> {
        let classes = |at: usize| closed::classes(&self.lower[at]);
        let verb = (at + 1..to).find(|word| classes(*word).is_open())?;
        (verb..to).all(|word| !classes(word).has(Class::Auxiliary)).then_some(verb)
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
            TokenKind::Stop => !self.is_abbreviated(at),
            TokenKind::Quote | TokenKind::Open | TokenKind::Close => true,
            TokenKind::Dash => self.tokens[at].spaced,
            TokenKind::Mark => self.lower[at] != ",",
            _ => false,
        }
    }

    /// "Feb. 22": the stop of a word, inside a sentence.
    fn is_abbreviated(&self, at: usize) -> bool {
        let is_inside = self.tokens.get(at + 1).is_some_and(|next| next.is_wordlike() || next.kind == TokenKind::Mark);
        self.lower[at] == "." && !self.tokens[at].spaced && is_inside
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
