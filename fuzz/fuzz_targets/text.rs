//! Segments, sentences, tokens and quotations of any bytes slice exactly.
#![no_main]

#[path = "../../tests/prop/holds.rs"]
#[allow(dead_code)]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| holds::text(&String::from_utf8_lossy(bytes)));
