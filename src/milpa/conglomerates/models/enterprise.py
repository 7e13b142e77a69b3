"""The register: a business of the conglomerate, and who owns it or works in it."""

from typing import Any

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.documents import Document
from milpa.ledger.models.stored import Closable, Fact, FactQuerySet
from milpa.programmes.models import Programme

SIZES = [("micro", _("micro")), ("small", _("small")), ("medium", _("medium")), ("large", _("large")), ("", _("not known"))]
SEXES = [
    ("woman", _("a woman")),
    ("man", _("a man")),
    ("both", _("a woman and a man")),
    ("other", _("another person")),
    ("", _("not said")),
]


class EnterpriseQuerySet(models.QuerySet):
    def open_to(self, person: Any, verb: str = "conglomerates.see_register") -> "EnterpriseQuerySet":
        return self.filter(programme__in=Programme.objects.open_to(person, verb))

    def standing(self) -> "EnterpriseQuerySet":
        """Without those that a person joined into another."""
        return self.filter(joined_into=None)

    def with_board(self) -> "EnterpriseQuerySet":
        """`on_board`: what was said last of it, None where nothing was."""
        newest = BoardSaid.objects.filter(enterprise=OuterRef("id"), voided_by=None).order_by("-recorded_at", "-id")
        return self.annotate(on_board=Subquery(newest.values("on_board")[:1]))


class Enterprise(Document):
    """What its owner or the association says of it; the size class follows from the country's norm of the year."""

    programme = models.ForeignKey("programmes.Programme", on_delete=models.PROTECT, related_name="enterprises")
    name = models.CharField(max_length=200)
    tax_id = models.CharField(max_length=30, blank=True, default="")
    isic = models.CharField(max_length=4, blank=True, default="")
    department = models.CharField(max_length=6, blank=True, default="")  # ISO 3166-2: GT-07
    municipality = models.CharField(max_length=6, blank=True, default="")
    is_rural = models.BooleanField(null=True)
    workers = models.PositiveIntegerField(null=True)
    sales = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    of_year = models.PositiveSmallIntegerField(null=True)  # the year of workers and sales
    size = models.CharField(max_length=8, choices=SIZES, blank=True, default="")
    led_by = models.CharField(max_length=6, choices=SEXES, blank=True, default="")
    language = models.CharField(max_length=8, blank=True, default="")  # in which one prefers to learn; asked, never inferred
    contact = models.CharField(max_length=120, blank=True, default="")
    phone = models.CharField(max_length=20, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    address = models.CharField(max_length=200, blank=True, default="")
    contact_mark = models.UUIDField(null=True)  # new with each change of the contact data, which stand in no revision: they can be erased
    came_with = models.ForeignKey("conglomerates.RegisterImport", null=True, blank=True, on_delete=models.SET_NULL, related_name="brought")
    came_as = models.PositiveIntegerField(null=True)  # the row of that list
    joined_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="joined"
    )  # a duplicate, by decision

    CONTENT = "milpa.conglomerates.content.enterprise"
    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["programme", "name", "id"]),
            models.Index(fields=["programme", "department"]),
            models.Index(fields=["programme", "size"]),
            models.Index(fields=["programme", "tax_id"]),
            models.Index(fields=["isic", "programme"]),  # not the other way round: SQLite would take it for the list by name, and sort
        ]

    def __str__(self) -> str:
        return self.name


class PostQuerySet(FactQuerySet):
    def standing(self) -> "PostQuerySet":
        return self.filter(voided_by=None, closed_by=None)


class Post(Closable, Fact):
    """`person` owns the enterprise or works in it."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="posts")
    enterprise = models.ForeignKey(Enterprise, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=10, choices=[("owner", _("owner")), ("worker", _("worker"))])

    objects = PostQuerySet.as_manager()
    said = _("said who belongs to an enterprise")

    class Meta(Fact.Meta):
        indexes = [
            models.Index(fields=["person"]),
            models.Index(fields=["enterprise"]),
            models.Index(fields=["institution", "recorded_at"]),
        ]


class PostEnded(Fact):
    closes = "post"
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="endings")

    said = _("said who left an enterprise")


class BoardSaid(Fact):
    """Whether an enterprise is of somebody on the counterpart's board: its acts are no part of "the enterprises". The newest counts."""

    enterprise = models.ForeignKey(Enterprise, on_delete=models.PROTECT, related_name="board_said")
    on_board = models.BooleanField()

    said = _("said whether an enterprise is of the board")
