"""What `results` tells the packages before it: evidence, what waits, dates, acts, the last knot of the thread, its places and lists."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.conglomerates.models import CounterpartAppointed
from milpa.people.registries import Personal, personal
from milpa.people.standing import may
from milpa.programmes import registries
from milpa.programmes.involving import phase_with
from milpa.programmes.models import Programme
from milpa.programmes.registries import AskedWord, CalendarDate, Place, ThreadEdge, ThreadKind, Wait
from milpa.programmes.rules.involvement import ENTERPRISES, INFORMED, REPRESENTATION, Act
from milpa.programmes.said import said
from milpa.results import holding, lists, recognising, threading
from milpa.results.actions.reading import BELONGS
from milpa.results.models import MeetingAttended, MeetingHeld, OwnWord, OwnWordAsked, Reading, Report, ReportSent
from milpa.results.own_words import own_words
from milpa.web import registries as web
from milpa.web import uploads
from milpa.web.addresses import url


def places(request: HttpRequest) -> list[tuple[str, str]]:
    person = getattr(request, "person", None)
    return [(_("Results"), url("results:across"))] if person is not None and may(person, "results.see") else []


def waits(person: Any, programmes: Iterable[UUID]) -> list[Wait]:
    """Reports that are written and not sent, and words that were asked for and not said. Six queries at most."""
    ids = list(programmes)
    sent = ReportSent.objects.standing().filter(report__programme__in=ids).values("report")
    unsent = Report.objects.filter(programme__in=ids).exclude(id__in=sent)
    found = [
        Wait(
            row.programme_id,
            said("Finish and send the report “{title}”", title=row.title),
            reverse("results:report", args=[row.programme_id, row.id]),
            said("See the report"),
            roles=frozenset({"coordinator"}),
            due=row.due_on,
        )
        for row in unsent
    ]
    return found + _words_to_ask(ids)


def _words_to_ask(programmes: list[UUID]) -> list[Wait]:
    rounds = {(row.programme_id, row.phase): row for row in OwnWordAsked.objects.standing().filter(programme__in=programmes)}
    if not rounds:
        return []
    words = own_words(programmes)
    lacking = [row for (programme, phase), row in rounds.items() if len(words[programme][phase].words) < words[programme][phase].asked]
    return [_to_ask(row, words[row.programme_id][row.phase]) for row in lacking] + _of_liaisons(lacking)


def _to_ask(row: OwnWordAsked, word: AskedWord) -> Wait:
    what = said("{n} of {all} said whether what they said changed anything", n=len(word.words), all=word.asked)
    roles = frozenset({"evaluator", "coordinator"})
    return Wait(row.programme_id, what, word.link, said("Ask them"), roles=roles, since=row.recorded_at)


def _of_liaisons(rounds: list[OwnWordAsked]) -> list[Wait]:
    """The counterpart's own word waits for the counterpart."""
    spoken = set(OwnWord.objects.standing().filter(asked__in=rounds, enterprise=None).values_list("asked", flat=True))
    appointed = CounterpartAppointed.objects.standing().filter(programme__in={row.programme_id for row in rounds}).in_order()
    bodies = dict(appointed.values_list("programme", "body"))
    return [
        Wait(
            row.programme_id,
            said("Say whether what you said changed anything"),
            reverse("results:say_own_word", args=[row.id]),
            said("Say it"),
            institution=bodies[row.programme_id],
            roles=frozenset({"association"}),
            since=row.recorded_at,
        )
        for row in rounds
        if row.id not in spoken and row.programme_id in bodies
    ]


def acts(programmes: Iterable[UUID]) -> dict[UUID, list[Act]]:
    """Who came to the meeting that gave the results back: informed. Two queries and one for the guides."""
    ids = list(programmes)
    meetings = {row.id: row for row in MeetingHeld.objects.standing().filter(programme__in=ids).select_related("programme")}
    if not meetings:
        return {}
    phases = {row.programme_id: phase_with(row.programme.guide, "results.report_delivered") or "" for row in meetings.values()}
    found: dict[UUID, list[Act]] = defaultdict(list)
    for row in meetings.values():
        if row.board_came:
            found[row.programme_id].append(Act(phases[row.programme_id], REPRESENTATION, INFORMED, id=row.id))
    for came in MeetingAttended.objects.standing().filter(meeting__in=list(meetings)):
        programme = meetings[came.meeting_id].programme_id
        found[programme].append(Act(phases[programme], ENTERPRISES, INFORMED, enterprise=came.enterprise_id, id=came.id))
    return found


def calendar(programmes: Iterable[UUID]) -> list[CalendarDate]:
    """Meetings that gave results back, and the days on which reports are due."""
    ids = list(programmes)
    held = MeetingHeld.objects.standing().filter(programme__in=ids)
    due = Report.objects.filter(programme__in=ids).exclude(due_on=None)
    dates = [
        CalendarDate(
            row.programme_id,
            said("The results went back"),
            row.on,
            link=reverse("results:meetings", args=[row.programme_id]),
            kind="give_back",
        )
        for row in held
    ]
    return dates + [
        CalendarDate(
            row.programme_id, said("Due: {title}", title=row.title), row.due_on,
            link=reverse("results:report", args=[row.programme_id, row.id]), kind="deadline",
        )
        for row in due
    ]  # fmt: skip


def readable_readings(person: Any, ids: Collection[UUID]) -> set[UUID]:
    """Files that show a reading are read by whoever may see the results."""
    found = Reading.objects.filter(id__in=ids, programme__in=Programme.objects.open_to(person, "results.see"))
    return set(found.values_list("id", flat=True))


personal["results"] = Personal(holding.held, holding.export, holding.erase)
web.navigation.append(places)
registries.places.append(Place(gettext_lazy("Results"), "results:programme", "results.see", 60))
web.listings["figures"] = lists.figures
web.listings["report-figures"] = lists.report_figures
web.listings["results-by-edition"] = lists.editions
web.listings["readings"] = lists.readings
web.listings["reports"] = lists.reports
web.listings["results"] = lists.across
uploads.readers[BELONGS] = readable_readings
registries.evidence["results.satisfaction_available"] = recognising.satisfaction_available
registries.evidence["results.report_delivered"] = recognising.report_delivered
registries.waits["results"] = waits
registries.acts["results"] = acts
registries.calendar["results"] = calendar
registries.own_words["results"] = own_words
registries.thread_kinds["reading"] = ThreadKind(threading.knots, threading.programme, threading.best)
registries.thread_edges["lesson", "reading"] = ThreadEdge(threading.forward, threading.back)
