//! What is to come in one wording and done in the other: "will resign", "has resigned".

use crate::lexicon::words::Role;
use crate::track::read::words::Word;

/// The verb as it is put in either wording, where one says that it will be done and the other that it has been. Each wording comes with its
/// words that the other has not.
pub(in crate::track) fn done((gone, before): (&[Word], &[Word]), (come, after): (&[Word], &[Word])) -> Option<(String, String)> {
    let came = (put(gone, before, Role::ToCome), put(come, after, Role::Have));
    let went = (put(gone, before, Role::Have), put(come, after, Role::ToCome));
    [came, went]
        .into_iter()
        .filter_map(|(was, is)| was.zip(is))
        .find(|(was, is)| was.verb.root() == is.verb.root())
        .map(|(was, is)| (was.shown(), is.shown()))
}

/// A verb with the word that says when.
struct Put<'w> {
    helper: &'w Word,
    verb: &'w Word,
}

impl Put<'_> {
    fn shown(&self) -> String {
        format!("{} {}", self.helper.form, self.verb.form)
    }
}

/// The first of `own` with the role, and the verb behind it among `words`.
fn put<'w>(own: &[Word], words: &'w [Word], role: Role) -> Option<Put<'w>> {
    let is = |word: &Word, role| word.looked_up().is(role);
    let first = own.iter().find(|word| word.is_content && !word.is_quoted && is(word, role))?;
    let at = words.iter().position(|word| word.span == first.span)?;
    // "will have resigned" is neither.
    let next = words.get(at + 1).filter(|next| !is(next, Role::Have))?;
    let verb = std::iter::once(next).chain(&words[at + 2..]).take(HELPERS).find(|word| !word.is_function)?;
    Some(Put { helper: &words[at], verb })
}

/// Words behind "will" or "has" among which the verb stands: "will not have been".
const HELPERS: usize = 4;
