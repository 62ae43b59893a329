//! What holds for every text and every pair of texts: asked of generated ones here, of any bytes by the fuzz targets in `fuzz/`,
//! which share this file.

use std::collections::HashSet;

use sayso::claims::extract;
use sayso::diff::{Comparison, LinkKind, WordOp, blame, compare, compare_texts, facts};
use sayso::ingest;
use sayso::lexicon::Knowledge;
use sayso::model::{Findings, Mention, Passage};
use sayso::pipeline::{self, Pipeline};
use sayso::store::Store;
use sayso::text::{CharSpan, Document, Span};

/// The parts of a text stand in order, one inside the other, slice exactly, and leave out nothing but white space.
pub fn text(text: &str) {
    let document = Document::new(text);
    let is_gap = |from: usize, to: usize| text[from..to].chars().all(char::is_whitespace);
    let mut at = (0, 0);
    for (index, sentence) in document.sentences.iter().enumerate() {
        let span = sentence.span;
        assert!(is_gap(at.0, span.start()) && !document.slice(span).is_empty(), "{span:?}");
        assert!(document.segment_of(index).span.contains(span), "{span:?} leaves its segment");
        assert_eq!(document.sentence_at(span.start()), Some(index));
        at.0 = span.end();
        for token in document.tokens_of(index) {
            assert!(is_gap(at.1, token.span.start()) && span.contains(token.span), "{:?}", token.span);
            assert!(
                !document.slice(token.span).is_empty() && !document.slice(token.span).contains(char::is_whitespace) || is_number(token)
            );
            at.1 = token.span.end();
        }
    }
    assert!(is_gap(at.0, text.len()) && is_gap(at.1, text.len()));
    assert!(document.segments.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
    for quotation in &document.quotations {
        assert!(quotation.span.contains(quotation.inner) && document.slice(quotation.span).contains(document.slice(quotation.inner)));
    }
}

/// `12 000` with a narrow space is one number.
fn is_number(token: &sayso::text::Token) -> bool {
    token.kind == sayso::text::TokenKind::Number
}

/// The steps rebuild the later text, the other way round the links are mirrored, a text is equal to itself, facts point at words.
pub fn pair(from: &str, to: &str) {
    let (old, new) = (Document::new(from), Document::new(to));
    let forth = compare(&old, &new);
    assert_eq!(rebuilt(&old, &new, &forth), to);
    let back = compare(&new, &old);
    assert_eq!(shape(&forth, false), shape(&back, true));
    assert_eq!(forth.suppressed, back.suppressed);
    let found = facts(&old, &new, &forth);
    for fact in &found {
        assert!(fact.old.is_some() || fact.new.is_some());
        assert!(fact.old.is_none_or(|span| !old.slice(span).is_empty()) && fact.new.is_none_or(|span| !new.slice(span).is_empty()));
    }
    let read = compare_texts(from, to);
    assert_eq!((read.facts, read.comparison), (found, forth));
    let spans = |document: &Document<'_>| document.sentences.iter().map(|sentence| sentence.span).collect::<Vec<_>>();
    assert_eq!((spans(&read.from), spans(&read.to)), (spans(&old), spans(&new)));
    let own = compare(&new, &new);
    assert!(own.links.iter().all(|link| link.kind == LinkKind::Same && link.words.is_empty()));
    assert!(facts(&new, &new, &own).is_empty());
    assert_eq!(own.suppressed, Default::default());
    let origins = blame([from, to, from].map(str::to_owned));
    assert_eq!(origins.sentences.len(), old.sentences.len());
}

/// Every span of a claim points at the words that the claim gives, and claims stand in the order of their evidence.
pub fn claims(text: &str) {
    let claims = extract(&Document::new(text)).claims;
    for claim in &claims {
        let words: Vec<&str> = claim.content.span.iter().map(|span| span.of(text)).collect();
        assert_eq!(claim.content.text, words.join(" … "));
        let mentions = claim.source.iter().chain(&claim.target).flat_map(|mention| mention.span.iter().map(move |span| (mention, span)));
        for (mention, span) in mentions {
            assert_eq!(span.of(text), mention.text);
        }
        assert!(!claim.evidence.span.of(text).is_empty());
    }
    assert!(claims.windows(2).all(|pair| pair[0].evidence.span <= pair[1].evidence.span));
}

/// What the pipeline finds by its default reading holds together: spans in scalar values slice the text, every id is there once,
/// findings stand in the order of the text, and what a claim answers is a claim.
pub fn findings(text: &str) {
    hold_together(&pipeline::findings("k", text), text);
}

/// The same with a topic of the user's own, where it is one.
pub fn knowledge(topic: &str, text: &str) {
    if let Ok(knowledge) = Knowledge::read(None, &[topic.to_owned()]) {
        hold_together(&Pipeline::new(knowledge).findings("k", text), text);
    }
}

/// A file's bytes give a text without what a text cannot hold, or an error.
pub fn file(raw: &[u8]) {
    for media_type in ["text/plain", "text/markdown"] {
        if let Some(capture) = ingest::reread("f", media_type, raw) {
            assert!(!capture.text.trim().is_empty() && !capture.text.contains(['\0', '\r']), "{:?}", capture.text);
            text(&capture.text);
        }
    }
}

/// Whatever is asked of a store is answered or refused, and nothing is written.
pub fn asked(words: &str) {
    let store = Store::in_memory().expect("a store needs no disk");
    let before = store.query("SELECT count(*), total_changes() FROM sqlite_schema").expect("a query");
    let _ = (store.query(words), store.resolve(words), store.story(words), store.search(words, None, 3));
    assert_eq!(store.query("SELECT count(*), total_changes() FROM sqlite_schema").expect("a query"), before, "{words:?}");
}

fn hold_together(found: &Findings, text: &str) {
    let chars: Vec<char> = text.chars().collect();
    let slice = |span: &CharSpan| -> String { chars[span.start()..span.end()].iter().collect() };
    let holds_together = |place: &str, words: &str, spans: &[CharSpan]| {
        let pieces: Vec<String> = spans.iter().map(slice).collect();
        assert_eq!(pieces.join(" … "), words, "{place} of {text:?}");
    };
    let passage = |place: &str, passage: &Passage| holds_together(place, &passage.text, &passage.span);
    let mention = |place: &str, mention: &Mention| {
        holds_together(place, &mention.text, &mention.span);
        assert!(!mention.name.is_empty(), "a {place} without a name in {text:?}");
    };
    let mut ids = HashSet::new();
    for claim in &found.claims {
        assert!(ids.insert(&claim.id), "{} twice in {text:?}", claim.id);
        passage("content", &claim.content);
        claim.cue.iter().for_each(|cue| passage("cue", cue));
        for (place, mentioned) in [("source", &claim.source), ("target", &claim.target), ("medium", &claim.via)] {
            mentioned.iter().for_each(|mentioned| mention(place, mentioned));
        }
        assert!(!slice(&claim.evidence.span).is_empty() && (0.0..=1.0).contains(&claim.confidence));
    }
    for claim in &found.claims {
        assert!(claim.answers.as_ref().is_none_or(|answered| ids.contains(answered) && *answered != claim.id), "{claim:?}");
    }
    assert!(found.claims.is_sorted_by_key(|claim| claim.evidence.span), "claims out of order in {text:?}");
    for figure in &found.figures {
        assert!(ids.insert(&figure.id) && !slice(&figure.evidence.span).is_empty(), "{figure:?} in {text:?}");
        figure.source.iter().for_each(|source| mention("source", source));
    }
    for status in &found.statuses {
        assert!(ids.insert(&status.id) && !slice(&status.evidence.span).is_empty(), "{status:?} in {text:?}");
        status.source.iter().for_each(|source| mention("source", source));
    }
    assert!(found.figures.is_sorted_by_key(|figure| figure.evidence.span), "figures out of order in {text:?}");
    assert!(found.statuses.is_sorted_by_key(|status| status.evidence.span), "statuses out of order in {text:?}");
    for notice in &found.notices {
        notice.span.iter().for_each(|span| assert_eq!(slice(span), notice.text, "{notice:?} in {text:?}"));
    }
}

fn passage(document: &Document<'_>, sentences: &[usize]) -> Span {
    sentences.iter().map(|at| document.sentences[*at].span).reduce(Span::cover).unwrap_or_default()
}

/// Puts the later text together again: link by link in its order, from what the earlier text keeps and the steps put in.
fn rebuilt(from: &Document<'_>, to: &Document<'_>, comparison: &Comparison) -> String {
    let mut out = String::new();
    let mut at = 0;
    for link in comparison.links.iter().filter(|link| !link.to.is_empty()) {
        let place = passage(to, &link.to);
        out.push_str(&to.text[at..place.start()]);
        at = place.end();
        match link.kind {
            LinkKind::Added => out.push_str(to.slice(place)),
            LinkKind::Same | LinkKind::Moved if link.words.is_empty() => out.push_str(from.slice(passage(from, &link.from))),
            _ => link.words.iter().for_each(|step| {
                out.push_str(if step.op == WordOp::Equal { from.slice(step.from) } else { to.slice(step.to) });
            }),
        }
    }
    out.push_str(&to.text[at..]);
    out
}

fn shape(comparison: &Comparison, is_mirrored: bool) -> Vec<(String, Vec<usize>, Vec<usize>)> {
    let mirrored = |kind| match kind {
        LinkKind::Split => LinkKind::Merged,
        LinkKind::Merged => LinkKind::Split,
        LinkKind::Added => LinkKind::Removed,
        LinkKind::Removed => LinkKind::Added,
        other => other,
    };
    let links = comparison.links.iter().map(|link| match is_mirrored {
        true => (format!("{:?}", mirrored(link.kind)), link.to.clone(), link.from.clone()),
        false => (format!("{:?}", link.kind), link.from.clone(), link.to.clone()),
    });
    let mut links: Vec<_> = links.collect();
    links.sort();
    links
}
