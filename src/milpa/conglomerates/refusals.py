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


class NotSpeaking(Refusal):
    code = "not_speaking"
    sentence = _(
        "“{name}” has not accepted to speak for the conglomerate. Invite it as the counterpart first; what you wrote is still here."
    )


class NotOfTheBody(Refusal):
    code = "not_of_the_body"
    sentence = _("Liaison and deputy are people of “{name}”. Choose one of them, or write the name of another; nothing was lost.")


class SameLiaisonAndDeputy(Refusal):
    code = "same_liaison_and_deputy"
    sentence = _("The deputy is for when the liaison cannot: they must be two people. What you wrote is still here.")


class NoCounterpart(Refusal):
    code = "no_counterpart"
    sentence = _("There is no counterpart yet, so there is nobody to write the letter with. Appoint it first.")


class NotASide(Refusal):
    code = "not_a_side"
    status = 403
    sentence = _("Your institution is not a side of this letter. The coordinator can name it as one.")


class LetterIsIncomplete(Refusal):
    code = "letter_is_incomplete"
    sentence = _("“{section}” is still empty, so the letter cannot be signed yet. Nothing was lost.")


class TermIsBackwards(Refusal):
    code = "term_is_backwards"
    sentence = _("The letter ends before it begins. Correct one of the two dates; what you wrote is still here.")


class NotReadable(Refusal):
    code = "list_not_readable"
    sentence = _(
        "The list cannot be read: it is damaged, or it is no table. Open it on your device, save it as CSV or XLSX and send that copy."
    )


class NoHeadings(Refusal):
    code = "no_headings"
    sentence = _(
        "The list has no row with headings, so nobody can tell what its columns are. Write the name of each column in the first row "
        "and send it again; nothing was taken."
    )


class NoRows(Refusal):
    code = "no_rows"
    sentence = _("Below the headings there is nothing. Send the list with its rows; nothing was taken.")


class TooManyRows(Refusal):
    code = "too_many_rows"
    sentence = _("The list has more than {most} rows. Send it in parts; nothing was taken.")


class ColumnIsMissing(Refusal):
    code = "column_is_missing"
    sentence = _("No column is “{field}”, and no enterprise can be taken without it. Say which one it is; nothing was lost.")


class ColumnTwice(Refusal):
    code = "column_twice"
    sentence = _("Two columns are said to be “{field}”. Keep one of them; nothing was lost.")


class NotCheckedYet(Refusal):
    code = "not_checked_yet"
    sentence = _("The list has to be tried first, so that you see what would be taken. Nothing is in the register yet.")


class NothingToTake(Refusal):
    code = "nothing_to_take"
    sentence = _("No row of the list can be taken. Download those with errors, correct them and send them again.")


class ListIsGone(Refusal):
    code = "list_is_gone"
    sentence = _("This list was already taken or put away. Send it again if it is needed.")


class JoinedAlready(Refusal):
    code = "joined_already"
    status = 409
    sentence = _("“{name}” was joined into another enterprise meanwhile. Look at it again before you decide.")


class NotOneProgramme(Refusal):
    code = "not_one_programme"
    sentence = _("Only two different enterprises of the same programme can be the same one.")


class NotAMunicipality(Refusal):
    code = "not_a_municipality"
    sentence = _("“{code}” is no municipality of the country. Choose one of the list; what you wrote is still here.")
