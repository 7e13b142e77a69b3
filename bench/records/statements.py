"""Statements as a small programme's courses make them: 2,000 learners, 40 courses, 600 lessons, ids made by the client."""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

LEARNERS, COURSES, LESSONS = 2_000, 40, 600
BEGUN = datetime(2026, 3, 2, 20, tzinfo=UTC)
VERBS = ("launched", "experienced", "answered", "completed", "passed")


def person(number: int) -> str:
    return str(UUID(int=(7 << 96) + number))


def registration(learner: int, course: int) -> str:
    return str(UUID(int=(8 << 96) + learner * COURSES + course))


def lesson(number: int) -> str:
    return f"https://example.org/lessons/{number}"


def course(number: int) -> str:
    return f"https://example.org/courses/{number}"


def agent(number: int) -> dict[str, Any]:
    return {"objectType": "Agent", "account": {"homePage": "https://example.org/people", "name": person(number)}}


def verb(name: str) -> str:
    return f"http://adlnet.gov/expapi/verbs/{name}"


def statements(seed: int, how_many: int) -> Iterator[dict[str, Any]]:
    """The same ones for the same seed."""
    chance = random.Random(seed)
    for place in range(how_many):
        learner, number = chance.randrange(LEARNERS), chance.randrange(LESSONS)
        said = chance.choice(VERBS)
        statement: dict[str, Any] = {
            "id": str(UUID(int=chance.getrandbits(128), version=4)),
            "actor": agent(learner),
            "verb": {"id": verb(said), "display": {"en": said}},
            "object": {
                "objectType": "Activity",
                "id": lesson(number),
                "definition": {"name": {"es": f"Lección {number}"}, "type": "http://adlnet.gov/expapi/activities/lesson"},
            },
            "context": {
                "registration": registration(learner, number % COURSES),
                "language": "es",
                "contextActivities": {"parent": [{"objectType": "Activity", "id": course(number % COURSES)}]},
            },
            "timestamp": (BEGUN + timedelta(seconds=place)).isoformat().replace("+00:00", "Z"),
        }
        if said in ("answered", "passed"):
            statement["result"] = {"score": {"scaled": chance.randrange(101) / 100}, "success": said == "passed", "duration": "PT4M12.5S"}
        yield statement


def bodies(seed: int, how_many: int, batch: int) -> Iterator[bytes]:
    """As requests carry them: `batch` statements each."""
    some = []
    for one in statements(seed, how_many):
        some.append(one)
        if len(some) == batch:
            yield json.dumps(some if batch > 1 else some[0], ensure_ascii=False, separators=(",", ":")).encode()
            some = []
