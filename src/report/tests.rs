//! Every format against one hostile report, and the promises that all formats keep.

use super::*;

const HOSTILE: &[&str] = &[
    "\u{1b}[31mred\u{1b}[0m \u{9b}5m",
    "\u{1b}]8;;http://evil\u{7}link\u{1b}]8;;\u{7}",
    "safe\u{202e}desrever\u{2066}\u{200b}\u{feff}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><b onclick='x'>&amp;",
    "=HYPERLINK(\"http://evil\")",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "a|b\n| - |\n# head\n- item\n1. one",
    "[x](javascript:alert(1)) ![y](http://evil) `code` *em* __st__",
    "nul \u{0} del \u{7f} nel \u{85} ls \u{2028}",
];

fn hostile_report() -> Report {
    let mut listing = Listing::new("change", &[Column::name("who"), Column::number("weight"), Column::text("words")]);
    for text in HOSTILE {
        let marked = Rich::from(*text).with(Mark::Deleted, *text).with(Mark::Inserted, *text).with_link(*text, "javascript:alert(1)");
        listing.push(vec![(*text).into(), (-5).into(), marked.into()], serde_json::json!({ "who": text, "weight": -5 }));
    }
    listing.footer = HOSTILE.iter().map(|text| (*text).to_owned()).collect();
    let rich = || HOSTILE.iter().fold(Rich::new(), |rich, text| rich.with(Mark::Claim, *text));
    let diff = WordDiff { label: HOSTILE[0].into(), from_place: HOSTILE[2].into(), to_place: HOSTILE[3].into(), runs: rich() };
    let moment = Moment { when: HOSTILE[0].into(), what: rich(), words: rich(), anchor: Some("\"><script>".into()) };
    let blocks = vec![
        Block::Paragraph(rich()),
        Block::Passage(rich()),
        Block::Items(vec![rich()]),
        Block::Listing(listing),
        Block::WordDiff(diff),
        Block::Timeline(vec![moment]),
    ];
    let section = Section { heading: HOSTILE[3].into(), blocks };
    Report { title: HOSTILE[2].into(), subtitle: vec![HOSTILE[0].into()], sections: vec![section] }
}

fn written(format: &dyn Format, report: &Report, page: Page) -> String {
    let mut out = Vec::new();
    format.write(report, &page, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn named(name: &str) -> &'static dyn Format {
    format(name).unwrap()
}

#[test]
fn no_format_passes_on_what_a_terminal_obeys_or_an_eye_misses() {
    for format in FORMATS {
        for width in [None, Some(30), Some(80), Some(200)] {
            let text = written(*format, &hostile_report(), Page { width, ..Page::default() });
            let hidden = text.chars().find(|c| sanitise::is_hidden(*c) && !matches!(c, '\n' | '\t'));
            assert_eq!(hidden, None, "{} at {width:?}", format.name());
        }
    }
}

#[test]
fn colour_adds_no_escape_but_its_own() {
    let text = written(named("table"), &hostile_report(), Page { width: Some(80), colour: true, side_by_side: true });
    for escape in text.split('\u{1b}').skip(1) {
        let (code, _) = escape.split_once('m').expect("an escape of ours ends in m");
        assert!(code.starts_with('[') && code[1..].chars().all(|c| c.is_ascii_digit() || c == ';'), "{code:?}");
    }
}

#[test]
fn every_format_writes_the_same_bytes_twice_and_ends_its_last_line() {
    for format in FORMATS {
        let text = written(*format, &hostile_report(), Page::default());
        assert_eq!(text, written(*format, &hostile_report(), Page::default()));
        assert!(text.ends_with('\n'), "{}", format.name());
    }
}

#[test]
fn json_reads_back_as_the_text_that_went_in() {
    let array: Vec<serde_json::Value> = serde_json::from_str(&written(named("json"), &hostile_report(), Page::default())).unwrap();
    let lines = written(named("ndjson"), &hostile_report(), Page::default());
    for ((value, line), text) in array.iter().zip(lines.lines()).zip(HOSTILE) {
        assert_eq!(value["who"], *text);
        assert_eq!(*value, serde_json::from_str::<serde_json::Value>(line).unwrap());
    }
    assert_eq!(array.len(), HOSTILE.len());
}

#[test]
fn json_of_several_listings_is_an_object_by_section() {
    let section = |heading: &str| Section { heading: heading.into(), blocks: vec![Block::Listing(Listing::new("claim", &[]))] };
    let report = Report { sections: vec![section("What changed"), section("What changed"), section("")], ..Report::default() };
    let value: serde_json::Value = serde_json::from_str(&written(named("json"), &report, Page::default())).unwrap();
    assert_eq!(value, serde_json::json!({ "schema": "sayso/1", "what-changed": [], "what-changed-2": [], "claim": [] }));
}

#[test]
fn spreadsheets_are_given_no_formula_and_numbers_stay_numbers() {
    for (name, delimiter, quoting) in [("csv", b',', true), ("tsv", b'\t', false)] {
        let text = written(named(name), &hostile_report(), Page::default());
        let mut reader = ::csv::ReaderBuilder::new().delimiter(delimiter).quoting(quoting).from_reader(text.as_bytes());
        let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), HOSTILE.len(), "{name}");
        for record in records {
            assert_eq!(&record[1], "-5", "{name}");
            assert!(!record[0].starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {:?}", &record[0]);
        }
    }
}

