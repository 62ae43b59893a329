//! One text read: what is found in it, with the parses of its sentences kept for the next version.

use std::sync::LazyLock;

use super::ids::identify;
use crate::lexicon::knowledge::Knowledge;
use crate::model::{Findings, Located, Syntax};
use crate::store::{FirstError, StoreError, Writer};
use crate::syntax::{Kept, Key, Model, Parser, Shelf, Shelved};
use crate::text::Document;
use crate::{actors, claims};

/// Everything that is found in a text; `key` makes the ids unique. Its parses are kept for the process, so that the next version costs its
/// new sentences.
pub(super) fn read(knowledge: &Knowledge, key: &str, document: &Document<'_>) -> Findings {
    static KEPT: LazyLock<Kept> = LazyLock::new(Kept::default);
    match knowledge.syntax {
        Syntax::Rules => read_by(knowledge, None, key, document),
        Syntax::Parser => read_by(knowledge, Some(&KEPT.over(Model::builtin())), key, document),
    }
}

/// The same for a text of a store, which keeps the parses of its sentences for the next version. `kept` are those that are on its shelf and
/// at hand as well, so that a sentence of many versions is looked up once.
pub(super) fn read_stored(
    knowledge: &Knowledge,
    kept: &Kept,
    writer: &Writer<'_>,
    key: &str,
    document: &Document<'_>,
) -> Result<Findings, StoreError> {
    match knowledge.syntax {
        Syntax::Rules => Ok(read_by(knowledge, None, key, document)),
        Syntax::Parser => read_shelved(knowledge, Model::builtin(), kept, writer, key, document),
    }
}

fn read_by(knowledge: &Knowledge, parser: Option<&dyn Parser>, key: &str, document: &Document<'_>) -> Findings {
    let lower = document.lower_cased();
    let mut found = claims::read(knowledge, parser, document, &lower);
    actors::resolve(&knowledge.world, document, &lower, &mut found);
    let mut found = found.located(&document.places());
    identify(key, &mut found);
    found
}

fn read_shelved(
    knowledge: &Knowledge,
    parser: &dyn Parser,
    kept: &Kept,
    writer: &Writer<'_>,
    key: &str,
    document: &Document<'_>,
) -> Result<Findings, StoreError> {
    let shelf = StoreShelf { writer, failed: FirstError::default() };
    let found = read_by(knowledge, Some(&kept.over(&Shelved::new(parser, &shelf))), key, document);
    shelf.failed.into_inner().map_or(Ok(found), Err)
}

/// The parses in a store. What fails is told when the text is read.
struct StoreShelf<'w, 's> {
    writer: &'w Writer<'s>,
    failed: FirstError,
}

impl Shelf for StoreShelf<'_, '_> {
    fn get(&self, key: &Key) -> Option<Vec<u8>> {
        self.failed.or_nothing(self.writer.parse(key))
    }

    fn put(&self, key: &Key, parse: &[u8]) {
        self.failed.or_nothing(self.writer.keep_parse(key, parse));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::store::Store;
    use crate::syntax::Parse;

    #[derive(Default)]
    struct Counting(AtomicUsize);

    impl Parser for Counting {
        fn parse(&self, sentence: &str) -> Parse {
            self.0.fetch_add(1, Ordering::Relaxed);
            Model::builtin().parse(sentence)
        }
    }

    #[test]
    fn a_new_version_costs_its_new_sentences() {
        let mut store = Store::in_memory().expect("a store needs no disk");
        let writer = store.writer().expect("a writer");
        let (counting, knowledge) = (Counting::default(), Knowledge::builtin());
        let first = "Oslo said the mill was shut. The union denied that it had called a strike.";
        let second = format!("Bern claimed the river was clean. {first}");
        let costs = |kept: &Kept, text: &str| {
            let before = counting.0.load(Ordering::Relaxed);
            let document = Document::new(text);
            let found = read_shelved(&knowledge, &counting, kept, &writer, "key", &document).expect("a store that can be written");
            assert_eq!(found, read_by(&knowledge, Some(Model::builtin()), "key", &document), "what is kept changes no answer");
            counting.0.load(Ordering::Relaxed) - before
        };
        let (kept, another) = (Kept::default(), Kept::default());
        assert_eq!([costs(&kept, first), costs(&kept, &second), costs(&another, &second)], [2, 1, 0]);
        let digest = writer.derivations_digest().expect("tables");
        assert_eq!(digest.iter().find(|derived| derived.table == "parses").map(|parses| parses.rows), Some(3));
    }
}
