"""A programme of Ana's with its partners is in the world already; here are its registries, emptied of every other package's answers."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from milpa import ledger
from milpa.people.models import Person
from milpa.programmes import registries, remembering
from milpa.programmes.actions.creating import Written, create_programme
from milpa.programmes.models import Programme
from milpa.programmes.registries import EvidenceAnswer
from milpa.programmes.said import said
from tests.world import World


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    remembering.forget()


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The registries without what the packages put there: `only.evidence[key] = …`."""
    empty: dict[str, Any] = {name: {} for name in ("evidence", "waits", "acts", "invited", "registered", "own_words", "calendar", "takes")}
    empty |= {"thread_kinds": {}, "thread_edges": {}, "never_kept": set()}
    for name, value in empty.items():
        monkeypatch.setattr(registries, name, value)
    return SimpleNamespace(**empty)


@dataclass
class Answering:
    """An evidence function that counts how often it is asked and can be turned."""

    met: bool = False
    asked: int = 0
    until: Any = None
    during: Callable[[], None] | None = None

    def __call__(self, programmes: Any) -> dict[UUID, EvidenceAnswer]:
        self.asked += 1
        answers = {
            id: EvidenceAnswer(self.met, said("{done} of {all}", done=1, all=3), done=1, all=3, until=self.until) for id in programmes
        }
        if self.during:
            self.during()
        return answers


@pytest.fixture
def answering() -> type[Answering]:
    return Answering


@pytest.fixture
def programme(world: World) -> Programme:
    """One that Ana created on the page: its steps are assigned."""
    return create_programme(world.ana, ledger.uuid7(), Written("Panaderías", world.programme.edition_id))


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """A browser of that person."""

    def sign(person: Person) -> Client:
        client = Client()
        client.force_login(person.account)
        return client

    return sign


@pytest.fixture
def sent() -> Callable[..., dict[str, Any]]:
    """What a form sends: the id that was made when it was shown, and what was typed."""
    return lambda **typed: {"form_id": str(ledger.uuid7()), **typed}
