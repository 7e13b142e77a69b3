"""The lists of the surveys: all of a programme, whom to ask, results, answers row by row, open answers."""

from collections import Counter
from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from milpa.conglomerates.models import Enterprise
from milpa.people.models import Person
from milpa.programmes.models import Programme
from milpa.surveys.answered import values_of
from milpa.surveys.audience import audience_of
from milpa.surveys.models import ACCESS, KINDS, OTHER, WAYS, Answer, AnsweredMark, Survey, SurveyAsked, SurveyDeclined
from milpa.surveys.results_page import Row, Told, results_of
from milpa.surveys.rules.form import MULTIPLE, TEXT, Question, said
from milpa.surveys.rules.summary import shuffled
from milpa.web.listing import Choice, Column, Listing, Words

ANSWERED, DECLINED, ASKED, NOT_ASKED = "answered", "declined", "asked", "not_asked"
STATES = [
    (ANSWERED, gettext_lazy("answered")),
    (DECLINED, gettext_lazy("prefers not to")),
    (ASKED, gettext_lazy("was asked")),
    (NOT_ASKED, gettext_lazy("not asked so far")),
]


def found(request: Any, programme: Any, survey: Any, verb: str = "surveys.see") -> Survey:
    """The survey, as far as the person may; else 404."""
    mine = Survey.objects.open_to(request.person, verb).select_related("programme__institution")
    return get_object_or_404(mine, id=survey, programme=programme)


def surveys(request: Any, programme: Any) -> Listing:
    owner = get_object_or_404(Programme.objects.open_to(request.person, "surveys.see"), id=programme)
    words = dict(KINDS)
    rows = [
        {"id": one.id, "title": one.title, "kind": one.kind, "state": state_words(one), "opens": one.opens, "closes": one.closes, "n": n}
        for one, n in _with_counts(owner)
    ]
    return Listing(
        name="surveys", title=_("Surveys"), request=request, rows=rows,
        columns=[
            Column("title", _("Survey"), order="title", href=lambda row: reverse("surveys:survey", args=[programme, row["id"]])),
            Column("kind", _("What for"), value=lambda row: words[row["kind"]], order="kind", reads=("kind",)),
            Column("state", _("State")),
            Column("opens", _("First day"), kind="date", order="opens"),
            Column("closes", _("Last day"), kind="date", order="closes"),
            Column("n", _("Answers"), kind="number", order="n"),
        ],
        filters=[Choice("kind", _("What for"), KINDS)], order="-opens",
        empty=_("Here stand the surveys of the programme: access to ICT, baseline, satisfaction, or one of your own."),
    )  # fmt: skip


def state_words(survey: Survey) -> str:
    if survey.is_closed:
        return _("is closed")
    return _("standing") if survey.is_standing else _("open")


def _with_counts(programme: Programme) -> list[tuple[Survey, int]]:
    """Each survey with how many answered: three queries for any number."""
    found = list(Survey.objects.filter(programme=programme).order_by("-id"))
    ids = [survey.id for survey in found]
    counts: Counter[Any] = Counter()
    for survey, n in Answer.objects.standing().filter(survey__in=ids).values_list("survey").annotate(n=Count("id")):
        counts[survey] += n
    for survey, n in AnsweredMark.objects.filter(about__in=ids).values_list("about").annotate(n=Count("id")):
        counts[survey] += n
    return [(survey, counts[survey.id]) for survey in found]


