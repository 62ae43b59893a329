//! Claims of small texts, one line each: `source | cue | content | act`. Wrong answers of today are pinned in `known_failures`.

mod frames;
mod headlines;
mod news;
mod phrases;
mod senses;
mod speakers;
mod wires;

use super::extract;
use crate::lexicon::cues::{self, Part};
use crate::model::{Claim, QuoteKind};
use crate::text::{Document, Span};

fn claims(text: &str) -> Vec<Claim<Span>> {
    extract(&Document::new(text)).claims
}

/// A claim as `source | cue | content | act`.
pub(super) fn line(claim: &Claim<Span>) -> String {
    let source = claim.source.as_ref().map_or("narrator", |source| source.text.as_str());
    let cue = claim.cue.as_ref().map_or("-", |cue| cue.text.as_str());
    format!("{source} | {cue} | {} | {}", claim.content.text, claim.act)
}

fn lines(text: &str) -> Vec<String> {
    claims(text).iter().map(line).collect()
}

#[track_caller]
fn check_claims(text: &str, expected: &[&str]) {
    assert_eq!(lines(text), expected, "{text}");
}

/// The cue's words stand in the claim's cue: the head in any form, the rest as written.
fn is_found(claims: &[Claim<Span>], cue: &cues::Cue) -> bool {
    claims.iter().any(|claim| {
        let words = claim.cue.as_ref().map_or(String::new(), |cue| cue.text.to_lowercase());
        let rest = cue.rest.join(" ");
        claim.act == cue.act && words.ends_with(&rest) && (!rest.is_empty() || shares_stem(&words, cue))
    })
}

fn shares_stem(words: &str, cue: &cues::Cue) -> bool {
    let last = words.split(' ').next_back().unwrap_or_default();
    let word = crate::lexicon::words::look_up(last);
    cue.part == Part::Mark || word.cues().any(|other| other.head == cue.head)
}

