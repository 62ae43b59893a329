//! The only place where the layers meet: bytes → snapshots → findings → threads and changes, and the same again for `rebuild`.
//!
//! Findings are a function of one text; tracking is a function of a story's snapshots in the order of their times. Neither reads a
//! clock, so a fresh import, a second import and a rebuild store the same rows.

use std::cell::RefCell;
use std::fmt::{self, Write};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

pub use crate::follow::Progress;
use crate::follow::{AtHand, ReadText};
use crate::ingest;

use crate::lexicon;
pub use crate::lexicon::knowledge::{Knowledge, KnowledgeError};
pub use crate::model::Syntax;
use crate::model::{Capture, Findings, Located};
use crate::store::{Added, Damage, Place, SnapshotId, SnapshotInfo, Store, StoreError, Writer};
use crate::syntax::{Kept, Key, Model, Parser, Shelf, Shelved};
use crate::text::{CharIndex, Document};
use crate::{actors, claims, follow};

/// Everything that sayso finds in one text, its places in scalar values. `key` makes the ids unique: use one for each text.
pub fn findings(key: &str, text: &str) -> Findings {
    findings_with(&Knowledge::builtin(), key, text)
}

/// The same, with the actors and topics that a user gave.
pub fn findings_with(knowledge: &Knowledge, key: &str, text: &str) -> Findings {
    read(knowledge, parser(knowledge.syntax), key, &Document::new(text))
}

fn read(knowledge: &Knowledge, parser: Option<&dyn Parser>, key: &str, document: &Document<'_>) -> Findings {
    let mut found = claims::extract_parsed(&knowledge.topics, parser, document);
    actors::resolve_with(&knowledge.world, document, &mut found);
    let mut found = found.located(&CharIndex::new(document.text));
    identify(key, &mut found);
    found
}

/// What reads sentences besides the rules. Its parses are kept for the process, so that the next version costs its new sentences.
fn parser(syntax: Syntax) -> Option<&'static dyn Parser> {
    static PARSER: LazyLock<Kept<'static>> = LazyLock::new(|| Kept::new(Model::builtin()));
    match syntax {
        Syntax::Rules => None,
        Syntax::Parser => Some(&*PARSER),
    }
}

/// The findings of a text of a store, which keeps the parses of its sentences for the next version.
fn read_stored(
    knowledge: &Knowledge,
    parser: Option<&dyn Parser>,
    writer: &Writer<'_>,
    key: &str,
    document: &Document<'_>,
) -> Result<Findings, StoreError> {
    let Some(parser) = parser else { return Ok(read(knowledge, None, key, document)) };
    let shelf = StoreShelf { writer, failed: RefCell::new(None) };
    let found = read(knowledge, Some(&Shelved::new(parser, &shelf)), key, document);
    shelf.failed.into_inner().map_or(Ok(found), Err)
}

/// The parses in a store. What fails is told when the text is read.
struct StoreShelf<'w, 's> {
    writer: &'w Writer<'s>,
    failed: RefCell<Option<StoreError>>,
}

impl Shelf for StoreShelf<'_, '_> {
    fn get(&self, key: &Key) -> Option<Vec<u8>> {
        self.writer.parse(key).unwrap_or_else(|error| {
            self.failed.replace(Some(error));
            None
        })
    }

    fn put(&self, key: &Key, parse: &[u8]) {
        if let Err(error) = self.writer.keep_parse(key, parse) {
            self.failed.replace(Some(error));
        }
    }
}

/// Hex digits of an id after its letter: of a million claims in a store two share one with a chance of 1 in 500.
const ID_DIGITS: usize = 12;

/// Gives every finding an id made from `key`, its place and what it says, so that the same finding keeps its id when others come or go.
fn identify(key: &str, found: &mut Findings) {
    let mut ids = Ids { key: Sha256::new_with_prefix(key), given: FxHashSet::default(), hashed: String::new() };
    let mut renamed: FxHashMap<String, String> = FxHashMap::default();
    for claim in &mut found.claims {
        let cue = claim.cue.as_ref().map(|cue| &cue.span);
        let id = ids.unique('c', format_args!("{} {:?} {cue:?} {:?}", claim.act, claim.evidence.span, claim.content.span));
        renamed.insert(std::mem::replace(&mut claim.id, id.clone()), id);
    }
    for claim in &mut found.claims {
        claim.answers = claim.answers.take().and_then(|old| renamed.get(&old).cloned());
    }
    for figure in &mut found.figures {
        figure.id = ids.unique('f', format_args!("{} {:?} {:?}", figure.what, figure.low, figure.evidence.span));
    }
    for status in &mut found.statuses {
        status.id = ids.unique('s', format_args!("{} {} {:?}", status.topic, status.state, status.evidence.span));
    }
}

