"""Why the record store says no."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Conflict


class StatementDiffers(Conflict):
    code = "statement_differs"
    sentence = _("A statement with this id is already stored, and says something else.")
