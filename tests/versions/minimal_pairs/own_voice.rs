//! What the outlet says in its own voice, in a headline or below it.

use super::{Case, check};

const DOUBT: &[Case] = &[
    ("what was alleged is said", "The alleged forger lived in Osk.", "The forger lived in Osk.", "strengthened"),
    ("the same of who speaks", "The alleged forger said he had paid.", "The forger said he had paid.", "strengthened"),
    ("what was said is alleged", "The forger lived in Osk.", "The alleged forger lived in Osk.", "softened"),
    ("what may be so is so", "The dam may have burst at dawn.", "The dam burst at dawn.", "strengthened"),
    ("what seemed so is so", "The guard was seemingly asleep.", "The guard was asleep.", "strengthened"),
    ("what seemed to be the cause is it", "An apparent leak shut the pool.", "A leak shut the pool.", "strengthened"),
    ("who was feared dead is dead", "Nine feared dead in mine // It rained.", "Nine dead in mine // It rained.", "strengthened"),
    ("one doubt for another", "The suspected forger lived in Osk.", "The alleged forger lived in Osk.", ""),
    ("what a claim lost is told once", "Ms Marr said the dam may leak.", "Ms Marr said the dam would leak.", "strengthened"),
    ("where much else changed it is another sentence", "The dam may burst.", "The old lock burst on Monday, killing a swan.", ""),
];

const DATES: &[Case] = &[
    ("another day is a date put right", "The pier opened in April.", "The pier opened in May.", "corrected"),
    ("an hour of a day that is past is that day", "The search ended at 3pm.", "The search ended on Sunday.", "reworded"),
    (
        "with the toll it is told anew",
        "Nine people died when the pier fell, fire chief Ann Marr said this morning.",
        "Ten people died when the pier fell, fire chief Ann Marr said this afternoon.",
        "figure_changed",
    ),
    (
        "the same told at another hour is put right",
        "Nine people died when the pier fell, fire chief Ann Marr said this morning.",
        "Nine people died when the pier fell, fire chief Ann Marr said this afternoon.",
        "corrected",
    ),
];

const FATE: &[Case] = &[
    ("hurt for killed", "The fall killed two climbers.", "The fall hurt two climbers.", "softened"),
    ("dead for missing", "Two climbers were missing on Monday.", "Two climbers were dead on Monday.", "strengthened"),
    ("the same in a claim", "Two climbers were missing, the guide said.", "Two climbers were dead, the guide said.", "strengthened"),
    ("the same in another word", "The fall killed two climbers.", "Two climbers died in the fall.", ""),
    ("hurt and injured are one", "The fall injured two climbers.", "The fall hurt two climbers.", ""),
    ("expelled for suspended", "The league suspended the club in May.", "The league expelled the club in May.", "strengthened"),
    ("charged for arrested", "A broker was arrested in Osk.", "A broker was charged in Osk.", "strengthened"),
];

const GONE: &[Case] = &[
    ("a ban", "Hahn was banned for cheating in 2011. It rained.", "It rained.", "dropped:silent"),
    ("a term in prison", "Hahn was imprisoned for theft in 2011. It rained.", "It rained.", "dropped:silent"),
    ("who did it", "The mill was hit by a Norlandic shell.", "The mill was hit by an explosion.", "reworded:silent"),
    ("a name that nothing else goes with", "The mill was hit by a Norlandic shell.", "The mill was hit by a shell.", ""),
    ("what was to come", "The guild will leave the hall.", "The guild has left the hall.", "reworded:silent"),
    ("violent and peaceful", "The march was largely violent.", "The march was largely peaceful.", "act_changed:silent"),
];

