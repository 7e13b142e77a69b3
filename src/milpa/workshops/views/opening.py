"""How every page of the desk comes to its workshop, and what the person may do there."""

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import get_object_or_404

from milpa.conglomerates.models import Enterprise
from milpa.guide.sent import SentForm
from milpa.ledger.refusals import Refusal
from milpa.people.standing import relations
from milpa.programmes.models import Partner, Programme
from milpa.workshops.models import Workshop
from milpa.workshops.naming import with_rule
from milpa.workshops.to_read import with_to_read

MOST_SUGGESTED = 300  # names of enterprises beside a field; of a longer register none, the page would grow heavy


def opened(request: Any, programme: UUID, id: UUID, verb: str = "workshops.see") -> Workshop:
    """The workshop, if the person may. Raises Http404."""
    mine = Workshop.objects.open_to(request.person, verb).select_related("programme__institution", "timer")
    found: Workshop = get_object_or_404(with_to_read(with_rule(mine)), id=id, programme=programme)
    return found


def may_in(person: Any, programme: Programme) -> Callable[[str], bool]:
    """What the person may do in this programme. One query, only for partners who might."""

    @cache
    def parts() -> set[str]:
        found = Partner.objects.accepted().filter(programme=programme, invited=person.institution_id).values_list("speaks", flat=True)
        return {"counterpart" if speaks else "partner" for speaks in found} | ({"partner"} if found else set())

    def may(verb: str) -> bool:
        how = relations(person, verb)
        if programme.institution_id == person.institution_id:
            return "host" in how
        return bool(how & {"partner", "counterpart"}) and bool(how & parts())

    return may


def done(request: Any, action: Callable[[], Any]) -> bool:
    """Whether a button's action was carried out; if not, the page says why. Raises Http404 for what is not open to the person."""
    try:
        action()
    except ObjectDoesNotExist:
        raise Http404 from None
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    return True


class Button(SentForm):
    """A form without anything to fill in but its id."""


def pressed(request: Any, action: Callable[[UUID, int], Any]) -> bool:
    """The same for a button with the id of its fact and, for a document, the revision it was shown with."""
    form = Button(request.POST)
    return form.is_valid() and done(request, lambda: action(form.id, form.was))


def suggested(programme: UUID) -> list[str]:
    """Names of the register, where it is short enough to stand beside a field."""
    names = Enterprise.objects.filter(programme=programme, joined_into=None).order_by("name").values_list("name", flat=True)
    found = list(names[: MOST_SUGGESTED + 1])
    return found if len(found) <= MOST_SUGGESTED else []
