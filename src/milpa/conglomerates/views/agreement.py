"""The letter of understanding: read, written part by part, its sides, its term."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates import letter, letter_page, signatures, tasks
from milpa.conglomerates.actions import agreeing
from milpa.conglomerates.letter_forms import PartForm, SidesForm, TermsForm
from milpa.conglomerates.models import Agreement
from milpa.ledger.refusals import Refusal
from milpa.people.doors import may
from milpa.programmes.views.fetching import around, fetch
from milpa.web.jobs.working import start


def fetch_letter(request: Any, programme: UUID, verb: str = "conglomerates.see") -> Agreement:
    return Agreement.objects.open_to(request.person, verb).select_related("programme__institution").get(programme=programme)


def show(request: Any, agreement: Agreement, status: int = 200, **forms: Any) -> HttpResponse:
    values = letter_page.page_of(agreement, request.person) | forms
    return render(request, "conglomerates/agreement.html", around(agreement.programme, **values), status=status)


@may("conglomerates.see")
@require_safe
def agreement(request: Any, programme: UUID) -> HttpResponse:
    """The letter, or before it begins what it is for: a page only reads."""
    with suppress(Agreement.DoesNotExist):
        return show(request, fetch_letter(request, programme))
    whole, counterpart = fetch(request, programme, "conglomerates.see"), letter.counterpart_of(programme)
    body = counterpart.body if counterpart else None
    values = {"counterpart": counterpart, "may_start": letter_page.may_write(request.person, whole.institution, body)}
    return render(request, "conglomerates/no_agreement.html", around(whole, **values))


@may("conglomerates.edit_letter")
@require_POST
def begin(request: Any, programme: UUID) -> HttpResponse:
    try:
        agreeing.start_agreement(request.person, programme)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("conglomerates:agreement", programme)


@may("conglomerates.edit_letter")
def part(request: Any, programme: UUID, slug: str) -> HttpResponse:
    """One part of the letter, written by either side."""
    found = fetch_letter(request, programme, "conglomerates.edit_letter")
    section = found.sections.filter(slug=slug).first()
    if section is None:
        raise Http404
    form = PartForm(request.POST or None, revision=found.revision, initial={"text": section.text})
    if form.carried_out(request.person, lambda: agreeing.write_part(request.person, found.id, form.was, slug, form.cleaned_data["text"])):
        return redirect(reverse("conglomerates:agreement", args=[programme]) + f"#{slug}")
    values = {"form": form, "part": letter.part(slug), "now": section.text, "is_stale": form.status == 409}
    return render(request, "conglomerates/letter_part.html", around(found.programme, **values), status=form.status)


@may("conglomerates.edit_letter")
def terms(request: Any, programme: UUID) -> HttpResponse:
    found = fetch_letter(request, programme, "conglomerates.edit_letter")
    form = TermsForm(request.POST or None, agreement=found)
    if form.carried_out(request.person, lambda: _set(request, found, form)):
        return redirect("conglomerates:agreement", programme)
    return render(request, "conglomerates/letter_terms.html", around(found.programme, form=form), status=form.status)


def _set(request: Any, found: Agreement, form: TermsForm) -> Any:
    said = form.cleaned_data
    return agreeing.set_terms(request.person, found.id, form.was, said["title"], said["starts_on"], said["ends_on"])


@may("conglomerates.name_sides")
@require_POST
def sides(request: Any, programme: UUID) -> HttpResponse:
    """Which partners sign besides the owner and the counterpart."""
    found = fetch_letter(request, programme, "conglomerates.name_sides")
    form = SidesForm(request.POST, agreement=found, partners=letter.may_be_named(found))
    if form.carried_out(request.person, lambda: agreeing.name_sides(request.person, found.id, form.was, form.cleaned_data["sides"])):
        return redirect("conglomerates:agreement", programme)
    return show(request, found, form.status, sides_form=form)


@may("conglomerates.see")
@require_safe
def compare(request: Any, programme: UUID, number: int) -> HttpResponse:
    """What changed from an earlier revision to today's, word by word."""
    found = fetch_letter(request, programme)
    passages = signatures.between(found, number, letter_page.reading)
    return render(request, "conglomerates/letter_compared.html", around(found.programme, agreement=found, number=number, passages=passages))


@may("conglomerates.see")
@require_POST
def make_pdf(request: Any, programme: UUID) -> HttpResponse:
    """The worker makes the letter; its page tells how far it is."""
    found = fetch_letter(request, programme)
    back = reverse("conglomerates:agreement", args=[programme])
    title = _("{title}, revision {number}").format(title=found.title, number=found.revision)
    job = start(request.person, title, tasks.make_letter, str(found.id), back=back)
    return redirect("web:job", job.id)
