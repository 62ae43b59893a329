//! Who says what where several stand in one sentence, as the program reads them by default: `source | cue | content | act`.

use super::news::{check, claims};

#[test]
fn where_and_when_words_were_said_is_no_content() {
    check(&[
        ("The bridge was shut, the mayor said in Lima.", &["the mayor | said | The bridge was shut | state"]),
        ("The club folded in 2008, the Argus reported in 2014.", &["the Argus | reported | The club folded in 2008 | state"]),
        ("The boat was never hers, she said in reply to a letter.", &["she | said | The boat was never hers | state"]),
        ("She said in Lima the shops had closed.", &["She | said | the shops had closed | state"]),
        ("She said of the forty, two were hurt.", &["She | said | two were hurt | state"]),
        ("The firm said by 2030 it would employ 400 people.", &["The firm | said | it would employ 400 people | state"]),
        ("The bank reported in May a loss of 4 million crowns.", &["The bank | reported | a loss of 4 million crowns | state"]),
        ("She argued in favour of a curfew.", &["She | argued in favour of | a curfew | demand"]),
        ("Wolf reported from Lima.", &[]),
        ("On Monday, the Argus reported from the port.", &[]),
    ]);
}

#[test]
fn a_participle_describes_its_noun_and_the_verb_after_it_speaks() {
    check(&[
        (
            "The airline said in a statement issued on Monday that the crew was safe.",
            &["The airline | said | that the crew was safe | state"],
        ),
        ("The crew was safe, the airline said in a letter posted on its website.", &["the airline | said | The crew was safe | state"]),
        (
            "The minister told the Argus in an interview published on Sunday that he would go.",
            &["The minister | told | that he would go | state"],
        ),
        ("A memo sent to staff said the plant would close.", &["A memo sent to staff | said | the plant would close | state"]),
        (
            "Families evacuated from the valley said the water came fast.",
            &["Families evacuated from the valley | said | the water came fast | state"],
        ),
        ("They live in a town called Asker.", &[]),
    ]);
}

#[test]
fn owners_that_share_a_noun_and_all_who_each_say_it_are_one_source() {
    check(&[
        ("The Cooks’ and Waiters’ Union denied it.", &["The Cooks’ and Waiters’ Union | denied | it | deny"]),
        ("The cooks' and waiters' union denied it.", &["The cooks' and waiters' union | denied | it | deny"]),
        ("The bank and the union each say the sale is off.", &["The bank and the union | say | the sale is off | state"]),
    ]);
}

#[test]
fn who_is_described_by_a_clause_with_a_pronoun_speaks() {
    check(&[
        ("Six people died, the charity that sent it said.", &["the charity that sent it | said | Six people died | state"]),
        ("The man who hit him said he was sorry.", &["The man who hit him | said | he was sorry | state"]),
        ("The group that runs the camp said it was shut.", &["The group that runs the camp | said | it was shut | state"]),
    ]);
}

#[test]
fn a_count_at_the_end_is_whoever_counts() {
    check(&[
        ("The flood has killed 40 people by the ministry's count.", &["the ministry | count | The flood has killed 40 people | state"]),
        ("Two analysts were surprised by the bank's estimate.", &[]),
    ]);
}

#[test]
fn whoever_stands_after_by_at_the_end_did_it() {
    check(&[
        ("He was urged to resign by his deputies.", &["his deputies | was urged | He … to resign | demand"]),
        ("The verdict was hailed as a victory by campaigners.", &["campaigners | was hailed | The verdict … as a victory | welcome"]),
        ("He was criticised for his remarks by the bishop.", &["the bishop | was criticised | He … for his remarks | condemn"]),
        ("The coach was accused by a former dancer of theft.", &["a former dancer | was accused | The coach … of theft | accuse"]),
        ("Ministers were told by the court to publish the list.", &["the court | were told | Ministers … to publish the list | demand"]),
        ("The minister was told to go by the premier.", &["the premier | was told | The minister … to go | demand"]),
        ("She was asked by reporters about the deal.", &[]),
        ("She was asked about the deal by reporters.", &[]),
        ("They were urged to travel by train.", &[" | were urged | They … to travel by train | demand"]),
        ("He was accused of being bribed by the bank.", &[" | was accused | He … of being bribed by the bank | accuse"]),
        ("The report was described by ministers as rash.", &["ministers | was described | The report … as rash | state"]),
    ]);
}

