"""To whom the text was sent is put on record, once; who received it says that they read it, once."""

from datetime import date, timedelta

import pytest

from milpa import ledger
from milpa.ledger import clock
from milpa.ledger.refusals import Conflict
from milpa.strategies.actions.sending import Sending, read_strategy, send_for_comment, take_back_sending
from milpa.strategies.models import Strategy, StrategyRead, StrategySent
from milpa.strategies.refusals import NotInTheRegister, SentInTheFuture, SentToNobody
from tests.strategies.story import enterprise_of

DAY = date(2026, 2, 20)


@pytest.fixture
def hotel(world, drafted):
    return enterprise_of(world, world.rosa, "Hotel Luna")


@pytest.fixture
def send(world, drafted):
    def sent(by=None, id=None, board=False, on=DAY, enterprises=()):
        return send_for_comment(by or world.ana, drafted.id, id or ledger.uuid7(), drafted.now, Sending(enterprises, board, "paper", on))

    return sent


def test_it_is_on_record_who_received_which_revision_on_which_day(world, drafted, hotel, send):
    sent = send(enterprises=[hotel.id], board=True)
    assert (sent.enterprises, sent.board, sent.number, sent.on, sent.way) == ([str(hotel.id)], True, drafted.now, DAY, "paper")


def test_put_down_twice_it_is_one_and_with_other_words_it_is_told(world, hotel, send):
    id = ledger.uuid7()
    assert send(id=id, enterprises=[hotel.id]) == send(id=id, enterprises=[hotel.id])
    with pytest.raises(Conflict):
        send(id=id, enterprises=[hotel.id], board=True)
    assert StrategySent.objects.count() == 1


def test_it_was_sent_to_somebody_of_the_register_and_not_tomorrow(world, hotel, send):
    with pytest.raises(SentToNobody):
        send()
    with pytest.raises(NotInTheRegister):
        send(enterprises=[hotel.id, ledger.uuid7()])
    with pytest.raises(SentInTheFuture):
        send(enterprises=[hotel.id], on=clock.today(world.institute.zone) + timedelta(days=1))
    assert not StrategySent.objects.exists()


@pytest.mark.parametrize("who", ["carmen", "diego", "irma", "rosa", "elena"])
def test_only_the_owners_people_put_it_on_record(world, hotel, send, who):
    with pytest.raises(Strategy.DoesNotExist):
        send(by=getattr(world, who), enterprises=[hotel.id])


def test_what_was_put_down_by_mistake_is_taken_back_and_stays_readable(world, hotel, send):
    sent = send(enterprises=[hotel.id])
    with pytest.raises(StrategySent.DoesNotExist):
        take_back_sending(world.elena, sent.id, ledger.uuid7(), "No.")
    take_back_sending(world.ana, sent.id, ledger.uuid7(), "Era otra lista.")
    assert not StrategySent.objects.standing().exists()
    assert StrategySent.objects.exists()


def test_an_owner_says_once_that_she_read_it(world, drafted, hotel):
    first = read_strategy(world.rosa, drafted.id, ledger.uuid7(), drafted.now)
    assert read_strategy(world.rosa, drafted.id, ledger.uuid7(), drafted.now) == first
    assert StrategyRead.objects.count() == 1


@pytest.mark.parametrize("who", ["ana", "diego", "lidia", "elena"])
def test_reading_counts_of_those_who_received_it_only(world, drafted, hotel, who):
    with pytest.raises(Strategy.DoesNotExist):
        read_strategy(getattr(world, who), drafted.id, ledger.uuid7(), drafted.now)
