//! Texts with the states that they give: those of each topic in `states`, what turns them here.

mod matter;
mod states;

use super::*;

fn find(document: &Document<'_>, topics: &Topics) -> Vec<Status<Span>> {
    let lower = document.lower_cased();
    Sought::new(&Scene::new(document, &lower), topics).told(&Holders::new(&[]))
}

fn states(text: &str, topic: &str) -> Vec<String> {
    let found = crate::claims::extract(&Document::new(text)).statuses;
    found.iter().filter(|status| status.topic == topic).map(|status| status.state.clone()).collect()
}

#[test]
fn every_state_is_given_by_its_example_and_not_by_its_counter() {
    for topic in Topics::builtin().topics.iter().filter(|topic| !topic.is_unnamed) {
        for state in topic.states() {
            assert_eq!(states(&state.example, &topic.name), [state.name.as_str()], "{}: {}", topic.name, state.example);
            assert!(!states(&state.counter, &topic.name).contains(&state.name), "{}: {}", topic.name, state.counter);
        }
    }
}

#[test]
fn what_is_denied_wished_or_feared_is_not_so() {
    for (text, want) in [
        ("The sides failed to reach a ceasefire.", &["stalled"][..]),
        ("If the truce collapses, they will fight.", &["at_risk"]),
        ("The pope called for a ceasefire.", &["proposed"]),
        ("The ceasefire did not collapse.", &["in_effect"]),
        ("They sat down to eat.", &[]),
    ] {
        assert_eq!(states(text, "ceasefire"), want, "{text}");
    }
}

#[test]
fn a_cue_of_many_gaps_takes_no_longer_than_one_of_few() {
    let gaps = " .. x".repeat(25);
    let file = format!("name = \"ban\"\nmentions = [\"ban\"]\n[[state]]\nname = \"lifted\"\ncues = [\"@{gaps} ... lifted\"]");
    let topics = Topics::default().with(&file).expect("the file is right");
    let words = "x ".repeat(100);
    for (text, found) in [(format!("The lifted ban {words}ended."), 0), (format!("The ban {words}was lifted."), 1)] {
        assert_eq!(find(&Document::new(&text), &topics).len(), found);
    }
}

#[test]
fn long_phrases_after_a_topic_hide_no_state() {
    for (text, want) in [
        ("A ceasefire between the army and the presidential guard was agreed at noon.", "agreed"),
        ("The truce in the north of the country and along the coast broke down.", "collapsed"),
        ("The truce between the army and its allies in the hills has held.", "in_effect"),
    ] {
        assert_eq!(states(text, "ceasefire"), [want], "{text}");
    }
    assert!(states("The truce between the army and the guard surprised a city where the old bridge collapsed.", "ceasefire").is_empty());
}

#[test]
fn evidence_is_the_clause_that_states_it() {
    let text = "Envoys met on Monday, with the truce signed in May still in effect and both capitals silent.";
    let found = find(&Document::new(text), Topics::builtin());
    let ceasefire = found.iter().find(|status| status.topic == "ceasefire").expect("a status is found");
    assert_eq!(ceasefire.evidence.span.of(text), "with the truce signed in May still in effect");
    let text = "The truce that envoys brokered on Feb. 22 was holding on Monday.";
    let found = find(&Document::new(text), Topics::builtin());
    assert_eq!(found[0].evidence.span.of(text), text.trim_end_matches('.'));
}

#[test]
fn a_users_topic_needs_no_code() {
    let file = "name = \"strike\"\nmentions = [\"strike\"]\n[[state]]\nname = \"called_off\"\ncues = [\"call* off .. @\"]\n";
    let topics = Topics::default().with(file).expect("the file is right");
    let found = find(&Document::new("The union called off its strike."), &topics);
    assert_eq!(found[0].state, "called_off");
}

/// Topics of the guide for users, as they stand there.
fn documented() -> impl Iterator<Item = &'static str> {
    include_str!("../../../../data/topics/README.md").split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next())
}

