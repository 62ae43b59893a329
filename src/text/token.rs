//! Words, numbers and marks.
//!
//! A token is never cut where a reader sees one thing: `1,200`, `$1.2bn`, `-5`, `2:30`, `3rd`, `U.S.`, `isn't`, `Pakistan's`,
//! `director-general`, `https://…` are one token each. White space belongs to no token; every other character to exactly one.
//!
//! Known failure: a number that begins a hyphenated word (`2,600-kilometre`) is three tokens, so that the number can be read.

use super::Span;
use crate::lexicon::closed::{self, Classes};

/// What a token looks like; not what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and the stops of `U.S.`.
    Word,
    /// Begins with a digit, a sign or a currency mark before one.
    Number,
    /// A web address, an e-mail address, an @name or a #tag.
    Address,
    /// A quotation mark or apostrophe that is no part of a word.
    Quote,
    /// `.`, `!`, `?`, `…`, `...` and their like in other scripts.
    Stop,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A dash that stands between words: `-`, `--`, `–`, `—`.
    Dash,
    /// Any other mark.
    Mark,
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Token {
    /// Its place.
    pub span: Span,
    /// What it looks like.
    pub kind: TokenKind,
    /// White space (or the text's start) comes before it.
    pub spaced: bool,
    /// Its first letter is a capital.
    pub capital: bool,
    /// Its closed classes, as it is written.
    pub classes: Classes,
}

impl Token {
    /// The same token where what is around it stands at `to`, and not at `from`.
    pub(super) fn moved(&self, from: Span, to: Span) -> Token {
        Token { span: self.span.moved(from, to), ..*self }
    }

    /// Is a word or a number, not a mark.
    pub(crate) fn is_wordlike(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number | TokenKind::Address)
    }
}

/// Appends the tokens of `span` to `out`.
pub(super) fn tokenise(text: &str, span: Span, out: &mut Vec<Token>) {
    let mut scan = Scan { text, at: span.start(), end: span.end() };
    let mut spaced = true;
    while let Some(next) = scan.peek() {
        if next.is_whitespace() {
            scan.at += next.len_utf8();
            spaced = true;
            continue;
        }
        let start = scan.at;
        let kind = scan.token(next, spaced);
        let classes = if kind == TokenKind::Word { closed::classes(&text[start..scan.at]) } else { Classes::default() };
        out.push(Token { span: Span::new(start, scan.at), kind, spaced, capital: next.is_uppercase(), classes });
        spaced = false;
    }
}

