//! Plain data: the words of the glossary as types. No behaviour beyond naming, no I/O, no language knowledge.
//!
//! What the engines find carries byte spans (`Claim<Span>`); what is stored and exported carries character spans
//! (`Claim<CharSpan>`, the default). `located` turns the first into the second, and only the second can be serialised.

use serde::{Deserialize, Serialize};

use crate::text::{CharIndex, CharSpan, Span};

/// Makes an enum whose variants have one fixed name each, in JSON, SQL, tables and help.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// Every variant, in the order in which the documentation lists them.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The name used in JSON, SQL and tables.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownName;

            fn from_str(text: &str) -> Result<Self, UnknownName> {
                $name::ALL.iter().copied().find(|known| known.as_str() == text).ok_or_else(|| UnknownName {
                    what: stringify!($name),
                    given: text.to_owned(),
                    known: $name::ALL.iter().map(|known| known.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }
    };
}

/// A word that names no variant of a closed list.
#[derive(Debug, Clone, thiserror::Error)]
#[error("no {what} is called {given:?}; known: {known}")]
pub struct UnknownName {
    what: &'static str,
    given: String,
    known: String,
}

named! {
    /// What a source does with its words. The act is the cue's: a neutral "said" is `State` whatever is said.
    Act {
        /// *The minister said prices would fall.* Near miss: *the minister warned that …* is `Warn`.
        State = "state",
        /// *Oslo accused the firm of spying.* Near miss: *police charged two men* is an event, no attributed claim.
        Accuse = "accuse",
        /// *Kabul denies the charge.* Near miss: *Kabul denied him a visa* refuses a thing and denies no claim.
        Deny = "deny",
        /// *She admitted that the bridge was unsafe.* Near miss: *the Senate confirmed the judge* is a vote.
        Confirm = "confirm",
        /// *The bank warned of a recession.* Near miss: *a warning light* has nobody who warns.
        Warn = "warn",
        /// *Unions called for higher pay.* Near miss: *the job demands patience* has no one who asks.
        Demand = "demand",
        /// *They pledged to cut emissions.* Near miss: *a promising start*.
        Promise = "promise",
        /// *Qatar offered to host the talks.* Near miss: *the shop offers bread*.
        Propose = "propose",
        /// *Both sides agreed to meet again.* Near miss: *critics agree that it failed* is an opinion shared, still `Agree`.
        Agree = "agree",
        /// *The union rejected the offer.* Near miss: *rejected as baseless* turns a charge down and is `Deny`.
        Reject = "reject",
        /// *The UN condemned the attack.* Near miss: *a condemned building*.
        Condemn = "condemn",
        /// *Paris welcomed the deal.* Near miss: *she welcomed guests at the door*.
        Welcome = "welcome",
        /// *Analysts expect a rise.* Near miss: *she is expecting a baby*.
        Expect = "expect",
    }
}

named! {
    /// Acts between which a thread may pass and stay the same thread.
    ActFamily {
        /// State, confirm, warn, expect.
        Assert = "assert",
        /// Accuse.
        Accuse = "accuse",
        /// Condemn.
        Condemn = "condemn",
        /// Welcome.
        Welcome = "welcome",
        /// Deny, reject.
        Refuse = "refuse",
        /// Demand, propose.
        Ask = "ask",
        /// Promise, agree.
        Commit = "commit",
    }
}

impl Act {
    /// The family in which the act's threads live.
    pub fn family(self) -> ActFamily {
        match self {
            Act::State | Act::Confirm | Act::Warn | Act::Expect => ActFamily::Assert,
            Act::Accuse => ActFamily::Accuse,
            Act::Condemn => ActFamily::Condemn,
            Act::Welcome => ActFamily::Welcome,
            Act::Deny | Act::Reject => ActFamily::Refuse,
            Act::Demand | Act::Propose => ActFamily::Ask,
            Act::Promise | Act::Agree => ActFamily::Commit,
        }
    }
}

named! {
    /// How much of a claim's content stands in quotation marks.
    QuoteKind {
        /// It begins and ends inside quotation marks.
        Direct = "direct",
        /// Part of it does.
        Mixed = "mixed",
        /// None of it does; reported speech.
        Indirect = "indirect",
        /// Nobody is quoted: the outlet's own voice.
        None = "none",
    }
}

named! {
    /// How firmly the source puts it.
    Certainty {
        /// Put as a fact.
        Asserted = "asserted",
        /// Put with may, possibly, allegedly, appears …
        Hedged = "hedged",
    }
}

named! {
    /// How the writer stands to the claim, told by the cue (said / confirmed / claimed).
    Distance {
        /// said, told, according to
        Neutral = "neutral",
        /// confirmed, showed, acknowledged: the writer treats it as true
        Endorsed = "endorsed",
        /// claimed, alleged, scare quotes: the writer keeps away from it
        Distanced = "distanced",
    }
}

named! {
    /// What sort of actor a name stands for.
    ActorKind {
        /// A human being by name.
        Person = "person",
        /// A post or its holder by the post ("the defence minister").
        Office = "office",
        /// A state, its government or its capital used for it.
        State = "state",
        /// An armed group.
        ArmedGroup = "armed_group",
        /// A company, ministry, party, agency or other body.
        Organisation = "organisation",
        /// A newspaper, agency or broadcaster.
        Media = "media",
        /// A report, statement, study, court filing.
        Document = "document",
        /// People by what they have in common ("protesters", "residents").
        Crowd = "crowd",
        /// Somebody who is not named ("two officials"), or nobody at all ("unspecified").
        Unnamed = "unnamed",
    }
}

named! {
    /// What happened to a thread, figure, status, quotation or passage between two snapshots.
    ChangeKind {
        /// In the later version only.
        Added = "added",
        /// In the earlier version only.
        Dropped = "dropped",
        /// Dropped in some version before, present again.
        Restored = "restored",
        /// Other words, same meaning.
        Reworded = "reworded",
        /// Put with more force.
        Strengthened = "strengthened",
        /// Put with less force.
        Softened = "softened",
        /// The same proposition in another mouth.
        SourceChanged = "source_changed",
        /// Aimed at somebody else.
        TargetChanged = "target_changed",
        /// The source does something else with it (said → denied).
        ActChanged = "act_changed",
        /// A number, its qualifier or unit.
        FigureChanged = "figure_changed",
        /// Words inside quotation marks.
        QuoteChanged = "quote_changed",
        /// A name, date or title mended in place.
        Corrected = "corrected",
        /// Only its place.
        Moved = "moved",
        /// A tracked topic is in another state.
        StatusChanged = "status_changed",
        /// Spelling, quotation marks, dashes, white space.
        Typographic = "typographic",
    }
}

named! {
    /// Whether the publisher's own words own up to a change.
    NoticeState {
        /// A notice names this change.
        Declared = "declared",
        /// A notice speaks of it in part, or too vaguely to tell.
        Partial = "partial",
        /// No notice speaks of it.
        Silent = "silent",
        /// Nothing that a publisher would be expected to announce.
        NotApplicable = "not_applicable",
    }
}

named! {
    /// What a person rules on a derived row.
    Ruling {
        /// It is right as it stands.
        Accept = "accept",
        /// It is not what it says.
        Reject = "reject",
        /// It is of another act or kind, named with the decision.
        Relabel = "relabel",
        /// Two threads are one.
        Merge = "merge",
        /// The claim leaves its thread.
        Split = "split",
        /// Takes an earlier decision back.
        Undo = "undo",
    }
}

/// Somebody spoken of at one place, with the actor it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Some words of the text, in one or more pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage<S = CharSpan> {
    /// The pieces joined with " … ".
    pub text: String,
    /// The pieces in text order.
    pub span: Vec<S>,
}

