//! What a word on the command line means: a story of the store, or files; an outlet; a topic.
//!
//! A story is called after its folder, so that a word is often both. The story of the store is meant then: it has the decisions and the
//! ids. A path that is written as one (`./court`) is always a path. Where a bare word is read as a path, that is said.

use std::path::{Path, PathBuf};

use sayso::decisions::NoItem;
use sayso::ingest;
use sayso::lexicon::Knowledge;
use sayso::model::Capture;
use sayso::pipeline::Defaults;
use sayso::report::listings::{self, Versions};
use sayso::store::{Store, StoreError, StoreErrorKind, slug};

use crate::cmd::Context;
use crate::exit::{Exit, Failure};
use crate::sources;

/// The store and the story of a verb that takes `STORY | FILE FILE…`.
pub struct Chosen {
    /// The user's store, or one in memory that holds the files.
    pub store: Store,
    /// The story in it.
    pub story: String,
    /// They are files: what they give has no place in a store, and its ids name nothing there.
    pub is_files: bool,
}

/// The story that was named, or the only one that there is.
pub fn story(store: &Store, given: Option<&str>) -> Result<String, Failure> {
    if let Some(given) = given {
        return store.story(given).map_err(|error| no_story(store, given, error));
    }
    let mut names = story_names(store)?;
    match names.len() {
        1 => Ok(names.remove(0)),
        0 => Err(Failure::usage("the store holds no story").hint("store one with `sayso import PATH…`")),
        several => Err(Failure::usage(format!("the store holds {several} stories: name one")).hint(listings::some_of(&names))),
    }
}

fn story_names(store: &Store) -> Result<Vec<String>, StoreError> {
    Ok(store.stories()?.into_iter().map(|story| story.name).collect())
}

/// Why `given` names no story: it is a report of one perhaps, or is spelled otherwise.
fn no_story(store: &Store, given: &str, error: StoreError) -> Failure {
    let StoreErrorKind::UnknownStory { near, .. } = &error.kind else { return error.into() };
    match (report(store, given), story_names(store)) {
        (Ok(Some((story, versions))), _) => Failure::usage(&error)
            .hint(format!("{} is a report of the story {story}: name that story, and the verb lists all of it", versions.report)),
        (_, Ok(names)) if near.is_empty() && !names.is_empty() => {
            Failure::usage(&error).hint(format!("known: {}", listings::some_of(&names)))
        }
        _ => error.into(),
    }
}

/// What a verb works on that takes `STORY | FILE FILE…`.
pub fn story_or_files(ctx: &Context, of: &[String]) -> Result<Chosen, Failure> {
    choose(ctx, store_for(ctx, of)?, of)
}

/// The same for a verb that also takes a report, or one version of it, as references name them: `herald-bank`, `herald-bank@3`.
pub fn story_report_or_files(ctx: &Context, of: &[String]) -> Result<(Chosen, Option<Versions>), Failure> {
    let store = store_for(ctx, of)?;
    if let ([given], Some(held)) = (of, &store)
        && !is_story(held, given)?
        && !is_path(given)
        && let Some((story, versions)) = report(held, given)?
        && let Some(store) = store
    {
        return Ok((Chosen { store, story, is_files: false }, Some(versions)));
    }
    Ok((choose(ctx, store, of)?, None))
}

/// The user's store, where one of these words may be a story of it. `None` where there is no store; one that cannot be read is no such
/// answer, since nobody knows what it holds.
fn store_for(ctx: &Context, of: &[String]) -> Result<Option<Store>, Failure> {
    if !of.is_empty() && of.iter().all(|given| is_written_as_path(given)) {
        return Ok(None);
    }
    sources::reading_where_there(ctx).map_err(|failure| match of {
        [] => failure,
        [given] if !is_path(given) => explain(failure, given),
        _ => {
            let way_out = "what lies here is read without the store where it is written as a path: ./NAME";
            let hint = failure.hint.iter().map(String::as_str).chain([way_out]).collect::<Vec<_>>().join("; ");
            failure.hint(hint)
        }
    })
}

