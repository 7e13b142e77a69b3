"""The negotiation by section: the text with its suggested changes, and the notes beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from milpa.strategies.beside import Note
from milpa.strategies.marking import Change, marked, pieces_of
from milpa.strategies.paper import Action, Paper, Section


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or a training action, of which something was said."""

    section: Section | None
    action: Action | None
    html: Markup  # of a section: its text, with what is suggested and not answered yet
    notes: tuple[Note, ...]

    @property
    def has_open(self) -> bool:
        return any(note.is_open for note in self.notes)


def parts_of(paper: Paper, found: Sequence[Note]) -> list[Part]:
    """Those of which something was said: what waits for an answer first, each group in the order of the text."""
    parts = [_section(section, [note for note in found if note.section == section.id]) for section in paper.sections]
    parts += [_action(action, [note for note in found if note.action == action.id]) for action in paper.actions]
    return sorted((part for part in parts if part.notes), key=lambda part: not part.has_open)


def change_said(part: Part, note: Note) -> str:
    """One change in a line: where, whose, which words."""
    where = part.section.title if part.section else part.action.name if part.action else ""
    words = {"where": where, "who": note.who, "words": note.words.strip(), "quote": note.quote.strip()}
    if note.quote:
        return _("{where}. {who}: “{words}” in place of “{quote}”").format(**words)
    return _("{where}. {who}: adds “{words}”").format(**words)


def _section(section: Section, notes: Sequence[Note]) -> Part:
    suggested = {note.id: Change(note.quote, note.words) for note in notes if note.is_open and note.is_change}
    pieces, lost = pieces_of(section.text, suggested.values())
    gone = {id(change) for change in lost}
    told = (replace(note, is_lost=note.id in suggested and id(suggested[note.id]) in gone) for note in notes)
    return Part(section, None, marked(pieces), tuple(told))


def _action(action: Action, notes: Sequence[Note]) -> Part:
    return Part(None, action, Markup(""), tuple(notes))