/// A place in the text that moves forward.
struct Scan<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.char_at(self.at)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at).filter(|_| at < self.end)?;
        if byte.is_ascii() { Some(byte as char) } else { self.text[at..self.end].chars().next() }
    }

    /// The character after the one at `at`.
    fn after(&self, at: usize) -> Option<char> {
        self.char_at(at + self.char_at(at)?.len_utf8())
    }

    fn starts(&self, prefix: &str) -> bool {
        self.text.as_bytes()[self.at..self.end].starts_with(prefix.as_bytes())
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) {
        while let Some(next) = self.peek().filter(|next| keep(*next)) {
            self.at += next.len_utf8();
        }
    }

    /// Moves past one token that begins with `first`.
    fn token(&mut self, first: char, spaced: bool) -> TokenKind {
        if first.is_alphabetic() || is_joiner(first) {
            return self.word();
        }
        if first.is_numeric() {
            return self.number();
        }
        if is_sign(first) && spaced && self.number_follows(self.at + first.len_utf8()) {
            self.at += first.len_utf8();
            self.take_while(is_currency);
            return self.number();
        }
        if first == '.' && spaced && self.after(self.at).is_some_and(|next| next.is_ascii_digit()) {
            self.at += 1;
            return self.number();
        }
        if is_currency(first) && self.number_follows(self.at) {
            self.take_while(is_currency);
            return self.number();
        }
        if (first == '@' || first == '#') && self.after(self.at).is_some_and(char::is_alphanumeric) {
            self.at += 1;
            self.take_while(|next| next.is_alphanumeric() || next == '_');
            return TokenKind::Address;
        }
        if is_elision(first) && spaced && self.decade_follows() {
            self.at += first.len_utf8();
            return self.number();
        }
        self.mark(first)
    }

    fn mark(&mut self, first: char) -> TokenKind {
        self.at += first.len_utf8();
        match first {
            '.' => self.run_of(TokenKind::Stop, |next| next == '.'),
            '!' | '?' | '…' => self.run_of(TokenKind::Stop, |next| matches!(next, '!' | '?' | '…')),
            '。' | '！' | '？' | '؟' | '۔' | '।' => TokenKind::Stop,
            '-' | '–' | '—' | '―' | '‒' | '−' => {
                self.run_of(TokenKind::Dash, |next| matches!(next, '-' | '–' | '—' | '―' | '‒' | '−'))
            }
            '`' | '\'' => {
                if self.peek() == Some(first) {
                    self.at += 1;
                }
                TokenKind::Quote
            }
            '"' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›' | '＂' | '「' | '」' => {
                TokenKind::Quote
            }
            '(' | '[' | '{' => TokenKind::Open,
            ')' | ']' | '}' => TokenKind::Close,
            _ => TokenKind::Mark,
        }
    }

    fn run_of(&mut self, kind: TokenKind, same: impl Fn(char) -> bool) -> TokenKind {
        self.take_while(same);
        kind
    }

    fn word(&mut self) -> TokenKind {
        if self.is_address() {
            self.take_while(|next| !next.is_whitespace() && !matches!(next, '"' | '”' | '<' | '>' | ')' | ']'));
            self.drop_trailing(|last| matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’'));
            return TokenKind::Address;
        }
        let start = self.at;
        // Where the part after the last stop begins; every part before is one letter.
        let mut part = start;
        loop {
            self.take_while(|next| next.is_alphanumeric() || is_joiner(next));
            let Some(next) = self.peek() else { break };
            let is_initial = next == '.' && self.is_letter(part);
            let Some(then) = self.char_at(self.at + next.len_utf8()) else {
                self.at += usize::from(is_initial && part > start);
                break;
            };
            let joins = match next {
                '\'' | '’' | 'ʼ' | '-' | '‐' | '‑' | '_' | '&' | '@' => then.is_alphanumeric(),
                '.' => is_initial && then.is_alphabetic() && self.stop_or_gap_after(self.at + 1),
                _ => false,
            };
            if next == '@' && joins {
                self.take_while(|next| next.is_alphanumeric() || matches!(next, '@' | '.' | '-' | '_'));
                self.drop_trailing(|last| last == '.');
                return TokenKind::Address;
            }
            if !joins {
                // `U.S` takes its last stop with it; `end.` does not.
                self.at += usize::from(is_initial && part > start);
                break;
            }
            self.at += next.len_utf8();
            part = if is_initial { self.at } else { part };
        }
        TokenKind::Word
    }

    /// What was read since `part` is a single letter.
    fn is_letter(&self, part: usize) -> bool {
        let mut letters = self.text[part..self.at].chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.all(is_joiner)
    }

    /// After the letter at `at` comes a stop, white space, a mark or nothing, so that `U.S.` is read on and `X.com` is not.
    fn stop_or_gap_after(&self, at: usize) -> bool {
        self.after(at).is_none_or(|next| !next.is_alphanumeric())
    }

    fn is_address(&self) -> bool {
        let may_be = matches!(self.text.as_bytes()[self.at], b'h' | b'w');
        may_be && (self.starts("http://") || self.starts("https://") || self.starts("www."))
    }

    fn drop_trailing(&mut self, drop: impl Fn(char) -> bool) {
        while let Some(last) = self.text[..self.at].chars().next_back().filter(|last| drop(*last)) {
            self.at -= last.len_utf8();
        }
    }

    fn number(&mut self) -> TokenKind {
        loop {
            self.take_while(char::is_numeric);
            let Some(next) = self.peek() else { break };
            let inner = matches!(next, '.' | ',' | ':' | '/' | '\u{a0}' | '\u{202f}' | '\u{2009}');
            if !(inner && self.after(self.at).is_some_and(char::is_numeric)) || (next.is_whitespace() && !self.three_digits_follow(next)) {
                break;
            }
            self.at += next.len_utf8();
        }
        self.take_while(|next| next.is_alphabetic() || is_joiner(next));
        if matches!(self.peek(), Some('\'' | '’')) && self.after(self.at) == Some('s') {
            self.at += self.peek().map_or(0, char::len_utf8) + 1;
        }
        self.take_while(|next| matches!(next, '%' | '‰'));
        self.take_degrees();
        self.take_while(is_currency);
        TokenKind::Number
    }

    /// `°`, `°C`
    fn take_degrees(&mut self) {
        if self.peek() != Some('°') {
            return;
        }
        let scale = self.after(self.at).filter(|next| next.is_uppercase());
        self.at += '°'.len_utf8();
        if let Some(scale) = scale.filter(|_| !self.after(self.at).is_some_and(char::is_alphanumeric)) {
            self.at += scale.len_utf8();
        }
    }

    /// `12 000` with a narrow or no-break space is one number where just three digits follow.
    fn three_digits_follow(&self, gap: char) -> bool {
        let digits: Vec<char> = self.text[self.at + gap.len_utf8()..self.end].chars().take(4).collect();
        digits.len() >= 3 && digits[..3].iter().all(char::is_ascii_digit) && !digits.get(3).is_some_and(char::is_ascii_digit)
    }

    /// A number, or a currency mark or two and a number.
    fn number_follows(&self, at: usize) -> bool {
        let mut rest = self.text[at.min(self.end)..self.end].chars().take(CURRENCY).skip_while(|next| is_currency(*next));
        match rest.next() {
            Some('.') => rest.next().is_some_and(|next| next.is_ascii_digit()),
            Some(first) => first.is_numeric(),
            None => false,
        }
    }

    /// `’90s`
    fn decade_follows(&self) -> bool {
        let mut rest = self.text[self.at..self.end].chars().skip(1);
        rest.next().is_some_and(|next| next.is_ascii_digit())
            && rest.next().is_some_and(|next| next.is_ascii_digit())
            && rest.next() == Some('s')
    }
}

