"""Why an action says no to a photographed card, a turn to speak, a card moved by phone, or a signature on the minutes."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class MinutesNotIssued(Refusal):
    code = "minutes_not_issued"
    status = 409
    sentence = _("The minutes have not been issued yet, so there is nothing to sign.")


class TextOrPhotograph(Refusal):
    code = "text_or_photograph"
    sentence = _("Type what the card says, or add its photograph so that it is typed later.")


class PhotographReadAlready(Refusal):
    code = "photograph_read_already"
    status = 409
    sentence = _("{who} has typed this card already: “{text}”. What you typed is still here.")


class PhotographSetAside(Refusal):
    code = "photograph_set_aside"
    status = 409
    sentence = _("This photograph was set aside: {why} What you typed is still here.")


class NobodyToSpeak(Refusal):
    code = "nobody_to_speak"
    status = 409
    sentence = _("Nobody is in the room yet. When somebody joins, the first one is proposed.")


class SharingNotOpen(Refusal):
    code = "sharing_not_open"
    status = 409
    sentence = _("The activity of reading aloud is not open. Open it first: nothing is lost.")


class GroupingNotForPhones(Refusal):
    code = "grouping_not_for_phones"
    status = 403
    sentence = _("In this workshop cards are grouped at the wall, not by phone. Say aloud where you would put it.")


class GroupingNotOpen(Refusal):
    code = "grouping_not_open"
    status = 409
    sentence = _("Cards are not being grouped at this moment. Nothing was moved.")


class CardMovedMeanwhile(Refusal):
    code = "card_moved_meanwhile"
    status = 409
    sentence = _("{who} moved “{card}” to “{group}” while you were choosing. It was left there: move it again if you still want to.")


class GroupIsGone(Refusal):
    code = "group_is_gone"
    status = 409
    sentence = _("That group was joined with another or taken away. The card lies where it lay; look again.")
