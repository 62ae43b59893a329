//! What comes in at the edges, put together from pieces that mean something there: files, topics of a user's own, questions to a store.

use proptest::prelude::*;

use super::holds;

/// Pieces of files: fences, front matter, marks of encodings, bytes that are no text.
const FILE: &[&[u8]] = &[
    b"+++\n",
    b"+++",
    b"---\n",
    b"\n",
    b"\r\n",
    b"\r",
    b"outlet = \"A\"\n",
    b"captured = 2025-01-01\n",
    b"published = 99",
    b"title = '",
    b"= \"\"\"",
    b"\0",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xe4",
    b"\x93",
    b"<!DOCTYPE html>",
    b"# Talks\n\n",
    "“Hé”".as_bytes(),
    b"Oslo denied it. ",
];

/// Pieces of a topic; `..` is a gap.
const TOPIC: &[&str] = &[
    "name = \"t\"\n",
    "mentions = [\"talks\", \"\"]\n",
    "[[state]]\n",
    "name = \"on\"\n",
    "cues = [\"talks .. .. on|of* .. on\"]\n",
    "cues = [\"on .. on .. on .. on .. on\"]\n",
    "negated = \"on\"\n",
    "unreal = \"\"\n",
    "example = \"The talks are on.\"\n",
    "counter = \"Rain.\"\n",
    "cues = [\"*\", \"|\", \"..\"]\n",
    "[",
    "\"",
];

/// Pieces of questions in SQL, references and words to search for.
const QUESTION: &[&str] = &[
    "SELECT ",
    "count(*) ",
    "* ",
    "FROM ",
    "snapshots ",
    "claims_fts ",
    "WHERE ",
    "MATCH ",
    "'",
    "\"",
    ";",
    "(",
    ")",
    "DELETE ",
    "INSERT INTO stories ",
    "VALUES ",
    "PRAGMA user_version = 1",
    "ATTACH 'x' AS y",
    "BEGIN",
    "a@1",
    "@latest",
    "/",
    "abcd",
    "NEAR",
    "*",
    "-",
    "é",
    "\0",
    "NULL ",
    "1e999 ",
    "x'00' ",
];

fn several<T: ?Sized + 'static>(pieces: &'static [&'static T]) -> impl Strategy<Value = Vec<&'static T>>
where
    &'static T: std::fmt::Debug,
{
    prop::collection::vec(prop::sample::select(pieces), 0..14)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_read_or_refused(pieces in several(FILE)) {
        holds::file(&pieces.concat());
    }

    #[test]
    fn any_topic_is_read_or_refused(pieces in several(TOPIC)) {
        holds::knowledge(&pieces.concat(), "The talks on of of on on of on the on talks are on, on and on. Oslo said the talks were not on.");
    }

    #[test]
    fn any_question_is_answered_or_refused(pieces in several(QUESTION)) {
        holds::asked(&pieces.concat());
    }
}
