//! Whatever is asked of a store is answered or refused, and nothing is written.
#![no_main]

#[path = "../../tests/prop/holds.rs"]
#[allow(dead_code)]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    holds::asked(&String::from_utf8_lossy(bytes));
});
