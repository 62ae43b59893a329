//! What a change of a text must and must not be told as, on the smallest texts that show it.

use sayso::diff::{self, Fact, FactKind};
use sayso::model::{
    Act, ActorKind, Certainty, Change, ChangeKind, Claim, Distance, Evidence, Figure, Findings, Mention, Notice, NoticeState, Passage,
    QuoteKind, Status,
};
use sayso::text::{CharIndex, CharSpan, Document, Span};
use sayso::track::{Agreement, FigurePoint, OutletFindings, Prior, Step, Tracker, Version, VersionDelta, compare_outlets, figure_series};

/// One version under construction: its text and what is found in it.
#[derive(Clone)]
struct Draft {
    report: i64,
    text: String,
    found: Findings,
    note: Option<&'static str>,
}

fn draft(text: &str) -> Draft {
    Draft { report: 0, text: text.to_owned(), found: Findings::default(), note: None }
}

impl Draft {
    fn place(&self, words: &str) -> CharSpan {
        let start = self.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {:?}", self.text));
        CharIndex::new(&self.text).chars(Span::new(start, start + words.len()))
    }

    fn mention(&self, name: &str, evidence: &str) -> Option<Mention> {
        let (surface, name) = name.split_once('=').unwrap_or((name, name));
        let at = evidence.find(surface).map(|at| self.place(evidence).start() + evidence[..at].chars().count());
        let span = at.map(|at| CharSpan::new(at, at + surface.chars().count()));
        (!name.is_empty()).then(|| Mention {
            text: surface.to_owned(),
            span: span.into_iter().collect(),
            name: name.to_owned(),
            kind: ActorKind::State,
        })
    }

    /// A claim; a name may be given as `surface=name`.
    fn claim(mut self, act: Act, source: &str, target: &str, evidence: &str) -> Self {
        let span = self.place(evidence);
        let quoted = evidence.contains(['“', '"']);
        self.found.claims.push(Claim {
            id: format!("{}/{}/{}/{}", self.report, self.text.len(), self.found.claims.len(), evidence),
            act,
            source: self.mention(source, evidence),
            target: self.mention(target, evidence),
            cue: None,
            content: Passage { text: evidence.to_owned(), span: vec![span] },
            evidence: Evidence { span },
            quote: if quoted { QuoteKind::Mixed } else { QuoteKind::Indirect },
            certainty: Certainty::Asserted,
            distance: Distance::Neutral,
            negated: false,
            topics: Vec::new(),
            answers: None,
            via: None,
            confidence: 1.0,
            rule: "test".to_owned(),
        });
        self
    }

    /// The words that carry the last claim's act.
    fn cue(mut self, words: &str) -> Self {
        let span = self.place(words);
        self.found.claims.last_mut().expect("a claim").cue = Some(Passage { text: words.to_owned(), span: vec![span] });
        self
    }

    /// The words that the last claim's source says.
    fn saying(mut self, words: &str) -> Self {
        let span = self.place(words);
        self.found.claims.last_mut().expect("a claim").content = Passage { text: words.to_owned(), span: vec![span] };
        self
    }

    /// The last claim's quotation goes on with these words.
    fn going_on(mut self, words: &str) -> Self {
        let span = self.place(words);
        self.found.claims.last_mut().expect("a claim").content.span.push(span);
        self
    }

    /// What the source of the last claim is.
    fn by(mut self, kind: ActorKind) -> Self {
        self.found.claims.last_mut().and_then(|claim| claim.source.as_mut()).expect("a source").kind = kind;
        self
    }

    /// The last claim answers the claim before it.
    fn answering(mut self) -> Self {
        let ids: Vec<String> = self.found.claims.iter().map(|claim| claim.id.clone()).collect();
        if let [.., asked, _] = &ids[..] {
            self.found.claims.last_mut().expect("a claim").answers = Some(asked.clone());
        }
        self
    }

    fn figure(mut self, what: &str, value: f64, qualifier: Option<&str>, evidence: &str) -> Self {
        self.found.figures.push(Figure {
            id: evidence.to_owned(),
            what: what.to_owned(),
            low: Some(value),
            high: None,
            qualifier: qualifier.map(str::to_owned),
            unit: "people".to_owned(),
            source: None,
            cumulative: true,
            evidence: Evidence { span: self.place(evidence) },
        });
        self
    }

    fn status(mut self, topic: &str, state: &str, evidence: &str) -> Self {
        let span = self.place(evidence);
        self = self.claim(Act::State, "", "", evidence);
        let claim = self.found.claims.last_mut().expect("a claim");
        (claim.topics, claim.rule, claim.quote) = (vec![topic.to_owned()], "status".to_owned(), QuoteKind::None);
        let row =
            Status { id: evidence.to_owned(), topic: topic.to_owned(), state: state.to_owned(), source: None, evidence: Evidence { span } };
        self.found.statuses.push(row);
        self
    }

    fn notice(mut self, text: &str) -> Self {
        self.found.notices.push(Notice { text: text.to_owned(), span: Some(self.place(text)) });
        self
    }

    fn of(mut self, report: i64) -> Self {
        self.report = report;
        self.found.claims.iter_mut().for_each(|claim| claim.id = format!("{report}:{}", claim.id));
        self
    }

    fn note(mut self, note: &'static str) -> Self {
        self.note = Some(note);
        self
    }
}

/// Feeds the versions to a tracker, in their order.
fn track(versions: &[Draft]) -> (Vec<VersionDelta>, Vec<sayso::track::Thread>) {
    let documents: Vec<Document<'_>> = versions.iter().map(|version| Document::new(&version.text)).collect();
    let mut tracker = Tracker::new();
    let mut out = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let before = versions[..at].iter().rposition(|before| before.report == version.report);
        let comparison = before.map(|before| diff::compare(&documents[before], &documents[at]));
        let facts = match (before, &comparison) {
            (Some(before), Some(comparison)) => diff::facts(&documents[before], &documents[at], comparison),
            _ => Vec::new(),
        };
        out.push(tracker.push(&Version {
            report: version.report,
            key: &at.to_string(),
            document: &documents[at],
            findings: &version.found,
            prior: before.zip(comparison.as_ref()).map(|(before, comparison)| Prior {
                document: &documents[before],
                comparison,
                facts: &facts,
            }),
            note: version.note,
        }));
    }
    (out, tracker.finish().threads)
}

/// The changes of the last version.
fn changes(versions: &[Draft]) -> Vec<Change> {
    track(versions).0.pop().map(|delta| delta.changes).unwrap_or_default()
}

fn kinds(versions: &[Draft]) -> Vec<ChangeKind> {
    changes(versions).into_iter().map(|change| change.kind).collect()
}

const PORT: &str = "The harbour union accused the owners of cutting corners on safety at the oil terminal.";
const OWNERS: &str = "The owners denied cutting corners on safety at the oil terminal.";
const MAYOR: &str = "Mayor Lund said that ferries would run again from the eastern quay next week.";