const MENDED: &[Case] = &[
    ("one thing for another", "The boat carried tin worth a fortune.", "The boat carried lead worth a fortune.", "corrected:silent"),
    ("what a thing is like", "A grey van stood near the mill.", "A blue van stood near the mill.", "corrected:silent"),
    (
        "who somebody is",
        "He was fined for biting a linesman in Osk.",
        "He was fined for biting the fourth official in Osk.",
        "corrected:silent",
    ),
    ("a year that is past", "Brun left the guild last year for good.", "Brun left the guild two years ago for good.", "corrected:silent"),
    ("the same in a claim", "The guild said the boat carried tin.", "The guild said the boat carried lead.", "corrected:silent"),
    (
        "what is told of who speaks",
        "\"It stank,\" said Ann Marr, who runs a bakery.",
        "\"It stank,\" said Ann Marr, who runs a brewery.",
        "corrected:silent",
    ),
    ("an age in one word", "A six-year-old boy is safe, Ms Marr said.", "A seven-year-old boy is safe, Ms Marr said.", "corrected:silent"),
    (
        "what is asked for is no fact",
        "The guild demanded that tin be sold in Osk.",
        "The guild demanded that lead be sold in Osk.",
        "reworded:silent",
    ),
    ("one verb for another", "The guild bought the mill in May.", "The guild leased the mill in May.", "reworded:silent"),
    ("a word of two that goes on as a verb", "Water in Osk was cut off on Monday.", "Water in Osk came back on Monday.", "reworded:silent"),
    ("a name that is taken up", "Brun sold the old mill in May.", "She sold the old mill in May.", ""),
    ("another form of the word", "A north wind hit the mill on Monday.", "A northern wind hit the mill on Monday.", ""),
    ("another word for it", "Trucks carried flour to the mill.", "Lorries carried flour to the mill.", ""),
    (
        "another name, and with it another pronoun",
        "Tom Pell was buried beside his uncle in the old yard at Osk.",
        "Ann Pell was buried beside her uncle in the old yard at Osk.",
        "corrected",
    ),
    (
        "a pronoun alone",
        "The pilot was buried beside his uncle in the old yard at Osk.",
        "The pilot was buried beside her uncle in the old yard at Osk.",
        "corrected",
    ),
];

const DOERS: &[Case] = &[
    ("who did it is left out", "The army shelled a mill in Osk.", "A mill in Osk was shelled.", "reworded:silent"),
    ("who did it is named", "A mill in Osk was shelled.", "The army shelled a mill in Osk.", "reworded:silent"),
    ("a state that did it", "Osk killed 12 people overnight.", "Twelve people were killed overnight.", "reworded:silent"),
    ("who did it stands behind", "The army shelled a mill in Osk.", "A mill in Osk was shelled by the army.", ""),
    ("who did it, and another word for it", "Two men were killed by troops in Osk.", "Two men died in clashes in Osk.", ""),
    (
        "hardly a word is left",
        "Nothing is taking off or landing at Osk airport because of the ash.",
        "The first jets took off from Osk airport after the ash thinned.",
        "status_changed",
    ),
];

