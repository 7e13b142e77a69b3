"""What the practice phone reports when a person does each task as it is meant, as (did, what, value)."""

from collections.abc import Mapping
from typing import Any

from milpa.readiness.tasks import catalogue

Act = tuple[Any, ...]


def b1(values: Mapping[str, Any]) -> list[Act]:
    return [("sign_in", "session", True), ("save_pin", "pin", False), ("open", "account"), ("sign_out",)]


def b2(values: Mapping[str, Any]) -> list[Act]:
    return [("open", values["right"]), ("follow", values["right"]), ("back",)]


def b3(values: Mapping[str, Any]) -> list[Act]:
    lesson = values["lesson"]
    return [("connect", "wifi"), ("download", lesson), ("stored", lesson), ("signal", "off"), ("open", lesson)]


def b4(values: Mapping[str, Any]) -> list[Act]:
    answers = [("answer", question["id"], 0) for question in values["questions"]]
    return [*answers, ("send",), ("say", "pending"), ("signal", "on"), ("say", "received")]


def b5(values: Mapping[str, Any]) -> list[Act]:
    place = values["right"]
    return [("open", place), ("camera",), ("shoot",), ("look",), ("camera", place), ("shoot",), ("attach", place, 2)]


def b6(values: Mapping[str, Any]) -> list[Act]:
    fields = [("fill", name, values[name]) for name in ("name", "phone", "day", "month", "town")]
    return [*fields, ("notice",), ("back",), ("consent", "notices", False), ("send",)]


def b7(values: Mapping[str, Any]) -> list[Act]:
    return [("forgot",), ("open", "messages"), ("open", "app"), ("back",), ("back",), ("type_code", "code", True), *new_pin()]


def new_pin(matches: bool = True, six: bool = True, easy: bool = False) -> list[Act]:
    return [("new_pin_matches", "pin", matches), ("new_pin_is_six_digits", "pin", six), ("new_pin_is_easy", "pin", easy)]


def b8(values: Mapping[str, Any]) -> list[Act]:
    return [("ask",), ("to", "teacher"), ("lesson", values["lesson"]), ("symptom", values["symptoms"][0]), ("send",)]


def b9(values: Mapping[str, Any]) -> list[Act]:
    listened = [("volume", "to", 6), ("play",), ("ended",), ("play",), ("ended",)]
    return [*listened, ("size", "to", 125), ("size", "to", 150), ("text_language",), ("number", "said", values["number"])]


def b10(values: Mapping[str, Any]) -> list[Act]:
    finished = next(lesson["n"] for lesson in values["lessons"] if lesson["is"] == "finished")
    return [("wifi_only", "downloads", True), ("ask_remove", finished), ("remove", finished)]


def t14(values: Mapping[str, Any]) -> list[Act]:
    return [("send",), ("settings",), ("set", values["fault"], not values["settings"][values["fault"]]), ("photo",), ("send",)]


RIGHT = {"B1": b1, "B2": b2, "B3": b3, "B4": b4, "B5": b5, "B6": b6, "B7": b7, "B8": b8, "B9": b9, "B10": b10, "14": t14}


def values(task_id: str, form: str) -> Mapping[str, Any]:
    return catalogue.task(task_id).forms[form]


def right(task_id: str, form: str) -> list[Act]:
    return RIGHT[task_id](values(task_id, form))


def raw(acts: list[Act], last: str = "finish") -> list[dict[str, Any]]:
    """The events as a phone posts them, a second apart, from "begin" to the way the person left."""
    told = [("begin",), *acts, (last,)]
    return [dict(zip(("did", "what", "value"), act, strict=False)) | {"at_ms": 1000 * at} for at, act in enumerate(told)]
