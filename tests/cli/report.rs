//! `sayso report`: one file that stands for itself, and in which foreign text stays text.

use crate::run::Room;

/// A story whose every word wants to be markup.
fn hostile() -> Room {
    let room = Room::empty();
    for (version, number) in [(1, "three"), (2, "two")] {
        let head = format!(
            "+++\noutlet = \"<script>alert('outlet')</script>\"\ntitle = \"<img src=x onerror=alert(1)> | [x](javascript:alert(2))\"\n\
             published = 2025-11-0{version}T08:00:00Z\n+++\n"
        );
        room.write(
            &format!("v{version}.txt"),
            format!("{head}Kabul accused Islamabad of shelling {number} <b onclick=alert(3)>villages</b>.\n"),
        );
    }
    let outcome = room.run("import --quiet --story '<i>talks' v1.txt v2.txt");
    assert_eq!(outcome.code, Some(0), "{outcome}");
    room
}

#[test]
fn the_file_is_written_and_said() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("report -o audit.md"), @r##"
    $ sayso report -o audit.md
    --- stderr
    wrote audit.md
    --- exit 0
    "##);
    let text = std::fs::read_to_string(room.path("audit.md")).unwrap();
    for heading in ["# talks: what changed", "## Changed without notice", "## All changes", "## Decisions", "## Evidence"] {
        assert!(text.contains(heading), "{heading}\n{text}");
    }
    assert_eq!(room.run("report").data(), text);
    for shown in [room.field("changes", "id", |_| true), room.field("log", "sha256", |_| true)] {
        assert!(text.contains(&shown), "{shown}\n{text}");
    }
    assert!(room.run("log --format csv").data().contains(&room.field("log", "sha256", |_| true)));
}

#[test]
fn a_page_needs_nothing_from_anywhere_and_runs_nothing() {
    let room = hostile();
    assert_eq!(room.run("report -o audit.html").code, Some(0));
    let page = std::fs::read_to_string(room.path("audit.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    for outside in ["<script", "<link", "<img", "<iframe", " src=\"", "@import", "url(http", "<b onclick", "href=\"javascript"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("&lt;script&gt;") && page.contains("shelling"));
}

#[test]
fn markdown_has_foreign_markup_as_text() {
    let page = hostile().run("report").data().replace("\\]", "");
    for foreign in ["<script", "<img", "<b onclick", "](javascript", "# <i>"] {
        assert!(!page.contains(foreign), "{foreign}\n{page}");
    }
}

#[test]
fn the_same_store_gives_the_same_bytes() {
    let room = Room::stored();
    for format in ["html", "markdown", "json"] {
        assert_eq!(room.run(&format!("report --format {format}")).data(), room.run(&format!("report --format {format}")).data());
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    insta::assert_snapshot!(Room::stored().run("report -o nowhere/audit.html"), @r##"
    $ sayso report -o nowhere/audit.html
    --- stderr
    error: could not write file: no such file or directory: nowhere/audit.html
    hint: make the folder first: nowhere
    --- exit 6
    "##);
    insta::assert_snapshot!(Room::stored().run("report --format html -o talks"), @r##"
    $ sayso report --format html -o talks
    --- stderr
    error: could not write file: is a directory: talks
    hint: name a file in it: talks/audit.html
    --- exit 6
    "##);
}

#[test]
fn an_ending_that_no_format_has_is_refused() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("report -o audit.pdf"), @r##"
    $ sayso report -o audit.pdf
    --- stderr
    error: no report is written in the format .pdf: audit.pdf
    hint: known: .txt, .json, .ndjson, .csv, .tsv, .md, .html; --format says which where the name does not
    --- exit 2
    "##);
    assert!(!room.path("audit.pdf").exists());
    assert_eq!(room.run("report --format html -o audit.pdf").code, Some(0));
}

#[test]
fn cells_of_markdown_hold_neither_signs_for_line_ends_nor_doubled_spaces() {
    let report = Room::trial().run("report").data();
    for cell in report.lines().filter(|line| line.starts_with("| ")).flat_map(|line| line.split('|')) {
        assert!(!cell.contains('⏎') && !cell.trim().contains("  "), "{cell}");
    }
    assert!(report.contains("trial<br>1 → 2"), "{report}");
}

#[test]
fn a_report_does_not_take_the_place_of_the_store() {
    let room = Room::stored();
    let outcome = room.run("report --format html -o sayso.db");
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("a report would take the place of a database: sayso.db"), "{outcome}");
    assert_eq!(room.run("verify").code, Some(0));
}

/// Three versions: a name is mended without a word, and a later notice owns up to it.
fn owned_up_later() -> Room {
    let room = Room::empty();
    let line = |name: &str| format!("The embassy said that {name}, the head of the customs service, would lead the delegation.");
    let notice = "Correction: An earlier version named the head of the customs service as Pavel Horak. He is Petr Novak.";
    for (at, body) in [(1, line("Pavel Horak")), (2, line("Petr Novak")), (3, format!("{}\n\n{notice}", line("Petr Novak")))] {
        room.write(
            &format!("v{at}.txt"),
            format!("+++\noutlet = \"Renn Post\"\nreport = \"talks\"\npublished = 2031-05-0{at}T08:00:00Z\n+++\nTalks in Renn\n\n{body}\n"),
        );
    }
    assert_eq!(room.run("import --quiet --story s v1.txt v2.txt v3.txt").code, Some(0));
    room
}

#[test]
fn what_a_later_notice_owns_up_to_is_worded_and_counted_as_changes_does() {
    let room = owned_up_later();
    let listed = room.run("changes").data();
    assert!(listed.contains("silent until @3"), "{listed}");
    let whole = "{+Correction: An earlier version named the head of the customs service as Pavel Horak. He is Petr Novak.+}";
    assert!(listed.contains(whole), "{listed}");
    assert!(
        listed.contains("1 change: 1 that a publisher is expected to announce (1 silent until a later notice); 1 correction notice"),
        "{listed}"
    );
    let page = room.run("report").data();
    assert!(page.contains("silent until @3"), "{page}");
    for told in
        ["<b>1</b> change between versions", "<b>0</b> of these made without notice", "<b>1</b> of these silent until a later notice"]
    {
        assert!(page.contains(told), "{told}\n{page}");
    }
}
