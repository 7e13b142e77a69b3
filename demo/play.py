"""Plays the demonstration's story through the actions that screens call, with the story's own clock.

Everything it says stands in the YAML pages beside it. Programme 2 is played as far as the stages can be walked today: people, partners,
candidates, weights, the decision and its signatures; the historical programmes show their sourced rows and nothing else.
"""

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from textwrap import shorten
from typing import Any
from uuid import UUID

import yaml

from milpa import ledger
from milpa.conglomerates.actions.deciding import decide, sign_selection
from milpa.conglomerates.actions.selecting import add_candidate, set_values, start_selection, treat_gaps
from milpa.conglomerates.actions.weighing import weigh
from milpa.conglomerates.models import Selection
from milpa.guide.loading import load
from milpa.ledger import clock
from milpa.people.actions.cards import issue_card
from milpa.people.actions.founding import First, found_institution
from milpa.people.actions.inviting import accept, invite
from milpa.people.actions.registering import register_learner
from milpa.people.demo_links import offer
from milpa.people.models import Institution, Person
from milpa.programmes.actions.attaching import Attachment, attach, suffice
from milpa.programmes.actions.creating import Written, create_programme
from milpa.programmes.actions.partners import Newcomer, Part, answer_invitation, invite_newcomer
from milpa.programmes.models import Programme

HERE = Path(__file__).parent
MORNING = 15  # nine o'clock in Guatemala, in UTC
KINDS = {"other_partner": "chamber"}
FIRST_ROLES = {"association": "association", "ministry": "ministry", "funder": "funder", "other_partner": "other_partner"}
CARD_HOLDERS = ("rosa", "tomas", "lidia")


def read(name: str) -> Any:
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


class Story:
    """The people by key, the programme, and the day on which the story is built."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.pages = read("people.yaml")
        self.staff = {row["key"]: row for row in self.pages["staff"]}
        self.person: dict[str, Person] = {}
        self.institution: dict[str, Institution] = {}
        self.programme: Programme | None = None

    def at(self, day: int, hour: int = 0) -> Any:
        """Now is that day of the story, nine in the morning and `hour` hours later."""
        moment = datetime(self.today.year, self.today.month, self.today.day, MORNING, tzinfo=UTC) + timedelta(days=day, hours=hour)
        return clock.at(moment)

    def row(self, institution: str) -> dict[str, Any]:
        return next(row for row in self.pages["institutions"] if row["key"] == institution)


def play(told: Callable[[int, int], None]) -> None:
    """The whole story; `told(done, total)` hears how far it is."""
    story = Story(clock.now().date())
    parts = [institute, historical, team, programme, partners, choice, owners, second_institution, doors]
    for done, part in enumerate(parts):
        told(done, len(parts))
        part(story)
    told(len(parts), len(parts))


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
    from milpa.people.actions.membership import give_role

    for role in roles[1:]:
        give_role(by, ledger.uuid7(), person.id, role)


def historical(story: Story) -> None:
    """Closed programmes of 2010 and 2011: only what their source says. They belong to the institute's archive, and say whose they were."""
    page = read("historical.yaml")
    with story.at(-439):
        for row in page["programmes"]:
            lines = [f"{fact['label']['es']}: {fact['value']['es']}" for fact in row["rows"]]
            written = Written(
                title=row["title"]["es"], edition=load().id, summary="\n\n".join(lines), is_historical=True, source=page["source"]["cited"]
            )
            create_programme(story.person["ana"], ledger.uuid7(), written)


def programme(story: Story) -> None:
    with story.at(-428):
        written = Written(
            title="Hoteles pequeños, Región Demostrativa",
            edition=load().id,
            summary="Capacitación con TIC para hoteles pequeños, hecha con ellos.",
            starts_on=story.today - timedelta(days=428),
        )
        story.programme = create_programme(story.person["ana"], ledger.uuid7(), written)
    for row in read("schedule.yaml")["evidence_by_hand"]:
        if row["step"] in ("team", "anchor", "preliminary_research") and row["by"] in story.person:
            with story.at(row["day"]):
                _attach(story, row)


def _attach(story: Story, row: dict[str, Any]) -> None:
    """Attached by whom the page names; where it stands for a key that only people can answer, the coordinator says that it suffices."""
    text, key = row["text"], row.get("suffices_for") or ""
    said = Attachment(step=row["step"], kind="note", title=shorten(text, 80, placeholder="…"), note=text, key=key if "." in key else "")
    fact = attach(story.person[row["by"]], ledger.uuid7(), story.programme.id, said)
    if key:
        suffice(story.person["ana"], ledger.uuid7(), fact.id, text)


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


def choice(story: Story) -> None:
    """Candidates, weights apart, decision and signatures, as `selection.yaml` tells."""
    page, ana = read("selection.yaml"), story.person["ana"]
    with story.at(page["days"]["candidates_complete"]):
        selection = start_selection(ana, story.programme.id)
        criteria = dict(zip([row["slug"] for row in page["criteria"]], selection.criteria.all(), strict=True))
        for row in page["candidates"]:
            _candidate(ana, selection.id, row, page["values"], criteria)
        treat_gaps(ana, selection.id, _revision(selection.id), page["missing"]["treatment"])
    for row in page["weights"]:
        with story.at(row["day"]):
            weights = {criteria[slug].id: Decimal(value) for slug, value in row["values"].items()}
            weigh(story.person[row["by"]], selection.id, ledger.uuid7(), weights)
    decision = page["decision"]
    with story.at(decision["day"]):
        name = next(row["title"]["es"] for row in page["candidates"] if row["slug"] == decision["chosen"])
        reasons = "\n".join([decision["text"]["es"], *[f"- {reason}" for reason in decision["reasons"]]])
        decide(ana, selection.id, _revision(selection.id), selection.candidates.get(name=name).id, reasons)
    for row in page["signatures"]:
        with story.at(row["day"], 1):
            sign_selection(story.person[row["by"]], selection.id, _revision(selection.id), ledger.uuid7())


def _candidate(ana: Person, selection: UUID, row: dict[str, Any], values: list[dict[str, Any]], criteria: dict[str, Any]) -> None:
    candidate = add_candidate(ana, selection, _revision(selection), ledger.uuid7(), row["title"]["es"], row["proposed"])
    cells = {
        criteria[cell["criterion"]].id: {
            "value": None if cell["value"] is None else Decimal(str(cell["value"])),
            "no_datum": cell.get("no_datum", False),
            "year": cell["year"],
            "source": cell["source"],
            "scope": cell["scope"],
            "note": cell.get("note", ""),
        }
        for cell in values
        if cell["candidate"] == row["slug"]
    }
    set_values(ana, selection, _revision(selection), candidate.id, cells)


def _revision(selection: UUID) -> int:
    return Selection.objects.values_list("revision", flat=True).get(id=selection)


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
