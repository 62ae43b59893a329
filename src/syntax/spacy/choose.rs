//! Which move is next: a small network over the vectors of eight words of the state.
//!
//! What a word adds to the hidden layer depends on the word and its place in the state alone, so it is computed once for each word and
//! place; a move then costs eight sums and one small product.

use super::layers::{self, Vector, WIDTH};
use super::matrix::Linear;
use super::state::{Arc, Context, Move, State};
use super::weights::{Header, Weights};

/// Inputs and outputs of the hidden layer.
const HIDDEN: usize = 64;

/// Outputs before the maximum over two pieces is taken.
const PIECED: usize = 2 * HIDDEN;

/// Words of the state that are seen.
const PLACES: usize = 8;

/// Chooses moves.
pub struct Chooser {
    /// From [`WIDTH`] to [`HIDDEN`].
    reduce: Linear,
    /// From [`HIDDEN`] to what a word adds, for each place.
    shares: Linear,
    bias: [f32; PIECED],
    /// What is added for a place where no word is.
    absent: Vec<[f32; PIECED]>,
    moves: Vec<Move>,
    score: Linear,
}

impl Chooser {
    /// The chooser of the file.
    pub fn new(header: &Header, weights: &Weights) -> Chooser {
        let mut bias = [0.0; PIECED];
        bias.copy_from_slice(&weights.numbers("state.bias"));
        Chooser {
            reduce: layers::linear(weights, "reduce"),
            shares: Linear::new(&weights.numbers("state.weights"), &[0.0; PLACES * PIECED]),
            bias,
            absent: weights.numbers("state.absent").as_chunks().0.to_vec(),
            moves: header.moves.iter().filter_map(|name| Move::of(name)).collect(),
            score: layers::linear(weights, "moves"),
        }
    }

    /// The arc to each word of a sentence.
    pub fn arcs(&self, vectors: &[Vector]) -> Vec<Option<Arc>> {
        let (mut reduced, mut shares, mut scores) = (Vec::new(), Vec::new(), Vec::new());
        self.reduce.apply(vectors.as_flattened(), WIDTH, vectors.len(), &mut reduced);
        self.shares.apply(&reduced, HIDDEN, vectors.len(), &mut shares);
        let (shares, _) = shares.as_chunks::<PIECED>();
        let mut state = State::new(vectors.len());
        while !state.is_done() {
            let hidden = self.hidden(shares, state.context());
            self.score.apply(&hidden, HIDDEN, 1, &mut scores);
            let Some(step) = self.best(&state, &scores) else { break };
            state.make(step);
        }
        state.arcs().collect()
    }

    fn hidden(&self, shares: &[[f32; PIECED]], context: Context) -> [f32; HIDDEN] {
        let mut pieced = self.bias;
        for (place, word) in context.into_iter().enumerate() {
            let share = word.map_or(&self.absent[place], |word| &shares[word * PLACES + place]);
            for (sum, share) in pieced.iter_mut().zip(share) {
                *sum += share;
            }
        }
        let (one, other) = pieced.split_at(HIDDEN);
        std::array::from_fn(|at| if one[at] > other[at] { one[at] } else { other[at] })
    }

    /// The allowed move with the highest score, the first of equals.
    fn best(&self, state: &State, scores: &[f32]) -> Option<Move> {
        let allowed = state.allowed();
        let moves = self.moves.iter().zip(scores).filter(|(step, _)| allowed.allows(**step));
        moves.reduce(|best, other| if other.1 > best.1 { other } else { best }).map(|(step, _)| *step)
    }
}
