"""The negotiation: the text with what is suggested in it, what was said beside it, and the answers, one by one."""

from typing import Any
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from milpa.guide.sent import SentForm
from milpa.people.doors import may
from milpa.strategies import shown
from milpa.strategies.actions import answering, suggesting
from milpa.strategies.actions.suggesting import Beside
from milpa.strategies.beside import Note, notes
from milpa.strategies.forms import AnswerForm, SuggestForm, TogetherForm
from milpa.strategies.lists import negotiation_log
from milpa.strategies.negotiation import change_said, parts_of
from milpa.strategies.reads import paper_at, sides
from milpa.strategies.speaking import person_called
from milpa.strategies.standing import changed_since, standings
from milpa.strategies.views.opening import frame, opened
from milpa.strategies.views.taking_back import take_back_with_reason


@may("strategies.see")
def negotiation(request: Any, programme: UUID) -> HttpResponse:
    strategy = opened(request, programme)
    paper, revision = paper_at(strategy)
    found = notes(strategy, request.person)
    known = standings(strategy, sides(strategy, paper))
    changed = changed_since(strategy, {one.before.number for one in known if one.before and not one.signed})
    unanswered = sum(note.is_open for note in found)
    parts = parts_of(paper, found)
    values = {
        "paper": paper,
        "revision": revision,
        "parts": parts,
        "quiet": [section for section in paper.sections if section.id not in {note.section for note in found}],
        "unanswered": unanswered,
        "together": sum(note.may_be_taken_up for part in parts for note in part.notes),
        "signatures": shown.signatures(strategy, known, changed, unanswered),
    }
    return render(request, "strategies/negotiation.html", frame(request, strategy) | values)


@may("strategies.see")
def log(request: Any, programme: UUID) -> HttpResponse:
    return negotiation_log(request, programme).answer()


@may("strategies.suggest")
def suggest(request: Any, programme: UUID, slug: str = "", id: UUID | None = None) -> HttpResponse:
    """Beside a section (`slug`) or a training action (`id`)."""
    strategy = opened(request, programme, "strategies.suggest")
    paper, revision = paper_at(strategy)
    section, action = paper.section(slug) if slug else None, paper.action(id)
    if section is None and action is None:
        raise Http404
    values = frame(request, strategy)
    form = SuggestForm(
        request.POST or None, of_action=action is not None, may_type_for=values["may_type_for"], revision=revision.number,
        initial={"kind": "change" if section else "comment", "quote": request.GET.get("quote", "")[:4000]},
    )  # fmt: skip

    def suggested() -> Any:
        said = form.cleaned_data
        author = person_called(strategy, said.get("for_whom", ""))
        beside = Beside(said["kind"], slug, id, said.get("field", ""), said["quote"], said["words"], said["text"])
        return suggesting.suggest(request.person, strategy.id, form.id, beside, number=form.was, for_person=author)

    if form.carried_out(request.person, suggested):
        messages.success(request, _("It stands beside the text, and will get its answer."))
        return redirect(reverse("strategies:negotiation", args=[programme]) + f"#note-{form.made.id}")
    return render(request, "strategies/suggest.html", values | {"form": form, "section": section, "action": action}, status=form.status)


@may("strategies.edit")
@require_POST
def accept(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    opened(request, programme, "strategies.edit")
    form = SentForm(request.POST)
    text = request.POST.get("text", "")
    if form.carried_out(request.person, lambda: answering.accept_suggestion(request.person, id, form.was, form.id, text)):
        messages.success(request, _("Taken up: revision {number}.").format(number=form.made.revision))
    else:
        messages.error(request, str(form.refusal or _("Open the page again: something was missing in what was sent.")))
    return redirect(reverse("strategies:negotiation", args=[programme]) + f"#note-{id}")


@may("strategies.edit")
def together(request: Any, programme: UUID) -> HttpResponse:
    """Several of the changes that wait, taken up in one revision."""
    strategy = opened(request, programme, "strategies.edit")
    parts = parts_of(paper_at(strategy)[0], notes(strategy, request.person))
    told = {str(note.id): (note, change_said(part, note)) for part in parts for note in reversed(part.notes) if note.is_change}
    marked = request.POST.getlist("suggestions")  # sent again, they were taken up meanwhile
    open_ones = [(id, words) for id, (note, words) in told.items() if note.may_be_taken_up or id in marked]
    form = TogetherForm(open_ones, request.POST or None, revision=strategy.revision, initial={"suggestions": [id for id, _s in open_ones]})

    def accepted() -> Any:
        said = form.cleaned_data
        chosen = [(id, uuid5(form.id, str(id)), said["text"]) for id in said["suggestions"]]
        return answering.accept_together(request.person, strategy.id, form.was, chosen, said["why"])

    if form.carried_out(request.person, accepted):
        words = ngettext("{n} change taken up: revision {number}.", "{n} changes taken up: revision {number}.", len(form.made))
        messages.success(request, words.format(n=len(form.made), number=form.made[0].revision))
        return redirect("strategies:negotiation", programme)
    return render(request, "strategies/together.html", frame(request, strategy) | {"form": form, "n": len(open_ones)}, status=form.status)


@may("strategies.answer")
def answer(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """In words: what was done or why not."""
    strategy = opened(request, programme, "strategies.answer")
    note = _note(strategy, request.person, id)
    form = AnswerForm(request.POST or None, initial={"kind": "not_because" if note.is_change else "done"})

    def answered() -> Any:
        said = form.cleaned_data
        return answering.answer_suggestion(request.person, id, form.id, said["kind"], said["text"])

    if form.carried_out(request.person, answered):
        return redirect(reverse("strategies:negotiation", args=[programme]) + f"#note-{id}")
    return render(request, "strategies/answer.html", frame(request, strategy) | {"form": form, "note": note}, status=form.status)


def _note(strategy: Any, person: Any, id: UUID) -> Note:
    found = next((note for note in notes(strategy, person) if note.id == id), None)
    if found is None:
        raise Http404
    return found


@may("strategies.suggest")
@require_POST
def withdraw(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    opened(request, programme, "strategies.suggest")
    take_back_with_reason(request, id, suggesting.withdraw_suggestion)
    return redirect("strategies:negotiation", programme)


@may("strategies.suggest")
@require_POST
def dispute(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """Its author says that this was no answer."""
    opened(request, programme, "strategies.suggest")
    form = SentForm(request.POST)
    if not form.carried_out(request.person, lambda: answering.dispute_answer(request.person, id, form.id)):
        messages.error(request, str(form.refusal or _("Open the page again: something was missing in what was sent.")))
    return redirect("strategies:negotiation", programme)
