"""A form that is sent with the id of what it makes: carried out, or shown again with what was typed and why not."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from milpa.ledger.drafting import drop_draft
from milpa.ledger.refusals import Conflict, Refusal, StaleRevision


class SentForm(forms.Form):
    """`form_id` was made when the form was shown; `revision` is the one that it was opened on, for a document."""

    form_id = forms.UUIDField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, data: Any = None, files: Any = None, *, revision: int | None = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, files, initial=(initial or {}) | {"revision": revision})
        self.refusal: Refusal | None = None
        self.made: Any = None

    def carried_out(self, person: Any, action: Callable[[], Any]) -> bool:
        """Whether the action was done. If it was refused, the form says why. What it made is in `made`; the draft is dropped
        (`person` is None for forms that keep none).

        Raises Http404 where the action's own fetch found nothing that is open to the person.
        """
        if not self.is_bound or not self.is_valid():
            return False
        try:
            self.made = action()
        except ObjectDoesNotExist:
            raise Http404 from None
        except Refusal as refusal:
            self.refusal = refusal
            self.add_error(None, str(refusal))
            return False
        if person is not None:
            drop_draft(person, self.id)
        return True

    @property
    def id(self) -> UUID:
        id: UUID = self.cleaned_data["form_id"]
        return id

    @property
    def was(self) -> int:
        """The revision that the form was opened on; a form that lost it is stale."""
        return int(self.cleaned_data["revision"] or 0)

    @property
    def status(self) -> int:
        """What HTTP answers when the form is shown: 200 for the first time, else why it is shown again."""
        if not self.is_bound:
            return 200
        return self.refusal.status if self.refusal else 422

    @property
    def shown_id(self) -> UUID | str | None:
        """The id to show it with: what was sent, or none (a new one) if that id is taken."""
        if not self.is_bound or isinstance(self.refusal, Conflict):
            return None
        sent: str = self.data.get("form_id", "")
        return sent or None

    @property
    def shown_revision(self) -> int | None:
        """The revision to show it with: overtaken, it is opened on the newest, so that saving again is a decision."""
        if isinstance(self.refusal, StaleRevision):
            return int(self.refusal.newest.number)
        revision: int | None = self["revision"].value()
        return revision
