"""Any body that takes part: institute, association, ministry, funder, chamber."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.documents import Document

KINDS = [
    ("vti", _("vocational training institution")),
    ("association", _("association or committee")),
    ("ministry", _("public body")),
    ("funder", _("funder")),
    ("chamber", _("chamber")),
    ("other", _("other institution")),
]


class Institution(Document):
    """Its own tenant: `institution` is itself."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=KINDS)
    country = models.CharField(max_length=2, default="GT")
    zone = models.CharField(max_length=60, default="America/Guatemala")
    language = models.CharField(max_length=8, default="es")
    is_demonstration = models.BooleanField(default=False)  # its pages carry the banner; nothing in it is real

    CONTENT = "milpa.people.content"

    def __str__(self) -> str:
        return self.name
