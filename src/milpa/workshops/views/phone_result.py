"""The result given back, to those who were there and to those who could not come; remarks for seven days."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.ledger import clock
from milpa.people.doors import guest
from milpa.workshops.actions import publishing
from milpa.workshops.guests import Here, here
from milpa.workshops.lists import Lists, lists_of
from milpa.workshops.models import Needs
from milpa.workshops.outcomes import opened
from milpa.workshops.phone_forms import RemarkForm
from milpa.workshops.remarks import remarks_of
from milpa.workshops.rules.remarks import Remark
from milpa.workshops.rules.remarks import freezing as freezing_rule
from milpa.workshops.views.phone_answers import told, wants_json


@guest
@require_safe
def result(request: Any, code: str) -> HttpResponse:
    """Open to whoever has the code: this is the link for those who could not come."""
    return show_result(request, here(request, code))


def show_result(request: Any, at: Here, form: RemarkForm | None = None) -> HttpResponse:
    """Eight queries at most, with those of `here`."""
    needs = opened([at.workshop.programme_id]).first()
    if needs is None or needs.published_at is None:
        return render(request, "workshops/phone/result.html", at.around(lists=None, form=None, own=[]))
    lists, remarks = lists_of(needs), remarks_of(needs)
    known = [Remark(str(one.remark.id), one.answer is not None) for one in remarks]
    freezing = freezing_rule(needs.published_at, known, clock.now())
    if form is None and freezing.closes_at and clock.now() < freezing.closes_at:
        form = RemarkForm(_options(lists))
    values = at.around(
        lists=lists,
        until=freezing.closes_at,
        frozen=needs.frozen_at is not None,
        freezing=freezing,
        own=[one for one in remarks if at.participant is not None and one.remark.participant_id == at.participant.id],
        form=form,
    )
    return render(request, "workshops/phone/result.html", values, status=form.status if form else 200)


def _options(lists: Lists) -> list[tuple[str, str]]:
    rows = (*lists.suited, *lists.others, *lists.unjudged, *lists.handed)
    return [(str(row.need.id), row.need.title) for row in rows]


@guest
@require_POST
def remark(request: Any, code: str) -> HttpResponse:
    """What somebody says about the result. Without a place in the workshop it counts for no enterprise."""
    at = here(request, code)
    needs = Needs.objects.get(programme=at.workshop.programme_id)
    form = RemarkForm(_options(lists_of(needs)), request.POST)
    is_done = form.carried_out(at.participant and at.person, lambda: _remark(at, form))
    if wants_json(request):
        return told(form, is_done)
    if is_done:
        messages.success(request, _("Your remark is stored. It will be answered."))
        return redirect("workshops:result", at.workshop.slug)
    return show_result(request, at, form)


def _remark(at: Here, form: RemarkForm) -> Any:
    said, place = form.cleaned_data, at.participant
    about = {"need_id": said["need"], "name": said["name"], "way": "phone" if place else "link"}
    who = place.person if place else None
    return publishing.remark(who, at.workshop.programme_id, form.id, said["text"], participant_id=place.id if place else None, **about)