#[test]
fn html_has_no_element_and_no_address_of_foreign_making() {
    let page = written(named("html"), &hostile_report(), Page::default());
    for foreign in ["<script", "<img", "<b onclick", "javascript:alert(1)\"", "href=\"javascript"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("&lt;script&gt;"));
}

#[test]
fn markdown_keeps_a_row_on_its_line_and_markup_as_text() {
    let text = written(named("markdown"), &hostile_report(), Page::default());
    let unescaped = text.replace("\\]", "").replace("\\`", "").replace("\\*", "");
    for foreign in ["<script", "<img", "](javascript", "![y](", "`code`", " *em*", "\n# head", "\n1. one"] {
        assert!(!unescaped.contains(foreign), "{foreign}");
    }
    let rows = text.lines().filter(|line| line.starts_with("| "));
    for row in rows {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 4, "{row}");
    }
}

#[test]
fn an_unknown_format_is_told_the_known_ones() {
    let error = format("xml").err().unwrap().to_string();
    assert_eq!(error, "no format is called \"xml\"; known: table, json, ndjson, csv, tsv, markdown, html");
}

#[test]
fn a_file_name_tells_its_format() {
    assert_eq!(format_of_path("a/Report.HTML".as_ref()).map(Format::name), Some("html"));
    assert!(format_of_path("report".as_ref()).is_none());
}

#[test]
fn a_listing_without_rows_says_so_to_readers_and_is_empty_to_programs() {
    let empty = Report::from(Listing::new("claim", &[Column::name("id")]));
    assert_eq!(written(named("table"), &empty, Page::default()), "nothing to list\n");
    assert_eq!(written(named("json"), &empty, Page::default()), "[]\n");
    assert_eq!(written(named("ndjson"), &empty, Page::default()), "");
    assert_eq!(written(named("csv"), &empty, Page::default()), "id\n");
}

#[test]
fn programs_read_the_objects_that_a_listing_has_in_place_of_those_of_its_rows() {
    let mut listing = Listing::new("thread", &[Column::name("thread")]);
    listing.push(vec!["t1".into()], serde_json::json!({"row": 1}));
    listing.objects = Some(vec![serde_json::json!({"member": 1}), serde_json::json!({"member": 2})]);
    let by_row = Report::from(listing.clone().by_row());
    let report = Report::from(listing);
    assert_eq!(written(named("ndjson"), &report, Page::default()), "{\"member\":1}\n{\"member\":2}\n");
    assert_eq!(written(named("json"), &report, Page::default()), "[\n{\"member\":1},\n{\"member\":2}\n]\n");
    assert_eq!(written(named("ndjson"), &by_row, Page::default()), "{\"row\":1}\n");
    assert_eq!(written(named("csv"), &report, Page::default()), "thread\nt1\n");
}