const STATES: &[Case] = &[
    (
        "what is done with it now, in an aside",
        "The fair in Osk, set to begin on Sunday, draws a crowd.",
        "The fair in Osk, postponed to the new year, draws a crowd.",
        "status_changed",
    ),
    (
        "a small word that stands elsewhere, too",
        "The boxer is in a coma after a bout in Osk on Monday.",
        "The boxer has woken from a coma after a bout in Osk on Monday.",
        "status_changed",
    ),
    (
        "a state, and other words that give none that is known",
        "Harbour master Ida Brun is on administrative leave over the lost barge.",
        "Harbour master Ida Brun is at her old post over the lost barge.",
        "status_changed",
    ),
    (
        "the reverse",
        "An evacuation order for the lower harbour wakes nobody at night.",
        "An evacuation order for the lower harbour was lifted at noon.",
        "status_changed",
    ),
    ("a headline's", "Harbour road holds out after slide // It rained.", "Harbour road closed after slide // It rained.", "status_changed"),
    (
        "no state of a topic at all",
        "The raider who robbed the mint is hiding in the marshes.",
        "The raider who robbed the mint is in a cell.",
        "status_changed:not_applicable",
    ),
    (
        "what somebody did",
        "The ferry's stokers walked out over pay.",
        "The ferry's stokers returned to their boilers over pay.",
        "status_changed:not_applicable",
    ),
    (
        "what was done to somebody, behind a clause",
        "Lamplighter Ida Brun, whose tables tell the tides, has been sent away by the guild.",
        "Lamplighter Ida Brun, whose tables tell the tides, has been given a medal by the guild.",
        "status_changed:not_applicable",
    ),
    (
        "what was not done is over",
        "Nine-year-old Pia Marr, who walks to the mill school, had not yet been fetched.",
        "Nine-year-old Pia Marr, who walks to the mill school, is safe.",
        "status_changed:not_applicable",
    ),
    (
        "where somebody is",
        "The guild has lost touch with its herons on the far shore.",
        "The guild is back in touch with its herons on the far shore.",
        "status_changed:not_applicable",
    ),
    (
        "a headline in which nobody speaks",
        "Ferry stokers' walkout enters third week // It rained.",
        "Ferry stokers' walkout called off // It rained.",
        "status_changed:not_applicable",
    ),
    ("another act", "The guild turned down a six-week lease.", "The guild accepted a six-week lease.", "act_changed:silent"),
    ("a word for the same deed", "The guild began the count of the herons.", "The guild started the count of the herons.", ""),
    ("the same harm", "The gale left two guards dead in the bay.", "The gale killed two guards in the bay.", ""),
    ("a verb for a verb", "Gales shook the harbour.", "Gales rattled the harbour.", "reworded:silent"),
    ("a participle that only describes", "They met in the disputed old valley.", "They met in the windy contested valley.", ""),
    ("a modal besides", "The guild will build 50 homes there.", "The guild might construct 50 homes there.", "softened"),
    ("what came besides", "The guild counted herons.", "The guild counted herons and fed the swans.", ""),
    (
        "two people told of in another order",
        "Pell is in custody. Orr is still on the run.",
        "Orr is still on the run. Pell is in custody.",
        "moved",
    ),
    ("what somebody is like", "The mill is popular with walkers.", "The mill is a favourite of walkers.", ""),
    ("a post cut short", "Sergeant Joan Pell was there.", "Sgt Joan Pell was there.", ""),
    ("the contrary, whatever else is told", "The pool is open to members.", "The pool was closed by noon.", "status_changed"),
    ("how it came to be", "The museum is closed.", "The museum was opened in 1911.", ""),
    ("what may come", "The pool is open.", "The pool could be shut by noon.", ""),
    ("somebody of theirs", "The diver is alive.", "The diver's father is dead.", ""),
    ("won by one, lost by another", "The match was won by Osk.", "The match was lost by Vend.", ""),
    ("nobody held, and somebody", "Nobody has been arrested over the fire.", "A man of 30 is in custody over the fire.", "status_changed"),
    ("the contrary of another thing", "The old kiln was empty on Monday.", "The new kiln was full by noon.", ""),
    ("what the owner does is no state", "The guild is closing two kilns.", "The guild is opening a shop in Osk.", ""),
    ("a not and an opposite, whatever else is told", "The kiln was not full on Monday.", "The kiln was empty by noon.", ""),
    ("what is so now as before", "The old mill is close to the weir.", "The old mill, a ruin, is close to the weir.", ""),
    ("what was so", "The mill was built by the Brun family.", "The mill was the work of the Brun family.", ""),
];

const OTHER_FATE: &[Case] = &[
    ("killed where nobody was hurt", "Nobody was hurt.", "Three miners were killed.", "figure_changed:silent"),
    ("nobody where some were killed", "Three miners were killed.", "Nobody was hurt.", "figure_changed:silent"),
    ("a toll beside another", "Two miners were injured.", "One miner was killed and one injured.", "figure_changed figure_changed"),
    ("dead for hurt, of other numbers", "Four miners were injured.", "Two miners were killed.", "strengthened figure_changed"),
    ("a person for whom no number stands", "The jockey was wounded.", "The jockey died on the way.", "strengthened:silent"),
    ("in hospital", "She is in hospital.", "She is dead.", "strengthened:silent"),
    ("caught", "The forger is still at large.", "The forger has been arrested.", "status_changed:silent"),
    ("a safe end and a bad one", "The barge docked safely.", "The barge sank off Osk.", "strengthened:silent"),
    ("the same fate", "Nobody was hurt.", "The crew came home unhurt.", ""),
    ("no fate at all", "Snow fell at noon.", "A thaw set in.", ""),
];

