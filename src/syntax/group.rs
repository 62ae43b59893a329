//! Verb groups: a verb with the auxiliaries and adverbs before it ("has repeatedly been accused").

use super::tag::{Tag, Tagged};
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;

/// A verb group, which ends with its main verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// First token.
    pub start: usize,
    /// The main verb (or the adjective after "be").
    pub head: usize,
    /// "was accused", and not "accused".
    pub passive: bool,
    /// Has a finite verb or auxiliary: neither "to say" nor "saying" by itself.
    pub finite: bool,
    /// "to say"
    pub infinitive: bool,
    /// "saying" without an auxiliary
    pub gerund: bool,
    /// "did not say"
    pub negated: bool,
    /// "would say": not said yet
    pub modal: bool,
}

/// "She's said that", and not "she's accused of", "it's said that": a person has said what nobody is told.
fn is_perfect(before: &Tagged, verb: &Tagged) -> bool {
    let told = [Frame::Addressee, Frame::Target, Frame::Agentless].iter().any(|frame| verb.word.takes(*frame));
    let says = verb.word.takes(Frame::That) && verb.word.takes(Frame::Quote);
    before.is(Role::Contracted) && before.is(Role::Have) && says && !told
}

/// The group whose main verb is at `head`; looks no further back than `floor`.
pub fn around(tags: &[Tagged], floor: usize, head: usize) -> Group {
    let mut start = head;
    let mut group = Group { start, head, ..Group::default() };
    let mut auxiliaries = 0;
    let mut be = false;
    while start > floor {
        let before = &tags[start - 1];
        match before.tag {
            Tag::Auxiliary => {
                auxiliaries += 1;
                be |= before.is(Role::Be) && auxiliaries == 1 && !is_perfect(before, &tags[head]);
                group.modal |= before.classes.has(Class::Modal);
                group.negated |= before.classes.has(Class::Negation);
                if before.is(Role::Contracted) {
                    break;
                }
            }
            Tag::Pronoun if before.is(Role::Reflexive) => {}
            Tag::Conjunction if start >= floor + 2 && tags[start].tag == Tag::Adverb && tags[start - 2].tag == Tag::Adverb => {}
            Tag::Adverb if !before.classes.has(Class::Calendar) && !before.is(Role::Floats) => {
                group.negated |= before.classes.has(Class::Negation)
            }
            Tag::To => {
                group.infinitive = true;
                start -= 1;
                break;
            }
            _ => {
                group.negated |= before.classes.has(Class::Negation);
                break;
            }
        }
        start -= 1;
    }
    group.start = start;
    let forms = tags[head].forms;
    group.passive = be && tags[head].tag == Tag::Verb && forms & form::PARTICIPLE != 0;
    group.finite = !group.infinitive && (auxiliaries > 0 || forms & (form::PAST | form::PRESENT | form::BASE) != 0);
    group.gerund = auxiliaries == 0 && !group.infinitive && forms & form::GERUND != 0;
    if group.gerund {
        group.finite = false;
    }
    group
}