fn port(order: [usize; 3]) -> Draft {
    let paragraphs = [PORT, OWNERS, MAYOR];
    let text = order.iter().map(|at| paragraphs[*at]).collect::<Vec<_>>().join("\n\n");
    let mut out = draft(&format!("Quarrel at the port\n\n{text}\n"));
    for at in order {
        out = match at {
            0 => out.claim(Act::Accuse, "harbour union", "owners", PORT),
            1 => out.claim(Act::Deny, "owners", "harbour union", OWNERS),
            _ => out.claim(Act::State, "Mayor Lund", "", MAYOR),
        };
    }
    out
}

#[test]
fn paragraphs_in_another_order_are_moved_and_nothing_else() {
    assert_eq!(kinds(&[port([0, 1, 2]), port([2, 0, 1])]), [ChangeKind::Moved]);
    assert_eq!(kinds(&[port([0, 1, 2]), port([0, 2, 1])]), [ChangeKind::Moved]);
    assert!(kinds(&[port([0, 1, 2]), port([0, 1, 2])]).is_empty());
}

#[test]
fn typography_and_spelling_are_silent() {
    let claim = |quote: &str| {
        let evidence = format!("The labour minister said that the harbour was {quote}.");
        draft(&format!("Port opens\n\n{evidence}\n")).claim(Act::State, "labour minister", "", &evidence)
    };
    assert!(kinds(&[claim("\"half-open\" -- at best"), claim("“half-open” — at  best")]).is_empty());
    let american = "The labor minister said that the harbor was \"half-open\" -- at best.";
    let american = draft(&format!("Port opens\n\n{american}\n")).claim(Act::State, "labor minister=labour minister", "", american);
    assert!(kinds(&[claim("\"half-open\" -- at best"), american]).is_empty());
}

#[test]
fn a_name_for_a_pronoun_or_a_title_is_silent() {
    let version = |named: &str, source: &str| {
        let evidence = format!("{named} said that the bridge would reopen before the winter.");
        draft(&format!("Bridge\n\n{evidence}\n")).claim(Act::State, source, "", &evidence)
    };
    let full = version("Anna Berg, the transport minister,", "Anna Berg");
    for (named, source) in
        [("She", "She=Anna Berg"), ("Berg", "Berg=Anna Berg"), ("The transport minister", "The transport minister=Anna Berg")]
    {
        assert!(kinds(&[full.clone(), version(named, source)]).is_empty(), "{named}");
    }
}

#[test]
fn speakers_that_change_places_are_two_changes_of_source() {
    let version = |first: &str, second: &str| {
        let flood = format!("{first} said that the lower dam had leaked since the spring floods.");
        let pay = format!("{second} said that every farmer along the river would be paid in full.");
        draft(&format!("Dam\n\n{flood}\n\n{pay}\n")).claim(Act::State, first, "", &flood).claim(Act::State, second, "", &pay)
    };
    let versions = [version("Engineer Holt", "Governor Reyes"), version("Governor Reyes", "Engineer Holt")];
    assert_eq!(kinds(&versions), [ChangeKind::SourceChanged, ChangeKind::SourceChanged]);
}

#[test]
fn a_denial_that_goes_while_its_accusation_stays_is_told() {
    let both = draft(&format!("Port\n\n{PORT} {OWNERS}\n"))
        .claim(Act::Accuse, "harbour union", "owners", PORT)
        .claim(Act::Deny, "owners", "harbour union", OWNERS)
        .answering();
    let one = draft(&format!("Port\n\n{PORT}\n")).claim(Act::Accuse, "harbour union", "owners", PORT);
    let told = changes(&[both.clone(), one.clone()]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Dropped]);
    assert!(told[0].why.contains("what it answers still stands"), "{}", told[0].why);
    assert!(told[0].weight > 0.8);
    assert_eq!(told[0].notice, NoticeState::Silent);
    let all_gone = changes(&[both, draft("Port\n\nThe terminal is shut.\n")]);
    assert!(all_gone.iter().all(|change| !change.why.contains("still stands")));
}

#[test]
fn who_holds_an_office_is_known_by_it_in_the_version_that_does_not_name_him() {
    let (admitted, denied) = (
        "Osland's fisheries minister acknowledged that a warning about the ferry had reached his office.",
        "Relatives wept on the quay, and the fisheries minister denied having seen any warning.",
    );
    let named = draft(&format!("Ferry\n\n{admitted}\n"))
        .claim(Act::Confirm, "Osland's fisheries minister=Ivo Lund", "", admitted)
        .by(ActorKind::Person);
    let unnamed = draft(&format!("Ferry\n\n{denied}\n")).claim(Act::Deny, "fisheries minister", "", denied).by(ActorKind::Office);
    assert_eq!(kinds(&[named, unnamed]), [ChangeKind::ActChanged]);
}

#[test]
fn what_was_dropped_and_comes_back_is_restored() {
    let without = draft("Quarrel at the port\n\nThe terminal is shut.\n");
    let versions = [port([0, 1, 2]), without, port([0, 1, 2])];
    assert_eq!(kinds(&versions[..2]), [ChangeKind::Dropped; 3]);
    assert_eq!(kinds(&versions), [ChangeKind::Restored; 3]);
}

#[test]
fn a_clause_of_what_is_said_comes_and_goes_like_a_claim() {
    let version = |said: &str| {
        let evidence = format!("The operator said {said}.");
        draft(&format!("Gas\n\n{evidence}\n")).claim(Act::State, "operator", "", &evidence)
    };
    let (one, both) = (version("repairs could take weeks"), version("repairs could take weeks but that hospitals were not at risk"));
    let told = changes(&[both.clone(), one.clone()]);
    let shown: Vec<_> = told.iter().map(|change| (change.kind, change.before.as_str(), change.after.as_str())).collect();
    assert_eq!(shown, [(ChangeKind::Dropped, "that hospitals were not at risk", "")]);
    assert_eq!(kinds(&[one, both.clone()]), [ChangeKind::Added]);
    let other = version("repairs could take weeks but that hospitals would be spared");
    assert_eq!(kinds(&[both, other]), [ChangeKind::Reworded], "other words stand in its place");
}

#[test]
fn sources_without_a_name_that_are_not_as_many_have_changed() {
    let version = |source: &str, shown: &str| {
        let evidence = format!("Troops have crossed the river, {shown} said.");
        draft(&format!("River\n\n{evidence}\n")).claim(Act::State, source, "", &evidence).by(ActorKind::Unnamed)
    };
    let told = kinds(&[version("officials", "two officials"), version("official", "an official")]);
    assert_eq!(told, [ChangeKind::SourceChanged]);
}

#[test]
fn whoever_is_no_longer_said_to_have_done_it_was_its_target() {
    let version = |target: &str, said: &str| {
        let evidence = format!("Witnesses said that {said}.");
        draft(&format!("Market\n\n{evidence}\n")).claim(Act::State, "witnesses", target, &evidence).cue("said").saying(said)
    };
    let (named, left_out) = (version("guards", "guards shot a man in the market"), version("", "a man was shot in the market"));
    assert_eq!(kinds(&[named.clone(), left_out.clone()]), [ChangeKind::TargetChanged]);
    assert_eq!(kinds(&[left_out, named.clone()]), [ChangeKind::TargetChanged]);
    assert_eq!(kinds(&[named, version("", "they shot a man in the market")]), [], "they may be the guards");
}

