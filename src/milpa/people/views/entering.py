"""Signing in by code and PIN, and out; the first PIN is changed at the door."""

from typing import Any

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from milpa.ledger.refusals import Refusal
from milpa.people import browser
from milpa.people.actions.cards import choose_pin
from milpa.people.actions.entering import enter
from milpa.people.doors import public, signed_in
from milpa.people.forms import CodeForm, PinForm

BACKEND = "milpa.people.backend.OneQuery"


def next_of(request: HttpRequest) -> str:
    """Where the person was going; never another site."""
    going = request.POST.get("next") or request.GET.get("next") or "/"
    return going if url_has_allowed_host_and_scheme(going, allowed_hosts={request.get_host()}) else "/"


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """The door: by code and PIN, by e-mail for staff, by the spoken code of a workshop."""
    form = CodeForm(initial={"code": request.GET.get("code", "")})
    return render(request, "people/sign_in.html", {"form": form, "next": next_of(request)})


@public
@sensitive_post_parameters("pin")
@require_POST
def by_code(request: HttpRequest) -> HttpResponse:
    form, mine = CodeForm(request.POST), browser.token(request)
    if form.is_valid():
        try:
            account = enter(form.cleaned_data["code"], form.cleaned_data["pin"], mine)
        except Refusal as refusal:
            return browser.remember(_again(request, form, refusal), mine)
        login(request, account, backend=BACKEND)
        return browser.remember(redirect("people:pin" if account.pin_is_temporary else next_of(request)), mine)
    return browser.remember(_again(request, form, None), mine)


def _again(request: HttpRequest, form: CodeForm, refusal: Refusal | None) -> HttpResponse:
    if refusal is not None:
        form.add_error(None, str(refusal))
    values: dict[str, Any] = {"form": form, "next": next_of(request)}
    return render(request, "people/sign_in.html", values, status=refusal.status if refusal else 422)


@public
def card(request: HttpRequest, code: str) -> HttpResponse:
    """The address in a card's QR: it only fills in the code; the PIN is always asked."""
    return render(request, "people/sign_in.html", {"form": CodeForm(initial={"code": code}), "next": "/"})


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("people:sign_in")


@signed_in
@sensitive_post_parameters("pin", "again")
def pin(request: Any) -> HttpResponse:
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            choose_pin(request.user, form.cleaned_data["pin"], form.cleaned_data["again"])
        except Refusal as refusal:
            form.add_error("pin", str(refusal))
        else:
            return redirect("/" if request.person.consents.exists() else "people:consent")
    return render(request, "people/pin.html", {"form": form}, status=422 if form.errors else 200)
