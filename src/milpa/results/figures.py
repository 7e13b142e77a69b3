"""Every figure of a programme as one row: what, of what, the value, what it rests on, its kind. Page, report, CSV and print show them.

A report keeps each sentence twice: in the words of its own language, as they were on that day, and as `Said`, so that it can be read in
another language too. In its own language the kept words are shown, whatever the catalogue says since.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from milpa.programmes.involving import involvement_of
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import Programme
from milpa.programmes.remembering import Mark, mark, remembered
from milpa.programmes.said import Said, of_plain, said, said_n
from milpa.readiness.rules.gain import Gain
from milpa.results.became import became_of
from milpa.results.measuring import Measured, measured
from milpa.results.models import Reading
from milpa.results.rules.satisfaction import Satisfaction
from milpa.web.formats import number

WHOLE = said("the whole programme")
GROUPS = {
    "said": _("What became of what they said"),
    "satisfaction": _("Satisfaction"),
    "completion": _("Completion"),
    "people": _("People reached"),
    "readiness": _("Readiness"),
    "involvement": _("Involvement"),
    "reading": _("Reported by people"),
}
NOTHING = Said("")
SENTENCES = ("what", "of", "value", "rests_on", "note")
LEVELS = (  # with their number: a report that is kept says them by their message, which carries no context
    said("0 of 5, without involvement"),
    said("1 of 5, informed"),
    said("2 of 5, consulted"),
    said("3 of 5, involved"),
    said("4 of 5, collaborating"),
    said("5 of 5, deciding"),
)


@dataclass(frozen=True, slots=True)
class Figure:
    id: str
    group: str  # of GROUPS
    what: Said
    of: Said
    value: Said
    rests_on: Said  # the n in words
    mark: str  # computed, reported, illustrative
    note: Said = NOTHING
    link: str = ""  # where it comes from

    def plain(self, language: str) -> dict[str, Any]:
        """To be copied into a report that is written in `language`."""
        told: dict[str, Any] = {name: getattr(self, name).plain() for name in SENTENCES}
        with override(language):
            told["said"] = {name: str(getattr(self, name)) for name in SENTENCES}
        return told | {"id": self.id, "group": self.group, "mark": self.mark, "link": self.link}


def figure_of(kept: dict[str, Any], language: str) -> Figure:
    """A figure as it was copied into a report that is written in `language`. One copied before words were kept is said anew."""
    words = kept.get("said") if (get_language() or "es").startswith(language) else None
    told = {name: own(words[name]) if words else of_plain(kept[name]) for name in SENTENCES}
    return Figure(kept["id"], kept["group"], mark=kept["mark"], link=kept["link"], **told)


def figures_of(programme: Programme, now: Mark | None = None) -> list[Figure]:
    """All of a programme, the computed ones first and what people report last: never in one sum or chart.

    From memory while nothing is recorded.
    """
    moment = now or mark()
    found: list[Figure] = remembered(moment, ("figures", programme.id), lambda: _figures(programme, moment))
    return found


def _figures(programme: Programme, moment: Mark) -> list[Figure]:
    found = measured([programme.id], moment)[programme.id]
    return [
        *_became(programme),
        *_satisfaction(programme, found),
        *_completion(programme, found),
        *_people(programme, found),
        *_readiness(programme, found.gain),
        *_involvement(programme, moment),
        *_readings(programme),
    ]


def own(text: Any) -> Said:
    """People's own words, a date, or the guide's text in both languages: nothing to translate."""
    return Said("{text}", {"text": text})


def amount(value: Decimal | None) -> str:
    """1,250.5 without the zeros that only the column adds."""
    return f"{value.normalize():,f}" if value is not None else "–"


def percent(value: Decimal | None) -> str:
    return f"{value} %" if value is not None else "–"


def satisfaction_value(figure: Satisfaction) -> Said:
    """ "89 of 90 (99 %)", or why it is not shown."""
    if figure.suppressed:
        return said("not shown")
    return said("{a} of {v} ({percent})", a=figure.satisfied, v=figure.answered, percent=percent(figure.percent))


def satisfaction_rests_on(figure: Satisfaction) -> Said:
    return said("{v} of the {n} who started answered", v=figure.answered, n=figure.started)


def satisfaction_note(figure: Satisfaction) -> Said:
    """The possible range had all answered; or why nothing is shown."""
    if figure.suppressed == "few_answers":
        return said("Fewer than five answers: nothing is shown, so that nobody can be recognised.")
    if figure.suppressed:
        return said("Not shown, because subtraction from the total would reveal a small group.")
    if figure.low is None:
        return said("All who started answered.")
    return said("Between {low} and {high} had all answered.", low=percent(figure.low), high=percent(figure.high))


def _became(programme: Programme) -> Iterator[Figure]:
    """The golden thread in numbers."""
    became = became_of(programme.id)
    if not became.cards:
        return
    value = said(
        "{cards} cards, {needs} needs, {actions} training actions, {lessons} lessons",
        cards=number(became.cards), needs=became.needs, actions=became.actions, lessons=became.lessons,
    )  # fmt: skip
    rests = said("cards of the workshops; needs of the frozen or open list; actions that answer a need; lessons that serve an action")
    page = reverse("programmes:journey", args=[programme.id])
    yield Figure("said", "said", said("From what was said to what is taught"), WHOLE, value, rests, "computed", NOTHING, page)


def _satisfaction(programme: Programme, found: Measured) -> Iterator[Figure]:
    if found.satisfaction is None:
        return
    what, page = said("Satisfied: quite or very, of those who answered"), reverse("results:satisfaction", args=[programme.id])
    total = found.satisfaction.total
    rests = said(
        "{v} answers of {n} starts; {persons} persons, each counted once",
        v=total.answered, n=total.started, persons=found.satisfaction.persons,
    )  # fmt: skip
    yield Figure("satisfaction", "satisfaction", what, WHOLE, satisfaction_value(total), rests, "computed", satisfaction_note(total), page)
    for edition in found.editions:
        if figure := found.satisfaction_of(edition.id):
            yield Figure(
                f"satisfaction-{edition.id}", "satisfaction", what, own(edition.title), satisfaction_value(figure),
                satisfaction_rests_on(figure), "computed", satisfaction_note(figure),
                reverse("results:edition_satisfaction", args=[programme.id, edition.id]),
            )  # fmt: skip


def _completion(programme: Programme, found: Measured) -> Iterator[Figure]:
    courses = [read for read in found.editions if read.enrolments and read.is_completed]
    page, what = reverse("results:editions", args=[programme.id]), said("Completed, of those who started")
    rows = [("", WHOLE, found.completion)] if courses else []
    rows += [(f"-{read.id}", own(read.title), found.by_edition[str(read.id)]) for read in courses]
    for suffix, of, row in rows:
        value = said("{done} of {n} ({percent})", done=row.completed, n=row.started, percent=percent(row.percent))
        note = said("{left} left, {under_way} under way.", left=row.left, under_way=row.under_way)
        rests = said_n("{n} enrolled", "{n} enrolled", row.enrolled)
        yield Figure(f"completion{suffix}", "completion", what, of, value, rests, "computed", note, page)


def _people(programme: Programme, found: Measured) -> Iterator[Figure]:
    reached = found.people
    if not reached.people:
        return
    what, page = said("Started at least one course"), reverse("results:editions", args=[programme.id])
    rests = said(
        "{women} women, {enterprises} enterprises, {attendances} attendances",
        women=number(reached.women), enterprises=number(reached.enterprises), attendances=number(reached.attendances),
    )  # fmt: skip
    value = said_n("{n} person", "{n} persons", reached.people)
    yield Figure("people", "people", what, WHOLE, value, rests, "computed", said("Women: as they said when they asked for a place."), page)


def _readiness(programme: Programme, found: Gain | None) -> Iterator[Figure]:
    if found is None:
        return
    page, what = reverse("results:readiness", args=[programme.id]), said("Practical tasks done alone, before and after levelling")
    rests = said_n("{n} person repeated a task in the other form", "{n} persons repeated a task in the other form", len(found.people))
    if not found.is_shown:
        note = said("Fewer than five persons: nothing is shown, so that nobody can be recognised.")
        yield Figure("readiness", "readiness", what, WHOLE, said("not shown"), rests, "computed", note, page)
        return
    change = found.change
    value = said("{after} of {pairs} after, {before} of {pairs} before", after=change.after, before=change.before, pairs=change.pairs)
    low, high = (round(100 * edge) for edge in (change.interval.low, change.interval.high))
    note = said("Change observed: {change} points, between {low} and {high} (95 %).", change=round(100 * change.change), low=low, high=high)
    yield Figure("readiness", "readiness", what, WHOLE, value, rests, "computed", note, page)


def _involvement(programme: Programme, now: Mark) -> Iterator[Figure]:
    """Each phase's two rows, and the lower of them. Never one number for the programme."""
    page = reverse("programmes:involvement", args=[programme.id])
    for row in involvement_of(standing_of(programme), now):
        if not row.is_told or row.levels.representation is None or row.levels.enterprises is None:
            continue
        value = LEVELS[row.levels.headline or 0]
        note = said(
            "Board: {board}. Enterprises: {enterprises}.",
            board=LEVELS[row.levels.representation.level], enterprises=LEVELS[row.levels.enterprises.level],
        )  # fmt: skip
        acted, invited, registered = (number(n) for n in (row.breadth.acted, row.breadth.invited, row.breadth.registered))
        rests = said("{acted} of {invited} enterprises invited acted, {registered} in the register", acted=acted, invited=invited,
            registered=registered)  # fmt: skip
        if row.breadth.acted > row.breadth.invited:
            rests = said("{acted} enterprises acted, of {registered} in the register", acted=acted, registered=registered)
        of = own(dict(row.phase.title))
        yield Figure(
            f"involvement-{row.phase.id}", "involvement", said("Involvement"), of, value, rests, "computed", note, f"{page}#{row.phase.id}"
        )


def reading_value(reading: Reading) -> Said:
    """The words of its source where there are some: they stand wherever the figure stands."""
    if reading.words:
        return own(reading.words)
    return own(f"{amount(reading.value)} {reading.indicator.unit}".strip())


def reading_rests_on(reading: Reading) -> Said:
    if reading.people is None:
        return said("the source does not say how many answered")
    return said_n("{n} person", "{n} persons", reading.people)


def reading_when(reading: Reading) -> Said:
    return own(reading.on or reading.period)


def _readings(programme: Programme) -> Iterator[Figure]:
    """The newest of each indicator."""
    newest: dict[Any, Reading] = {}
    for reading in Reading.objects.standing().filter(programme=programme).select_related("indicator").in_order():
        newest[reading.indicator_id] = reading
    for reading in newest.values():
        page = reverse("results:indicator", args=[programme.id, reading.indicator_id])
        yield Figure(
            f"reading-{reading.indicator_id}", "reading", own(reading.indicator.name), reading_when(reading),
            reading_value(reading), reading_rests_on(reading), reading.mark.value, said("Source: {source}", source=reading.source), page,
        )  # fmt: skip
