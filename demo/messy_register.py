"""The messy list that an association might hand over: 600 rows for the import tour, the same ones every time.

In it: 300 enterprises that the register has already, 210 that it has not, and 90 repeated rows written otherwise; accents lost, a block
of bytes in Latin-1 inside a UTF-8 file, words broken by a wrong encoding, bad telephones, unclear workers, and a block of rows in which
telephone and municipality are swapped. `python -m demo.messy_register FOLDER` writes messy_register.csv and messy_register.xlsx.
"""

import csv
import io
import random
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from demo.register import Enterprise, enterprises, places, strangers
from openpyxl import Workbook

ROWS, KNOWN, NEW = 600, 300, 210
LATIN_1 = range(200, 400)  # rows whose bytes are Latin-1
SWAPPED = range(430, 470)  # rows with telephone and municipality swapped
HEADINGS = ["Establecimiento", "Tel. / Cel.", "Muni", "Depto", "No. empleados", "Dueño(a)", "Sexo", "Idioma", "Actividad"]
PHONE, MUNICIPALITY = 1, 2
SEED = 600


@dataclass(frozen=True, slots=True)
class MessyRow:
    """`key`: the enterprise it stands for; `repeats`: whether an earlier row of the file stands for it too; `faults`: what was spoilt."""

    cells: tuple[str, ...]
    key: str
    in_register: bool
    repeats: bool = False
    faults: frozenset[str] = field(default_factory=frozenset)

    def spoilt(self, column: int, text: str, fault: str) -> "MessyRow":
        cells = (*self.cells[:column], text, *self.cells[column + 1 :])
        return replace(self, cells=cells, faults=self.faults | {fault})


def without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def broken(text: str) -> str:
    """UTF-8 read as Latin-1: "Sololá" becomes "SololÃ¡"."""
    return text.encode().decode("latin-1")


BAD_PHONES: list[Callable[[str], str]] = [
    lambda phone: phone[:-1],
    lambda phone: f"{phone} / 9000 7777",
    lambda phone: "no tiene",
    lambda phone: "pregunte x doña Mari",
    lambda phone: phone.replace("0", "O"),
    lambda phone: phone + "1",
]
ODD_PHONES: list[Callable[[str], str]] = [  # odd, but they can be read
    lambda phone: f"+502 {phone}",
    lambda phone: phone.replace(" ", "-"),
    lambda phone: f"(502) {phone.replace(' ', '')}",
    lambda phone: f" {phone.replace(' ', '.')} ",
]
OTHER_NAMES: list[Callable[[str], str]] = [
    str.upper,
    str.lower,
    without_accents,
    lambda name: name.replace("Hotel ", "Htl. ").replace("Hospedaje ", "Hosp. ").replace("Posada ", "Pos. "),
    lambda name: f"{name} S.A.",
    lambda name: f"  {name}  ",
]


def _row(one: Enterprise, municipality: str, in_register: bool) -> MessyRow:
    sex = "F" if one.leader_sex == "woman" else "M"
    activity = {"5510": "5510", "5520": "5520 cabañas", "5590": "5590", "7911": "7911", "7912": "7912 tours"}[one.activity]
    cells = (one.name, one.phone, municipality, one.department, str(one.workers), one.leader, sex, one.language, activity)
    return MessyRow(cells, one.key, in_register)


def _gathered(chance: random.Random) -> list[MessyRow]:
    """300 of the register, 210 that are not in it, in a mixed order, and 90 of them again further down."""
    register = enterprises()
    names = {place.code: place.name for place in places()}
    rows = [_row(one, names[one.municipality], True) for one in chance.sample(register, KNOWN)]
    rows += [_row(one, names[one.municipality], False) for one in strangers(NEW, register)]
    chance.shuffle(rows)
    again = [replace(row, repeats=True) for row in chance.sample(rows, ROWS - len(rows))]
    return rows + [row.spoilt(0, chance.choice(OTHER_NAMES)(row.cells[0]), "name_written_otherwise") for row in again]


def _spoil(row: MessyRow, chance: random.Random) -> MessyRow:
    luck = chance.random()
    if luck < 0.10:
        row = row.spoilt(PHONE, chance.choice(BAD_PHONES)(row.cells[PHONE]), "bad_phone")
    elif luck < 0.30:
        row = row.spoilt(PHONE, chance.choice(ODD_PHONES)(row.cells[PHONE]), "odd_phone")
    if chance.random() < 0.15:
        row = row.spoilt(0, without_accents(row.cells[0]), "accents_lost").spoilt(2, without_accents(row.cells[2]), "accents_lost")
    elif chance.random() < 0.04 and without_accents(row.cells[2]) != row.cells[2]:
        row = row.spoilt(MUNICIPALITY, broken(row.cells[2]), "broken_letters")
    if chance.random() < 0.05:
        row = row.spoilt(4, chance.choice(["3-5", "como 4", "familia", "", "s/d"]), "unclear_workers")
    if chance.random() < 0.04:
        row = row.spoilt(8, chance.choice(["hotel", "HOTELES", "5511", "turismo"]), "unknown_activity")
    if chance.random() < 0.02:
        row = row.spoilt(MUNICIPALITY, chance.choice(["Pana", "Xela", "por el lago", ""]), "unknown_municipality")
    if chance.random() < 0.03:
        row = row.spoilt(6, chance.choice(["", "Fem", "mujer", "?"]), "odd_sex")
    return row


def messy_rows(seed: int = SEED) -> list[MessyRow]:
    """The 600 rows as text, with what was spoilt in each."""
    chance = random.Random(seed)
    rows = [_spoil(row, chance) for row in _gathered(chance)]
    for number in SWAPPED:
        phone, municipality = rows[number].cells[PHONE], rows[number].cells[MUNICIPALITY]
        rows[number] = rows[number].spoilt(PHONE, municipality, "swapped").spoilt(MUNICIPALITY, phone, "swapped")
    return [replace(row, faults=row.faults | {"latin_1"}) if number in LATIN_1 else row for number, row in enumerate(rows)]


def messy_csv(rows: list[MessyRow]) -> bytes:
    """Semicolons, and two encodings in one file: bytes that no single encoding reads well."""
    lines = []
    for row in [MessyRow(tuple(HEADINGS), "", False), *rows]:
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=";", lineterminator="\r\n").writerow(row.cells)
        lines.append(line.getvalue().encode("latin-1" if "latin_1" in row.faults else "utf-8", errors="replace"))
    return b"".join(lines)


def messy_xlsx(rows: list[MessyRow]) -> bytes:
    """The same rows as a spreadsheet: telephones as numbers where they can be, an empty row above the headings."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Listado"
    sheet.append([])
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append([_number_or_text(cell) for cell in row.cells])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _number_or_text(cell: str) -> int | str:
    digits = cell.replace(" ", "")
    return int(digits) if digits.isdigit() else cell


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    spoilt = messy_rows()
    (folder / "messy_register.csv").write_bytes(messy_csv(spoilt))
    (folder / "messy_register.xlsx").write_bytes(messy_xlsx(spoilt))
