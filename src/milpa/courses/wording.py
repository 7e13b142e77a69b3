"""The sentences in which a course's rules are told to people: places, certificate, what to mend, who falls behind."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from milpa.courses.rules import certificate, places
from milpa.courses.rules.completion import Behind
from milpa.web import formats

KINDS_OF_PLACE = {
    "women": gettext_lazy("women"),
    "micro": gettext_lazy("micro-enterprises"),
    "rural": gettext_lazy("rural areas"),
    places.GENERAL: gettext_lazy("everybody"),
}

PROBLEMS = {
    "no_alt": gettext_lazy("The picture has no description: who does not see it would miss it."),
    "alt_is_a_file_name": gettext_lazy("The description is a file's name. Say in a sentence what is seen."),
    "no_transcript": gettext_lazy("The sound has no transcript, or too short a one: write down what is said."),
    "no_captions": gettext_lazy("The video has no words to read in it: add captions, or say that its words are written in the picture."),
    "empty": gettext_lazy("There is nothing in it."),
    "too_heavy": gettext_lazy("It weighs too much for a phone with little data: use a smaller picture or a shorter video."),
    "too_long": gettext_lazy("It takes too long for one sitting: make two lessons of it."),
    "nothing_in_it": gettext_lazy("Nothing is written in this lesson yet."),
}


def place_rules(rules: places.Rules, until: date | None) -> list[str]:
    """How places are given, as anyone may check it. `until`: the last day on which places are kept."""
    first = ngettext(
        "There is %(num)s place. It is given in the order in which people ask.",
        "There are %(num)s places. They are given in the order in which people ask.",
        rules.capacity,
    )
    said = [first % {"num": formats.number(rules.capacity)}]
    kept = [_("{n} for {whom}").format(n=formats.number(n), whom=KINDS_OF_PLACE[kind]) for kind, n in rules.reserved.items() if n]
    if kept and until:
        said.append(
            _("Until {day} some are kept: {kept}. Then they are for everybody.").format(day=formats.day(until), kept=", ".join(kept))
        )
    elif kept:
        said.append(_("Some are kept: {kept}.").format(kept=", ".join(kept)))
    freed = ngettext(
        "A place that becomes free is offered to the next on the waiting list, who has %(num)s day to take it.",
        "A place that becomes free is offered to the next on the waiting list, who has %(num)s days to take it.",
        rules.offer_lasts.days,
    )
    return [*said, freed % {"num": rules.offer_lasts.days}]


def certificate_rules(rules: certificate.Rules) -> list[str]:
    """What is asked for the certificate; empty where nothing is."""
    said = []
    if rules.lessons is not None:
        said.append(_("{share} of the lessons done").format(share=formats.percent(float(rules.lessons))))
    if rules.attendance is not None:
        said.append(_("{share} of the sessions attended").format(share=formats.percent(float(rules.attendance))))
    if rules.practices:
        said.append(
            ngettext(
                "%(num)s practice in your own business, with your instructor's word that it is well done",
                "%(num)s practices in your own business, with your instructor's word that they are well done",
                rules.practices,
            )
            % {"num": rules.practices}
        )
    if rules.quiz is not None:
        said.append(_("{share} of the points of the quizzes").format(share=formats.percent(float(rules.quiz))))
    return said


def lack_words(lack: certificate.Lack) -> str:
    """What somebody still lacks: "14 of 16 lessons"."""
    has, needs, n = _figure(lack.has), _figure(lack.needs), int(lack.needs)
    words = {
        "lessons": ngettext("{has} of the {needs} lesson that is asked for", "{has} of the {needs} lessons that are asked for", n),
        "attendance": ngettext("{has} of the {needs} session that is asked for", "{has} of the {needs} sessions that are asked for", n),
        "practices": ngettext("{has} of the {needs} practice that is asked for", "{has} of the {needs} practices that are asked for", n),
        "quiz": _("{has} of the {needs} points in quizzes that are asked for"),
    }
    return words[lack.code].format(has=has, needs=needs)


def _figure(value: Fraction) -> str:
    return formats.number(float(value), 0 if value.denominator == 1 else 1)


def behind_words(behind: Behind, titles: Mapping[str, str]) -> str:
    """Why somebody needs company now, in one sentence."""
    said = []
    if "never_came_in" in behind.because:
        said.append(_("has never come in since the course began on {day}").format(day=formats.day(behind.away_since)))
    if "away" in behind.because:
        said.append(_("has not come in since {day}").format(day=formats.day(behind.away_since)))
    if "lessons_due" in behind.because:
        n = len(behind.lessons)
        first = titles.get(behind.lessons[0], "")
        said.append(
            ngettext("%(num)s lesson is overdue: “%(first)s”", "%(num)s lessons are overdue, the first is “%(first)s”", n)
            % {"num": n, "first": first}
        )
    return "; ".join(said)
