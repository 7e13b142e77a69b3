"""Each side signs the revision it read; who may not is told; a changed word leaves the signature behind."""

from decimal import Decimal

import pytest

from milpa import ledger
from milpa.ledger.models.signatures import Signed
from milpa.ledger.refusals import RevisionMovedOn
from milpa.strategies.actions.planning import write_row
from milpa.strategies.actions.signing import decline_strategy, sign_strategy, withdraw_signature
from milpa.strategies.actions.suggesting import Beside, suggest
from milpa.strategies.actions.writing import save_section
from milpa.strategies.models import Strategy
from milpa.strategies.reads import sides
from milpa.strategies.refusals import AnswersFirst, NotASigningSide, NotNamedByTheMandate, NotSigned, ReasonNeeded
from milpa.strategies.standing import changed_since, standings
from tests.strategies.story import appointed


def sign(drafted, by, number=None):
    return sign_strategy(by, drafted.id, number or drafted.now, ledger.uuid7())


def standing(drafted):
    strategy = Strategy.objects.select_related("institution").get(id=drafted.id)
    return {one.side.name: one for one in standings(strategy, sides(strategy))}


def test_the_counterpart_the_contributing_partners_and_the_owner_sign(world, drafted):
    assert list(standing(drafted)) == ["Asociación Ejemplo", "Fondo Ejemplo", "Instituto Ejemplo"]
    for person in (world.carmen, world.fidel, world.ana):
        sign(drafted, person)
    assert all(one.covers for one in standing(drafted).values())


def test_a_partner_without_a_contribution_is_not_asked_to_sign(world, drafted):
    with pytest.raises(NotASigningSide):
        sign(drafted, world.diego)
    share = [(world.ministry.id, "", Decimal(100))]
    write_row(world.ana, drafted.id, drafted.now, "budget", ledger.uuid7(), {"text": "Hojas", "amount": Decimal(100)}, share)
    assert sign(drafted, world.diego).side == world.ministry


def test_whom_the_mandate_does_not_name_may_not_sign(world, drafted):
    appointed(world, "Carmen", "Amparo Leiva")
    world.carmen.name = "Cármen"
    assert sign(drafted, world.carmen)
    assert standing(drafted)["Asociación Ejemplo"].missing == ("Amparo Leiva",)
    assert not standing(drafted)["Asociación Ejemplo"].covers
    world.carmen.name = "Mateo"
    with pytest.raises(NotNamedByTheMandate, match="Amparo Leiva") as refused:
        sign(drafted, world.carmen)
    assert "Asociación Ejemplo" in str(refused.value)


def test_the_owner_signs_when_everything_has_an_answer(world, drafted):
    suggest(world.carmen, drafted.id, ledger.uuid7(), Beside("question", "actions", text="¿Quién cuida los teléfonos?"), number=drafted.now)
    with pytest.raises(AnswersFirst):
        sign(drafted, world.ana)
    assert sign(drafted, world.carmen)


def test_a_changed_word_leaves_the_signature_behind_and_says_how_many_words(world, drafted):
    signed = sign(drafted, world.carmen)
    text = drafted.text("actions").replace("de junio a agosto", "en mayo y septiembre")
    save_section(world.ana, drafted.id, drafted.now, "actions", text)
    one = standing(drafted)["Asociación Ejemplo"]
    assert (one.covers, one.before) == (False, signed)
    assert changed_since(Strategy.objects.get(id=drafted.id), {signed.number}) == {signed.number: (4, 4)}


def test_the_same_words_saved_again_keep_the_signature(world, drafted):
    sign(drafted, world.carmen)
    save_section(world.ana, drafted.id, drafted.now, "summary", drafted.text("summary"))
    assert standing(drafted)["Asociación Ejemplo"].covers


def test_what_the_register_says_later_does_not_touch_a_signature(world, drafted):
    from tests.strategies.story import enterprise_of

    sign(drafted, world.carmen)
    enterprise_of(world, world.rosa, "Hotel Luna")
    assert standing(drafted)["Asociación Ejemplo"].covers


def test_nobody_signs_a_text_that_moved_on_after_they_read_it(world, drafted):
    number = drafted.now
    save_section(world.ana, drafted.id, number, "summary", "Otro resumen.")
    with pytest.raises(RevisionMovedOn):
        sign(drafted, world.carmen, number)
    assert not Signed.objects.filter(document=drafted.id).exists()


def test_signed_twice_it_is_one_signature_also_after_the_text_moved_on(world, drafted):
    id, number = ledger.uuid7(), drafted.now
    first = sign_strategy(world.carmen, drafted.id, number, id)
    save_section(world.ana, drafted.id, number, "summary", "Otro resumen.")
    assert sign_strategy(world.carmen, drafted.id, number, id) == first


def test_a_side_says_why_it_does_not_sign_and_the_coordinator_may_for_it(world, drafted):
    with pytest.raises(ReasonNeeded):
        decline_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7(), " ")
    decline_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7(), "La asamblea pidió otra fecha.")
    decline_strategy(world.ana, drafted.id, drafted.now, ledger.uuid7(), "No contestó en treinta días.", world.fund.id)
    told = standing(drafted)
    assert told["Asociación Ejemplo"].declined.why == "La asamblea pidió otra fecha."
    assert told["Fondo Ejemplo"].declined.why == "No contestó en treinta días."


def test_no_partner_refuses_for_another(world, drafted):
    with pytest.raises(NotASigningSide):
        decline_strategy(world.carmen, drafted.id, drafted.now, ledger.uuid7(), "No.", world.fund.id)


def test_a_signature_is_withdrawn_by_whoever_gave_it_with_a_reason(world, drafted):
    signed = sign(drafted, world.carmen)
    with pytest.raises(NotSigned):
        withdraw_signature(world.fidel, drafted.id, signed.id, ledger.uuid7(), "No es mía.")
    with pytest.raises(ReasonNeeded):
        withdraw_signature(world.carmen, drafted.id, signed.id, ledger.uuid7(), "")
    withdraw_signature(world.carmen, drafted.id, signed.id, ledger.uuid7(), "La asamblea lo decidió.")
    assert not standing(drafted)["Asociación Ejemplo"].covers


@pytest.mark.parametrize("who", ["elena", "rosa", "irma"])
def test_who_has_no_say_finds_nothing_to_sign(world, drafted, who):
    with pytest.raises(Strategy.DoesNotExist):
        sign(drafted, getattr(world, who))
