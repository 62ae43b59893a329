//! The terminal: what is data and goes to standard output, what is talk and goes to standard error, and how wide, in which
//! colours and through which pager.
//!
//! Commands never print: they give a report to [`Ui::emit`], stream to [`Ui::out`], or talk through [`Ui::say`]. Writes are
//! checked, so a full disk is an error and a reader that went away a quiet end.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anstyle::{AnsiColor, Style};
use sayso::report::{Format, Page, Report, sanitise};

use crate::args::{ColorWhen, Global};
use crate::exit::Failure;

/// Work is silent for so long before progress is shown.
const PATIENCE: Duration = Duration::from_secs(1);
/// Progress is redrawn no more often than this.
const TICK: Duration = Duration::from_millis(200);

/// On a page narrower than this nothing is readable, whatever the terminal says.
const NARROWEST: usize = 20;

/// The user's terminal, or what stands in its place.
pub struct Ui {
    page: Page,
    /// Lines of the screen, where output longer than it goes through a pager.
    paged_above: Option<usize>,
    is_quiet: bool,
    is_terminal: bool,
    talks_in_colour: bool,
    is_watched: bool,
    /// Columns of the terminal that talk goes to.
    talk_width: Option<usize>,
}

impl Ui {
    /// Looks at the terminal once.
    pub fn new(global: &Global) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let is_watched = io::stderr().is_terminal();
        let (columns, lines) = screen();
        Ui {
            page: Page {
                width: global.width.map(usize::from).or(is_terminal.then(|| columns.max(NARROWEST))),
                colour: wants_colour(global.color, is_terminal, variable),
                side_by_side: false,
            },
            paged_above: (is_terminal && !global.no_pager).then_some(lines),
            is_quiet: global.quiet,
            is_terminal,
            talks_in_colour: wants_colour(global.color, is_watched, variable),
            is_watched,
            talk_width: is_watched.then(|| columns.max(NARROWEST)),
        }
    }

    /// Standard output is a terminal.
    pub fn is_terminal(&self) -> bool {
        self.is_terminal
    }

    /// What a format may use.
    pub fn page(&self) -> Page {
        self.page
    }

    /// Somebody sits at both ends: keys can be asked for.
    pub fn is_interactive(&self) -> bool {
        self.is_terminal && io::stdin().is_terminal()
    }

    /// Writes `report` to standard output in `format`.
    pub fn emit(&self, report: impl Into<Report>, format: &dyn Format) -> Result<(), Failure> {
        self.emit_on(&self.page, report, format)
    }

    /// The same on a page that the caller has changed.
    pub fn emit_on(&self, page: &Page, report: impl Into<Report>, format: &dyn Format) -> Result<(), Failure> {
        self.put(|out| format.write(&report.into(), page, out))
    }

    /// Runs `write` on standard output, through the pager where what it writes is taller than the screen.
    pub fn put(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let Some(screen) = self.paged_above else {
            let mut out = self.out();
            write(&mut out)?;
            return Ok(out.flush()?);
        };
        let mut text = Vec::new();
        write(&mut text)?;
        let is_tall = text.iter().filter(|byte| **byte == b'\n').count() >= screen;
        match variable("PAGER").filter(|pager| is_tall && !pager.trim().is_empty()) {
            Some(pager) if page_through(&pager, &text) => Ok(()),
            _ => {
                let mut out = self.out();
                out.write_all(&text)?;
                Ok(out.flush()?)
            }
        }
    }

    /// Standard output for what is streamed; the caller flushes it.
    pub fn out(&self) -> BufWriter<StdoutLock<'static>> {
        BufWriter::with_capacity(1 << 16, io::stdout().lock())
    }

    /// Tells the user something that is not data; `--quiet` keeps it back.
    pub fn say(&self, text: &str) {
        if !self.is_quiet {
            self.talk(None, text);
        }
    }

    /// Tells the user that something was passed over or mended; said even with `--quiet`.
    pub fn warn(&self, text: &str) {
        self.talk(Some(("warning", AnsiColor::Yellow)), text);
    }

    /// Says what to try after a warning or failure.
    pub fn hint(&self, text: &str) {
        self.talk(Some(("hint", AnsiColor::Cyan)), text);
    }

    /// Says why a command failed and what to try.
    pub fn fail(&self, failure: &Failure) {
        if failure.is_reader_gone() {
            return;
        }
        self.talk(Some(("error", AnsiColor::Red)), &failure.message);
        if let Some(hint) = &failure.hint {
            self.hint(hint);
        }
    }

    /// A line of progress for work that is called so, on a terminal.
    pub fn progress(&self, doing: &'static str) -> Progress {
        if self.is_watched && !self.is_quiet { Progress::drawn_on(io::stderr(), doing, PATIENCE) } else { Progress { drawn: None } }
    }

    fn talk(&self, label: Option<(&str, AnsiColor)>, text: &str) {
        let style = |colour: AnsiColor| if self.talks_in_colour { colour.on_default().bold() } else { Style::new() };
        let label = label.map_or_else(String::new, |(word, colour)| format!("{0}{word}:{0:#} ", style(colour)));
        let line = format!("{label}{}", sanitise::cell(text));
        let line = match self.talk_width {
            // A line that is as wide as the terminal is broken by some of them; escapes of colour have no width.
            // Between words only, and no path is broken at its hyphens: it is to be copied.
            Some(width) => {
                let whole = textwrap::Options::new(width).break_words(false).word_splitter(textwrap::WordSplitter::NoHyphenation);
                textwrap::fill(&line, whole.word_separator(textwrap::WordSeparator::AsciiSpace))
            }
            None => line,
        };
        // Nobody is left to be told where standard error cannot be written to.
        let _ = writeln!(io::stderr(), "{line}");
    }
}

