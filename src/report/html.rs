//! One HTML file that stands alone: no scripts, no foreign addresses, light and dark, printable.
//!
//! Every foreign character is escaped and isolated in its reading direction; a content security policy forbids whatever should
//! slip through all the same. Sections, rows and moments have anchors.

use std::collections::BTreeSet;
use std::io;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Align, Block, Column, Form, Format, Listing, Mark, Page, Report, Rich, Run, Shrink, WordDiff, layout, sanitise};

const STYLE: &str = include_str!("page.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn about(&self) -> &'static str {
        "one self-contained page"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn form(&self) -> Form {
        Form::Page
    }

    fn write(&self, report: &Report, _page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        out.write_all(page(report).into_string().as_bytes())?;
        out.write_all(b"\n")
    }
}

fn page(report: &Report) -> Markup {
    let anchors = section_anchors(report);
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="generator" content={ "sayso " (env!("CARGO_PKG_VERSION")) };
                title { (title(report)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    @if !report.title.is_empty() { h1 { (words(&report.title)) } }
                    @for line in &report.subtitle { p.subtitle { (words(line)) } }
                }
                (contents(report, &anchors))
                main {
                    @for (index, (section, anchor)) in report.sections.iter().zip(&anchors).enumerate() {
                        section id=[anchor.as_deref()] {
                            @if index >= OPEN && is_long(section) {
                                details {
                                    summary { h2 { (words(&section.heading)) } }
                                    @for block in &section.blocks { (self::block(block)) }
                                }
                            } @else {
                                @if !section.heading.is_empty() { h2 { (words(&section.heading)) } }
                                @for block in &section.blocks { (self::block(block)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Sections that are never folded: what a report begins with is what it is about.
const OPEN: usize = 2;
/// Blocks or rows of a section that a reader scrolls past without regret.
const SHORT: usize = 30;

/// A section that is folded until a reader asks for it; links into it and print unfold it.
fn is_long(section: &super::Section) -> bool {
    let rows = |block: &Block| match block {
        Block::Listing(listing) => listing.rows.len(),
        Block::WordDiff(_) => SHORT,
        _ => 1,
    };
    !section.heading.is_empty() && section.blocks.iter().map(rows).sum::<usize>() > SHORT
}

fn title(report: &Report) -> String {
    if report.title.is_empty() { "sayso".to_owned() } else { sanitise::cell(&report.title).into_owned() }
}

/// One anchor for each section with a heading, no two alike.
fn section_anchors(report: &Report) -> Vec<Option<String>> {
    let mut taken = BTreeSet::new();
    let anchor = |(index, section): (usize, &super::Section)| {
        let slug = layout::slug(&section.heading);
        let slug = if slug.is_empty() || !taken.insert(slug.clone()) { format!("section-{}", index + 1) } else { slug };
        (!section.heading.is_empty()).then_some(slug)
    };
    report.sections.iter().enumerate().map(anchor).collect()
}

/// Links to the sections; of headings that begin alike ("Word by word: …") only the first is given whole.
fn contents(report: &Report, anchors: &[Option<String>]) -> Markup {
    let headed: Vec<(&str, &str)> =
        report.sections.iter().zip(anchors).filter_map(|(section, anchor)| Some((section.heading.as_str(), anchor.as_deref()?))).collect();
    let begins = |index: usize| headed.get(index).and_then(|(heading, _)| heading.split_once(": "));
    let shown = |index: usize| match (index.checked_sub(1).and_then(begins), begins(index)) {
        (Some((before, _)), Some((begin, rest))) if before == begin => rest,
        _ => headed[index].0,
    };
    html! {
        @if headed.len() > 2 {
            nav aria-label="Contents" { ol { @for (index, (_, anchor)) in headed.iter().enumerate() { li { a href={ "#" (anchor) } { (words(shown(index))) } } } } }
        }
    }
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Paragraph(rich) => html! { p { (inline(rich)) } },
        Block::Passage(rich) => html! { blockquote { (inline(rich)) } },
        Block::Items(items) => html! { ul { @for item in items { li { (inline(item)) } } } },
        Block::Listing(listing) => table(listing),
        Block::WordDiff(diff) => word_diff(diff),
        Block::Timeline(moments) => html! {
            ol.timeline {
                @for moment in moments {
                    li id=[moment.anchor.as_deref().map(layout::slug)] {
                        time { (words(&moment.when)) }
                        div { (inline(&moment.what)) }
                        @if !moment.words.is_empty() { div.words { (inline(&moment.words)) } }
                    }
                }
            }
        },
    }
}

fn word_diff(diff: &WordDiff) -> Markup {
    let (before, after) = (diff.before(), diff.after());
    html! {
        article.diff {
            @if !diff.label.is_empty() || !diff.from_place.is_empty() || !diff.to_place.is_empty() {
                header { b { (words(&diff.label)) } " " span.place { (words(&diff.from_place)) @if !diff.from_place.is_empty() && !diff.to_place.is_empty() { " → " } (words(&diff.to_place)) } }
            }
            @if diff.is_unchanged() {
                div { (inline(&after)) }
            } @else {
                div.sides { div { (inline(&before)) } div { (inline(&after)) } }
            }
        }
    }
}

fn table(listing: &Listing) -> Markup {
    html! {
        @if listing.rows.is_empty() {
            @if listing.footer.is_empty() { p.footer { "nothing to list" } }
        } @else {
            div.scroll {
                table {
                    thead { tr { @for column in &listing.columns { th scope="col" class=(class(column)) { (words(&column.name)) } } } }
                    tbody {
                        @for row in &listing.rows {
                            tr id=[row.anchor.as_deref().map(layout::slug)] {
                                @for (index, column) in listing.columns.iter().enumerate() {
                                    td class=(class(column)) data-column=(column.name) { @if let Some(cell) = row.cells.get(index) { (inline(&cell.rich())) } }
                                }
                            }
                        }
                    }
                }
            }
        }
        @for line in &listing.footer { p.footer { (words(line)) } }
    }
}

fn class(column: &Column) -> &'static str {
    match (column.align, column.shrink) {
        (Align::Right, _) => "number",
        (Align::Left, Shrink::Never | Shrink::Id | Shrink::Spare) => "name",
        (Align::Left, Shrink::Wrap | Shrink::Words { .. }) => "text",
    }
}

fn inline(rich: &Rich) -> Markup {
    html! { @for run in rich.0.iter().filter(|run| !run.text.is_empty()) { (linked(run)) } }
}

fn linked(run: &Run) -> Markup {
    match run.link.as_deref().filter(|target| super::rich::is_safe_link(target)) {
        Some(target) => html! { a href=(super::rich::percent_encoded(target)) rel="noopener noreferrer" { (marked(run)) } },
        None => marked(run),
    }
}

fn marked(run: &Run) -> Markup {
    let words = words(&run.text);
    match run.mark {
        Mark::Plain => words,
        Mark::Deleted => html! { del { (words) } },
        Mark::Inserted => html! { ins { (words) } },
        Mark::Strong => html! { b { (words) } },
        Mark::Faint => html! { span.faint { (words) } },
        Mark::Claim => html! { mark { (words) } },
    }
}

/// Foreign words: escaped, and isolated where their letters could turn the reading direction of what stands around them.
fn words(text: &str) -> Markup {
    let clean = sanitise::lines(text);
    if clean.chars().any(may_turn_direction) {
        html! { bdi { (clean) } }
    } else {
        html! { (clean) }
    }
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and what follows them, their presentation forms and the right-to-left planes.
fn may_turn_direction(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
