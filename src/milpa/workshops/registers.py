"""What `workshops` tells the packages before it."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa import ledger
from milpa.people.registries import Personal, personal
from milpa.people.roles import LEARNERS
from milpa.people.standing import roles_of
from milpa.programmes import registries
from milpa.programmes.registries import Place, Takes
from milpa.programmes.said import said
from milpa.web import live as web_live
from milpa.web import registries as web
from milpa.web import uploads
from milpa.web.addresses import url
from milpa.workshops import holding, involving, knots, listings, live, photographs, recognising, waiting
from milpa.workshops.actions.planning import plan_workshop
from milpa.workshops.methods import Part
from milpa.workshops.models import Workshop
from milpa.workshops.models.photographed import CARDS, WALL
from milpa.workshops.telling import CHANNEL


def places(request: HttpRequest) -> list[tuple[str, str]]:
    """Owners and workers find what became of their cards."""
    person = getattr(request, "person", None)
    return [(_("My cards"), url("workshops:my_cards"))] if person is not None and roles_of(person) & LEARNERS else []


def take_agenda(old: Any, new: Any, person: Any) -> None:
    """The newest workshop's question and activities, without date: needs are asked anew."""

    before = Workshop.objects.filter(programme=old).order_by("-id").first()
    if before is None:
        return
    parts = [Part(row.kind, row.title, row.minutes, row.say, method=row.method) for row in before.activities.all()]
    asked = {"title": before.title, "question": before.question, "minutes": before.minutes, "care": before.care}
    asked["phones_group"] = before.phones_group
    plan_workshop(person, new.id, ledger.uuid7(), **asked, parts=parts)


registries.evidence["workshops.invited"] = recognising.invited
registries.evidence["workshops.closed_with_minutes"] = recognising.closed_with_minutes
registries.evidence["workshops.priorities_frozen"] = recognising.priorities_frozen
registries.waits["workshops"] = waiting.waits
registries.calendar["workshops"] = waiting.calendar
registries.acts["workshops"] = involving.acts
registries.invited["workshops"] = involving.invited
registries.thread_kinds["card"] = knots.card_kind
registries.thread_kinds["need"] = knots.need_kind
registries.thread_edges["card", "need"] = knots.card_to_need
registries.takes["workshops.agenda"] = Takes(
    said("The workshop's question and activities"), said("Without cards, votes or needs: those are asked anew"), take_agenda
)
personal["workshops"] = Personal(holding.held, holding.export, holding.erase)
registries.places.append(Place(gettext_lazy("Workshops"), "workshops:list", "workshops.see", 20))
registries.places.append(Place(gettext_lazy("The needs"), "workshops:needs", "workshops.see", 21))
web.navigation.append(places)
web.listings.update(listings.FACTORIES)
uploads.readers[CARDS] = photographs.of_cards
uploads.readers[WALL] = photographs.of_walls
web_live.channels[CHANNEL] = live.channel
