//! Any two texts are compared, and the steps applied to the earlier give the later. The two are parted by the first line of `%%`.
#![no_main]

#[path = "../../tests/prop/holds.rs"]
#[allow(dead_code)]
mod holds;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let texts = String::from_utf8_lossy(bytes);
    let (from, to) = texts.split_once("\n%%\n").unwrap_or((&texts, ""));
    holds::pair(from, to);
});