/// Where the smallest clause or sentence stands that shows the whole of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence<S = CharSpan> {
    /// The place.
    pub span: S,
}

/// One assertion at one place of one snapshot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim<S = CharSpan> {
    /// Unique in a store; the same for the same snapshot and place.
    pub id: String,
    /// What the source does.
    pub act: Act,
    /// Who asserts it; `None` is the outlet's own voice.
    pub source: Option<Mention<S>>,
    /// At whom it is aimed (accused, warned, asked).
    pub target: Option<Mention<S>>,
    /// The words that carry the act; `None` for a quotation carried over and for the outlet's own voice.
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
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub via: Option<Mention<S>>,
    /// How sure the extraction is, 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: String,
}

/// A number with what it counts, its qualifier and who gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure<S = CharSpan> {
    /// Unique in a store.
    pub id: String,
    /// killed, injured, missing, abducted, displaced, detained, or the counted noun.
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

/// The state that a text gives a tracked topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status<S = CharSpan> {
    /// Unique in a store.
    pub id: String,
    /// ceasefire, talks, border, or a user's own.
    pub topic: String,
    /// One of the topic's states.
    pub state: String,
    /// Who gives it; `None` is the outlet's own voice.
    pub source: Option<Mention<S>>,
    /// The words that show it.
    pub evidence: Evidence<S>,
}

/// The publisher's own words on a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Whether the publisher owns up to it.
    pub notice: NoticeState,
    /// How material it is, 0 to 1.
    pub weight: f64,
    /// Why it is listed and weighs what it does.
    pub why: String,
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