/// The ids given so far in one text.
struct Ids {
    /// A hash of the text's key, from which every id goes on.
    key: Sha256,
    given: FxHashSet<String>,
    /// What is hashed besides the key; kept for its room.
    hashed: String,
}

impl Ids {
    fn unique(&mut self, letter: char, what: fmt::Arguments<'_>) -> String {
        let mut again = 0;
        loop {
            self.hashed.clear();
            // A string takes whatever is written to it.
            _ = write!(self.hashed, "\n{what}\n{again}");
            let hash = self.key.clone().chain_update(&self.hashed).finalize();
            let mut id = String::with_capacity(1 + ID_DIGITS);
            id.push(letter);
            id.extend(hex_digits(&hash[..ID_DIGITS / 2]));
            if self.given.insert(id.clone()) {
                return id;
            }
            again += 1;
        }
    }
}

fn hex_digits(bytes: &[u8]) -> impl Iterator<Item = char> {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16))
}

/// What derives rows: the program's version and a hash of the data it was built with.
pub static DERIVED_BY: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for (path, content) in lexicon::DATA {
        hash.update(path);
        hash.update(content);
    }
    let digits: String = hex_digits(&hash.finalize()).take(DATA_DIGITS).collect();
    format!("sayso {} data {digits}", env!("CARGO_PKG_VERSION"))
});

/// What derives rows with this knowledge: [`DERIVED_BY`], a hash of what the user added, and how sentences are read.
pub fn derived_by(knowledge: &Knowledge) -> String {
    let added = knowledge.added().map(|added| format!("{ADDED}{added}")).unwrap_or_default();
    let syntax = match knowledge.syntax {
        Syntax::Rules => String::new(),
        other => format!("{SYNTAX}{other}"),
    };
    format!("{}{added}{syntax}", *DERIVED_BY)
}

/// The hash of the actors and topics of the user's own with which a store was read; `None` where there are none.
///
/// # Errors
/// Where the store cannot be read.
pub fn derived_added(store: &Store) -> Result<Option<String>, StoreError> {
    let program = store.derived_by()?;
    Ok(program.and_then(|program| Some(program.split_once(ADDED)?.1.split(' ').next()?.to_owned())))
}

/// Stands before the hash of what the user added in what derives rows.
const ADDED: &str = " added ";

/// Stands before the name of the syntax in what derives rows.
const SYNTAX: &str = " syntax ";

/// How the sentences of a store were read; `None` where nothing is derived yet.
///
/// # Errors
/// Where the store cannot be read.
pub fn derived_syntax(store: &Store) -> Result<Option<Syntax>, StoreError> {
    let program = store.derived_by()?;
    Ok(program.map(|program| program.rsplit_once(SYNTAX).and_then(|(_, name)| name.parse().ok()).unwrap_or(Syntax::Rules)))
}

/// Hex digits of the data's hash that are shown.
const DATA_DIGITS: usize = 16;

/// What a user said on the command line about files that do not say it themselves.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The story of all captures; wins over what a file says.
    pub story: Option<String>,
    /// The story of a capture that names none.
    pub fallback: String,
    /// The outlet of a capture that names none.
    pub outlet: Option<String>,
    /// The report of a capture that names none; without it, such captures are versions of one report named after the story.
    pub report: Option<String>,
}

/// The outlet of a capture when nobody says which.
const NO_OUTLET: &str = "unknown outlet";

