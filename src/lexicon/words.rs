//! What one spelling can be: verb forms, cue heads and roles in attribution, closed classes, in one look-up per token.
//!
//! Roles are in `data/en/roles.tsv`, common verbs that are no cues in `data/en/verbs.tsv`, irregular forms in
//! `data/en/irregular.tsv`; cue heads come from `data/en/cues.tsv`. The table is built once, when first asked for.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::closed::{self, Classes};
use super::cues::{self, Cue, Frame, Part};
use super::inflect::{self, form};
use super::roles::roles;
use super::{numbers, quantities, tsv};

roles! {
    /// What a word can do in attribution.
    pub Role {
    /// that
    That = "that",
    /// whether, how, what
    Wh = "wh",
    /// by
    By = "by",
    /// to
    To = "to",
    /// of
    Of = "of",
    /// from
    From = "from",
    /// as
    As = "as",
    /// is, was, remained: takes an adjective or a participle
    Be = "be",
    /// has, had
    Have = "have",
    /// does, did
    Do = "do",
    /// but, while: joins another statement
    Contrast = "contrast",
    /// because, after: begins an adjunct
    Reason = "reason",
    /// citing, quoting: names through whom a source knows
    Citing = "citing",
    /// he, some, those: can be a subject by itself
    Subject = "subject",
    /// him, them: is never a subject
    Object = "object",
    /// statement, interview: where words were said
    Medium = "medium",
    /// Monday, yesterday
    Calendar = "calendar",
    /// in
    Within = "within",
    /// next: a time that begins with it is still to come
    Coming = "coming",
    /// will, would: what the verb behind it tells is not done yet
    ToCome = "to_come",
    /// charge, allegation: a noun that stands for somebody's claim
    Charge = "charge",
    /// man, vessel, firm: a word for many things, any of which may be called so
    General = "general",
    /// baseless, nonsense: turns a charge down
    Verdict = "verdict",
    /// wrong, absurd: a verdict on a deed as well as on a charge
    Judges = "judges",
    /// true, correct: what is said not to be so turns a charge down
    Truth = "truth",
    /// recognise, accept: whoever does not, turns the charge that is its object down
    Admits = "admits",
    /// may, reportedly: holds back
    Hedge = "hedge",
    /// minister, spokesman
    Office = "office",
    /// protesters, analysts
    Crowd = "crowd",
    /// official, source
    Unnamed = "unnamed",
    /// report, study
    Document = "document",
    /// newspaper, agency
    Media = "media",
    /// ministry, party
    Organisation = "organisation",
    /// he'd: a pronoun with its auxiliary
    Contracted = "contracted",
    /// himself
    Reflexive = "reflexive",
    /// I, we, you: whoever is speaking or spoken to
    First = "first",
    /// motion, visa: what a body grants or denies, and no claim
    Grantable = "grantable",
    /// judge, court: denies motions and dismisses charges
    Bench = "bench",
    /// court, inquest, jury: hears what witnesses say, and rules
    Court = "court",
    /// thing, hundred: a noun that looks like a verb form
    Noun = "noun",
    /// at: before a number that somebody gives
    At = "at",
    /// continued, began, quick, first, pains: what "to" brings after it was done ("was the first to say")
    Phase = "phase",
        /// suggest, hint: says it without quite saying so
        Hints = "hints",
    /// evidence, sign: without it something is not shown to be so, and may be
    Shows = "shows",
    /// issue, repeat, withdraw: brings a noun that carries the act, and nothing but words
    Utters = "utters",
    /// withdraw, retract: says that what the noun after it stands for is said no longer
    TakesBack = "takes_back",
    /// make, give: brings a noun that carries the act, among much else
    Makes = "makes",
    /// in, during: tells where or when, unless the word before it asks for it
    Setting = "setting",
    /// bin, van: stands in the names of people
    Particle = "particle",
    /// yet: before an infinitive, not done
    Yet = "yet",
    /// insist, maintain: holds to it against somebody who says otherwise
    Insists = "insists",
    /// face, investigate: has what others said for its object
    TakesUp = "takes-up",
    /// with: what stands after it is brought by whoever does the verb before it
    With = "with",
    /// named, anonymity: what a source who speaks to the press asks about itself
    Withheld = "withheld",
    /// name, identity: what a source asks not to be printed
    Identity = "identity",
    /// print, use: what a paper does with a name
    Prints = "prints",
    /// anyone, any: whoever it may be, and so nobody in particular
    Any = "any",
    /// for: before what somebody is blamed, praised or punished for
    Ground = "ground",
    /// until: what was not done before was done then
    Until = "until",
    /// until, hours: a time that somebody is given to do something is a deadline with it
    Deadline = "deadline",
    /// if, unless: what follows has not happened
    Condition = "condition",
    /// something: before a relative clause it stands for what was said before
    Points = "points",
    /// short, instead, refrained: what follows "of" or "from" was not done
    Undone = "undone",
    /// both, all: stands after the subject that it belongs to as well
    Floats = "floats",
    /// serious, credible: gives a charge weight, and does not turn it down
    Weighty = "weighty",
    /// proposal, demand, idea: can be rejected or dismissed, as words are and things are not
    Refusable = "refusable",
    /// being, having: an auxiliary that makes no clause finite
    Loose = "loose",
    /// about: what somebody is told stands after it
    About = "about",
    /// exclusive, analysis: tells what a text is where a headline would name a speaker
    Label = "label",
    /// innocence: whoever maintains it denies a charge
    Innocence = "innocence",
    /// goodbye, nothing: whoever says no more than that greets or is silent
    Formula = "formula",
    /// marched, rallied, wrote: done to say what stands after "to"
    Rallies = "rallies",
    /// likely, expected: what may come, before "to"
    Prospect = "prospect",
    /// should, must, ought: what somebody is to do
    Should = "should",
    /// recover, arrive, notice: what befalls somebody, and nobody asks of them
    Befalls = "befalls",
    /// first, latest, worst: what one of a row is
    Ranks = "ranks",
    /// medal, title, van, soup: a thing that is won, driven or eaten, and no words
    Thing = "thing",
    /// be: the form of a wish ("that it be closed")
    Bare = "bare",
    /// such: "no such order" points back at what somebody said
    Such = "such",
    /// wrong, illegal: whoever did nothing of the kind is accused of it
    Misdeed = "misdeed",
    /// part, role: whoever had none in what was done denies having done it
    Part = "part",
    /// disgrace, reckless: whoever calls something so condemns it
    Blames = "blames",
    /// triumph, heroic: whoever calls something so praises it
    Lauds = "lauds",
    /// win, victory: claimed with a number before it, it is won
    Won = "won",
    /// apology, compensation: asked of whoever did wrong
    Amends = "amends",
    /// benefits, asylum: whoever claims it asks for what is due
    Due = "due",
    /// alive, abandoned: how somebody or something is found
    Found = "found",
    /// film, play: shown, and no finding
    Shown = "shown",
    /// grew, mounted: what calls and fears do that are heard more often
    Grows = "grows",
    /// few, hardly: of so few or so rarely that it is none
    Scarce = "scarce",
    /// is, has, remains, still: tells what is so now
    Now = "now",
    /// army, gunmen, mob: what they attack is hit, and not scolded
    Armed = "armed",
    /// port, convoy, road, crowd: what is attacked or blocked by force
    Struck = "struck",
    /// knife, rocket: what somebody is attacked with
    Weapon = "weapon",
    /// killing, wounding: what a blow does
    Harms = "harms",
    /// admit, concede: says so of what one would rather not
    OwnsUp = "owns_up",
    /// over: before what somebody is attacked for
    Grievance = "grievance",
    }
}

