"""The partners and their parts: invited, answering for themselves, leaving."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.people.doors import may
from milpa.people.models import Institution
from milpa.people.standing import may as allows
from milpa.programmes import telling
from milpa.programmes.actions.partners import Newcomer, answer_invitation, end_partnership, invite_newcomer, invite_partner
from milpa.programmes.forms import KnownPartnerForm, NewPartnerForm, WhyForm
from milpa.programmes.journeys import partners_of
from milpa.programmes.models import Partner, Programme
from milpa.programmes.views.fetching import around, fetch
from milpa.web import qr


def known_institutions(person: Any, programme: Programme) -> list[tuple[str, str]]:
    """Those that the person knows from their programmes: partners and owners, without those that are in this one already."""
    open_to = Programme.objects.open_to(person)
    ids = set(Partner.objects.filter(programme__in=open_to).values_list("invited", flat=True))
    ids |= set(open_to.values_list("institution", flat=True))
    here = {
        partner.institution
        for partner in partners_of([programme.id])[programme.id]
        if not partner.is_over and partner.accepted is not False
    }
    found = Institution.objects.filter(id__in=ids - here - {programme.institution_id}).order_by("name")
    return [(str(id), name) for id, name in found.values_list("id", "name")]


def _shown(request: Any, programme: Programme, known: KnownPartnerForm | None = None, new: NewPartnerForm | None = None) -> HttpResponse:
    is_own = request.person.institution_id == programme.institution_id
    values = {
        "partners": [(partner, telling.part_of(partner)) for partner in partners_of([programme.id])[programme.id]],
        "known": known or KnownPartnerForm(known=known_institutions(request.person, programme)),
        "new": new or NewPartnerForm(),
        "may_invite": is_own and allows(request.person, "programmes.invite_partner"),
        "may_answer": allows(request.person, "programmes.answer_invitation"),
        "mine": request.person.institution_id,
    }
    sent = known or new
    return render(request, "programmes/partners.html", around(programme, **values), status=sent.status if sent else 200)


@may("programmes.see")
def partners(request: Any, programme: UUID) -> HttpResponse:
    return _shown(request, fetch(request, programme))


@may("programmes.invite_partner")
@require_POST
def invite_known(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.invite_partner")
    form = KnownPartnerForm(request.POST, known=known_institutions(request.person, found))
    if form.carried_out(
        request.person, lambda: invite_partner(request.person, form.id, programme, form.cleaned_data["institution"], form.part())
    ):
        messages.success(request, _("Invited. Its people find the invitation on their home page."))
        return redirect("programmes:partners", programme)
    return _shown(request, found, known=form)


@may("programmes.invite_partner")
@require_POST
def invite_new(request: Any, programme: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.invite_partner")
    form = NewPartnerForm(request.POST)
    if not form.carried_out(request.person, lambda: invite_newcomer(request.person, form.id, programme, newcomer(form), form.part())):
        return _shown(request, found, new=form)
    partner, token = form.made
    if not token:
        messages.success(request, _("They are in Milpa already: their institution finds the invitation on its home page."))
        return redirect("programmes:partners", programme)
    address = settings.ORIGIN + reverse("people:invitation", args=[token])
    values = {"partner": partner, "address": address, "qr": qr.svg(address), "person": form.cleaned_data["person"]}
    return render(request, "programmes/invited.html", around(found, **values))


def newcomer(form: NewPartnerForm) -> Newcomer:
    """Its ids stand beside the form's own, so that sent twice it is one institution and one link."""
    said = form.cleaned_data
    ids = (UUID(int=form.id.int ^ 1), UUID(int=form.id.int ^ 2))
    return Newcomer(ids[0], said["name"], said["institution_kind"], ids[1], said["person"], form.role, said["email"])


@may("programmes.invite_partner")
def end_as_owner(request: Any, programme: UUID, partner: UUID) -> HttpResponse:
    found = fetch(request, programme, "programmes.invite_partner")
    row = get_object_or_404(Partner.objects.filter(programme=found).select_related("invited"), id=partner)
    return _ended(request, row, "programmes/end_partner.html", around(found, partner=row), reverse("programmes:partners", args=[programme]))


@may("programmes.answer_invitation")
def leave(request: Any, partner: UUID) -> HttpResponse:
    """The partner itself leaves."""
    row = _own(request, partner)
    return _ended(request, row, "programmes/leave.html", around(row.programme, partner=row), reverse("programmes:home"))


def _ended(request: Any, row: Partner, template: str, values: dict[str, Any], then: str) -> HttpResponse:
    form = WhyForm(request.POST or None)
    if form.carried_out(request.person, lambda: end_partnership(request.person, form.id, row.id, form.cleaned_data["why"])):
        messages.success(request, _("The partnership ended. What was done together stays."))
        return redirect(then)
    return render(request, template, values | {"form": form}, status=form.status)


def _own(request: Any, partner: UUID) -> Partner:
    invitations = Partner.objects.filter(invited=request.person.institution_id, voided_by=None)
    found = invitations.select_related("programme__institution", "invited", "by").prefetch_related("answers").filter(id=partner).first()
    if found is None:
        raise Http404
    return found


@may("programmes.answer_invitation")
def invitation(request: Any, partner: UUID) -> HttpResponse:
    """What is asked of one's own institution, and its answer."""
    return _invitation(request, _own(request, partner), WhyForm())


def _invitation(request: Any, row: Partner, form: WhyForm) -> HttpResponse:
    values = {"partner": row, "part": telling.part_of(row), "form": form}
    return render(request, "programmes/invitation.html", around(row.programme, **values), status=form.status)


@may("programmes.answer_invitation")
@require_POST
def accept(request: Any, partner: UUID) -> HttpResponse:
    return _answered(request, partner, True)


@may("programmes.answer_invitation")
@require_POST
def decline(request: Any, partner: UUID) -> HttpResponse:
    return _answered(request, partner, False)


def _answered(request: Any, partner: UUID, accepted: bool) -> HttpResponse:
    row = _own(request, partner)
    form = WhyForm(request.POST)
    form.fields["why"].required = not accepted
    if not form.carried_out(
        request.person, lambda: answer_invitation(request.person, form.id, partner, accepted, form.cleaned_data["why"])
    ):
        return _invitation(request, row, form)
    if not accepted:
        messages.success(request, _("Your reason was sent to {institution}.").format(institution=row.programme.institution.name))
        return redirect("programmes:home")
    messages.success(request, _("Your institution takes part in the programme."))
    return redirect("programmes:journey", row.programme_id)
