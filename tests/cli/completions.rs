//! `sayso completions`.

use crate::run::Room;

#[test]
fn every_shell_completes_every_verb() {
    let room = Room::empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = room.run(&format!("completions {shell}")).data();
        for verb in ["import", "changes", "completions"] {
            assert!(script.contains(verb), "{shell}: {verb}");
        }
    }
}

#[test]
fn formats_are_completed() {
    assert!(room_script("fish").contains("markdown"));
}

fn room_script(shell: &str) -> String {
    Room::empty().run(&format!("completions {shell}")).data()
}
