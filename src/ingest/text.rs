//! Plain text and Markdown, with TOML front matter between two lines `+++` or none.
//!
//! A key that is not known is noted and left alone; a known key with a value of the wrong type, or TOML that does not parse, is an
//! error with its line, since a report filed under the wrong name would be compared with the wrong versions.

use std::ops::Range;

use chrono::{NaiveDate, TimeZone, Utc};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::decode::{Decoded, decode};
use super::{Importer, IngestErrorKind};
use crate::model::Capture;

/// The line around front matter.
const FENCE: &str = "+++";

/// What front matter can say.
pub const KEYS: [&str; 9] = ["outlet", "report", "url", "published", "captured", "title", "byline", "story", "note"];

/// The importer.
pub struct Text;

impl Importer for Text {
    fn name(&self) -> &'static str {
        "text"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["txt", "text", "md"]
    }

    fn media_type(&self, ending: &str) -> &'static str {
        if ending == "md" { "text/markdown" } else { "text/plain" }
    }

    fn read(&self, raw: &[u8]) -> Result<Capture, IngestErrorKind> {
        let Decoded { mut text, notes } = decode(raw);
        let mut capture = Capture { notes, ..Capture::default() };
        if let Some((matter, body)) = front_matter(&text)? {
            read_matter(&text[matter], &mut capture)?;
            if let (Some(captured), Some(published)) = (capture.captured_at, capture.published_at)
                && captured < published
            {
                capture.notes.push("captured is before published".to_owned());
            }
            text.drain(..body);
        } else {
            capture.notes.extend(looks_like(&text).map(str::to_owned));
        }
        capture.text = text;
        if capture.text.trim().is_empty() {
            return Err(IngestErrorKind::Empty);
        }
        if capture.title.is_empty() {
            capture.title = title(&capture.text).to_owned();
        }
        Ok(capture)
    }
}

/// Where the TOML stands and where the body begins; `None` where the text does not open with the fence.
fn front_matter(text: &str) -> Result<Option<(Range<usize>, usize)>, IngestErrorKind> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        return Ok(None);
    }
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == FENCE {
            return Ok(Some((first.len()..at, at + line.len())));
        }
        at += line.len();
    }
    Err(IngestErrorKind::FrontMatter { line: 1, reason: "no second line `+++` ends it".to_owned() })
}

/// What is said of a text that begins as something else does, which is text to us.
fn looks_like(text: &str) -> Option<&'static str> {
    let first = text.trim_start();
    let opens = |with: &str| first.get(..with.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(with));
    let is_late = first.len() < text.len() && first.lines().next().is_some_and(|line| line.trim_end() == FENCE);
    match () {
        () if is_yaml_matter(text) => Some(YAML),
        () if is_late && first.lines().skip(1).any(|line| line.trim_end() == FENCE) => Some(LATE),
        () if opens("<!doctype html") || opens("<html") => Some(HTML),
        () => None,
    }
}

/// What is said of front matter that does not begin the file.
const LATE: &str = "what looks like front matter is read as text: its line `+++` must be the first of the file";

/// What is said of a page of the web.
const HTML: &str = "what looks like HTML is read as text, tags and all; save the words of the page in its place";

/// What is said of front matter of another kind.
const YAML: &str = "what looks like front matter between two lines `---` is read as text; front matter is TOML between two lines `+++`";

/// Lines of YAML front matter that are looked at for its end.
const YAML_LINES: usize = 60;

/// The text opens with a line `---`, `key: value` and another line `---`.
fn is_yaml_matter(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim_end);
    let is_key = |line: &str| {
        let key = line.split_once(':').map_or("", |(key, _)| key);
        !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-".contains(letter))
    };
    let opens = lines.next() == Some("---") && lines.clone().next().is_some_and(is_key);
    opens && lines.take(YAML_LINES).any(|line| line == "---")
}

fn read_matter(toml: &str, capture: &mut Capture) -> Result<(), IngestErrorKind> {
    // The fence is line 1, so the first line of the TOML is line 2.
    let wrong = |at: usize, reason: String| {
        let line = toml.as_bytes()[..at.min(toml.len())].iter().filter(|byte| **byte == b'\n').count() + 2;
        IngestErrorKind::FrontMatter { line, reason }
    };
    let table = DeTable::parse(toml).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        wrong(at, error.message().lines().next().unwrap_or("not TOML").to_owned())
    })?;
    // The parser's table is in the order of its keys and not of the file; so are the notes, the same every time.
    for (key, value) in table.get_ref() {
        let name: &str = key.get_ref();
        set(capture, name, value).map_err(|reason| wrong(value.span().start, format!("{name} {reason}")))?;
    }
    Ok(())
}

