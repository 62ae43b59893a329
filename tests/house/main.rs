//! Holds the house to its plan.

mod comments;
mod layers;
mod lexicons;
mod paths;
mod schema;
