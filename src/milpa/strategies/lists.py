"""The lists of a strategy: the log of its negotiation and its revisions, on the screen, as CSV and on paper."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.conglomerates.models import Post
from milpa.ledger.models.documents import Revision
from milpa.strategies.asked import Asked, asked_of
from milpa.strategies.models import Strategy, StrategySent, Suggestion, SuggestionAnswered
from milpa.strategies.models.suggestions import ANSWERS, KINDS
from milpa.web.listing import Choice, Column, Listing, Words


def negotiation_log(request: HttpRequest, programme: UUID) -> Listing:
    """Everything that was said beside the strategy. Raises Strategy.DoesNotExist."""
    strategy = _opened(request, programme)
    return Listing(
        name="negotiation-log",
        title=_("Negotiation log"),
        request=request,
        rows=_said(strategy),
        columns=[
            Column("recorded_at", _("When"), kind="moment", order="recorded_at"),
            Column("who", _("Who"), value=_who, reads=("enterprise", "by__institution__name")),
            Column("kind", _("Kind"), value=_kind, reads=("kind",)),
            Column("quote", _("Passage")),
            Column("words", _("New words")),
            Column("text", _("What was said"), kind="words"),
            Column("answer", _("The answer"), value=_answer, reads=("answer_kind", "answer_text", "taken_up_in")),
        ],
        filters=[Words("words", _("Words"), ("quote", "words", "text")), Choice("kind", _("Kind"), KINDS)],
        order="-recorded_at",
        empty=_("Nothing has been said beside the text yet."),
        first_step=(_("Negotiate"), reverse("strategies:negotiation", args=[programme])),
    )


def asked_for_comment(request: HttpRequest, programme: UUID) -> Listing:
    """Each enterprise to which the text was sent, and what came of it. Raises Strategy.DoesNotExist."""
    strategy = _opened(request, programme, "strategies.send")
    return asked_of_those(request, strategy, StrategySent.objects.standing().filter(strategy=strategy).in_order())


def asked_of_those(request: HttpRequest, strategy: Strategy, sent: Iterable[StrategySent]) -> Listing:
    """`sent`: what was sent, the oldest first."""
    return Listing(
        name="strategy-asked",
        title=_("Enterprises that received it"),
        request=request,
        rows=[_asked(row) for row in asked_of(strategy, sent)],
        columns=[
            Column("name", _("Enterprise"), order="name"),
            Column("on", _("Sent on"), kind="date", order="on"),
            Column("way", _("How")),
            Column("read", _("Says to have read revision"), kind="number", order="read"),
            Column("said", _("Said beside the text"), kind="number", order="said"),
        ],
        filters=[Choice("came", _("What came of it"), [("yes", _("they read it or said something")), ("no", _("nothing yet"))])],
        order="name",
        empty=_("Here stand the enterprises to which the text was sent, and whether they read it or said something."),
        first_step=(_("Put a sending on record"), reverse("strategies:send", args=[strategy.programme_id])),
    )


def _asked(row: Asked) -> dict[str, Any]:
    came = "yes" if row.said or row.read is not None else "no"
    return {"id": row.id, "name": row.name, "on": row.on, "way": row.way, "read": row.read, "said": row.said, "came": came}


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


def _said(strategy: Strategy) -> Any:
    """What was said and not withdrawn, with the enterprise of who said it and the answer that counts."""
    posts = Post.objects.standing().filter(person=OuterRef("by"), enterprise__programme=strategy.programme_id)
    answers = SuggestionAnswered.objects.filter(suggestion=OuterRef("id"), voided_by=None).in_order()
    return (
        Suggestion.objects.standing()
        .filter(strategy=strategy)
        .annotate(
            enterprise=Subquery(posts.values("enterprise__name")[:1]),
            answer_kind=Subquery(answers.values("kind")[:1]),
            answer_text=Subquery(answers.values("text")[:1]),
            taken_up_in=Subquery(answers.values("revision")[:1]),
        )
    )


def _who(row: Any) -> str:
    return str(row["enterprise"] or row["by__institution__name"])


def _answer(row: Any) -> str:
    if row["answer_kind"] is None:
        return ""
    if row["taken_up_in"] is not None:
        return _("Taken up in revision {number}").format(number=row["taken_up_in"])
    return f"{dict(ANSWERS)[row['answer_kind']]}: {row['answer_text']}"


def _kind(row: Any) -> str:
    return str(dict(KINDS)[row["kind"]])


def _opened(request: HttpRequest, programme: UUID, verb: str = "strategies.see") -> Strategy:
    return Strategy.objects.open_to(request.person, verb).get(programme=programme)  # type: ignore[attr-defined]  # set at the door
