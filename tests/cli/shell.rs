//! What holds for every verb: usage, colour, formats, closed pipes, hostile names.

use crate::run::{Room, Run};

#[test]
fn without_arguments_the_verbs_are_listed() {
    let outcome = Room::empty().run("");
    assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(2), ""));
    for verb in ["import", "changes", "verify"] {
        assert!(outcome.stderr.contains(&format!("  {verb} ")), "{outcome}");
    }
}

#[test]
fn help_goes_to_standard_output() {
    assert!(Room::empty().run("--help").data().contains("Usage: sayso "));
}

#[test]
fn an_unknown_format_is_told_the_known_ones() {
    insta::assert_snapshot!(Room::new().run("extract --format xml istanbul-talks/v1.txt"), @r##"
    $ sayso extract --format xml istanbul-talks/v1.txt
    --- stderr
    error: invalid value 'xml' for '--format <FORMAT>'
      [possible values: table, json, ndjson, csv, tsv, markdown, html]

      tip: a similar value exists: 'html'

    For more information, try '--help'.
    --- exit 2
    "##);
}

#[test]
fn an_unknown_verb_is_told_the_nearest_one() {
    insta::assert_snapshot!(Room::empty().run("dif a b"), @r##"
    $ sayso dif a b
    --- stderr
    error: unrecognized subcommand 'dif'

      tip: a similar subcommand exists: 'diff'

    Usage: sayso [OPTIONS] <COMMAND>

    For more information, try '--help'.
    --- exit 2
    "##);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let room = Room::empty();
    let mut child = Run::of("extract --input ndjson --format json -").spawn(&room);
    // The array is written once standard input has ended, so by then nobody reads.
    drop(child.stdout.take());
    drop(child.stdin.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn a_reader_that_has_seen_enough_of_a_listing_is_no_error() {
    let room = Room::stored();
    for verb in ["claims", "changes --format ndjson", "report --format html", "man", "completions zsh"] {
        let mut child = Run::of(verb).spawn(&room);
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{verb}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_listing_that_does_not_fit_the_disk_is_said_and_ends_with_6() {
    let room = Room::stored();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Run::of("claims").command(&room).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(6));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "error: could not write the output: no space left on device\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_ends_with_6() {
    let room = Room::empty();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_sayso")).args(["completions", "bash"]).stdout(full).output().unwrap();
    drop(room);
    assert_eq!(output.status.code(), Some(6));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "error: could not write the output: no space left on device\n");
}

#[test]
fn colour_is_only_where_it_is_asked_for() {
    let room = Room::empty();
    let plain = room.run("extract nowhere.txt");
    let coloured = room.run("--color always extract nowhere.txt");
    let forced = Run::of("extract nowhere.txt").env("CLICOLOR_FORCE", "1").within(&room);
    let refused = Run::of("extract nowhere.txt").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").within(&room);
    assert!(coloured.stderr.contains('\u{1b}') && forced.stderr.contains('\u{1b}'));
    assert_eq!(plain.stderr, refused.stderr);
    assert!(!plain.stderr.contains('\u{1b}'), "{plain}");
}

#[test]
fn a_hostile_file_name_is_shown_and_not_obeyed() {
    insta::assert_snapshot!(Room::empty().run("extract \u{1b}[31mred\u{202e}txt"), @r##"
    $ sayso extract \u{1b}[31mred\u{202e}txt
    --- stderr
    error: no such file or folder: \u{1b}[31mred\u{202e}txt
    --- exit 6
    "##);
}
