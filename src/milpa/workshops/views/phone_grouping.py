"""Cards laid into groups on phones: by helpers, and by participants where the plan says so. Without script it works as well."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger.refusals import Refusal
from milpa.people.doors import guest
from milpa.workshops.actions.grouping_together import GROUPING, begin_group, may_group, move_cards
from milpa.workshops.agenda import agenda_of
from milpa.workshops.guests import Helping, Here, helping, here
from milpa.workshops.models import Card
from milpa.workshops.room_forms import MoveForm
from milpa.workshops.room_refusals import GroupingNotForPhones, GroupingNotOpen
from milpa.workshops.wall import wall_of


def _page(request: Any, at: Here | Helping, status: int = 200, name: str = "") -> HttpResponse:
    """`name`: of a new group, as it was typed."""
    agenda, is_helper = agenda_of(at.workshop), isinstance(at, Helping)
    is_open = agenda.is_open(*GROUPING)
    allowed = agenda.closed_at is None and (is_helper or may_group(at.workshop, is_open=is_open))
    why_not = GroupingNotOpen() if at.workshop.phones_group or is_helper else GroupingNotForPhones()
    verb = "help_move" if is_helper else "move_cards"
    values = {
        "wall": wall_of(at.workshop),
        "allowed": allowed,
        "why_not": "" if allowed else str(why_not),
        "address": reverse(f"workshops:{verb}", args=[at.workshop.slug]),
        "is_helper": is_helper,
        "name": name,
    }
    return render(request, "workshops/phone/group.html", at.around(**values), status=status)


def _moved(request: Any, at: Here | Helping, back: str) -> HttpResponse:
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.first_error)
        return _page(request, at, 422, request.POST.get("name", ""))
    try:
        said = _carry_out(at.person, at.workshop.id, form)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return _page(request, at, refusal.status, form.cleaned_data["name"])
    except Card.DoesNotExist:
        raise Http404 from None
    for words in said:
        messages.info(request, words)
    return redirect(back, at.workshop.slug)


def _carry_out(person: Any, workshop: UUID, form: MoveForm) -> list[str]:
    """What is said of it."""
    into = begin_group(person, workshop, form.id, form.cleaned_data["name"]).id if form.is_new else form.group_id
    if not form.moves:
        return [_("The group is there.") if form.is_new else _("Choose at least one card, then press the button.")]
    moved = move_cards(person, workshop, form.moves, into)
    n = len(moved.placed)
    said = [ngettext("{n} card was moved.", "{n} cards were moved.", n).format(n=n)] if n else []
    return said + [str(one) for one in moved.left]


@guest
@require_safe
def group(request: Any, code: str) -> HttpResponse:
    at = here(request, code)
    return _page(request, at) if at.participant is not None else redirect("workshops:join", at.workshop.slug)


@guest
@require_POST
def move(request: Any, code: str) -> HttpResponse:
    at = here(request, code)
    return _moved(request, at, "workshops:group_cards") if at.participant is not None else redirect("workshops:join", at.workshop.slug)


@guest
@require_safe
def help_group(request: Any, code: str) -> HttpResponse:
    at = helping(request, code)
    return _page(request, at) if at.came is not None else redirect("workshops:help", at.workshop.slug)


@guest
@require_POST
def help_move(request: Any, code: str) -> HttpResponse:
    at = helping(request, code)
    return _moved(request, at, "workshops:help_group") if at.came is not None else redirect("workshops:help", at.workshop.slug)
