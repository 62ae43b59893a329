//! Arguments of the verbs that list what was found in a story.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use sayso::model::{Act, ChangeKind, table_names};
use sayso::report::Format;

use super::{Output, Story, formats, named, topic_help};

#[derive(Args)]
#[command(after_long_help = "Example: sayso claims --act deny --by Kabul")]
pub struct Claims {
    #[command(flatten)]
    pub story: Story,
    /// Only this act
    #[arg(long, value_name = "ACT", value_parser = named!(Act))]
    pub act: Option<Act>,
    /// Only claims by this actor, under any of its names
    #[arg(long, value_name = "ACTOR")]
    pub by: Option<String>,
    /// Only claims aimed at this actor or with these words in them
    #[arg(long, value_name = "WORDS")]
    pub about: Option<String>,
    /// Only claims on this topic
    #[arg(long, value_name = "TOPIC", help = topic_help("Only claims on this topic"))]
    pub topic: Option<String>,
    /// Only this outlet
    #[arg(long, value_name = "OUTLET")]
    pub outlet: Option<String>,
    /// Only this snapshot
    #[arg(long, value_name = "REF")]
    pub at: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Examples:
  sayso changes --silent
  sayso changes --undeclared --kind reworded --kind dropped
  sayso changes frontier-wire-main@4
  sayso changes v1.txt v2.txt v3.txt --exit-code

Notice, as the column has it:
  declared  the publisher's own words (a correction, an update, a note) speak of the change
  partial   they speak of it in part, or too vaguely to tell
  silent until @N  they first do so in a later version, @N
  silent    they do not, and a publisher is expected to announce it: a figure, topic state, source,
            target, act, quotation, name, date or another detail that changed, a claim made stronger
            or weaker, an accusation, denial, quotation or statement of the outlet's own that was dropped
  –         any other edit: words added, reworded, moved or restored, other claims dropped,
            a state of what no topic tracks; no notice is looked for
A notice on another page is not seen.

Kinds, as --kind has them: as the column prints them, with a space or a _ between the words; \"detail changed\" and \"correction \
notice\" are both of kind corrected.")]
pub struct Changes {
    /// The story, a report of one (`herald-bank`), one of its versions (`herald-bank@3`: what changed in it), or files that are successive
    /// versions of one report. A word that is several is the story, or else the files; ./NAME is the files
    #[arg(value_name = "STORY|REPORT|FILE")]
    pub of: Vec<String>,
    /// Only changes that a publisher is expected to announce and that no notice speaks of
    #[arg(long)]
    pub silent: bool,
    /// Every change that no notice speaks of: those of --silent and other edits (–)
    #[arg(long, conflicts_with = "silent")]
    pub undeclared: bool,
    /// End with 1 where something changed
    #[arg(long)]
    pub exit_code: bool,
    /// Only this kind; may be given again
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub kind: Vec<ChangeKind>,
    /// Only this outlet
    #[arg(long, value_name = "OUTLET")]
    pub outlet: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso threads istanbul-talks")]
pub struct Threads {
    /// The story, or files that are successive versions of one report. A word that is both is the story; ./NAME is the files
    #[arg(value_name = "STORY|FILE")]
    pub of: Vec<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso thread 7f3a (the ids stand in `sayso threads`)")]
pub struct Thread {
    /// The thread's id, or its beginning, with or without its first letter
    #[arg(value_name = "ID")]
    pub id: String,
    /// Every wording, and not only the first hundred; formats other than the table always have all
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso who istanbul-talks

Actors of your own are a file like this, given with --actors FILE to import and to every verb after it. Tabs (here ⇥) part the columns, \
commas the other names; the first line is always the same:
  name⇥kind⇥aliases
  Harbour and Coast Trust⇥organisation⇥Harbour Trust, HCT
  Ana Torv⇥person⇥
Kinds: person, office, state, armed_group, organisation, media, document, crowd, unnamed. What a row says wins over what \
the program knows. --actors with rebuild reads a store again.")]
pub struct Who {
    #[command(flatten)]
    pub story: Story,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso status istanbul-talks ceasefire

A topic of your own is a file like this, given with --topics FILE to import and to every verb after it:
  name = \"ban\"
  mentions = [\"ban\", \"moratorium\"]
  [[state]]
  name = \"lifted\"
  cues = [\"lift* .. @\", \"@ .. lifted|scrapped\"]
  example = \"The council lifted its ban on bonfires.\"
  counter = \"The council imposed a ban on bonfires.\"
In a cue, @ is a mention, .. up to 6 words, lift* any word that begins so, a|b one of two. The name of a state is one word. The example must \
give the state, the counter must not.")]
pub struct Status {
    #[command(flatten)]
    pub story: Story,
    /// The topic; all where left out
    #[arg(value_name = "TOPIC", help = topic_help("The topic; all where left out"))]
    pub topic: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso figures istanbul-talks

A step to check is a toll or a total that a report lowers, or another unit. @2–4 is: from version 2 to 4.")]
pub struct Figures {
    #[command(flatten)]
    pub story: Story,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso compare istanbul-talks

Agreement, as the column has it:
  conflict   both cannot be true, and neither outlet has the other's version too: numbers that exclude each
             other, or a state and what its denial makes of it, where both were seen within twelve hours;
             affirmed and denied; in one source's mouth also agreed to and rejected, welcomed and condemned, another date, another
             target, a word for its contrary (armed, unarmed)
  differ     told otherwise, which may be no contradiction: a later count, another name or word in the
             same place, a quotation in other words, a doubt, a denial that one leaves out,
             affirmed and denied in words that are less alike, turned down by one and done by another
  agree      carried alike, in other words, or in other mouths
  only here  in one outlet
The latest version of each report is read. A toll has one row for all that is said of it.
A sum or a count of one thing has one, too, whatever noun the outlets tell it with.")]
pub struct Compare {
    #[command(flatten)]
    pub story: Story,
    /// All that one outlet has alone, and not only the weightiest; json, ndjson, csv and tsv always have all
    #[arg(long)]
    pub all: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso report istanbul-talks -o istanbul.html

What a decision rejects is in no count and no section but \"Decisions\"; what it relabels stands under its new act or kind.")]
pub struct ReportArgs {
    #[command(flatten)]
    pub story: Story,
    /// Where to write it; - for standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
    /// How to write it [default: what the file's name says, else markdown]
    #[arg(long, short, value_name = "FORMAT", value_parser = formats())]
    pub format: Option<&'static dyn Format>,
}

/// Kinds of changes by their names, or as tables name them.
fn kinds() -> impl TypedValueParser<Value = ChangeKind> {
    let known = ChangeKind::ALL.iter().map(|kind| PossibleValue::new(kind.as_str()).aliases(table_names(*kind)));
    PossibleValuesParser::new(known).try_map(|given| {
        let is_one = |kind: &&ChangeKind| table_names(**kind).contains(&given);
        ChangeKind::ALL.iter().find(is_one).map_or_else(|| given.parse(), |kind| Ok(*kind))
    })
}
