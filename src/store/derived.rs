//! Part 3 in one list: which tables are derived, what their rows belong to, and what of them a rebuild must give again.

use super::findings;

/// What the rows of a derived table are made from, so that they go when it is read or followed anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The whole store.
    Store,
    /// The text of one snapshot.
    Snapshot,
    /// The snapshots of one story and the decisions on them.
    Story,
}

/// A derived table.
pub struct Derived {
    /// Its name.
    pub table: &'static str,
    /// What its rows are made from.
    pub of: Of,
    /// Its columns but for a number that SQLite gives: the keys and the others; `None` for all.
    columns: Option<[&'static str; 2]>,
    /// The order in which two stores with the same derivations have the same rows.
    order: &'static str,
}

const fn derived(table: &'static str, of: Of, order: &'static str) -> Derived {
    Derived { table, of, columns: None, order }
}

/// Every derived table, those that others point to first: so they can be filled, and emptied from the end.
pub const DERIVED: [Derived; 14] = [
    derived("derivation", Of::Store, "key"),
    derived("versions", Of::Store, "report_id, ordinal"),
    Derived { table: "claims", of: Of::Snapshot, columns: Some([findings::KEYS, findings::CLAIM]), order: "snapshot_id, position, id" },
    derived("figures", Of::Snapshot, "snapshot_id, position"),
    derived("statuses", Of::Snapshot, "snapshot_id, position"),
    derived("notices", Of::Snapshot, "snapshot_id, position"),
    derived("extraction_notes", Of::Snapshot, "snapshot_id, position"),
    derived("threads", Of::Story, "story_id, position, id"),
    derived("thread_members", Of::Story, "story_id, position"),
    derived("changes", Of::Story, "story_id, position"),
    derived("thread_headings", Of::Story, "story_id, source, voice, stem"),
    derived("thread_stems", Of::Story, "story_id, stem"),
    derived("followed", Of::Story, "story_id"),
    derived("parses", Of::Store, "key"),
];

/// The tables whose rows belong to such a thing, in an order in which they can be emptied.
pub fn tables(of: Of) -> impl Iterator<Item = &'static str> {
    DERIVED.iter().rev().filter(move |derived| derived.of == of).map(|derived| derived.table)
}

impl Derived {
    /// All that a rebuild must give again, row by row.
    pub fn select(&self) -> String {
        let columns = self.columns.map_or("*".to_owned(), |columns| columns.join(", "));
        format!("SELECT {columns} FROM {} ORDER BY {}", self.table, self.order)
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::store::{migrations, verify::KEPT};

    #[test]
    fn every_table_and_every_column_of_the_schema_is_listed() {
        let db = Connection::open_in_memory().expect("a store needs no disk");
        migrations::create(&db).expect("a schema");
        let names = |sql: &str| -> Vec<String> {
            let mut rows = db.prepare(sql).expect("a query");
            rows.query_map([], |row| row.get(0)).expect("names").collect::<Result<_, _>>().expect("texts")
        };
        let tables =
            names("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1");
        let mut listed: Vec<&str> = KEPT.into_iter().chain(DERIVED.iter().map(|derived| derived.table)).collect();
        listed.sort_unstable();
        assert_eq!(tables, listed);
        let claims = names("SELECT name FROM pragma_table_info('claims') WHERE name <> 'row_id'");
        assert_eq!(claims.join(", "), [findings::KEYS, findings::CLAIM].join(", "));
    }
}
