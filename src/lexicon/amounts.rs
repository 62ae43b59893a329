//! How a quantity is written for readers: `at least 17 people`, `1 day`, `£2.1 billion`, `1 in 3 people`.
//!
//! The exact value is in every JSON; here it is rounded to two decimals, and a share of people is said as one.

use super::{inflect, numbers, quantities};

/// Qualifier, value and unit: `12–14 people`, `about $4 million`, `dozens (people)`.
pub(crate) fn written(low: Option<f64>, high: Option<f64>, qualifier: &str, unit: &str) -> String {
    let number = match (low, high) {
        (Some(low), Some(high)) if low.total_cmp(&high).is_ne() => range(low, high, unit),
        (Some(value), _) | (None, Some(value)) => amount(value, unit),
        (None, None) if unit.is_empty() => return qualifier.to_owned(),
        (None, None) => return format!("{qualifier} ({unit})"),
    };
    [qualifier, &number].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn range(low: f64, high: f64, unit: &str) -> String {
    match quantities::sign(unit) {
        Some(sign) => format!("{sign}{}–{sign}{}", sum(low), sum(high)),
        None => with_unit(format!("{}–{}", grouped(low), grouped(high)), unit),
    }
}

fn amount(value: f64, unit: &str) -> String {
    if let Some(sign) = quantities::sign(unit) {
        return format!("{sign}{}", sum(value));
    }
    if quantities::is_money(unit) {
        return with_unit(sum(value), unit);
    }
    let share = share(value).filter(|_| is_counted(unit));
    let is_one = value.total_cmp(&1.0).is_eq();
    let single = quantities::single(unit).map_or_else(|| inflect::singular(unit), str::to_owned);
    match share {
        Some((part, whole)) => with_unit(format!("{part} in {whole}"), unit),
        None => with_unit(grouped(value), if is_one { &single } else { unit }),
    }
}

/// People, voters, boats: what stands one beside another, of which there is no part.
fn is_counted(unit: &str) -> bool {
    !quantities::is_unit(unit) && (quantities::single(unit).is_some() || inflect::is_plural(unit))
}

fn with_unit(number: String, unit: &str) -> String {
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// A sum of money: large ones by the word for their thousands, where that leaves no more digits than can be read.
fn sum(value: f64) -> String {
    let short = LARGE.iter().filter(|scale| value.abs() >= **scale).find_map(|scale| {
        let (value, word) = (value / scale, numbers::scale(*scale)?);
        let is_short = ((value * ROUND).round() / ROUND - value).abs() < CLOSE;
        is_short.then(|| format!("{} {word}", grouped(value)))
    });
    short.unwrap_or_else(|| grouped(value))
}

/// By these a sum is said in words.
const LARGE: [f64; 3] = [1e12, 1e9, 1e6];
/// Two decimals.
const ROUND: f64 = 100.0;
/// What two values may be apart that are one.
const CLOSE: f64 = 1e-6;

/// How many in how many a fraction is.
fn share(value: f64) -> Option<(u32, u32)> {
    let fits = |whole: &u32| (value * f64::from(*whole) - (value * f64::from(*whole)).round()).abs() < CLOSE;
    let whole = (2..=WHOLE).find(fits).filter(|_| value > 0.0 && value < 1.0)?;
    Some(((value * f64::from(whole)).round() as u32, whole))
}

/// The largest whole of which a share is said.
const WHOLE: u32 = 1000;

/// `2600` as `2,600`; two decimals at most.
fn grouped(number: f64) -> String {
    let rounded = (number * ROUND).round() / ROUND;
    let text = if rounded.is_finite() { rounded } else { number }.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), ""), |(whole, _)| (whole, &text[whole.len()..]));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_quantity_is_said_as_a_reader_says_it() {
        for (low, high, qualifier, unit, want) in [
            (Some(8000.0), None, "more than", "people", "more than 8,000 people"),
            (Some(12.0), Some(14.0), "", "people", "12–14 people"),
            (None, None, "dozens", "people", "dozens (people)"),
            (Some(-1_234_567.5), None, "", "people", "-1,234,567.5 people"),
            (Some(1.0), None, "", "people", "1 person"),
            (Some(1.0), None, "", "days", "1 day"),
            (Some(1.0 / 3.0), None, "", "people", "1 in 3 people"),
            (Some(2.0 / 3.0), None, "nearly", "voters", "nearly 2 in 3 voters"),
            (Some(0.4), None, "", "boats", "2 in 5 boats"),
            (Some(1.0 / 3.0), None, "about", "km", "about 0.33 km"),
            (Some(2.1e9), None, "", "GBP", "£2.1 billion"),
            (Some(1_234_567.0), None, "", "GBP", "£1,234,567"),
            (Some(9500.0), None, "nearly", "USD", "nearly $9,500"),
            (Some(4e6), Some(5e6), "", "EUR", "€4 million–€5 million"),
            (Some(3e6), None, "", "ZAR", "3 million ZAR"),
        ] {
            assert_eq!(written(low, high, qualifier, unit), want);
        }
    }
}
