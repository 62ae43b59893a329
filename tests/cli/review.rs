//! `sayso review`: one key each, on a terminal of its own.

use crate::run::{Room, Run};

#[test]
fn without_a_terminal_it_says_what_does_the_same() {
    insta::assert_snapshot!(Room::stored().run("review"), @r##"
    $ sayso review
    --- stderr
    error: `review` needs a terminal
    hint: `sayso review --list` shows what is open, `sayso decide ID accept|reject|…` rules on it
    --- exit 2
    "##);
}

#[test]
fn the_open_items_can_be_listed() {
    let room = Room::stored();
    let before = room.run("review --list --format ndjson").data();
    let id = room.field("review --list", "id", |row| row["kind"] == "claim");
    assert_eq!(room.run(&format!("decide --by Ada {id} accept")).code, Some(0));
    let after = room.run("review --list --format ndjson").data();
    assert_eq!(after.lines().count() + 1, before.lines().count());
}

#[test]
fn a_claim_that_versions_repeat_is_asked_for_once() {
    let room = Room::empty();
    for (hour, text) in [(1, "Ann Lee said it rained."), (2, "Ann Lee said it rained. Bo Marr denied it."), (3, "Ann Lee said it rained.")]
    {
        let head = format!("+++\noutlet = \"Gazette\"\nreport = \"rain\"\ncaptured = 2026-01-01T0{hour}:00:00Z\n+++\n");
        room.write(&format!("{hour}.txt"), format!("{head}Rain in the harbour\n\n{text}\n"));
    }
    assert_eq!(room.run("import --quiet --story rain 1.txt 2.txt 3.txt").code, Some(0));
    let open = || -> Vec<String> {
        let list = room.run("review --list --format tsv").data();
        list.lines().filter(|line| line.contains("Ann Lee")).map(str::to_owned).collect()
    };
    let [asked] = &open()[..] else { panic!("{:?}", open()) };
    let id = asked.split('\t').next().unwrap();
    assert_eq!(room.run(&format!("decide --by Ada {id} accept")).code, Some(0));
    assert_eq!(open(), Vec::<String>::new());
}

#[test]
fn the_open_items_say_of_notices_what_changes_does() {
    let room = Room::empty();
    let texts = [
        "Police said nine people had died in the fire.",
        "Police said seven people had died in the fire.",
        "Police said seven people had died in the fire. Correction: An earlier version of this article said that nine people had died.",
    ];
    for (hour, text) in (1..).zip(texts) {
        let head = format!("+++\noutlet = \"Gazette\"\nreport = \"fire\"\ncaptured = 2026-01-01T0{hour}:00:00Z\n+++\n");
        room.write(&format!("{hour}.txt"), format!("{head}Fire in the harbour\n\n{}\n", text.replace(". Correction", ".\n\nCorrection")));
    }
    assert_eq!(room.run("import --quiet --story fire 1.txt 2.txt 3.txt").code, Some(0));
    let says = |kind: &str| {
        let id = room.field("changes", "id", |row| row["kind"] == kind);
        room.field("review --list", "says", |row| row["id"] == *id)
    };
    assert!(says("figure_changed").ends_with(" · silent until @3"), "{}", says("figure_changed"));
    assert!(says("corrected").contains("Correction: An earlier") && !says("corrected").contains(" → "), "{}", says("corrected"));
}

#[cfg(unix)]
mod on_a_terminal {
    use super::*;
    use rexpect::session::{PtySession, spawn_command};

    const PATIENCE_MS: u64 = 20_000;

    fn sit_down(room: &Room) -> PtySession {
        sit_down_with(room, "review --by Ada")
    }

    fn sit_down_with(room: &Room, args: &str) -> PtySession {
        let run = Run::of(args).env("TERM", "xterm").env("NO_COLOR", "1").env("COLUMNS", "100").env("LINES", "40");
        spawn_command(run.env("SAYSO_NOW", "2025-11-09T10:00:00Z").command(room), Some(PATIENCE_MS)).unwrap()
    }

    /// Waits until item `number` is shown, then presses `key`.
    fn press(session: &mut PtySession, number: usize, key: &str) {
        session.exp_string(&format!("[{number}/")).unwrap();
        session.exp_string("q quit").unwrap();
        session.send(key).unwrap();
        session.flush().unwrap();
    }

    fn rulings(room: &Room) -> Vec<(String, bool)> {
        let lines = room.run("log --decisions --format ndjson").data();
        let rows = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        rows.map(|row| (row["ruling"].as_str().unwrap().to_owned(), row["stands"].as_bool().unwrap())).collect()
    }

    #[test]
    fn keys_accept_reject_skip_and_undo_and_every_ruling_is_stored() {
        let room = Room::stored();
        let mut session = sit_down(&room);
        press(&mut session, 1, "a");
        press(&mut session, 2, "r");
        press(&mut session, 3, "u");
        press(&mut session, 2, "s");
        press(&mut session, 3, "q");
        let rest = session.exp_eof().unwrap();
        assert!(rest.contains("1 decision on "), "{rest}");
        let expected = [("accept", true), ("reject", false), ("undo", true)].map(|(ruling, stands)| (ruling.to_owned(), stands));
        assert_eq!(rulings(&room), expected);
    }

    #[test]
    fn a_relabel_asks_for_the_word_and_asks_again_where_it_is_unknown() {
        let room = Room::stored();
        let mut session = sit_down(&room);
        press(&mut session, 1, "l");
        session.exp_string("kind that it is:").unwrap();
        session.send_line("dance").unwrap();
        session.exp_string("error: ").unwrap();
        press(&mut session, 1, "l");
        session.exp_string("kind that it is:").unwrap();
        session.send_line("moved").unwrap();
        press(&mut session, 2, "q");
        let _ = session.exp_eof().unwrap();
        assert_eq!(rulings(&room), [("relabel".to_owned(), true)]);
    }

    #[test]
    fn help_and_unknown_keys_rule_on_nothing() {
        let room = Room::stored();
        let mut session = sit_down(&room);
        press(&mut session, 1, "?");
        session.exp_string("it is right as it stands").unwrap();
        press(&mut session, 1, "z");
        session.exp_string("does nothing here").unwrap();
        press(&mut session, 1, "\u{3}");
        let _ = session.exp_eof().unwrap();
        assert_eq!(rulings(&room), []);
    }

    #[test]
    fn every_ruling_is_said_and_a_change_is_shown_in_whole_sentences_with_its_reason() {
        let room = Room::trial();
        let mut session = sit_down(&room);
        session.exp_string("Whitcombe denies [-five-] {+four+} counts of corruption.").unwrap();
        session.exp_string("weight 0.80: 5 counts became 4 counts").unwrap();
        session.exp_string("q quit").unwrap();
        session.send("a").unwrap();
        session.flush().unwrap();
        session.exp_string("decision 1: accept change x").unwrap();
        press(&mut session, 2, "q");
        let _ = session.exp_eof().unwrap();
    }

    #[test]
    fn escape_and_arrows_do_nothing_and_help_lists_what_there_is() {
        let room = Room::trial();
        let mut session = sit_down(&room);
        press(&mut session, 1, "\u{1b}");
        session.exp_string("that key does nothing here").unwrap();
        press(&mut session, 1, "\u{1b}[A");
        session.exp_string("that key does nothing here").unwrap();
        press(&mut session, 1, "?");
        let help = session.exp_string("end; what was decided").unwrap();
        assert!(help.contains("it is not what it says") && !help.contains("belong"), "{help}");
        press(&mut session, 1, "q");
        let _ = session.exp_eof().unwrap();
        assert_eq!(rulings(&room), []);
    }

    #[test]
    fn what_a_ruling_makes_of_the_changes_is_gone_through_next() {
        let room = Room::stored();
        let of_figure = |room: &Room| room.field("changes --kind figure_changed", "id", |_| true);
        let (figure, claim) = (of_figure(&room), room.field("claims --act accuse --at frontier-wire@2", "id", |_| true));
        let mut session = sit_down(&room);
        let mut number = 1;
        loop {
            session.exp_string(&format!("[{number}/")).unwrap();
            let shown = session.exp_string("q quit").unwrap();
            let is_it = shown.contains(&claim);
            session.send(if is_it { "r" } else { "s" }).unwrap();
            session.flush().unwrap();
            number += 1;
            if is_it {
                break;
            }
        }
        session.exp_string(&format!("[{number}/")).unwrap();
        let next = session.exp_string("q quit").unwrap();
        assert!(next.contains(&of_figure(&room)) && of_figure(&room) != figure, "{next}");
        session.send("u").unwrap();
        session.flush().unwrap();
        number -= 1;
        session.exp_string(&format!("[{number}/")).unwrap();
        let back = session.exp_string("q quit").unwrap();
        assert!(back.contains(&claim), "{back}");
        session.send("q").unwrap();
        session.flush().unwrap();
        let _ = session.exp_eof().unwrap();
    }

    /// How the first dropped claim is shown.
    fn dropped(room: &Room) -> String {
        let mut session = sit_down(room);
        loop {
            session.exp_string("] change ").unwrap();
            let shown = session.exp_string("q quit").unwrap();
            session.send(if shown.contains("dropped") { "q" } else { "s" }).unwrap();
            session.flush().unwrap();
            if shown.contains("dropped") {
                let _ = session.exp_eof().unwrap();
                return shown;
            }
        }
    }

    #[test]
    fn a_dropped_claim_is_shown_with_what_stands_in_its_place() {
        let gone = dropped(&Room::trial());
        assert!(gone.contains("nothing stands in its place in trial@3"), "{gone}");
        let room = Room::empty();
        for (day, text) in [(1, "Islamabad denied the charge and its envoys left Doha on Monday."), (2, "Its envoys left Doha on Monday.")]
        {
            let head = format!("+++\noutlet = \"Register\"\nreport = \"doha\"\ncaptured = 2026-01-0{day}T08:00:00Z\n+++\n");
            room.write(&format!("r{day}.txt"), format!("{head}Talks in Doha\n\n{text}\n"));
        }
        assert_eq!(room.run("import --quiet --story doha r1.txt r2.txt").code, Some(0));
        let edited = dropped(&room);
        assert!(edited.contains("doha@1 ") && edited.contains(" doha@2") && edited.contains("left Doha on Monday."), "{edited}");
        assert!(edited.contains("[-Islamabad denied the charge and its-]"), "{edited}");
    }

    #[test]
    fn a_relabel_lists_what_there_is_and_a_merge_wants_an_id_that_is() {
        let room = Room::trial();
        let first = room.field("review --list", "id", |row| row["kind"] == "claim");
        for id in room.run("review --list --format tsv").data().lines().skip(1).take_while(|line| !line.starts_with(&first)) {
            let id = id.split('\t').next().unwrap();
            assert_eq!(room.run(&format!("decide --by Ada {id} accept")).code, Some(0));
        }
        let decided = rulings(&room).len();
        let mut session = sit_down(&room);
        press(&mut session, 1, "m");
        session.exp_string("id of the claim or thread that it is:").unwrap();
        session.send_line("nope").unwrap();
        session.exp_string("no claim, change or thread has an id that begins with").unwrap();
        press(&mut session, 1, "l");
        session.exp_string("one of state, accuse, deny").unwrap();
        session.exp_string("act that it is:").unwrap();
        session.send_line("warn").unwrap();
        session.exp_string("relabel claim c").unwrap();
        press(&mut session, 2, "q");
        let _ = session.exp_eof().unwrap();
        assert_eq!(rulings(&room)[decided..], [("relabel".to_owned(), true)]);
    }
}
