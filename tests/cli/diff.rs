//! `diff` on real prose and on files that are hardly texts: moves once, patches that apply, views that show what they say.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::run::Room;

/// A room with the texts of the shipped story.
fn real() -> Room {
    let room = Room::small();
    for version in 1..=6 {
        let name = format!("v{version}.txt");
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/istanbul-talks").join(&name);
        room.write(&name, std::fs::read(shipped).unwrap());
    }
    room
}

/// Pairs of successive versions.
const VERSIONS: [(&str, &str); 5] =
    [("v1.txt", "v2.txt"), ("v2.txt", "v3.txt"), ("v3.txt", "v4.txt"), ("v4.txt", "v5.txt"), ("v5.txt", "v6.txt")];

fn json(room: &Room, from: &str, to: &str) -> serde_json::Value {
    serde_json::from_str(&room.run(&format!("diff --format json {from} {to}")).data()).unwrap()
}

fn text(room: &Room, name: &str) -> Vec<char> {
    let whole = std::fs::read_to_string(room.path(name)).unwrap();
    whole.split_once("+++\n").and_then(|(_, rest)| rest.split_once("+++\n")).map_or(whole.as_str(), |(_, body)| body).chars().collect()
}

/// Applies a patch as its format says, and trusts nothing but the format.
fn applied(from: &str, patch: &str) -> String {
    let old: Vec<&str> = from.split_inclusive('\n').collect();
    let (mut out, mut at) = (String::new(), 0);
    let mut lines = patch.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let Some(places) = line.strip_prefix("@@ -") else { continue };
        let (start, count) = places.split_once([' ']).map(|(old, _)| old.split_once(',').unwrap_or((old, "1"))).unwrap();
        let (start, count): (usize, usize) = (start.parse().unwrap(), count.parse().unwrap());
        let begin = if count == 0 { start } else { start - 1 };
        out.extend(old[at..begin].iter().copied());
        at = begin;
        while let Some(line) = lines.next_if(|line| !line.starts_with("@@ ")) {
            let unended = lines.peek().is_some_and(|next| next.starts_with('\\'));
            let words = if unended { line[1..].trim_end_matches('\n') } else { &line[1..] };
            match line.as_bytes()[0] {
                b' ' | b'-' => {
                    assert_eq!(old[at], words, "the patch takes out what is not there");
                    at += 1;
                    out.push_str(if line.starts_with(' ') { words } else { "" });
                }
                b'+' => out.push_str(words),
                sign => assert_eq!(sign, b'\\', "{line}"),
            }
        }
    }
    out.extend(old[at..].iter().copied());
    out
}

#[test]
fn a_patch_makes_the_later_file_of_the_earlier_one() {
    let room = real();
    room.write("empty.txt", "");
    room.write("unended.txt", "One thing.\nAnother thing.");
    room.write("a name.txt", "One thing.\r\nAnother thing.\r\n\u{1}\n");
    let others = [
        ("empty.txt", "v1.txt"),
        ("v1.txt", "empty.txt"),
        ("unended.txt", "v1.txt"),
        ("v1.txt", "unended.txt"),
        ("unended.txt", "'a name.txt'"),
    ];
    for (from, to) in VERSIONS.into_iter().chain(others) {
        for context in [0, 1, 3] {
            let patch = room.run(&format!("diff --format unified --context {context} {from} {to}")).data();
            let read = |name: &str| std::fs::read_to_string(room.path(name.trim_matches('\''))).unwrap();
            assert_eq!(applied(&read(from), &patch), read(to), "{from} {to}\n{patch}");
        }
    }
}

/// The program itself, where the machine has it; what the format says is held by the test above wherever there is none.
#[test]
fn patch_takes_what_unified_gives() {
    let room = real();
    if Command::new("patch").arg("--version").output().is_err() {
        return;
    }
    for (from, to) in VERSIONS {
        let patch = room.run(&format!("diff --format unified --context 3 {from} {to}")).data();
        room.write("change.patch", &patch);
        std::fs::copy(room.path(from), room.path("patched.txt")).unwrap();
        let ended = Command::new("patch").args(["--silent", "patched.txt", "change.patch"]).current_dir(room.path(".")).status().unwrap();
        assert!(ended.success(), "{from} {to}\n{patch}");
        assert_eq!(std::fs::read(room.path("patched.txt")).unwrap(), std::fs::read(room.path(to)).unwrap());
    }
}

