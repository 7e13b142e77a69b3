"""Why a vote is not opened, or a ballot not taken, by another method than dots."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class RankedTwice(Refusal):
    code = "ranked_twice"
    sentence = _("Two stand on the same place, or one of them twice. Give each place once; what you marked is still here.")


class RankingIncomplete(Refusal):
    code = "ranking_incomplete"
    sentence = _("Put {places} in order, the most wanted first; you have put {n}. What you marked is still here.")


class MarkOutOfRange(Refusal):
    code = "mark_out_of_range"
    sentence = _("A mark goes from {lowest} to {highest}. What you marked is still here.")


class MarksMissing(Refusal):
    code = "marks_missing"
    sentence = _("{n} still have no mark. Mark each of them, or vote blank; what you marked is still here.")


class BlankAndMarked(Refusal):
    code = "blank_and_marked"
    sentence = _("You marked something and chose to vote blank as well. Take one of the two away; what you marked is still here.")


class TooManyToOrder(Refusal):
    code = "too_many_to_order"
    sentence = _("By this method at most {most} can be voted on, and here are {n}. Choose order pair by pair (Schulze) instead.")


class ListTooLong(Refusal):
    code = "list_too_long"
    sentence = _("A list to vote on has at most {most} lines, and this one has {n}. What you wrote is still here.")


class TooFewOptions(Refusal):
    code = "too_few_options"
    sentence = _("To vote there must be two or more different lines in the list. What you wrote is still here.")


class ProposalIsOld(Refusal):
    code = "proposal_is_old"
    status = 409
    sentence = _("These cards have been put into groups meanwhile. Nothing was changed: look at what is proposed now.")


class WordNeeded(Refusal):
    code = "word_needed"
    sentence = _("Write a word, or up to five in a row. What you wrote is still here.")


class ConceptNameNeeded(Refusal):
    code = "concept_name_needed"
    sentence = _("Give the matter a name. What you wrote is still here.")
