//! How far a demand, a promise, a charge or a denial goes by other words than those that have force of their own: by when it is to be done,
//! what else is charged, and whether what is denied is called a lie.
//!
//! Known failure: whom else a charge blames ("and his brother") counts like what else it charges, where that ends it.

use crate::lexicon::closed::{self, Class};
use crate::lexicon::quantities;
use crate::lexicon::wording::wording;
use crate::lexicon::words::{self, Role};
use crate::model::Act;
use crate::track::read::features::{Said, Voice};
use crate::track::read::words::Word;

/// Words between what leads to a date and the date: "by the end of next".
const LEAD: usize = 5;

/// How much further the later wording goes (below 0: less far), with the words that do it. Each comes with those that the other has not.
pub(super) fn gained((gone, before): (&[Word], &Said), (come, after): (&[Word], &Said)) -> Option<(i32, String)> {
    if before.voice != after.voice {
        return None;
    }
    let (lost, won) = match after.voice {
        Voice::Asks | Voice::Commits => (deadline(gone, before, after), deadline(come, after, before)),
        // Another's charge is another thing to deny.
        Voice::Refuses if before.target.key != after.target.key => (None, None),
        Voice::Refuses => (scorn(before), scorn(after)),
        Voice::Says if before.found == after.found && matches!(after.found, Act::Accuse | Act::Condemn) => {
            (addition(gone, before, come), addition(come, after, gone))
        }
        Voice::Says => (None, None),
    };
    match (lost, won) {
        (None, Some(won)) => Some((1, format!("no such word → “{won}”"))),
        (Some(lost), None) => Some((-1, format!("“{lost}” → no such word"))),
        _ => None,
    }
}

/// "By Friday", "within 48 hours", "before the end of May": by when it is to be done, where the other wording says no such thing.
fn deadline(own: &[Word], said: &Said, other: &Said) -> Option<String> {
    let bound = |said: &Said, date: &Word| {
        let at = said.words.iter().position(|word| word.span == date.span)?;
        let leads = |word: &Word| words::look_up(&word.form.to_lowercase()).is(Role::By) || wording(&word.form.to_lowercase()).bound;
        let lies_between = |word: &Word| word.is_function || word.is_count || word.is_calendar || leads(word);
        let first = (at.saturating_sub(LEAD)..at)
            .rev()
            .take_while(|at| lies_between(&said.words[*at]))
            .filter(|at| leads(&said.words[*at]))
            .last()?;
        Some(said.words[first..=at].iter().map(|word| &*word.form).collect::<Vec<_>>().join(" "))
    };
    let is_bound = |word: &&Word| is_time(word) && bound(other, word).is_some();
    if other.words.iter().any(|word| is_bound(&word)) {
        return None;
    }
    own.iter().filter(|word| is_time(word)).find_map(|date| bound(said, date))
}

fn is_time(word: &Word) -> bool {
    let parts = wording(&word.form.to_lowercase());
    word.is_calendar || parts.period || parts.moment || quantities::is_time(&word.form)
}

/// "Called it a lie": what is denied is false, which "denied" alone does not say.
fn scorn(said: &Said) -> Option<String> {
    said.words.iter().find(|word| wording(&word.form.to_lowercase()).scorn).map(|word| word.form.to_string())
}

/// "And unlawful": what was added at the end of what is said, where nothing else differs.
fn addition(own: &[Word], said: &Said, other: &[Word]) -> Option<String> {
    let (first, last) = (own.first()?, said.words.iter().rposition(|word| word.is_content)?);
    let at = said.words.iter().position(|word| word.span == first.span)?;
    let is_end = at + own.len() == last + 1 && said.words[last].span == own[own.len() - 1].span;
    let is_addition = closed::classes(&first.form).has(Class::Conjunction) && own.iter().any(|word| !word.is_function);
    (other.is_empty() && is_end && is_addition).then(|| own.iter().map(|word| &*word.form).collect::<Vec<_>>().join(" "))
}
