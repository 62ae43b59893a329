//! `blame` and `log` over versions with decimals, capitals, a takedown and what came back.

use crate::run::Room;

/// A room whose store has these versions of one report, an hour apart.
fn stored(versions: &[&str]) -> Room {
    let room = Room::small();
    std::fs::create_dir(room.path("harbour")).unwrap();
    for (at, text) in versions.iter().enumerate() {
        let head = format!("+++\noutlet = \"Harbour Post\"\nreport = \"prices\"\ncaptured = 2025-11-06T{:02}:00:00Z\n+++\n", at + 1);
        room.write(&format!("harbour/{at}.txt"), head + text);
    }
    let outcome = room.run("import --quiet harbour");
    assert_eq!(outcome.code, Some(0), "{outcome}");
    room
}

/// First seen, last changed and restored of each sentence of the last version, as version numbers.
fn blamed(versions: &[&str]) -> Vec<(String, u64, u64, Option<u64>)> {
    let room = stored(versions);
    let rows = room.run(&format!("blame harbour-post@{} --format ndjson", versions.len())).data();
    rows.lines()
        .map(|row| serde_json::from_str::<serde_json::Value>(row).unwrap())
        .map(|row| {
            let version = |named: &serde_json::Value| named.as_str().map(|name| name.rsplit('@').next().unwrap().parse::<u64>().unwrap());
            let text = row["text"].as_str().unwrap().to_owned();
            (text, version(&row["first"]).unwrap(), version(&row["changed"]).unwrap(), version(&row["restored"]["back_in"]))
        })
        .collect()
}

fn of(blamed: &[(String, u64, u64, Option<u64>)], words: &str) -> (u64, u64, Option<u64>) {
    let found = blamed.iter().find(|row| row.0.contains(words)).unwrap_or_else(|| panic!("{words}: {blamed:?}"));
    (found.1, found.2, found.3)
}

const HEAD: &str = "Grain prices rise again\n\n";

#[test]
fn a_decimal_that_moved_is_a_change_of_its_sentence() {
    let text = |price: &str| format!("{HEAD}Wheat fell {price} per cent on Monday. Maize stood at 11.40 a bushel.\n");
    let found = blamed(&[&text("1.2"), &text("12"), &text("12")]);
    assert_eq!(of(&found, "Wheat"), (1, 2, None));
    assert_eq!(of(&found, "Maize"), (1, 1, None));
}

#[test]
fn a_bare_capital_and_other_marks_change_nothing() {
    let text = |words: &str| format!("{HEAD}{words} The ministry said “no”.\n");
    let found = blamed(&[
        &text("The Minister met traders."),
        &text("The minister met traders."),
        &text("The minister met traders.").replace(['“', '”'], "\""),
    ]);
    assert_eq!(of(&found, "met traders"), (1, 1, None));
    assert_eq!(of(&found, "The ministry said"), (1, 1, None));
}

#[test]
fn us_and_the_us_are_two_things() {
    let text = |whom: &str| format!("{HEAD}Traders said the duty will hurt {whom} most of all.\n");
    assert_eq!(of(&blamed(&[&text("us"), &text("US")]), "Traders"), (1, 2, None));
}

#[test]
fn what_comes_back_after_a_takedown_is_restored_and_keeps_its_first_version() {
    let story = format!("{HEAD}Wheat fell 1.2 per cent. The board denied fixing prices.\n");
    let takedown = format!("{HEAD}Editor's note: This article has been taken down while we review it.\n");
    let found = blamed(&[&story, &takedown, &story]);
    assert_eq!(of(&found, "Wheat"), (1, 1, Some(3)));
    assert_eq!(of(&found, "The board"), (1, 1, Some(3)));
    assert_eq!(of(&found, "Grain prices"), (1, 1, None));
    let during = blamed(&[&story, &takedown]);
    assert_eq!(of(&during, "taken down"), (2, 2, None));
}

#[test]
fn a_sentence_dropped_in_the_third_and_back_in_the_fifth_is_restored_in_the_fifth() {
    let whole = format!("{HEAD}Wheat fell 1.2 per cent. Traders blamed the drought in the south.\n");
    let short = format!("{HEAD}Wheat fell 1.2 per cent.\n");
    assert_eq!(of(&blamed(&[&whole, &whole, &short, &short, &whole]), "Traders"), (1, 1, Some(5)));
}

#[test]
fn log_counts_what_each_version_changed() {
    let text = |price: &str| format!("{HEAD}The board said wheat fell {price} per cent. The board denied fixing prices.\n");
    let room = stored(&[&text("1.2"), &text("2.1")]);
    let rows = room.run("log harbour --format ndjson").data();
    let last: serde_json::Value = serde_json::from_str(rows.lines().last().unwrap()).unwrap();
    assert_eq!(last["changes"]["figure_changed"], 1, "{rows}");
}
