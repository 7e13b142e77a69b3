"""What a page with the practice phone is told: its tasks, where they are sent, and where the person goes afterwards."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.html import json_script
from django.utils.translation import get_language

from milpa.ledger.ids import uuid7
from milpa.people.models import Person
from milpa.readiness.rules.gaps import DIAGNOSIS
from milpa.readiness.tasks import catalogue
from milpa.web import static_files

DIAGNOSIS_MINUTES = 12


def minutes(tasks: int) -> int:
    """About how long a person takes, after the whole diagnosis."""
    return ceil(DIAGNOSIS_MINUTES * tasks / len(DIAGNOSIS))


def in_language(text: catalogue.Text) -> str:
    """A text of the tasks, in the page's language."""
    return text["en" if (get_language() or "es").startswith("en") else "es"]


def title_of(task: str) -> str:
    return in_language(catalogue.task(task).title)


def show(request: HttpRequest, person: Person, tasks: Iterable[tuple[str, str]], send: str, after: str) -> HttpResponse:
    """The page with the practice phone. Each task carries the id of the fact that it will become."""
    shown = [
        catalogue.for_browser(task, form) | {"fact": str(uuid7()), "module": static_files.url(f"readiness/tasks/{catalogue.stem(task)}.js")}
        for task, form in tasks
    ]
    told: dict[str, Any] = {
        "person": str(person.pk),
        "words": catalogue.phone_words(),
        "tasks": shown,
        "send": send,
        "next": after,
        "token": get_token(request),
    }
    values = {"heading": in_language(shown[0]["title"]), "modules": [task["module"] for task in shown]}
    return render(request, "readiness/task.html", values | {"told": json_script(told, "practice-told")})
