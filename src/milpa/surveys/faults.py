"""What is wrong with a sheet, in sentences: where it is, what it is, and how to mend it."""

import re
from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _

ROW = re.compile(r"^\[row : (\d+)\]\s*(?:On the '(\w+)' sheet, )?")


def at(sheet: str, row: int, what: str) -> str:
    if row:
        return _("Sheet “{sheet}”, row {row}: {what}").format(sheet=sheet, row=row, what=what)
    return _("Sheet “{sheet}”: {what}").format(sheet=sheet, what=what)


def unknown_type(name: str) -> str:
    return _("the type “{x}” is unknown. Write one such as text, integer, select_one list.").format(x=name)


def unknown_name(name: str) -> str:
    return _("no question is called “{x}”. Correct the name between the braces.").format(x=name)


def twice(name: str) -> str:
    return _("the name “{x}” stands twice. Give each question its own.").format(x=name)


def no_list(name: str) -> str:
    if name:
        return _("the list of choices “{x}” is missing. Write it in the sheet “choices”.").format(x=name)
    return _("the lists of choices are missing. Write them in the sheet “choices”.")


def no_end(kind: str) -> str:
    return _("a group begins and does not end. Write end_{x} below its last question.").format(x=kind)


def no_begin(kind: str) -> str:
    return _("a group ends that did not begin. Take end_{x} away, or write begin_{x} above.").format(x=kind)


def no_label(_name: str) -> str:
    return _("a question has no label. Write what is asked.")


def no_form(_name: str = "") -> str:
    return _("this is no XLSForm. Bring an XLSX or CSV with the sheets survey and choices, and the columns type, name and label.")


def not_reckoned(text: str, part: str) -> str:
    known = "selected, count-selected, not, if, regex, string-length, today, and, or, = != < > + - *"
    return _("“{part}” in “{text}” cannot be worked out here. Write it with {functions}.").format(
        part=part, text=text[:80], functions=known
    )


# pyxform's sentences that we know -> ours
CURES: list[tuple[str, Callable[[str], str]]] = [
    (r"Unknown question type '(?P<x>[^']*)'", unknown_type),
    (r"Could not find the name '(?P<x>[^']*)'", unknown_name),
    (r"'name' value '(?P<x>[^']*)' is invalid. Questions.* must be unique", twice),
    (r"List name not in choices sheet: (?P<x>\S+)|should be a choices sheet", no_list),
    (r"Unmatched 'begin_(?P<x>\w+)'", no_end),
    (r"Unmatched 'end_(?P<x>\w+)'", no_begin),
    (r"has no label|no label", no_label),
    (r"not recognized as a supported type|valid XLSForm|must have a sheet named", no_form),
]


def told(message: str, rows: Sequence[Mapping[str, str]] = ()) -> str:
    """pyxform's sentence in ours, where we know it; else as it says it, in English, with sheet and row in front.

    `rows`: those of the sheet “survey” below its head, to find the row where pyxform does not say it.
    """
    found = ROW.match(message)
    row, sheet = (int(found[1]), found[2] or "survey") if found else (0, "survey")
    for pattern, cure in CURES:
        known = re.search(pattern, message, re.S)
        if known:
            about = (known.groupdict().get("x") or "").strip()
            return at(sheet, row or _row_with(about, rows), cure(about))
    rest = message[found.end() :] if found else message
    return at(sheet, row, _("the standard's reader says, in English: {message}").format(message=rest))


def _row_with(text: str, rows: Sequence[Mapping[str, str]]) -> int:
    return next((place for place, row in enumerate(rows, start=2) if text and text in row.values()), 0)
