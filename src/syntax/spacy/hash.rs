//! The two hashes that the model was trained with: a string's number, and the rows of an embedding that a number picks.
//!
//! Both are Austin Appleby's: MurmurHash64A for strings, MurmurHash3 (128 bits, 64-bit variant) for numbers.

/// The seed of [`string`].
const STRING_SEED: u64 = 1;

/// MurmurHash64A of the UTF-8 of a string.
pub fn string(text: &str) -> u64 {
    const MULTIPLIER: u64 = 0xc6a4_a793_5bd1_e995;
    let stir = |word: u64| {
        let word = word.wrapping_mul(MULTIPLIER);
        (word ^ (word >> 47)).wrapping_mul(MULTIPLIER)
    };
    let data = text.as_bytes();
    let mut hash = STRING_SEED ^ (data.len() as u64).wrapping_mul(MULTIPLIER);
    let (words, tail) = data.as_chunks::<8>();
    for word in words {
        hash = (hash ^ stir(u64::from_le_bytes(*word))).wrapping_mul(MULTIPLIER);
    }
    if !tail.is_empty() {
        let mut padded = [0; 8];
        padded[..tail.len()].copy_from_slice(tail);
        hash = (hash ^ u64::from_le_bytes(padded)).wrapping_mul(MULTIPLIER);
    }
    hash = (hash ^ (hash >> 47)).wrapping_mul(MULTIPLIER);
    hash ^ (hash >> 47)
}

/// The four rows of an embedding that `number` picks, still to be taken modulo the rows that there are.
///
/// MurmurHash3 of the number's eight bytes: one block of eight, so that most of its loop falls away.
pub fn rows(number: u64, seed: u32) -> [u32; 4] {
    let seed = u64::from(seed);
    let mut low = number.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31).wrapping_mul(0x4cf5_ad43_2745_937f);
    low ^= seed ^ 8;
    let mut high = seed ^ 8;
    low = low.wrapping_add(high);
    high = high.wrapping_add(low);
    low = finish(low);
    high = finish(high);
    low = low.wrapping_add(high);
    high = high.wrapping_add(low);
    [low as u32, (low >> 32) as u32, high as u32, (high >> 32) as u32]
}

fn finish(mut word: u64) -> u64 {
    word = (word ^ (word >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    word = (word ^ (word >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    word ^ (word >> 33)
}
