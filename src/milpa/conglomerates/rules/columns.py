"""Which column of a spreadsheet is which field: guessed from the heading and from what stands below it.

A guess is a proposal that a person confirms; each says what speaks for it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from milpa.conglomerates.rules.duplicates import plain
from milpa.conglomerates.rules.municipalities import Gazetteer
from milpa.conglomerates.rules.rows import LANGUAGES, MAN, OTHER, WOMAN, is_empty

LEAST = 0.4  # a weaker guess is none

HEADINGS = {  # field -> headings in Spanish and English
    "name": "nombre, empresa, nombre comercial, nombre de la empresa, establecimiento, negocio, razón social, hotel, "
    "name, business name, company, enterprise, trade name",
    "phone": "teléfono, tel, celular, móvil, número de teléfono, no teléfono, whatsapp, contacto telefónico, "
    "phone, telephone, mobile, cell, phone number",
    "tax_id": "nit, no nit, número de nit, rtn, rfc, ruc, tax id, tax number, vat",
    "email": "correo, correo electrónico, e-mail, email, mail",
    "activity": "ciiu, actividad, actividad económica, código ciiu, giro, rubro, isic, activity, isic class, economic activity",
    "municipality": "municipio, muni, municipality, ciudad, city, town, lugar",
    "department": "departamento, depto, department, región, region, province, state",
    "workers": "trabajadores, empleados, número de empleados, no de empleados, no empleados, personal, colaboradores, "
    "cantidad de trabajadores, workers, employees, staff, headcount, number of workers",
    "leader": "propietario, propietaria, dueño, dueña, representante, representante legal, gerente, encargado, contacto, "
    "owner, manager, leader, contact, person in charge",
    "leader_sex": "sexo, género, sexo de quien dirige, sexo del propietario, sex, gender, sex of leader",
    "language": "idioma, lengua, idioma de preferencia, idioma en que prefiere aprender, language, preferred language",
    "address": "dirección, domicilio, ubicación, address, street",
}
SEXES = WOMAN | MAN | OTHER | {"m"}
LANGUAGE_NAMES = frozenset().union(*LANGUAGES.values())


@dataclass(frozen=True, slots=True)
class Guess:
    """`field` of the column, "" where it is none of ours; `because`: heading, values, both or nothing."""

    column: int
    heading: str
    field: str
    confidence: float  # 0 to 1
    because: str


def _by_heading(heading: str, field: str) -> float:
    written = plain(heading)
    known = {plain(name) for name in HEADINGS[field].split(",")}
    if written in known:
        return 1.0
    words = set(written.split())
    best = max((len(set(name.split()) & words) / max(len(words), len(name.split())) for name in known), default=0.0)
    return 0.8 * best


def _shapes(places: Gazetteer, activities: frozenset[str], departments: frozenset[str]) -> dict[str, Callable[[str], bool]]:
    """Field -> whether a value looks like it. Fields whose values have no shape of their own are not here."""
    return {
        "phone": lambda text: bool(re.fullmatch(r"\+?(502)?\d{8}", re.sub(r"[\s().-]", "", text))),
        "tax_id": lambda text: bool(re.fullmatch(r"\d{4,9}-?[0-9Kk]", text.strip())),
        "email": lambda text: bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", text.strip())),
        "activity": lambda text: bool((found := re.match(r"[A-Ua-u]?(\d{4})(?!\d)", text.strip())) and found[1] in activities),
        "municipality": places.knows,
        "department": lambda text: plain(text) in departments,
        "workers": lambda text: bool(re.fullmatch(r"\d{1,3}(\.0)?", text.strip())),
        "leader_sex": lambda text: plain(text) in SEXES,
        "language": lambda text: plain(text) in LANGUAGE_NAMES,
    }


def _by_values(values: Sequence[str], looks_like: Callable[[str], bool]) -> float:
    written = [value for value in values if not is_empty(value)]
    return sum(map(looks_like, written)) / len(written) if written else 0.0


def _weigh(heading: float, values: float | None, anything: bool) -> tuple[float, str]:
    """The confidence and what it rests on. A heading whose values look otherwise is doubted, not believed."""
    if values is None:
        return heading, "heading"
    if heading >= 0.5 and values >= 0.5:
        return max(heading, values), "both"
    if heading >= 0.5:
        return (heading * (0.5 + 0.5 * values) if anything else heading), "heading"
    return 0.75 * values, "values"


def guess_columns(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    places: Gazetteer,
    activities: frozenset[str],
    departments: Sequence[str],
    look_at: int = 200,
) -> list[Guess]:
    """One guess per column; no field is guessed twice. rows: the cells below the headings as text, the first `look_at`
    of them are read; short rows count as blank at the end."""
    sample = rows[:look_at]
    shapes = _shapes(places, activities, frozenset(map(plain, departments)))
    weighed = []
    for column, heading in enumerate(headings):
        values = [row[column] if column < len(row) else "" for row in sample]
        anything = any(not is_empty(value) for value in values)
        for field in HEADINGS:
            shape = _by_values(values, shapes[field]) if field in shapes else None
            weighed.append((*_weigh(_by_heading(heading, field), shape, anything), column, field))
    best: dict[int, Guess] = {}
    taken: set[str] = set()
    for confidence, because, column, field in sorted(weighed, key=lambda guess: (-guess[0], guess[2])):
        if confidence >= LEAST and column not in best and field not in taken:
            best[column] = Guess(column, headings[column], field, round(confidence, 2), because)
            taken.add(field)
    return [best.get(column, Guess(column, heading, "", 0.0, "nothing")) for column, heading in enumerate(headings)]
