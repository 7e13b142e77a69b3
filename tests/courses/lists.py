"""The lists of a course edition with rows in them."""

from django.db import transaction
from django.urls import reverse

from milpa import ledger
from milpa.courses.actions.grouping import add_group, place_in_group
from milpa.courses.models import CertificateIssued
from milpa.people.models import Person
from tests.courses.classroom import announced, enrolled
from tests.world import World


def _edition(world: World, name: str) -> tuple[Person, str]:
    edition = announced(world)
    for person in (world.rosa, world.tomas):
        enrolled(world, person, edition)
    return world.ana, reverse(f"courses:{name}", args=[world.id, edition.pk])


def certificates(world: World) -> tuple[Person, str]:
    edition = announced(world)
    for number, person in enumerate((world.rosa, world.lidia)):
        enrolment = enrolled(world, person, edition)
        fact = CertificateIssued(
            id=ledger.uuid7(), by=world.ana, institution_id=world.institute.id, enrolment=enrolment, code=f"ABCDEFGH2{number}", hours=20
        )
        with transaction.atomic():
            ledger.append([fact])
    return world.ana, reverse("courses:certificates", args=[world.id, edition.pk])


def grouped(world: World) -> tuple[Person, str]:
    edition = announced(world)
    sheets = ({"name": "En español", "language": "es"}, {"name": "Sábado", "language": "quc", "schedule": "9:00"})
    one, _other = [add_group(world.ana, edition.pk, number, ledger.uuid7(), sheet) for number, sheet in enumerate(sheets, start=1)]
    for person in (world.rosa, world.tomas):
        enrolment = enrolled(world, person, edition)
    place_in_group(world.irma, enrolment.pk, ledger.uuid7(), one.pk)
    return world.ana, reverse("courses:groups", args=[world.id, edition.pk])


EXAMPLES = {
    "course-enrolments": lambda world: _edition(world, "enrolments"),
    "course-group": lambda world: _edition(world, "group"),
    "course-groups": grouped,
    "course-certificates": certificates,
}
