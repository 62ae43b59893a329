//! Claims of plain news sentences as the program reads them by default, with its own parser: `source | cue | content | act`.

use crate::claims::extract_parsed;
use crate::lexicon::knowledge::Knowledge;
use crate::model::{Act, Certainty, Claim};
use crate::syntax::Model;
use crate::text::{Document, Span};

pub(super) fn claims(text: &str) -> Vec<Claim<Span>> {
    extract_parsed(&Knowledge::builtin(), Some(Model::builtin()), &Document::new(text)).claims
}

#[track_caller]
pub(super) fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        let line = |claim: &Claim<Span>| {
            let source = claim.source.as_ref().map_or("narrator", |source| source.text.as_str());
            let cue = claim.cue.as_ref().map_or("-", |cue| cue.text.as_str());
            format!("{source} | {cue} | {} | {}", claim.content.text, claim.act)
        };
        assert_eq!(claims(text).iter().map(line).collect::<Vec<_>>(), *want, "{text}");
    }
}

#[test]
fn a_court_hears_and_rules_and_whoever_is_told_by_nobody_named_is_no_content() {
    check(&[
        ("The inquest heard that the boat had no lights.", &["The inquest | heard | that the boat had no lights | state"]),
        ("The judge ruled that the search was unlawful.", &["The judge | ruled | that the search was unlawful | state"]),
        ("The shepherd heard that the wolves were back.", &[]),
        ("The jury was told that the knife was found in a drain.", &[" | was told | that the knife was found in a drain | state"]),
    ]);
}

#[test]
fn what_is_said_to_have_been_done_is_said_by_nobody_named() {
    check(&[
        ("Ms Reed is said to have left the country.", &[" | is said | Ms Reed … to have left the country | state"]),
        (
            "The club is understood to have offered a new contract.",
            &[" | is understood | The club … to have offered a new contract | state"],
        ),
        ("Jurors were told to ignore the noise.", &[" | were told | Jurors … to ignore the noise | demand"]),
    ]);
}

#[test]
fn whoever_is_urged_by_nobody_named_is_urged_all_the_same() {
    check(&[
        ("Hikers were urged to stay off the ridge.", &[" | were urged | Hikers … to stay off the ridge | demand"]),
        ("Drivers have been warned not to drink.", &[" | have been warned | Drivers … not to drink | warn"]),
        (
            "The airline was urged by pilots on Sunday to ground the jets.",
            &["pilots | was urged | The airline … to ground the jets | demand"],
        ),
        ("The raid was condemned by the bishop on Sunday.", &["the bishop | was condemned | The raid | condemn"]),
        ("The crew was praised by the coroner for its calm.", &["the coroner | was praised | The crew … for its calm | welcome"]),
    ]);
}

#[test]
fn whose_figures_they_are_belongs_to_the_source() {
    check(&[
        (
            "Rents rose, according to figures published on Sunday by the trade office.",
            &["figures published on Sunday by the trade office | according to | Rents rose | state"],
        ),
        ("According to a poll by the school, few voted.", &["a poll by the school | According to | few voted | state"]),
        (
            "The crew, according to two men briefed on the search, was asleep.",
            &["two men briefed on the search | according to | The crew … was asleep | state"],
        ),
        (
            "It snowed, police said, and according to a guard covered the road.",
            &["police | said | It snowed | state", "a guard | according to | covered the road | state"],
        ),
        ("The gang had, according to police, fled.", &["police | according to | The gang had … fled | state"]),
    ]);
}

#[test]
fn a_day_after_the_cue_is_no_part_of_what_was_said() {
    check(&[
        ("The army said on Sunday it had taken the pass.", &["The army | said | it had taken the pass | state"]),
        ("The bank said on Sunday output had risen.", &["The bank | said | output had risen | state"]),
        ("The mill said in a statement orders would fall.", &["The mill | said | orders would fall | state"]),
        ("She said yesterday's vote was void.", &["She | said | yesterday's vote was void | state"]),
    ]);
}

#[test]
fn who_asks_or_supposes_asserts_nothing() {
    check(&[
        ("Was the minister told of the danger?", &[]),
        ("Why did the bank deny the report?", &[]),
        ("“Was it safe?” asked the mayor.", &["the mayor | asked | “Was it safe?” | state"]),
        ("If auditors prove that he lied, he will be tried.", &[]),
        ("How she denied it is unclear.", &[]),
        ("What officials told the families turned out to be wrong.", &[]),
        ("The board ignored repeated warnings.", &[]),
    ]);
}

