//! The JSON objects of stored findings: those of `extract`, with the snapshot in which they stand and its outlet.

use serde::Serialize;
use serde_json::Value;

use crate::report::findings;
use crate::store::SnapshotInfo;

/// A finding as the contract has it. `reviewed` is said where somebody ruled on it.
pub(super) fn object(kind: &str, info: &SnapshotInfo, found: &impl Serialize, reviewed: &str) -> Value {
    let mut object = findings::object(kind, &Value::String(info.origin.clone()), found);
    object["snapshot"] = info.reference.as_str().into();
    object["outlet"] = info.outlet.as_str().into();
    if !reviewed.is_empty() {
        object["reviewed"] = reviewed.into();
    }
    object
}
