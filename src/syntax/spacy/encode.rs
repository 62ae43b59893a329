//! Words into vectors: embeddings of what is seen of each word, mixed, then four windows over neighbours.
//!
//! The first steps know nothing of the neighbours, so a word's share of them is kept for the next time that it occurs: its own
//! vector, and what it adds to the first window as a left neighbour, as the word itself and as a right neighbour.

use std::sync::{Arc, Mutex, PoisonError};

use fearless_simd::{Level, dispatch};
use rustc_hash::FxHashMap;

use super::hash;
use super::layers::{self, Norm, PIECED, Vector, WIDTH, Window};
use super::matrix::Linear;
use super::weights::{Header, Weights, number};
use super::words::Features;

/// Columns of [`Features`], as the model names them.
const COLUMNS: [&str; 6] = ["norm", "prefix", "suffix", "shape", "spacy", "is_space"];

/// Words that are kept; at 4 KiB each, 16 MiB.
const KEPT: usize = 4096;

/// Rows that a sentence is padded with on each side while windows are applied. The model was trained with four; the fourth cannot
/// reach a word through the four windows.
const PADDING: usize = 3;

/// The encoder.
pub struct Encoder {
    embeddings: [Embedding; COLUMNS.len()],
    mix: Linear,
    mix_norm: Norm,
    first: FirstWindow,
    windows: [Window; 3],
    kept: Mutex<FxHashMap<Features, Arc<Known>>>,
}

/// What does not depend on a word's neighbours.
struct Known {
    vector: Vector,
    /// Shares in the first window of the word that follows, of this word, and of the word before.
    shares: [[f32; PIECED]; 3],
}

/// A table. A number is the sum of four of its rows.
struct Embedding {
    seed: u32,
    rows: &'static [[[u8; 3]; WIDTH]],
}

/// The first window, parted by neighbour.
struct FirstWindow {
    /// For a left neighbour, the word itself and a right neighbour.
    parts: [Linear; 3],
    bias: Vec<f32>,
    norm: Norm,
}

impl Embedding {
    fn add(&self, of: u64, to: &mut [f32]) {
        for row in hash::rows(of, self.seed) {
            for (sum, packed) in to.iter_mut().zip(&self.rows[row as usize % self.rows.len()]) {
                *sum += number(*packed);
            }
        }
    }
}

impl FirstWindow {
    fn new(weights: &Weights, name: &str) -> FirstWindow {
        let all = weights.numbers(&format!("{name}.weights"));
        let part = |at: usize| Linear::new(&all[at * WIDTH * PIECED..(at + 1) * WIDTH * PIECED], &[0.0; PIECED]);
        FirstWindow { parts: [part(0), part(1), part(2)], bias: weights.numbers(&format!("{name}.bias")), norm: Norm::new(weights, name) }
    }

    /// The vectors of all words and of the padding around them, with what the window makes of each added.
    #[inline(always)]
    fn all(&self, known: &[Arc<Known>]) -> Vec<Vector> {
        let at = |place: usize| known.get(place.wrapping_sub(PADDING)).map(Arc::as_ref);
        let mut vectors = Vec::with_capacity(known.len() + 2 * PADDING);
        for place in 0..known.len() + 2 * PADDING {
            let mut vector = self.apply([at(place.wrapping_sub(1)), at(place), at(place + 1)]);
            for (value, own) in vector.iter_mut().zip(at(place).iter().flat_map(|known| &known.vector)) {
                *value += own;
            }
            vectors.push(vector);
        }
        vectors
    }

    /// What the window makes of a word and its neighbours; a neighbour that is not there adds nothing.
    #[inline(always)]
    fn apply(&self, neighbours: [Option<&Known>; 3]) -> Vector {
        let mut pieced = [0.0; PIECED];
        pieced.copy_from_slice(&self.bias);
        for (part, neighbour) in neighbours.into_iter().enumerate() {
            for (sum, share) in pieced.iter_mut().zip(neighbour.iter().flat_map(|known| &known.shares[part])) {
                *sum += share;
            }
        }
        self.norm.maxout(&pieced)
    }
}

impl Encoder {
    /// The encoder of the file.
    pub fn new(header: &Header, weights: &Weights) -> Encoder {
        let embedding = |column: &str| Embedding {
            seed: header.seeds.get(column).copied().unwrap_or_default(),
            rows: weights.packed(&format!("embed.{column}")).as_chunks().0,
        };
        Encoder {
            embeddings: COLUMNS.map(embedding),
            mix: layers::linear(weights, "mix"),
            mix_norm: Norm::new(weights, "mix"),
            first: FirstWindow::new(weights, "window1"),
            windows: ["window2", "window3", "window4"].map(|name| Window::new(weights, name)),
            kept: Mutex::default(),
        }
    }

    /// A vector for each word of one sentence.
    pub fn encode(&self, words: &[Features]) -> Vec<Vector> {
        let known: Vec<Arc<Known>> = self.known(words);
        let mut vectors = dispatch!(Level::new(), _ => self.first.all(&known));
        let mut pieced = Vec::new();
        for (lost, window) in self.windows.iter().enumerate() {
            let end = vectors.len() - lost;
            window.apply(&mut vectors[lost..end], &mut pieced);
        }
        vectors.drain(..PADDING);
        vectors.truncate(words.len());
        vectors
    }

    fn known(&self, words: &[Features]) -> Vec<Arc<Known>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() > KEPT {
            kept.clear();
        }
        let mut new: Vec<Features> = words.iter().filter(|word| !kept.contains_key(word)).copied().collect();
        new.sort_unstable();
        new.dedup();
        kept.extend(new.iter().copied().zip(self.learn(&new).into_iter().map(Arc::new)));
        words.iter().map(|word| Arc::clone(&kept[word])).collect()
    }

    /// What does not depend on the neighbours of each of `words`.
    fn learn(&self, words: &[Features]) -> Vec<Known> {
        const SEEN: usize = WIDTH * COLUMNS.len();
        let mut seen = vec![0.0; words.len() * SEEN];
        for (word, seen) in words.iter().zip(seen.chunks_exact_mut(SEEN)) {
            let columns = [word.norm, word.prefix, word.suffix, word.shape, u64::from(word.spaced), 0];
            for ((embedding, value), part) in self.embeddings.iter().zip(columns).zip(seen.chunks_exact_mut(WIDTH)) {
                embedding.add(value, part);
            }
        }
        let mut pieced = Vec::new();
        self.mix.apply(&seen, SEEN, words.len(), &mut pieced);
        let vectors: Vec<Vector> = pieced.chunks_exact(PIECED).map(|pieced| self.mix_norm.maxout(pieced)).collect();
        let shares = [0, 1, 2].map(|part: usize| {
            let mut shares = Vec::new();
            self.first.parts[part].apply(vectors.as_flattened(), WIDTH, words.len(), &mut shares);
            shares
        });
        let share = |part: usize, word: usize| shares[part].as_chunks().0[word];
        vectors.into_iter().enumerate().map(|(at, vector)| Known { vector, shares: [share(0, at), share(1, at), share(2, at)] }).collect()
    }
}
