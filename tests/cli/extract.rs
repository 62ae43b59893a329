//! `sayso extract`.

use crate::run::{Room, Run};

#[test]
fn a_text_in_which_nothing_is_said_gives_no_rows() {
    let room = Room::empty();
    room.write("silent.txt", "Rain fell.");
    insta::assert_snapshot!(room.run("extract silent.txt"), @r##"
    $ sayso extract silent.txt
    --- stdout
    0 claims, 0 figures, 0 statuses
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("extract --format json silent.txt"), @r##"
    $ sayso extract --format json silent.txt
    --- stdout
    []
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("extract --format csv silent.txt"), @r##"
    $ sayso extract --format csv silent.txt
    --- stdout
    doc,type,id,act,negated,source.name,source.kind,via.name,target.name,content.text,cue.text,quote,certainty,distance,answers,what,low,high,qualifier,unit,cumulative,topic,state,text,evidence.span,confidence,rule
    --- exit 0
    "##);
}

#[test]
fn an_owner_in_capitals_or_of_many_is_the_same_one() {
    let room = Room::empty();
    let head = "PAKISTAN’S ARMY DENIED SHELLING THE VILLAGE";
    let body = "Pakistan's army denied shelling the village.\n\nThe ministers’ aides said the plan was dead.";
    room.write("v.txt", format!("{head}\n\n{body}\n\nANN LEE SAID IT WAS SO. Ann Lee left.\n"));
    let found = room.run("extract --format ndjson v.txt").stdout;
    let names: Vec<String> = found
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .filter(|row| row["type"] == "claim")
        .map(|claim| claim["source"]["name"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(names, ["Pakistan army", "Pakistan army", "ministers' aides", "Ann Lee"], "{found}");
}

#[test]
fn the_cue_of_a_quotation_carried_over_is_its_mark_and_that_of_a_correction_its_label() {
    let room = Room::empty();
    let said = "Flood\n\n“The dam is old,” Ann Lee said. “It leaked in May.\n\n“Nobody came to mend it.”\n\n";
    room.write("flood.txt", format!("{said}Correction: An earlier version misstated the year. The dam was built in 1950.\n"));
    let found = room.run("extract --format ndjson flood.txt").stdout;
    let claims: Vec<serde_json::Value> = found.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let cues = |rule: &str| -> Vec<serde_json::Value> {
        claims.iter().filter(|claim| claim["rule"] == rule).map(|claim| claim["cue"]["text"].clone()).collect()
    };
    // In the same paragraph it has none.
    assert_eq!(cues("carried-over"), [serde_json::Value::Null, "“".into()], "{found}");
    assert_eq!(cues("correction"), ["Correction"], "{found}");
}

#[test]
fn a_text_in_another_language_is_named_and_gives_no_claims() {
    let room = Room::empty();
    room.write("pont.txt", "Le maire a déclaré mardi que le pont resterait fermé jusqu’au printemps, car les travaux ont pris du retard.");
    insta::assert_snapshot!(room.run("extract --format ndjson pont.txt"), @r##"
    $ sayso extract --format ndjson pont.txt
    --- stdout
    {"type":"note","doc":"pont.txt","text":"the text seems to be in French, not English: no claims were looked for"}
    --- stderr
    warning: the text seems to be in French, not English: no claims were looked for: pont.txt
    --- exit 0
    "##);
    assert!(room.run("import pont.txt").to_string().contains("warning: the text seems to be in French"));
    room.write("pont2.txt", "Le maire a déclaré jeudi que le pont resterait fermé jusqu’au printemps, car les travaux ont pris du retard.");
    assert!(room.run("diff pont.txt pont2.txt").data().contains("jeudi"));
}

#[test]
fn a_source_that_is_known_through_a_medium_says_so() {
    let room = Room::empty();
    room.write("dam.txt", "The dam had cracked, AFP reported, citing police.");
    insta::assert_snapshot!(room.run("extract dam.txt"), @r##"
    $ sayso extract dam.txt
    --- stdout
    doc      type   what   source          words                            span
    ────────────────────────────────────────────────────────────────────────────
    dam.txt  claim  state  police via AFP  The dam had cracked  (reported)  0–48

    1 claim, 0 figures, 0 statuses
    --- exit 0
    "##);
    let object: serde_json::Value = serde_json::from_str(room.run("extract --format ndjson dam.txt").data().trim()).unwrap();
    assert_eq!(
        (&object["source"]["name"], &object["via"]["name"], &object["via"]["kind"]),
        (&"police".into(), &"AFP".into(), &"media".into())
    );
}

#[test]
fn every_object_names_its_type_and_the_document_it_was_given_under() {
    let lines = r#"{"id":"a","text":"Oslo accused Bern of spying, a charge Bern denied. At least 12 people were killed."}
{"id":7,"text":"The bank warned of a recession on Friday."}
"#;
    let data = Run::of("extract --input ndjson --format ndjson -").stdin(lines).within(&Room::empty()).data();
    for line in data.lines() {
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(object["doc"] == "a" || object["doc"] == 7, "{line}");
        assert!(matches!(object["type"].as_str(), Some("claim" | "figure" | "status")), "{line}");
        assert!(object["evidence"]["span"].is_array(), "{line}");
    }
}

#[test]
fn streamed_rows_are_the_rows_of_the_array() {
    let room = Room::new();
    let array: Vec<serde_json::Value> =
        serde_json::from_str(&room.run("extract --format json istanbul-talks/v1.txt istanbul-talks/v2.txt").data()).unwrap();
    let lines = room.run("extract --format ndjson istanbul-talks/v1.txt istanbul-talks/v2.txt").data();
    assert_eq!(lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()).collect::<Vec<_>>(), array);
}

#[test]
fn lines_are_answered_one_by_one_while_standard_input_stays_open() {
    use std::io::{BufRead, BufReader, Write};
    let room = Room::empty();
    let mut child = Run::of("extract --input ndjson --format ndjson -").spawn(&room);
    let mut input = child.stdin.take().unwrap();
    input.write_all(b"no object\n").unwrap();
    // The first line has been answered before a second is sent.
    let mut answer = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut answer).unwrap();
    assert!(answer.starts_with("warning: line 1 was passed over"), "{answer}");
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(3));
}

#[test]
fn a_bad_line_is_named_and_the_others_are_worked_on() {
    let lines = "{\"id\":1,\"text\":\"\"}\n{\"id\":2}\n{\"text\":\"\"}\n{\"id\":3,\"text\":4}\n[]\n\u{feff}\n";
    let outcome = Run::of("extract --input ndjson --format ndjson -").stdin(lines).within(&Room::empty());
    insta::assert_snapshot!(outcome, @r##"
    $ sayso extract --input ndjson --format ndjson -
    --- stderr
    warning: line 2 was passed over: it has no "text": -
    warning: line 3 was passed over: it has no "id": -
    warning: line 4 was passed over: its "text" is no string: -
    warning: line 5 was passed over: it has no "id": -
    warning: line 6 was passed over: it is no JSON, column 1: -
    --- exit 3
    "##);
}

#[test]
fn a_missing_file_is_named_and_the_others_are_worked_on() {
    let room = Room::empty();
    room.write("there.txt", "Rain fell.");
    insta::assert_snapshot!(room.run("extract --format ndjson gone.txt there.txt"), @r##"
    $ sayso extract --format ndjson gone.txt there.txt
    --- stderr
    error: no such file or folder: gone.txt
    --- exit 3
    "##);
    insta::assert_snapshot!(room.run("extract gone.txt"), @r##"
    $ sayso extract gone.txt
    --- stderr
    error: no such file or folder: gone.txt
    --- exit 6
    "##);
}

#[test]
fn a_file_above_the_limit_is_refused_with_the_way_out() {
    let room = Room::empty();
    room.write("long.txt", "x".repeat(2000));
    insta::assert_snapshot!(room.run("extract --max-bytes 1k long.txt"), @r##"
    $ sayso extract --max-bytes 1k long.txt
    --- stderr
    error: the file has 2000 bytes, more than 1024 bytes: long.txt
    hint: raise the limit with --max-bytes 2000
    --- exit 7
    "##);
    let line = Run::of("extract --input ndjson --max-bytes 1k -").stdin("x".repeat(2000)).within(&room);
    insta::assert_snapshot!(line, @r##"
    $ sayso extract --input ndjson --max-bytes 1k -
    --- stderr
    error: larger than 1024 bytes: -
    hint: raise the limit with --max-bytes
    --- exit 7
    "##);
}

#[test]
fn bytes_that_are_no_text_are_replaced_and_said() {
    let room = Room::empty();
    room.write("broken.txt", b"\xff\xfe\x00 said\r\n");
    let outcome = room.run("extract --format ndjson broken.txt");
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stderr.starts_with("warning: "), "{outcome}");
}
