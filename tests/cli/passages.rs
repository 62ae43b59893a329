//! The verbs that show text: `show`, `diff`, `blame`.

use crate::run::Room;

#[test]
fn show_gives_the_text_and_who_says_what() {
    insta::assert_snapshot!(Room::stored().run("show frontier-wire@2"), @r##"
    $ sayso show frontier-wire@2
    --- stdout
    Talks open in Doha
    Frontier Wire · frontier-wire/talks@2 · 2 of 2 versions
    published 2025-11-06 09:10 · captured 2025-11-06 09:10 · sha256 eabc53efaff41285d1871e766fbd0ba251f9c5e5a4afe3667ef124165df41882

    Text
    [=Talks open in Doha=]

    Kabul accused [=Islamabad of shelling two villages=]. Islamabad denied the charge.


    Who says what
    who          act     what                                reviewed  id
    ────────────────────────────────────────────────────────────────────────────────
    narrator     state   Talks open in Doha                            c000000000000
    Afghanistan  accuse  Islamabad of shelling two villages            c000000000000
    Pakistan     deny    Islamabad of shelling two villages            c000000000000

    3 claims
    --- exit 0
    "##);
}

#[test]
fn show_takes_a_file_without_a_store() {
    let room = Room::small();
    assert!(room.run("show talks/post-1.txt").data().contains("Islamabad warned [=that the truce was over=]."));
    insta::assert_snapshot!(room.run("show talks"), @r##"
    $ sayso show talks
    --- stderr
    error: one file is wanted, this is a folder with 3: talks
    hint: name one of its files
    --- exit 2
    "##);
}

#[test]
fn diff_shows_the_words_that_changed() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("diff frontier-wire@1 frontier-wire@2"), @r##"
    $ sayso diff frontier-wire@1 frontier-wire@2
    --- stdout
    frontier-wire/talks@1 → frontier-wire/talks@2
    3 passages: 1 same, 1 edited, 1 added

    Facts
    fact    before     after
    ──────────────────────────
    number  [-three-]  {+two+}

    Passages
    Talks open in Doha

    edited  sentence 2 → sentence 2
      Kabul accused Islamabad of shelling [-three-]{+two+} villages.

    added  sentence 3
      {+Islamabad denied the charge.+}
    --- exit 0
    "##);
    insta::assert_snapshot!(room.run("diff talks/wire-1.txt talks/wire-2.txt --format unified"), @r##"
    $ sayso diff talks/wire-1.txt talks/wire-2.txt --format unified
    --- stdout
    --- talks/wire-1.txt
    +++ talks/wire-2.txt
    @@ -2,4 +2,4 @@
     outlet = "Frontier Wire"
    -published = 2025-11-06T07:40:00Z
    -captured = 2025-11-06T07:40:05Z
    +published = 2025-11-06T09:10:00Z
    +captured = 2025-11-06T09:10:05Z
     +++
    @@ -7,2 +7,2 @@
     
    -Kabul accused Islamabad of shelling three villages.
    +Kabul accused Islamabad of shelling two villages. Islamabad denied the charge.
    --- exit 0
    "##);
}

#[test]
fn diff_tells_by_its_exit_code_where_it_is_asked_to() {
    let room = Room::small();
    assert_eq!(room.run("diff talks/wire-1.txt talks/wire-2.txt").code, Some(0));
    assert_eq!(room.run("diff --exit-code talks/wire-1.txt talks/wire-2.txt").code, Some(1));
    assert_eq!(room.run("diff --exit-code talks/wire-1.txt talks/wire-1.txt").code, Some(0));
}

#[test]
fn the_json_of_diff_is_the_contracts() {
    let room = Room::small();
    let json = room.run("diff --format json talks/wire-1.txt talks/wire-2.txt").data();
    let object: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(object["schema"], "sayso/1");
    for key in ["from", "to", "sentences", "links", "facts", "suppressed"] {
        assert!(!object[key].is_null(), "{key}: {json}");
    }
}

#[test]
fn two_texts_that_are_the_same_are_said_to_be() {
    insta::assert_snapshot!(Room::small().run("diff talks/wire-1.txt talks/wire-1.txt"), @r##"
    $ sayso diff talks/wire-1.txt talks/wire-1.txt
    --- stdout
    talks/wire-1.txt → talks/wire-1.txt
    2 passages: 2 same
    --- exit 0
    "##);
}

#[test]
fn blame_tells_the_version_of_each_sentence() {
    insta::assert_snapshot!(Room::stored().run("blame frontier-wire@2"), @r##"
    $ sayso blame frontier-wire@2
    --- stdout
    first seen                  changed    restored  sentence
    ──────────────────────────────────────────────────────────────────────────────────────────────────
    version 1 2025-11-06 07:40                       Talks open in Doha
    version 1 2025-11-06 07:40  version 2            Kabul accused Islamabad of shelling two villages.
    version 2 2025-11-06 09:10                       Islamabad denied the charge.

    3 sentences of frontier-wire/talks@2, followed through 2 versions
    --- exit 0
    "##);
}
