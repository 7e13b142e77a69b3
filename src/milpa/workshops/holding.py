"""What the workshops hold of a person, and how they let go of it."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.ledger.erasing import erase_texts
from milpa.people.gathering import Asked, gathered
from milpa.people.models import Person
from milpa.people.registries import Held
from milpa.workshops.models import BallotMark, Card, HelperAsked, HelperCame, Participant, Remark


def held(person: Person) -> list[Held]:
    """One query."""
    found = gathered(
        came=Asked(Participant.objects.standing().filter(person=person), ["workshop__title", "name", "enterprise_text"]),
        cards=Asked(Card.objects.standing().filter(participant__person=person), ["text"]),
        remarks=Asked(Remark.objects.standing().filter(participant__person=person), ["text"]),
        helped=Asked(HelperCame.objects.standing().filter(person=person), ["workshop__title", "name"]),
        votes=Asked(BallotMark.objects.filter(person=person), [], at=""),
    )
    rows = [(title, " · ".join(part for part in named if part)) for _at, (title, *named) in found["came"]]
    rows += [(title, _("helped as {name}").format(name=name)) for _at, (title, name) in found["helped"]]
    said = [(_("Card"), row.texts[0]) for row in found["cards"]] + [(_("Remark"), row.texts[0]) for row in found["remarks"]]
    marks = [(_("Votes"), str(len(found["votes"])))] if found["votes"] else []
    return [
        Held(_("Workshops you came to"), _("To count who took part, and to give the result back to you."), rows, _("That somebody came.")),
        Held(_("What you wrote"), _("To decide what is taught, and to tell you what became of it."), said, _("That a card was written.")),
        Held(_("That you voted"), _("So that nobody votes twice. What you voted is not kept with your name."), marks, _("The same.")),
    ]


def export(person: Person) -> dict[str, Any]:
    came = Participant.objects.filter(person=person).in_order()
    remarks = Remark.objects.filter(participant__person=person).in_order()
    return {
        "workshops": list(came.values("workshop__title", "name", "enterprise_text", "position", "way", "recorded_at")),
        "cards": list(Card.objects.filter(participant__person=person).in_order().values("text", "way", "recorded_at")),
        "helped": list(HelperCame.objects.filter(person=person).in_order().values("workshop__title", "name", "recorded_at")),
        "remarks": list(remarks.values("text", "way", "recorded_at")),
        "votes": BallotMark.objects.filter(person=person).count(),
    }


def erase(person: Person) -> None:
    """Also what a helper typed for the person; what they typed themselves the ledger empties with their other facts."""
    typed = [
        *Participant.objects.filter(person=person),
        *Card.objects.filter(participant__person=person),
        *Remark.objects.filter(participant__person=person),
        *HelperAsked.objects.filter(takings__person=person),
    ]
    erase_texts(person, [fact for fact in typed if fact.by_id != person.pk and any(getattr(fact, name) for name in fact.erasable)])
