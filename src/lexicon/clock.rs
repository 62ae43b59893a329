//! Times of day in one writing: "10.40pm", "10:40 p.m." and "22:40" are one.
//!
//! Known failure: "noon" and "half past nine" are words here, and "10.40" without its half of the day is a number.

use super::wording::wording;

/// `digits` ("10.40", "10") in the half of the day, or the zone, that `half` says ("pm", "GMT", "" for none), as "22:40".
pub fn time(digits: &str, half: &str) -> String {
    let half = half.replace('.', "").to_lowercase();
    let (hour, minutes) = digits.trim_end().split_once([':', '.']).unwrap_or((digits.trim_end(), "00"));
    let hour: u32 = hour.parse().unwrap_or_default();
    match wording(&half).half_begins {
        Some(begins) => format!("{:02}:{minutes}", hour % 12 + begins),
        None if half.is_empty() => format!("{hour:02}:{minutes}"),
        None => format!("{hour:02}:{minutes} {half}"),
    }
}

/// The time that one word in small letters gives: "10pm", "10.40pm", "22:00".
pub fn of_word(word: &str) -> Option<String> {
    let (digits, half) = word.split_at(word.find(|next: char| next.is_alphabetic()).unwrap_or(word.len()));
    let mut parts = digits.split([':', '.']);
    let is_number = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minutes, more) = (parts.next()?, parts.next(), parts.next());
    let is_time = is_number(hour, 2) && minutes.is_none_or(|minutes| minutes.len() == 2 && is_number(minutes, 2)) && more.is_none();
    let is_half = wording(half).half_begins.is_some();
    let is_plain = half.is_empty() && digits.contains(':');
    (is_time && (is_half || is_plain)).then(|| time(digits, half))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_one_however_it_is_written() {
        for same in ["10.40pm", "10:40pm", "22:40"] {
            assert_eq!(of_word(same).as_deref(), Some("22:40"), "{same}");
        }
        assert_eq!((time("9.30 ", "a.m."), time("12", "pm"), time("6", "GMT")), ("09:30".into(), "12:00".into(), "06:00 gmt".into()));
        assert_eq!([of_word("10.40"), of_word("10th"), of_word("1:2:3pm"), of_word("10m")], [None, None, None, None]);
    }
}
