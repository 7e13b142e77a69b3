"""A Django form's field and errors as plain values, so that one macro draws every field."""

from typing import Any

from django.forms import BoundField, Form, widgets

# the first class that fits decides; subclasses stand before their bases
KINDS: list[tuple[type[widgets.Widget], str]] = [
    (widgets.HiddenInput, "hidden"),
    (widgets.Textarea, "textarea"),
    (widgets.CheckboxSelectMultiple, "checkboxes"),
    (widgets.RadioSelect, "radios"),
    (widgets.CheckboxInput, "checkbox"),
    (widgets.SelectMultiple, "checkboxes"),
    (widgets.Select, "select"),
    (widgets.FileInput, "file"),
    (widgets.PasswordInput, "password"),
    (widgets.EmailInput, "email"),
    (widgets.NumberInput, "number"),
    (widgets.DateInput, "date"),
    (widgets.TimeInput, "time"),
    (widgets.DateTimeInput, "datetime-local"),
    (widgets.URLInput, "url"),
]
_PASSED_ON = ("min", "max", "step", "maxlength", "autocomplete", "inputmode", "accept", "placeholder", "list")


def kind_of(field: BoundField) -> str:
    return next((kind for widget, kind in KINDS if isinstance(field.field.widget, widget)), "text")


def options_of(field: BoundField) -> list[tuple[str, Any]]:
    """(value, label) pairs; groups of options are laid out flat."""
    flat: list[tuple[str, Any]] = []
    for value, label in getattr(field.field, "choices", None) or getattr(field.field.widget, "choices", []):
        flat += [(str(v), text) for v, text in label] if isinstance(label, list | tuple) else [("" if value is None else str(value), label)]
    return flat


def value_of(field: BoundField, kind: str) -> Any:
    """What was typed or stored, as the input wants it: a text, a list of texts, or yes and no."""
    value = field.value()
    if kind == "checkboxes":
        return [str(item) for item in value or []]
    if kind == "checkbox":
        return bool(value)
    if kind in ("date", "time", "datetime-local") and hasattr(value, "isoformat"):
        return value.isoformat()[:16]
    return "" if value is None else str(value)


def plain_field(field: BoundField) -> dict[str, Any]:
    """The arguments of the macro `field` for one field of a form."""
    kind = kind_of(field)
    attrs = field.field.widget.attrs
    plain = {
        "name": field.html_name,
        "label": field.label,
        "kind": attrs.get("data-kind", kind),
        "value": value_of(field, kind),
        "help": field.help_text or None,
        "error": " ".join(str(error) for error in field.errors) or None,
        "required": field.field.required,
        "options": options_of(field),
        "id": field.auto_id or f"id_{field.html_name}",
        "rows": attrs.get("rows", 4),
    }
    given = attrs | {"maxlength": getattr(field.field, "max_length", None) or attrs.get("maxlength")}
    return plain | {"attrs": {name: given[name] for name in _PASSED_ON if given.get(name) is not None}}


def plain_errors(form: Form) -> list[dict[str, Any]]:
    """What is wrong with a form, in its order: label, message and where to go. Empty if nothing is."""
    found = [{"label": "", "message": str(error), "id": None} for error in form.non_field_errors()]
    for field in form:
        found += [{"label": field.label, "message": str(error), "id": field.auto_id or f"id_{field.html_name}"} for error in field.errors]
    return found