#[test]
fn graver_and_milder_words_for_one_thing_are_told_by_their_force() {
    let version = |said: &str| {
        let evidence = format!("The bishop said that {said}.");
        draft(&format!("Valley\n\n{evidence}\n")).claim(Act::State, "bishop", "", &evidence).cue("said").saying(said)
    };
    let told = |was: &str, is: &str| kinds(&[version(was), version(is)]);
    assert_eq!(told("it was a massacre of farmers", "it was a killing of farmers"), [ChangeKind::Softened]);
    assert_eq!(told("some of the farmers had fled", "all of the farmers had fled"), [ChangeKind::Strengthened]);
    assert_eq!(told("the road was the most likely cause", "the road was a likely cause"), [ChangeKind::Softened]);
    assert_eq!(told("the massacre was planned", "the feast was planned"), [ChangeKind::Reworded]);
}

#[test]
fn a_number_with_another_unit_or_after_another_preposition_is_another_figure() {
    let version = |said: &str| {
        let evidence = format!("The bank said that {said}.");
        draft(&format!("Bank\n\n{evidence}\n")).claim(Act::State, "bank", "", &evidence).cue("said").saying(said)
    };
    let told = |was: &str, is: &str| {
        let told = changes(&[version(was), version(is)]);
        told.into_iter().map(|change| (change.kind, change.before, change.after)).collect::<Vec<_>>()
    };
    let figure = |was: &str, is: &str| [(ChangeKind::FigureChanged, was.to_owned(), is.to_owned())];
    assert_eq!(told("40 tonnes had leaked", "40 litres had leaked"), figure("40 tonnes", "40 litres"));
    assert_eq!(told("it dug 12 tonnes a day", "it dug 12 tonnes a week"), figure("12 tonnes a day", "12 tonnes a week"));
    assert_eq!(told("rates had risen by 2 percent", "rates had risen by 2 percentage points"), figure("2 percent", "2 percentage points"));
    assert_eq!(told("sales had fallen to 12 percent", "sales had fallen by 12 percent"), figure("fallen to 12", "fallen by 12"));
    assert_eq!(told("it was the first loss", "it was the second loss"), figure("first", "second"));
    assert_eq!(told("it put the number at 12", "it stood by a number of 12")[0].0, ChangeKind::Reworded);
}

#[test]
fn two_words_that_changed_places_are_a_fact_put_right() {
    let version = |said: &str| {
        let evidence = format!("The guard said that {said}.");
        draft(&format!("Crash\n\n{evidence}\n")).claim(Act::State, "guard", "", &evidence).cue("said").saying(said)
    };
    let was = version("the lorry had struck the bus");
    assert_eq!(kinds(&[was.clone(), version("the bus had struck the lorry")]), [ChangeKind::Corrected]);
    assert_eq!(kinds(&[was, version("the lorry had struck the bus")]), []);
}

#[test]
fn force_is_told_by_verbs_hedges_and_boosters() {
    let version = |verb: &str, rest: &str| {
        let evidence = format!("Minister Okoro {verb} that the grain deal {rest} before the harvest.");
        draft(&format!("Grain\n\n{evidence}\n")).claim(Act::State, "Minister Okoro", "", &evidence)
    };
    let said = version("said", "would end");
    assert_eq!(kinds(&[said.clone(), version("warned", "would end")]), [ChangeKind::Strengthened]);
    assert_eq!(kinds(&[said.clone(), version("suggested", "would end")]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[said.clone(), version("said", "might end")]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[said.clone(), version("said", "would certainly end")]), [ChangeKind::Strengthened]);
    assert_eq!(kinds(&[said, version("said", "would collapse")]), [ChangeKind::Reworded]);
}

#[test]
fn a_number_in_a_claim_is_told_with_both_values() {
    let version = |number: &str| {
        let evidence = format!("The coast guard said that {number} sailors were still missing off the cape.");
        draft(&format!("Wreck\n\n{evidence}\n")).claim(Act::State, "coast guard", "", &evidence)
    };
    let told = changes(&[version("12"), version("at least 120")]);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].kind, told[0].before.as_str(), told[0].after.as_str()), (ChangeKind::FigureChanged, "12", "at least 120"));
}

#[test]
fn a_figure_that_no_claim_holds_is_told_too() {
    let version = |number: f64| {
        let evidence = format!("{number} people died");
        draft(&format!("Quake\n\nThe quake shook the valley at dawn and {evidence} in the old town.\n"))
            .figure("killed", number, None, &evidence)
    };
    let told = changes(&[version(14.0), version(17.0)]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::FigureChanged]);
    assert_eq!((told[0].before.as_str(), told[0].after.as_str()), ("14 people", "17 people"));
}

fn led(name: &str) -> Draft {
    let evidence = format!("The embassy said that {name}, the head of the customs service, would lead the delegation.");
    draft(&format!("Talks\n\n{evidence}\n")).claim(Act::State, "embassy", "", &evidence)
}

#[test]
fn a_name_mended_without_a_word_is_corrected_and_silent() {
    let told = changes(&[led("Pavel Horak"), led("Petr Novak")]);
    assert_eq!(told.iter().map(|change| (change.kind, change.notice)).collect::<Vec<_>>(), [(ChangeKind::Corrected, NoticeState::Silent)]);
}

#[test]
fn a_note_beside_the_text_owns_up_or_understates() {
    let state = |note| changes(&[led("Pavel Horak"), led("Petr Novak").note(note)])[0].notice;
    assert_eq!(state("An earlier version named Pavel Horak; the delegation is led by Petr Novak."), NoticeState::Declared);
    assert_eq!(state("A typo has been fixed."), NoticeState::Partial);
    assert_eq!(state("A picture was added."), NoticeState::Silent);
}

#[test]
fn a_notice_that_speaks_of_somebody_does_not_own_up_to_another_name() {
    let pilot = |name: &str| {
        let evidence = format!("Pilot Jon {name} said that the engine had failed over the bay.");
        draft(&format!("Crash\n\n{evidence}\n")).claim(Act::State, &format!("Jon {name}"), "", &evidence)
    };
    let state = |note| changes(&[pilot("Ekdahl"), pilot("Ekdal").note(note)])[0].notice;
    assert_eq!(state("Correction: An earlier version misstated Mr Ekdal's age."), NoticeState::Silent);
    assert_eq!(state("Updated to add a comment from Mr Ekdal's lawyer."), NoticeState::Silent);
    assert_eq!(state("Correction: An earlier version misspelled the pilot's name. He is Jon Ekdal."), NoticeState::Declared);
    assert_eq!(state("Correction: The pilot is Jon Ekdal, not Ekdahl."), NoticeState::Declared);
}

#[test]
fn a_notice_gives_numbers_in_any_form() {
    let text = |value: f64, shown: &str| {
        draft(&format!("Land\n\nThe city paid ${shown} million for the land.\n")).figure("price", value, None, &format!("${shown} million"))
    };
    let state = |note| changes(&[text(3_100_000.0, "3.1"), text(1_300_000.0, "1.3").note(note)])[0].notice;
    assert_eq!(state("An earlier version said that the city paid $3.1 million. It paid $1.3 million."), NoticeState::Declared);
    assert_eq!(state("The city paid $1,300,000, not $3,100,000."), NoticeState::Declared);
    assert_eq!(state("The sum was 9.2 million in the past, and is $1.3 million now."), NoticeState::Silent, "what was put right is 9.2");
}

