"""Who may do what with the strategy. Owners and workers: of the programme in whose register their enterprise is."""

PERMISSIONS = {
    "strategies.see": "host.* partner.* host.owner host.worker",
    "strategies.edit": "host.coordinator host.designer host.facilitator host.evaluator",
    "strategies.suggest": (
        "host.coordinator host.designer host.facilitator host.evaluator host.instructor host.owner host.worker "
        "partner.association partner.ministry partner.funder partner.other_partner partner.coordinator"
    ),
    "strategies.send": "host.coordinator host.designer host.facilitator",
    "strategies.give_word": "host.owner host.worker partner.association",
    "strategies.type_for": "host.coordinator host.designer host.facilitator",
    "strategies.answer": "host.*",
    "strategies.sign": "host.coordinator partner.association partner.ministry partner.funder partner.other_partner partner.coordinator",
    "strategies.record_refusal": "host.coordinator",
}
