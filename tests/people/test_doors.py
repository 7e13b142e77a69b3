"""Every address, walked by everybody: who is let in, who is sent to the door, who is refused. Nothing answers with an error of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from milpa.ledger import uuid7
from milpa.people.doors import Door
from milpa.people.middleware import ALLAUTH, door_of
from milpa.people.standing import may
from tests.harness.signing_in import session_of

pytestmark = pytest.mark.django_db(databases=["default", "records"])
EVERYBODY = ["ana", "beto", "irma", "carmen", "diego", "fidel", "rosa", "tomas", "lidia", "elena"]
ARGUMENTS = {"int": "1", "str": "algo", "slug": "algo", "path": "algo", "task": "B3"}


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    path: str
    door: Door | None
    is_library: bool
    of_programme: bool


def addresses(programme: Any) -> Iterator[Address]:
    """Each address of the site, with the world's programme where one is asked for and an unknown id elsewhere."""

    def argument(match: re.Match[str]) -> str:
        kind, _, name = match[1].rpartition(":")
        if kind == "uuid":
            return str(programme if name in ("programme", "programme_id") else uuid7())
        return ARGUMENTS.get(kind or "str", "algo")

    for pattern, route, namespace in _patterns(get_resolver().url_patterns):
        if "(?P" in route:
            route = "account/password/reset/key/1-algo/" if "uidb36" in route else "account/confirm-email/algo/"
        path = "/" + re.sub(r"<([^>]+)>", argument, route)
        library = pattern.callback.__module__.startswith("allauth.")
        yield Address(f"{namespace}{pattern.name}", path, door_of(pattern.callback, pattern.name), library, str(programme) in path)


def _patterns(found: list[URLPattern | URLResolver], before: str = "", namespace: str = "") -> Iterator[tuple[URLPattern, str, str]]:
    for one in found:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, route, f"{namespace}{one.namespace}:" if one.namespace else namespace)
        else:
            yield one, route, namespace


def expected(door: Door | None, person: Any) -> str:
    """What the table of doors says of this person."""
    if door is None:
        return "refused"
    if door.kind in ("public", "guest"):
        return "let in"
    if person is None:
        return "sent to sign in"
    return "let in" if door.kind == "signed_in" or may(person, door.verb) else "refused"


def met(answer: Any) -> str:
    """What they met. Behind the door a page may still not be there, be for other rows, or take only what is sent."""
    if answer.status_code == 302 and answer.url.startswith("/sign-in/"):
        return "sent to sign in"
    return "refused" if answer.status_code == 403 else "let in"


def test_every_view_of_ours_has_a_door(world):
    assert [one.name for one in addresses(world.id) if one.door is None and not one.is_library] == []


def test_of_the_library_exactly_the_table_is_reached(world):
    names = {one.name for one in addresses(world.id) if one.is_library}
    assert names >= set(ALLAUTH)
    assert names - set(ALLAUTH) == {
        "account_inactive",
        "account_signup",
        "account_email",
        "account_email_verification_sent",
        "account_confirm_email",
        "account_set_password",
        "account_confirm_login_code",
    }


@pytest.mark.parametrize("who", ["a stranger", *EVERYBODY])
def test_each_person_meets_the_doors_that_the_table_says(world, who):
    person = None if who == "a stranger" else getattr(world, who)
    wrong = []
    for one in addresses(world.id):
        client = Client(raise_request_exception=False)
        if person:
            client.cookies[settings.SESSION_COOKIE_NAME] = session_of(person.account)  # a new one each time: some doors lead out
        answer = client.get(one.path)
        says = expected(one.door, person)
        refused_behind = says == "let in" and met(answer) == "refused"  # the door is open; the row is not theirs
        if answer.status_code >= 500 or (met(answer) != says and not refused_behind):
            wrong.append((one.name, one.path, answer.status_code, says))
    assert wrong == []


def test_elena_sees_nothing_of_a_programme_of_others(world):
    client = Client(raise_request_exception=False)
    client.force_login(world.elena.account)
    seen = [one.name for one in addresses(world.id) if one.of_programme and client.get(one.path).status_code not in (403, 404, 405)]
    assert seen == []
