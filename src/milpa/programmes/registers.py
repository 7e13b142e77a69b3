"""Answers of `programmes` to the registries of the packages before it, and to its own."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.guide.editions import Edition
from milpa.people.standing import may
from milpa.programmes import recognising, registries
from milpa.programmes.actions.attaching import BELONGS
from milpa.programmes.involving import phase_with
from milpa.programmes.journeys import PartnerRead, partners_of
from milpa.programmes.models import EvidenceAttached, Programme
from milpa.programmes.registries import Place, Wait
from milpa.programmes.rules.involvement import CONSULTED, REPRESENTATION, Act
from milpa.programmes.said import said
from milpa.programmes.views.home import programmes_list
from milpa.web import registries as web
from milpa.web import uploads
from milpa.web.addresses import url


def places(request: Any) -> list[tuple[str, str]]:
    person = getattr(request, "person", None)
    return [(_("Programmes"), url("programmes:programmes"))] if person is not None and may(person, "programmes.see") else []


def nearby(request: Any) -> list[tuple[str, str]]:
    """The pages of the programme that this page belongs to, in the order of the methodology, as far as the person may open them."""
    person, match = getattr(request, "person", None), request.resolver_match
    programme = match and (match.kwargs.get("programme") or match.kwargs.get("programme_id"))
    if person is None or not programme:
        return []
    open_to = [place for place in sorted(registries.places, key=lambda place: place.order) if may(person, place.verb)]
    return [(str(place.title), url(place.url, programme)) for place in open_to]


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """Invitations that nobody has answered yet."""
    return [
        Wait(
            programme,
            said("{institution} has not answered the invitation yet", institution=partner.name),
            reverse("programmes:partners", args=[programme]),
            said("See the partners"),
            institution=partner.institution,
            since=partner.invited_at,
        )
        for programme, partners in partners_of(list(programmes)).items()
        for partner in partners
        if partner.is_awaited
    ]


def acts(programmes: Iterable[UUID]) -> dict[UUID, list[Act]]:
    """What the organisation that speaks for the enterprises answered to its invitation, yes or no."""
    ids = list(programmes)
    guides = {programme.id: programme.guide for programme in Programme.objects.filter(id__in=ids).only("id", "edition")}
    return {id: [*_answers(guides[id], partners)] for id, partners in partners_of(ids).items() if id in guides}


def _answers(guide: Edition, partners: list[PartnerRead]) -> Iterator[Act]:
    phase = phase_with(guide, "programmes.partners_accepted")
    for partner in partners:
        if partner.speaks and partner.answered_at and phase:
            yield Act(phase, REPRESENTATION, CONSULTED, id=partner.id)


def readable_evidence(person: Any, ids: Collection[UUID]) -> set[UUID]:
    """Files of evidence are read by whoever may see the programme."""
    found = EvidenceAttached.objects.filter(id__in=ids, programme__in=Programme.objects.open_to(person))
    return set(found.values_list("id", flat=True))


registries.places.append(Place(gettext_lazy("Journey"), "programmes:journey", "programmes.see", 0))
web.navigation.insert(0, places)
web.nearby.append(nearby)
web.listings["programmes"] = programmes_list
web.listings["programmes"] = programmes_list
uploads.readers[BELONGS] = readable_evidence
registries.evidence["programmes.team_complete"] = recognising.team_complete
registries.evidence["programmes.partners_accepted"] = recognising.partners_accepted
registries.evidence["programmes.replicated"] = recognising.replicated
registries.never_kept.add("programmes.team_complete")  # memberships belong to `people`, which cannot touch
registries.waits["programmes"] = waits
registries.acts["programmes"] = acts
