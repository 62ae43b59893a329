//! What a quotation goes on to say in the sentences after the one that names its speaker: “The bridge was never safe,” Amundsen said. “We
//! wrote to the minister five times.” These sentences are nobody's evidence, and an edit of one is an edit of his words all the same.
//!
//! Known failure: a sentence that comes back after a version without it is added, and not restored.

use rustc_hash::FxHashMap;

use super::Between;
use crate::diff::{Link, LinkKind};
use crate::model::ChangeKind;
use crate::text::{CharIndex, Document, Span};
use crate::track::read::features::Said;
use crate::track::read::words::{Page, Word};
use crate::track::version::Version;

/// One of the two versions: whose words a sentence goes on with, by its number.
struct Side<'a> {
    document: &'a Document<'a>,
    page: &'a Page,
    index: CharIndex<'a>,
    whose: FxHashMap<usize, usize>,
}

impl<'a> Side<'a> {
    fn new(document: &'a Document<'a>, page: &'a Page, said: &[Said]) -> Self {
        let whose = said.iter().enumerate().flat_map(|(at, said)| said.goes_on.clone().map(move |sentence| (sentence, at)));
        Side { document, page, index: document.places(), whose: whose.collect() }
    }

    /// Who goes on in all of these sentences.
    fn speaker(&self, sentences: &[usize]) -> Option<usize> {
        let first = self.whose.get(sentences.first()?)?;
        sentences.iter().all(|sentence| self.whose.get(sentence) == Some(first)).then_some(*first)
    }

    fn place(&self, sentences: &[usize]) -> Span {
        let spans = sentences.iter().filter_map(|at| self.document.sentences.get(*at)).map(|sentence| sentence.span);
        spans.reduce(Span::cover).unwrap_or_default()
    }

    fn quoted(&self, place: Span) -> impl Iterator<Item = &str> {
        self.page.within(place).iter().filter(|word| word.is_quoted).map(|word| &**word.stem())
    }

    /// These words stand somewhere in a quotation.
    fn quotes(&self, words: &[Word]) -> bool {
        self.page.quoted(words).is_some()
    }
}

impl Between<'_> {
    /// Sentences that a quotation went on with and that came, went or have other words now, while what its speaker said before stands.
    pub(super) fn continued(&mut self, version: &Version<'_>) {
        let Some(prior) = &version.prior else { return };
        let (before, after) = (self.before, self.after);
        let old = Side::new(prior.document, &before.page, &before.said);
        let new = Side::new(version.document, &after.page, &after.said);
        if old.whose.is_empty() && new.whose.is_empty() {
            return;
        }
        let stays = |said: &Said, other: &Self| said.is_in(&other.passed) || said.is_in(&other.old) && said.is_in(&other.new);
        for link in in_one_breath(&prior.comparison.links, &old, &new) {
            let (from, to) = (old.speaker(&link.from), new.speaker(&link.to));
            let (was, is) = (old.place(&link.from), new.place(&link.to));
            let (kind, why) = match (from, to) {
                (Some(from), None) if link.to.is_empty() && stays(&before.said[from], self) && !new.quotes(old.page.within(was)) => {
                    (ChangeKind::Dropped, "absent from this version, while what was said before it stands")
                }
                (None, Some(to)) if link.from.is_empty() && stays(&after.said[to], self) => (ChangeKind::Added, "goes on with this now"),
                (Some(_), Some(_)) if !old.quoted(was).eq(new.quoted(is)) => {
                    (ChangeKind::QuoteChanged, "words inside the quotation marks differ")
                }
                _ => continue,
            };
            let draft = self.draft(kind, from, to, why);
            if from.is_some() {
                (draft.evidence_from, draft.before) = (Some(old.index.chars(was)), was.of(old.document.text).to_owned());
            }
            if to.is_some() {
                (draft.evidence_to, draft.after) = (Some(new.index.chars(is)), is.of(new.document.text).to_owned());
            }
        }
    }
}

/// The links, those joined that tell of sentences of one quotation which came or went one after the other.
fn in_one_breath(links: &[Link], old: &Side<'_>, new: &Side<'_>) -> Vec<Link> {
    let whose = |link: &Link| (old.speaker(&link.from), new.speaker(&link.to));
    let mut out: Vec<Link> = Vec::with_capacity(links.len());
    for link in links.iter().filter(|link| !link.furniture && link.kind != LinkKind::Same) {
        match out.last_mut() {
            Some(last) if last.kind == link.kind && goes_on(last, link) && whose(last) == whose(link) => {
                last.from.extend(&link.from);
                last.to.extend(&link.to);
            }
            _ => out.push(link.clone()),
        }
    }
    out
}

fn goes_on(last: &Link, link: &Link) -> bool {
    let follows = |first: &[usize], next: &[usize]| first.last().map(|last| last + 1) == next.first().copied();
    match link.kind {
        LinkKind::Removed => follows(&last.from, &link.from),
        LinkKind::Added => follows(&last.to, &link.to),
        _ => false,
    }
}