/// Letters within which a number begins that has a currency mark: a run of marks is not read again from each of them.
const CURRENCY: usize = 6;

/// Marks that combine with the letter before, and characters that join letters invisibly.
fn is_joiner(next: char) -> bool {
    !next.is_ascii()
        && (matches!(next, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
            || unicode_normalization::char::is_combining_mark(next))
}

fn is_currency(next: char) -> bool {
    matches!(next, '$' | '£' | '€' | '¥' | '₹' | '₨' | '₩' | '₽' | '₴' | '₺' | '₪' | '¢')
}

fn is_sign(next: char) -> bool {
    matches!(next, '-' | '+' | '−' | '±')
}

fn is_elision(next: char) -> bool {
    matches!(next, '\'' | '’' | '‘')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenise(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn what_a_reader_sees_as_one_thing_is_one_token() {
        for whole in [
            "1,200",
            "$1.2bn",
            "-5",
            "2:30",
            "3rd",
            "4.85",
            "£85",
            "5%",
            "90°",
            "12\u{202f}000",
            "U.S.",
            "a.m.",
            "U.N",
            "isn't",
            "isn’t",
            "Pakistan’s",
            "director-general",
            "https://a.org/b?c=d",
            "www.a.org",
            "me@a-b.org",
            "@handle",
            "#tag",
            "’90s",
            "1990s",
            "AT&T",
            "2/3",
            "co\u{ad}operate",
            "nai\u{308}ve",
            "6.5m",
            "1980's",
        ] {
            assert_eq!(words(whole), [whole]);
        }
    }

    #[test]
    fn marks_are_tokens_of_their_own() {
        assert_eq!(words("“No,” he said."), ["“", "No", ",", "”", "he", "said", "."]);
        assert_eq!(words("(AP) -- Talks... failed?!"), ["(", "AP", ")", "--", "Talks", "...", "failed", "?!"]);
        assert_eq!(words("the ministers' plan"), ["the", "ministers", "'", "plan"]);
        assert_eq!(words("$$$ A$5 and $."), ["$", "$", "$", "A", "$5", "and", "$", "."]);
        assert_eq!(words("3-5 and 2,600-kilometre"), ["3", "-", "5", "and", "2,600", "-", "kilometre"]);
    }

    #[test]
    fn a_stop_at_the_end_is_not_part_of_a_word() {
        assert_eq!(words("It rose 4.5. See https://a.org."), ["It", "rose", "4.5", ".", "See", "https://a.org", "."]);
        assert_eq!(words("He left.She stayed"), ["He", "left", ".", "She", "stayed"]);
        assert_eq!(words("Plan B. It"), ["Plan", "B", ".", "It"]);
    }

    #[test]
    fn every_character_but_white_space_is_in_one_token() {
        let text = "¡A\u{0} “b”'' 。？!\u{200b} ``x'' \u{301}z − -- -";
        let joined: String = words(text).concat();
        let kept: String = text.chars().filter(|next| !next.is_whitespace()).collect();
        assert_eq!(joined, kept);
    }
}
