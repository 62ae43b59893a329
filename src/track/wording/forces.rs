//! With how much force a wording is put: words and phrases of force and of grade that came or went, and verbs of saying put for others.

use super::substance::qualifies;
use super::{Difference, Side, denies, graded};
use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::model::Act;
use crate::track::read::words::Word;

/// Finds the force gained or lost, and the words that did it.
pub(super) fn weigh(gone: &[Word], come: &[Word], before: Side<'_>, after: Side<'_>, out: &mut Difference) {
    // What changed inside quotation marks is told as that.
    let in_quote = out.quote;
    let counts = move |word: &&Word| !(word.is_name || in_quote && word.is_quoted);
    let ((lost, mut old), (gained, mut new)) = (forces(gone, before, after, &counts), forces(come, after, before, &counts));
    let told_apart = |words: &[Word]| words.iter().filter(counts).cloned().collect::<Vec<Word>>();
    let (graver, milder_words, graver_words) = graded::shift((&told_apart(gone), before), (&told_apart(come), after));
    name_once(&mut old, milder_words);
    name_once(&mut new, graver_words);
    out.verbs = verbs_put_for_others((gone, before), (come, after));
    // How strongly it is put matters less than what is said: "accuses it of leaving", "alleges that it knowingly left".
    let said = gained - lost + graver;
    out.verbs = if said.signum() * out.verbs < 0 { 0 } else { out.verbs };
    out.force = said + out.verbs;
    // What is no doubt may have been read as one, and doubt in other words is told by them.
    let is_able = |words: &[Word]| words.iter().any(|word| matches!(force::of(&word.form, word.stem()), Some((Sort::Ability, _))));
    // A plain verb of saying that merely came or went ("adding that") is no doubt either.
    let is_plain = |form: &String| {
        let mut words = gone.iter().chain(come).filter(|word| *word.form == **form);
        words.any(|word| matches!(force::of(&word.form, word.stem()), Some((Sort::Verb, PLAIN))))
    };
    let is_told = !old.is_empty() && !new.is_empty() || old.iter().chain(&new).any(|form| !is_plain(form));
    let is_worded = is_told && !tells_cue(before, after) && !tells_cue(after, before);
    if out.force == 0 && is_worded && before.is_hedged != after.is_hedged && !is_able(gone) && !is_able(come) {
        out.force = if after.is_hedged { -1 } else { 1 };
    }
    if out.force != 0 {
        out.force_words = format!("{} → {}", or_nothing(&old), or_nothing(&new));
    }
}

/// The force of those of `words` that count, which `other` has not, and of the phrases that `said` alone has; and all of these. Verbs of
/// saying are named and not weighed here.
fn forces(words: &[Word], said: Side<'_>, other: Side<'_>, counts: &dyn Fn(&&Word) -> bool) -> (i32, Vec<String>) {
    let known = words.iter().filter(|word| counts(word)).filter_map(|word| match force::of(&word.form, word.stem()) {
        Some((Sort::Qualifier, _)) | None => None,
        Some((Sort::Ability, _)) if is_denied(word, said) => None,
        Some((Sort::Respite, _)) if !said.words.iter().any(denies) => None,
        Some((Sort::Condition, _)) if is_asked(word, said) => None,
        Some((Sort::Verb, WEAKEST)) if is_belief(word, said) => Some((-1, word.form.to_string())),
        Some((Sort::Verb, _)) => Some((0, word.form.to_string())),
        Some((Sort::Booster, force)) if is_in_denial(word, said) => Some((-force, word.form.to_string())),
        Some((_, force)) => Some((force, word.form.to_string())),
    });
    let phrases = force::phrases_begun(said.words.iter().map(|word| &*word.form))
        .filter(|phrase| says(said.words, phrase, counts) && !says(other.context, phrase, &|_| true))
        .filter(|phrase| !is_put_with_another_form(phrase, words, said) && !is_of_number(phrase, said.words));
    let phrases = phrases.map(|phrase| (phrase.force, phrase.words.join(" ")));
    known.chain(phrases).fold((0, Vec::new()), |(sum, mut forms), (force, form)| {
        // Of "fears" and "fears that" the longer is named.
        forms.retain(|known: &String| !form.split(' ').any(|part| part == known));
        forms.push(form);
        (sum + force, forms)
    })
}

/// The force gained by verbs of saying that were put for others. One on one side only is a wording (a cue moved or left out). What the
/// other wording says it with may stand in the first, as another's: "said … and warned", "said … and said".
fn verbs_put_for_others((gone, before): (&[Word], Side<'_>), (come, after): (&[Word], Side<'_>)) -> i32 {
    let is_cue = |words: &[Word]| words.iter().any(|word| word.is_cue && verb_force(std::slice::from_ref(word)).is_some());
    let put_for = |words: &[Word], own: Side<'_>, other: Side<'_>| {
        let cues = || other.words.iter().filter(|word| word.is_cue).cloned();
        if is_cue(words) && !tells_cue(own, other) { verb_force(&cues().collect::<Vec<Word>>()) } else { None }
    };
    let weaker = verb_force(gone).or_else(|| put_for(come, after, before));
    weaker.zip(verb_force(come).or_else(|| put_for(gone, before, after))).map_or(0, |(gone, come)| come - gone)
}

