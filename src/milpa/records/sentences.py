"""A statement as a sentence in the reader's language. Plain values in, a sentence out; names were resolved before."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from milpa.web import formats

ADL = "http://adlnet.gov/expapi/verbs/"
LONGEST = 120  # letters of a name or an answer

SAYS: dict[str, Promise] = {
    f"{ADL}launched": gettext_lazy("{who} opened “{what}”."),
    f"{ADL}experienced": gettext_lazy("{who} went through “{what}”."),
    f"{ADL}answered": gettext_lazy("{who} answered “{what}”."),
    f"{ADL}completed": gettext_lazy("{who} completed “{what}”."),
    f"{ADL}passed": gettext_lazy("{who} passed “{what}”."),
    f"{ADL}failed": gettext_lazy("{who} did not pass “{what}” this time."),
    f"{ADL}attempted": gettext_lazy("{who} tried “{what}”."),
    f"{ADL}asked": gettext_lazy("{who} asked about “{what}”."),
    f"{ADL}responded": gettext_lazy("{who} responded to “{what}”."),
    f"{ADL}initialized": gettext_lazy("{who} began “{what}”."),
    f"{ADL}terminated": gettext_lazy("{who} left “{what}”."),
    f"{ADL}suspended": gettext_lazy("{who} paused “{what}”."),
    f"{ADL}resumed": gettext_lazy("{who} went on with “{what}”."),
    f"{ADL}progressed": gettext_lazy("{who} got further in “{what}”."),
    f"{ADL}scored": gettext_lazy("{who} got a score in “{what}”."),
    f"{ADL}mastered": gettext_lazy("{who} mastered “{what}”."),
    f"{ADL}interacted": gettext_lazy("{who} used “{what}”."),
    f"{ADL}commented": gettext_lazy("{who} commented on “{what}”."),
    f"{ADL}registered": gettext_lazy("{who} enrolled in “{what}”."),
    f"{ADL}voided": gettext_lazy("{who} withdrew {what}."),
}
VERBS: dict[str, Promise] = {
    f"{ADL}launched": gettext_lazy("opened"),
    f"{ADL}experienced": gettext_lazy("went through"),
    f"{ADL}answered": gettext_lazy("answered"),
    f"{ADL}completed": gettext_lazy("completed"),
    f"{ADL}passed": gettext_lazy("passed"),
    f"{ADL}failed": gettext_lazy("did not pass"),
    f"{ADL}attempted": gettext_lazy("tried"),
    f"{ADL}asked": gettext_lazy("asked"),
    f"{ADL}responded": gettext_lazy("responded"),
    f"{ADL}initialized": gettext_lazy("began"),
    f"{ADL}terminated": gettext_lazy("went out"),
    f"{ADL}suspended": gettext_lazy("took a break"),
    f"{ADL}resumed": gettext_lazy("went on with"),
    f"{ADL}progressed": gettext_lazy("got further"),
    f"{ADL}scored": gettext_lazy("got a score"),
    f"{ADL}mastered": gettext_lazy("mastered"),
    f"{ADL}interacted": gettext_lazy("used"),
    f"{ADL}commented": gettext_lazy("commented"),
    f"{ADL}registered": gettext_lazy("signed up"),
    f"{ADL}voided": gettext_lazy("withdrew"),
}


def sentence(statement: Mapping[str, Any], who: str, what: str, language: str, answer: str = "") -> str:
    """“Rosa completed “Una foto”. 80 %.” `answer`: what was answered, in words."""
    verb = statement["verb"]
    says = SAYS.get(verb["id"]) or gettext_lazy("{who}: {verb}, “{what}”.")
    told = says.format(who=who, what=what, verb=verb_words(verb["id"], verb.get("display"), language))
    return " ".join([told, *_outcome(statement.get("result") or {}, answer)])


def verb_words(iri: str, display: Mapping[str, str] | None, language: str) -> str:
    """How the verb is called: our own word, else the sender's, else the end of its identifier."""
    return str(VERBS[iri]) if iri in VERBS else in_language(display, language) or tail(iri)


def in_language(words: Mapping[str, str] | None, language: str) -> str:
    """The text in the reader's language, in one of its regions, or in any other that there is; empty if there is none."""
    if not words:
        return ""
    wanted = language.lower()
    ranked = sorted(words, key=lambda tag: (tag.lower() != wanted, tag.lower().partition("-")[0] != wanted.partition("-")[0], tag))
    return short(str(words[ranked[0]]))


def tail(iri: str) -> str:
    """The last part of an identifier, for what has no name."""
    return short(iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri)


def short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"


def _outcome(result: Mapping[str, Any], answer: str) -> list[str]:
    said = []
    if (scaled := (result.get("score") or {}).get("scaled")) is not None:
        said.append(_("Score: {score}.").format(score=formats.percent(scaled)))
    if result.get("success") is True:
        said.append(_("It was right."))
    elif result.get("success") is False:
        said.append(_("It was not right."))
    if answer:
        said.append(_("Answer: “{answer}”.").format(answer=short(answer)))
    return said