impl Defaults {
    fn place<'a>(&'a self, capture: &'a Capture) -> Place<'a> {
        let story = self.story.as_deref().or(capture.story.as_deref()).unwrap_or(&self.fallback);
        Place {
            story,
            outlet: capture.outlet.as_deref().or(self.outlet.as_deref()).unwrap_or(NO_OUTLET),
            report: capture.report.as_deref().or(self.report.as_deref()).unwrap_or(story),
        }
    }
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Snapshots that were not there before.
    pub new: Vec<SnapshotId>,
    /// Captures that their reports had already.
    pub known: usize,
    /// Of these, captures without a time that hold what the report held once and no longer, under the name of the file that had it
    /// then: taken for that file, they could be a report that went back.
    pub doubtful: usize,
    /// Stories of all captures given, in order of first mention: those that hold their reports.
    pub stories: Vec<String>,
    /// Captures of reports that another story holds than the one that was meant, counted by the story that holds them and that one.
    pub elsewhere: Vec<(String, String, usize)>,
    /// What had derived the store until now, where it was another program or had other knowledge: everything was derived again.
    pub derived_before: Option<String>,
    /// What a reader should know of new versions, with the file each came from ("not English").
    pub notes: Vec<String>,
}

/// Stores `captures` and what is found in them, all or nothing. `now` is the time of import in UTC seconds.
///
/// # Errors
/// Whatever the store refuses; nothing is stored then.
pub fn import(
    store: &mut Store,
    captures: &[Capture],
    defaults: &Defaults,
    now: i64,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, StoreError> {
    import_with(&Knowledge::builtin(), store, captures, defaults, now, progress)
}

/// The same, with the actors and topics that a user gave.
///
/// # Errors
/// Whatever the store refuses; nothing is stored then.
pub fn import_with(
    knowledge: &Knowledge,
    store: &mut Store,
    captures: &[Capture],
    defaults: &Defaults,
    now: i64,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, StoreError> {
    let mut writer = store.writer()?;
    let mut done = Imported::default();
    let mut at_hand = AtHand::default();
    let before = writer.derived_by()?.filter(|program| *program != derived_by(knowledge));
    for (index, capture) in captures.iter().enumerate() {
        progress(Progress { doing: "storing and reading claims", done: index, of: captures.len() });
        let place = defaults.place(capture);
        let added = writer.add(capture, place, now)?;
        let info = writer.snapshot(added.id())?;
        match added {
            Added::New(id) if before.is_some() => done.new.push(id),
            Added::New(id) => {
                let document = Document::new(&capture.text);
                let found = read_stored(knowledge, parser(knowledge.syntax), &writer, &info.key(), &document)?;
                writer.put_findings(id, &found)?;
                done.notes.extend(found.notes.iter().map(|note| format!("{note}: {}", capture.origin)));
                at_hand.keep(id, ReadText { text: capture.text.clone(), parts: document.into() }, found);
                done.new.push(id);
            }
            Added::Known(_) => {
                done.known += 1;
                done.doubtful += usize::from(is_doubtful(&writer, capture, &info)?);
            }
        }
        if info.story != place.story {
            match done.elsewhere.iter_mut().find(|(held, meant, _)| *held == info.story && meant == place.story) {
                Some((.., files)) => *files += 1,
                None => done.elsewhere.push((info.story.clone(), place.story.to_owned(), 1)),
            }
        }
        if !done.stories.contains(&info.story) {
            done.stories.push(info.story);
        }
    }
    if before.is_some() && !done.new.is_empty() {
        derive_all(&mut writer, knowledge, progress)?;
        for id in &done.new {
            let origin = writer.snapshot(*id)?.origin;
            done.notes.extend(writer.findings(*id)?.notes.iter().map(|note| format!("{note}: {origin}")));
        }
        done.derived_before = before;
    } else {
        follow_more(&mut writer, at_hand, progress)?;
        if !done.new.is_empty() {
            writer.set_derived_by(&derived_by(knowledge))?;
        }
    }
    writer.commit()?;
    Ok(done)
}

/// A file without a time was taken for an old version by its name alone.
fn is_doubtful(writer: &Writer<'_>, capture: &Capture, info: &SnapshotInfo) -> Result<bool, StoreError> {
    let has_later = writer.version(info.report_id, info.ordinal + 1)?.is_some();
    Ok(capture.captured_at.or(capture.published_at).is_none() && info.origin != capture.origin && has_later)
}

/// Follows the snapshots that were added.
fn follow_more(writer: &mut Writer<'_>, mut at_hand: AtHand, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
    let mut added: FxHashMap<String, Vec<SnapshotInfo>> = FxHashMap::default();
    for id in writer.added() {
        let info = writer.snapshot(*id)?;
        added.entry(info.story.clone()).or_default().push(info);
    }
    for story in writer.touched_stories().to_vec() {
        match added.remove(&story) {
            Some(new) => follow::more(writer, &story, new, &mut at_hand, progress)?,
            None => follow::whole(writer, &story, &mut at_hand, progress)?,
        }
    }
    if writer.added().is_empty() {
        return Ok(());
    }
    // Stories that a change of the schema left without threads come along.
    writer.unfollowed()?.iter().try_for_each(|story| follow::whole(writer, story, &mut at_hand, progress))
}

/// Remakes every derived row from the evidence, all or nothing.
///
/// # Errors
/// Whatever the store refuses; the old rows stay then.
pub fn rebuild(store: &mut Store, progress: &mut dyn FnMut(Progress)) -> Result<usize, StoreError> {
    rebuild_with(&Knowledge::builtin(), store, progress)
}

/// The same, with the actors and topics that a user gave.
///
/// # Errors
/// Whatever the store refuses; the old rows stay then.
pub fn rebuild_with(knowledge: &Knowledge, store: &mut Store, progress: &mut dyn FnMut(Progress)) -> Result<usize, StoreError> {
    let mut writer = store.writer()?;
    let derived = derive_all(&mut writer, knowledge, progress)?;
    writer.commit()?;
    Ok(derived)
}

/// Remakes every derived row within a transaction; gives the number of snapshots.
fn derive_all(writer: &mut Writer<'_>, knowledge: &Knowledge, progress: &mut dyn FnMut(Progress)) -> Result<usize, StoreError> {
    writer.clear_derivations()?;
    let snapshots = writer.snapshots(None)?;
    let mut at_hand = AtHand::default();
    for (index, info) in snapshots.iter().enumerate() {
        progress(Progress { doing: "reading claims", done: index, of: snapshots.len() });
        let text = writer.text(info.id)?;
        let document = Document::new(&text);
        let found = read_stored(knowledge, parser(knowledge.syntax), writer, &info.key(), &document)?;
        writer.put_findings(info.id, &found)?;
        let parts = document.into();
        at_hand.keep(info.id, ReadText { text, parts }, found);
    }
    for story in writer.stories()? {
        follow::whole(writer, &story.name, &mut at_hand, progress)?;
    }
    writer.set_derived_by(&derived_by(knowledge))?;
    Ok(snapshots.len())
}

/// Re-hashes the evidence and compares the derivations with a rebuild.
///
/// # Errors
/// Where the store cannot be read at all.
pub fn verify(store: &Store, progress: &mut dyn FnMut(Progress)) -> Result<Vec<Damage>, StoreError> {
    verify_with(&Knowledge::builtin(), store, progress)
}

/// The same, with the actors and topics that a user gave.
///
/// # Errors
/// Where the store cannot be read at all.
pub fn verify_with(knowledge: &Knowledge, store: &Store, progress: &mut dyn FnMut(Progress)) -> Result<Vec<Damage>, StoreError> {
    let _at_once = store.at_once()?;
    let mut damage = store.verify(&|info, raw| ingest::reread(&info.origin, &info.media_type, raw))?;
    if !damage.is_empty() {
        return Ok(damage);
    }
    let mut remade = store.copy_to_memory()?;
    rebuild_with(knowledge, &mut remade, progress)?;
    for (stored, again) in store.derivations_digest()?.iter().zip(remade.derivations_digest()?) {
        if *stored != again {
            let what = format!("{} rows are stored, a rebuild gives {}, and they are not the same", stored.rows, again.rows);
            damage.push(Damage { kind: "derivation", place: stored.table.to_owned(), what });
        }
    }
    Ok(damage)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
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
        let costs = |text: &str| {
            let before = counting.0.load(Ordering::Relaxed);
            let document = Document::new(text);
            let found = read_stored(&knowledge, Some(&counting), &writer, "key", &document).expect("a store that can be written");
            assert_eq!(found, read(&knowledge, Some(Model::builtin()), "key", &document), "what is kept changes no answer");
            counting.0.load(Ordering::Relaxed) - before
        };
        assert_eq!([costs(first), costs(&second), costs(&second)], [2, 1, 0]);
        assert_eq!(writer.parses().expect("a table of parses"), 3);
    }
}
