//! The terminal's format: tables that fit the width, wrapped between words; full values in one line each where nobody reads along.
//!
//! On a terminal, and only there, ids are shortened and very long words end in `…` where room is scarce. Where even the narrowest
//! fair table is wider than the page, rows are stacked, one `name  value` a line.

use std::io;

use comfy_table::{Cell as TableCell, CellAlignment, ContentArrangement, LineStyle, Table as Grid, TableStyle};

use super::fit::{self, Fit, GAP, INDENT, NARROWEST};
use super::layout::Inked;
use super::{Align, Block, Column, Form, Format, Listing, Mark, Moment, Page, Report, Rich, Shrink, WordDiff};

/// What stands at the end of words that a terminal is not shown in full.
const CUT: &str = " …";

const PLAIN: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));
const RULED: TableStyle = PLAIN.row_separator(LineStyle::none().fill('┈').junction('┈'));

pub(super) struct Table;

impl Format for Table {
    fn name(&self) -> &'static str {
        "table"
    }

    fn about(&self) -> &'static str {
        "for reading; fits the terminal"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn form(&self) -> Form {
        Form::Screen
    }

    fn write(&self, report: &Report, page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        let mut writer = Writer { page, out, is_first: true };
        if !report.title.is_empty() {
            writer.part()?;
            writer.rich(&strong(&report.title), 0)?;
        }
        for line in &report.subtitle {
            writer.rich(&Rich::new().with(Mark::Faint, line), 0)?;
        }
        for section in &report.sections {
            if !section.heading.is_empty() {
                writer.part()?;
                writer.rich(&strong(&section.heading), 0)?;
                writer.is_first = true;
            }
            for block in &section.blocks {
                writer.part()?;
                writer.block(block)?;
            }
        }
        Ok(())
    }
}

fn strong(text: &str) -> Rich {
    Rich::new().with(Mark::Strong, text)
}

/// Writes blocks with an empty line between any two.
struct Writer<'w> {
    page: &'w Page,
    out: &'w mut dyn io::Write,
    is_first: bool,
}

