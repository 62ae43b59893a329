//! Names as they are compared: in one spelling, a surname for a full name, a slip of the pen.

use crate::lexicon::closed::{self, Class};
use crate::lexicon::spelling;
use crate::lexicon::wording::wording;
use crate::model::NARRATOR;
use crate::text::{fold_into, without_marks, wordwise};

/// Lower case, one spelling, white space made one space, an article or a title of courtesy before it left out.
pub(in crate::track) fn key(name: &str) -> String {
    let lower = without_marks(&fold_words(name)).to_lowercase();
    let mut words = lower.split(' ').filter(|word| !word.is_empty()).map(spelling::canonical).peekable();
    let is_idle = |word: &str| closed::classes(word).has(Class::Determiner) || wording(word.trim_end_matches('.')).courtesy;
    let mut key = String::new();
    let mut begins = true;
    while let Some(word) = words.next() {
        begins = begins && is_idle(&word);
        if begins && words.peek().is_some() {
            continue;
        }
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word);
    }
    key
}

/// Typography folded away, white space made one space.
fn fold_words(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        fold_into(word, &mut folded);
    }
    folded
}

/// One is the end of the other: a surname for a name.
pub(in crate::track) fn one_ends_in_other(left: &str, right: &str) -> bool {
    let (left, right) = (key(left), key(right));
    left == right || ends_in(&left, &right) || ends_in(&right, &left)
}

/// "asif" ends "khawaja asif": a surname stands for the name, a first word does not ("pakistan" for "pakistan army"), nor one of two for
/// both ("qatar" for "turkey and qatar").
pub(in crate::track) fn ends_in(long: &str, short: &str) -> bool {
    let joins = |word: &str| closed::classes(word).has(Class::Conjunction);
    let rest = wordwise::before_end(long, short);
    rest.is_some_and(|rest| !rest.split_whitespace().next_back().is_some_and(joins))
}

/// "rsf" has the first letters of "rapid support forces".
pub(in crate::track) fn is_initials(short: &str, long: &str) -> bool {
    if short.len() < INITIALS || short.contains(' ') || !long.contains(' ') {
        return false;
    }
    let words = long.split([' ', '-']).filter(|word| closed::classes(word).is_open());
    words.filter_map(|word| word.chars().next()).eq(short.chars())
}

/// Bytes that a short form has at least: two letters are those of too many names.
const INITIALS: usize = 3;

/// What a source is listed by: the last word of its name, which a shorter form of it keeps, or the last one before a preposition ("the
/// union" for the "Union of Lock Keepers").
pub(in crate::track) fn handle(key: &str) -> &str {
    let words = || key.split(' ');
    words().skip(1).position(is_preposition).and_then(|at| words().nth(at)).or_else(|| words().next_back()).unwrap_or(key)
}

fn is_preposition(word: &str) -> bool {
    closed::classes(word).has(Class::Preposition)
}

/// "union" is the head of "union of lock keepers".
fn is_head(long: &str, short: &str) -> bool {
    wordwise::begins(long, short) && long[short.len()..].split_whitespace().next().is_some_and(is_preposition)
}

/// Two names, as they are compared, mean one source.
pub(in crate::track) fn are_one(left: &str, right: &str, is_unnamed: bool) -> bool {
    match is_unnamed {
        _ if left == right => true,
        _ if left == NARRATOR || right == NARRATOR => false,
        true => alike_names(left, right),
        false => [(left, right), (right, left)].iter().any(|(long, short)| ends_in(long, short) || is_head(long, short)),
    }
}

/// Letters that a name has at least, so that one more or less can be a slip.
const SLIP: usize = 4;

/// Two spellings of one name: word by word the same, or one letter put in, left out, changed or swapped with its neighbour.
pub(in crate::track) fn is_slip(left: &str, right: &str) -> bool {
    let (left_words, right_words): (Vec<&str>, Vec<&str>) = (left.split(' ').collect(), right.split(' ').collect());
    let is_near = |(left, right): (&&str, &&str)| left == right || one_letter_apart(left, right);
    left != right && left_words.len() == right_words.len() && left_words.iter().zip(&right_words).all(is_near)
}

/// Two names of the same number of words, at least two, that share a word and differ in one pair, for which `is_mended` holds.
pub(in crate::track) fn is_other_form(left: &str, right: &str, is_mended: impl Fn(&str, &str) -> bool) -> bool {
    let words = || left.split(' ').zip(right.split(' '));
    let mut apart = words().filter(|(left, right)| left != right);
    let Some((old, new)) = apart.next() else { return false };
    apart.next().is_none() && left.split(' ').count() == right.split(' ').count() && words().count() > 1 && is_mended(old, new)
}

/// The words of two names that differ, so that "Leon Marsk" and "Marsk" mended alike are one thing to be told.
pub(in crate::track) fn mended(left: &str, right: &str) -> (String, String) {
    let apart = left.split(' ').zip(right.split(' ')).filter(|(left, right)| left != right);
    let (left, right): (Vec<&str>, Vec<&str>) = apart.unzip();
    (left.join(" "), right.join(" "))
}

fn one_letter_apart(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().min(right.len()) < SLIP || left.len().abs_diff(right.len()) > 1 {
        return false;
    }
    let before = left.iter().zip(&right).take_while(|(left, right)| left == right).count();
    let (left, right) = (&left[before..], &right[before..]);
    let after = left.iter().rev().zip(right.iter().rev()).take_while(|(left, right)| left == right).count();
    match (&left[..left.len() - after], &right[..right.len() - after]) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([one, two], [other_two, other_one]) => one == other_one && two == other_two,
        _ => false,
    }
}

/// Two letters that stand beside each other changed places: "oeprator".
pub(in crate::track) fn is_transposed(left: &str, right: &str) -> bool {
    let apart: Vec<usize> =
        left.bytes().zip(right.bytes()).enumerate().filter(|(_, (one, other))| one != other).map(|(at, _)| at).collect();
    let [first, last] = apart[..] else { return false };
    let (left, right) = (left.as_bytes(), right.as_bytes());
    left.len() == right.len() && last == first + 1 && left[first] == right[last] && left[last] == right[first]
}

/// Descriptions of unnamed people that share more words than they do not.
pub(in crate::track) fn alike_names(left: &str, right: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let mut words: Vec<String> = name
            .split(|next: char| !next.is_alphanumeric())
            .filter(|word| !word.is_empty() && closed::classes(word).is_open())
            .map(str::to_owned)
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let (left, right) = (words(left), words(right));
    let shared = left.iter().filter(|word| right.contains(word)).count();
    shared * 4 >= (left.len() + right.len() - shared) * 3
}
