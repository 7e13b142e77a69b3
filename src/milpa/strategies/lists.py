"""The lists of a strategy: the log of its negotiation and its revisions, on the screen, as CSV and on paper."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.ledger.models.documents import Revision
from milpa.strategies.models import Strategy, Suggestion
from milpa.strategies.models.suggestions import KINDS
from milpa.web.listing import Choice, Column, Listing, Words


def negotiation_log(request: HttpRequest, programme: UUID) -> Listing:
    """Everything that was said beside the strategy. Raises Strategy.DoesNotExist."""
    strategy = _opened(request, programme)
    return Listing(
        name="negotiation-log",
        title=_("Negotiation log"),
        request=request,
        rows=Suggestion.objects.filter(strategy=strategy),
        columns=[
            Column("recorded_at", _("When"), kind="moment", order="recorded_at"),
            Column("by__institution__name", _("Who")),
            Column("kind", _("Kind"), value=_kind, reads=("kind",)),
            Column("quote", _("Passage")),
            Column("words", _("New words")),
            Column("text", _("What was said"), kind="words"),
        ],
        filters=[Words("words", _("Words"), ("quote", "words", "text")), Choice("kind", _("Kind"), KINDS)],
        order="-recorded_at",
        empty=_("Nothing has been said beside the text yet."),
        first_step=(_("Negotiate"), reverse("strategies:negotiation", args=[programme])),
    )


def revisions(request: HttpRequest, programme: UUID) -> Listing:
    """Each save: who, when, why. Raises Strategy.DoesNotExist."""
    strategy = _opened(request, programme)

    def compared(row: Any) -> str:
        return reverse("strategies:revision", args=[programme, row["number"]])

    return Listing(
        name="strategy-revisions",
        title=_("Revisions of the strategy"),
        request=request,
        rows=Revision.objects.filter(document=strategy.id),
        columns=[
            Column("number", _("Revision"), kind="number", order="number", href=compared),
            Column("at", _("When"), kind="moment"),
            Column("by__name", _("Who")),
            Column("why", _("Why")),
            Column("sha256", _("Seal (SHA-256)")),
        ],
        filters=[Words("words", _("Words"), ("why",))],
        order="-number",
        empty=_("There is no revision yet."),
    )


def _kind(row: Any) -> str:
    return str(dict(KINDS)[row["kind"]])


def _opened(request: HttpRequest, programme: UUID) -> Strategy:
    return Strategy.objects.open_to(request.person).get(programme=programme)  # type: ignore[attr-defined]  # set at the door