#[test]
fn what_the_verb_asks_for_is_no_part_of_whoever_stands_after_by() {
    check(&[
        ("The ferry firm was accused by prosecutors of fraud.", &["prosecutors | was accused | The ferry firm … of fraud | accuse"]),
        ("He was accused by his former wife of theft on Monday.", &["his former wife | was accused | He … of theft | accuse"]),
        ("She was accused by critics of the plan of hypocrisy.", &["critics of the plan | was accused | She … of hypocrisy | accuse"]),
        ("The surgeon was blamed by doctors for the delay.", &["doctors | was blamed | The surgeon … for the delay | accuse"]),
        ("The hotel was praised by guests for its food.", &["guests | was praised | The hotel … for its food | welcome"]),
        ("The road was criticised by the mayor of Lyon.", &["the mayor of Lyon | was criticised | The road | condemn"]),
        ("The tax was welcomed by the Campaign for Clean Air.", &["the Campaign for Clean Air | was welcomed | The tax | welcome"]),
    ]);
}

#[test]
fn whoever_closes_the_sentence_behind_a_verb_of_saying_speaks() {
    check(&[
        (
            "The firm lobbied on taxes and other issues related to its hotels, in both states, said lobbyist Carl Beck.",
            &["lobbyist Carl Beck | said | The firm lobbied on taxes and other issues related to its hotels, in both states | state"],
        ),
        (
            "A third of voters say the “gig economy” reflects a change for the better.",
            &["A third of voters | say | the “gig economy” reflects a change for the better | state"],
        ),
        ("“We lost” said the coach.", &["the coach | said | “We lost” | state"]),
        ("The mayor, who was in Lima, said yes.", &["The mayor, who was in Lima | said | yes | state"]),
    ]);
}

#[test]
fn what_stands_before_a_semicolon_is_not_said_after_it() {
    check(&[
        (
            "Nine people died in the crash; the brakes had failed, a colleague said.",
            &["a colleague | said | the brakes had failed | state"],
        ),
        ("“It was late; we were tired,” the pilot said.", &["the pilot | said | “It was late; we were tired,” | state"]),
        ("The mayor resigned; her deputy denied the charge.", &["her deputy | denied | the charge | deny"]),
    ]);
}

#[test]
fn what_others_claim_is_not_claimed_by_whoever_looks_into_it() {
    check(&[
        (
            "Police are investigating claims that a teacher hit pupils.",
            &["narrator | - | Police are investigating claims | state", " | claims | that a teacher hit pupils | state"],
        ),
        ("The bakery is facing claims that it hid the defect.", &[" | claims | that it hid the defect | state"]),
        ("The society made the claim that the well was dry.", &["The society | made the claim | that the well was dry | state"]),
    ]);
    assert!(claims("There is no suggestion that she acted unlawfully.")[0].negated);
}

#[test]
fn each_clause_belongs_to_its_speaker() {
    check(&[
        (
            "Peru welcomed the accord, Chile said it was weak.",
            &["Peru | welcomed | the accord | welcome", "Chile | said | it was weak | state"],
        ),
        ("Peru rejected the offer and Chile condemned it.", &["Peru | rejected | the offer | reject", "Chile | condemned | it | condemn"]),
        (
            "The mill, which burnt in May, told the mayor only on Sunday, Moss said.",
            &["Moss | said | The mill, which burnt in May, told the mayor only on Sunday | state"],
        ),
        ("The search is continuing, police said.", &["police | said | The search is continuing | state"]),
        (
            "The union vowed to fight on and accused the firm of lying.",
            &["The union | vowed | to fight on | promise", "The union | accused | the firm of lying | accuse"],
        ),
        (
            "The watchdog said soldiers shot 40 men, which the junta denied.",
            &["The watchdog | said | soldiers shot 40 men | state", "the junta | denied | soldiers shot 40 men | deny"],
        ),
        (
            "Police said the van was stolen, while the owner, Ada Lind, insisted it was hers.",
            &["Police | said | the van was stolen | state", "the owner, Ada Lind | insisted | it was hers | state"],
        ),
    ]);
}

#[test]
fn a_name_can_end_as_a_possessive_does() {
    check(&[
        ("Brindle's said sales had fallen.", &["Brindle's | said | sales had fallen | state"]),
        ("“We are sorry,” Brindle's said.", &["Brindle's | said | “We are sorry,” | state"]),
        ("Oslo's claimed gains were small.", &[]),
    ]);
}

