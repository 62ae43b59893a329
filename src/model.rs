//! Plain data: the things of the glossary as types. No behaviour beyond naming, no I/O; of language only how a
//! quantity is written.
//!
//! What the engines find carries byte spans (`Claim<Span>`); what is stored and exported carries character spans
//! (`Claim<CharSpan>`, the default). `located` turns the first into the second, and only the second can be serialised.

use std::fmt;

use serde::{Deserialize, Serialize};

pub use crate::kinds::{
    Act, ActorKind, Certainty, ChangeKind, Distance, NoticeState, QuoteKind, Rule, Ruling, SubjectKind, Syntax, UnknownName, in_words,
};
use crate::lexicon::amounts;
use crate::text::{CharIndex, CharSpan, Span};

/// What the outlet's own voice is called where a source's name is wanted.
pub const NARRATOR: &str = "narrator";
/// The name of a source of whom the text says nothing ("was accused of").
pub const UNSPECIFIED: &str = "unspecified";

/// Somebody spoken of at one place, with the actor it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention<S = CharSpan> {
    /// The words in the text; empty where nobody is mentioned ("was accused of").
    pub text: String,
    /// Where they stand; empty with `text`.
    pub span: Vec<S>,
    /// The actor's canonical name; "unspecified" where nobody is mentioned.
    pub name: String,
    /// What sort of actor it is.
    pub kind: ActorKind,
}

/// Between the pieces of a passage.
pub const GAP: &str = " … ";

/// Some words of the text, in one or more pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage<S = CharSpan> {
    /// The pieces joined with [`GAP`].
    pub text: String,
    /// The pieces in text order.
    pub span: Vec<S>,
}

/// Where the smallest clause or sentence stands that shows the whole of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence<S = CharSpan> {
    /// The place.
    pub span: S,
}

/// One assertion at one place of one snapshot.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim<S = CharSpan> {
    /// Unique in a store; the same for the same snapshot and place.
    pub id: String,
    /// What the source does.
    pub act: Act,
    /// Who asserts it; `None` is the outlet's own voice.
    pub source: Option<Mention<S>>,
    /// At whom it is aimed (accused, warned, asked).
    pub target: Option<Mention<S>>,
    /// The words that carry the act: the opening mark of a quotation carried over from a paragraph before, the label of a correction.
    /// `None` for a quotation that goes on in the same paragraph, and for anything else in the outlet's own voice.
    pub cue: Option<Passage<S>>,
    /// What is asserted; may lie in the sentence before.
    pub content: Passage<S>,
    /// The smallest clause or sentence that shows the claim.
    pub evidence: Evidence<S>,
    /// How much of the content is quoted.
    pub quote: QuoteKind,
    /// How firmly the source puts it.
    pub certainty: Certainty,
    /// How the writer stands to it.
    pub distance: Distance,
    /// The source asserts that something is not so.
    pub negated: bool,
    /// Topics on which it bears.
    pub topics: Vec<String>,
    /// The claim of the same report that it answers (a denial: its accusation).
    pub answers: Option<String>,
    /// Through whom the source is known ("AFP reported, citing police": AFP).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<Mention<S>>,
    /// How sure the extraction is, 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: Rule,
}

impl<S> Claim<S> {
    /// Who asserts it, by name.
    pub fn source_name(&self) -> &str {
        name_of(self.source.as_ref())
    }

    /// What the source does, and whether with a "not".
    pub fn act_in_words(&self) -> String {
        self.act.in_words(self.negated)
    }
}

impl Claim {
    /// What is asserted, as far as it stands in the claim's own clause: "“No,” Lee said. “Never.”" is two claims, and the second is told by
    /// itself. All of it where nothing does.
    pub fn words(&self) -> String {
        let mut text = self.content.text.as_str();
        let mut here = Vec::new();
        for span in &self.content.span {
            let end = text.char_indices().nth(span.len()).map_or(text.len(), |(at, _)| at);
            let (piece, rest) = text.split_at(end);
            here.extend(span.overlaps(self.evidence.span).then_some(piece));
            text = rest.strip_prefix(GAP).unwrap_or(rest);
        }
        if here.is_empty() { self.content.text.clone() } else { here.join(GAP) }
    }
}