#[test]
fn a_notice_that_says_only_that_something_was_wrong_is_too_vague_for_a_date() {
    let text = |month: &str| {
        let evidence = format!("Minister Reis said that the tunnel would open in {month}.");
        draft(&format!("Tunnel\n\n{evidence}\n")).claim(Act::State, "Minister Reis", "", &evidence)
    };
    let state = |note| changes(&[text("May"), text("June").note(note)])[0].notice;
    assert_eq!(state("A previous version of this story contained an error. It has been corrected."), NoticeState::Partial);
    assert_eq!(state("This story was corrected on 3 June."), NoticeState::Partial, "the date is that of the notice");
    assert_eq!(state("The tunnel opens in June, not in May."), NoticeState::Declared);
}

#[test]
fn other_words_are_a_fact_put_right_where_a_notice_has_both() {
    let text = |poison: &str| {
        let evidence = format!("The ministry said that traces of {poison} had been found in the well.");
        draft(&format!("Well\n\n{evidence}\n")).claim(Act::State, "ministry", "", &evidence)
    };
    let told = |note| {
        let told = changes(&[text("ricin"), text("cyanide").note(note)]);
        (told[0].kind, told[0].notice)
    };
    assert_eq!(told("Correction: The poison was cyanide, not ricin."), (ChangeKind::Corrected, NoticeState::Declared));
    assert_eq!(told("Clarification: The poison was cyanide.").0, ChangeKind::Corrected, "one word stands for one");
    assert_eq!(told("Correction: The well is in the old town.").0, ChangeKind::Reworded);
}

#[test]
fn a_notice_that_mends_a_number_owns_up_to_no_other_words_beside_it() {
    let text = |said: &str| {
        let evidence = format!("The fund said that it had {said} loans.");
        draft(&format!("Fund\n\n{evidence}\n")).claim(Act::State, "fund", "", &evidence)
    };
    let told = changes(&[text("paused 4"), text("cancelled 7").note("Correction: The number of loans is 7, not 4.")]);
    let told: Vec<_> = told.iter().map(|change| (change.kind, change.notice)).collect();
    assert_eq!(told, [(ChangeKind::Strengthened, NoticeState::Partial), (ChangeKind::FigureChanged, NoticeState::Declared)]);
}

#[test]
fn a_refusal_that_says_nothing_of_what_is_refused_is_the_only_one_of_its_source() {
    let charge = "Minister Té accused Dakar of arming the guard.";
    let version = |denial: &str, bare: bool| {
        let text = draft(&format!("Coup\n\n{charge}\n\n{denial}\n")).claim(Act::Accuse, "Minister Té", "Dakar", charge);
        let denied = text.claim(Act::Deny, "Dakar", "", denial);
        if bare { denied.cue("denied").saying("it") } else { denied }
    };
    let told = kinds(&[version("Dakar rejected the claim as absurd.", false), version("Dakar denied it.", true)]);
    assert!(!told.contains(&ChangeKind::Dropped) && !told.contains(&ChangeKind::Added), "{told:?}");
}

#[test]
fn what_somebody_said_and_the_outlet_says_now_has_another_source() {
    let told = "the driver of the night bus had slept four hours";
    let said = |evidence: &str| draft(&format!("Bus\n\n{evidence}\n")).claim(Act::State, "union", "", evidence).cue("said").saying(told);
    let sourced = said("The union said the driver of the night bus had slept four hours.");
    let alone = draft(&format!("Bus\n\nT{}.\n", &told[1..]));
    for versions in [[sourced.clone(), alone.clone()], [alone, sourced.clone()]] {
        assert_eq!(kinds(&versions), [ChangeKind::SourceChanged]);
    }
    assert_eq!(kinds(&[sourced, draft("Bus\n\nThe driver of the night bus had slept.\n")]), [ChangeKind::Dropped]);
}

#[test]
fn a_sentence_with_which_a_quotation_goes_on_comes_goes_and_changes() {
    let first = "“The bridge was never safe,” Rolf Amund said.";
    let version = |rest: &str| {
        let text = draft(&format!("Bridge\n\n{first} {rest}\n\nThe bridge is shut.\n"));
        let said = text.claim(Act::State, "Rolf Amund", "", first).cue("said").saying("“The bridge was never safe,”");
        if rest.is_empty() { said } else { said.going_on(rest) }
    };
    let told = |versions: &[Draft]| -> Vec<(ChangeKind, String, String)> {
        changes(versions).into_iter().map(|change| (change.kind, change.before, change.after)).collect()
    };
    let (alone, both) = (version(""), version("“We wrote to the minister in May. He threw the letters away.”"));
    let rest = "“We wrote to the minister in May. He threw the letters away.”".to_owned();
    assert_eq!(told(&[both.clone(), alone.clone()]), [(ChangeKind::Dropped, rest.clone(), String::new())]);
    assert_eq!(told(&[alone, both.clone()]), [(ChangeKind::Added, String::new(), rest)]);
    let other = version("“We wrote to the minister in May. He burnt the letters.”");
    let (was, is) = ("He threw the letters away.".to_owned(), "He burnt the letters.".to_owned());
    assert_eq!(told(&[both.clone(), other]), [(ChangeKind::QuoteChanged, was, is)]);
    assert_eq!(told(&[both.clone(), both]), []);
}

#[test]
fn a_later_notice_owns_up_to_an_earlier_change() {
    let notice = "Correction: An earlier version named the head of the customs service as Pavel Horak. He is Petr Novak.";
    let with_notice = |version: Draft| {
        let mut with = version;
        with.text.push_str(&format!("\n{notice}\n"));
        with.notice(notice)
    };
    let told = changes(&[led("Pavel Horak"), led("Petr Novak"), with_notice(led("Petr Novak"))]);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].kind, told[0].notice), (ChangeKind::Corrected, NoticeState::Declared));
    assert!(told[0].why.contains("earlier change"), "{}", told[0].why);
}

#[test]
fn a_topic_in_another_state_is_one_change() {
    let before = draft("Strike\n\nThe dock strike entered its third week on Monday.\n").status(
        "strike",
        "under_way",
        "The dock strike entered its third week",
    );
    let after = draft("Strike\n\nThe dock strike was called off on Monday.\n").status("strike", "ended", "The dock strike was called off");
    let told = changes(&[before, after]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].kind, told[0].before.as_str(), told[0].after.as_str()), (ChangeKind::StatusChanged, "under_way", "ended"));
}

#[test]
fn words_inside_quotation_marks_are_told_apart_from_others() {
    let version = |quote: &str| {
        let evidence = format!("“{quote},” Captain Iyer told the inquiry.");
        draft(&format!("Inquiry\n\n{evidence}\n")).claim(Act::State, "Captain Iyer", "", &evidence)
    };
    assert_eq!(kinds(&[version("We never saw the light"), version("We hardly saw the light")]), [ChangeKind::QuoteChanged]);
}

