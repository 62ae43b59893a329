//! Abbreviations that end in a stop (`data/en/abbreviations.tsv`), and after which of them a sentence can end.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tsv;

/// What may follow the stop of an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A name or noun: no sentence ends here (Mr., Lt., vs.).
    Never,
    /// A number: a sentence ends here only where none follows (No., pp.).
    BeforeNumber,
    /// A sentence may end here, and does before a word that begins sentences (Inc., a.m., U.S.).
    Maybe,
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["form", "ending", "example", "counter"];

/// The file. `example` is one sentence that holds the form; `counter` is two sentences, the first ending at another stop.
pub const FILE: &str = include_str!("../../data/en/abbreviations.tsv");

static TABLE: LazyLock<FxHashMap<&'static str, Ending>> = LazyLock::new(|| {
    tsv::rows::<4>(FILE)
        .filter_map(|[form, ending, ..]| {
            let ending = match ending {
                "never" => Ending::Never,
                "number" => Ending::BeforeNumber,
                "maybe" => Ending::Maybe,
                _ => return None,
            };
            Some((form, ending))
        })
        .collect()
});

/// What may follow `form` (without its last stop), if it is an abbreviation as written, case included.
pub fn ending(form: &str) -> Option<Ending> {
    if form.len() > 12 { None } else { TABLE.get(form).copied() }
}
