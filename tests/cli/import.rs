//! `sayso import`: what is stored, what is a no-op, and what is refused with which words.

use crate::run::{Room, Run};

#[test]
fn a_folder_is_stored_under_its_name_and_said_in_short() {
    insta::assert_snapshot!(Room::small().run("import talks"), @r##"
    $ sayso import talks
    --- stdout
    talks: versions
    version                seen              outlet         title                chars  what changed               sha256
    ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    frontier-wire/talks@1  2025-11-06 07:40  Frontier Wire  Talks open in Doha      72  first version              768c39b24f66d2e24e6c3270a2c3cd022b18e4e5e13e064f4a75d26cebb644a3
    frontier-wire/talks@2  2025-11-06 09:10  Frontier Wire  Talks open in Doha      99  1 added, 1 figure changed  eabc53efaff41285d1871e766fbd0ba251f9c5e5a4afe3667ef124165df41882
    morning-post/talks@1   2025-11-06 12:00  Morning Post   Second day of talks     63  first version              1b6cbf0e983416e751ff0130f1a72a855efd4eaf293271d72122b6cf875bae1c

    3 versions of 2 reports

    talks: what changed, and who asserted it
    versions                 what            who          act     before → after                   notice  weight  reviewed  id
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    frontier-wire/talks 1→2  figure changed  Afghanistan  accuse  [-3 villages-] → {+2 villages+}  silent     0.8            x0000000000000000
    frontier-wire/talks 1→2  added           Pakistan     deny    {+Islamabad denied the charge+}  –         0.55            x0000000000000000

    2 changes: 1 that a publisher is expected to announce (1 silent), 1 other edit (–)
    –: words added, restored, reworded or moved, or dropped where they are no accusation, denial, quotation or statement of the outlet's own, and states of what no topic tracks: no notice is looked for
    --- stderr
    stored 3 new versions in sayso.db
    next: sayso changes --silent · sayso diff frontier-wire/talks@1 frontier-wire/talks@2 · sayso who · sayso status · sayso report -o audit.html
    --- exit 0
    "##);
}

#[test]
fn a_second_import_stores_nothing_and_says_so() {
    let room = Room::stored();
    let outcome = room.run("import talks");
    assert_eq!(outcome.code, Some(0));
    assert!(outcome.stderr.starts_with("stored 0 new versions in sayso.db, 3 already there\n"), "{outcome}");
}

#[test]
fn standard_input_is_stored_under_the_names_that_are_given() {
    let room = Room::empty();
    let run = Run::of("import --quiet --story flood --outlet 'Daily Bugle' --report levee -").stdin("Kabul denied the charge.\n");
    assert_eq!(run.within(&room).code, Some(0));
    insta::assert_snapshot!(Run::of("log").within(&room), @r##"
    $ sayso log
    --- stdout
    story  version  seen  outlet       title                     chars  what changed   sha256
    ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    flood  levee@1        Daily Bugle  Kabul denied the charge.     25  first version  94e0ab7f2573118564881998bb4e5a2d06f3249944b4b9e58e102ef32cf03eda

    1 version of 1 report
    --- exit 0
    "##);
}

#[test]
fn a_later_file_is_the_next_version_of_its_report() {
    let room = Room::stored();
    room.write("more.txt", "+++\noutlet = \"Morning Post\"\nreport = \"talks\"\nstory = \"talks\"\npublished = 2025-11-07T08:00:00Z\n+++\nOver\n\nIslamabad warned that the truce was dead.\n");
    assert_eq!(room.run("import more.txt").code, Some(0));
    assert_eq!(room.field("log", "doc", |row| row["version"] == 2 && row["outlet"] == "Morning Post"), "more.txt");
}

#[test]
fn a_missing_file_and_a_folder_without_texts_are_named() {
    let room = Room::empty();
    std::fs::create_dir(room.path("pictures")).unwrap();
    room.write("pictures/a.png", "no text");
    insta::assert_snapshot!(room.run("import gone.txt"), @r##"
    $ sayso import gone.txt
    --- stderr
    error: no such file or folder: gone.txt
    --- exit 6
    "##);
    insta::assert_snapshot!(room.run("import pictures"), @r##"
    $ sayso import pictures
    --- stderr
    left out, since texts end in .txt, .text, .md: pictures/a.png
    error: no text files in this folder: pictures
    hint: texts end in .txt, .text, .md; README files and hidden files are left out
    --- exit 3
    "##);
    insta::assert_snapshot!(room.run("import pictures/a.png"), @r##"
    $ sayso import pictures/a.png
    --- stderr
    error: files of this kind are not read: pictures/a.png
    hint: texts end in .txt, .text, .md; to read it as text all the same, give it on standard input: `-`
    --- exit 3
    "##);
    insta::assert_snapshot!(room.run("import gone.txt pictures"), @r##"
    $ sayso import gone.txt pictures
    --- stderr
    left out, since texts end in .txt, .text, .md: pictures/a.png
    error: no such file or folder: gone.txt
    error: no text files in this folder: pictures
    hint: texts end in .txt, .text, .md; README files and hidden files are left out
    error: nothing was stored: no file could be read
    --- exit 3
    "##);
    assert!(!room.path("sayso.db").exists(), "what stores nothing makes no store");
}

#[test]
fn an_empty_file_is_refused() {
    let room = Room::empty();
    room.write("empty.txt", "");
    room.write("blank.txt", "+++\noutlet = \"A\"\n+++\n \n");
    insta::assert_snapshot!(room.run("import empty.txt"), @r##"
    $ sayso import empty.txt
    --- stderr
    error: the file has no text: empty.txt
    --- exit 3
    "##);
    insta::assert_snapshot!(room.run("import blank.txt"), @r##"
    $ sayso import blank.txt
    --- stderr
    error: the file has no text: blank.txt
    --- exit 3
    "##);
}

#[test]
fn bad_files_are_named_and_the_good_ones_stored() {
    let room = Room::small();
    room.write("talks/zero.txt", "");
    let outcome = room.run("import --format ndjson talks");
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(
        outcome.stderr.lines().take(2).collect::<Vec<_>>(),
        ["error: the file has no text: talks/zero.txt", "stored 3 new versions in sayso.db, 1 file rejected"]
    );
}

#[test]
fn malformed_front_matter_is_refused_with_its_line() {
    let room = Room::empty();
    room.write("unclosed.txt", "+++\noutlet = \"A\"\nText\n");
    room.write("typo.txt", "+++\noutlet = A\n+++\nText\n");
    room.write("time.txt", "+++\noutlet = \"A\"\npublished = \"yesterday\"\n+++\nText\n");
    insta::assert_snapshot!(room.run("import unclosed.txt"), @r##"
    $ sayso import unclosed.txt
    --- stderr
    error: malformed front matter in line 1: no second line `+++` ends it: unclosed.txt
    hint: front matter is TOML between two lines `+++`, with outlet, report, url, published, captured, title, byline, story, note
    --- exit 3
    "##);
    insta::assert_snapshot!(room.run("import typo.txt"), @r##"
    $ sayso import typo.txt
    --- stderr
    error: malformed front matter in line 2: string values must be quoted, expected literal string: typo.txt
    hint: front matter is TOML between two lines `+++`, with outlet, report, url, published, captured, title, byline, story, note
    --- exit 3
    "##);
    insta::assert_snapshot!(room.run("import time.txt"), @r##"
    $ sayso import time.txt
    --- stderr
    error: malformed front matter in line 3: published must be a time such as 2025-11-06T07:40:00Z: time.txt
    hint: front matter is TOML between two lines `+++`, with outlet, report, url, published, captured, title, byline, story, note
    --- exit 3
    "##);
}

#[test]
fn bytes_that_are_no_text_are_mended_and_said() {
    let room = Room::empty();
    room.write("latin.txt", b"Caf\xe9\n\nKabul denied the charge.\n");
    room.write("nul.txt", b"Ti\0tle\n\nKabul denied the charge.\n");
    let utf16: Vec<u8> = "Waffenruhe\n\nKabul denied the charge.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    room.write("wide.txt", [&[0xff, 0xfe][..], &utf16].concat());
    room.write("damaged.txt", b"Caf\xe9 \xff\n\nKabul denied the charge.\n");
    let outcome = room.run("import --story mended --quiet --format ndjson latin.txt nul.txt wide.txt damaged.txt");
    assert_eq!(outcome.code, Some(0), "{outcome}");
    insta::assert_snapshot!(outcome.stderr, @r##"
    warning: the file is not UTF-8; it was read as windows-1252, the old code page of Western Europe: latin.txt
    warning: 1 character was NUL; the text has U+FFFD in their place: nul.txt
    warning: the file is UTF-16LE and was read as that: wide.txt
    warning: 2 bytes were not UTF-8; the text has U+FFFD in their place: damaged.txt
    "##);
    assert_eq!(room.field("log", "title", |row| row["doc"] == "wide.txt"), "Waffenruhe");
    assert_eq!(room.field("log", "title", |row| row["doc"] == "latin.txt"), "Café");
    assert_eq!(room.field("log", "title", |row| row["doc"] == "nul.txt"), "Ti\u{fffd}tle");
}

#[test]
fn a_file_above_the_limit_is_refused_with_the_way_out() {
    let room = Room::empty();
    room.write("long.txt", "x".repeat(2000));
    insta::assert_snapshot!(room.run("import --max-bytes 1k long.txt"), @r##"
    $ sayso import --max-bytes 1k long.txt
    --- stderr
    error: the file has 2000 bytes, more than 1024 bytes: long.txt
    hint: raise the limit with --max-bytes 2000
    --- exit 7
    "##);
    assert_eq!(room.run("import --quiet --max-bytes 2000 long.txt").code, Some(0));
}

#[test]
fn a_size_that_is_none_is_refused() {
    insta::assert_snapshot!(Room::empty().run("import --max-bytes 3parsecs a.txt"), @r##"
    $ sayso import --max-bytes 3parsecs a.txt
    --- stderr
    error: invalid value '3parsecs' for '--max-bytes <SIZE>': no size is measured in "parsecs"; known: k, M, G

    For more information, try '--help'.
    --- exit 2
    "##);
}

#[test]
fn an_empty_name_is_refused_and_white_space_round_one_is_no_part_of_it() {
    let room = Room::empty();
    room.write("a.txt", THEN);
    insta::assert_snapshot!(room.run("import --story ' ' a.txt"), @r##"
    $ sayso import --story ' ' a.txt
    --- stderr
    error: invalid value ' ' for '--story <STORY>': a name must not be empty

    For more information, try '--help'.
    --- exit 2
    "##);
    assert_eq!(room.run("import --quiet --story ' ferry ' a.txt").code, Some(0));
    assert_eq!(room.run("who ferry").code, Some(0));
}

/// The claims of two wordings of one report, in files without front matter.
const THEN: &str = "Ferry\n\nOslo accused Bergen of hiding the report. Bergen denied the charge.\n";
const NOW: &str = "Ferry\n\nOslo accused Bergen of hiding the report.\n";

fn stored(room: &Room, args: &str) -> String {
    let outcome = room.run(&format!("import --format ndjson --story ferry {args}"));
    assert_eq!(outcome.code, Some(0), "{outcome}");
    outcome.stderr.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn a_report_that_goes_back_to_what_it_said_is_a_version_and_restores_what_was_gone() {
    let room = Room::empty();
    [("a1.txt", THEN), ("a2.txt", NOW), ("a3.txt", THEN)].iter().for_each(|(name, text)| room.write(name, text));
    assert_eq!(stored(&room, "a1.txt a2.txt a3.txt"), "stored 3 new versions in sayso.db");
    let kinds = room.run("changes --format ndjson").stdout;
    assert!(kinds.contains("\"kind\":\"restored\""), "{kinds}");
    for again in ["a1.txt a2.txt a3.txt", "a1.txt", "a2.txt", "./a3.txt"] {
        assert!(stored(&room, again).starts_with("stored 0 new versions"), "{again}");
    }
    assert_eq!(room.run("verify").code, Some(0));
    assert_eq!(room.run("rebuild").code, Some(0));
    assert_eq!(room.run("changes --format ndjson").stdout, kinds);
}

#[test]
fn a_file_that_goes_back_to_what_it_held_is_a_version() {
    let room = Room::empty();
    for (text, new) in [(THEN, 1), (THEN, 0), (NOW, 1), (NOW, 0), (THEN, 1), (THEN, 0)] {
        room.write("page.txt", text);
        let said = stored(&room, "page.txt");
        assert!(said.starts_with(&format!("stored {new} new version")), "{said}");
    }
}

#[test]
fn a_folder_imported_under_another_path_is_known_and_a_doubt_is_said() {
    let room = Room::empty();
    std::fs::create_dir(room.path("moved")).unwrap();
    for (name, text) in [("a1.txt", THEN), ("a2.txt", NOW)] {
        room.write(name, text);
        room.write(&format!("moved/{name}"), text);
    }
    assert_eq!(stored(&room, "a1.txt a2.txt"), "stored 2 new versions in sayso.db");
    let outcome = room.run("import --format ndjson --story ferry moved");
    assert_eq!(outcome.code, Some(0));
    let said: Vec<&str> = outcome.stderr.lines().take(2).collect();
    assert_eq!(
        said,
        [
            "stored 0 new versions in sayso.db, 2 already there",
            "1 file without a time was taken for an old version by file name; if the report went back to it, say when it was captured in front matter"
        ]
    );
}

#[test]
fn what_a_folder_holds_besides_texts_is_named() {
    let room = Room::small();
    room.write("talks/page.html", "<p>");
    room.write("talks/README.md", "About");
    let outcome = room.run("import --format ndjson talks");
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stderr.starts_with("left out, since texts end in .txt, .text, .md: talks/README.md, talks/page.html\n"), "{outcome}");
}

#[test]
fn files_that_name_no_report_and_have_nothing_in_common_are_doubted() {
    let room = Room::empty();
    std::fs::create_dir(room.path("inbox")).unwrap();
    room.write(
        "inbox/a.txt",
        "Police said the ferry Astrid had capsized outside the harbour with dozens of passengers aboard on Tuesday.\n",
    );
    room.write(
        "inbox/b.txt",
        "Former mayor Alan Whitcombe denies corruption charges, prosecutors told jurors during opening statements.\n",
    );
    let outcome = room.run("import --quiet --format ndjson inbox");
    insta::assert_snapshot!(outcome.stderr, @r##"
    warning: files that name no report were taken as versions of one, though these share almost no words: inbox/a.txt, inbox/b.txt
    hint: write `report = "NAME"` into their front matter, or import each report by itself with --report NAME
    "##);
    assert_eq!(room.run("import --quiet --report one --format ndjson inbox").stderr, "");
}

#[test]
fn front_matter_of_another_kind_is_noticed() {
    let room = Room::empty();
    room.write("yaml.md", "---\ntitle: Talks\n---\nKabul denied the charge.\n");
    let outcome = room.run("import --quiet --story talks --format ndjson yaml.md");
    assert_eq!(
        outcome.stderr,
        "warning: what looks like front matter between two lines `---` is read as text; front matter is TOML between two lines `+++`: yaml.md\n"
    );
}

#[test]
fn version_numbers_that_move_are_told() {
    let room = Room::trial();
    room.write(
        "between.txt",
        "+++\noutlet = \"Register\"\nreport = \"trial\"\ncaptured = 2026-01-01T12:00:00Z\n+++\nMayor on trial\n\nThe jury was sworn in.\n",
    );
    let outcome = room.run("import --quiet --story trial --format ndjson between.txt");
    insta::assert_snapshot!(outcome.stderr, @r##"
    warning: a version came in before others, so that version numbers moved: trial@2 is now trial@3, trial@3 is now trial@4
    hint: a snapshot's hash (`sayso log`) names it for good
    "##);
}

#[test]
fn what_is_no_text_is_not_stored() {
    let room = Room::small();
    room.write("talks/program.txt", b"\x7fELF\0\0\x01\0\0\0\xf0\x9a\0\0text");
    let outcome = room.run("import --quiet talks");
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert!(outcome.stderr.contains("error: the file is no text: "), "{outcome}");
    assert_eq!(room.run("log --format ndjson").data().lines().count(), 3);
}

#[test]
fn a_report_stays_in_its_story_and_that_is_told() {
    let room = Room::trial();
    let outcome = room.run("import --story other trial/r3.txt");
    insta::assert_snapshot!(outcome, @r##"
    $ sayso import --story other trial/r3.txt
    --- stderr
    warning: 1 file belongs to a report of the story trial, and stayed there, not in other
    hint: a report stays in the story of its first import; --db NEW with --story imports all of it into another
    stored 0 new versions in sayso.db, 1 already there
    next: sayso changes --silent · sayso who · sayso status · sayso report -o audit.html
    --- exit 0
    "##);
}

/// Three versions of a report that changes its headline each time, with a correction that stands from the second on.
fn mended_twice() -> Room {
    let room = Room::empty();
    let notice = "\n\nCorrection: An earlier version of this article gave a wrong street.";
    for (version, headline, notice) in [(1, "Library shuts", ""), (2, "Library may shut", notice), (3, "Library stays open", notice)] {
        let head = format!("+++\noutlet = \"Herald\"\nreport = \"library\"\nstory = \"library\"\npublished = 2025-03-0{version}T08:00:00Z");
        let text = format!("{head}\n+++\n{headline}\n\nThe council met {version} times on Mill Lane, staff said.{notice}\n");
        room.write(&format!("{version}.txt"), text);
    }
    room
}

/// Lines on headlines, and those that quote a notice, of several imports.
fn told(room: &Room, imports: &[&str]) -> (Vec<String>, Vec<String>) {
    let outcomes: Vec<String> = imports.iter().map(|files| room.run(&format!("import {files}")).stdout).collect();
    let lines = |part: &str| outcomes.iter().flat_map(|out| out.lines()).filter(|line| line.contains(part)).map(str::to_owned).collect();
    (lines("headline, "), lines("notice: “"))
}

#[test]
fn an_import_tells_the_same_of_a_version_whether_the_one_before_comes_with_it_or_was_there() {
    let (headlines, notices) = told(&mended_twice(), &["1.txt 2.txt 3.txt"]);
    let expected =
        ["headline, library 1→2: “Library shuts” → “Library may shut”", "headline, library 2→3: “Library may shut” → “Library stays open”"];
    assert_eq!(headlines, expected);
    assert!(matches!(&notices[..], [second] if second.contains("library@2")), "{notices:?}");
    let (one_by_one, fresh) = told(&mended_twice(), &["1.txt", "2.txt", "3.txt"]);
    assert_eq!(one_by_one, expected);
    assert!(matches!(&fresh[..], [second] if second.contains("library@2")), "{fresh:?}");
}

#[test]
fn an_import_tells_of_headlines_of_consecutive_versions_alone() {
    let (headlines, notices) = told(&mended_twice(), &["2.txt", "1.txt 3.txt"]);
    assert_eq!(headlines, ["headline, library 2→3: “Library may shut” → “Library stays open”"]);
    assert!(notices.is_empty(), "{notices:?}");
}
