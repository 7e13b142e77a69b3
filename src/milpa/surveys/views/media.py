"""The faces and recordings that come with our questionnaires."""

import mimetypes
from typing import Any

from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe

from milpa.people.doors import public
from milpa.surveys.xlsform import MEDIA

WEEK = 7 * 24 * 3600


@public
@require_safe
def media(request: Any, name: str) -> HttpResponse:
    if name not in {file.name for file in MEDIA.iterdir()}:
        raise Http404
    answer = FileResponse((MEDIA / name).open("rb"), content_type=mimetypes.guess_type(name)[0])
    answer["Cache-Control"] = f"public, max-age={WEEK}"
    return answer