const TURNED: &[Case] = &[
    ("a not that went", "The sluice was not shut.", "The sluice was shut.", "act_changed"),
    ("a not that came", "The broker pleaded guilty.", "The broker pleaded not guilty.", "act_changed"),
    ("a word for its opposite", "The crew was found alive.", "The crew was found dead.", "act_changed"),
    ("the same in a claim", "The lift was safe, the inspector said.", "The lift was unsafe, the inspector said.", "act_changed"),
    ("a not and an opposite are nothing", "The sluice was not open.", "The sluice was closed.", ""),
    ("not likely is unlikely", "The club is unlikely to win.", "The club is not likely to win.", ""),
    ("what one failed to do one did not", "The clerk did not attend the fair.", "The clerk failed to attend the fair.", ""),
    ("a not that is glued to its verb", "The clerk did not sign the note.", "The clerk didn't sign the note.", ""),
];

const HEADLINES: &[Case] = &[
    ("a doubt that went", "Coach may leave // It rained.", "Coach to leave // It rained.", "strengthened"),
    ("a speaker that went", "Guards beat miners, says union // It rained.", "Guards beat miners // It rained.", "source_changed"),
    ("a speaker that came", "Guards beat miners // It rained.", "Guards beat miners, says union // It rained.", "source_changed"),
    ("a speaker in another place", "Guards beat miners, union says // It rained.", "Union says guards beat miners // It rained.", ""),
    ("who did it is no speaker", "Divers find bell in lake // It rained.", "Bell found in lake // It rained.", ""),
    (
        "a speaker that went above a text that keeps it",
        "Guards beat miners, says union // Guards beat two miners, the union said.",
        "Guards beat miners // Guards beat two miners, the union said.",
        "source_changed",
    ),
    (
        "a speaker that went before what is told of a thing that shows it",
        "Drug trial shows promise, doctors say // A new drug cut fevers in a trial, doctors said.",
        "Drug trial shows promise // A new drug cut fevers in a trial, doctors said.",
        "source_changed",
    ),
];

#[test]
fn a_doubt_that_came_or_went_is_told_in_the_outlets_own_voice_too() {
    check(DOUBT);
}

#[test]
fn a_date_is_put_right_or_the_text_is_older() {
    check(DATES);
}

#[test]
fn what_is_so_now_is_told_whether_a_topic_knows_the_words_or_not() {
    check(STATES);
}

#[test]
fn who_did_it_does_not_go_untold() {
    check(DOERS);
}

#[test]
fn a_noun_put_for_another_is_a_mended_fact() {
    check(MENDED);
}

#[test]
fn what_befell_somebody_is_told_by_how_grave_it_is() {
    check(FATE);
}

#[test]
fn what_befell_somebody_is_told_where_hardly_a_word_is_left() {
    check(OTHER_FATE);
}

#[test]
fn a_sentence_that_says_the_contrary_is_turned_round() {
    check(TURNED);
}

#[test]
fn a_headline_is_the_outlets_voice_or_somebodys() {
    check(HEADLINES);
}

#[test]
fn what_the_outlet_said_of_somebodys_past_or_of_who_did_it_does_not_go_untold() {
    check(GONE);
}

const POSTS: &[Case] = &[
    ("what somebody does", "The shop was run by retired teacher Joan Pell.", "The shop was run by retired nurse Joan Pell.", "corrected"),
    (
        "how an office is held",
        "The fair was opened by shadow finance minister Joan Pell.",
        "The fair was opened by acting finance minister Joan Pell.",
        "corrected",
    ),
    ("first in the sentence", "Striker Milo Tarn missed the bus.", "Captain Milo Tarn missed the bus.", "corrected"),
    ("of whoever speaks", "Harbour pilot Ed Moss said the channel was dry.", "Tug skipper Ed Moss said the channel was dry.", "corrected"),
    ("two offices", "Assistant coach Rosa Quill said the squad was tired.", "Head coach Rosa Quill said the squad was tired.", "corrected"),
    ("another word for the head", "Club chairman Ed Moss said the pitch was dry.", "Club boss Ed Moss said the pitch was dry.", ""),
    ("a thing", "Crowds watched the new Corvane ferry leave.", "Crowds watched the old Corvane ferry leave.", "corrected:silent"),
];

#[test]
fn what_somebody_does_is_put_right_before_the_name() {
    check(POSTS);
}
