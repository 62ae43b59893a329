//! Tags that the parse knows better than their neighbours tell: "the town council hopes the bridge opens", "the mayor calls the plan a
//! gift". A word that can be a noun or a verb is a verb where the parse has a finite one.
//!
//! The other way round was tried and dropped: to take a noun of the parse for a noun loses as many claims as it mends.

use crate::lexicon::inflect::form;
use crate::syntax::parse::Penn;
use crate::syntax::tag::Place;
use crate::syntax::{Parse, Tag};
use crate::text::{SegmentKind, Span};

use super::Scene;

/// Sets the tags of sentence `index` outside quotations by its parse; tells whether one was changed.
pub(in super::super) fn correct(scene: &mut Scene<'_, '_>, index: usize, parse: &Parse) -> bool {
    let document = scene.document;
    let begin = document.sentences[index].span.start();
    let is_headline = document.segment_of(index).kind == SegmentKind::Headline;
    let mut changed = false;
    for word in parse.words() {
        let wanted = match word.tag {
            Penn::Vbz => form::PRESENT,
            Penn::Vbp => form::PRESENT | form::BASE,
            Penn::Vbd => form::PAST,
            _ => continue,
        };
        let span = Span::new(begin + word.span.start(), begin + word.span.end());
        let at = document.token_at(span.start());
        let Some(here) = scene.tags.get(at).copied().filter(|here| here.tag == Tag::Noun && !here.owns) else { continue };
        let place = Place::new(document, &scene.tags, document.token_range(index), at);
        if place.is_title() || place.is_later_subject() {
            continue;
        }
        // "Mayor slams cuts": no second verb right after a headline's.
        if is_headline && at > 0 && scene.tags[at - 1].is_finite() {
            continue;
        }
        if document.tokens[at].span == span && here.word.forms & wanted != 0 && scene.quotation(at).is_none() {
            scene.tags[at].tag = Tag::Verb;
            scene.tags[at].forms = here.word.forms;
            changed = true;
        }
    }
    changed
}