/// All that is known of one spelling.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Verb forms (`inflect::form`).
    pub forms: u8,
    /// It is also a common noun.
    pub noun: bool,
    /// Its closed classes.
    pub classes: Classes,
    /// It can be a word of a number or begin a qualifier of one.
    pub counts: bool,
    roles: u128,
    cues: u32,
}

impl Word {
    /// The word can do this.
    pub fn is(self, role: Role) -> bool {
        self.roles & 1 << role as u128 != 0
    }

    /// The cues whose head it is, longest wording first; of two as long an adjective's first ("was convinced that").
    pub fn cues(self) -> impl Iterator<Item = &'static Cue> {
        let list: &[&Cue] = if self.heads_cue() { &TABLE.lists[self.cues as usize] } else { &[] };
        list.iter().copied()
    }

    /// It heads a cue that can stand in `frame`.
    pub fn takes(self, frame: Frame) -> bool {
        self.cues().any(|cue| cue.takes(frame))
    }

    /// It heads a cue that is this part.
    pub fn heads(self, part: Part) -> bool {
        self.cues().any(|cue| cue.part == part)
    }

    /// It heads a cue.
    pub fn heads_cue(self) -> bool {
        self.cues != 0
    }
}

/// The columns of the role file.
pub const ROLE_COLUMNS: &[&str] = &["word", "roles"];
/// The role file.
pub const ROLE_FILE: &str = include_str!("../../data/en/roles.tsv");
/// The columns of the verb file.
pub const VERB_COLUMNS: &[&str] = &["lemma", "use"];
/// The verb file.
pub const VERB_FILE: &str = include_str!("../../data/en/verbs.tsv");
/// The columns of the file of irregular forms.
pub const IRREGULAR_COLUMNS: &[&str] = &["lemma", "past", "participle", "gerund"];
/// The file of irregular forms.
pub const IRREGULAR_FILE: &str = include_str!("../../data/en/irregular.tsv");

