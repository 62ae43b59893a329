//! `sayso review`: one item, one key. Needs a terminal; `--list` and `decide` do the same without one.
//!
//! Every key press that rules is a decision of its own, appended at once: leaving in the middle loses nothing.

use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal;
use sayso::decisions::{self, Item, Verdict};
use sayso::model::Ruling;
use sayso::report::listings::{self, Scope};
use sayso::report::{Block, Column, Listing, Mark, Report, Rich, Section, WordDiff};
use sayso::store::{DecisionId, Store};
use sayso::text::CharIndex;

use super::Context;
use super::decide::{label, rule, who};
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

/// The keys that do something on an item of that kind.
fn keys(kind: &str) -> &'static str {
    match kind {
        "change" => "a accept · r reject · l relabel · s skip · u undo · ? help · q quit",
        _ => "a accept · r reject · l relabel · m merge · x split · s skip · u undo · ? help · q quit",
    }
}

const HELP: &[&str] = &[
    "a  it is right as it stands",
    "r  it is not what it says",
    "l  it is of another act or kind: you are asked which",
    "m  it belongs to another claim or thread: you are asked for the id",
    "x  it does not belong to its thread",
    "s  leave it for later",
    "u  take your last decision back and return to it",
    "q  end; what was decided stays decided",
];

pub fn run(ctx: &mut Context, args: args::Review) -> Result<Exit, Failure> {
    let mut store = if args.list { sources::reading(ctx)? } else { sources::writing(ctx)? };
    let story = sources::story(&store, args.story.story.as_deref())?;
    let open = open_items(&store, &story)?;
    if args.list {
        ctx.ui.emit(list(&open), args.output.format)?;
        return Ok(Exit::Done);
    }
    if !ctx.ui.is_interactive() {
        return Err(Failure::usage("`review` needs a terminal")
            .hint("`sayso review --list` shows what is open, `sayso decide ID accept|reject|…` rules on it"));
    }
    let who = who(args.by.as_deref())?;
    let mut session = Session { ctx, store: &mut store, who, made: Vec::new() };
    session.go_through(&open)?;
    let made = session.made.len();
    ctx.ui.say(&format!("{} on {} open items", listings::count(made, "decision"), open.len()));
    Ok(Exit::Done)
}

/// Changes and claims on which no standing decision was made.
fn open_items(store: &Store, story: &str) -> Result<Vec<Item>, Failure> {
    let decided: Vec<_> = store.decisions()?.into_iter().filter(|decision| decision.stands && decision.undoes.is_none()).collect();
    let mut items = decisions::items(store, Some(story))?;
    items.retain(|item| {
        let about = &item.subject;
        about.kind != "thread"
            && !decided.iter().any(|decision| {
                let made = &decision.made.subject;
                made.kind == about.kind && made.sha256 == about.sha256 && made.span == about.span
            })
    });
    Ok(items)
}

fn list(open: &[Item]) -> Listing {
    let mut listing = Listing::new("item", &[Column::id("id"), Column::name("kind"), Column::words("says")]);
    for item in open {
        let object = serde_json::json!({"type": "item", "id": item.subject.row, "kind": item.subject.kind, "says": item.says});
        listing.push(vec![item.subject.row.as_str().into(), item.subject.kind.as_str().into(), item.says.as_str().into()], object);
    }
    listing.footer.push(listings::count(open.len(), "open item"));
    listing
}

/// One sitting at the terminal.
struct Session<'a> {
    ctx: &'a Context,
    store: &'a mut Store,
    who: String,
    /// Decisions made, each with the item it is on.
    made: Vec<(DecisionId, usize)>,
}

