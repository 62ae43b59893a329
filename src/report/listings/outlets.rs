//! `compare`: the latest report of each outlet side by side: where they conflict, where they differ, where they agree, what only one of
//! them has.

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::json;

use super::{Scope, count, reads_alone};
use crate::lexicon::closed::{self, Class};
use crate::model::{Act, Claim, Figure, Mention, NARRATOR, UNSPECIFIED};
use crate::report::{Cell, Column, Listing, Mark, Rich};
use crate::store::{SnapshotInfo, StoreError};
use crate::text::{CharIndex, CharSpan};
use crate::track::{Agreement, Given, GivenClaim, OutletFinding, PastEvents, Proposition, compare_outlets};

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
        read(scope, info, &threads, &mut findings)?;
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

fn read(
    scope: &Scope<'_>,
    info: &SnapshotInfo,
    threads: &FxHashMap<String, String>,
    out: &mut Vec<OutletFinding>,
) -> Result<(), StoreError> {
    let text = scope.store.text(info.id)?;
    let index = CharIndex::new(&text);
    let found = scope.store.findings(info.id)?;
    // What the publisher says of its own report is no part of the story.
    let is_notice = |claim: &Claim| {
        let mut notices = found.notices.iter().filter_map(|notice| notice.span);
        claim.source.is_none() && notices.any(|span| span.overlaps(claim.evidence.span))
    };
    let figures = Placed::of(&found.figures, |figure| figure.evidence.span);
    let statuses = Placed::of(&found.statuses, |status| status.evidence.span);
    let counted = found.claims.iter().filter(|claim| !scope.ruled.is_claim_rejected(&claim.id) && !is_notice(claim)).cloned();
    for claim in counted.map(|claim| scope.ruled.claim_as_ruled(claim)) {
        let inside = |figure: &&Figure| claim.evidence.span.overlaps(figure.evidence.span) || is_subject(figure, &claim, &text, &index);
        let is_own = |source: Option<&Mention>| source.map(|source| &source.name) == claim.source.as_ref().map(|source| &source.name);
        let mut own = statuses.near(claim.evidence.span).filter(|status| is_own(status.source.as_ref()));
        let given = GivenClaim {
            thread: threads.get(&claim.id).cloned(),
            status: own.find(|status| claim.evidence.span.overlaps(status.evidence.span)).cloned(),
            figures: figures.near(claim.evidence.span).filter(inside).cloned().collect(),
            claim,
        };
        out.push(OutletFinding {
            outlet: info.outlet.clone(),
            seen: info.seen_at(),
            evidence: index.bytes(given.claim.evidence.span).of(&text).to_owned(),
            evidence_start: given.claim.evidence.span.start(),
            given: Given::Claim(Box::new(given)),
        });
    }
    let past = PastEvents::of(&text, info.seen_at());
    let is_of_notice = |figure: &Figure| {
        let mut notices = found.notices.iter().filter_map(|notice| notice.span);
        notices.any(|span| span.overlaps(figure.evidence.span))
    };
    for figure in found.figures.iter().filter(|figure| past.year_of(figure).is_none() && !is_of_notice(figure)) {
        let (sentence, evidence_start) = past.sentence_of(figure);
        out.push(OutletFinding {
            outlet: info.outlet.clone(),
            seen: info.seen_at(),
            evidence: sentence.to_owned(),
            evidence_start,
            given: Given::Figure(Box::new(figure.clone())),
        });
    }
    Ok(())
}

/// What stands in a text, by where it begins: few of these are looked at for each claim.
struct Placed<'f, T> {
    items: Vec<(CharSpan, &'f T)>,
    longest: usize,
}

impl<'f, T> Placed<'f, T> {
    fn of(items: &'f [T], span: impl Fn(&T) -> CharSpan) -> Placed<'f, T> {
        let mut items: Vec<(CharSpan, &T)> = items.iter().map(|item| (span(item), item)).collect();
        items.sort_by_key(|(span, _)| span.start());
        let longest = items.iter().map(|(span, _)| span.end() - span.start()).max().unwrap_or(0);
        Placed { items, longest }
    }

    /// Those that may touch `span`, or end just before it.
    fn near(&self, span: CharSpan) -> impl Iterator<Item = &'f T> {
        let from = self.items.partition_point(|(own, _)| own.start() + self.longest + BEFORE < span.start());
        self.items[from..].iter().take_while(move |(own, _)| own.start() <= span.end()).map(|(_, item)| *item)
    }
}

/// "About 40 drivers are" before what they are expected to do, by nobody who is named.
fn is_subject(figure: &Figure, claim: &Claim, text: &str, index: &CharIndex) -> bool {
    let (from, to) = (figure.evidence.span.end(), claim.evidence.span.start());
    let between = || index.bytes(CharSpan::new(from, to)).of(text);
    let is_aux = |word: &str| closed::classes(&word.to_lowercase()).has(Class::Auxiliary);
    from < to && to - from <= BEFORE && claim.source_name() == UNSPECIFIED && between().split_whitespace().all(is_aux)
}

/// Letters of the auxiliaries between a figure and what is said of it.
const BEFORE: usize = 16;

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
