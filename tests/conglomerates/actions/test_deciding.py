"""The decision has reasons, copies the ranking of its moment, and is signed."""

import pytest

from milpa import ledger
from milpa.conglomerates.actions.deciding import decide, decline_selection, sign_selection
from milpa.conglomerates.actions.selecting import add_candidate, start_selection
from milpa.conglomerates.comparing import table
from milpa.conglomerates.models import Selection
from milpa.conglomerates.refusals import NotADecidingSide, NothingDecided, NoWeightsYet, ReasonNeeded, ValueIsMissing
from milpa.conglomerates.registers import candidates_complete, selection_signed
from tests.conglomerates.choice import again, all_weigh, choice


@pytest.fixture
def weighed(world):
    selection = choice(world)
    all_weigh(world, selection)
    return again(selection)


def hotels(selection):
    return selection.candidates.get(name="Hoteles pequeños")


def decided(world, selection):
    return decide(world.ana, selection.id, again(selection).revision, hotels(selection).id, "La asociación lo pidió.")


def test_a_decision_copies_the_ranking_of_its_moment(world, weighed):
    selection = decided(world, weighed)
    assert [row["rank"] for row in selection.ranking_then] == [1, 2, 3]
    assert selection.decided == hotels(selection)


def test_without_reasons_nothing_is_decided(world, weighed):
    with pytest.raises(ReasonNeeded):
        decide(world.ana, weighed.id, weighed.revision, hotels(weighed).id, "  ")
    assert again(weighed).decided is None


def test_what_is_missing_is_named_before_anything_is_compared(world):
    selection = choice(world)
    with pytest.raises(NoWeightsYet):
        decided(world, selection)
    add_candidate(world.ana, selection.id, again(selection).revision, ledger.uuid7(), "Café")
    with pytest.raises(ValueIsMissing, match="Café"):
        decided(world, selection)


def test_a_stale_decision_is_refused(world, weighed):
    decided(world, weighed)
    with pytest.raises(ledger.StaleRevision):
        decide(world.ana, weighed.id, weighed.revision, weighed.candidates.get(name="Panaderías").id, "Otra razón")
    assert again(weighed).decided == hotels(weighed)


def test_all_sides_sign_or_say_why_not(world, weighed):
    selection = decided(world, weighed)
    for person in (world.ana, world.carmen):
        sign_selection(person, selection.id, selection.revision, ledger.uuid7())
    assert not selection_signed([world.id])[world.id].met
    decline_selection(world.diego, selection.id, selection.revision, ledger.uuid7(), "Falta el visto bueno jurídico")
    assert selection_signed([world.id])[world.id].met


def test_a_signature_stops_covering_a_changed_decision(world, weighed):
    selection = decided(world, weighed)
    sign_selection(world.carmen, selection.id, selection.revision, ledger.uuid7())
    decide(world.ana, selection.id, selection.revision, hotels(selection).id, "La asociación lo pidió dos veces.")
    [standing] = ledger.standing(again(selection), [world.association])
    assert (standing.covers, standing.signed is not None) == (False, True)


def test_who_does_not_decide_cannot_sign(world, weighed):
    selection = decided(world, weighed)
    with pytest.raises(NotADecidingSide):
        sign_selection(world.fidel, selection.id, selection.revision, ledger.uuid7())
    with pytest.raises(Selection.DoesNotExist):
        sign_selection(world.elena, selection.id, selection.revision, ledger.uuid7())


def test_there_is_nothing_to_sign_before_a_decision(world, weighed):
    with pytest.raises(NothingDecided):
        sign_selection(world.carmen, weighed.id, weighed.revision, ledger.uuid7())


def test_evidence_counts_candidates_and_their_values(world):
    start_selection(world.ana, world.id)
    assert not candidates_complete([world.id])[world.id].met
    selection = Selection.objects.get(programme=world.programme)
    selection.criteria.all().delete()
    selection.delete()
    choice(world)
    assert candidates_complete([world.id])[world.id].met


def test_the_sheet_gives_the_same_totals_as_the_page(world, weighed):
    from io import BytesIO

    import openpyxl

    from milpa.conglomerates.sheet import workbook

    rows = table(weighed)
    order = openpyxl.load_workbook(BytesIO(workbook(rows))).worksheets[2]
    totals = {line[0].value: line[-1].value for line in order.iter_rows(min_row=2)}
    names = {str(row.id): row.name for row in rows.candidates}
    assert totals == {names[p.candidate]: pytest.approx(float(p.total)) for p in rows.comparison.by_mean.places}
    assert order["B2"].value.startswith("=IF(")
