//! `sayso man`.

use crate::run::Room;

#[test]
fn the_manual_names_every_verb() {
    let page = Room::empty().run("man").data();
    assert!(page.contains(".TH sayso 1"));
    for verb in ["import", "diff", "man"] {
        assert!(page.contains(verb), "{verb}");
    }
}

#[test]
fn a_verb_has_a_page_of_its_own() {
    assert!(Room::empty().run("man diff").data().contains("side\\-by\\-side"));
}

#[test]
fn an_unknown_verb_is_told_the_known_ones() {
    let outcome = Room::empty().run("man dance");
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.stderr.starts_with("error: no verb is called \"dance\"\nhint: known: import, "), "{outcome}");
}
