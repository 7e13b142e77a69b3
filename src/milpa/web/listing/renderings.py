"""The four renderings of a list: page, CSV, spreadsheet, print. Long files are made by the worker."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render as render_template
from django.urls import reverse

from milpa.ledger import clock
from milpa.ledger.snapshots import snapshot
from milpa.web import limits
from milpa.web.documents import csv, xlsx
from milpa.web.listing.columns import FIGURES, Cell, plain
from milpa.web.listing.listing import FORMAT, Head, Listing
from milpa.web.listing.refusals import TooLongToPrint
from milpa.web.uploads.kinds import KINDS


def render(listing: Listing, template: str, context: dict[str, Any]) -> HttpResponse:
    wanted = listing.request.GET.get(FORMAT, "")
    if wanted in ("csv", "xlsx"):
        return _file(listing, wanted)
    if wanted == "imprimir":
        return printed(listing)
    return render_template(listing.request, template, context | {"listing": listing, "page": listing.page()})


def printed(listing: Listing) -> HttpResponse:
    """All rows on one page for paper. Raises TooLongToPrint."""
    with snapshot():
        if listing.count(limits.PRINTED_ROWS + 1) > limits.PRINTED_ROWS:
            raise TooLongToPrint(most=limits.PRINTED_ROWS)
        rows = [[_printed_cell(listing, number, worth) for number, worth in enumerate(row)] for row in listing.cells()]
    heads = [Head(column.heading, "", "", column.kind in FIGURES) for column in listing.columns]
    return render_template(listing.request, "web/listing_print.html", {"listing": listing, "heads": heads, "rows": rows, "at": clock.now()})


def file_name(listing: Listing, kind: str) -> str:
    return f"{listing.name}-{clock.today().isoformat()}.{kind}"


def csv_lines(listing: Listing, rows: Iterable[list[Any]]) -> Iterator[bytes]:
    """The CSV of rows of worths: the headings, then each cell as a machine reads it."""

    def all_rows() -> Iterator[list[str]]:
        yield [column.heading for column in listing.columns]
        yield from ([plain(worth) for worth in row] for row in rows)

    return csv.lines(all_rows())


def sheet(listing: Listing, rows: Iterable[list[Any]]) -> xlsx.Sheet:
    return xlsx.Sheet(str(listing.title), [column.spreadsheet for column in listing.columns], rows)


def _file(listing: Listing, kind: str) -> HttpResponse:
    """At once if it is short, else as a job whose page says how far it is."""
    from milpa.web.listing.exporting import begin  # its task rebuilds lists

    with snapshot():
        short = listing.count(limits.ROWS_AT_ONCE + 1) <= limits.ROWS_AT_ONCE
        rows = list(listing.cells()) if short else []
    if not short:
        return HttpResponseRedirect(reverse("web:job", args=[begin(listing, kind).id]))
    if kind == "csv":
        content = b"".join(csv_lines(listing, rows))
    else:
        out = BytesIO()
        xlsx.write(out, [sheet(listing, rows)])
        content = out.getvalue()
    headers = {"Content-Disposition": f'attachment; filename="{file_name(listing, kind)}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=KINDS[kind].content_type, headers=headers)


def _printed_cell(listing: Listing, number: int, worth: Any) -> Cell:
    column = listing.columns[number]
    return Cell(column.read(worth), plain(worth), "", column.kind, column.heading)
