//! What a verb works on: the user's store, or one in memory made of files named on the command line; and the clock.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sayso::ingest;
use sayso::lexicon::{Knowledge, KnowledgeError, Topics};
use sayso::model::{ActorKind, Capture};
use sayso::pipeline::{self, DerivedBy, Pipeline};
use sayso::report::listings;
use sayso::store::{Access, SnapshotInfo, Store, StoreError, StoreErrorKind};

use crate::chosen;
use crate::cmd::Context;
use crate::exit::{Exit, Failure};
use crate::ui::Ui;

/// The user's store, for reading.
pub fn reading(ctx: &Context) -> Result<Store, Failure> {
    open(ctx, Access::Read)
}

/// The same; `None` where no store is there. One that cannot be read is an error and not taken for none.
pub fn reading_where_there(ctx: &Context) -> Result<Option<Store>, Failure> {
    match Store::open_with(&ctx.global.db, Access::Read, Duration::from_millis(ctx.global.busy_ms)) {
        Ok(store) => Ok(Some(store)),
        Err(StoreError { kind: StoreErrorKind::Missing, .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The user's store, for writing; it must exist. One that an older version of the program made is read again first, since what that found
/// does not fit.
pub fn writing(ctx: &Context) -> Result<Store, Failure> {
    let mut store = remaking(ctx)?;
    if !store.unfollowed()?.is_empty() {
        let knowledge = knowledge_for(ctx, &store)?;
        pipeline(ctx, knowledge).rebuild(&mut store)?;
        ctx.ui.say("all that the store holds was read again, since an older version of sayso made it");
    }
    Ok(store)
}

/// The user's store, whose derived rows are to be remade; it must exist.
pub fn remaking(ctx: &Context) -> Result<Store, Failure> {
    open(ctx, Access::Write)
}

/// The user's store, made where there is none.
pub fn creating(ctx: &Context) -> Result<Store, Failure> {
    open(ctx, Access::Create)
}

fn open(ctx: &Context, access: Access) -> Result<Store, Failure> {
    Ok(Store::open_with(&ctx.global.db, access, Duration::from_millis(ctx.global.busy_ms))?)
}

/// Verbs that read files beside their own work have no limit to raise.
pub fn import_it(failure: Failure) -> Failure {
    match failure.code {
        Exit::Limit => failure.hint("store it with `sayso import --max-bytes SIZE`, then name the snapshot"),
        _ => failure,
    }
}

/// Reads files into captures; says of each that was rejected why, and counts them; names what folders hold besides.
pub fn captures(ctx: &Context, paths: &[PathBuf], max_bytes: u64) -> Result<(Vec<Capture>, usize), Failure> {
    let found = ingest::find(paths);
    if !found.left_out.is_empty() {
        ctx.ui.say(&format!("left out, since texts end in {}: {}", ingest::endings(), listings::some_of(&found.left_out)));
    }
    let mut captures = Vec::new();
    let mut rejected = Vec::new();
    for text in found.texts {
        match text.and_then(|path| ingest::read_file(&path, &ingest::Options { max_bytes })).and_then(ingest::only_text) {
            Ok(capture) => captures.push(capture),
            Err(error) => rejected.push(Failure::from(error)),
        }
    }
    for capture in &captures {
        for note in &capture.notes {
            ctx.ui.warn(&format!("{note}: {}", capture.origin));
        }
    }
    match rejected.len() {
        1 if captures.is_empty() => Err(rejected.remove(0)),
        count => {
            rejected.iter().for_each(|failure| ctx.ui.fail(failure));
            Ok((captures, count))
        }
    }
}

/// A text that a user named: a file, or a snapshot of the store.
pub struct Named {
    /// How it is called in what is shown.
    pub name: String,
    /// The text.
    pub text: String,
    /// The story, where it is a snapshot of the store.
    pub story: Option<String>,
}

/// The text of a file or a snapshot. A file wins, so that files can be compared beside any store.
pub fn named(ctx: &Context, given: &str) -> Result<Named, Failure> {
    if given == "-" || Path::new(given).exists() {
        let capture = one_file(ctx, given)?;
        return Ok(Named { name: capture.origin, text: capture.text, story: None });
    }
    let (store, info) = stored(ctx, given)?;
    Ok(Named { text: store.text(info.id)?, name: info.reference, story: Some(info.story) })
}

/// A file without a text is one from which everything was taken, and no reason to refuse a comparison.
fn one_file(ctx: &Context, given: &str) -> Result<Capture, Failure> {
    match ingest::read_file(&only_file(given)?, &ingest::Options::default()) {
        Ok(capture) => {
            capture.notes.iter().for_each(|note| ctx.ui.warn(&format!("{note}: {}", capture.origin)));
            Ok(capture)
        }
        Err(error) if error.kind == ingest::IngestErrorKind::Empty => Ok(Capture { origin: given.to_owned(), ..Capture::default() }),
        Err(error) => Err(import_it(Failure::from(error))),
    }
}

/// The file that `given` names: itself, or the only text of a folder.
fn only_file(given: &str) -> Result<PathBuf, Failure> {
    let mut files = ingest::find(&[PathBuf::from(given)]).texts;
    match files.len() {
        1 => Ok(files.remove(0)?),
        count => Err(Failure::usage(format!("one file is wanted, this is a folder with {count}: {given}")).hint("name one of its files")),
    }
}

/// The store and the snapshot of a verb that takes one reference or file.
pub fn snapshot(ctx: &Context, given: &str) -> Result<(Store, SnapshotInfo), Failure> {
    if Path::new(given).exists() {
        let store = chosen::of_files(ctx, &[only_file(given)?])?;
        let info = store.snapshots(None)?.remove(0);
        return Ok((store, info));
    }
    stored(ctx, given)
}

/// A snapshot of the store, where no file has that name.
fn stored(ctx: &Context, given: &str) -> Result<(Store, SnapshotInfo), Failure> {
    let store = reading(ctx).map_err(|failure| chosen::explain(failure, given))?;
    let info = store.resolve(given).map_err(|error| {
        let is_unknown = matches!(error.kind, StoreErrorKind::UnknownReference { .. });
        let failure = Failure::from(error);
        if is_unknown { Failure { message: format!("no file and no snapshot is called {given:?}"), ..failure } } else { failure }
    })?;
    warn_of_altered(ctx, if store.is_intact(info.id)? { &[] } else { std::slice::from_ref(&info.reference) });
    Ok((store, info))
}

/// Says which snapshots that are read are not as they were stored.
pub fn warn_of_altered(ctx: &Context, references: &[String]) {
    if !references.is_empty() {
        ctx.ui.warn(&format!("not as stored, altered since: {}", listings::some_of(references)));
        ctx.ui.hint("`sayso verify` says what was altered");
    }
}

/// A snapshot of `store` for a verb that takes no path.
pub fn resolve(store: &Store, given: &str) -> Result<SnapshotInfo, Failure> {
    store.resolve(given).map_err(|error| match error.kind {
        StoreErrorKind::UnknownReference { .. } if Path::new(given).exists() => {
            Failure::usage(error).hint("`sayso log` lists the snapshots; show and diff take a path as well")
        }
        _ => error.into(),
    })
}

/// What the program knows of actors and topics, with what the user adds to it.
pub fn knowledge(ctx: &Context) -> Result<Knowledge, Failure> {
    let read = |path: &PathBuf| std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error));
    let actors = ctx.global.actors.as_ref().map(read).transpose()?;
    let topics = ctx.global.topics.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    if let (Some(path), Some(table)) = (&ctx.global.actors, &actors) {
        check_aliases(path, table)?;
    }
    let mut knowledge = Knowledge::read(actors.as_deref(), &topics).map_err(|error| {
        let (file, hint) = match error {
            KnowledgeError::Actors { .. } => {
                let kinds: Vec<&str> = ActorKind::ALL.iter().map(|kind| kind.as_str()).collect();
                let columns = "name, kind and aliases are parted by tabs, and so are these words in the first line";
                (ctx.global.actors.as_ref(), format!("{columns}; kinds: {}; {ACTORS_HELP}", kinds.join(", ")))
            }
            KnowledgeError::Topic(_) => {
                let is_wrong = |text: &String| Knowledge::read(None, std::slice::from_ref(text)).is_err();
                let file = ctx.global.topics.iter().zip(&topics).find(|(_, text)| is_wrong(text)).map(|(path, _)| path);
                (file, "`sayso status --help` shows a topic".to_owned())
            }
        };
        // The parser of TOML draws the line that it stopped at.
        let said: Vec<String> =
            error.to_string().lines().filter(|line| !line.contains(" |") && !line.is_empty()).map(str::to_owned).collect();
        let place = file.map_or(String::new(), |path| format!(": {}", path.display()));
        Failure::usage(format!("{}{place}", said.join(": "))).hint(hint)
    })?;
    knowledge.syntax = ctx.global.syntax.unwrap_or_default();
    Ok(knowledge)
}

/// Refuses other names of an actor that are parted by something else than commas: they would be one long name, which no text has.
fn check_aliases(path: &Path, table: &str) -> Result<(), Failure> {
    let rows = (1..).zip(table.lines()).filter(|(_, line)| !line.starts_with('#'));
    for (number, line) in rows {
        let aliases = line.split('\t').nth(2).unwrap_or_default();
        if let Some(parted_by) = aliases.chars().find(|c| [';', '|'].contains(c)) {
            return Err(Failure::usage(format!(
                "line {number}: other names are parted by commas, not by {parted_by:?}: {}",
                path.display()
            ))
            .hint(ACTORS_HELP));
        }
    }
    Ok(())
}

/// Where the form of a table of actors is shown.
const ACTORS_HELP: &str = "`sayso who --help` shows a table of actors";

/// Refuses a topic of the user's whose examples do not hold.
pub fn check_topics(ctx: &Context) -> Result<(), Failure> {
    for path in &ctx.global.topics {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::file("read", path, &error))?;
        let topics = Topics::default().with(&text).map_err(Failure::usage)?;
        pipeline::check_examples(&topics).map_err(|wrong| {
            Failure::usage(format!("{wrong}: {}", path.display())).hint("an example must give its state, a counter must not")
        })?;
    }
    Ok(())
}

/// The same, with sentences read as those of `store` were, where the user does not say how.
pub fn knowledge_of(ctx: &Context, store: &Store) -> Result<Knowledge, Failure> {
    let mut knowledge = knowledge(ctx)?;
    if let (None, Some(derived)) = (ctx.global.syntax, DerivedBy::of(store)?) {
        knowledge.syntax = derived.syntax;
    }
    Ok(knowledge)
}

/// What is known when versions are added to `store`, whose sentences must all be read in one way.
pub fn knowledge_for(ctx: &Context, store: &Store) -> Result<Knowledge, Failure> {
    let knowledge = knowledge_of(ctx, store)?;
    let Some(derived) = DerivedBy::of(store)? else { return Ok(knowledge) };
    if derived.added.as_deref() != knowledge.added() {
        return Err(Failure::usage("the store was read with other actors or topics of one's own than these")
            .hint("give the same --actors and --topics, or read all of it with these: sayso rebuild"));
    }
    let (stored, asked) = (derived.syntax, knowledge.syntax);
    if stored != asked {
        return Err(Failure::usage(format!("the store was read with --syntax {stored}, so that {asked} would mix two readings"))
            .hint(format!("sayso rebuild --syntax {asked}")));
    }
    Ok(knowledge)
}

/// What takes texts through the layers, its progress shown on the terminal.
pub fn pipeline(ctx: &Context, knowledge: Knowledge) -> Pipeline<'_> {
    Pipeline::new(knowledge).watched_by(progress(&ctx.ui))
}

fn progress(ui: &Ui) -> impl FnMut(pipeline::Progress) + '_ {
    let mut shown: Option<(&'static str, crate::ui::Progress)> = None;
    move |now| {
        if shown.as_ref().is_none_or(|(doing, _)| *doing != now.doing) {
            shown = Some((now.doing, ui.progress(now.doing)));
        }
        shown.iter().for_each(|(_, bar)| bar.step(now.done, now.of));
    }
}

/// The time in UTC seconds: `$SAYSO_NOW` (RFC 3339) where it is set, else the system's clock.
pub fn now() -> Result<i64, Failure> {
    match std::env::var("SAYSO_NOW") {
        Err(_) => Ok(chrono::Utc::now().timestamp()),
        Ok(given) => {
            match chrono::DateTime::parse_from_rfc3339(&given) {
                Ok(time) => Ok(time.timestamp()),
                Err(error) => Err(Failure::usage(format!("SAYSO_NOW is no RFC 3339 time ({error}): {given}"))
                    .hint("a time looks like 2025-11-06T07:40:00Z")),
            }
        }
    }
}
