//! Who says it and at whom it is aimed, in the two wordings of a thread that stands in both versions.

use super::described;
use super::kept::{MENDED, PairChange};
use crate::lexicon::closed::Class;
use crate::lexicon::inflect;
use crate::lexicon::quantities;
use crate::lexicon::wording::wording;
use crate::model::{Act, ChangeKind};
use crate::text::wordwise;
use crate::track::pair::speakers::{is_called_alike, is_renamed};
use crate::track::read::features::{self, Said};
use crate::track::read::words::{Word, joined};
use crate::track::read::{aliases, names};
use crate::track::wording::mended;

/// What happened to the two, and whether a name of one is a slip of the pen put right.
pub(super) fn changes(from: &Said, to: &Said) -> (Vec<PairChange>, bool) {
    let mut out = Vec::new();
    let slip = slip(from, to);
    if let Some((old, new)) = &slip {
        let (old, new) = names::mended(old, new);
        if !old.is_empty() || !new.is_empty() {
            out.push(PairChange::shown(&old, &new));
        }
    } else if target_differs(from, to) {
        out.push(aimed(&from.target.name, &to.target.name));
    }
    if in_other_number(from, to) {
        let why = format!("{} said it before, {} says it now", from.source.name, to.source.name);
        out.push(PairChange::plain(ChangeKind::SourceChanged, why));
    }
    out.extend(aimed_at_nobody(from, to).map(|name| aimed(name, NOBODY)));
    out.extend(aimed_at_nobody(to, from).map(|name| aimed(NOBODY, name)));
    out.extend(described(from, to).or_else(|| standing(from, to).map(|(old, new)| PairChange::shown(&old, &new))));
    (out, slip.is_some())
}

fn aimed(old: &str, new: &str) -> PairChange {
    PairChange::plain(ChangeKind::TargetChanged, format!("aimed at {old} before, at {new} now"))
}

/// The name of source or target in two spellings, or half of it put for another.
fn slip<'s>(from: &'s Said, to: &'s Said) -> Option<(&'s str, &'s str)> {
    // A letter mended in a common noun is spelling.
    let is_typo = |old: &str, new: &str| !from.source.is_named && !to.source.is_named && names::is_transposed(old, new);
    let is_slip = |old: &str, new: &str| names::is_slip(old, new) && !is_typo(old, new);
    let of_source = (is_slip(&from.source.key, &to.source.key) && !in_other_number(from, to)) || is_renamed(from, to);
    let of_target = is_slip(&from.target.key, &to.target.key) && !are_other_number(&from.target.key, &to.target.key);
    match (of_source, of_target) {
        (true, _) => Some((&from.source.name, &to.source.name)),
        (false, true) => Some((&from.target.name, &to.target.name)),
        (false, false) => None,
    }
}

/// Words of an office that are shown.
const OFFICE: usize = 4;

/// "deputy coroner" that became "coroner", or the reverse, in the words that name the source: how an office is held.
fn standing(from: &Said, to: &Said) -> Option<(String, String)> {
    if from.is_unaltered(to) {
        return None;
    }
    let dropped = |one: &Said, other: &Said| {
        let at = one.words.iter().position(|word| word.is_mention && word.wording().standing)?;
        let office = one.words[at..].iter().take(OFFICE).take_while(|word| word.is_mention && !word.is_function);
        let office: Vec<&Word> = without_holder(office.collect());
        let (held, post) = office.split_first().filter(|(_, post)| !post.is_empty())?;
        let stays = |words: &[Word]| words.iter().zip(post).all(|(word, own)| word.stem() == own.stem());
        let is_there = other.context().windows(post.len()).any(stays) && other.context().iter().all(|word| word.stem() != held.stem());
        let shown = |words: &[&Word]| joined(words.iter().copied());
        is_there.then(|| (shown(&office), shown(post)))
    };
    dropped(from, to).or_else(|| dropped(to, from).map(|(new, old)| (old, new)))
}

/// "Her brother, Tom Orr," that became "Her husband, Tom Orr,", "transport minister Tom Orr" that became "fisheries minister Tom Orr": one
/// word of what the source is, beside the same name.
fn described(from: &Said, to: &Said) -> Option<PairChange> {
    if !from.source.is_named || from.source.key != to.source.key {
        return None;
    }
    let names = other_name(from, to).zip(other_name(to, from));
    if let Some(((old, _), (new, _))) = names.filter(|((_, old), (_, new))| old == new) {
        return Some(PairChange::shown(&old, &new));
    }
    let is_cut = |(old, new): &(String, String)| names::one_ends_in_other(&in_full(old), &in_full(new));
    let posts = post(from, to).zip(post(to, from)).filter(|(old, new)| described::are_posts(old, new));
    // Where more differs, other words may tell the same of whoever speaks.
    let are_offices = |(old, new): &(String, String)| is_office(old) && is_office(new) || from.gist == to.gist;
    if let Some((old, new)) = posts.filter(|posts| !is_cut(posts) && are_offices(posts)) {
        return Some(PairChange::shown(&old, &new));
    }
    told_of_source(from, to).or_else(|| beside_source(from, to))
}

