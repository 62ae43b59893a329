//! What sayso finds in the texts of `snapshots/`, pinned: claims with their words underlined, changes, threads. Wrong answers too: a
//! golden file says what the program does today, and a change of it is read before it is accepted (`cargo insta review`).

use std::fmt::Write;
use std::path::{Path, PathBuf};

use sayso::ingest;
use sayso::model::Claim;
use sayso::pipeline::{Defaults, Imported, Pipeline};
use sayso::report::listings::{self, ChangeFilter, Scope};
use sayso::report::{Listing, Page, Report};
use sayso::store::{Access, ClaimFilter, Store};
use sayso::text::CharIndex;

fn stories() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let mut stories: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("snapshots/ is there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .collect();
    stories.sort();
    assert!(!stories.is_empty());
    stories
}

fn name(story: &Path) -> String {
    story.file_name().expect("a folder has a name").to_string_lossy().into_owned()
}

fn import(store: &mut Store, story: &Path) -> Imported {
    let captures: Vec<_> = ingest::read(&[story.to_owned()], &ingest::Options::default())
        .map(|capture| capture.expect("a sample story can be read"))
        .collect();
    let defaults = Defaults { fallback: name(story), ..Defaults::default() };
    Pipeline::default().import(store, &captures, &defaults, 0).expect("a sample story can be stored")
}

fn written(report: impl Into<Report>, format: &str) -> String {
    let mut out = Vec::new();
    let format = sayso::report::format(format).expect("a known format");
    format.write(&report.into(), &Page::default(), &mut out).expect("writing to memory");
    String::from_utf8(out).expect("formats write UTF-8")
}

/// Every derived listing of a store, as programs see it.
fn exported(store: &Store, story: &str) -> String {
    let scope = Scope::new(store, Some(story)).expect("a story that was stored");
    let filter = ClaimFilter::of_story(Some(story));
    let listings: Vec<Listing> = vec![
        listings::versions(&scope),
        listings::claims(&scope, &filter),
        listings::changes(&scope, &ChangeFilter::default()),
        listings::threads(&scope).map(Listing::by_row),
        listings::who(&scope),
        listings::status(&scope, None).map(Listing::by_row),
        listings::figures(&scope).map(Listing::by_row),
        listings::compare(&scope, listings::OnlyHere::All),
    ]
    .into_iter()
    .map(|listing| listing.expect("a listing of a sound store"))
    .collect();
    listings.into_iter().map(|listing| written(listing, "ndjson")).collect()
}

/// The evidence of a claim on one line, its parts underlined: s source, c cue, o content, t target.
fn underlined(text: &str, claim: &Claim) -> String {
    let index = CharIndex::new(text);
    let evidence = claim.evidence.span;
    let content: Vec<_> = claim.content.span.iter().map(|span| (*span, 'o')).collect();
    let target = claim.target.iter().flat_map(|target| target.span.iter().map(|span| (*span, 't')));
    let source = claim.source.iter().flat_map(|source| source.span.iter().map(|span| (*span, 's')));
    let cue = claim.cue.iter().flat_map(|cue| cue.span.iter().map(|span| (*span, 'c')));
    let mut line = vec![' '; evidence.len()];
    for (span, mark) in content.into_iter().chain(target).chain(source).chain(cue) {
        for at in span.start().max(evidence.start())..span.end().min(evidence.end()) {
            line[at - evidence.start()] = mark;
        }
    }
    let words = index.bytes(evidence).of(text).replace('\n', " ");
    format!("{words}\n    {}", line.into_iter().collect::<String>().trim_end())
}

#[test]
fn claims_of_the_sample_stories() {
    for story in stories() {
        let mut store = Store::in_memory().expect("memory");
        let _ = import(&mut store, &story);
        let mut out = String::new();
        for info in store.snapshots(None).expect("a sound store") {
            let text = store.text(info.id).expect("a stored text");
            let _ = writeln!(out, "\n== {}", info.reference);
            for claim in store.findings(info.id).expect("stored findings").claims {
                let who = claim.source_name();
                let target = claim.target.as_ref().map(|target| format!(" → {}", target.name)).unwrap_or_default();
                let _ = writeln!(out, "{who} | {}{target} | {} | {}", claim.act, claim.quote, claim.rule);
                let _ = writeln!(out, "    {}", underlined(&text, &claim));
            }
        }
        insta::assert_snapshot!(format!("{}-claims", name(&story)), out);
    }
}

#[test]
fn changes_of_the_sample_stories() {
    for story in stories() {
        let mut store = Store::in_memory().expect("memory");
        let _ = import(&mut store, &story);
        let scope = Scope::new(&store, None).expect("a sound store");
        let changes = listings::changes(&scope, &ChangeFilter::default()).expect("a sound store");
        insta::assert_snapshot!(format!("{}-changes", name(&story)), written(changes, "markdown"));
    }
}

#[test]
fn a_second_import_and_a_rebuild_change_no_byte_of_the_exports() {
    for story in stories() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut store = Store::open(&folder.path().join("s.db"), Access::Create).expect("a new store");
        let first = import(&mut store, &story);
        assert!(!first.new.is_empty());
        let fresh = exported(&store, &name(&story));
        assert!(fresh.lines().count() > first.new.len(), "{fresh}");

        let second = import(&mut store, &story);
        assert_eq!((second.new.len(), second.known), (0, first.new.len()));
        assert_eq!(exported(&store, &name(&story)), fresh);

        assert_eq!(Pipeline::default().rebuild(&mut store).expect("a sound store"), first.new.len());
        assert_eq!(exported(&store, &name(&story)), fresh);

        assert_eq!(Pipeline::default().verify(&store).expect("a sound store"), []);
    }
}

#[test]
fn the_order_in_which_files_are_imported_changes_no_derived_row() {
    for story in stories() {
        let mut together = Store::in_memory().expect("memory");
        let _ = import(&mut together, &story);
        let mut apart = Store::in_memory().expect("memory");
        let mut files: Vec<_> =
            ingest::read(std::slice::from_ref(&story), &ingest::Options::default()).map(|read| read.expect("readable")).collect();
        files.reverse();
        for file in &files {
            let defaults = Defaults { fallback: name(&story), ..Defaults::default() };
            Pipeline::default().import(&mut apart, std::slice::from_ref(file), &defaults, 0).expect("a sound store");
        }
        assert_eq!(exported(&apart, &name(&story)), exported(&together, &name(&story)));
    }
}