#[test]
fn the_topics_of_the_guide_do_what_they_say() {
    for file in documented() {
        let topics = Topics::default().with(file).expect("the example can be read");
        let told = |text: &str| find(&Document::new(text), &topics).into_iter().map(|status| status.state).collect::<Vec<_>>();
        for state in topics.topics[0].states() {
            assert_eq!(told(&state.example), [state.name.as_str()], "{}", state.example);
            assert!(!told(&state.counter).contains(&state.name), "{}", state.counter);
        }
    }
    assert_eq!(documented().count(), 3);
}

#[test]
fn what_a_year_dates_is_past() {
    for (topic, text, want) in [
        ("strike", "A strike in 2019 was called off after the union won a deal.", &[][..]),
        ("strike", "The union called off a strike in 2019.", &[]),
        ("strike", "The union called off a strike in 19 depots.", &["called_off"]),
        ("lawsuit", "In 2011, two families sued the mill.", &[]),
        ("trial", "Kemp, who was jailed for six years in 2004, left the court before the trial resumed.", &["under_way"]),
        ("trial", "The trial is due to open in 2031.", &["scheduled"]),
        ("border", "The border was closed in 2020 and reopened on Friday.", &["open"]),
        ("ceasefire", "The truce signed in 2020 was holding on Friday.", &["in_effect"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_was_so_years_ago_is_not_so_now() {
    for (topic, text, want) in [
        ("suspension", "Two years ago the officer was suspended.", &[][..]),
        ("suspension", "The officer was suspended two years ago.", &[]),
        ("suspension", "The officer was suspended two days ago.", &["suspended"]),
        ("school", "More than a decade ago, the school was closed.", &[]),
        ("school", "The school was closed last year.", &[]),
        ("road", "The road was closed until last year.", &[]),
        ("road", "The road has been closed since last year.", &["closed"]),
        ("road", "The bridge, which opened two years ago, was closed on Friday.", &["closed"]),
        ("road", "A year ago the bridge was closed, and on Friday the bridge was closed again.", &["closed"]),
        ("suspension", "The officer was suspended over a shooting last year.", &["suspended"]),
        ("suspension", "The officer had been suspended before.", &[]),
        ("plant", "The plant was previously closed.", &[]),
        ("border", "The border closed last year and remains closed.", &["closed"]),
        ("border", "The border closed last year and the shop closed on Friday.", &[]),
        ("border", "The border, which was closed two years ago, is still shut.", &["closed"]),
        ("inquiry", "The inquiry was opened last year and is still under way.", &["under_way"]),
        ("road", "The bridge reopened a year earlier than planned.", &["open"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn a_relative_clause_tells_what_its_noun_is() {
    for (topic, text, want) in [
        ("road", "Vans took the hill road, which is closed, on Monday.", &["closed"][..]),
        ("airport", "Planes were sent to the airport, which was shut on Monday.", &["closed"]),
        ("border", "Drivers queued at the border, which was reopened on Monday.", &["open"]),
        // What the sentence itself tells is so now.
        ("road", "The road, which was closed on Monday, has reopened.", &["open"]),
        ("road", "The road, which reopened on Monday, was closed again on Friday.", &["closed"]),
        ("road", "The bridge, which could be closed for months, is old.", &[]),
        ("school", "The school, whose gate is closed, is old.", &[]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_is_asked_or_put_as_a_case_is_not_so() {
    for (topic, text, want) in [
        ("plant", "Had the plant been closed, 300 jobs would have gone.", &[][..]),
        ("plant", "Jobs would have gone, had the plant been closed.", &[]),
        ("ceasefire", "Were the truce to collapse, the port would close.", &["at_risk"]),
        ("talks", "Should the talks fail, the army will move.", &[]),
        ("suspension", "Was the officer suspended?", &[]),
        ("plant", "Why was the plant closed?", &["closed"]),
        ("ceasefire", "What happens now that the ceasefire has collapsed?", &["collapsed"]),
        ("ceasefire", "Ceasefire collapses: what next for Norland?", &["collapsed"]),
        ("school", "The school is closed — but for how long?", &["closed"]),
        ("ceasefire", "The ceasefire has collapsed?", &["at_risk"]),
        ("ceasefire", "It is unclear how the ceasefire collapsed.", &["collapsed"]),
        ("ceasefire", "Asked when the ceasefire collapsed, he said Monday.", &["collapsed"]),
        ("ceasefire", "Residents say when the ceasefire collapsed they fled.", &["collapsed"]),
        ("road", "Police say when the road was closed 40 cars were stuck.", &["closed"]),
        ("school", "Nobody knows or wants to know when the school closes.", &[]),
        ("plant", "The factory would have closed in May without the loan.", &[]),
        ("school", "Had the council not acted, the school would have closed.", &[]),
        ("plant", "The plant would have shut by now.", &[]),
        ("ceasefire", "Has the ceasefire collapsed?", &["at_risk"]),
        ("road", "It is unclear when the road will reopen.", &[]),
        ("airport", "Officials did not say when the airport would reopen.", &[]),
        ("road", "Two lorries were stuck when the road was closed.", &["closed"]),
        ("school", "The school would have been closed.", &[]),
        // Wrong: it is a condition that says no "if".
        ("school", "The school would be closed under the plan.", &["closing"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_is_only_decided_or_talked_about_is_not_so_yet() {
    for (topic, text, want) in [
        ("school", "The council voted to close the school.", &["closing"][..]),
        ("plant", "The board decided to close the plant.", &["closing"]),
        ("plant", "The firm announced the closure of the plant.", &["closing"]),
        ("strike", "The union voted to end the strike.", &["ended"]),
        ("school", "The council is considering closing the school.", &[]),
        ("school", "The council will vote on closing the school.", &[]),
        ("school", "Parents protested against the closure of the school.", &[]),
        ("school", "The closure of the school shocked parents.", &["closed"]),
        ("plant", "The firm is due to close the plant.", &["closing"]),
        ("plant", "The plant is due to close in May.", &["closing"]),
        ("suspension", "She applied to have her ban lifted.", &[]),
        ("road", "The road would be closed for a week, police said.", &["closing"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_only_stands_near_a_topic_is_no_state_of_it() {
    for (topic, text, want) in [
        ("talks", "He refused to give details of the talks.", &[][..]),
        ("talks", "He refused to comment after talks with Estova.", &[]),
        ("talks", "The minister rejected the outcome of the talks.", &[]),
        ("talks", "The union rejected the pay offer after talks on Monday.", &[]),
        ("talks", "Norland ruled out concessions in the talks.", &[]),
        ("talks", "He refused to end the talks.", &[]),
        ("talks", "The rebels refused to rule out talks.", &[]),
        ("talks", "Norland offered concessions at the talks.", &[]),
        ("talks", "Estova was invited to the talks.", &[]),
        ("talks", "The library offers free talks.", &[]),
        ("talks", "He called for patience in the talks.", &[]),
        ("talks", "She called for an end to talks with the rebels.", &[]),
        ("talks", "Officials suggested the talks were going badly.", &[]),
        ("talks", "Officials suggested the talks were going well.", &[]),
        ("talks", "He called for calm as talks resumed.", &["under_way"]),
        ("talks", "Norland offered a compromise as talks opened in Bern.", &["under_way"]),
        ("talks", "Norland rejected the deal as talks opened.", &["under_way"]),
        ("talks", "The rebels refused to hold talks.", &["refused"]),
        ("talks", "The president rejected talks with the rebels.", &["refused"]),
        ("talks", "The president ruled out peace talks.", &["refused"]),
        ("talks", "The union rejected the offer of talks.", &["refused"]),
        ("talks", "The pope called for peace talks.", &["proposed"]),
        ("talks", "The prime minister proposed direct talks with the rebels.", &["proposed"]),
        ("talks", "Delegates left the talks smiling.", &[]),
        ("talks", "Delegates left the talks with a signed deal.", &[]),
        ("talks", "The envoy left the talks to attend a funeral.", &[]),
        ("talks", "The talks are over water rights.", &[]),
        ("talks", "The talks were over pay.", &[]),
        ("talks", "The summit is over 8,000 metres.", &[]),
        ("talks", "The talks are over.", &["ended"]),
        ("talks", "The talks went on. The two sides broke up a fight.", &["under_way"]),
        ("talks", "The talks went on. The session was over.", &["under_way"]),
        ("talks", "The talks went on. The two sides will meet again in the cup.", &["under_way"]),
        ("school", "Why was the school closed?", &["closed"]),
        ("road", "Bridge closed: what next?", &["closed"]),
        ("border", "The border is no longer open.", &["closed"]),
        ("border", "The army closed the border to goods and people.", &["closed"]),
        ("evacuation", "He was allowed home on bail.", &[]),
        ("evacuation", "The children were allowed home after a night in hospital.", &[]),
        ("evacuation", "Pupils were let home early because of snow.", &[]),
        ("inquiry", "He was looking into the distance.", &[]),
        ("inquiry", "The council is looking into the cost of a new roof.", &[]),
        ("inquiry", "Scientists are examining whether whales sing.", &[]),
        ("inquiry", "Police were asked to investigate but declined.", &[]),
        ("inquiry", "There should be no delay to the inquiry.", &[]),
        ("inquiry", "There should be no delay to the inquiry.", &[]),
        ("inquiry", "There must be an end to the inquiry.", &[]),
        ("inquiry", "The petition for an inquiry was rejected.", &["refused"]),
        ("takeover", "The mayor, a shareholder, backs the bid for the games.", &[]),
        ("takeover", "Shareholders heard of it. He made a bid for the vase.", &[]),
        ("ceasefire", "The extension of the ceasefire by a week was rejected.", &[]),
        ("ceasefire", "An extension of the ceasefire by Norland is unlikely.", &[]),
        ("ceasefire", "An extension of the ceasefire was agreed on Friday.", &["extended"]),
        ("ceasefire", "Norland stood by its troops as the ceasefire began.", &[]),
        ("ceasefire", "The general is sticking to his guns after the ceasefire.", &[]),
        ("ceasefire", "The army was committed by the ceasefire to free 40 men.", &[]),
        ("plant", "The factory stopped production of diesel engines in May.", &[]),
        ("plant", "The actor stopped work on the film about a steelworks.", &[]),
        ("plant", "The factory has closed talks with the buyer.", &[]),
        ("school", "The hospital cancelled operations on two children from the school.", &[]),
        ("road", "The plan for a bridge came to a halt.", &[]),
        ("road", "The army suspended operations over the bridge.", &[]),
        ("school", "The school was open and honest with parents.", &[]),
        ("airport", "The airport has closed bookings for the summer.", &[]),
        ("border", "Sanctions controls at the border were lifted.", &[]),
        ("road", "The road that was not meant to close was closed on Friday.", &["closed"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_a_relative_clause_says_turns_no_state() {
    for (topic, text, want) in [
        ("ceasefire", "The truce that nobody wanted has held.", &["in_effect"][..]),
        ("ceasefire", "The truce that nobody wanted has not held.", &["violated"]),
        ("talks", "Talks on who should leave, and in what order, went on at night.", &["under_way"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_is_to_come_or_aimed_at_is_not_so_yet() {
    for (topic, text, want) in [
        ("border", "The border will be reopened on Friday.", &[][..]),
        ("border", "The border crossing is to be closed in May.", &[]),
        ("border", "The border will remain closed.", &["closed"]),
        ("border", "The army moved to close the border.", &[]),
        ("border", "The army was forced to close the border.", &["closed"]),
        ("talks", "The talks will be suspended on Friday.", &[]),
        ("talks", "The talks are underway.", &["under_way"]),
        ("talks", "No talks were held on Friday.", &[]),
        ("ceasefire", "The ceasefire will be extended by a week.", &["extended"]),
        ("ceasefire", "A truce is to be signed on Friday.", &["agreed"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_somebody_denies_or_demands_is_no_state() {
    for (text, want) in [
        ("The army denied violating the truce.", &[][..]),
        ("The army denied that a ceasefire was in place.", &[]),
        ("Peru accused Chile of violating the truce.", &["violated"]),
        ("The pope called for a ceasefire.", &["proposed"]),
        ("The pope demanded that they sign a ceasefire.", &[]),
        ("The rebels rejected a ceasefire.", &["none"]),
        ("Peru denies a raid as the ceasefire collapses.", &["collapsed"]),
        ("The general said the truce had collapsed.", &["collapsed"]),
        ("The truce had collapsed before noon.", &[]),
    ] {
        let found = crate::claims::extract(&Document::new(text)).statuses;
        let states: Vec<&str> = found.iter().map(|status| status.state.as_str()).collect();
        assert_eq!(states, want, "{text}");
    }
}

#[test]
fn what_nobody_says_is_the_outlets_own_voice() {
    let document = Document::new("The border has been closed since May.");
    let claims = own_voice(&document, &find(&document, Topics::builtin()));
    assert_eq!((claims.len(), claims[0].content.text.as_str()), (1, "The border has been closed since May"));
}

#[test]
fn notices_works_and_plans_have_states_and_everyday_senses_none() {
    for (topic, text, want) in [
        ("restriction", "A hosepipe ban is in force in the south.", &["in_force"][..]),
        ("restriction", "The quarantine was extended until May.", &["extended"]),
        ("restriction", "The flood warning was withdrawn at noon.", &["lifted"]),
        ("restriction", "The council may lift the fishing ban.", &[]),
        ("restriction", "The mayor called for a hosepipe ban.", &[]),
        ("restriction", "She wrote the book during lockdown.", &[]),
        ("restriction", "The striker has been on red alert for weeks.", &[]),
        ("restriction", "The dog spent a month in quarantine.", &[]),
        ("plant", "The power station was shut on Friday.", &["closed"]),
        ("plant", "The gasworks at Tal burned. The works has been closed since Monday.", &["closed"]),
        ("plant", "The refinery is still working on a plan.", &[]),
        ("plant", "The old power station has reopened as a gallery.", &[]),
        ("plant", "She gave him the works and closed the shop.", &[]),
        ("talks", "The two presidents are to meet in Tal on Monday for talks on fishing.", &["scheduled"]),
        ("talks", "The two presidents met in Tal on Monday for talks on fishing.", &["under_way"]),
        ("talks", "The talks that the mayor had hoped for are off.", &["collapsed"]),
        ("talks", "The talks are off the record.", &[]),
        ("sanctions", "Sanctions on the generals are under discussion.", &["planned"]),
        ("sanctions", "Brussels is considering sanctions on the generals.", &["planned"]),
        ("sanctions", "Brussels dropped its plan for sanctions.", &["shelved"]),
        ("sanctions", "Brussels dropped its plan to ease the sanctions.", &[]),
        ("sanctions", "There are no plans for sanctions.", &[]),
        ("sanctions", "Ministers discussed the sanctions on the generals.", &[]),
        ("sanctions", "Brussels imposed the sanctions that it had discussed.", &["in_force"]),
        ("custody", "The general is under house arrest.", &["held"]),
        ("custody", "The crowd was held captive by her voice.", &[]),
        ("custody", "The sailors were taken prisoner at dawn.", &["held"]),
        ("custody", "The gold is kept under guard.", &[]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn what_goes_on_beside_what_is_agreed_is_the_outlets_own_voice() {
    let text = "Peru agrees to free the airman as the border reopens.";
    let found = crate::claims::extract(&Document::new(text));
    assert!(found.statuses.iter().all(|status| status.source.is_none()), "{text}");
    let text = "Peru says it freed the airman as the border reopened.";
    let found = crate::claims::extract(&Document::new(text));
    assert!(found.statuses.iter().all(|status| status.source.is_some()), "{text}");
}