#[test]
fn a_participle_before_its_subject_is_the_subjects() {
    check(&[
        ("Warning that time was short, the envoy flew home.", &["the envoy | Warning | that time was short | warn"]),
        ("Having promised lower fares in May, the mayor raised them.", &["the mayor | Having promised | lower fares in May | promise"]),
        ("Accusing the club of greed, fans walked out.", &["fans | Accusing | the club of greed | accuse"]),
        ("After denying the charge, the senator left.", &["the senator | denying | the charge | deny"]),
        ("Facing cuts, the firm left.", &[]),
    ]);
}

#[test]
fn a_noun_has_its_words_after_is_and_after_whoever_makes_it() {
    check(&[
        ("Her argument was that the lake belonged to all.", &["Her | argument | that the lake belonged to all | state"]),
        ("The firm’s position is that nobody was hurt.", &["The firm | position | that nobody was hurt | state"]),
        ("Calls from growers for an early vote grew louder.", &["growers | Calls | an early vote | demand"]),
        ("A warning from the bank that rents would rise went unread.", &["the bank | warning | that rents would rise | warn"]),
        (
            "The mayor rejected a demand from nurses for higher pay.",
            &[
                "The mayor | rejected | a demand from nurses for higher pay | reject",
                "nurses | demand | a demand from nurses for higher pay | demand",
            ],
        ),
    ]);
}

#[test]
fn a_quotation_beside_a_sentence_about_somebody_is_that_persons() {
    check(&[
        (
            "Hal Wynn, 81, lives beside the quarry. “You can feel the ground move at night.”",
            &["Hal Wynn, 81 | “ | “You can feel the ground move at night.” | state"],
        ),
        ("She moved there in 1990. “I have loved every day of it.”", &["She | “ | “I have loved every day of it.” | state"]),
        ("The baker closed early. “There was no flour left at all.”", &["The baker | “ | “There was no flour left at all.” | state"]),
        ("The mine closed in May. “You can feel the ground move at night.”", &[]),
        (
            "“The mayor lied. He has to go now, today,” Ann Lee said.",
            &["Ann Lee | said | “The mayor lied. He has to go now, today,” | state"],
        ),
    ]);
}

#[test]
fn verbs_of_one_subject_and_days_without_a_preposition_are_read() {
    check(&[
        ("Police held two men, said they were armed and left.", &["Police | said | they were armed and left | state"]),
        (
            "She apologised to the crew, acknowledged that pumps had failed and promised new ones.",
            &[
                "She | apologised | apologised | confirm",
                "She | acknowledged | that pumps had failed | confirm",
                "She | promised | new ones | promise",
            ],
        ),
        ("The firm said last week it would close.", &["The firm | said | it would close | state"]),
        ("As the auditor noted last year, complaints have doubled.", &["the auditor | noted | complaints have doubled | state"]),
        ("The bank signalled that rents would rise.", &["The bank | signalled | that rents would rise | state"]),
    ]);
}

#[test]
fn the_month_of_may_hedges_nothing() {
    let certainty = |text: &str| claims(text).first().map(|claim| claim.certainty);
    assert_eq!(certainty("He said that it opened in May."), Some(Certainty::Asserted));
    assert_eq!(certainty("He said that it may open."), Some(Certainty::Hedged));
}

#[test]
fn a_thing_that_is_written_is_no_words() {
    check(&[
        ("She wrote a letter to the board.", &[]),
        ("The song was written by the Hollins Quartet.", &[]),
        ("She wrote that it was late.", &["She | wrote | that it was late | state"]),
        ("She maintains her innocence.", &["She | maintains | her innocence | deny"]),
    ]);
}

#[test]
fn a_headline_leaves_out_its_auxiliary() {
    check(&[
        ("Minister urged to quit over leak\n\nIt rained.", &[" | urged | Minister … to quit over leak | demand"]),
        ("Man charged with theft of a boat\n\nIt rained.", &[" | charged | Man … with theft of a boat | accuse"]),
        ("Bank warned of losses\n\nIt rained.", &["Bank | warned | of losses | warn"]),
        ("Dam 'leaked for years', inquiry told\n\nIt rained.", &[" | told | Dam 'leaked for years' | state"]),
        ("Union boss blames firm for deaths\n\nIt rained.", &["Union boss | blames | firm for deaths | accuse"]),
        ("Driver was drunk – coroner\n\nIt rained.", &["coroner | – | Driver was drunk | state"]),
        ("Storm hits coast – live updates\n\nIt rained.", &[]),
    ]);
}

