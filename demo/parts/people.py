"""Who takes part: the institute, its team, the partners, the owners and workers, another country's institution."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from demo.story import Story
from django.contrib.auth.hashers import get_hasher

from milpa import ledger
from milpa.guide.loading import load
from milpa.people.actions.founding import First, found_institution
from milpa.people.actions.inviting import accept, invite
from milpa.people.actions.membership import give_role
from milpa.people.demo_links import offer
from milpa.people.models import Person
from milpa.programmes.actions.partners import Newcomer, Part, answer_invitation, invite_newcomer

KINDS = {"other_partner": "chamber"}
ROLES = {"instructional_design": "designer", "platform_support": "support", "evaluation": "evaluator", "legal": "legal"}
PARTNERS = {
    "association": Part(speaks=True, contributes="Convoca a sus afiliados y presta teléfonos"),
    "msme_office": Part(decides=True, contributes="Registro de empresas"),
    "chamber": Part(decides=True),
    "fund": Part(funds=True),
}
FIRST = {"association": "carmen", "msme_office": "diego", "chamber": "hugo", "fund": "fernanda"}
FIRST_ROLES = {"association": "association", "ministry": "ministry", "funder": "funder", "other_partner": "other_partner"}


def plan(story: Story) -> None:
    story.on(-440, lambda: institute(story))
    story.on(-430, lambda: team(story))
    story.on(-385, lambda: invite_partners(story))
    story.on(-376, lambda: partners_answer(story))
    story.on(-375, lambda: colleagues(story))
    story.on(-200, lambda: second_institution(story))


def _password() -> str:
    """Nobody knows it, and nobody guesses it."""
    return secrets.token_urlsafe(18)


@contextmanager
def _hashed_once() -> Iterator[None]:
    """One pass hides such a password as well as a million, which take a third of a second for each of twenty people."""
    hasher: Any = get_hasher()
    hasher.iterations = 1
    try:
        yield
    finally:
        del hasher.iterations  # the class says how many there are


def institute(story: Story) -> None:
    row, ana = story.row("institute"), story.staff["ana"]
    load()
    first = First(ana["name"], ana["email"], _password(), ("coordinator", "administrator"))
    with _hashed_once():
        story.person["ana"] = found_institution(row["name"], row["kind"], first, demonstration=True)
    story.institution["institute"] = story.person["ana"].institution


def team(story: Story) -> None:
    """The rest of the institute's people come by invitation, as anyone does."""
    for key, row in story.staff.items():
        if row["institution"] == "institute" and key != "ana":
            _come_in(story, key, story.person["ana"], [*row["roles"], *(ROLES[word] for word in row.get("team", []) if word in ROLES)])


def _come_in(story: Story, key: str, by: Person, roles: list[str]) -> None:
    row = story.staff[key]
    _invitation, token = invite(by, ledger.uuid7(), roles[0], name=row["name"])
    person = story.person[key] = _accepted(token, row)
    for role in roles[1:]:
        give_role(by, ledger.uuid7(), person.id, role)


def _accepted(token: str, row: dict[str, Any]) -> Person:
    with _hashed_once():
        return accept(token, name=row["name"], email=row["email"], password=_password()).person


def invite_partners(story: Story) -> None:
    story.invited = {}
    for key, part in PARTNERS.items():
        ask_newcomer(story, story.programme, key, FIRST[key], part)


def ask_newcomer(story: Story, programme: Any, key: str, first: str, part: Part) -> None:
    """An institution that is not in Milpa yet is asked, through its first person."""
    row, person = story.row(key), story.staff[first]
    newcomer = Newcomer(
        ledger.uuid7(), row["name"], KINDS.get(row["kind"], row["kind"]), ledger.uuid7(), person["name"], FIRST_ROLES[row["kind"]]
    )
    story.invited[key] = invite_newcomer(story.person["ana"], ledger.uuid7(), programme.id, newcomer, part)


def partners_answer(story: Story) -> None:
    """Each answers for itself."""
    for key, first in FIRST.items():
        newcomer_answers(story, key, first)


def newcomer_answers(story: Story, key: str, first: str) -> None:
    partner, token = story.invited[key]
    row = story.staff[first]
    person = _accepted(token, row)
    story.person[first], story.institution[key] = person, person.institution
    answer_invitation(person, ledger.uuid7(), partner.id, True)


def colleagues(story: Story) -> None:
    """The others of the partners come by invitation of their own."""
    for key, row in story.staff.items():
        if row["institution"] in ("association", "msme_office") and key not in story.person:
            _come_in(story, key, story.person[FIRST[row["institution"]]], row["roles"])


def second_institution(story: Story) -> None:
    row, first = story.row("second_institute"), story.staff["elena"]
    who = First(first["name"], first["email"], _password())
    with _hashed_once():
        story.person["elena"] = found_institution(
            row["name"], row["kind"], who, country=row["country"], zone=row["zone"], demonstration=True
        )
    _come_in(story, "xiomara", story.person["elena"], ["member"])


def open_doors(story: Story) -> None:
    """Whose eyes each link offers to look through."""
    offer({slug: str(story.person[key].id) for slug, key in story.pages["demo_links"].items()})
