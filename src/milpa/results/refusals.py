"""Why an action on results says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class NothingRead(Refusal):
    code = "nothing_read"
    sentence = _("A reading needs a figure or the words of its source. What you wrote is still here.")


class SourceNeeded(Refusal):
    code = "source_needed"
    sentence = _("Say where the figure comes from: a reported figure never stands without its source.")


class NobodyToSendTo(Refusal):
    code = "nobody_to_send_to"
    sentence = _("Choose at least one partner of the programme. Nothing was sent yet.")


class NoFiguresTaken(Refusal):
    code = "no_figures_taken"
    sentence = _("Take the figures into the report first: a report that is sent carries them as they are that day.")


class MeetingInTheFuture(Refusal):
    code = "meeting_in_the_future"
    sentence = _("That day has not come yet. Put the meeting in the calendar, and write here afterwards how it went.")


class AlreadyAsked(Refusal):
    code = "already_asked"
    sentence = _("It has been asked for this phase already. The lot is drawn once.")


class NobodyToAsk(Refusal):
    code = "nobody_to_ask"
    sentence = _("No enterprise is in the register yet, so there is no one to draw. Bring the register in first.")


class NotOfThisPhase(Refusal):
    code = "not_of_this_phase"
    sentence = _("The guide of this programme has no such phase, or it comes before there is a counterpart.")


class NotDrawn(Refusal):
    code = "not_drawn"
    sentence = _("That enterprise was not drawn. Only those that the lot chose are asked.")
