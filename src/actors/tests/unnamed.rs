//! Sources without a name: spokesmen, people, associates.

use super::*;

#[test]
fn a_spokesman_without_a_name_is_whom_he_speaks_for() {
    for (source, want) in [
        ("A spokesman for Norline", "Norline"),
        ("Norline's spokesman", "Norline"),
        ("A spokeswoman for the health ministry", "health ministry"),
    ] {
        assert_eq!(names(&format!("It rained, {source} said."), &[source]), [want], "{source}");
    }
    assert_eq!(names("It rained, a spokesman in Lidsburg said.", &["a spokesman in Lidsburg"]), ["(Lidsburg spokesman)"]);
}

#[test]
fn unnamed_sources_are_described_and_not_dropped() {
    for (source, want) in [
        ("Two Turkish diplomats", "(Turkish diplomats)"),
        ("Two officials briefed on the deal", "(officials briefed on the deal)"),
        ("a security official in Amman", "(Jordanian security official)"),
        ("health officials in Basra", "(Basra health officials)"),
    ] {
        assert_eq!(names(&format!("It rained, {source} said."), &[source]), [want], "{source}");
    }
}

#[test]
fn a_spokesman_without_a_name_speaks_for_his_body() {
    let text = "The Desert Relief Group (DRG) met. A DRG spokesman said so.";
    assert_eq!(names(text, &["A DRG spokesman"]), ["Desert Relief Group"]);
    assert_eq!(names("A NATO spokeswoman said so.", &["A NATO spokeswoman"]), ["NATO"]);
}

#[test]
fn a_name_before_a_speaker_is_no_name_for_it() {
    assert_eq!(names("The ship sank off Lidsburg, the company said.", &["the company"]), ["company"]);
    assert_eq!(names("The ship was built by Brasel, the airline has said.", &["the airline"]), ["airline"]);
    assert_eq!(names("The talks failed because of Ann Moss, the mayor said.", &["the mayor"]), ["mayor"]);
    assert_eq!(names("Ann Moss, the mayor, said so. The mayor said more.", &["The mayor"]), ["Ann Moss"]);
    assert_eq!(names("Brasel, the airline, said so. The airline said more.", &["The airline"]), ["Brasel"]);
}

#[test]
fn a_day_before_a_speaker_is_no_name_for_it() {
    assert_eq!(names("The strike began on Monday, the union said.", &["the union"]), ["union"]);
    assert_eq!(names("The yard closes in March, the company said.", &["the company"]), ["company"]);
}

#[test]
fn who_is_only_described_keeps_the_description() {
    assert_eq!(names("A waiter at the Hotel Regal told police.", &["A waiter at the Hotel Regal"]), ["(Hotel Regal waiter)"]);
    assert_eq!(names("Those close to the minister said so.", &["Those close to the minister"]), ["(those close to the minister)"]);
    assert_eq!(names("The leader of Lidsburg Council, Ann Moss, said so.", &["The leader of Lidsburg Council, Ann Moss"]), ["Ann Moss"]);
    assert_eq!(names("The senator, a Republican, said so.", &["The senator, a Republican"]), ["senator"]);
    assert_eq!(names("Ms Moss (Labour) said so.", &["Ms Moss (Labour)"]), ["Moss"]);
    assert_eq!(names("Ms Moss – who was away – said so.", &["Ms Moss – who was away"]), ["Moss"]);
    assert_eq!(names("Mr Hale's spokesman said so.", &["Mr Hale's spokesman"]), ["Hale"]);
}

#[test]
fn people_without_a_name_are_no_bodies() {
    for (text, sources, want) in [
        ("The priest said that it had rained. He said no.", ["The priest", "He"], ["(priest)", "(priest)"]),
        ("The widow said that it had rained. She said no.", ["The widow", "She"], ["(widow)", "(widow)"]),
        ("The nun said that it had rained. He said no.", ["The nun", "He"], ["(nun)", "(he)"]),
        ("Ann Lee, 34, a chaplain, said so. The chaplain said no.", ["Ann Lee, 34, a chaplain", "The chaplain"], ["Ann Lee", "Ann Lee"]),
        ("Chaplain Ann Lee said so. The chaplain said no.", ["Ann Lee", "The chaplain"], ["Ann Lee", "Ann Lee"]),
    ] {
        assert_eq!(names(text, &sources), want, "{text}");
    }
}

#[test]
fn lawyers_are_one_source_by_whom_they_speak_for() {
    let text = "Ivo Brandt, the mayor, left. Lawyers for Mr Brandt said no. A lawyer for Brandt, Ida Holm, spoke. Brandt’s lawyers met. \
                His lawyers said so. Lawyers in Oslo met. His lawyer, Ida Holm, left.";
    let sources = ["Lawyers for Mr Brandt", "A lawyer for Brandt, Ida Holm", "Brandt’s lawyers", "His lawyers"];
    assert_eq!(names(text, &sources), ["Ivo Brandt's lawyers"; 4]);
    assert_eq!(names(text, &["His lawyer, Ida Holm"]), ["Ida Holm"]);
    assert_ne!(names(text, &["Lawyers in Oslo"]), ["Norway's lawyers"]);
}

#[test]
fn associates_are_told_by_their_words_and_never_the_one_whose_they_are() {
    let names = |text: &str, source| names(&format!("President Mamadu Lind left. {text}"), &[source]).remove(0);
    assert_eq!(names("Aides to President Mamadu Lind said no.", "Aides to President Mamadu Lind"), "(aides to President Mamadu Lind)");
    assert_eq!(names("A friend of Lind said no.", "A friend of Lind"), "(friend of Lind)");
    assert_eq!(names("Lind's mother said no.", "Lind's mother"), "(Mamadu Lind's mother)");
    let mother = "The mother of a man shot dead on Linden Avenue";
    assert_eq!(names(&format!("{mother} said no."), mother), "(mother of a man shot dead on Linden Avenue)");
    assert_eq!(names("The widow of Ole Berg, Kari Berg, said no.", "The widow of Ole Berg, Kari Berg"), "Kari Berg");
    assert_eq!(names("The aides' friends' parents' said no.", "The aides' friends' parents'"), "(aides' friends' parents)");
}
