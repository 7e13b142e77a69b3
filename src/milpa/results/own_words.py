"""What was asked and said of each phase in their own words: for the page that asks, and for the page of involvement."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from milpa.conglomerates.models import CounterpartAppointed, Enterprise, Post
from milpa.guide.editions import EditionPhase
from milpa.people.standing import may
from milpa.programmes.involving import applies
from milpa.programmes.journeys import standing_of
from milpa.programmes.models import Programme
from milpa.programmes.registries import AskedWord
from milpa.programmes.remembering import mark, remembered
from milpa.results.models import OwnWord, OwnWordAsked


@dataclass(frozen=True, slots=True)
class Said:
    """Who was asked, and their newest word. `enterprise` is None for the liaison."""

    enterprise: UUID | None
    name: str
    word: OwnWord | None


@dataclass(frozen=True, slots=True)
class PhaseWords:
    phase: EditionPhase
    asked: OwnWordAsked | None
    said: tuple[Said, ...]
    has_begun: bool


def own_words(programmes: Iterable[UUID]) -> dict[UUID, dict[str, AskedWord]]:
    """programme -> phase -> words said so far, of how many asked: the liaison and those drawn. Two queries."""
    found: dict[UUID, dict[str, AskedWord]] = defaultdict(dict)
    rounds = {row.id: row for row in OwnWordAsked.objects.standing().filter(programme__in=list(programmes)).in_order()}
    newest = _newest(rounds)
    for id, row in rounds.items():
        words = tuple(word.word for word in newest[id].values())
        link = reverse("results:own_word", args=[row.programme_id])
        found[row.programme_id].setdefault(row.phase, AskedWord(words, 1 + len(row.enterprises), link))
    return found


def _newest(rounds: Iterable[UUID]) -> dict[UUID, dict[UUID | None, OwnWord]]:
    """round -> enterprise (None: the liaison) -> the newest word."""
    found: dict[UUID, dict[UUID | None, OwnWord]] = defaultdict(dict)
    for word in OwnWord.objects.standing().filter(asked__in=list(rounds)).select_related("person", "by").in_order():
        found[word.asked_id][word.enterprise_id] = word
    return found


def phases_of(programme: Programme) -> list[PhaseWords]:
    """Every phase in which somebody speaks for the conglomerate, with what was asked and said. From memory while nothing is recorded."""
    found: list[PhaseWords] = remembered(mark(), ("own-words", programme.id), lambda: _phases(programme))
    return found


def _phases(programme: Programme) -> list[PhaseWords]:
    standing = standing_of(programme)
    rounds: dict[str, OwnWordAsked] = {}
    for row in OwnWordAsked.objects.standing().filter(programme=programme).in_order():
        rounds.setdefault(row.phase, row)
    newest = _newest([row.id for row in rounds.values()])
    drawn = {UUID(id) for row in rounds.values() for id in row.enterprises}
    names = dict(Enterprise.objects.filter(id__in=drawn).values_list("id", "name"))
    liaison = liaison_of(programme.id)
    phases = [phase for phase in standing.edition.phases if applies(phase.id, standing.edition, standing.partners)]
    now = standing.now.phase.number if standing.current else 0
    return [PhaseWords(phase, asked := rounds.get(phase.id), _said(asked, newest, names, liaison), phase.number <= now) for phase in phases]


def _said(asked: OwnWordAsked | None, newest: Any, names: dict[UUID, str], liaison: str) -> tuple[Said, ...]:
    if asked is None:
        return ()
    words = newest[asked.id]
    drawn = [UUID(id) for id in asked.enterprises]
    return (Said(None, liaison, words.get(None)), *(Said(id, names.get(id, ""), words.get(id)) for id in drawn))


def liaison_of(programme: UUID) -> str:
    """The name of the counterpart's liaison, else of the counterpart; empty while there is none."""
    appointed = CounterpartAppointed.objects.standing().filter(programme=programme).select_related("liaison", "body").in_order().last()
    if appointed is None:
        return ""
    return str(appointed.liaison.name if appointed.liaison else appointed.body.name)


def to_say(person: Any, asked_id: UUID, enterprise_id: UUID | None) -> tuple[OwnWordAsked, str]:
    """The round and the name of who is asked, if the person may say it or type it. Raises OwnWordAsked.DoesNotExist."""
    rounds = OwnWordAsked.objects.standing().select_related("programme__institution")
    if enterprise_id is None:
        verb = "results.say_own_word"
        asked = rounds.open_to(person, verb).get(id=asked_id) if may(person, verb) else None
        if asked is None:
            raise OwnWordAsked.DoesNotExist
        return asked, liaison_of(asked.programme_id)
    of_theirs = Post.objects.standing().filter(person=person, enterprise=enterprise_id).exists()
    asked = (rounds if of_theirs else rounds.open_to(person, "results.type_own_word")).get(id=asked_id)
    if str(enterprise_id) not in asked.enterprises:
        raise OwnWordAsked.DoesNotExist
    return asked, Enterprise.objects.values_list("name", flat=True).get(id=enterprise_id)