#[test]
fn another_target_is_told() {
    let version = |target: &str| {
        let evidence = format!("The auditors blamed {target} for the missing pension money.");
        draft(&format!("Audit\n\n{evidence}\n")).claim(Act::Accuse, "auditors", target, &evidence)
    };
    assert_eq!(kinds(&[version("the treasurer"), version("the board")]), [ChangeKind::TargetChanged]);
}

#[test]
fn one_claim_in_two_outlets_is_one_thread_and_its_denial_answers_it() {
    let there = "The harbour union has accused the owners of cutting corners on safety.";
    let denial = "The owners deny that they were cutting corners on safety.";
    let other = draft(&format!("At the port\n\n{there}\n")).claim(Act::Accuse, "The harbour union=harbour union", "owners", there).of(1);
    let third = draft(&format!("Owners\n\n{denial}\n")).claim(Act::Deny, "owners", "harbour union", denial).of(2);
    let first = draft(&format!("Port\n\n{PORT}\n")).claim(Act::Accuse, "harbour union", "owners", PORT);
    let (deltas, threads) = track(&[first, other, third]);
    assert_eq!(threads.len(), 2);
    assert_eq!(deltas[0].links[0].thread, deltas[1].links[0].thread);
    assert_eq!(threads[1].answers.as_ref().map(|answered| &answered.id), Some(&threads[0].id));
    assert!(!deltas[1].links[0].reason.is_empty());
}

/// How many threads there are in two reports.
fn threads_of(first: Draft, second: Draft) -> usize {
    track(&[first, second.of(2)]).1.len()
}

#[test]
fn a_surname_in_another_outlet_is_the_same_source() {
    let first = || {
        draft("T\n\nIda Brun warned that the dam would break by June.").claim(
            Act::Warn,
            "Ida Brun",
            "",
            "Ida Brun warned that the dam would break by June",
        )
    };
    let second = |name: &str| {
        let text = format!("U\n\n{name} warned that the dam would break.");
        draft(&text).claim(Act::Warn, name, "", &format!("{name} warned that the dam would break"))
    };
    assert_eq!(threads_of(first(), second("Brun")), 1);
    assert_eq!(threads_of(first(), second("Ole Brun")), 2, "two people of one surname");
    assert_eq!(threads_of(first(), second("Ida")), 2, "a first word of a name is no name");
}

#[test]
fn the_only_charge_of_a_source_is_one_in_any_words() {
    let first = || {
        draft("T\n\nThe rebels blamed the army for the strike.").claim(
            Act::Accuse,
            "rebels",
            "army",
            "The rebels blamed the army for the strike",
        )
    };
    let charge = "The rebels accused the army of bombing a market";
    let other = "The rebels accused the army of burning a village";
    assert_eq!(
        threads_of(first(), draft("U\n\nThe rebels accused the army of bombing a market.").claim(Act::Accuse, "rebels", "army", charge)),
        1
    );
    let both = draft("U\n\nThe rebels accused the army of bombing a market. The rebels accused the army of burning a village.")
        .claim(Act::Accuse, "rebels", "army", charge)
        .claim(Act::Accuse, "rebels", "army", other);
    assert_eq!(threads_of(first(), both), 3, "of two charges none is the only one");
    let elsewhere = "The rebels accused the police of taking bribes";
    let police = draft("U\n\nThe rebels accused the police of taking bribes.").claim(Act::Accuse, "rebels", "police", elsewhere);
    assert_eq!(threads_of(first(), police), 2, "aimed at another, and no word in common");
}

#[test]
fn a_headline_belongs_to_the_thread_of_its_story() {
    let headline = "Union accuses owners of cutting corners on safety";
    let version = draft(&format!("{headline}\n\n{PORT}\n")).claim(Act::Accuse, "Union=harbour union", "owners", headline).claim(
        Act::Accuse,
        "harbour union",
        "owners",
        PORT,
    );
    assert_eq!(track(&[version]).1.len(), 1);
}

fn carried(outlet: &str, thread: &str, content: &str) -> OutletFindings {
    OutletFindings {
        outlet: outlet.to_owned(),
        thread: thread.to_owned(),
        claim: format!("{outlet}/{thread}"),
        act: Act::State,
        source_name: "police".to_owned(),
        content: content.to_owned(),
        evidence: content.to_owned(),
        negated: false,
        status: None,
        figures: Vec::new(),
        quantity: None,
        seen: None,
        span: CharSpan::new(0, 1),
    }
}

/// The finding with a figure in it: what is counted, how many, under which qualifier.
fn with(found: OutletFindings, what: &str, number: f64, qualifier: Option<&str>) -> OutletFindings {
    let figures = draft(what).figure(what, number, qualifier, what).found.figures;
    OutletFindings { figures, ..found }
}

fn agreements(found: &[OutletFindings]) -> Vec<Agreement> {
    compare_outlets(found).into_iter().map(|proposition| proposition.agreement).collect()
}

#[test]
fn outlets_agree_differ_or_stand_alone() {
    let found = [
        with(carried("Post", "a", "seven sailors were rescued off the cape"), "rescued", 7.0, None),
        with(carried("Herald", "a", "nine sailors were rescued off the cape"), "rescued", 9.0, None),
        carried("Post", "b", "the ship had left Lisbon on Monday"),
        carried("Herald", "b", "the ship had left Lisbon on Monday"),
        carried("Post", "c", "the captain was drunk"),
    ];
    assert_eq!(agreements(&found), [Agreement::Conflict, Agreement::Agree, Agreement::OnlyHere]);
    let why = compare_outlets(&found).remove(0).why;
    assert_eq!(why, "figures differ: Post: 7 people / Herald: 9 people");
}

#[test]
fn numbers_of_another_day_unit_or_act_are_no_conflict() {
    let said = |outlet, number, qualifier| with(carried(outlet, "a", "the yard has sold barges to the navy"), "barges", number, qualifier);
    let (post, herald) = (said("Post", 7.0, None), said("Herald", 9.0, None));
    assert_eq!(agreements(&[post.clone(), herald.clone()]), [Agreement::Conflict]);
    let at = |found: &OutletFindings, day: i64| OutletFindings { seen: Some(day * 86_400), ..found.clone() };
    assert_eq!(agreements(&[at(&post, 3), at(&herald, 6)]), [Agreement::Differ]);
    assert_eq!(agreements(&[said("Post", 7.0, Some("more than")), herald.clone()]), [Agreement::Differ]);
    let asked = OutletFindings { act: Act::Demand, ..herald.clone() };
    assert_eq!(agreements(&[post.clone(), asked]), [Agreement::Differ]);
    // Both print both.
    assert_eq!(agreements(&[post.clone(), herald.clone(), said("Post", 9.0, None), said("Herald", 7.0, None)]), [Agreement::Agree]);
}

