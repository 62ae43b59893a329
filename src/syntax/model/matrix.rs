//! Products of matrices, in plain Rust.
//!
//! Every output is summed in the order of its inputs, starting from the bias, without fused operations: the result of a row is the
//! same whatever rows stand beside it and whatever the processor, so that one text gives one parse on every machine.

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
        let row = |at: usize| &input[at * step..at * step + self.inputs];
        let mut at = 0;
        while at + DEEP <= rows {
            self.tiles(std::array::from_fn::<_, DEEP, _>(|offset| row(at + offset)), &mut out[at * self.outputs..]);
            at += DEEP;
        }
        for at in at..rows {
            self.tiles([row(at)], &mut out[at * self.outputs..]);
        }
    }

    #[inline(always)]
    fn tiles<const ROWS: usize>(&self, rows: [&[f32]; ROWS], out: &mut [f32]) {
        for (number, (panel, bias)) in self.panels.chunks_exact(self.inputs).zip(&self.bias).enumerate() {
            let sums = tile(rows, panel, bias);
            let from = number * WIDE;
            let to = self.outputs.min(from + WIDE);
            for (row, sums) in sums.iter().enumerate() {
                out[row * self.outputs + from..row * self.outputs + to].copy_from_slice(&sums[..to - from]);
            }
        }
    }
}

#[inline(always)]
fn tile<const ROWS: usize>(rows: [&[f32]; ROWS], panel: &[[f32; WIDE]], bias: &[f32; WIDE]) -> [[f32; WIDE]; ROWS] {
    let rows = rows.map(|row| &row[..panel.len()]);
    let mut sums = [*bias; ROWS];
    for (at, weights) in panel.iter().enumerate() {
        for (sums, row) in sums.iter_mut().zip(rows) {
            let input = row[at];
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += input * weight;
            }
        }
    }
    sums
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