#[test]
fn each_pattern_gives_source_cue_content_and_act() {
    const CASES: &[(&str, &[&str])] = &[
        ("The mayor said that the bridge was unsafe.", &["The mayor | said | that the bridge was unsafe | state"]),
        ("“We will not pay,” said Ann Lee, a farmer.", &["Ann Lee, a farmer | said | “We will not pay,” | state"]),
        (
            "“We will not pay,” Lee said. “They can wait.”",
            &["Lee | said | “We will not pay,” … “They can wait.” | state", "Lee | - | “They can wait.” | state"],
        ),
        (
            "The mayor, who took office in May, said prices would fall.",
            &["The mayor, who took office in May | said | prices would fall | state"],
        ),
        ("Hugh Hill, a doctor from Leeds, said the ward was full.", &["Hugh Hill, a doctor from Leeds | said | the ward was full | state"]),
        ("Prices will fall by spring, the bank said.", &["the bank | said | Prices will fall by spring | state"]),
        ("If elected, Lee said, he would cut taxes.", &["Lee | said | If elected … he would cut taxes | state"]),
        ("According to the survey, rents have doubled.", &["the survey | According to | rents have doubled | state"]),
        ("Rents have doubled, according to the survey.", &["the survey | according to | Rents have doubled | state"]),
        ("Oslo accused the firm of spying.", &["Oslo | accused | the firm of spying | accuse"]),
        (
            "Italy accused a diplomat, who left on Monday, of spying.",
            &["Italy | accused | a diplomat, who left on Monday, of spying | accuse"],
        ),
        ("The family accused police of spying.", &["The family | accused | police of spying | accuse"]),
        ("Kelly denied that he had left.", &["Kelly | denied | that he had left | deny"]),
        ("On Monday Mr Connolly said he had left.", &["Mr Connolly | said | he had left | state"]),
        ("Finally the firm said it was sorry.", &["the firm | said | it was sorry | state"]),
        ("The emails appear to show that the firm lied.", &["The emails | appear | that the firm lied | state"]),
        ("The army claimed to have shot down 14 drones.", &["The army | claimed | to have shot down 14 drones | state"]),
        ("“We will stay,” the mother of three said.", &["the mother of three | said | “We will stay,” | state"]),
        ("It is understood that the fund is empty.", &[" | is understood | that the fund is empty | state"]),
        ("The mayor, Ann Lee, warned Peru against haste.", &["The mayor, Ann Lee | warned | against haste | warn"]),
        ("The ship sank in May, the captain told reporters at the harbour.", &["the captain | told | The ship sank in May | state"]),
        ("Oslo warned the firm of new fines.", &["Oslo | warned | of new fines | warn"]),
        ("Unions called on the premier to resign.", &["Unions | called on | the premier to resign | demand"]),
        ("The firm was accused of spying.", &[" | was accused | The firm … of spying | accuse"]),
        (
            "Islamabad has long accused its neighbour of sheltering fighters, a charge that Kabul hotly denies.",
            &[
                "Islamabad | has long accused | its neighbour of sheltering fighters | accuse",
                "Kabul | hotly denies | its neighbour of sheltering fighters | deny",
            ],
        ),
        (
            "Rome said the ships were armed. Oslo called the claim baseless.",
            &["Rome | said | the ships were armed | state", "Oslo | called | the ships were armed | deny"],
        ),
        (
            "The agency had been accused of leaking files, an allegation that its head has called “an invention”.",
            &[
                " | had been accused | The agency … of leaking files | accuse",
                "its head | has called | The agency … of leaking files | deny",
            ],
        ),
        ("The court denied the motion.", &[]),
        ("The army has neither denied nor confirmed the reports.", &[]),
        ("THE MINISTRY DENIED THE CHARGE.", &["THE MINISTRY | DENIED | THE CHARGE | deny"]),
        ("He denied the charge and said the file was lost.", &["He | denied | the charge | deny", "He | said | the file was lost | state"]),
        (
            "The mayor closed the bridge, saying it was unsafe.",
            &["narrator | - | The mayor closed the bridge | state", "The mayor | saying | it was unsafe | state"],
        ),
        ("Both sides agreed to meet again.", &["Both sides | agreed to | meet again | agree"]),
        ("The minister refused to resign.", &["The minister | refused | to resign | reject"]),
        ("She told reporters that the pumps had failed.", &["She | told | that the pumps had failed | state"]),
        ("The bishop urged Oslo to free the sailors.", &["The bishop | urged | Oslo to free the sailors | demand"]),
        ("The bank warned of a recession.", &["The bank | warned | of a recession | warn"]),
        ("The union rejected the offer.", &["The union | rejected | the offer | reject"]),
        ("Paris welcomed the deal.", &["Paris | welcomed | the deal | welcome"]),
        ("The guards did not say who opened the gate.", &["The guards | did not say | who opened the gate | state"]),
        ("On Tuesday the minister said the border would open.", &["the minister | said | the border would open | state"]),
        ("The minister on Tuesday said the border would open.", &["The minister | said | the border would open | state"]),
        ("“Who will pay?” Lee asked. It rained.", &["Lee | asked | “Who will pay?” | state"]),
        ("“We will not pay,” Lee said in a radio interview Tuesday.", &["Lee | said | “We will not pay,” | state"]),
        ("“We will not pay,” Lee notes.", &["Lee | notes | “We will not pay,” | state"]),
        ("Added Lee: “We will not pay.”", &["Lee | Added | “We will not pay.” | state"]),
        ("She wrote on her page, in capitals, “We won.”", &["She | wrote | “We won.” | state"]),
        ("The pump, which officials said had failed, was new.", &["officials | said | which … had failed | state"]),
        ("Since May, according to the bank, rents have doubled.", &["the bank | according to | Since May … rents have doubled | state"]),
        ("Villagers who fled from the flood said it had passed.", &["Villagers who fled from the flood | said | it had passed | state"]),
        ("The tower, Lee said, made him dizzy.", &["Lee | said | The tower … made him dizzy | state"]),
        ("Polls show the mayor leading by ten points.", &["Polls | show | the mayor leading by ten points | state"]),
        ("“We hope that it rains,” Lee said.", &["Lee | said | “We hope that it rains,” | expect"]),
        ("Guards briefed on the plan said it had failed.", &["Guards briefed on the plan | said | it had failed | state"]),
        ("The firm complained to the council that the road was shut.", &["The firm | complained | that the road was shut | state"]),
        ("Many of the villagers said they had no water.", &["Many of the villagers | said | they had no water | state"]),
        ("Critics described the plan as a gamble.", &["Critics | described | the plan as a gamble | state"]),
        ("The roof is holding, but officials said it was fragile.", &["officials | said | it was fragile | state"]),
        ("The mayor and the bishop said the fair would go on.", &["The mayor and the bishop | said | the fair would go on | state"]),
        ("He is expected to resign.", &[" | is expected | He … to resign | expect"]),
        (
            "The firm denied the woman's allegations.",
            &["The firm | denied | the woman's allegations | deny", "the woman | allegations | the woman's allegations | accuse"],
        ),
        ("“Lee told me he resigned,” the clerk said.", &["the clerk | said | “Lee told me he resigned,” | state"]),
        ("Lee: “The pumps failed.”", &["Lee | : | “The pumps failed.” | state"]),
        ("The governor was confident that the dam would hold.", &["The governor | was confident | that the dam would hold | expect"]),
        ("“It was cold. It rained.” — Ann Lee", &["Ann Lee | — | “It was cold. It rained.” | state"]),
        ("Minister: prices to fall\n\nIt rained.", &["Minister | : | prices to fall | state"]),
        ("Lee said it was late.\n\n“I am tired.”", &["Lee | said | it was late | state", "Lee | “ | “I am tired.” | state"]),
        ("The mayor continued:\n\n“It is late.”", &["The mayor | continued | “It is late.” | state"]),
        ("The guide is critical of the plan.", &["The guide | is critical | of the plan | condemn"]),
        ("The charge was denied by the minister.", &["the minister | was denied | The charge | deny"]),
        ("MINISTER DENIES BRIBERY CLAIM", &["MINISTER | DENIES | BRIBERY CLAIM | deny"]),
        ("The bank continued to warn that prices would rise.", &["The bank | to warn | that prices would rise | warn"]),
        ("The minister refused to say who paid.", &[]),
        ("The coach began by saying the pitch was wet.", &["The coach | saying | the pitch was wet | state"]),
        ("The bridge appears to have burst.", &[" | appears | The bridge … to have burst | state"]),
        ("The mayor was reportedly ill.", &[" | reportedly | The mayor was … ill | state"]),
        ("Asked whether it would rain, Lee said no.", &[" | Asked | whether it would rain | demand", "Lee | said | no | state"]),
        ("When the envoy said the talks had failed, the crowd left.", &["the envoy | said | the talks had failed | state"]),
        ("The tolls, as the Herald reported a week earlier, had doubled.", &["the Herald | reported | The tolls … had doubled | state"]),
        ("“It was cold,” said Ann A. Lee of Leeds.", &["Ann A. Lee of Leeds | said | “It was cold,” | state"]),
        (
            "“It was cold,” Lee said, adding that it rained. “I froze.”",
            &["Lee | said | “It was cold,” … “I froze.” | state", "Lee | adding | that it rained | state", "Lee | - | “I froze.” | state"],
        ),
        ("She had one answer for the board: “I will not sign that paper.”", &["She | : | “I will not sign that paper.” | state"]),
        ("The union backs “fair pay,” opposes the cuts and left.", &["The union | backs | “fair pay,” | welcome"]),
        (
            "The harbour office puts the loss at two million crowns.",
            &["The harbour office | puts | the loss at two million crowns | state"],
        ),
        ("A guard said, speaking to the board, that the gate was open.", &["A guard | said | that the gate was open | state"]),
        ("Rome said that both sides had agreed to wait.", &["Rome | said | that both sides had agreed to wait | state"]),
        (
            "The envoy repeated the allegation that the ship was armed.",
            &["The envoy | repeated the allegation | that the ship was armed | accuse"],
        ),
        ("“They left early,” Lee said after the band had gone.", &["Lee | said | “They left early,” | state"]),
        ("Oslo's claim that the ship was armed drew no reply.", &["Oslo | claim | that the ship was armed | state"]),
        ("The union's threat to strike worried the port.", &["The union | threat | to strike | warn"]),
        ("“I deny it,” Lee said.", &["Lee | said | “I deny it,” | deny"]),
        ("A banner saying “No more tolls” hung there.", &["A banner | saying | “No more tolls” hung there | state"]),
        ("The report by Ann Lee, published in May, said the dam was safe.", &["The report by Ann Lee | said | the dam was safe | state"]),
    ];
    for (text, expected) in CASES {
        check_claims(text, expected);
    }
}

