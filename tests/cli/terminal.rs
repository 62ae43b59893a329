//! What a user sees whose output goes to a terminal: the pager, the width, colour.

use crate::run::{Room, Run};

/// Long enough for a busy machine; a command that is well ends long before.
const PATIENCE_MS: u64 = 20_000;

/// What a terminal of that size shows of `sayso` with these arguments.
fn shown(args: &str, columns: u16, lines: u16, env: &[(&str, &str)]) -> String {
    let room = Room::empty();
    room.write("silent.txt", "Rain fell.");
    let run = Run::of(args).env("COLUMNS", &columns.to_string()).env("LINES", &lines.to_string());
    let run = env.iter().fold(run, |run, (name, value)| run.env(name, value));
    let mut session = rexpect::session::spawn_command(run.command(&room), Some(PATIENCE_MS)).unwrap();
    session.exp_eof().unwrap().replace("\r\n", "\n")
}

#[test]
fn what_is_taller_than_the_screen_goes_through_the_pager() {
    let pager = [("PAGER", "sed s/^/paged:/")];
    assert_eq!(shown("extract silent.txt", 80, 1, &pager), "paged:0 claims, 0 figures, 0 statuses\n");
    assert_eq!(shown("extract silent.txt", 80, 24, &pager), "0 claims, 0 figures, 0 statuses\n");
    assert_eq!(shown("--no-pager extract silent.txt", 80, 1, &pager), "0 claims, 0 figures, 0 statuses\n");
}

#[test]
fn a_pager_that_cannot_be_started_loses_nothing() {
    let text = shown("extract silent.txt", 80, 1, &[("PAGER", "/nowhere/pager")]);
    assert!(text.ends_with("0 claims, 0 figures, 0 statuses\n"), "{text}");
}

#[test]
fn lines_are_wrapped_to_the_terminal() {
    assert_eq!(shown("extract silent.txt", 24, 24, &[]), "0 claims, 0 figures, 0\nstatuses\n");
}

#[test]
fn a_terminal_is_coloured_unless_no_color_is_set() {
    let term = [("TERM", "xterm")];
    assert!(shown("extract gone.txt", 80, 24, &term).contains('\u{1b}'));
    assert!(!shown("extract gone.txt", 80, 24, &[("TERM", "xterm"), ("NO_COLOR", "1")]).contains('\u{1b}'));
    assert!(!shown("--color never extract gone.txt", 80, 24, &term).contains('\u{1b}'));
}

#[test]
fn a_path_is_not_broken_at_its_hyphens() {
    let said = shown("show a-folder-with-a-long-name/and-a-file.txt", 40, 24, &[]);
    assert!(said.contains("a-folder-with-a-long-name/and-a-file.txt"), "{said}");
}
