"""XLSForms in: a workbook, a CSV or a markdown table is read with pyxform into a `Form`; every fault names its sheet, its row and the cure.

pyxform takes 1.6 s and 35 MB to import, so it is imported when the first sheet is read.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from milpa.surveys import faults
from milpa.surveys.refusals import FormNotUnderstood
from milpa.surveys.rules.expressions import UnsupportedExpression, names_in, parse
from milpa.surveys.rules.form import KINDS, Choice, Form, Group, Question, of_plain, plain

FORMS = Path(__file__).parent / "forms"
MEDIA = FORMS / "media"

# pyxform's words for the kinds that we ask; everything else is told apart below
NAMED = {
    "text": "text", "string": "text", "integer": "integer", "int": "integer", "decimal": "decimal", "date": "date", "time": "time",
    "select one": "select_one", "select all that apply": "select_multiple", "range": "range", "acknowledge": "acknowledge",
    "trigger": "acknowledge", "note": "note", "calculate": "calculate",
}  # fmt: skip
assert set(NAMED.values()) == set(KINDS)
NOT_KEPT = {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial", "subscriberid", "start-geopoint"}
WORDS = ("", "yes", "no", "true", "false", "true()", "false()")  # of the column "required"
MOST_QUESTIONS, MOST_CHOICES, LONGEST_RANGE = 200, 200, 101
LANGUAGE = re.compile(r"\(([A-Za-z]{2,3}(?:-\w+)?)\)\s*$")


@dataclass
class Sheet:
    """What was found while reading: names, rows, faults, and what is passed over."""

    rows: dict[str, int]
    language: str
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def fault(self, name: str, what: str) -> None:
        self.faults.append(faults.at("survey", self.rows.get(name, 0), what))


@dataclass(frozen=True, slots=True)
class Read:
    form: Form
    notes: list[str]  # what the sheet has and we do not keep, in sentences


@cache
def ours(name: str) -> Form:
    """One of the surveys that come with Milpa: access, baseline, satisfaction; read beforehand, so that no page waits for pyxform."""
    return of_plain(json.loads((FORMS / f"{name}.json").read_text()))


def read_ours_again() -> None:
    """Writes what `ours` reads, from the forms as people write them: `python -m milpa.surveys.xlsform`, whenever one has changed."""
    for written in sorted(FORMS.glob("*.md")):
        kept = json.dumps(plain(read(written.read_bytes()).form), ensure_ascii=False, indent=1)
        written.with_suffix(".json").write_text(kept + "\n")


def read(data: bytes) -> Read:
    """Raises FormNotUnderstood with every fault that was found."""
    converted, rows = _converted(data)
    sheet = Sheet(rows, _code(converted.get("default_language", "default")))
    children = tuple(_children(converted["children"], sheet))
    _refuse_references(children, sheet)
    if not sheet.faults and not sheet.names:
        sheet.faults.append(faults.at("survey", 0, _("there is no question in it. Write one a row.")))
    if sheet.faults:
        raise FormNotUnderstood(sheet.faults)
    languages = sorted(sheet.languages, key=lambda code: (code != sheet.language, sheet.languages.index(code)))
    title = converted.get("title", "")
    title = "" if title == converted.get("name") else title
    form = Form(converted.get("id_string", ""), title, str(converted.get("version", "")), tuple(languages) or ("",), children)
    return Read(form, sheet.notes)


def _converted(data: bytes) -> tuple[dict[str, Any], dict[str, int]]:
    """pyxform's own structure, and the row of each name. ODK Validate, which needs Java, stays off."""
    from dataclasses import asdict

    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform
    from pyxform.xls2xform import convert

    survey: list[dict[str, str]] = []
    try:
        sheets = get_xlsform(data, file_type=_file_type(data))
        survey += sheets.survey or ()
        rows = {str(row["name"]): place for place, row in enumerate(survey, start=2) if row and row.get("name")}
        result = convert(asdict(sheets), validate=False)
        version = next((str(row["version"]) for row in sheets.settings or () if row.get("version")), "")
        return result._pyxform | {"version": version}, rows
    except PyXFormError as fault:
        raise FormNotUnderstood([faults.told(str(fault), survey)]) from fault
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as fault:  # a sheet that pyxform stumbles over
        raise FormNotUnderstood([faults.at("survey", 0, faults.no_form())]) from fault


def _file_type(data: bytes) -> str:
    if data[:4] == b"PK\x03\x04":
        return ".xlsx"
    return ".md" if data.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"|") else ".csv"


def _code(name: str) -> str:
    """ "es" of "Español (es)"; "" where a form has no translations."""
    found = LANGUAGE.search(name)
    return found[1].lower() if found else "" if name == "default" else name.strip().lower()[:16]


def _text(value: Any, sheet: Sheet) -> dict[str, str]:
    if value in (None, ""):
        return {}
    texts = {_code(name): str(text) for name, text in value.items()} if isinstance(value, Mapping) else {sheet.language: str(value)}
    for code in texts:
        if code not in sheet.languages:
            sheet.languages.append(code)
    return {code: text for code, text in texts.items() if text != "-"}


