"""The demonstration's pages as data, read once."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "demo"
FORMS = ROOT / "src/milpa/surveys/forms"
COURSES = ("mercadeo_estrategico", "nivelacion_tic", "bienvenida")
ILLUSTRATIVE = (
    "people",
    "selection",
    "workshop",
    "strategy",
    "editions",
    "practice_answers",
    "readiness",
    "survey_answers",
    "schedule",
    "network",
    "community_tourism",
)
REAL = re.compile(
    r"\b(INTECAP|APEHGUA|OIT|ILO|Cinterfor|GTZ|INGUAT|SAT|IGSS|MINECO|Ministerio de Econom\w+|"
    r"Ministry of Economy|Uni[oó]n Europea|European Union)\b",
    re.IGNORECASE,
)


def read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def page(name: str) -> Any:
    return read(DEMO / f"{name}.yaml")


@cache
def course(slug: str) -> Any:
    return page(f"courses/{slug}")


def texts(value: Any) -> Iterator[str]:
    """Every text in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def found(value: Any, key: str) -> Iterator[Any]:
    """What stands under this key, wherever it is."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for each in value.values():
            yield from found(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from found(each, key)


def lessons(slug: str) -> list[Any]:
    return [lesson for unit in course(slug)["units"] for lesson in unit["lessons"]]


def people() -> dict[str, Any]:
    who = page("people")
    return {person["key"]: person for person in [*who["staff"], *who["owners_and_workers"]]}


def enterprises() -> dict[str, Any]:
    return {enterprise["key"]: enterprise for enterprise in page("people")["enterprises"]}


def editions() -> dict[str, Any]:
    return {edition["key"]: edition for edition in page("editions")["editions"]}
