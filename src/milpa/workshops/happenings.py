"""What happened in a room since a moment, as its screens are told: one hand-written question over all kinds of facts.

The hub asks it at every card and every placing, while the phones wait; eight questions through the ORM took twenty times as long.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import connection

from milpa.web.live import Event
from milpa.workshops.reads import is_named, key

# the first names its columns, and tells PostgreSQL their kinds
HAPPENED = """
SELECT arrived, 'placed' AS name, card_id AS one, group_id AS other, '' AS text, '' AS author
FROM workshops_cardplaced WHERE workshop_id = %s AND arrived > %s
UNION ALL SELECT card.arrived, 'card', card.id, NULL, card.text, CASE WHEN card.named THEN participant.name ELSE '' END
FROM workshops_card card JOIN workshops_participant participant ON participant.id = card.participant_id
WHERE card.workshop_id = %s AND card.arrived > %s
UNION ALL SELECT arrived, 'moderated', card_id, NULL, '', '' FROM workshops_cardmoderated WHERE workshop_id = %s AND arrived > %s
UNION ALL SELECT arrived, 'group', id, NULL, name, '' FROM workshops_group WHERE workshop_id = %s AND arrived > %s
UNION ALL SELECT arrived, 'named', group_id, NULL, name, '' FROM workshops_groupnamed WHERE workshop_id = %s AND arrived > %s
UNION ALL SELECT arrived, 'solved', group_id, NULL, '', '' FROM workshops_solvedbytraining WHERE workshop_id = %s AND arrived > %s
UNION ALL SELECT arrived, 'judged', group_id, NULL, '', '' FROM workshops_judgement WHERE workshop_id = %s AND arrived > %s
"""
WITHDRAWN = """UNION ALL SELECT gone.arrived, 'returned', NULL, NULL, '', '' FROM ledger_voided gone
JOIN workshops_{kind} fact ON fact.id = gone.target WHERE gone.kind = 'workshops.{kind}' AND fact.workshop_id = %s AND gone.arrived > %s
"""
WITHDRAWABLE = ("card", "cardmoderated", "group", "vote")
QUESTION = f"SELECT * FROM ({HAPPENED}{''.join(WITHDRAWN.format(kind=kind) for kind in WITHDRAWABLE)}) happened ORDER BY arrived"

TELLS: dict[str, Callable[[str, str | None, str, str], dict[str, Any]]] = {
    "card": lambda one, other, text, author: {"id": one, "text": text} | ({"author": author} if author else {}),
    "placed": lambda one, other, text, author: {"card": one, "group": other},
    "moderated": lambda one, other, text, author: {"card": one},
    "group": lambda one, other, text, author: {"id": one, "name": text},
    "named": lambda one, other, text, author: {"group": one, "name": text},
    "solved": lambda one, other, text, author: {"group": one},
    "judged": lambda one, other, text, author: {"group": one},
    "returned": lambda one, other, text, author: {},
}


def happened(workshop: UUID, after: int) -> list[Event]:
    """What arrived after `after`, in that order. One query, by index; another one if cards with a name are among it."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [key(workshop), after] * QUESTION.count("arrived > %s"))
        rows = cursor.fetchall()
    has_names = any(author for *_rest, author in rows) and is_named(workshop)
    return [
        Event(arrived, name, TELLS[name](_id(one), _id(other), text, author if has_names else ""))
        for arrived, name, one, other, text, author in rows
    ]


def _id(stored: Any) -> Any:
    return str(UUID(str(stored))) if stored else None
