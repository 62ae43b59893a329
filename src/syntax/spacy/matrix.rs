//! Products of matrices.
//!
//! Every output is summed in the order of its inputs, starting from the bias, without fused operations: the result of a row is the
//! same whatever rows stand beside it and whatever the processor, so that one text gives one parse on every machine. `dispatch!` only
//! chooses how many sums stand in one register; what it calls has to be inlined to be compiled for each kind of processor.

use fearless_simd::{Level, Simd, SimdFrom, dispatch, f32x16};

/// Columns that are summed side by side.
const WIDE: usize = 16;

/// Rows that share one reading of the weights.
const DEEP: usize = 6;

/// A linear layer: weights and bias, laid out for [`Linear::apply`].
pub struct Linear {
    inputs: usize,
    outputs: usize,
    /// Weights of `WIDE` columns at a time; within these, one row for each input.
    panels: Vec<[f32; WIDE]>,
    bias: Vec<[f32; WIDE]>,
}

impl Linear {
    /// A layer from weights in rows of `outputs`, one row for each input. A last panel that is not full is filled with zeros.
    pub fn new(weights: &[f32], bias: &[f32]) -> Linear {
        let outputs = bias.len();
        let inputs = weights.len() / outputs;
        let panel = |row: &[f32], from: usize| {
            let mut filled = [0.0; WIDE];
            let part = &row[from..outputs.min(from + WIDE)];
            filled[..part.len()].copy_from_slice(part);
            filled
        };
        let starts = || (0..outputs).step_by(WIDE);
        Linear {
            inputs,
            outputs,
            panels: starts().flat_map(|from| weights.chunks_exact(outputs).map(move |row| panel(row, from))).collect(),
            bias: starts().map(|from| panel(bias, from)).collect(),
        }
    }

    /// Numbers that come out for one row.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Applies the layer to rows of `input` that begin `step` numbers after each other (they may overlap) and writes their outputs.
    pub fn apply(&self, input: &[f32], step: usize, rows: usize, out: &mut Vec<f32>) {
        out.clear();
        out.resize(rows * self.outputs, 0.0);
        if rows == 1 {
            let (columns, _) = input[..self.inputs].as_chunks();
            return dispatch!(Level::new(), simd => self.tiles::<_, 1>(simd, columns, out));
        }
        let mut columns = vec![[0.0; DEEP]; self.inputs];
        for (number, out) in out.chunks_mut(DEEP * self.outputs).enumerate() {
            for deep in 0..DEEP {
                // The last row stands in for those that the last tile has not: that is faster than rows by themselves.
                let row = &input[(number * DEEP + deep).min(rows - 1) * step..][..self.inputs];
                for (column, value) in columns.iter_mut().zip(row) {
                    column[deep] = *value;
                }
            }
            dispatch!(Level::new(), simd => self.tiles(simd, &columns, out));
        }
    }

    /// The outputs of some rows, which are given as columns.
    #[inline(always)]
    fn tiles<S: Simd, const ROWS: usize>(&self, simd: S, columns: &[[f32; ROWS]], out: &mut [f32]) {
        for (number, (panel, bias)) in self.panels.chunks_exact(self.inputs).zip(&self.bias).enumerate() {
            let sums = tile(simd, columns, panel, bias);
            for (out, sums) in out.chunks_exact_mut(self.outputs).zip(&sums) {
                let out = &mut out[number * WIDE..self.outputs.min((number + 1) * WIDE)];
                out.copy_from_slice(&sums[..out.len()]);
            }
        }
    }
}

#[inline(always)]
fn tile<S: Simd, const ROWS: usize>(simd: S, columns: &[[f32; ROWS]], panel: &[[f32; WIDE]], bias: &[f32; WIDE]) -> [[f32; WIDE]; ROWS] {
    let mut sums = [f32x16::simd_from(simd, *bias); ROWS];
    for (column, weights) in columns.iter().zip(panel) {
        let weights = f32x16::simd_from(simd, *weights);
        for (sums, input) in sums.iter_mut().zip(column) {
            *sums += f32x16::simd_from(simd, *input) * weights;
        }
    }
    sums.map(|sums| *sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Small numbers whose sums are exact.
    fn numbers(count: usize) -> Vec<f32> {
        (0..count).map(|at| ((at * 7) % 13) as f32 - 6.0).collect()
    }

    #[test]
    fn a_product_is_the_sum_of_products() {
        let (inputs, outputs, rows) = (5, 21, 8);
        let (weights, bias, input) = (numbers(inputs * outputs), numbers(outputs), numbers(rows * inputs));
        let mut out = Vec::new();
        Linear::new(&weights, &bias).apply(&input, inputs, rows, &mut out);
        for row in 0..rows {
            for column in 0..outputs {
                let sum: f32 = (0..inputs).map(|at| input[row * inputs + at] * weights[at * outputs + column]).sum();
                assert_eq!(out[row * outputs + column], bias[column] + sum, "row {row}, column {column}");
            }
        }
    }

    #[test]
    fn a_row_does_not_depend_on_the_rows_beside_it() {
        let weights: Vec<f32> = numbers(96 * 32).iter().map(|number| number / 7.3).collect();
        let input: Vec<f32> = numbers(96 * 9).iter().map(|number| number / 3.1).collect();
        let layer = Linear::new(&weights, &numbers(32));
        let (mut all, mut one) = (Vec::new(), Vec::new());
        layer.apply(&input, 96, 9, &mut all);
        for row in 0..9 {
            layer.apply(&input[row * 96..], 96, 1, &mut one);
            assert_eq!(one, all[row * 32..(row + 1) * 32]);
        }
    }
}
