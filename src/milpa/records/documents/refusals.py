"""Why a document is not given, kept or changed."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal
from milpa.records.refusals import NotHere, PreconditionFailed, TooLarge


class NoDocument(NotHere):
    code = "no_document"
    sentence = _("There is no document with this id here.")


class DocumentStands(Refusal):
    """PUT without saying which content it replaces."""

    code = "document_stands"
    status = 409
    sentence = _(
        "A document with this id is already kept, and was not changed. Read it, and send its ETag as If-Match to replace it, "
        "or send If-None-Match: * to write it only if there is none."
    )


class DocumentMovedOn(PreconditionFailed):
    code = "document_moved_on"
    sentence = _("What is kept is not what If-Match or If-None-Match say, and was not changed. Read it again before you write.")


class DocumentTooLarge(TooLarge):
    code = "document_too_large"
    sentence = _("A document may have {most} bytes, this one has {bytes}. Nothing was changed.")


class TooManyProperties(TooLarge):
    code = "too_many_properties"
    sentence = _("A document may have {most} properties of its first level to be joined with what is kept. Nothing was changed.")
