"""Everything of a workshop as one zip of CSV files that a spreadsheet opens: UTF-8 with its mark, cells parted by commas.

No file pairs a person with a vote, and none with a card unless the group decided that cards carry names.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from milpa import ledger
from milpa.web import formats
from milpa.web.documents import csv
from milpa.workshops.minutes import Minutes
from milpa.workshops.models import Card, Workshop, WorkshopInvited
from milpa.workshops.models.said import WAYS
from milpa.workshops.models.workshop import INVITED_BY
from milpa.workshops.naming import is_named
from milpa.workshops.wall import cards_of, names_of

Row = Sequence[Any]
Table = tuple[str, Iterable[Row]]  # the file's name without its ending; its rows, the headings first


def everything(workshop: Workshop) -> bytes:
    """In the language of the moment, all read at one moment."""
    out = BytesIO()
    with ledger.snapshot():
        minutes = Minutes(workshop)
        tables = list(_tables(workshop, minutes))
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("LEAME.txt", "\ufeff" + _about(workshop, [name for name, _rows in tables]))
            for name, rows in tables:
                package.writestr(f"{name}.csv", b"".join(csv.lines(rows, quoted=True)))
    return out.getvalue()


def _about(workshop: Workshop, names: list[str]) -> str:
    said = _("Each file is a table: UTF-8 with its mark, cells parted by commas, texts in double quotes, the headings in the first row.")
    opening = _("LibreOffice asks how to open it: leave “Unicode (UTF-8)” and “Comma”, and press OK.")
    listed = "\r\n".join(f"{name}.csv" for name in names)
    secret = _("No file says who voted what.")
    return f"{workshop.title} · {workshop.code}\r\n\r\n{said}\r\n{opening}\r\n{secret}\r\n\r\n{listed}\r\n"


def _tables(workshop: Workshop, minutes: Minutes) -> Iterator[Table]:
    yield _("workshop"), _workshop(workshop)
    yield _("activities"), [[_("Activity"), _("Minutes")], *([row.title, row.minutes] for row in workshop.activities.all())]
    yield _("invitations"), _invitations(workshop)
    yield _("attendance"), [[_("Enterprise"), _("People")], *([row["enterprise"], row["people"]] for row in minutes.enterprises)]
    yield _("cards"), _cards(workshop)
    yield _("groups"), _groups(minutes)
    for n, vote in enumerate(minutes.votes, start=1):
        yield _("vote-%(n)s") % {"n": n}, _shown(vote.columns, vote.rows, [vote.question, vote.rule, vote.turnout, *vote.says])
    yield _("suitability"), _shown(minutes.judged_columns, minutes.judged, minutes.judged_words)
    yield _("needs"), _needs(minutes)
    keys = ("who", "what", "by_when", "kept")
    heads = [_("Who"), _("What"), _("By when"), _("Kept")]
    yield _("commitments"), [heads, *([row.get(key) for key in keys] for row in minutes.commitments)]


def _workshop(workshop: Workshop) -> list[Row]:
    at = formats.moment(workshop.starts_at) if workshop.starts_at else None
    said = [(_("Workshop"), workshop.title), (_("Code"), workshop.code), (_("Question"), workshop.question), (_("Place"), workshop.place)]
    return [
        [_("What"), _("Value")],
        *said,
        (_("Began"), at),
        (_("Minutes"), workshop.minutes),
        (_("So that everybody could come"), workshop.care),
    ]


def _invitations(workshop: Workshop) -> list[Row]:
    ways = dict(INVITED_BY)
    rows = WorkshopInvited.objects.standing().filter(workshop=workshop).select_related("enterprise").in_order()
    said = [(row.enterprise.name if row.enterprise else row.whom, str(ways.get(row.way, row.way)), row.on.isoformat()) for row in rows]
    return [[_("Enterprise"), _("How it was invited"), _("Day")], *said]


def _cards(workshop: Workshop) -> list[Row]:
    names, ways, named = names_of(workshop), dict(WAYS), is_named(workshop)
    rows: Iterable[Card] = cards_of(workshop).select_related("participant")
    head = [_("Card"), _("Group"), _("How it was said"), _("Number on the paper"), _("Name"), _("Written")]
    return [head, *(_card(row, names, ways, named) for row in rows)]


def _card(row: Any, names: Any, ways: Any, named: bool) -> Row:
    author = row.participant.name if named and row.named else None
    return [row.words, names.get(row.lies_in), str(ways.get(row.way, row.way)), row.number, author, formats.moment(row.recorded_at)]


def _groups(minutes: Minutes) -> list[Row]:
    head = [_("Group"), _("Cards"), _("What was decided")]
    return [head, *([pile.name, len(pile.cards), minutes.outcome_of(pile)] for pile in minutes.piles)]


def _shown(columns: list[dict[str, Any]], rows: list[dict[str, Any]], below: list[str]) -> list[Row]:
    """As the page's table, with what is said of it in the rows below."""
    return [
        [str(column["label"]) for column in columns],
        *([_cell(row.get(column["key"])) for column in columns] for row in rows),
        *([line] for line in below),
    ]


def _cell(value: Any) -> Any:
    return _cell(value.get("text")) if isinstance(value, dict) else value if isinstance(value, int | float | None) else str(value)


def _needs(minutes: Minutes) -> list[Row]:
    head = [_("List"), _("Place"), _("Need"), _("Votes"), _("In words"), _("Note")]
    keys = ("rank", "title", "votes", "counted", "note")
    ordered = [[title, *(row[key] for key in keys)] for title, rows in minutes.lists for row in rows]
    handed = [[_("Not solved by training"), None, row["title"], None, None, row["handed_to"]] for row in minutes.handed]
    return [head, *ordered, *handed]
