"""Why an action of a workshop says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class WorkshopIsClosed(Refusal):
    code = "workshop_is_closed"
    status = 409
    sentence = _("The workshop is closed. What you wrote is still here: show it to whoever facilitates.")


class WorkshopNotClosed(Refusal):
    code = "workshop_not_closed"
    status = 409
    sentence = _("The workshop is still open. Close it first: nothing is lost.")


class RoomIsFull(Refusal):
    code = "room_is_full"
    status = 409
    sentence = _("There are already {n} people in this workshop, and no more fit. Tell whoever facilitates.")


class NoCodeLeft(Refusal):
    code = "no_code_left"
    sentence = _("All codes for joining are in use. Tell whoever keeps this server.")


class NameNeeded(Refusal):
    code = "name_needed"
    sentence = _("Write your name or a nickname, so that you find your cards again.")


class NotAParticipant(Refusal):
    code = "not_a_participant"
    status = 403
    sentence = _("This phone is not in the workshop yet. Join with the code; what you wrote is still here.")


class WrongHandover(Refusal):
    code = "wrong_handover"
    status = 403
    sentence = _("Nobody in this workshop has that number. Look at it again, or ask whoever facilitates.")


class WritingNotOpen(Refusal):
    code = "writing_not_open"
    status = 409
    sentence = _("Writing has not begun yet. Your card is still here: send it again in a moment.")


class CardIsEmpty(Refusal):
    code = "card_is_empty"
    sentence = _("The card is empty. Write one idea.")


class CardTooLong(Refusal):
    code = "card_too_long"
    sentence = _("A card holds {most} letters and this one has {n}. Shorten it or make two of it; what you wrote is still here.")


class TooManyCards(Refusal):
    code = "too_many_cards"
    sentence = _("You have written {most} cards, as many as one person may. This one is still here: tell it to whoever facilitates.")


class ReasonNeeded(Refusal):
    code = "reason_needed"
    sentence = _("Write the reason: it stays visible. What you wrote is still here.")


class AnotherWorkshop(Refusal):
    code = "another_workshop"
    sentence = _("That belongs to another workshop. Nothing was changed.")


class GroupNameNeeded(Refusal):
    code = "group_name_needed"
    sentence = _("Give the group a name, in the words of the people in the room.")


class VoteIsOpen(Refusal):
    code = "vote_is_open"
    status = 409
    sentence = _("The vote is open. Close it first, so that nobody's dots are lost.")


class VoteIsClosed(Refusal):
    code = "vote_is_closed"
    status = 409
    sentence = _(
        "The vote is closed, so this vote was not counted. What you marked is still on this phone: show it to whoever facilitates."
    )


class VoteNotClosed(Refusal):
    code = "vote_not_closed"
    status = 409
    sentence = _("The vote has not been closed yet.")


class AlreadyVoted(Refusal):
    code = "already_voted"
    status = 409
    sentence = _("A vote of this person is already stored, and a secret vote cannot be changed. Nothing was lost.")


class TooManyDots(Refusal):
    code = "too_many_dots"
    sentence = _("Dots that you have: {most}; you placed {n}. Take some away; what you marked is still here.")


class TooManyOnOne(Refusal):
    code = "too_many_on_one"
    sentence = _("On one group at most {most} of your dots may lie. What you marked is still here.")


class NoDots(Refusal):
    code = "no_dots"
    sentence = _("You have not marked anything yet. Choose at least one group.")


class NotInTheVote(Refusal):
    code = "not_in_the_vote"
    status = 409
    sentence = _("One of these groups is not in this vote. Look at the list again; what you marked is still here.")


class TooFewGroups(Refusal):
    code = "too_few_groups"
    sentence = _("There are {n} groups that training can solve; to vote there must be two or more.")


class ValueOutOfRange(Refusal):
    code = "value_out_of_range"
    sentence = _("A judgement goes from 0 to 3. What you wrote is still here.")


class NeedsAreFrozen(Refusal):
    code = "needs_are_frozen"
    status = 409
    sentence = _("The order of the needs is frozen and the training actions rest on it. Open it again with a reason first.")


class NeedsNotFrozen(Refusal):
    code = "needs_not_frozen"
    status = 409
    sentence = _("The order of the needs is not frozen.")


class NoNeedsYet(Refusal):
    code = "no_needs_yet"
    sentence = _("There are no needs yet: they come from a closed workshop.")


class NotMovable(Refusal):
    code = "not_movable"
    sentence = _("Only needs that training solves have a place in the order.")


class NotPublished(Refusal):
    code = "not_published"
    status = 409
    sentence = _("The result has not been published yet.")


class DaysNotOver(Refusal):
    code = "days_not_over"
    status = 409
    sentence = _("Remarks are taken until {until}. The order can be frozen afterwards.")


class RemarksUnanswered(Refusal):
    code = "remarks_unanswered"
    status = 409
    sentence = _("{n} remarks have no answer yet. Answer them first; then the order can be frozen.")


class RemarksAreOver(Refusal):
    code = "remarks_are_over"
    status = 409
    sentence = _("The seven days for remarks are over. What you wrote is still here: tell it to the association or to the institution.")


class RemarkIsEmpty(Refusal):
    code = "remark_is_empty"
    sentence = _("Write your remark.")


class TextTooLong(Refusal):
    code = "text_too_long"
    sentence = _("This is longer than {most} letters. Shorten it; what you wrote is still here.")


class AlreadyBegun(Refusal):
    code = "already_begun"
    status = 409
    sentence = _("An activity that was opened stays in the agenda: what was said in it hangs on it. What you changed is still here.")


class NoParts(Refusal):
    code = "no_parts"
    sentence = _("A workshop has at least one activity.")


class NothingUnderWay(Refusal):
    code = "nothing_under_way"
    status = 409
    sentence = _("No activity is under way. Begin one; its clock can run then.")


class WrongHelperNumber(Refusal):
    code = "wrong_helper_number"
    status = 403
    sentence = _("Nobody is asked to help with that number, or somebody has taken it already. Ask whoever facilitates for another.")


class NumberLater(Refusal):
    code = "number_later"
    status = 429
    sentence = _("Too many numbers were wrong. On this phone you can try again at {time}; other phones are not slowed.")


class NumberTaken(Refusal):
    code = "number_taken"
    status = 409
    sentence = _("Card number {n} has been typed already: “{text}”. Look at the number on the paper; what you wrote is still here.")


class SlipIsGiven(Refusal):
    code = "slip_is_given"
    status = 409
    sentence = _("This person took a paper slip, and votes on it. Nobody votes twice; nothing was lost.")


class SlipIsCounted(Refusal):
    code = "slip_is_counted"
    status = 409
    sentence = _("Slip {n} is in the box already, or was left out. Look at the number on the slip; what you typed is still here.")


class SlipTypedByYou(Refusal):
    code = "slip_typed_by_you"
    status = 409
    sentence = _("You have typed slip {n} already. Somebody else types it the second time.")


class SlipsDiffer(Refusal):
    code = "slips_differ"
    status = 409
    sentence = _("The two readings of slip {n} differ. Look at the paper together and settle it, with the reason.")


class MoreSlipsThanGiven(Refusal):
    code = "more_slips_than_given"
    status = 409
    sentence = _("{given} people took a slip and as many are in the box. Write down first who took this one; what you typed is still here.")


class NotVotingNow(Refusal):
    code = "not_voting_now"
    status = 409
    sentence = _("No vote is open. What you typed is still here.")


class DatesTurned(Refusal):
    code = "dates_turned"
    sentence = _("It has to end after it begins. What you wrote is still here.")


class AlreadyByLink(Refusal):
    code = "already_by_link"
    status = 409
    sentence = _("People take part by link already. End that first; nothing is lost.")


class WeightNeeded(Refusal):
    code = "weight_needed"
    status = 409
    sentence = _("The group has not decided how the votes by link count. Write its decision down before they are counted.")


class LinkIsCounted(Refusal):
    code = "link_is_counted"
    status = 409
    sentence = _("The votes by link are counted already; how they count is not changed afterwards.")


class LinkNotOpen(Refusal):
    code = "link_not_open"
    status = 409
    sentence = _("By link nobody takes part at this moment. What you wrote is still here.")


class NotAHelper(Refusal):
    code = "not_a_helper"
    status = 403
    sentence = _("This phone does not help in the workshop, or its help was ended. Ask whoever facilitates for a number.")