/// "Added that it expects rain", "expects rain": what the other wording says it with is what is said in this one.
fn tells_cue(own: Side<'_>, other: Side<'_>) -> bool {
    let told = |verb: &Word| own.words.iter().any(|word| word.is_content && !word.is_cue && word.root() == verb.root());
    let mut cues = other.words.iter().filter(|word| word.is_cue && !word.is_function).peekable();
    cues.peek().is_some() && cues.all(told)
}

/// The words of the phrase stand one after the other.
fn says(words: &[Word], phrase: &force::Phrase, counts: &dyn Fn(&&Word) -> bool) -> bool {
    let is_here =
        |here: &[Word]| here.iter().zip(&phrase.words).all(|(word, other)| counts(&word) && word.form.eq_ignore_ascii_case(other));
    words.windows(phrase.words.len()).any(is_here)
}

/// "is alleged to have", "allegedly": of a phrase that leads on from one word, that word stands in the other wording too.
fn is_put_with_another_form(phrase: &force::Phrase, words: &[Word], said: Side<'_>) -> bool {
    let [first, _] = phrase.words[..] else { return false };
    let is_first = |word: &&Word| !word.is_function && word.form.eq_ignore_ascii_case(first);
    said.words.iter().any(|word| is_first(&word)) && !words.iter().any(|word| is_first(&word))
}

/// "A little under 40": the phrase says how exact a number is.
fn is_of_number(phrase: &force::Phrase, words: &[Word]) -> bool {
    let is_here = |here: &[Word]| here.iter().zip(&phrase.words).all(|(word, other)| word.form.eq_ignore_ascii_case(other));
    let mut places = words.windows(phrase.words.len()).filter(|here| is_here(here));
    places.any(|here| here.iter().all(|word| qualifies(word, words)))
}

/// "could not": nobody is able to, which is no doubt.
fn is_denied(modal: &Word, said: Side<'_>) -> bool {
    let next = said.context.iter().skip_while(|word| word.span != modal.span).nth(1);
    next.is_some_and(denies)
}

/// "asked if", "even if": no condition begins here.
fn is_asked(condition: &Word, said: Side<'_>) -> bool {
    let before = said.context.iter().take_while(|word| word.span != condition.span).last();
    before.is_some_and(|before| before.wording().asks)
}

/// "Denied knowingly misleading", "had not deliberately misled": what is denied is less with the word than without it.
pub(super) fn is_in_denial(booster: &Word, said: Side<'_>) -> bool {
    let denies_content = |word: &Word| word.is_cue && word.looked_up().cues().any(|cue| cue.negative);
    let Some(at) = said.words.iter().position(|own| own.span == booster.span).filter(|_| booster.is_content) else { return false };
    let is_denied = || said.words[at.saturating_sub(DENIED)..at].iter().any(denies) || said.words.iter().any(denies_content);
    !denies(booster) && is_denied()
}

/// Words before one among which what denies it stands: "had never once knowingly".
const DENIED: usize = 3;

/// "She thought that she saw a light": what is said is what somebody believes or hopes.
fn is_belief(verb: &Word, said: Side<'_>) -> bool {
    let Some(at) = said.words.iter().position(|own| own.span == verb.span).filter(|_| verb.is_content && !verb.is_cue) else {
        return false;
    };
    let is_person = |word: &Word| {
        let classes = word.classes();
        classes.has(Class::Pronoun) && !classes.has(Class::Determiner) && !classes.has(Class::Relative)
    };
    at > 0 && is_person(&said.words[at - 1])
}

/// The force of verbs that only believe, hope or suggest.
const WEAKEST: i32 = 1;

/// The force of verbs that merely say.
const PLAIN: i32 = 2;

/// Of the strongest verb of saying; who "refused to admit" does what the refusal does.
fn verb_force(words: &[Word]) -> Option<i32> {
    let is_refusal = |word: &&Word| word.is_cue && word.looked_up().cues().any(|cue| cue.act == Act::Reject);
    let verb = |word: &Word| force::of(&word.form, word.stem()).filter(|(sort, _)| *sort == Sort::Verb).map(|(_, force)| force);
    let said = || words.iter().filter(|word| !word.is_quoted);
    said().filter(is_refusal).filter_map(verb).max().or_else(|| said().filter_map(verb).max())
}

/// Puts behind `named` those of `words` that it does not name, by themselves or in a phrase.
fn name_once(named: &mut Vec<String>, words: Vec<String>) {
    named.dedup();
    for word in words {
        if !named.iter().any(|known| known.split(' ').any(|part| part == word)) {
            named.push(word);
        }
    }
}

fn or_nothing(words: &[String]) -> String {
    if words.is_empty() { "no such word".to_owned() } else { format!("“{}”", words.join(" ")) }
}
