//! Holds the house to its plan.

mod layers;
mod lexicons;
mod schema;
