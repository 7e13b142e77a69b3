"""The register: its list, its map, and the pairs that may be one enterprise."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates import register_list
from milpa.conglomerates.actions import judging
from milpa.conglomerates.duplicates import reasons_in_words
from milpa.conglomerates.models import DuplicatePair
from milpa.conglomerates.register_forms import PairForm
from milpa.conglomerates.spread import spread_of
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.people.standing import may as allows
from milpa.programmes.views.fetching import around, fetch

PAIRS = 20


@may("conglomerates.see_register")
@require_safe
def register(request: Any, programme: UUID) -> HttpResponse:
    whole = fetch(request, programme, "conglomerates.see_register")
    undecided = DuplicatePair.objects.filter(programme=whole).undecided().count()
    return register_list.of(request, whole).answer(
        "conglomerates/register.html",
        undecided=undecided,
        may_import=allows(request.person, "conglomerates.import_register"),
        may_edit=allows(request.person, "conglomerates.edit_register"),
        **around(whole),
    )


@may("conglomerates.see_register")
@require_safe
def places(request: Any, programme: UUID) -> HttpResponse:
    """How many enterprises in which department, on the map and as a table."""
    whole = fetch(request, programme, "conglomerates.see_register")
    return render(request, "conglomerates/places.html", around(whole, spread=spread_of(whole)))


@may("conglomerates.edit_register")
@require_safe
def duplicates(request: Any, programme: UUID) -> HttpResponse:
    """The likeliest pairs first, side by side, with what speaks for it and against."""
    whole = fetch(request, programme, "conglomerates.edit_register")
    found = DuplicatePair.objects.filter(programme=whole).undecided().order_by("-score", "id").select_related("one", "other")
    rows = [(pair, reasons_in_words(pair.reasons)) for pair in found[:PAIRS]]
    return render(request, "conglomerates/duplicates.html", around(whole, rows=rows, count=found.count()))


def _judged(request: Any, programme: UUID, act: Any, done: str) -> HttpResponse:
    fetch(request, programme, "conglomerates.edit_register")
    form = PairForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That was not understood. Look at the pair again."))
        return redirect("conglomerates:duplicates", programme)
    try:
        act(request.person, form.id, form.cleaned_data["one"], form.cleaned_data["other"])
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("conglomerates:duplicates", programme)


@may("conglomerates.edit_register")
@require_POST
def same(request: Any, programme: UUID) -> HttpResponse:
    """The first is kept, the other goes into it."""
    return _judged(request, programme, judging.say_same, _("They are one now. Its page shows it, and there the join can be cut."))


@may("conglomerates.edit_register")
@require_POST
def different(request: Any, programme: UUID) -> HttpResponse:
    return _judged(request, programme, judging.say_different, _("They stay two, and are not asked about again."))
