//! What the words of its clause make of a cue: they deny it, only imagine it, or put it at another time.

use std::borrow::Cow;

use super::{Mentioned, Piece};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::topics::{self, Cue, Polarity};
use crate::text::TokenKind;

/// Words of a form before the beginning of a clause that it goes on over: "no word on when".
const LONGEST_FORM: usize = 3;

/// Words of questions that hold true what they ask about.
const QUESTIONS: [&str; 9] = ["what", "why", "how", "when", "where", "who", "whose", "which", "whom"];

/// What the words around a cue make of it.
#[derive(Default)]
pub(super) struct Turned {
    /// It is denied, or only imagined.
    pub(super) into: Option<Polarity>,
    /// It was so before what is told.
    pub(super) is_earlier: bool,
}

impl Piece<'_> {
    /// What the words of the clause before the cue, or inside its gaps, do to it.
    pub(super) fn turned(&self, (from, to): (usize, usize), cue: &Cue, mentioned: &Mentioned) -> Turned {
        let begin = self.clause_begin(from, true);
        let is_cues_own = |at: usize| cue.holds(&self.lower[at], self.openings[at]);
        let into = (self.is_inverted(begin, mentioned) || self.is_asked(to)).then_some(Polarity::Unreal);
        let mut turned = Turned { into, is_earlier: false };
        let mut is_unsettled = false;
        let mut at = self.form_over(begin).unwrap_or(begin);
        while at < to {
            if let Some(after) =
                self.aside(at).filter(|after| *after < to).or_else(|| self.relative(at, to, is_cues_own)).filter(|_| at >= from)
            {
                at = after;
                continue;
            }
            let Some((polarity, length)) = self.polarity(at) else {
                at += 1;
                continue;
            };
            if is_unsettled && matches!(polarity, Polarity::Later | Polarity::Decided | Polarity::Unreal) {
                turned.into = Some(Polarity::Unreal);
            }
            // What a cue's own verb was before is told by its own "had". Of a form the words that tell most are the cue's.
            let is_own = at >= from && polarity != Polarity::Earlier && self.is_own((at, length), is_cues_own);
            if !is_own && at + length <= to {
                match polarity {
                    Polarity::Earlier => turned.is_earlier |= self.verb_of(at, to).is_some_and(is_cues_own),
                    Polarity::Affirms | Polarity::Past => {}
                    // What was is settled: "did not say when the road closed".
                    Polarity::Unsettled if (from..to).any(|at| is_cues_own(at) && self.is_verb(at, form::PAST)) => is_unsettled = true,
                    Polarity::Unsettled => turned.into = Some(Polarity::Unreal),
                    Polarity::Absence if !self.is_before_mention(at + length, mentioned) => {}
                    Polarity::Absence => turned.into = Some(Polarity::Negation),
                    Polarity::Aim if at + length != from || !self.is_aim(from) => {}
                    _ if turned.into == Some(Polarity::Unreal) => {}
                    Polarity::Aim => turned.into = Some(Polarity::Unreal),
                    Polarity::Later | Polarity::Decided if turned.into.is_some() => {}
                    other => turned.into = Some(other),
                }
            }
            at += length;
        }
        turned
    }

    /// The form of so many words is a part of the cue: its first word with a meaning of its own is, or where it has none all are.
    fn is_own(&self, (at, length): (usize, usize), is_cues_own: impl Fn(usize) -> bool) -> bool {
        let telling = (at..at + length).find(|at| closed::classes(&self.lower[*at]).is_open());
        telling.map_or_else(|| (at..at + length).all(&is_cues_own), &is_cues_own)
    }

    /// Behind a relative clause in the gap of a cue that ends at `to` ("the truce that nobody wanted has held"): at the words that help the
    /// cue's last.
    fn relative(&self, at: usize, to: usize, is_cues_own: impl Fn(usize) -> bool) -> Option<usize> {
        let helps = |at: usize| closed::classes(&self.lower[at]).has_any(&[Class::Auxiliary, Class::Modal, Class::Negation, Class::Adverb]);
        if !closed::classes(&self.lower[at]).has(Class::Relative) {
            return None;
        }
        let verb = (at + 1..to).rev().take_while(|inner| is_cues_own(*inner) || helps(*inner)).last()?;
        (verb > at + 1).then_some(verb)
    }

    /// The form of the table that begins at the token, and its length. "May" is a month, "may" a doubt.
    pub(super) fn polarity(&self, at: usize) -> Option<(Polarity, usize)> {
        let is_name = at > 0 && self.tokens[at].capital;
        topics::polarity(&self.lower[at..]).filter(|_| !is_name)
    }

    /// Where a form begins that goes on over the beginning of a clause: "it is unclear when the road".
    fn form_over(&self, begin: usize) -> Option<usize> {
        let over = |at: &usize| self.polarity(*at).is_some_and(|(_, length)| at + length > begin);
        (begin.saturating_sub(LONGEST_FORM)..begin).find(over)
    }

    /// Its auxiliary stands before its subject, as in conditions and questions: "had the plant closed", "was it shut".
    fn is_inverted(&self, begin: usize, mentioned: &Mentioned) -> bool {
        let classes = |at: usize| closed::classes(&self.lower[at]);
        let is_subject = |at: usize| self.begins_noun(at) || mentioned.from(at).is_some();
        // What stands behind an aside or is joined has its subject before.
        let is_own =
            begin == 0 || self.is_hard_end(begin - 1) || (0..begin).all(|at| self.aside(at) != Some(begin)) && self.lower[begin - 1] == ",";
        classes(begin).has_any(&[Class::Auxiliary, Class::Modal]) && is_own && is_subject(begin + 1)
    }

    /// A question asks whether it is so, not when or why.
    fn is_asked(&self, to: usize) -> bool {
        let stop = (to..self.tokens.len()).find(|at| self.tokens[*at].kind == TokenKind::Stop && !self.is_abbreviated(*at));
        let asks_more = |word: &Cow<'_, str>| QUESTIONS.contains(&&**word);
        stop.is_some_and(|stop| self.lower[stop] == "?" && !self.lower[..stop].iter().any(asks_more))
    }

    /// A mention begins there, or behind one word that describes it.
    fn is_before_mention(&self, at: usize, mentioned: &Mentioned) -> bool {
        let is_mention = |at: usize| mentioned.from(at).is_some();
        is_mention(at) || is_mention(at + 1) && closed::classes(&self.lower[at]).is_open()
    }

    /// A verb as it stands behind "to" or "against".
    fn is_aim(&self, at: usize) -> bool {
        self.is_verb(at, form::BASE | form::GERUND)
    }

    /// The verb that the auxiliary `at` helps, where no other auxiliary stands between it and `to`.
    fn verb_of(&self, at: usize, to: usize) -> Option<usize> {
        let classes = |at: usize| closed::classes(&self.lower[at]);
        let verb = (at + 1..to).find(|word| classes(*word).is_open())?;
        (verb..to).all(|word| !classes(word).has(Class::Auxiliary)).then_some(verb)
    }
}
