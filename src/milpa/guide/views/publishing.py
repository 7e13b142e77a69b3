"""An edition is published; an edition is made into a PDF."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from milpa.guide.actions.publishing import publish
from milpa.guide.comparing import compared, words_changed
from milpa.guide.editions import content_at, frozen
from milpa.guide.forms import PublishForm
from milpa.guide.models import Guide, GuideEdition
from milpa.guide.tasks import make_handbook
from milpa.people.doors import may
from milpa.web.jobs.working import start


@may("guide.publish")
def publish_edition(request: Any, guide_id: UUID) -> HttpResponse:
    guide = get_object_or_404(Guide.objects.open_to(request.person, "guide.publish").select_related("adapted_from__guide"), id=guide_id)
    form = PublishForm(request.POST or None, guide=guide)
    if form.carried_out(request.person, lambda: publish(request.person, form.id, guide.id, form.was, form.cleaned_data["notes"])):
        messages.success(request, _("Edition {number} is published. It will not change any more.").format(number=form.made.number))
        return redirect("guide:edition", form.made.id)
    last = GuideEdition.objects.filter(guide=guide, voided_by=None).order_by("-number").first()
    since = last or guide.adapted_from
    parts = compared(frozen(since), content_at(guide.id, guide.revision)) if since else []
    values = {"form": form, "guide": guide, "last": last, "since": since, "parts": parts, "words": words_changed(parts)}
    return render(request, "guide/publish.html", values, status=form.status)


@may("guide.read")
@require_POST
def make_pdf(request: Any, edition_id: UUID) -> HttpResponse:
    """The worker makes the handbook; its page tells how far it is."""
    fact = get_object_or_404(GuideEdition.objects.open_to(request.person).select_related("guide"), id=edition_id)
    title = _("{guide}, edition {number}").format(guide=fact.guide, number=fact.number)
    job = start(request.person, title, make_handbook, str(fact.id), back=reverse("guide:edition", args=[fact.id]))
    return redirect("web:job", job.id)
