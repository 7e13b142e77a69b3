"""Their own word: asked at the end of a phase, said on a phone, or typed for somebody who said it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.ledger.refusals import Refusal
from milpa.people.doors import may, signed_in
from milpa.people.roles import STAFF
from milpa.people.standing import may as allows
from milpa.people.standing import roles_of
from milpa.results.actions.own_word import ask_own_word, say_own_word
from milpa.results.forms import AskForm, OwnWordForm
from milpa.results.lists import owns
from milpa.results.models import OwnWordAsked
from milpa.results.own_words import phases_of, to_say
from milpa.results.views.fetching import fetch, shown


@may("results.see")
def own_word(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme)
    values = {
        "phases": phases_of(found),
        "may_ask": owns(request.person, found, "results.ask_own_word") and not found.is_historical,
        "may_type": owns(request.person, found, "results.type_own_word"),
        "may_say": allows(request.person, "results.say_own_word") and request.person.institution_id != found.institution_id,
    }
    return render(request, "results/own_word.html", shown(found, **values))


@may("results.ask_own_word")
@require_POST
def ask(request: Any, programme: UUID) -> HttpResponse:
    found, form = fetch(request, programme, "results.ask_own_word"), AskForm(request.POST)
    if form.is_valid():
        try:
            ask_own_word(request.person, found.id, form.cleaned_data["phase"], form.id)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The lot is drawn. Ask each of them, and write down what they say."))
    return redirect("results:own_word", programme)


@signed_in
def say(request: Any, asked: UUID, enterprise: UUID | None = None) -> HttpResponse:
    """One question on a narrow page: for the owner on a phone, the liaison, or the team that writes down what it was told."""
    try:
        round, name = to_say(request.person, asked, enterprise)
    except OwnWordAsked.DoesNotExist:
        raise Http404 from None
    form, is_staff = OwnWordForm(request.POST or None), bool(roles_of(request.person) & STAFF)

    def carry_out() -> Any:
        said = form.cleaned_data
        return say_own_word(
            request.person, round.id, form.id, said["word"], enterprise_id=enterprise, because=said["because"],
            person_id=None if is_staff and enterprise else request.person.id,
        )  # fmt: skip

    if form.carried_out(request.person, carry_out):
        messages.success(request, _("Saved. Thank you."))
        return redirect("results:own_word", round.programme_id) if is_staff else redirect("programmes:home")
    phase = round.programme.guide.phases
    title = next((str(one.title) for one in phase if one.id == round.phase), round.phase)
    values = {"form": form, "name": name, "phase": title, "programme": round.programme, "is_staff": is_staff, "enterprise": enterprise}
    return render(request, "results/say_own_word.html", values, status=form.status)
