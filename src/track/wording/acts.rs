//! A verb that carries one act put for one that carries another: "demanded" that became "welcomed", "rejected" that became "agreed to".
//! Read off the words alone, for the sentences from which no claim was made.

use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::words;
use crate::model::Act;
use crate::track::read::features::Voice;
use crate::track::read::words::Word;

/// The act of the verb at `at`, with how many words carry it: "rule out", "call for".
pub(in crate::track) fn act_at(words: &[Word], at: usize) -> Option<(Act, usize)> {
    // "Turned down" is one word here.
    let lower = words[at].lower();
    let (head, joined) = lower.split_once(' ').map_or((lower, None), |(head, joined)| (head, Some(joined)));
    let after = || joined.into_iter().chain(words[at + 1..].iter().map(|word| &*word.form));
    let follows = |rest: &[&str]| {
        let mut after = after();
        rest.iter().all(|wanted| after.next().is_some_and(|word| word.eq_ignore_ascii_case(wanted)))
    };
    let cue = words::look_up(head).cues().find(|cue| cue.part == Part::Verb && follows(&cue.rest))?;
    let length = 1 + cue.rest.len() - usize::from(joined.is_some() && !cue.rest.is_empty());
    (!words[at].is_quoted).then_some((cue.act, length))
}

/// Who did the one and does the other now does another thing, and does not merely put it otherwise. Who only says or hopes it may do so
/// with more force or with less.
pub(in crate::track) fn is_another_act(one: Act, other: Act) -> bool {
    let does = |act| !matches!(act, Act::State | Act::Expect);
    let is_other = Voice::of(one) != Voice::of(other) || one.contraries().contains(&other) || one.likes_what_dislikes(other);
    does(one) && does(other) && is_other
}

/// An act and the words that carry it.
type Worded<'w> = (Act, &'w [Word]);

/// The verbs of two sentences that are else the same, where they carry other acts.
pub(in crate::track) fn act_for_act<'w>(before: &'w [Word], after: &'w [Word]) -> Option<[Worded<'w>; 2]> {
    let is_one = |(left, right): &(&Word, &Word)| left.stem() == right.stem();
    let begin = before.iter().zip(after).take_while(is_one).count();
    let room = before.len().min(after.len()) - begin;
    let end = before.iter().rev().zip(after.iter().rev()).take_while(is_one).count().min(room);
    let tells = |words: &[Word]| words.iter().any(|word| !word.is_function);
    if !tells(&before[..begin]) || !tells(&before[before.len() - end..]) {
        return None;
    }
    let (was, is) = (only_act(&before[begin..before.len() - end])?, only_act(&after[begin..after.len() - end])?);
    is_another_act(was.0, is.0).then_some([was, is])
}

/// The act of the words, which are nothing but one verb with its helpers.
fn only_act(words: &[Word]) -> Option<Worded<'_>> {
    // "MPs back plan": a small word elsewhere.
    let is_verb = |at: &usize| act_at(words, *at).is_some();
    let head = words.iter().position(|word| !word.is_function).or_else(|| (0..words.len()).find(is_verb))?;
    let (act, length) = act_at(words, head)?;
    let helps = |word: &Word| word.is_function && !word.classes().has(Class::Negation);
    let (lead, rest) = (&words[..head], &words[head + length..]);
    (lead.iter().all(helps) && rest.iter().all(helps)).then(|| (act, &words[head..head + length]))
}
