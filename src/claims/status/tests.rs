//! Texts with the states that they give.

use super::*;

fn find(document: &Document<'_>, topics: &Topics) -> Vec<Status<Span>> {
    let lower = document.lower_cased();
    Sought::new(&Scene::new(document, &lower), topics).statuses().into_iter().map(|found| found.status).collect()
}

fn states(text: &str, topic: &str) -> Vec<String> {
    let found = crate::claims::extract(&Document::new(text)).statuses;
    found.iter().filter(|status| status.topic == topic).map(|status| status.state.clone()).collect()
}

#[test]
fn every_state_is_given_by_its_example_and_not_by_its_counter() {
    for topic in &Topics::builtin().topics {
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
    include_str!("../../../data/topics/README.md").split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next())
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
fn states_of_a_ceasefire_in_many_words() {
    for (text, want) in [
        ("The truce took effect at dawn.", &["in_effect"][..]),
        ("The truce holds along the river.", &["in_effect"]),
        ("A ceasefire came into force on Monday.", &["in_effect"]),
        ("The truce has collapsed.", &["collapsed"]),
        ("The ceasefire broke down within hours.", &["collapsed"]),
        ("The truce was extended by a week.", &["extended"]),
        ("Envoys extended the ceasefire until May.", &["extended"]),
        ("The generals agreed to a ceasefire.", &["agreed"]),
        ("A ceasefire was agreed in Oslo.", &["agreed"]),
        ("The two sides have agreed a 72-hour ceasefire.", &["agreed"]),
        ("The ceasefire will take effect at midnight.", &["agreed"]),
        ("The truce was violated twice.", &["violated"]),
        ("Shelling violated the ceasefire.", &["violated"]),
        ("The bishop proposed a truce.", &["proposed"]),
        ("The truce that envoys brokered on Feb. 22 was holding along the river.", &["in_effect"]),
        ("The truce that was signed in May has been broken six times since Monday.", &["violated"]),
        ("The truce that was signed in May has collapsed.", &["collapsed"]),
        ("The army has violated the truce 11 times since Feb. 22.", &["violated"]),
        ("Without a ceasefire the port stays closed.", &[]),
        ("Nobody expects a ceasefire.", &[]),
        ("No ceasefire has been agreed.", &["none"]),
        ("No ceasefire violations were reported.", &["in_effect"]),
        ("The two sides are close to agreeing a ceasefire.", &["under_negotiation"]),
        ("The rebels are nearing a ceasefire.", &["under_negotiation"]),
        ("The truce will begin at noon.", &["agreed"]),
        ("The two rival bands called a truce over the song.", &[]),
        ("The truce -- brokered by Norway after a year of war -- was still in force on Friday.", &["in_effect"]),
        ("The truce, which envoys called “fragile”, was holding on Friday.", &["in_effect"]),
        ("Mediators have given the truce another 60 days.", &["extended"]),
        ("The renewed truce was holding on Friday.", &["in_effect"]),
        ("The ceasefire lay in ruins on Friday.", &["collapsed"]),
        ("The quarrel brought the ceasefire to the brink of collapse.", &["at_risk"]),
        ("The ceasefire of 1994 ended the war.", &[]),
        ("Soldiers patrol the ceasefire line, which held in May.", &[]),
    ] {
        assert_eq!(states(text, "ceasefire"), want, "{text}");
    }
}

#[test]
fn states_of_talks_and_of_a_border_in_many_words() {
    for (topic, text, want) in [
        ("talks", "The talks began in Oslo.", &["under_way"][..]),
        ("talks", "Talks will open on Friday.", &["scheduled"]),
        ("talks", "Talks collapsed overnight.", &["collapsed"]),
        ("talks", "The talks ended on Sunday.", &["ended"]),
        ("talks", "The talks were adjourned until Monday.", &["adjourned"]),
        ("talks", "The talks, which had lasted a day, are suspended.", &["adjourned"]),
        ("talks", "Talks on a fishing treaty for the north of the gulf were suspended on Monday.", &["adjourned"]),
        ("talks", "The talks, delegates said, and the strike ended on Sunday.", &[]),
        ("talks", "The talks, a first since May, will open on Friday.", &["scheduled"]),
        ("talks", "An earlier round, held in Rome, had closed without a deal.", &[]),
        ("talks", "The talk show ended after ten years.", &[]),
        ("talks", "She talks about her garden.", &[]),
        ("talks", "If the talks collapse, the port will close.", &[]),
        ("border", "The border was closed on Friday.", &["closed"]),
        ("border", "The crossing at Tal, the main link with the coast, reopened at noon.", &["open"]),
        ("border", "The gate will stay shut until the army is driven back from the border.", &[]),
        ("border", "Police sealed the border.", &["closed"]),
        ("border", "The border crossing reopened at noon.", &["open"]),
        ("border", "The crossing reopened at noon.", &[]),
        ("border", "The Tal crossing is shut. The crossing reopened at noon.", &["closed", "open"]),
        ("border", "At Tal on Sunday, where the crossing was open, lorries rolled.", &["open"]),
        ("border", "The level crossing at Denby was closed.", &[]),
        ("border", "The gates of the palace were closed.", &[]),
        ("border", "The border collie show opened on Monday.", &[]),
        ("talks", "The talks are continuing in Oslo.", &["under_way"]),
        ("talks", "The talks go on.", &["under_way"]),
        ("talks", "Talks were held on Monday.", &["under_way"]),
        ("talks", "The talks were held up by snow.", &[]),
        ("talks", "Talks have been put off for at least a week.", &["adjourned"]),
        ("talks", "Peru walked out of the talks on Sunday.", &["collapsed"]),
        ("talks", "The talks broke up without a deal.", &["collapsed"]),
        ("talks", "The talks went on behind closed doors.", &["under_way"]),
        ("talks", "The two clubs used to hold talks in May.", &[]),
        ("talks", "Talks have been broken off.", &["collapsed"]),
        ("talks", "The union broke off talks.", &["collapsed"]),
        ("talks", "Talks are close to collapse.", &[]),
        ("border", "The border is open again.", &["open"]),
        // Wrong: the verb is taken for the noun; "closed the border on Monday" has the same words.
        ("border", "The two estates border on the closed mill.", &["closed"]),
        ("border", "The bakery closed on Friday.", &[]),
        ("border", "The border may close in May.", &[]),
        ("border", "Guards at the border opened fire on a lorry.", &[]),
        ("talks", "The talks reached an impasse on Sunday.", &["stalled"]),
        ("border", "The border was not closed.", &["open"]),
        ("border", "The border reopened on Friday after being shut for a week.", &["open"]),
        ("border", "No one has been allowed across the border since May.", &["closed"]),
        ("border", "The border is open only to lorries with food.", &["partly_open"]),
        ("border", "The border, shut since May, was opened to people on foot.", &["partly_open"]),
        ("border", "The border, shut since May, is 40 miles long.", &["closed"]),
        ("border", "The only crossing open to lorries is that at the northern border.", &[]),
        ("talks", "Oman offered to host the talks.", &["proposed"]),
        ("talks", "Talks will be held in Oman in May.", &["scheduled"]),
        ("talks", "The firm is in talks with two banks.", &["under_way"]),
        ("talks", "The round of golf ended at noon.", &[]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn states_of_an_inquiry_and_of_a_trial_in_many_words() {
    for (topic, text, want) in [
        ("inquiry", "The coroner's office opened an inquiry into the deaths on Monday.", &["under_way"][..]),
        ("inquiry", "Watchdog opens probe into charity's spending", &["under_way"]),
        ("inquiry", "The mayor is under investigation for fraud.", &["under_way"]),
        ("inquiry", "Officer suspended as inquiry widens", &["widened"]),
        ("inquiry", "Police are investigating the cause of the crash.", &["under_way"]),
        ("inquiry", "The inquiry into the sinking continues.", &["under_way"]),
        ("inquiry", "An inquiry has been ordered into how the files went missing.", &["announced"]),
        ("inquiry", "The inquiry will open in May.", &["announced"]),
        ("inquiry", "Relatives demanded an independent investigation into the shooting.", &["called_for"]),
        ("inquiry", "The minister ruled out a public inquiry.", &["refused"]),
        ("inquiry", "Prosecutors paused their investigation while a judge ruled.", &["suspended"]),
        ("inquiry", "The inquiry has been expanded to cover the years before 2010.", &["widened"]),
        ("inquiry", "Police have ended their investigation into the senator.", &["closed"]),
        ("inquiry", "The inquiry published its report on Thursday.", &["reported"]),
        ("inquiry", "The inquiry found a pattern of neglect.", &[]),
        ("inquiry", "No inquiry has been opened.", &[]),
        ("inquiry", "The inquiry could be closed by June.", &[]),
        ("inquiry", "Families met lawyers to open an inquiry of their own.", &[]),
        ("inquiry", "The space probe was launched in 1997.", &[]),
        ("inquiry", "The director of the Federal Bureau of Investigation opened a field office in Boise.", &[]),
        ("inquiry", "The lawyer who led the inquiry in 1998 has died.", &[]),
        // Wrong: a gap steps over "the envelope and read".
        ("inquiry", "He opened the envelope and read the inquiry from a buyer in Ghent.", &["under_way"]),
        ("trial", "The trial of the former governor opened on Monday.", &["under_way"]),
        ("trial", "Three bankers went on trial in Frankfurt on Tuesday.", &["under_way"]),
        ("trial", "The judge postponed the trial to allow more time for evidence.", &["adjourned"]),
        ("trial", "The trial resumes on Monday.", &["adjourned"]),
        ("trial", "He will stand trial in the autumn.", &["scheduled"]),
        ("trial", "The trial will begin on 3 May.", &["scheduled"]),
        ("trial", "The judge declared a mistrial.", &["collapsed"]),
        ("trial", "The jury found him guilty of manslaughter.", &["convicted"]),
        ("trial", "He was found not guilty by a jury in Leeds.", &["acquitted"]),
        ("trial", "The vaccine trial began in March.", &[]),
        ("trial", "The company offers a 30-day free trial.", &[]),
        ("trial", "The trial has not begun.", &[]),
        ("trial", "If the trial opens in June, he will miss the vote.", &[]),
        ("trial", "A court convicted the captain of negligence in 1997.", &[]),
        ("trial", "Kemp was found guilty of fraud on Monday.", &["convicted"]),
        ("trial", "Kemp was found guilty on all nine charges.", &["convicted"]),
        ("trial", "Kemp was acquitted by a jury in Leeds.", &["acquitted"]),
        ("trial", "Kemp was cleared of all charges.", &["acquitted"]),
        ("trial", "Kemp was convicted of four counts of theft and cleared of two.", &["mixed"]),
        ("trial", "The judge discharged the jury and ordered a retrial.", &["collapsed"]),
        ("trial", "A retrial will take place in May.", &["scheduled"]),
        ("trial", "Kemp, who was convicted of fraud, runs a bakery.", &[]),
        ("trial", "A convicted fraudster has opened a bakery.", &[]),
        ("trial", "If found guilty, she faces ten years in prison.", &[]),
        ("trial", "The road was cleared of snow before the trial.", &[]),
        ("trial", "He spoke with conviction.", &[]),
        ("trial", "He has appealed against his conviction.", &[]),
        ("inquiry", "There will be no public inquiry.", &["refused"]),
        ("inquiry", "There were no plans for an inquiry.", &["refused"]),
        ("inquiry", "There are no plans to end the inquiry.", &[]),
        ("inquiry", "The inquiry has been delayed until June.", &["suspended"]),
        ("inquiry", "Hearings at the inquiry will resume in May.", &["suspended"]),
        ("inquiry", "The inquiry's report was published on Friday.", &["reported"]),
        ("inquiry", "The public inquiry opens on Monday.", &["announced"]),
        ("talks", "The strike was suspended after late-night talks.", &[]),
        ("talks", "Envoys suspended the talks.", &["adjourned"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn states_of_a_strike_an_evacuation_and_a_recall_in_many_words() {
    for (topic, text, want) in [
        ("strike", "Dockers of the union went on strike on Monday.", &["under_way"][..]),
        ("strike", "The union called off the strike.", &["called_off"]),
        ("strike", "The union said the strike was over.", &["ended"]),
        ("strike", "Train drivers will go on strike on Friday, their union said.", &["called"]),
        ("strike", "Union suspends 48-hour bus strike planned for next week", &["suspended"]),
        ("strike", "The walkout ended at noon.", &[]),
        ("strike", "The strike was called off.", &[]),
        ("strike", "The European Union said the strike was called off.", &[]),
        ("strike", "A drone strike began the assault, and the union condemned it.", &[]),
        ("strike", "The union hopes to strike a deal.", &[]),
        ("strike", "Prisoners began a hunger strike.", &[]),
        ("strike", "Oil workers could go on strike next week.", &[]),
        ("evacuation", "Residents of the valley were ordered to evacuate.", &["ordered"]),
        ("evacuation", "Firefighters evacuated two schools.", &["under_way"]),
        ("evacuation", "Evacuation orders for the coast and the islands were lifted on Friday.", &["lifted"]),
        ("evacuation", "Some evacuation orders were lifted on Friday.", &["partly_lifted"]),
        ("evacuation", "The county expanded the evacuation zone.", &["widened"]),
        ("evacuation", "The Red Cross halted the evacuation of the town.", &["suspended"]),
        ("evacuation", "The evacuation was completed on Tuesday.", &["completed"]),
        ("evacuation", "The school holds an evacuation drill each term.", &[]),
        ("evacuation", "No evacuation has been ordered.", &[]),
        ("evacuation", "He was evacuated to Wales as a child in 1940.", &[]),
        ("recall", "Food agency issues recall of peanut butter", &["issued"]),
        ("recall", "The recall was expanded to include frozen spinach.", &["widened"]),
        ("recall", "The agency ended the recall on Monday.", &["lifted"]),
        ("recall", "The agency may order a recall.", &[]),
        ("recall", "The firm is recalling about 900 kettles.", &["issued"]),
        ("recall", "Two makers have recalled cots.", &["issued"]),
        ("recall", "The cots have been recalled.", &["issued"]),
        ("recall", "The toys were withdrawn from sale.", &["issued"]),
        ("recall", "There is no recall.", &["none"]),
        ("recall", "The maker refused to recall its heaters.", &["refused"]),
        ("recall", "The maker said no cars had been recalled.", &["none"]),
        ("recall", "Carmaker recalls 900 vans over airbags", &["issued"]),
        ("recall", "The firm is not recalling any vehicles.", &[]),
        ("recall", "She recalled the night the mill burned.", &[]),
        ("recall", "France has recalled its ambassador.", &[]),
        ("recall", "Silva has been recalled to the squad.", &[]),
        ("recall", "The painting was withdrawn from sale.", &[]),
        ("strike", "The drivers will walk out for two days, their union said.", &["called"]),
        ("strike", "The strike is back on, the union said.", &["called"]),
        ("strike", "The strike has not been suspended, the union said.", &["called"]),
        ("strike", "The union agreed to put off the walkout.", &["suspended"]),
        ("strike", "The union's members voted to end their strike.", &["ended"]),
        ("strike", "The union's members voted against a strike.", &[]),
        ("strike", "Members of the union will walk out of the meeting.", &[]),
        ("evacuation", "Villagers were ordered to leave their homes.", &["ordered"]),
        ("evacuation", "Residents have been told they can go home.", &["lifted"]),
        ("evacuation", "Residents are being allowed back to their homes.", &["lifted"]),
        ("evacuation", "Evacuated residents returned home on Friday.", &["lifted"]),
        ("evacuation", "Residents were told not to return to their homes.", &[]),
        ("recall", "I recall the day the factory opened.", &[]),
        ("recall", "Voters launched a recall petition against the governor.", &[]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn states_of_a_suspension_in_many_words() {
    for (topic, text, want) in [
        ("suspension", "The officer who fired the shot has been suspended from duty.", &["suspended"][..]),
        ("suspension", "Club suspends captain after brawl", &["suspended"]),
        ("suspension", "The teacher was placed on administrative leave on Monday.", &["suspended"]),
        ("suspension", "Two officers have been put on leave while the shooting is investigated.", &["suspended"]),
        ("suspension", "The sprinter was banned for four years.", &["suspended"]),
        ("suspension", "The doctor was suspended without pay pending an inquiry.", &["suspended"]),
        ("suspension", "The league suspended the coach for three games.", &["suspended"]),
        ("suspension", "The tribunal lifted her ban.", &["reinstated"]),
        ("suspension", "The mayor was reinstated by a judge.", &["reinstated"]),
        ("suspension", "The swimmer has been cleared to compete.", &["reinstated"]),
        ("suspension", "The appeal court overturned the striker's suspension.", &["reinstated"]),
        ("suspension", "Trading in the shares was suspended.", &[]),
        ("suspension", "The trial was suspended after the judge fell ill.", &[]),
        ("suspension", "He was given a suspended sentence.", &[]),
        ("suspension", "The officer said the search was suspended.", &[]),
        ("suspension", "The officer said the trains had been suspended.", &[]),
        ("suspension", "The coach could be suspended.", &[]),
        ("suspension", "Officials suspended flights to the island.", &[]),
        ("suspension", "The president suspended the constitution.", &[]),
        ("suspension", "The senator suspended his campaign.", &[]),
        ("suspension", "A lamp was suspended above the table.", &[]),
        ("suspension", "Cars are banned from the centre.", &[]),
        ("suspension", "The ban on exports was lifted.", &[]),
        ("suspension", "She was on leave when the fire began.", &[]),
        ("suspension", "The officer was off duty at the time.", &[]),
        ("suspension", "The teachers suspended their strike.", &[]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn states_of_a_lawsuit_a_vote_and_a_takeover_in_many_words() {
    for (topic, text, want) in [
        ("lawsuit", "Two families sued the utility on Thursday.", &["filed"][..]),
        ("lawsuit", "Farmers sue dam operator over flood", &["filed"]),
        ("lawsuit", "The bank is being sued by its former clients.", &["filed"]),
        ("lawsuit", "The state filed a lawsuit against the maker.", &["filed"]),
        ("lawsuit", "The firm agreed to settle the lawsuit for $3 million.", &["settled"]),
        ("lawsuit", "The lawsuit was settled in May.", &["settled"]),
        ("lawsuit", "A judge threw out the lawsuit.", &["dismissed"]),
        ("lawsuit", "The lawsuit was thrown out.", &["dismissed"]),
        ("lawsuit", "The union dropped its legal action.", &["dropped"]),
        ("lawsuit", "The tenants won their legal challenge.", &["won"]),
        ("lawsuit", "The union threatened legal action.", &["threatened"]),
        ("lawsuit", "The state will sue the maker.", &["threatened"]),
        ("lawsuit", "The firm could face a lawsuit.", &[]),
        ("lawsuit", "He wore a suit.", &[]),
        ("lawsuit", "Other banks followed suit.", &[]),
        ("lawsuit", "The rebels sued for peace.", &[]),
        ("lawsuit", "The firm appealed against the ruling in the lawsuit.", &["appealed"]),
        ("lawsuit", "People can sue the maker.", &[]),
        ("vote", "The prime minister survived a no-confidence vote.", &["survived"]),
        ("vote", "The chancellor lost a vote of confidence.", &["lost"]),
        ("vote", "The referendum will be held on 3 May.", &["scheduled"]),
        ("vote", "The referendum has been postponed.", &["postponed"]),
        ("vote", "The no-confidence motion was defeated.", &["survived"]),
        ("vote", "Voters rejected the constitution in a referendum.", &["rejected"]),
        ("vote", "She cast her vote.", &[]),
        ("vote", "He won the vote of every farmer.", &[]),
        ("vote", "The referendum changed the country.", &[]),
        ("vote", "Government faces confidence vote", &["scheduled"]),
        ("vote", "MPs will hold a vote of no confidence on Monday.", &["scheduled"]),
        ("vote", "The motion of no confidence was passed.", &["passed"]),
        ("vote", "The opposition hopes to win the referendum.", &[]),
        ("takeover", "The brewer agreed to a takeover by its rival.", &["agreed"]),
        ("takeover", "Rival makes takeover bid for brewer", &["proposed"]),
        ("takeover", "The watchdog blocked the merger.", &["blocked"]),
        ("takeover", "The merger collapsed.", &["called_off"]),
        ("takeover", "The two banks called off their merger.", &["called_off"]),
        ("takeover", "Shareholders backed the takeover.", &["approved"]),
        ("takeover", "The merger was completed on Friday.", &["completed"]),
        ("takeover", "The board rejected the takeover offer.", &["rejected"]),
        ("takeover", "The merger may be blocked.", &[]),
        ("takeover", "The army's takeover was condemned.", &[]),
        ("takeover", "The acquisition of language takes years.", &[]),
        ("takeover", "The merger would create the biggest brewer.", &[]),
        ("takeover", "The two airlines are in talks about a merger.", &["proposed"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn states_of_a_search_a_fire_an_exchange_and_aid_in_many_words() {
    for (topic, text, want) in [
        ("search", "Rescuers dug through the rubble for a third day.", &["under_way"][..]),
        ("search", "Police launched a manhunt for the gunman.", &["under_way"]),
        ("search", "The search for the two climbers was called off.", &["ended"]),
        ("search", "Coastguard ends search for missing fishermen", &["ended"]),
        ("search", "The search for survivors was suspended because of bad light.", &["suspended"]),
        ("search", "The search resumed at first light.", &["under_way"]),
        ("search", "Divers were searching the lake for the missing boy.", &["under_way"]),
        ("search", "The missing girl was found safe after a two-day search.", &["found"]),
        ("search", "She ended her search for a job.", &[]),
        ("search", "The firm launched a search engine.", &[]),
        ("search", "The board began its search for a new chief executive.", &[]),
        ("search", "The search for an answer goes on.", &[]),
        ("search", "Police have yet to resume the search.", &[]),
        ("fire", "The wildfire was still out of control.", &["out_of_control"]),
        ("fire", "The wildfire is 40 per cent contained.", &["partly_contained"]),
        ("fire", "The blaze was 40% contained by Friday.", &["partly_contained"]),
        ("fire", "The blaze is under control.", &["contained"]),
        ("fire", "The wildfire is fully contained.", &["contained"]),
        ("fire", "Firefighters were battling a blaze at a warehouse.", &["burning"]),
        ("fire", "Police opened fire on the crowd.", &[]),
        ("fire", "The army came under fire.", &[]),
        ("fire", "The fire department held a dinner.", &[]),
        ("fire", "The inquiry into the fire opened in May.", &[]),
        ("fire", "She put out a statement on the fire.", &[]),
        ("fire", "The fire killed three people.", &[]),
        ("fire", "The blaze has been put out.", &["out"]),
        ("exchange", "The two sides agreed a prisoner swap.", &["agreed"]),
        ("exchange", "The two armies exchanged 90 prisoners of war.", &["completed"]),
        ("exchange", "The rebels freed 12 hostages.", &["completed"]),
        ("exchange", "The prisoner exchange was put off until Friday.", &["postponed"]),
        ("exchange", "The prisoner swap was called off.", &["called_off"]),
        ("exchange", "The envoys discussed a prisoner swap.", &["proposed"]),
        ("exchange", "The stock exchange opened higher.", &[]),
        ("exchange", "The two men had a heated exchange.", &[]),
        ("exchange", "The exchange began with a question.", &[]),
        ("exchange", "Gunmen took hostages at a bank.", &[]),
        ("aid", "The agency suspended food deliveries.", &["suspended"]),
        ("aid", "Soldiers blocked an aid convoy at the gate.", &["blocked"]),
        ("aid", "Aid deliveries resumed after a week.", &["resumed"]),
        ("aid", "The first aid trucks entered the town.", &["let_in"]),
        ("aid", "Foreign aid was cut by a tenth.", &[]),
        ("aid", "He wore a hearing aid.", &[]),
        ("aid", "Deliveries of food aid cost more each year.", &[]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
}

#[test]
fn states_of_what_closes_and_reopens_in_many_words() {
    for (topic, text, want) in [
        ("plant", "The plant was closed on Friday.", &["closed"][..]),
        ("plant", "Carmaker shuts factory", &["closed"]),
        ("plant", "The refinery restarted on Monday.", &["open"]),
        ("plant", "The coal mine is due to reopen in June.", &["reopening"]),
        ("plant", "The plant was partly reopened.", &["partly_open"]),
        ("plant", "The smelter has been idled.", &["closed"]),
        ("plant", "The plant grows in closed woods.", &[]),
        ("plant", "The plant employs 900 people.", &[]),
        ("plant", "The plant is close to the river.", &[]),
        ("plant", "The plant will stay open.", &["open"]),
        ("plant", "Production at the plant was halted on Friday.", &["closed"]),
        ("plant", "A canteen near the plant was closed.", &[]),
        ("plant", "Production at the plant has restarted.", &["open"]),
        ("plant", "The plant could reopen in May.", &[]),
        ("plant", "The union hopes the plant will be reopened.", &[]),
        ("plant", "The company will close the factory in May.", &["closing"]),
        ("road", "The road was closed in both directions.", &["closed"]),
        ("road", "The motorway is shut after a lorry overturned.", &["closed"]),
        ("road", "The bridge reopened to traffic at noon.", &["open"]),
        ("road", "One lane of the motorway has reopened.", &["partly_open"]),
        ("road", "Snow closed the road over the pass.", &["closed"]),
        ("road", "He lives down the road from the closed pub.", &[]),
        ("road", "The house on the road was closed.", &[]),
        ("road", "A shop on the road opens at nine.", &[]),
        ("road", "The bridge opens for tall ships.", &[]),
        ("road", "The two roads out of the town were blocked by snow.", &["closed"]),
        ("road", "Engineers reopened the bridge.", &["open"]),
        ("road", "The bridge was blocked by a lorry.", &["closed"]),
        ("airport", "The airport was closed by fog.", &["closed"]),
        ("airport", "The airport has reopened.", &["open"]),
        ("airport", "Flights from the airport were suspended.", &["closed"]),
        ("airport", "A shop at the airport was closed.", &[]),
        ("airport", "Some flights from the airport resumed on Monday.", &["partly_open"]),
        ("school", "Schools were closed on Monday.", &["closed"]),
        ("school", "The school reopened after a week.", &["open"]),
        ("school", "The storm shut schools across the county.", &["closed"]),
        ("school", "Schools will reopen on Monday.", &["reopening"]),
        ("school", "The school closed the gap with its rivals.", &[]),
        ("school", "He finished school and opened a shop.", &[]),
        ("school", "The shop at the school was closed.", &[]),
        ("school", "She left school and closed the shop.", &[]),
        ("school", "The school said the road was closed.", &[]),
        ("school", "The school was open to the idea.", &[]),
        ("school", "The school is open to all pupils.", &["open"]),
        ("plant", "The mill pond was closed.", &[]),
        ("plant", "The firm halted production at the plant.", &["closed"]),
        ("plant", "It will stay open.", &[]),
        ("plant", "The firm bought the plant in May. It will stay open.", &["open"]),
        ("road", "The road to recovery is closed.", &[]),
        ("road", "The bridge was closed to lorries.", &["partly_open"]),
        ("road", "The bridge was closed to all traffic.", &["closed"]),
        ("road", "The road was cut off by a landslide.", &["closed"]),
        ("airport", "The airport is up and running.", &["open"]),
        ("school", "Classes at the two schools were cancelled.", &["closed"]),
        ("service", "The bank's app was down for six hours.", &["down"]),
        ("service", "Power was restored after the outage.", &["restored"]),
        ("service", "A power cut hit the city.", &["down"]),
        ("service", "Power has been restored to some homes after the outage.", &["partly_restored"]),
        ("service", "The app costs two pounds.", &[]),
        ("service", "The website said the minister was down.", &[]),
        ("service", "Thousands of homes were without power after an outage.", &["down"]),
    ] {
        assert_eq!(states(text, topic), want, "{text}");
    }
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
fn measures_ballots_and_power_have_states() {
    for (topic, text, want) in [
        ("curfew", "The curfew now runs from ten at night to dawn.", &["in_force"][..]),
        ("curfew", "The curfew was shortened to an hour.", &["eased"]),
        ("curfew", "The council will lift the curfew on Friday.", &["ending"]),
        ("curfew", "The mayor called for a curfew.", &[]),
        ("emergency", "Martial law was lifted at dawn.", &["lifted"]),
        ("emergency", "The president declared a state of emergency.", &["in_force"]),
        ("sanctions", "Brussels eased its sanctions on the airline.", &["eased"]),
        ("sanctions", "If sanctions are lifted, oil will flow.", &[]),
        ("sanctions", "The union may impose sanctions.", &[]),
        ("election", "The council put off the local election.", &["postponed"]),
        ("election", "A general election is due on Sunday.", &["scheduled"]),
        ("election", "She won the election in 2019.", &[]),
        ("election", "She called the election a farce.", &[]),
        ("election", "The board hailed the election of Ida Brun.", &[]),
        ("election", "Ministers scrapped the policy before the election.", &[]),
        ("election", "The band announced a new tour after the election.", &[]),
        ("election", "Run-off from the fields has been delayed by ponds.", &[]),
        ("sanctions", "Parents face sanctions over truancy.", &[]),
        ("emergency", "He was born under martial law.", &[]),
        ("custody", "Kemp was arrested on Monday.", &["held"]),
        ("custody", "The slide in house prices was arrested in May.", &[]),
        ("custody", "He was arrested but freed within hours.", &["freed"]),
        ("custody", "The man, who was arrested on Monday, was freed on bail.", &["on_bail"]),
        ("custody", "Arrested in May, he was freed on bail.", &["on_bail"]),
        ("custody", "The home side were on the run for most of the match.", &[]),
        ("custody", "Her rich father bailed her out.", &[]),
        ("trial", "Shares dropped after charges against the founder were filed.", &[]),
        ("trial", "Prosecutors dropped the charges against the coach.", &["dropped"]),
        ("talks", "Trade talks brought an agreement closer.", &[]),
        ("service", "The party lost power at the polls.", &[]),
        ("service", "Thousands of homes were without power.", &["down"]),
        ("service", "The car lost power on the hill.", &[]),
        ("service", "Power is off in most of Osk.", &["down"]),
        ("service", "Power is back in half of Osk.", &["partly_restored"]),
        ("service", "The power to tax was cut in half.", &[]),
        ("service", "She rose to power in May.", &[]),
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
