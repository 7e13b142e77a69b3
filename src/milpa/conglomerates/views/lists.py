"""A list on its way into the register: brought, its columns said, tried, taken or put away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates import lists, tasks, wrong_rows
from milpa.conglomerates.actions import importing
from milpa.conglomerates.models import RegisterImport
from milpa.conglomerates.register_forms import ColumnsForm, ListForm
from milpa.guide.sent import SentForm
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.programmes.views.fetching import around, fetch
from milpa.web.jobs.working import start


@may("conglomerates.import_register")
def bring_list(request: Any, programme: UUID) -> HttpResponse:
    """The sheet is sent; what its columns seem to be is shown next."""
    whole = fetch(request, programme, "conglomerates.import_register")
    form = ListForm(request.POST or None, request.FILES or None)
    if form.carried_out(request.person, lambda: importing.receive_list(request.person, whole.id, form.id, form.cleaned_data["sheet"])):
        return redirect("conglomerates:list", programme, form.made.id)
    values = {"form": form, "is_signed": lists.letter_is_signed(whole), "earlier": lists.earlier(whole)}
    return render(request, "conglomerates/bring_list.html", around(whole, **values), status=form.status)


def _fetch(request: Any, programme: UUID, list: UUID) -> RegisterImport:
    mine = RegisterImport.objects.open_to(request.person).select_related("programme__institution", "file", "by")
    return mine.get(programme=programme, id=list)


def _shown(request: Any, one: RegisterImport, form: ColumnsForm | None = None, status: int = 200) -> HttpResponse:
    values = {"one": one, "standing": lists.standing(one), "form": form or ColumnsForm(one), "sent": SentForm()}
    page = around(one.programme, columns=lists.columns(one, values["form"]), alike=lists.alike(one), **values)
    if not one.checked_at:
        return render(request, "conglomerates/columns.html", page, status=status)
    return wrong_rows.of(request, one).answer("conglomerates/list.html", **page)


@may("conglomerates.import_register")
@require_safe
def one_list(request: Any, programme: UUID, list: UUID) -> HttpResponse:
    """Its columns; once it was tried, what would be taken and what has to be corrected; once it was taken, what came of it."""
    return _shown(request, _fetch(request, programme, list))


@may("conglomerates.import_register")
@require_POST
def say_columns(request: Any, programme: UUID, list: UUID) -> HttpResponse:
    """The columns are kept, and the worker tries the list."""
    one = _fetch(request, programme, list)
    form = ColumnsForm(one, request.POST)
    if not form.is_valid():
        return _shown(request, one, form, 422)
    try:
        importing.say_columns(request.person, one.id, form.by_column())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, one, form, refusal.status)
    back = reverse("conglomerates:list", args=[programme, one.id])
    job = start(request.person, _("Trying the list “{name}”").format(name=one.name), tasks.try_list, str(one.id), back=back)
    return redirect("web:job", job.id)


@may("conglomerates.import_register")
@require_POST
def change_columns(request: Any, programme: UUID, list: UUID) -> HttpResponse:
    """Back to the columns: what was tried no longer counts."""
    one = _fetch(request, programme, list)
    importing.say_columns(request.person, one.id, {column: field for field, column in one.columns.items()})
    return redirect("conglomerates:list", programme, one.id)


@may("conglomerates.import_register")
@require_POST
def take(request: Any, programme: UUID, list: UUID) -> HttpResponse:
    """The worker writes the rows that can be taken."""
    one, form = _fetch(request, programme, list), SentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That was not understood. Nothing was taken; press the button again."))
        return redirect("conglomerates:list", programme, one.id)
    title = _("Putting “{name}” into the register").format(name=one.name)
    back = reverse("conglomerates:list", args=[programme, one.id])
    job = start(request.person, title, tasks.take_list, str(one.id), str(form.id), back=back)
    return redirect("web:job", job.id)


@may("conglomerates.import_register")
@require_POST
def put_away(request: Any, programme: UUID, list: UUID) -> HttpResponse:
    """The sheet and its rows are forgotten."""
    importing.put_away(request.person, _fetch(request, programme, list).id)
    messages.success(request, _("The list and its rows are forgotten. What is in the register stays."))
    return redirect("conglomerates:bring_list", programme)
