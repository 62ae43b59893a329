//! States of what no topic tells of, and where the outlet tells them itself.

use super::*;

/// Topic, state and words of what the outlet tells itself.
fn told(text: &str) -> Vec<(String, String, String)> {
    let document = Document::new(text);
    let statuses = crate::claims::extract(&document).statuses;
    let own = statuses.into_iter().filter(|status| status.source.is_none());
    own.map(|status| (status.topic, status.state, document.slice(status.evidence.span).to_owned())).collect()
}

/// The same, of one state, without its words.
fn one(text: &str) -> (String, String) {
    let [(topic, state, _)] = &told(text)[..] else { panic!("{:?}: {text}", told(text)) };
    (topic.clone(), state.clone())
}

#[test]
fn what_no_topic_tells_of_is_called_by_its_noun() {
    for (text, topic, state) in [
        ("Dealing in the bonds was suspended at noon.", "dealing", "stopped"),
        ("The bell tower by the old mill gave way at dawn.", "tower", "broken"),
        ("The abbot of the isle stepped aside on Friday.", "abbot", "out"),
        ("Norvia suspends fishing treaty with Tarn as herds thin.", "norvia", "stopped"),
        ("The council has halted the trams.", "trams", "stopped"),
        ("The trams are running again.", "trams", "running"),
        ("Walkers keep to the path under an order that has been in force since Monday.", "order", "in_force"),
        ("The guild lost its bid for the chapel.", "guild", "lost"),
        ("A hearing is set for June.", "hearing", "scheduled"),
        ("The museum in the square, which was built in May, is shut.", "museum", "closed"),
    ] {
        assert_eq!(one(text), (topic.to_owned(), state.to_owned()), "{text}");
    }
}

#[test]
fn what_somebody_says_or_only_may_be_is_no_state_of_it() {
    for text in [
        "The owner said that the museum had been shut since May.",
        "The museum may be shut by June.",
        "Dealing in the bonds could be suspended.",
        "Investors were shut out of the meeting.",
        "A march in 2019 was called off.",
        "A crate was lifted onto the lorry.",
        "The dyke gave way to a sea wall in the plans.",
        "“The museum is shut,” he said.",
    ] {
        assert_eq!(told(text), [], "{text}");
    }
}

#[test]
fn what_another_topic_tells_is_told_once() {
    assert_eq!(one("The factory has been shut since noon."), ("plant".to_owned(), "closed".to_owned()));
    assert_eq!(one("The election was postponed until May."), ("election".to_owned(), "postponed".to_owned()));
}

#[test]
fn what_is_told_besides_of_what_somebody_says_is_the_outlets() {
    for (text, want) in [
        ("She asked drivers to avoid the tunnel, which is closed.", "tunnel, which is closed"),
        ("Pilots asked ministers to reopen the airport, which has been shut since Sunday.", "airport, which has been shut since Sunday"),
        ("She warned walkers off the museum, which is shut.", "the museum, which is shut"),
        ("Judge ‘will not resign’ as airport reopens\n\nThe judge spoke at noon.", "airport reopens"),
    ] {
        let told = told(text);
        assert!(told.iter().any(|(_, _, words)| words == want), "{told:?}: {text}");
    }
    assert_eq!(told("“Avoid the tunnel, which is closed,” she urged drivers."), []);
}

#[test]
fn a_state_is_shown_with_its_subject() {
    for (text, want) in [
        (
            "The yard at Tal, the only factory for miles, has been closed since noon.",
            "The yard at Tal, the only factory for miles, has been closed since noon",
        ),
        ("The board of the Tram League (TL) opened talks on Monday.", "The board of the Tram League (TL) opened talks on Monday"),
        ("Teacher suspended as inquiry widens\n\nThe report is due.", "Teacher suspended"),
        ("The pool, which the town built in May, remains shut.", "The pool, which the town built in May, remains shut"),
    ] {
        let told = told(text);
        assert!(told.iter().any(|(_, _, words)| words == want), "{told:?}: {text}");
    }
}
