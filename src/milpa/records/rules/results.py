"""How it went: score, success, completion, answer, how long it took."""

from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.durations import duration
from milpa.records.rules.extensions import extensions
from milpa.records.rules.problems import Malformed
from milpa.records.rules.shapes import shape
from milpa.records.rules.values import boolean, number, text


def scaled(value: Any) -> None:
    number(value)
    if not -1 <= value <= 1:
        raise Malformed("", problems.said("This has to be between -1 and 1."))


def _in_order(score: dict[str, Any]) -> None:
    least, most, raw = score.get("min"), score.get("max"), score.get("raw")
    if least is not None and most is not None and least >= most:
        raise Malformed("min", problems.said("The least has to be below the most."))
    if raw is not None and ((least is not None and raw < least) or (most is not None and raw > most)):
        raise Malformed("raw", problems.said("This has to be between the least and the most."))


score = shape({"scaled": scaled, "raw": number, "min": number, "max": number}, also=_in_order)

result = shape(
    {
        "score": score,
        "success": boolean,
        "completion": boolean,
        "response": text,
        "duration": duration,
        "extensions": extensions,
    }
)
