//! Runs the program in a folder of its own that holds the sample story, and shows what came of it as one block.
//!
//! Nothing of the surroundings reaches the program: the environment is empty but for `PATH` and a home in the folder. The
//! folder shows as `$ROOT`.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The sample story's folder inside a room.
pub const STORY: &str = "istanbul-talks";

/// Files of the small story: name, outlet, hour, text. Plain attributions, so that what is found in them stays the same.
const SMALL: &[(&str, &str, &str, &str)] = &[
    ("wire-1.txt", "Frontier Wire", "07:40", "Talks open in Doha\n\nKabul accused Islamabad of shelling three villages.\n"),
    (
        "wire-2.txt",
        "Frontier Wire",
        "09:10",
        "Talks open in Doha\n\nKabul accused Islamabad of shelling two villages. Islamabad denied the charge.\n",
    ),
    ("post-1.txt", "Morning Post", "12:00", "Second day of talks\n\nIslamabad warned that the truce was over.\n"),
];

/// The versions of the trial: counts that change and then go, an accusation that is softened.
const TRIAL: [&str; 3] = [
    "Whitcombe denies five counts of corruption. Marsh accused Whitcombe of taking bribes.",
    "Whitcombe denies four counts of corruption. Marsh accused Whitcombe of taking bribes.",
    "Marsh alleged that Whitcombe had taken bribes. The jury was sent home.",
];

/// A folder that is gone after the test.
pub struct Room {
    dir: tempfile::TempDir,
}

impl Room {
    /// A room that holds the sample story in [`STORY`].
    pub fn new() -> Self {
        let room = Room::empty();
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(STORY);
        std::fs::create_dir(room.path(STORY)).unwrap();
        for entry in std::fs::read_dir(samples).unwrap() {
            let from = entry.unwrap().path();
            std::fs::copy(&from, room.path(STORY).join(from.file_name().unwrap())).unwrap();
        }
        room
    }

    /// A room with nothing in it.
    pub fn empty() -> Self {
        Room { dir: tempfile::tempdir().unwrap() }
    }

    /// A room with a small story, not yet imported: two versions of one report and one of another. Times are in the files.
    pub fn small() -> Self {
        let room = Room::empty();
        std::fs::create_dir(room.path("talks")).unwrap();
        for (file, outlet, hour, text) in SMALL {
            let head = format!("+++\noutlet = \"{outlet}\"\npublished = 2025-11-06T{hour}:00Z\ncaptured = 2025-11-06T{hour}:05Z\n+++\n");
            room.write(&format!("talks/{file}"), head + text);
        }
        room
    }

    /// The same with the story in the store.
    pub fn stored() -> Self {
        let room = Room::small();
        let outcome = room.run("import --quiet talks");
        assert_eq!(outcome.code, Some(0), "{outcome}");
        room
    }

    /// A room whose store holds a story in which one sentence tells of two changes: three versions of one report.
    pub fn trial() -> Self {
        let room = Room::empty();
        std::fs::create_dir(room.path("trial")).unwrap();
        for (day, text) in (1..).zip(TRIAL) {
            let head = format!("+++\noutlet = \"Register\"\nreport = \"trial\"\ncaptured = 2026-01-0{day}T08:00:00Z\n+++\n");
            room.write(&format!("trial/r{day}.txt"), format!("{head}Mayor in court\n\n{text}\n"));
        }
        let outcome = room.run("import --quiet trial");
        assert_eq!(outcome.code, Some(0), "{outcome}");
        room
    }

    /// What one row of a listing has under `key`: the first row for which `wanted` holds.
    pub fn field(&self, verb: &str, key: &str, wanted: impl Fn(&serde_json::Value) -> bool) -> String {
        let lines = self.run(&format!("{verb} --format ndjson")).data();
        let row = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()).find(|row| wanted(row));
        row.unwrap_or_else(|| panic!("no such row of {verb}:\n{lines}"))[key].as_str().unwrap().to_owned()
    }

    /// A place in the room.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Puts a file into the room.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), bytes).unwrap();
    }

    /// Runs `sayso` with these arguments, parted by spaces, `'…'` where one holds spaces.
    pub fn run(&self, args: &str) -> Outcome {
        Run::of(args).within(self)
    }
}

