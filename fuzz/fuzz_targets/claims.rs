//! Claims of any bytes point at their words.
#![no_main]

#[path = "../../tests/prop/holds.rs"]
#[allow(dead_code)]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holds::claims(&String::from_utf8_lossy(bytes)));
