from milpa import ledger
from milpa.readiness import company
from milpa.readiness.actions.recording import record_seen
from milpa.readiness.rules.gaps import Form, Outcome
from milpa.readiness.rules.offers import Choice
from tests.readiness.doing import attempt, choose, diagnose


def row(staff, person):
    return next(row for row in company.rows(staff) if row["id"] == person.pk)


def test_each_person_stands_under_the_first_need_that_holds(diagnosed):
    irma = diagnosed.irma
    assert row(irma, diagnosed.rosa)["needs"] == "first"  # two gaps, nothing chosen
    assert row(irma, diagnosed.lidia)["needs"] == "not_chosen"
    assert row(irma, diagnosed.tomas)["needs"] == "not_diagnosed"
    choose(diagnosed.rosa, Choice.NONE)
    choose(diagnosed.lidia, Choice.ACCOMPANIED)
    diagnose(diagnosed.tomas)
    assert [row(irma, person)["needs"] for person in (diagnosed.rosa, diagnosed.lidia, diagnosed.tomas)] == ["none", "asked", "none"]


def test_who_could_not_get_in_at_the_door_is_offered_company_first(world):
    record_seen(world.beto, world.rosa.pk, ledger.uuid7(), "B1", Form.A, Outcome.NOT_DONE)
    assert row(world.irma, world.rosa)["needs"] == "first"


def test_a_row_says_what_is_done_alone_and_what_may_be_practised(diagnosed):
    found = row(diagnosed.irma, diagnosed.rosa)
    assert (found["alone"], found["tried"]) == (4, 6)
    assert found["gaps"] == "Descargar y abrir sin señal · Recuperar el PIN sin caer en la trampa"


def test_the_summary_counts_each_need(diagnosed):
    choose(diagnosed.lidia, Choice.ACCOMPANIED)
    assert company.summary(company.rows(diagnosed.irma)) == company.Summary(3, asked=1, offered_first=1, not_chosen=0, not_diagnosed=1)


def test_strangers_and_partners_see_nobody(diagnosed):
    assert company.rows(diagnosed.elena) == []
    assert company.rows(diagnosed.carmen) == []


def test_three_queries_whatever_the_number_of_people(diagnosed, django_assert_num_queries):
    attempt(diagnosed.tomas, "B3")
    diagnosed.irma.__dict__["roles_read"] = frozenset({"instructor"})
    with django_assert_num_queries(3):
        company.rows(diagnosed.irma)
