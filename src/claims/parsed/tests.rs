//! Claims of small texts by rules alone and with a parse beside them, one line each: `source | cue | content`.
//!
//! Parses are written down: `word/tag/relation/head`, the head counted from 0.

use super::super::extract_parsed;
use crate::lexicon::knowledge::Knowledge;
use crate::syntax::parse::{Parse, Parser, Penn, Relation, Word};
use crate::text::{Document, Span};

/// A parser that knows the sentences it was given.
struct Given(&'static str);

impl Parser for Given {
    fn parse(&self, sentence: &str) -> Parse {
        let mut from = 0;
        let words = self.0.split(' ').map(|row| {
            let [form, tag, relation, head] = *row.split('/').collect::<Vec<_>>() else { panic!("{row}") };
            let start = from + sentence[from..].find(form).unwrap_or_else(|| panic!("{form} in {sentence}"));
            from = start + form.len();
            Word {
                span: Span::new(start, from),
                head: head.parse().expect("a number"),
                relation: Relation::of(relation).expect("a relation"),
                tag: Penn::of(tag).expect("a tag"),
            }
        });
        Parse::new(sentence, words.collect()).expect("a parse")
    }
}

fn lines(text: &str, parser: Option<&dyn Parser>) -> Vec<String> {
    let claims = extract_parsed(&Knowledge::builtin(), parser, &Document::new(text)).claims;
    let words = claims.iter().map(|claim| {
        let source = claim.source.as_ref().map_or("narrator", |source| source.text.as_str());
        let cue = claim.cue.as_ref().map_or("-", |cue| cue.text.as_str());
        format!("{source} | {cue} | {}", claim.content.text)
    });
    words.collect()
}

/// What the rules give and what they give with the parse, which must differ.
#[track_caller]
fn check(text: &str, parse: &'static str, rules: &[&str], parsed: &[&str]) {
    assert_ne!(rules, parsed, "nothing is shown");
    assert_eq!(lines(text, None), rules, "by rules: {text}");
    assert_eq!(lines(text, Some(&Given(parse))), parsed, "parsed: {text}");
}

/// What the rules give and a parse that misleads must not spoil.
#[track_caller]
fn check_equal(text: &str, parse: &'static str, wanted: &[&str]) {
    assert_eq!(lines(text, None), wanted, "by rules: {text}");
    assert_eq!(lines(text, Some(&Given(parse))), wanted, "parsed: {text}");
}

#[test]
fn a_content_ends_with_its_clause() {
    check(
        "The board is ready to sell the mill, and the workers are planning a march.",
        "The/DT/det/1 board/NN/nsubj/2 is/VBZ/ROOT/2 ready/JJ/acomp/2 to/TO/aux/5 sell/VB/xcomp/3 the/DT/det/7 mill/NN/dobj/5 \
         ,/,/punct/2 and/CC/cc/2 the/DT/det/11 workers/NNS/nsubj/13 are/VBP/aux/13 planning/VBG/conj/2 a/DT/det/15 march/NN/dobj/13 \
         ././punct/13",
        &["The board | is ready | to sell the mill, and the workers are planning a march"],
        &["The board | is ready | to sell the mill"],
    );
    check(
        "Guides who claimed that the river was clean, and Vera Moss, who led a choir, were invited.",
        "Guides/NNS/nsubjpass/19 who/WP/nsubj/2 claimed/VBD/relcl/0 that/IN/mark/6 the/DT/det/5 river/NN/nsubj/6 was/VBD/ccomp/2 \
         clean/JJ/acomp/6 ,/,/punct/2 and/CC/cc/2 Vera/NNP/compound/11 Moss/NNP/conj/0 ,/,/punct/11 who/WP/nsubj/14 led/VBD/relcl/11 \
         a/DT/det/16 choir/NN/dobj/14 ,/,/punct/11 were/VBD/auxpass/19 invited/VBN/ROOT/19 ././punct/19",
        &["who | claimed | that the river was clean, and Vera Moss, who led a choir, were invited"],
        &["who | claimed | that the river was clean"],
    );
}

#[test]
fn a_verb_shares_the_subject_of_the_verb_it_is_joined_to() {
    check(
        "After the rain the choir that Moss leads met the mayor and said the hall was full.",
        "After/IN/prep/8 the/DT/det/2 rain/NN/pobj/0 the/DT/det/4 choir/NN/nsubj/8 that/WDT/dobj/7 Moss/NNP/nsubj/7 leads/VBZ/relcl/4 \
         met/VBD/ROOT/8 the/DT/det/10 mayor/NN/dobj/8 and/CC/cc/8 said/VBD/conj/8 the/DT/det/14 hall/NN/nsubj/15 was/VBD/ccomp/12 \
         full/JJ/acomp/15 ././punct/8",
        &[],
        &["the choir that Moss leads | said | the hall was full"],
    );
}

#[test]
fn a_cue_with_a_subject_and_a_clause_is_a_claim_where_no_rule_fits() {
    check(
        "Two in three said they would leave.",
        "Two/CD/nsubj/3 in/IN/prep/0 three/CD/pobj/1 said/VBD/ROOT/3 they/PRP/nsubj/6 would/MD/aux/6 leave/VB/ccomp/3 ././punct/3",
        &[],
        &["Two in three | said | they would leave"],
    );
}

#[test]
fn the_next_act_of_the_speaker_is_no_part_of_what_was_said() {
    let parse = "The/DT/det/1 union/NN/nsubj/2 said/VBD/ROOT/2 the/DT/det/4 port/NN/nsubj/6 would/MD/aux/6 shut/VB/ccomp/2 and/CC/cc/6 \
                 called/VBD/conj/6 the/DT/det/10 plan/NN/dobj/8 a/DT/det/12 gift/NN/oprd/8 ././punct/2";
    let text = "The union said the port would shut and called the plan a gift.";
    let wanted = ["The union | said | the port would shut", "The union | called | the plan a gift"];
    assert_eq!(lines(text, Some(&Given(parse))), wanted);
}

#[test]
fn what_the_speaker_adds_is_not_added_by_whom_the_words_are_about() {
    check_equal(
        "Lee said the mill had shut, adding that buyers had left.",
        "Lee/NNP/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 mill/NN/nsubj/5 had/VBD/aux/5 shut/VBN/ccomp/1 ,/,/punct/5 adding/VBG/advcl/5 \
         that/IN/mark/11 buyers/NNS/nsubj/11 had/VBD/aux/11 left/VBN/ccomp/7 ././punct/1",
        &["Lee | said | the mill had shut", "Lee | adding | that buyers had left"],
    );
    check_equal(
        "Lee announced that she was leaving and vowed to return.",
        "Lee/NNP/nsubj/1 announced/VBD/ROOT/1 that/IN/mark/5 she/PRP/nsubj/5 was/VBD/aux/5 leaving/VBG/ccomp/1 and/CC/cc/5 \
         vowed/VBD/conj/5 to/TO/aux/9 return/VB/xcomp/7 ././punct/1",
        &["Lee | announced | that she was leaving", "Lee | vowed | to return"],
    );
}

#[test]
fn a_speaker_between_what_is_said_stays_the_speaker() {
    check_equal(
        "The aim, an envoy said on Friday, is peace.",
        "The/DT/det/1 aim/NN/nsubj/5 ,/,/punct/1 an/DT/det/4 envoy/NN/nsubj/5 said/VBD/ROOT/5 on/IN/prep/5 Friday/NNP/pobj/6 ,/,/punct/5 \
         is/VBZ/ccomp/5 peace/NN/attr/9 ././punct/5",
        &["an envoy | said | The aim … is peace"],
    );
}

#[test]
fn the_cause_of_what_is_said_is_said_too() {
    check_equal(
        "Moss said she slept well because the rain had stopped.",
        "Moss/NNP/nsubj/1 said/VBD/ROOT/1 she/PRP/nsubj/3 slept/VBD/ccomp/1 well/RB/advmod/3 because/IN/mark/9 the/DT/det/7 rain/NN/nsubj/9 \
         had/VBD/aux/9 stopped/VBN/advcl/1 ././punct/1",
        &["Moss | said | she slept well because the rain had stopped"],
    );
}

#[test]
fn a_cue_behind_its_content_needs_no_verb_in_the_parse() {
    check_equal(
        "The mill was sold in May, records show.",
        "The/DT/det/1 mill/NN/nsubjpass/3 was/VBD/auxpass/3 sold/VBN/ROOT/3 in/IN/prep/3 May/NNP/pobj/4 ,/,/punct/3 records/NNS/compound/8 \
         show/NN/npadvmod/3 ././punct/3",
        &["records | show | The mill was sold in May"],
    );
}

#[test]
fn a_quotation_that_ends_ends_the_content() {
    check_equal(
        "Moss thought the bridge “is safe” - except that it sways.",
        "Moss/NNP/nsubj/1 thought/VBD/ROOT/1 the/DT/det/3 bridge/NN/nsubj/5 “/``/punct/5 is/VBZ/ccomp/1 safe/JJ/acomp/5 ”/''/punct/5 \
         -/:/punct/5 except/IN/prep/5 that/IN/mark/12 it/PRP/nsubj/12 sways/VBZ/pcomp/9 ././punct/1",
        &["Moss | thought | the bridge “is safe”"],
    );
}

#[test]
fn a_condition_is_not_all_that_is_said() {
    check_equal(
        "Moss warned that, should the dam fail, the mill would flood.",
        "Moss/NNP/nsubj/1 warned/VBD/ROOT/1 that/IN/mark/7 ,/,/punct/7 should/MD/aux/7 the/DT/det/6 dam/NN/nsubj/7 fail/VB/ccomp/1 \
         ,/,/punct/1 the/DT/det/10 mill/NN/nsubj/12 would/MD/aux/12 flood/VB/dep/1 ././punct/1",
        &["Moss | warned | should the dam fail, the mill would flood"],
    );
}

#[test]
fn who_decides_is_no_part_of_what_is_decided() {
    check_equal(
        "A decision by Lee to sell the mill was praised.",
        "A/DT/det/1 decision/NN/nsubjpass/9 by/IN/prep/1 Lee/NNP/pobj/2 to/TO/aux/5 sell/VB/acl/1 the/DT/det/7 mill/NN/dobj/5 was/VBD/auxpass/9 \
         praised/VBN/ROOT/9 ././punct/9",
        &["Lee | decision | to sell the mill"],
    );
}

#[test]
fn a_charge_is_no_part_of_what_it_stands_for() {
    let parse = "Oslo/NNP/nsubj/1 accused/VBD/ROOT/1 the/DT/det/3 firm/NN/dobj/1 of/IN/prep/3 spying/NN/pobj/4 ,/,/punct/1 a/DT/det/8 \
                 charge/NN/appos/3 Bern/NNP/nsubj/10 denies/VBZ/relcl/8 ././punct/1";
    let wanted = ["Oslo | accused | the firm of spying", "Bern | denies | the firm of spying"];
    assert_eq!(lines("Oslo accused the firm of spying, a charge Bern denies.", Some(&Given(parse))), wanted);
}

#[test]
fn days_and_the_words_of_the_cue_are_no_part_of_source_or_content() {
    let parse = "The/DT/det/1 union/NN/nsubj/4 on/IN/prep/1 Friday/NNP/pobj/2 agreed/VBD/ROOT/4 to/TO/aux/6 extend/VB/xcomp/4 the/DT/det/8 \
                 truce/NN/dobj/6 ././punct/4";
    assert_eq!(lines("The union on Friday agreed to extend the truce.", Some(&Given(parse))), ["The union | agreed to | extend the truce"]);
}

#[test]
fn a_clause_without_a_subject_is_no_content() {
    let parse = "The/DT/det/1 budget/NN/nsubj/2 agreed/VBD/ROOT/2 in/IN/prep/2 Doha/NNP/pobj/3 was/VBD/auxpass/7 being/VBG/auxpass/7 \
                 kept/VBN/ccomp/2 ././punct/2";
    assert_eq!(lines("The budget agreed in Doha was being kept.", Some(&Given(parse))), Vec::<String>::new());
}

#[test]
fn a_cue_that_is_no_verb_here_is_no_claim() {
    check(
        "Voters whose support Lee sought stayed away.",
        "Voters/NNS/nsubj/5 whose/WP$/poss/2 support/NN/dobj/4 Lee/NNP/nsubj/4 sought/VBD/relcl/0 stayed/VBD/ROOT/5 away/RB/advmod/5 \
         ././punct/5",
        &["whose | support | Lee sought stayed away"],
        &[],
    );
}

#[test]
fn words_in_capitals_are_read_by_the_rules_alone() {
    let text = "OSLO SAID THE HARBOUR WAS CLOSED.";
    assert_eq!(lines(text, Some(&Given("unread"))), lines(text, None));
}

#[test]
fn any_parse_gives_a_result() {
    struct Chain(bool);
    impl Parser for Chain {
        fn parse(&self, sentence: &str) -> Parse {
            let spans = sentence.split(' ').scan(0, |from, word| {
                let span = Span::new(*from, *from + word.len());
                *from += word.len() + 1;
                Some(span)
            });
            let relation = |at: usize| Relation::ALL[at % Relation::ALL.len()];
            let word = |(at, span): (usize, Span)| {
                let head = if self.0 { at.saturating_sub(1) } else { usize::min(at + 1, sentence.split(' ').count() - 1) };
                Word { span, head, relation: relation(at), tag: Penn::ALL[at % Penn::ALL.len()] }
            };
            Parse::new(sentence, spans.enumerate().map(word).collect()).expect("a parse")
        }
    }
    let text =
        "Oslo said that Bern, whose envoy had denied it, told the firm to wait and claimed “we asked” when Ann Lee was accused of it.";
    for parser in [Chain(true), Chain(false)] {
        let claims = extract_parsed(&Knowledge::builtin(), Some(&parser), &Document::new(text)).claims;
        assert!(claims.iter().all(|claim| !claim.content.text.is_empty()));
    }
    struct Silent;
    impl Parser for Silent {
        fn parse(&self, _: &str) -> Parse {
            Parse::default()
        }
    }
    assert!(extract_parsed(&Knowledge::builtin(), Some(&Silent), &Document::new(text)).claims.len() < 20);
}

#[test]
fn a_word_that_can_be_a_noun_is_a_verb_where_the_parse_has_one() {
    check(
        "The town council vows to pay.",
        "The/DT/det/2 town/NN/compound/2 council/NN/nsubj/3 vows/VBZ/ROOT/3 to/TO/aux/5 pay/VB/xcomp/3 ././punct/3",
        &[],
        &["The town council | vows | to pay"],
    );
}

#[test]
fn a_noun_with_a_clause_asserts_it_for_whoever_makes_it() {
    check(
        "Moss stirred a row with a suggestion that the hall was empty.",
        "Moss/NNP/nsubj/1 stirred/VBD/ROOT/1 a/DT/det/3 row/NN/dobj/1 with/IN/prep/1 a/DT/det/6 suggestion/NN/pobj/4 that/IN/mark/10 \
         the/DT/det/9 hall/NN/nsubj/10 was/VBD/acl/6 empty/JJ/acomp/10 ././punct/1",
        &[],
        &["Moss | suggestion | that the hall was empty"],
    );
    check(
        "Prices fell amid fears that the dam leaks.",
        "Prices/NNS/nsubj/1 fell/VBD/ROOT/1 amid/IN/prep/1 fears/NNS/pobj/2 that/IN/mark/7 the/DT/det/6 dam/NN/nsubj/7 \
         leaks/VBZ/acl/3 ././punct/1",
        &[],
        &[" | fears | that the dam leaks"],
    );
}

#[test]
fn what_seems_ends_where_its_verb_does() {
    check(
        "The river seemed to thaw, the lake froze again.",
        "The/DT/det/1 river/NN/nsubj/2 seemed/VBD/ccomp/8 to/TO/aux/4 thaw/VB/xcomp/2 ,/,/punct/8 the/DT/det/7 lake/NN/nsubj/8 \
         froze/VBD/ROOT/8 again/RB/advmod/8 ././punct/8",
        &[" | seemed | The river … to thaw, the lake froze again"],
        &[" | seemed | The river … to thaw"],
    );
}

#[test]
fn an_object_ends_before_what_only_tells_more_of_it() {
    check(
        "The mayor criticised the board, which had sold the mill.",
        "The/DT/det/1 mayor/NN/nsubj/2 criticised/VBD/ROOT/2 the/DT/det/4 board/NN/dobj/2 ,/,/punct/4 which/WDT/nsubj/8 had/VBD/aux/8 \
         sold/VBN/relcl/4 the/DT/det/10 mill/NN/dobj/8 ././punct/2",
        &["The mayor | criticised | the board, which had sold the mill"],
        &["The mayor | criticised | the board"],
    );
}

#[test]
fn a_second_clause_after_a_quotation_is_said_too() {
    check(
        "Moss said that “the hall is cold” and that the choir left.",
        "Moss/NNP/nsubj/1 said/VBD/ROOT/1 that/IN/mark/6 “/``/punct/6 the/DT/det/5 hall/NN/nsubj/6 is/VBZ/ccomp/1 cold/JJ/acomp/6 \
         ”/''/punct/6 and/CC/cc/6 that/IN/mark/13 the/DT/det/12 choir/NN/nsubj/13 left/VBD/conj/6 ././punct/1",
        &["Moss | said | that “the hall is cold”"],
        &["Moss | said | that “the hall is cold” and that the choir left"],
    );
}

#[test]
fn a_question_that_is_still_to_be_answered_is_no_claim() {
    check(
        "The report put her under pressure to explain when she learned of the leak.",
        "The/DT/det/1 report/NN/nsubj/2 put/VBD/ROOT/2 her/PRP/dobj/2 under/IN/prep/2 pressure/NN/pobj/4 to/TO/aux/7 explain/VB/acl/5 \
         when/WRB/advmod/10 she/PRP/nsubj/10 learned/VBD/advcl/7 of/IN/prep/10 the/DT/det/13 leak/NN/pobj/11 ././punct/2",
        &["she | learned of | the leak"],
        &[],
    );
}

#[test]
fn a_parse_that_takes_the_main_verb_for_a_participle_misleads_nobody() {
    check_equal(
        "Relatives who spent the night on deck asked to see it.",
        "Relatives/NNS/ROOT/0 who/WP/nsubj/2 spent/VBD/relcl/0 the/DT/det/4 night/NN/dobj/2 on/IN/prep/2 deck/NN/pobj/5 asked/VBN/acl/0 \
         to/TO/aux/9 see/VB/xcomp/7 it/PRP/dobj/9 ././punct/0",
        &["Relatives who spent the night on deck | asked | to see it"],
    );
    check_equal(
        "A former clerk called on Brasel to pay.",
        "A/DT/det/2 former/JJ/amod/2 clerk/NN/ROOT/2 called/VBN/acl/2 on/IN/prep/3 Brasel/NNP/pobj/4 to/TO/aux/7 pay/VB/xcomp/3 ././punct/2",
        &["A former clerk | called on | Brasel to pay"],
    );
}

#[test]
fn a_source_ends_before_its_verb_and_without_itself() {
    check(
        "Oslo wants a road, a plan that Bergen fears.",
        "Oslo/NNP/ROOT/0 wants/VBZ/relcl/0 a/DT/det/3 road/NN/dobj/1 ,/,/punct/0 a/DT/det/6 plan/NN/appos/0 that/WDT/dobj/9 \
         Bergen/NNP/nsubj/9 fears/VBZ/relcl/6 ././punct/0",
        &["Oslo | wants | a road, a plan that Bergen fears"],
        &["Oslo | wants | a road"],
    );
    check_equal(
        "The council itself said that it rained.",
        "The/DT/det/1 council/NN/nsubj/3 itself/PRP/appos/1 said/VBD/ROOT/3 that/IN/mark/6 it/PRP/nsubj/6 rained/VBD/ccomp/3 ././punct/3",
        &["The council | itself said | that it rained"],
    );
}

#[test]
fn a_noun_by_its_neighbours_is_a_verb_by_its_parse() {
    check(
        "Oda supports raising the wage in May.",
        "Oda/NNP/nsubj/1 supports/VBZ/ROOT/1 raising/VBG/xcomp/1 the/DT/det/4 wage/NN/dobj/2 in/IN/prep/2 May/NNP/pobj/5 ././punct/1",
        &[],
        &["Oda | supports | raising the wage in May"],
    );
}

#[test]
fn a_semicolon_parts_what_a_parse_joins() {
    check_equal(
        "They say that it rained; Lee wants peace.",
        "They/PRP/nsubj/1 say/VBP/ccomp/7 that/IN/mark/4 it/PRP/nsubj/4 rained/VBD/ccomp/1 ;/:/punct/7 Lee/NNP/nsubj/7 wants/VBZ/ROOT/7 \
         peace/NN/dobj/7 ././punct/7",
        &["They | say | that it rained", "Lee | wants | peace"],
    );
}
