"""Why a credential is not made or changed."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class UnknownScope(Refusal):
    code = "unknown_scope"
    sentence = _("There is no scope “{scope}”. These exist: {known}.")


class NoScope(Refusal):
    code = "no_scope"
    sentence = _("Choose at least one thing that the credential may do.")


class NameMissing(Refusal):
    code = "name_missing"
    sentence = _("Write how the tool is called, in at most {most} letters.")


class NameTaken(Refusal):
    code = "name_taken"
    status = 409
    sentence = _("A credential called “{name}” exists already. Choose another name, or revoke that one first.")


class Revoked(Refusal):
    code = "credential_revoked"
    status = 409
    sentence = _("This credential was revoked: it cannot be used any more. Make a new one.")


class NoSuchCredential(Refusal):
    code = "no_such_credential"
    status = 404
    sentence = _("There is no credential with that name or key. `milpa credentials list` shows those that exist.")


class BadGrace(Refusal):
    code = "bad_grace"
    sentence = _("The old secret may go on for at most {most} days.")
