//! GitHub-flavoured Markdown: pipe tables, `<del>` and `<ins>` for word diffs; foreign text shows as itself and cannot become markup.

use std::io;

use super::{Align, Block, Form, Format, Listing, Mark, Page, Report, Rich, Run, WordDiff, sanitise};

pub(super) struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn about(&self) -> &'static str {
        "GitHub-flavoured Markdown"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn form(&self) -> Form {
        Form::Page
    }

    fn write(&self, report: &Report, _page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        let mut parts = Vec::new();
        if !report.title.is_empty() {
            parts.push(format!("# {}", text(&report.title)));
        }
        if !report.subtitle.is_empty() {
            parts.push(report.subtitle.iter().map(|line| begun(text(line))).collect::<Vec<_>>().join("  \n"));
        }
        for section in &report.sections {
            if !section.heading.is_empty() {
                parts.push(format!("## {}", text(&section.heading)));
            }
            parts.extend(section.blocks.iter().map(block));
        }
        parts.retain(|part| !part.is_empty());
        if parts.is_empty() { Ok(()) } else { writeln!(out, "{}", parts.join("\n\n")) }
    }
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph(rich) => begun(inline(rich)),
        Block::Passage(rich) => quoted(rich),
        Block::Items(items) => lines(items.iter().map(|item| format!("- {}", begun(inline(item))))),
        Block::Listing(listing) => table(listing),
        Block::WordDiff(diff) => word_diff(diff),
        Block::Timeline(moments) => lines(moments.iter().map(|moment| {
            let words = if moment.words.is_empty() { String::new() } else { format!("<br>{}", inline(&moment.words)) };
            format!("- {}<b>{}</b> {}{words}", anchor(moment.anchor.as_deref()), text(&moment.when), inline(&moment.what))
        })),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// A passage as a block quotation, its line ends kept; a mark closes and opens again at each.
fn quoted(rich: &Rich) -> String {
    let mut rows = vec![String::new()];
    for run in &rich.0 {
        for (index, piece) in sanitise::lines(&run.text).split('\n').enumerate() {
            if index > 0 {
                rows.push(String::new());
            }
            if let Some(row) = rows.last_mut() {
                row.push_str(&marked(&Run { text: piece.to_owned(), ..run.clone() }));
            }
        }
    }
    lines(rows.into_iter().map(|row| if row.is_empty() { ">".to_owned() } else { format!("> {}  ", begun(row)) }))
}

fn word_diff(diff: &WordDiff) -> String {
    let places: Vec<String> =
        [&diff.from_place, &diff.to_place].into_iter().filter(|place| !place.is_empty()).map(|place| text(place)).collect();
    let head = [(!diff.label.is_empty()).then(|| format!("**{}**", text(&diff.label))), (!places.is_empty()).then(|| places.join(" → "))];
    let head = head.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if head.is_empty() { quoted(&diff.runs) } else { format!("{head}\n\n{}", quoted(&diff.runs)) }
}

fn table(listing: &Listing) -> String {
    let mut rows = Vec::with_capacity(listing.rows.len() + 2);
    if !listing.rows.is_empty() {
        rows.push(row(listing.columns.iter().map(|column| text(&column.name))));
        rows.push(row(listing.columns.iter().map(|column| match column.align {
            Align::Left => "---".to_owned(),
            Align::Right => "--:".to_owned(),
        })));
    }
    rows.extend(listing.rows.iter().map(|given| {
        row((0..listing.columns.len()).map(|index| {
            let lead = if index == 0 { anchor(given.anchor.as_deref()) } else { String::new() };
            lead + &given.cells.get(index).map_or_else(String::new, |cell| inline(&cell.rich()))
        }))
    }));
    let table = rows.join("\n");
    let footer = listing.footer.iter().map(|line| begun(text(line))).collect::<Vec<_>>().join("  \n");
    match (table.is_empty(), footer.is_empty()) {
        (true, true) => "*nothing to list*".to_owned(),
        (true, false) => footer,
        (false, true) => table,
        (false, false) => format!("{table}\n\n{footer}"),
    }
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn anchor(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!("<a id=\"{}\"></a>", super::layout::slug(name)))
}

fn inline(rich: &Rich) -> String {
    rich.0.iter().map(marked).collect()
}

fn marked(run: &Run) -> String {
    let words = run.text.split('\n').map(text).collect::<Vec<_>>().join("<br>");
    if words.is_empty() {
        return words;
    }
    let words = match run.mark {
        Mark::Plain | Mark::Faint => words,
        Mark::Deleted => format!("<del>{words}</del>"),
        Mark::Inserted => format!("<ins>{words}</ins>"),
        Mark::Strong => format!("<b>{words}</b>"),
        Mark::Claim => format!("<u>{words}</u>"),
    };
    match run.link.as_deref().filter(|target| super::rich::is_safe_link(target)) {
        Some(target) => format!("[{words}](<{}>)", super::rich::percent_encoded(target)),
        None => words,
    }
}

/// `text` on one line with everything escaped that could begin markup inside a line.
fn text(text: &str) -> String {
    let clean = sanitise::cell(text);
    let mut safe = String::with_capacity(clean.len());
    let mut before = ' ';
    let mut rest = clean.chars().peekable();
    while let Some(c) = rest.next() {
        let inside_word = before.is_alphanumeric() && rest.peek().is_some_and(|after| after.is_alphanumeric());
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '_' if inside_word => safe.push(c),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => safe.extend(['\\', c]),
            _ => safe.push(c),
        }
        before = c;
    }
    safe
}

/// `line` with a beginning escaped that would make it a heading, a list, a rule or code.
fn begun(line: String) -> String {
    let trimmed = line.trim_start();
    let digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match trimmed[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &trimmed[..digits], &trimmed[digits..]),
        Some('#' | '-' | '+' | '=') if digits == 0 => format!("\\{trimmed}"),
        _ => trimmed.to_owned(),
    }
}
