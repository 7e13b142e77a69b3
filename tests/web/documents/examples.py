"""Every document that the worker makes as a PDF: its template -> who looks at its page, at which address, and what makes it.

Whoever adds a template `…_pdf.html` adds its line here: `test_every_document.py` then reads the page's words in the document.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse

from milpa import ledger
from milpa.conglomerates.tasks import make_letter
from milpa.courses.models import CertificateIssued
from milpa.courses.tasks import make_certificate
from milpa.guide.tasks import make_handbook
from milpa.ledger import clock
from milpa.people.models import Person
from milpa.results.actions.reporting import Written, begin_report
from milpa.results.tasks import make_report
from milpa.strategies.tasks import make_pdf
from milpa.workshops.tasks import make_minutes
from tests.conglomerates.actions import test_agreeing as agreeing
from tests.courses.classroom import announced, enrolled
from tests.results.evaluated import evaluated
from tests.strategies.story import draft
from tests.workshops import story
from tests.world import World


@dataclass(frozen=True, slots=True)
class Example:
    person: Person
    address: str  # the page
    task: Any
    arguments: tuple[Any, ...]
    of: tuple[str, ...]  # what of the page the document must hold: tags or classes


def report(world: World) -> Example:
    evaluated(world)
    made = begin_report(
        world.ana, ledger.uuid7(), world.id, Written("Informe final", done="Se dio el **curso**.", learnt="A empezar antes.")
    )
    return Example(world.ana, reverse("results:report", args=[world.id, made.id]), make_report, (str(made.id), 1), ("table", ".prose"))


def strategy(world: World) -> Example:
    drafted = draft(world)
    page = reverse("strategies:strategy", args=[world.id])
    return Example(world.carmen, page, make_pdf, (str(drafted.id), drafted.now), ("table", ".prose"))


def letter(world: World) -> Example:
    made = agreeing.written(world)
    return Example(world.carmen, reverse("conglomerates:agreement", args=[world.id]), make_letter, (str(made.id),), (".prose",))


def handbook(world: World) -> Example:
    edition = world.programme.edition_id
    return Example(world.ana, reverse("guide:edition", args=[edition]), make_handbook, (str(edition),), (".chapter",))


def minutes(world: World) -> Example:
    told = story.closed(world)
    page = reverse("workshops:minutes", args=[world.id, told.id])
    return Example(world.carmen, page, make_minutes, (str(told.id),), ("table", ".prose"))


def certificate(world: World) -> Example:
    today = clock.today()
    enrolment = enrolled(world, world.rosa, announced(world, starts_on=today - timedelta(days=30), ends_on=today))
    fact = CertificateIssued(
        id=ledger.uuid7(), by=world.ana, institution_id=world.institute.id, enrolment=enrolment, code="ABCDEFGH23", hours=20
    )
    with transaction.atomic():
        ledger.append([fact])
    return Example(world.rosa, reverse("courses:verify", args=[fact.code]), make_certificate, (str(fact.id),), ("dd",))


EXAMPLES: dict[str, Callable[[World], Example]] = {
    "conglomerates/letter_pdf.html": letter,
    "courses/certificate_pdf.html": certificate,
    "guide/handbook_pdf.html": handbook,
    "results/report_pdf.html": report,
    "strategies/strategy_pdf.html": strategy,
    "workshops/minutes_pdf.html": minutes,
}