/// A relative put for another, or a post, by the only word of what the source is that the other wording has not.
fn told_of_source(from: &Said, to: &Said) -> Option<PairChange> {
    let (old, new) = sole_mention(from, to).zip(sole_mention(to, from))?;
    // "ex-wife"
    let is_relative = |form: &str| form.rsplit('-').next().is_some_and(quantities::is_relative);
    let is_kin = |(word, _): &(&Word, &Word)| is_relative(word.lower());
    if is_kin(&old) && is_kin(&new) {
        return Some(PairChange::shown(&old.0.form, &new.0.form));
    }
    let is_title = old.1.wording().title && old.1.stem() == new.1.stem();
    let post = |(word, title): (&Word, &Word)| format!("{} {}", word.form, title.form);
    is_title.then(|| PairChange { values: Some((post(old), post(new))), ..PairChange::mended(&old.0.form, &new.0.form) })
}

/// "Ida Brun, who runs a bakery," that became "who runs a brewery": a word of what is told of the source besides.
fn beside_source(from: &Said, to: &Said) -> Option<PairChange> {
    let beside = |said: &Said| {
        let is_own = |word: &Word, text: &str| text.split(' ').any(|own| word.form.eq_ignore_ascii_case(own));
        let words = said.words.iter().filter(|word| word.is_mention && !word.is_content && is_own(word, &said.source.text));
        words.skip_while(|word| !is_own(word, &said.source.key)).skip_while(|word| is_own(word, &said.source.key)).cloned().collect()
    };
    let (before, after): (Vec<Word>, Vec<Word>) = (beside(from), beside(to));
    // A number is told as a figure.
    let [old, new] = mended(&before, &after).filter(|put| !put.iter().any(|words| words.iter().any(|word| word.is_count)))?;
    Some(PairChange { extra: MENDED, ..PairChange::shown(&joined(old), &joined(new)) })
}

/// "Chief executive Ida Brun", "its chairman, Ida Brun": the words right before the name that the other wording has not.
fn post(one: &Said, other: &Said) -> Option<String> {
    let words = &one.words;
    let first = one.source.key.split(' ').next()?;
    let name = words.iter().position(|word| word.is_mention && word.form.eq_ignore_ascii_case(first))?;
    let begin = words[..name].iter().rposition(|word| !is_gone_mention(word, other)).map_or(0, |before| before + 1);
    let post = &words[begin..name];
    (1..=OFFICE).contains(&post.len()).then(|| joined(post))
}

/// "Chief executive"
fn is_office(post: &str) -> bool {
    wording(&post.rsplit(' ').next().unwrap_or_default().to_lowercase()).title
}

/// "Cmdr" is "commander".
fn in_full(post: &str) -> String {
    let full = |word: &str| wording(word).title_in_full.unwrap_or(word).to_owned();
    post.to_lowercase().split(' ').map(|word| full(word.trim_end_matches('.'))).collect::<Vec<_>>().join(" ")
}

/// Words of a name that stands in what is told of a source.
const NAME: usize = 4;

/// "Ann Brook, who leads the Dairy Union,": the name that is told of the source and that the other wording has not, where no other word is
/// gone from what names it; and the stems beside it.
fn other_name<'s>(one: &'s Said, other: &Said) -> Option<(String, [Option<&'s str>; 2])> {
    let words = &one.words;
    let gone: Vec<usize> = (0..words.len()).filter(|at| is_gone_mention(&words[*at], other)).collect();
    let (first, last) = (*gone.first()?, *gone.last()?);
    // Whom it is aimed at is told as that.
    let is_own =
        |word: &Word| [&one.source.key, &one.target.text].iter().any(|key| key.split(' ').any(|own| word.form.eq_ignore_ascii_case(own)));
    let is_name = |word: &Word| word.is_name && !word.is_calendar && !word.wording().title && !is_own(word);
    // "The Chamber of Bell Weighers": small words join the parts of one name.
    let joins = |at: &usize| words[*at].is_function && words[*at].is_mention;
    if gone.len() > NAME || !(first..=last).all(|at| gone.contains(&at) && is_name(&words[at]) || joins(&at)) {
        return None;
    }
    let is_parted = last - first + 1 > gone.len();
    let rest = words[last + 1..].iter().take_while(|word| is_parted && word.is_mention && is_name(word)).count();
    let last = last + rest;
    let stem = |at: Option<usize>| at.and_then(|at| words.get(at)).filter(|word| word.is_mention).map(|word| &**word.stem());
    let shown = joined(&words[first..=last]);
    Some((shown, [stem(first.checked_sub(1)), stem(Some(last + 1))]))
}

/// It names the source or says what it is, and the other wording has it not.
fn is_gone_mention(word: &Word, other: &Said) -> bool {
    word.is_mention && !word.is_function && other.context().iter().all(|there| there.stem() != word.stem())
}

/// The only word that names the source or says what it is and that the other wording has not, with the word after it.
fn sole_mention<'s>(one: &'s Said, other: &Said) -> Option<(&'s Word, &'s Word)> {
    let mut gone = (0..one.words.len()).filter(|at| is_gone_mention(&one.words[*at], other));
    let at = gone.next().filter(|_| gone.next().is_none())?;
    one.words.get(at).zip(one.words.get(at + 1))
}

