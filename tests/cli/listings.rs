//! The verbs that list what is stored: `log`, `claims`, `changes`, `threads`, `thread`, `who`, `status`, `figures`, `compare`, `search`.

use crate::run::{Room, Run};

#[test]
fn log_lists_the_versions() {
    insta::assert_snapshot!(Room::stored().run("log"), @r##"
    $ sayso log
    --- stdout
    story  version                seen              outlet         title                chars  what changed               sha256
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    talks  frontier-wire/talks@1  2025-11-06 07:40  Frontier Wire  Talks open in Doha      72  first version              768c39b24f66d2e24e6c3270a2c3cd022b18e4e5e13e064f4a75d26cebb644a3
    talks  frontier-wire/talks@2  2025-11-06 09:10  Frontier Wire  Talks open in Doha      99  1 added, 1 figure changed  eabc53efaff41285d1871e766fbd0ba251f9c5e5a4afe3667ef124165df41882
    talks  morning-post/talks@1   2025-11-06 12:00  Morning Post   Second day of talks     63  first version              1b6cbf0e983416e751ff0130f1a72a855efd4eaf293271d72122b6cf875bae1c

    3 versions of 2 reports
    --- exit 0
    "##);
}

#[test]
fn log_says_of_a_version_that_is_a_notice_what_the_notice_says() {
    let room = Room::empty();
    std::fs::create_dir(room.path("fen")).unwrap();
    room.write("fen/v1.txt", "Fen floods\n\nThe fen is under water. Ducks like it.\n");
    room.write("fen/v2.txt", "Fen floods\n\nThis article has been removed because it did not meet our standards for sources.\n");
    let _ = room.run("import fen");
    let log = room.run("log").data();
    assert!(log.contains("notice: “This article has been removed because it did not"), "{log}");
}

#[test]
fn claims_are_narrowed_by_act_actor_words_and_version() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("claims --act deny"), @r##"
    $ sayso claims --act deny
    --- stdout
    version                who       act   what                                about        quote     reviewed  id
    ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    frontier-wire/talks@2  Pakistan  deny  Islamabad of shelling two villages  Afghanistan  indirect            c000000000000

    1 of 6 claims
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("claims --by Kabul --at frontier-wire@1 --format csv"), @r##"
    $ sayso claims --by Kabul --at frontier-wire@1 --format csv
    --- stdout
    id,snapshot,outlet,act,negated,source.name,source.kind,via.name,target.name,content.text,cue.text,quote,certainty,distance,answers,evidence.span,confidence,rule,reviewed,doc
    c000000000000,frontier-wire/talks@1,Frontier Wire,accuse,false,Afghanistan,state,,Pakistan,Islamabad of shelling three villages,accused,indirect,asserted,neutral,,"[20,70]",0.8,subject,,talks/wire-1.txt
    --- exit 0
    "##);
    let about = room.run("claims --about truce --outlet 'Morning Post' --format ndjson").data();
    assert_eq!(about.lines().count(), 1, "{about}");
}

#[test]
fn an_unknown_act_is_told_the_known_ones() {
    let outcome = Room::stored().run("claims --act shout");
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.stderr.contains("[possible values: state, accuse, deny, "), "{outcome}");
}

#[test]
fn changes_are_listed_with_what_they_changed() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("changes --kind reworded"), @r##"
    $ sayso changes --kind reworded
    --- stdout
    0 of 2 changes
    --- exit 0
    "##);
    assert_eq!(room.run("changes --exit-code --quiet").code, Some(1));
    assert_eq!(room.run("changes --outlet 'Morning Post' --exit-code").code, Some(0));
}

