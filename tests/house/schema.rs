//! `schema.sql` explains itself: every table has a paragraph, every column a comment, every index the query that it serves.

use std::collections::BTreeSet;

use sayso::store::{Store, Value};

const SCHEMA: &str = include_str!("../../schema.sql");

/// `table.column` of every column that has a comment behind it, as the file has them.
fn commented_columns(schema: &str) -> BTreeSet<String> {
    let mut table = None;
    let mut columns = BTreeSet::new();
    for line in schema.lines() {
        if let Some(opened) = opened_table(line) {
            table = Some(opened);
        } else if line.starts_with(')') || line.starts_with("FROM") {
            table = None;
        }
        let Some((definition, _)) = line.split_once("--").filter(|(_, comment)| comment.trim().len() > 2) else { continue };
        if let (Some(table), Some(column)) = (&table, column(definition)) {
            columns.insert(format!("{table}.{column}"));
        }
    }
    columns
}

fn opened_table(line: &str) -> Option<String> {
    let rest = ["CREATE TABLE ", "CREATE VIEW ", "CREATE VIRTUAL TABLE "].iter().find_map(|start| line.strip_prefix(start))?;
    Some(rest.split_whitespace().next()?.to_owned())
}

/// The column that a line defines: what follows AS in a view, else its first word; none in a line that goes on with the one before.
fn column(definition: &str) -> Option<&str> {
    let definition = definition.trim().trim_end_matches(',');
    let name = definition.rsplit_once(" AS ").map_or_else(|| definition.split_whitespace().next(), |(_, name)| Some(name))?;
    name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_' || letter.is_ascii_digit()).then_some(name)
}

/// `table.column` of every column that SQLite has.
fn real_columns() -> BTreeSet<String> {
    let store = Store::in_memory().expect("a store needs no disk");
    let table = store
        .query(
            "SELECT t.name || '.' || c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
             WHERE t.type IN ('table', 'view') AND t.name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'",
        )
        .expect("the schema can be asked for its columns");
    let name = |row: Vec<Value>| match row.into_iter().next() {
        Some(Value::Text(name)) => name,
        other => panic!("no name: {other:?}"),
    };
    table.rows.into_iter().map(name).collect()
}

#[test]
fn every_column_has_a_comment() {
    let (real, commented) = (real_columns(), commented_columns(SCHEMA));
    let bare: Vec<_> = real.difference(&commented).collect();
    assert!(bare.is_empty(), "columns without a comment: {bare:?}");
    assert!(real.len() > 100, "only {} columns were looked at", real.len());
}

#[test]
fn a_column_without_a_comment_is_seen() {
    let found = commented_columns("CREATE TABLE t (\n  a TEXT, -- words\n  b TEXT,\n  c TEXT --\n) STRICT;");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["t.a"]);
}

#[test]
fn every_table_has_a_paragraph_and_every_index_its_query() {
    let lines: Vec<&str> = SCHEMA.lines().collect();
    for pair in lines.windows(2) {
        let wanted = match pair[1] {
            line if opened_table(line).is_some() => "-- ",
            line if line.starts_with("CREATE INDEX") || line.starts_with("CREATE UNIQUE INDEX") => "-- Serves: ",
            _ => continue,
        };
        assert!(pair[0].starts_with(wanted), "no `{wanted}…` above: {}", pair[1]);
    }
}

#[test]
fn every_table_of_rows_is_strict() {
    let store = Store::in_memory().expect("a store needs no disk");
    let loose = store
        .query("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main' AND name NOT LIKE 'sqlite_%'")
        .expect("the schema can be asked for its tables");
    assert!(loose.rows.is_empty(), "{loose:?}");
}
