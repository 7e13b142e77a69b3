"""An enterprise's canonical content."""

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
    "contact",
    "phone",
    "email",
)


def content(enterprise: Any) -> dict[str, Any]:
    return {name: getattr(enterprise, name) for name in FIELDS} | {"joined_into": enterprise.joined_into_id}
