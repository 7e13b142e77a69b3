"""Whose turn it is after the choice: to appoint, to sign the letter, to take a list that was tried, to decide about pairs. And dates."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.urls import reverse

from milpa.conglomerates import letter
from milpa.conglomerates.models import (
    Agreement,
    AgreementSection,
    AgreementSide,
    CounterpartAppointed,
    DuplicatePair,
    ImportConfirmed,
    RegisterImport,
    Selection,
)
from milpa.ledger.models.signatures import SignatureDeclined, Signed
from milpa.people.standing import granted
from milpa.programmes.models import Partner
from milpa.programmes.registries import CalendarDate, Wait
from milpa.programmes.said import said, said_n


def waits(_person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """Everything that waits, for whomever: a fixed number of queries for any number of programmes."""
    ids = list(programmes)
    return [*_to_appoint(ids), *_to_sign(ids), *_to_take(ids), *_to_judge(ids)]


def _roles(verb: str) -> frozenset[str]:
    return frozenset(role for _relation, role in granted(verb))


def _to_appoint(ids: list[UUID]) -> list[Wait]:
    """A conglomerate is chosen, somebody accepted to speak for it, and no mandate stands."""
    speaking = Partner.objects.accepted().filter(programme__in=ids, speaks=True).values("programme")
    standing = CounterpartAppointed.objects.standing().filter(programme__in=ids).values("programme")
    chosen = Selection.objects.filter(programme__in=speaking, decided__isnull=False).exclude(programme__in=standing)
    return [
        Wait(
            programme,
            said("Appoint the counterpart"),
            reverse("conglomerates:counterpart", args=[programme]),
            said("Put its mandate on record"),
            institution=institution,
            roles=_roles("conglomerates.appoint"),
        )
        for programme, institution in chosen.values_list("programme", "institution")
    ]


def _to_sign(ids: list[UUID]) -> list[Wait]:
    """Each side of a letter that is whole and that it neither signed as it stands nor refused."""
    agreements = list(Agreement.objects.filter(programme__in=ids))
    if not agreements:
        return []
    documents = [one.id for one in agreements]
    unfinished = set(AgreementSection.objects.filter(agreement__in=documents, text="").values_list("agreement", flat=True))
    bodies, sides = letter.counterparts(ids), defaultdict(list)
    for agreement, side in AgreementSide.objects.filter(agreement__in=documents).order_by("id").values_list("agreement", "side"):
        sides[agreement].append(side)
    columns = ("document", "number", "side")
    signed = Signed.objects.filter(document__in=documents, voided_by=None).values_list(*columns)
    declined = SignatureDeclined.objects.filter(document__in=documents, voided_by=None).values_list(*columns)
    settled = set(signed.union(declined))
    return [
        _sign(one, side)
        for one in agreements
        if one.id not in unfinished and one.programme_id in bodies
        for side in dict.fromkeys([one.institution_id, bodies[one.programme_id].body_id, *sides[one.id]])
        if (one.id, one.revision, side) not in settled
    ]


def _sign(one: Agreement, side: UUID) -> Wait:
    link = reverse("conglomerates:agreement", args=[one.programme_id])
    what, button = said("Sign the letter of understanding"), said("Read and sign")
    return Wait(one.programme_id, what, link, button, institution=side, roles=_roles("conglomerates.sign_letter"))


def _to_take(ids: list[UUID]) -> list[Wait]:
    """Lists that were tried and not taken: whoever brought them goes on."""
    confirmed = ImportConfirmed.objects.filter(programme__in=ids).values("list")
    waiting = RegisterImport.objects.filter(programme__in=ids, file__isnull=False, by__isnull=False).exclude(id__in=confirmed)
    return [
        Wait(
            one.programme_id,
            said("Finish the list “{name}”", name=one.name),
            reverse("conglomerates:list", args=[one.programme_id, one.id]),
            said("Go on with it"),
            person=one.by_id,
            since=one.created,
        )
        for one in waiting.order_by("created")
    ]


def _to_judge(ids: list[UUID]) -> list[Wait]:
    counted = DuplicatePair.objects.filter(programme__in=ids).undecided().order_by().values("programme", "programme__institution")
    return [
        Wait(
            row["programme"],
            said_n("{n} pair may be one enterprise", "{n} pairs may be one enterprise each", row["n"]),
            reverse("conglomerates:duplicates", args=[row["programme"]]),
            said("Decide which are the same"),
            institution=row["programme__institution"],
            roles=frozenset({"coordinator", "facilitator", "designer"}),
        )
        for row in counted.annotate(n=Count("id"))
    ]


def calendar(programmes: Iterable[UUID]) -> list[CalendarDate]:
    """When the board's term ends, and the letter."""
    ids = list(programmes)
    mandates = [
        CalendarDate(
            id,
            said("The term of the board of {name} ends", name=one.body.name),
            one.until,
            link=reverse("conglomerates:counterpart", args=[id]),
            kind="deadline",
        )
        for id, one in letter.counterparts(ids).items()
        if one.until is not None
    ]
    letters = Agreement.objects.filter(programme__in=ids, ends_on__isnull=False).values_list("programme", "title", "ends_on")
    return mandates + [
        CalendarDate(id, said("“{title}” ends", title=title), on, link=reverse("conglomerates:agreement", args=[id]), kind="deadline")
        for id, title, on in letters
    ]
