"""Who may do what with guides."""

PERMISSIONS = {
    "guide.read": "host.*",
    "guide.adapt": "host.coordinator",
    "guide.edit": "host.coordinator host.designer host.facilitator",
    "guide.publish": "host.coordinator",
}
