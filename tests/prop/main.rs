//! Properties that hold for every text whatever.

mod diff;
