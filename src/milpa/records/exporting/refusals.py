"""Why nothing is exported."""

from django.utils.translation import gettext_lazy as _

from milpa.ledger.refusals import Refusal


class ExtraMissing(Refusal):
    code = "extra_missing"
    sentence = _("Parquet needs one more package: pip install --require-hashes -r requirements/export.txt, and run the command again.")


class NoSuchMonth(Refusal):
    code = "no_such_month"
    sentence = _("{month} is no month that is over and has statements. These are: {months}.")
