//! What a directory does all day: 80 % reads of one user, 15 % changes of one field, 5 % new users, in each dialect.

use super::one_user::{
    ELASTIC_CREATE, ELASTIC_UPDATE, FRONTIER_CREATE, FRONTIER_UPDATE, LAKESAIL_CREATE, LAKESAIL_UPDATE,
    WAVEFRONT_CREATE, WAVEFRONT_UPDATE,
};
use super::reads::{ELASTIC_READ, FRONTIER_READ, LAKESAIL_READ, WAVEFRONT_READ};
use super::{About, Kind, Workload};

pub(super) const WORKLOADS: &[Workload] = &[
    Workload::new(
        "lakesail mixed",
        Kind::Mixed,
        About::Subject,
        &[(80, LAKESAIL_READ), (15, LAKESAIL_UPDATE), (5, LAKESAIL_CREATE)],
    ),
    Workload::new(
        "elastic mixed",
        Kind::Mixed,
        About::Subject,
        &[(80, ELASTIC_READ), (15, ELASTIC_UPDATE), (5, ELASTIC_CREATE)],
    ),
    Workload::new(
        "frontier mixed",
        Kind::Mixed,
        About::Subject,
        &[(80, FRONTIER_READ), (15, FRONTIER_UPDATE), (5, FRONTIER_CREATE)],
    ),
    Workload::new(
        "wavefront mixed",
        Kind::Mixed,
        About::Subject,
        &[(80, WAVEFRONT_READ), (15, WAVEFRONT_UPDATE), (5, WAVEFRONT_CREATE)],
    ),
];
