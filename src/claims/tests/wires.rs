//! Claims in the shapes of wire reports, tags behind the claim first: `source | cue | content | act`.

use super::headlines::check_headlines;
use super::news::check;

#[test]
fn what_only_tells_when_it_was_said_is_no_claim() {
    check(&[
        ("The strike will go ahead, the union said on Monday as snow fell.", &["the union | said | The strike will go ahead | state"]),
        ("Nine are missing, officials said while divers searched the bay.", &["officials | said | Nine are missing | state"]),
        (
            "The man was known to police, the mayor said while visiting the camp.",
            &["the mayor | said | The man was known to police | state"],
        ),
        ("Growth will slow, the bank warned on Friday when it cut its rate.", &["the bank | warned | Growth will slow | warn"]),
        ("The strike will go ahead, the union said on Monday after rain fell.", &["the union | said | The strike will go ahead | state"]),
        ("Two hostages are free, Oslo said, as envoys met in Lima.", &["Oslo | said | Two hostages are free | state"]),
        ("Two hostages are free, Oslo said, hours after envoys met in Lima.", &["Oslo | said | Two hostages are free | state"]),
        ("Two hostages are free, Oslo said, even as envoys met in Lima.", &["Oslo | said | Two hostages are free | state"]),
        ("Six men died, police said, in the worst storm in years.", &["police | said | Six men died | state"]),
        ("Sales fell, the firm said, in the first three months.", &["the firm | said | Sales fell … in the first three months | state"]),
        (
            "The man was shot, police said, when he ran at officers.",
            &["police | said | The man was shot … when he ran at officers | state"],
        ),
        (
            "The union said on Monday that the strike would go on as snow fell.",
            &["The union | said | that the strike would go on as snow fell | state"],
        ),
        ("As snow fell, the union said it would strike.", &["the union | said | it would strike | state"]),
    ]);
}

#[test]
fn a_second_verb_whose_past_is_its_infinitive_stays_in_the_clause() {
    check(&[
        (
            "The firm said it would close two shops and cut 40 jobs.",
            &["The firm | said | it would close two shops and cut 40 jobs | state"],
        ),
        (
            "The club said it would sell the pitch and set up a fund.",
            &["The club | said | it would sell the pitch and set up a fund | state"],
        ),
        (
            "The minister said the plan would fail and called it a gift.",
            &["The minister | said | the plan would fail | state", "The minister | called | it a gift | state"],
        ),
    ]);
}

#[test]
fn a_text_with_its_complement_shows_what_stands_before() {
    check(&[
        (
            "The firm paid no tax in May, documents seen by this newspaper show.",
            &["documents seen by this newspaper | show | The firm paid no tax in May | state"],
        ),
        (
            "Shoppers spent more in May, figures from the council show.",
            &["figures from the council | show | Shoppers spent more in May | state"],
        ),
        ("Women do more housework, research shows.", &["research | shows | Women do more housework | state"]),
        ("He slept through the match, the play and the show.", &[]),
    ]);
}

#[test]
fn whoever_appears_accused_is_accused_by_nobody_named() {
    check(&[
        ("Ged Marr is due to appear before magistrates on Friday accused of theft.", &[" | accused | Ged Marr … of theft | accuse"]),
        ("Two men appeared at Oban Crown Court on Monday accused of theft.", &[" | accused | Two men … of theft | accuse"]),
        (
            "A nurse has gone on trial in Oban accused of theft.",
            &[" | accused | A nurse … of theft | accuse", "narrator | - | A nurse has gone on trial in Oban accused of theft | state"],
        ),
        ("He was flown to Peru accused of theft.", &[" | accused | He … of theft | accuse"]),
        ("Police searched a man in Oban accused of theft.", &[" | accused | a man … of theft | accuse"]),
        ("Ann Lee accused of lying to parliament.", &[" | accused | Ann Lee … of lying to parliament | accuse"]),
        ("She spoke to a man accused of theft.", &[]),
    ]);
}

#[test]
fn a_headline_may_stand_alone_and_begin_with_words_of_somebody() {
    check(&[
        ("Border to reopen on Monday: officials", &["officials | : | Border to reopen on Monday | state"]),
        ("Ban on vapes next week - minister", &["minister | - | Ban on vapes next week | state"]),
        ("Tory donor accused of fraud", &[" | accused | Tory donor … of fraud | accuse"]),
    ]);
    check_headlines(&[
        ("‘We had no warning’: villagers recount flood", &["villagers | : | ‘We had no warning’ | state"]),
        ("‘It is a disgrace’: fury as library shuts", &[]),
        ("‘The Lord of the Rings’: fans queue for hours", &[]),
    ]);
}