/// Wrong today: a negative subject leaves no claim, though the report is told of; a noun's content runs on after a comma.
#[test]
fn known_failures_are_pinned() {
    const CASES: &[(&str, &[&str])] = &[
        ("Oslo's claim that the ship, a tug, sank drew no reply.", &["Oslo | claim | that the ship, a tug, sank drew no reply | state"]),
        ("Nobody denied the report.", &[]),
    ];
    for (text, expected) in CASES {
        check_claims(text, expected);
    }
}

#[test]
fn what_somebody_is_said_to_want_is_no_claim_of_its_own() {
    check_claims("Lee said that the mayor wanted a bridge.", &["Lee | said | that the mayor wanted a bridge | state"]);
    check_claims(
        "Lee said that the mayor had accused the board of theft.",
        &["Lee | said | that the mayor had accused the board of theft | state", "the mayor | had accused | the board of theft | accuse"],
    );
}

#[test]
fn what_is_not_clear_is_said_by_nobody() {
    check_claims("The firm left. It was not clear how many had stayed.", &[]);
    check_claims("The mayor was clear how it would end.", &["The mayor | was clear | how it would end | state"]);
}

#[test]
fn who_reports_a_claim_is_no_part_of_it() {
    check_claims(
        "According to the bank, the Herald reported, rents have doubled.",
        &[
            "the bank | According to | rents have doubled | state",
            "the Herald | reported | According to the bank … rents have doubled | state",
        ],
    );
}

