"""What is held of a person in surveys: their named answers, and only that they answered the anonymous ones."""

import json
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.models.stored import kind_of
from milpa.ledger.models.voiding import Erased
from milpa.people.gathering import Asked, gathered
from milpa.people.registries import Held, Personal
from milpa.surveys.models import Answer, AnsweredMark, Survey, SurveyAsked, SurveyDeclined
from milpa.surveys.rules.form import of_plain, said


def held(person: Any) -> list[Held]:
    """One query."""
    why = _("To design the training with what there really is, and to see afterwards what changed.")
    kept = _("That somebody answered, without your name and without your answers.")
    about = AnsweredMark.objects.filter(person=person).values("about")
    told = gathered(
        answers=Asked(Answer.objects.readable().filter(by=person), ["survey__title", "answers", "survey__form"]),
        marked=Asked(Survey.objects.filter(id__in=about), ["title"], at=""),
    )
    rows = [row for answer in told["answers"] for row in _rows(*answer.texts)]
    apart = _("answered; what you answered is kept apart from your name and cannot be found")
    marked = [(row.texts[0], apart) for row in told["marked"]]
    found = [Held(_("Your answers to surveys"), why, rows, kept)] if rows else []
    return found + ([Held(_("Anonymous surveys"), why, marked, _("That somebody answered, without your name."))] if marked else [])


def _rows(title: str, answers: str, form_text: str) -> list[tuple[str, str]]:
    form, language = of_plain(json.loads(form_text)), (get_language() or "es")[:2]
    values, found = json.loads(answers), []
    for question in form.asked():
        given = values.get(question.name, "")
        labels = [said(choice.label, language) for name in given.split() if (choice := question.choice(name))]
        if given:
            found.append((f"{title}: {said(question.label, language)}", ", ".join(labels) or given))
    return found


def export(person: Any) -> dict[str, Any]:
    answers = Answer.objects.readable().filter(by=person).select_related("survey").in_order()
    return {
        "answers": [{"survey": one.survey.title, "answers": one.values, "recorded_at": one.recorded_at} for one in answers],
        "anonymous": [str(about) for about in AnsweredMark.objects.filter(person=person).values_list("about", flat=True)],
        "asked": list(SurveyAsked.objects.filter(person=person).in_order().values("way", "note", "recorded_at")),
        "declined": list(SurveyDeclined.objects.filter(person=person).in_order().values("why", "recorded_at")),
    }


def erase(person: Any) -> None:
    """Their answers, and what others wrote about them here; the ledger empties what they wrote themselves."""
    about = [
        *Answer.objects.filter(by=person).exclude(answers=""),
        *SurveyAsked.objects.filter(Q(person=person) & ~Q(note="")),
        *SurveyDeclined.objects.filter(Q(person=person) & ~Q(why="")),
    ]
    ledger.append(
        [
            Erased(id=ledger.uuid7(), by=person, institution_id=fact.institution_id, kind=kind_of(type(fact)), target=fact.id)
            for fact in about
        ]
    )


personal = Personal(held, export, erase)