#[test]
fn a_denial_and_a_statement_that_it_is_not_so_are_one_position() {
    let deny = |found| OutletFindings { act: Act::Deny, ..found };
    let not = |found| OutletFindings { negated: true, ..found };
    let (said, refused) =
        (carried("Post", "a", "the mayor sold the harbour land"), not(carried("Post", "a", "he did not sell the harbour land")));
    let denied = deny(carried("Herald", "a", "that the mayor sold the harbour land"));
    assert_eq!(agreements(&[said.clone(), denied.clone()]), [Agreement::Conflict]);
    assert_eq!(agreements(&[refused, denied.clone()]), [Agreement::Agree]);
    // Herald has both sides, Post has one.
    assert_eq!(agreements(&[said.clone(), denied, carried("Herald", "a", "the mayor sold the harbour land")]), [Agreement::Differ]);
    // Words of one thread that have little in common contradict nothing.
    assert_eq!(agreements(&[said, not(carried("Herald", "a", "“Mayors do not sell water,”"))]), [Agreement::Agree]);
}

#[test]
fn a_quantity_is_compared_whatever_the_words_around_it() {
    let count = |outlet, number| {
        let figure = with(carried(outlet, "", "aboard"), "aboard", number, None);
        OutletFindings { quantity: Some("aboard/people".to_owned()), ..figure }
    };
    assert_eq!(agreements(&[count("Post", 181.0), count("Herald", 203.0)]), [Agreement::Conflict]);
    assert_eq!(
        agreements(&[count("Post", 181.0), count("Herald", 181.0), carried("Post", "c", "the captain was drunk")]),
        [Agreement::Agree, Agreement::OnlyHere]
    );
    assert!(agreements(&[count("Post", 181.0), count("Post", 203.0)]).is_empty());
}

#[test]
fn a_toll_goes_on_when_another_body_gives_it_and_an_earlier_one_stands_apart() {
    let text = "19 died; 31 died; 74 died; 31 families";
    let by = |evidence: &str, number: f64, source: &str| {
        let figure = draft(text).figure("killed", number, None, evidence).found.figures.remove(0);
        let name = Mention { text: source.to_owned(), span: Vec::new(), name: source.to_owned(), kind: ActorKind::State };
        Figure { source: Some(name), ..figure }
    };
    let found = [by("19 died", 19.0, "the coastguard"), by("74 died", 74.0, "the coastguard"), by("31 died", 31.0, "the ministry")];
    let point = |at: usize, version, year| FigurePoint { figure: &found[at], outlet: "Post", report: 1, version, year };
    let series = figure_series(&[point(0, 1, None), point(1, 1, Some(2009)), point(2, 2, None)]);
    let steps: Vec<Vec<Step>> = series.iter().map(|one| one.points.iter().map(|point| point.step).collect()).collect();
    assert_eq!(steps, [vec![Step::First, Step::Changed], vec![Step::First]]);
}

#[test]
fn a_running_total_that_falls_is_flagged() {
    let text = "at least 20 dead; 23 dead; 19 dead";
    let found = draft(text)
        .figure("killed", 20.0, Some("at least"), "at least 20 dead")
        .figure("killed", 23.0, None, "23 dead")
        .figure("killed", 19.0, None, "19 dead")
        .found
        .figures;
    assert_eq!(steps(&found, &[(1, 1), (1, 2), (1, 3)]), [Step::First, Step::Changed, Step::Fell]);
}

/// The steps of the first series of `found`, each figure in a report and version.
fn steps(found: &[Figure], places: &[(i64, u32)]) -> Vec<Step> {
    let point = |(figure, (report, version)): (_, &(i64, u32))| FigurePoint {
        figure,
        outlet: "Post",
        report: *report,
        version: *version,
        year: None,
    };
    let points: Vec<FigurePoint<'_>> = found.iter().zip(places).map(point).collect();
    figure_series(&points)[0].points.iter().map(|point| point.step).collect()
}

#[test]
fn a_figure_is_held_against_its_own_report() {
    let text = "11 raids; 14 raids; 11 raids; 16 raids";
    let mut draft = draft(text);
    for (number, words) in [(11.0, "11 raids"), (14.0, "14 raids"), (11.0, "11 raids"), (16.0, "16 raids")] {
        draft = draft.figure("raids", number, None, words);
    }
    let found = draft.found.figures;
    assert_eq!(steps(&found, &[(1, 1), (2, 1), (1, 2), (1, 3)]), [Step::First, Step::Differs, Step::Same, Step::Changed]);
}

#[test]
fn two_figures_that_stand_side_by_side_in_every_version_do_not_change() {
    let text = "2 officials; 3 officials; 4 officials";
    let mut draft = draft(text);
    for (number, words) in [(2.0, "2 officials"), (3.0, "3 officials"), (2.0, "2 officials"), (4.0, "4 officials")] {
        draft = draft.figure("officials", number, None, words);
    }
    let found = draft.found.figures;
    assert_eq!(steps(&found, &[(1, 1), (1, 1), (1, 2), (1, 2)]), [Step::First, Step::First, Step::Same, Step::Changed]);
}

/// `number` boats that somebody counts.
fn boats(what: &str, number: f64, source: &str, kind: ActorKind) -> Figure {
    let figure = draft("some boats").figure(what, number, None, "some boats").found.figures.remove(0);
    Figure { source: Some(Mention { text: source.to_owned(), span: Vec::new(), name: source.to_owned(), kind }), ..figure }
}

#[test]
fn unnamed_people_go_on_counting_under_a_like_name_and_others_do_not() {
    let said = |number, source, kind| boats("boats", number, source, kind);
    let (one, other) = ("coast guard officials of the north", "northern officials of the coast guard of the north");
    let unnamed = [said(4.0, one, ActorKind::Unnamed), said(6.0, other, ActorKind::Unnamed)];
    assert_eq!(steps(&unnamed, &[(1, 1), (1, 2)]), [Step::First, Step::Changed]);
    let named = [said(4.0, one, ActorKind::Organisation), said(6.0, other, ActorKind::Organisation)];
    assert_eq!(steps(&named, &[(1, 1), (1, 2)]), [Step::First]);
}

#[test]
fn a_person_whose_name_is_mended_goes_on_counting_and_two_of_one_version_are_two() {
    let said = |number, source, kind| boats("boats", number, source, kind);
    let mended = [said(4.0, "Tomas Rye", ActorKind::Person), said(6.0, "Thomas Rye", ActorKind::Person)];
    assert_eq!(steps(&mended, &[(1, 1), (1, 2)]), [Step::First, Step::Changed]);
    assert_eq!(steps(&mended, &[(1, 1), (1, 1)]), [Step::First]);
    let states = [said(4.0, "Iran", ActorKind::State), said(6.0, "Iraq", ActorKind::State)];
    assert_eq!(steps(&states, &[(1, 1), (1, 2)]), [Step::First]);
}

#[test]
fn what_another_report_has_is_held_against_the_count_of_the_same_body() {
    let told = |number, source| boats("killed", number, source, ActorKind::Organisation);
    let found = [told(4.0, "the navy"), told(9.0, "the ministry"), told(5.0, "the navy")];
    let point = |(figure, report)| FigurePoint { figure, outlet: "Post", report, version: 1, year: None };
    let points: Vec<FigurePoint<'_>> = found.iter().zip([1, 1, 2]).map(point).collect();
    let last = figure_series(&points)[0].points[2];
    assert_eq!((last.step, last.before), (Step::Differs, Some(0)));
}