#[test]
fn a_flat_no_and_a_charge_that_is_called_something_are_denials() {
    check(&[
        ("“Categorically not,” she said.", &["she | said | “Categorically not,” | deny"]),
        ("Ms Daly called the charge a photocopy of an old one.", &["Ms Daly | called | the charge a photocopy of an old one | deny"]),
        ("Ms Daly called the charge serious.", &["Ms Daly | called | the charge serious | state"]),
        ("Ms Daly called the offer an insult.", &["Ms Daly | called | the offer an insult | state"]),
        (
            "Claims that the vote was rigged are baseless, the commission said.",
            &["the commission | said | Claims that the vote was rigged are baseless | deny"],
        ),
        ("She maintains her innocence.", &["She | maintains | her innocence | deny"]),
        ("The firm declined to comment on the report.", &[]),
    ]);
}

#[test]
fn what_was_not_done_until_a_day_was_done() {
    check(&[
        (
            "The firm did not say that the data had gone until March.",
            &["The firm | did not say | that the data had gone until March | state"],
        ),
        ("The firm did not say that the data had gone.", &["The firm | did not say | that the data had gone | state"]),
        ("The firm did not respond to a request for comment.", &[]),
        ("Neither minister would confirm the report.", &[]),
    ]);
}

#[test]
fn a_passive_has_its_whole_subject() {
    check(&[
        ("Plans to close the library were condemned by readers.", &["readers | were condemned | Plans to close the library | condemn"]),
        ("Rumours that the coach would go were denied by the club.", &["the club | were denied | Rumours that the coach would go | deny"]),
        (
            "As first reported by the Herald, the mayor had been warned.",
            &["the Herald | first reported | the mayor had been warned | state"],
        ),
    ]);
}

#[test]
fn words_that_a_parse_takes_for_nouns_are_verbs() {
    check(&[
        ("Police allege he fired twice.", &["Police | allege | he fired twice | accuse"]),
        ("The minister called on both sides to show restraint.", &["The minister | called on | both sides to show restraint | demand"]),
        ("Residents of Elm Road claim they were never consulted.", &["Residents of Elm Road | claim | they were never consulted | state"]),
    ]);
}

#[test]
fn content_ends_where_another_one_speaks() {
    check(&[
        (
            "Labour said that it would scrap the tax, while the Greens said they would keep it.",
            &["Labour | said | that it would scrap the tax | state", "the Greens | said | they would keep it | state"],
        ),
        ("The firm, which he called “a disgrace”, has closed.", &["he | called | “a disgrace” | condemn"]),
        ("What the minister called “a small delay” has lasted a year.", &["the minister | called | “a small delay” | state"]),
        ("The man who police believe set the fire is unwell.", &["police | believe | who … set the fire | state"]),
        ("Ms Ford said: “Demand is strong,” and left the room.", &["Ms Ford | said | “Demand is strong,” | state"]),
        ("His refusal to apologise angered colleagues.", &["His | refusal | to apologise | reject"]),
    ]);
}

#[test]
fn a_quotation_goes_on_after_an_aside() {
    check(&[
        (
            "“I like Ann,” he said, but “when it comes to money, she is careless.”",
            &["he | said | “I like Ann,” … “when it comes to money, she is careless.” | state"],
        ),
        (
            "Many of the guests were old, she said, and “some had to be carried.”",
            &["she | said | Many of the guests were old … “some had to be carried.” | state"],
        ),
        (
            "While most of the files were burnt, according to an official, two were saved.",
            &["an official | according to | While most of the files were burnt … two were saved | state"],
        ),
        ("The head told parents in a letter that the school would close.", &["The head | told | that the school would close | state"]),
        (
            "Most voters dislike the tax, a Herald/Lund University poll found.",
            &["a Herald/Lund University poll | found | Most voters dislike the tax | state"],
        ),
    ]);
}

