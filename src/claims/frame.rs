//! The patterns in which a cue, its source and its content stand together. One function for each; [`PATTERNS`] names them in
//! the order in which they are tried; what each is known to get wrong stands in `rules`.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::{Group, Tag, Tagged, phrase};
use crate::text::{SegmentKind, Span};

use super::around::around;
use super::complement::content_of;
use super::fronted::{fronted_object, gapped, past_charge};
use super::scene::{Candidate, Clause, Draft, Scene, Source};
use super::source;
use super::{brought, complement, content, deeds, fronted, hanging, impersonal, noun, passive, relay, target};

/// What a rule may look at besides its candidate.
pub(super) struct Context<'s, 'd, 't> {
    pub scene: &'s Scene<'d, 't>,
    /// The subject of the sentence's last finite cue, for verbs that share it.
    pub last_subject: Option<&'s Range<usize>>,
    /// The rule that is tried.
    pub rule: Rule,
}

/// A pattern: the claim of a candidate that it fits.
type Pattern = fn(&Context<'_, '_, '_>, &Candidate) -> Option<Draft>;

/// The patterns in the order in which they are tried; the first that fits decides.
const PATTERNS: &[(Rule, Pattern)] = &[
    (Rule::AccordingTo, according_to),
    (Rule::Brought, brought::brought),
    (Rule::Noun, noun::noun),
    (Rule::Relayed, relay::relayed),
    (Rule::AccordingTo, impersonal::believed),
    (Rule::Passive, passive::passive),
    (Rule::Raised, impersonal::raised),
    (Rule::Adverb, impersonal::adverb),
    (Rule::Asked, impersonal::asked),
    (Rule::Subject, subject),
    (Rule::Leading, leading),
    (Rule::Inverted, inverted),
];

/// What the first pattern that fits finds in `candidate`, the words that share `last_subject` with it included.
pub(super) fn find(scene: &Scene<'_, '_>, candidate: &Candidate, last_subject: Option<&Range<usize>>) -> Option<Draft> {
    let fits = |(rule, pattern): &(Rule, Pattern)| pattern(&Context { scene, last_subject, rule: *rule }, candidate);
    PATTERNS.iter().find_map(fits).map(|draft| target::laid_on(scene, target::told_to(scene, draft)))
}

pub(super) fn draft(candidate: &Candidate, source: Source, ranges: &[Range<usize>], context: &Context<'_, '_, '_>) -> Option<Draft> {
    let content = content::pieces(context.scene, ranges);
    if !fits_court(context.scene, candidate, &source) {
        return None;
    }
    let marked = || content.iter().any(|piece| context.scene.quotes(*piece)) || is_after_as(context.scene, &source);
    if content.is_empty() || needs_marks(candidate) && !marked() {
        return None;
    }
    Some(Draft::new(context.scene, *candidate, source, content, context.rule))
}

/// A court has heard or ruled it, where the cue is one that nobody else asserts with.
pub(super) fn fits_court(scene: &Scene<'_, '_>, candidate: &Candidate, source: &Source) -> bool {
    !candidate.cue.takes(Frame::Court) || source.words().is_some_and(|who| scene.any(who, Role::Court))
}

/// The cue only ever brings a quotation: "shrugged", "went on".
fn needs_marks(candidate: &Candidate) -> bool {
    const OTHERS: [Frame; 6] = [Frame::That, Frame::To, Frame::Object, Frame::Target, Frame::Prepositional, Frame::As];
    candidate.cue.takes(Frame::Quote) && !OTHERS.iter().any(|frame| candidate.cue.takes(*frame))
}

/// "as Lee put it": the words are whoever's it is without marks too.
fn is_after_as(scene: &Scene<'_, '_>, source: &Source) -> bool {
    let before = source.words().and_then(|who| who.start.checked_sub(1));
    before.is_some_and(|before| scene.tags[before].is(Role::As))
}

/// "…, according to X", "…, by X's count".
fn according_to(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    match candidate.cue.part {
        Part::Preposition => ascribed(context, candidate),
        Part::Noun if candidate.cue.takes(Frame::By) || candidate.cue.takes(Frame::In) => {
            let account = accounting(context.scene, candidate).or_else(|| some_account(context.scene, candidate))?;
            let is_count = candidate.cue.takes(Frame::By);
            let clause = if is_count { counted(context.scene, candidate, account.end) } else { candidate.clause };
            let phrase = Candidate { group: Group { start: account.by, ..candidate.group }, clause, ..*candidate };
            draft(candidate, account.source, &told_beside(context.scene, &phrase, account.end), context)
        }
        _ => None,
    }
}

/// "by X's count", from its "by" to its end.
struct Account {
    by: usize,
    source: Source,
    end: usize,
}

/// "by some estimates", "by one count, from the union,": nobody's that is named, or of whoever stands after it.
fn some_account(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Account> {
    let (start, end, noun) = (candidate.clause.start, candidate.clause.end, candidate.group.head);
    let by = noun.checked_sub(2).filter(|by| *by >= start && scene.tags[*by].is(Role::By) && is_set_off(scene, start, *by))?;
    let counts = scene.tags[noun - 1].tag == Tag::Number || scene.tags[noun - 1].classes.has(Class::Pronoun);
    let comma = |at: usize| scene.before(at, end).is_none_or(|next| next.tag == Tag::Comma);
    let from = candidate.after + usize::from(comma(candidate.after));
    let makes = scene.before(from, end).is_some_and(|next| next.is(Role::From) || next.is(Role::By));
    let maker = makes.then(|| noun::maker(scene, from, end)).filter(|maker| !maker.is_empty() && comma(maker.end));
    match maker {
        _ if !counts => None,
        Some(maker) => Some(Account { by, end: maker.end, source: Source::Phrase(maker) }),
        None => comma(candidate.after).then_some(Account { by, end: candidate.after, source: Source::Unspecified }),
    }
}

/// The preposition at `by` begins a clause or stands behind a comma.
fn is_set_off(scene: &Scene<'_, '_>, start: usize, by: usize) -> bool {
    by == start || matches!(scene.tags[by - 1].tag, Tag::Comma | Tag::Conjunction | Tag::Dash)
}

/// "by the ministry's count", "by police estimates", "in her view": whose account it is.
fn accounting(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Account> {
    let (start, noun) = (candidate.clause.start, candidate.group.head);
    let by = (start..noun).rev().take(OWNER).find(|at| scene.tags[*at].tag == Tag::Preposition && !scene.tags[*at].is(Role::Of))?;
    let owner = match scene.tags[by + 1].tag {
        Tag::Possessive => by + 1..by + 2,
        _ => by + 1..noun,
    };
    let is_somebodys = scene.tags[owner.clone()].last().is_some_and(|last| last.owns || last.tag == Tag::Possessive);
    let apart = is_set_off(scene, start, by) || ends_count(scene, candidate, by);
    let (cue, leads) = (candidate.cue, &scene.tags[by]);
    let fits = (leads.is(Role::By) && cue.takes(Frame::By) || leads.is(Role::Within) && cue.takes(Frame::In))
        && apart
        && !owner.is_empty()
        && (is_somebodys || scene.names_somebody(&owner));
    fits.then_some(Account { by, source: Source::Phrase(owner), end: candidate.after })
}

/// "has killed 40,000 people by the ministry's count": the clause ends with it, counts something and was not done by it.
fn ends_count(scene: &Scene<'_, '_>, candidate: &Candidate, by: usize) -> bool {
    let ends = scene.next(candidate).is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Dash | Tag::Mark));
    let (start, counted) = (candidate.clause.start, by.checked_sub(1).is_some_and(|at| scene.tags[at].tag.is_nominal()));
    ends && counted && (start..by).any(|at| scene.tags[at].tag == Tag::Number) && content::has_finite(scene, start..by)
}

/// "Thousands, by the organisers' count, marched on Friday, as the court met": the clause as far as the count goes, which is to the comma
/// after the next.
fn counted(scene: &Scene<'_, '_>, candidate: &Candidate, account: usize) -> Clause {
    let mut commas = (account..candidate.clause.end).filter(|at| scene.tags[*at].tag == Tag::Comma);
    let end = commas.nth(1).unwrap_or(candidate.clause.end);
    Clause { end, ..candidate.clause }
}

/// Tokens between "by" and the noun.
const OWNER: usize = 10;

fn ascribed(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause) = (context.scene, candidate.clause);
    let mut named = phrase::after(&scene.tags, candidate.after, clause.end);
    if named.is_empty() || candidate.cue.rest.is_empty() && !is_set_off_maker(scene, candidate, &named) {
        return None;
    }
    let opens = opens(scene, candidate);
    let described = source::with_maker(scene, named.end, clause.end);
    if !opens || described < clause.end {
        named.end = described;
    }
    if !opens && !waits(scene, candidate) {
        named.end = source::with_apposition(scene, named.end, clause.end);
    }
    let ranges = told_beside(scene, candidate, named.end);
    draft(candidate, Source::Phrase(named), &ranges, context)
}