#[test]
fn a_preposition_before_a_day_is_the_days() {
    check(&[
        ("The mayor insisted on Sunday that the vote was fair.", &["The mayor | insisted | that the vote was fair | state"]),
        ("The mayor insisted on a rerun.", &["The mayor | insisted on | a rerun | demand"]),
    ]);
}

#[test]
fn no_doubt_and_not_only_deny_nothing() {
    let negated = |text: &str| claims(text)[0].negated;
    assert!(!negated("The mayor said there was no doubt that the plan would work."));
    assert!(!negated("She said not only the driver but the owner was at fault."));
    assert!(negated("The mayor said there was no plan."));
}

#[test]
fn a_name_is_not_cut_at_a_particle_nor_at_the_mark_of_a_plural() {
    check(&[
        ("The bill was condemned by Ana do Carmo dos Reis.", &["Ana do Carmo dos Reis | was condemned | The bill | condemn"]),
        ("Ana do Carmo denied it.", &["Ana do Carmo | denied | it | deny"]),
        ("The bill was condemned by Kees van der Lee.", &["Kees van der Lee | was condemned | The bill | condemn"]),
        ("The bill was condemned by the grocers’ guild.", &["the grocers’ guild | was condemned | The bill | condemn"]),
        ("The bill was condemned by grocers' guilds.", &["grocers' guilds | was condemned | The bill | condemn"]),
        ("He called it the 'grocers' friend'.", &["He | called | it the 'grocers' friend' | state"]),
        ("How do Danes say this?", &[]),
    ]);
}

#[test]
fn whoever_acts_on_a_charge_does_not_make_it() {
    check(&[
        ("The judge resigned following allegations that he took gifts.", &[" | allegations | that he took gifts | accuse"]),
        ("The judge resigned over claims that he took gifts.", &[" | claims | that he took gifts | state"]),
        ("The judge quit amid allegations that he took gifts.", &[" | allegations | that he took gifts | accuse"]),
        ("The judge closed the trial with a claim that he was ill.", &["The judge | claim | that he was ill | state"]),
    ]);
}

#[test]
fn each_of_three_verbs_has_the_subject() {
    check(&[
        (
            "He denied theft, admitted fraud and refused to name his boss.",
            &["He | denied | theft | deny", "He | admitted | fraud | confirm", "He | refused | to name his boss | reject"],
        ),
        (
            "The mayor criticised the bank, defended the police and promised a review.",
            &[
                "The mayor | criticised | the bank | condemn",
                "The mayor | defended | the police | welcome",
                "The mayor | promised | a review | promise",
            ],
        ),
        ("It had rained, said farmers and left wet fields.", &["farmers | said | It had rained | state"]),
    ]);
}

#[test]
fn a_title_before_a_name_is_no_verb() {
    check(&[
        ("World champion Eva Roth won.", &[]),
        ("Olympic champions Norway beat Italy.", &[]),
        ("Farmers champion Eva Roth.", &["Farmers | champion | Eva Roth | state"]),
    ]);
}

#[test]
fn what_is_published_or_accepted_is_words() {
    check(&[
        ("He accepted the offer.", &["He | accepted | the offer | agree"]),
        ("The bank unveiled its strategy.", &["The bank | unveiled | its strategy | state"]),
        ("He accepted the prize.", &[]),
        ("She signed her name.", &[]),
        ("Apple unveiled a phone.", &[]),
        ("He learned the piano.", &[]),
    ]);
}

#[test]
fn a_long_subject_can_close_the_sentence() {
    check(&[
        ("Wages rose, a report by the charity Full Plate claims.", &["a report by the charity Full Plate | claims | Wages rose | state"]),
        ("It leaked, a former aide to the senator claims.", &["a former aide to the senator | claims | It leaked | state"]),
        ("It drew a crowd, a list of the bank's claims.", &[]),
        (
            "The bomber was, according to his landlady, a quiet man.",
            &["his landlady | according to | The bomber was … a quiet man | state"],
        ),
    ]);
}

#[test]
fn a_participle_after_an_aside_belongs_to_the_sentence() {
    check(&[(
        "The leader rejected results that put Lee ahead, alleging fraud.",
        &["The leader | rejected | results that put Lee ahead | reject", "The leader | alleging | fraud | accuse"],
    )]);
}

