"""Why the record store says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Conflict, Refusal


class StatementDiffers(Conflict):
    code = "statement_differs"
    sentence = _("A statement with this id is already stored, and says something else.")


class VoidingIsKept(Conflict):
    code = "voiding_is_kept"
    status = 400
    sentence = _("A statement that voids another one cannot be voided itself.")


class Unauthorised(Refusal):
    code = "unauthorised"
    status = 401
    sentence = _("The key and secret, or the token, are missing or let nobody in.")


class TooMany(Refusal):
    """`values["seconds"]` is what Retry-After says."""

    code = "too_many"
    status = 429
    sentence = _("This credential asks too often. Go on in {seconds} seconds.")


class StoreIsBusy(Refusal):
    code = "store_is_busy"
    status = 503
    sentence = _("More statements wait than can be written now. Nothing of these was stored: send them again in a moment.")


class Forbidden(Refusal):
    code = "forbidden"
    status = 403
    sentence = _("This credential may not do this. Its scopes are said where it was made.")


class NotHere(Refusal):
    code = "not_here"
    status = 404
    sentence = _("There is nothing here under this name.")


class MethodUnknown(Refusal):
    code = "method_unknown"
    status = 405
    sentence = _("This resource does not know the method {method}.")


class PreconditionFailed(Refusal):
    code = "precondition_failed"
    status = 412
    sentence = _("It was changed since you read it, or is already there: read it again first.")


class TooLarge(Refusal):
    code = "too_large"
    status = 413
    sentence = _("That is more than is taken at once: {most} {unit}. Nothing of it was stored.")


class MoreExpired(Refusal):
    code = "more_expired"
    status = 404
    sentence = _("This link to further statements has expired. Ask again from the beginning.")
