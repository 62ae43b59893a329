//! Full text over snapshots and claims, and SQL of the user's own that can only read.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::error::{StoreError, StoreErrorKind};
use super::records::{Hit, HitKind, SnapshotId, Table, Value};

/// Words of context in a snippet.
const CONTEXT: u32 = 24;

/// Where `words` occur, all of them; a part in double quotes must stand as it is. Snapshots come before claims, the best first.
///
/// Words are found in all their forms ("resigned" finds "resign"), without regard to case and accents, and letters that are no accented
/// ones by those that stand for them in English ("moller" finds "Møller").
pub fn search(db: &Connection, words: &str, story: Option<&str>, limit: u32) -> Result<Vec<Hit>, StoreError> {
    let phrases = phrases(words);
    if phrases.is_empty() {
        return Ok(Vec::new());
    }
    let foreign = if phrases.iter().any(|phrase| may_stand_for_a_term(phrase)) { foreign_terms(db)? } else { Vec::new() };
    let expression = phrases.iter().map(|phrase| alternatives(phrase, &foreign)).collect::<Vec<_>>().join(" AND ");
    let snapshots = format!(
        "SELECT rowid, NULL, snippet(snapshots_fts, -1, ?2, ?3, '…', ?4) FROM snapshots_fts
         WHERE snapshots_fts MATCH ?1 AND (?6 IS NULL OR rowid IN {OF_STORY}) ORDER BY rank, rowid LIMIT ?5"
    );
    let claims = format!(
        "SELECT c.snapshot_id, c.id, snippet(claims_fts, -1, ?2, ?3, '…', ?4)
         FROM claims_fts JOIN claims AS c ON c.row_id = claims_fts.rowid
         WHERE claims_fts MATCH ?1 AND (?6 IS NULL OR c.snapshot_id IN {OF_STORY}) ORDER BY rank, c.snapshot_id, c.position LIMIT ?5"
    );
    let mut hits = Vec::new();
    for (kind, sql) in [(HitKind::Snapshot, snapshots), (HitKind::Claim, claims)] {
        let mut statement = db.prepare_cached(&sql)?;
        let rows = statement.query_map((&expression, Hit::OPEN.to_string(), Hit::CLOSE.to_string(), CONTEXT, limit, story), |row| {
            Ok(Hit { kind, snapshot: SnapshotId(row.get(0)?), claim: row.get(1)?, snippet: row.get(2)? })
        })?;
        for hit in rows {
            hits.push(hit?);
        }
    }
    Ok(hits)
}

/// The snapshots of the story that is asked for.
const OF_STORY: &str = "(SELECT s.id FROM snapshots AS s JOIN reports ON reports.id = s.report_id JOIN stories ON stories.id = story_id WHERE stories.name = ?6)";

/// Words and quoted parts in which there is something to look for.
fn phrases(words: &str) -> Vec<&str> {
    let mut phrases = Vec::new();
    for (index, part) in words.split('"').enumerate() {
        let is_quoted = index % 2 == 1;
        if is_quoted {
            phrases.push(part);
        } else {
            phrases.extend(part.split_whitespace());
        }
    }
    phrases.retain(|phrase| phrase.chars().any(char::is_alphanumeric));
    phrases
}

/// A phrase as an FTS5 expression in which nothing is syntax: as it stands, in plain letters, and in the letters that texts have for them.
fn alternatives(phrase: &str, foreign: &[(String, String)]) -> String {
    let plain = plain_letters(phrase);
    let mut alternatives = vec![phrase.to_owned()];
    if phrase.to_lowercase() != plain {
        alternatives.push(plain.clone());
    }
    // Terms are stems, so that a term may be shorter than the word by an ending.
    let is_stem = |stem: &str| plain.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending));
    alternatives.extend(foreign.iter().filter(|(_, stem)| is_stem(stem)).map(|(term, _)| term.clone()));
    let quoted: Vec<String> = alternatives.iter().map(|words| format!("\"{}\"", words.replace(['\0', '"'], " "))).collect();
    format!("({})", quoted.join(" OR "))
}

/// A term is one word, and is looked for by its plain letters.
fn may_stand_for_a_term(phrase: &str) -> bool {
    !phrase.contains(char::is_whitespace) && plain_letters(phrase).is_ascii()
}

/// What the stemmer of the index may have taken off a name.
const ENDINGS: [&str; 6] = ["", "s", "es", "e", "ed", "ing"];

/// Terms of the indices with letters that no accent makes of plain ones, each with its plain letters.
fn foreign_terms(db: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut out = Vec::new();
    for index in ["snapshots_fts", "claims_fts"] {
        db.execute_batch(&format!(
            "DROP TABLE IF EXISTS temp.terms; CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', '{index}', 'row')"
        ))?;
        let mut statement = db.prepare("SELECT term FROM temp.terms WHERE term GLOB '*[^ -~]*' ORDER BY term")?;
        let terms = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        drop(statement);
        db.execute_batch("DROP TABLE temp.terms")?;
        out.extend(terms.into_iter().map(|term| (term.clone(), plain_letters(&term))).filter(|(_, plain)| plain.is_ascii()));
    }
    out.sort();
    out.dedup();
    Ok(out)
}

/// `word` in lower case, without accents, other Latin letters as English writes them.
pub fn plain_letters(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for letter in word.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match PLAIN.iter().find(|(foreign, _)| *foreign == letter) {
            Some((_, plain)) => out.push_str(plain),
            None => out.push(letter),
        }
    }
    out
}

/// Letters that are no accented ones, and what stands for them.
const PLAIN: [(char, &str); 12] = [
    ('æ', "ae"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ĸ', "k"),
    ('ł', "l"),
    ('ŋ', "n"),
    ('œ', "oe"),
    ('ø', "o"),
    ('ß', "ss"),
    ('þ', "th"),
];

/// Answers one SELECT; anything that could write is refused before it runs.
pub fn query(db: &Connection, sql: &str) -> Result<Table, StoreError> {
    let bad = |error: rusqlite::Error| match StoreError::from(error) {
        StoreError { kind: StoreErrorKind::Sqlite(said), .. } => StoreErrorKind::BadQuery(said).into(),
        other => other,
    };
    let mut statement = match db.prepare(sql) {
        Err(rusqlite::Error::MultipleStatement) => return Err(StoreErrorKind::NotAQuery.into()),
        prepared => prepared.map_err(bad)?,
    };
    if !statement.readonly() || statement.column_count() == 0 {
        return Err(StoreErrorKind::NotAQuery.into());
    }
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let width = columns.len();
    let rows = statement.query_map([], |row| values(row, width)).map_err(bad)?;
    let rows = rows.collect::<Result<_, _>>().map_err(bad)?;
    Ok(Table { columns, rows })
}

fn values(row: &Row<'_>, width: usize) -> rusqlite::Result<Vec<Value>> {
    (0..width)
        .map(|column| {
            Ok(match row.get_ref(column)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Integer(number),
                ValueRef::Real(number) => Value::Real(number),
                ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
                ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
            })
        })
        .collect()
}
