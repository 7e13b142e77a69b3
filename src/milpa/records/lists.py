"""The lists of the record store: credentials, targets, and what a target's other side refused."""

from typing import Any
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from milpa.records.forwarding.waiting import COUNTED, waiting
from milpa.records.models import Credential, ForwardTarget, SetAside
from milpa.records.targets_page import state_words
from milpa.web import formats
from milpa.web.listing import Choice, Column, Listing, Words


def credentials(request: Any) -> Listing:
    rows = [
        {
            "id": one.id, "name": one.name, "key": one.key, "scopes": one.scopes.replace(" ", ", "), "made_at": one.made_at,
            "used_at": one.used_at, "state": "revoked" if one.is_revoked else "open",
        }
        for one in Credential.objects.of(request.person.institution_id)
    ]  # fmt: skip
    states = [("open", _("in force")), ("revoked", _("revoked"))]
    return Listing(
        name="credentials", title=_("Credentials"), request=request, rows=rows,
        columns=[
            Column("name", _("Tool"), order="name", href=lambda row: reverse("records:credential", args=[row["id"]])),
            Column("state", _("State"), value=lambda row: dict(states)[row["state"]], order="state", reads=("state",)),
            Column("scopes", _("Scopes")),
            Column("used_at", _("Last used"), kind="moment", order="used_at"),
            Column("made_at", _("Made"), kind="moment", order="made_at"),
            Column("key", _("Key")),
        ],
        filters=[Choice("state", _("State"), states), Words("q", _("Tool"), fields=("name", "key"))], order="-made_at",
        empty=_("Each tool that writes or reads learning records has a key and a secret of its own, so that it can be stopped by itself."),
        first_step=(_("Make a credential"), reverse("records:new_credential")),
    )  # fmt: skip


def targets(request: Any) -> Listing:
    own = list(ForwardTarget.objects.of(request.person.institution_id))
    counts = waiting(own)
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "address": one.address,
            "state": state_words(one),
            "waiting": min(counts[one], COUNTED),
            "sent": one.sent,
            "sent_at": one.sent_at,
        }
        for one in own
    ]
    return Listing(
        name="forwarding", title=_("Forwarding"), request=request, rows=rows,
        columns=[
            Column("name", _("Who gets them"), order="name", href=lambda row: reverse("records:target", args=[row["id"]])),
            Column("state", _("State")),
            Column("waiting", _("Waiting"), kind="number", order="waiting"),
            Column("sent", _("Passed on"), kind="number", order="sent"),
            Column("sent_at", _("Last time"), kind="moment", order="sent_at"),
            Column("address", _("Address")),
        ],
        order="name",
        empty=_("Here statements are passed on to another record store, such as a ministry's: as they come in, each once."),
        first_step=(_("Pass statements on"), reverse("records:new_target")),
        note=_("More than {n} that wait are not counted.").format(n=formats.number(COUNTED)),
    )  # fmt: skip


def set_aside(request: Any, target: UUID) -> Listing:
    own = get_object_or_404(ForwardTarget.objects.of(request.person.institution_id), id=target)
    return Listing(
        name="set-aside", title=_("Set aside"), request=request, rows=SetAside.objects.filter(target=own),
        columns=[
            Column("statement", _("Statement"), href=lambda row: reverse("records:statement", args=[row["statement"]])),
            Column("status", _("Status"), kind="number", order="status"),
            Column("error", _("What the other side said"), kind="words"),
            Column("at", _("When"), kind="moment", order="at"),
        ],
        order="-at", empty=_("Nothing was set aside."),
    )  # fmt: skip