impl Writer<'_> {
    fn part(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.is_first, false) { Ok(()) } else { writeln!(self.out) }
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        match block {
            Block::Paragraph(rich) => self.rich(rich, 0),
            Block::Passage(rich) => self.inked(&Inked::lines(rich, self.page.colour), "", ""),
            Block::Items(items) => items.iter().try_for_each(|item| self.inked(&Inked::line(item, self.page.colour), "- ", "  ")),
            Block::Listing(listing) => self.listing(listing),
            Block::WordDiff(diff) => self.word_diff(diff),
            Block::Timeline(moments) => self.timeline(moments),
        }
    }

    fn rich(&mut self, rich: &Rich, indent: usize) -> io::Result<()> {
        let indent = " ".repeat(indent);
        self.inked(&Inked::line(rich, self.page.colour), &indent, &indent)
    }

    /// Lines of `inked`, the first behind `lead`, the others behind `hang`.
    fn inked(&mut self, inked: &Inked, lead: &str, hang: &str) -> io::Result<()> {
        let width = self.page.width.map(|width| width.saturating_sub(lead.chars().count()));
        for (index, line) in inked.wrapped(width, self.page.colour).iter().enumerate() {
            let lead = if index == 0 { lead } else { hang };
            writeln!(self.out, "{}", format!("{lead}{line}").trim_end())?;
        }
        Ok(())
    }

    fn timeline(&mut self, moments: &[Moment]) -> io::Result<()> {
        let when: Vec<Inked> = moments.iter().map(|moment| Inked::line(&Rich::from(moment.when.as_str()), false)).collect();
        let column = when.iter().map(Inked::width).max().unwrap_or(0);
        let hang = " ".repeat(column + GAP);
        for (moment, when) in moments.iter().zip(&when) {
            let lead = format!("{}{}", when.wrapped(None, false).concat(), " ".repeat(column + GAP - when.width()));
            self.inked(&Inked::line(&moment.what, self.page.colour), &lead, &hang)?;
            if !moment.words.is_empty() {
                self.inked(&Inked::line(&moment.words, self.page.colour), &hang, &hang)?;
            }
        }
        Ok(())
    }

    fn word_diff(&mut self, diff: &WordDiff) -> io::Result<()> {
        let places = [&diff.from_place, &diff.to_place].into_iter().filter(|place| !place.is_empty());
        let places = places.cloned().collect::<Vec<_>>().join(" → ");
        let head =
            Rich::new().with(Mark::Strong, &diff.label).with(Mark::Faint, if places.is_empty() { places } else { format!("  {places}") });
        if !head.is_empty() {
            self.rich(&head, 0)?;
        }
        match self.page.width {
            Some(width) if self.page.side_by_side && !diff.is_unchanged() => self.two_columns(diff, width),
            _ => self.inked(&Inked::lines(&diff.runs, self.page.colour), "  ", "  "),
        }
    }

    fn two_columns(&mut self, diff: &WordDiff, width: usize) -> io::Result<()> {
        let half = (width.saturating_sub(3) / 2).max(NARROWEST);
        let colour = self.page.colour;
        let side = |rich: &Rich| Inked::line(rich, colour).wrapped(Some(half), colour);
        let (left, right) = (side(&diff.before()), side(&diff.after()));
        let mut grid = Grid::new();
        grid.load_style(TableStyle::new().content_lines(comfy_table::ContentLineStyle::none().junction('│')));
        grid.set_content_arrangement(ContentArrangement::Disabled).force_no_tty();
        grid.add_row([left.join("\n"), right.join("\n")]);
        // The right one is wider by the space before it.
        set_widths(&mut grid, &[half, half + 1], (0, 1));
        if let Some(column) = grid.column_mut(1) {
            column.set_padding((1, 0));
        }
        self.grid(&grid)
    }

    fn listing(&mut self, listing: &Listing) -> io::Result<()> {
        let (cells, fit) = fit::fit(listing, self.page.width, self.page.colour);
        let left_out: Vec<&str> = fit.iter().flat_map(|fit| &fit.left_out).map(|&index| &*listing.columns[index].name).collect();
        match fit {
            _ if listing.rows.is_empty() && listing.footer.is_empty() => self.rich(&Rich::new().with(Mark::Faint, "nothing to list"), 0)?,
            _ if listing.rows.is_empty() => {}
            Some(fit) => self.aligned(&listing.columns, &cells, &fit)?,
            // Here one value runs on after the other: colour alone, which a copy loses, would part what went from what came.
            None => self.stacked(&listing.columns, &fit::inked_cells(listing, false))?,
        }
        let has_footer = !listing.footer.is_empty() || !left_out.is_empty();
        if !listing.rows.is_empty() && has_footer {
            writeln!(self.out)?;
        }
        if !left_out.is_empty() {
            let line = format!("no room for: {} (a wider terminal or --format csv has them)", left_out.join(", "));
            self.rich(&Rich::new().with(Mark::Faint, line), 0)?;
        }
        listing.footer.iter().try_for_each(|line| self.rich(&Rich::from(line.as_str()), 0))
    }

    fn aligned(&mut self, columns: &[Column], cells: &[Vec<Inked>], fit: &Fit) -> io::Result<()> {
        let colour = self.page.colour;
        let mut grid = Grid::new();
        grid.set_content_arrangement(ContentArrangement::Disabled).force_no_tty();
        grid.set_header(fit.beside.iter().map(|(index, _)| {
            let name = Inked::line(&strong(&columns[*index].name), colour).wrapped(None, colour).concat();
            TableCell::new(name).set_alignment(alignment(&columns[*index]))
        }));
        let mut heights = Vec::with_capacity(cells.len());
        for row in cells {
            let values: Vec<Vec<String>> =
                fit.beside.iter().map(|(index, width)| self.cell(&columns[*index], &row[*index], *width)).collect();
            heights.push(values.iter().map(Vec::len).max().unwrap_or(0));
            let alignments = fit.beside.iter().map(|(index, _)| alignment(&columns[*index]));
            grid.add_row(values.into_iter().zip(alignments).map(|(lines, side)| TableCell::new(lines.join("\n")).set_alignment(side)));
        }
        grid.load_style(if fit::is_ruled(fit, &heights) { RULED } else { PLAIN });
        let widths: Vec<usize> = fit.beside.iter().map(|(_, width)| *width).collect();
        // The rule's junction takes one column of the gap.
        set_widths(&mut grid, &widths, (0, GAP as u16 - 1));
        match fit.below {
            Some(index) => self.interleaved(&grid, &columns[index], cells.iter().map(|row| &row[index]).zip(heights)),
            None => self.grid(&grid),
        }
    }

    /// The lines of a value in a column of that width.
    fn cell(&self, column: &Column, inked: &Inked, width: usize) -> Vec<String> {
        let Some(_) = self.page.width else { return inked.wrapped(None, self.page.colour) };
        let lines = inked.wrapped(Some(width), self.page.colour);
        match column.shrink {
            Shrink::Words { lines: most } if lines.len() > most => {
                let mut lines = inked.wrapped(Some(width.saturating_sub(CUT.chars().count())), self.page.colour);
                lines.truncate(most);
                lines.last_mut().into_iter().for_each(|last| last.push_str(CUT));
                lines
            }
            _ => lines,
        }
    }

    /// The lines of `grid`, the words of each row under its own lines.
    fn interleaved<'c>(&mut self, grid: &Grid, column: &Column, words: impl Iterator<Item = (&'c Inked, usize)>) -> io::Result<()> {
        let width = self.page.width.map_or(usize::MAX, |width| width.saturating_sub(INDENT));
        let mut lines = grid.lines();
        let header = lines.next().unwrap_or_default();
        writeln!(self.out, "{}", header.trim_end())?;
        self.rich(&strong(&column.name), INDENT)?;
        let rule = self.page.width.unwrap_or_default();
        writeln!(self.out, "{}", "─".repeat(rule))?;
        let _ = lines.next();
        for (inked, height) in words {
            for line in lines.by_ref().take(height) {
                writeln!(self.out, "{}", line.trim_end())?;
            }
            if inked.width() > 0 {
                let indent = " ".repeat(INDENT);
                self.cell(column, inked, width).iter().try_for_each(|line| writeln!(self.out, "{indent}{line}"))?;
            }
        }
        Ok(())
    }

    fn grid(&mut self, grid: &Grid) -> io::Result<()> {
        grid.lines().try_for_each(|line| writeln!(self.out, "{}", line.trim_end()))
    }

    fn stacked(&mut self, columns: &[Column], cells: &[Vec<Inked>]) -> io::Result<()> {
        let names: Vec<Inked> = columns.iter().map(|column| Inked::line(&Rich::from(&*column.name), false)).collect();
        let column = names.iter().map(Inked::width).max().unwrap_or(0);
        let hang = " ".repeat(column + GAP);
        for (index, row) in cells.iter().enumerate() {
            if index > 0 {
                writeln!(self.out)?;
            }
            for (name, inked) in names.iter().zip(row).filter(|(_, inked)| inked.width() > 0) {
                let lead = format!("{}{}", name.wrapped(None, false).concat(), " ".repeat(column + GAP - name.width()));
                self.inked(inked, &lead, &hang)?;
            }
        }
        Ok(())
    }
}

