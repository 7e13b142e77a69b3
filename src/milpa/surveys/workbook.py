"""XLSForms out: the survey as a workbook that any tool of the standard reads, and that comes back as the same questionnaire."""

from io import BytesIO
from typing import Any

from milpa.surveys.rules.form import Choice, Form, Group, Question, Text
from milpa.web.documents import xlsx

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMES = {"es": "Español (es)", "en": "English (en)"}
TRANSLATED = ("label", "hint", "media::image", "media::audio", "constraint_message", "required_message")
PLAIN = ("required", "relevant", "constraint", "calculation", "default", "appearance", "parameters")


def workbook(form: Form) -> bytes:
    """The bytes of the XLSX: the sheets survey, choices and settings."""
    lists = _lists(form)
    translated = [(column, language) for column in TRANSLATED for language in form.languages]
    heads = ["type", "name", *(_head(*pair) for pair in translated), *PLAIN]
    rows = [[row.get(key) for key in ("type", "name", *translated, *PLAIN)] for row in _rows(form.children, form, lists)]
    settings = ["form_title", "form_id", "version", *(["default_language"] if form.languages[0] else [])]
    values = [form.title, form.id, form.version, language_name(form.languages[0])][: len(settings)]
    out = BytesIO()
    sheets = [_sheet("survey", heads, rows), _choices_sheet(form, lists), _sheet("settings", settings, [values])]
    xlsx.write(out, [sheet for sheet in sheets if sheet.rows or sheet.title == "survey"], form.title or form.id)
    return out.getvalue()


def language_name(code: str) -> str:
    return NAMES.get(code, f"{code} ({code})" if code else "")


def _head(column: str, language: str) -> str:
    return f"{column}::{language_name(language)}" if language else column


def _sheet(title: str, heads: list[str], rows: list[list[Any]]) -> xlsx.Sheet:
    return xlsx.Sheet(title, [xlsx.Heading(head) for head in heads], rows)


def _lists(form: Form) -> dict[str, str]:
    """Each list of choices once, named after the first question that offers it."""
    lists: dict[str, str] = {}
    for question in form.questions():
        if question.choices:
            lists.setdefault(_key(question.choices), question.name)
    return lists


def _key(choices: tuple[Choice, ...]) -> str:
    return repr([(one.name, sorted(one.label.items()), sorted(one.image.items()), sorted(one.audio.items())) for one in choices])


def _rows(children: tuple[Group | Question, ...], form: Form, lists: Any) -> list[dict[Any, Any]]:
    rows: list[dict[Any, Any]] = []
    for child in children:
        if isinstance(child, Group):
            texts = _texts(form, label=child.label, hint=child.hint)
            rows += [{"type": "begin_group", "name": child.name, "relevant": child.relevant} | texts]
            rows += _rows(child.children, form, lists)
            rows += [{"type": "end_group"}]
        else:
            rows.append(_row(child, form, lists))
    return rows


def _row(question: Question, form: Form, lists: Any) -> dict[Any, Any]:
    kind = f"{question.kind} {lists[_key(question.choices)]}" if question.choices else question.kind
    texts = _texts(
        form, label=question.label, hint=question.hint, constraint_message=question.constraint_message,
        required_message=question.required_message, **{"media::image": question.image, "media::audio": question.audio},
    )  # fmt: skip
    plain = {column: getattr(question, column) for column in PLAIN if column != "parameters"}
    if question.kind == "range":
        plain["parameters"] = f"start={question.start} end={question.end} step={question.step}"
    return {"type": kind, "name": question.name} | plain | texts


def _texts(form: Form, **texts: Text | None) -> dict[Any, str]:
    return {(column, language): (text or {}).get(language, "") for column, text in texts.items() for language in form.languages}


def _choices_sheet(form: Form, lists: Any) -> xlsx.Sheet:
    translated = [(column, language) for column in TRANSLATED[:4] for language in form.languages if column != "hint"]
    rows = []
    for question in form.questions():
        if question.choices and lists[_key(question.choices)] == question.name:
            for one in question.choices:
                texts = _texts(form, label=one.label, **{"media::image": one.image, "media::audio": one.audio})
                rows.append([question.name, one.name, *(texts[pair] for pair in translated)])
    return _sheet("choices", ["list_name", "name", *(_head(*pair) for pair in translated)], rows)
