//! The small English pipeline of spaCy (`data/model`), run by a small runtime of our own: tokens, tags and the tree of a sentence.
//!
//! It gives what the original gives: `tests/texts/parser.rs` holds it to recorded parses. Reading order: `tokenise` (with `affixes` and
//! `url`) → `words` (what is seen of a word, numbered by `hash`) → `encode` (vectors, by `layers` and `matrix`) → `choose`
//! (which move is next) → `state` (what a move does) → `tree`. `weights` and `table` read the files.
//!
//! What was tried and left out: the pipeline's named entities, which have an encoder of their own and would double time and size.

mod affixes;
mod choose;
mod encode;
mod hash;
mod layers;
mod matrix;
mod state;
mod table;
mod tokenise;
mod tree;
mod url;
mod weights;
mod words;

use std::sync::LazyLock;

use crate::lexicon::weights as files;
use crate::syntax::parse::{Parse, Parser, Penn, Word};

use choose::Chooser;
use encode::Encoder;
use layers::WIDTH;
use matrix::Linear;
use tokenise::{Token, Tokeniser};
use weights::{Header, Weights};
use words::Words;

/// Words that are parsed together; a longer sentence is parsed in pieces, so that any text is parsed in linear time.
const LONGEST: usize = 512;

/// The model, ready to parse.
pub struct Model {
    words: Words,
    tokeniser: Tokeniser,
    encoder: Encoder,
    tags: Linear,
    tag_names: Vec<Penn>,
    chooser: Chooser,
}

impl Model {
    /// The model that is built in; read when it is first asked for.
    pub fn builtin() -> &'static Model {
        static BUILTIN: LazyLock<Model> = LazyLock::new(Model::read);
        &BUILTIN
    }

    fn read() -> Model {
        let header: Header = toml::from_str(files::HEADER).expect("the header is written by tools/convert_model.py");
        let weights = Weights::new(&header, files::WEIGHTS);
        let words = Words::new(files::SYMBOLS, files::NORMS);
        Model {
            tokeniser: Tokeniser::new(files::AFFIXES, files::EXCEPTIONS, &words),
            encoder: Encoder::new(&header, &weights),
            tags: layers::linear(&weights, "tags"),
            tag_names: header.tags.iter().filter_map(|name| Penn::of(name)).collect(),
            chooser: Chooser::new(&header, &weights),
            words,
        }
    }

    /// Parses words that belong together.
    fn parse_piece(&self, sentence: &str, tokens: &[Token], words: &mut Vec<Word>) {
        let features: Vec<_> = tokens.iter().map(|token| self.words.features(token.span.of(sentence), token.norm, token.spaced)).collect();
        let vectors = self.encoder.encode(&features);
        let mut scores = Vec::new();
        self.tags.apply(vectors.as_flattened(), WIDTH, vectors.len(), &mut scores);
        let tags = scores.chunks_exact(self.tags.outputs()).map(|scores| self.tag_names[first_best(scores)]);
        let tree = tree::build(&self.chooser.arcs(&vectors));
        let before = words.len();
        words.extend(tokens.iter().zip(tags).zip(tree).map(|((token, tag), node)| Word {
            span: token.span,
            head: before + node.head,
            relation: node.relation,
            tag,
        }));
    }
}

impl Model {
    /// Parses one sentence; any text gives a parse.
    ///
    /// ```
    /// use sayso::syntax::{Model, Relation};
    ///
    /// let parse = Model::builtin().parse("Kabul denies it.");
    /// assert_eq!(parse.words()[0].relation, Relation::Nsubj);
    /// ```
    pub fn parse(&self, sentence: &str) -> Parse {
        let tokens = self.tokeniser.tokens(sentence, &self.words);
        let mut words = Vec::with_capacity(tokens.len());
        for piece in tokens.chunks(LONGEST) {
            self.parse_piece(sentence, piece, &mut words);
        }
        Parse::of(words)
    }
}

impl Parser for Model {
    fn parse(&self, sentence: &str) -> Parse {
        self.parse(sentence)
    }
}

/// The index of the highest score, the first of equals.
fn first_best(scores: &[f32]) -> usize {
    let better = |best: usize, at: usize| if scores[at] > scores[best] { at } else { best };
    (0..scores.len()).fold(0, better)
}
