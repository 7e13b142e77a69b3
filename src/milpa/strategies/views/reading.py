"""The strategy as it is read: the newest revision, any other, two of them compared; and the check of a printed one."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from milpa.ledger.models.documents import Revision
from milpa.people.doors import may, public
from milpa.people.roles import STAFF
from milpa.people.standing import may as person_may
from milpa.people.standing import roles_of
from milpa.programmes.banner import banner_of
from milpa.programmes.models import Programme
from milpa.strategies import shown, tables
from milpa.strategies.differing import counted, differences
from milpa.strategies.figures import coverage_of
from milpa.strategies.lists import revisions as revisions_list
from milpa.strategies.models import Strategy, Suggestion
from milpa.strategies.reads import named, paper_at, plain_of, sides
from milpa.strategies.standing import changed_since, is_open, standings
from milpa.strategies.verifying import check
from milpa.strategies.views.foot import signing_values
from milpa.strategies.views.opening import frame, opened


@may("strategies.see")
def strategy(request: Any, programme: UUID) -> HttpResponse:
    """The strategy, or before it begins what it is for: a page only reads."""
    with suppress(Strategy.DoesNotExist):
        return page(request, opened(request, programme))
    if not roles_of(request.person) & STAFF:
        raise Http404
    whole = get_object_or_404(Programme.objects.open_to(request.person, "strategies.see").select_related("institution"), id=programme)
    may_start = person_may(request.person, "strategies.edit") and whole.institution_id == request.person.institution_id
    return render(request, "strategies/start.html", {"programme": whole, "banner": banner_of(whole), "may_start": may_start})


def page(request: Any, strategy: Strategy, *, status: int = 200, **typed: Any) -> HttpResponse:
    """The newest revision with what is missing and who signed; `typed`: forms as they came, to mend."""
    paper, revision = paper_at(strategy)
    paper = named(paper)
    known = standings(strategy, sides(strategy, paper))
    unanswered = Suggestion.objects.unanswered().filter(strategy=strategy).count()
    changed = changed_since(strategy, {one.before.number for one in known if one.before and not one.signed})
    around = frame(request, strategy)
    values = around | {
        "paper": paper,
        "revision": revision,
        "tables": shown.linked_tables(paper, strategy.programme_id, may_edit=around["may_edit"]),
        "state": shown.state(paper, revision.number, unanswered, known),
        "missing": shown.missing(paper, strategy.programme_id),
        "coverage": coverage_of(paper),
        "row_words": shown.row_words(),
        "unanswered": unanswered,
        "signatures": shown.signatures(strategy, known, changed, unanswered),
        "is_settled": bool(known) and all(one.signed for one in known),
        "may_sign": any(is_open(one, request.person) for one in known) and person_may(request.person, "strategies.sign"),
    }
    return render(request, "strategies/strategy.html", values | signing_values(request, strategy, known) | typed, status=status)


@may("strategies.see")
def revision(request: Any, programme: UUID, number: int) -> HttpResponse:
    """An earlier revision as it was."""
    strategy = opened(request, programme)
    try:
        paper, then = paper_at(strategy, number)
    except Revision.DoesNotExist:
        raise Http404 from None
    paper = named(paper)
    shown_tables = {section.id: tables.tables_of(paper, section.id) for section in paper.sections}
    return render(
        request, "strategies/revision.html", frame(request, strategy) | {"paper": paper, "revision": then, "tables": shown_tables}
    )


@may("strategies.see")
def revisions(request: Any, programme: UUID) -> HttpResponse:
    return revisions_list(request, programme).answer()


@may("strategies.see")
def compare(request: Any, programme: UUID) -> HttpResponse:
    """Two revisions word by word: the last two, or `from` and `to`."""
    strategy = opened(request, programme)
    to = _number(request.GET.get("to"), strategy.revision)
    since = _number(request.GET.get("from"), max(1, to - 1))
    rows = {row.number: row for row in Revision.objects.filter(document=strategy.id, number__in=[since, to]).select_related("by")}
    if {since, to} - rows.keys():
        raise Http404
    found = differences(plain_of(rows[since]), plain_of(rows[to]))
    values = {"before": rows[since], "after": rows[to], "differences": found, "counted": counted(found)}
    return render(request, "strategies/compare.html", frame(request, strategy) | values)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise


@public
def verify(request: Any, id: UUID, number: int, seal: str) -> HttpResponse:
    """Whoever holds a printed strategy sees whether it is what was signed, and whether it still is the newest. Names no person."""
    found = check(id, number, seal)
    return render(request, "strategies/verify.html", {"found": found}, status=200 if found else 404)
