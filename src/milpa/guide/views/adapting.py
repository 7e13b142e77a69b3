"""An edition becomes one's own guide."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from milpa.guide.actions.adapting import adapt
from milpa.guide.forms import AdaptForm
from milpa.guide.models import GuideEdition
from milpa.people.doors import may


@may("guide.adapt")
def adapt_edition(request: Any, edition_id: UUID) -> HttpResponse:
    edition = get_object_or_404(GuideEdition.objects.open_to(request.person).select_related("guide__institution"), id=edition_id)
    form = AdaptForm(request.POST or None, initial={f"title_{code}": text for code, text in edition.guide.title.items()})
    if form.carried_out(request.person, lambda: adapt(request.person, form.id, edition.id, form.text("title"))):
        messages.success(request, _("Your institution has its own guide now. Change what it needs and publish its first edition."))
        return redirect("guide:guide", form.made.id)
    return render(request, "guide/adapt.html", {"form": form, "edition": edition}, status=form.status)
