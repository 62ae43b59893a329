//! Who accused whom, as the text tells it: a denial that does not say whom it answers is aimed at whoever accused the one who denies.
//!
//! Known failure: of two who accused the same actor, the one before the denial is taken, whatever it is that is denied.

use crate::model::{Act, ActorKind, Claim, Mention};
use crate::text::Span;

use super::Resolver;

/// An accusation with both its sides.
pub(super) struct Charge {
    at: usize,
    by: Mention<Span>,
    against: String,
}

/// The accusations of a text whose accuser and accused it names, in the order of `claims`.
pub(super) fn charges(claims: &[Claim<Span>]) -> Vec<Charge> {
    let charge = |claim: &Claim<Span>| {
        let by = claim.source.clone().filter(|source| !source.span.is_empty() && source.kind != ActorKind::Unnamed)?;
        let against = claim.target.as_ref()?.name.clone();
        Some(Charge { at: claim.evidence.span.start(), by: Mention { text: String::new(), span: Vec::new(), ..by }, against })
    };
    claims.iter().filter(|claim| claim.act == Act::Accuse).filter_map(charge).collect()
}

impl Resolver<'_, '_> {
    /// Whoever accused `denier`, or whom the denier serves: last before `at`, else first after it.
    pub(super) fn accuser(&self, denier: &str, at: usize, charges: &[Charge]) -> Option<Mention<Span>> {
        let employer = self.register.employer(denier);
        let is_meant = |charge: &&Charge| (charge.against == denier || employer == Some(&charge.against)) && charge.by.name != denier;
        let before = charges.iter().filter(|charge| charge.at <= at).filter(is_meant).max_by_key(|charge| charge.at);
        let after = || charges.iter().filter(is_meant).min_by_key(|charge| charge.at);
        before.or_else(after).map(|charge| charge.by.clone())
    }
}
