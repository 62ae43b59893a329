//! NDJSON: the row objects of every listing, one a line.

use std::io;

use super::{Form, Format, Page, Report, listings};

pub(super) struct Ndjson;

impl Format for Ndjson {
    fn name(&self) -> &'static str {
        "ndjson"
    }

    fn about(&self) -> &'static str {
        "one JSON object a line"
    }

    fn extension(&self) -> &'static str {
        "ndjson"
    }

    fn form(&self) -> Form {
        Form::Lines
    }

    fn write(&self, report: &Report, _page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        for (_, listing) in listings(report) {
            for object in listing.read_by_programs() {
                super::write_object(object, out)?;
            }
        }
        Ok(())
    }
}