#[test]
fn whose_words_are_passed_on_is_the_source() {
    let passed_on = |text: &str| claims(text).pop().and_then(|claim| Some(claim.via?.text));
    for (text, line, via) in [
        ("The Herald quoted a guard as saying that it rained.", "a guard | quoted | that it rained | state", "The Herald"),
        ("A guard was quoted as saying that it rained.", "A guard | was quoted | that it rained | state", ""),
        ("A guard was quoted by the Herald as saying it rained.", "A guard | was quoted | it rained | state", "the Herald"),
        ("The gate was shut, the Herald quoted a guard as saying.", "a guard | quoted | The gate was shut | state", "the Herald"),
        ("The Herald quoted Lee as denying that it rained.", "Lee | quoted | that it rained | deny", "The Herald"),
    ] {
        check_claims(text, &[line]);
        assert_eq!(passed_on(text).unwrap_or_default(), via, "{text}");
    }
}

#[test]
fn a_quotation_after_a_colon_is_all_that_is_said() {
    check_claims("He had one wish: “No more rain,” the guide said.", &["the guide | said | “No more rain,” | state"]);
    check_claims(
        "The mayor waved to Mill Street: “Go home and never come back.”",
        &["The mayor | : | “Go home and never come back.” | state"],
    );
}

#[test]
fn a_denial_answers_the_accusation_before_it() {
    let found = claims("Oslo accused Rome of spying, a charge Rome denies.");
    assert_eq!(found[1].answers.as_deref(), Some(found[0].id.as_str()));
    assert_eq!(found[1].content, found[0].content);
    assert_eq!(found[1].target.as_ref().map(|target| target.text.as_str()), Some("Oslo"));
}

#[test]
fn what_calls_the_allegation_untrue_answers_it() {
    let answered = |denial: &str| {
        let found = claims(&format!("Two porters alleged that the clinic had hidden the bills. {denial}"));
        found.iter().filter(|claim| claim.act == crate::model::Act::Deny && claim.answers.as_deref() == Some(&*found[0].id)).count()
    };
    for denial in [
        "The clinic said the allegation was untrue.",
        "The clinic said the claims were false.",
        "The clinic said the allegation against its staff was baseless.",
    ] {
        assert_eq!(answered(denial), 1, "{denial}");
    }
    assert_eq!(answered("The clinic said the bread was not mouldy."), 0);
}

