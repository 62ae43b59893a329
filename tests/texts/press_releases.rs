//! Edits as press offices make them: sentences cut in two with a new date, lists made of sentences, entries put on top of others.

use sayso::diff::{LinkKind, compare, facts};
use sayso::text::Document;

fn links(from: &str, to: &str) -> Vec<(LinkKind, usize, usize)> {
    let (old, new) = (Document::new(from), Document::new(to));
    compare(&old, &new).links.iter().map(|link| (link.kind, link.from.len(), link.to.len())).collect()
}

fn told(from: &str, to: &str) -> Vec<(String, String)> {
    let (old, new) = (Document::new(from), Document::new(to));
    let found = facts(&old, &new, &compare(&old, &new));
    let words = |span: Option<_>, document: &Document<'_>| span.map_or(String::new(), |span| document.slice(span).to_owned());
    found.iter().map(|fact| (words(fact.old, &old), words(fact.new, &new))).collect()
}

#[test]
fn a_sentence_cut_in_two_with_another_date_is_a_split() {
    let from = "Grants for halls\n\nApplications opened today (3 March) and will close on 30 April. Halls can apply for £2,000.\n";
    let to = "Grants for halls\n\nApplications opened on 3 March. They will now close on 31 May. Halls can apply for £2,500.\n";
    assert_eq!(links(from, to)[1..], [(LinkKind::Split, 1, 2), (LinkKind::Edited, 1, 1)]);
    let told = told(from, to);
    assert!(told.contains(&("30 April".to_owned(), "31 May".to_owned())), "{told:?}");
}

#[test]
fn an_entry_on_top_that_is_put_as_the_one_below_is_new() {
    let below = "13 November: Blue rot was confirmed in commercial orchards at a site near Thornby, Norfolk.\n";
    let from = format!("Blue rot: latest\n\n{below}");
    let to = format!(
        "Blue rot: latest\n\n15 November: Blue rot was confirmed at a third site near Ashmere, Suffolk.\n\n{}",
        below.replace("a site", "two sites")
    );
    assert_eq!(links(&from, &to)[1..], [(LinkKind::Added, 0, 1), (LinkKind::Edited, 1, 1)]);
}

#[test]
fn a_list_made_of_a_sentence_is_a_split_and_changes_no_fact() {
    let from = "Travel\n\nVisitors to Marlonia should follow the advice of the police, avoid marches and keep papers up to date.\n";
    let to = "Travel\n\nVisitors to Marlonia should:\n\n- follow the advice of the police\n- avoid marches\n- keep papers up to date\n";
    assert_eq!(links(from, to)[1..], [(LinkKind::Split, 1, 4)]);
    assert_eq!(told(from, to), []);
}

#[test]
fn what_is_said_again_in_the_second_half_of_a_split_is_no_fact() {
    let from = "Travel\n\nArrivals must have a negative test taken no more than 72 hours before departure and complete a form.\n";
    let to = "Travel\n\nArrivals must complete a form. They must also have a negative test taken no more than 48 hours before departure.\n";
    assert_eq!(told(from, to), [("no more than 72 hours".to_owned(), "no more than 48 hours".to_owned())]);
}
