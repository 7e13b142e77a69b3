"""One revision of the strategy on paper: cover, contents, numbered sections with their tables, sheets, signatures, the check."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from milpa.programmes.banner import banner_of
from milpa.strategies import sheet, tables
from milpa.strategies.models import Strategy
from milpa.strategies.paper import Paper
from milpa.strategies.plain_blocks import Block, read
from milpa.strategies.reads import named, paper_at, sides
from milpa.strategies.standing import SideStanding, standings
from milpa.strategies.verifying import address
from milpa.web import formats, qr
from milpa.web.documents import pdf


def context(strategy: Strategy, number: int) -> dict[str, Any]:
    """What the paper shows of revision `number`. Raises Revision.DoesNotExist."""
    paper, revision = paper_at(strategy, number)
    paper = named(paper)
    return {
        "institution": strategy.institution.name,
        "programme": strategy.programme,
        "banner": banner_of(strategy.programme),
        "paper": paper,
        "revision": revision,
        "contents": [
            (f"{row.number}. {row.title}", f"section-{row.id}", _sheets(paper) if row.id == "actions" else []) for row in paper.sections
        ],
        "tables": {row.id: tables.tables_of(paper, row.id) for row in paper.sections},
        "facts": {row.id: sheet.facts(paper, row) for row in paper.actions},
        "signers": signers(standings(strategy, sides(strategy, paper), number)),
        "address": settings.ORIGIN + address(revision),
    }


def _sheets(paper: Paper) -> list[tuple[str, str]]:
    return [(row.name, f"action-{row.id}") for row in paper.actions]


def signers(known: Sequence[SideStanding]) -> list[dict[str, Any]]:
    """A line for each signature that was given on this revision, and for each that is asked for."""
    found: list[dict[str, Any]] = []
    for one in known:
        for fact in one.signed:
            capacity = ", ".join(part for part in (fact.capacity, one.side.name) if part)
            found.append({"who": fact.by.name, "capacity": capacity, "state": "signed", "says": formats.moment(fact.recorded_at)})
        if one.declined:
            found.append({"who": one.side.name, "state": "refused", "says": one.declined.why})
        elif not one.covers:
            names = ", ".join(one.missing)
            found.append({"who": one.side.name, "capacity": names, "state": "waiting", "says": _("Name, post, date and signature")})
    return found


def as_pdf(strategy: Strategy, number: int, language: str) -> bytes:
    values = context(strategy, number)
    code = qr.png(values["address"])
    country = strategy.institution.country
    return pdf.render("strategies/strategy_pdf.html", values, language, country=country, files={"qr": code})


def as_docx(strategy: Strategy, number: int, language: str) -> bytes:
    """To go on working with: headings, text, tables and lines to sign on. What is signed stays the revision, not this file."""
    values = context(strategy, number)
    paper: Paper = values["paper"]
    from milpa.web.documents.docx import Docx  # heavy: only the worker needs it

    file = Docx(
        paper.title, language=language, author=values["institution"], country=strategy.institution.country, made=values["revision"].at
    )
    file.paragraph(_("Revision {number} of {day}").format(number=number, day=formats.day(values["revision"].at)))
    for section in paper.sections:
        file.heading(f"{section.number}. {section.title}")
        for block in read(section.text):
            _write(file, block)
        for table in values["tables"][section.id]:
            _table(file, table)
        if section.id == "actions":
            for action in paper.actions:
                file.heading(action.name, 2)
                file.table([_("What"), _("Says")], [(label, value or "–") for label, value in values["facts"][action.id]])
    file.signatures([(row["who"], row.get("capacity", "")) for row in values["signers"]])
    file.paragraph(_("Check this revision: {address}").format(address=values["address"]))
    return file.content()


def _table(file: Any, table: tables.Table) -> None:
    keys = [column["key"] for column in table.columns]
    rows = [*table.rows, table.foot] if table.foot else table.rows
    numeric = [place for place, column in enumerate(table.columns) if column.get("numeric")]
    cells = [["–" if row[key] is None else str(row[key]) for key in keys] for row in rows]
    file.table([column["label"] for column in table.columns], cells, numeric=numeric, caption=table.caption)
    if table.says:
        file.paragraph(table.says)


def _write(file: Any, block: Block) -> None:
    cells = [row[0] for row in block.rows]
    if block.kind == "table":
        file.table(block.rows[0], block.rows[1:])
    elif block.kind in ("bullets", "numbers"):
        file.items(cells, numbered=block.kind == "numbers")
    elif block.kind == "heading":
        file.heading(cells[0], 2)
    else:
        file.paragraph(cells[0])
