//! The closed lists of the glossary: acts, kinds, rules and rulings, each with the one name that it has in JSON, SQL, tables and help.
//!
//! They stand below every other layer, so that tables of words can name them; `model` gives them on beside its records.

/// A stored name of a kind or a state as a reader is shown it: "source_changed" is "source changed".
pub fn in_words(name: &str) -> String {
    name.replace('_', " ")
}

/// Makes an enum whose variants have one fixed name each, in JSON, SQL, tables and help.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
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
            type Err = $crate::kinds::UnknownName;

            fn from_str(text: &str) -> Result<Self, $crate::kinds::UnknownName> {
                $name::ALL.iter().copied().find(|known| known.as_str() == text).ok_or_else(|| {
                    let known: Vec<&str> = $name::ALL.iter().map(|known| known.as_str()).collect();
                    $crate::kinds::UnknownName::of(stringify!($name), text, &known)
                })
            }
        }
    };
}

pub(crate) use named;

/// A word that names no variant of a closed list.
#[derive(Debug, Clone, thiserror::Error)]
#[error("no {what} is called {given:?}; known: {known}")]
pub struct UnknownName {
    what: &'static str,
    given: String,
    known: String,
}

impl UnknownName {
    pub(crate) fn of(what: &'static str, given: &str, known: &[&str]) -> Self {
        UnknownName { what, given: given.to_owned(), known: known.join(", ") }
    }
}

named! {
    /// How sentences are read for claims.
    #[derive(Default)]
    Syntax {
        /// By patterns over light tags: fast, and at its best with plain sentences.
        Rules = "rules",
        /// By the same patterns held against a dependency parse of every sentence that holds a cue.
        #[default]
        Parser = "parser",
    }
}

named! {
    /// What a source does with its words. The act is the cue's: a neutral "said" is `State` whatever is said.
    #[non_exhaustive]
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

impl Act {
    /// The act as readers are shown it: a negative one (*he did not say*, *she has not been charged*) says so. Of what is asked for,
    /// pledged or foreseen it is most often what is not to be, and the act was done: *she demanded that it not be used*. What is denied or
    /// rejected is not so: that is said by the act.
    pub fn in_words(self, negated: bool) -> String {
        let looks_ahead = matches!(self, Act::Demand | Act::Promise | Act::Propose | Act::Agree | Act::Expect | Act::Warn);
        match self.is_marked(negated) {
            true if looks_ahead => format!("{self} (with a not)"),
            true => format!("{self} (negated)"),
            false => self.to_string(),
        }
    }

    /// Readers are shown that it is a negative one.
    pub(crate) fn is_marked(self, negated: bool) -> bool {
        negated && !matches!(self, Act::Deny | Act::Reject)
    }

    /// The acts that take this one back: who denied it admits it, who promised it refuses it.
    pub(crate) fn contraries(self) -> &'static [Act] {
        match self {
            Act::Deny => &[Act::Confirm],
            Act::Confirm => &[Act::Deny],
            Act::Reject => &[Act::Agree, Act::Promise],
            Act::Agree | Act::Promise => &[Act::Reject],
            Act::Welcome => &[Act::Condemn],
            Act::Condemn => &[Act::Welcome],
            _ => &[],
        }
    }

    /// The one praises what the other finds fault with, or owns up to it.
    pub(crate) fn likes_what_dislikes(self, other: Act) -> bool {
        let likes = |act| matches!(act, Act::Welcome | Act::Confirm);
        let dislikes = |act| matches!(act, Act::Condemn | Act::Accuse);
        likes(self) && dislikes(other) || dislikes(self) && likes(other)
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
    /// What found a claim.
    #[non_exhaustive]
    Rule {
        /// "Y, according to X": a preposition with its source.
        AccordingTo = "according-to",
        /// "X repeated a call for Y": a noun of the act, and a verb that only brings it.
        Brought = "brought",
        /// "X's claim that Y": a noun that carries the act.
        Noun = "noun",
        /// "M quoted X as saying Y": somebody passes on the words of somebody else.
        Relayed = "relayed",
        /// "Y was denied by X", "Y was alleged": a passive.
        Passive = "passive",
        /// "Y seems to be so": a verb whose subject is part of what is asserted.
        Raised = "raised",
        /// "Y is reportedly so": an adverb.
        Adverb = "adverb",
        /// "Asked whether Y": a participle that opens its clause and takes a question.
        Asked = "asked",
        /// "X says Y": a verb or an adjective with its subject.
        Subject = "subject",
        /// "Warning of Y, X left": a participle before the subject.
        Leading = "leading",
        /// "“Y,” said X": a verb before its subject.
        Inverted = "inverted",
        /// "X: Y" in a headline or before a quotation.
        Colon = "colon",
        /// A turn of a transcript.
        Turn = "turn",
        /// A quotation, a dash and a name.
        Signed = "signed",
        /// "Y – X" in a headline.
        Ascribed = "ascribed",
        /// "X had one answer: “Y”": a quotation after a colon.
        Introduced = "introduced",
        /// "X lives there. “Y.”": a quotation beside a sentence about one person.
        Beside = "beside",
        /// A quotation that goes on in a later paragraph.
        CarriedOver = "carried-over",
        /// "denied X's charge": a claim that the words of a denial name.
        OwnedCharge = "owned-charge",
        /// A verb whose subject and clause the parse alone sees.
        Parsed = "parsed",
        /// A correction, in the outlet's own voice.
        Correction = "correction",
        /// The state of a topic that nobody is cited for, in the outlet's own voice.
        Status = "status",
    }
}

impl Rule {
    /// What it finds need not name a source: somebody asserts it, and the text does not say who.
    pub(crate) fn is_impersonal(self) -> bool {
        matches!(self, Rule::Passive | Rule::Raised | Rule::Adverb)
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
    #[non_exhaustive]
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
        /// A name, date, title or another detail mended in place.
        Corrected = "corrected",
        /// Only its place.
        Moved = "moved",
        /// A tracked topic is in another state, or what is so now is told in other words.
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
    /// What a person can rule on.
    SubjectKind {
        /// One assertion at one place.
        Claim = "claim",
        /// One claim followed through versions and outlets.
        Thread = "thread",
        /// What happened between two snapshots.
        Change = "change",
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

impl Ruling {
    /// It says what a row is, and not with which others it belongs or what is taken back; of several on a row the last counts.
    pub fn is_verdict(self) -> bool {
        matches!(self, Ruling::Accept | Ruling::Reject | Ruling::Relabel)
    }
}
