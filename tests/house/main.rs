//! Holds the house to its plan.

mod layers;
mod schema;
