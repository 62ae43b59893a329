-- With the parser every version was parsed from its first sentence to its last by every run of the program: parses are kept.

-- One row is a sentence's parse, kept so that a new version costs its new sentences; an answer is the same without it. Written by import
-- and rebuild where sentences are parsed.
CREATE TABLE parses (
  key BLOB PRIMARY KEY               -- first 16 bytes of SHA-256 over program version, model and sentence
    CHECK (length(key) = 16),
  words BLOB NOT NULL                -- five numbers for each word: gap, length, head, relation, tag (src/syntax/parse_bytes.rs)
) STRICT, WITHOUT ROWID;