/// The phrase of `candidate` opens its clause.
fn opens(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let floor = joined_from(scene, candidate).unwrap_or(candidate.clause.start);
    let leads = |tagged: &Tagged| matches!(tagged.tag, Tag::Conjunction | Tag::Adverb | Tag::Comma | Tag::Quote);
    scene.tags[floor..candidate.group.start].iter().all(leads)
}

/// What stands beside a phrase that begins with `candidate`, ends at `end` and names who says it.
fn told_beside(scene: &Scene<'_, '_>, candidate: &Candidate, end: usize) -> Vec<Range<usize>> {
    let (clause, opens) = (candidate.clause, opens(scene, candidate));
    let before = clause.start..candidate.group.start;
    let told = if opens { past_description(scene, end, clause.end) } else { end };
    let from = (told..clause.end).find(|at| scene.tags[*at].tag == Tag::Comma).map_or(told, |at| at + 1);
    let after = from..content::clause_end(scene, candidate, from.min(clause.end));
    match opens {
        true => vec![after],
        false if goes_on(scene, candidate, end) => vec![before, after],
        false => vec![before],
    }
}

/// "…, per the Herald": after a comma, and not "£4 per person", "£4, per person" or "…, Per Lind said".
fn is_set_off_maker(scene: &Scene<'_, '_>, candidate: &Candidate, named: &Range<usize>) -> bool {
    let at = candidate.group.start;
    let comma = at > candidate.clause.start && scene.tags[at - 1].tag == Tag::Comma && !scene.document.tokens[at].capital;
    let head = named.clone().take_while(|at| scene.tags[*at].tag != Tag::Preposition).last().unwrap_or(named.start);
    let head = head..head + 1;
    const MANY: [Role; 4] = [Role::Crowd, Role::Organisation, Role::Media, Role::Unnamed];
    let counts = named.len() == 1 && scene.tags[named.start].tag == Tag::Noun && !MANY.iter().any(|role| scene.any(named, *role));
    comma && !counts && (scene.names_somebody(&head) || scene.any(&head, Role::Document))
}

