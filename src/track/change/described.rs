//! Words that tell who somebody is, beside the name: "the French chemist Ida Brun", "Finance minister Ida Brun", "Ida Brun, of Lille,".

use std::rc::Rc;

use crate::diff::FactKind;
use crate::lexicon::actors::{self, Post};
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::same;
use crate::lexicon::wording::wording;
use crate::text::{Document, Span};
use crate::track::read::words::{Page, Word};

/// Words within which the name stands that a description leads to.
const DESCRIBED: usize = 4;

/// The words at these places describe one person, in the same way but for themselves: "French" that became "Belgian" before "chemist Ida
/// Brun", "Finance minister" that became "Health minister" before "Ida Brun", "Lille" that became "Lyon" in "Ida Brun, of Lille,".
pub(super) fn is_one(kind: FactKind, [was, is]: [(&Document<'_>, &Page, Span); 2]) -> bool {
    let is_same = |old: Option<Vec<Rc<str>>>, new: Option<Vec<Rc<str>>>| old.is_some() && old == new;
    match kind {
        FactKind::Title => is_same(described(was, 0), described(is, 0)),
        FactKind::Name | FactKind::Place => is_same(described(was, 1), described(is, 1)) || is_same(placed(was), placed(is)),
        _ => false,
    }
}

/// "Geologist" that became "seismologist", "junior minister" that became "senior minister": each tells what somebody does. Whoever heads
/// a body may be called so in many ways ("chairman", "boss").
pub(super) fn are_posts(old: &str, new: &str) -> bool {
    let head = |post: &str| post.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let (was, is) = (head(old), head(new));
    let is_title = |head: &str| wording(head).title && !wording(head).courtesy;
    let is_person = |head: &str| actors::is_post(head, Post::Person);
    let does = |head: &String| is_title(head) || actors::is_held_post(head);
    // "Sgt", "chair": the same cut short, or in another word.
    let full = |head: &String| same::taken_for(head).or(wording(head).title_in_full).map_or_else(|| head.clone(), str::to_owned);
    let is_cut = was != is && (was.starts_with(&is) || is.starts_with(&was) || full(&was) == full(&is));
    !is_cut && does(&was) && does(&is) && (was == is || is_title(&was) && is_title(&is) || is_person(&was) || is_person(&is))
}

/// The stems of the nouns, at least so many, and the first name that follow.
fn described((document, page, place): (&Document<'_>, &Page, Span), least: usize) -> Option<Vec<Rc<str>>> {
    let next = &page.all()[page.range(place).end..];
    let name = next.iter().take(DESCRIBED).position(|word| word.is_name).filter(|name| *name >= least)?;
    let (last, nouns) = next[..=name].split_last()?;
    let between = document.text.get(place.end()..last.span.start())?;
    // "The union called Brun" describes nobody.
    let does = |word: &Word| word.looked_up().cues().any(|cue| cue.part == Part::Verb) && *word.stem() != word.form;
    let is_plain = !between.contains([',', ';', '.']) && nouns.iter().all(|word| !word.is_function && !does(word));
    is_plain.then(|| next[..=name].iter().map(|word| Rc::clone(word.stem())).collect())
}

/// The stem of the name and the preposition behind which a place stands as an aside: "Brun, of Lille,".
fn placed((document, page, place): (&Document<'_>, &Page, Span)) -> Option<Vec<Rc<str>>> {
    let [.., name, leads] = &page.all()[..page.range(place).start] else { return None };
    let between = document.text.get(name.span.end()..leads.span.start())?;
    let after = document.text.get(place.end()..)?;
    let is_aside = between.trim() == "," && after.starts_with(',') && leads.classes().has(Class::Preposition);
    let begins = document.sentence_at(name.span.start()).is_some_and(|at| document.sentences[at].span.start() == name.span.start());
    (is_aside && (name.is_name || begins)).then(|| vec![Rc::clone(name.stem()), Rc::clone(leads.stem())])
}
