//! Words with marks, and the links that they may carry. The words stand as they do in the world; formats make them harmless.

use super::sanitise;

/// What sets some words apart from those around them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    Plain,
    /// Present before, absent after.
    Deleted,
    /// Absent before, present after.
    Inserted,
    /// To be seen first: a name, a number that changed.
    Strong,
    /// Of less weight: places, ids, notes.
    Faint,
    /// Words that show a claim.
    Claim,
}

/// Words under one mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// How they are set apart.
    pub mark: Mark,
    /// The words, as they stand in the world; formats make them harmless.
    pub text: String,
    /// `#anchor` or an `http(s)` address; formats drop any other.
    pub link: Option<String>,
}

/// Words with marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rich(pub Vec<Run>);

impl Rich {
    /// Nothing yet.
    pub fn new() -> Self {
        Rich::default()
    }

    /// The same with `text` under `mark` behind it.
    #[must_use]
    pub fn with(mut self, mark: Mark, text: impl Into<String>) -> Self {
        self.push(mark, text);
        self
    }

    /// The same with a link behind it.
    #[must_use]
    pub fn with_link(mut self, text: impl Into<String>, target: impl Into<String>) -> Self {
        self.0.push(Run { mark: Mark::Plain, text: text.into(), link: Some(target.into()) });
        self
    }

    /// Puts `text` under `mark` behind what is there.
    pub fn push(&mut self, mark: Mark, text: impl Into<String>) {
        self.0.push(Run { mark, text: text.into(), link: None });
    }

    /// The words without marks.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// The words, with brackets around those that were taken out or put in and those that show a claim.
    pub fn bracketed(&self) -> String {
        let shown = |run: &Run| {
            let (open, close) = if run.text.is_empty() { ("", "") } else { brackets(run.mark) };
            format!("{open}{}{close}", run.text)
        };
        self.0.iter().map(shown).collect()
    }

    /// There are no words.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.is_empty())
    }
}

impl<T: Into<String>> From<T> for Rich {
    fn from(text: T) -> Self {
        Rich::new().with(Mark::Plain, text)
    }
}

/// How a mark is shown where there is neither colour nor markup.
pub(super) fn brackets(mark: Mark) -> (&'static str, &'static str) {
    match mark {
        Mark::Deleted => ("[-", "-]"),
        Mark::Inserted => ("{+", "+}"),
        Mark::Claim => ("[=", "=]"),
        _ => ("", ""),
    }
}

/// A link that leads inside the page or to the web, and runs nothing.
pub(super) fn is_safe_link(target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    target.starts_with('#') || matches!(scheme.as_deref(), Some("http" | "https"))
}

/// `target` with everything percent-encoded that could end it in HTML or Markdown or cannot be seen.
pub(super) fn percent_encoded(target: &str) -> String {
    let mut safe = String::with_capacity(target.len());
    for c in target.chars() {
        if c.is_whitespace() || sanitise::is_hidden(c) || "<>\"'`\\|".contains(c) {
            let mut bytes = [0; 4];
            safe.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_inside_the_page_or_to_the_web() {
        assert!(is_safe_link("#thread-1") && is_safe_link("HTTPS://example.org/a"));
        assert!(!is_safe_link("javascript:alert(1)") && !is_safe_link("data:text/html,x") && !is_safe_link("//host"));
    }

    #[test]
    fn nothing_ends_a_link_early() {
        assert_eq!(percent_encoded("http://h/a b\"><\u{202e}"), "http://h/a%20b%22%3E%3C%E2%80%AE");
    }
}
