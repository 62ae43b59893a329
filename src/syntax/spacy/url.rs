//! Addresses of the net, which stay whole.

/// Reads as an address: a host with a known form, with or without scheme, user, port and path.
pub fn matches(text: &str) -> bool {
    if !text.contains('.') {
        return false;
    }
    let rest = without_scheme(text);
    let path = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let user = rest[..path].rfind('@').filter(|at| *at > 0).map_or(0, |at| at + 1);
    let authority = &rest[user..path];
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    port.is_none_or(is_port) && (is_name(host) || is_number(host))
}

fn without_scheme(text: &str) -> &str {
    let is_scheme = |scheme: &str| {
        let wide = scheme.chars().nth(1).is_some();
        wide && scheme.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '+' | '-' | '.'))
    };
    text.split_once("://").filter(|(scheme, _)| is_scheme(scheme)).map_or(text, |(_, rest)| rest)
}

fn is_port(text: &str) -> bool {
    (2..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Labels parted by dots; the last one of small letters only.
fn is_name(host: &str) -> bool {
    let Some((labels, top)) = host.rsplit_once('.') else { return false };
    let is_small = |letter: char| letter.is_alphabetic() && !letter.is_uppercase();
    (2..=63).contains(&top.chars().count()) && top.chars().all(is_small) && labels.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&letter);
    label.starts_with(is_letter)
        && label.ends_with(is_letter)
        && label.chars().count() <= 64
        && label.chars().all(|letter| is_letter(letter) || matches!(letter, '_' | '-'))
}

/// Four numbers, the first and last of them not 0.
fn is_number(host: &str) -> bool {
    let numbers: Vec<Option<u8>> = host.split('.').take(5).map(|part| part.parse().ok()).collect();
    let [Some(first), Some(_), Some(_), Some(last)] = numbers[..] else { return false };
    (1..=223).contains(&first) && (1..=254).contains(&last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn addresses_are_told_from_words_with_dots() {
        for text in ["example.org", "https://example.org/a?b=c", "ftp://me@files.example.org:8080", "8.8.8.8"] {
            assert!(matches(text), "{text}");
        }
        for text in ["U.S.", "end.The", "3.5", "a..b", ".org", "10:30"] {
            assert!(!matches(text), "{text}");
        }
    }
}
