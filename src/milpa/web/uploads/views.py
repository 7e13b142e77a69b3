"""A stored file over HTTP."""

from urllib.parse import quote
from uuid import UUID

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.views.decorators.http import require_safe

from milpa.people.doors import public
from milpa.web.models import StoredFile
from milpa.web.uploads import kinds, reading, storing

POLICY = "default-src 'none'; media-src 'self'; img-src 'self'; sandbox"


@public
@require_safe
def file(request: HttpRequest, id: UUID, name: str) -> HttpResponseBase:
    """Open to whom the file's place lets in; the name in the address is only for people."""
    try:
        stored = reading.fetch(getattr(request, "person", None), id)
    except StoredFile.DoesNotExist:
        raise Http404 from None
    if storing.local_path(stored) is None:  # an object store sends it itself
        return HttpResponseRedirect(default_storage.url(stored.address))
    return _headed(FileResponse(storing.opened(stored)), stored)  # the server sends it from its loop, in ranges too


def _headed(response: FileResponse, stored: StoredFile) -> FileResponse:
    kind = kinds.KINDS[stored.kind]
    place = "inline" if kind.inline else "attachment"
    response["Content-Type"] = kind.content_type
    response["Content-Disposition"] = f"{place}; filename*=UTF-8''{quote(stored.name)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = POLICY  # its own, stricter than a page's
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["ETag"] = f'"{stored.sha256}"'
    response["Cache-Control"] = "private, no-cache"  # asked each time, because permissions change; an unchanged one weighs nothing
    return response