#[test]
fn an_act_follows_from_the_clause() {
    check(&[
        ("The trust accepts it made mistakes.", &["The trust | accepts | it made mistakes | confirm"]),
        ("The trust accepts the offer.", &["The trust | accepts | the offer | agree"]),
    ]);
}

#[test]
fn what_was_not_said_is_no_claim() {
    check(&[
        ("He stopped short of calling for a ban.", &[]),
        ("He denied saying that the plan was dead.", &["He | denied | saying that the plan was dead | deny"]),
        ("He went further, calling for a ban.", &["He | calling for | a ban | demand"]),
    ]);
}

#[test]
fn a_second_participle_shares_its_passive() {
    check(&[
        (
            "The move was welcomed by unions but condemned by business.",
            &["unions | was welcomed | The move | welcome", "business | condemned | The move | condemn"],
        ),
        ("The plan was branded “reckless” by unions.", &["unions | was branded | The plan … “reckless” | condemn"]),
    ]);
}

#[test]
fn nouns_that_carry_the_act_are_brought_by_more_verbs() {
    check(&[
        ("She expressed the hope that the ban would be lifted.", &["She | expressed the hope | that the ban would be lifted | expect"]),
        ("She joined calls for a ban.", &["She | joined calls for | a ban | demand"]),
        ("The two sides traded accusations over the dam.", &["The two sides | traded accusations | over the dam | accuse"]),
    ]);
}

#[test]
fn charges_are_turned_down_without_one_word_for_it() {
    check(&[
        ("The claims are “without foundation”, Mr Voss said.", &["Mr Voss | said | The claims are “without foundation” | deny"]),
        (
            "Critics accused the mayor of theft, something he has always denied.",
            &["Critics | accused | the mayor of theft | accuse", "he | has always denied | the mayor of theft | deny"],
        ),
        ("The minister said only that “lessons would be learned”.", &["The minister | said | that “lessons would be learned” | state"]),
    ]);
}

#[test]
fn a_medium_may_begin_with_what_can_be_a_verb() {
    check(&[
        ("Twelve people died, according to state media.", &["state media | according to | Twelve people died | state"]),
        (
            "Twelve people died, according to state television citing the ministry.",
            &["state television | according to | Twelve people died | state"],
        ),
    ]);
}

#[test]
fn a_quotation_ends_before_the_clause_that_tells_when() {
    check(&[("Crowds chanted “Shame!” as the minister left.", &["Crowds | chanted | “Shame!” | state"])]);
}

#[test]
fn what_is_only_supposed_or_described_is_no_claim() {
    check(&[
        ("If Ms Moss says the deal is dead, shares will fall.", &[]),
        (
            "A statement issued by the firm said it was aware of the leak.",
            &["A statement issued by the firm | said | it was aware of the leak | state"],
        ),
        ("The allegations – which he denies – date from May.", &["he | denies | The allegations | deny"]),
        (
            "Aides described the claim that he had been drunk as “utter nonsense”.",
            &["Aides | described | the claim that he had been drunk as “utter nonsense” | deny"],
        ),
    ]);
}

#[test]
fn only_what_was_never_said_is_negated() {
    let negated = |text: &str| claims(text)[0].negated;
    assert!(negated("The firm did not say that the data had gone."));
    assert!(!negated("The firm did not say that the data had gone until March."));
    assert!(!negated("Officials said the man who had not been named was ill."));
    assert!(!negated("The union said it would strike if the order was not withdrawn."));
    assert!(negated("Officials said the man who had been named was not ill."));
    assert!(negated("The union said it would not strike if the order was withdrawn."));
}

#[test]
fn people_and_things_are_turned_away_and_only_words_are_rejected() {
    check(&[
        ("The club dismissed the player.", &[]),
        ("The airline rejected the engine after tests.", &[]),
        ("The firm denied him access to the files.", &[]),
        ("The state denied Lee a passport.", &[]),
        ("Officials did not name the guard.", &[]),
        ("The minister rejected calls for an inquiry.", &["The minister | rejected | calls for an inquiry | reject"]),
        ("The union rejected the bid as too low.", &["The union | rejected | the bid as too low | reject"]),
        ("The coach dismissed it.", &["The coach | dismissed | it | deny"]),
    ]);
}

