//! How a listing fits a page: which columns stand side by side, how wide, and whether the words of a row go on lines of their own.
//!
//! Where everything fits, everything stands as it is. Else a terminal is given what takes the fewest lines: ids shortened and words
//! wrapped beside the other columns, or under them; with the spare columns, or without where that saves many lines. Nothing is
//! cut inside a word. A column without a single value is no column there. Where nobody reads along (a pipe, a file) every column
//! stands at its natural width.

use std::collections::BTreeSet;

use super::layout::Inked;
use super::{Column, Listing, Rich, Shrink};

/// Columns between two columns of a table.
pub(super) const GAP: usize = 2;
/// Words that go under their row are indented by this.
pub(super) const INDENT: usize = 4;
/// A column that may wrap is not made narrower than this, or than its longest word up to the second figure.
pub(super) const NARROWEST: usize = 8;
const LONGEST_WORD: usize = 24;
/// Words in a narrower column than this are no longer read but spelled.
const READABLE: usize = 36;
/// Beyond this many columns a line no longer helps anybody, even in a file.
const WIDEST_FILE: usize = 4000;
/// What a line weighs with every column and without the spare ones: these go where a seventh of the lines is saved, and of a small table
/// only where it is as many lines as follow.
const KEEPING: usize = 6;
const LEAVING_OUT: usize = 7;
const LINES_SAVED: usize = 3;
/// Characters of a shortened id where no two ids of the listing begin alike.
const ID: usize = 7;

/// What stands where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// The columns that stand side by side, with their widths.
    pub beside: Vec<(usize, usize)>,
    /// The column whose words stand under the others.
    pub below: Option<usize>,
    /// Columns with values for which there is no room.
    pub left_out: Vec<usize>,
}

/// One way to lay out, to be tried.
#[derive(Clone, Copy)]
struct Plan {
    spare: bool,
    below: bool,
}

const PLANS: [Plan; 4] = [
    Plan { spare: true, below: false },
    Plan { spare: true, below: true },
    Plan { spare: false, below: false },
    Plan { spare: false, below: true },
];

/// The cells of a listing, ready for a terminal, and how they fit it; `None` where no fair table does.
pub(super) fn fit(listing: &Listing, page: Option<usize>, colour: bool) -> (Vec<Vec<Inked>>, Option<Fit>) {
    let mut cells = inked_cells(listing, colour);
    let Some(width) = page else {
        let all: Vec<usize> = (0..listing.columns.len()).collect();
        let fit = natural(listing, &cells, &all, WIDEST_FILE);
        return (cells, fit);
    };
    let used: Vec<usize> = (0..listing.columns.len()).filter(|&index| cells.iter().any(|row| row[index].width() > 0)).collect();
    if let Some(fit) = natural(listing, &cells, &used, width) {
        return (cells, Some(fit));
    }
    shorten_ids(listing, &mut cells, colour);
    let fits = PLANS.into_iter().filter_map(|plan| planned(listing, &cells, &used, width, plan));
    // Of two that need as many lines the first is taken: `min_by_key` gives it.
    let weight = |lines: usize, keeps_all: bool| {
        if keeps_all { lines * KEEPING } else { (lines * LEAVING_OUT).max((lines + LINES_SAVED) * KEEPING) }
    };
    let fit = fits.min_by_key(|fit| weight(lines(&cells, fit, width), fit.left_out.is_empty()));
    (cells, fit)
}

/// Every row with exactly one cell a column.
pub(super) fn inked_cells(listing: &Listing, colour: bool) -> Vec<Vec<Inked>> {
    let row = |row: &super::Row| {
        (0..listing.columns.len())
            .map(|index| row.cells.get(index).map_or_else(Inked::default, |cell| Inked::line(&cell.rich(), colour)))
            .collect()
    };
    listing.rows.iter().map(row).collect()
}

/// Cuts the values of id columns to the characters that tell them apart.
fn shorten_ids(listing: &Listing, cells: &mut [Vec<Inked>], colour: bool) {
    for (index, _) in listing.columns.iter().enumerate().filter(|(_, column)| column.shrink == Shrink::Id) {
        let values: Vec<String> = listing.rows.iter().map(|row| row.cells.get(index).map(super::Cell::plain).unwrap_or_default()).collect();
        let ids: BTreeSet<&str> = values.iter().flat_map(|value| value.split_whitespace()).collect();
        let longest = ids.iter().map(|id| id.chars().count()).max().unwrap_or(0);
        let are_apart = |digits: &usize| ids.iter().map(|id| beginning(id, *digits)).collect::<BTreeSet<_>>().len() == ids.len();
        let digits = (ID..longest).find(are_apart).unwrap_or(longest);
        for (row, value) in cells.iter_mut().zip(&values) {
            let short: Vec<&str> = value.split_whitespace().map(|id| beginning(id, digits)).collect();
            row[index] = Inked::line(&Rich::from(short.join(" ")), colour);
        }
    }
}