def asked(request: Any, programme: Any, survey: Any) -> Listing:
    """Whom the survey is for, and how far it got with each: marks, never answers."""
    one = found(request, programme, survey, "surveys.ask")
    by_person = one.is_anonymous
    kind = "person" if by_person else "enterprise"
    return Listing(
        name="survey-asked", title=_("Who was asked"), request=request, rows=_people(one) if by_person else _enterprises(one),
        columns=[
            Column("name", _("Person") if by_person else _("Enterprise"), order="name",
                   href=lambda row: reverse("surveys:who", args=[programme, survey, kind, row["id"]]), reads=("id",)),
            *([Column("enterprise", _("Enterprise"))] if by_person else []),
            Column("state", _("State"), value=lambda row: dict(STATES)[row["state"]], order="state", reads=("state",)),
            Column("times", _("Times asked"), kind="number", order="times"),
        ],
        filters=[Choice("state", _("State"), STATES), Words("q", _("Name"), fields=("name",))], order="name",
        empty=_("Nobody is in the register yet: whoever is asked stands there first."),
    )  # fmt: skip


def _enterprises(survey: Survey) -> Any:
    """A queryset, so that a register of thousands is read a page at a time."""

    def count(model: Any) -> Any:
        rows = model.objects.filter(survey=survey, voided_by=None, enterprise=OuterRef("pk")).order_by().values("enterprise")
        return Coalesce(Subquery(rows.annotate(n=Count("id")).values("n"), output_field=IntegerField()), 0)

    register = Enterprise.objects.filter(programme=survey.programme_id, joined_into=None)
    if survey.subject_kind:
        register = register.filter(id__in={one for one in audience_of(survey).values() if one})
    counted = register.annotate(answers=count(Answer), declines=count(SurveyDeclined), times=count(SurveyAsked))
    state = Case(
        When(Q(answers__gt=0), then=Value(ANSWERED)), When(Q(declines__gt=0), then=Value(DECLINED)),
        When(Q(times__gt=0), then=Value(ASKED)), default=Value(NOT_ASKED),
    )  # fmt: skip
    return counted.annotate(state=state)


def _people(survey: Survey) -> list[dict[str, Any]]:
    """Five queries."""
    audience = audience_of(survey)
    names = dict(Person.objects.filter(id__in=list(audience)).values_list("id", "name"))
    enterprises = Enterprise.objects.filter(id__in=[one for one in audience.values() if one])
    hotels: dict[Any, str] = dict(enterprises.values_list("id", "name"))
    answered = set(AnsweredMark.objects.filter(about=survey.id).values_list("person", flat=True))
    answered |= set(Answer.objects.standing().filter(survey=survey).values_list("by", flat=True))
    declined = set(SurveyDeclined.objects.filter(survey=survey, voided_by=None).values_list("person", flat=True))
    times = Counter(SurveyAsked.objects.filter(survey=survey, voided_by=None).values_list("person", flat=True))

    def state(person: Any) -> str:
        if person in answered:
            return ANSWERED
        return DECLINED if person in declined else ASKED if times[person] else NOT_ASKED

    return [
        {"id": id, "name": names.get(id, ""), "enterprise": hotels.get(enterprise, ""), "state": state(id), "times": times[id]}
        for id, enterprise in audience.items()
    ]


def results(request: Any, programme: Any, survey: Any) -> Listing:
    """The results in one table: what is hidden says so."""
    one = found(request, programme, survey, "surveys.see_results")
    told = results_of(one)
    lines = [(question, row) for question in told.questions for row in question.rows or [Row("", None, None)]]
    rows = [_result(place, question, row) for place, (question, row) in enumerate(lines)]
    return Listing(
        name="survey-results", title=_("Results: {title}").format(title=one.title), request=request, rows=rows,
        columns=[
            Column("question", _("Question"), order="id"),
            Column("answered", _("Answered it"), kind="number"),
            Column("answer", _("Their answer")),
            Column("people", _("People"), kind="number"),
            Column("share", _("Share"), kind="percent"),
            Column("median", _("Median"), kind="number", decimals=1),
            Column("hidden", _("Not shown")),
        ],
        order="question", note=ngettext("{n} answer.", "{n} answers.", told.answered).format(n=told.answered),
        empty=_("Results are here once it is closed and at least five have answered."),
    )  # fmt: skip


