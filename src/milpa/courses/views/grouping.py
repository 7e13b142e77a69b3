"""The groups of an edition, by language or schedule, and who is put into which."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.courses import groups
from milpa.courses.actions import grouping
from milpa.courses.authoring_forms import VerbForm
from milpa.courses.edition_forms import GroupForm, PlaceInGroupForm
from milpa.courses.models import CourseEdition, EditionGroup
from milpa.courses.views.authoring import first_error
from milpa.courses.views.desk_fetching import ANNOUNCE, ENROL, SEE_PEOPLE, around, edition_of, is_own
from milpa.people.doors import may
from milpa.people.standing import may as person_may


def show(request: Any, edition: CourseEdition, form: GroupForm | None = None, refused: str = "", of: UUID | None = None) -> HttpResponse:
    """`form`: as it came, to mend; of the group `of`, or of a new one."""
    listing = groups.listing(request, edition.programme_id, edition.pk)
    known = groups.sizes(groups.groups_of(edition.pk), groups.by_enrolment(edition.pk))
    may_change = is_own(request, edition.programme, ANNOUNCE)
    values = {
        "edition": {"id": edition.pk, "title": edition.title, "revision": edition.revision},
        "groups": [(group, n, form if of == group.id else _form_of(edition, group)) for group, n in known],
        "opened": of,
        "add_form": form if form is not None and of is None else GroupForm(revision=edition.revision),
        "may_change": may_change,
        "refused": refused,
    }
    answer = listing.answer("courses/desk/groups.html", **around(edition, **values))
    answer.status_code = form.status if form is not None and form.is_bound else answer.status_code
    return answer


def _form_of(edition: CourseEdition, group: EditionGroup) -> GroupForm:
    form = GroupForm(revision=edition.revision, initial=GroupForm.initial_of(group))
    form.auto_id = f"id_{group.id}_%s"  # one page has a form a group
    return form


@may("courses.see_people")
def edition_groups(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    return show(request, edition_of(request, programme, edition, SEE_PEOPLE))


@may("courses.announce")
@require_POST
def add(request: Any, programme: UUID, edition: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, ANNOUNCE)
    form = GroupForm(request.POST, revision=found.revision)
    if form.carried_out(request.person, lambda: grouping.add_group(request.person, edition, form.was, form.id, form.sheet())):
        messages.success(request, _("Saved."))
        return redirect("courses:groups", programme, edition)
    return show(request, found, form)


@may("courses.announce")
@require_POST
def save(request: Any, programme: UUID, edition: UUID, group: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, ANNOUNCE)
    form = GroupForm(request.POST, revision=found.revision)
    if form.carried_out(request.person, lambda: grouping.edit_group(request.person, edition, form.was, group, form.sheet())):
        messages.success(request, _("Saved."))
        return redirect("courses:groups", programme, edition)
    return show(request, found, form, of=group)


@may("courses.announce")
@require_POST
def remove(request: Any, programme: UUID, edition: UUID, group: UUID) -> HttpResponse:
    found = edition_of(request, programme, edition, ANNOUNCE)
    form = VerbForm(request.POST)
    if form.carried_out(request.person, lambda: grouping.remove_group(request.person, edition, form.was, group)):
        return redirect("courses:groups", programme, edition)
    return show(request, found, refused=first_error(form))


@may("courses.enrol")
def place(request: Any, programme: UUID, edition: UUID, enrolment: UUID) -> HttpResponse:
    """One person, and the groups to choose from."""
    found = edition_of(request, programme, edition, ENROL)
    row = get_object_or_404(found.enrolments.standing().select_related("person"), id=enrolment)
    known, now = groups.groups_of(found.pk), groups.group_of(row.pk)
    choices = [(str(group.id), groups.label(group)) for group in known]
    form = PlaceInGroupForm(choices, request.POST or None, initial={"group": str(now.id) if now else ""})
    if form.carried_out(request.person, lambda: grouping.place_in_group(request.person, enrolment, form.id, form.cleaned_data["group"])):
        messages.success(request, _("Saved."))
        back = "courses:groups" if person_may(request.person, SEE_PEOPLE) else "courses:edition"
        return redirect(back, programme, edition)
    values = {"edition": {"id": found.pk, "title": found.title}, "name": row.person.name, "form": form, "any": bool(known)}
    return render(request, "courses/desk/place_in_group.html", around(found, **values), status=form.status)