#[test]
fn what_would_be_said_on_a_condition_is_not_said() {
    check(&[
        (
            "The firm threatened to sue if the paper refuses to apologise.",
            &["The firm | threatened | to sue if the paper refuses to apologise | warn"],
        ),
        (
            "The party asked whether the minister denied the charge.",
            &["The party | asked | whether the minister denied the charge | demand"],
        ),
    ]);
}

#[test]
fn a_doubt_denies_and_no_doubt_does_not() {
    for (text, negated) in [
        ("Investors doubted that a deal would be struck.", true),
        ("Investors are sceptical that a deal will be struck.", true),
        ("Investors did not doubt that a deal would be struck.", false),
    ] {
        assert_eq!(claims(text).iter().map(|claim| claim.negated).collect::<Vec<_>>(), [negated], "{text}");
    }
}

#[test]
fn the_last_clause_is_told_by_whoever_is_named_after_it() {
    check(&[(
        "Rebels said that they held the port, after a night in which 12 people were killed, doctors said.",
        &["Rebels | said | that they held the port | state", "doctors | said | after a night in which 12 people were killed | state"],
    )]);
}

#[test]
fn short_answers_and_calls_are_read() {
    check(&[
        ("The agency denied being at fault.", &["The agency | denied | being at fault | deny"]),
        ("Ann Lee called that a lie.", &["Ann Lee | called | that a lie | deny"]),
        ("The bank neither confirmed nor denied this.", &["The bank | confirmed nor denied | this | reject"]),
        ("The mayor urged calm.", &["The mayor | urged | calm | demand"]),
        ("The quay will close, it was announced on Monday.", &[" | was announced | The quay will close | state"]),
        ("The ferry was sold in May, it appears.", &[" | appears | The ferry was sold in May | state"]),
        ("The bank told customers about the flaw.", &["The bank | told | about the flaw | state"]),
    ]);
}

#[test]
fn turns_of_a_transcript_are_said_by_the_name_before_them_and_datelines_say_nothing() {
    check(&[
        (
            "The hearing\n\nOLE BERG: We never got the letter.\n\nANN LEE: It was sent twice.",
            &["OLE BERG | : | We never got the letter | state", "ANN LEE | : | It was sent twice | state"],
        ),
        ("The week\n\nLONDON: It froze twice.\n\nNEW YORK: It was sent twice.", &[]),
    ]);
}

#[test]
fn who_goes_on_to_say_something_after_a_passive_says_it() {
    check(&[
        ("Lind was booed and denied on Monday that he was guilty.", &["Lind | denied | that he was guilty | deny"]),
        ("Lind was freed and said, “I am free.”", &["Lind | said | “I am free.” | state"]),
        ("Lind was searched and admitted to the theft.", &["Lind | admitted | to the theft | confirm"]),
        ("The union was consulted and objected to the plan.", &["The union | objected to | the plan | reject"]),
        ("Lind was elected and promised in May to cut fares.", &["Lind | promised | to cut fares | promise"]),
    ]);
}

#[test]
fn denials_that_take_a_charge_up_answer_it() {
    for text in [
        "Three women accused Lee of assault. Lee has denied any knowledge of them.",
        "Witnesses said police fired first. The chief rejected the witnesses’ account.",
        "The union accused the mayor of theft. The mayor called that a lie.",
        "Two clerks said votes were counted twice. The commission dismissed that as “kitchen talk”.",
        "The union accused the mayor of theft. It rained on Monday. The market was full. Shops shut early. The mayor denied the charge.",
        "The union accused the mayor of theft. The mayor dismissed the accusation as “malicious gossip”.",
    ] {
        assert!(claims(text).iter().any(|claim| claim.act == Act::Deny && claim.answers.is_some()), "{text}");
    }
}

#[test]
fn a_denied_accusation_is_the_one_that_names_the_denier() {
    check(&[(
        "“The mayor stole it,” Lind said. She called on voters to march. The mayor denied the accusation.",
        &[
            "Lind | said | “The mayor stole it,” | state",
            "She | called on | voters to march | demand",
            "The mayor | denied | “The mayor stole it,” | deny",
        ],
    )]);
    let found = claims("He called the union's demands “a fantasy”.");
    assert_eq!(found[0].content.text, "the union's demands “a fantasy”");
    assert_eq!(found[1].content.text, "the union's demands");
}

#[test]
fn a_participle_that_begins_a_text_has_nothing_before_it() {
    assert!(claims("accused which , denied the charge the minister").is_empty());
}
