"""What is held of a person in surveys: their named answers, and only that they answered the anonymous ones."""

from typing import Any

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from milpa import ledger
from milpa.ledger.models.stored import kind_of
from milpa.ledger.models.voiding import Erased
from milpa.people.registries import Held, Personal
from milpa.surveys.models import Answer, AnsweredMark, Survey, SurveyAsked, SurveyDeclined
from milpa.surveys.rules.form import said


def held(person: Any) -> list[Held]:
    why = _("To design the training with what there really is, and to see afterwards what changed.")
    kept = _("That somebody answered, without your name and without your answers.")
    answers = Answer.objects.readable().filter(by=person).select_related("survey").in_order()
    rows = [row for answer in answers for row in _rows(answer)]
    marks = AnsweredMark.objects.filter(person=person).values_list("about", flat=True)
    titles = Survey.objects.filter(id__in=list(marks)).order_by("id").values_list("title", flat=True)
    marked = [(title, _("answered; what you answered is kept apart from your name and cannot be found")) for title in titles]
    found = [Held(_("Your answers to surveys"), why, rows, kept)] if rows else []
    return found + ([Held(_("Anonymous surveys"), why, marked, _("That somebody answered, without your name."))] if marked else [])


def _rows(answer: Answer) -> list[tuple[str, str]]:
    form, language = answer.survey.questionnaire, (get_language() or "es")[:2]
    found = []
    for question in form.asked():
        given = answer.values.get(question.name, "")
        labels = [said(choice.label, language) for name in given.split() if (choice := question.choice(name))]
        if given:
            found.append((f"{answer.survey.title}: {said(question.label, language)}", ", ".join(labels) or given))
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
