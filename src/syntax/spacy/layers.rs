//! The layers that are more than a product: the maximum over pieces, normalised, and what is made of them.

use fearless_simd::{Level, dispatch};

use super::matrix::Linear;
use super::weights::Weights;

/// Numbers by which the model describes a word.
pub const WIDTH: usize = 96;

/// Pieces over which a maximum is taken.
pub const PIECES: usize = 3;

/// Outputs before the maximum is taken: [`PIECES`] times [`WIDTH`].
pub const PIECED: usize = PIECES * WIDTH;

/// What describes a word.
pub type Vector = [f32; WIDTH];

/// Keeps a division by a deviation of nothing finite.
const EPSILON: f32 = 1e-8;

/// Sums that run side by side; their order is part of the result.
const LANES: usize = 16;

/// Layer normalisation: each vector to mean 0 and deviation 1, then stretched and shifted.
pub struct Norm {
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Norm {
    /// The normalisation of the layer `name`.
    pub fn new(weights: &Weights, name: &str) -> Norm {
        Norm { gain: weights.numbers(&format!("{name}.gain")), shift: weights.numbers(&format!("{name}.shift")) }
    }

    /// The maximum over the pieces of `pieced`, normalised.
    #[inline(always)]
    pub fn maxout(&self, pieced: &[f32]) -> Vector {
        let (pieces, _) = pieced.as_chunks::<WIDTH>();
        let mut vector = pieces[0];
        for piece in &pieces[1..] {
            for (most, value) in vector.iter_mut().zip(piece) {
                *most = if *value > *most { *value } else { *most };
            }
        }
        let mean = sum(&vector) / WIDTH as f32;
        let squares = vector.map(|value| (value - mean) * (value - mean));
        let scale = 1.0 / (sum(&squares) / WIDTH as f32 + EPSILON).sqrt();
        for ((value, gain), shift) in vector.iter_mut().zip(&self.gain).zip(&self.shift) {
            *value = (*value - mean) * scale * gain + shift;
        }
        vector
    }
}

#[inline(always)]
fn sum(vector: &Vector) -> f32 {
    let (chunks, _) = vector.as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for chunk in chunks {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane += value;
        }
    }
    lanes.iter().sum()
}

/// A linear layer of the file.
pub fn linear(weights: &Weights, name: &str) -> Linear {
    Linear::new(&weights.numbers(&format!("{name}.weights")), &weights.numbers(&format!("{name}.bias")))
}

/// A layer over a word and its two neighbours, whose result is added to the word.
pub struct Window {
    linear: Linear,
    norm: Norm,
}

impl Window {
    /// The window `name`.
    pub fn new(weights: &Weights, name: &str) -> Window {
        Window { linear: linear(weights, name), norm: Norm::new(weights, name) }
    }

    /// Adds to each of `vectors` but the first and last what the layer makes of it and its neighbours.
    pub fn apply(&self, vectors: &mut [Vector], pieced: &mut Vec<f32>) {
        let inner = vectors.len() - 2;
        self.linear.apply(vectors.as_flattened(), WIDTH, inner, pieced);
        dispatch!(Level::new(), _ => self.add(pieced, &mut vectors[1..]));
    }

    #[inline(always)]
    fn add(&self, pieced: &[f32], vectors: &mut [Vector]) {
        for (vector, pieced) in vectors.iter_mut().zip(pieced.chunks_exact(PIECED)) {
            let more = self.norm.maxout(pieced);
            for (value, more) in vector.iter_mut().zip(more) {
                *value += more;
            }
        }
    }
}
