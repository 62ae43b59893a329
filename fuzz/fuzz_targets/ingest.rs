//! Any bytes are a file that is read or refused.
#![no_main]

#[path = "../../tests/prop/holds.rs"]
#[allow(dead_code)]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    holds::file(bytes);
});
