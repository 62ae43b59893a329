//! Who turned on whom, as the text tells it: a denial that does not say whom it answers is aimed at whoever accused the one who denies, and
//! "they" in what an accuser goes on to say are those whom they accuse.
//!
//! Known failure: of two who accused the same actor, the one before the denial is taken, whatever it is that is denied.

use crate::lexicon::actors::{self, Role};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words;
use crate::model::{Act, ActorKind, Claim, Mention};
use crate::text::{Span, lower_case, wordwise};

use super::Resolver;

/// Bytes of text within which a pronoun takes up whom the same side has turned on: a paragraph.
const NEAR: usize = 500;
/// Charges that are looked through for one, the nearest: more than any report has, so that the work stays linear in the text.
const LOOKED_AT: usize = 256;
/// Tokens of what is asked for within which it is called amends.
const AMENDS: usize = 4;

/// A claim that is aimed at somebody.
pub(super) struct Charge {
    at: usize,
    /// Where the words end that name its target, or where it begins.
    aimed: usize,
    act: Act,
    by: Mention<Span>,
    against: Mention<Span>,
}

impl Charge {
    /// It says that somebody did wrong.
    fn accuses(&self) -> bool {
        matches!(self.act, Act::Accuse | Act::Condemn)
    }

    /// It may say so: a statement about somebody.
    fn may_accuse(&self) -> bool {
        self.accuses() || self.act == Act::State
    }
}

/// The claims of a text with both sides named, in the order of `claims`, which is that of their evidence; not those who are only spoken to.
pub(super) fn charges(claims: &[Claim<Span>]) -> Vec<Charge> {
    let charge = |claim: &Claim<Span>| {
        let by = claim.source.clone().filter(|source| !source.span.is_empty() && source.kind != ActorKind::Unnamed)?;
        let against = claim.target.clone()?;
        let at = claim.evidence.span.start();
        let aimed = against.span.last().map_or(at, |span| span.end());
        Some(Charge { at, aimed, act: claim.act, by: unsaid(by), against: unsaid(against) })
    };
    claims.iter().filter(|claim| claim.act != Act::State || is_about(claim)).filter_map(charge).collect()
}

/// What somebody said, asked for or offered.
pub(super) struct Word {
    at: usize,
    name: String,
    kind: ActorKind,
    /// Whom it is asked or offered.
    of: Option<String>,
    act: Act,
}

/// The claims of a text with whoever makes them, in the order of `claims`; not those by nobody named.
pub(super) fn words(claims: &[Claim<Span>]) -> Vec<Word> {
    let word = |claim: &Claim<Span>| {
        let is_somebody = |kind| !matches!(kind, ActorKind::Unnamed | ActorKind::Document);
        let by = claim.source.as_ref().filter(|source| !source.span.is_empty() && is_somebody(source.kind))?;
        let target = claim.target.as_ref().filter(|_| asks(claim.act));
        let of = target.map(|target| target.name.clone());
        Some(Word { at: claim.evidence.span.start(), name: by.name.clone(), kind: by.kind, of, act: claim.act })
    };
    claims.iter().filter_map(word).collect()
}

/// Somebody can agree to it or refuse it.
fn asks(act: Act) -> bool {
    matches!(act, Act::Demand | Act::Propose)
}

impl Word {
    /// Whoever said it, who is not named again where that is taken up.
    fn meant(&self) -> Mention<Span> {
        Mention { text: String::new(), span: Vec::new(), name: self.name.clone(), kind: self.kind }
    }
}

/// The target is no hearer, but somebody of whom the content speaks.
fn is_about(claim: &Claim<Span>) -> bool {
    let target = claim.target.as_ref().and_then(|target| target.span.first());
    target.is_some_and(|target| claim.content.span.iter().any(|piece| piece.contains(*target)))
}

/// Whoever is meant without being named at that place.
fn unsaid(mention: Mention<Span>) -> Mention<Span> {
    Mention { text: String::new(), span: Vec::new(), ..mention }
}

