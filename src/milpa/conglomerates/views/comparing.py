"""The comparison: the finding in words, the order and what it is made of, the weights and how far each may move, the decision."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from milpa.conglomerates import shown
from milpa.conglomerates.comparing import Table, table
from milpa.conglomerates.models import Selection
from milpa.conglomerates.views.opening import opened
from milpa.conglomerates.views.signing import decision_values
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.programmes.banner import banner_of


@may("conglomerates.see")
def comparison(request: Any, programme: UUID) -> HttpResponse:
    return show(request, opened(request, programme))


def show(request: Any, selection: Selection, *, status: int = 200, **typed: Any) -> HttpResponse:
    """The page, with forms as they were typed. Says what is missing, and how to mend it, where nothing can be compared yet."""
    rows = table(selection)
    about = {"programme": selection.programme, "banner": banner_of(selection.programme), "selection": selection}
    try:
        values = compared(rows)
    except Refusal as lacking:
        return render(request, "conglomerates/not_yet.html", about | {"lacking": str(lacking)}, status=status)
    return render(request, "conglomerates/comparison.html", about | values | decision_values(request, rows, **typed), status=status)


def compared(rows: Table) -> dict[str, Any]:
    """Raises what the comparison lacks."""
    return {
        "finding": shown.finding(rows),
        "agreement": rows.agreement,
        "agreement_words": shown.agreement_words(rows.agreement.words),
        "order": shown.order(rows),
        "parts": shown.parts(rows),
        "weights": shown.weights(rows),
        "who": [side.name for side in rows.sides if side.id in rows.shown_weightings],
        "left_out": shown.left_out(rows),
    }
