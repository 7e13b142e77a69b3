"""Why an action on people says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class InvitationIsOver(Refusal):
    code = "invitation_is_over"
    status = 410
    sentence = _("This invitation is no longer open. Ask whoever invited you for a new link.")


class WrongCodeOrPin(Refusal):
    code = "wrong_code_or_pin"
    sentence = _("The code and the PIN do not go together. Look at your card and try again.")


class TryLater(Refusal):
    code = "try_later"
    status = 429
    sentence = _("That was tried too often from this phone. Try again at {time}, or ask your instructor for a new PIN.")


class AskForReset(Refusal):
    code = "ask_for_reset"
    status = 429
    sentence = _("Someone tried your code too often. Your account is safe: ask your instructor for a new PIN.")


class EasyPin(Refusal):
    code = "easy_pin"
    sentence = _("That PIN is too easy to guess. Choose six digits that are not in a row, repeated or a year.")


class PinsDiffer(Refusal):
    code = "pins_differ"
    sentence = _("The two PINs are not the same. Write the new PIN twice.")


class EmailTaken(Refusal):
    code = "email_taken"
    sentence = _("There is already an account with that e-mail. Sign in with it, or use another e-mail.")


class LastCoordinator(Refusal):
    code = "last_coordinator"
    sentence = _("Somebody of the institution must be able to bring others in. Give the role to someone else first.")
