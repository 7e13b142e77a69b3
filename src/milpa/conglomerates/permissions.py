"""Who may do what with candidates, the selection and the register."""

PERMISSIONS = {
    "conglomerates.see": "host.* partner.*",
    "conglomerates.edit": "host.coordinator host.designer",
    "conglomerates.weigh": "host.coordinator partner.ministry partner.association partner.funder partner.other_partner partner.coordinator",
    "conglomerates.close_round": "host.coordinator",
    "conglomerates.decide": "host.coordinator",
    "conglomerates.sign": "host.coordinator partner.ministry partner.association partner.funder partner.other_partner partner.coordinator",
    "conglomerates.see_register": "host.coordinator host.facilitator host.designer host.evaluator host.instructor counterpart.association",
}
