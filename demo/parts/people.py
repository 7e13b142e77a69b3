"""Who takes part: the institute, its team, the partners, the owners and workers, another country's institution."""

import secrets
from uuid import UUID

from demo.story import Story

from milpa import ledger
from milpa.guide.loading import load
from milpa.people.actions.cards import issue_card
from milpa.people.actions.founding import First, found_institution
from milpa.people.actions.inviting import accept, invite
from milpa.people.actions.membership import give_role
from milpa.people.actions.registering import register_learner
from milpa.people.demo_links import offer
from milpa.people.models import Person
from milpa.programmes.actions.partners import Newcomer, Part, answer_invitation, invite_newcomer

KINDS = {"other_partner": "chamber"}
FIRST_ROLES = {"association": "association", "ministry": "ministry", "funder": "funder", "other_partner": "other_partner"}
CARD_HOLDERS = ("rosa", "tomas", "lidia")


def _password() -> str:
    return secrets.token_urlsafe(18)


def institute(story: Story) -> None:
    row, ana = story.row("institute"), story.staff["ana"]
    with story.at(-440):
        load()
        first = First(ana["name"], ana["email"], _password(), ("coordinator", "administrator"))
        story.person["ana"] = found_institution(row["name"], row["kind"], first, demonstration=True)
        story.institution["institute"] = story.person["ana"].institution


def team(story: Story) -> None:
    """The rest of the institute's people come by invitation, as anyone does."""
    roles = {"instructional_design": "designer", "platform_support": "support", "evaluation": "evaluator", "legal": "legal"}
    with story.at(-430):
        for key, row in story.staff.items():
            if row["institution"] != "institute" or key == "ana":
                continue
            wanted = [*row["roles"], *(roles[word] for word in row.get("team", []) if word in roles)]
            _come_in(story, key, story.person["ana"], wanted)


def _come_in(story: Story, key: str, by: Person, roles: list[str]) -> None:
    row = story.staff[key]
    _invitation, token = invite(by, ledger.uuid7(), roles[0], name=row["name"])
    person = accept(token, name=row["name"], email=row["email"], password=_password()).person
    story.person[key] = person
    for role in roles[1:]:
        give_role(by, ledger.uuid7(), person.id, role)


def partners(story: Story) -> None:
    """Invited on one day by the coordinator; each answers for itself nine days later."""
    tokens: dict[str, tuple[UUID, str]] = {}
    parts = {
        "association": Part(speaks=True, contributes="Convoca a sus afiliados y presta teléfonos"),
        "msme_office": Part(decides=True, contributes="Registro de empresas"),
        "chamber": Part(decides=True),
        "fund": Part(funds=True),
    }
    who = {"association": "carmen", "msme_office": "diego", "chamber": "hugo", "fund": "fernanda"}
    with story.at(-385):
        for key, part in parts.items():
            row, person = story.row(key), story.staff[who[key]]
            newcomer = Newcomer(
                ledger.uuid7(), row["name"], KINDS.get(row["kind"], row["kind"]), ledger.uuid7(), person["name"], FIRST_ROLES[row["kind"]]
            )
            partner, token = invite_newcomer(story.person["ana"], ledger.uuid7(), story.programme.id, newcomer, part)
            tokens[key] = (partner.id, token)
    with story.at(-376):
        for key, (partner_id, token) in tokens.items():
            row = story.staff[who[key]]
            person = accept(token, name=row["name"], email=row["email"], password=_password()).person
            story.person[who[key]], story.institution[key] = person, person.institution
            answer_invitation(person, ledger.uuid7(), partner_id, True)


def owners(story: Story) -> None:
    """The people of the first enterprises are registered; some have their card."""
    with story.at(-280):
        for row in story.pages["owners_and_workers"][:12]:
            person = register_learner(story.person["ana"], ledger.uuid7(), row["name"], row["position"], row["phone"], row["language"])
            story.person[row["key"]] = person
            if row["key"] in CARD_HOLDERS:
                issue_card(story.person["ana"], person.id)


def second_institution(story: Story) -> None:
    row, first = story.row("second_institute"), story.staff["elena"]
    with story.at(-200):
        who = First(first["name"], first["email"], _password())
        story.person["elena"] = found_institution(
            row["name"], row["kind"], who, country=row["country"], zone=row["zone"], demonstration=True
        )
        _come_in(story, "xiomara", story.person["elena"], ["member"])


def doors(story: Story) -> None:
    """Whose eyes each link offers to look through."""
    wanted = story.pages["demo_links"]
    missing = [key for key in wanted.values() if key not in story.person]
    if missing:
        raise LookupError(f"nobody played: {missing}")
    offer({slug: str(story.person[key].id) for slug, key in wanted.items()})