#[test]
fn words_in_a_note_that_others_saw_are_its_writers() {
    check(&[
        ("The firm said in a note seen by the Argus that it would close.", &["The firm | said | that it would close | state"]),
        ("The firm said in documents filed with the court on Monday that it had lied.", &["The firm | said | that it had lied | state"]),
        ("She says growth this year will be 1%.", &["She | says | growth this year will be 1% | state"]),
        ("They promised an audit by September.", &["They | promised | an audit by September | promise"]),
        ("They promised an audit on Friday.", &["They | promised | an audit | promise"]),
    ]);
}

#[test]
fn whoever_is_told_or_warned_by_nobody_named() {
    check(&[
        ("A pensioner has been told to move.", &[" | has been told | A pensioner … to move | demand"]),
        ("Drivers were warned of black ice.", &[" | were warned | Drivers … of black ice | warn"]),
    ]);
}

#[test]
fn what_appears_somewhere_is_no_claim() {
    check(&[
        ("Her column appears on Thursdays.", &[]),
        ("It seemed like a gift.", &[" | seemed | It … like a gift | state"]),
        ("The keeper denied Larsson twice in May.", &[]),
        ("The agreed route passes the old brewery.", &[]),
        ("The bank reassured shoppers that it was safe.", &["The bank | reassured | that it was safe | state"]),
        (
            "The sheriff confirmed the arrest, praised the deputies and declined to say more.",
            &["The sheriff | confirmed | the arrest | confirm", "The sheriff | praised | the deputies | welcome"],
        ),
    ]);
}

#[test]
fn a_verb_by_itself_can_be_the_claim() {
    check(&[
        ("The bishop apologised and left.", &["The bishop | apologised | apologised | confirm"]),
        ("The bishop apologised for the delay.", &["The bishop | apologised for | the delay | confirm"]),
        ("The bishop would not apologise.", &[]),
        ("Lee pleaded not guilty on Monday.", &["Lee | pleaded not guilty | pleaded not guilty | deny"]),
        ("Lee pleaded guilty to theft.", &["Lee | pleaded guilty to | theft | confirm"]),
        ("The historian disagreed.", &["The historian | disagreed | disagreed | deny"]),
        ("The bank has yet to say whether it will pay.", &[]),
    ]);
}

#[test]
fn a_pronoun_can_part_a_verb_from_its_particle() {
    check(&[
        ("The minister ruled it out.", &["The minister | ruled it out | it | reject"]),
        ("The club turned it down.", &["The club | turned it down | it | reject"]),
        ("The guard picked it up.", &[]),
    ]);
}

#[test]
fn a_noun_that_takes_up_what_was_said_begins_a_denial_of_its_own() {
    check(&[
        (
            "Prosecutors said the dealer forged the bills, a charge his lawyers reject.",
            &["Prosecutors | said | the dealer forged the bills | state", "his lawyers | reject | the dealer forged the bills | deny"],
        ),
        (
            "The council says the firm dumped waste, a version disputed by the firm.",
            &["The council | says | the firm dumped waste | state", "the firm | disputed | the firm dumped waste | deny"],
        ),
        (
            "The rector said he had two guests, a priest and a nurse.",
            &["The rector | said | he had two guests, a priest and a nurse | state"],
        ),
    ]);
}

#[test]
fn what_was_said_goes_on_after_whoever_said_it() {
    check(&[
        ("The road was flooded, Moran said, and will stay shut.", &["Moran | said | The road was flooded … and will stay shut | state"]),
        ("The shop was full, she said, but nobody paid.", &["she | said | The shop was full … but nobody paid | state"]),
        ("The road was flooded, Moran said, and left the room.", &["Moran | said | The road was flooded | state"]),
        (
            "The road was flooded, the council said, and it called for calm.",
            &["the council | said | The road was flooded | state", "it | called for | calm | demand"],
        ),
        ("A man was held on bail, Avon and Somerset Police said.", &["Avon and Somerset Police | said | A man was held on bail | state"]),
    ]);
}

#[test]
fn whoever_hears_or_is_described_is_no_content() {
    check(&[
        ("The airline apologised to passengers for the delay.", &["The airline | apologised | for the delay | confirm"]),
        ("The airline apologised to passengers.", &["The airline | apologised | apologised | confirm"]),
        ("“We lost,” the 31-year-old said.", &["the 31-year-old | said | “We lost,” | state"]),
        (
            "According to Moran, who joined in April, the books were never checked.",
            &["Moran | According to | the books were never checked | state"],
        ),
        ("According to Moran, who joined in April.", &[]),
    ]);
}

