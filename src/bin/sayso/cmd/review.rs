//! `sayso review`: one item, one key. Needs a terminal; `--list` and `decide` do the same without one.
//!
//! Every key press that rules is a decision of its own, appended at once: leaving in the middle loses nothing. What is open is read anew
//! only where a ruling made the story be followed again.

use std::collections::{HashMap, HashSet};
use std::io;

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal;
use sayso::decisions::{self, Item, Label, Ruler, RulingError, Standing, Verdict};
use sayso::lexicon::World;
use sayso::model::SubjectKind;
use sayso::report::{self, Column, Listing, Report, listings};
use sayso::store::{DecisionId, ReportId, SnapshotId, Store};

use super::Context;
use super::decide::{find, say_what_gives_way, told, who};
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

/// A key, what it does, what that is called and means, and whether it does so on a change.
struct Action {
    key: char,
    does: Do,
    name: &'static str,
    help: &'static str,
    is_for_changes: bool,
}

/// What a key does.
#[derive(Clone, Copy)]
enum Do {
    Accept,
    Reject,
    Relabel,
    Merge,
    Split,
    Skip,
    Undo,
    Help,
    Quit,
}

const fn action(key: char, does: Do, name: &'static str, help: &'static str, is_for_changes: bool) -> Action {
    Action { key, does, name, help, is_for_changes }
}

const ACTIONS: &[Action] = &[
    action('a', Do::Accept, "accept", "it is right as it stands", true),
    action('r', Do::Reject, "reject", "it is not what it says", true),
    action('l', Do::Relabel, "relabel", "it is of another act or kind, all else being right: you are asked which", true),
    action('m', Do::Merge, "merge", "it belongs to another claim or thread: you are asked for the id", false),
    action('x', Do::Split, "split", "it does not belong to its thread", false),
    action('s', Do::Skip, "skip", "leave it for later", true),
    action('u', Do::Undo, "undo", "take your last decision back and return to it", true),
    action('?', Do::Help, "help", "say what the keys do", true),
    action(QUIT, Do::Quit, "quit", "end; what was decided stays decided", true),
];

/// The key that ends the sitting.
const QUIT: char = 'q';

/// The keys that do something on an item of that kind.
fn actions(kind: SubjectKind) -> impl Iterator<Item = &'static Action> {
    let is_change = kind == SubjectKind::Change;
    ACTIONS.iter().filter(move |action| action.is_for_changes || !is_change)
}

pub fn run(ctx: &Context, args: args::Review) -> Result<Exit, Failure> {
    let mut store = if args.list { sources::reading(ctx)? } else { sources::writing(ctx)? };
    let story = chosen::story(&store, args.story.story.as_deref())?;
    if args.list {
        let all = decisions::items(&store, Some(&story))?;
        ctx.ui.emit(list(&open_of(&store, &story, &all)?), args.output.format)?;
        return Ok(Exit::Done);
    }
    if !ctx.ui.is_interactive() {
        return Err(Failure::usage("`review` needs a terminal")
            .hint("`sayso review --list` shows what is open, `sayso decide ID accept|reject|…` rules on it"));
    }
    let who = who(args.by.as_deref())?;
    let knowledge = sources::knowledge_for(ctx, &store)?;
    let mut session =
        Session { ctx, world: &knowledge.world, store: &mut store, story, who, all: Vec::new(), queue: Vec::new(), made: Vec::new() };
    session.look_after(0)?;
    session.go_through()?;
    ctx.ui.say(&format!("{} on {} open items", listings::count(session.made.len(), "decision"), session.queue.len()));
    Ok(Exit::Done)
}

/// Changes and claims on which no decision stands. A claim that later versions of its report repeat word for word is asked for once.
fn open_of(store: &Store, story: &str, all: &[Item]) -> Result<Vec<Item>, Failure> {
    let standing = Standing::read(store, Some(story))?;
    let reports: HashMap<SnapshotId, ReportId> = store.snapshots(Some(story))?.iter().map(|info| (info.id, info.report_id)).collect();
    let words = |item: &'_ Item| (reports.get(&item.snapshot).copied(), item.says.clone());
    let claims = all.iter().filter(|item| item.subject.kind == SubjectKind::Claim);
    let mut asked: HashSet<_> = claims.filter(|item| standing.is_decided(item)).map(words).collect();
    let mut is_open = |item: &&Item| match item.subject.kind {
        SubjectKind::Thread => false,
        SubjectKind::Change => !standing.is_decided(item),
        SubjectKind::Claim => !standing.is_decided(item) && asked.insert(words(item)),
    };
    Ok(all.iter().filter(|item| is_open(item)).cloned().collect())
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
    world: &'a World,
    store: &'a mut Store,
    story: String,
    who: String,
    /// Everything that can be named.
    all: Vec<Item>,
    /// What was shown, then what is open.
    queue: Vec<Item>,
    /// Decisions made, each with the place in the queue of the item it is on.
    made: Vec<(DecisionId, usize)>,
}

