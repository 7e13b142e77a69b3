"""Each one's home: what waits for them, and their programmes; the door for who is not signed in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.people.doors import may, public
from milpa.people.roles import STAFF
from milpa.people.standing import may as allows
from milpa.people.standing import roles_of
from milpa.programmes.homes import home_of
from milpa.programmes.later import address
from milpa.programmes.models import Programme
from milpa.web.listing import Choice, Column, Listing, Words


@public
def home(request: Any) -> HttpResponse:
    person = request.person
    if person is None:
        return render(request, "programmes/landing.html", {"join": address("workshops:enter")})
    if not roles_of(person) & STAFF:
        courses = address("courses:home")
        return redirect(courses) if courses else render(request, "programmes/learner.html", {"practice": address("readiness:start")})
    values = {"home": home_of(person), "may_create": allows(person, "programmes.create")}
    return render(request, "programmes/home.html", values)


def programmes_list(request: HttpRequest) -> Listing:
    person = request.person  # type: ignore[attr-defined]  # set at the door
    return Listing(
        name="programmes",
        title=_("Programmes"),
        request=request,
        rows=Programme.objects.open_to(person),
        columns=[
            Column("title", _("Programme"), order="title", href=_journey, reads=("id",)),
            Column("institution__name", _("Owner")),
            Column("starts_on", _("Starts"), kind="date", order="starts_on"),
            Column("ends_on", _("Ends"), kind="date", order="ends_on"),
        ],
        filters=[Words("words", _("Words"), ("title", "summary")), Choice("past", _("Kind"), _KINDS, field="is_historical")],
        order="title",
        empty=_("Here stand the programmes of your institution and those in which it takes part."),
        first_step=(_("Begin a programme"), reverse("programmes:create")) if allows(person, "programmes.create") else None,
    )


_KINDS = [("False", _("under way")), ("True", _("of the past"))]


def _journey(row: Any) -> str:
    return reverse("programmes:journey", args=[row["id"]])


@may("programmes.see")
def programmes(request: HttpRequest) -> HttpResponse:
    return programmes_list(request).answer()
