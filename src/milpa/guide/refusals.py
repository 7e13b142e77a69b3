"""Why an action on a guide says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class NothingNew(Refusal):
    code = "nothing_new"
    sentence = _("Nothing changed since edition {number}. Change the guide first, then publish it.")


class LastStep(Refusal):
    code = "last_step"
    sentence = _("“{step}” is the only step of its phase. Add another step to the phase before you take this one out.")
