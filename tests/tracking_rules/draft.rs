//! Versions under construction, and what the tracker tells of them.

use sayso::diff::{self};
use sayso::model::{
    Act, ActorKind, Certainty, Change, ChangeKind, Claim, Distance, Evidence, Figure, Findings, Mention, Notice, Passage, QuoteKind, Rule,
    Status,
};
use sayso::text::{CharIndex, CharSpan, Document, Span};
use sayso::track::{Prior, Tracker, Version, VersionDelta};

/// One version under construction: its text and what is found in it.
#[derive(Clone)]
pub(crate) struct Draft {
    pub(crate) report: i64,
    pub(crate) text: String,
    pub(crate) found: Findings,
    pub(crate) note: Option<&'static str>,
}

pub(crate) fn draft(text: &str) -> Draft {
    Draft { report: 0, text: text.to_owned(), found: Findings::default(), note: None }
}

impl Draft {
    pub(crate) fn place(&self, words: &str) -> CharSpan {
        let start = self.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {:?}", self.text));
        CharIndex::new(&self.text).chars(Span::new(start, start + words.len()))
    }

    pub(crate) fn mention(&self, name: &str, evidence: &str) -> Option<Mention> {
        let (surface, name) = name.split_once('=').unwrap_or((name, name));
        let at = evidence.find(surface).map(|at| self.place(evidence).start() + evidence[..at].chars().count());
        let span = at.map(|at| CharSpan::new(at, at + surface.chars().count()));
        (!name.is_empty()).then(|| Mention {
            text: surface.to_owned(),
            span: span.into_iter().collect(),
            name: name.to_owned(),
            kind: ActorKind::State,
        })
    }

    /// A claim; a name may be given as `surface=name`.
    pub(crate) fn claim(mut self, act: Act, source: &str, target: &str, evidence: &str) -> Self {
        let span = self.place(evidence);
        let quoted = evidence.contains(['“', '"']);
        self.found.claims.push(Claim {
            id: format!("{}/{}/{}/{}", self.report, self.text.len(), self.found.claims.len(), evidence),
            act,
            source: self.mention(source, evidence),
            target: self.mention(target, evidence),
            cue: None,
            content: Passage { text: evidence.to_owned(), span: vec![span] },
            evidence: Evidence { span },
            quote: if quoted { QuoteKind::Mixed } else { QuoteKind::Indirect },
            certainty: Certainty::Asserted,
            distance: Distance::Neutral,
            negated: false,
            topics: Vec::new(),
            answers: None,
            via: None,
            confidence: 1.0,
            rule: Rule::Subject,
        });
        self
    }

    /// The words that carry the last claim's act.
    pub(crate) fn cue(mut self, words: &str) -> Self {
        let span = self.place(words);
        self.found.claims.last_mut().expect("a claim").cue = Some(Passage { text: words.to_owned(), span: vec![span] });
        self
    }

    /// The words that the last claim's source says.
    pub(crate) fn saying(mut self, words: &str) -> Self {
        let span = self.place(words);
        self.found.claims.last_mut().expect("a claim").content = Passage { text: words.to_owned(), span: vec![span] };
        self
    }

    /// The last claim's quotation goes on with these words.
    pub(crate) fn going_on(mut self, words: &str) -> Self {
        let span = self.place(words);
        self.found.claims.last_mut().expect("a claim").content.span.push(span);
        self
    }

    /// What the source of the last claim is.
    pub(crate) fn by(mut self, kind: ActorKind) -> Self {
        self.found.claims.last_mut().and_then(|claim| claim.source.as_mut()).expect("a source").kind = kind;
        self
    }

    /// The last claim answers the claim before it.
    pub(crate) fn answering(mut self) -> Self {
        let ids: Vec<String> = self.found.claims.iter().map(|claim| claim.id.clone()).collect();
        if let [.., asked, _] = &ids[..] {
            self.found.claims.last_mut().expect("a claim").answers = Some(asked.clone());
        }
        self
    }