fn choose(ctx: &Context, store: Option<Store>, of: &[String]) -> Result<Chosen, Failure> {
    let mut named = 0;
    if let Some(store) = &store {
        for given in of.iter().filter(|given| !is_written_as_path(given)) {
            named += usize::from(is_story(store, given)?);
        }
    }
    if of.len() > 1 && named > 0 {
        return Err(Failure::usage(format!("one story can be listed at a time, these are {}: {}", of.len(), of.join(", ")))
            .hint("a folder of that name is written as a path: ./NAME"));
    }
    if !of.is_empty() && named == 0 && of.iter().all(|given| is_path(given)) {
        if let [given] = of {
            say_where_path_was_read(ctx, given);
        }
        let paths: Vec<PathBuf> = of.iter().map(PathBuf::from).collect();
        return Ok(Chosen { store: of_files(ctx, &paths)?, story: FILES.to_owned(), is_files: true });
    }
    match of {
        [] | [_] => {
            let store = match store {
                Some(store) => store,
                None => sources::reading(ctx).map_err(|failure| match of {
                    [given] => explain(failure, given),
                    _ => failure,
                })?,
            };
            let story = story(&store, of.first().map(String::as_str))?;
            if let Some(given) = of.first().filter(|given| is_path(given)) {
                ctx.ui.say(&format!("read from the store: story {story}; what lies here under that name is ./{given}"));
            }
            Ok(Chosen { store, story, is_files: false })
        }
        several => {
            let missing: Vec<&str> = several.iter().filter(|given| !is_path(given)).map(String::as_str).collect();
            Err(Failure::new(Exit::Io, format!("no such file: {}", missing.join(", "))))
        }
    }
}

/// The story of the report that `given` names, and which of its versions.
fn report(store: &Store, given: &str) -> Result<Option<(String, Versions)>, Failure> {
    let (named, ordinal) = match given.rsplit_once('@').map(|(named, ordinal)| (named, ordinal.parse())) {
        Some((named, Ok(ordinal))) => (named, Some(ordinal)),
        _ => (given, None),
    };
    let reports = store.reports(None)?;
    let Some(found) = reports.into_iter().find(|report| report.key == named) else { return Ok(None) };
    if let Some(ordinal) = ordinal.filter(|ordinal| !(1..=found.versions).contains(ordinal)) {
        let hint = format!("its versions are {}@1 to @{}", found.key, found.versions);
        return Err(Failure::usage(format!("the report {} has no version {ordinal}", found.key)).hint(hint));
    }
    Ok(Some((found.story, Versions { report: found.key, ordinal })))
}

/// A word with a folder in it, or the sign for standard input.
fn is_written_as_path(given: &str) -> bool {
    given == "-" || given.starts_with('.') || given.contains(['/', '\\'])
}

/// Standard input, or something that is there.
fn is_path(given: &str) -> bool {
    given == "-" || Path::new(given).exists()
}

