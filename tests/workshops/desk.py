"""What the tests of the desk share: an address of the story, and a form sent as the page would send it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from milpa import ledger
from milpa.workshops.models import Needs
from tests.workshops.story import Story


def at(story: Story, name: str, *more: Any) -> str:
    return reverse(f"workshops:{name}", args=[story.world.id, story.id, *more])


def of_needs(story: Story, name: str, *more: Any) -> str:
    return reverse(f"workshops:{name}", args=[story.world.id, *more])


def send(client: Client, address: str, **typed: Any) -> Any:
    """With an id of its own, unless one is given."""
    return client.post(address, {"form_id": str(ledger.uuid7()), **{name: str(value) for name, value in typed.items()}})


def revision(story: Story) -> int:
    return Needs.objects.get(programme=story.world.programme).revision
