//! What stands in quotation marks.
//!
//! A mark opens or closes by its own shape (“ ”), or by what stands beside it (" and '). A quotation that is still open where its
//! paragraph ends goes on in the next one if that begins with an opening mark, as newspapers print long quotations; otherwise it
//! ends with its paragraph and is reported as unclosed. An apostrophe is no mark.
//!
//! Known failure: in ‘the ministers’ plan’ the plural's apostrophe is told from a closing mark only by the one that follows.

use super::{Segment, Sentence, Span, Token, TokenKind};

/// A stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quotation {
    /// Its place, marks included.
    pub span: Span,
    /// The words between the marks.
    pub inner: Span,
    /// 0, or 1 for a quotation inside another.
    pub depth: u8,
    /// A closing mark was found.
    pub closed: bool,
    /// It goes on from the quotation before, which its paragraph's end left open.
    pub continues: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

struct Opened {
    style: Style,
    mark: Span,
    continues: bool,
    slot: usize,
}

/// The quotations that are open, the outermost first; and how many of them are of each style, so that none is looked for in vain.
#[derive(Default)]
struct Open {
    all: Vec<Opened>,
    of_style: [usize; 2],
}

impl Open {
    fn has(&self, style: Style) -> bool {
        self.of_style[style as usize] > 0
    }

    fn push(&mut self, opened: Opened) {
        self.of_style[opened.style as usize] += 1;
        self.all.push(opened);
    }

    /// Takes the innermost off.
    fn pop(&mut self) -> Option<Opened> {
        let last = self.all.pop()?;
        self.of_style[last.style as usize] -= 1;
        Some(last)
    }
}

pub(super) fn find(text: &str, segments: &[Segment], sentences: &[Sentence], tokens: &[Token]) -> Vec<Quotation> {
    let mut out = Vec::new();
    let mut left_open = false;
    for segment in segments {
        let range = match (sentences.get(segment.sentences.start as usize), sentences.get((segment.sentences.end as usize).wrapping_sub(1)))
        {
            (Some(first), Some(last)) if segment.sentences.start < segment.sentences.end => {
                first.tokens.start as usize..last.tokens.end as usize
            }
            _ => continue,
        };
        left_open = in_segment(text, segment.span, &tokens[range], left_open, &mut out);
    }
    out
}

/// Finds one segment's quotations; says whether the last was left open.
fn in_segment(text: &str, segment: Span, tokens: &[Token], mut left_open: bool, out: &mut Vec<Quotation>) -> bool {
    let mut open = Open::default();
    for (at, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Quote {
            continue;
        }
        let Some((style, side)) = side(text, tokens, at, &open) else { continue };
        match side {
            Side::Open => {
                let continues = left_open && at == 0;
                left_open &= at != 0;
                open.push(Opened { style, mark: token.span, continues, slot: out.len() });
                out.push(Quotation { span: token.span, inner: token.span, depth: 0, closed: false, continues });
            }
            Side::Close => {
                while open.has(style) {
                    let Some(opened) = open.pop() else { break };
                    let close = Some(token.span).filter(|_| opened.style == style);
                    settle(&opened, token.span.start(), close, open.all.len(), out);
                    if close.is_some() {
                        break;
                    }
                }
            }
        }
    }
    let still_open = open.all.first().is_some_and(|opened| opened.style == Style::Double);
    for (depth, opened) in open.all.iter().enumerate() {
        settle(opened, segment.end(), None, depth, out);
    }
    still_open
}

fn settle(opened: &Opened, inner_end: usize, close: Option<Span>, around: usize, out: &mut [Quotation]) {
    let end = close.map_or(inner_end, Span::end);
    out[opened.slot] = Quotation {
        span: Span::new(opened.mark.start(), end),
        inner: Span::new(opened.mark.end(), inner_end),
        depth: u8::from(around > 0),
        closed: close.is_some(),
        continues: opened.continues,
    };
}

