"""A selection's canonical content: what is compared, and what was decided. Weights are facts and stand beside it."""

from typing import Any

VERSION = 1


def content(selection: Any) -> dict[str, Any]:
    return {
        "gaps": selection.gaps,
        "candidates": [_candidate(row) for row in selection.candidates.prefetch_related("values")],
        "criteria": [
            {"id": row.id, "title": row.title, "unit": row.unit, "why": row.why, "more_is_better": row.more_is_better}
            for row in selection.criteria.all()
        ],
        "decided": selection.decided_id,
        "reasons": selection.reasons,
        "ranking_then": selection.ranking_then,
    }


def _candidate(candidate: Any) -> dict[str, Any]:
    values = sorted(candidate.values.all(), key=lambda row: str(row.criterion_id))
    return {
        "id": candidate.id,
        "name": candidate.name,
        "proposed": candidate.proposed,
        "values": [
            {
                "id": row.criterion_id,
                "value": row.value,
                "no_datum": row.no_datum,
                "year": row.year,
                "source": row.source,
                "scope": row.scope,
                "note": row.note,
            }
            for row in values
        ],
    }
