//! Fits marked words into lines of a given width: between words, never inside a name or a number, and paints them.
//!
//! Text that arrives here has been through [`sanitise`]. A word that is wider than the whole line is the one thing that is cut,
//! between graphemes; scripts without spaces may be broken beside any wide character.

use std::ops::Range;

use anstyle::{AnsiColor, Color, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::rich::brackets;
use super::{Mark, Rich, sanitise};

/// `heading` as a key or anchor: lower-case ASCII letters and digits, hyphens between.
pub(super) fn slug(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

/// Words ready for a terminal, with the places of their marks.
#[derive(Clone, Debug, Default)]
pub(super) struct Inked {
    text: String,
    marks: Vec<(Range<usize>, Mark)>,
}

impl Inked {
    /// `rich` as one line (line ends shown as `⏎`). Without colour, deletions, insertions and claims are bracketed.
    pub(super) fn line(rich: &Rich, colour: bool) -> Self {
        Inked::new(rich, colour, sanitise::cell)
    }

    /// `rich` with its line ends.
    pub(super) fn lines(rich: &Rich, colour: bool) -> Self {
        Inked::new(rich, colour, sanitise::lines)
    }

    fn new(rich: &Rich, colour: bool, clean: fn(&str) -> std::borrow::Cow<'_, str>) -> Self {
        let mut inked = Inked::default();
        let mut before = Mark::Plain;
        for run in rich.0.iter().filter(|run| !run.text.is_empty()) {
            // Colours get lost where words are copied: what came does not touch what went.
            if colour && (before, run.mark) == (Mark::Deleted, Mark::Inserted) && !inked.text.ends_with(char::is_whitespace) {
                let end = inked.text.len();
                inked.text.push(' ');
                inked.marks.push((end..end + 1, Mark::Plain));
            }
            before = run.mark;
            let start = inked.text.len();
            let (open, close) = if colour { ("", "") } else { brackets(run.mark) };
            inked.text.extend([open, &clean(&run.text), close]);
            inked.marks.push((start..inked.text.len(), run.mark));
        }
        inked
    }

    /// Columns of its widest line.
    pub(super) fn width(&self) -> usize {
        self.text.split('\n').map(UnicodeWidthStr::width).max().unwrap_or(0)
    }

    /// Columns of its widest word.
    pub(super) fn widest_word(&self) -> usize {
        self.text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0)
    }

    /// Its lines, painted where `colour`, none wider than `width`.
    pub(super) fn wrapped(&self, width: Option<usize>, colour: bool) -> Vec<String> {
        wrap(&self.text, width).into_iter().map(|line| if colour { self.painted(line) } else { self.text[line].to_owned() }).collect()
    }

    fn painted(&self, line: Range<usize>) -> String {
        let first = self.marks.partition_point(|(range, _)| range.end <= line.start);
        let mut painted = String::new();
        for (range, mark) in self.marks[first..].iter().take_while(|(range, _)| range.start < line.end) {
            let piece = &self.text[range.start.max(line.start)..range.end.min(line.end)];
            let style = style(*mark);
            painted.push_str(&format!("{style}{piece}{style:#}"));
        }
        painted
    }
}

/// How a mark is shown in colour; never by colour alone.
fn style(mark: Mark) -> Style {
    let coloured = |colour: AnsiColor| Style::new().fg_color(Some(Color::Ansi(colour)));
    match mark {
        Mark::Plain => Style::new(),
        Mark::Deleted => coloured(AnsiColor::Red).strikethrough(),
        Mark::Inserted => coloured(AnsiColor::Green).underline(),
        Mark::Strong => Style::new().bold(),
        Mark::Faint => Style::new().dimmed(),
        Mark::Claim => coloured(AnsiColor::Cyan).underline(),
    }
}

/// The lines of `text` as byte ranges, broken at its line ends and, where `width` is given, between words.
fn wrap(text: &str, width: Option<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        match width {
            Some(width) => wrap_paragraph(paragraph, start, width.max(1), &mut lines),
            None => lines.push(start..start + paragraph.len()),
        }
        start += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(paragraph: &str, offset: usize, width: usize, lines: &mut Vec<Range<usize>>) {
    let (mut begin, mut end, mut used) = (offset, offset, 0);
    for (piece, columns) in pieces(paragraph, width) {
        let (start, stop) = (offset + piece.start, offset + piece.end);
        let gap = start - end;
        if end > begin && used + gap + columns > width {
            lines.push(begin..end);
            (begin, used) = (start, columns);
        } else {
            used += gap + columns;
        }
        end = stop;
    }
    lines.push(begin..end);
}

/// What may not be broken, with its width: words, single wide characters, and slices of words wider than a line.
fn pieces(paragraph: &str, width: usize) -> Vec<(Range<usize>, usize)> {
    let mut pieces: Vec<(Range<usize>, usize)> = Vec::new();
    let mut joins = false;
    for (at, grapheme) in paragraph.grapheme_indices(true) {
        let columns = grapheme.width();
        if grapheme == " " {
            joins = false;
            continue;
        }
        let is_wide = columns > 1;
        match pieces.last_mut() {
            Some((range, used)) if joins && !is_wide && *used + columns <= width => {
                range.end = at + grapheme.len();
                *used += columns;
            }
            _ => pieces.push((at..at + grapheme.len(), columns)),
        }
        joins = !is_wide;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<String> {
        Inked::line(&Rich::from(text), false).wrapped(Some(width), false)
    }

    #[test]
    fn lines_are_broken_between_words_and_never_inside_a_hyphenated_name() {
        assert_eq!(wrapped("the Tehrik-i-Taliban and 2,600 men", 16), ["the", "Tehrik-i-Taliban", "and 2,600 men"]);
    }

    #[test]
    fn only_a_word_wider_than_the_line_is_cut() {
        assert_eq!(wrapped("an abcdefgh", 4), ["an", "abcd", "efgh"]);
    }

    #[test]
    fn a_script_without_spaces_is_broken_between_characters() {
        assert_eq!(wrapped("停戦協定", 4), ["停戦", "協定"]);
    }

    #[test]
    fn a_mark_goes_on_over_a_line_end() {
        let rich = Rich::from("he ").with(Mark::Deleted, "vehemently denies").with(Mark::Plain, " it");
        let lines = Inked::line(&rich, true).wrapped(Some(14), true);
        assert_eq!(lines, ["he \u{1b}[9m\u{1b}[31mvehemently\u{1b}[0m", "\u{1b}[9m\u{1b}[31mdenies\u{1b}[0m it"]);
    }

    #[test]
    fn in_colour_what_came_does_not_touch_what_went() {
        let rich = Rich::new().with(Mark::Deleted, "12").with(Mark::Inserted, "120");
        let lines = Inked::line(&rich, true).wrapped(None, true);
        assert_eq!(lines, ["\u{1b}[9m\u{1b}[31m12\u{1b}[0m \u{1b}[4m\u{1b}[32m120\u{1b}[0m"]);
    }

    #[test]
    fn without_colour_marks_are_bracketed() {
        let rich = Rich::from("killed ").with(Mark::Deleted, "12").with(Mark::Inserted, "120");
        assert_eq!(Inked::line(&rich, false).wrapped(None, false), ["killed [-12-]{+120+}"]);
    }

    #[test]
    fn a_slug_is_plain_ascii() {
        assert_eq!(slug("What changed: “truce” & talks"), "what-changed-truce-talks");
    }
}
