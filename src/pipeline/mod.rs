//! The only place where the layers meet: bytes → snapshots → findings → threads and changes, and the same again for `rebuild`.
//!
//! Findings are a function of one text; tracking is a function of a story's snapshots in the order of their times. Neither reads a
//! clock, so a fresh import, a second import and a rebuild store the same rows.

mod derived;
mod examples;
mod ids;
mod reading;

use std::collections::BTreeMap;

pub use self::derived::DerivedBy;
pub use self::examples::{WrongExample, check_examples};
use self::reading::{read, read_stored};
pub use crate::follow::Progress;
use crate::follow::{self, AtHand, ReadText};
use crate::ingest;
use crate::lexicon::Knowledge;
use crate::model::{Capture, Findings};
use crate::store::{Added, Appended, Damage, Place, SnapshotId, SnapshotInfo, Store, StoreError, Writer};
use crate::syntax::Kept;
use crate::text::Document;

/// Everything that sayso finds in one text, its places in scalar values. `key` makes the ids unique: use one for each text.
pub fn findings(key: &str, text: &str) -> Findings {
    Pipeline::default().findings(key, text)
}

/// What takes texts through all layers, with what it is given to know.
pub struct Pipeline<'p> {
    knowledge: Knowledge,
    progress: Box<dyn FnMut(Progress) + 'p>,
}

impl Default for Pipeline<'_> {
    /// With the knowledge that comes with the program.
    fn default() -> Self {
        Pipeline::new(Knowledge::builtin())
    }
}

impl<'p> Pipeline<'p> {
    /// With this knowledge, and nobody who watches.
    pub fn new(knowledge: Knowledge) -> Self {
        Pipeline { knowledge, progress: Box::new(|_| {}) }
    }

    /// The same, telling `progress` how far it has come.
    #[must_use]
    pub fn watched_by(self, progress: impl FnMut(Progress) + 'p) -> Self {
        Pipeline { progress: Box::new(progress), ..self }
    }

    /// What rows are derived by, as stores keep it.
    pub fn derived_by(&self) -> DerivedBy {
        DerivedBy::this(&self.knowledge)
    }

    /// Everything that is found in one text, its places in scalar values. `key` makes the ids unique: use one for each text.
    pub fn findings(&self, key: &str, text: &str) -> Findings {
        read(&self.knowledge, key, &Document::new(text))
    }

    /// Stores `captures` and what is found in them, all or nothing. `now` is the time of import in UTC seconds.
    ///
    /// # Errors
    /// Whatever the store refuses; nothing is stored then.
    pub fn import(&mut self, store: &mut Store, captures: &[Capture], defaults: &Defaults, now: i64) -> Result<Imported, StoreError> {
        let mut writer = store.writer()?;
        let this = self.derived_by().to_string();
        let derived_before = writer.derived_by()?.filter(|program| *program != this);
        let mut done = Imported::default();
        let (kept, mut at_hand) = (Kept::default(), AtHand::default());
        let placed: Vec<_> = captures.iter().map(|capture| (capture, defaults.place(capture))).collect();
        let appended = writer.add_all(placed.iter().copied(), now)?;
        for (index, ((capture, place), appended)) in placed.into_iter().zip(appended).enumerate() {
            (self.progress)(Progress { doing: "reading claims", done: index, of: captures.len() });
            if let (Added::New(id), None) = (appended.added, &derived_before) {
                let info = writer.snapshot(id)?;
                self.read_into(&mut writer, &info, capture.text.clone(), &kept, &mut at_hand)?;
            }
            done.count(appended, place.story);
        }
        if derived_before.is_some() && !done.new.is_empty() {
            self.derive_all(&mut writer)?;
            done.derived_before = derived_before;
        } else {
            self.follow_added(&mut writer, at_hand)?;
            if !done.new.is_empty() {
                writer.set_derived_by(&this)?;
            }
        }
        done.notes = notes(&writer, &done.new)?;
        writer.commit()?;
        Ok(done)
    }

    /// Remakes every derived row from the evidence, all or nothing; gives the number of snapshots.
    ///
    /// # Errors
    /// Whatever the store refuses; the old rows stay then.
    pub fn rebuild(&mut self, store: &mut Store) -> Result<usize, StoreError> {
        let mut writer = store.writer()?;
        let derived = self.derive_all(&mut writer)?;
        writer.commit()?;
        Ok(derived)
    }

