"""Which municipality a written name means: accents lost, letters broken on the way, the department as a tie-breaker."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from milpa.conglomerates.rules.duplicates import plain

BROKEN = "�?"  # what stands where a letter was lost


@dataclass(frozen=True, slots=True)
class Municipality:
    code: str
    name: str
    department: str


@dataclass(frozen=True, slots=True)
class Found:
    """`code` of the one it is; else `problem`: unknown, or ambiguous with the `candidates` (codes)."""

    code: str = ""
    problem: str = ""
    candidates: tuple[str, ...] = ()


def repaired(text: str) -> str:
    """Undoes UTF-8 that was read as Latin-1 or Windows-1252 ("QuichÃ©"); what is not that stays as it is."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    return text


class Gazetteer:
    """All municipalities, found by code or by name. Built once, asked for every row."""

    def __init__(self, municipalities: Iterable[Municipality]) -> None:
        self._by_code = {place.code: place for place in municipalities}
        self._by_name: dict[str, list[Municipality]] = defaultdict(list)
        for place in self._by_code.values():
            self._by_name[plain(place.name)].append(place)

    def _named(self, written: str) -> list[Municipality]:
        text = repaired(written.strip())
        if found := self._by_name.get(plain(text)):
            return found
        if any(mark in text for mark in BROKEN):  # each lost letter may be any one letter
            pattern = "".join("." if letter in BROKEN else re.escape(plain(letter) or " ") for letter in text)
            return [place for name, places in self._by_name.items() if re.fullmatch(pattern, name) for place in places]
        return []

    def find(self, written: str, department: str = "") -> Found:
        """The municipality written, by its code or by name; "San José, Petén" and "San José (Petén)" name both."""
        if (code := written.strip().zfill(4)) in self._by_code:
            return Found(code)
        named = self._named(written)
        if not named and (parts := re.fullmatch(r"\s*(.+?)\s*[,(/]\s*([^)]+?)\)?\s*", written)):
            named, department = self._named(parts[1]), department or parts[2]
        if len(named) > 1 and department:
            asked = plain(repaired(department))
            named = [place for place in named if plain(place.department) == asked] or named
        if len(named) == 1:
            return Found(named[0].code)
        return Found("", "ambiguous" if named else "unknown", tuple(sorted(place.code for place in named)))

    def knows(self, written: str) -> bool:
        """Whether it is a municipality's code or name, one or several."""
        return self.find(written).problem != "unknown"
