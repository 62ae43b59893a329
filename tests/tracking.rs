//! What tracking alone reaches: the istanbul-talks story with its gold claims, figures and statuses, scored as the evaluation scores it.
//!
//! Matching is by kind and by overlap of evidence (Jaccard index of character positions of at least 0.3 on either side), one to one.
//! The annotated stories of `fixtures/stories` are scored too. What is reached is held from below; `docs/quality.md` has the figures.

use std::collections::{BTreeMap, BTreeSet};

use sayso::diff;
use sayso::model::{
    Act, ActorKind, Certainty, Change, Claim, Distance, Evidence, Figure, Findings, Mention, Notice, Passage, QuoteKind, Rule, Status,
};
use sayso::text::{CharIndex, CharSpan, Document};
use sayso::track::{Prior, Tracker, Version, VersionDelta};
use serde_json::Value;

const GOLD: &str = include_str!("fixtures/istanbul-gold.json");

/// What the annotated claims of each story give at least: F1 of changes with kind and of any kind, B-cubed F1 of threads. One change
/// found less is below.
const FLOORS: &[(&str, f64, f64, f64)] = &[
    ("acorn-recall", 0.902, 0.962, 0.954),
    ("adzoa-star", 0.879, 0.944, 0.968),
    ("anzur-shelling", 0.88, 0.946, 0.95),
    ("ashby-papers", 0.869, 0.945, 0.933),
    ("brackwater-leak", 0.967, 0.967, 0.996),
    ("brannock-cyclone", 0.896, 0.957, 0.953),
    ("caucasus-corridor", 0.982, 0.996, 0.968),
    ("clinic-inquiry", 0.91, 0.962, 0.952),
    ("data-breach", 0.912, 0.973, 0.971),
    ("dolna-swap", 0.877, 0.928, 0.974),
    ("ellerdale-water", 0.899, 0.951, 0.97),
    ("farrow-ruling", 0.871, 0.921, 0.983),
    ("ferry-sinking", 0.926, 0.958, 0.955),
    ("harbour-strike", 0.988, 0.988, 0.977),
    ("haslett-tonic", 0.856, 0.932, 0.928),
    ("hostage-exchange", 0.931, 0.959, 0.929),
    ("kessit-road", 0.922, 0.971, 0.952),
    ("korsa-line", 0.885, 0.955, 0.963),
    ("lake-ossa", 0.923, 0.959, 0.979),
    ("larch-hill", 0.812, 0.891, 0.963),
    ("marchbank-row", 0.776, 0.882, 0.939),
    ("mesrin-siege", 0.798, 0.934, 0.935),
    ("ndoro-leopard", 0.808, 0.94, 0.978),
    ("oskel-gas", 0.819, 0.911, 0.949),
    ("pennard-bid", 0.82, 0.943, 0.96),
    ("prevost-trial", 0.897, 0.946, 0.946),
    ("recount", 0.896, 0.934, 0.962),
    ("river-truce", 0.989, 0.989, 0.988),
    ("salmera-coup", 0.892, 0.964, 0.96),
    ("skarholm-blast", 0.891, 0.961, 0.938),
    ("tanners-walk", 0.925, 0.942, 0.99),
    ("tarn-hollow-fire", 0.892, 0.951, 0.958),
    ("traders-bank", 0.819, 0.924, 0.981),
    ("velmin-dam", 0.808, 0.916, 0.929),
];

