"""Why an action of the practical diagnosis says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class TaskUnreadable(Refusal):
    code = "task_unreadable"
    sentence = _("What the practice phone sent could not be read. Nothing else was lost: do this task once more.")


class NothingToLevel(Refusal):
    code = "nothing_to_level"
    sentence = _("There is no unit to choose: these tasks are done, or were not tried yet. Nothing was lost.")


class ProgrammeNotYours(Refusal):
    code = "programme_not_yours"
    status = 404
    sentence = _("That programme is not one of this person's institution. Nothing was lost: choose again without it.")
