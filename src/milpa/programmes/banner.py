"""What stands above every page of a demonstration programme, and of a historical one."""

from typing import Any

from django.utils.translation import gettext as _


def banner_of(programme: Any) -> str:
    """For the template's `banner`; empty for a programme that is neither. The programme's institution should be read with it."""
    if programme.is_historical:
        return _("Historical programme: it only shows what its source says.")
    if programme.institution.is_demonstration:
        return _(
            "Demonstration programme. Institutions, people, opinions, weights, signatures and figures are invented; "
            "they do not stand for INTECAP, APEHGUA, the Ministry of Economy or the ILO."
        )
    return ""
