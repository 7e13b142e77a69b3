"""Why an action on programmes says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class EndsBeforeItStarts(Refusal):
    code = "ends_before_it_starts"
    sentence = _("The last day is before the first. What you wrote is kept: correct one of the two days.")


class EditionNotSeen(Refusal):
    code = "edition_not_seen"
    status = 409
    sentence = _("Look first at what changes with the other edition of the guide, then confirm it. What you wrote is kept.")


class AlreadyAPartner(Refusal):
    code = "already_a_partner"
    sentence = _("{institution} is already invited to this programme. End that invitation first if the part is to change.")


class OwnInstitution(Refusal):
    code = "own_institution"
    sentence = _("{institution} owns this programme: it takes part in it without an invitation.")


class NoPart(Refusal):
    code = "no_part"
    sentence = _("Say which part the institution would take: at least one.")


class PartnershipOver(Refusal):
    code = "partnership_over"
    sentence = _("This invitation was ended on {day}. Ask {institution} if it was a mistake.")


class AlreadyAnswered(Refusal):
    code = "already_answered"
    sentence = _("Your institution has already answered: {answer}. To change it, withdraw from the programme or ask for a new invitation.")


class NotOfTheGuide(Refusal):
    code = "not_of_the_guide"
    sentence = _("The edition of the guide that this programme works with has no such step or evidence. What you wrote is kept.")


class OnlyACoordinatorSuffices(Refusal):
    code = "only_a_coordinator_suffices"
    sentence = _("Only the coordinator can say that this suffices. Attach it without that, and the coordinator will be asked.")


class NotYourEvidence(Refusal):
    code = "not_your_evidence"
    sentence = _("Only who attached this, or the coordinator, can withdraw it.")


class NotInTheTeam(Refusal):
    code = "not_in_the_team"
    sentence = _("That person is no longer of an institution that takes part in this programme. Choose someone else.")


class Historical(Refusal):
    code = "historical"
    sentence = _("This is a historical programme: it only shows what its source says.")
