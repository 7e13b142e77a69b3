"""The practice phone without a server: the page, its modules and what it posts, answered from here, under the real policy."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import json_script
from playwright.sync_api import Page, Route

from milpa.ledger.ids import uuid7
from milpa.readiness.tasks import catalogue, checks
from milpa.readiness.tasks.checks import Result
from milpa.web import static_files
from milpa.web.middleware import CONTENT_SECURITY_POLICY

AXE = Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js"
HOST = "http://practice.test"
FINISHED = "addEventListener('task-finished', (event) => { window.finished = [...(window.finished ?? []), event.detail]; });"


@dataclass
class Hand:
    """A person's hand on the practice phone, wherever its page comes from."""

    page: Page

    def press(self, name: str, *, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).click()

    def choose(self, name: str, group: str | None = None) -> None:
        place = self.page.get_by_role("group", name=group) if group else self.page
        place.get_by_role("radio", name=name, exact=True).click()

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def finish(self) -> None:
        self.press("Terminar esta tarea")
        self.press("Sí, terminar")
        self.page.get_by_text("Listo. Lo que hizo ya se guardó.").wait_for()


@dataclass
class PracticeSite(Hand):
    """`posted` are the tasks that arrived; with `is_down` nothing does, with `answers` the server says something else."""

    tasks: list[tuple[str, str]] = field(default_factory=list)
    language: str = "es"
    person: str = "rosa"
    is_down: bool = False
    answers: int = 200
    posted: list[dict[str, Any]] = field(default_factory=list)

    def open(self) -> "PracticeSite":
        self.page.route(f"{HOST}/**", self._answer)
        self.page.add_init_script(FINISHED)
        self.page.goto(f"{HOST}/tasks")
        return self

    def barriers(self) -> list[str]:
        """What axe finds against WCAG 2.2 AA."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']})")
        return [f"{fault['id']}: {fault['nodes'][0]['html'][:120]}" for fault in found["violations"]]

    @property
    def results(self) -> list[Result]:
        return [checks.done(task["task"], task["form"], checks.read(task["task"], task["events"])) for task in self.posted]

    def last_end(self) -> dict[str, Any]:
        """The state in which the phone itself says that the last task ended."""
        return self.page.evaluate("window.finished.at(-1).end")

    def _answer(self, route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if self.is_down:
            route.abort("internetdisconnected")
        elif path.startswith("/static/"):
            found = static_files.open_static(path)
            assert found, path
            route.fulfill(body=found[0].read_bytes(), content_type=found[1])
        elif path == "/tasks/done":
            if self.answers == 200:
                self.posted.append(json.loads(route.request.post_data or ""))
            route.fulfill(status=self.answers, json={})
        else:
            headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY, "Content-Type": "text/html; charset=utf-8"}
            route.fulfill(body=self._page() if path == "/tasks" else "<h1>Resultado</h1>", headers=headers)

    def _page(self) -> str:
        tasks = [
            catalogue.for_browser(task_id, form)
            | {"fact": str(uuid7()), "module": static_files.url(f"readiness/tasks/{catalogue.stem(task_id)}.js")}
            for task_id, form in self.tasks
        ]
        told = {
            "person": self.person,
            "words": catalogue.phone_words(),
            "tasks": tasks,
            "send": "/tasks/done",
            "next": "/result",
            "token": "x",
        }
        shown = {"heading": "Tareas", "modules": [task["module"] for task in tasks], "told": json_script(told, "practice-told")}
        page = render_to_string("readiness/task.html", shown)
        return page.replace('<html lang="es"', f'<html lang="{self.language}"', 1)