/// The name of a source, or of the outlet's own voice.
fn name_of<S>(source: Option<&Mention<S>>) -> &str {
    source.map_or(NARRATOR, |source| &source.name)
}

/// A number with what it counts, its qualifier and who gives it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure<S = CharSpan> {
    /// Unique in a store.
    pub id: String,
    /// killed, injured, missing, ill, abducted, displaced, detained, aboard, or the counted noun.
    pub what: String,
    /// The value, or the lower end of a range; `None` for a vague word ("dozens").
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// "at least", "about", "more than"; a vague number's own word.
    pub qualifier: Option<String>,
    /// people, families, km, USD, per cent …
    pub unit: String,
    /// Who gives it; `None` is the outlet's own voice.
    pub source: Option<Mention<S>>,
    /// A running total ("death toll rose to 23") and not one event's count, where the words tell.
    pub cumulative: bool,
    /// The words that show it.
    pub evidence: Evidence<S>,
}

impl<S> Figure<S> {
    /// Who gives it, by name.
    pub fn source_name(&self) -> &str {
        name_of(self.source.as_ref())
    }

    /// Qualifier, value and unit as a reader says them: `at least 17 people`, `12–14 people`, `about $4 million`, `dozens (people)`.
    pub fn quantity(&self) -> String {
        amounts::written(self.low, self.high, self.qualifier.as_deref().unwrap_or_default(), &self.unit)
    }
}

/// The state that a text gives a tracked topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status<S = CharSpan> {
    /// Unique in a store.
    pub id: String,
    /// One of the built-in ones (`data/topics/`), or a user's own.
    pub topic: String,
    /// One of the topic's states.
    pub state: String,
    /// The state of the topic that a denial of this one gives; `None` where none is. Two outlets with these two contradict each other.
    #[serde(skip)]
    pub contrary: Option<String>,
    /// Who gives it; `None` is the outlet's own voice.
    pub source: Option<Mention<S>>,
    /// The words that show it.
    pub evidence: Evidence<S>,
}

impl<S> Status<S> {
    /// Who gives it, by name.
    pub fn source_name(&self) -> &str {
        name_of(self.source.as_ref())
    }

    /// The state that it gives.
    pub fn given(&self) -> TopicState<'_> {
        TopicState { topic: &self.topic, state: &self.state }
    }

    /// The state that a denial of it gives.
    pub fn denied(&self) -> Option<TopicState<'_>> {
        self.contrary.as_deref().map(|state| TopicState { topic: &self.topic, state })
    }
}

/// A topic with one of its states; written "ceasefire/broken".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TopicState<'s> {
    /// The topic.
    pub topic: &'s str,
    /// One of its states.
    pub state: &'s str,
}

impl<'s> TopicState<'s> {
    /// The two that were written so; no name of a topic or of a state has a slash.
    pub fn written(line: &'s str) -> Option<Self> {
        line.split_once('/').map(|(topic, state)| TopicState { topic, state })
    }
}

impl fmt::Display for TopicState<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}/{}", self.topic, self.state)
    }
}

/// The publisher's own words on a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice<S = CharSpan> {
    /// What it says.
    pub text: String,
    /// Where it stands; `None` for a note that came beside the text (front matter `note`).
    pub span: Option<S>,
}

/// All that extraction finds in one text.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings<S = CharSpan> {
    /// Claims in the order of their evidence.
    pub claims: Vec<Claim<S>>,
    /// Figures in text order.
    pub figures: Vec<Figure<S>>,
    /// Statuses in text order.
    pub statuses: Vec<Status<S>>,
    /// The publisher's own words on changes.
    pub notices: Vec<Notice<S>>,
    /// What a reader should know about this text ("not English: no claims looked for").
    pub notes: Vec<String>,
}

