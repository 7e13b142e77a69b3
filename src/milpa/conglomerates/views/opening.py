"""How every page of the choice comes to its selection, and how a form is shown again on the newest revision."""

from typing import Any
from uuid import UUID

from milpa.conglomerates.models import Selection
from milpa.ledger.refusals import StaleRevision


def opened(request: Any, programme: UUID, verb: str = "conglomerates.see") -> Selection:
    """The programme's selection, as far as the person may. Raises Selection.DoesNotExist, which is a 404."""
    mine = Selection.objects.open_to(request.person, verb).select_related("programme__institution", "decided")
    return mine.get(programme=programme)


def on_newest(form: Any, stale: StaleRevision) -> Any:
    """The same form with what was typed and the sentence of the refusal, ready to be sent on the newest revision."""
    form.add_error(None, str(stale))
    form.data = form.data.copy()
    form.data["revision"] = stale.newest.number
    return form
