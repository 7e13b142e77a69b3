"""Who may do what with learning records. One's own need no row: they are read on one's own page."""

PERMISSIONS = {
    "records.read": "host.coordinator host.administrator host.instructor host.evaluator",
    "records.credentials": "host.coordinator host.administrator",
    "records.forward": "host.coordinator host.administrator",
}