    /// Re-hashes the evidence and compares the derivations with a rebuild.
    ///
    /// # Errors
    /// Where the store cannot be read at all.
    pub fn verify(&mut self, store: &Store) -> Result<Vec<Damage>, StoreError> {
        let _at_once = store.at_once()?;
        let mut damage = store.verify(&|info, raw| ingest::reread(&info.origin, &info.media_type, raw))?;
        if !damage.is_empty() {
            return Ok(damage);
        }
        let mut remade = store.copy_to_memory()?;
        self.rebuild(&mut remade)?;
        for (stored, again) in store.derivations_digest()?.iter().zip(remade.derivations_digest()?) {
            if *stored != again {
                let first = store.first_apart(&remade, stored.table)?.map_or(String::new(), |first| format!("; first, {first}"));
                let what = format!("{} rows are stored, a rebuild gives {}, and they are not the same{first}", stored.rows, again.rows);
                damage.push(Damage { kind: "derivation", place: stored.table.to_owned(), what });
            }
        }
        Ok(damage)
    }

    /// Finds and stores what is in a snapshot's text, and keeps it at hand.
    fn read_into(
        &self,
        writer: &mut Writer<'_>,
        info: &SnapshotInfo,
        text: String,
        kept: &Kept,
        at_hand: &mut AtHand,
    ) -> Result<(), StoreError> {
        let document = Document::new(&text);
        let found = read_stored(&self.knowledge, kept, writer, &info.key(), &document)?;
        writer.put_findings(info.id, &found)?;
        let parts = document.into();
        at_hand.keep(info.id, ReadText { text, parts }, found);
        Ok(())
    }

    /// Follows the snapshots that were added.
    fn follow_added(&mut self, writer: &mut Writer<'_>, mut at_hand: AtHand) -> Result<(), StoreError> {
        let mut added: BTreeMap<String, Vec<SnapshotInfo>> = BTreeMap::new();
        for id in writer.added() {
            let info = writer.snapshot(*id)?;
            added.entry(info.story.clone()).or_default().push(info);
        }
        for (story, new) in added {
            follow::more(&self.knowledge.world, writer, &story, new, &mut at_hand, &mut self.progress)?;
        }
        if writer.added().is_empty() {
            return Ok(());
        }
        // Stories that a change of the schema left without threads come along.
        writer
            .unfollowed()?
            .iter()
            .try_for_each(|story| follow::whole(&self.knowledge.world, writer, story, &mut at_hand, &mut self.progress))
    }

    /// Remakes every derived row within a transaction; gives the number of snapshots.
    fn derive_all(&mut self, writer: &mut Writer<'_>) -> Result<usize, StoreError> {
        writer.clear_derivations()?;
        let snapshots = writer.snapshots(None)?;
        let (kept, mut at_hand) = (Kept::default(), AtHand::default());
        for (index, info) in snapshots.iter().enumerate() {
            (self.progress)(Progress { doing: "reading claims", done: index, of: snapshots.len() });
            let text = writer.text(info.id)?;
            self.read_into(writer, info, text, &kept, &mut at_hand)?;
        }
        for story in writer.stories()? {
            follow::whole(&self.knowledge.world, writer, &story.name, &mut at_hand, &mut self.progress)?;
        }
        // A store without a version has nothing that anybody derived, whether it was rebuilt or not.
        if !snapshots.is_empty() {
            writer.set_derived_by(&self.derived_by().to_string())?;
        }
        Ok(snapshots.len())
    }
}

/// What a reader should know of these snapshots, with the file each came from.
fn notes(writer: &Writer<'_>, snapshots: &[SnapshotId]) -> Result<Vec<String>, StoreError> {
    let mut notes = Vec::new();
    for id in snapshots {
        let found = writer.notes(*id)?;
        if !found.is_empty() {
            let origin = writer.snapshot(*id)?.origin;
            notes.extend(found.iter().map(|note| format!("{note}: {origin}")));
        }
    }
    Ok(notes)
}

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
#[non_exhaustive]
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

impl Imported {
    /// Counts one capture, whose story was meant to be `meant`.
    fn count(&mut self, Appended { added, story, is_doubtful }: Appended, meant: &str) {
        match added {
            Added::New(id) => self.new.push(id),
            Added::Known(_) => self.known += 1,
        }
        self.doubtful += usize::from(is_doubtful);
        if story != meant {
            match self.elsewhere.iter_mut().find(|(held, its, _)| *held == story && its == meant) {
                Some((.., files)) => *files += 1,
                None => self.elsewhere.push((story.clone(), meant.to_owned(), 1)),
            }
        }
        if !self.stories.contains(&story) {
            self.stories.push(story);
        }
    }
}