fn side(text: &str, tokens: &[Token], at: usize, open: &Open) -> Option<(Style, Side)> {
    let is_open = |style| open.has(style);
    let word_follows =
        tokens.get(at + 1).is_some_and(|next| !next.spaced && !matches!(next.kind, TokenKind::Close | TokenKind::Mark | TokenKind::Stop));
    let word_before = at > 0 && !tokens[at].spaced && !matches!(tokens[at - 1].kind, TokenKind::Open | TokenKind::Dash);
    match tokens[at].span.of(text) {
        "“" | "„" | "‟" | "«" | "``" | "「" => Some((Style::Double, Side::Open)),
        "”" | "»" | "''" | "」" if is_open(Style::Double) => Some((Style::Double, Side::Close)),
        "\"" | "＂" | "”" | "''" => {
            let opens = if is_open(Style::Double) { word_follows && !word_before } else { word_follows || !word_before };
            Some((Style::Double, if opens && !is_open(Style::Double) { Side::Open } else { Side::Close }))
        }
        "‘" | "‹" | "‚" | "‛" if word_follows => Some((Style::Single, Side::Open)),
        "'" | "`" if !word_before && word_follows && closes_later(text, tokens, at) => Some((Style::Single, Side::Open)),
        "’" | "'" | "›" if is_open(Style::Single) && word_before && !is_plural(text, tokens, at) => Some((Style::Single, Side::Close)),
        _ => None,
    }
}

fn is_single_close(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].kind == TokenKind::Quote && !tokens[at].spaced && matches!(tokens[at].span.of(text), "'" | "’")
}

/// How many tokens a quotation in straight single marks may last.
const SINGLE_REACH: usize = 120;

fn closes_later(text: &str, tokens: &[Token], at: usize) -> bool {
    let end = (at + SINGLE_REACH).min(tokens.len());
    (at + 2..end).any(|later| is_single_close(text, tokens, later))
}

/// `the ministers’ plan`: an s before, a word in lower case after, and another mark that can close before a new one opens.
fn is_plural(text: &str, tokens: &[Token], at: usize) -> bool {
    let after_s = tokens[at - 1].span.of(text).ends_with(['s', 'S']);
    let before_word = tokens.get(at + 1).is_some_and(|next| next.spaced && next.kind == TokenKind::Word && !next.capital);
    if !(after_s && before_word) {
        return false;
    }
    let end = (at + SINGLE_REACH).min(tokens.len());
    (at + 1..end).take_while(|later| tokens[*later].span.of(text) != "‘").any(|later| is_single_close(text, tokens, later))
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    fn quoted(text: &str) -> Vec<(&str, bool, bool)> {
        let document = Document::new(text);
        document.quotations.iter().map(|found| (document.slice(found.inner), found.closed, found.continues)).collect()
    }

    #[test]
    fn marks_of_every_shape_open_and_close() {
        assert_eq!(quoted("He said \"no\" and “yes”."), [("no", true, false), ("yes", true, false)]);
        assert_eq!(quoted("``No,'' she said."), [("No,", true, false)]);
        assert_eq!(quoted("The ‘so-called’ deal isn’t dead."), [("so-called", true, false)]);
        assert_eq!(quoted("'It is over,' she said. It's the ministers' fault."), [("It is over,", true, false)]);
    }

    #[test]
    fn nesting_is_kept_in_order() {
        assert_eq!(quoted("“He told me ‘never’ twice.”"), [("He told me ‘never’ twice.", true, false), ("never", true, false)]);
    }

    #[test]
    fn of_a_thousand_marks_that_none_closes_only_the_first_is_outermost() {
        let text = "“He said ".repeat(1_000);
        let document = Document::new(&text);
        assert_eq!(document.quotations.iter().filter(|quotation| quotation.depth == 0).count(), 1);
    }

    #[test]
    fn a_quotation_goes_on_over_paragraphs() {
        let text = "Head\n\n“One thing.\n\n“Another thing,” he said.\n\nNo marks.";
        assert_eq!(quoted(text), [("One thing.", false, false), ("Another thing,", true, true)]);
    }

    #[test]
    fn an_unclosed_mark_ends_with_its_paragraph() {
        assert_eq!(quoted("He said “never.\n\nShe left."), [("never.", false, false)]);
    }

    #[test]
    fn apostrophes_are_no_quotations() {
        assert!(quoted("The ministers' plan isn't Pakistan's. Rock 'n' roll in the '90s.").len() <= 1);
        assert_eq!(quoted("‘The ministers’ plan is dead,’ he said."), [("The ministers’ plan is dead,", true, false)]);
    }
}
