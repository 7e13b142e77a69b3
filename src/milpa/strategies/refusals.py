"""Why an action on the strategy says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class NeedsNotFrozen(Refusal):
    code = "needs_not_frozen"
    sentence = _("The order of the needs is not frozen yet. Freeze it first, so that everybody reads the same.")


class NeedNotQuoted(Refusal):
    code = "need_not_quoted"
    sentence = _("This is not one of the programme's needs. Open the page again and choose from its list.")


class DependsOnItself(Refusal):
    code = "depends_on_itself"
    sentence = _("“{action}” would come before itself. Choose another action that comes first; what you wrote is still here.")


class ActionInUse(Refusal):
    code = "action_in_use"
    status = 409
    sentence = _("“{action}” has lessons that serve it, so it stays. Take those lessons to another action first.")


class SharesDoNotAddUp(Refusal):
    code = "shares_do_not_add_up"
    sentence = _("The contributions add up to {shares} and the line to {amount}. Correct one of the two; what you wrote is still here.")


class NotAContributor(Refusal):
    code = "not_a_contributor"
    sentence = _("Only the owner and the partners that accepted can contribute. Write any other contributor by its name.")


class SentToNobody(Refusal):
    code = "sent_to_nobody"
    sentence = _("Say to whom it was sent: enterprises of the register, the board, or both.")


class SentInTheFuture(Refusal):
    code = "sent_in_the_future"
    sentence = _("That day has not come yet. Put it on record when it was sent; what you wrote is still here.")


class NotInTheRegister(Refusal):
    code = "not_in_the_register"
    sentence = _("One of these enterprises does not stand in the programme's register. Open the page again and choose from its list.")


class NoSuchName(Refusal):
    code = "no_such_name"
    sentence = _("Not in the register under this name: {names}. Write the names as the register has them; what you wrote is still here.")


class NoSuchPlace(Refusal):
    code = "no_such_place"
    sentence = _("That part of the strategy is not there any more. Open the page again; what you wrote is still here.")


class PassageNotFound(Refusal):
    code = "passage_not_found"
    status = 409
    sentence = _("The passage “{quote}” is not in the text as it stands now. Copy it exactly from the text; what you wrote is still here.")


class PassageTwice(Refusal):
    code = "passage_twice"
    sentence = _("The passage “{quote}” stands more than once in the text. Quote some words more, so that it is clear which one you mean.")


class NothingSuggested(Refusal):
    code = "nothing_suggested"
    sentence = _("Write the new words, the question or the comment: there is nothing to answer yet.")


class NotOfThisProgramme(Refusal):
    code = "not_of_this_programme"
    sentence = _("This person has no enterprise in this programme's register. Look for another name, or write it in your own name.")


class AlreadyAnswered(Refusal):
    code = "already_answered"
    status = 409
    sentence = _("This was answered already. Open the page again to read the answer; what you wrote is still here.")


class NotAChange(Refusal):
    code = "not_a_change"
    sentence = _("Only a change to the words can be accepted. Answer a question or a comment in words.")


class AnswerNeeded(Refusal):
    code = "answer_needed"
    sentence = _("Write what was done or why not. Thanks alone are no answer.")


class ReasonNeeded(Refusal):
    code = "strategy_reason_needed"
    sentence = _("Write the reason: it stays visible beside the text.")


class NotASigningSide(Refusal):
    code = "not_a_signing_side"
    status = 403
    sentence = _("Your institution's signature is not asked for: it neither speaks for the enterprises nor contributes to the strategy.")


class NotNamedByTheMandate(Refusal):
    code = "not_named_by_the_mandate"
    status = 403
    sentence = _("The mandate of {body} names others to sign: {names}. Nothing was signed.")


class AnswersFirst(Refusal):
    code = "answers_first"
    status = 409
    sentence = _("The owner signs when everything has an answer: {n} suggestions or questions are still open.")


class NotSigned(Refusal):
    code = "not_signed"
    status = 409
    sentence = _("There is no signature of yours to withdraw.")


class SeveralOfThatName(Refusal):
    code = "several_of_that_name"
    sentence = _("Several people have that name: {names}. Write the whole name, or the telephone.")