impl Resolver<'_, '_> {
    /// Whoever accused `denier`, or whom the denier serves: last before `at`, else first after it; else whoever stated something of them.
    pub(super) fn accuser(&self, denier: &str, at: usize, charges: &[Charge]) -> Option<Mention<Span>> {
        let is_meant = |charge: &&Charge| self.are_one_side(&charge.against.name, denier) && !self.are_one_side(&charge.by.name, denier);
        let nearest = |fits: fn(&Charge) -> bool| {
            let (before, after) = charges.split_at(charges.partition_point(|charge| charge.at <= at));
            let is_it = |charge: &&Charge| fits(charge) && is_meant(charge);
            before.iter().rev().take(LOOKED_AT).find(is_it).or_else(|| after.iter().take(LOOKED_AT).find(is_it))
        };
        nearest(Charge::accuses).or_else(|| nearest(Charge::may_accuse)).map(|charge| charge.by.clone())
    }

    /// Whoever asked or offered something just before `at`, of `source` or of nobody who is named. What is accepted is an offer, or was
    /// asked of `source`.
    pub(super) fn asker(&self, (source, act): (&str, Act), at: usize, words: &[Word]) -> Option<Mention<Span>> {
        let is_asked = |word: &Word| word.of.as_ref().is_some_and(|of| self.are_one_side(of, source) || self.sits_in(source, of));
        let fits = |word: &&Word| asks(word.act) && (act != Act::Agree || word.act == Act::Propose || is_asked(word));
        let last = self.others_before(source, at, words).find(fits)?;
        (last.of.is_none() || is_asked(last)).then(|| last.meant())
    }

    /// "urged the council to cancel the fair. The mayor refused.": whoever asked, in the same sentence or the one before, what a bare word
    /// answers.
    pub(super) fn just_asked(&self, claim: &Claim<Span>, source: &str, words: &[Word]) -> Option<Mention<Span>> {
        let at = claim.evidence.span.start();
        let is_bare = claim.cue.as_ref().is_some_and(|cue| cue.span == claim.content.span);
        // No judge answers for a council.
        let sentence = self.document.sentence_at(at).filter(|_| is_bare && !self.is_judge(source))?;
        let is_near = |word: &&Word| self.document.sentence_at(word.at).is_some_and(|asked| asked + 1 >= sentence);
        self.others_before(source, at, words).take_while(is_near).find(|word| asks(word.act)).map(Word::meant)
    }

    /// "accused the bank of theft and demanded compensation": of whom amends are asked that `content` begins with. It is whom the source's
    /// own side accused just before, else whoever accused it in the last charge.
    pub(super) fn amends(&self, source: &str, at: usize, content: Option<Span>, charges: &[Charge]) -> Option<Mention<Span>> {
        let mut first = self.document.tokens_in(content?).take(AMENDS);
        first.find(|at| words::look_up(&self.lower[*at]).is(words::Role::Amends))?;
        let before = &charges[..charges.partition_point(|charge| charge.at <= at)];
        let near = || before.iter().rev().take_while(|charge| charge.at + NEAR >= at).filter(|charge| charge.accuses());
        let is_own = |name: &str| self.are_one_side(name, source);
        let own = near().find(|charge| is_own(&charge.by.name) && !is_own(&charge.against.name)).map(|charge| &charge.against);
        let answered = || near().next().filter(|last| is_own(&last.against.name)).map(|last| &last.by);
        own.or_else(answered).filter(|found| found.span.is_empty() || self.is_somebody(found)).cloned()
    }

    /// "asked the court to throw it out", and "Judge Ana Torv refused": a judge answers for a court, and a court that is named for one that
    /// is not.
    fn sits_in(&self, judge: &str, court: &str) -> bool {
        let is_court = |name: &str| ends_in(name, words::Role::Court) && ends_in(name, words::Role::Bench);
        is_court(court) && self.is_judge(judge)
    }

    /// "Judge Ana Torv", "the High Court".
    fn is_judge(&self, name: &str) -> bool {
        ends_in(name, words::Role::Bench) || self.register.post_of(name).any(|post| ends_in(post, words::Role::Bench))
    }

