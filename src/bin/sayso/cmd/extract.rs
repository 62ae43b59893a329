//! `sayso extract`: claims, figures and statuses of files or of lines of JSON, with no store.
//!
//! NDJSON to NDJSON is streamed, a text at a time; every other format needs all rows before it can write the first.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use sayso::model::Findings;
use sayso::pipeline::Pipeline;
use sayso::report::{Form, Listing, Row, findings};
use serde_json::Value;

use super::Context;
use crate::args::{Extract, InputForm};
use crate::exit::{Exit, Failure};
use crate::sources;
use crate::ui::Ui;

pub fn run(ctx: &Context, args: Extract) -> Result<Exit, Failure> {
    let pipeline = Pipeline::new(sources::knowledge(ctx)?);
    let mut sink = Sink::new(&ctx.ui, &args, pipeline);
    let mut rejected = None;
    for path in &args.files {
        let done = match args.input {
            InputForm::Text => whole_file(ctx, path, &args, &mut sink),
            InputForm::Ndjson => lines(path, &args, &mut sink),
        };
        match done {
            Ok(0) => {}
            Ok(_) => rejected = Some(Exit::Rejected),
            Err(failure) if failure.is_reader_gone() || args.files.len() == 1 => return Err(failure),
            Err(failure) => {
                ctx.ui.fail(&failure);
                rejected = Some(Exit::Rejected);
            }
        }
    }
    sink.finish(&args)?;
    Ok(rejected.unwrap_or(Exit::Done))
}

/// Where rows go: straight out, or into one listing.
struct Sink<'u> {
    ui: &'u Ui,
    stream: Option<std::io::BufWriter<std::io::StdoutLock<'static>>>,
    listing: Listing,
    pipeline: Pipeline<'static>,
}

impl<'u> Sink<'u> {
    fn new(ui: &'u Ui, args: &Extract, pipeline: Pipeline<'static>) -> Self {
        Sink { ui, stream: (args.output.format.form() == Form::Lines).then(|| ui.out()), listing: findings::listing(), pipeline }
    }

    fn put(&mut self, doc: &Value, found: &Findings) -> Result<(), Failure> {
        match &mut self.stream {
            Some(out) => {
                findings::write(doc, found, out)?;
                out.flush()?;
            }
            None => findings::push(&mut self.listing, doc, found),
        }
        for note in &found.notes {
            self.ui.warn(&format!("{note}: {}", name(doc)));
        }
        Ok(())
    }

    fn finish(mut self, args: &Extract) -> Result<(), Failure> {
        match self.stream {
            Some(_) => Ok(()),
            None => {
                self.listing.footer.push(summary(&self.listing.rows));
                self.ui.emit(self.listing, args.output.format)
            }
        }
    }
}

/// `3 claims, 1 figure, 0 statuses`.
fn summary(rows: &[Row]) -> String {
    let count = |kind: &str, one: &str, many: &str| match rows.iter().filter(|row| row.object["type"] == kind).count() {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    [count("claim", "claim", "claims"), count("figure", "figure", "figures"), count("status", "status", "statuses")].join(", ")
}

fn name(doc: &Value) -> String {
    doc.as_str().map_or_else(|| doc.to_string(), str::to_owned)
}

/// One text a file; gives the number of rejected files.
fn whole_file(ctx: &Context, path: &Path, args: &Extract, sink: &mut Sink<'_>) -> Result<usize, Failure> {
    let (captures, rejected) = sources::captures(ctx, &[path.to_owned()], args.limit.max_bytes)?;
    for capture in captures {
        let found = sink.pipeline.findings(&capture.origin, &capture.text);
        sink.put(&Value::String(capture.origin), &found)?;
    }
    Ok(rejected)
}

fn open(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if path == Path::new("-") {
        return Ok(Box::new(std::io::stdin()));
    }
    let file = File::open(path).map_err(|error| Failure::file("read", path, &error))?;
    Ok(Box::new(file))
}

fn too_large(limit: u64, path: &Path) -> Failure {
    Failure::new(Exit::Limit, format!("larger than {limit} bytes: {}", path.display())).hint("raise the limit with --max-bytes")
}

/// One JSON object a line; gives the number of rejected lines.
fn lines(path: &Path, args: &Extract, sink: &mut Sink<'_>) -> Result<usize, Failure> {
    let limit = args.limit.max_bytes;
    let mut input = BufReader::new(open(path)?);
    let (mut line, mut number, mut rejected) = (Vec::new(), 0, 0);
    loop {
        line.clear();
        number += 1;
        let read =
            (&mut input).take(limit.saturating_add(1)).read_until(b'\n', &mut line).map_err(|error| Failure::file("read", path, &error))?;
        if read == 0 {
            return Ok(rejected);
        }
        if read as u64 > limit {
            return Err(too_large(limit, path));
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match text_of(&line) {
            Ok((doc, text)) => {
                let found = sink.pipeline.findings(&name(&doc), &text);
                sink.put(&doc, &found)?;
            }
            Err(reason) => {
                sink.ui.warn(&format!("line {number} was passed over: {reason}: {}", path.display()));
                rejected += 1;
            }
        }
    }
}

/// The `id` and `text` of one line, or why it has none.
fn text_of(line: &[u8]) -> Result<(Value, String), String> {
    let mut value: Value = serde_json::from_slice(line).map_err(|error| format!("it is no JSON, column {}", error.column()))?;
    match (value.get_mut("id").map(Value::take), value.get_mut("text").map(Value::take)) {
        (Some(id), Some(Value::String(text))) => Ok((id, text)),
        (None, _) => Err("it has no \"id\"".to_owned()),
        (_, None) => Err("it has no \"text\"".to_owned()),
        (_, Some(_)) => Err("its \"text\" is no string".to_owned()),
    }
}
