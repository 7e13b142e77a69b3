"""The register's codes as a person reads them."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from milpa.conglomerates.columns import FIELDS
from milpa.conglomerates.models.enterprise import SEXES, SIZES

SIZE: dict[str, str | Promise] = dict(SIZES)
LED_BY: dict[str, str | Promise] = dict(SEXES)
AREA: dict[bool | None, str | Promise] = {
    True: gettext_lazy("rural"),
    False: gettext_lazy("urban"),
    None: gettext_lazy("not known"),
}
LANGUAGES: dict[str, str | Promise] = {
    "": pgettext_lazy("language", "not asked yet"),
    "es": gettext_lazy("Spanish"),
    "en": gettext_lazy("English"),
    "quc": "K'iche'",
    "cak": "Kaqchikel",
    "mam": "Mam",
    "kek": "Q'eqchi'",
    "cab": "Garífuna",
    "xin": "Xinka",
    "tzj": "Tz'utujil",
    "kjb": "Q'anjob'al",
    "ixl": "Ixil",
    "acr": "Achi",
    "poh": "Poqomchi'",
    "caa": "Ch'orti'",
    "jac": "Popti'",
    "cac": "Chuj",
}


def error_in_words(field: str, code: str, value: str) -> str:
    """What is wrong with one cell, and what to write instead."""
    sentence = _errors()[code].format(value=value)
    return _("{field}: {sentence}").format(field=FIELDS[field], sentence=sentence)


def _errors() -> dict[str, str]:
    return {
        "required": _("it is empty."),
        "formula": _("“{value}” is a formula. Write what it results in."),
        "too_long": _("it is longer than 200 letters."),
        "phone_length": _("“{value}” is no telephone of eight digits."),
        "several_phones": _("“{value}” holds several telephones. Keep one."),
        "tax_id": _("“{value}” is no tax number."),
        "activity_unknown": _("“{value}” is no class of ISIC Rev. 4 (four digits, such as 5510)."),
        "municipality_unknown": _("“{value}” is no municipality."),
        "municipality_ambiguous": _("several municipalities are called “{value}”. Write the department too."),
        "workers_not_whole": _("“{value}” is no whole number."),
        "workers_range": _("“{value}” cannot be."),
        "sex_unknown": _("“{value}” was not understood. Write woman, man or other."),
        "sex_ambiguous": _("“{value}” may mean man or woman. Write the whole word."),
        "language_unknown": _("“{value}” is no language that is known here."),
        "email": _("“{value}” is no address."),
        "area_unknown": _("“{value}” says neither rural nor urban."),
    }
