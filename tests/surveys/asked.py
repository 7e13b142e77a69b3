"""A register with two hotels, and answers that fit: what the tests of the questionnaires start from."""

from datetime import date
from typing import Any
from uuid import uuid4

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise, Post
from milpa.surveys.actions.answering import answer, answer_anonymously
from milpa.surveys.actions.closing import close_survey
from milpa.surveys.actions.opening import open_survey
from milpa.surveys.models import ACCESS, BASELINE, SATISFACTION, Survey
from tests.harness.snapshot import kept
from tests.world import World, person

MAY = date(2026, 5, 1)
FITS: dict[str, Any] = {
    "position": "owner", "device": "own", "phone_can": ["internet", "photos"], "connection": ["prepaid"], "data_cost": "15",
    "hours": ["early"], "comments": "Que no sea en sábado.",
}  # fmt: skip
BASELINE_FITS = {
    "consent": "yes", "month": "04", "year": "2026", "rooms": "12", "nights_sold": "200", "women_permanent": "2", "women_temporary": "1",
    "men_permanent": "1", "men_temporary": "0",
}  # fmt: skip
SATISFIED = {"overall": "muy", "useful": "bastante", "helped_most": "Las fotos."}


@kept
def hotel(world: World, name: str, **people: Any) -> Enterprise:
    """An enterprise of the register: `owner=` and `worker=` belong to it."""
    made = Enterprise(institution=world.institute, programme=world.programme, name=name)
    with transaction.atomic():
        ledger.create(made, by=world.ana)
        ledger.append(
            [
                Post(id=ledger.uuid7(), by=world.ana, institution=world.institute, person=one, enterprise=made, role=role)
                for role, one in people.items()
            ]
        )
    return made


@kept
def register(world: World) -> dict[str, Enterprise]:
    """Rosa's hotel, where Lidia works, and Tomás's."""
    posada = hotel(world, "La Posada", owner=world.rosa, worker=world.lidia)
    return {"posada": posada, "mirador": hotel(world, "El Mirador", owner=world.tomas)}


@kept
def crowd(world: World, many: int) -> list[Any]:
    """Owners of as many further hotels."""
    owners = [person(f"Dueña{n}", world.institute, "owner", email=False) for n in range(many)]
    for n, owner in enumerate(owners):
        hotel(world, f"Hotel {n}", owner=owner)
    return owners


@kept
def access(world: World, **told: Any) -> Survey:
    return open_survey(world.ana, world.programme, ACCESS, **told)


@kept
def baseline(world: World, **told: Any) -> Survey:
    return open_survey(world.ana, world.programme, BASELINE, **told)


@kept
def satisfaction(world: World, **told: Any) -> Survey:
    return open_survey(world.ana, world.programme, SATISFACTION, **told)


def say(by: Any, survey: Survey, answers: Any = None, **told: Any) -> Any:
    return answer(by, survey.id, ledger.uuid7(), FITS if answers is None else answers, **told)


def say_secretly(by: Any, survey: Survey, answers: Any = None) -> Any:
    return answer_anonymously(by, survey.id, uuid4(), SATISFIED if answers is None else answers)


def close(world: World, survey: Survey) -> Survey:
    close_survey(world.ana, survey.id, ledger.uuid7())
    survey.refresh_from_db()
    return survey
