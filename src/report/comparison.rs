//! `diff` for readers: the facts that changed on top, then each passage with what was taken out and put in; a move is drawn once.

use super::listings::count;
use super::{Block, Column, Listing, Mark, Report, Rich, Section, WordDiff};
use crate::diff::{self, Comparison, Fact, Link, LinkKind, WordOp};
use crate::lexicon::actors::World;
use crate::model::in_words;
use crate::text::{Document, Span};

/// What of a comparison is to be shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Unchanged sentences shown around each change.
    pub context: usize,
    /// Only the facts.
    pub facts_only: bool,
    /// Only passages in which words changed, not those that came, went or moved whole, and no facts.
    pub words_only: bool,
    /// Passages that differ in typography alone, too.
    pub noise: bool,
    /// Plugs, related links, credits and update stamps, too.
    pub furniture: bool,
    /// Passages as rows for programs, which read no marked words.
    pub rows: bool,
}

/// One side of a comparison.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// How the user named it.
    pub name: &'a str,
    /// Its text and parts.
    pub document: &'a Document<'a>,
}

/// The facts and passages that changed between two texts, with these names of the world.
pub fn comparison(world: &World, from: Side<'_>, to: Side<'_>, view: View) -> Report {
    let found = diff::compare(from.document, to.document);
    let facts = diff::facts_with(world, from.document, to.document, &found);
    let mut report = Report { title: format!("{} → {}", from.name, to.name), ..Report::default() };
    report.subtitle.push(summary(&found, view.furniture));
    report.subtitle.extend(suppressed(&found, view.noise));
    if !facts.is_empty() && !view.words_only {
        report
            .sections
            .push(Section { heading: "Facts".to_owned(), blocks: vec![Block::Listing(fact_listing(from.document, to.document, &facts))] });
    }
    if facts.is_empty() && view.facts_only {
        report.subtitle.push("no facts differ".to_owned());
    }
    if !view.facts_only {
        let made = if view.rows { passage_rows } else { passages };
        let blocks = made(from.document, to.document, &found, view);
        if !blocks.is_empty() {
            report.sections.push(Section { heading: "Passages".to_owned(), blocks });
        }
    }
    report
}

fn passages(from: &Document<'_>, to: &Document<'_>, found: &Comparison, view: View) -> Vec<Block> {
    let shown: Vec<bool> = found.links.iter().map(|link| is_shown(link, view)).collect();
    let near = |at: usize| shown[at.saturating_sub(view.context)..(at + view.context + 1).min(shown.len())].iter().any(|shown| *shown);
    let mut blocks = Vec::new();
    let mut is_gap = false;
    for (at, link) in found.links.iter().enumerate() {
        let block = if shown[at] {
            Block::WordDiff(passage(from, to, link, view.noise))
        } else if near(at) && !link.to.is_empty() {
            Block::Paragraph(Rich::new().with(Mark::Faint, cover(to, &link.to).of(to.text)))
        } else {
            is_gap |= !link.to.is_empty();
            continue;
        };
        // Context of one change does not run into that of the next.
        if std::mem::take(&mut is_gap) && !blocks.is_empty() && view.context > 0 {
            blocks.push(Block::Paragraph(Rich::new().with(Mark::Faint, GAP)));
        }
        blocks.push(block);
    }
    blocks
}

/// The passages that changed, a row each: what became of it, which sentences, and their words.
fn passage_rows(from: &Document<'_>, to: &Document<'_>, found: &Comparison, view: View) -> Vec<Block> {
    let columns = [Column::name("passage"), Column::name("from"), Column::name("to"), Column::text("before"), Column::text("after")];
    let mut listing = Listing::new("changed", &columns);
    for link in found.links.iter().filter(|link| is_shown(link, view)) {
        let words =
            |side: &Document<'_>, sentences: &[usize]| (!sentences.is_empty()).then(|| cover(side, sentences).of(side.text).to_owned());
        let (before, after) = (words(from, &link.from), words(to, &link.to));
        let object = serde_json::json!({
            "type": "changed", "kind": link.kind.as_str(), "from": link.from, "to": link.to, "before": before, "after": after,
            "furniture": link.furniture,
        });
        let cells = vec![link.kind.as_str().into(), place(&link.from).into(), place(&link.to).into(), before.into(), after.into()];
        listing.push(cells, object);
    }
    if listing.rows.is_empty() { Vec::new() } else { vec![Block::Listing(listing)] }
}

/// Stands where passages were left out between two that are shown.
const GAP: &str = "⋯";

