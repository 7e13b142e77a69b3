"""The vote and the judgement, as whoever facilitates opens, closes and types them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.people.doors import may
from milpa.workshops.actions.closing import commit
from milpa.workshops.actions.judging import Said, judge_group
from milpa.workshops.actions.voting import cast_ballot, close_vote, open_vote, withdraw_vote
from milpa.workshops.agenda import planned_method
from milpa.workshops.consoles import room_of
from milpa.workshops.forms import CommitmentForm, JudgementForm, WhyForm
from milpa.workshops.models import Judgement, Vote, Workshop
from milpa.workshops.models.voting import CRITERIA
from milpa.workshops.views.console import ballot_form, show
from milpa.workshops.views.opening import done, opened, pressed
from milpa.workshops.vote_forms import OpenVoteForm


def _vote(workshop: Workshop) -> Vote:
    """The one that counts. Raises Http404 if none was opened."""
    vote = Vote.objects.newest(workshop)
    if vote is None:
        raise Http404
    return vote


@may("workshops.facilitate")
@require_POST
def open_it(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """By the planned method, or as the form says."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), OpenVoteForm(request.POST)
    if form.carried_out(request.person, lambda: open_vote(request.person, workshop.id, form.id, **form.given(planned_method(workshop)))):
        return redirect("workshops:console", programme, id)
    return show(request, workshop, status=form.status, vote_form=form)


@may("workshops.facilitate")
@require_POST
def close_it(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id, "workshops.facilitate")
    vote = _vote(workshop)
    pressed(request, lambda fact, _was: close_vote(request.person, vote.id, fact))
    return redirect("workshops:console", programme, id)


@may("workshops.facilitate")
@require_POST
def withdraw(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """The vote is held again, with a reason that stays."""
    workshop, form = opened(request, programme, id, "workshops.facilitate"), WhyForm(request.POST)
    vote = _vote(workshop)
    if form.carried_out(request.person, lambda: withdraw_vote(request.person, vote.id, form.id, form.cleaned_data["why"])):
        return redirect("workshops:console", programme, id)
    return show(request, workshop, status=form.status, why_form=form)


@may("workshops.facilitate")
@require_POST
def type_ballot(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    """A vote made on paper or aloud, put in the box by whoever helps."""
    workshop = opened(request, programme, id, "workshops.facilitate")
    vote, form = _vote(workshop), ballot_form(room_of(workshop), request.POST)
    if form is None:
        messages.error(request, _("The vote is closed; this ballot was not counted."))
        return redirect("workshops:console", programme, id)
    if form.carried_out(request.person, lambda: _cast(request.person, vote, form)):
        messages.success(request, _("The vote is in the ballot box."))
        return redirect("workshops:console", programme, id)
    return show(request, workshop, status=form.status, ballot_form=form)


def _cast(person: Any, vote: Vote, form: Any) -> Any:
    return cast_ballot(person, vote.id, form.id, form.marks(), way=form.cleaned_data["way"], participant_id=form.whom.id)


@may("workshops.facilitate")
@require_POST
def judge(request: Any, programme: UUID, id: UUID, group: UUID) -> HttpResponse:
    """The five values of one need; only what changed is said again."""
    workshop = opened(request, programme, id, "workshops.facilitate")
    form = JudgementForm(request.POST, criteria=[key for key, _question in CRITERIA])
    if form.is_valid():
        done(request, lambda: judge_group(request.person, workshop.id, group, _said(workshop, group, form)))
    else:
        messages.error(request, _("A judgement goes from 0 to 3. What you wrote is still here."))
    return redirect("workshops:console", programme, id)


def _said(workshop: Workshop, group: UUID, form: JudgementForm) -> list[Said]:
    rows = Judgement.objects.standing().filter(workshop=workshop, group=group).in_order().values_list("criterion", "value", "words")
    before = {key: (value, words) for key, value, words in rows}
    said = {key: (value, form.words(key)) for key, value in form.values().items()}
    changed = {key: now for key, now in said.items() if before.get(key, (None, "")) != now}
    return [Said(form.id_of(key), key, value, words) for key, (value, words) in changed.items()]


@may("workshops.facilitate")
@require_POST
def write_commitment(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop, form = opened(request, programme, id, "workshops.facilitate"), CommitmentForm(request.POST)
    if form.carried_out(request.person, lambda: _commit(request.person, workshop, form)):
        return redirect("workshops:console", programme, id)
    return show(request, workshop, status=form.status, commitment_form=form)


def _commit(person: Any, workshop: Workshop, form: CommitmentForm) -> Any:
    said = form.cleaned_data
    return commit(person, workshop.id, form.id, who=said["who"], side=said["side"], text=said["text"], until=said["until"])