impl Session<'_> {
    fn go_through(&mut self, open: &[Item]) -> Result<(), Failure> {
        let mut at = 0;
        while let Some(item) = open.get(at) {
            self.show(item, at, open.len())?;
            let ruling = match read_key()? {
                'a' => Some((Ruling::Accept, None)),
                'r' => Some((Ruling::Reject, None)),
                'x' if item.subject.kind != "change" => Some((Ruling::Split, None)),
                'l' => self.asked_label(item)?.map(|label| (Ruling::Relabel, Some(label))),
                'm' if item.subject.kind != "change" => {
                    self.asked("id of the claim or thread that it is")?.map(|id| (Ruling::Merge, Some(id)))
                }
                's' => {
                    at += 1;
                    None
                }
                'u' => {
                    at = self.undo()?.unwrap_or(at);
                    None
                }
                '?' => {
                    HELP.iter().for_each(|line| self.ctx.ui.say(line));
                    None
                }
                'q' => return Ok(()),
                other => {
                    self.ctx.ui.say(&format!("{other:?} does nothing here"));
                    None
                }
            };
            if let Some((ruling, detail)) = ruling {
                let verdict = Verdict { ruling, detail, who: self.who.clone(), why: None };
                let id = rule(self.store, item, verdict)?;
                self.made.push((id, at));
                at += 1;
            }
        }
        Ok(())
    }

    /// The item with both versions, the changed words marked.
    fn show(&self, item: &Item, at: usize, of: usize) -> Result<(), Failure> {
        let scope = Scope::new(self.store, None)?;
        let words = |snapshot, span| -> Result<(String, String), Failure> {
            let text = self.store.text(snapshot)?;
            let place = scope.info(snapshot).map(|info| info.reference.clone()).unwrap_or_default();
            Ok((place, CharIndex::new(&text).bytes(span).of(&text).to_owned()))
        };
        let (to_place, after) = words(item.snapshot, item.subject.span)?;
        let shown = match item.before {
            Some((snapshot, span)) if (snapshot, span) != (item.snapshot, item.subject.span) => {
                let (from_place, before) = words(snapshot, span)?;
                WordDiff { label: String::new(), from_place, to_place, runs: listings::marked_change(&before, &after) }
            }
            _ => WordDiff { label: String::new(), from_place: String::new(), to_place, runs: Rich::new().with(Mark::Claim, after) },
        };
        let heading = format!("[{}/{of}] {} {}", at + 1, item.subject.kind, item.subject.row);
        let blocks = vec![Block::Paragraph(item.says.as_str().into()), Block::WordDiff(shown)];
        let report = Report { sections: vec![Section { heading, blocks }], ..Report::default() };
        self.ctx.ui.emit(report, sayso::report::FORMATS[0])?;
        self.ctx.ui.say(keys(&item.subject.kind));
        Ok(())
    }

    /// Takes the last decision of this sitting back; gives the place of its item.
    fn undo(&mut self) -> Result<Option<usize>, Failure> {
        let Some((id, at)) = self.made.pop() else {
            self.ctx.ui.say("nothing to undo in this sitting; `sayso decide N undo` takes back an older decision");
            return Ok(None);
        };
        let _ = decisions::undo(self.store, id, &self.who, None, sources::now()?)?;
        Ok(Some(at))
    }

    fn asked_label(&self, item: &Item) -> Result<Option<String>, Failure> {
        let Some(given) = self.asked(if item.subject.kind == "change" { "kind that it is" } else { "act that it is" })? else {
            return Ok(None);
        };
        match label(&item.subject.kind, &given) {
            Ok(label) => Ok(Some(label)),
            Err(failure) => {
                self.ctx.ui.fail(&failure);
                Ok(None)
            }
        }
    }

    /// A line from the user; `None` where it is empty.
    fn asked(&self, what: &str) -> Result<Option<String>, Failure> {
        self.ctx.ui.say(&format!("{what}:"));
        let mut line = String::new();
        io::stdin().read_line(&mut line)?;
        Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty()))
    }
}

/// One key, without Enter. Ctrl-C and Esc quit, as `q` does.
fn read_key() -> Result<char, Failure> {
    terminal::enable_raw_mode()?;
    let key = loop {
        match event::read() {
            Ok(Event::Key(key)) if key.kind == KeyEventKind::Press => break Ok(key),
            Ok(_) => {}
            Err(error) => break Err(error),
        }
    };
    terminal::disable_raw_mode()?;
    let key = key?;
    Ok(match key.code {
        KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => 'q',
        KeyCode::Char(letter) => letter.to_ascii_lowercase(),
        KeyCode::Esc => 'q',
        _ => ' ',
    })
}
