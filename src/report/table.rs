//! The terminal's format: tables that fit the width, wrapped between words; full values in one line each where nobody reads along.
//!
//! Where even the narrowest fair table is wider than the page, rows are stacked, one `name  value` a line, rather than cut.

use std::io;

use comfy_table::{Cell as TableCell, CellAlignment, ContentArrangement, LineStyle, Table as Grid, TableStyle};

use super::layout::Inked;
use super::{Align, Block, Column, Format, Listing, Mark, Moment, Page, Report, Rich, Shrink, WordDiff};

/// Columns between two columns of a table.
const GAP: usize = 2;
/// A column that may wrap is not made narrower than this, or than its longest word up to the second figure.
const NARROWEST: usize = 8;
const LONGEST_WORD: usize = 24;
/// Beyond this many columns a line no longer helps anybody, even in a file.
const WIDEST_FILE: usize = 4000;

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
            Some(width) if self.page.side_by_side => self.two_columns(diff, width),
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
        set_widths(&mut grid, &[half, half], (0, 1));
        if let Some(column) = grid.column_mut(1) {
            column.set_padding((1, 0));
        }
        self.grid(&grid)
    }

    fn listing(&mut self, listing: &Listing) -> io::Result<()> {
        let cells = inked_cells(listing, self.page.colour);
        match widths(&listing.columns, &cells, self.page.width) {
            _ if listing.rows.is_empty() && listing.footer.is_empty() => self.rich(&Rich::new().with(Mark::Faint, "nothing to list"), 0)?,
            _ if listing.rows.is_empty() => {}
            Some(widths) => self.aligned(&listing.columns, &cells, &widths)?,
            None => self.stacked(&listing.columns, &cells)?,
        }
        if !listing.rows.is_empty() && !listing.footer.is_empty() {
            writeln!(self.out)?;
        }
        listing.footer.iter().try_for_each(|line| self.rich(&Rich::from(line.as_str()), 0))
    }

    fn aligned(&mut self, columns: &[Column], cells: &[Vec<Inked>], widths: &[usize]) -> io::Result<()> {
        let colour = self.page.colour;
        let mut grid = Grid::new();
        grid.set_content_arrangement(ContentArrangement::Disabled).force_no_tty();
        grid.set_header(columns.iter().map(|column| {
            let name = Inked::line(&strong(&column.name), colour).wrapped(None, colour).concat();
            TableCell::new(name).set_alignment(alignment(column))
        }));
        let mut has_wrapped = false;
        for row in cells {
            grid.add_row(row.iter().zip(columns).zip(widths).map(|((inked, column), width)| {
                let lines = inked.wrapped(self.page.width.map(|_| *width), colour);
                has_wrapped |= lines.len() > 1;
                TableCell::new(lines.join("\n")).set_alignment(alignment(column))
            }));
        }
        grid.load_style(if has_wrapped && cells.len() > 1 { RULED } else { PLAIN });
        // The rule's junction takes one column of the gap.
        set_widths(&mut grid, widths, (0, GAP as u16 - 1));
        self.grid(&grid)
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

/// Every row with exactly one cell a column.
fn inked_cells(listing: &Listing, colour: bool) -> Vec<Vec<Inked>> {
    let row = |row: &super::Row| {
        (0..listing.columns.len())
            .map(|index| row.cells.get(index).map_or_else(Inked::default, |cell| Inked::line(&cell.rich(), colour)))
            .collect()
    };
    listing.rows.iter().map(row).collect()
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

/// The width of each column, or `None` where no fair table fits.
fn widths(columns: &[Column], cells: &[Vec<Inked>], page: Option<usize>) -> Option<Vec<usize>> {
    let of = |index: usize, measure: fn(&Inked) -> usize| cells.iter().map(|row| measure(&row[index])).max().unwrap_or(0);
    let names: Vec<usize> = columns.iter().map(|column| Inked::line(&Rich::from(&*column.name), false).width()).collect();
    let natural: Vec<usize> = (0..columns.len()).map(|index| of(index, Inked::width).max(names[index]).max(1)).collect();
    let room = page.unwrap_or(WIDEST_FILE).checked_sub(GAP * columns.len().saturating_sub(1))?;
    if natural.iter().sum::<usize>() <= room {
        return Some(natural);
    }
    page?;
    let floor = (0..columns.len()).map(|index| match columns[index].shrink {
        Shrink::Never => natural[index],
        Shrink::Wrap => natural[index].min(of(index, Inked::widest_word).min(LONGEST_WORD).max(names[index]).max(NARROWEST)),
    });
    share(floor.collect(), &natural, room)
}

/// Hands out the room that `floor` leaves, evenly, to columns that are narrower than their natural width.
fn share(mut widths: Vec<usize>, natural: &[usize], room: usize) -> Option<Vec<usize>> {
    let mut left = room.checked_sub(widths.iter().sum())?;
    loop {
        let hungry: Vec<usize> = (0..widths.len()).filter(|&index| widths[index] < natural[index]).collect();
        if hungry.is_empty() || left == 0 {
            return Some(widths);
        }
        let portion = (left / hungry.len()).max(1);
        for index in hungry {
            let more = portion.min(natural[index] - widths[index]).min(left);
            widths[index] += more;
            left -= more;
        }
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
    fn no_line_is_wider_than_the_page() {
        for width in 20..120 {
            let widest = written(listing(), Some(width)).lines().map(unicode_width::UnicodeWidthStr::width).max();
            assert!(widest <= Some(width), "{widest:?} columns on a page of {width}");
        }
    }
}
