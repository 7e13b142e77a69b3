"""Who may do what with learning records."""

PERMISSIONS = {
    "records.read": "host.coordinator host.administrator host.instructor host.evaluator",
}