/// One line that is redrawn, from the second second on, while work goes on that may be a single long text; gone when dropped.
pub struct Progress {
    drawn: Option<Drawn>,
}

/// The thread that draws; it ends when its sender is gone.
struct Drawn {
    steps: mpsc::Sender<(usize, usize)>,
    thread: JoinHandle<()>,
}

impl Progress {
    fn drawn_on(mut out: impl Write + Send + 'static, doing: &'static str, patience: Duration) -> Progress {
        let (steps, taken) = mpsc::channel();
        let draw = move || {
            let started = Instant::now();
            let (mut at, mut next, mut is_drawn) = (None, started + patience, false);
            loop {
                match taken.recv_timeout(next.saturating_duration_since(Instant::now())) {
                    Ok(step) => at = Some(step),
                    Err(mpsc::RecvTimeoutError::Disconnected) => break,
                    Err(mpsc::RecvTimeoutError::Timeout) => {
                        let (done, all) = at.unwrap_or_default();
                        // Nobody is left to be told where standard error cannot be written to.
                        let _ = write!(out, "\r\u{1b}[K{doing}: {done} of {all} done, {} s", started.elapsed().as_secs());
                        let _ = out.flush();
                        (is_drawn, next) = (true, Instant::now() + TICK);
                    }
                }
            }
            if is_drawn {
                let _ = write!(out, "\r\u{1b}[K");
                let _ = out.flush();
            }
        };
        Progress { drawn: std::thread::Builder::new().spawn(draw).ok().map(|thread| Drawn { steps, thread }) }
    }

    /// `done` of `all` things are done.
    pub fn step(&self, done: usize, all: usize) {
        if let Some(drawn) = &self.drawn {
            // The thread that takes them is there as long as they are sent.
            let _ = drawn.steps.send((done, all));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(Drawn { steps, thread }) = self.drawn.take() {
            drop(steps);
            // What is written next must not stand on its line.
            let _ = thread.join();
        }
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Columns and lines of the terminal; `COLUMNS` and `LINES` say so first, and who says nothing has 80 by 24.
fn screen() -> (usize, usize) {
    let said = |name: &str| variable(name)?.parse().ok();
    let size = terminal_size::terminal_size();
    let columns = said("COLUMNS").or(size.map(|(width, _)| usize::from(width.0)));
    let lines = said("LINES").or(size.map(|(_, height)| usize::from(height.0)));
    (columns.unwrap_or(80), lines.unwrap_or(24))
}

/// `--color` first, then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether somebody looks on.
fn wants_colour(when: ColorWhen, is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto if variable("NO_COLOR").is_some() => false,
        ColorWhen::Auto if variable("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        ColorWhen::Auto => is_terminal && variable("TERM").is_none_or(|term| term != "dumb"),
    }
}

/// Whether `pager`, a shell command as everywhere else, took the text. A reader may leave before its end.
fn page_through(pager: &str, text: &[u8]) -> bool {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(shell);
    command.args([flag, pager]).stdin(Stdio::piped());
    if variable("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    if let Some(mut input) = child.stdin.take() {
        let _ = input.write_all(text);
    }
    // 126 and 127 are the shell's words for a command that could not be run.
    child.wait().is_ok_and(|status| !matches!(status.code(), Some(126 | 127)))
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    fn colour(when: ColorWhen, is_terminal: bool, set: &[(&str, &str)]) -> bool {
        wants_colour(when, is_terminal, |name| set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn colour_is_for_terminals_unless_something_says_otherwise() {
        assert!(colour(ColorWhen::Auto, true, &[]));
        assert!(!colour(ColorWhen::Auto, false, &[]));
        assert!(!colour(ColorWhen::Auto, true, &[("TERM", "dumb")]));
    }

    #[test]
    fn the_flag_beats_the_variables_and_no_color_beats_force() {
        assert!(colour(ColorWhen::Always, false, &[("NO_COLOR", "1")]));
        assert!(!colour(ColorWhen::Never, true, &[("CLICOLOR_FORCE", "1")]));
        assert!(!colour(ColorWhen::Auto, true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(colour(ColorWhen::Auto, false, &[("CLICOLOR_FORCE", "1")]));
    }

    #[test]
    fn progress_is_drawn_over_itself_and_gone_at_the_end() {
        /// What was written, to be looked at while more is.
        #[derive(Clone, Default)]
        struct Screen(Arc<Mutex<Vec<u8>>>);
        impl Write for Screen {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                self.0.lock().unwrap().write(bytes)
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let screen = Screen::default();
        let shown = || String::from_utf8(screen.0.lock().unwrap().clone()).unwrap();
        let progress = Progress::drawn_on(screen.clone(), "reading claims", Duration::ZERO);
        progress.step(3, 40);
        while !shown().contains("reading claims: 3 of 40 done, ") {
            std::thread::yield_now();
        }
        drop(progress);
        assert!(shown().starts_with("\r\u{1b}[Kreading claims: ") && shown().ends_with(" s\r\u{1b}[K"), "{:?}", shown());
        let silent = Screen::default();
        drop(Progress::drawn_on(silent.clone(), "reading claims", PATIENCE));
        assert!(silent.0.lock().unwrap().is_empty(), "work that is done at once is not told of");
    }
}
