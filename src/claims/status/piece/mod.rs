//! One sentence against the cues of the topics.
//!
//! A cue is a row of words with gaps between them. A gap takes so many words; what only tells more of a noun (an aside between two
//! commas, phrases with a preposition before an auxiliary) is stepped over whole, so that subject and verb belong together.
//!
//! Reading order: this → `matching` → `turning` → `dates` → `clauses`.

mod clauses;
mod dates;
mod matching;
mod subject;
mod turning;

use std::borrow::Cow;
use std::ops::Range;

use super::Found;
use crate::claims::scene::Scene;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::topics::{self, Cue, Polarity, State, Topic};
use crate::lexicon::words;
use crate::model::{Evidence, Status};
use crate::text::{Document, SegmentKind, Span, Token};

use matching::Sought;
use turning::Turned;

/// Longest stretch of tokens read at once; a longer sentence is read piece by piece, so that nothing is worse than linear.
pub const PIECE: usize = 300;

/// A sentence's tokens in lower case.
pub struct Piece<'d> {
    document: &'d Document<'d>,
    /// Its place in the document.
    first: usize,
    tokens: &'d [Token],
    lower: &'d [Cow<'d, str>],
    /// How each begins, a bit each: by it most cues are passed over, and of the others most tokens.
    openings: Vec<u128>,
    /// It stands in a headline, where a conjunction begins a clause whatever follows.
    is_headline: bool,
}

/// The mentions of a topic in a piece.
pub struct Mentioned {
    /// For each token, the end of the mention that begins there.
    ends: Vec<Option<usize>>,
    /// Whether a mention ends right before each token.
    ended: Vec<bool>,
    /// Relative pronouns that stand for a mention ("the road, which is closed"), each with where that begins.
    relatives: Vec<(usize, usize)>,
    is_any: bool,
}

impl Mentioned {
    /// `mentions` lie inside `piece`, and all are in tokens of the text, `lower` in lower case.
    pub fn new(mentions: &[Range<usize>], piece: &Range<usize>, lower: &[Cow<'_, str>]) -> Self {
        let (ends, ended) = (vec![None; piece.len()], vec![false; piece.len() + 1]);
        let mut mentioned = Mentioned { ends, ended, relatives: Vec::new(), is_any: !mentions.is_empty() };
        for mention in mentions {
            let (start, end) = (mention.start - piece.start, mention.end - piece.start);
            mentioned.ends[start] = Some(end);
            mentioned.ended[end] = true;
            if end + 1 < piece.len() && lower[mention.end] == "," && stands_for_subject(&lower[mention.end + 1]) {
                mentioned.ends[end + 1] = Some(end + 2);
                mentioned.relatives.push((end + 1, start));
            }
        }
        mentioned
    }

    /// The end of the mention that begins at `at`.
    fn from(&self, at: usize) -> Option<usize> {
        self.ends.get(at).copied().flatten()
    }

    /// Where the mention begins for which the relative pronoun at `at` stands.
    fn meant_by(&self, at: usize) -> Option<usize> {
        self.relatives.iter().find(|(pronoun, _)| *pronoun == at).map(|(_, mention)| *mention)
    }
}

/// "Which", "who", and not "whose" or "where".
fn stands_for_subject(word: &str) -> bool {
    let classes = closed::classes(word);
    classes.has(Class::Relative) && !classes.has_any(&[Class::Possessive, Class::Subordinator])
}

/// Where a cue was found, in tokens.
struct Hit<'t> {
    state: &'t str,
    rank: usize,
    from: usize,
    to: usize,
    is_earlier: bool,
}

