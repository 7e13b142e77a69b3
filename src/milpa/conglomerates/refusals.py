"""Why an action on the selection says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class WeightsAreZero(Refusal):
    code = "weights_are_zero"
    sentence = _("All weights are zero, so nothing could be compared. Give at least one criterion a weight; what you wrote is still here.")


class WeightIsNegative(Refusal):
    code = "weight_is_negative"
    sentence = _("A weight cannot be below zero. Write 0 for a criterion that does not matter to you.")


class WeightsIncomplete(Refusal):
    code = "weights_incomplete"
    sentence = _("“{criterion}” has no weight yet. Write 0 if it does not matter to you; what you wrote is still here.")


class NotADecidingSide(Refusal):
    code = "not_a_deciding_side"
    status = 403
    sentence = _("Your institution does not decide in this programme. The coordinator can invite it to.")


class ValueIsMissing(Refusal):
    code = "value_is_missing"
    sentence = _("“{candidate}” has nothing under “{criterion}”. Write the value, or say that there is no datum.")


class GapsNotTreated(Refusal):
    code = "gaps_not_treated"
    sentence = _("There are values without datum. Choose first how they are treated: one way for the whole selection.")


class TooFewCandidates(Refusal):
    code = "too_few_candidates"
    sentence = _("There are {n} candidates; the guide asks for three to eight. Nothing was decided yet.")


class NoWeightsYet(Refusal):
    code = "no_weights_yet"
    sentence = _("Not all sides have weighed, so there is no ranking yet. Wait for them, or close the round and say why.")


class ReasonNeeded(Refusal):
    code = "reason_needed"
    sentence = _("Write the reasons of the decision: they are what can be defended later. If the candidate is not first, say why.")


class NothingDecided(Refusal):
    code = "nothing_decided"
    sentence = _("There is no decision to sign yet.")