fn is_shown(link: &Link, view: View) -> bool {
    match link.kind {
        LinkKind::Same => false,
        LinkKind::Typographic => view.noise,
        LinkKind::Added | LinkKind::Removed | LinkKind::Moved if view.words_only => false,
        _ => view.furniture || !link.furniture,
    }
}

fn passage(from: &Document<'_>, to: &Document<'_>, link: &Link, noise: bool) -> WordDiff {
    WordDiff {
        label: in_words(link.kind.as_str()),
        from_place: place(&link.from),
        to_place: place(&link.to),
        runs: runs(from, to, link, noise),
    }
}

/// "sentence 3", "sentences 3–4"
fn place(sentences: &[usize]) -> String {
    match sentences {
        [] => String::new(),
        [only] => format!("sentence {}", only + 1),
        [first, .., last] => format!("sentences {}–{}", first + 1, last + 1),
    }
}

/// The passage's words with their changes; differences of writing alone are marked only where `noise` is wanted.
fn runs(from: &Document<'_>, to: &Document<'_>, link: &Link, noise: bool) -> Rich {
    let (before, after) = (cover(from, &link.from).of(from.text), cover(to, &link.to).of(to.text));
    match link.kind {
        LinkKind::Added => return Rich::new().with(Mark::Inserted, after),
        LinkKind::Removed => return Rich::new().with(Mark::Deleted, before),
        _ if link.words.is_empty() => return Rich::from(after),
        _ => {}
    }
    let mut out = Rich::new();
    for change in &link.words {
        let (old, new) = (change.from.of(from.text), change.to.of(to.text));
        match change.op {
            _ if change.noise && !noise => out.push(Mark::Plain, new),
            WordOp::Equal => out.push(Mark::Plain, new),
            _ => {
                if !old.is_empty() {
                    out.push(Mark::Deleted, old);
                }
                if !new.is_empty() {
                    out.push(Mark::Inserted, new);
                }
            }
        }
    }
    out
}

fn cover(document: &Document<'_>, sentences: &[usize]) -> Span {
    let spans = sentences.iter().map(|at| document.sentences[*at].span);
    spans.reduce(Span::cover).unwrap_or_default()
}

/// The facts as rows: kind, old, new.
fn fact_listing(from: &Document<'_>, to: &Document<'_>, facts: &[Fact]) -> Listing {
    let mut listing = Listing::new("fact", &[Column::name("fact"), Column::text("before"), Column::text("after")]);
    for fact in facts {
        let (old, new) = (fact.old.map(|span| from.slice(span)), fact.new.map(|span| to.slice(span)));
        let side = |words: Option<&str>, mark| words.map(|words| Rich::new().with(mark, words)).into();
        let object = serde_json::json!({"kind": fact.kind.as_str(), "old": old, "new": new});
        listing.push(vec![fact.kind.as_str().into(), side(old, Mark::Deleted), side(new, Mark::Inserted)], object);
    }
    listing
}

/// "36 passages: 31 same, 4 edited; furniture: 1 edited (not shown)"
fn summary(found: &Comparison, shows_furniture: bool) -> String {
    if found.links.is_empty() {
        return "no passages on either side".to_owned();
    }
    let is_apart = |link: &&Link| link.furniture && link.kind != LinkKind::Same;
    let reporting = counts(found.links.iter().filter(|link| !is_apart(link)));
    let furniture = counts(found.links.iter().filter(is_apart));
    let shown = if shows_furniture { "" } else { " (not shown)" };
    let furniture = if furniture.is_empty() { furniture } else { format!("furniture: {furniture}{shown}") };
    let parts: Vec<String> = [reporting, furniture].into_iter().filter(|part| !part.is_empty()).collect();
    let approximate = if found.approximate { " (a budget was reached: there may be more in common)" } else { "" };
    format!("{}: {}{approximate}", count(found.links.len(), "passage"), parts.join("; "))
}

/// "31 same, 4 edited"
fn counts<'l>(links: impl Iterator<Item = &'l Link> + Clone) -> String {
    let count = |kind| links.clone().filter(|link| link.kind == kind).count();
    let named = LinkKind::ALL.iter().map(|kind| (count(*kind), in_words(kind.as_str()))).filter(|(count, _)| *count > 0);
    named.map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
}

/// "suppressed: 3 typographic, 1 white space"
fn suppressed(found: &Comparison, shows_noise: bool) -> Option<String> {
    let counts = [(found.suppressed.typographic, "typographic"), (found.suppressed.whitespace, "white space")];
    let parts: Vec<String> = counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
    (!parts.is_empty() && !shows_noise).then(|| format!("suppressed: {}", parts.join(", ")))
}
