//! The session that README shows is what the program prints.
//!
//! `SAYSO_UPDATE=1 cargo test --test cli readme` writes it anew.

use std::path::Path;

use crate::run::{Room, STORY, steady};

#[test]
fn the_session_of_the_readme_is_what_the_program_prints() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let (before, rest) = text.split_once("```console\n").unwrap();
    let (told, after) = rest.split_once("```\n").unwrap();
    let room = Room::new();
    std::fs::create_dir(room.path("snapshots")).unwrap();
    std::fs::rename(room.path(STORY), room.path("snapshots").join(STORY)).unwrap();
    let mut printed = String::new();
    for command in told.lines().filter_map(|line| line.strip_prefix("$ sayso ")) {
        let (args, is_shown) = command.split_once(" > ").map_or((command, true), |(args, _)| (args, false));
        let data = room.run(args).data();
        printed.push_str(&format!("$ sayso {command}\n{}", if is_shown { &data } else { "" }));
    }
    if std::env::var_os("SAYSO_UPDATE").is_some() {
        std::fs::write(&path, format!("{before}```console\n{printed}```\n{after}")).unwrap();
        return;
    }
    assert_eq!(steady(told), steady(&printed), "SAYSO_UPDATE=1 cargo test --test cli readme");
}