impl Session<'_> {
    /// Keeps what was shown, and reads anew what there is: a ruling on threads gives them and their changes other ids and other words.
    fn look_after(&mut self, shown: usize) -> Result<(), Failure> {
        self.all = decisions::items(self.store, Some(&self.story))?;
        self.queue.truncate(shown);
        let name = |item: &Item| (item.subject.kind, item.subject.row.clone(), item.brought_by);
        let known: HashSet<_> = self.queue.iter().map(name).collect();
        let open = open_of(self.store, &self.story, &self.all)?;
        self.queue.extend(open.into_iter().filter(|item| !known.contains(&name(item))));
        Ok(())
    }

    fn go_through(&mut self) -> Result<(), Failure> {
        let mut at = 0;
        while let Some(item) = self.queue.get(at).cloned() {
            let item = &item;
            self.show(item, at)?;
            let key = read_key()?;
            let Some(action) = key.and_then(|key| actions(item.subject.kind).find(|action| action.key == key)) else {
                let key = key.map_or("that key".to_owned(), |key| format!("{key:?}"));
                self.ctx.ui.say(&format!("{key} does nothing here"));
                continue;
            };
            let verdict = match action.does {
                Do::Accept => Some(Verdict::Accept),
                Do::Reject => Some(Verdict::Reject),
                Do::Split => Some(Verdict::Split),
                Do::Relabel => self.asked_label(item)?,
                Do::Merge => self.asked_other(item)?,
                Do::Skip => {
                    at += 1;
                    continue;
                }
                Do::Undo => {
                    at = self.undo()?.unwrap_or(at);
                    continue;
                }
                Do::Help => {
                    actions(item.subject.kind).for_each(|action| self.ctx.ui.say(&format!("{}  {}", action.key, action.help)));
                    continue;
                }
                Do::Quit => return Ok(()),
            };
            if let Some(verdict) = verdict {
                at = self.rule(item, &verdict, at)?;
            }
        }
        Ok(())
    }

    /// Makes the decision on the item at `at` and gives the place of the next one.
    fn rule(&mut self, item: &Item, verdict: &Verdict, at: usize) -> Result<usize, Failure> {
        let decided = match decisions::decide(self.world, self.store, item, verdict, &self.ruler(), sources::now()?) {
            Err(RulingError::Store(error)) => return Err(error.into()),
            Err(why) => {
                self.ctx.ui.fail(&why.into());
                return Ok(at);
            }
            Ok(decided) => decided,
        };
        self.ctx.ui.say(&told(decided.id, verdict, item));
        say_what_gives_way(self.ctx, self.store, &item.story, decided.id)?;
        self.made.push((decided.id, at));
        if decided.is_followed_again {
            self.look_after(at + 1)?;
        }
        Ok(at + 1)
    }

    fn show(&self, item: &Item, at: usize) -> Result<(), Failure> {
        let heading = format!("[{}/{}] {} {}", at + 1, self.queue.len(), item.subject.kind, item.subject.row);
        let report = Report { sections: vec![report::item(self.store, item, heading)?], ..Report::default() };
        self.ctx.ui.emit(report, report::FORMATS[0])?;
        let keys: Vec<String> = actions(item.subject.kind).map(|action| format!("{} {}", action.key, action.name)).collect();
        self.ctx.ui.say(&keys.join(" · "));
        Ok(())
    }

    /// Takes the last decision of this sitting back; gives the place of its item.
    fn undo(&mut self) -> Result<Option<usize>, Failure> {
        let Some((id, at)) = self.made.pop() else {
            self.ctx.ui.say("nothing to undo in this sitting; `sayso decide N undo` takes back an older decision");
            return Ok(None);
        };
        let undo = decisions::undo(self.world, self.store, id, &self.ruler(), sources::now()?)?;
        self.ctx.ui.say(&format!("decision {}: decision {} is taken back", undo.id.0, id.0));
        if undo.is_followed_again {
            self.look_after(at + 1)?;
        }
        Ok(Some(at))
    }

    fn ruler(&self) -> Ruler {
        Ruler { who: self.who.clone(), why: None }
    }

    fn asked_label(&self, item: &Item) -> Result<Option<Verdict>, Failure> {
        let kind = item.subject.kind;
        self.ctx.ui.say(&format!("one of {}", Label::known(kind).1.join(", ")));
        let given = self.asked(if kind == SubjectKind::Change { "kind that it is" } else { "act that it is" })?;
        Ok(given.and_then(|given| self.or_said(Label::named(kind, &given).map(Verdict::Relabel))))
    }

    fn asked_other(&self, item: &Item) -> Result<Option<Verdict>, Failure> {
        let Some(given) = self.asked("id of the claim or thread that it is")? else { return Ok(None) };
        let Some(with) = self.or_said(find(&self.all, &given)) else { return Ok(None) };
        let verdict = Verdict::Merge(Box::new(with.clone()));
        Ok(self.or_said(verdict.fits(item)).map(|()| verdict))
    }

    /// What was asked for; a failure is said, and the item stays where it is.
    fn or_said<T>(&self, result: Result<T, impl Into<Failure>>) -> Option<T> {
        result.map_err(|failure| self.ctx.ui.fail(&failure.into())).ok()
    }

    /// A line from the user; `None` where it is empty.
    fn asked(&self, what: &str) -> Result<Option<String>, Failure> {
        self.ctx.ui.say(&format!("{what}:"));
        let mut line = String::new();
        io::stdin().read_line(&mut line)?;
        Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty()))
    }
}

/// One key, without Enter; `None` for one that writes nothing, such as an arrow. Ctrl-C quits, as `q` does.
fn read_key() -> Result<Option<char>, Failure> {
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
        KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => Some(QUIT),
        KeyCode::Char(letter) => Some(letter.to_ascii_lowercase()),
        _ => None,
    })
}
