"""The practical tasks as data: texts in both languages, hints and the parallel forms A and B.

Source of the tasks, competences and levels: ours, after the competence titles of DigComp 2.2
(Vuorikari, Kluzer, Punie 2022); to be checked with an instructor of the trade.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from milpa.readiness.rules.gaps import Form

DATA = Path(__file__).parent / "data"
TASKS = ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "14")
FORMS = tuple(Form)

Text = Mapping[str, str]  # {"es": …, "en": …}


@dataclass(frozen=True, slots=True)
class Task:
    id: str
    digcomp: str  # competence of DigComp 2.2, as "4.1"
    level: int  # proficiency level that the task, done unaided, gives evidence of
    title: Text
    instruction: Text
    hints: tuple[Text, ...]
    reasons: Mapping[str, Text]  # what was missing, in a sentence, by the check's code
    words: Mapping[str, Any]  # the sentences of its screens
    forms: Mapping[str, Mapping[str, Any]]  # "A" and "B": names, prices, codes, messages

    @property
    def stem(self) -> str:
        """The name of its files: b3.yaml, checks/b3.py, tasks/b3.js."""
        return stem(self.id)


def stem(task_id: str) -> str:
    return task_id.lower() if task_id.startswith("B") else f"t{task_id}"


@cache
def task(task_id: str) -> Task:
    """Raises KeyError for an id that is no task."""
    if task_id not in TASKS:
        raise KeyError(task_id)
    told = yaml.safe_load((DATA / f"{stem(task_id)}.yaml").read_text(encoding="utf-8"))
    hints, common = tuple(told.pop("hints")), {key: told.pop(key) for key in ("months", "easy") if key in told}
    forms = {name: {**common, **form} for name, form in told.pop("forms").items()}
    return Task(hints=hints, forms=forms, **told)


@cache
def phone_words() -> Mapping[str, Text]:
    """What the practice phone says in every task."""
    words: Mapping[str, Text] = yaml.safe_load((DATA / "phone.yaml").read_text(encoding="utf-8"))
    return words


@cache
def areas() -> Mapping[str, Text]:
    """The five areas of DigComp 2.2 by code: "4" -> {"es": "Seguridad", "en": "Safety"}. Sources stand in the file's rows."""
    with (DATA / "digcomp22.csv").open(encoding="utf-8", newline="") as rows:
        return {row["code"]: {"es": row["title_es"], "en": row["title_en"]} for row in csv.DictReader(rows) if row["kind"] == "area"}


def for_browser(task_id: str, form: str) -> dict[str, Any]:
    """One task in one form as the practice phone takes it. Raises KeyError for an unknown task or form."""
    chosen = task(task_id)
    return {
        "id": chosen.id,
        "form": str(form),
        "title": chosen.title,
        "instruction": chosen.instruction,
        "hints": list(chosen.hints),
        "words": chosen.words,
        "values": chosen.forms[form],
    }
