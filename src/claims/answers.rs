//! What a denial or rejection answers. "the charge", "that", "an allegation that his office calls …" stand for a claim made
//! before; where that claim is found, the denial takes its content and its id.
//!
//! Nothing is guessed: a denial whose words do not point at a claim of somebody else answers none.
//! Known failure: where two accusations stand before "the charge", the nearer one is taken.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Cue, Part};
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::Tag;
use crate::text::{Span, possessive};

use super::noun::{maker, owner};
use super::scene::{Draft, Scene, Source};

/// How many sentences back "that" can point.
const REACH: usize = 2;

/// How many sentences back "the charge" can point.
const FAR: usize = 12;

/// For each draft the index of the draft that it answers; contents that only point back are replaced by what they point at.
pub(super) fn link(scene: &Scene<'_, '_>, drafts: &mut [Draft]) -> Vec<Option<usize>> {
    let mut out = vec![None; drafts.len()];
    for at in 0..drafts.len() {
        if !is_answer(&drafts[at]) || drafts[at].rule == Rule::CarriedOver {
            continue;
        }
        let Some(pointer) = pointer(scene, &drafts[at]) else { continue };
        if let Some(found) = answered(scene, drafts, at, &pointer) {
            out[at] = Some(found);
            // "She alleged that it leaked. The firm rejected it.": no offer.
            let near = drafts[found].candidate.clause.sentence + 1 >= drafts[at].candidate.clause.sentence;
            if near && pointer.stands_alone && drafts[at].act == Act::Reject && drafts[found].act == Act::Accuse {
                drafts[at].act = Act::Deny;
            }
            let holds = |piece: &Span| drafts[at].content.iter().any(|whole| whole.contains(*piece));
            let replaces = pointer.stands_alone && !drafts[found].content.iter().all(holds);
            if replaces && (drafts[at].evaluates || drafts[at].candidate.cue.act != Act::State) {
                let taken = drafts[found].content.clone();
                drafts[at].pointer = std::mem::replace(&mut drafts[at].content, taken);
            }
        }
    }
    out
}

/// The words of a denial that stand for somebody's claim.
pub(super) struct Pointer {
    /// Its tokens.
    pub words: Range<usize>,
    /// It names the claim as "the charge" or "that", or by a pronoun ("any knowledge of it").
    pub points_back: bool,
    /// It does so and no more.
    pub stands_alone: bool,
    /// It does so by a pronoun, which only an accusation answers to.
    pub is_guess: bool,
    /// It is a "not" and no verb of its own: "they had not".
    pub is_elliptic: bool,
    /// What the claim says was done, by a word of it without its ending: "the charge of shelling".
    pub deed: Option<usize>,
    /// It calls the claim an accusation.
    pub accuses: bool,
}

