//! What an outlet gives in a version: claims, and figures that each stand for themselves, whatever claim they are in.

use super::series::is_toll;
use crate::model::{Act, Claim, Figure, Status};
use crate::text::CharSpan;

/// What an outlet gives in a version, and where that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct OutletFinding {
    /// Who publishes.
    pub outlet: String,
    /// When its version was seen, in seconds.
    pub seen: Option<i64>,
    /// The words of a claim's evidence; of a figure's sentence.
    pub evidence: String,
    /// Where these begin.
    pub evidence_start: usize,
    /// What it is.
    pub given: Given,
}

/// What an outlet gives. Claims are compared with claims, and figures with figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A claim with what stands inside it.
    Claim(Box<GivenClaim>),
    /// A figure, whatever is said of it.
    Figure(Box<Figure>),
}

/// A claim of an outlet with what stands inside it.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenClaim {
    /// The claim under the act that was ruled.
    pub claim: Claim,
    /// Its thread; `None` where that was rejected.
    pub thread: Option<String>,
    /// The tracked state that it gives.
    pub status: Option<Status>,
    /// Figures inside the evidence.
    pub figures: Vec<Figure>,
}

impl OutletFinding {
    /// The claim, if it is one.
    pub fn claim(&self) -> Option<&GivenClaim> {
        match &self.given {
            Given::Claim(claim) => Some(claim),
            Given::Figure(_) => None,
        }
    }

    /// The figure, if it is one by itself.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.given {
            Given::Claim(_) => None,
            Given::Figure(figure) => Some(figure),
        }
    }

    /// What the source does; a figure is stated.
    pub fn act(&self) -> Act {
        self.claim().map_or(Act::State, |given| given.claim.act)
    }

    /// The source asserts that it is not so.
    pub fn is_negated(&self) -> bool {
        self.claim().is_some_and(|given| given.claim.negated)
    }

    /// Who asserts it; "narrator" for the outlet's own voice.
    pub fn source_name(&self) -> &str {
        match &self.given {
            Given::Claim(given) => given.claim.source_name(),
            Given::Figure(figure) => figure.source_name(),
        }
    }

    /// What is asserted: for a toll what befell, for another figure its sentence.
    pub fn content(&self) -> &str {
        match &self.given {
            Given::Claim(given) => &given.claim.content.text,
            Given::Figure(figure) if is_toll(&figure.what) => &figure.what,
            Given::Figure(_) => &self.evidence,
        }
    }

    /// The figures that it gives.
    pub fn figures(&self) -> &[Figure] {
        match &self.given {
            Given::Claim(given) => &given.figures,
            Given::Figure(figure) => std::slice::from_ref(figure),
        }
    }

    /// The tracked state that a claim gives.
    pub fn status(&self) -> Option<&Status> {
        self.claim()?.status.as_ref()
    }

    /// Where it stands.
    pub fn span(&self) -> CharSpan {
        match &self.given {
            Given::Claim(given) => given.claim.evidence.span,
            Given::Figure(figure) => figure.evidence.span,
        }
    }

    /// The thread of a claim.
    pub fn thread(&self) -> Option<&str> {
        self.claim()?.thread.as_deref()
    }

    /// At whom a claim is aimed.
    pub(super) fn target(&self) -> Option<&str> {
        self.claim()?.claim.target.as_ref().map(|target| target.name.as_str())
    }

    /// A figure of something else than a toll, which is told by its event.
    pub(super) fn thing(&self) -> Option<&Figure> {
        self.figure().filter(|figure| !is_toll(&figure.what))
    }

    /// What befell the people whom a figure counts.
    pub(super) fn toll(&self) -> Option<&str> {
        self.figures().iter().map(|figure| figure.what.as_str()).find(|what| is_toll(what))
    }
}