impl<'d> Piece<'d> {
    pub fn read(scene: &Scene<'d, '_>, range: Range<usize>) -> Self {
        let (first, tokens, lower) = (range.start, &scene.document.tokens[range.clone()], &scene.lower[range]);
        let openings = lower.iter().map(|word| topics::opening(word)).collect();
        let sentence = tokens.first().and_then(|token| scene.document.sentence_at(token.span.start()));
        let is_headline = sentence.is_some_and(|at| scene.document.segment_of(at).kind == SegmentKind::Headline);
        Piece { document: scene.document, first, tokens, lower, openings, is_headline }
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
        // What the relative clause tells was so before what the sentence does: "the road, which was shut on Monday, has reopened".
        let subjects: Vec<usize> = hits.iter().map(|hit| hit.from).collect();
        hits.retain(|hit| mentioned.meant_by(hit.from).is_none_or(|mention| !subjects.contains(&mention)));
        hits.retain(|hit| !topic.is_unnamed || !self.has_dated_subject(hit.from));
        hits.sort_by_key(|hit| (hit.rank, hit.from, std::cmp::Reverse(hit.to)));
        let mut taken: Vec<(Span, Hit<'_>)> = Vec::new();
        for hit in hits {
            let clause = self.with_subject(hit.from, self.clause(hit.from, hit.to));
            let clause = if topic.is_unnamed { self.with_antecedent(hit.from, clause) } else { clause };
            let span = mentioned.meant_by(hit.from).map_or(clause, |mention| self.tokens[mention].span.cover(clause));
            // "to reopen the tunnel, which is closed": a relative clause tells more than the clause of the mention before it.
            if taken.iter().all(|(before, _)| !before.overlaps(clause)) {
                taken.push((span, hit));
            }
        }
        for (span, hit) in &taken {
            if hit.state.is_empty() || self.is_told_aside(hit, &taken) {
                continue;
            }
            let status = Status {
                id: String::new(),
                topic: self.name_of(topic, hit, *span),
                state: hit.state.to_owned(),
                contrary: topic.contrary(hit.state).map(str::to_owned),
                source: None,
                evidence: Evidence { span: *span },
            };
            let cue = self.tokens[hit.from].span.cover(self.tokens[hit.to.max(hit.from + 1) - 1].span);
            out.push(Found { unnamed: topic.is_unnamed.then(|| topic.name.clone()), status, cue, is_earlier: hit.is_earlier });
        }
    }

    /// How the topic of a hit is called: of one that is of whatever a sentence is about, by the noun of the clause `span` where it has one.
    fn name_of(&self, topic: &Topic, hit: &Hit<'_>, span: Span) -> String {
        let noun = if topic.is_unnamed { self.subject_of(hit.from, hit.to, span) } else { None };
        noun.map_or_else(|| topic.name.clone(), str::to_owned)
    }

    /// It stands or ends in an aside behind which the sentence tells what became of it: "the border, shut since May, was reopened", "the
    /// man, who was arrested in May, is on bail"; or before all else: "arrested in May, he was freed".
    fn is_told_aside(&self, hit: &Hit<'_>, all: &[(Span, Hit<'_>)]) -> bool {
        let begin = self.clause_begin(hit.from, false);
        let is_now = |at: usize| all.iter().any(|(_, other)| !other.state.is_empty() && self.clause_begin(other.from, false) == at);
        let verb = (begin.saturating_sub(1)..hit.to).find_map(|at| self.aside(at).filter(|verb| *verb >= hit.to));
        let is_before_all = || begin == 0 && hit.from == 0 && words::look_up(&self.lower[0]).forms & (form::PAST | form::PARTICIPLE) != 0;
        let comma = || (hit.to..self.tokens.len()).find(|at| self.lower[*at] == ",");
        verb.is_some_and(is_now) || is_before_all() && comma().is_some_and(|comma| is_now(comma + 1))
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
        let mut sought = Sought::new(mentioned, 0);
        for from in begins_so {
            let Some(to) = self.matches_now(&cue.steps, from, &mut sought) else { continue };
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

    fn is_verb(&self, at: usize, forms: u8) -> bool {
        !self.tokens[at].capital && words::look_up(&self.lower[at]).forms & forms != 0
    }
}