#[test]
fn a_name_mended_in_a_sentence_without_a_speaker_is_corrected() {
    let (old, new) = ("Fire\n\nThe mill in Lidsburg burned down on Sunday.\n", "Fire\n\nThe mill in Ladsburg burned down on Sunday.\n");
    let (before, after) = (Document::new(old), Document::new(new));
    let comparison = diff::compare(&before, &after);
    let at = Span::new(old.find("Lidsburg").expect("a place"), old.find(" burned").expect("a verb"));
    let facts = [Fact { kind: FactKind::Place, old: Some(at), new: Some(at) }];
    let found = Findings::default();
    let mut tracker = Tracker::new();
    let version = |document, prior| Version { report: 0, key: "", document, findings: &found, prior, note: None };
    tracker.push(&version(&before, None));
    let prior = Prior { document: &before, comparison: &comparison, facts: &facts };
    let told = tracker.push(&version(&after, Some(prior))).changes;
    assert_eq!(told.iter().map(|change| (change.kind, change.after.as_str())).collect::<Vec<_>>(), [(ChangeKind::Corrected, "Ladsburg")]);
}

#[test]
fn a_date_mended_in_two_places_is_told_once() {
    let text = |day: &str| draft(&format!("Opening on {day} May\n\nThe gates open on {day} May at noon.\n"));
    assert_eq!(kinds(&[text("3"), text("4")]), [ChangeKind::Corrected]);
}

#[test]
fn a_note_that_names_what_is_counted_but_no_value_owns_up_in_part() {
    let text = |cases: f64| {
        let body = format!("Fever in the valley\n\nDoctors have seen {cases} people since May.\n");
        let evidence = format!("{cases} people");
        draft(&body).figure("ill", cases, None, &evidence)
    };
    let state = |note| changes(&[text(34.0), text(36.0).note(note)])[0].notice;
    assert_eq!(state("Updated to show how many people are ill"), NoticeState::Partial);
    assert_eq!(state("Cases corrected from 34 to 36"), NoticeState::Declared);
    assert_eq!(state("Second paragraph edited"), NoticeState::Partial);
    assert_eq!(state("Updated with a photograph of the valley at dawn"), NoticeState::Silent);
}

#[test]
fn dates_times_and_ordinals_of_a_notice_own_up_to_no_count() {
    let text = |people: f64| {
        let body = format!("Canal\n\nWardens have seen {people} people on the lock since May.\n");
        let evidence = format!("{people} people");
        draft(&body).figure("people", people, None, &evidence)
    };
    let state = |note| changes(&[text(4.0), text(2.0).note(note)])[0].notice;
    assert_eq!(state("This page was amended on 4 April 2031."), NoticeState::Partial);
    assert_eq!(state("This page was amended on 2 April 2031."), NoticeState::Partial);
    assert_eq!(state("This page was amended on 9 April 2031."), NoticeState::Partial);
    assert_eq!(state("Corrected: the tearoom is on the fourth floor."), NoticeState::Silent);
    assert_eq!(state("Updated at 4 pm with a picture."), NoticeState::Silent);
    assert_eq!(state("Corrected on 9 April 2031: two people, not four."), NoticeState::Declared);
    assert_eq!(state("This page was amended on 9 April 2031 to correct the number of people."), NoticeState::Declared);
}

#[test]
fn a_notice_that_gives_the_new_date_owns_up_to_it() {
    let text = |day: &str| draft(&format!("Canal\n\nThe gates of the old lock open on {day} May at noon.\n"));
    let state = |note| changes(&[text("3"), text("4").note(note)])[0].notice;
    assert_eq!(state("An earlier version gave 3 May. The gates open on 4 May."), NoticeState::Declared);
    assert_eq!(state("This page was amended on 3 May."), NoticeState::Partial);
}

#[test]
fn what_parts_thousands_is_typography() {
    let text = |number: &str| {
        let evidence = format!("The mayor said that {number} crates had been moved.");
        draft(&format!("Docks\n\n{evidence}\n")).claim(Act::State, "mayor", "", &evidence)
    };
    assert!(changes(&[text("14\u{202f}000"), text("14,000")]).is_empty());
    assert_eq!(kinds(&[text("14,000"), text("14,500")]), [ChangeKind::FigureChanged]);
}

#[test]
fn a_number_is_shown_with_its_qualifier_and_no_other_words() {
    let text = |said: &str| {
        let evidence = format!("The mayor {said} crates.");
        draft(&format!("Docks\n\n{evidence}\n")).claim(Act::State, "mayor", "", &evidence)
    };
    let told = changes(&[text("said that by noon it had moved more than 40"), text("said that it has moved at least 57")]);
    let shown: Vec<_> = told.iter().filter(|change| change.kind == ChangeKind::FigureChanged).collect();
    assert_eq!(
        shown.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect::<Vec<_>>(),
        [("more than 40", "at least 57")]
    );
}

#[test]
fn a_toll_that_another_body_gives_in_other_words_has_changed() {
    let first =
        draft("Quake\n\nThe coastguard pulled 19 people dead from the water by noon.\n").figure("killed", 19.0, None, "19 people dead");
    let second = draft("Quake\n\nA minister told parliament of grief, and 31 people lie in the chapel of Renn.\n");
    let second = second.figure("killed", 31.0, None, "31 people");
    let told = changes(&[first.clone(), second]);
    let figures: Vec<_> = told.iter().filter(|change| change.kind == ChangeKind::FigureChanged).collect();
    assert_eq!(
        figures.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect::<Vec<_>>(),
        [("19 people", "31 people")]
    );
}

const MEMO: &str = "A leaked plan of the quarry firm proposed closing the northern pit before the winter.";

#[test]
fn a_claim_read_in_one_version_only_is_told_by_the_verb_that_stands_for_its_cue() {
    let memo = |text: &str| format!("Quarry\n\n{text}\n");
    let read = draft(&memo(MEMO)).claim(Act::Propose, "A leaked plan of the quarry firm", "", MEMO).cue("proposed");
    let floated = draft(&memo(&MEMO.replace("proposed", "floated")));
    assert_eq!(kinds(&[read.clone(), floated.clone()]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[floated, read.clone()]), [ChangeKind::Strengthened]);
    // Another verb of which nothing is known makes it another claim.
    assert_eq!(kinds(&[read.clone(), draft(&memo(&MEMO.replace("proposed", "sank")))]), [ChangeKind::Dropped]);
    assert!(kinds(&[read, draft(&memo(MEMO))]).is_empty());
}

#[test]
fn a_claim_that_is_another_in_the_same_mouth_is_not_reworded_for_a_word_in_common() {
    let (door, session) =
        ("The mediator Ruth Amble said her door was open.", "A new session will open on Friday, the mediator Ruth Amble said.");
    let version =
        |said: &str| draft(&format!("Talks\n\n{said}\n")).claim(Act::State, "mediator Ruth Amble=Ruth Amble", "", said).cue("said");
    let mut told = kinds(&[version(door), version(session)]);
    told.sort_unstable();
    assert_eq!(told, [ChangeKind::Added, ChangeKind::Dropped]);
}

