"""Whether one row of an imported register can be taken: its values, or every error with its field, code and value.

Nothing is guessed: what is not understood is told, as it was written, so that the row can be corrected and sent again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from milpa.conglomerates.rules.duplicates import normalised_tax_id, plain
from milpa.conglomerates.rules.municipalities import Gazetteer, repaired

EMPTY = {"", "na", "nd", "sd", "sn", "n a", "n d", "s d", "s n", "ninguno", "ninguna", "no tiene", "none", "null", "sin dato"}
MOST_WORKERS = 100_000
LONGEST = 200  # characters of a text

LANGUAGES = {  # ISO 639 codes; names as `plain` writes them
    "es": {"es", "espanol", "castellano", "spanish", "spa"},
    "en": {"en", "ingles", "english", "eng"},
    "quc": {"quc", "kiche", "quiche"},
    "cak": {"cak", "kaqchikel", "cakchiquel", "kakchikel"},
    "mam": {"mam"},
    "kek": {"kek", "qeqchi", "kekchi", "qeqchii"},
    "cab": {"cab", "garifuna"},
    "xin": {"xin", "xinka", "xinca"},
    "tzj": {"tzj", "tzutujil", "tzutuhil"},
    "kjb": {"kjb", "qanjobal", "kanjobal"},
    "ixl": {"ixl", "ixil"},
    "acr": {"acr", "achi"},
    "poh": {"poh", "poqomchi", "pocomchi"},
    "caa": {"caa", "chorti"},
    "jac": {"jac", "popti", "jakalteko"},
    "cac": {"cac", "chuj"},
}
WOMAN = {"mujer", "femenino", "femenina", "f", "fem", "woman", "female", "w"}
MAN = {"hombre", "masculino", "h", "masc", "man", "male", "varon"}
OTHER = {"otro", "otra", "other", "x", "no binario", "no binaria"}

SexScheme = Literal["mf", "hm"]  # M beside F means man, M beside H means woman (mujer)


@dataclass(frozen=True, slots=True)
class RowError:
    """`code`: required, formula, too_long, phone_length, several_phones, tax_id, activity_unknown, municipality_unknown,
    municipality_ambiguous, workers_not_whole, workers_range, sex_unknown, sex_ambiguous, language_unknown, email."""

    field: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class Values:
    """A row that can be taken; "" and None where nothing was written."""

    name: str
    phone: str  # eight digits
    tax_id: str
    email: str
    activity: str  # ISIC class, four digits
    municipality: str  # code
    workers: int | None
    leader: str
    leader_sex: str  # woman, man, other
    language: str  # ISO 639
    address: str


@dataclass(frozen=True, slots=True)
class Checked:
    """`values` where nothing is wrong, else None and the errors."""

    values: Values | None
    errors: tuple[RowError, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are checked against. `sex_scheme` says what a lone M means; see `sex_scheme_of`."""

    activities: frozenset[str]
    places: Gazetteer
    sex_scheme: SexScheme | None = None
    required: frozenset[str] = field(default=frozenset({"name", "municipality"}))


class _Wrong(ValueError):
    """`args` = the code."""


def is_empty(text: str) -> bool:
    """Blank, a dash, "n/d" and the like."""
    return plain(text) in EMPTY


def sex_scheme_of(column: Iterable[str]) -> SexScheme | None:
    """What M means in a column: beside an F it is a man, beside an H a woman; None where both or neither stand there."""
    written = {plain(text) for text in column}
    if ("f" in written) == ("h" in written):
        return None
    return "mf" if "f" in written else "hm"


def _phone(text: str) -> str:
    if len(re.findall(r"(?:\d[\s.()-]*){8,}", text)) > 1:
        raise _Wrong("several_phones")
    digits = re.sub(r"\D", "", re.sub(r"\.0$", "", text))
    if len(digits) == 11 and digits.startswith("502"):
        digits = digits[3:]
    if len(digits) != 8 or re.search(r"[a-z]{4}", plain(text)):
        raise _Wrong("phone_length")
    return digits


def _tax_id(text: str) -> str:
    found = normalised_tax_id(re.sub(r"\.0$", "", text))
    if found and not re.fullmatch(r"\d{3,14}[0-9K]", found):
        raise _Wrong("tax_id")
    return found


def _email(text: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text):
        raise _Wrong("email")
    return text.lower()


def _workers(text: str) -> int:
    found = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?: (?:personas?|trabajadores|empleados|workers|people))?", text.lower())
    if not found:
        raise _Wrong("workers_range" if re.fullmatch(r"-\d+", text) else "workers_not_whole")
    number = int(found[1].replace(",", ""))
    if number > MOST_WORKERS:
        raise _Wrong("workers_range")
    return number


def _language(text: str) -> str:
    written = plain(repaired(text))
    for code, names in LANGUAGES.items():
        if written in names or written.replace(" ", "") in names:
            return code
    raise _Wrong("language_unknown")


def _sex(text: str, scheme: SexScheme | None) -> str:
    written = plain(repaired(text))
    if written == "m":
        if scheme is None:
            raise _Wrong("sex_ambiguous")
        return "man" if scheme == "mf" else "woman"
    for sex, words in (("woman", WOMAN), ("man", MAN), ("other", OTHER)):
        if written in words:
            return sex
    raise _Wrong("sex_unknown")


def _activity(text: str, activities: frozenset[str]) -> str:
    found = re.match(r"[A-U]?\s*(\d{3,4})(?!\d)", text.strip(), re.IGNORECASE)
    code = found[1].zfill(4) if found else ""  # a spreadsheet drops the zero of 0111
    if code not in activities:
        raise _Wrong("activity_unknown")
    return code


def _text(text: str) -> str:
    if len(text) > LONGEST:
        raise _Wrong("too_long")
    return repaired(" ".join(text.split()))


def _municipality(text: str, department: str, places: Gazetteer) -> str:
    found = places.find(text, department)
    if found.problem:
        raise _Wrong(f"municipality_{found.problem}")
    return found.code


def check_row(written: Mapping[str, str], known: Known) -> Checked:
    """`written`: field -> text of the cell, for the fields of `Values` and `department` (which only helps to tell
    municipalities of one name apart); a field may be absent. All errors of the row are told at once."""
    cells = {name: "" if is_empty(text) else text.strip() for name, text in written.items()}
    department = cells.get("department", "")
    readers: dict[str, Callable[[str], str]] = {
        "name": _text,
        "phone": _phone,
        "tax_id": _tax_id,
        "email": _email,
        "activity": lambda text: _activity(text, known.activities),
        "municipality": lambda text: _municipality(text, department, known.places),
        "leader": _text,
        "leader_sex": lambda text: _sex(text, known.sex_scheme),
        "language": _language,
        "address": _text,
    }
    taken: dict[str, str] = {}
    workers: int | None = None
    errors = []
    for name in [*readers, "workers"]:
        text = cells.get(name, "")
        try:
            if text.startswith(("=", "@")):
                raise _Wrong("formula")
            if not text and name in known.required:
                raise _Wrong("required")
            if name == "workers":
                workers = _workers(text) if text else None
            else:
                taken[name] = readers[name](text) if text else ""
        except _Wrong as wrong:
            errors.append(RowError(name, str(wrong), written.get(name, "")))
    return Checked(None if errors else Values(workers=workers, **taken), tuple(errors))
