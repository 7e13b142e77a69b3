"""The size class of an enterprise by its country's norm of the year, and why, in words."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.conglomerates.reference import Norms
from milpa.conglomerates.rules.size_class import Facts, SizeClass, size_class
from milpa.ledger import clock

KEPT = {"micro": "micro", "small": "small", "medium": "medium", "above": "large"}


def year_of(enterprise: Any) -> int:
    """The year of its figures; this year where nobody said."""
    return enterprise.of_year or clock.now().year


def class_of(enterprise: Any, norms: Norms) -> SizeClass:
    year = year_of(enterprise)
    norm = norms.of(year, enterprise.isic)
    worth = norms.worth(norm, year) if enterprise.sales is not None else None
    return size_class(norm, Facts(enterprise.workers, enterprise.sales), worth)


def size_of(enterprise: Any, norms: Norms) -> str:
    """As the register keeps it: micro, small, medium, large, or empty where it is not known or the norm does not settle it."""
    return KEPT.get(class_of(enterprise, norms).size, "")


def reason_in_words(found: SizeClass) -> str:
    said = {
        "no_norm": _("There is no norm for its country and year."),
        "workers_missing": _("The number of workers is missing."),
        "sales_missing": _("The yearly sales are missing."),
        "data_missing": _("Neither workers nor sales are known."),
        "unit_value_missing": _("The norm counts sales in units whose value of that year is not loaded."),
        "scale_missing": _("The authority's figures of that year are not loaded."),
        "by_workers": _("By its workers."),
        "by_sales": _("By its sales."),
        "by_both": _("By its workers and its sales."),
        "by_workers_sales_unknown": _("By its workers; its sales are not known, and they would decide."),
        "by_sales_workers_unknown": _("By its sales; its workers are not known."),
        "sales_prevail": _("Workers and sales disagree: sales decide."),
        "higher_applies": _("One limit is exceeded, so the higher class applies."),
        "by_ceiling": _("By the combined ceiling of workers and sales."),
        "by_score": _("By the score of the norm."),
        "assets_unchecked": _("By its workers and sales; its assets were not looked at."),
        "balance_unchecked": _("By its workers; a small balance sheet might make it smaller."),
        "criteria_disagree": _("Workers and sales disagree, and the norm does not say which decides."),
        "definitions_disagree": _("The norm's two definitions disagree."),
        "norm_not_reckonable": _("The norm does not say enough to reckon with."),
    }
    return said[found.reason]