#[test]
fn per_and_as_somebody_put_it_name_the_source() {
    check(&[
        ("The road stays shut, per the Herald.", &["the Herald | per | The road stays shut | state"]),
        ("The rules, as Dana Orr put it, are a mess.", &["Dana Orr | put it | The rules … are a mess | state"]),
        ("The swim costs £4, per person.", &[]),
        ("The work was done, per the plan.", &[]),
        ("She put it on the shelf.", &[]),
    ]);
}

#[test]
fn a_quotation_after_a_sentence_about_a_mayor_with_a_name_is_the_mayors() {
    check(&[
        ("Mayor Dana Orr was furious. “They lied to all of us.”", &["Mayor Dana Orr | “ | “They lied to all of us.” | state"]),
        ("Detective Orr looked tired. “They lied to all of us.”", &["Detective Orr | “ | “They lied to all of us.” | state"]),
        ("Market Street was quiet. “They lied to all of us.”", &[]),
    ]);
}

#[test]
fn what_stands_behind_a_semicolon_is_not_said_by_whoever_spoke_before_it() {
    check(&[
        ("The bridge is shut, officials said; traffic is being sent north.", &["officials | said | The bridge is shut | state"]),
        ("“It was a mistake,” the mayor said; the council will meet on Monday.", &["the mayor | said | “It was a mistake,” | state"]),
        ("The dam may burst, engineers warned; villagers have left.", &["engineers | warned | The dam may burst | warn"]),
        ("Six men were hurt, the army said; four of them badly.", &["the army | said | Six men were hurt | state"]),
        (
            "The firm lied, the report alleged; Lind denied it.",
            &["the report | alleged | The firm lied | accuse", "Lind | denied | The firm lied | deny"],
        ),
        (
            "The road is closed, police said: a lorry had overturned.",
            &["narrator | - | The road is closed | state", "police | said | a lorry had overturned | state"],
        ),
    ]);
}

#[test]
fn a_participle_behind_a_passive_goes_on_with_it() {
    check(&[
        (
            "The firm said the parts were checked twice and found to be faulty.",
            &["The firm | said | the parts were checked twice and found to be faulty | state"],
        ),
        (
            "Police said the woman was stopped at the border and ordered to turn back.",
            &["Police | said | the woman was stopped at the border and ordered to turn back | state"],
        ),
        (
            "The firm said the plan was dropped in May and promised to pay.",
            &["The firm | said | the plan was dropped in May | state", "The firm | promised | to pay | promise"],
        ),
        (
            "The firm said the plan was dropped and called for talks.",
            &["The firm | said | the plan was dropped | state", "The firm | called for | talks | demand"],
        ),
    ]);
}

#[test]
fn how_much_is_nobody_and_who_is_questioned_says_nothing() {
    check(&[
        ("Brasel cut its full-year sales forecast by a third.", &[]),
        ("Its growth forecast was cut by half.", &[]),
        ("A claim by a third man that he was there was false.", &["a third man | claim | that he was there | state"]),
        ("Two men were questioned by police.", &[]),
        ("The result was questioned by farmers.", &["farmers | was questioned | The result | state"]),
        (
            "The head quit after the firm issued a profit warning and a rival accused it of fraud.",
            &["the firm | issued | a profit warning | state", "a rival | accused | it of fraud | accuse"],
        ),
        ("Lee said she stood by her evidence.", &["Lee | said | she stood by her evidence | state"]),
        ("Lee said he stood by the minister.", &["Lee | said | he stood by the minister | welcome"]),
        ("Moss, 33, a mother of two, denied fraud.", &["Moss, 33, a mother of two | denied | fraud | deny"]),
        ("A letter of 3 June said the roof leaked.", &["A letter | said | the roof leaked | state"]),
    ]);
}

#[test]
fn to_do_stands_for_what_was_asked() {
    check(&[
        (
            "The union urged Lee to quit, which he declined to do.",
            &["The union | urged | Lee to quit | demand", "he | declined | Lee to quit | reject"],
        ),
        (
            "Unions called on her to go, which she refused.",
            &["Unions | called on | her to go | demand", "she | refused | her to go | reject"],
        ),
    ]);
}
