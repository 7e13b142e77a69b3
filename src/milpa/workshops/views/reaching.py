"""When a phone cannot open the workshop: the address once more, and what to look at, in the order in which it helps."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from milpa.people.doors import may
from milpa.programmes.views.fetching import around
from milpa.web import qr
from milpa.workshops.consoles import join_url
from milpa.workshops.views.opening import opened


@may("workshops.see")
@require_safe
def reach(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    workshop = opened(request, programme, id)
    address, host = join_url(workshop), urlsplit(settings.ORIGIN)
    is_own = host.hostname in ("127.0.0.1", "localhost")  # only this machine opens such an address
    values = {"workshop": workshop, "address": address, "qr": qr.svg(address, _("To join the workshop"))}
    return render(request, "workshops/reach.html", around(workshop.programme, **values, is_own=is_own, port=host.port or 80))
