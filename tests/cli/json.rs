//! `docs/json.md` against the program: every key that is written is there with its type, and every key there is written.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::run::{Room, Run, STORY};

const PAGE: &str = include_str!("../../docs/json.md");

/// A key of an object on the page.
struct Key {
    name: &'static str,
    /// Left out where it does not apply.
    is_optional: bool,
    form: &'static str,
}

/// The objects of the page by name.
fn page() -> BTreeMap<&'static str, Vec<Key>> {
    let mut out: BTreeMap<&str, Vec<Key>> = BTreeMap::new();
    let mut object = "";
    for line in PAGE.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            object = name;
        }
        let mut cells = line.split('|').skip(1).map(str::trim);
        let (Some(key), Some(form)) = (cells.next().and_then(|key| key.strip_prefix('`')?.strip_suffix('`')), cells.next()) else {
            continue;
        };
        let name = key.trim_end_matches('?');
        out.entry(object).or_default().push(Key { name, is_optional: name != key, form });
    }
    out
}

/// Objects of the page and the keys of them that were seen.
struct Checked {
    page: BTreeMap<&'static str, Vec<Key>>,
    seen: BTreeSet<(&'static str, &'static str)>,
}

impl Checked {
    fn object(&mut self, name: &'static str, value: &Value) {
        let object = value.as_object().unwrap_or_else(|| panic!("{name}: {value}"));
        let keys = self.page.remove(name).unwrap_or_else(|| panic!("docs/json.md has no {name}: {value}"));
        for key in object.keys() {
            assert!(keys.iter().any(|known| known.name == key), "docs/json.md has no {key} of a {name}: {value}");
        }
        let is_in_other = name == "claim" && !object.contains_key("type");
        for key in &keys {
            match object.get(key.name) {
                Some(value) => {
                    self.seen.insert((name, key.name));
                    self.value(&format!("{name}.{}", key.name), key.form, value);
                }
                None => {
                    assert!(key.is_optional || is_in_other && matches!(key.name, "type" | "doc"), "{name} without {}: {value}", key.name)
                }
            }
        }
        self.page.insert(name, keys);
    }

    fn value(&mut self, place: &str, form: &'static str, value: &Value) {
        if let Some(form) = form.strip_suffix(" or null") {
            if !value.is_null() {
                self.value(place, form, value);
            }
            return;
        }
        if let Some(form) = form.strip_prefix("list of ") {
            let list = value.as_array().unwrap_or_else(|| panic!("{place}: {value}"));
            return list.iter().for_each(|value| self.value(place, form, value));
        }
        let is_span = |value: &Value| value.as_array().is_some_and(|ends| ends.len() == 2 && ends.iter().all(Value::is_u64));
        let fits = match form {
            "any" => true,
            "string" => value.is_string(),
            "id" => value.as_str().is_some_and(|id| id.len() > 1),
            "ref" => value.as_str().is_some_and(|reference| reference.contains('@')),
            "time" => value.as_str().is_some_and(|time| time.ends_with('Z')),
            "integer" => value.is_u64(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            "span" => is_span(value),
            "spans" => value.as_array().is_some_and(|spans| spans.iter().all(is_span)),
            "counts" => value.as_object().is_some_and(|counts| counts.values().all(Value::is_u64)),
            object => return self.object(object, value),
        };
        assert!(fits, "{place} is no {form}: {value}");
    }

    /// The columns of CSV are keys, or rows of keys, of some object on the page.
    fn header(&self, rows: &str) {
        for column in rows.lines().next().unwrap_or_default().split(',') {
            let is_key_of = |keys: &[Key], name: &str| keys.iter().find(|key| key.name == name).map(|key| key.form);
            let mut objects: Vec<&str> = self.page.keys().copied().collect();
            for name in column.split('.') {
                let forms = objects.iter().filter_map(|object| is_key_of(&self.page[object], name));
                objects = forms.map(|form| form.trim_end_matches(" or null")).collect();
                assert!(!objects.is_empty(), "docs/json.md has no {column}");
                objects.retain(|form| self.page.contains_key(form));
            }
        }
    }

    /// What is written on a line names itself.
    fn lines(&mut self, lines: &str) {
        for line in lines.lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            let kind = self.page.keys().copied().find(|name| value["type"] == *name).unwrap_or_else(|| panic!("of no type: {line}"));
            self.object(kind, &value);
        }
    }
}

