"""The learner's certificates."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from milpa.courses import reads
from milpa.people.doors import signed_in


@signed_in
@require_safe
def mine(request: Any) -> HttpResponse:
    return render(request, "courses/learner/certificates.html", {"certificates": reads.certificates(request.person.pk)})
