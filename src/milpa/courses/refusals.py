"""Why an action on courses says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class NothingToTeach(Refusal):
    code = "nothing_to_teach"
    sentence = _("The course has no lesson with something in it yet, so it cannot be published. Nothing was lost.")


class ReasonNeeded(Refusal):
    code = "reason_needed"
    sentence = _("Write the reason in a sentence: it stays with the decision. Nothing was lost.")


class NotPublished(Refusal):
    code = "not_published"
    sentence = _("This course has not been published yet. Publish it first; nothing was lost.")


class QuestionIncomplete(Refusal):
    code = "question_incomplete"
    sentence = _("The question lacks something: {what}. What you wrote is still here.")


class SheetUnreadable(Refusal):
    code = "sheet_unreadable"
    sentence = _("The worksheet cannot be computed: {what}. What you wrote is still here.")


class DatesOutOfOrder(Refusal):
    code = "dates_out_of_order"
    sentence = _("The dates are not in order: enrolment opens, closes, and the course ends after it begins. What you wrote is still here.")


class TooManyKept(Refusal):
    code = "too_many_kept"
    sentence = _("{kept} places are kept, but there are {places} in all. What you wrote is still here.")


class EnrolmentNotOpenYet(Refusal):
    code = "enrolment_not_open_yet"
    sentence = _("Enrolment opens on {day}. Come back that day: nothing was lost.")


class EnrolmentOver(Refusal):
    code = "enrolment_over"
    sentence = _("Enrolment closed on {day}. Ask the institution for the next edition; nothing was lost.")


class EditionIsClosed(Refusal):
    code = "edition_closed"
    sentence = _("This course edition is closed. What you did in it is kept.")


class UnknownCode(Refusal):
    code = "unknown_code"
    status = 404
    sentence = _("No course has this code, or its link is no longer valid. Check it on the poster or ask who gave it to you.")


class NotInTheRegister(Refusal):
    code = "not_in_the_register"
    sentence = _(
        "This course is for the enterprises of its programme, and you are not in their register yet. Ask the institution to add you."
    )


class NoPlaceFree(Refusal):
    code = "no_place_free"
    sentence = _("There is no free place now. The person stays on the waiting list, in the same order.")


class OfferLapsed(Refusal):
    code = "offer_lapsed"
    sentence = _("The place was kept until {day} and went on to the next. You are still on the waiting list.")


class AnswersMissing(Refusal):
    code = "answers_missing"
    sentence = _("Some questions have no answer yet. What you answered is still here.")


class LessonUnknown(Refusal):
    code = "lesson_unknown"
    status = 404
    sentence = _("This lesson is no longer in the course. What you did in it is kept.")


class NoSuchGroup(Refusal):
    code = "no_such_group"
    sentence = _("This group is no longer in the edition. Open the page again and choose from its list; what you wrote is still here.")


class GroupInUse(Refusal):
    code = "group_in_use"
    status = 409
    sentence = _("There are people in “{group}”. Put them into another group first; nothing was lost.")


class GroupMeets(Refusal):
    code = "group_meets"
    status = 409
    sentence = _("There are sessions only for “{group}”. Say first for whom they are now; nothing was lost.")


class AskedTooOften(Refusal):
    code = "asked_too_often"
    status = 429
    sentence = _("Many people were put on this list in the last hour. What you wrote is still here: send it again at {time}.")


class HelpEmpty(Refusal):
    code = "help_empty"
    sentence = _("Write your question before sending. Nothing was lost.")


class PracticeEmpty(Refusal):
    code = "practice_empty"
    sentence = _("Write some words or choose a photograph before sending. Nothing was lost.")


class CommentEmpty(Refusal):
    code = "comment_empty"
    sentence = _("Write what you saw before sending: a comment says something. Nothing was lost.")


class SessionWasHeld(Refusal):
    code = "session_held"
    sentence = _("Attendance of this meeting is on record, so it stays. You can change its title or place.")


class NotEndedYet(Refusal):
    code = "not_ended_yet"
    sentence = _("Certificates are issued when the edition has ended. End it first; nothing was lost.")