def _children(rows: Iterable[Mapping[str, Any]], sheet: Sheet) -> Iterable[Group | Question]:
    for row in rows:
        name, kind = str(row.get("name", "")), str(row.get("type", ""))
        if kind == "group" and name == "meta" and "control" in row:
            continue
        if kind in NOT_KEPT:
            sheet.notes.append(faults.at("survey", sheet.rows.get(name, 0), _("“{kind}” is not kept here.").format(kind=kind)))
        elif kind == "group":
            yield _group(row, sheet)
        elif kind == "repeat":
            sheet.fault(name, _("questions that repeat are not asked here. Ask them in a group, as often as is needed."))
        elif kind not in NAMED:
            sheet.fault(
                name, _("questions of the type “{kind}” are not asked here. Ask with text, numbers, dates or choices.").format(kind=kind)
            )
        else:
            yield _question(row, NAMED[kind], sheet)


def _group(row: Mapping[str, Any], sheet: Sheet) -> Group:
    name = str(row["name"])
    relevant = _expression(row.get("bind", {}), "relevant", name, sheet)
    label, hint = _text(row.get("label"), sheet), _text(row.get("hint"), sheet)
    return Group(name, label, hint, relevant, tuple(_children(row.get("children", ()), sheet)), sheet.rows.get(name, 0))


def _question(row: Mapping[str, Any], kind: str, sheet: Sheet) -> Question:
    name, bind, media = str(row["name"]), row.get("bind", {}), row.get("media", {})
    if name in sheet.names:
        sheet.fault(name, faults.twice(name))
    sheet.names.add(name)
    if len(sheet.names) == MOST_QUESTIONS + 1:
        sheet.fault(name, _("at most {most} questions are asked at once. Make two surveys.").format(most=MOST_QUESTIONS))
    question = Question(
        name=name,
        kind=kind,
        label=_text(row.get("label"), sheet),
        hint=_text(row.get("hint"), sheet),
        audio=_text(media.get("audio"), sheet),
        image=_text(media.get("image"), sheet),
        required=_required(bind, name, sheet),
        required_message=_text(bind.get("jr:requiredMsg"), sheet) or None,
        relevant=_expression(bind, "relevant", name, sheet),
        constraint=_expression(bind, "constraint", name, sheet),
        constraint_message=_text(bind.get("jr:constraintMsg"), sheet) or None,
        calculation=_expression(bind, "calculate", name, sheet) if kind == "calculate" else "",
        default=str(row.get("default", "")),
        appearance=str(row.get("control", {}).get("appearance", "")),
        choices=_choices(row, name, sheet) if kind in ("select_one", "select_multiple") else (),
        row=sheet.rows.get(name, 0),
        **(_range(row, name, sheet) if kind == "range" else {}),
    )
    if kind == "calculate" and not question.calculation:
        sheet.fault(name, _("nothing is calculated. Write how in the column “calculation”."))
    return question


def _range(row: Mapping[str, Any], name: str, sheet: Sheet) -> dict[str, str]:
    given = row.get("parameters", {})
    words = {part: str(given.get(part, default)) for part, default in (("start", "1"), ("end", "10"), ("step", "1"))}
    try:
        first, last, step = (int(words[part]) for part in ("start", "end", "step"))
    except ValueError:
        first, last, step = 0, 0, 0
    if not step or abs(last - first) // max(abs(step), 1) + 1 > LONGEST_RANGE:
        sheet.fault(name, _("a range goes from one whole number to another in whole steps, at most a hundred."))
    return words


def _choices(row: Mapping[str, Any], name: str, sheet: Sheet) -> tuple[Choice, ...]:
    given = row.get("choices") or ()
    if row.get("choice_filter") or not given:
        sheet.fault(
            name, _("choices from another file, or filtered by an answer, are not offered here. Write them in the sheet “choices”.")
        )
    if len(given) > MOST_CHOICES:
        sheet.fault(name, _("at most {most} choices are offered. Ask in two steps.").format(most=MOST_CHOICES))
    return tuple(_choice(one, sheet) for one in given[:MOST_CHOICES])


def _choice(one: Mapping[str, Any], sheet: Sheet) -> Choice:
    media = one.get("media", {})
    return Choice(str(one["name"]), _text(one.get("label"), sheet), _text(media.get("image"), sheet), _text(media.get("audio"), sheet))


def _expression(bind: Mapping[str, Any], column: str, name: str, sheet: Sheet) -> str:
    text = str(bind.get(column, "") or "").strip()
    if not text:
        return ""
    try:
        parse(text)
    except UnsupportedExpression as fault:
        sheet.fault(name, faults.not_reckoned(text, fault.part))
        return ""
    return text


def _required(bind: Mapping[str, Any], name: str, sheet: Sheet) -> str:
    word = str(bind.get("required", "") or "").strip()
    return word if word.lower() in WORDS else _expression(bind, "required", name, sheet)


def _refuse_references(children: tuple[Group | Question, ...], sheet: Sheet) -> None:
    """`${name}` of something that is no question here, such as a group or what is not kept."""
    for child in children:
        texts = [child.relevant]
        if isinstance(child, Group):
            _refuse_references(child.children, sheet)
        else:
            texts += [
                child.constraint,
                child.calculation,
                "" if child.required.lower() in ("yes", "no", "true", "false") else child.required,
            ]
        for unknown in sorted({name for text in texts if text for name in names_in(text)} - sheet.names):
            sheet.fault(child.name, faults.unknown_name(unknown))


if __name__ == "__main__":
    read_ours_again()
