"""Across programmes: levels of involvement beside satisfaction and completion, each with its n."""

from typing import Any

from milpa.programmes import telling
from milpa.programmes.involving import PhaseInvolvement, involvements
from milpa.programmes.journeys import Standing, standings
from milpa.programmes.models import Programme
from milpa.programmes.remembering import Mark, mark, remembered
from milpa.results.figures import satisfaction_value
from milpa.results.measuring import Measured, measured


def rows_across(person: Any) -> list[dict[str, Any]]:
    """One row a programme that the person may see, those of the past aside: they have only what a source says."""
    programmes = list(Programme.objects.open_to(person, "results.see").filter(is_historical=False).order_by("id"))
    now = mark()
    ids = [programme.id for programme in programmes]
    results, stands = measured(ids, now), _stands(programmes, now)
    return [_row(programme, results[programme.id], *stands[programme.id]) for programme in programmes]


def _stands(programmes: list[Programme], now: Mark) -> dict[Any, tuple[Standing, list[PhaseInvolvement]]]:
    def read() -> dict[Any, tuple[Standing, list[PhaseInvolvement]]]:
        found = standings(programmes, now)
        levels = involvements(list(found.values()), now)
        return {id: (found[id], levels[id]) for id in found}

    found: dict[Any, tuple[Standing, list[PhaseInvolvement]]] = remembered(now, ("across", tuple(p.id for p in programmes)), read)
    return found


def _row(programme: Programme, found: Measured, standing: Standing, phases: list[PhaseInvolvement]) -> dict[str, Any]:
    short = telling.short_titles(standing.edition)
    told = [f"{short[row.phase.id]} {row.levels.headline}" for row in phases if row.is_told]
    total = found.satisfaction.total if found.satisfaction else None
    return {
        "id": programme.id,
        "title": programme.title,
        "levels": " · ".join(told),
        "satisfaction": str(satisfaction_value(total)) if total else "",
        "answered": total.answered if total else None,
        "started": found.completion.started,
        "completed": found.completion.completed,
    }