    /// The only one of the text who offers anything, where that is not `source`.
    pub(super) fn only_proposer(&self, source: &str, words: &[Word]) -> Option<Mention<Span>> {
        let mut offers = words.iter().take(LOOKED_AT).filter(|word| word.act == Act::Propose);
        let first = offers.next().filter(|first| !self.are_one_side(&first.name, source))?;
        let is_meant = |of: &String| self.are_one_side(of, source);
        (offers.all(|other| other.name == first.name) && first.of.as_ref().is_none_or(is_meant)).then(|| first.meant())
    }

    /// Whoever said something last before `at` by an act that fits, but for the side of `source`.
    pub(super) fn last_speaker(&self, source: &str, at: usize, words: &[Word], fits: impl Fn(Act) -> bool) -> Option<Mention<Span>> {
        self.others_before(source, at, words).find(|word| fits(word.act)).map(Word::meant)
    }

    /// What others said just before `at`, the last first.
    fn others_before<'c>(&'c self, source: &'c str, at: usize, words: &'c [Word]) -> impl Iterator<Item = &'c Word> {
        let before = &words[..words.partition_point(|word| word.at < at)];
        let near = before.iter().rev().take_while(move |word| word.at + NEAR >= at);
        near.filter(move |word| !self.are_one_side(&word.name, source))
    }

    /// The text has `one` or who stands with them accuse `other` or who stands with those.
    pub(super) fn has_accused(&self, one: &str, other: &str, charges: &[Charge]) -> bool {
        let is_between = |charge: &Charge| self.are_one_side(&charge.by.name, one) && self.are_one_side(&charge.against.name, other);
        charges.iter().take(LOOKED_AT).any(|charge| charge.may_accuse() && is_between(charge))
    }

    /// "accused the firm of fraud and demanded that it pay", "'They were told twice,' the union's leader said": whom `pronoun` at `at`
    /// means in
    /// what the side of `source` goes on to say.
    pub(super) fn taken_up(&self, pronoun: &str, source: &str, at: usize, charges: &[Charge]) -> Option<Mention<Span>> {
        let pronoun = pronouns::pronoun(pronoun)?;
        let is_near = |charge: &&Charge| charge.aimed <= at && charge.aimed + NEAR >= at && self.are_one_side(&charge.by.name, source);
        let before = &charges[..charges.partition_point(|charge| charge.at <= at)];
        let last = &before[before.len().saturating_sub(LOOKED_AT)..].iter().filter(is_near).max_by_key(|charge| charge.aimed)?.against;
        let is_person = matches!(last.kind, ActorKind::Person | ActorKind::Office);
        let fits = match pronoun {
            Pronoun::They | Pronoun::It => !is_person,
            Pronoun::He | Pronoun::She => is_person,
            Pronoun::First | Pronoun::Who => false,
        };
        fits.then(|| last.clone())
    }

    /// The same actor, one who serves the other, or a part of it: "Norline managers", "union officials" where the text has one union.
    pub(super) fn are_one_side(&self, one: &str, other: &str) -> bool {
        one == other || self.stands_for(one, other) || self.stands_for(other, one)
    }

    fn stands_for(&self, one: &str, whole: &str) -> bool {
        let is_part = || one.strip_prefix(whole).is_some_and(|rest| rest.starts_with([' ', '\'']));
        let is_of_body = || one.split(' ').any(|word| self.register.body(word) == Some(whole));
        is_part() || is_of_body() || self.register.employer(one).is_some_and(|employer| employer == whole) || self.leads(one, whole)
    }

    /// A minister and the ministry: "transport minister", "Peru transport ministry".
    fn leads(&self, person: &str, organ: &str) -> bool {
        let area = |name: &'_ str, role: Role| {
            name.rsplit_once(' ').filter(|(_, head)| actors::has_role(head, role)).map(|(area, _)| area.to_owned())
        };
        let Some(run) = area(organ, Role::Organ) else { return false };
        self.register.post_of(person).filter_map(|post| area(post, Role::Governing)).any(|led| run == led || wordwise::ends(&run, &led))
    }
}

/// The last word of a name or a post is of that role.
fn ends_in(name: &str, role: words::Role) -> bool {
    name.rsplit(' ').next().is_some_and(|last| words::look_up(&lower_case(last)).is(role))
}
