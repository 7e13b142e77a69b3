"""Certificates of an edition: who has one and who lacks what, issued, withdrawn, as PDF; and the page on which anyone checks one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from milpa.courses import certificate_list, certificates, standings, tasks
from milpa.courses.actions.certifying import issue_certificates, withdraw_certificate
from milpa.courses.authoring_forms import VerbForm
from milpa.courses.edition_forms import LeaveForm
from milpa.courses.models import CourseEdition
from milpa.courses.views.authoring import first_error
from milpa.courses.views.desk_fetching import CERTIFY, SEE_PEOPLE, around, edition_of, is_own
from milpa.people.doors import may, public, signed_in
from milpa.web.jobs.working import start


@may("courses.see_people")
@require_safe
def certificates_page(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, SEE_PEOPLE)
    decided = certificate_list.decided(found, standings.group(found, with_left=True))
    values = {
        "edition": {"id": found.pk, "title": found.title},
        "state": decided.says,
        "to_issue": decided.to_issue,
        "issued": decided.issued,
        "lacking": decided.lacking,
        "may_certify": is_own(request, found.programme, CERTIFY),
        "is_ended": CourseEdition.objects.closed("ended").filter(id=found.pk).exists(),
    }
    listing = certificate_list.certificates(request, programme, edition)
    return listing.answer("courses/desk/certificates.html", **around(found, **values))


@may("courses.certify")
@require_POST
def issue(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    edition_of(request, programme, edition, CERTIFY)
    form = VerbForm(request.POST)
    if form.carried_out(request.person, lambda: issue_certificates(request.person, edition)):
        n = len(form.made)
        messages.success(request, ngettext("%(num)s certificate is issued.", "%(num)s certificates are issued.", n) % {"num": n})
    else:
        messages.error(request, first_error(form))
    return redirect("courses:certificates", programme, edition)


@may("courses.certify")
@require_POST
def withdraw(request: Any, programme: UUID, edition: UUID, certificate: UUID) -> HttpResponse:
    """With a reason, which the page of verification shows."""
    edition_of(request, programme, edition, CERTIFY)
    form = LeaveForm(request.POST)
    if form.carried_out(request.person, lambda: withdraw_certificate(request.person, certificate, form.id, form.cleaned_data["why"])):
        messages.success(request, _("Withdrawn. Whoever checks it reads the reason."))
    else:
        messages.error(request, first_error(form))
    return redirect("courses:certificates", programme, edition)


@may("courses.see_people")
@require_POST
def certificates_pdf(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, SEE_PEOPLE)
    back = reverse("courses:certificates", args=[programme, edition])
    title = _("Certificates of {edition}").format(edition=found.title)
    return redirect("web:job", start(request.person, title, tasks.make_certificates, str(found.pk), back=back).id)


@signed_in
@require_POST
def certificate_pdf(request: Any, certificate: UUID) -> HttpResponse:
    """One's own, or of a learner of one's programme."""
    row = get_object_or_404(tasks.open_to(request.person), id=certificate)
    back = reverse("courses:mine") if row.enrolment.person_id == request.person.pk else ""
    title = _("Certificate of {name}").format(name=row.enrolment.person.name)
    return redirect("web:job", start(request.person, title, tasks.make_certificate, str(row.pk), back=back).id)


@public
@require_safe
def verify(request: Any, code: str) -> HttpResponse:
    """Whoever holds the code may check it: name, course, hours, dates, institution, valid or withdrawn."""
    found = certificates.by_code(code)
    values = {"found": found, "code": code[:40]}
    return render(request, "courses/verify.html", values, status=200 if found else 404)


@public
@require_safe
def verify_typed(request: Any) -> HttpResponse:
    code = certificates.bare_code(request.GET.get("code", ""))[:16]
    if code:
        return redirect("courses:verify", code)
    return render(request, "courses/verify.html", {"found": None, "code": ""})
