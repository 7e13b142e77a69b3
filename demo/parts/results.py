"""What was reported in 2011, their own word at the end of each phase, the results given back, and the report that is being written."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from demo.story import Story, read

from milpa import ledger
from milpa.results.actions.giving_back import Meeting, record_meeting
from milpa.results.actions.own_word import ask_own_word, say_own_word
from milpa.results.actions.reading import Definition, Reported, define_indicator, report_reading
from milpa.results.actions.reporting import Written, begin_report, take_figures, write_report
from milpa.results.models import Report

WORDS = {"nada": "nothing", "algo": "some", "mucho": "much"}
REPORTED_ON = date(2011, 10, 1)
KEYS = ("satisfaction",)


def plan(story: Story) -> None:
    story.on(-438, lambda: reported(story))
    for row in read("schedule.yaml")["their_own_word"]:
        story.on(row["day"], partial(own_word, story, row), hour=5)
    back = read("practice_answers.yaml")["satisfaction"]["given_back"]
    story.on(back["day"], lambda: given_back(story, back))
    story.on(-60, lambda: report_begun(story))


def reported(story: Story) -> None:
    """The one figure of 2011 about satisfaction, in the words of its source; it stands in no chart with computed figures."""
    page, ana = read("historical.yaml"), story.person["ana"]
    rows = next(row["rows"] for row in page["programmes"] if row["key"] == "historical_small_hotels")
    for row in rows:
        if row["what"] not in KEYS:
            continue
        programme = story.historical["historical_small_hotels"]
        definition = Definition(name="Grado de satisfacción declarado", unit=row["unit"]["es"], how="La fuente no indica la fórmula.")
        indicator = define_indicator(ana, ledger.uuid7(), programme.id, definition)
        said = Reported(
            source=page["source"]["cited"]["es"], value=Decimal(str(row["number"])), words=row["value"]["es"], on=REPORTED_ON, period="2010"
        )
        report_reading(ana, ledger.uuid7(), indicator.id, said)


def own_word(story: Story, row: dict[str, Any]) -> None:
    """The lot says whom to ask; what the five say is the page's."""
    noemi = story.person["noemi"]
    asked = ask_own_word(noemi, story.programme.id, row["phase"], ledger.uuid7())
    say_own_word(story.person[row["liaison"]["by"]], asked.id, ledger.uuid7(), WORDS[row["liaison"]["answer"]])
    for enterprise, said in zip(asked.enterprises, row["enterprises"], strict=False):
        say_own_word(noemi, asked.id, ledger.uuid7(), WORDS[said["answer"]], enterprise_id=enterprise)


def given_back(story: Story, row: dict[str, Any]) -> None:
    there = {enrolment.enterprise_id for enrolment in story.enrolment.values() if enrolment.enterprise_id}
    meeting = Meeting(on=story.day(row["day"]), place=row["where"], board_came=True, notes=row["text"])
    record_meeting(story.person["noemi"], ledger.uuid7(), story.programme.id, meeting, sorted(there), follow_up_on=story.day(-22))


def report_begun(story: Story) -> None:
    noemi, id = story.person["noemi"], ledger.uuid7()
    title = "Informe de la primera edición"
    days = {"since": story.day(-428), "until": story.day(-91), "due_on": story.day(9)}
    report = begin_report(noemi, id, story.programme.id, Written(title=title, **days))
    report = take_figures(noemi, id, report.revision)
    done = (
        "El taller de necesidades, la estrategia firmada por la contraparte y sus socios, la nivelación ofrecida antes del curso, "
        "y la primera edición de Mercadeo Estratégico."
    )
    learnt = (
        "Los encuentros de la tarde caían en las horas de más trabajo: la segunda edición los tiene a las diez de la mañana, "
        "como lo pidieron. La hoja del precio fue lo que más se usó."
    )
    coming = "La segunda edición termina en unas semanas; después vienen su satisfacción y el seguimiento a los seis meses."
    write_report(noemi, id, Report.objects.get(id=id).revision, Written(title=title, done=done, learnt=learnt, coming=coming, **days))