struct Table {
    words: FxHashMap<String, Word>,
    /// Cues by list number; list 0 is empty.
    lists: Vec<Vec<&'static Cue>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(build);

/// The lower-case `word` stands in the names of people: "van", "bin".
pub fn is_particle(word: &str) -> bool {
    look_up(word).is(Role::Particle)
}

/// What is known of `word`, which must be in lower case with straight apostrophes.
pub fn look_up(word: &str) -> Word {
    TABLE.words.get(word).copied().unwrap_or_default()
}

/// No table knows `word` (lower case), and it ends as a past or a participle does.
pub fn is_unknown_past(word: &str) -> bool {
    look_up(word).forms == 0 && closed::classes(word).is_open() && word.ends_with("ed")
}

/// The verb whose irregular past or participle `word` (lower case) is, unless it is a verb itself: "taken" is "take", "found" is not
/// "find".
pub fn irregular(word: &str) -> Option<&'static str> {
    IRREGULAR.get(word).copied()
}

static IRREGULAR: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let forms = tsv::rows::<4>(IRREGULAR_FILE).flat_map(|[lemma, past, participle, _]| [(past, lemma), (participle, lemma)]);
    forms.filter(|(form, lemma)| form != lemma && look_up(form).forms & form::BASE == 0).collect()
});

/// About as many spellings as there are.
const SPELLINGS: usize = 8_192;

fn build() -> Table {
    let mut table = Table { words: FxHashMap::with_capacity_and_hasher(SPELLINGS, FxBuildHasher), lists: vec![Vec::new()] };
    for [word, roles] in tsv::rows::<2>(ROLE_FILE) {
        let bits = roles.split(',').filter_map(Role::of);
        table.words.entry(word.to_owned()).or_default().roles |= bits.fold(0, |bits, role| bits | 1 << role as u128);
    }
    for [lemma, used] in tsv::rows::<2>(VERB_FILE) {
        for (spelling, forms) in verb_forms(lemma) {
            let word = table.words.entry(spelling).or_default();
            word.forms |= forms;
            word.noun |= used == "both" && forms & (form::BASE | form::PRESENT) != 0;
        }
    }
    for (word, classes) in closed::all() {
        table.words.entry(word.to_owned()).or_default().classes = classes;
    }
    for word in numbers::all().chain(quantities::qualifier_openers()) {
        table.words.entry(word.to_owned()).or_default().counts = true;
    }
    for cue in cues::all() {
        add_cue(&mut table, cue);
    }
    for list in &mut table.lists {
        list.sort_by_key(|cue| (std::cmp::Reverse(cue.rest.len()), cue.part != Part::Adjective));
    }
    table
}