/// "According to Lee, who left in May, nobody read it": where the relative clause ends that describes who is named before `at`.
fn past_description(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let describes = scene.tag(at) == Some(Tag::Comma) && scene.before(at + 1, end).is_some_and(|next| next.tag == Tag::Relative);
    let close = (at + 1..end).find(|later| scene.tags[*later].tag == Tag::Comma);
    if describes { close.unwrap_or(end) } else { at }
}

/// "it snowed, police said, and according to a guard covered the road": the conjunction with which what it is about begins.
fn joined_from(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<usize> {
    let at = candidate.group.start;
    let before = (candidate.clause.start..at).rev().find(|before| scene.tags[*before].tag != Tag::Comma)?;
    scene.tags[before].joins().then_some(before)
}

/// "In May, according to the agency, the river froze", "While most fled, according to the agency, some stayed": what stands before has no
/// verb of its own, or depends, so that the clause goes on.
fn goes_on(scene: &Scene<'_, '_>, candidate: &Candidate, end: usize) -> bool {
    let (start, at) = (candidate.clause.start, candidate.group.start);
    let comma = |at: usize| scene.tag(at) == Some(Tag::Comma);
    let parted = at > start && comma(at - 1) && end + 1 < candidate.clause.end && comma(end);
    let depends = |first: &Tagged| first.tag == Tag::Subordinator || first.is(Role::Contrast) && first.tag != Tag::Conjunction;
    parted
        && (!content::has_finite(scene, start..at)
            || waits(scene, candidate)
            || depends(&scene.tags[start]) && content::has_finite(scene, end..candidate.clause.end))
}

/// "The gang had, according to police, fled": the verb before the comma is not all of it.
fn waits(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let verb = candidate.group.start.checked_sub(2).filter(|verb| *verb > candidate.clause.start);
    verb.is_some_and(|verb| scene.tags[verb].tag == Tag::Auxiliary && scene.tags[verb + 1].tag == Tag::Comma)
}

/// "X cue (that) Y", "X cue T of Y", "Y, X cue", "Y, cueing Z".
fn subject(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, start) = (context.scene, candidate.group.start);
    let fits = matches!(candidate.cue.part, Part::Verb | Part::Adjective) && start > candidate.clause.start;
    if !fits || is_described(scene, candidate) || is_said_by_nobody(scene, candidate) {
        return None;
    }
    let (found, is_shared) = subject_of(context, candidate)?;
    if speaker_follows(scene, candidate, &found) {
        return None;
    }
    if let Some((who, told)) = fronted::cleft(scene, candidate, &found) {
        return draft(candidate, Source::Phrase(who), &[told], context);
    }
    let found = past_charge(scene, candidate, found);
    let (ranges, target) = if let Some(object) = candidate.parting() {
        (vec![object], None)
    } else if let Some(quoted) = fronted::equated(scene, candidate, &found) {
        (vec![quoted], None)
    } else if let Some(gapped) = gapped(scene, candidate, &found) {
        (gapped, None)
    } else if let Some(object) = fronted_object(scene, candidate, &found) {
        (vec![object], None)
    } else {
        let is_far = is_shared && found.end < start;
        let (ranges, target) =
            content_of(scene, candidate, &if is_far { start..start } else { found.clone() }).or_else(|| alone(scene, candidate, &found))?;
        (ranges, target.or_else(|| target::led_back(scene, candidate, &found)))
    };
    let unsaid = is_told_in_headline(scene, candidate, &found);
    // "Jury told nurse lied": the nurse is told nothing.
    let follows = unsaid && candidate.cue.rest.is_empty() && candidate.after < candidate.clause.end;
    let ranges = if follows { vec![candidate.after..candidate.clause.end] } else { ranges };
    let source = if unsaid { Source::Unspecified } else { Source::Phrase(found) };
    Some(Draft { target, ..draft(candidate, source, &ranges, context)? })
}