pub(super) fn pointer(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Pointer> {
    let span = *draft.content.first()?;
    let words = scene.document.tokens_in(span);
    let charge = words.clone().find(|at| scene.tags[*at].is(Role::Charge) && scene.tags[*at].tag != Tag::Verb);
    let bare = words.len() <= 1
        && words.clone().next().is_some_and(|at| {
            matches!(scene.tags[at].tag, Tag::Pronoun | Tag::Relative | Tag::Complementiser | Tag::Determiner)
                || scene.tags[at].is(Role::Points)
        });
    let elliptic = is_elliptic(scene, draft, words.clone());
    let bare = bare || elliptic || is_adjoined(scene, words.clone()) || is_found_untrue(scene, draft, words.clone());
    // "called that a lie", "dismissed that as a rumour"
    let stands = |at: usize| matches!(scene.tags[at].tag, Tag::Pronoun | Tag::Complementiser | Tag::Determiner);
    let valued = |at: usize| {
        let next = scene.tags.get(at);
        next.is_some_and(|next| next.is(Role::As) || draft.evaluates && matches!(next.tag, Tag::Determiner | Tag::Quote))
    };
    let bare = bare || words.clone().next().is_some_and(|at| stands(at) && valued(at + 1));
    let short = charge.is_some_and(|at| words.end <= at + 1 || draft.evaluates);
    // "any knowledge of them", "involvement in it"
    let takes_up = |at: usize| scene.tags[at].is(Role::Object) && !scene.tags[at].is(Role::Reflexive) && !scene.tags[at].is(Role::First);
    let last = words.end.checked_sub(1).filter(|last| words.len() > 1 && words.len() <= NAMES && takes_up(*last));
    let knows = draft.candidate.cue.act == Act::Deny && last.is_some_and(|last| scene.tags[last - 1].tag == Tag::Preposition);
    let valued = charge.is_some_and(|at| scene.before(at + 1, words.end).is_some_and(|next| next.is(Role::As)));
    let stands_alone = bare || short;
    let deed = charge.and_then(|at| charged_deed(scene, at, words.end));
    (charge.is_some() || bare || knows).then_some(Pointer {
        words,
        points_back: stands_alone || valued || knows || deed.is_some(),
        stands_alone,
        is_guess: elliptic || knows && charge.is_none() && !stands_alone,
        is_elliptic: elliptic,
        deed,
        accuses: charge.and_then(|at| noun_row(scene, at)).is_some_and(|row| row.act == Act::Accuse),
    })
}

/// "said they had not", "said it did not": a denial of what was said before, which has the verb.
fn is_elliptic(scene: &Scene<'_, '_>, draft: &Draft, words: Range<usize>) -> bool {
    let mut left = words.filter(|at| scene.tags[*at].tag != Tag::Complementiser && scene.document.tokens[*at].is_wordlike());
    let begins = left.next().is_some_and(|at| scene.tags[at].tag == Tag::Pronoun);
    let helps = |at: usize| scene.tags[at].tag == Tag::Auxiliary || scene.tags[at].classes.has(Class::Negation);
    draft.act == Act::Deny && draft.candidate.cue.act == Act::State && begins && left.all(helps)
}

/// "the charge of shelling": what is said to have been done.
fn charged_deed(scene: &Scene<'_, '_>, charge: usize, end: usize) -> Option<usize> {
    let of = scene.before(charge + 1, end).filter(|of| of.is(Role::Of));
    let deed = charge + 2;
    (of.is_some() && deed < end && stem(&scene.lower[deed]).is_some()).then_some(deed)
}

/// "shelling" without its ending, where enough is left to know it by.
fn stem(deed: &str) -> Option<&str> {
    deed.strip_suffix("ing").filter(|stem| stem.len() > 2)
}

/// "The army shelled it", "the charge of shelling": the draft says what the charge is of, where it is of a deed.
fn tells_of(scene: &Scene<'_, '_>, draft: &Draft, pointer: &Pointer) -> bool {
    let Some(deed) = pointer.deed.and_then(|deed| stem(&scene.lower[deed])) else { return true };
    let tokens = draft.content.iter().flat_map(|piece| scene.document.tokens_in(*piece));
    tokens.take(NAMED_WITHIN).any(|at| scene.lower[at].starts_with(deed))
}

/// "rejected it at the time", "denied it on Friday": a pronoun, and when or where.
fn is_adjoined(scene: &Scene<'_, '_>, words: Range<usize>) -> bool {
    let it = scene.tags.get(words.start).filter(|it| it.tag == Tag::Pronoun && !it.is(Role::Reflexive));
    it.is_some() && scene.before(words.start + 1, words.end).is_some_and(|next| matches!(next.tag, Tag::Preposition | Tag::Adverb))
}

/// "said that was untrue", "“This is a lie,” she said", "said the allegation against him was untrue": what was said before is the subject
/// of what is said now.
fn is_found_untrue(scene: &Scene<'_, '_>, draft: &Draft, mut words: Range<usize>) -> bool {
    let first = words.find(|at| scene.document.tokens[*at].is_wordlike());
    let stands = |at: &usize| match scene.tags[*at].tag {
        Tag::Pronoun => scene.tags[*at].is_it_or_you() || scene.tags[*at].classes.has(Class::Determiner),
        tag => matches!(tag, Tag::Complementiser | Tag::Determiner),
    };
    let denies = draft.act == Act::Deny && draft.candidate.cue.act == Act::State;
    let is_charge = |at: usize| scene.before(at, words.end).is_some_and(|next| next.is(Role::Charge) && next.tag == Tag::Noun);
    let is_next = |at: usize| scene.before(at, words.end).is_some_and(|next| next.is(Role::Be));
    denies && first.filter(stands).is_some_and(|at| is_next(at + 1) || is_charge(at + 1) && (at + 2..at + NAMES).any(is_next))
}

/// Tokens of words that name a charge by a pronoun.
const NAMES: usize = 6;

/// The claim that `pointer` stands for: one whose words lie in it, else the nearest accusation or statement of somebody else.
fn answered(scene: &Scene<'_, '_>, drafts: &[Draft], at: usize, pointer: &Pointer) -> Option<usize> {
    let own = source_span(scene, &drafts[at]);
    let whole = scene.span(pointer.words.clone())?;
    let inside = drafts.iter().enumerate().skip(at.saturating_sub(NEAR)).take(2 * NEAR + 1).find(|(other, draft)| {
        *other != at
            && draft.candidate.cue.part == Part::Noun
            && draft.cue.is_some_and(|cue| whole.overlaps(cue))
            && source_span(scene, draft).is_some_and(|source| Some(source) != own)
    });
    if let Some((found, _)) = inside {
        return Some(found);
    }
    if !pointer.points_back {
        return None;
    }
    let sentence = drafts[at].candidate.clause.sentence;
    let (reach, most) = if pointer.accuses { (FAR, 4 * FAR) } else { (REACH, 8) };
    let before = drafts[..at].iter().enumerate().rev().take(most).filter(|(_, draft)| {
        let back = draft.candidate.clause.sentence;
        back <= sentence && sentence - back <= reach && source_text(scene, draft) != source_text(scene, &drafts[at]) && !is_answer(draft)
    });
    // "called that a lie", "said this was untrue": what was said last.
    let is_last = drafts[at].evaluates && !pointer.accuses || drafts[at].candidate.cue.act == Act::State;
    let mut fallback = None;
    let names_accused = |draft: &Draft| (pointer.accuses || pointer.is_elliptic) && names(scene, draft, &drafts[at].source);
    for (index, draft) in before {
        if draft.candidate.cue.act == Act::Accuse && tells_of(scene, draft, pointer) && !(is_last && fallback.is_some()) {
            return Some(index);
        }
        let states = matches!(draft.candidate.cue.act, Act::State | Act::Confirm | Act::Condemn)
            || !pointer.accuses && draft.candidate.cue.act == Act::Demand;
        let fits = draft.candidate.cue.part != Part::Noun && !is_document(scene, draft) && states;
        if fits && (pointer.deed.is_some() && tells_of(scene, draft, pointer) || names_accused(draft)) {
            return Some(index);
        }
        let near = draft.candidate.clause.sentence + 1 >= sentence;
        if near && fits && !pointer.is_guess && pointer.deed.is_none() && fallback.is_none() {
            fallback = Some(index);
        }
    }
    fallback
}

/// The words of `draft` name `who` by the last word of their name: "the mayor stole it".
fn names(scene: &Scene<'_, '_>, draft: &Draft, who: &Source) -> bool {
    let Some(name) = who.words().and_then(|who| who.clone().next_back()).filter(|last| scene.tags[*last].tag.is_nominal()) else {
        return false;
    };
    let is_same = |at: usize| possessive::bare(&scene.lower[at]) == possessive::bare(&scene.lower[name]);
    draft.content.iter().flat_map(|piece| scene.document.tokens_in(*piece)).take(NAMED_WITHIN).any(is_same)
}

/// Tokens of a claim within which it names whom it accuses.
const NAMED_WITHIN: usize = 60;

fn is_answer(draft: &Draft) -> bool {
    matches!(draft.candidate.cue.act, Act::Deny | Act::Reject) || draft.act == Act::Deny
}

/// "Reports said": no one who could be answered.
fn is_document(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    draft.source.words().is_some_and(|who| scene.any(who, Role::Document) || scene.any(who, Role::Charge))
}

/// A court that denies a motion, or anybody who denies a visa, answers no claim.
pub(super) fn is_ruling(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(first) = scene.words(draft) else { return false };
    let noun_phrase = scene.tags.get(first.start).is_some_and(|tagged| tagged.tag.opens_phrase());
    let granted = scene.tags[first].iter().take(4).any(|tagged| tagged.is(Role::Grantable));
    let bench = draft.source.words().is_some_and(|who| scene.any(who, Role::Bench));
    draft.act == Act::Deny && noun_phrase && (granted || bench)
}

/// Drafts before and behind a denial among which is what its own words name.
const NEAR: usize = 4;

/// Claims that a denial's own words name with whoever made them ("denied the woman's allegations", "a neighbour's report that …").
pub(super) fn owned_charges(scene: &Scene<'_, '_>, drafts: &mut Vec<Draft>) {
    let mut owned = Vec::new();
    for at in 0..drafts.len() {
        if !is_answer(&drafts[at]) || drafts[at].rule == Rule::CarriedOver {
            continue;
        }
        let Some(made) = owned_charge(scene, &drafts[at]) else { continue };
        // "a report by Lind Research alleging that it leaked": the participle tells what they said.
        let tells = |draft: &Draft| draft.candidate.group.gerund && draft.source.words().is_some() && draft.source == made.source;
        let known = drafts.iter().skip(at.saturating_sub(NEAR)).take(2 * NEAR).any(|draft| {
            let is_noun = draft.candidate.cue.part == Part::Noun;
            is_noun && draft.cue.zip(made.cue).is_some_and(|(left, right)| left.overlaps(right)) || tells(draft)
        });
        if !known {
            owned.push((at, made));
        }
    }
    // Each stands right behind the denial that names it, where `link` looks for it.
    let mut owned = owned.into_iter().peekable();
    let all = std::mem::take(drafts);
    for (at, draft) in all.into_iter().enumerate() {
        drafts.push(draft);
        drafts.extend(owned.next_if(|(of, _)| *of == at).map(|(_, made)| made));
    }
}

fn owned_charge(scene: &Scene<'_, '_>, denial: &Draft) -> Option<Draft> {
    let words = scene.words(denial)?;
    let charge =
        words.clone().take(12).find(|at| scene.tags[*at].is(Role::Charge) && scene.tags[*at].tag == Tag::Noun && !scene.tags[*at].owns)?;
    let owner = owner(scene, words.start, charge)
        .or_else(|| compound_owner(scene, words.start, charge))
        .or_else(|| made_by(scene, charge, words.end))?;
    let is_own = scene.tags[owner.start].tag == Tag::Possessive && owner.len() == 1;
    if is_own || denial.source.words() == Some(&owner) {
        return None;
    }
    let row = noun_row(scene, charge)?;
    let mut made = denial.clone();
    made.candidate.cue = row;
    made.candidate.group.head = charge;
    made.candidate.group.negated = false;
    made.source = Source::Phrase(owner);
    // "the union's claim that the ship leaked": what was claimed, where the words tell it.
    let told = (charge + 1..words.end).take(CLAUSE).find(|at| scene.tags[*at].tag == Tag::Complementiser);
    // "called the union's demands “a fantasy”": what is said of the charge is no part of it.
    let valued = (charge + 1..words.end).find(|at| scene.tags[*at].is(Role::As) || scene.tags[*at].tag == Tag::Quote);
    let owned = told.map(|told| told..words.end).or_else(|| valued.map(|end| words.start..end));
    if let Some(owned) = owned
        .and_then(|owned| scene.span(owned))
        .filter(|_| denial.cue.is_some_and(|cue| cue.end() <= made.content[0].start() || !made.content[0].contains(cue)))
    {
        made.content = vec![owned];
    }
    made.cue = Some(scene.document.tokens[charge].span);
    made.target = None;
    made.act = row.act;
    made.evaluates = false;
    Some(made.found_by(Rule::OwnedCharge))
}

/// Tokens after a charge within which its clause begins: "the claim made by the union that".
const CLAUSE: usize = 6;

/// "the URNG charge", "an Australian ultimatum": names right before the noun.
fn compound_owner(scene: &Scene<'_, '_>, floor: usize, charge: usize) -> Option<Range<usize>> {
    let start = (floor..charge).rev().take_while(|at| scene.tags[*at].tag == Tag::Name).last();
    let capitals = scene.tags.get(floor).is_some_and(|first| first.tag == Tag::Determiner)
        && scene.tags[floor..charge].iter().all(|tagged| matches!(tagged.tag, Tag::Noun | Tag::Determiner))
        && scene.document.tokens[floor..charge].iter().all(|token| token.capital);
    match start {
        Some(start) => Some(start..charge),
        None if capitals => (floor..charge).find(|at| scene.tags[*at].tag == Tag::Noun).map(|start| start..charge),
        None => None,
    }
}

/// "allegations by the union", "a claim made by Oslo", "a report in the Herald".
fn made_by(scene: &Scene<'_, '_>, charge: usize, end: usize) -> Option<Range<usize>> {
    let at = (charge + 1..end.min(charge + 3)).find(|at| scene.tags[*at].tag == Tag::Preposition)?;
    let media = scene.tags[charge].is(Role::Document) && !scene.tags[at].is(Role::Of);
    let found = maker(scene, at, end);
    let named = scene.tags.get(found.start).is_some_and(|first| first.tag == Tag::Name);
    (!found.is_empty() && (scene.tags[at].is(Role::By) || (media && named) || (scene.tags[at].is(Role::From)))).then_some(found)
}

fn source_span(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Span> {
    draft.source.words().and_then(|who| scene.span(who.clone()))
}

fn source_text<'t>(scene: &Scene<'_, 't>, draft: &Draft) -> &'t str {
    source_span(scene, draft).map_or("", |span| scene.document.slice(span))
}

/// What a noun says when it is a cue.
pub(super) fn noun_row(scene: &Scene<'_, '_>, at: usize) -> Option<&'static Cue> {
    scene.tags[at].word.cues().find(|cue| cue.part == Part::Noun)
}
