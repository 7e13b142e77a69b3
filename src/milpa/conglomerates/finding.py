"""Enterprises are found by their name, their activity and their place."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.conglomerates import reference
from milpa.conglomerates.models import Enterprise
from milpa.programmes.models import Programme
from milpa.web import search

KIND = "enterprise"


class Finder:
    """Indexes many enterprises of one programme; names of places and activities are read once."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.places = {place.code: place for place in reference.municipalities(programme.institution.country)}
        self.titles = reference.classes()

    def index(self, enterprises: Iterable[Enterprise]) -> None:
        search.index_many(KIND, self.programme.institution, self.programme.language, [self._found_as(one) for one in enterprises])

    def _found_as(self, one: Enterprise) -> tuple[UUID, str, str, str]:
        place = self.places.get(one.municipality)
        words = [self.titles.get(one.isic, ""), place.name if place else "", place.department_name if place else ""]
        url = reverse("conglomerates:enterprise", args=[one.programme_id, one.id])
        return one.id, one.name, " · ".join(word for word in words if word), url


def readable(person: Any, ids: Collection[UUID]) -> set[UUID]:
    return set(Enterprise.objects.open_to(person).standing().filter(id__in=ids).values_list("id", flat=True))
