//! Follows every attributed claim of a news story through its versions and outlets: *on whose say-so?*
//!
//! A tour in reading order. Each layer knows the ones before it and none after; `ARCHITECTURE.md` has the rules. The feature `cli`, on by
//! default, is for the program alone: `default-features = false` builds the library without its crates.
//!
//! # 1. A text and its parts
//!
//! [`text::Document`] splits any text into segments, sentences, tokens and quotations. It cannot fail, and every span slices.
//!
//! ```
//! use sayso::text::Document;
//!
//! let document = Document::new("Kabul denies it.\n\nLt. Gen. Malik left at 6 a.m. on Nov. 6. Nobody asked why.");
//! let sentences: Vec<&str> = document.sentences.iter().map(|sentence| document.slice(sentence.span)).collect();
//! assert_eq!(sentences, ["Kabul denies it.", "Lt. Gen. Malik left at 6 a.m. on Nov. 6.", "Nobody asked why."]);
//! ```
//!
//! # 2. Two texts
//!
//! [`diff::compare`] says which sentences answer which, and which words differ in them; [`diff::facts()`] reads the differences as
//! numbers, dates, names and hedges. Neither knows what a claim is.
//!
//! ```
//! use sayso::diff::{self, FactKind, LinkKind};
//! use sayso::text::Document;
//!
//! let before = Document::new("The truce holds for 3 days. Talks go on.");
//! let after = Document::new("Talks go on. The truce holds for 30 days.");
//! let comparison = diff::compare(&before, &after);
//! assert!(comparison.links.iter().any(|link| link.kind == LinkKind::MovedEdited));
//! let facts = diff::facts(&before, &after, &comparison);
//! assert!(facts.iter().any(|fact| fact.kind == FactKind::Number));
//! ```
//!
//! # 3. Who says what
//!
//! [`claims::extract`] finds the claims, figures and statuses of one text by rules, [`pipeline::findings`] reads parses beside these and
//! finds out whom names and pronouns mean. What they know of English and of the world stands in `data/` and comes through [`lexicon`];
//! [`syntax`] has the parser, [`model`] the things that they give.
//!
//! ```
//! use sayso::model::Act;
//!
//! let found = sayso::pipeline::findings("v1", "Pakistan accused Afghanistan of sheltering fighters, a charge Kabul denies.");
//! let denial = found.claims.iter().find(|claim| claim.act == Act::Deny).expect("Kabul denies it");
//! assert_eq!(denial.source.as_ref().map(|source| source.name.as_str()), Some("Afghanistan"));
//! let accusation = found.claims.iter().find(|claim| claim.act == Act::Accuse).expect("Pakistan accuses");
//! assert_eq!(denial.answers.as_ref(), Some(&accusation.id));
//! ```
//!
//! # 4. Through versions and outlets
//!
//! [`ingest`] reads files, [`store`] keeps them for good in one SQLite file, [`track`] follows claims from version to version, and
//! [`pipeline`] is where all of these meet. [`decisions`] are what people ruled; they outlive every rebuild.
//!
//! ```
//! use sayso::model::{Capture, ChangeKind};
//! use sayso::pipeline::{Defaults, Pipeline};
//! use sayso::store::Store;
//!
//! let version = |text: &str, hour: i64| Capture {
//!     raw: text.as_bytes().to_vec(),
//!     text: text.to_owned(),
//!     captured_at: Some(hour * 3600),
//!     ..Capture::default()
//! };
//! let versions = [version("Police said that 12 people had died.", 1), version("Police said that 21 people had died.", 2)];
//! let mut store = Store::in_memory()?;
//! let defaults = Defaults { fallback: "storm".to_owned(), ..Defaults::default() };
//! Pipeline::default().import(&mut store, &versions, &defaults, 0)?;
//! let changes = store.changes(Some("storm"))?;
//! assert_eq!(changes[0].change.kind, ChangeKind::FigureChanged);
//! # Ok::<(), sayso::store::StoreError>(())
//! ```
//!
//! # 5. What people read
//!
//! [`report`] turns what the store gives into listings and writes them as tables, JSON, CSV, Markdown or HTML, with everything that
//! comes from the world made harmless.
//!
//! ```
//! # use sayso::{model::Capture, pipeline::{Defaults, Pipeline}, store::Store};
//! use sayso::report::listings::{self, ChangeFilter, Scope};
//! use sayso::report::{self, Page};
//!
//! # let version = |text: &str, hour: i64| {
//! #     Capture { raw: text.as_bytes().to_vec(), text: text.to_owned(), captured_at: Some(hour * 3600), ..Capture::default() }
//! # };
//! # let versions = [version("Police said that 12 people had died.", 1), version("Police said that 21 people had died.", 2)];
//! # let mut store = Store::in_memory()?;
//! # Pipeline::default().import(&mut store, &versions, &Defaults { fallback: "storm".to_owned(), ..Defaults::default() }, 0)?;
//! let changes = listings::changes(&Scope::new(&store, Some("storm"))?, &ChangeFilter::default())?;
//! let mut written = Vec::new();
//! report::format("csv")?.write(&changes.into(), &Page::default(), &mut written)?;
//! assert!(String::from_utf8(written)?.contains(",12 people,21 people,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod actors;
pub mod claims;
pub mod decisions;
pub mod diff;
mod follow;
pub mod ingest;
mod kinds;
pub mod lexicon;
pub mod model;
pub mod pipeline;
pub mod report;
pub mod store;
pub mod syntax;
pub mod text;
pub mod track;
