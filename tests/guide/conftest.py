"""Ana adapts the base guide: the guide of her institute, as the tests write it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from milpa import ledger
from milpa.guide.actions.adapting import adapt
from milpa.guide.actions.publishing import publish
from milpa.guide.models import Guide, GuideEdition
from milpa.people.models import Person
from tests.world import World


@pytest.fixture
def own(world: World) -> Guide:
    """The institute's own guide, not yet an edition."""
    return adapt(world.ana, ledger.uuid7(), world.programme.edition_id, {"es": "Nuestra guía", "en": "Our guide"})


@pytest.fixture
def published(world: World, own: Guide) -> GuideEdition:
    """Its first edition."""
    return publish(world.ana, ledger.uuid7(), own.id, own.revision, "La primera.")


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