#[test]
fn changes_of_files_need_no_store() {
    let room = Room::small();
    let changes = room.run("changes talks/wire-1.txt talks/wire-2.txt --format ndjson").data();
    let kinds: Vec<String> =
        changes.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["kind"].as_str().unwrap().to_owned()).collect();
    assert!(kinds.contains(&"added".to_owned()), "{changes}");
    assert!(!room.path("sayso.db").exists());
    insta::assert_snapshot!(room.run("changes talks/wire-1.txt gone.txt"), @r##"
    $ sayso changes talks/wire-1.txt gone.txt
    --- stderr
    error: no such file: gone.txt
    --- exit 6
    "##);
    insta::assert_snapshot!(room.run("changes gone.txt"), @r##"
    $ sayso changes gone.txt
    --- stderr
    error: "gone.txt" is no file, and no store is here: sayso.db
    hint: make one with `sayso import PATH…`, or name it with --db FILE
    --- exit 6
    "##);
}

#[test]
fn threads_and_the_life_of_one() {
    let room = Room::stored();
    let id = room.field("threads", "thread", |row| {
        row["snapshot"] == "morning-post@1" || row["snapshot"] == "talks@1" || row["doc"] == "talks/post-1.txt"
    });
    let life = room.run(&format!("thread {}", &id[..7])).data();
    assert!(life.contains("Islamabad warned that the truce was over"), "{life}");
    let several = room.run("thread t");
    assert_eq!(several.code, Some(2), "{several}");
    assert!(several.stderr.starts_with("error: \"t\" names "), "{several}");
    insta::assert_snapshot!(room.run("thread t0z"), @r##"
    $ sayso thread t0z
    --- stderr
    error: no thread has an id that begins with "t0z"
    hint: `sayso threads` lists them
    --- exit 2
    "##);
}

#[test]
fn a_thread_tells_where_it_went() {
    let room = Room::empty();
    for (hour, text) in [(1, "Kabul denied the charge.\n\nIt rained."), (2, "It rained all night."), (3, "It rained for two days.")] {
        room.write(&format!("{hour}.txt"), format!("+++\nreport = \"rain\"\ncaptured = 2025-03-01T0{hour}:00:00Z\n+++\n{text}\n"));
    }
    let stored = room.run("import 1.txt 2.txt 3.txt");
    assert_eq!(stored.code, Some(0), "{stored}");
    let id = room.field("threads", "thread", |row| row["type"] == "member");
    let life = room.run(&format!("thread {id}"));
    assert!(life.stdout.trim_end().ends_with("1 wording\nnot in rain@2 any more, nor in 1 later version"), "{life}");
}

#[test]
fn a_screen_shows_the_first_hundred_wordings_of_a_thread_and_all_where_they_are_asked_for() {
    let room = Room::empty();
    let said: Vec<String> = (0..103).map(|number| format!("Oslo denied that it had fired {number} shots.")).collect();
    room.write("guns.txt", format!("Guns\n\n{}\n", said.join("\n\n")));
    assert_eq!(room.run("import --quiet --syntax rules --story guns guns.txt").code, Some(0));
    let id = room.field("threads", "thread", |row| row["type"] == "member");
    let [short, all, data] = ["", " --all", " --format csv"].map(|how| room.run(&format!("thread {id}{how}")).data());
    let rows = |listed: &str| listed.lines().filter(|line| line.contains("fired")).count();
    assert!(short.contains(&format!("103 wordings\nthe first 100 of 103 rows: sayso thread {id} --all shows all\n")), "{short}");
    // The title has the words of the last.
    assert_eq!((rows(&short), rows(&all), rows(&data)), (101, 104, 103), "{short}");
}

#[test]
fn who_counts_actors_by_acts() {
    insta::assert_snapshot!(Room::stored().run("who --format tsv"), @r##"
    $ sayso who --format tsv
    --- stdout
    actor	kind	claims	state	accuse	deny	warn	target of
    Pakistan	state	2			1	1	2
    Afghanistan	state	2		2			1
    narrator		2	2				
    --- exit 0
    "##);
}

#[test]
fn status_and_figures_say_where_nothing_is_tracked() {
    let room = Room::empty();
    room.write("a.txt", "Kabul denied the charge.\n");
    assert_eq!(room.run("import --quiet --story calm a.txt").code, Some(0));
    insta::assert_snapshot!(room.run("status"), @r##"
    $ sayso status
    --- stdout
    0 statements in 1 version
    tracked topics: aid, airport, border, ceasefire, curfew, custody, election, emergency and 20 more; one of your own: sayso status --help
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("figures"), @r##"
    $ sayso figures
    --- stdout
    0 figures in 0 series, 0 steps to check
    --- exit 0
    "##);
}

#[test]
fn a_figure_is_followed_through_the_versions() {
    let room = Room::empty();
    for (version, killed) in [(1, "12"), (2, "15")] {
        let head = format!("+++\noutlet = \"Wire\"\npublished = 2025-11-0{version}T08:00:00Z\n+++\n");
        room.write(&format!("v{version}.txt"), format!("{head}At least {killed} people were killed, the ministry said.\n"));
    }
    assert_eq!(room.run("import --quiet --story flood v1.txt v2.txt").code, Some(0));
    insta::assert_snapshot!(room.run("figures --format csv"), @r##"
    $ sayso figures --format csv
    --- stdout
    id,snapshot,outlet,seen,what,low,high,qualifier,unit,cumulative,source.name,series,step,year,evidence.span,doc
    f000000000000,flood@1,Wire,2025-11-01T08:00:00Z,killed,12,,at least,people,false,ministry,0,first,,"[0,30]",v1.txt
    f000000000000,flood@2,Wire,2025-11-02T08:00:00Z,killed,15,,at least,people,false,ministry,0,changed,,"[0,30]",v2.txt
    --- exit 0
    "##);
}

#[test]
fn a_status_is_asked_for_by_topic() {
    let room = Room::empty();
    room.write("a.txt", "The ceasefire has collapsed, the ministry said.\n");
    assert_eq!(room.run("import --quiet --story truce a.txt").code, Some(0));
    let all = room.run("status --format ndjson").data();
    assert_eq!(room.run("status ceasefire --format ndjson").data(), all);
    assert_eq!(room.run("status truce border --format ndjson").data(), "");
    assert!(all.contains("\"state\":\"collapsed\""), "{all}");
}

#[test]
fn compare_sets_the_outlets_side_by_side() {
    let compared = Room::stored().run("compare --format ndjson").data();
    assert!(compared.lines().all(|line| line.starts_with("{\"type\":\"proposition\",\"agreement\":")), "{compared}");
    assert!(compared.contains("Morning Post") && compared.contains("Frontier Wire"), "{compared}");
}

/// A topic with two states of which each is what the other is not.
const STRIKE: &str = r#"
name = "strike"
mentions = ["strike"]
[[state]]
name = "on"
cues = ["@ .. goes on"]
negated = "off"
example = "The strike goes on."
counter = "The strike has ended."
[[state]]
name = "off"
cues = ["@ .. ended"]
example = "The strike has ended."
counter = "The strike goes on."
"#;

#[test]
fn outlets_conflict_over_a_topic_of_the_users_own() {
    let room = Room::empty();
    room.write("strike.toml", STRIKE);
    std::fs::create_dir(room.path("files")).unwrap();
    for (outlet, says) in [("Post", "The strike goes on."), ("Herald", "The strike has ended.")] {
        let head = format!("+++\noutlet = \"{outlet}\"\ncaptured = 2025-11-01T08:00:00Z\n+++\n");
        room.write(&format!("files/{outlet}.txt"), format!("{head}The mill\n\n{says}\n"));
    }
    assert_eq!(room.run("import --quiet --story mill --topics strike.toml files").code, Some(0));
    assert!(room.run("compare --format ndjson").stdout.contains(r#""agreement":"conflict""#));
}

/// What `compare` says of two outlets of one hour that say this: agreement and reason of each proposition of both.
fn compared(left: &str, right: &str) -> Vec<(String, String)> {
    const TIME: &str = "2025-11-01T08:00:00Z";
    compared_at(&[("Post", TIME, left), ("Herald", TIME, right)])
}

/// The same of outlets at their times.
fn compared_at(reports: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let room = Room::empty();
    std::fs::create_dir(room.path("files")).unwrap();
    for (outlet, captured, says) in reports {
        let head = format!("+++\noutlet = \"{outlet}\"\ncaptured = {captured}\n+++\n");
        room.write(&format!("files/{outlet}.txt"), format!("{head}Local news in brief\n\n{says}\n"));
    }
    assert_eq!(room.run("import --quiet --story town files").code, Some(0));
    let listed = room.run("compare --format ndjson").data();
    let rows = listed.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let both = rows.filter(|row| row["agreement"] != "only here");
    both.map(|row| [&row["agreement"], &row["why"]].map(|part| part.as_str().unwrap().to_owned()).into()).collect()
}

#[test]
fn outlets_that_contradict_each_other_never_agree() {
    for (left, right, agreement, about) in [
        ("Police said the guard was armed.", "Police said the guard was unarmed.", "conflict", "words that exclude each other differ"),
        ("The judge said the trial would open on 12 May.", "The judge said the trial would open on 21 May.", "conflict", "dates differ"),
        ("The guild welcomed the verdict.", "The guild condemned the verdict.", "conflict", "acts differ"),
        ("The dairy agreed to the offer.", "The dairy rejected the offer.", "conflict", "acts differ"),
        ("Officials accused the bank of theft.", "Officials accused the mayor of theft.", "conflict", "targets differ"),
        ("The truce has collapsed, the army said.", "The truce is holding, the army said.", "conflict", "states differ"),
        ("The ministry said the sailors had been freed.", "The ministry said the sailors had been killed.", "differ", "words differ"),
        ("\"The boys were reckless,\" said Ann Lee.", "\"The boys were restless,\" said Ann Lee.", "differ", "quotations differ"),
        ("The firm said it started in a shed.", "The firm said it may have started in a shed.", "differ", "doubts differ"),
    ] {
        let found = compared(left, right);
        let is_told = matches!(&found[..], [(what, why)] if what == agreement && why.starts_with(about));
        assert!(is_told, "{left} / {right}: {found:?}");
    }
}

#[test]
fn one_word_in_common_is_no_agreement() {
    for (left, right) in [
        ("The firm said the rains were beyond anything in its records.", "Forecasters expect more rain."),
        ("Finch said it would not back the bid.", "The board rejected the bid."),
    ] {
        assert!(compared(left, right).is_empty(), "{left} / {right}");
    }
}

#[test]
fn a_toll_is_compared_once_and_by_what_its_numbers_allow() {
    let found = compared("At least 21 people were killed, the ministry said.", "21 people were killed, the ministry said.");
    assert!(matches!(&found[..], [(what, why)] if what == "differ" && why.ends_with("all can be true")), "{found:?}");
    let found = compared("About 60 people were killed, the firm said.", "Around 60 people were killed, the firm said.");
    assert!(matches!(&found[..], [(what, _)] if what == "agree"), "{found:?}");
    let past = "In 2012 floods killed 363 people. At least 40 people were killed on Monday, the agency said.";
    let found = compared(past, "37 people were killed on Monday, the agency said.");
    assert!(matches!(&found[..], [(what, why)] if what == "conflict" && !why.contains("363")), "{found:?}");
}

#[test]
fn a_conflict_names_the_hours_between_the_two_that_contradict_each_other() {
    let [armed, unarmed] = ["armed", "unarmed"].map(|word| format!("Police said the guard was {word}."));
    let times = ["2025-11-01T08:00:00Z", "2025-11-02T20:00:00Z", "2025-11-05T08:00:00Z"];
    let found = compared_at(&[("Herald", times[0], &armed), ("Post", times[1], &unarmed), ("Wire", times[2], &armed)]);
    assert!(matches!(&found[..], [(what, why)] if what == "conflict" && why.ends_with("; seen 36 hours apart")), "{found:?}");
    let found = compared_at(&[("Herald", times[0], &armed), ("Post", "2025-11-01T20:00:00Z", &unarmed)]);
    assert!(matches!(&found[..], [(what, why)] if what == "conflict" && !why.contains("hours apart")), "{found:?}");
}

#[test]
fn figures_of_one_thing_meet_whatever_noun_tells_it() {
    for (left, right, agreement) in [
        (
            "Wearford Rovers have been sold to the Delaware-based Pinnel Group for £85m, the club confirmed.",
            "Wearford Rovers are set to be taken over by American investors Pinnel in a deal worth £95m.",
            Some("differ"),
        ),
        ("Lind was jailed for six years for fraud.", "Orr was jailed for two years for fraud.", Some("differ")),
        ("Renn cut prices by 5% in shops.", "Renn cut staff by 8% in shops.", Some("differ")),
        ("Renn sold 300 cars in Colby in May.", "Renn sold 350 cars in Colby in June.", Some("differ")),
        (
            "Simon Pell, who was paid £225,000 last year, resigned.",
            "Mr Simon Pell, who is on a salary of £245,000, stood down.",
            Some("conflict"),
        ),
        ("The regulator has fined Denby Water £2m.", "Denby Water must pay a £3m penalty, the regulator said.", Some("conflict")),
        ("The regulator has fined Denby Water £2m.", "Denby Water must pay a £2m penalty, the regulator said.", Some("agree")),
        ("The regulator has fined Denby Water £2m over the spill.", "Denby Water said that the spill had cost it £3m.", None),
        ("Calder Dairy said that it was recalling 16,000 packs.", "The recall by Calder Dairy covers 60,000 packs.", Some("conflict")),
        (
            "Nurses will get a pay rise of 3 per cent, Ann Lee said.",
            "Ann Lee said nurses would be given a 5% pay increase.",
            Some("differ"),
        ),
        ("Nurses will get a pay rise of 3 per cent, Ann Lee said.", "Inflation stands at 5 per cent, Ann Lee said.", None),
        (
            "Paul Brook was jailed for six years at Lind Crown Court.",
            "Lind Crown Court sentenced Paul Brook to nine years in prison.",
            Some("conflict"),
        ),
        (
            "Skell Steel will cut 300 jobs at its Renn plant, it said.",
            "Skell Steel will cut 400 jobs at its Colby plant, it said.",
            Some("differ"),
        ),
        ("Organisers said 20,000 people marched through Colba.", "Police put the crowd in Colba at 9,000 people.", Some("differ")),
    ] {
        let found = compared(left, right);
        assert_eq!(
            found.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(),
            Vec::from_iter(agreement),
            "{left} / {right}: {found:?}"
        );
    }
}

#[test]
fn some_and_none_of_one_source_are_a_conflict_in_whatever_words() {
    for (left, right) in [
        ("Police said two people had been arrested.", "“No arrests have been made,” police said."),
        ("Police said they had made two arrests.", "Police said no one had been arrested."),
        ("Police said no arrests had been made.", "Police said they had made two arrests."),
        ("Two people have been arrested, police said.", "Police said they had not arrested anyone."),
        ("Three people were injured in the fire, firefighters said.", "Nobody was hurt in the fire, firefighters said."),
    ] {
        let found = compared(left, right);
        assert!(matches!(&found[..], [(what, why)] if what == "conflict" && why.starts_with("positions")), "{left} / {right}: {found:?}");
    }
}

#[test]
fn none_and_some_of_two_events_or_of_no_fact_say_nothing_of_each_other() {
    for (left, right) in [
        ("Police said no one should die on the roads.", "Police said three people had died on the roads."),
        ("Police said no one was arrested at the match.", "Police said two men had been arrested over the fire."),
        ("Police said three people had been injured in the crash.", "Police said nobody else was injured in the crash."),
    ] {
        assert!(compared(left, right).is_empty(), "{left} / {right}");
    }
}

#[test]
fn contrary_deeds_of_one_doer_are_two_things() {
    for (left, right, wanted) in [
        ("Renn bought the mill for £5m.", "Renn sold the mill for £4m.", None),
        ("Renn bought the mill for £5m.", "Renn sold the mill for £5m.", Some("differ")),
        ("Renn valued the mill at £5m.", "Renn bought the mill for £4m.", Some("differ")),
        ("Renn bought the mill for £5m.", "Renn bought the mill for £4m.", Some("conflict")),
        ("Renn bought the mill from Colby for £5m.", "Colby sold the mill to Renn for £5m.", Some("agree")),
        ("The court upheld the £5m fine against Renn.", "The court overturned the £5m fine against Renn.", Some("differ")),
        ("The bank hired 300 clerks in Marl.", "The bank sacked 300 clerks in Marl.", Some("differ")),
        ("Shares in Renn rose 4% on Monday.", "Shares in Renn fell 4% on Monday.", Some("differ")),
        ("Shares in Renn rose 4% on Monday.", "Shares in Renn fell 6% on Monday.", Some("differ")),
        ("Shares in Renn rose 4% on Monday.", "Shares in Renn climbed 4% on Monday as oil fell.", Some("agree")),
        ("Police said thefts had gone up by 4%.", "Police said thefts had gone down by 4%.", Some("conflict")),
    ] {
        let found = compared(left, right);
        assert_eq!(found.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), Vec::from_iter(wanted), "{left} / {right}: {found:?}");
    }
}

#[test]
fn a_qualifier_stays_with_its_amount() {
    for (left, right, wanted) in [
        (
            "Officers seized over £5m cash.",
            "Officers seized £6m cash.",
            "differ: Herald: £6 million / Post: over £5 million; all can be true",
        ),
        ("The raid found more than 30 tonnes of grain.", "The raid found 40 tonnes of grain.", "more than 30 tonnes; all can be true"),
        ("The raid found more than 30 tonnes of grain.", "The raid found 20 tonnes of grain.", "20 tonnes / Post: more than 30 tonnes"),
    ] {
        let found = compared(left, right);
        assert!(matches!(&found[..], [(_, why)] if why.ends_with(wanted)), "{left} / {right}: {found:?}");
    }
}

#[test]
fn the_number_of_those_of_whom_something_is_expected_is_told_of_them() {
    let [forty, sixty] = ["40", "60"].map(|number| format!("About {number} drivers are expected to walk out of the depot in Lima."));
    let found = compared(&forty, &sixty);
    assert!(matches!(&found[..], [(what, why)] if what != "agree" && why.starts_with("figures differ")), "{found:?}");
}

#[test]
fn amounts_of_other_kinds_are_no_agreement() {
    let found = compared("Lorne Foods has agreed to buy Crumb for £210m.", "Lorne Foods agreed to pay £240m for Crumb.");
    assert!(!found.iter().any(|(what, _)| what == "agree"), "{found:?}");
    let found = compared("The mayor accused Renn of the leak.", "The mayor accused Colby of causing the leak.");
    assert!(matches!(&found[..], [(what, why)] if what == "differ" && why.starts_with("targets")), "{found:?}");
}

#[test]
fn a_quotation_in_other_words_differs() {
    let [slow, unsafe_now] =
        ["not safe", "unsafe"].map(|word| format!("“We found a culture of fear and a service that was {word},” said Ann Lee."));
    let found = compared(&slow, &unsafe_now);
    assert!(
        matches!(&found[..], [(what, why)] if what == "differ" && why.starts_with("quotations differ: Herald: unsafe / Post: not safe")),
        "{found:?}"
    );
}

/// A store in which the source of a claim loses her name in the second version.
fn anonymised() -> Room {
    let room = Room::empty();
    std::fs::create_dir(room.path("files")).unwrap();
    let said = ["Karen Doyle, a former midwife,", "A former midwife, who asked not to be named,"];
    for (at, who) in said.iter().enumerate() {
        let version = at + 1;
        let head = format!("+++\noutlet = \"Post\"\nreport = \"ward\"\ncaptured = 2025-11-01T0{version}:00:00Z\n+++\n");
        room.write(&format!("files/v{version}.txt"), format!("{head}Ward\n\n{who} told the Post that she was ordered to alter notes.\n"));
    }
    assert_eq!(room.run("import --quiet --story ward files").code, Some(0));
    room
}

#[test]
fn a_thread_names_those_of_whose_claims_its_own_are() {
    let room = anonymised();
    let rows = room.run("query 'SELECT id, source_name FROM threads ORDER BY source_name' --format csv").data();
    let ids: Vec<&str> = rows.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    let [doyle, midwife] = ids[..] else { panic!("{rows}") };
    let [before, later] = [doyle, midwife].map(|id| room.run(&format!("thread {id}")).data());
    assert!(before.contains("Said later by another") && before.contains(midwife), "{before}");
    assert!(later.contains("Said before by another") && later.contains(doyle), "{later}");
    let object = room.run(&format!("thread {midwife} --format ndjson")).data();
    assert!(object.contains(&format!("\"taken_over_from\":[\"{doyle}\"],\"handed_on_to\":[]")), "{object}");
}

#[test]
fn a_merge_hides_no_change_of_source() {
    let room = anonymised();
    let rows = room.run("query 'SELECT id FROM threads' --format csv").data();
    let ids: Vec<&str> = rows.lines().skip(1).collect();
    assert_eq!(room.run(&format!("decide {} merge --with {} --by Ed", ids[0], ids[1])).code, Some(0));
    let changes = room.run("changes --silent --format ndjson").data();
    assert!(changes.lines().count() == 1 && changes.contains(r#""kind":"source_changed""#), "{changes}");
}

#[test]
fn a_capital_that_begins_a_sentence_makes_no_other_actor() {
    let room = Room::empty();
    room.write(
        "a.txt",
        "Ward\n\nInspectors said staff were slow. Managers had failed, inspectors said. Inspectors said that notes were lost.\n",
    );
    assert_eq!(room.run("import --quiet --story ward a.txt").code, Some(0));
    let threads = room.run("threads").data();
    assert!(threads.contains("inspectors") && !threads.contains("Inspectors"), "{threads}");
}

/// A store of one report in three versions; the second repeats the first, the third says another thing of the truce.
fn truce() -> Room {
    let room = Room::empty();
    std::fs::create_dir(room.path("files")).unwrap();
    let said = ["was in force", "was in force", "had collapsed"];
    for (at, said) in said.iter().enumerate() {
        let version = at + 1;
        let head = format!("+++\noutlet = \"Post\"\nreport = \"truce\"\ncaptured = 2025-11-01T0{version}:00:00Z\n+++\n");
        let body = format!("The army said the truce had been violated.\n\nThe rebels said the truce {said}. The weather was fair.");
        room.write(&format!("files/v{version}.txt"), format!("{head}Hills\n\n{body}\n\nRain fell on {version} farms.\n"));
    }
    assert_eq!(room.run("import --quiet --story truce files").code, Some(0));
    room
}

#[test]
fn a_state_that_turns_behind_anothers_is_told() {
    let changes = truce().run("changes --kind status_changed --format ndjson").data();
    assert!(changes.contains(r#""before":"in_effect","after":"collapsed""#) && changes.contains(r#""source_name":"rebels""#), "{changes}");
}

#[test]
fn what_stands_unchanged_is_one_row_and_each_place_an_object() {
    let room = truce();
    let (table, data) = (room.run("status").data(), room.run("status --format ndjson").data());
    assert!(table.contains("truce@1–3") && table.contains("truce@1–2") && table.contains("collapsed (was in effect)"), "{table}");
    assert_eq!(data.lines().count(), 6, "{data}");
    let thread = room.field("threads", "thread", |row| row["type"] == "member");
    let (table, data) = (room.run(&format!("thread {thread}")).data(), room.run(&format!("thread {thread} --format ndjson")).data());
    assert!(table.contains("truce@1–"), "{table}");
    assert_eq!(data.lines().count(), 3, "{data}");
}

#[test]
fn a_kind_is_taken_as_tables_print_it() {
    let room = truce();
    let listed = |kind: &str| room.run(&format!("changes --kind '{kind}' --format ndjson")).data();
    assert_eq!(listed("status changed"), listed("status_changed"));
    assert_eq!(listed("detail changed"), listed("corrected"));
}

#[test]
fn a_topic_that_the_user_replaced_has_the_contraries_of_the_new_one() {
    let room = Room::empty();
    let border = STRIKE.replace("strike", "border").replace("\"on\"", "\"closed\"").replace("negated = \"off\"\n", "");
    room.write("border.toml", border.replace("\"off\"", "\"open\""));
    std::fs::create_dir(room.path("files")).unwrap();
    for (outlet, says) in [("Post", "The border goes on."), ("Herald", "The border has ended.")] {
        let head = format!("+++\noutlet = \"{outlet}\"\ncaptured = 2025-11-01T08:00:00Z\n+++\n");
        room.write(&format!("files/{outlet}.txt"), format!("{head}The hills\n\n{says}\n"));
    }
    assert_eq!(room.run("import --quiet --story hills --topics border.toml files").code, Some(0));
    let compared = room.run("compare --format ndjson").stdout;
    assert!(compared.contains(r#""agreement":"differ""#) && !compared.contains(r#""agreement":"conflict""#), "{compared}");
}

#[test]
fn an_actor_of_the_users_own_is_a_name_at_the_head_of_a_sentence_and_no_speaker() {
    let room = Room::empty();
    room.write("own.tsv", "name\tkind\taliases\nSwans\torganisation\t-\nAnn Lee\torganisation\t-\n");
    room.write("a.txt", "The cup\n\nSwans lost the match.\n");
    room.write("b.txt", "The cup\n\nOtters lost the match.\n");
    let facts =
        |args: &str| room.run(&format!("{args} diff --format json a.txt b.txt")).stdout.split("\"facts\"").nth(1).map(str::to_owned);
    assert!(!facts("").unwrap().contains("\"kind\":\"name\""), "{:?}", facts(""));
    assert!(facts("--actors own.tsv").unwrap().contains("\"kind\":\"name\""), "{:?}", facts("--actors own.tsv"));
    room.write("turns.txt", "Hearing\n\nANN LEE: They lied to us about it.\n\nTOM ROE: It was not so.\n");
    let speakers = |args: &str| room.run(&format!("{args} extract --format ndjson turns.txt")).stdout.matches("\"rule\":\"turn\"").count();
    assert_eq!((speakers(""), speakers("--actors own.tsv")), (2, 0));
}

#[test]
fn search_finds_words_in_texts_and_claims() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("search three villages"), @r##"
    $ sayso search three villages
    --- stdout
    version                seen              in    words                                                                     claims
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    frontier-wire/talks@1  2025-11-06 07:40  text  Talks open in Doha / Kabul accused Islamabad of shelling three villages.  c000000000000

    1 version
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("search unicorn"), @r##"
    $ sayso search unicorn
    --- stdout
    0 versions
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("search '...'"), @r##"
    $ sayso search '...'
    --- stderr
    error: there is no word to look for in "..."
    hint: a word has letters or digits
    --- exit 2
    "##);
}

#[test]
fn the_same_columns_stand_in_every_format_for_readers_and_others_in_those_for_programs() {
    let room = Room::stored();
    let first = |format: &str| room.run(&format!("changes --format {format}")).data().lines().next().unwrap_or_default().to_owned();
    let columns = "versions,what,who,act,before → after,notice,weight,reviewed,id";
    assert!(first("csv").starts_with("id,outlet,from,to,kind,"), "{}", first("csv"));
    assert_eq!(first("tsv"), first("csv").replace(',', "\t"));
    assert_eq!(first("markdown"), format!("| {} |", columns.replace(',', " | ")));
    assert_eq!(first("table").split_whitespace().collect::<Vec<_>>(), columns.replace(',', " ").split(' ').collect::<Vec<_>>());
}

#[test]
fn csv_has_both_sides_of_a_change_without_marks_and_the_header_where_nothing_is_new() {
    let room = Room::empty();
    room.write("a.txt", "Ferry\n\nOslo said the ferry was old. Twelve people were killed, Oslo said.\n");
    room.write("b.txt", "Ferry\n\nOslo said the ferry was new. Fourteen people were killed, Oslo said.\n");
    let rows = room.run("changes --kind figure_changed --format csv a.txt b.txt").data();
    assert!(rows.contains(",figure_changed,Norway,") && rows.contains(",killed,12 people,14 people,"), "{rows}");
    let first = |rows: &str| rows.lines().next().unwrap_or_default().to_owned();
    let [new, known] =
        ["import --format csv --story ferry a.txt", "import --format csv --story ferry a.txt"].map(|args| room.run(args).stdout);
    assert!(first(&new).starts_with("snapshot,story,outlet,") && first(&new) == first(&known), "{new}{known}");
    assert_eq!(known.lines().count(), 3, "{known}");
}

#[test]
fn a_piped_table_is_not_cut_whatever_the_terminal() {
    let room = Room::empty();
    room.write(
        "long.txt",
        format!("Kabul said that {}the truce was over.\n", "every one of the villages along the old road knew that ".repeat(12)),
    );
    assert_eq!(room.run("import --quiet --story long long.txt").code, Some(0));
    for format in ["table", "csv", "tsv", "markdown"] {
        let text = Run::of(&format!("claims --format {format}")).env("COLUMNS", "60").within(&room).data();
        assert!(text.contains("knew that the truce was over"), "{format}: {text}");
    }
}

#[test]
fn a_story_of_the_store_comes_before_a_folder_of_its_name() {
    let room = Room::trial();
    let asked = room.run("changes trial");
    assert_eq!(asked.code, Some(0), "{asked}");
    assert_eq!(asked.stderr, "read from the store: story trial; what lies here under that name is ./trial\n");
    assert!(!asked.stdout.contains("read from files"), "{asked}");
    let files = room.run("changes ./trial");
    assert_eq!((files.code, files.stderr.as_str()), (Some(0), ""), "{files}");
    assert!(
        files.stdout.ends_with("\nread from files: the ids are those of this list; `sayso import` the files to rule on them\n"),
        "{files}"
    );
    // A file that only has the name is no reason to look for a text in it.
    std::fs::rename(room.path("trial"), room.path("elsewhere")).unwrap();
    room.write("trial", "");
    assert_eq!(room.run("threads trial").code, Some(0));
    let only_there = room.run("threads elsewhere");
    assert_eq!(only_there.stderr, "read from the folder elsewhere; no story is called so in sayso.db\n");
}

#[test]
fn several_stories_are_no_files() {
    let room = Room::trial();
    room.write("other.txt", "Kabul denied the charge.\n");
    assert_eq!(room.run("import --quiet --story other other.txt").code, Some(0));
    insta::assert_snapshot!(room.run("changes trial other"), @r##"
    $ sayso changes trial other
    --- stderr
    error: one story can be listed at a time, these are 2: trial, other
    hint: a folder of that name is written as a path: ./NAME
    --- exit 2
    "##);
}

#[test]
fn changes_say_for_which_edits_no_notice_is_looked_for() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("changes"), @r##"
    $ sayso changes
    --- stdout
    versions                 what            who          act     before → after                   notice  weight  reviewed  id
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    frontier-wire/talks 1→2  figure changed  Afghanistan  accuse  [-3 villages-] → {+2 villages+}  silent     0.8            x0000000000000000
    frontier-wire/talks 1→2  added           Pakistan     deny    {+Islamabad denied the charge+}  –         0.55            x0000000000000000

    2 changes: 1 that a publisher is expected to announce (1 silent), 1 other edit (–)
    –: words added, restored, reworded or moved, or dropped where they are no accusation, denial, quotation or statement of the outlet's own, and states of what no topic tracks: no notice is looked for
    --- exit 0
    "##);
    let kinds = |args: &str| {
        let lines = room.run(&format!("changes {args} --format ndjson")).data();
        lines
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["kind"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(kinds("--silent"), ["figure_changed"]);
    assert_eq!(kinds("--undeclared"), ["figure_changed", "added"]);
    assert_eq!(kinds("--kind added --kind figure_changed").len(), 2);
}

#[test]
fn an_act_that_became_another_is_told_with_both() {
    let room = Room::empty();
    for (day, said) in [(1, "said that a decision had been taken"), (2, "denied that a decision had been taken")] {
        let head = format!("+++\nreport = \"council\"\ncaptured = 2026-01-0{day}T08:00:00Z\n+++\n");
        room.write(&format!("v{day}.txt"), format!("{head}Council leader Martin Hale {said}.\n"));
    }
    assert_eq!(room.run("import --quiet --story council v1.txt v2.txt").code, Some(0));
    insta::assert_snapshot!(room.run("changes --format csv"), @r##"
    $ sayso changes --format csv
    --- stdout
    id,outlet,from,to,kind,source_name,source_before,act,act_before,of,before,after,notice,owned_in,weight,why,reviewed,thread,evidence_from,evidence_to,from_doc,to_doc
    x0000000000000000,unknown outlet,council@1,council@2,act_changed,Martin Hale,,deny,state,,Council leader Martin Hale said that a decision had been taken,Council leader Martin Hale denied that a decision had been taken,silent,,0.85,"Martin Hale: the act was state, it is deny now; a denial",,t0000000000000000,"[0,62]","[0,64]",v1.txt,v2.txt
    --- exit 0
    "##);
}

#[test]
fn an_unknown_topic_or_outlet_is_told_the_known_ones() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("status nosuchtopic"), @r##"
    $ sayso status nosuchtopic
    --- stderr
    error: no story and no topic is called "nosuchtopic"
    hint: stories: talks; topics: aid, airport, border, ceasefire, curfew, custody, election, emergency and 20 more
    --- exit 2
    "##);
    insta::assert_snapshot!(room.run("status talks nosuchtopic"), @r##"
    $ sayso status talks nosuchtopic
    --- stderr
    error: no topic is called "nosuchtopic"
    hint: known: aid, airport, border, ceasefire, curfew, custody, election, emergency and 20 more; --topics FILE adds one at import
    --- exit 2
    "##);
    insta::assert_snapshot!(room.run("claims --topic rescue"), @r##"
    $ sayso claims --topic rescue
    --- stderr
    error: no topic is called "rescue"
    hint: known: aid, airport, border, ceasefire, curfew, custody, election, emergency and 20 more; --topics FILE adds one at import
    --- exit 2
    "##);
    insta::assert_snapshot!(room.run("changes --outlet harbour"), @r##"
    $ sayso changes --outlet harbour
    --- stderr
    error: no outlet of the story talks is called "harbour"
    hint: known: Frontier Wire, Morning Post
    --- exit 2
    "##);
    assert_eq!(room.run("changes --outlet frontier-wire --format ndjson").data().lines().count(), 2);
}

#[test]
fn versions_and_claims_are_in_the_order_of_time_over_all_outlets() {
    let room = Room::small();
    room.write(
        "talks/early.txt",
        "+++\noutlet = \"Zenith\"\ncaptured = 2025-11-06T06:00:00Z\n+++\nTalks near\n\nKabul said that talks were near.\n",
    );
    assert_eq!(room.run("import --quiet talks").code, Some(0));
    for verb in ["log", "claims", "search talks"] {
        let rows = room.run(&format!("{verb} --format csv")).data();
        assert!(rows.lines().nth(1).unwrap().contains("zenith/talks@1"), "{rows}");
    }
}

#[test]
fn a_toll_that_a_report_lowers_is_a_step_to_check() {
    let room = Room::empty();
    for (day, killed) in [(1, "21"), (2, "19")] {
        let head = format!("+++\noutlet = \"Wire\"\nreport = \"flood\"\ncaptured = 2025-11-0{day}T08:00:00Z\n+++\n");
        room.write(&format!("v{day}.txt"), format!("{head}The flood killed {killed} people, police said.\n"));
    }
    assert_eq!(room.run("import --quiet --story flood v1.txt v2.txt").code, Some(0));
    let figures = room.run("figures").data();
    assert!(figures.contains("was 21 people: a total that falls") && figures.ends_with("1 step to check\n"), "{figures}");
}

#[test]
fn search_finds_foreign_letters_by_plain_ones_and_what_stands_together() {
    let room = Room::empty();
    room.write("a.txt", "Møller and Åge Þórsson said the strike was over. The pilots felt unable to go on.\n");
    room.write("b.txt", "Miller was unable to say what the pilots felt.\n");
    assert_eq!(room.run("import --quiet --story strike --report a a.txt").code, Some(0));
    assert_eq!(room.run("import --quiet --story strike --report b b.txt").code, Some(0));
    let found = |words: &str| {
        let lines = room.run(&format!("search {words} --format ndjson")).data();
        lines
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["doc"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for words in ["moller", "Møller", "thorsson", "age", "'felt unable'", "'\"felt unable\"'"] {
        assert_eq!(found(words), ["a.txt"], "{words}");
    }
    assert_eq!(found("felt unable"), ["a.txt", "b.txt"]);
    assert_eq!(found("'\"unable'"), ["a.txt", "b.txt"], "a quotation mark alone is no syntax");
}

#[test]
fn a_table_in_a_pipe_fits_the_width_that_is_asked_for() {
    let room = Room::stored();
    let widest = |args: &str| room.run(args).data().lines().map(|line| line.chars().count()).max().unwrap();
    assert!(widest("changes") > 100);
    assert!(widest("changes --width 80") <= 80);
    assert_eq!(room.run("changes --width 80 --format csv").data(), room.run("changes --format csv").data());
}

#[test]
fn a_mended_date_and_a_notice_of_a_correction_are_told_apart() {
    let room = Room::empty();
    for (day, text) in [
        (1, "The bridge was built in 2015, the council said."),
        (2, "The bridge was built in 2016, the council said.\n\nCorrection: An earlier version of this article misnamed the architect."),
    ] {
        let head = format!("+++\nreport = \"bridge\"\ncaptured = 2026-01-0{day}T08:00:00Z\n+++\nThe bridge\n\n");
        room.write(&format!("v{day}.txt"), format!("{head}{text}\n"));
    }
    assert_eq!(room.run("import --quiet --story bridge v1.txt v2.txt").code, Some(0));
    let rows = room.run("changes --kind corrected --format csv").data();
    assert_eq!(rows.matches(",corrected,").count(), 2, "{rows}");
    let table = room.run("changes --kind corrected").data();
    assert!(table.contains("  correction notice  ") && table.contains("  detail changed  "), "{table}");
    assert!(room.run("log").data().contains("1 correction notice"));
}

#[test]
fn a_name_is_found_in_any_case_and_with_or_without_its_accents() {
    let room = Room::empty();
    room.write("a.txt", "Vote\n\nÉlodie Braun said on Monday that the vote was fair.\n");
    assert_eq!(room.run("import --quiet --story vote a.txt").code, Some(0));
    for by in ["'Élodie Braun'", "'élodie braun'", "elodie"] {
        let outcome = room.run(&format!("claims vote --format csv --by {by}"));
        assert_eq!(outcome.stdout.lines().count(), 2, "{outcome}");
    }
}

#[test]
fn a_search_in_one_story_is_not_filled_by_another() {
    let room = Room::empty();
    for number in 0..210 {
        room.write(
            &format!("{number}.txt"),
            format!("+++\noutlet = \"A\"\nreport = \"{number}\"\nstory = \"one\"\n+++\nThe dam {number}\n\nThe dam broke.\n"),
        );
    }
    room.write("last.txt", "+++\noutlet = \"B\"\nreport = \"b\"\nstory = \"two\"\n+++\nAn old story of a dam and of much else besides\n\nIt rained for a week. The dam held.\n");
    assert_eq!(room.run("import --quiet --syntax rules .").code, Some(0));
    let outcome = room.run("search dam --story two");
    assert!(outcome.stdout.contains("1 version\n"), "{outcome}");
    let outcome = room.run("search dam");
    assert!(outcome.stdout.contains("stopped at 200 texts or claims"), "{outcome}");
}

#[test]
fn versions_without_a_time_are_listed_as_they_were_stored() {
    let room = Room::empty();
    for number in 1..=11 {
        room.write("a.txt", format!("Dam\n\nOslo said on Monday that the dam held for {number} days.\n"));
        assert_eq!(room.run("import --quiet --story dam --syntax rules a.txt").code, Some(0));
    }
    let outcome = room.run("threads dam --format csv");
    assert!(outcome.stdout.contains("dam@11"), "{outcome}");
    assert!(!outcome.stdout.contains("dam@9"), "{outcome}");
}

#[test]
fn sentences_of_which_no_row_speaks_are_told_beside_those_of_which_one_does() {
    let room = Room::empty();
    room.write("a.txt", "Clinics\n\nOslo said 12 people were ill. More nurses than ever are at work.\n");
    room.write("b.txt", "Clinics\n\nOslo said 14 people were ill. More nurses than ever work in the hills.\n");
    let line = "the text differs in 1 sentence of which no row tells: sayso diff a.txt b.txt\n";
    for (how, is_said) in [("", true), (" --kind moved", true), (" --kind figure_changed", false)] {
        let outcome = room.run(&format!("changes a.txt b.txt{how}"));
        assert_eq!(outcome.stdout.contains(line), is_said, "{outcome}");
    }
    room.write("c.txt", "Clinics\n\nOslo said 14 people were ill. Doctors sing in the hills. More of them came than ever.\n");
    let outcome = room.run("changes a.txt b.txt c.txt");
    assert!(outcome.stdout.contains("the texts of 2 pairs of versions differ in 3 sentences of which no row tells"), "{outcome}");
    assert!(outcome.stdout.contains("(most of all in this pair): sayso diff b.txt c.txt\n"), "{outcome}");
    assert_eq!(room.run("changes --exit-code --kind moved a.txt b.txt").code, Some(0));
}

#[test]
fn texts_that_differ_where_nothing_is_claimed_are_not_passed_off_as_the_same() {
    let room = Room::empty();
    room.write("a.txt", "Clinics\n\nMore people than ever have had the virus.\n");
    room.write("b.txt", "Clinics\n\nMore people than ever are ill with a virus that clinics hardly know.\n");
    let outcome = room.run("changes --exit-code a.txt b.txt");
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stdout.contains("the text differs in 1 sentence of which no row tells: sayso diff a.txt b.txt"), "{outcome}");
    let outcome = room.run("changes --exit-code a.txt a.txt");
    assert_eq!(outcome.code, Some(0), "{outcome}");
}

#[test]
fn the_topic_in_the_help_is_one() {
    let room = Room::empty();
    let help = room.run("status --help").stdout;
    let lines: Vec<&str> =
        help.lines().skip_while(|line| !line.starts_with("A topic of your own")).filter_map(|line| line.strip_prefix("  ")).collect();
    room.write("strike.toml", lines.join("\n"));
    room.write("a.txt", "The mill\n\nThe union called off its strike.\n");
    assert_eq!(room.run("import --quiet --story mill --topics strike.toml a.txt").code, Some(0), "{help}");
    assert!(room.run("status strike --format ndjson").stdout.contains("\"state\":\"called_off\""), "{help}");
}

#[test]
fn a_name_that_nobody_has_is_told_the_nearest() {
    let room = Room::empty();
    room.write("a.txt", "Vote\n\nKaren Whitlock said on Monday that the vote was fair.\n");
    assert_eq!(room.run("import --quiet --story vote a.txt").code, Some(0));
    let outcome = room.run("claims --by Witlock");
    assert!(outcome.stdout.contains("names like \"Witlock\": Karen Whitlock"), "{outcome}");
}

#[test]
fn who_did_not_condemn_is_listed_so_wherever_an_act_is() {
    let room = Room::empty();
    std::fs::create_dir(room.path("files")).unwrap();
    for (outlet, day) in [("Post", 1), ("Herald", 2)] {
        let head = format!("+++\noutlet = \"{outlet}\"\ncaptured = 2025-11-0{day}T08:00:00Z\n+++\n");
        room.write(&format!("files/{outlet}.txt"), format!("{head}Port taken over\n\nIda Brun did not condemn the takeover.\n"));
    }
    assert_eq!(room.run("import --quiet --story port files").code, Some(0));
    let thread = room.field("threads port", "thread", |_| true);
    for verb in ["claims port", "compare port", "threads port", &format!("thread {thread}"), "show post@1", "who port", "report port -o -"]
    {
        let outcome = room.run(verb);
        assert!(outcome.stdout.contains("condemn (negated)"), "{outcome}");
    }
    let table = room.run("who port --format csv").data();
    assert_eq!(table, "actor,kind,claims,condemn (negated),target of\nIda Brun,person,2,2,\n");
    let actor = room.run("who port --format ndjson").data();
    assert!(actor.contains(r#""acts":{"condemn":2},"negated":{"condemn":2}"#), "{actor}");
}

#[test]
fn what_is_demanded_not_to_be_is_demanded() {
    let room = Room::empty();
    room.write("a.txt", "Talks\n\nIda Brun demanded that the base not be used. Ida Brun pledged not to fire first.\n");
    assert_eq!(room.run("import --quiet --story base a.txt").code, Some(0));
    let table = room.run("who base --format csv").data();
    assert_eq!(table, "actor,kind,claims,demand (with a not),promise (with a not),target of\nIda Brun,person,2,1,1,\n");
}

#[test]
fn figures_without_times_are_followed_by_the_numbers_of_their_versions() {
    let room = Room::empty();
    std::fs::create_dir(room.path("files")).unwrap();
    for version in 1..=11 {
        room.write(&format!("files/v{version:02}.txt"), format!("Pit\n\nThe coast guard said {} boats had sunk.\n", 20 + version));
    }
    assert_eq!(room.run("import --quiet --story pit files").code, Some(0));
    let rows = room.run("figures pit --format csv").data();
    let shown: Vec<&str> = rows.lines().skip(1).filter_map(|row| row.split(',').nth(1)).collect();
    let wanted: Vec<String> = (1..=11).map(|version| format!("pit@{version}")).collect();
    assert_eq!(shown, wanted, "{rows}");
}

#[test]
fn a_surname_gives_the_figures_of_the_one_person_of_the_story_whose_name_ends_so() {
    let series = |third: &str| {
        let room = Room::empty();
        std::fs::create_dir(room.path("trams")).unwrap();
        let report = |outlet: &str, text: &str| {
            let front = format!("+++\noutlet = \"{outlet}\"\nreport = \"{outlet}\"\ncaptured = 2026-05-01T08:00:00Z\n+++\n");
            room.write(&format!("trams/{outlet}.txt"), format!("{front}Trams\n\n{text}\n"));
        };
        report("Argus", "The strike would cost £2m a day, said Jo Lind, a director of Hobb Trams.");
        report("Echo", "The strike would cost £1.2m a day, Ms Lind said.");
        report("Post", third);
        assert_eq!(room.run("import --quiet trams").code, Some(0));
        room.run("figures trams").data().lines().last().unwrap_or_default().to_owned()
    };
    let one = series("The trams stand still.");
    assert!(one.contains("2 figures in 1 series, 1 differs from another report"), "{one}");
    let two = series("Abel Lind said that the trams stood still.");
    assert!(two.contains("2 figures in 2 series"), "who knows which of them she is: {two}");
}

/// A report of three versions whose headline changed once, and another outlet's.
fn bridge() -> Room {
    let room = Room::empty();
    std::fs::create_dir(room.path("bridge")).unwrap();
    let report = |name: &str, outlet: &str, time: &str, text: &str| {
        let front = format!("+++\noutlet = \"{outlet}\"\nreport = \"{outlet}-bridge\"\ncaptured = 2026-05-01T{time}:00Z\n+++\n");
        room.write(&format!("bridge/{name}"), format!("{front}{text}\n"));
    };
    report("a1.txt", "Echo", "08:00", "Mayor lied about bridge\n\nThe union said that the bridge was shut.");
    report("a2.txt", "Echo", "09:00", "Questions for mayor on bridge\n\nThe union said that the bridge was safe.");
    report("a3.txt", "Echo", "10:00", "Questions for  mayor on bridge\n\nThe union warned that the bridge was safe.");
    report("b1.txt", "Post", "10:00", "Bridge\n\nThe mayor denied that the bridge was shut.");
    let _ = room.run("import bridge");
    room
}

#[test]
fn a_headline_that_changed_stands_under_the_changes() {
    let listed = bridge().run("changes").data();
    let headline = "headline, echo-bridge 1→2: “Mayor lied about bridge” → “Questions for mayor on bridge”";
    assert_eq!(listed.matches("headline, ").count(), 1, "white space is no other headline: {listed}");
    assert!(listed.contains(headline), "{listed}");
    assert!(!bridge().run("changes --kind dropped").data().contains("headline, "), "one kind was asked for");
}

#[test]
fn changes_are_asked_for_by_report_and_by_version() {
    let room = bridge();
    let lines = |command: &str| room.run(command).stdout.lines().map(str::to_owned).collect::<Vec<_>>();
    let all = lines("changes bridge --format ndjson");
    assert_eq!(lines("changes echo-bridge --format ndjson"), all);
    let third = lines("changes echo-bridge@3 --format ndjson");
    assert!(!third.is_empty() && third.iter().all(|line| line.contains("\"to\":\"echo-bridge@3\"")), "{third:?}");
    assert!(lines("changes post-bridge --format ndjson").is_empty());
    let unknown = room.run("changes echo-bridge@7");
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("its versions are echo-bridge@1 to @3"), "{unknown}");
}

#[test]
fn compare_shows_the_weightiest_of_what_one_outlet_has_alone() {
    let room = Room::empty();
    std::fs::create_dir(room.path("fair")).unwrap();
    let said = [
        "plums were dear",
        "pears had rotted",
        "lamps went out",
        "clocks stopped",
        "boots leaked",
        "saddles slipped",
        "kites tore",
        "drums burst",
        "bread was stale",
        "honey ran short",
        "coats shrank",
        "rugs faded",
        "ink froze",
    ];
    let stalls: String = said.iter().map(|said| format!("The baker said that {said}.\n\n")).collect();
    room.write("fair/v1.txt", format!("Fair\n\n{stalls}The mayor denied that a stall had burnt.\n"));
    let _ = room.run("import fair");
    let (listed, all, data) = (room.run("compare").data(), room.run("compare --all").data(), room.run("compare --format ndjson").data());
    let rows = |table: &str| table.lines().filter(|line| line.starts_with("only here")).count();
    assert_eq!((rows(&listed), rows(&all), data.lines().count()), (12, 14, 14));
    assert!(listed.contains("2 more in one outlet only are not shown: sayso compare --all"), "{listed}");
    let first = listed.lines().find(|line| line.starts_with("only here")).unwrap_or_default().to_owned();
    assert!(first.contains("had burnt"), "a denial stands first: {first}");
}

#[test]
fn a_table_or_topic_of_ones_own_that_cannot_be_read_is_refused_by_every_verb() {
    let room = Room::stored();
    room.write("a.txt", "a\n");
    room.write("actors.tsv", "name\tkind\taliases\nThe Guild\tguild\t-\n");
    for (options, hint) in [("--topics a.txt", "`sayso status --help` shows a topic"), ("--actors actors.tsv", "kinds: person, ")] {
        for verb in ["status", "log", "verify", "query 'SELECT 1'"] {
            let outcome = room.run(&format!("{options} {verb}"));
            assert!(outcome.code == Some(2) && outcome.stdout.is_empty() && outcome.stderr.contains(hint), "{outcome}");
        }
    }
}

#[test]
fn a_topic_whose_example_does_not_give_its_state_is_refused() {
    let room = Room::stored();
    let given = |from: &str, to: &str| {
        room.write("strike.toml", STRIKE.replace(from, to));
        room.run("status --topics strike.toml")
    };
    let outcome = given("The strike goes on.", "Nothing here.");
    assert_eq!(outcome.code, Some(2), "{outcome}");
    let said = "error: topic \"strike\": the example of the state \"on\" gives no state: Nothing here.: strike.toml\n";
    assert!(outcome.stderr.starts_with(said), "{outcome}");
    let other = given("The strike goes on.", "The strike has ended.");
    assert!(other.stderr.contains("the example of the state \"on\" gives off: The strike has ended."), "{other}");
    let counter = given("counter = \"The strike has ended.\"", "counter = \"The strike goes on today.\"");
    assert!(counter.stderr.contains("the counter of the state \"on\" gives on: The strike goes on today."), "{counter}");
    assert_eq!(given("", "").code, Some(0));
}

#[test]
fn files_that_are_read_in_another_order_than_given_say_so_and_one_file_has_no_changes() {
    let room = Room::empty();
    for (day, boats) in [("1", "Two"), ("2", "Three")] {
        room.write(&format!("day-{day}.txt"), format!("+++\ncaptured = 2026-01-0{day}T08:00:00Z\n+++\n{boats} boats sank, Oslo said.\n"));
    }
    let said = "read in the order of their times: day-1.txt, day-2.txt\n";
    assert!(room.run("changes day-2.txt day-1.txt").stderr.contains(said));
    assert!(!room.run("changes day-1.txt day-2.txt").stderr.contains(said));
    assert!(room.run("changes day-1.txt").stdout.contains("no report here has two versions"));
}

#[test]
fn a_snapshot_says_of_which_story_its_claims_are() {
    let room = Room::stored();
    room.write("other.txt", "Kabul denied the charge.\n");
    assert_eq!(room.run("import --quiet --story other other.txt").code, Some(0));
    assert!(room.run("claims --at frontier-wire@1").data().contains("shelling three villages"));
    let refused = room.run("claims other --at frontier-wire@1");
    assert_eq!((refused.code, refused.stderr.as_str()), (Some(2), "error: frontier-wire/talks@1 is of the story talks, not of other\n"));
    let refused = room.run("figures frontier-wire/talks@2");
    assert!(refused.stderr.contains("frontier-wire/talks is a report of the story talks"), "{refused}");
}

#[test]
fn a_claim_in_another_mouth_is_listed_with_both_names() {
    let room = Room::empty();
    room.write("a.txt", "Row at the clinic\n\nKaren Doyle told the Courier that she was ordered to alter patient notes.\n");
    room.write("b.txt", "Row at the clinic\n\nA former midwife told the Courier that she was ordered to alter patient notes.\n");
    let listed = room.run("changes a.txt b.txt").data();
    assert!(listed.contains("Karen Doyle → former midwife"), "{listed}");
    assert!(room.run("changes a.txt b.txt --format ndjson").data().contains(r#""source_before":"Karen Doyle""#));
    // The outlet is named as a speaker, too, whichever way it goes.
    room.write("c.txt", "Fire at the clinic\n\nThe fire was set by a guard.\n");
    room.write("d.txt", "Fire at the clinic\n\nThe fire was set by a guard, the army said.\n");
    assert!(room.run("changes c.txt d.txt").data().contains("narrator → army"));
    assert!(room.run("changes d.txt c.txt").data().contains("army → narrator"));
}

#[test]
fn an_age_that_changed_is_listed_with_the_words_beside_it() {
    let room = Room::empty();
    room.write("a.txt", "Row\n\nFire killed a woman, 67, from Leeds on Monday. It rained.\n");
    room.write("b.txt", "Row\n\nFire killed a woman, 76, from Leeds on Monday. It rained.\n");
    let listed = room.run("changes a.txt b.txt").data();
    assert!(listed.contains("Fire killed a woman, [-67-] → {+76+}, from Leeds on Monday."), "{listed}");
}

#[test]
fn changes_are_a_table_on_eighty_columns() {
    let room = Room::trial();
    let id = room.field("changes", "id", |row| row["kind"] == "softened");
    assert_eq!(room.run(&format!("decide {id} relabel --as strengthened --by Ada")).code, Some(0));
    let listed = room.run("changes --width 80").data();
    assert!(listed.starts_with("versions "), "{listed}");
    assert!(listed.lines().all(|line| line.chars().count() <= 80), "{listed}");
}

#[test]
fn other_names_that_are_parted_by_no_comma_are_refused() {
    let room = Room::stored();
    for parted_by in [';', '|'] {
        room.write("own.tsv", format!("name\tkind\taliases\nHarbour Trust\torganisation\tthe trust{parted_by} trust\n"));
        let refused = room.run("who --actors own.tsv");
        assert_eq!(refused.code, Some(2), "{refused}");
        let said = format!("error: line 2: other names are parted by commas, not by {parted_by:?}: own.tsv\n");
        assert_eq!(refused.stderr, said + "hint: `sayso who --help` shows a table of actors\n");
    }
}
