//! Who says what: attributed claims, figures and statuses of one text.
//!
//! In reading order:
//!
//! - the text: `language` tells what is no English, `scene` holds the sentence that is read, `rules` how sure each rule is;
//! - cues: `cues` finds the words that may carry an act;
//! - patterns: `frame` tries those in which cue, source and content stand together; `brought`, `noun`, `relay`, `passive` and `impersonal`
//!   are the longer ones, `hanging` tells whose subject a verb shares; `signature` reads names set beside words without a verb;
//! - parts: `source`, `target`, `content`; `complement`, `around` and `fronted` find what is said, `between` what stands before it, and
//!   `acts` what act it makes of the cue's;
//! - vetoes: `deeds`, `sourcing` and `nested` tell where nobody asserts anything, or nothing of their own;
//! - a second opinion: `parsed` has what a parse adds;
//! - after the sentences: `quote` gives quotations that go on to their speaker, `denial` tells what turns a claim down, `untrue` what calls
//!   it false, `answers` links denials to what they deny, `finish` writes the claims out;
//! - beside claims: `figures`, `status`, `notices`.
//!
//! Names are surface names; `actors` resolves them.
//!
//! Always holds: claims stand in the order of their evidence, every span slices the text, nothing is paraphrased. Linear in the
//! text's length. Known failure: what each rule gets wrong stands in the table of `rules`, and is tested.
#![allow(clippy::single_range_in_vec_init, reason = "a content is a list of ranges, often of one")]

mod language;
mod rules;
mod scene;

mod cues;

mod brought;
mod frame;
mod hanging;
mod impersonal;
mod noun;
mod passive;
mod relay;
mod signature;

mod acts;
mod around;
mod between;
mod complement;
mod content;
mod fronted;
mod source;
mod target;

mod deeds;
mod nested;
mod sourcing;

mod parsed;

mod answers;
mod denial;
mod finish;
mod quote;
mod untrue;

mod figures;
mod notices;
mod status;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::lexicon::actors::World;
use crate::lexicon::knowledge::Knowledge;
use crate::model::{Claim, Findings, Rule};
use crate::syntax::Parser;
use crate::text::{Document, Span};

use parsed::Reading;
use scene::{Candidate, Draft, Scene};

/// Everything that is attributed, counted or given a status in `document`, by rules alone and with what comes with the program. Names are
/// surface names; `actors` resolves them. A text that is surely not English gives only a note.
pub fn extract(document: &Document<'_>) -> Findings<Span> {
    read(&Knowledge::builtin(), None, document, &document.lower_cased())
}

#[cfg(test)]
fn extract_parsed(knowledge: &Knowledge, parser: Option<&dyn Parser>, document: &Document<'_>) -> Findings<Span> {
    read(knowledge, parser, document, &document.lower_cased())
}

/// The same by what is known, with sentences that hold a cue read by `parser` too; `None` is by rules alone. `lower` are the tokens in
/// lower case, which whoever reads on has use for.
pub(crate) fn read<'t>(
    knowledge: &Knowledge,
    parser: Option<&dyn Parser>,
    document: &Document<'t>,
    lower: &[Cow<'t, str>],
) -> Findings<Span> {
    if let Some(language) = language::foreign(document) {
        return Findings { notes: vec![language::note(language)], ..Findings::default() };
    }
    let mut scene = Scene::new(document, lower);
    let mut drafts = drafts(&mut scene, &knowledge.world, parser);
    quote::carry_over(&scene, &mut drafts);
    answers::owned_charges(&scene, &mut drafts);
    let answers = answers::link(&scene, &mut drafts);
    target::answered(&mut drafts, &answers);
    let mut found = Findings { claims: written(&scene, &drafts, &answers), ..Findings::default() };
    status::complete(&scene, &knowledge.topics, &mut found);
    found
}

/// The claims in the order of their evidence, numbered in that order.
fn written(scene: &Scene<'_, '_>, drafts: &[Draft], answers: &[Option<usize>]) -> Vec<Claim<Span>> {
    let mut claims: Vec<_> = drafts.iter().map(|draft| finish::claim(scene, draft)).enumerate().collect();
    claims.sort_by_key(|(number, claim)| (claim.evidence.span, *number));
    let mut place = vec![0; claims.len()];
    for (at, (number, _)) in claims.iter().enumerate() {
        place[*number] = at + 1;
    }
    let id = |number: usize| format!("c{}", place[number]);
    claims.into_iter().map(|(number, claim)| Claim { id: id(number), answers: answers[number].map(id), ..claim }).collect()
}

/// Every claim, sentence by sentence.
fn drafts(scene: &mut Scene<'_, '_>, world: &World, parser: Option<&dyn Parser>) -> Vec<Draft> {
    let mut out = Vec::new();
    let mut candidates = Vec::new();
    for index in 0..scene.document.sentences.len() {
        if !scene.document.segment_of(index).kind.is_reporting() {
            continue;
        }
        cues::find(scene, index, &mut candidates);
        let parse = parser.and_then(|parser| parsed::parse(scene, index, &candidates, parser));
        if parse.as_ref().is_some_and(|parse| parsed::correct(scene, index, parse)) {
            cues::find(scene, index, &mut candidates);
        }
        let scene = &*scene;
        let reading = parse.map(|parse| Reading::new(scene, index, &candidates, parse));
        let all = out.len();
        out.extend(signature::find(scene, world, index));
        let begun = out.len();
        cued(scene, world, &candidates, reading.as_ref(), &mut out);
        out.extend(signature::introduced(scene, index, &out[all..]));
        impersonal::retire(&mut out, begun);
        nested::settle(scene, &mut out, begun);
    }
    out
}

/// The claims that the cues of one sentence carry.
fn cued(scene: &Scene<'_, '_>, world: &World, candidates: &[Candidate], reading: Option<&Reading<'_, '_, '_>>, out: &mut Vec<Draft>) {
    let begun = out.len();
    let mut last_subject = None;
    for candidate in candidates.iter().filter(|candidate| candidate.clause.quotation.is_none()) {
        let found = frame::find(scene, candidate, last_subject.as_ref());
        let found = match reading {
            Some(reading) => reading.settle(candidate, found, &out[begun..]),
            None => found,
        };
        let Some(mut draft) = found else { continue };
        let leads = candidate.group.finite && !content::depends(scene, candidate.clause.start, candidate.group.start);
        if let Some(words) = draft.source.words().filter(|_| leads) {
            last_subject = Some(words.clone());
        }
        denial::relabel(scene, &mut draft);
        if is_no_claim(scene, world, &draft) || relay::is_told(&out[begun..], &draft) {
            continue;
        }
        draft.act = acts::act_of_words(scene, &draft).unwrap_or(draft.act);
        if draft.rule == Rule::Brought {
            brought::retire(out, begun, &draft);
        }
        out.push(draft);
    }
}

/// The words fit a pattern, and nobody asserts anything with them.
fn is_no_claim(scene: &Scene<'_, '_>, world: &World, draft: &Draft) -> bool {
    answers::is_ruling(scene, draft)
        || deeds::asserts_nothing(scene, world, draft)
        || sourcing::is_about_itself(scene, draft)
        || deeds::is_left_undone(scene, draft)
        || denial::withholds(scene, draft)
}
