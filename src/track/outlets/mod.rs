//! Pure comparisons of what was stored, for listings: outlets side by side, figures through time. No tracker takes part.

// One proposition in several outlets, and whether they contradict each other.
mod brought;
mod compare;
mod conflict;
mod deed;
mod doer;
mod event;
mod finding;
mod given;
mod group;
mod none;
mod printed;
mod slots;
mod stance;
mod thing;
mod things;
mod values;

// One quantity through time; the figures of another event stand apart.
mod series;

mod past_events;

pub use compare::{Agreement, Carried, Proposition, compare_outlets};
pub use finding::{Given, GivenClaim, OutletFinding};
pub use given::{OutletVersion, outlet_findings};
pub use past_events::PastEvents;
pub use series::{FigurePoint, FigureSeries, SeriesPoint, Step, figure_series, is_harm, is_toll};