impl<S> Default for Findings<S> {
    fn default() -> Self {
        Findings { claims: Vec::new(), figures: Vec::new(), statuses: Vec::new(), notices: Vec::new(), notes: Vec::new() }
    }
}

/// What happened between two consecutive snapshots of one report. References and files are named by whoever lists it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Unique in a store.
    pub id: String,
    /// What happened.
    pub kind: ChangeKind,
    /// The thread it happened to (the later one where it passed to another).
    pub thread: Option<String>,
    /// The claim's act, where a claim changed.
    pub act: Option<Act>,
    /// Who asserts it: "narrator" for the outlet's own voice, "" where nobody does.
    pub source_name: String,
    /// Place in the earlier snapshot.
    pub evidence_from: Option<CharSpan>,
    /// Place in the later snapshot.
    pub evidence_to: Option<CharSpan>,
    /// Words, value or state before; empty where there is none.
    pub before: String,
    /// The same after.
    pub after: String,
    /// What a figure that changed counts, or the topic of a state that did.
    #[serde(skip)]
    pub of: Option<String>,
    /// Whether the publisher owns up to it.
    pub notice: NoticeState,
    /// How material it is, 0 to 1.
    pub weight: f64,
    /// Why it is listed and weighs what it does.
    pub why: String,
}

/// One wording of a thread, as far as claims are compared with it; each list is sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedWording {
    /// Content words of the evidence and the content, as stems.
    pub stems: Vec<String>,
    /// Content words of the content alone.
    pub gist: Vec<String>,
    /// Numbers in the evidence.
    pub numbers: Vec<String>,
    /// Topics on which it bears.
    pub topics: Vec<String>,
    /// It says that something is not so.
    #[serde(default)]
    pub says_no: bool,
}

/// How tables name a row of kind `corrected`: a publisher's notice, and a name, date or another detail mended in place.
const CORRECTION: &str = "correction notice";
const MENDED: &str = "detail changed";

/// How tables name changes of a kind, where that is not its own name.
pub fn table_names(kind: ChangeKind) -> Vec<String> {
    match kind {
        ChangeKind::Corrected => vec![MENDED.to_owned(), CORRECTION.to_owned()],
        other => Some(in_words(other.as_str())).filter(|name| name != other.as_str()).into_iter().collect(),
    }
}

impl Change {
    /// What happened, as tables name it. A publisher that mends a date says "corrected" of itself; where nobody says so, neither do they.
    pub fn kind_in_words(&self) -> String {
        match self.kind {
            _ if self.is_notice() => CORRECTION.to_owned(),
            ChangeKind::Corrected => MENDED.to_owned(),
            other => in_words(other.as_str()),
        }
    }

    /// Both sides as readers are shown them: a state in words; nothing before a notice, whose `before` is what it puts right and not an
    /// earlier wording of it.
    pub fn sides(&self) -> [String; 2] {
        // The name of a state is one word; other words are those of the text.
        let is_state = |words: &str| self.kind == ChangeKind::StatusChanged && !words.contains(' ');
        let shown = |words: &str| if is_state(words) { in_words(words) } else { words.to_owned() };
        [if self.is_notice() { String::new() } else { shown(&self.before) }, shown(&self.after)]
    }

    /// This row is a correction notice, not a change.
    pub fn is_notice(&self) -> bool {
        self.kind == ChangeKind::Corrected && self.evidence_from.is_none()
    }
}

/// Gives a finding its places in scalar values.
pub trait Located {
    /// The same finding with character spans.
    type Out;

    /// Translates every span through `index`.
    fn located(self, index: &CharIndex<'_>) -> Self::Out;
}

fn places(spans: Vec<Span>, index: &CharIndex<'_>) -> Vec<CharSpan> {
    spans.into_iter().map(|span| index.chars(span)).collect()
}

impl Located for Mention<Span> {
    type Out = Mention;

