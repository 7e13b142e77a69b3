"""A report: its figures are copied into it, and what was sent stays as it was."""

import pytest

from milpa import ledger
from milpa.ledger.refusals import NotYours, RevisionMovedOn
from milpa.programmes.models import Programme
from milpa.results.actions.giving_back import Meeting, record_meeting
from milpa.results.actions.reporting import Written, begin_report, send_report, take_figures, write_report
from milpa.results.lists import sent_content
from milpa.results.models import Report, ReportSent
from milpa.results.recognising import report_delivered
from milpa.results.refusals import NobodyToSendTo
from tests.results.evaluated import edition_of, end, enrol, questionnaire

pytestmark = pytest.mark.django_db(databases=["default", "records"])


@pytest.fixture
def report(world, case):
    return begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final", done="Se dio el curso."))


def everyone(world):
    return [world.association.id, world.ministry.id, world.fund.id]


def test_a_report_begins_with_the_figures_of_its_moment(world, case, report):
    values = {row["id"]: row["value"] for row in report.figures}
    assert values["satisfaction"]["values"] == {"a": 16, "v": 19, "percent": "84 %"}
    assert values["completion"]["values"]["n"] == 24


def test_begun_twice_it_is_one(world, report):
    assert begin_report(world.ana, report.id, world.id, Written("Informe final")).revision == report.revision
    assert Report.objects.count() == 1


def test_sending_reaches_each_partner_once_however_often_it_is_sent(world, report):
    id = ledger.uuid7()
    for _ in range(2):
        send_report(world.ana, id, report.id, report.revision, everyone(world))
    assert ReportSent.objects.count() == 3


def test_sent_again_after_it_was_written_on_it_is_answered_as_it_was(world, report):
    id = ledger.uuid7()
    send_report(world.ana, id, report.id, 1, everyone(world))
    write_report(world.ana, report.id, 1, Written("Informe final", done="Se dio el curso dos veces."))
    assert len(send_report(world.ana, id, report.id, 1, everyone(world))) == 3
    with pytest.raises(RevisionMovedOn):
        send_report(world.ana, ledger.uuid7(), report.id, 1, everyone(world))


def test_what_was_sent_keeps_its_figures_when_new_ones_are_taken(world, case, report):
    send_report(world.ana, ledger.uuid7(), report.id, 1, everyone(world))
    second = edition_of(world, case.course, "Segunda", "MERCA2")
    enrol(world, second, case.people[:10], case.enterprises, 10)
    questionnaire(world, second, {"muy": 10})
    end(world, second)
    newer = take_figures(world.ana, report.id, 1)
    assert newer.revision == 2
    then = {row["id"]: row["value"]["values"] for row in sent_content(report, 1)["figures"]}
    now = {row["id"]: row["value"]["values"] for row in sent_content(report, 2)["figures"]}
    assert (then["satisfaction"]["a"], now["satisfaction"]["a"]) == (16, 26)


def test_it_is_sent_to_partners_only(world, report):
    with pytest.raises(NobodyToSendTo):
        send_report(world.ana, ledger.uuid7(), report.id, 1, [])
    with pytest.raises(NobodyToSendTo):
        send_report(world.ana, ledger.uuid7(), report.id, 1, [world.strangers.id])


def test_a_partner_reads_it_once_it_was_sent_and_elena_never(world, report):
    assert not Report.objects.open_to(world.carmen).exists()
    send_report(world.ana, ledger.uuid7(), report.id, 1, [world.association.id])
    assert Report.objects.open_to(world.carmen).exists()
    assert not Report.objects.open_to(world.diego).exists()
    assert not Report.objects.open_to(world.elena).exists()


def test_only_the_coordinator_sends_and_only_the_owner_writes(world, report):
    with pytest.raises(Report.DoesNotExist):
        send_report(world.beto, ledger.uuid7(), report.id, 1, everyone(world))
    with pytest.raises(NotYours):
        begin_report(world.carmen, ledger.uuid7(), world.id, Written("x"))
    with pytest.raises(Programme.DoesNotExist):
        begin_report(world.elena, ledger.uuid7(), world.id, Written("x"))


def test_delivered_is_sent_to_all_then_a_meeting_then_a_date_of_the_follow_up(world, report):
    def missing():
        answer = report_delivered([world.id])[world.id]
        return str(answer.missing) if answer.missing else "nada"

    assert "Todavía no se ha enviado" in missing()
    send_report(world.ana, ledger.uuid7(), report.id, 1, [world.association.id])
    assert "1 de 3" in missing()
    send_report(world.ana, ledger.uuid7(), report.id, 1, [world.ministry.id, world.fund.id])
    assert "reunión" in missing()
    today = ledger.now().date()
    record_meeting(world.ana, ledger.uuid7(), world.id, Meeting(today))
    assert "seguimiento" in missing()
    record_meeting(world.ana, ledger.uuid7(), world.id, Meeting(today, "Asamblea"), follow_up_on=today)
    assert missing() == "nada"
