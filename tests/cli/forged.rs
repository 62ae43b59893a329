//! A store that somebody forged: whatever its rows hold, every verb ends with an answer or an error, and none with a panic.

use crate::run::Room;

/// Statements that put into a store what this program never does.
const FORGED: &[&str] = &[
    "UPDATE snapshots SET sha256 = 'a' || substr(replace(hex(zeroblob(32)), '0', 'é'), 2)",
    "UPDATE snapshots SET title = char(27) || '[31m' || char(8238), url = 'javascript:1', origin = ''",
    "UPDATE snapshots SET published_at = 9223372036854775807, captured_at = -9223372036854775808",
    "UPDATE snapshots SET text = ''",
    "UPDATE versions SET ordinal = ordinal - 1",
    "UPDATE versions SET ordinal = 4294967295 - ordinal",
    "UPDATE versions SET ordinal = -ordinal",
    "UPDATE claims SET evidence_start = 4000000000, evidence_end = 4000000001, content_span = '[[5,4000000000]]'",
    "UPDATE claims SET content_span = '[[9,1]]', source_span = 'no span', act = 'sing'",
    "UPDATE claims SET id = 'é' || id, answers = id, confidence = 9e999",
    "UPDATE changes SET id = 'é' || id, weight = 9e999, why = '', before = 'é', after = ''",
    "UPDATE changes SET from_start = 4000000000, from_end = 4000000001, to_start = 4000000000, to_end = 4000000001",
    "UPDATE threads SET id = 'é' || substr(id, 2), answers = id",
    "UPDATE figures SET low = 9e999, high = -9e999, evidence_start = 4000000000, evidence_end = 4000000001",
];

const VERBS: &[&str] = &[
    "log",
    "log --format ndjson",
    "log --decisions",
    "show ferry@2",
    "diff ferry@1 ferry@2",
    "claims",
    "changes",
    "who",
    "status",
    "figures",
    "threads",
    "compare",
    "blame ferry@2",
    "search ferry",
    "review --list",
    "report -o out.html",
    "verify",
];

/// A report with all that a store has a table for.
const REPORT: [&str; 2] = [
    "Ferry sinks\n\nA ferry sank, killing 12 people, the navy said. The talks, the ministry said, were suspended.\n",
    "Ferry sinks\n\nA ferry sank, killing 14 people, the navy said. The ministry denied that the talks were suspended.\n\n\
     Correction: An earlier version gave a wrong number of people killed.\n",
];

#[test]
fn whatever_a_forged_store_holds_no_verb_panics() {
    let room = Room::stored();
    for (hour, text) in (1..).zip(REPORT) {
        let head = format!("+++\noutlet = \"Ferry News\"\nreport = \"ferry\"\ncaptured = 2025-11-06T0{hour}:00:00Z\n+++\n");
        room.write(&format!("talks/ferry-{hour}.txt"), head + text);
    }
    assert_eq!(room.run("import --quiet talks").code, Some(0));
    let whole = std::fs::read(room.path("sayso.db")).unwrap();
    for sql in FORGED {
        room.write("sayso.db", &whole);
        let db = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
        let of_triggers = |wanted: &str| -> String {
            let sql = format!("SELECT {wanted} || ';' FROM sqlite_schema WHERE type = 'trigger'");
            let all: Vec<String> = db.prepare(&sql).and_then(|mut all| all.query_map([], |row| row.get(0))?.collect()).unwrap();
            all.concat()
        };
        // A store without its triggers is taken for damaged before it is read.
        let (drop, create) = (of_triggers("'DROP TRIGGER ' || name"), of_triggers("sql"));
        db.execute_batch(&format!("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {drop}")).unwrap();
        assert!(db.execute(sql, []).unwrap() > 0, "{sql} forges nothing");
        db.execute_batch(&create).unwrap();
        db.close().map_err(|(_, error)| error).unwrap();
        for verb in VERBS {
            let outcome = room.run(verb);
            assert!(outcome.code.is_some_and(|code| code < 100) && !outcome.stderr.contains("panicked"), "{sql}\n{outcome}");
        }
    }
}
