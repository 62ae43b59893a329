//! The store on real files: what it refuses, what it keeps, what it gives back.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::ingest;
use crate::model::{
    Act, ActorKind, Certainty, Change, ChangeKind, Claim, ComparedWording, Distance, Evidence, Figure, Mention, Notice, NoticeState,
    Passage, QuoteKind, Rule, Ruling, Status, SubjectKind,
};
use crate::text::CharSpan;

mod asked;
mod damaged;
mod decided;
mod derived;
mod evidence;
mod opened;
mod plans;

const AT_ONCE: Duration = Duration::from_millis(20);

struct House {
    folder: TempDir,
}

impl House {
    fn new() -> Self {
        House { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("sayso.db")
    }

    fn open(&self, access: Access) -> Result<Store, StoreError> {
        Store::open_with(&self.path(), access, AT_ONCE)
    }

    fn create(&self) -> Store {
        self.open(Access::Create).unwrap()
    }

    /// The file as another program sees it, without our settings.
    fn foreign(&self) -> Connection {
        Connection::open(self.path()).unwrap()
    }
}

fn capture(text: &str, captured_at: Option<i64>) -> Capture {
    Capture {
        origin: format!("{}.txt", slug(text)),
        media_type: "text/plain".to_owned(),
        raw: text.as_bytes().to_vec(),
        captured_at,
        text: text.to_owned(),
        title: text.to_owned(),
        ..Capture::default()
    }
}

const PLACE: Place<'static> = Place { story: "Istanbul Talks", outlet: "Frontier Wire", report: "Main" };

fn import(store: &mut Store, place: Place<'_>, texts: &[(&str, Option<i64>)]) -> Vec<SnapshotId> {
    let mut writer = store.writer().unwrap();
    let ids = texts.iter().map(|(text, at)| writer.add(&capture(text, *at), place, 100).unwrap().id()).collect();
    writer.commit().unwrap();
    ids
}

fn references(store: &Store) -> Vec<(String, String)> {
    store.snapshots(None).unwrap().into_iter().map(|info| (info.reference, info.title)).collect()
}

fn reread(info: &SnapshotInfo, raw: &[u8]) -> Option<Capture> {
    ingest::reread(&info.origin, &info.media_type, raw)
}

fn span(start: u32, end: u32) -> CharSpan {
    CharSpan::from((start, end))
}

fn mention(text: &str) -> Mention {
    Mention { text: text.to_owned(), span: vec![span(0, 5), span(7, 9)], name: text.to_uppercase(), kind: ActorKind::ArmedGroup }
}

fn findings() -> Findings {
    let claim = Claim {
        id: "c1".to_owned(),
        act: Act::Accuse,
        source: Some(mention("Kabul")),
        target: Some(Mention { text: String::new(), span: Vec::new(), name: "unspecified".to_owned(), kind: ActorKind::Unnamed }),
        cue: Some(Passage { text: "accused".to_owned(), span: vec![span(6, 13)] }),
        content: Passage { text: "100% \"mortar\" fire_\n…".to_owned(), span: vec![span(14, 20), span(30, 41)] },
        evidence: Evidence { span: span(0, 41) },
        quote: QuoteKind::Mixed,
        certainty: Certainty::Hedged,
        distance: Distance::Distanced,
        negated: true,
        topics: vec!["ceasefire".to_owned(), "a \"b\"".to_owned()],
        answers: Some("c2".to_owned()),
        via: Some(mention("AFP")),
        confidence: 0.1 + 0.2,
        rule: Rule::Subject,
    };
    let own_voice = Claim {
        id: "c2".to_owned(),
        act: Act::State,
        source: None,
        target: None,
        cue: None,
        answers: None,
        via: None,
        topics: Vec::new(),
        quote: QuoteKind::None,
        negated: false,
        ..claim.clone()
    };
    let figure = Figure {
        id: "f1".to_owned(),
        what: "killed".to_owned(),
        low: Some(17.0),
        high: None,
        qualifier: Some("at least".to_owned()),
        unit: "people".to_owned(),
        source: Some(mention("Health officials")),
        cumulative: true,
        evidence: Evidence { span: span(3, 9) },
    };
    let status = Status {
        id: "s1".to_owned(),
        topic: "ceasefire".to_owned(),
        state: "in_effect".to_owned(),
        contrary: Some("violated".to_owned()),
        source: None,
        evidence: Evidence { span: span(1, 2) },
    };
    Findings {
        claims: vec![claim, own_voice],
        figures: vec![figure.clone(), Figure { id: "f2".to_owned(), low: None, high: Some(0.5), qualifier: None, source: None, ..figure }],
        statuses: vec![status],
        notices: vec![Notice { text: "Corrected".to_owned(), span: Some(span(4, 8)) }, Notice { text: "beside".to_owned(), span: None }],
        notes: vec!["not English".to_owned()],
    }
}

fn tracking(from: SnapshotId, to: SnapshotId) -> Tracking {
    let thread = Thread {
        id: "t1".to_owned(),
        act: Act::Accuse,
        source_name: "Afghanistan".to_owned(),
        target_name: None,
        wording: "fire".to_owned(),
        answers: None,
    };
    let change = Change {
        id: "x1".to_owned(),
        kind: ChangeKind::Softened,
        thread: Some("t1".to_owned()),
        act: Some(Act::Deny),
        source_name: String::new(),
        evidence_from: None,
        evidence_to: Some(span(2, 6)),
        before: String::new(),
        after: "said".to_owned(),
        of: Some("killed".to_owned()),
        notice: NoticeState::Silent,
        weight: 0.3,
        why: "weaker verb".to_owned(),
    };
    let member =
        |snapshot| NewMember { thread: "t1".to_owned(), snapshot, claim: "c1".to_owned(), score: 1.0, reason: "began it".to_owned() };
    Tracking {
        threads: vec![followed(thread)],
        members: vec![member(to), member(from)],
        changes: vec![
            StoredChange { from, to, change: change.clone(), owned_in: None },
            StoredChange { from: to, to: from, change: Change { id: "x0".to_owned(), act: None, thread: None, ..change }, owned_in: None },
        ],
        ..Tracking::default()
    }
}

fn followed(thread: Thread) -> FollowedThread {
    FollowedThread {
        position: 0,
        thread,
        answers: None,
        status: Some("talks/failed".to_owned()),
        ever_accused: true,
        rejected: false,
        wordings: vec![ComparedWording { stems: vec!["truce".to_owned()], numbers: vec!["7".to_owned()], ..ComparedWording::default() }],
    }
}

fn derive(store: &mut Store, ids: &[SnapshotId]) {
    let mut writer = store.writer().unwrap();
    for id in ids {
        writer.put_findings(*id, &findings()).unwrap();
    }
    writer.put_tracking(PLACE.story, &tracking(ids[0], ids[1])).unwrap();
    writer.set_derived_by("0.1.0 lexicon abc").unwrap();
    writer.commit().unwrap();
}

fn decision(ruling: Ruling) -> NewDecision {
    NewDecision {
        ruling,
        subject: Subject { kind: SubjectKind::Claim, row: "c1".to_owned(), sha256: "a".repeat(64), span: span(0, 4), change: None },
        detail: Some("deny".to_owned()),
        with: None,
        who: "editor".to_owned(),
        why: None,
        decided_at: 7,
    }
}
