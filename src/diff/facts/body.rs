//! Organisations by their common nouns, in lower case: "the finance ministry", "police".
//!
//! A ministry that is named more closely than before is the same one, and so is a company that is called a firm. Known failure: words
//! before the noun are read as part of what it is called only behind an article.

use super::mention::{Mention, Passage, Sort};
use crate::lexicon::closed::Class;
use crate::text::TokenKind;

/// Words that can say which one it is.
const BEFORE: usize = 2;

/// Reads an organisation that begins at `at`; gives where it ends.
pub(super) fn read(passage: &Passage<'_, '_>, at: usize, out: &mut Vec<Mention>) -> Option<usize> {
    let is_small = |at: usize| {
        passage.word(at).is_some_and(|word| {
            word.token.kind == TokenKind::Word && !word.token.capital && word.classes.is_open() && word.wording.stance.is_none()
        })
    };
    // "the teachers' union"
    let owns = |at: usize| passage.word(at).is_some_and(|word| word.token.kind == TokenKind::Quote && !word.token.spaced);
    let mut words = (at..=at + BEFORE + usize::from(owns(at + 1))).take_while(|next| is_small(*next) || *next == at + 1 && owns(*next));
    let head = words.find(|next| passage.words[*next].wording.body.is_some())?;
    let named = head > at && !(at..head).all(|next| passage.words[next].wording.rank);
    if named && !follows_article(passage, at) {
        return None;
    }
    let mut key: Vec<&str> = (at..head).filter(|next| !owns(*next)).map(|next| passage.lower(next)).collect();
    key.extend(passage.words[head].wording.body);
    out.push(Mention { leans: true, ..passage.mention(Sort::Body, at..head + 1, key.join(" ")) });
    Some(head + 1)
}

fn follows_article(passage: &Passage<'_, '_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| passage.words[before].classes.has(Class::Determiner))
}