fn span(value: &Value) -> Option<CharSpan> {
    Some(CharSpan::new(value.get(0)?.as_u64()? as usize, value.get(1)?.as_u64()? as usize))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn words(body: &str, span: CharSpan) -> String {
    CharIndex::new(body).bytes(span).of(body).to_owned()
}

fn mention(name: &Value, place: Option<CharSpan>, body: &str) -> Option<Mention> {
    let name = name.as_str().filter(|name| *name != "narrator")?;
    let kind = if name.starts_with("unnamed") { ActorKind::Unnamed } else { ActorKind::State };
    let text = place.map(|place| words(body, place)).unwrap_or_default();
    Some(Mention { text, span: place.into_iter().collect(), name: name.to_owned(), kind })
}

fn claim(report: &str, claim: &Value, body: &str) -> Claim {
    let evidence = span(&claim["evidence_span"]).expect("evidence");
    let content = span(&claim["content_span"]).expect("content");
    Claim {
        id: format!("{report}/{}", text(&claim["id"])),
        act: text(&claim["act"]).parse::<Act>().expect("act"),
        source: mention(&claim["source_name"], span(&claim["source_span"]), body),
        target: mention(&claim["target_name"], None, body),
        cue: span(&claim["cue_span"]).map(|cue| Passage { text: words(body, cue), span: vec![cue] }),
        content: Passage { text: words(body, content), span: vec![content] },
        evidence: Evidence { span: evidence },
        quote: text(&claim["quote"]).parse::<QuoteKind>().expect("quote"),
        certainty: text(&claim["certainty"]).parse::<Certainty>().expect("certainty"),
        distance: Distance::Neutral,
        negated: claim["negated"].as_bool().unwrap_or(false),
        topics: claim["topics"].as_array().map(|topics| topics.iter().map(text).collect()).unwrap_or_default(),
        answers: None,
        via: None,
        confidence: 1.0,
        rule: Rule::Subject,
    }
}

fn figure(report: &str, figure: &Value, body: &str) -> Figure {
    let value = &figure["value"];
    Figure {
        id: format!("{report}/{}", text(&figure["id"])),
        what: text(&figure["what"]),
        low: value.as_f64().or_else(|| value.get(0).and_then(Value::as_f64)),
        high: value.get(1).and_then(Value::as_f64),
        qualifier: figure["qualifier"].as_str().map(str::to_owned),
        unit: text(&figure["unit"]),
        source: mention(&figure["source_name"], None, body),
        cumulative: false,
        evidence: Evidence { span: span(&figure["evidence_span"]).expect("evidence") },
    }
}

fn findings(report: &Value, statuses: &[Value], body: &str) -> Findings {
    let id = text(&report["id"]);
    let each = |key: &str| report[key].as_array().cloned().unwrap_or_default();
    let claims: Vec<Claim> = each("claims").iter().map(|one| claim(&id, one, body)).collect();
    let notices = claims
        .iter()
        .filter(|claim| claim.source.is_none() && claim.act == Act::Confirm)
        .map(|claim| Notice { text: words(body, claim.evidence.span), span: Some(claim.evidence.span) })
        .collect();
    let status = |status: &Value| Status {
        id: text(&status["id"]),
        topic: text(&status["topic"]),
        state: text(&status["state"]),
        contrary: None,
        source: mention(&status["source_name"], None, body),
        evidence: Evidence { span: span(&status["evidence_span"]).expect("evidence") },
    };
    Findings {
        claims,
        figures: each("figures").iter().map(|one| figure(&id, one, body)).collect(),
        statuses: statuses.iter().filter(|one| text(&one["report"]) == id).map(status).collect(),
        notices,
        notes: Vec::new(),
    }
}

/// The file's body: what stands after the front matter.
fn body(id: &str) -> String {
    let path = format!("{}/snapshots/istanbul-talks/{id}.txt", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(&path).expect("a sample of the story");
    match file.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")) {
        Some((_, body)) => body.to_owned(),
        None => file,
    }
}

struct Run {
    gold: Value,
    deltas: Vec<(String, String, VersionDelta)>,
}

/// The sample story of the project.
fn sample() -> Run {
    run(&serde_json::from_str(GOLD).expect("gold"), |report| body(&text(&report["id"])))
}

fn run(gold: &Value, body: impl Fn(&Value) -> String) -> Run {
    run_with(gold, body, findings)
}

/// Follows a story with the findings that `find` gives of a report, its story's statuses and its text.
fn run_with(gold: &Value, body: impl Fn(&Value) -> String, find: impl Fn(&Value, &[Value], &str) -> Findings) -> Run {
    let mut reports: Vec<Value> = gold["reports"].as_array().cloned().unwrap_or_default();
    reports.sort_by_key(|report| text(&report["published_at"]));
    let statuses = gold["statuses"].as_array().cloned().unwrap_or_default();
    let bodies: Vec<String> = reports.iter().map(body).collect();
    let documents: Vec<Document<'_>> = bodies.iter().map(|body| Document::new(body)).collect();
    let outlets: BTreeSet<String> = reports.iter().map(|report| text(&report["outlet"])).collect();
    let mut tracker = Tracker::new();
    // The last version of each outlet's report.
    let mut last: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = Run { gold: gold.clone(), deltas: Vec::new() };
    for (at, report) in reports.iter().enumerate() {
        let id = text(&report["id"]);
        let found = find(report, &statuses, &bodies[at]);
        let versioned = report["version"].as_u64();
        let outlet = text(&report["outlet"]);
        let before = last.get(&outlet).copied().filter(|_| versioned.is_some());
        let comparison = before.map(|before| diff::compare(&documents[before], &documents[at]));
        let facts = match (before, &comparison) {
            (Some(before), Some(comparison)) => diff::facts(&documents[before], &documents[at], comparison),
            _ => Vec::new(),
        };
        let delta = tracker.push(&Version {
            report: versioned.and_then(|_| outlets.iter().position(|other| *other == outlet)).unwrap_or(outlets.len() + at) as i64,
            key: &id,
            document: &documents[at],
            findings: &found,
            prior: before.zip(comparison.as_ref()).map(|(before, comparison)| Prior {
                document: &documents[before],
                comparison,
                facts: &facts,
            }),
            note: None,
        });
        let from = before.map(|before| text(&reports[before]["id"])).unwrap_or_default();
        out.deltas.push((from, id, delta));
        if versioned.is_some() {
            last.insert(outlet, at);
        }
    }
    out
}

/// Places of a gold change on one side.
fn gold_places(gold: &Value, change: &Value, report: &str) -> Vec<CharSpan> {
    let data = gold["reports"].as_array().into_iter().flatten().find(|one| one["id"] == report);
    let of = |key: &str, id: &Value| -> Vec<CharSpan> {
        let rows = data.and_then(|data| data[key].as_array()).into_iter().flatten();
        rows.filter(|row| row["id"] == *id).filter_map(|row| span(&row["evidence_span"])).collect()
    };
    let mut out = Vec::new();
    for thread in change["threads"].as_array().into_iter().flatten() {
        let found = gold["threads"].as_array().into_iter().flatten().find(|one| one["id"] == *thread);
        for member in found.and_then(|thread| thread["members"].as_array()).into_iter().flatten() {
            if member[0] == report {
                out.extend(of("claims", &member[1]));
            }
        }
    }
    change["figures"].as_array().into_iter().flatten().for_each(|id| out.extend(of("figures", id)));
    for id in change["statuses"].as_array().into_iter().flatten() {
        let rows = gold["statuses"].as_array().into_iter().flatten();
        out.extend(rows.filter(|row| row["id"] == *id && row["report"] == report).filter_map(|row| span(&row["evidence_span"])));
    }
    out
}

fn overlap(predicted: Option<CharSpan>, gold: &[CharSpan]) -> f64 {
    let Some(predicted) = predicted else { return 0.0 };
    let predicted: BTreeSet<usize> = (predicted.start()..predicted.end()).collect();
    let jaccard = |other: &BTreeSet<usize>| {
        let shared = predicted.intersection(other).count();
        shared as f64 / (predicted.len() + other.len() - shared).max(1) as f64
    };
    let sets: Vec<BTreeSet<usize>> = gold.iter().map(|span| (span.start()..span.end()).collect()).collect();
    let union: BTreeSet<usize> = sets.iter().flatten().copied().collect();
    sets.iter().chain([&union]).map(jaccard).fold(0.0, f64::max)
}

/// Size of the largest one-to-one matching.
fn matching(edges: &[Vec<usize>]) -> usize {
    fn place(left: usize, edges: &[Vec<usize>], seen: &mut BTreeSet<usize>, held: &mut BTreeMap<usize, usize>) -> bool {
        for right in &edges[left] {
            if seen.insert(*right) && held.get(right).copied().is_none_or(|other| place(other, edges, seen, held)) {
                held.insert(*right, left);
                return true;
            }
        }
        false
    }
    let mut held = BTreeMap::new();
    (0..edges.len()).filter(|left| place(*left, edges, &mut BTreeSet::new(), &mut held)).count()
}

fn f1(run: &Run, kinds_count: bool) -> f64 {
    let golds = run.gold["changes"].as_array().cloned().unwrap_or_default();
    let predicted: Vec<(&str, &str, &Change)> = run
        .deltas
        .iter()
        .flat_map(|(from, to, delta)| delta.changes.iter().map(move |change| (from.as_str(), to.as_str(), change)))
        .collect();
    let places = |change: &Value, side: &str| gold_places(&run.gold, change, &text(&change[side]));
    let gold: Vec<_> = golds.iter().map(|change| (change, places(change, "from"), places(change, "to"))).collect();
    let fits = |(from, to, change): &(&str, &str, &Change), (gold, before, after): &(&Value, Vec<CharSpan>, Vec<CharSpan>)| {
        gold["from"] == *from
            && gold["to"] == *to
            && (!kinds_count || gold["kind"] == change.kind.as_str())
            && overlap(change.evidence_from, before).max(overlap(change.evidence_to, after)) >= 0.3
    };
    let edges: Vec<Vec<usize>> =
        predicted.iter().map(|one| gold.iter().enumerate().filter(|(_, gold)| fits(one, gold)).map(|(at, _)| at).collect()).collect();
    2.0 * matching(&edges) as f64 / (predicted.len() + golds.len()) as f64
}

fn b_cubed(run: &Run) -> f64 {
    let mut gold_of: BTreeMap<String, String> = BTreeMap::new();
    for thread in run.gold["threads"].as_array().into_iter().flatten() {
        for member in thread["members"].as_array().into_iter().flatten() {
            gold_of.insert(format!("{}/{}", text(&member[0]), text(&member[1])), text(&thread["id"]));
        }
    }
    let links: Vec<(String, String)> = run
        .deltas
        .iter()
        .flat_map(|(_, _, delta)| delta.links.iter())
        .map(|link| (gold_of[&link.claim].clone(), link.thread.clone()))
        .collect();
    let count = |keep: &dyn Fn(&(String, String)) -> bool| links.iter().filter(|link| keep(link)).count() as f64;
    let (mut precision, mut recall) = (0.0, 0.0);
    for link in &links {
        let both = count(&|other| other == link);
        precision += both / count(&|other| other.1 == link.1);
        recall += both / count(&|other| other.0 == link.0);
    }
    2.0 * precision * recall / (precision + recall) / links.len() as f64
}

#[test]
fn gold_claims_give_the_gold_changes_and_threads() {
    let run = sample();
    let (with_kind, any_kind, threads) = (f1(&run, true), f1(&run, false), b_cubed(&run));
    assert!(with_kind >= 0.94, "changes with kind: F1 {with_kind:.3}");
    assert!(any_kind >= 0.97, "changes of any kind: F1 {any_kind:.3}");
    assert!(threads >= 0.96, "threads: B-cubed F1 {threads:.3}");
}

#[test]
fn the_same_story_gives_the_same_rows() {
    let (one, other) = (sample(), sample());
    for ((_, _, left), (_, _, right)) in one.deltas.iter().zip(&other.deltas) {
        assert_eq!(left, right);
    }
}

#[test]
fn tracking_alone_reaches_on_every_annotated_story_what_it_did() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/stories");
    let told = |entry: std::fs::DirEntry| entry.path().is_dir().then(|| entry.file_name().to_string_lossy().into_owned());
    let there: BTreeSet<String> =
        std::fs::read_dir(&folder).expect("a folder").filter_map(|entry| told(entry.expect("an entry"))).collect();
    assert_eq!(there, FLOORS.iter().map(|(story, ..)| story.to_string()).collect(), "every story has its floors");
    let mut fallen = Vec::new();
    for (story, with_kind, any_kind, threads) in FLOORS {
        let read = |file: &str| std::fs::read_to_string(folder.join(story).join(file)).expect("a file of the story");
        let gold: Value = serde_json::from_str(&read("gold.json")).expect("gold");
        let run = run(&gold, |report| read(&text(&report["file"])));
        let reached = [f1(&run, true), f1(&run, false), b_cubed(&run)];
        let what = ["changes with kind", "changes of any kind", "threads"];
        for ((what, reached), floor) in what.iter().zip(reached).zip([with_kind, any_kind, threads]) {
            if reached < *floor {
                fallen.push(format!("{story}, {what}: {reached:.3}, and {floor} was reached"));
            }
        }
    }
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}
