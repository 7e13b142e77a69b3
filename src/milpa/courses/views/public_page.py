"""What anyone may read of an edition by its link or poster, and the wish for a place of somebody who has no card yet."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from milpa.conglomerates.models import Post
from milpa.courses import edition_shown, groups, places
from milpa.courses.actions.asking import ask_from_browser
from milpa.courses.actions.enrolling import with_code
from milpa.courses.edition_forms import NewcomerForm
from milpa.courses.enrollable import people_for
from milpa.courses.models import CourseEdition
from milpa.courses.models.enrolment import RESERVED
from milpa.courses.views.desk_fetching import around
from milpa.ledger import clock
from milpa.people import browser
from milpa.people.doors import public


def show(request: Any, edition: CourseEdition, form: NewcomerForm | None = None) -> HttpResponse:
    closing = edition.closings.filter(voided_by=None).in_order().first()
    stand = places.standing(edition)
    choices = groups.choices_of(groups.groups_of(edition.pk))
    is_open = closing is None and edition.takes_enrolments(clock.today())
    values = edition_shown.public_values(edition, stand, closing.how if closing else None)
    words = dict(RESERVED)
    about = {
        "edition": values,
        "kinds": [(kind, words[kind]) for kind in values["kinds"]],
        "groups": choices,
        "form": form or NewcomerForm(kinds=values["kinds"], groups=choices),
        "is_open": is_open,
        "not_open": "" if is_open else _not_open(edition, closing),
        "sign_in": f"{reverse('people:sign_in')}?next={request.path}" if request.person is None else "",
    } | _mine(request.person, edition, stand)
    return render(request, "courses/public.html", around(edition, **about), status=form.status if form else 200)


def _not_open(edition: CourseEdition, closing: Any) -> str:
    if closing is not None:
        return _("This edition is closed. Ask the institution for the next one.")
    day = edition_shown.formats.day
    if clock.today() < edition.enrol_from:
        return _("Enrolment opens on {day}.").format(day=day(edition.enrol_from))
    return _("Enrolment closed on {day}. Ask the institution for the next edition.").format(day=day(edition.enrol_until))


def _mine(person: Any, edition: CourseEdition, stand: places.Standing) -> dict[str, Any]:
    """What the person who looks has in this edition: a place, a turn in line, or the right to ask."""
    nothing = {"mine": "", "may_enrol": False, "enterprises": []}
    if person is None:
        return nothing
    wishes = [wish.pk for wish in stand.wishes if wish.person_id == person.pk]
    if any(str(wish) in stand.allocation.enrolled for wish in wishes):
        return nothing | {"mine": _("You are enrolled.")}
    if turns := [turn for turn, wish in enumerate(stand.line, start=1) if wish.pk in wishes]:
        return nothing | {"mine": _("You are on the waiting list: number {turn}.").format(turn=turns[0])}
    posts = Post.objects.standing().filter(person=person, enterprise__programme=edition.programme_id)
    enterprises = [(str(id), name) for id, name in posts.values_list("enterprise", "enterprise__name").distinct()]
    return nothing | {"may_enrol": people_for(edition.programme).filter(id=person.pk).exists(), "enterprises": enterprises}


@public
@require_safe
def public_edition(request: Any, code: str) -> HttpResponse:
    return show(request, with_code(code))


@public
@require_POST
def ask(request: Any, code: str) -> HttpResponse:
    """Somebody without a card asks for a place; staff confirm them and give them their card."""
    edition = with_code(code)
    choices = groups.choices_of(groups.groups_of(edition.pk))
    form = NewcomerForm(request.POST, kinds=[kind for kind, _label in RESERVED], groups=choices)
    token = browser.token(request)
    if form.carried_out(None, lambda: ask_from_browser(code, form.id, token, **form.about())):
        messages.success(request, _("You are on the list. The institution calls you to give you your card: nothing else is needed now."))
        return browser.remember(redirect("courses:public", edition.code), token)
    return browser.remember(show(request, edition, form), token)