/// One command to run.
#[must_use = "a command runs only `within` a room"]
pub struct Run {
    args: String,
    stdin: Vec<u8>,
    env: BTreeMap<String, String>,
}

impl Run {
    /// `sayso` with these arguments.
    pub fn of(args: &str) -> Self {
        Run { args: args.to_owned(), stdin: Vec::new(), env: BTreeMap::new() }
    }

    /// The same with something to read.
    pub fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = bytes.as_ref().to_vec();
        self
    }

    /// The same with a variable set.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Runs it to its end.
    pub fn within(self, room: &Room) -> Outcome {
        let mut child = self.spawn(room);
        let mut input = child.stdin.take().unwrap();
        let bytes = self.stdin.clone();
        // A command may end before it has read everything.
        let feeder = std::thread::spawn(move || drop(input.write_all(&bytes)));
        let output = child.wait_with_output().unwrap();
        feeder.join().unwrap();
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&*room.dir.path().to_string_lossy(), "$ROOT");
        Outcome { run: self, stdout: shown(&output.stdout), stderr: shown(&output.stderr), code: output.status.code() }
    }

    /// Starts it with all three streams piped.
    pub fn spawn(&self, room: &Room) -> Child {
        let mut command = self.command(room);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }

    /// The command itself, for who starts it in another way.
    pub fn command(&self, room: &Room) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.args(split(&self.args)).current_dir(room.dir.path()).env_clear();
        command.env("HOME", room.dir.path()).envs(std::env::var_os("PATH").map(|path| ("PATH", path))).envs(&self.env);
        command
    }
}

/// What came of a command.
#[must_use = "snapshot the outcome or ask for its parts"]
pub struct Outcome {
    run: Run,
    /// Data.
    pub stdout: String,
    /// Talk.
    pub stderr: String,
    /// Exit code; `None` where a signal ended it.
    pub code: Option<i32>,
}

impl Outcome {
    /// Standard output of a command that has to succeed without a word on standard error.
    #[track_caller]
    pub fn data(self) -> String {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""), "{self}");
        self.stdout
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "$ ")?;
        self.run.env.iter().try_for_each(|(name, value)| write!(f, "{name}={value} "))?;
        writeln!(f, "{}", format!("sayso {}", sayso::report::sanitise::cell(&self.run.args)).trim_end())?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                let unended = if text.ends_with('\n') { "" } else { "(no line end)\n" };
                write!(f, "--- {name}\n{}{unended}", steady(text))?;
            }
        }
        match self.code {
            Some(code) => write!(f, "--- exit {code}"),
            None => write!(f, "--- ended by a signal"),
        }
    }
}

/// `text` with zeros for the digits of ids and a word for what derived the rows: those are other ones with every new rule.
pub fn steady(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let word = rest[start..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        out.push_str(&rest[..start]);
        match is_id(word) {
            true => out.push_str(&format!("{}{}", &word[..1], "0".repeat(word.len() - 1))),
            false => out.push_str(word),
        }
        rest = &rest[start + word.len()..];
    }
    out.push_str(rest);
    out.replace(&sayso::pipeline::Pipeline::default().derived_by().program, "$DERIVED_BY")
}

/// A letter and hex digits, as derived rows are called, whole or as tables shorten them.
fn is_id(word: &str) -> bool {
    let digits = word.strip_prefix(['c', 'f', 's', 't', 'x']).unwrap_or_default();
    let is_hex = digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    matches!(digits.len(), 6 | 12 | 16) && is_hex && digits.bytes().any(|byte| byte.is_ascii_digit())
}

/// Words parted by spaces; spaces between `'` belong to the word.
fn split(args: &str) -> Vec<String> {
    let mut words = vec![];
    let mut word: Option<String> = None;
    let mut is_quoted = false;
    for c in args.chars() {
        match c {
            '\'' => {
                is_quoted = !is_quoted;
                word.get_or_insert_default();
            }
            ' ' if !is_quoted => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}
