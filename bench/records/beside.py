"""Another record store beside ours: the same statements written to both and the same questions asked of both, in one run.

`--other ADDRESS --other-credentials KEY:SECRET [--other-process PID]` names it; it is started empty by whoever measures.
"""

from collections.abc import Callable
from statistics import quantiles
from typing import Any

from bench.records.client import Endpoint
from bench.records.million import questions
from bench.records.store import store, used_by
from bench.records.write import HEADS, job

JOBS = [(1, 8), (10, 8), (100, 8)]
LONGEST = 10.0  # seconds of a job: one that rewrites a file for each request would take hours
QUESTIONS = 20  # of each kind: a store without indexes takes seconds for one


def measure(asked: dict[str, Any]) -> str:
    if not asked["other"]:
        return "No other store was named (--other ADDRESS --other-credentials KEY:SECRET)."
    other = Endpoint.of(asked["other"], asked["other_credentials"])
    written, answers = list(HEADS), {}
    with store() as one:
        both: list[tuple[str, Endpoint, Callable[[], float]]] = [
            (one.database, one.endpoint, one.used), (other.host + other.path, other, lambda: used_by(asked["other_process"])),
        ]  # fmt: skip
        for seed, (batch, clients) in enumerate(JOBS):
            written += [job(*each, seed, batch, clients, LONGEST) for each in both]
        for name, to, _used in both:
            answers[name] = questions(to, QUESTIONS)
    return "\n".join([*written, "", *_asked(answers)])


def _asked(answers: dict[str, dict[str, list[float]]]) -> list[str]:
    heads = " | ".join(f"{name}: p50 ms | p99" for name in answers)
    lines = [f"| {QUESTIONS} questions each | {heads} |", "|---|" + "---:|---:|" * len(answers)]
    for way in next(iter(answers.values())):
        lines.append(f"| {way} | " + " | ".join(_pair(found[way]) for found in answers.values()) + " |")
    return lines


def _pair(waits: list[float]) -> str:
    cuts = quantiles(waits, n=100)
    return f"{cuts[49]:.1f} | {cuts[98]:.1f}" if waits else "refused | refused"
