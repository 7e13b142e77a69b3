"""The strategy of the tests: two needs that training solves and one that it doesn't, one action, a budget that the fund shares."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.actions.appointing import Mandate, appoint_counterpart
from milpa.conglomerates.models import Enterprise, Post
from milpa.people.models import Person
from milpa.strategies.actions.planning import write_row
from milpa.strategies.actions.sheets import add_action
from milpa.strategies.actions.starting import start_strategy
from milpa.strategies.actions.writing import save_section
from milpa.strategies.models import Strategy, TrainingAction
from milpa.workshops.models import Need, Needs, NeedsFrozen
from tests.harness.snapshot import kept
from tests.world import World

ACTIONS_TEXT = "El curso se dará **de junio a agosto**, a distancia.\n\nA quien le haga falta se le ofrecerá antes la nivelación en TIC."
SHEET = {
    "name": "Mercadeo",
    "learning_outcome": "Calcula su precio por temporada.",
    "modality": "distance",
    "hours": Decimal(20),
    "places": 30,
    "cost": Decimal(3000),
    "responsible": "Unidad técnica",
    "language": ["es"],
}


def now(strategy: Strategy) -> int:
    """The newest revision's number."""
    return Strategy.objects.values_list("revision", flat=True).get(id=strategy.id)


@kept
def frozen_needs(world: World) -> Needs:
    """Prices first, then bookings; roads are handed on."""
    with transaction.atomic():
        needs = Needs(institution=world.institute, programme=world.programme)
        ledger.create(needs, by=world.ana)
        Need.objects.create(needs=needs, title="Precio y temporada", votes=9, place=1, rank=1, suits_ict=True)
        Need.objects.create(needs=needs, title="Reservaciones en orden", votes=5, place=2, rank=1, suits_ict=False)
        Need.objects.create(needs=needs, title="Caminos", solved_by_training=False, handed_to="Municipalidad")
        ledger.append([NeedsFrozen(id=ledger.uuid7(), by=world.ana, institution=world.institute, needs=needs, number=1)])
    return needs


def need(world: World, title: str) -> Need:
    return Need.objects.get(needs__programme=world.programme, title=title)


@kept
def enterprise_of(world: World, person: Person, name: str) -> Enterprise:
    with transaction.atomic():
        made = Enterprise(institution=world.institute, programme=world.programme, name=name, led_by="woman")
        ledger.create(made, by=world.ana)
        ledger.append([Post(id=ledger.uuid7(), by=world.ana, institution=world.institute, person=person, enterprise=made, role="owner")])
    return made


@kept
def appointed(world: World, *names: str) -> None:
    mandate = Mandate(kind="association", until=date(2030, 1, 1), signatories=names)
    appoint_counterpart(world.ana, ledger.uuid7(), world.id, world.association.id, mandate)


@dataclass
class Draft:
    """A strategy with all that is asked of a draft."""

    strategy: Strategy
    action: TrainingAction
    line: UUID

    @property
    def id(self) -> UUID:
        return self.strategy.id

    @property
    def now(self) -> int:
        return now(self.strategy)

    def text(self, slug: str) -> str:
        return self.strategy.sections.get(slug=slug).text


@kept
def draft(world: World, **sheet: Any) -> Draft:
    frozen_needs(world)
    strategy = start_strategy(world.ana, world.id)
    for section in strategy.sections.exclude(slug="actions"):  # all texts in one revision: the suite makes this draft often
        section.text = f"Texto de {section.slug}."
        section.save()
    save_section(world.ana, strategy.id, now(strategy), "actions", ACTIONS_TEXT)
    answers = [need(world, "Precio y temporada").id, need(world, "Reservaciones en orden").id]
    action = add_action(world.ana, strategy.id, now(strategy), ledger.uuid7(), SHEET | {"answers": answers} | sheet)
    objective = {"text": "Que terminen.", "indicator": "Personas que terminan", "target": Decimal(70), "baseline_when": "Al empezar."}
    write_row(world.ana, strategy.id, now(strategy), "objectives", ledger.uuid7(), objective)
    line = ledger.uuid7()
    values = {"text": "Producción del curso", "amount": Decimal(3000), "action_id": action.id}
    shares = [(world.fund.id, "", Decimal(2000)), (world.institute.id, "", Decimal(1000))]
    write_row(world.ana, strategy.id, now(strategy), "budget", line, values, shares)
    return Draft(strategy, action, line)
