//! The state of a transition parser, and the moves that change it: Nivre's arc-eager system, with sentence breaks, and with
//! headless words put back to the buffer instead of being left behind (Nivre and Fernández-González, "Arc-Eager Parsing with the
//! Tree Constraint", 2014).

use crate::syntax::parse::Relation;

/// A label of an arc: the relation, and for an arc that was lifted to keep the tree without crossings, the relation of the word
/// that it was lifted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    pub relation: Relation,
    pub lifted_from: Option<Relation>,
}

/// A move of the parser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The first word of the buffer goes onto the stack.
    Shift,
    /// The top of the stack is done; without a head, it goes back to the buffer.
    Reduce,
    /// The top of the stack depends on the first word of the buffer, and is done.
    Left(Label),
    /// The first word of the buffer depends on the top of the stack, and goes onto it.
    Right(Label),
    /// A sentence begins at the second word of the buffer.
    Break,
}

/// Which kinds of moves may be made.
#[derive(Clone, Copy, Debug)]
pub struct Allowed {
    shift: bool,
    reduce: bool,
    arc: bool,
    sentence: bool,
}

/// Words that the next move is chosen by; `None` for a place where no word is.
pub type Context = [Option<usize>; 8];

/// Separates a lifted label from the one that it was lifted from.
const LIFTED: &str = "||";

impl Move {
    /// A move by the model's name for it.
    pub fn of(name: &str) -> Option<Move> {
        let (kind, label) = name.split_once('-').unwrap_or((name, ""));
        match kind {
            "S" => Some(Move::Shift),
            "D" => Some(Move::Reduce),
            "L" => Label::of(label).map(Move::Left),
            "R" => Label::of(label).map(Move::Right),
            "B" => Some(Move::Break),
            _ => None,
        }
    }
}

impl Label {
    fn of(text: &str) -> Option<Label> {
        let (relation, lifted_from) = match text.split_once(LIFTED) {
            Some((relation, from)) => (relation, Some(Relation::of(from)?)),
            None => (text, None),
        };
        Some(Label { relation: Relation::of(relation)?, lifted_from })
    }
}

impl Allowed {
    /// May be made.
    pub fn allows(self, step: Move) -> bool {
        match step {
            Move::Shift => self.shift,
            Move::Reduce => self.reduce,
            Move::Left(_) | Move::Right(_) => self.arc,
            Move::Break => self.sentence,
        }
    }
}

/// An arc to a word: its head and how it depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    pub head: usize,
    pub label: Label,
}

/// A word as the parser sees it.
#[derive(Clone, Default)]
struct Place {
    arc: Option<Arc>,
    /// Dependents to its left and right, in the order in which they were found.
    left: Vec<usize>,
    right: Vec<usize>,
    /// Was put back, and may not be shifted again as it is.
    put_back: bool,
    starts_sentence: bool,
}

/// What is done, what waits on the stack, and what is still to come.
pub struct State {
    places: Vec<Place>,
    stack: Vec<usize>,
    /// Words that were put back in front of the buffer, the last of them first.
    put_back: Vec<usize>,
    /// The first word that was never shifted.
    next: usize,
}

impl State {
    /// The state before anything is read of `words` words.
    pub fn new(words: usize) -> State {
        State { places: vec![Place::default(); words], stack: Vec::new(), put_back: Vec::new(), next: 0 }
    }

    /// Nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.stack.is_empty() && self.waiting() == 0
    }

    /// The arcs that were found, for each word.
    pub fn arcs(self) -> impl Iterator<Item = Option<Arc>> {
        self.places.into_iter().map(|place| place.arc)
    }

    /// Words of the buffer.
    fn waiting(&self) -> usize {
        self.places.len() - self.next + self.put_back.len()
    }

    fn stacked(&self, depth: usize) -> Option<usize> {
        self.stack.iter().nth_back(depth).copied()
    }

    fn buffered(&self, depth: usize) -> Option<usize> {
        let fresh = || Some(self.next + depth - self.put_back.len()).filter(|word| *word < self.places.len());
        self.put_back.iter().nth_back(depth).copied().or_else(fresh)
    }

    /// The words that the next move is chosen by.
    pub fn context(&self) -> Context {
        let (first, top) = (self.buffered(0), self.stacked(0));
        let left = |word: Option<usize>| word.and_then(|word| self.places[word].left.last().copied());
        let right = |word: Option<usize>| word.and_then(|word| self.places[word].right.last().copied());
        [first, self.buffered(1), top, self.stacked(1), self.stacked(2), left(first), left(top), right(top)]
    }

    /// The kinds of moves that may be made.
    pub fn allowed(&self) -> Allowed {
        let (first, second) = (self.buffered(0), self.buffered(1));
        let has_stack = !self.stack.is_empty();
        let starts = |word: usize| self.places[word].starts_sentence;
        let first_starts = first.is_some_and(starts);
        let first_put_back = first.is_some_and(|word| self.places[word].put_back);
        Allowed {
            shift: !has_stack || !(self.waiting() < 2 || first_starts || first_put_back),
            reduce: has_stack,
            arc: has_stack && first.is_some() && !first_starts,
            sentence: first.zip(second).is_some_and(|(first, second)| second == first + 1 && !starts(second)),
        }
    }

    /// Makes a move. One that is not allowed and cannot be made changes nothing.
    pub fn make(&mut self, step: Move) {
        let (first, top) = (self.buffered(0), self.stacked(0));
        match (step, first, top) {
            (Move::Shift, Some(_), _) => self.shift(),
            (Move::Reduce, _, Some(top)) => self.reduce(top),
            (Move::Left(label), Some(head), Some(word)) => {
                self.attach(word, Arc { head, label });
                self.places[head].put_back = false;
                self.stack.pop();
            }
            (Move::Right(label), Some(word), Some(head)) => {
                self.attach(word, Arc { head, label });
                self.shift();
            }
            (Move::Break, ..) => {
                if let Some(second) = self.buffered(1) {
                    self.places[second].starts_sentence = true;
                }
            }
            _ => {}
        }
    }

    fn shift(&mut self) {
        let word = self.put_back.pop().unwrap_or_else(|| {
            self.next += 1;
            self.next - 1
        });
        self.stack.push(word);
    }

    fn reduce(&mut self, top: usize) {
        self.stack.pop();
        if self.places[top].arc.is_none() && !self.stack.is_empty() {
            self.places[top].put_back = true;
            self.put_back.push(top);
        }
    }

    fn attach(&mut self, word: usize, arc: Arc) {
        if let Some(old) = self.places[word].arc {
            let dependents = self.dependents(old.head, word);
            if dependents.last() == Some(&word) {
                dependents.pop();
            }
        }
        self.dependents(arc.head, word).push(word);
        self.places[word].arc = Some(arc);
    }

    /// The dependents of `head` on the side where `word` stands.
    fn dependents(&mut self, head: usize, word: usize) -> &mut Vec<usize> {
        let place = &mut self.places[head];
        if word < head { &mut place.left } else { &mut place.right }
    }
}
