"""The minutes of a workshop: what was counted and said, read for its page and for its PDF."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.ledger.models.voiding import Voided
from milpa.web import formats
from milpa.web.models import StoredFile
from milpa.workshops.attendance import Attendance, attendance_of
from milpa.workshops.by_link import Apart, beside_the_room
from milpa.workshops.commitments import commitments
from milpa.workshops.consoles import Room, room_of
from milpa.workshops.minutes_copied import changed, copied_of
from milpa.workshops.minutes_signed import SignedMinutes
from milpa.workshops.models import MinutesIssued, Participant, Vote, Workshop, WorkshopMinutes
from milpa.workshops.models.voting import CRITERIA
from milpa.workshops.naming import naming_of
from milpa.workshops.outcomes import Result, ShownNeed, result_of
from milpa.workshops.photographs import of_wall
from milpa.workshops.results_shown import ShownResult, shown_result
from milpa.workshops.shown import Here, Pile, ShownVote
from milpa.workshops.to_read import to_read_n
from milpa.workshops.voices import voice_lines
from milpa.workshops.wall import names_of

Rows = list[dict[str, Any]]


class Minutes:
    """Each part is read when it is first asked for: the page shows a few, the PDF all of them."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop

    @cached_property
    def attendance(self) -> Attendance:
        return attendance_of(self.workshop)

    @cached_property
    def here(self) -> Here:
        return Here.of(self.attendance.people)

    @cached_property
    def room(self) -> Room:
        return room_of(self.workshop, whole=True)

    @cached_property
    def result(self) -> Result:
        return result_of(self.workshop.programme, lambda _verb: False)

    @cached_property
    def is_closed(self) -> bool:
        return self.workshop.is_closed

    @cached_property
    def issued(self) -> WorkshopMinutes | MinutesIssued | None:
        """The document; of minutes that were issued before they were one, the fact."""
        if self.signed.document is not None:
            return self.signed.document
        found: MinutesIssued | None = MinutesIssued.objects.standing().filter(workshop=self.workshop).in_order().last()
        return found

    @cached_property
    def commitments(self) -> Rows:
        return commitments(self.workshop)

    @property
    def state(self) -> str:
        if not self.is_closed:
            return _("The workshop is not closed yet: these are the minutes so far.")
        if self.issued is None:
            return _("The workshop is closed. Issue the minutes, so that everybody can read them.")
        at = self.signed.revisions[-1].at if self.signed.revisions else self.issued.recorded_at
        return _("Issued on {day}.").format(day=formats.day(at))

    @property
    def text(self) -> str:
        return self.issued.text if self.issued else ""

    @property
    def present(self) -> str:
        n, m = len(self.attendance.people), self.attendance.enterprises
        people = ngettext("{n} person", "{n} people", n).format(n=n)
        enterprises = ngettext("{n} enterprise of the register", "{n} enterprises of the register", m).format(n=m)
        said = _("{people} of {enterprises}: {by_way}.").format(people=people, enterprises=enterprises, by_way=self.here.by_way)
        owners, workers = self.attendance.owners, self.attendance.workers
        positions = _("{owners} owners, {workers} workers.").format(owners=owners, workers=workers)
        return f"{said} {positions}" if owners or workers else said

    @property
    def figures(self) -> Rows:
        found = self.attendance
        rows = [(len(found.people), _("people"), self.here.by_way), (found.enterprises, _("enterprises of the register"), None)]
        rows += [(found.owners, _("owners"), None), (found.workers, _("workers"), None)] if found.owners or found.workers else []
        return [{"value": value, "label": label, "n": n} for value, label, n in rows]

    @property
    def enterprises(self) -> Rows:
        """How many people came of each; those who said none last."""
        return attended(self.attendance.people)

    @property
    def voices(self) -> Rows:
        return voice_lines(self.attendance.voices)

    @property
    def piles(self) -> list[Pile]:
        return sorted((pile for pile in self.room.piles if pile.cards), key=lambda pile: (pile.rank is None, pile.rank or 0))

    @staticmethod
    def outcome_of(pile: Pile) -> str:
        return outcome_of(pile)

    @property
    def vote(self) -> ShownVote | None:
        return self.room.vote if self.room.vote and not self.room.vote.is_open else None

    @cached_property
    def votes(self) -> list[ShownResult]:
        """Every vote that was closed and stands, in order: on the wall's groups and on lists. Counted once for all who ask."""
        closed = Vote.objects.standing().filter(workshop=self.workshop, link_windows=None).exclude(closed_by=None).in_order()
        names = {str(id): name for id, name in names_of(self.workshop).items()}
        apart = [self.beside.vote] if self.beside and self.beside.vote else []
        return [shown_result(vote, names) for vote in [*closed, *apart]]

    @cached_property
    def beside(self) -> Apart | None:
        return beside_the_room(self.workshop)

    @property
    def by_link(self) -> str:
        """How many voted by link and how their votes count; empty without any."""
        return self.beside.says if self.beside else ""

    @cached_property
    def withdrawn(self) -> list[str]:
        """Rounds that do not count, each with its reason."""
        gone = list(Vote.objects.filter(workshop=self.workshop).exclude(voided_by=None).in_order())
        reasons = dict(Voided.objects.filter(id__in=[vote.voided_by for vote in gone]).values_list("id", "why"))
        said = _("A round of “{question}” was taken back: {why}")
        return [said.format(question=vote.question, why=reasons.get(vote.voided_by, "")) for vote in gone]

    @property
    def naming_words(self) -> str:
        rule = naming_of(self.workshop)
        if rule.named:
            return _("The group decided that cards carry the name of who wrote them. {why}").format(why=rule.why).strip()
        return _("Each card stands in its author's words, without a name.")

    @property
    def judged_words(self) -> list[str]:
        """The reasons that were said for the values."""
        said = [(pile.name, one.words) for pile in self.room.judging for one in pile.group.judgements.values() if one.words]
        return [f"{name}: «{words}»" for name, words in said]

    @cached_property
    def photographs(self) -> list[StoredFile]:
        return of_wall(self.workshop)

    @property
    def criteria(self) -> dict[str, str]:
        """In a word, as a table has room for."""
        return {"screen": _("screen"), "practice": _("practice"), "access": _("access"), "content": _("content"), "reach": _("reach")}

    @property
    def questions(self) -> list[tuple[str, str]]:
        return [(self.criteria[key], str(question)) for key, question in CRITERIA]

    @property
    def judged_columns(self) -> Rows:
        asked = [{"key": key, "label": words, "numeric": True} for key, words in self.criteria.items()]
        return [{"key": "name", "label": _("Need"), "head": True}, *asked, {"key": "mean", "label": _("Mean"), "numeric": True}]

    @property
    def judged(self) -> Rows:
        keys = [key for key, _question in CRITERIA]
        return [
            {"name": pile.name, "mean": _number(pile.mean)} | {key: pile.judged.get(key) for key in keys}
            for pile in self.room.judging
            if pile.judged
        ]

    @property
    def lists(self) -> list[tuple[str, Rows]]:
        found = [(_("First those that suit ICT"), self.result.suited), (_("Those that are met otherwise"), self.result.others)]
        found += [(_("Not judged yet"), self.result.unjudged)] if self.result.unjudged else []
        return [(title, [_in_order(need) for need in needs]) for title, needs in found]

    @property
    def handed(self) -> Rows:
        return [{"title": row.need.title, "handed_to": row.need.handed_to or None} for row in self.result.lists.handed]

    @cached_property
    def signed(self) -> SignedMinutes:
        return SignedMinutes.of(self.workshop, self.attendance.people)

    @property
    def signs(self) -> Rows:
        """Who signed on the screen, and who signs by hand."""
        return self.signed.rows

    @cached_property
    def is_current(self) -> bool:
        """Whether the newest revision is what is printed. Asked where minutes are made, not to show a page."""
        document = self.signed.document
        return document is None or not changed(document.copied, copied_of(self.workshop))

    @property
    def signed_words(self) -> list[str]:
        """Which revision this is, by its fingerprint, and how far signatures hold for it; nothing before there is one."""
        if not self.signed.words:
            return []
        said = [_("{revision}, fingerprint {fingerprint}.").format(revision=self.signed.words, fingerprint=self.signed.spelled)]
        if not self.is_current:
            said.append(_("Something changed after that revision: the signatures do not cover it."))
        return said

    @property
    def unread(self) -> str:
        """Photographed cards that nobody typed: they are on no wall, and that is said."""
        n = to_read_n(self.workshop)
        said = ngettext("{n} photographed card was not typed.", "{n} photographed cards were not typed.", n)
        return said.format(n=n) if n else ""


def attended(people: Iterable[Participant]) -> Rows:
    counted = Counter(person.enterprise.name if person.enterprise else person.enterprise_text for person in people)
    unsaid = counted.pop("", 0)
    rows: Rows = [{"enterprise": name, "people": n} for name, n in sorted(counted.items(), key=lambda pair: pair[0].casefold())]
    return rows + ([{"enterprise": _("did not say of which enterprise"), "people": unsaid}] if unsaid else [])


def outcome_of(pile: Pile) -> str:
    """What was decided of a group."""
    if pile.solved is False:
        return _("not by training; handed to {whom}").format(whom=pile.handed_to or _("nobody yet"))
    return pile.suits_words


def _number(value: float | None) -> str | None:
    return None if value is None else formats.number(value, 1)


def _in_order(need: ShownNeed) -> dict[str, Any]:
    notes = [_("shares the place")] if need.tied else []
    notes += [_("not from the workshop")] if need.added else []
    notes += [_("The group moved it: {why}").format(why=need.moved_because)] if need.moved_because else []
    return {"rank": need.rank, "title": need.title, "votes": need.votes, "counted": need.counted, "note": " · ".join([*notes, *need.said])}
