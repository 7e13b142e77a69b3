"""What differs between two revisions of a strategy, word by word, each passage with the name of its place."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from milpa.guide.texts import Text
from milpa.ledger.words import Passage, Piece, compare_contents
from milpa.strategies.labels import FIELD_LABELS
from milpa.strategies.marking import marked
from milpa.strategies.models.action import KINDS, MODALITIES
from milpa.strategies.models.plan import HOW_MUCH

# what a reader does not read: ids, links between rows, titles that come from the guide
SILENT = {"id", "person", "institution", "action", "depends_on", "currency", "needs_revision"}
CODES = {"kind": dict(KINDS), "modality": dict(MODALITIES), "likelihood": dict(HOW_MUCH), "impact": dict(HOW_MUCH)}


@dataclass(frozen=True, slots=True)
class Difference:
    where: str
    pieces: tuple[Piece, ...]
    words_out: int
    words_in: int

    @property
    def html(self) -> Markup:
        """The passage with what went out struck through and what came in underlined."""
        return marked(self.pieces)


def differences(before: Any, after: Any) -> list[Difference]:
    """`before`, `after`: contents of today's structure. In the order of the newer one; what is gone comes last."""
    found = [passage for passage in compare_contents(_named(before), _named(after)) if _is_read(passage)]
    return [Difference(_where(passage.path, before, after), passage.pieces, passage.words_out, passage.words_in) for passage in found]


def counted(found: list[Difference]) -> tuple[int, int]:
    """Words that went out, words that came in."""
    return sum(one.words_out for one in found), sum(one.words_in for one in found)


def _is_read(passage: Passage) -> bool:
    if passage.path[0] == "sections" and passage.path[2:] != ("text",):
        return False
    last = next((part for part in reversed(passage.path) if not part.isdigit()), "")
    return last not in SILENT and any(piece.text.strip() for piece in passage.pieces if piece.how != "same")


def _named(content: Any) -> Any:
    """As it is read: the names of needs in place of their ids, words in place of codes, yes and no."""
    titles = {need["id"]: need["title"] for need in content["needs"]}
    actions = [
        {**action, "answers": "; ".join(titles.get(id, "") for id in action["answers"]), "language": " ".join(action["language"])}
        for action in content["actions"]
    ]
    return _in_words({**content, "actions": actions})


def _in_words(value: Any, name: str = "") -> Any:
    match value:
        case bool():
            return str(_("yes") if value else _("no"))
        case dict():
            return {key: _in_words(item, key) for key, item in value.items()}
        case list():
            return [_in_words(item) for item in value]
        case str() if name in CODES:
            return str(CODES[name].get(value, value))
    return value


def _where(path: tuple[str, ...], before: Any, after: Any) -> str:
    group = path[0]
    if group == "title":
        return _("Title")
    row = _row(after, path) or _row(before, path) or {}
    if group == "sections":
        places = [section["id"] for section in after["sections"]]
        number = f"{places.index(row['id']) + 1}. " if row.get("id") in places else ""
        return f"{number}{Text(row.get('title', {}))}"
    name = row.get("name") or row.get("title") or row.get("text") or ""
    return ": ".join(part for part in (str(_groups().get(group, group)), name[:80], _field(path[-1])) if part)


def _row(content: Any, path: tuple[str, ...]) -> Any:
    rows = content.get(path[0])
    return next((row for row in rows if row.get("id") == path[1]), None) if isinstance(rows, list) and len(path) > 1 else None


def _groups() -> dict[str, str]:
    return {
        "needs": _("Need"),
        "register": _("The register's figures"),
        "actions": _("Training action"),
        "objectives": _("Objective"),
        "budget": _("Budget"),
        "calendar": _("Calendar"),
        "risks": _("Risk"),
    }


def _field(name: str) -> str:
    return str(FIELD_LABELS[name]) if name in FIELD_LABELS else ""
