"""A strategy's canonical content: its words, its training actions, its plan, and what it quotes from elsewhere."""

from typing import Any

VERSION = 1


def content(strategy: Any) -> dict[str, Any]:
    return {
        "title": strategy.title,
        "currency": strategy.currency,
        "needs_revision": strategy.needs_revision,
        "needs": _needs(strategy),
        "register": {"enterprises": strategy.enterprises, "led_by_women": strategy.led_by_women, "on": strategy.counted_on},
        "sections": [{"id": row.slug, "title": row.title, "text": row.text} for row in strategy.sections.all()],
        "actions": _actions(strategy),
        "objectives": [_objective(row) for row in strategy.objectives.all()],
        "budget": [_budget(row) for row in strategy.budget.prefetch_related("shares")],
        "calendar": [
            _plain(row, "id", "text", "starts", "ends", "responsible") | {"person": row.person_id} for row in strategy.calendar.all()
        ],
        "risks": [
            _plain(row, "id", "text", "likelihood", "impact", "what", "responsible") | {"person": row.person_id}
            for row in strategy.risks.all()
        ],
    }


def _plain(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _needs(strategy: Any) -> list[dict[str, Any]]:
    reasons = dict(strategy.reasons.values_list("need", "reason"))
    return [
        {"id": row.need_id, "reason": reasons.get(row.need_id, "")}
        | _plain(row, "place", "title", "votes", "by_training", "suits_ict", "handed_to")
        for row in strategy.quoted.all()
    ]


def _actions(strategy: Any) -> list[dict[str, Any]]:
    order = {need: place for place, need in enumerate(strategy.quoted.values_list("need", flat=True))}
    return [_action(row, order) for row in strategy.actions.prefetch_related("answers")]


def _action(row: Any, order: dict[Any, int]) -> dict[str, Any]:
    answers = sorted((link.need_id for link in row.answers.all()), key=lambda need: (order.get(need, len(order)), str(need)))
    texts = _plain(row, "for_whom", "learning_outcome", "level", "modality_says", "ict_needed", "instructor_profile", "recognition")
    more = _plain(row, "standard", "event_code", "language_support", "why_no_need", "responsible", "kind", "name", "modality")
    figures = _plain(row, "id", "hours", "weeks", "places", "cost", "currency", "starts", "language", "offered_to_workers")
    return texts | more | figures | {"depends_on": row.depends_on_id, "person": row.person_id, "answers": answers}


def _objective(row: Any) -> dict[str, Any]:
    words = _plain(row, "id", "text", "indicator", "formula", "unit", "disaggregation", "baseline_when", "target_says", "source")
    return words | _plain(row, "frequency", "baseline", "baseline_on", "target")


def _budget(row: Any) -> dict[str, Any]:
    shares = [{"institution": share.institution_id, "name": share.name, "amount": share.amount} for share in row.shares.all()]
    return _plain(row, "id", "text", "amount", "currency", "in_kind") | {"action": row.action_id, "shares": shares}
