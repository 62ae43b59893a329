//! A topic of the user's own and a text, parted by a line of `%%`: the topic is read or refused, and what is found holds together.
#![no_main]

#[path = "../../tests/prop/holds.rs"]
#[allow(dead_code)]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (topic, text) = text.split_once("\n%%\n").unwrap_or((&text, "The talks were not on."));
    holds::knowledge(topic, text);
});
