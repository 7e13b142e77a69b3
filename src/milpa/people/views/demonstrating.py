"""The demonstration's doors: refused off this machine, and outside a demonstration's data directory."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from milpa.people.demo_links import account_of
from milpa.people.doors import public
from milpa.people.views.entering import BACKEND

LOOPBACK = ("127.0.0.1", "::1")


@public
def demo(request: HttpRequest, slug: str) -> HttpResponse:
    by_proxy = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers  # it speaks for somebody elsewhere
    account = account_of(slug) if request.META.get("REMOTE_ADDR") in LOOPBACK and not by_proxy else None
    if account is None:
        raise Http404
    login(request, account, backend=BACKEND)
    return redirect("/")