fn alignment(column: &Column) -> CellAlignment {
    match column.align {
        Align::Left => CellAlignment::Left,
        Align::Right => CellAlignment::Right,
    }
}

/// Gives the columns exactly these widths and `padding`, which the last column does without on its right.
fn set_widths(grid: &mut Grid, widths: &[usize], padding: (u16, u16)) {
    let last = widths.len().saturating_sub(1);
    for (index, (column, width)) in grid.column_iter_mut().zip(widths).enumerate() {
        let padding = if index == last { (padding.0, 0) } else { padding };
        let whole = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(padding.0 + padding.1);
        column.set_padding(padding);
        column.set_constraint(comfy_table::ColumnConstraint::Absolute(comfy_table::Width::Fixed(whole)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        let mut listing = Listing::new("change", &[Column::name("who"), Column::number("n"), Column::text("what")]);
        listing
            .push(vec!["Pakistan".into(), 12.into(), "accused its neighbour of sheltering the group behind the attacks".into()], 1.into());
        listing.push(vec!["Kabul".into(), 120.into(), "denies it".into()], 2.into());
        listing
    }

    fn written(listing: Listing, width: Option<usize>) -> String {
        let mut out = Vec::new();
        Table.write(&listing.into(), &Page { width, ..Page::default() }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_piped_table_has_full_values() {
        insta::assert_snapshot!(written(listing(), None));
    }

    #[test]
    fn a_narrow_table_wraps_between_words() {
        insta::assert_snapshot!(written(listing(), Some(40)));
    }

    #[test]
    fn where_no_table_fits_rows_are_stacked() {
        insta::assert_snapshot!(written(listing(), Some(20)));
    }

    #[test]
    fn without_colours_the_stacked_rows_of_a_coloured_page_still_part_old_from_new() {
        let mut listing = Listing::new("change", &[Column::name("versions"), Column::text("what")]);
        let what = Rich::from("is not ").with(Mark::Deleted, "safe").with(Mark::Plain, " ").with(Mark::Inserted, "unsafe");
        listing.push(vec!["frontier-wire 1→2".into(), what.into()], 1.into());
        let mut out = Vec::new();
        Table.write(&listing.into(), &Page { width: Some(20), colour: true, ..Page::default() }, &mut out).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert!(shown.contains("\u{1b}[31m[-safe-]\u{1b}[0m") && shown.contains("{+unsafe+}"), "{shown}");
    }

    #[test]
    fn both_columns_of_a_passage_are_wrapped_at_the_width_that_they_have() {
        let sentence = "A former senior midwife, who asked not to be named, told the Courier that she was ordered to alter notes.";
        let runs = Rich::new().with(Mark::Deleted, "Karen Doyle").with(Mark::Inserted, sentence);
        let report = Report {
            sections: vec![super::super::Section {
                heading: String::new(),
                blocks: vec![Block::WordDiff(WordDiff { runs, ..WordDiff::default() })],
            }],
            ..Report::default()
        };
        for width in 40..100 {
            let mut out = Vec::new();
            Table.write(&report, &Page { width: Some(width), side_by_side: true, ..Page::default() }, &mut out).unwrap();
            let written = String::from_utf8(out).unwrap();
            let right: Vec<&str> = written.lines().filter_map(|line| line.split_once("│ ")).map(|(_, right)| right.trim()).collect();
            let half = (width - 3) / 2;
            for pair in right.windows(2) {
                let next = pair[1].split(' ').next().unwrap();
                assert!(pair[0].len() + 1 + next.len() > half, "{pair:?} on a page of {width}");
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_the_page() {
        for width in 20..120 {
            let widest = written(listing(), Some(width)).lines().map(unicode_width::UnicodeWidthStr::width).max();
            assert!(widest <= Some(width), "{widest:?} columns on a page of {width}");
        }
    }
}
