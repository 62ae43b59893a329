//! Hard sentences of news end where a reader ends them; what ours gets wrong is pinned with the reason.

use sayso::text::Document;

const FILE: &str = include_str!("../fixtures/sentences.tsv");

/// A row: the text, where its sentences end, and why ours ends them elsewhere.
struct Item {
    text: String,
    sentences: Vec<String>,
    wrong: &'static str,
}

fn items() -> Vec<Item> {
    let rows = FILE.lines().filter(|line| !line.starts_with('#')).skip(1);
    let items = rows.map(|row| {
        let (marked, wrong) = row.split_once('\t').unwrap_or_else(|| panic!("one tab: {row}"));
        let lines = marked.replace('⏎', "\n");
        // A mark before a line end or a space stands where the sentence before ends.
        let text = lines.replace("\n¦", "\n").replace("~¦", "").replace(" ¦", " ").replace('¦', " ");
        let sentences = lines.split('¦').map(|sentence| sentence.trim_end_matches('~').trim().to_owned()).collect();
        Item { text, sentences, wrong: if wrong == "-" { "" } else { wrong } }
    });
    items.collect()
}

fn found(text: &str) -> Vec<&str> {
    let document = Document::new(text);
    document.sentences.iter().map(|sentence| document.slice(sentence.span)).collect()
}

#[test]
fn hard_sentences_end_where_a_reader_ends_them() {
    let mut wrong = Vec::new();
    for item in items().iter().filter(|item| item.wrong.is_empty()) {
        if found(&item.text) != item.sentences {
            wrong.push(format!("want {:?}\n got {:?}", item.sentences, found(&item.text)));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_known_to_be_wrong_still_is() {
    for item in items().iter().filter(|item| !item.wrong.is_empty()) {
        assert_ne!(found(&item.text), item.sentences, "right now; take out the reason: {}", item.wrong);
    }
}

#[test]
fn the_list_is_long_and_nearly_all_of_it_right() {
    let (all, right) = (items().len(), items().iter().filter(|item| item.wrong.is_empty()).count());
    assert!(all >= 60 && right >= 58 && right * 100 >= all * 90, "{right} of {all}");
}
