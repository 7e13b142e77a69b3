"""The minutes as DOCX: what an institution goes on writing in its own word processor. The same parts as the PDF, in the same order."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from PIL import Image

from milpa.programmes.banner import banner_of
from milpa.web import formats
from milpa.web.documents.docx import Docx
from milpa.web.uploads.storing import opened
from milpa.workshops.minutes import Minutes, outcome_of
from milpa.workshops.models import Workshop

JPEG_QUALITY = 82
Rows = list[dict[str, Any]]


def minutes_docx(workshop: Workshop, language: str) -> bytes:
    """In the language of the moment."""
    programme, minutes = workshop.programme, Minutes(workshop)
    title = _("Minutes of the workshop “%(title)s”") % {"title": workshop.title}
    institution = programme.institution
    page = Docx(title, language=language, author=institution.name, country=institution.country)
    if banner := banner_of(programme):
        page.paragraph(banner)
    _head(page, workshop, minutes)
    _said(page, minutes)
    _votes(page, minutes)
    _order(page, minutes)
    _commitments(page, minutes)
    _photographs(page, minutes.photographs)
    page.heading(_("Signatures"), 1)
    page.signatures([(str(row["who"]), _signature(row)) for row in minutes.signs])
    for words in minutes.signed_words:
        page.paragraph(words)
    return page.content()


def _signature(row: dict[str, Any]) -> str:
    """What stands below the line: how it was signed on the screen, or what to write by hand."""
    if row["state"] == "waiting":
        return _("Name, post, date and signature")
    covers = [_("Signed, but no longer covers the text")] if row["state"] == "uncovered" else []
    return "\n".join(filter(None, [row.get("capacity"), *covers, row.get("says")]))


def _table(page: Docx, columns: Rows, rows: Rows, caption: str = "") -> None:
    """Columns and rows as a page's table has them."""
    numeric = [n for n, column in enumerate(columns) if column.get("numeric")]
    cells = [[_plain(row.get(column["key"])) for column in columns] for row in rows]
    page.table([str(column["label"]) for column in columns], cells, numeric=numeric, caption=caption)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return _plain(value.get("text"))
    return "" if value is None else str(value)


def _head(page: Docx, workshop: Workshop, minutes: Minutes) -> None:
    page.heading(_("The workshop"), 1)
    page.quote(workshop.question)
    facts = [workshop.place, formats.moment(workshop.starts_at) if workshop.starts_at else "", workshop.care]
    for line in filter(None, facts):
        page.paragraph(line)
    if minutes.text:
        page.paragraph(minutes.text)
    page.heading(_("Who took part"), 1)
    page.paragraph(minutes.present)
    _table(page, enterprise_columns(), minutes.enterprises, _("Attendance by enterprise"))
    page.items(f"{voice['title']}: {voice['meta']}" for voice in minutes.voices)


def enterprise_columns() -> Rows:
    return [{"key": "enterprise", "label": _("Enterprise")}, {"key": "people", "label": _("People"), "numeric": True}]


def _said(page: Docx, minutes: Minutes) -> None:
    page.heading(_("What was said"), 1)
    page.paragraph(minutes.naming_words)
    if minutes.unread:
        page.paragraph(minutes.unread)
    for pile in minutes.piles:
        page.heading(pile.name, 2)
        cards = ngettext("{n} card", "{n} cards", len(pile.cards)).format(n=len(pile.cards))
        page.paragraph(f"{cards} · {outcome_of(pile)}")
        for card in pile.cards:
            page.quote(f"{card.text} ({card.author})" if card.author else card.text)


def _votes(page: Docx, minutes: Minutes) -> None:
    page.heading(_("The vote"), 1)
    for vote in minutes.votes:
        page.paragraph(f"{vote.question} {vote.rule}")
        _table(page, vote.columns, vote.rows, _("The result of the vote"))
        for sentence in [vote.turnout, *vote.says]:
            page.paragraph(sentence)
    if minutes.by_link:
        page.paragraph(minutes.by_link)
    if not minutes.votes:
        page.paragraph(_("There was no vote."))
    for words in minutes.withdrawn:
        page.paragraph(words)
    page.heading(_("Does it suit ICT?"), 1)
    if minutes.judged:
        _table(page, minutes.judged_columns, minutes.judged, _("What the room judged"))
    page.items(minutes.judged_words)


def _order(page: Docx, minutes: Minutes) -> None:
    page.heading(_("The order"), 1)
    columns = [
        {"key": "rank", "label": _("Place"), "numeric": True},
        {"key": "title", "label": _("Need")},
        {"key": "counted", "label": _("In the vote")},
        {"key": "note", "label": _("Note")},
    ]
    for title, needs in minutes.lists:
        page.heading(title, 2)
        _table(page, columns, needs)
    if minutes.handed:
        page.heading(_("Not solved by training"), 2)
        _table(page, [{"key": "title", "label": _("What was said")}, {"key": "handed_to", "label": _("Handed to")}], minutes.handed)
    page.paragraph(minutes.result.state)


def _commitments(page: Docx, minutes: Minutes) -> None:
    page.heading(_("Commitments"), 1)
    if minutes.commitments:
        _table(page, commitment_columns(), minutes.commitments)
    else:
        page.paragraph(_("None was written down."))


def commitment_columns() -> Rows:
    keys = [("who", _("Who")), ("what", _("What")), ("by_when", _("By when")), ("kept", _("Kept"))]
    return [{"key": key, "label": label} for key, label in keys]


def _photographs(page: Docx, found: Sequence[Any]) -> None:
    if not found:
        return
    page.heading(_("Photographs of the wall"), 1)
    for n, file in enumerate(found, start=1):
        with opened(file) as content:
            page.picture(as_jpeg(content.read()), _("The wall, photograph %(n)s") % {"n": n})


def as_jpeg(content: bytes) -> bytes:
    """Word processors do not read WebP."""
    out = BytesIO()
    with Image.open(BytesIO(content)) as picture:
        picture.convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()
