"""Why the ledger, and any action built on it, says no: a stable code and a sentence for the person."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """An action said no. `status` is what HTTP answers; `sentence` says what happened, that nothing was lost, and what to do."""

    code = "refused"
    status = 422
    sentence: str | Promise = _("This cannot be done. Nothing was lost.")

    def __init__(self, **values: Any) -> None:
        super().__init__(self.code)
        self.values = values

    def __str__(self) -> str:
        return str(self.sentence).format(**self.values)


class Conflict(Refusal):
    """The id is known with another body, author or institution."""

    code = "id_taken"
    status = 409
    sentence = _("What you sent before is already saved. What you wrote now is still here: send it again if you want to save it too.")


class StaleRevision(Refusal):
    """The document was saved by someone else since the form was opened. Carries the newest revision."""

    code = "stale_revision"
    status = 409
    sentence = _("Someone else saved this while you were writing. What you wrote is still here: compare both and save again.")

    def __init__(self, newest: Any) -> None:
        super().__init__()
        self.newest = newest


class RevisionMovedOn(Refusal):
    code = "revision_moved_on"
    status = 409
    sentence = _("The text changed after you opened it. Read what changed before you sign.")


class NotYours(Refusal):
    code = "not_yours"
    status = 403
    sentence = _("This is for other people of the programme. Ask the coordinator if you need it.")
