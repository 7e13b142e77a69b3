"""What `strategies` tells the packages before it: evidence, what waits, what was done, dates, the thread, what a replication may take."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.people.gathering import Asked, gathered, words_of
from milpa.people.models import Person
from milpa.people.registries import Held, Personal, personal
from milpa.programmes import registries
from milpa.programmes.registries import CalendarDate, Place, Takes, ThreadEdge, ThreadKind
from milpa.programmes.said import said
from milpa.strategies import asked, evidence, lists, threads
from milpa.strategies.actions.finding import ACTION, TEXT
from milpa.strategies.involving import acts
from milpa.strategies.models import CalendarLine, Strategy, StrategyRead, Suggestion, TrainingAction
from milpa.strategies.taking import take_actions, take_budget, take_outline
from milpa.strategies.waiting import waits
from milpa.web import registries as web


def dates(programmes: Iterable[UUID]) -> list[CalendarDate]:
    """The lines of the strategies' calendars. One query."""
    rows = CalendarLine.objects.filter(strategy__programme__in=list(programmes))
    return [
        CalendarDate(
            programme, said("{words}", words=text), starts, ends, reverse("strategies:strategy", args=[programme]) + "#calendar", "strategy"
        )
        for programme, text, starts, ends in rows.values_list("strategy__programme", "text", "starts", "ends")
    ]


def readable_strategies(person: Any, ids: Collection[UUID]) -> set[UUID]:
    return set(Strategy.objects.open_to(person).filter(id__in=ids).values_list("id", flat=True))


def readable_actions(person: Any, ids: Collection[UUID]) -> set[UUID]:
    open_ones = TrainingAction.objects.filter(id__in=ids, strategy__in=Strategy.objects.open_to(person))
    return set(open_ones.values_list("id", flat=True))


def held(person: Person) -> list[Held]:
    """One query."""
    found = gathered(
        suggested=Asked(Suggestion.objects.filter(by=person), ["kind", "text", "words"]),
        read=Asked(StrategyRead.objects.standing().filter(by=person), []),
    )
    kinds = words_of(Suggestion, "kind")
    rows = [(kinds[kind], f"{text or words} ({row.day})") for row in found["suggested"] for kind, text, words in [row.texts]]
    rows += [(_("You said that you read it"), row.day) for row in found["read"]]
    kept = _("That something was suggested and how it was answered, and words that are now part of the strategy, without your name.")
    return [Held(_("What you said beside a strategy"), _("To answer each suggestion, one by one."), rows, kept)]


def export(person: Person) -> dict[str, Any]:
    mine = Suggestion.objects.filter(by=person).in_order()
    read = StrategyRead.objects.standing().filter(by=person).in_order()
    return {
        "suggestions": list(mine.values("kind", "section", "quote", "words", "text", "recorded_at")),
        "read": list(read.values("number", "recorded_at")),
    }


def erase(person: Person) -> None:
    """Nothing beyond the texts, which the ledger empties; the person's name leaves with the person, for the documents hold only ids."""


registries.evidence["strategies.actions_cover_priorities"] = evidence.actions_cover_priorities
registries.evidence["strategies.complete_draft"] = evidence.complete_draft
registries.evidence["strategies.signed_by_counterpart"] = evidence.signed_by_counterpart
registries.evidence["strategies.signed_by_partners"] = evidence.signed_by_partners
registries.places.append(Place(gettext_lazy("Strategy"), "strategies:strategy", "strategies.see", 40))
registries.waits["strategies"] = waits
registries.acts["strategies"] = acts
registries.invited["strategies"] = asked.invited
registries.calendar["strategies"] = dates
registries.thread_kinds["action"] = ThreadKind(threads.knots, threads.programme, threads.best)
registries.thread_edges["need", "action"] = ThreadEdge(threads.from_needs, threads.to_needs)
registries.takes["strategies.outline"] = Takes(
    said("The outline of the strategy"), said("With the text of how it is taught, promoted and evaluated, and the risks"), take_outline
)
registries.takes["strategies.actions"] = Takes(
    said("The training actions, as proposals"), said("Without needs, dates or cost: the needs are asked anew"), take_actions
)
registries.takes["strategies.budget"] = Takes(said("The lines of the budget"), said("Without any figure or contribution"), take_budget)
web.search[TEXT] = web.Searchable(gettext_lazy("Strategies"), readable_strategies)
web.search[ACTION] = web.Searchable(gettext_lazy("Training actions"), readable_actions)
web.listings["negotiation-log"] = lists.negotiation_log
web.listings["strategy-asked"] = lists.asked_for_comment
web.listings["strategy-revisions"] = lists.revisions
personal["strategies"] = Personal(held, export, erase)
