//! Properties that hold for every text whatever.

mod claims;
mod diff;
mod fuzz;
mod holds;
