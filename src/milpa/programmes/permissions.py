"""Who may do what with programmes."""

PERMISSIONS = {
    "programmes.see": "host.* partner.*",
    "programmes.create": "host.coordinator",
    "programmes.edit": "host.coordinator",
    "programmes.attach": (
        "host.coordinator host.facilitator host.designer host.evaluator host.instructor host.legal host.finance counterpart.association"
    ),
    "programmes.suffice": "host.coordinator",
    "programmes.pass_gate": "host.coordinator",
    "programmes.invite_partner": "host.coordinator",
    "programmes.answer_invitation": "host.coordinator host.association host.ministry host.funder host.other_partner",
    "programmes.replicate": "host.coordinator",
}
