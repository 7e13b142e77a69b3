"""Why a list is not given in the form that was asked for."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class TooLongToPrint(Refusal):
    code = "too_long_to_print"
    sentence = _("The list has more than {most} rows, too many for paper. Narrow it with its filters, or download it as a spreadsheet.")
