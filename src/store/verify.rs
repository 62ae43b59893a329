//! Is the store what it was: file, schema, references, hashes, seals; and what its derivations come to in short.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row};

use super::derived::{DERIVED, Derived};
use super::error::StoreError;
use super::evidence;
use super::packing::{self, Seal};
use super::records::{Damage, SnapshotId, SnapshotInfo, TableDigest};
use super::sealed::SealedRow;
use super::{decisions, migrations};
use crate::model::Capture;

/// Tables of parts 1 and 2, in an order in which they can be filled.
pub(super) const KEPT: [&str; 7] = ["stories", "outlets", "reports", "snapshots", "decisions", "decision_changes", "decision_partners"];

/// Reads a stored file again: what `reread` gives for its bytes must be what is stored.
pub type Reread<'r> = &'r dyn Fn(&SnapshotInfo, &[u8]) -> Option<Capture>;

/// Everything that is wrong, in the order file, schema, references, snapshots, decisions.
pub fn verify(db: &Connection, reread: Reread<'_>) -> Result<Vec<Damage>, StoreError> {
    let mut damage = file(db)?;
    damage.extend(schema(db)?);
    damage.extend(references(db)?);
    let ids: Vec<SnapshotId> =
        db.prepare("SELECT id FROM snapshots ORDER BY id")?.query_map([], |row| row.get(0).map(SnapshotId))?.collect::<Result<_, _>>()?;
    damage.extend(gaps(&ids).map(|gone| {
        let (what, place) = ("not there, though a later one is".to_owned(), gone);
        Damage { kind: "snapshot", place, what }
    }));
    for id in ids {
        // A row that cannot be read is one finding and no reason to leave the others unread.
        match snapshot(db, id, reread) {
            Ok(found) => damage.extend(found),
            Err(error) => damage.push(Damage { kind: "snapshot", place: format!("snapshot {}", id.0), what: error.kind.to_string() }),
        }
    }
    for id in decisions::altered(db)? {
        damage.push(Damage { kind: "decision", place: format!("decision {}", id.0), what: "its seal does not fit".to_owned() });
    }
    Ok(damage)
}

/// Numbers that no snapshot has, though a later one has the next: they are given one after the other, and no row is ever taken out.
fn gaps(ids: &[SnapshotId]) -> impl Iterator<Item = String> {
    let before = std::iter::once(0).chain(ids.iter().map(|id| id.0));
    let parted = before.zip(ids).map(|(before, id)| (before.saturating_add(1), id.0.saturating_sub(1)));
    parted.filter(|(first, last)| first <= last).map(|(first, last)| match first == last {
        true => format!("snapshot {first}"),
        false => format!("snapshots {first} to {last}"),
    })
}

/// SQLite's own check of pages, indices, constraints and full-text tables.
fn file(db: &Connection) -> Result<Vec<Damage>, StoreError> {
    let mut statement = db.prepare("PRAGMA integrity_check(20)")?;
    let said: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let wrong = said.into_iter().filter(|line| line != "ok");
    Ok(wrong.map(|what| Damage { kind: "file", place: "SQLite".to_owned(), what }).collect())
}

/// Tables, triggers, indices and views must be those that this program makes, or a stranger's trigger could have let changes through.
pub(super) fn schema(db: &Connection) -> Result<Vec<Damage>, StoreError> {
    let fresh = Connection::open_in_memory()?;
    migrations::create(&fresh)?;
    let (ours, theirs) = (migrations::statements(&fresh)?, migrations::statements(db)?);
    // SQLite keeps statistics of its own there.
    let is_own = |name: &str| name.starts_with("sqlite_stat");
    let missing = ours.iter().filter(|item| !theirs.contains(item)).map(|(name, _)| (name, "missing or altered"));
    let foreign = theirs.iter().filter(|(name, _)| !is_own(name) && !ours.iter().any(|(known, _)| known == name));
    let foreign = foreign.map(|(name, _)| (name, "not of this program"));
    Ok(missing.chain(foreign).map(|(name, what)| Damage { kind: "schema", place: name.clone(), what: what.to_owned() }).collect())
}