fn add_cue(table: &mut Table, cue: &'static Cue) {
    let spellings = match cue.part {
        Part::Verb => verb_forms(cue.head),
        Part::Noun => vec![(cue.head.to_owned(), 0), (inflect::present(cue.head), 0)],
        _ => vec![(cue.head.to_owned(), 0)],
    };
    for (spelling, forms) in spellings {
        let word = table.words.entry(spelling).or_default();
        word.forms |= forms;
        // "The treasury counts on it": what is a noun only behind "by" is none elsewhere.
        word.noun |= cue.part == Part::Noun && !cue.takes_only(Frame::By);
        if word.cues == 0 {
            word.cues = table.lists.len() as u32;
            table.lists.push(Vec::new());
        }
        let list = &mut table.lists[word.cues as usize];
        if list.last().is_none_or(|last| !std::ptr::eq(*last, cue)) {
            list.push(cue);
        }
    }
}

/// All spellings of the verb `lemma`.
pub fn forms_of(lemma: &str) -> Vec<String> {
    verb_forms(lemma).into_iter().map(|(spelling, _)| spelling).collect()
}

/// Past, participle and gerund of irregular verbs, by lemma.
static FORMS: LazyLock<FxHashMap<&str, [&str; 3]>> =
    LazyLock::new(|| tsv::rows::<4>(IRREGULAR_FILE).map(|[lemma, past, participle, gerund]| (lemma, [past, participle, gerund])).collect());

fn verb_forms(lemma: &str) -> Vec<(String, u8)> {
    let [present, past, gerund] = inflect::regular(lemma);
    let (past, participle, gerund) = match FORMS.get(lemma) {
        Some([past, participle, ""]) => ((*past).to_owned(), (*participle).to_owned(), gerund),
        Some([past, participle, given]) => ((*past).to_owned(), (*participle).to_owned(), (*given).to_owned()),
        None => (past.clone(), past, gerund),
    };
    let forms = [
        (lemma.to_owned(), form::BASE),
        (present, form::PRESENT),
        (past, form::PAST),
        (participle, form::PARTICIPLE),
        (gerund, form::GERUND),
    ];
    let british = |(spelling, form): &(String, u8)| Some((inflect::british(lemma, spelling)?, *form));
    let others: Vec<(String, u8)> = forms.iter().filter_map(british).collect();
    forms.into_iter().chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_known_roles_and_uses() {
        for (file, columns) in [(ROLE_FILE, ROLE_COLUMNS), (VERB_FILE, VERB_COLUMNS), (IRREGULAR_FILE, IRREGULAR_COLUMNS)] {
            assert_eq!(tsv::check(file, columns), Ok(()));
        }
        for [word, names] in tsv::rows::<2>(ROLE_FILE) {
            for name in names.split(',') {
                assert!(Role::of(name).is_some(), "{word}: {name}");
            }
        }
        for [lemma, used] in tsv::rows::<2>(VERB_FILE) {
            assert!(matches!(used, "verb" | "both"), "{lemma}");
        }
    }

    #[test]
    fn a_spelling_knows_its_forms_and_cues() {
        let told = look_up("told");
        assert_eq!(told.forms, form::PAST | form::PARTICIPLE);
        assert!(told.heads_cue() && !look_up("bridge").heads_cue());
        assert!(look_up("claims").noun && look_up("baseless").is(Role::Verdict));
    }
}
