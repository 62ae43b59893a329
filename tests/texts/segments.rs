//! Lines are labelled as what they are; reporting that only looks like furniture is reporting.

use sayso::text::{Document, SegmentKind};

use SegmentKind::{Byline, Caption, Furniture, ListItem, Notice, Paragraph};

/// Lines of a page that are no reporting, or no running text.
const LABELLED: &[(SegmentKind, &str)] = &[
    (Furniture, "Updated at 14:05 GMT"),
    (Furniture, "Last updated: 6 November 2025"),
    (Furniture, "Published: Nov. 6, 2025"),
    (Furniture, "Read more: What the truce means for trade"),
    (Furniture, "Related: Five questions on the border talks"),
    (Furniture, "Sign up for our morning newsletter"),
    (Furniture, "Follow us on social media"),
    (Furniture, "Advertisement"),
    (Furniture, "Share this article"),
    (Furniture, "Reporting by Lena Ruiz in Oslo; editing by Tom Vale"),
    (Furniture, "© 2025 The Harbour Post"),
    (Furniture, "All rights reserved"),
    (Notice, "Correction: An earlier version of this article misstated the toll."),
    (Notice, "Editor's note: This story has been updated with a reply."),
    (Notice, "This article was amended on 7 November to fix a name."),
    (Caption, "FILE PHOTO: Guards stand at the crossing."),
    (Caption, "Photo: The hall before the talks."),
    (Byline, "By Lena Ruiz and Tom Vale"),
    (Byline, "By Omar Haddad in Istanbul"),
    (ListItem, "• Troops leave the valley"),
    (ListItem, "2. Prisoners are freed"),
];

/// Reporting that begins with the words of a label.
const REPORTING: &[&str] = &[
    "Updated figures show that 14 people died.",
    "Updated at the last minute, the text dropped the clause on prisoners.",
    "By Friday, the toll had risen.",
    "By Tuesday Night the Red Cross had counted 40 dead.",
    "Related charges were dropped.",
    "Related: to the same family, the two men denied the charge.",
    "Published figures understate the losses, the union said.",
    "First published figures put the toll at 12.",
    "For more than a week the crossing stayed shut.",
    "For more on the deal, ministers must wait until Monday, the envoy said.",
    "For the latest talks both sides sent generals.",
    "Read more books, the minister told pupils.",
    "More from the fund would follow, officials said.",
    "Reporting by the commission was halted on Monday.",
    "Reporting by state media was false, the ministry said.",
    "Editing by the ministry removed the names of the dead.",
    "Copyright law was changed by the vote.",
    "Follow us into the ruins, the survivors asked.",
    "Follow us or die, the gunmen told the villagers.",
    "Share this burden, the envoy urged them.",
    "Click here and you lose your savings, police warned.",
    "Corrected figures show 14 dead.",
    "Correction officers walked out at four prisons.",
    "Correction of the border will take years.",
    "Photo evidence was shown to the court.",
    "Video of the raid was shown in court.",
    "Watch: that was the order given to the guards on Monday.",
    "Sign up for our army or leave, the rebels told them.",
    "Advertisement of tobacco was banned on Monday.",
    "Heat contributed to this report's grim count of the dead.",
    "Subscribe to our cause or leave, the rebels told them.",
    "- We will not leave, he said.",
];

fn kind(line: &str) -> SegmentKind {
    let text = format!("Talks resume in Oslo\n\nThey met on Thursday.\n\n{line}\n\nThe talks go on.\n");
    let document = Document::new(&text);
    let at = text.find(line).expect("the line is in the text");
    let segment = document.segments.iter().find(|segment| segment.span.start() == at);
    segment.unwrap_or_else(|| panic!("no segment begins with the line: {line}")).kind
}

#[test]
fn lines_that_are_no_running_text_are_labelled() {
    let wrong: Vec<_> = LABELLED.iter().filter(|(want, line)| kind(line) != *want).map(|(_, line)| (line, kind(line))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn reporting_that_looks_like_furniture_is_reporting() {
    let wrong: Vec<_> =
        REPORTING.iter().filter(|line| !matches!(kind(line), Paragraph | ListItem)).map(|line| (line, kind(line))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