/// `store` has a story of this name. A file must have the very name, since `talks.2` is not the story `talks 2`.
fn is_story(store: &Store, given: &str) -> Result<bool, Failure> {
    match store.story(given) {
        Ok(story) => Ok(story == given || !Path::new(given).is_file()),
        Err(StoreError { kind: StoreErrorKind::UnknownStory { .. }, .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn say_where_path_was_read(ctx: &Context, given: &str) {
    if !is_written_as_path(given) {
        let what = if Path::new(given).is_dir() { "the folder" } else { "the file" };
        ctx.ui.say(&format!("read from {what} {given}; no story is called so in {}", ctx.global.db.display()));
    }
}

/// Files as the versions of one report, in a store that lives only as long as the command.
pub fn of_files(ctx: &Context, paths: &[PathBuf]) -> Result<Store, Failure> {
    let (captures, rejected) = sources::captures(ctx, paths, ingest::MAX_BYTES).map_err(sources::import_it)?;
    if rejected > 0 {
        return Err(Failure::new(Exit::Rejected, format!("{rejected} of the files could not be read")));
    }
    let mut store = Store::in_memory()?;
    let defaults = Defaults { story: Some(FILES.to_owned()), ..Defaults::default() };
    let knowledge = sources::knowledge(ctx)?;
    sources::pipeline(ctx, knowledge).import(&mut store, &captures, &defaults, 0)?;
    if paths.len() > 1 {
        say_in_which_order(ctx, &store, &captures)?;
    }
    Ok(store)
}

/// Files that say when they were captured stand in the order of their times, whatever order they were given in.
fn say_in_which_order(ctx: &Context, store: &Store, captures: &[Capture]) -> Result<(), Failure> {
    let snapshots = store.snapshots(None)?;
    for report in snapshots.chunk_by(|left, right| left.report_id == right.report_id) {
        let stored: Vec<&str> = report.iter().map(|info| info.origin.as_str()).collect();
        let mut given: Vec<&str> =
            captures.iter().map(|capture| capture.origin.as_str()).filter(|origin| stored.contains(origin)).collect();
        given.dedup();
        if given != stored {
            ctx.ui.say(&format!("read in the order of their times: {}", listings::some_of(&stored)));
        }
    }
    Ok(())
}

/// The story under which files from the command line stand.
const FILES: &str = "files";

/// What a listing of files says of the ids in it.
pub const FILE_IDS: &str = "read from files: the ids are those of this list; `sayso import` the files to rule on them";

/// A word that is no file and, for want of a store, nothing else.
pub fn explain(failure: Failure, given: &str) -> Failure {
    Failure { message: format!("{given:?} is no file, and {}", failure.message), ..failure }
}

/// An id that names no row, or several: what one is called and what many are, and where their ids are shown.
pub fn no_item(why: NoItem, given: &str, [one, many]: [&str; 2], shown_by: &str) -> Failure {
    match why {
        NoItem::Unknown => Failure::usage(format!("no {one} has an id that begins with {given:?}")).hint(shown_by),
        NoItem::Several(ids) => Failure::usage(format!("{given:?} names {} {many}", ids.len())).hint(listings::some_of(&ids)),
    }
}

/// The full name of an outlet of the story, which may be given in short.
pub fn outlet(store: &Store, story: &str, given: &str) -> Result<String, Failure> {
    let mut known: Vec<String> = store.reports(Some(story))?.into_iter().map(|report| report.outlet).collect();
    known.sort();
    known.dedup();
    let wanted = slug(given);
    let is_meant = |outlet: &&String| outlet.to_lowercase() == given.to_lowercase() || slug(outlet) == wanted;
    known.iter().find(is_meant).cloned().ok_or_else(|| {
        Failure::usage(format!("no outlet of the story {story} is called {given:?}")).hint(format!("known: {}", listings::some_of(&known)))
    })
}

/// Topics that are tracked: built-in ones, those that the user gave, and those that the store was made with.
pub fn tracked(ctx: &Context, store: &Store) -> Result<Vec<String>, Failure> {
    let knowledge = sources::knowledge(ctx)?;
    let mut known: Vec<String> = knowledge.topics.topics.iter().map(|topic| topic.name.clone()).collect();
    known.extend(store.topics()?);
    known.sort();
    known.dedup();
    Ok(known)
}

/// Refuses a topic that is not tracked.
pub fn topic(ctx: &Context, store: &Store, given: &str) -> Result<(), Failure> {
    let known = tracked(ctx, store)?;
    if known.iter().any(|topic| topic == given) {
        return Ok(());
    }
    Err(Failure::usage(format!("no topic is called {given:?}"))
        .hint(format!("known: {}; --topics FILE adds one at import", listings::some_of(&known))))
}

/// Whether a single word is a topic of the only story; one that is no story's name either is refused.
pub fn is_topic(ctx: &Context, store: &Store, word: &str) -> Result<bool, Failure> {
    match store.story(word) {
        Ok(_) => return Ok(false),
        Err(StoreError { kind: StoreErrorKind::UnknownStory { .. }, .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let known = tracked(ctx, store)?;
    if known.iter().any(|topic| topic == word) {
        return Ok(true);
    }
    Err(Failure::usage(format!("no story and no topic is called {word:?}")).hint(format!(
        "stories: {}; topics: {}",
        listings::some_of(&story_names(store)?),
        listings::some_of(&known)
    )))
}

/// The topics that come with the program, for help.
pub fn topics() -> String {
    Knowledge::builtin().topics.topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>().join(", ")
}