#[test]
fn plurals_that_are_subjects_are_no_verbs() {
    check(&[
        ("More than 900 volunteers in two towns have had a dose.", &[]),
        ("Red Cross volunteers in Lima handed out blankets.", &[]),
        ("Doctors gave the drug to 40 volunteers over six weeks.", &[]),
        ("Insurance claims from the storm have topped £200m.", &[]),
        ("Channel 4 reports that the road is shut.", &["Channel 4 | reports | that the road is shut | state"]),
        ("The IMF forecasts that growth will slow.", &["The IMF | forecasts | that growth will slow | expect"]),
    ]);
}

#[test]
fn what_is_aired_somewhere_is_told() {
    check(&[
        ("The singer took to Instagram to tell fans that she was ill.", &["The singer | to tell | that she was ill | state"]),
        ("The striker used social media to deny that he was leaving.", &["The striker | to deny | that he was leaving | deny"]),
        ("The mayor called a press conference to announce that he would go.", &["The mayor | to announce | that he would go | state"]),
        ("The minister ignored her call to admit the leak.", &["her | call | to admit the leak | demand"]),
        ("The report, to be published on Monday, will say that the dam leaked.", &["The report | will say | that the dam leaked | state"]),
        ("It was claimed in court that he had a knife.", &[" | was claimed | that he had a knife | state"]),
    ]);
}

#[test]
fn petitions_and_letters_ask_for_whoever_signs_or_writes_them() {
    check(&[
        ("Many people have signed a petition calling for a new bridge.", &["Many people | calling for | a new bridge | demand"]),
        ("Ron Lacey has written to the firm asking for a meeting.", &["Ron Lacey | asking for | a meeting | demand"]),
        (
            "The union urged calm, while the owners called for talks.",
            &["The union | urged | calm | demand", "the owners | called for | talks | demand"],
        ),
    ]);
}

#[test]
fn hearers_with_long_names_are_no_content() {
    check(&[
        ("He told ITV's Good Morning Britain that taxes would fall.", &["He | told | that taxes would fall | state"]),
        ("Residents told a local news site that they had seen it.", &["Residents | told | that they had seen it | state"]),
        (
            "The bishop apologised to the family and said it was wrong.",
            &["The bishop | apologised | apologised | confirm", "The bishop | said | it was wrong | state"],
        ),
        ("The vote is a reminder that power is bought.", &[]),
    ]);
}

#[test]
fn a_plurals_mark_before_a_number_closes_no_quotation() {
    check(&[(
        "Ministers rejected the rebels' 48-hour ultimatum.",
        &[
            "Ministers | rejected | the rebels' 48-hour ultimatum | reject",
            "the rebels | ultimatum | the rebels' 48-hour ultimatum | demand",
        ],
    )]);
}

#[test]
fn a_place_before_a_name_and_a_quotation_in_an_aside_hide_no_speaker() {
    check(&[
        ("In Lidsburg Ana Lee said that it rained.", &["Ana Lee | said | that it rained | state"]),
        (
            "Ana Lee, who called the raid “a crime”, demanded an inquiry.",
            &["Ana Lee | demanded | an inquiry | demand", "who | called | the raid “a crime” | condemn"],
        ),
    ]);
}

#[test]
fn whoever_is_given_a_time_limit_is_asked_for_something() {
    check(&[
        ("The army gave the rebels until noon to leave.", &["The army | gave | until noon to leave | demand"]),
        ("Oslo has given the firm 48 hours to pay.", &["Oslo | has given | 48 hours to pay | demand"]),
        ("Doctors gave him six months to live.", &[]),
    ]);
}

#[test]
fn what_is_only_a_condition_is_done_by_nobody() {
    check(&[("Guards will resign if the officer is charged.", &[])]);
}

#[test]
fn whoever_asks_somebody_to_do_something_goes_on_with_the_next_past_verb() {
    check(&[
        (
            "The minister asked drivers to wait and promised a new road.",
            &["The minister | asked | drivers to wait | demand", "The minister | promised | a new road | promise"],
        ),
        (
            "The envoy urged Chile to free the crew and offered to host talks.",
            &["The envoy | urged | Chile to free the crew | demand", "The envoy | offered | to host talks | propose"],
        ),
        (
            "The mayor told residents to stay at home and accused the firm of delay.",
            &["The mayor | told | residents to stay at home | demand", "The mayor | accused | the firm of delay | accuse"],
        ),
        ("The mayor asked residents to wait and see.", &["The mayor | asked | residents to wait and see | demand"]),
        ("“It is a disgrace,” stormed the senator.", &["the senator | stormed | “It is a disgrace,” | state"]),
    ]);
}