    pub(crate) fn figure(mut self, what: &str, value: f64, qualifier: Option<&str>, evidence: &str) -> Self {
        self.found.figures.push(Figure {
            id: evidence.to_owned(),
            what: what.to_owned(),
            low: Some(value),
            high: None,
            qualifier: qualifier.map(str::to_owned),
            unit: "people".to_owned(),
            source: None,
            cumulative: true,
            evidence: Evidence { span: self.place(evidence) },
        });
        self
    }

    pub(crate) fn status(mut self, topic: &str, state: &str, evidence: &str) -> Self {
        let span = self.place(evidence);
        self = self.claim(Act::State, "", "", evidence);
        let claim = self.found.claims.last_mut().expect("a claim");
        (claim.topics, claim.rule, claim.quote) = (vec![topic.to_owned()], Rule::Status, QuoteKind::None);
        let row = Status {
            id: evidence.to_owned(),
            topic: topic.to_owned(),
            state: state.to_owned(),
            contrary: None,
            source: None,
            evidence: Evidence { span },
        };
        self.found.statuses.push(row);
        self
    }

    pub(crate) fn notice(mut self, text: &str) -> Self {
        self.found.notices.push(Notice { text: text.to_owned(), span: Some(self.place(text)) });
        self
    }

    pub(crate) fn of(mut self, report: i64) -> Self {
        self.report = report;
        self.found.claims.iter_mut().for_each(|claim| claim.id = format!("{report}:{}", claim.id));
        self
    }

    pub(crate) fn note(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }
}

/// Feeds the versions to a tracker, in their order.
pub(crate) fn track(versions: &[Draft]) -> (Vec<VersionDelta>, Vec<sayso::track::ThreadState>) {
    let documents: Vec<Document<'_>> = versions.iter().map(|version| Document::new(&version.text)).collect();
    let mut tracker = Tracker::new();
    let mut out = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let before = versions[..at].iter().rposition(|before| before.report == version.report);
        let comparison = before.map(|before| diff::compare(&documents[before], &documents[at]));
        let facts = match (before, &comparison) {
            (Some(before), Some(comparison)) => diff::facts(&documents[before], &documents[at], comparison),
            _ => Vec::new(),
        };
        out.push(tracker.push(&Version {
            report: version.report,
            key: &at.to_string(),
            document: &documents[at],
            findings: &version.found,
            prior: before.zip(comparison.as_ref()).map(|(before, comparison)| Prior {
                document: &documents[before],
                comparison,
                facts: &facts,
            }),
            note: version.note,
        }));
    }
    (out, tracker.threads().cloned().collect())
}

/// The changes of the last version.
pub(crate) fn changes(versions: &[Draft]) -> Vec<Change> {
    track(versions).0.pop().map(|delta| delta.changes).unwrap_or_default()
}

pub(crate) fn kinds(versions: &[Draft]) -> Vec<ChangeKind> {
    changes(versions).into_iter().map(|change| change.kind).collect()
}

pub(crate) const PORT: &str = "The harbour union accused the owners of cutting corners on safety at the oil terminal.";
pub(crate) const OWNERS: &str = "The owners denied cutting corners on safety at the oil terminal.";
pub(crate) const MAYOR: &str = "Mayor Lund said that ferries would run again from the eastern quay next week.";

pub(crate) fn port(order: [usize; 3]) -> Draft {
    let paragraphs = [PORT, OWNERS, MAYOR];
    let text = order.iter().map(|at| paragraphs[*at]).collect::<Vec<_>>().join("\n\n");
    let mut out = draft(&format!("Quarrel at the port\n\n{text}\n"));
    for at in order {
        out = match at {
            0 => out.claim(Act::Accuse, "harbour union", "owners", PORT),
            1 => out.claim(Act::Deny, "owners", "harbour union", OWNERS),
            _ => out.claim(Act::State, "Mayor Lund", "", MAYOR),
        };
    }
    out
}

pub(crate) fn led(name: &str) -> Draft {
    let evidence = format!("The embassy said that {name}, the head of the customs service, would lead the delegation.");
    draft(&format!("Talks\n\n{evidence}\n")).claim(Act::State, "embassy", "", &evidence)
}
