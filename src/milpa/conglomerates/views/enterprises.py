"""One enterprise: its page, written and corrected, its contact data erased, its joins cut, the board."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates.actions import judging, registering
from milpa.conglomerates.enterprise_page import page_of
from milpa.conglomerates.models import Enterprise
from milpa.conglomerates.register_forms import EnterpriseForm, EraseForm, PersonForm
from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.programmes.views.fetching import around, fetch


def fetch_one(request: Any, programme: UUID, id: UUID, verb: str = "conglomerates.see_register") -> Enterprise:
    mine = Enterprise.objects.open_to(request.person, verb).with_board()
    return mine.select_related("programme__institution", "joined_into", "came_with").get(programme=programme, id=id)


def show(request: Any, one: Enterprise, status: int = 200, **forms: Any) -> HttpResponse:
    values = page_of(one, request.person)
    values |= {"person_form": PersonForm(people=values["people_to_name"]), "erase_form": EraseForm(), "sent": SentForm()} | forms
    return render(request, "conglomerates/enterprise.html", around(one.programme, **values), status=status)


@may("conglomerates.see_register")
@require_safe
def enterprise(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return show(request, fetch_one(request, programme, id))


@may("conglomerates.edit_register")
def add(request: Any, programme: UUID) -> HttpResponse:
    """An enterprise that came by no list."""
    whole = fetch(request, programme, "conglomerates.edit_register")
    form = EnterpriseForm(request.POST or None, country=whole.institution.country)
    if form.carried_out(request.person, lambda: registering.add_enterprise(request.person, whole.id, form.id, form.sheet())):
        return redirect("conglomerates:enterprise", programme, form.made.id)
    return render(request, "conglomerates/edit_enterprise.html", around(whole, form=form, one=None), status=form.status)


@may("conglomerates.edit_register")
def edit(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    one = fetch_one(request, programme, id, "conglomerates.edit_register")
    form = EnterpriseForm(request.POST or None, country=one.programme.institution.country, enterprise=one)
    if form.carried_out(request.person, lambda: registering.edit_enterprise(request.person, one.id, form.was, form.sheet())):
        messages.success(request, _("Saved."))
        return redirect("conglomerates:enterprise", programme, one.id)
    return render(request, "conglomerates/edit_enterprise.html", around(one.programme, form=form, one=one), status=form.status)


@may("conglomerates.erase_contact")
@require_POST
def erase_contact(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    one, form = fetch_one(request, programme, id, "conglomerates.erase_contact"), EraseForm(request.POST)
    if form.carried_out(request.person, lambda: registering.erase_contact(request.person, one.id, form.cleaned_data["why"])):
        messages.success(request, _("Whom to call is erased, here and in everything that was saved before."))
        return redirect("conglomerates:enterprise", programme, one.id)
    return show(request, one, form.status, erase_form=form)


def _sent(request: Any, programme: UUID, id: UUID, act: Any) -> HttpResponse:
    one, form = fetch_one(request, programme, id, "conglomerates.edit_register"), SentForm(request.POST)
    if not form.carried_out(request.person, lambda: act(one, form)):
        messages.error(request, str(form.refusal or _("That was not understood. Press the button again.")))
    return redirect("conglomerates:enterprise", programme, one.id)


@may("conglomerates.edit_register")
@require_POST
def cut(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """It stands by itself again."""
    return _sent(request, programme, id, lambda one, form: judging.cut(request.person, form.id, one.id))


@may("conglomerates.edit_register")
@require_POST
def board(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Somebody of it is on the counterpart's board."""
    return _sent(request, programme, id, lambda one, form: registering.say_board(request.person, one.id, form.id, True))


@may("conglomerates.edit_register")
@require_POST
def not_board(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    return _sent(request, programme, id, lambda one, form: registering.say_board(request.person, one.id, form.id, False))
