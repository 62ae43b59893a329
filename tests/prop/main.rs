//! Properties that hold for every text whatever.

mod claims;
mod diff;
mod edges;
mod fuzz;
mod holds;
mod hostile;
