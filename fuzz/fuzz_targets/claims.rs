//! Claims of any bytes point at their words, by the rules alone and by the default reading.
#![no_main]

#[path = "../../tests/prop/holds.rs"]
#[allow(dead_code)]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    holds::claims(&text);
    holds::findings(&text);
});
