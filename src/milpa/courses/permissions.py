"""Who may do what with courses and their editions. Learning, sending a practice and giving up one's own place need no row here."""

PERMISSIONS = {
    "courses.see": "host.* partner.*",
    "courses.write": "host.coordinator host.designer host.instructor",
    "courses.publish": "host.coordinator host.designer",
    "courses.announce": "host.coordinator",
    "courses.enrol": "host.coordinator host.facilitator host.instructor host.support counterpart.association",
    "courses.see_people": "host.coordinator host.facilitator host.instructor host.support host.evaluator",
    "courses.accompany": "host.coordinator host.facilitator host.instructor host.support",
    "courses.teach": "host.coordinator host.instructor",
    "courses.close": "host.coordinator",
    "courses.certify": "host.coordinator",
}