fn beginning(id: &str, digits: usize) -> &str {
    id.char_indices().nth(digits).map_or(id, |(end, _)| &id[..end])
}

/// Everything at its natural width, if that is no wider than `room`.
fn natural(listing: &Listing, cells: &[Vec<Inked>], shown: &[usize], room: usize) -> Option<Fit> {
    let beside: Vec<(usize, usize)> = shown.iter().map(|&index| (index, natural_width(&listing.columns[index], cells, index))).collect();
    let whole = beside.iter().map(|(_, width)| width).sum::<usize>() + GAP * beside.len().saturating_sub(1);
    (whole <= room).then_some(Fit { beside, below: None, left_out: Vec::new() })
}

fn planned(listing: &Listing, cells: &[Vec<Inked>], used: &[usize], width: usize, plan: Plan) -> Option<Fit> {
    let is_words = |index: &usize| matches!(listing.columns[*index].shrink, Shrink::Words { .. });
    let below = used.iter().copied().find(is_words).filter(|_| plan.below);
    if plan.below && below.is_none() {
        return None;
    }
    let is_shown = |index: &usize| Some(*index) != below && (plan.spare || listing.columns[*index].shrink != Shrink::Spare);
    let shown: Vec<usize> = used.iter().copied().filter(is_shown).collect();
    let room = width.checked_sub(GAP * shown.len().saturating_sub(1))?;
    let natural: Vec<usize> = shown.iter().map(|&index| natural_width(&listing.columns[index], cells, index)).collect();
    let floor = shown.iter().zip(&natural).map(|(&index, &natural)| floor(&listing.columns[index], cells, index).min(natural));
    let widths = share(floor.collect(), &natural, room)?;
    let left_out = used.iter().copied().filter(|index| Some(*index) != below && !is_shown(index)).collect();
    Some(Fit { beside: shown.into_iter().zip(widths).collect(), below, left_out })
}

/// Lines that the rows take, rules between them included.
fn lines(cells: &[Vec<Inked>], fit: &Fit, width: usize) -> usize {
    let height = |inked: &Inked, width: usize| inked.wrapped(Some(width), false).len();
    let beside = |row: &Vec<Inked>| fit.beside.iter().map(|(index, width)| height(&row[*index], *width)).max().unwrap_or(0);
    let heights: Vec<usize> = cells.iter().map(beside).collect();
    let below = |row: &Vec<Inked>| fit.below.map_or(0, |index| height(&row[index], width.saturating_sub(INDENT)));
    let rules = if is_ruled(fit, &heights) { cells.len() } else { 0 };
    heights.iter().sum::<usize>() + cells.iter().map(below).sum::<usize>() + rules
}

/// Lines between the rows are drawn where every second row is higher than one line, and no words stand under it.
pub(super) fn is_ruled(fit: &Fit, heights: &[usize]) -> bool {
    fit.below.is_none() && heights.len() > 1 && heights.iter().filter(|height| **height > 1).count() * 2 >= heights.len()
}

fn of(cells: &[Vec<Inked>], index: usize, measure: fn(&Inked) -> usize) -> usize {
    cells.iter().map(|row| measure(&row[index])).max().unwrap_or(0)
}

fn name_width(column: &Column) -> usize {
    Inked::line(&Rich::from(&*column.name), false).width()
}

fn natural_width(column: &Column, cells: &[Vec<Inked>], index: usize) -> usize {
    of(cells, index, Inked::width).max(name_width(column)).max(1)
}

/// What a column needs at the least.
fn floor(column: &Column, cells: &[Vec<Inked>], index: usize) -> usize {
    let words = of(cells, index, Inked::widest_word).min(LONGEST_WORD).max(name_width(column)).max(NARROWEST);
    match column.shrink {
        Shrink::Wrap => words,
        Shrink::Words { .. } => words.max(READABLE),
        // Several ids may stand one under the other.
        Shrink::Id => of(cells, index, Inked::widest_word).max(name_width(column)),
        Shrink::Never | Shrink::Spare => usize::MAX,
    }
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
