//! Where the target of an act stands when it is no object of its cue (`data/actors/aims.tsv`).

use std::sync::LazyLock;

use super::tsv;
use crate::kinds::Act;

/// Columns of `aims.tsv`.
pub const COLUMNS: &[&str] = &["act", "place", "word", "example", "counter"];
/// The file.
pub const FILE: &str = include_str!("../../data/actors/aims.tsv");

/// Where to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Named just after this word in the content.
    After(&'static str),
    /// The first actor named before the content's first auxiliary.
    Agent,
    /// The other one of the text's two states or bodies, if the content names it.
    Party,
    /// The other one of the text's two states or bodies, if it is heard in the text.
    Rival,
    /// The same, where the source is itself one of the two and nobody who speaks for it.
    Between,
    /// The first actor named before the content's first auxiliary, or a pronoun there, if it is the other one or whom the source accuses
    /// elsewhere.
    Blamed,
    /// Whose the content is said to be.
    Owner,
    /// Whoever accused the source, or the body that it serves.
    Accuser,
    /// Whoever spoke last, where the content takes that up by a pronoun or by a noun for what was said.
    Last,
    /// To whom the words before the cue say that it is written.
    Written,
    /// Whoever just asked or offered what the source answers.
    Asker,
    /// Whoever the content says did wrong, owes something or faces punishment (`wrongs.tsv`).
    Wrongdoer,
    /// Whoever the content says was wronged or punished, if they are heard in the text.
    Wronged,
    /// Whom the content says that the source will harm, punish or take to court.
    Harmed,
    /// Whoever was accused just before, where what is asked for makes amends.
    Amends,
    /// Both of the text's two states or bodies, if one of them is heard and the source is on neither side.
    Both,
}

fn place(name: &str, word: &'static str) -> Option<Place> {
    Some(match name {
        "after" => Place::After(word),
        "agent" => Place::Agent,
        "party" => Place::Party,
        "rival" => Place::Rival,
        "between" => Place::Between,
        "blamed" => Place::Blamed,
        "owner" => Place::Owner,
        "accuser" => Place::Accuser,
        "asker" => Place::Asker,
        "last" => Place::Last,
        "written" => Place::Written,
        "wrongdoer" => Place::Wrongdoer,
        "amends" => Place::Amends,
        "both" => Place::Both,
        "harmed" => Place::Harmed,
        "wronged" => Place::Wronged,
        _ => return None,
    })
}

static AIMS: LazyLock<Vec<(Act, Place)>> = LazyLock::new(|| {
    let row = |[act, name, word, ..]: [&'static str; 5]| Some((act.parse().ok()?, place(name, word)?));
    tsv::rows::<5>(FILE).filter_map(row).collect()
});

/// The places to look for the target of `act`, in order.
pub fn places(act: Act) -> impl Iterator<Item = Place> {
    AIMS.iter().filter(move |(of, _)| *of == act).map(|(_, place)| *place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_an_act_and_a_place() {
        assert_eq!(AIMS.len(), tsv::rows::<5>(FILE).count());
        for [act, name, word, ..] in tsv::rows::<5>(FILE) {
            assert_eq!(name == "after", !word.is_empty(), "{act} {name}");
        }
    }
}
