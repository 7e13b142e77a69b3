"""Who may do what with people."""

PERMISSIONS = {
    "people.see_members": "host.coordinator host.administrator host.association host.ministry host.funder host.other_partner",
    "people.invite": "host.coordinator host.administrator host.association host.ministry host.funder host.other_partner",
    "people.end_membership": "host.coordinator host.administrator host.association host.ministry host.funder host.other_partner",
    "people.issue_card": "host.coordinator host.administrator host.facilitator host.instructor",
    "people.reset_pin": "host.coordinator host.administrator host.facilitator host.instructor",
    "people.edit_institution": "host.coordinator host.administrator",
    "people.read_audit": "host.coordinator host.administrator",
}
