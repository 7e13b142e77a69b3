"""Who may do what with the practical diagnosis. One's own tasks and choices need no row here."""

PERMISSIONS = {
    "readiness.see_people": "host.coordinator host.facilitator host.instructor host.support host.evaluator",
    "readiness.accompany": "host.coordinator host.facilitator host.instructor host.support",
    "readiness.see_profile": "host.* partner.*",
}