fn references(db: &Connection) -> Result<Vec<Damage>, StoreError> {
    let mut statement = db.prepare("PRAGMA foreign_key_check")?;
    let rows = statement.query_map([], |row| {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        Ok(Damage { kind: "reference", place: table, what: format!("a row points to a row of {parent} that is not there") })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn snapshot(db: &Connection, id: SnapshotId, reread: Reread<'_>) -> Result<Vec<Damage>, StoreError> {
    let info = evidence::snapshot(db, id)?;
    let mut damage = Vec::new();
    let mut found = |kind: &'static str, what: &str| damage.push(Damage { kind, place: info.reference.clone(), what: what.to_owned() });
    let row = SealedRow::read(db, id)?;
    if row.computed_seal() != row.seal {
        found("seal", "its text, title, times or names are not those that were stored");
    }
    match evidence::raw(db, id) {
        Err(error) => found("hash", &error.kind.to_string()),
        Ok(raw) if packing::sha256(&raw) != row.sha256 => found("hash", "its raw bytes are not those that were stored"),
        Ok(raw) => match reread(&info, &raw) {
            Some(again) if again.text != row.text => found("text", "its text is not what its raw bytes give"),
            Some(again) if again.title != row.title => found("text", "its title is not what its raw bytes give"),
            Some(_) => {}
            None => found("text", "its raw bytes cannot be read again"),
        },
    }
    Ok(damage)
}

/// Whether `id` is stored as it was given; what `commit` asks before it commits.
pub fn is_intact(db: &Connection, id: SnapshotId) -> Result<bool, StoreError> {
    let row = SealedRow::read(db, id)?;
    Ok(packing::sha256(&evidence::raw(db, id)?) == row.sha256 && row.computed_seal() == row.seal)
}

/// Each derived table in short, the full-text indices after the others.
pub fn digest(db: &Connection) -> Result<Vec<TableDigest>, StoreError> {
    let tables = DERIVED.iter().map(|derived| table_digest(db, derived));
    tables.chain(INDICES.iter().map(|(table, places)| index_digest(db, table, places))).collect()
}

/// Full-text indices, each with a query for its places, `words` being all words of it: the row, the column, the word's place, the word.
/// A claim's row is named by what is the same after a rebuild.
const INDICES: [(&str, &str); 2] = [
    ("snapshots_fts", "SELECT doc, '', col, \"offset\", term FROM temp.words"),
    (
        "claims_fts",
        "SELECT coalesce(snapshot_id, -doc), coalesce(id, ''), col, \"offset\", term FROM temp.words LEFT JOIN claims ON row_id = doc",
    ),
];

/// A full-text index in short: how many words it has, and the sum of their hashes, since rows of two stores stand in different orders.
fn index_digest(db: &Connection, table: &'static str, places: &str) -> Result<TableDigest, StoreError> {
    db.execute_batch(&format!(
        "DROP TABLE IF EXISTS temp.words; CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '{table}', 'instance')"
    ))?;
    let mut sum = [0_u64; 4];
    let mut count = 0;
    let mut statement = db.prepare(places)?;
    let width = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        count += 1;
        let mut seal = Seal::default();
        put(row, width, &mut seal)?;
        for (part, bytes) in sum.iter_mut().zip(seal.finish_bytes().as_chunks().0) {
            *part = part.wrapping_add(u64::from_be_bytes(*bytes));
        }
    }
    drop(rows);
    drop(statement);
    db.execute_batch("DROP TABLE temp.words")?;
    Ok(TableDigest { table, rows: count, sha256: sum.iter().map(|part| format!("{part:016x}")).collect() })
}

fn table_digest(db: &Connection, derived: &Derived) -> Result<TableDigest, StoreError> {
    let mut statement = db.prepare(&derived.select())?;
    let width = statement.column_count();
    let mut rows = statement.query([])?;
    let mut seal = Seal::default();
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        put(row, width, &mut seal)?;
    }
    Ok(TableDigest { table: derived.table, rows: count, sha256: seal.finish() })
}

/// Where the rows of a derived table first differ in two stores: the row by its number and name, the column, and both values.
pub fn first_apart(stored: &Connection, remade: &Connection, table: &str) -> Result<Option<String>, StoreError> {
    let Some(derived) = DERIVED.iter().find(|derived| derived.table == table) else { return Ok(None) };
    let (mut left, mut right) = (stored.prepare(&derived.select())?, remade.prepare(&derived.select())?);
    let columns: Vec<String> = left.column_names().map(str::to_owned).collect();
    let values = |row: Option<&Row<'_>>| row.map(|row| (0..columns.len()).map(|column| row.get(column)).collect()).transpose();
    let (mut left, mut right) = (left.query([])?, right.query([])?);
    for number in 1.. {
        let pair: [Option<Vec<Value>>; 2] = [values(left.next()?)?, values(right.next()?)?];
        let [Some(one), Some(other)] = &pair else {
            let said = |row: &Option<Vec<Value>>, what: &str| row.as_ref().map(|row| format!("row {number}{} is {what}", name(row)));
            return Ok(said(&pair[0], "in none").or_else(|| said(&pair[1], "missing")));
        };
        if let Some(column) = (0..columns.len()).find(|column| one[*column] != other[*column]) {
            let (is, wanted) = (shown(&one[column]), shown(&other[column]));
            return Ok(Some(format!("row {number}{}: {} is {is}, not {wanted}", name(one), columns[column])));
        }
    }
    Ok(None)
}

/// The first text of a row, which is its id where it has one.
fn name(row: &[Value]) -> String {
    row.iter().find(|value| matches!(value, Value::Text(_))).map_or_else(String::new, |id| format!(" ({})", shown(id)))
}

/// A value on a line, cut where it is long.
fn shown(value: &Value) -> String {
    const LONGEST: usize = 40;
    match value {
        Value::Null => "empty".to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) if text.chars().count() > LONGEST => text.chars().take(LONGEST).chain(['…']).collect(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => format!("{} bytes", bytes.len()),
    }
}

/// Every value of a row into a seal.
fn put(row: &Row<'_>, width: usize, seal: &mut Seal) -> Result<(), StoreError> {
    for column in 0..width {
        match row.get_ref(column)? {
            ValueRef::Null => seal.maybe_text(None),
            ValueRef::Integer(number) => seal.number(number),
            ValueRef::Real(number) => seal.real(number),
            ValueRef::Text(text) => seal.bytes(b't', text),
            ValueRef::Blob(bytes) => seal.bytes(b'b', bytes),
        };
    }
    Ok(())
}

/// Copies evidence and decisions: what derivations are remade from.
pub fn copy(from: &Connection, to: &Connection) -> Result<(), StoreError> {
    to.execute_batch("BEGIN")?;
    for table in KEPT {
        let mut select = from.prepare(&format!("SELECT * FROM {table}"))?;
        let width = select.column_count();
        let mut insert = to.prepare(&format!("INSERT INTO {table} VALUES ({})", vec!["?"; width].join(", ")))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let values: Vec<Value> = (0..width).map(|column| row.get(column)).collect::<Result<_, _>>()?;
            insert.execute(rusqlite::params_from_iter(values))?;
        }
    }
    Ok(to.execute_batch("COMMIT")?)
}