/// A report that says again what it had left out, with a note on an earlier event.
const AGAIN: [&str; 3] = [
    "Ferry sinks\n\nA ferry sank, killing 12 people, the navy said. The 2009 sinking killed 74 people. Council leader Martin Hale said a decision had been taken.\n\nSnow fell on the harbour all night.\n",
    "Ferry sinks\n\nA ferry sank, killing 14 people, the navy said. Council leader Martin Hale denied a decision had been taken. Police denied it, Reuters reported, citing police.\n",
    "Ferry sinks\n\nA ferry sank, killing 14 people, the navy said.\n\nSnow fell on the harbour all night.\n",
];

#[test]
fn the_page_on_json_has_every_key_that_is_written_and_no_other() {
    let room = Room::new();
    for (hour, text) in (1..).zip(AGAIN) {
        let head = format!("+++\noutlet = \"Ferry News\"\nreport = \"ferry\"\ncaptured = 2025-11-06T0{hour}:00:00Z\n+++\n");
        room.write(&format!("{STORY}/ferry-{hour}.txt"), head + text);
    }
    room.write("fr.txt", "Le navire a coulé dans la nuit, et la marine a dit que douze personnes étaient mortes dans le port.\n");
    let run = |args: &str| Run::of(args).env("SAYSO_NOW", "2025-11-09T10:00:00Z").env("SAYSO_BY", "Ada").within(&room);
    let files: Vec<String> =
        ["v1", "v2", "v3", "v6", "indus-1", "ferry-1", "ferry-2", "ferry-3"].map(|file| format!("{STORY}/{file}.txt")).into();
    let imported = run(&format!("import --quiet --story talks --format ndjson {}", files.join(" ")));
    assert_eq!(imported.code, Some(0), "{imported}");
    let rows = |verb: &str, key: &str| -> Vec<String> {
        let lines = run(&format!("{verb} --format ndjson")).stdout;
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()[key].as_str().unwrap_or_default().to_owned()).collect()
    };
    let (claims, changes, threads) = (rows("claims", "id"), rows("changes", "id"), rows("threads", "thread"));
    for decision in [
        format!("{} merge --with {}", threads[0], threads.iter().find(|other| **other != threads[0]).unwrap()),
        format!("{} relabel --as warn", claims[0]),
        format!("{} reject", claims[0]),
        format!("{} accept", changes[0]),
        "1 undo".to_owned(),
    ] {
        let outcome = run(&format!("decide {decision}"));
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
    let mut checked = Checked { page: page(), seen: BTreeSet::new() };
    checked.lines(&imported.stdout);
    for verb in [
        "log",
        "log --decisions",
        "claims",
        "changes",
        "who",
        "status",
        "figures",
        "threads",
        "compare",
        "blame ferry@3",
        "show ferry@1",
        "search ceasefire",
        "review --list",
        &format!("thread {}", rows("threads", "thread")[0]),
        &format!("extract {STORY}/v3.txt {STORY}/ferry-1.txt {STORY}/ferry-2.txt fr.txt"),
    ] {
        checked.lines(&run(&format!("{verb} --format ndjson")).stdout);
    }
    for verb in ["log", "log --decisions", "claims", "changes", "status", "figures", "blame ferry@3", "show ferry@1", "search ceasefire"] {
        checked.header(&run(&format!("{verb} --format csv")).stdout);
    }
    checked.header(&run(&format!("thread {} --format csv", rows("threads", "thread")[0])).stdout);
    checked.header(&run("extract fr.txt --format csv").stdout);
    let compared = run(&format!("diff --format json {STORY}/v2.txt {STORY}/v3.txt")).stdout;
    checked.object("diff", &serde_json::from_str(&compared).unwrap());
    for line in run(&format!("diff --format ndjson {STORY}/v2.txt {STORY}/v3.txt")).stdout.lines() {
        match serde_json::from_str::<Value>(line).unwrap() {
            row if row.get("type").is_some() => checked.lines(line),
            row => checked.object("fact", &row),
        }
    }
    let report: Value = serde_json::from_str(&run("report --format json").stdout).unwrap();
    for row in report.as_object().unwrap().values().filter_map(Value::as_array).flatten() {
        match row.get("type") {
            Some(_) => checked.lines(&row.to_string()),
            None => checked.object("fact", row),
        }
    }
    let db = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
    db.execute("UPDATE changes SET weight = 0.123", []).unwrap();
    checked.lines(&run("verify --format ndjson").stdout);
    let unseen: Vec<String> = checked
        .page
        .iter()
        .flat_map(|(object, keys)| keys.iter().map(move |key| (*object, key.name)))
        .filter(|key| !checked.seen.contains(key))
        .map(|(object, key)| format!("{object}.{key}"))
        .collect();
    assert!(unseen.is_empty(), "in docs/json.md, but never written: {unseen:?}");
}