def _result(place: int, question: Told, row: Row) -> dict[str, Any]:
    hidden = question.hidden or (bool(question.rows) and row.people is None)
    return {
        "id": place,
        "question": question.label,
        "answered": question.answered,
        "answer": row.answer,
        "people": row.people,
        "share": row.share,
        "median": question.middle.median if question.middle else None,
        "hidden": _("fewer than five, or one could tell them by subtraction") if hidden else "",
    }


def answers(request: Any, programme: Any, survey: Any) -> Listing:
    """Row by row: of an anonymous survey without open answers and in an order that says nothing, five rows at least."""
    one = found(request, programme, survey, "surveys.see_answers")
    language = (get_language() or "es")[:2]
    questions = [question for question in one.questionnaire.asked() if not (one.is_anonymous and question.kind == TEXT)]
    around = _around(programme, survey) if is_named(one) else [Column("place", _("No."), kind="number", order="place")]
    return Listing(
        name="survey-answers", title=_("Answers: {title}").format(title=one.title), request=request, rows=_answers(one),
        columns=[*around, *(_column(question, language) for question in questions)], order=around[0].key,
        empty=_("Answers are here once somebody has answered; of an anonymous survey once it is closed and five have."),
    )  # fmt: skip


def is_named(survey: Survey) -> bool:
    """Whether an answer is shown with its enterprise: those of the baseline are not, as its first lines promise."""
    return not survey.is_anonymous and survey.kind in (ACCESS, OTHER)


def _around(programme: Any, survey: Any) -> list[Column]:
    ways = dict(WAYS)

    def correct(row: Any) -> str:
        return reverse("surveys:correct", args=[programme, survey, row["id"]])

    return [
        Column("enterprise", _("Enterprise"), order="enterprise", href=correct),
        Column("on", _("Day"), kind="date", order="on"),
        Column("way", _("How it came"), value=lambda row: ways[row["way"]]),
        Column("typed_by", _("Typed by")),
    ]


def _column(question: Question, language: str) -> Column:
    label = said(question.label, language) or question.name

    def value(row: Any) -> str:
        given = row["values"].get(question.name, "")
        if not question.choices:
            return str(given)
        names = given.split() if question.kind == MULTIPLE else [given]
        labels = [said(choice.label, language) for name in names if (choice := question.choice(name))]
        return " · ".join(labels)

    return Column(f"q-{question.name}", label, value=value, kind="words" if question.kind == TEXT else "text")


def _answers(survey: Survey) -> list[dict[str, Any]]:
    if is_named(survey):
        found = Answer.objects.readable().filter(survey=survey).select_related("enterprise", "by", "typed_by").in_order()
        return [_named(answer) for answer in found]
    values = values_of(survey)
    order = shuffled([str(sorted(row.items())) for row in values], str(survey.id))
    rows = sorted(values, key=lambda row: order.index(str(sorted(row.items()))))
    return [{"id": place, "place": place, "values": row} for place, row in enumerate(rows, start=1)]


def _named(answer: Answer) -> dict[str, Any]:
    whose = answer.enterprise or answer.by
    typed_by = answer.typed_by.name if answer.typed_by else ""
    around = {"id": answer.id, "enterprise": whose.name if whose else "", "on": answer.recorded_at, "way": answer.way}
    return around | {"typed_by": typed_by, "values": answer.values}


def words(request: Any, programme: Any, survey: Any) -> Listing:
    """Open answers, each question's in an order of its own, never beside a score."""
    one = found(request, programme, survey, "surveys.see_results")
    rows = [
        {"id": f"{place}-{n}", "question": part["label"], "text": text}
        for place, part in enumerate(results_of(one).words)
        for n, text in enumerate(part["texts"])
    ]
    return Listing(
        name="survey-words", title=_("In their own words: {title}").format(title=one.title), request=request, rows=rows,
        columns=[Column("question", _("Question"), order="question"), Column("text", _("Their answer"), kind="words")], order="question",
        empty=_("Open answers are here once at least five have answered."),
    )  # fmt: skip