/// "The bishop apologised and left", "The man pleaded not guilty": the verb itself is all that is told. "The horse refused" tells nothing.
fn alone(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<complement::Asserted> {
    let group = &candidate.group;
    let rest = content::skip_adjuncts(scene, candidate.after, candidate.clause.end);
    let next = scene.before(rest, candidate.clause.end);
    let ends = next.is_none_or(|next| {
        next.joins() || next.can_subordinate() || matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Mark | Tag::Dash | Tag::Preposition)
    });
    let done = candidate.cue.takes(Frame::Alone) && !group.negated && !group.infinitive && !group.modal;
    (done && ends && !deeds::is_dumb(scene, candidate.clause.start, subject)).then(|| (vec![group.head..candidate.after], None))
}

/// "It lobbied on taxes and issues related to hotels, in two states, said Carl Beck.": whoever stands behind the verb closes the
/// sentence, and what stands before the comma is a sentence of its own.
fn speaker_follows(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> bool {
    let (clause, start) = (candidate.clause, candidate.group.start);
    let is_parted = candidate.group.finite && can_invert(candidate) && scene.tags[start - 1].tag == Tag::Comma;
    let tells_when = scene.next(candidate).is_some_and(|next| next.is(Role::Calendar));
    // "Oslo agreed, but its envoy, Ann Lee, demanded a trial": a name set off, and what it demands.
    let is_named = start > 1 && scene.tags[start - 2].tag == Tag::Name && candidate.cue.takes(Frame::Object);
    let takes_more = tells_when || is_named || candidate.cue.takes(Frame::Addressee);
    if !is_parted || takes_more || !content::has_finite(scene, clause.start..subject.start) {
        return false;
    }
    let closes = |found: &Range<usize>| found.end >= clause.end || scene.tags[found.end].tag == Tag::Stop;
    source::inverted(scene, candidate).is_some_and(|found| closes(&found) && scene.names_somebody(&found))
}

/// The cue is a participle that describes what stands before it, which undergoes the act or does not do it: "remarks published by
/// Reuters", "stopped short of calling".
fn is_described(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let is_done_by = scene.tags[candidate.group.head].is_verb(form::PARTICIPLE)
        && scene.next(candidate).is_some_and(|next| next.is(Role::By))
        && scene.tag(candidate.after + 1).is_some_and(Tag::opens_phrase);
    is_done_by
        || candidate.group.gerund && hanging::is_undone(scene, candidate.group.start - 1)
        || hanging::is_reduced(scene, candidate)
        || hanging::is_undergone(scene, candidate)
}

/// The subject of the cue, and whether another verb may have it too.
fn subject_of(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<(Range<usize>, bool)> {
    let (scene, group) = (context.scene, &candidate.group);
    let before = &scene.tags[group.start - 1];
    let own = match () {
        () if group.gerund => hanging::described(scene, candidate),
        () if group.infinitive => None,
        () => source::subject(scene, candidate.clause, group.start),
    };
    if let Some(own) = own {
        return Some((own, false));
    }
    let is_shared =
        before.joins() || group.gerund || hanging::is_listed(scene, candidate) || hanging::is_next_in_headline(scene, candidate);
    let told = hanging::told_of(scene, candidate.clause, group.head).map(|(_, who)| who);
    let found = match () {
        () if group.infinitive || group.gerund && before.tag == Tag::Preposition => hanging::controller(scene, candidate),
        () if told.is_some() => told,
        // "(said the man was stopped and) ordered to leave": he did not order it.
        () if before.joins() && content::goes_on_passive(scene, candidate.clause.start, group.head, candidate.clause.end) => None,
        () if is_shared => context.last_subject.cloned().or_else(|| hanging::main_subject(scene, candidate)),
        () => None,
    };
    Some((found?, is_shared))
}

/// "Warning of floods, the mayor shut the road", "Having promised lower taxes, she raised them": the subject stands after the comma.
fn leading(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause) = (context.scene, candidate.clause);
    let start = candidate.group.start;
    let led = start == clause.start + 1 && matches!(scene.tags[clause.start].tag, Tag::Preposition | Tag::Subordinator);
    let loose = candidate.group.gerund || scene.tags[start].is(Role::Loose);
    if candidate.cue.part != Part::Verb || !loose || candidate.group.negated || !(start == clause.start || led) {
        return None;
    }
    let (comma, subject) = hanging::following_subject(scene, candidate)?;
    let opening = Candidate { clause: Clause { end: comma, ..clause }, ..*candidate };
    let (ranges, target) = content_of(scene, &opening, &(start..start))?;
    let found = Draft { target, ..draft(&opening, Source::Phrase(subject), &ranges, context)? };
    // "Citing security concerns, the embassy shut"
    let tells = |piece: &Span| scene.quotes(*piece) || content::has_finite(scene, scene.document.tokens_in(*piece));
    let is_reason = scene.tags[candidate.group.head].is(Role::Citing) && !found.content.iter().any(tells);
    (!is_reason).then_some(found)
}

/// "Dam 'leaked for years', inquiry told", "Jury told of leak", "Jury told nurse lied": the court is told, by whom is not.
fn is_told_in_headline(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> bool {
    let mut rows = scene.tags[candidate.group.head].word.cues();
    let addresses = candidate.cue.act == Act::State && rows.any(|cue| cue.takes(Frame::Addressee) && cue.takes(Frame::Target));
    let headline = scene.document.segment_of(candidate.clause.sentence).kind == SegmentKind::Headline;
    let ends = candidate.after >= candidate.clause.end || scene.tags[candidate.after].tag == Tag::Stop || !candidate.cue.rest.is_empty();
    let ends = ends || headline && !scene.tag(candidate.after).is_some_and(|next| next == Tag::Determiner);
    let participle = candidate.group.start == candidate.group.head && scene.tags[candidate.group.head].is_verb(form::PARTICIPLE);
    addresses && ends && participle && scene.any(subject, Role::Court)
}

/// "It was not clear how many had left": the outlet does not know, and "it" is nobody.
fn is_said_by_nobody(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let is_it = |found: Range<usize>| {
        let tagged = &scene.tags[found.start];
        found.len() == 1 && tagged.is_it_or_you() && !tagged.is(Role::First)
    };
    candidate.cue.part == Part::Adjective
        && scene.tags.get(candidate.after).is_some_and(|next| next.is(Role::Wh) || next.tag == Tag::Relative)
        && source::subject(scene, candidate.clause, candidate.group.start).is_some_and(is_it)
}

/// The cue can stand before who says it: "said", "shrugged", and not "welcomed".
pub(super) fn can_invert(candidate: &Candidate) -> bool {
    candidate.cue.takes(Frame::Quote) && (candidate.cue.takes(Frame::That) || needs_marks(candidate))
}

/// "…, said X".
fn inverted(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if !can_invert(candidate) || !candidate.group.finite || candidate.group.modal || candidate.cue.part != Part::Verb {
        return None;
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let start = candidate.group.start;
    let found = source::inverted(scene, candidate)?;
    let from = content::skip_adjuncts(scene, found.end, clause.end);
    if start == clause.start {
        let said = complement::announced(scene, candidate, from)?;
        return draft(candidate, Source::Phrase(found), &[said], context);
    }
    if !matches!(scene.tags[start - 1].tag, Tag::Comma | Tag::Quote | Tag::Stop | Tag::Dash) {
        return None;
    }
    // "the “sharing economy” reflects a change": no pause, and nobody.
    let is_glued = scene.tags[start - 1].tag == Tag::Quote
        && start.checked_sub(2).is_some_and(|last| !matches!(scene.tags[last].tag, Tag::Comma | Tag::Stop | Tag::Mark | Tag::Dash));
    if is_glued && !scene.names_somebody(&found) {
        return None;
    }
    // "The minister, Ann Lee, warned Peru": a name and no words of anybody's.
    // "Two aides, asked the same question, said no": who is asked, and a verb of theirs.
    let asked = candidate.cue.act == Act::Demand && candidate.cue.takes(Frame::Addressee) && !scene.names_somebody(&found);
    let resumes = asked && scene.tag(from) == Some(Tag::Comma) && scene.before(from + 1, clause.end).is_some_and(Tagged::begins_predicate);
    let goes_on = from < clause.end && (resumes || !matches!(scene.tags[from].tag, Tag::Comma | Tag::Stop | Tag::Mark));
    let is_name = || scene.tags[clause.start..start].iter().all(|tagged| tagged.tag != Tag::Quote);
    if goes_on && is_name() && !phrase::has_predicate(&scene.tags, clause.start, start - 1) {
        return None;
    }
    // "The mill, which burnt in May, told the mayor": a subject with what describes it.
    let subject = phrase::after(&scene.tags, clause.start, start);
    let described = source::with_apposition(scene, subject.end, start);
    if !subject.is_empty() && described > subject.end && described + 1 >= start {
        return None;
    }
    let ranges = around(scene, candidate, &(start..start), from)?;
    draft(candidate, Source::Phrase(source::without_quotation(scene, found)), &ranges, context)
}
