//! `compare`: the latest report of each outlet side by side: where they conflict, where they differ, where they agree, what only one of
//! them has.

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::json;

use super::{Scope, count, reads_alone};
use crate::model::{Act, Figure, NARRATOR};
use crate::report::{Cell, Column, Listing, Mark, Rich};
use crate::store::{SnapshotInfo, StoreError};
use crate::track::{Agreement, OutletFinding, OutletVersion, Proposition, compare_outlets, outlet_findings};

const COLUMNS: &[Column] =
    &[Column::name("agreement"), Column::words("what"), Column::text("carried by"), Column::text("in whose mouth"), Column::text("why")];

/// How much to list of what one outlet has alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlyHere {
    /// All of it.
    All,
    /// The weightiest; a line under the table counts the rest.
    Weightiest,
}

/// Rows of what one outlet has alone that are listed where not all are.
const WEIGHTIEST: usize = 12;

/// Propositions over the outlets of the scope, conflicts first; of what one outlet has alone, accusations and denials before figures and
/// states, and these before the rest.
///
/// # Errors
/// Whatever the store refuses.
pub fn compare(scope: &Scope<'_>, only_here: OnlyHere) -> Result<Listing, StoreError> {
    let latest = latest(scope);
    let mut findings = Vec::new();
    let mut threads = FxHashMap::default();
    for member in scope.store.members(scope.story)? {
        threads.insert(member.claim, member.thread);
    }
    for info in &latest {
        findings.extend(read(scope, info, &threads)?);
    }
    let mut propositions = compare_outlets(&findings);
    propositions.sort_by_key(|proposition| (proposition.agreement, rank(&findings, proposition)));
    let with = |agreement| propositions.iter().filter(|found| found.agreement == agreement).count();
    let [conflict, differ, agree, alone] = [Agreement::Conflict, Agreement::Differ, Agreement::Agree, Agreement::OnlyHere].map(with);
    let left_out = if only_here == OnlyHere::All { 0 } else { alone.saturating_sub(WEIGHTIEST) };
    let mut listing = Listing::new("proposition", COLUMNS);
    for proposition in &propositions[..propositions.len() - left_out] {
        listing.push(cells(&findings, proposition), object(&findings, proposition));
    }
    listing.footer.push(format!(
        "{conflict} in conflict, {differ} told differently, {agree} agreed, {alone} in one outlet only; the latest version of {}",
        count(latest.len(), "report")
    ));
    if left_out > 0 {
        listing.footer.push(format!("{left_out} more in one outlet only are not shown: sayso compare --all"));
    }
    Ok(listing)
}

/// Where a proposition stands among those of its agreement.
fn rank(findings: &[OutletFinding], proposition: &Proposition) -> u8 {
    let carried = || proposition.carried.iter().map(|carried| &findings[carried.finding]);
    match proposition.agreement {
        Agreement::OnlyHere if carried().any(|finding| matches!(finding.act(), Act::Accuse | Act::Deny)) => 0,
        Agreement::OnlyHere if carried().any(|finding| !finding.figures().is_empty() || finding.status().is_some()) => 1,
        Agreement::OnlyHere if carried().any(|finding| finding.act() != Act::State) => 2,
        Agreement::OnlyHere => 3,
        _ => 0,
    }
}

/// The last version of each report, in the order of the reports.
fn latest<'s>(scope: &'s Scope<'_>) -> Vec<&'s SnapshotInfo> {
    let is_last = |at: usize, info: &SnapshotInfo| {
        scope.snapshots.get(at + 1).is_none_or(|next| next.outlet != info.outlet || next.report != info.report)
    };
    scope.snapshots.iter().enumerate().filter(|(at, info)| is_last(*at, info)).map(|(_, info)| info).collect()
}

/// What the version gives, as people ruled.
fn read(scope: &Scope<'_>, info: &SnapshotInfo, threads: &FxHashMap<String, String>) -> Result<Vec<OutletFinding>, StoreError> {
    let text = scope.store.text(info.id)?;
    let mut found = scope.store.findings(info.id)?;
    found.claims.retain(|claim| !scope.ruled.is_claim_rejected(&claim.id));
    found.claims = found.claims.into_iter().map(|claim| scope.ruled.claim_as_ruled(claim)).collect();
    let version = OutletVersion { outlet: &info.outlet, seen: info.seen_at(), text: &text, found };
    Ok(outlet_findings(version, |claim| threads.get(claim).cloned()))
}

fn cells(findings: &[OutletFinding], proposition: &Proposition) -> Vec<Cell> {
    let carriers = each(findings, proposition, |finding| finding.outlet.clone());
    let mouths = each(findings, proposition, |finding| {
        let said = format!("{} · {}", finding.source_name(), finding.act().in_words(finding.is_negated()));
        match finding.figures() {
            [] => said,
            figures => format!("{said}: {}", shown(figures).join(", ")),
        }
    });
    vec![
        Rich::new().with(Mark::Strong, name(proposition.agreement)).into(),
        label(findings, proposition).into(),
        carriers.join(", ").into(),
        mouths.join("; ").into(),
        proposition.why.as_str().into(),
    ]
}

/// What it is about, in words that can be read alone: where an act has but a noun for its object ("the attack"), or a pronoun stands for
/// who is meant, those of the whole claim.
fn label<'f>(findings: &'f [OutletFinding], proposition: &'f Proposition) -> &'f str {
    let Some(first) = proposition.carried.first().map(|carried| &findings[carried.finding]) else { return &proposition.label };
    if first.figure().is_some() || reads_alone(first.act(), first.content()) { &proposition.label } else { &first.evidence }
}

fn shown(figures: &[Figure]) -> Vec<String> {
    figures.iter().map(Figure::quantity).collect()
}

/// What `tell` says of each finding that carries the proposition, each answer once.
fn each(findings: &[OutletFinding], proposition: &Proposition, tell: impl Fn(&OutletFinding) -> String) -> Vec<String> {
    let mut known = FxHashSet::default();
    let told = proposition.carried.iter().map(|carried| tell(&findings[carried.finding]));
    told.filter(|told| known.insert(told.to_ascii_lowercase())).collect()
}

fn object(findings: &[OutletFinding], proposition: &Proposition) -> serde_json::Value {
    let carried: Vec<serde_json::Value> = proposition
        .carried
        .iter()
        .map(|carried| {
            let finding = &findings[carried.finding];
            let own_status = finding.status().filter(|_| finding.source_name() == NARRATOR);
            json!({
                "outlet": finding.outlet, "thread": finding.thread().unwrap_or_default(), "claim": claim_id(finding), "act": finding.act(),
                "negated": finding.is_negated(), "source_name": finding.source_name(), "content": finding.content(),
                "figures": shown(finding.figures()), "status": own_status.map(|status| status.given().to_string()),
                "evidence_span": finding.span(), "repeats": carried.repeats.map(|first| claim_id(&findings[first])),
            })
        })
        .collect();
    json!({
        "type": "proposition", "agreement": name(proposition.agreement), "proposition": proposition.label, "why": proposition.why, "carried": carried,
    })
}

/// Empty for a figure by itself.
fn claim_id(finding: &OutletFinding) -> &str {
    finding.claim().map_or("", |given| &given.claim.id)
}

fn name(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Conflict => "conflict",
        Agreement::Differ => "differ",
        Agreement::Agree => "agree",
        Agreement::OnlyHere => "only here",
    }
}
