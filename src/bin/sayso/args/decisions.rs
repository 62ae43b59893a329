//! Arguments of the verbs by which people rule.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use sayso::model::Ruling;

use super::{Output, Story, named};

#[derive(Args)]
#[command(after_long_help = "Example: sayso review istanbul-talks --by \"Ada Byron\"")]
pub struct Review {
    #[command(flatten)]
    pub story: Story,
    /// Who rules; noted with each decision
    #[arg(long, value_name = "NAME", env = "SAYSO_BY", hide_env_values = true)]
    pub by: Option<String>,
    /// Print what is still open instead, with its ids
    #[arg(long)]
    pub list: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(
    after_long_help = "Examples:\n  sayso decide 7f3a reject --why \"a quotation from 2019\"\n  sayso decide 7f3a relabel --as warn\n\n\
A ruling that rules nothing is refused: the verdict that stands already, an undo of what is taken back, a merge of what is one thread, a \
split of what is in a thread of its own."
)]
pub struct Decide {
    /// The id of the claim, change or thread, or its beginning, with or without its first letter; for undo, the decision's number
    #[arg(value_name = "ID")]
    pub id: String,
    /// What to rule
    #[arg(value_name = "RULING", value_parser = named!(Ruling))]
    pub ruling: Ruling,
    /// For relabel: the act that it is, or the kind of a change; that alone is changed, not who says what to whom in which words
    #[arg(long = "as", value_name = "ACT", required_if_eq("ruling", "relabel"))]
    pub label: Option<String>,
    /// For merge: the thread that is the same
    #[arg(long, value_name = "ID", required_if_eq("ruling", "merge"))]
    pub with: Option<String>,
    /// Who rules
    #[arg(long, value_name = "NAME", env = "SAYSO_BY", hide_env_values = true)]
    pub by: Option<String>,
    /// The reason, for whoever reads the log
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
}
