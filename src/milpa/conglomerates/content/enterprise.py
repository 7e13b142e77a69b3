"""An enterprise's canonical content. Whom to call is not in it: a revision cannot be emptied, and contact data must be erasable.

A change of the contact data still is a revision: `contact_mark` differs, what was written does not stand there.
"""

from typing import Any

VERSION = 1
FIELDS = (
    "name",
    "tax_id",
    "isic",
    "department",
    "municipality",
    "is_rural",
    "workers",
    "sales",
    "of_year",
    "size",
    "led_by",
    "language",
    "contact_mark",
)
CONTACT = ("contact", "phone", "email", "address")


def content(enterprise: Any) -> dict[str, Any]:
    return {name: getattr(enterprise, name) for name in FIELDS} | {"joined_into": enterprise.joined_into_id}