#[test]
fn a_move_is_drawn_once_in_every_view() {
    let room = real();
    for (from, to) in VERSIONS {
        let object = json(&room, from, to);
        let new = text(&room, to);
        for link in object["links"].as_array().unwrap().iter().filter(|link| link["kind"] == "moved") {
            let at = link["to"][0].as_u64().unwrap() as usize;
            let place = &object["sentences"]["to"][at];
            let words: String = new[place[0].as_u64().unwrap() as usize..place[1].as_u64().unwrap() as usize].iter().collect();
            for view in ["", "--html", "--side-by-side"] {
                let shown = room.run(&format!("diff --context 0 {view} {from} {to}")).data().replace("\n  ", " ");
                let escaped = words.replace('&', "&amp;").replace('"', "&quot;");
                let words = if view == "--html" { &escaped } else { &words };
                assert_eq!(shown.matches(words).count(), 1, "{view}: {words}\n{shown}");
            }
            assert!(!room.run(&format!("diff --words --context 0 {from} {to}")).data().contains(&words), "a move has no words of its own");
        }
    }
}

#[test]
fn a_move_is_one_passage_side_by_side_too() {
    let room = Room::small();
    let (a, b, c) = ("The ferry sank.", "Rain fell all day on the pier.", "Divers went down on Monday.");
    room.write("a.txt", format!("{a}\n\n{b}\n\n{c}\n"));
    room.write("b.txt", format!("{b}\n\n{c}\n\n{a}\n"));
    insta::assert_snapshot!(room.run("diff --side-by-side --context 0 a.txt b.txt"), @r##"
    $ sayso diff --side-by-side --context 0 a.txt b.txt
    --- stdout
    a.txt → b.txt
    3 passages: 2 same, 1 moved

    Passages
    moved  sentence 1 → sentence 3
      The ferry sank.
    --- exit 0
    "##);
}

#[test]
fn context_is_as_many_sentences_as_asked_for() {
    let room = Room::small();
    let text = |six: &str| {
        (1..=11).fold(String::new(), |mut text, at| {
            let _ = writeln!(text, "Line {at} {}.\n", if at == 6 { six } else { "stands" });
            text
        })
    };
    room.write("a.txt", text("stands"));
    room.write("b.txt", text("fell"));
    for context in [0, 1, 4] {
        let shown = room.run(&format!("diff --context {context} a.txt b.txt")).data();
        let around = (1..=11).filter(|at| *at != 6 && shown.contains(&format!("Line {at} stands."))).count();
        assert_eq!(around, 2 * context, "{shown}");
    }
}

#[test]
fn facts_are_shown_alone_and_words_without_whole_passages() {
    let room = real();
    let facts = room.run("diff --facts v1.txt v2.txt").data();
    assert!(facts.contains("[-Aasim Munir-]") && facts.contains("{+at least 17 people+}") && !facts.contains("Passages"), "{facts}");
    let words = room.run("diff --words --context 0 v1.txt v2.txt").data();
    assert!(words.contains("\nedited  sentence") && !words.contains("\nadded  ") && !words.contains("\nremoved  "), "{words}");
    let all = room.run("diff --context 0 v1.txt v2.txt").data();
    assert!(all.contains("\nadded  "), "{all}");
}

#[test]
fn html_is_one_page_that_shows_what_came_and_went() {
    let page = real().run("diff --html v1.txt v2.txt").data();
    for part in ["<!DOCTYPE html>", "<del", "<ins", "at least 17 people"] {
        assert!(page.contains(part), "{part}:\n{page}");
    }
    assert!(!page.contains("<script") && !page.contains("http-equiv=\"refresh\""));
}

#[test]
fn furniture_that_changed_is_counted_apart_and_shown_on_demand() {
    let room = Room::small();
    room.write("a.txt", "Talks open\n\nUpdated at 14:05 GMT\n\nThey met on Thursday.\n");
    room.write("b.txt", "Talks open\n\nUpdated at 15:45 GMT\n\nThey met on Thursday.\n");
    insta::assert_snapshot!(room.run("diff a.txt b.txt"), @r##"
    $ sayso diff a.txt b.txt
    --- stdout
    a.txt → b.txt
    3 passages: 2 same; furniture: 1 edited (not shown)
    --- exit 0
    "##);
    let shown = room.run("diff --show-noise a.txt b.txt").data();
    assert!(shown.contains("[-14:05-]{+15:45+}") && !shown.contains("Facts"), "{shown}");
}

#[test]
fn a_file_without_a_text_can_be_compared() {
    let room = Room::small();
    room.write("empty.txt", "");
    room.write("a.txt", "They met. They left.\n");
    insta::assert_snapshot!(room.run("diff --context 0 empty.txt a.txt"), @r##"
    $ sayso diff --context 0 empty.txt a.txt
    --- stdout
    empty.txt → a.txt
    2 passages: 2 added

    Passages
    added  sentence 1
      {+They met.+}

    added  sentence 2
      {+They left.+}
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("diff a.txt empty.txt --format json"), @r##"
    $ sayso diff a.txt empty.txt --format json
    --- stdout
    {"schema":"sayso/1","from":"a.txt","to":"empty.txt","sentences":{"from":[[0,9],[10,20]],"to":[]},"links":[{"kind":"removed","from":[0],"to":[],"words":[],"furniture":false},{"kind":"removed","from":[1],"to":[],"words":[],"furniture":false}],"facts":[],"suppressed":{"typographic":0,"whitespace":0},"approximate":false}
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("diff empty.txt empty.txt"), @r##"
    $ sayso diff empty.txt empty.txt
    --- stdout
    empty.txt → empty.txt
    no passages on either side
    --- exit 0
    "##);
}

#[test]
fn bytes_that_are_no_text_can_be_compared() {
    let room = Room::small();
    let bytes = |step: usize| (0..20_000usize).map(|at| (at * step % 251) as u8).collect::<Vec<u8>>();
    room.write("a", bytes(7));
    room.write("b", bytes(11));
    for format in ["json", "table", "html", "unified"] {
        let outcome = room.run(&format!("diff --format {format} a b"));
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
}

#[test]
fn words_alone_are_shown_without_facts_and_without_what_stayed() {
    let room = Room::small();
    let words = room.run("diff --words talks/wire-1.txt talks/wire-2.txt").data();
    assert!(words.contains("[-three-]{+two+}"), "{words}");
    assert!(!words.contains("Facts") && !words.contains("\nTalks open in Doha\n"), "{words}");
}

#[test]
fn what_was_left_out_between_two_changes_is_shown() {
    let room = Room::empty();
    let middle = "Rain fell. The road was wet. Cars stood still. Nobody was hurt. The wind turned.";
    room.write("a.txt", format!("Three men came. {middle} Four women left.\n"));
    room.write("b.txt", format!("Two men came. {middle} Five women left.\n"));
    let shown = room.run("diff a.txt b.txt").data();
    assert_eq!(shown.matches("\n⋯\n").count(), 1, "{shown}");
}

#[test]
fn two_stories_are_compared_with_a_warning() {
    let room = Room::trial();
    room.write("other.txt", "Kabul denied the charge.\n");
    assert_eq!(room.run("import --quiet --story other other.txt").code, Some(0));
    let outcome = room.run("diff trial@1 other@1");
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), "warning: the two are of different stories, trial and other\n"));
}

#[test]
fn facts_as_data_are_the_words_alone() {
    let room = Room::small();
    room.write("a.txt", "Talks\n\nThe blast killed 12 people.\n");
    room.write("b.txt", "Talks\n\nThe blast killed 120 people.\n");
    assert_eq!(room.run("diff --format csv a.txt b.txt").data(), "fact,before,after\nnumber,12 people,120 people\n");
    assert_eq!(room.run("diff --format tsv a.txt b.txt").data(), "fact\tbefore\tafter\nnumber\t12 people\t120 people\n");
}

#[test]
fn where_no_facts_differ_that_is_said() {
    let room = Room::small();
    room.write("a.txt", "The rain was hard.\n");
    room.write("b.txt", "The rain was cold.\n");
    let shown = room.run("diff --facts a.txt b.txt").data();
    assert!(shown.contains("1 passage: 1 edited") && shown.contains("no facts differ"), "{shown}");
}

#[test]
fn an_option_that_a_format_has_no_use_for_is_refused() {
    let room = Room::small();
    for (options, refused) in [
        ("--format json --facts", "--facts has no meaning with --format json"),
        ("--format json --words --side-by-side", "--words has no meaning with --format json"),
        ("--format json --context 2", "--context has no meaning with --format json"),
        ("--format unified --context 2 --show-noise", "--show-noise has no meaning with --format unified"),
        ("--format unified --side-by-side", "--side-by-side has no meaning with --format unified"),
    ] {
        let outcome = room.run(&format!("diff {options} talks/wire-1.txt talks/wire-2.txt"));
        assert_eq!((outcome.code, outcome.stderr), (Some(2), format!("error: {refused}\n")));
    }
}

#[test]
fn rows_for_programs_say_which_sentences_changed() {
    let room = Room::empty();
    room.write("a.txt", "Row\n\nInspectors accused managers of lying to them. It rained.\n");
    room.write("b.txt", "Row\n\nInspectors accused managers of misleading them. It rained. Nobody came.\n");
    let lines = room.run("diff --format ndjson a.txt b.txt").data();
    assert!(lines.contains(r#""type":"changed","kind":"edited","from":[1],"to":[1]"#), "{lines}");
    assert!(lines.contains(r#""type":"changed","kind":"added","from":[],"to":[3],"before":null,"after":"Nobody came.""#), "{lines}");
    assert!(!room.run("diff --facts --format ndjson a.txt b.txt").stdout.contains("\"changed\""));
}
