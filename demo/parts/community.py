"""Programme 5: community tourism, whose counterpart is a committee elected in assembly. Its first phases were carried on paper."""

from decimal import Decimal
from functools import partial
from typing import Any

from demo.parts.people import ask_newcomer, newcomer_answers
from demo.story import Story, read

from milpa import ledger
from milpa.conglomerates.actions.appointing import Mandate, appoint_counterpart
from milpa.guide.loading import load
from milpa.programmes.actions.creating import Written, create_programme
from milpa.programmes.actions.gates import pass_gate
from milpa.programmes.actions.partners import Part, answer_invitation, invite_partner
from milpa.results.actions.reading import Definition, Reported, define_indicator, report_reading

FIRST = {"isthmus_cooperation": "ingrid", "community_committee": "catarina"}
PASSED = {
    "prepare": "El equipo y su ficha son los del programa de hoteles.",
    "choose": "Lo escogieron las propias comunidades en asamblea; el acta está en papel.",
    "ally": "La asamblea eligió al comité; falta firmar la carta de entendimiento, que se lee en cada comunidad.",
    "listen": "Las necesidades se recogieron en asambleas, en papel y en idioma; se pasarán al sistema.",
}


def plan(story: Story) -> None:
    page = story.community = read("community_tourism.yaml")
    story.on(page["started_day"], lambda: begun(story))
    story.on(page["counterpart"]["elected_day"], lambda: elected(story), hour=1)
    for number, (phase, why) in enumerate(PASSED.items()):
        story.on(-150 + 10 * number, partial(passed, story, phase, why))
    for row in page["indicators"]:
        story.on(-235, partial(defined, story, row), hour=2)


def begun(story: Story) -> None:
    ana = story.person["ana"]
    title = next(row["title"]["es"] for row in story.pages["programmes"] if row["key"] == "community_tourism")
    written = Written(
        title=title,
        edition=load().id,
        summary="Con grupos comunitarios que reciben visitantes; lo financian dos fondos de demostración.",
        starts_on=story.day(story.community["started_day"]),
    )
    story.second = create_programme(ana, ledger.uuid7(), written)
    fund = invite_partner(ana, ledger.uuid7(), story.second.id, story.institution["fund"].id, Part(funds=True))
    answer_invitation(story.person["fernanda"], ledger.uuid7(), fund.id, True)
    ask_newcomer(story, story.second, "isthmus_cooperation", FIRST["isthmus_cooperation"], Part(funds=True))
    ask_newcomer(story, story.second, "community_committee", FIRST["community_committee"], Part(speaks=True, decides=True))
    for key, first in FIRST.items():
        newcomer_answers(story, key, first)


def elected(story: Story) -> None:
    page = story.community["counterpart"]
    mandate = Mandate(
        kind=page["kind"],
        note=page["assembly"],
        until=story.day(page["term"]["to_day"]),
        liaison=story.person[page["liaison"]].id,
        deputy_name=story.staff[page["deputy"]]["name"],
        signatories=(story.person[page["liaison"]].name,),
    )
    appoint_counterpart(story.person["ana"], ledger.uuid7(), story.second.id, story.institution[page["institution"]].id, mandate)


def passed(story: Story, phase: str, why: str) -> None:
    pass_gate(story.person["ana"], ledger.uuid7(), story.second.id, phase, why)


def defined(story: Story, row: dict[str, Any]) -> None:
    ana = story.person["ana"]
    definition = Definition(name=row["text"], unit=row["unit"], baseline=Decimal(row["baseline"]), target=Decimal(row["target"]))
    indicator = define_indicator(ana, ledger.uuid7(), story.second.id, definition)
    for reading in row["readings"]:
        said = Reported(source=reading["evidence"], value=Decimal(reading["value"]), on=story.day(reading["day"]), is_illustrative=True)
        story.on(reading["day"], partial(report_reading, ana, ledger.uuid7(), indicator.id, said), hour=2)