#[test]
fn a_headline_in_other_words_belongs_to_the_only_claim_of_its_sort() {
    let (headline, body) =
        ("Operator blames pickets for threats", "The port operator blamed pickets for having surrounded drivers at dawn.");
    let version = draft(&format!("{headline}\n\n{body}\n")).claim(Act::Accuse, "Operator=port operator", "pickets", headline).claim(
        Act::Accuse,
        "port operator",
        "pickets",
        body,
    );
    assert_eq!(track(&[version]).1.len(), 1);
}

#[test]
fn a_name_put_right_in_several_claims_is_told_once() {
    let text = |name: &str| {
        format!(
            "Dam\n\nThe mayor said that {name} had opened the upper gate.\n\nThe council warned that {name} would close the lower lock.\n"
        )
    };
    let version = |name: &str| {
        let draft = draft(&text(name));
        let claims = [
            (Act::State, "The mayor", "said", "had opened the upper gate."),
            (Act::Warn, "The council", "warned", "would close the lower lock."),
        ];
        claims
            .into_iter()
            .fold(draft, |draft, (act, source, verb, rest)| draft.claim(act, source, "", &format!("{source} {verb} that {name} {rest}")))
    };
    assert_eq!(kinds(&[version("Ilse Brandt"), version("Ilse Vogel")]), [ChangeKind::Corrected]);
}

#[test]
fn the_figures_of_one_claim_are_told_together() {
    let version = |dead: f64, missing: f64| {
        let (killed, lost) = (format!("killed {dead} people"), format!("left {missing} missing"));
        let evidence = format!("The coast guard said that the squall had {killed} and {lost}.");
        let version = draft(&format!("Squall\n\n{evidence}\n")).claim(Act::State, "coast guard", "", &evidence);
        version.figure("killed", dead, None, &killed).figure("missing", missing, None, &lost)
    };
    let told = changes(&[version(12.0, 40.0), version(19.0, 57.0)]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::FigureChanged]);
    assert_eq!((told[0].before.as_str(), told[0].after.as_str()), ("12 people; 40 people", "19 people; 57 people"));
    assert_eq!(kinds(&[version(12.0, 40.0), version(19.0, 40.0)]), [ChangeKind::FigureChanged]);
}

#[test]
fn another_age_is_a_slip_put_right() {
    let version = |age: &str| {
        let evidence = format!("Doctors said that a {age}-year-old boy had been treated for burns to his hands.");
        draft(&format!("Fire\n\n{evidence}\n")).claim(Act::State, "Doctors", "", &evidence)
    };
    let told = changes(&[version("11"), version("12")]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Corrected]);
    assert_eq!((told[0].before.as_str(), told[0].after.as_str()), ("11", "12"));
}

#[test]
fn what_changed_besides_does_not_make_others_move() {
    let union = |verb: &str| format!("The harbour union {verb} the owners of cutting corners on safety at the oil terminal.");
    let version = |union: &str, turned: bool| {
        let paragraphs = match turned {
            true => [OWNERS, MAYOR, union],
            false => [union, OWNERS, MAYOR],
        };
        let version = draft(&format!("Quarrel at the port\n\n{}\n", paragraphs.join("\n\n")));
        let mut claims = [(Act::Accuse, "harbour union", union), (Act::Deny, "owners", OWNERS), (Act::State, "Mayor Lund", MAYOR)].to_vec();
        claims.rotate_left(usize::from(turned));
        claims.into_iter().fold(version, |version, (act, source, evidence)| version.claim(act, source, "", evidence))
    };
    let told = kinds(&[version(&union("accused"), false), version(&union("suspected"), true)]);
    assert_eq!(told, [ChangeKind::Softened]);
}

#[test]
fn a_headline_in_other_words_by_somebody_else_s_name_for_them_is_no_entry() {
    let (headline, body) = (
        "Families reject ferry compensation",
        "Relatives of those who drowned off the cape rejected the compensation that the ferry's owner had offered.",
    );
    let before = draft("Ferry sinks\n\nDivers will go down again on Monday.\n");
    let after = draft(&format!("{headline}\n\nDivers will go down again on Monday.\n\n{body}\n"))
        .claim(Act::Reject, "Families=families", "", headline)
        .by(ActorKind::Unnamed)
        .claim(Act::Reject, "Relatives=relatives", "", body)
        .by(ActorKind::Unnamed);
    let told = changes(&[before, after]);
    assert_eq!(told.iter().map(|change| (change.kind, change.after.as_str())).collect::<Vec<_>>(), [(ChangeKind::Added, body)]);
}

#[test]
fn a_toll_goes_on_in_other_words_and_another_mouth() {
    let first = "A ferry sank off the northern cape overnight, killing 12 people, the coast guard said.";
    let second = "Nineteen bodies had been recovered by Tuesday noon, the disaster office said.";
    let version = |source: &str, evidence: &str, dead: f64, words: &str| {
        let mut version =
            draft(&format!("Ferry\n\n{evidence}\n")).claim(Act::State, source, "", evidence).figure("killed", dead, None, words);
        version.found.figures[0].source = version.found.claims[0].source.clone();
        version
    };
    let before = version("coast guard", first, 12.0, "killing 12 people");
    let after = version("disaster office", second, 19.0, "Nineteen bodies had been recovered");
    let mut told = kinds(&[before, after]);
    told.sort_unstable();
    assert_eq!(told, [ChangeKind::SourceChanged, ChangeKind::FigureChanged]);
}

#[test]
fn whoever_adds_something_is_shown_with_what_was_added() {
    let (told, added) = ("A steward had told passengers to wait", "A steward had told passengers to wait, she added");
    let before = draft("Ferry\n\nThe pier is shut.\n");
    let after = draft(&format!("Ferry\n\nThe pier is shut.\n\n{added}.\n"))
        .claim(Act::Demand, "steward", "passengers", told)
        .claim(Act::State, "she", "", added)
        .cue("added");
    let shown: Vec<String> = changes(&[before, after]).into_iter().map(|change| change.after).collect();
    assert!(shown.contains(&added.to_owned()), "{shown:?}");
}

#[test]
fn nobody_is_a_target_for_themselves_or_for_what_they_are_called() {
    let version = |opening: &str, target: &str| {
        let evidence = format!("The bishop urged {target} to leave the palace before the first snow.");
        draft(&format!("Palace\n\n{opening}\n\n{evidence}\n")).claim(Act::Demand, "bishop", target, &evidence)
    };
    let named = version("Ida Brun, the regent, fell ill.", "Ida Brun");
    assert!(!kinds(&[named.clone(), version("Ida Brun, the regent, fell ill.", "regent")]).contains(&ChangeKind::TargetChanged));
    assert!(kinds(&[named, version("Ida Brun, the regent, fell ill.", "the queen")]).contains(&ChangeKind::TargetChanged));
}

#[test]
fn a_claim_known_again_by_the_story_alone_is_compared() {
    let version = |denial: &str, other: &str| draft(&format!("Bridge\n\n{other}\n\n{denial}\n")).claim(Act::Deny, "mayor", "", denial);
    let long = "The mayor denied that any letter about the bridge had been ignored by his office in the spring of the year.";
    let told =
        kinds(&[version(long, "Snow fell."), version("The mayor denied that any letter had been ignored.", "Rain fell on the town.")]);
    assert_eq!(told, [ChangeKind::Reworded]);
}
