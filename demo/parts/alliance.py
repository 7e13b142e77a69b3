"""The counterpart appointed, the letter signed, the gate passed with a reason, the register imported with its people."""

from functools import partial
from typing import Any
from uuid import UUID

from demo.register import clean_csv, enterprises
from demo.story import Story, read

from milpa import ledger
from milpa.conglomerates.actions.agreeing import name_sides, set_terms, sign_agreement, start_agreement, write_part
from milpa.conglomerates.actions.appointing import Mandate, appoint_counterpart
from milpa.conglomerates.actions.confirming import confirm_import
from milpa.conglomerates.actions.importing import import_register
from milpa.conglomerates.actions.people import say_post
from milpa.conglomerates.models import Agreement, Enterprise
from milpa.people.actions.cards import issue_card
from milpa.people.actions.registering import register_learner
from milpa.programmes.actions.gates import pass_gate

CARD_HOLDERS = ("rosa", "tomas", "lidia")


def plan(story: Story) -> None:
    page = story.alliance = read("strategy.yaml")
    mandate, letter, gate = page["mandate"], page["agreement"], page["agreement"]["gate_passed"]
    story.on(mandate["appointed_day"], lambda: appoint(story, deputy=None))
    story.on(letter["drafted_day"], lambda: draft(story))
    for row in letter["signed"]:
        story.on(row["day"], partial(sign, story, row["by"]))
    story.on(gate["day"], lambda: pass_gate(story.person[gate["by"]], ledger.uuid7(), story.programme.id, gate["phase"], gate["reason"]))
    ready = story.alliance["gate_passed_ready"]
    story.on(ready["day"], lambda: pass_gate(story.person[ready["by"]], ledger.uuid7(), story.programme.id, "ready", ready["reason"]))
    story.on(-316, lambda: register(story))
    story.on(-314, lambda: owners(story))
    # named by the assembly a month later: the mandate is put on record anew
    story.on(mandate["deputy_named_day"], lambda: appoint(story, deputy=story.person[mandate["deputy"]].id))


def appoint(story: Story, deputy: UUID | None) -> None:
    page = story.alliance["mandate"]
    mandate = Mandate(
        kind="association",
        members=page["members"],
        territory=page["territory"],
        note=page["mandate_document"],
        until=story.day(page["board_term"]["to_day"]),
        liaison=story.person[page["liaison"]].id,
        deputy=deputy,
        signatories=tuple(story.person[key].name for key in page["signatories"]),
    )
    appoint_counterpart(story.person["ana"], ledger.uuid7(), story.programme.id, story.institution[page["association"]].id, mandate)


def draft(story: Story) -> None:
    page, ana = story.alliance["agreement"], story.person["ana"]
    agreement = start_agreement(ana, story.programme.id)
    for slug, text in _texts(story, page).items():
        agreement = write_part(ana, agreement.id, agreement.revision, slug, text)
    term = page["term"]
    agreement = set_terms(ana, agreement.id, agreement.revision, page["title"], story.day(term["from_day"]), story.day(term["to_day"]))
    name_sides(ana, agreement.id, agreement.revision, [story.institution["msme_office"].id])


def sign(story: Story, by: str) -> None:
    agreement = Agreement.objects.get(programme=story.programme)
    sign_agreement(story.person[by], agreement.id, agreement.revision, ledger.uuid7())


def _texts(story: Story, page: dict[str, Any]) -> dict[str, str]:
    def by_side(rows: list[dict[str, str]]) -> str:
        return "\n\n".join(f"**{story.institution[row['side']].name}.** {row['text']}" for row in rows)

    plain = ("parties", "purpose", "ownership_of_materials", "personal_data", "working_time", "involvement_measure")
    return {
        **{slug: page[slug] for slug in plain},
        **page["joint_guidelines"],
        "contributions_by_side": by_side(page["contributions_by_side"]),
        "decisions_by_side": by_side(page["decisions_by_side"]),
    }


def register(story: Story) -> None:
    """3,000 rows as any list comes: received, its columns said, tried, confirmed."""
    rows, silvia = enterprises(), story.person["silvia"]
    tried = import_register(silvia, story.programme.id, ledger.uuid7(), clean_csv(rows), name="registro_hoteles.csv")
    if tried.wrong:
        raise ValueError(f"{tried.wrong} rows of the clean register are wrong")
    confirm_import(silvia, tried.id, ledger.uuid7())
    by_row = {one.name: one for one in Enterprise.objects.filter(programme=story.programme).only("id", "name")}
    story.enterprise = {row.key: by_row[row.name].id for row in rows[: len(story.pages["enterprises"])]}


def owners(story: Story) -> None:
    """The owners and workers of the enterprises with a face, each with their post; some have their card."""
    ana = story.person["ana"]
    for row in story.pages["owners_and_workers"]:
        person = register_learner(ana, ledger.uuid7(), row["name"], row["position"], row["phone"], row["language"])
        story.person[row["key"]] = person
        say_post(ana, ledger.uuid7(), story.enterprise[row["enterprise"]], person.id, row["position"])
        if row["key"] in CARD_HOLDERS:
            issue_card(ana, person.id)