    fn located(self, index: &CharIndex<'_>) -> Mention {
        Mention { text: self.text, span: places(self.span, index), name: self.name, kind: self.kind }
    }
}

impl Located for Passage<Span> {
    type Out = Passage;

    fn located(self, index: &CharIndex<'_>) -> Passage {
        Passage { text: self.text, span: places(self.span, index) }
    }
}

impl Located for Evidence<Span> {
    type Out = Evidence;

    fn located(self, index: &CharIndex<'_>) -> Evidence {
        Evidence { span: index.chars(self.span) }
    }
}

impl Located for Claim<Span> {
    type Out = Claim;

    fn located(self, index: &CharIndex<'_>) -> Claim {
        Claim {
            id: self.id,
            act: self.act,
            source: self.source.map(|mention| mention.located(index)),
            target: self.target.map(|mention| mention.located(index)),
            cue: self.cue.map(|passage| passage.located(index)),
            content: self.content.located(index),
            evidence: self.evidence.located(index),
            quote: self.quote,
            certainty: self.certainty,
            distance: self.distance,
            negated: self.negated,
            topics: self.topics,
            answers: self.answers,
            via: self.via.map(|mention| mention.located(index)),
            confidence: self.confidence,
            rule: self.rule,
        }
    }
}

impl Located for Figure<Span> {
    type Out = Figure;

    fn located(self, index: &CharIndex<'_>) -> Figure {
        Figure {
            id: self.id,
            what: self.what,
            low: self.low,
            high: self.high,
            qualifier: self.qualifier,
            unit: self.unit,
            source: self.source.map(|mention| mention.located(index)),
            cumulative: self.cumulative,
            evidence: self.evidence.located(index),
        }
    }
}

impl Located for Status<Span> {
    type Out = Status;

    fn located(self, index: &CharIndex<'_>) -> Status {
        Status {
            id: self.id,
            topic: self.topic,
            state: self.state,
            contrary: self.contrary,
            source: self.source.map(|mention| mention.located(index)),
            evidence: self.evidence.located(index),
        }
    }
}

impl Located for Notice<Span> {
    type Out = Notice;

    fn located(self, index: &CharIndex<'_>) -> Notice {
        Notice { text: self.text, span: self.span.map(|span| index.chars(span)) }
    }
}

impl Located for Findings<Span> {
    type Out = Findings;

    fn located(self, index: &CharIndex<'_>) -> Findings {
        Findings {
            claims: self.claims.into_iter().map(|claim| claim.located(index)).collect(),
            figures: self.figures.into_iter().map(|figure| figure.located(index)).collect(),
            statuses: self.statuses.into_iter().map(|status| status.located(index)).collect(),
            notices: self.notices.into_iter().map(|notice| notice.located(index)).collect(),
            notes: self.notes,
        }
    }
}

/// A report's snapshot as it is read in, before it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capture {
    /// The file or address that it came from, as the user named it.
    pub origin: String,
    /// Media type of `raw`, e.g. `text/plain`.
    pub media_type: String,
    /// The bytes as they came; what is hashed.
    pub raw: Vec<u8>,
    /// Who publishes; `None` where the file does not say.
    pub outlet: Option<String>,
    /// The name that joins versions of one report; `None` where the file does not say.
    pub report: Option<String>,
    /// The story, where the file says.
    pub story: Option<String>,
    /// Address of the report.
    pub url: Option<String>,
    /// When the publisher says that it was published, UTC seconds.
    pub published_at: Option<i64>,
    /// When it was captured, UTC seconds.
    pub captured_at: Option<i64>,
    /// Title: front matter, else the text's first line where the second is blank, else empty.
    pub title: String,
    /// Byline, where known.
    pub byline: Option<String>,
    /// The publisher's change note that came beside the text.
    pub note: Option<String>,
    /// The decoded body: after the front matter, line ends made `\n`, nothing else altered.
    pub text: String,
    /// What had to be mended in reading ("3 bytes were not UTF-8 and were replaced").
    pub notes: Vec<String>,
}
