"""The people of one's institution: roles, invitations that wait, cards."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa import ledger
from milpa.ledger.refusals import Refusal
from milpa.people.actions.cards import issue_card
from milpa.people.actions.membership import end_membership, give_role
from milpa.people.actions.registering import register_learner
from milpa.people.doors import may
from milpa.people.forms import InviteForm, LearnerForm, RoleForm, WhyForm
from milpa.people.models import Invitation, Membership, Person
from milpa.people.roles import BY_SLUG, STAFF
from milpa.people.rules.codes import shown
from milpa.people.standing import may as person_may
from milpa.web import qr


def show_members(
    request: Any, *, invite_form: InviteForm | None = None, learner_form: LearnerForm | None = None, status: int = 200
) -> HttpResponse:
    person = request.person
    rows = Membership.objects.open().filter(institution=person.institution, role__in=STAFF).select_related("person")
    staff: dict[Person, list[Membership]] = {}
    for membership in rows.order_by("person__name", "role"):
        staff.setdefault(membership.person, []).append(membership)
    values = {
        "staff": staff,
        "roles": BY_SLUG,
        "waiting": Invitation.objects.waiting(ledger.now()).filter(institution=person.institution).order_by("recorded_at"),
        "learners": Person.objects.of(person.institution).filter(memberships__role__in=["owner", "worker"]).distinct().count(),
        "invite_form": invite_form or InviteForm(by=person, initial={"id": ledger.uuid7()}),
        "learner_form": learner_form or LearnerForm(initial={"id": ledger.uuid7(), "role": "owner", "language": "es"}),
        "may_invite": person_may(person, "people.invite"),
        "may_issue": person_may(person, "people.issue_card"),
    }
    return render(request, "people/members.html", values, status=status)


@may("people.see_members")
def members(request: Any) -> HttpResponse:
    return show_members(request)


@may("people.see_members")
def member(request: Any, person_id: UUID) -> HttpResponse:
    """One person of the own institution: roles given and ended, and their card."""
    whom = Person.objects.of(request.person.institution).get(id=person_id)
    values = {
        "whom": whom,
        "memberships": whom.memberships.open(),
        "roles": BY_SLUG,
        "role_form": RoleForm(by=request.person, initial={"id": ledger.uuid7()}),
        "end_form": WhyForm(initial={"id": ledger.uuid7()}),
        "may_invite": person_may(request.person, "people.invite"),
        "may_issue": person_may(request.person, "people.issue_card"),
    }
    return render(request, "people/member.html", values)


@may("people.invite")
@require_POST
def give(request: Any, person_id: UUID) -> HttpResponse:
    form = RoleForm(request.POST, by=request.person)
    if form.is_valid():
        give_role(request.person, form.cleaned_data["id"], person_id, form.cleaned_data["role"])
    return redirect("people:member", person_id)


@may("people.end_membership")
@require_POST
def end(request: Any, person_id: UUID, membership_id: UUID) -> HttpResponse:
    form = WhyForm(request.POST)
    if form.is_valid():
        try:
            end_membership(request.person, form.cleaned_data["id"], membership_id, form.cleaned_data["why"])
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect("people:member", person_id)


@may("people.issue_card")
@require_POST
def learner(request: Any) -> HttpResponse:
    """Registers an owner or worker and goes to their page, where the card is made."""
    form = LearnerForm(request.POST)
    if not form.is_valid():
        return show_members(request, learner_form=form, status=422)
    with transaction.atomic():
        whom = register_learner(request.person, **form.cleaned_data)
    return redirect("people:member", whom.id)


@may("people.issue_card")
@require_POST
def card(request: Any, person_id: UUID) -> HttpResponse:
    """The printed card with its QR, and the temporary PIN, shown this once."""
    account, pin = issue_card(request.person, person_id)
    address = settings.ORIGIN + reverse("people:card", args=[account.code])
    messages.success(request, _("The old PIN no longer opens."))
    return render(request, "people/card.html", {"whom": account.person, "code": shown(account.code), "pin": pin, "qr": qr.svg(address)})
