"""Why an action of the surveys says no."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class FormNotUnderstood(Refusal):
    """`faults` are sentences, each with its sheet, its row and the cure."""

    code = "form_not_understood"
    sentence = _("The survey could not be read. Nothing was changed: mend the sheet and send it again. {faults}")

    def __init__(self, faults: list[str]) -> None:
        super().__init__(faults=" ".join(faults))
        self.faults = faults


class FormMissing(Refusal):
    code = "form_missing"
    sentence = _("A survey of this kind is brought as a sheet. Nothing was lost: choose the file and send it again.")


class DatesCross(Refusal):
    code = "dates_cross"
    sentence = _("The last day is before the first. What you wrote is kept: correct one of them.")


class SurveyIsClosed(Refusal):
    code = "survey_closed"
    status = 409
    sentence = _("This survey is closed, so your answers were not taken. They are still here on this page.")


class NotOpenYet(Refusal):
    code = "survey_not_open"
    status = 409
    sentence = _("This survey is not open today, so your answers were not taken. They are still here on this page.")


class AlreadyAnswered(Refusal):
    code = "already_answered"
    status = 409
    sentence = _("This survey was answered already, and that answer counts. Nothing was added.")


class AnswersDoNotFit(Refusal):
    """`checked` holds what fits and what does not, question by question."""

    code = "answers_do_not_fit"
    sentence = _("Some answers are missing or do not fit. What you wrote is still here: correct them and send it again.")

    def __init__(self, checked: Any) -> None:
        super().__init__()
        self.checked = checked


class NotAsked(Refusal):
    code = "not_asked"
    status = 403
    sentence = _("This survey is for other people. Nothing was lost: ask the person who sent it to you.")


class AnswersAreAnonymous(Refusal):
    code = "answers_are_anonymous"
    sentence = _("This survey is anonymous: each person answers it on a phone or with their own link. Nothing was lost.")


class AnswersAreNamed(Refusal):
    code = "answers_are_named"
    sentence = _("This survey is answered with the name of the enterprise. Nothing was lost.")


class IdTellsTheTime(Refusal):
    """An anonymous answer has a random id (UUIDv4): every other kind says when it was made."""

    code = "id_tells_the_time"
    sentence = _(
        "An anonymous answer needs an id that tells nothing of when it was made. Nothing was lost: open the survey again and send it."
    )


class TicketIsOver(Refusal):
    code = "ticket_over"
    status = 404
    sentence = _("This link does not open anything any more. Nothing was lost: ask for a new one from whoever gave it to you.")


class EnterpriseNotInRegister(Refusal):
    code = "enterprise_not_in_register"
    sentence = _("That enterprise is not in the programme's register. What you wrote is kept: choose it from the list.")
