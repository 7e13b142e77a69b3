"""Who may do what with workshops and needs. Participants need no row here: what they hold is their place in a workshop."""

PERMISSIONS = {
    "workshops.see": "host.* partner.*",
    "workshops.plan": "host.coordinator host.facilitator",
    "workshops.invite": "host.coordinator host.facilitator counterpart.association",
    "workshops.facilitate": "host.coordinator host.facilitator",
    "workshops.see_people": "host.coordinator host.facilitator counterpart.association",
    "workshops.sign_minutes": (
        "host.coordinator host.facilitator partner.association partner.ministry partner.funder partner.other_partner partner.coordinator"
    ),
    "workshops.edit_needs": "host.coordinator host.facilitator",
    "workshops.decide_added": "host.coordinator counterpart.association",
    "workshops.remark": "host.coordinator host.facilitator counterpart.association",
    "workshops.answer": "host.coordinator host.facilitator counterpart.association",
    "workshops.publish": "host.coordinator",
    "workshops.freeze": "host.coordinator",
}
