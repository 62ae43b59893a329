//! Labelled stretches of a text: headline, dateline, paragraphs, list items, captions, notices, furniture.
//!
//! A line is a segment; lines of a block that was wrapped by hand are one. A dateline is a segment of its own at the head of its
//! paragraph. Everything but white space is in exactly one segment, so that what is no reporting is labelled and never lost.
//!
//! Known failures: a headline over two lines is headline and paragraph; a caption without a credit or a label is a paragraph.

use std::ops::Range;

use super::Span;
use super::beside::Lines;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::layout::{self, Layout};

/// What a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// The first line, where a blank one follows.
    Headline,
    /// "ISTANBUL, Nov 6 (Reuters) —"
    Dateline,
    /// "By A. Writer"
    Byline,
    /// Running text.
    Paragraph,
    /// A line that begins with a bullet or a number.
    ListItem,
    /// Words under a picture.
    Caption,
    /// Correction, clarification, editor's note.
    Notice,
    /// Newsletter plugs, related links, credits, update stamps.
    Furniture,
}

impl SegmentKind {
    /// Can hold claims and material changes: everything but furniture, captions, bylines, notices and datelines.
    pub fn is_reporting(self) -> bool {
        matches!(self, SegmentKind::Headline | SegmentKind::Paragraph | SegmentKind::ListItem)
    }

    /// Says nothing of the story, nor of what the outlet wrote before: plugs, related links, credits, update stamps.
    pub fn is_furniture(self) -> bool {
        matches!(self, SegmentKind::Furniture | SegmentKind::Byline)
    }
}

/// A labelled stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segment {
    /// Its place, white space at the ends left out.
    pub span: Span,
    /// What it is.
    pub kind: SegmentKind,
    /// Its paragraph's number from 0; a dateline shares it with the paragraph that follows on its line.
    pub paragraph: u32,
    /// Its sentences, as indices into the document's.
    pub sentences: Range<u32>,
}

/// The segments of `text`, without their sentences; what `known` lines are is taken from there.
pub(super) fn split(text: &str, known: &Lines<'_, '_>) -> Vec<Segment> {
    let lines = lines(text);
    let mut segments = Vec::new();
    let mut paragraph = 0;
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let block = 1 + rest[1..].iter().take_while(|line| !line.after_blank).count();
        let single = lines_before_wrapped(text, &rest[..block]);
        for (index, line) in rest[..single].iter().enumerate() {
            let stands_alone = index + 1 == block;
            push(
                (text, known),
                line.span,
                segments.is_empty() && stands_alone && (lines.len() > 1 || is_title(line.span.of(text))),
                paragraph,
                &mut segments,
            );
            paragraph += 1;
        }
        if single < block {
            let span = rest[single].span.cover(rest[block - 1].span);
            push((text, known), span, segments.is_empty() && lines.len() > 1, paragraph, &mut segments);
            paragraph += 1;
        }
        rest = &rest[block..];
    }
    segments
}

/// A line that is all of a text and ends as no sentence does.
fn is_title(line: &str) -> bool {
    line.contains(' ') && line.len() < WRAP.end && line.ends_with(char::is_alphanumeric)
}

/// A line that is not blank, trimmed.
struct Line {
    span: Span,
    after_blank: bool,
}

fn lines(text: &str) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut at = 0;
    let mut after_blank = false;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if span.is_empty() {
            after_blank = true;
        } else {
            out.push(Line { span, after_blank });
            after_blank = false;
        }
    }
    out
}

/// Lengths, in bytes, between which the lines of a block wrapped by hand lie.
const WRAP: Range<usize> = 40..110;

/// How many lines of a block stand for themselves before the rest, if any, is one passage that was wrapped by hand: each of its
/// lines but the last is about as long as a line can be, and somewhere a line breaks off in mid-sentence.
fn lines_before_wrapped(text: &str, block: &[Line]) -> usize {
    let inner = &block[..block.len() - 1];
    let begin = inner.iter().rposition(|line| !WRAP.contains(&line.span.len())).map_or(0, |last| last + 1);
    let breaks_off = block[begin..].windows(2).any(|pair| {
        let ends = pair[0].span.of(text).ends_with(['.', '!', '?', '"', '”', ':', ';']);
        !ends && pair[1].span.of(text).starts_with(char::is_lowercase)
    });
    if breaks_off { begin } else { block.len() }
}

fn push((text, known): (&str, &Lines<'_, '_>), span: Span, is_headline: bool, paragraph: u32, out: &mut Vec<Segment>) {
    let line = span.of(text);
    let segment = |span, kind| Segment { span, kind, paragraph, sentences: 0..0 };
    if let Some(kind) = known.kind(line).filter(|_| !is_headline) {
        return out.push(segment(span, kind));
    }
    let labelled = match layout::layout(line) {
        Some(Layout::Caption) => Some(SegmentKind::Caption),
        Some(Layout::Notice) => Some(SegmentKind::Notice),
        Some(Layout::Furniture) => Some(SegmentKind::Furniture),
        Some(Layout::Byline) => Some(SegmentKind::Byline),
        None => None,
    };
    if let Some(kind) = labelled {
        return out.push(segment(span, kind));
    }
    if is_headline {
        return out.push(segment(span, SegmentKind::Headline));
    }
    if has_bullet(line) {
        return out.push(segment(span, SegmentKind::ListItem));
    }
    match dateline(line) {
        Some(length) => {
            out.push(segment(Span::new(span.start(), span.start() + length).trim(text), SegmentKind::Dateline));
            let rest = Span::new(span.start() + length, span.end()).trim(text);
            if !rest.is_empty() {
                out.push(segment(rest, SegmentKind::Paragraph));
            }
        }
        None => out.push(segment(span, SegmentKind::Paragraph)),
    }
}

