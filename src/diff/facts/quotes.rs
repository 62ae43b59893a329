//! Quotations whose wording changed, and words that were put in quotation marks or taken out of them.

use std::ops::Range;

use super::mention::{NOT, Passage, is_personal};
use super::pairing::Side;
use super::{Fact, FactKind};
use crate::lexicon::wording::{contraction, wording};
use crate::text::Span;

/// A quotation's words inside one passage.
struct Quoted {
    tokens: Range<usize>,
    /// Without the marks.
    inner: Span,
    /// With them.
    whole: Span,
    words: String,
}

/// Appends the facts of the quotations that touch both passages.
pub(super) fn facts(passages: (&Passage<'_, '_>, &Passage<'_, '_>), sides: &(Side, Side), out: &mut Vec<Fact>) {
    let (old, new) = (quoted(passages.0), quoted(passages.1));
    let mut used = vec![false; new.len()];
    for before in &old {
        let holds = |token: usize| {
            let at = new.partition_point(|after| after.tokens.end <= token);
            new.get(at).filter(|after| after.tokens.contains(&token)).map(|_| at)
        };
        let found = sides.0.kept(&before.tokens).find_map(holds).or_else(|| {
            let step = sides.0.changed(&before.tokens)?;
            let at = new.partition_point(|after| sides.1.changed(&after.tokens).is_none_or(|other| other < step));
            new.get(at).filter(|after| sides.1.changed(&after.tokens) == Some(step)).map(|_| at)
        });
        match found {
            Some(at) => {
                used[at] = true;
                if new[at].words != before.words {
                    out.push(Fact { kind: FactKind::Quote, old: Some(before.inner), new: Some(new[at].inner) });
                }
            }
            None => {
                out.push(Fact { kind: FactKind::Quote, old: Some(before.whole), new: unquoted(passages.1, sides.0.kept(&before.tokens)) })
            }
        }
    }
    for (after, _) in new.iter().zip(used).filter(|(_, used)| !used) {
        out.push(Fact { kind: FactKind::Quote, old: unquoted(passages.0, sides.1.kept(&after.tokens)), new: Some(after.whole) });
    }
}

/// Where the words stand that are quoted on the other side only.
fn unquoted(passage: &Passage<'_, '_>, tokens: impl Iterator<Item = usize>) -> Option<Span> {
    tokens.map(|token| passage.document.tokens[token].span).reduce(Span::cover)
}

fn quoted(passage: &Passage<'_, '_>) -> Vec<Quoted> {
    let document = passage.document;
    let (Some(first), Some(last)) = (passage.words.first(), passage.words.last()) else { return Vec::new() };
    let span = first.token.span.cover(last.token.span);
    let here = passage.first..passage.first + passage.words.len();
    // Quotations are in order of their opening mark; one that began before the passage can reach into it.
    let until = document.quotations.partition_point(|quotation| quotation.span.start() < span.end());
    let reaching = |quotation: &&crate::text::Quotation| quotation.span.end() > span.start() && quotation.depth == 0;
    let from = document.quotations[..until].partition_point(|quotation| quotation.span.start() < span.start());
    let from = from.saturating_sub(REACH_BACK);
    document.quotations[from..until]
        .iter()
        .filter(reaching)
        .filter_map(|quotation| {
            let range = document.tokens_in(quotation.inner);
            let tokens = range.start.max(here.start)..range.end.min(here.end);
            let words: Vec<&str> = tokens.clone().flat_map(|token| spelt(passage, token - passage.first)).collect();
            let clip = |part: Span| Span::new(part.start().max(span.start()), part.end().min(span.end()));
            (!tokens.is_empty()).then(|| Quoted {
                words: words.join(" ").trim_end_matches([',', '.', ' ']).to_owned(),
                tokens,
                inner: clip(quotation.inner),
                whole: clip(quotation.span),
            })
        })
        .collect()
}

/// The words that the one at `at` is where nothing is glued to it: "did not" for "didn't", "it is" for "it's".
fn spelt<'p>(passage: &'p Passage<'_, '_>, at: usize) -> Vec<&'p str> {
    let word = &passage.words[at];
    let is_denied = passage.lower(at + 1) == NOT;
    let agreed = |verb: &'p str| wording(verb).agrees.filter(|_| is_denied).unwrap_or(verb);
    if let Some(verb) = word.wording.negated {
        return vec![verb, NOT];
    }
    match contraction(&word.lower).filter(|_| is_personal(word)) {
        Some((head, mut verbs)) => std::iter::once(head).chain(verbs.next().map(agreed)).collect(),
        None => vec![agreed(&word.lower)],
    }
}

/// How many quotations back one that reaches into a passage can have begun.
const REACH_BACK: usize = 4;