/// "deputy defence minister" without the name of who that is.
fn without_holder(mut office: Vec<&Word>) -> Vec<&Word> {
    let is_office = |word: &&Word| !word.is_name || word.wording().title;
    let end = office.iter().rposition(is_office).map_or(0, |last| last + 1);
    office.truncate(end);
    office
}

/// How a reason names the target of a claim without one.
const NOBODY: &str = "nobody";

/// Least likeness of two wordings that say the same of somebody and of nobody.
const ALIKE: f64 = 0.6;

/// Whom one wording names for what it says was done ("Police shot a man"), where the other says the same of nobody ("a man was shot").
fn aimed_at_nobody<'s>(one: &'s Said, other: &Said) -> Option<&'s str> {
    let named: Vec<&Word> = one.words.iter().filter(|word| word.is_mention && word.is_content && !word.is_function).collect();
    let is_named = |word: &&&Word| other.context().iter().any(|there| there.root() == word.root());
    let is_left_out = !named.is_empty() && !named.iter().any(|word| is_named(&word)) && other.target.key.is_empty();
    let is_pronoun = |word: &Word| {
        let classes = word.classes();
        classes.has(Class::Pronoun) && !classes.has(Class::Determiner) && !word.is_mention
    };
    let has_pronoun = || other.words.iter().any(is_pronoun);
    let is_same_else = || features::likeness(&one.stems, &other.stems, |_| 1.0) >= ALIKE;
    (is_left_out && one.target.is_own && !one.target.is_vague && !has_pronoun() && is_same_else()).then_some(&*one.target.name)
}

/// "Two officials" that became "an official": nobody by name, and not as many.
fn in_other_number(from: &Said, to: &Said) -> bool {
    from.source.is_unnamed && to.source.is_unnamed && are_other_number(&from.source.key, &to.source.key)
}

/// "Managers" and "manager".
fn are_other_number(old: &str, new: &str) -> bool {
    fn last(key: &str) -> &str {
        key.rsplit(' ').next().unwrap_or_default()
    }
    let is_plural_of = |many: &str, one: &str| many != one && inflect::present(one) == many;
    is_plural_of(last(old), last(new)) || is_plural_of(last(new), last(old))
}

fn target_differs(from: &Said, to: &Said) -> bool {
    let named = |said: &Said| !said.target.key.is_empty() && !said.target.is_vague && said.target.is_own;
    let other_words = from.target.text.is_empty() || from.target.text != to.target.text;
    let is_name = |said: &Said| said.target.name.starts_with(char::is_uppercase);
    // "Pakistan's delegation" and "Pakistan": whose organ it is is aimed at all the same.
    let is_organ = |organ: &Said, owner: &Said| wordwise::begins(&organ.target.key, &owner.target.key);
    let is_part = || from.act == Act::State && (is_organ(from, to) || is_organ(to, from));
    let short = is_name(from) && is_name(to) && (names::one_ends_in_other(&from.target.key, &to.target.key) || is_part());
    // "The central election commission" is "the commission" where it is named in full, too.
    let is_short = |long: &Said, short: &Said| {
        let first = long.target.key.split(' ').next().unwrap_or_default();
        names::ends_in(&long.target.key, &short.target.key) && !short.page.places(first).is_empty()
    };
    let short = short || !(is_name(from) && is_name(to)) && (is_short(from, to) || is_short(to, from));
    let aims_at_itself = |said: &Said| said.target.key == said.source.key;
    let described = |name: &str, other: &str| [from, to].iter().any(|said| aliases::is_described(&said.page, name, other));
    let is_one = || match (is_name(from), is_name(to)) {
        (true, false) => described(&from.target.key, &to.target.key),
        (false, true) => described(&to.target.key, &from.target.key),
        _ => false,
    };
    // Where nobody is accused any more, the accused went with the charge.
    let is_charge = |said: &Said| said.found == Act::Accuse;
    // What aims the one is named in it, and what aims the other was put there by the text around it.
    let is_named = |said: &Said| !said.target.text.is_empty();
    // The same words aim where they aimed, whatever is known of the target elsewhere in the text.
    named(from)
        && named(to)
        && is_named(from) == is_named(to)
        && is_charge(from) == is_charge(to)
        && !from.is_unaltered(to)
        && from.target.key != to.target.key
        && other_words
        && !short
        && !is_called_alike((from, &from.target.text), (to, &to.target.text))
        && ![from, to].into_iter().any(aims_at_itself)
        && !is_one()
}
