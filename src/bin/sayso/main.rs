//! The command line: reads arguments, calls the library, prints what it gives, and ends with the exit code that DESIGN names.

use std::io::{BufRead, Write};

use sayso::pipeline;

fn main() -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let input: serde_json::Value = serde_json::from_str(&line?)?;
        let found = pipeline::findings(input["text"].as_str().unwrap_or_default());
        let mut put = |kind: &str, row: serde_json::Value| -> anyhow::Result<()> {
            let mut row = row;
            row["type"] = kind.into();
            row["doc"] = input["id"].clone();
            Ok(writeln!(out, "{row}")?)
        };
        for claim in &found.claims {
            put("claim", serde_json::to_value(claim)?)?;
        }
        for figure in &found.figures {
            put("figure", serde_json::to_value(figure)?)?;
        }
        for status in &found.statuses {
            put("status", serde_json::to_value(status)?)?;
        }
    }
    Ok(())
}
