"""The shelf of guides, an edition as a handbook, its instruments, and what differs from another."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from milpa.guide.comparing import Part, compared, words_changed
from milpa.guide.editions import content_at, edition, frozen
from milpa.guide.instruments import instrument
from milpa.guide.models import Guide, GuideEdition
from milpa.guide.reading import chapters, shelf
from milpa.people.doors import may
from milpa.people.standing import may as allows


@may("guide.read")
def guides(request: HttpRequest) -> HttpResponse:
    person = request.person  # type: ignore[attr-defined]  # set at the door
    values = {"shelf": shelf(person), "may_adapt": allows(person, "guide.adapt"), "may_edit": allows(person, "guide.edit")}
    return render(request, "guide/guides.html", values)


def _fetch(request: Any, edition_id: UUID) -> GuideEdition:
    editions = GuideEdition.objects.open_to(request.person).select_related("guide__institution", "guide__adapted_from__guide")
    return get_object_or_404(editions, id=edition_id)


@may("guide.read")
def handbook(request: Any, edition_id: UUID) -> HttpResponse:
    fact = _fetch(request, edition_id)
    others = GuideEdition.objects.filter(guide=fact.guide_id, voided_by=None).order_by("-number")
    values = {
        "fact": fact,
        "edition": edition(fact.id),
        "chapters": chapters(edition(fact.id)),
        "others": list(others.values("id", "number", "recorded_at", "notes")),
        "is_mine": fact.guide.institution_id == request.person.institution_id,
        "may_adapt": allows(request.person, "guide.adapt"),
        "may_edit": allows(request.person, "guide.edit"),
    }
    return render(request, "guide/handbook.html", values)


@may("guide.read")
def one_instrument(request: Any, edition_id: UUID, id: str) -> HttpResponse:
    """A template to print and fill in, or which screen of Milpa it is."""
    fact = _fetch(request, edition_id)
    try:
        found = instrument(edition(fact.id), id)
    except KeyError:
        raise Http404 from None
    steps = [step for step in edition(fact.id).steps.values() if id in step.instruments]
    return render(request, "guide/instrument.html", {"fact": fact, "instrument": found, "steps": steps})


@may("guide.read")
def compare_editions(request: Any, edition_id: UUID, other_id: UUID) -> HttpResponse:
    """An edition beside an older one or beside the one that it was adapted from."""
    newer, older = _fetch(request, edition_id), _fetch(request, other_id)
    return _beside(request, compared(frozen(older), frozen(newer)), older=older, newer=newer, guide=None)


@may("guide.edit")
def compare_writing(request: Any, guide_id: UUID, other_id: UUID) -> HttpResponse:
    """What is being written beside an edition."""
    guide = get_object_or_404(Guide.objects.open_to(request.person, "guide.edit"), id=guide_id)
    older = _fetch(request, other_id)
    return _beside(request, compared(frozen(older), content_at(guide.id, guide.revision)), older=older, newer=None, guide=guide)


def _beside(request: Any, parts: list[Part], **values: Any) -> HttpResponse:
    return render(request, "guide/compared.html", {"parts": parts, "words": words_changed(parts), **values})