#[test]
fn a_charge_of_a_deed_and_a_bare_not_answer_who_told_of_it() {
    for text in [
        "Oslo says Bern shelled a port. The defence ministry dismissed the charge of shelling as a fairy tale.",
        "The rebels were accused of shelling the port. Rebels said they had not.",
        "The army accused the rebels of shelling the port. Aid workers said nine people had died. Rebels said they had not.",
        "Rebels shelled the port, the army said. Rebels said they had not.",
    ] {
        let found = claims(text);
        assert_eq!(found.last().and_then(|last| last.answers.as_deref()), Some(found[0].id.as_str()), "{text}");
    }
    for text in [
        "Oslo says Bern shelled a port. The defence ministry dismissed the charge of looting as a fairy tale.",
        "Nurses said the ward had closed. The hospital said it had not.",
    ] {
        assert!(claims(text).iter().all(|claim| claim.answers.is_none()), "{text}");
    }
}

#[test]
fn a_denial_of_nothing_in_the_text_answers_nothing() {
    assert!(claims("The firm denied the claims. It rained.").iter().all(|claim| claim.answers.is_none()));
}

#[test]
fn a_day_before_the_subject_needs_no_comma() {
    let found = claims("On Monday Ana Torv, the chief executive, accused her rivals of lying.");
    let source = found[0].source.as_ref().expect("a source");
    assert_eq!(source.text, "Ana Torv, the chief executive");
}

#[test]
fn what_was_asserted_is_denied_and_what_was_asked_is_rejected() {
    for (text, act) in [
        ("Chile rejected Peru's claim that its boats had crossed the line.", "deny"),
        ("Peru accused Chile of a raid. Chile rejects the accusation.", "deny"),
        ("Peru said that the boats had come at night. Chile says that they did not.", "deny"),
        ("Peru made a demand. Chile rejected the demand for boats.", "reject"),
        ("Chile rejected an offer of talks.", "reject"),
        ("Chile said that it would not.", "deny"),
        ("Chile said that it would not sign the paper.", "state"),
    ] {
        let found = claims(text);
        let mut own = found.iter().rev().filter(|claim| claim.source.as_ref().is_some_and(|source| source.text == "Chile"));
        assert_eq!(own.next().map(|claim| claim.act.to_string()).as_deref(), Some(act), "{text}");
    }
}

#[test]
fn what_a_charge_is_called_is_evidence_of_its_denial() {
    let accused = "Peru accused Chile of a raid. ";
    for denied in [
        "Chile denies it",
        "Chile called the charge “an old song”",
        "Chile dismissed the accusation as “an old song”",
        "Chile rejected the accusation",
    ] {
        let text = format!("{accused}{denied} and left.");
        let last = claims(&text).pop().expect("a denial");
        assert_eq!(last.evidence.span.of(&text), denied);
    }
    let text = "Peru accused Chile of a raid, a charge that Chile calls “an old song”, as ever.";
    let last = claims(text).pop().expect("a denial");
    assert_eq!(last.evidence.span.of(text), "a charge that Chile calls “an old song”");
    let text = "Peru accused Chile of a raid, an accusation that Chile has brushed aside as a fairy tale.";
    let last = claims(text).pop().expect("a denial");
    assert_eq!(last.evidence.span.of(text), "an accusation that Chile has brushed aside as a fairy tale");
    let text = "Peru accused Chile of a raid, a charge brushed off by Chile as “an old song”. Nobody was hurt.";
    let last = claims(text).pop().expect("a denial");
    assert_eq!(last.evidence.span.of(text), "a charge brushed off by Chile as “an old song”");
}

#[test]
fn how_a_source_may_be_named_is_no_claim() {
    for text in [
        "“It is shut,” said an aide, who asked not to be named.",
        "“It is shut,” said an aide who declined to be identified.",
        "An aide, who insisted on anonymity, said it was shut.",
        "Two aides, who asked for anonymity because they fear for their jobs, said it was shut.",
        "The man, who asked us not to print his name, said it was shut.",
    ] {
        assert_eq!(claims(text).len(), 1, "{text}: {:?}", lines(text));
    }
    assert_eq!(claims("The court demanded that the officers be named.").len(), 1);
    assert_eq!(claims("She asked the paper not to print her name.").len(), 0);
    assert_eq!(claims("The union asked the firm not to drop its name from the deal.").len(), 1);
    assert_eq!(claims("Lee asked the court to clear his name.").len(), 1);
}

