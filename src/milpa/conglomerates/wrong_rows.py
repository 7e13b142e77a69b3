"""The rows of a list that could not be taken, as they were written, with what to correct: to be downloaded, corrected, and sent again."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from milpa.conglomerates.models import RegisterImport, WrongRow
from milpa.conglomerates.register_words import error_in_words
from milpa.web.listing import Column, Listing

NAME = "wrong-rows"


def listing(request: Any, programme: UUID, list: UUID) -> Listing:
    """What to correct, then the list's own columns under their own headings: corrected, the file can be sent as it is."""
    one = RegisterImport.objects.open_to(request.person).get(programme=programme, id=list)
    return of(request, one)


def of(request: Any, one: RegisterImport) -> Listing:
    return Listing(
        name=NAME,
        title=_("Rows to correct"),
        request=request,
        rows=WrongRow.objects.filter(of=one),
        columns=[
            # no bare figure: in a list that is sent again it would look like a number of workers
            Column("number", _("Row"), lambda row: _("row {n}").format(n=row["number"]), order="number"),
            Column("what", _("What to correct"), lambda row: _said(row["errors"]), reads=("errors",)),
            *(_cell(column, heading) for column, heading in enumerate(one.headings)),
        ],
        order="number",
        size=25,
        empty=_("Every row of the list can be taken."),
    )


def _cell(column: int, heading: str) -> Column:
    label = heading or _("Column {n}, without a heading").format(n=column + 1)
    return Column(f"c{column}", label, lambda row: row["cells"][column] if column < len(row["cells"]) else "", reads=("cells",))


def _said(errors: list[list[str]]) -> str:
    return " ".join(error_in_words(*error) for error in errors)
