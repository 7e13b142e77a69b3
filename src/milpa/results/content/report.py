"""A report's canonical content: what was written, and the figures as they were copied into it."""

from typing import Any

VERSION = 1
WRITTEN = ("title", "since", "until", "due_on", "done", "learnt", "coming")


def content(report: Any) -> dict[str, Any]:
    return {name: getattr(report, name) for name in WRITTEN} | {"figures": report.figures, "taken_at": report.taken_at}
