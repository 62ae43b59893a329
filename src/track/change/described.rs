//! Words that tell who somebody is, before the noun and the name: "the French chemist Ida Brun".

use std::rc::Rc;

use crate::text::{Document, Span};
use crate::track::read::words::Page;

/// Words within which the name stands that a description leads to.
const DESCRIBED: usize = 4;

/// The words at these places describe one person, in the same way but for themselves: "French" that became "Belgian" before "chemist Ida
/// Brun".
pub(super) fn is_one([was, is]: [(&Document<'_>, &Page, Span); 2]) -> bool {
    let (old, new) = (described(was), described(is));
    old.is_some() && old == new
}

/// The stems of the noun and the first name that follow.
fn described((document, page, place): (&Document<'_>, &Page, Span)) -> Option<Vec<Rc<str>>> {
    let next = &page.all()[page.range(place).end..];
    let name = next.iter().take(DESCRIBED).position(|word| word.is_name).filter(|name| *name > 0)?;
    let (last, nouns) = next[..=name].split_last()?;
    let between = document.text.get(place.end()..last.span.start())?;
    let is_plain = !between.contains([',', ';', '.']) && nouns.iter().all(|word| !word.is_function);
    is_plain.then(|| next[..=name].iter().map(|word| Rc::clone(&word.stem)).collect())
}
