"""Who may do what with candidates, the selection, the counterpart, the letter and the register."""

SIDES = "host.coordinator partner.ministry partner.association partner.funder partner.other_partner partner.coordinator"
KEEPERS = "host.coordinator host.facilitator host.designer counterpart.association"

PERMISSIONS = {
    "conglomerates.see": "host.* partner.*",
    "conglomerates.edit": "host.coordinator host.designer",
    "conglomerates.weigh": SIDES,
    "conglomerates.close_round": "host.coordinator",
    "conglomerates.decide": "host.coordinator",
    "conglomerates.sign": SIDES,
    "conglomerates.appoint": "host.coordinator",
    "conglomerates.edit_letter": "host.coordinator host.legal counterpart.association",
    "conglomerates.name_sides": "host.coordinator",
    "conglomerates.sign_letter": SIDES,
    "conglomerates.see_register": "host.coordinator host.facilitator host.designer host.evaluator host.instructor counterpart.association",
    "conglomerates.see_contacts": "host.coordinator host.facilitator host.instructor counterpart.association",
    "conglomerates.import_register": KEEPERS,
    "conglomerates.edit_register": KEEPERS,
    "conglomerates.name_people": "host.coordinator host.facilitator host.instructor",
    "conglomerates.erase_contact": "host.coordinator counterpart.association",
}
