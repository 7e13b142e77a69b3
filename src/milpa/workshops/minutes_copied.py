"""What the minutes of a workshop copy when they are issued: plain values without a language, so that a signature covers exactly them.

What people wrote stands here by id and fingerprint (`body_hash` of its fact): erased on somebody's wish, it leaves the minutes too, and
the signatures stand. Answers to needs and commitments that were kept come later and are no part of what is signed.
"""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from milpa.ledger.canonical import plain
from milpa.workshops.attendance import explained
from milpa.workshops.counting import result_of
from milpa.workshops.models import Card, Commitment, Need, Needs, Participant, Vote, Workshop
from milpa.workshops.naming import is_named
from milpa.workshops.photographs import of_wall
from milpa.workshops.remarks import remarks_of
from milpa.workshops.wall import GroupOnWall, wall_of

ASKED = ("title", "question", "place", "starts_at", "minutes", "care", "code")
NEED = ("id", "title", "place", "rank", "votes", "counted_by", "suits_ict", "mean", "solved_by_training", "handed_to", "done_instead")
MOVED = ("moved_because", "is_declined")


def parts() -> dict[str, str]:
    """What each part is called, in the order of the page."""
    return {
        "text": _("what whoever facilitates adds"),
        "workshop": _("what was asked, where and when"),
        "attendance": _("who took part"),
        "groups": _("the cards and their groups"),
        "votes": _("the votes"),
        "needs": _("the order of the needs"),
        "remarks": _("remarks and their answers"),
        "commitments": _("the commitments"),
        "photographs": _("the photographs"),
    }


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Which parts differ, in words. That the needs were saved again is no difference; what they say is."""
    return [words for key, words in parts().items() if _said(before.get(key)) != _said(after.get(key))]


def _said(part: Any) -> Any:
    return part.get("items") if isinstance(part, dict) and "items" in part else part


def copied_of(workshop: Workshop) -> dict[str, Any]:
    """Some fifteen queries: asked when minutes are issued, renewed or signed, never to show a page."""
    copied: dict[str, Any] = plain(
        {
            "workshop": {name: getattr(workshop, name) for name in ASKED},
            "attendance": _attendance(workshop),
            "groups": _groups(workshop),
            "votes": _votes(workshop),
            "needs": _needs(workshop),
            "remarks": _remarks(workshop),
            "commitments": _fingerprints(Commitment.objects.standing().filter(workshop=workshop).in_order()),
            "photographs": sorted(file.sha256 for file in of_wall(workshop)),
        }
    )
    return copied


def _fingerprints(facts: Any) -> list[list[str]]:
    return [[str(id), bytes(said).hex()] for id, said in facts.values_list("id", "body_hash")]


def _attendance(workshop: Workshop) -> dict[str, Any]:
    people = list(Participant.objects.in_workshop(workshop).values_list("enterprise", "position", "way"))
    by_enterprise = Counter(str(enterprise or "") for enterprise, _position, _way in people)
    reasons = explained([workshop.id], "present").get(workshop.id, {})
    ways, positions = Counter(way for _e, _p, way in people), Counter(position for _e, position, _w in people)
    return {"enterprises": dict(by_enterprise), "ways": dict(ways), "positions": dict(positions), "reasons": dict(reasons)}


def _groups(workshop: Workshop) -> dict[str, Any]:
    wall, said = wall_of(workshop), dict(_fingerprints(Card.objects.on_the_wall().filter(workshop=workshop)))
    loose = sorted([str(card.id), said[str(card.id)]] for card in wall.loose)
    return {"named": is_named(workshop), "groups": [_group(group, said) for group in wall.groups], "loose": loose}


def _group(group: GroupOnWall, said: dict[str, str]) -> dict[str, Any]:
    judged = {key: [one.value, one.words] for key, one in group.judgements.items()}
    cards = sorted([str(card.id), said[str(card.id)]] for card in group.cards)
    shown = {"id": group.id, "name": group.name, "solved": group.solved, "handed_to": group.handed_to}
    return shown | {"judged": judged, "cards": cards}


def _votes(workshop: Workshop) -> list[dict[str, Any]]:
    closed = Vote.objects.standing().filter(workshop=workshop).exclude(closed_by=None).in_order()
    return [_vote(vote) for vote in closed]


def _vote(vote: Vote) -> dict[str, Any]:
    result = result_of(vote)
    rows = [[row.rank, row.group, str(row.value)] for row in result.standings]
    return {"id": vote.id, "question": vote.question, "method": vote.method, "voted": result.voted, "blank": result.blank, "rows": rows}


def _needs(workshop: Workshop) -> dict[str, Any]:
    needs = Needs.objects.filter(programme=workshop.programme_id).first()
    if needs is None:
        return {"revision": 0, "items": []}
    rows = Need.objects.filter(needs=needs).order_by("place", "id").values(*NEED, *MOVED)
    return {"revision": needs.revision, "items": list(rows)}


def _remarks(workshop: Workshop) -> list[list[Any]]:
    """Those that were answered: what is still to be answered changes nothing yet."""
    needs = Needs.objects.filter(programme=workshop.programme_id).first()
    told = remarks_of(needs) if needs is not None else []
    return [[str(row.remark.id), bytes(row.remark.body_hash).hex(), row.answer.kind, row.answer.text] for row in told if row.answer]