#[test]
fn quote_kinds_are_told_apart() {
    for (text, kind) in [
        ("“We will not pay,” Lee said.", QuoteKind::Direct),
        ("Lee said that they would “not pay” again.", QuoteKind::Mixed),
        ("Lee said they would not pay.", QuoteKind::Indirect),
    ] {
        assert_eq!(claims(text)[0].quote, kind, "{text}");
    }
}

#[test]
fn nobody_is_named_where_nobody_accuses() {
    let found = claims("The firm was accused of spying.");
    let source = found[0].source.as_ref().expect("a passive without an agent has a source that is unspecified");
    assert_eq!((source.text.as_str(), source.name.as_str(), source.span.len()), ("", "unspecified", 0));
}

#[test]
fn a_text_without_stops_costs_no_more_than_its_length() {
    let text = "he said that she said ".repeat(4_000);
    assert!(extract(&Document::new(&text)).claims.len() > 4_000);
}

#[test]
fn no_text_whatever_makes_it_panic() {
    for text in [
        "",
        "“",
        "said",
        "said:",
        ": said",
        "’s said",
        "“” said “",
        "He said —",
        "according to",
        "a charge",
        "— Lee",
        "to to to",
        "X: “",
        "… said …, …",
    ] {
        extract(&Document::new(text));
        extract(&Document::new(&format!("{text} {text}\n\n{text}, he said, {text}")));
    }
}

#[test]
fn every_cue_is_found_in_its_example_and_not_in_its_counter_example() {
    let mut wrong = Vec::new();
    for (cue, [example, counter]) in cues::examples() {
        for (text, wanted) in [(example, true), (counter, false)] {
            if is_found(&claims(text), cue) != wanted {
                wrong.push(format!("{}|{:?}: {text} gives {:?}", cue.wording, cue.part, lines(text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_noun_carries_the_act_of_a_verb_that_only_brings_it() {
    for (text, line) in [
        ("The minister repeated his call for an inquiry.", "The minister | repeated his call for | an inquiry | demand"),
        ("Claims by a broker, Lind Oil, that it lied are old.", "a broker, Lind Oil | Claims | that it lied | state"),
        ("She renewed her offer of ships.", "She | renewed her offer | of ships | propose"),
        ("She renewed her demand that the firm pay.", "She | renewed her demand | that the firm pay | demand"),
        ("The council issued a warning that it would flood.", "The council | issued a warning | that it would flood | warn"),
        ("The firm issued repeated warnings that it would.", "The firm | issued repeated warnings | that it would | warn"),
        ("The firm sold the dam and issued a denial.", "The firm | issued a denial | a denial | deny"),
        ("The mayor made an appeal for calm.", "The mayor | made an appeal for | calm | demand"),
        ("The senator withdrew his accusation.", "The senator | withdrew his accusation | his accusation | deny"),
        ("He withdrew his claim that it leaked.", "He | withdrew his claim | that it leaked | deny"),
    ] {
        check_claims(text, &[line]);
    }
    check_claims("The mayor made a call.", &[]);
}

#[test]
fn what_is_promised_can_be_a_thing() {
    check_claims("The firm promised an investigation.", &["The firm | promised | an investigation | promise"]);
    check_claims("The firm promised residents that it would pay.", &["The firm | promised | that it would pay | promise"]);
}

#[test]
fn a_cue_that_ends_a_sentence_is_a_verb_after_its_clause_and_speaker() {
    check_claims(
        "Half of the town is flooded, the regional water agency estimates.",
        &["the regional water agency | estimates | Half of the town is flooded | state"],
    );
    check_claims("Bo has three boats, two of the older models.", &[]);
}

#[test]
fn a_speaker_inside_a_relative_clause_says_that_clause_alone() {
    check_claims(
        "Oslo sold the clinic, whose managers, a report says, ignored warnings.",
        &["a report | says | whose managers … ignored warnings | state"],
    );
    let found = lines("Oslo has seen the seals which, Bergen says, hunt its cod.");
    assert_eq!(found, ["Bergen | says | which … hunt its cod | state"]);
}

#[test]
fn who_tells_somebody_to_do_something_demands_it() {
    check_claims("The crew told passengers that it would rain.", &["The crew | told | that it would rain | state"]);
    check_claims(
        "A mate had told passengers to wait, the crew said.",
        &["A mate | had told | passengers to wait | demand", "the crew | said | A mate had told passengers to wait | state"],
    );
}
