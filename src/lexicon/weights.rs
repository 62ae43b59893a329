//! The files of the English model, as they stand in `data/model`; `syntax::spacy` reads them.

/// Tensors of numbers of three bytes, one behind the other.
pub const WEIGHTS: &[u8] = include_bytes!("../../data/model/weights.f24");

/// What the tensors are, the labels, and the hash of [`WEIGHTS`].
pub const HEADER: &str = include_str!("../../data/model/model.toml");

/// Marks that are parted from words.
pub const AFFIXES: &str = include_str!("../../data/model/affixes.tsv");

/// Columns of [`AFFIXES`].
pub const AFFIX_COLUMNS: &[&str] = &["kind", "text"];

/// Words that are parted in their own way.
pub const EXCEPTIONS: &str = include_str!("../../data/model/exceptions.tsv");

/// Columns of [`EXCEPTIONS`].
pub const EXCEPTION_COLUMNS: &[&str] = &["word", "parts", "norms"];

/// What words are read as.
pub const NORMS: &str = include_str!("../../data/model/norms.tsv");

/// Columns of [`NORMS`].
pub const NORM_COLUMNS: &[&str] = &["word", "norm"];

/// Strings with numbers of their own.
pub const SYMBOLS: &str = include_str!("../../data/model/symbols.tsv");

/// Columns of [`SYMBOLS`].
pub const SYMBOL_COLUMNS: &[&str] = &["string", "number"];