/// Takes one key over; the error says what its value should have been.
fn set(capture: &mut Capture, key: &str, value: &Spanned<DeValue<'_>>) -> Result<(), &'static str> {
    match key {
        "outlet" => capture.outlet = Some(words(value)?),
        "report" => capture.report = Some(words(value)?),
        "story" => capture.story = Some(words(value)?),
        "url" => capture.url = Some(words(value)?),
        "byline" => capture.byline = Some(words(value)?),
        "note" => capture.note = Some(words(value)?),
        "title" => capture.title = words(value)?,
        "published" => capture.published_at = Some(time(key, value, &mut capture.notes)?),
        "captured" => capture.captured_at = Some(time(key, value, &mut capture.notes)?),
        _ => capture.notes.push(format!("front matter has a key that is not known, {key}; known are {}", KEYS.join(", "))),
    }
    Ok(())
}

fn words(value: &Spanned<DeValue<'_>>) -> Result<String, &'static str> {
    match value.get_ref() {
        DeValue::String(text) if text.contains('\0') => Err("must not hold NUL"),
        DeValue::String(text) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
        _ => Err("must be a text in quotation marks, and not empty"),
    }
}

/// UTC seconds of a TOML date-time, or of one in quotation marks. A date alone is its first second; a time without a zone is UTC, and both
/// are noted, since the order of versions hangs on them.
fn time(key: &str, value: &Spanned<DeValue<'_>>, notes: &mut Vec<String>) -> Result<i64, &'static str> {
    const WANTED: &str = "must be a time such as 2025-11-06T07:40:00Z";
    let moment = match value.get_ref() {
        DeValue::Datetime(moment) => *moment,
        DeValue::String(text) => text.trim().parse().map_err(|_| WANTED)?,
        _ => return Err(WANTED),
    };
    let date = moment.date.ok_or(WANTED)?;
    match (moment.time, moment.offset) {
        (None, _) => notes.push(format!("{key} is a day without a time, read as its first second in UTC")),
        (Some(_), None) => notes.push(format!("{key} names no time zone, read as UTC")),
        _ => {}
    }
    let day = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()).ok_or(WANTED)?;
    let (hour, minute, second) = moment.time.map_or((0, 0, 0), |time| (time.hour, time.minute, time.second.unwrap_or(0)));
    // A leap second is counted as the second before it, as UTC seconds have no place for it.
    let local = day.and_hms_opt(hour.into(), minute.into(), u32::from(second).min(59)).ok_or(WANTED)?;
    let east = match moment.offset {
        Some(toml::value::Offset::Custom { minutes }) => i64::from(minutes) * 60,
        Some(toml::value::Offset::Z) | None => 0,
    };
    Ok(Utc.from_utc_datetime(&local).timestamp() - east)
}

/// The first line where a blank one, or the end, follows; else none.
fn title(text: &str) -> &str {
    let mut lines = text.trim_start_matches('\n').lines();
    let first = lines.next().unwrap_or_default();
    if lines.next().is_none_or(|second| second.trim().is_empty()) { unmarked(first.trim()) } else { "" }
}

/// A title without the signs that make it a heading in Markdown.
fn unmarked(title: &str) -> &str {
    let words = title.trim_start_matches('#');
    if words.len() < title.len() && words.starts_with(' ') { words.trim_start() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Capture, IngestErrorKind> {
        Text.read(text.as_bytes())
    }

    fn front_matter_error(text: &str) -> (usize, String) {
        match read(text) {
            Err(IngestErrorKind::FrontMatter { line, reason }) => (line, reason),
            other => panic!("no front matter error: {other:?}"),
        }
    }

    #[test]
    fn front_matter_fills_every_field() {
        let text = "+++\noutlet = \"Frontier Wire\"\nreport = \"main\"\nstory = \"talks\"\nurl = \"https://example.org/1\"\n\
                    published = 2025-11-06T07:40:00Z\ncaptured = 2025-11-06T09:55:12+02:00\ntitle = \"Given\"\nbyline = \"By A. Writer\"\n\
                    note = \"Corrects the date\"\n+++\r\nFirst line\n\nBody.\r\n";
        let capture = read(text).unwrap();
        assert_eq!(capture.outlet.as_deref(), Some("Frontier Wire"));
        assert_eq!(capture.report.as_deref(), Some("main"));
        assert_eq!(capture.story.as_deref(), Some("talks"));
        assert_eq!(capture.url.as_deref(), Some("https://example.org/1"));
        assert_eq!(capture.published_at, Some(1_762_414_800));
        assert_eq!(capture.captured_at, Some(1_762_415_712));
        assert_eq!(capture.title, "Given");
        assert_eq!(capture.byline.as_deref(), Some("By A. Writer"));
        assert_eq!(capture.note.as_deref(), Some("Corrects the date"));
        assert_eq!(capture.text, "First line\n\nBody.\n");
        assert!(capture.notes.is_empty());
    }

    #[test]
    fn times_may_be_dates_or_in_quotation_marks() {
        for (value, seconds) in
            [("2025-11-06", 1_762_387_200), ("\"2025-11-06T00:00:01Z\"", 1_762_387_201), ("2025-11-06 00:01:00", 1_762_387_260)]
        {
            assert_eq!(read(&format!("+++\npublished = {value}\n+++\nA")).unwrap().published_at, Some(seconds), "{value}");
        }
    }

    #[test]
    fn a_text_without_front_matter_is_all_text() {
        let capture = read("+++ not a fence\n\nBody").unwrap();
        assert_eq!((capture.text.as_str(), capture.title.as_str()), ("+++ not a fence\n\nBody", "+++ not a fence"));
        assert!(capture.outlet.is_none());
    }

    #[test]
    fn the_first_line_is_the_title_only_where_the_second_is_blank() {
        assert_eq!(read("Title\n  \nBody").unwrap().title, "Title");
        assert_eq!(read("Not a title\nbut a paragraph").unwrap().title, "");
        assert_eq!(read("+++\n+++\n\nTitle\n\nBody").unwrap().title, "Title");
    }

    #[test]
    fn a_heading_of_markdown_is_a_title() {
        assert_eq!(read("# Talks open\n\nBody").unwrap().title, "Talks open");
        assert_eq!(read("#Talks\n\nBody").unwrap().title, "#Talks");
    }

    #[test]
    fn front_matter_of_another_kind_is_noted_and_is_text() {
        let yaml = "---\ntitle: Talks\noutlet: Wire\n---\nBody\n";
        let capture = read(yaml).unwrap();
        assert_eq!((capture.text.as_str(), capture.notes.as_slice()), (yaml, [YAML.to_owned()].as_slice()));
        assert!(read("---\nA rule and no key\n---\nBody\n").unwrap().notes.is_empty());
    }

    #[test]
    fn what_begins_as_something_else_is_noted_and_is_text() {
        for (text, note) in [("\n+++\noutlet = \"A\"\n+++\nB", LATE), (" <!DOCTYPE html><p>B", HTML), ("<HTML>\n<p>B", HTML)] {
            let capture = read(text).unwrap();
            assert_eq!((capture.text.as_str(), capture.notes.as_slice()), (text, [note.to_owned()].as_slice()));
        }
        assert!(read("\n+++\nA rule and no front matter\n").unwrap().notes.is_empty());
        assert!(read("<b>Rain</b>\n").unwrap().notes.is_empty());
    }

    #[test]
    fn times_that_say_less_than_they_should_are_noted() {
        let notes = |matter: &str| read(&format!("+++\n{matter}\n+++\nA")).unwrap().notes;
        assert_eq!(notes("captured = 2026-01-01"), ["captured is a day without a time, read as its first second in UTC"]);
        assert_eq!(notes("published = 2026-01-01T10:00:00"), ["published names no time zone, read as UTC"]);
        assert_eq!(notes("captured = 2022-01-01T10:00:00Z\npublished = 2026-01-01T10:00:00Z"), ["captured is before published"]);
    }

    #[test]
    fn an_unknown_key_is_noted() {
        let capture = read("+++\nsection = \"World\"\n+++\nA").unwrap();
        let known = "outlet, report, url, published, captured, title, byline, story, note";
        assert_eq!(capture.notes, [format!("front matter has a key that is not known, section; known are {known}")]);
        for key in KEYS {
            let value = if ["published", "captured"].contains(&key) { "2026-01-01T10:00:00Z" } else { "\"A\"" };
            assert!(read(&format!("+++\n{key} = {value}\n+++\nA")).unwrap().notes.is_empty(), "{key}");
        }
    }

    #[test]
    fn malformed_front_matter_names_line_and_reason() {
        assert_eq!(front_matter_error("+++\noutlet = \"A\"\n"), (1, "no second line `+++` ends it".to_owned()));
        assert_eq!(front_matter_error("+++\noutlet = \"A\"\nreport = 7\n+++\nB").0, 3);
        assert_eq!(
            front_matter_error("+++\n\npublished = \"yesterday\"\n+++\nB"),
            (3, "published must be a time such as 2025-11-06T07:40:00Z".to_owned())
        );
        assert_eq!(front_matter_error("+++\nurl = \"a\"\noutlet = A\n+++\nB").0, 3);
        assert_eq!(front_matter_error("+++\noutlet = \" \"\n+++\nB").0, 2);
        assert_eq!(front_matter_error("+++\nurl = \"a\"\nurl = \"b\"\n+++\nB").0, 3);
    }

    #[test]
    fn a_text_of_nothing_but_front_matter_is_empty() {
        assert_eq!(read("+++\noutlet = \"A\"\n+++\n \n"), Err(IngestErrorKind::Empty));
        assert_eq!(read(" \n"), Err(IngestErrorKind::Empty));
    }
}