/// Begins with a bullet or a list number and a space.
fn has_bullet(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut marks = line[digits..].chars();
    let marked = match (digits, marks.next()) {
        (0, Some(first)) => matches!(first, '•' | '‣' | '◦' | '▪' | '●' | '*' | '·' | '–' | '—' | '-'),
        (1 | 2, Some(close)) => matches!(close, '.' | ')'),
        _ => false,
    };
    marked && marks.next().is_some_and(char::is_whitespace)
}

/// Bytes within which a dateline ends.
const DATELINE_REACH: usize = 90;

/// Length of a dateline at the head of `line`: "ISTANBUL, Nov 6 (Reuters) —", "LONDON (AP) -", "ISLAMABAD:", with the place in capitals.
fn dateline(line: &str) -> Option<usize> {
    let capitals = line.split_whitespace().next()?.trim_end_matches([',', ':']);
    if capitals.chars().filter(|letter| letter.is_alphabetic()).count() < 3 || capitals.chars().any(char::is_lowercase) {
        return None;
    }
    let reach = line.char_indices().map(|(at, _)| at).take_while(|at| *at <= DATELINE_REACH).last().unwrap_or(0);
    let head = &line[..reach];
    let dash = [" — ", " – ", " -- ", " - ", "— ", "-- "].iter().filter_map(|dash| head.find(dash).map(|at| (at, at + dash.len()))).min();
    let colon = head.find(": ").map(|at| (at, at + 2));
    let (place, length) = dash.or(colon)?;
    is_dateline_place(&line[..place], dash.is_some()).then_some(length)
}

/// A place in capitals, then nothing but a region, a date and an agency in brackets.
fn is_dateline_place(head: &str, dashed: bool) -> bool {
    let before_bracket = head.split('(').next().unwrap_or(head);
    let mut parts = before_bracket.split(',').map(str::trim).filter(|part| !part.is_empty());
    let Some(place) = parts.next() else { return false };
    let in_capitals = place.split_whitespace().all(|word| !word.chars().any(char::is_lowercase)) && place.split_whitespace().count() <= 4;
    let rest_fits = parts.all(|part| {
        part.split_whitespace().count() <= 4
            && part.split_whitespace().all(|word| {
                word.starts_with(|first: char| first.is_uppercase() || first.is_numeric())
                    || closed::classes(word.trim_end_matches('.')).has(Class::Calendar)
            })
    });
    let bracketed = head.contains('(') && head.trim_end().ends_with(')');
    in_capitals && rest_fits && (dashed || !head.contains('(')) && (bracketed || !head.contains('('))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(SegmentKind, &str)> {
        split(text, &Lines::default()).iter().map(|segment| (segment.kind, segment.span.of(text))).collect()
    }

    #[test]
    fn a_story_falls_into_its_parts() {
        use SegmentKind::*;
        let text = "Talks resume\n\nUpdated at 14:05 GMT\n\nISTANBUL, Nov 6 (Reuters) — They met.\n\n• First point\n\nCorrection: An earlier version misspelt a name.\n";
        assert_eq!(
            kinds(text),
            [
                (Headline, "Talks resume"),
                (Furniture, "Updated at 14:05 GMT"),
                (Dateline, "ISTANBUL, Nov 6 (Reuters) —"),
                (Paragraph, "They met."),
                (ListItem, "• First point"),
                (Notice, "Correction: An earlier version misspelt a name."),
            ]
        );
    }

    #[test]
    fn datelines_of_other_shapes_are_seen_and_shouting_is_not() {
        for (line, want) in [
            ("ISLAMABAD: Pakistan went in.", Some("ISLAMABAD:")),
            ("LONDON (AP) - Shares fell.", Some("LONDON (AP) -")),
            ("NEW YORK, Sept. 11 – It rained.", Some("NEW YORK, Sept. 11 –")),
            ("NATO said it would act - soon.", None),
            ("WASHINGTON said no: never again.", None),
            ("Kabul: a city of dust.", None),
        ] {
            assert_eq!(dateline(line).map(|length| line[..length].trim()), want, "{line}");
        }
    }

    #[test]
    fn lines_wrapped_by_hand_are_one_paragraph() {
        let text = "The ministry said on Thursday that the border would stay closed\nto trade until the talks in the city had come to an end and both\nsides had signed.";
        assert_eq!(split(text, &Lines::default()).len(), 1);
        let lines = "The first sentence stands on a line of its own, as here it does.\nThe second sentence does the same thing and ends with a stop too.";
        assert_eq!(split(lines, &Lines::default()).len(), 2);
    }
}
