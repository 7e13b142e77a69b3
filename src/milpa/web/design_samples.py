"""What the components on /design show, from `design_samples.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from milpa.web import qr
from milpa.web.charts import Bar, Span, Stack
from milpa.web.maps import outlines

STATES = {"x": "done", "r": "passed", "/": "part", ".": "missing", "-": "not_applicable"}


@cache
def samples() -> dict[str, Any]:
    told = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return told | {
        "phases": [_phase(phase) for phase in told["phases"]],
        "ranked": [_ranked(place, one) for place, one in enumerate(told["ranked"], 1)],
        "stacks": [Stack(one["name"], one["values"]) for one in told["ranked"]],
        "spans": [Span(**one) for one in told["spans"]],
        "bars": [Bar(**one) for one in told["bars"]],
        "country": outlines({"features": [_square(name, *corner) for name, corner in told["squares"].items()]}, "code"),
        "qr": qr.svg("https://milpa.example/t/MAIZ42", css_class=""),
    }


def _phase(phase: dict[str, Any]) -> dict[str, Any]:
    marks = phase["marks"]
    steps = [{"title": f"Paso {place}", "state": STATES[mark]} for place, mark in enumerate(marks, 1)]
    return phase | {"url": "#cloth", "done": sum(mark in "xr" for mark in marks), "of": sum(mark != "-" for mark in marks), "steps": steps}


def _ranked(place: int, one: dict[str, Any]) -> dict[str, Any]:
    name = {"text": one["name"], "url": "#table", "gap": one.get("gap")}
    return {"place": place, "name": name, "values": one["values"], "total": f"{sum(one['values']):.0f}"}


def _square(name: str, x: int, y: int) -> dict[str, Any]:
    ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]
    return {"properties": {"code": name, "name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
