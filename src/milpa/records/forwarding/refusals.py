"""Why a target is not made, or not made otherwise. `field`: what of the form it is about."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class NotAnAddress(Refusal):
    code = "not_an_address"
    field = "address"
    sentence = _("This is no address of a record store. Write it whole, as in https://lrs.example.org/xapi/.")


class NotEncrypted(Refusal):
    code = "not_encrypted"
    field = "address"
    sentence = _("Statements only leave over an encrypted connection: the address must begin with https://.")


class PrivateAddress(Refusal):
    code = "private_address"
    field = "address"
    sentence = _("This address leads into a private network. Whoever runs this server can allow that with MILPA_FORWARD_PRIVATE.")


class NotFound(Refusal):
    code = "host_not_found"
    field = "address"
    sentence = _("No server of that name was found. Look whether it is written correctly.")


class ItsOwn(Refusal):
    code = "its_own"
    field = "address"
    sentence = _("This is the record store of this server itself. Choose another one.")


class TargetNameTaken(Refusal):
    code = "target_name_taken"
    field = "name"
    status = 409
    sentence = _("Statements are already passed on to a “{name}”. Choose another name.")


class NotAnIri(Refusal):
    code = "not_an_iri"
    sentence = _("“{text}” is no identifier of xAPI: one begins as an address does, with http:, https: or urn:.")


class CredentialsNeeded(Refusal):
    code = "credentials_needed"
    field = "secret"
    sentence = _("Write key and secret again: those that are kept go to no other address than the one they were given for.")


class CredentialsHalf(Refusal):
    code = "credentials_half"
    field = "secret"
    sentence = _("Write key and secret, both, or leave both empty: then those that are kept stay.")


class WrongSecretKey(Refusal):
    code = "wrong_secret_key"
    sentence = _("The key and secret cannot be read any more, because this server's own secret key was changed.")
