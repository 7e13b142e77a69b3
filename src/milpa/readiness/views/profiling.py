"""The profile of a programme's people, open to its partners: few people are never shown."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from milpa.people.doors import may
from milpa.programmes.models import Programme
from milpa.readiness.profiles import profile_of
from milpa.readiness.sittings import in_language
from milpa.readiness.tasks import catalogue


@may("readiness.see_profile")
@require_safe
def profile(request: Any, programme_id: UUID) -> HttpResponse:
    programme = get_object_or_404(Programme.objects.open_to(request.person, "readiness.see_profile"), id=programme_id)
    areas = {code: in_language(name) for code, name in catalogue.areas().items()}
    return render(request, "readiness/profile.html", {"programme": programme, "profile": profile_of(programme), "areas": areas})
