//! Holds the house to its plan.

mod schema;
