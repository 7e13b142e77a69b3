"""The strategy sent for comment: who received it, the link to send, and the page on which they give their word."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.guide.sent import SentForm
from milpa.ledger import clock
from milpa.people.doors import may
from milpa.strategies import lists, sent
from milpa.strategies.actions import sending
from milpa.strategies.beside import notes
from milpa.strategies.forms import SendForm
from milpa.strategies.models import StrategyRead
from milpa.strategies.reads import named, paper_at
from milpa.strategies.views.opening import frame, opened
from milpa.strategies.views.taking_back import take_back_with_reason
from milpa.web import qr


@may("strategies.send")
def sendings(request: Any, programme: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.send")
    found = sent.sendings_of(strategy)
    listing = lists.asked_of_those(request, strategy, found)
    came = sum(row["came"] == "yes" for row in listing.rows)
    address = settings.ORIGIN + reverse("strategies:word", args=[programme])
    values = {"sent": sent.told_of(found), "asked": len(listing.rows), "came": came, "address": address, "qr": qr.svg(address)}
    return listing.answer("strategies/sendings.html", **frame(request, strategy), **values)


@may("strategies.send")
def send(request: Any, programme: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.send")
    register = sent.register_of(strategy)
    initial = {"whom": "all" if register.names else "none", "on": clock.today(strategy.institution.zone)}
    form = SendForm(
        request.POST or None, enterprises=len(register.names), rest=len(register.rest), revision=strategy.revision, initial=initial
    )

    def put_down() -> Any:
        said = form.cleaned_data
        chosen = register.chosen(said["whom"], said["names"])
        made = sending.Sending(chosen, said["board"], said["way"], said["on"], said["until"])
        return sending.send_for_comment(request.person, strategy.id, form.id, form.was, made)

    if form.carried_out(request.person, put_down):
        messages.success(request, _("It is on record. Those enterprises find it on their home page."))
        return redirect("strategies:sendings", programme)
    return render(request, "strategies/send.html", frame(request, strategy) | {"form": form}, status=form.status)


@may("strategies.send")
@require_POST
def take_back(request: Any, programme: UUID, id: UUID) -> HttpResponse:
    opened(request, programme, "strategies.send")
    take_back_with_reason(request, id, sending.take_back_sending)
    return redirect("strategies:sendings", programme)


@may("strategies.give_word")
def word(request: Any, programme: UUID) -> HttpResponse:
    """For who received it, on a phone: the text part by part, what they said of it, and its answers."""
    strategy = opened(request, programme, "strategies.give_word")
    around = frame(request, strategy)
    values = {
        "page": "web/page.html" if around["is_staff"] else "web/bare.html",
        "paper": named(paper_at(strategy)[0]),
        "mine": [note for note in notes(strategy, request.person) if note.is_mine],
        "has_read": StrategyRead.objects.standing().filter(strategy=strategy, by=request.person, number=strategy.revision).exists(),
        "until": sent.until_of(strategy),
    }
    return render(request, "strategies/word.html", around | values)


@may("strategies.give_word")
@require_POST
def read(request: Any, programme: UUID) -> HttpResponse:
    strategy = opened(request, programme, "strategies.give_word")
    form = SentForm(request.POST)
    if form.carried_out(request.person, lambda: sending.read_strategy(request.person, strategy.id, form.id, form.was)):
        messages.success(request, _("Thank you: it is on record that you read it."))
    else:
        messages.error(request, str(form.refusal or _("Open the page again: something was missing in what was sent.")))
    return redirect("strategies:word", programme)
