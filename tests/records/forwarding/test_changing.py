"""A target is changed with what it was kept; a key goes nowhere it was not given for."""

import pytest
from django.db import IntegrityError

from milpa.ledger import clock, uuid7
from milpa.ledger.refusals import StaleRevision
from milpa.records.forwarding import changing, looking
from milpa.records.forwarding.changing import change_target
from milpa.records.forwarding.passing import pass_on
from milpa.records.forwarding.refusals import (
    CredentialsHalf,
    CredentialsNeeded,
    ItsOwn,
    NotAnAddress,
    NotAnIri,
    NotEncrypted,
    TargetNameTaken,
)  # fmt: skip
from milpa.records.forwarding.sealing import unseal
from milpa.records.forwarding.sending import Wire
from milpa.records.forwarding.targets import Wanted, stop
from milpa.records.models.forwarding import ForwardTarget, TargetChange
from tests.records.forwarding.conftest import INSTITUTE, STRANGERS, stored

pytestmark = pytest.mark.django_db(databases=["default", "records"])
PASSED = "http://adlnet.gov/expapi/verbs/passed"
ANA = uuid7()


@pytest.fixture(autouse=True)
def handed(monkeypatch):
    """The targets that are handed to the worker."""
    seen = []
    monkeypatch.setattr(looking, "forward", type("Task", (), {"enqueue": staticmethod(seen.append)}))
    return seen


def now(target):
    return ForwardTarget.objects.get(pk=target.pk)


def change(to, was=None, id=None, institution=INSTITUTE, **said):
    plain = {name: getattr(now(to), name) for name in ("name", "address", "version", "verbs", "activities", "only_own")}
    wanted = Wanted(**plain | {"key": "", "secret": ""} | said)
    return change_target(institution, to.pk, now(to).revision if was is None else was, wanted, by=ANA, id=id or uuid7())


def test_what_changed_is_kept_with_what_it_was_and_the_key_stays(other, target, handed):
    to = target()
    change(to, name="Fondo", verbs=[PASSED], only_own=True)
    assert (now(to).name, now(to).verbs, now(to).only_own, now(to).revision) == ("Fondo", [PASSED], True, 2)
    assert unseal(now(to).sealed) == ("llave", "secreto") and handed == [str(to.pk)]
    kept = TargetChange.objects.get()
    assert (kept.by, kept.number, kept.what) == (ANA, 2, "changed")
    assert kept.said == {"name": ["Ministerio", "Fondo"], "verbs": [[], [PASSED]], "only_own": [False, True]}


def test_sent_twice_it_is_once_and_unchanged_it_is_no_revision(other, target, handed):
    to, id = target(), uuid7()
    for _twice in range(2):
        change(to, was=1, id=id, name="Fondo")
    change(to)
    assert (TargetChange.objects.count(), now(to).revision, len(handed)) == (1, 2, 1)


def test_a_stale_form_changes_nothing_and_says_which_revision_is_the_newest(other, target):
    to = target()
    change(to, name="Fondo")
    with pytest.raises(StaleRevision) as refused:
        change(to, was=1, name="Cámara")
    assert refused.value.newest.number == 2 and now(to).name == "Fondo"


def test_a_new_key_and_secret_take_the_place_of_the_old_and_no_history_holds_them(other, target):
    to = target()
    change(to, key="otra", secret="nuevo")
    assert unseal(now(to).sealed) == ("otra", "nuevo")
    assert TargetChange.objects.get().said == {"credentials": []}


@pytest.mark.parametrize("half", [{"key": "otra"}, {"secret": "nuevo"}])
def test_half_a_key_is_none(other, target, half):
    to = target()
    with pytest.raises(CredentialsHalf):
        change(to, **half)
    assert unseal(now(to).sealed) == ("llave", "secreto")


@pytest.mark.parametrize("tail", ["otra/xapi/", "xapi/../caught/"])
def test_the_key_that_is_kept_goes_to_no_other_address(other, target, tail):
    """Whoever may change a target but never knew its secret cannot have it sent to a server of theirs."""
    to, elsewhere = target(), other.address.replace("xapi/", tail)
    with pytest.raises(CredentialsNeeded):
        change(to, address=elsewhere)
    assert now(to).address == other.address
    change(to, address=elsewhere, key="otra", secret="nuevo")
    assert now(to).address == elsewhere and unseal(now(to).sealed) == ("otra", "nuevo")


def test_the_same_address_written_otherwise_is_the_same(other, target):
    to = target()
    change(to, address=f" {other.address}statements ")
    assert now(to).revision == 1


@pytest.mark.parametrize(("said", "refusal"), [
    ({"address": "esto no es"}, NotAnAddress), ({"address": "http://lrs.example.org/"}, NotEncrypted), ({"verbs": ["completed"]}, NotAnIri),
    ({"address": "http://testserver/xapi/", "key": "a", "secret": "b"}, (ItsOwn, NotEncrypted)), ({"activities": ["a b"]}, NotAnIri),
])  # fmt: skip
def test_bad_input_changes_nothing(other, target, said, refusal):
    to = target()
    with pytest.raises(refusal):
        change(to, **said)
    assert now(to).revision == 1 and not TargetChange.objects.exists()


def test_a_name_that_another_target_has_is_taken_and_nothing_is_written(other, target):
    target("Fondo")
    to = target()
    with pytest.raises(TargetNameTaken):
        change(to, name="Fondo", only_own=True)
    assert (now(to).name, now(to).only_own) == ("Ministerio", False) and not TargetChange.objects.exists()


def test_the_same_form_twice_at_once_is_one_change(other, target, monkeypatch):
    to, id = target(), uuid7()
    real = changing._save

    def beaten(*told):
        real(*told)
        monkeypatch.setattr(changing, "_save", real)
        change(to, was=1, id=id, name="Fondo")
        raise IntegrityError

    change(to, was=1, id=id, name="Fondo")
    monkeypatch.setattr(changing, "_save", beaten)
    assert change(to, was=1, id=id, name="Fondo").name == "Fondo"
    assert TargetChange.objects.count() == 1


def test_nothing_of_another_institution_nor_what_was_stopped_is_changed(other, target):
    to = target()
    with pytest.raises(ForwardTarget.DoesNotExist):
        change(to, institution=STRANGERS, name="Fondo")
    stop(to, by=None)
    with pytest.raises(ForwardTarget.DoesNotExist):
        change(to, name="Fondo")


def test_what_held_it_up_is_forgotten_and_a_pause_is_not(other, target, handed):
    to = target()
    ForwardTarget.objects.update(error="no_entry", detail="401", failures=7, next_at=clock.now() + looking.FORGOTTEN, paused_at=clock.now())
    change(to, key="otra", secret="nuevo")
    assert (now(to).error, now(to).failures, now(to).next_at) == ("", 0, None)
    assert now(to).paused_at and handed == []


def test_everything_is_sent_again_if_somebody_says_so(other, target):
    ids, to = stored(1, 2), target()
    pass_on(to)
    change(to, from_the_start=True)
    pass_on(now(to))
    assert other.ids == ids * 2 and TargetChange.objects.get().said == {"from_the_start": []}


@pytest.fixture
def meanwhile(monkeypatch):
    """Somebody changes the target while the worker waits for the answer to its first request."""
    real = Wire.post

    def change_it(to, **said):
        def post(wire, *request):
            monkeypatch.setattr(Wire, "post", real)
            try:
                return real(wire, *request)
            finally:
                change(to, **said)

        monkeypatch.setattr(Wire, "post", post)

    return change_it


def test_what_a_turn_learns_that_began_before_does_not_count(other, target, meanwhile):
    to = target()
    stored(1)
    other.answers = lambda ids, headers: (401, {}, "No lo conozco")
    meanwhile(to, key="otra", secret="nuevo", from_the_start=True)
    pass_on(to)
    assert (now(to).error, now(to).failures, now(to).next_at, now(to).position) == ("", 0, None, 0)
    other.answers = lambda ids, headers: (200, {}, "[]")
    pass_on(now(to))
    assert len(other.ids) == 1


def test_a_turn_with_an_old_filter_sends_no_further(other, target, meanwhile):
    to = target()
    stored(*range(150))
    meanwhile(to, verbs=[PASSED])
    pass_on(to)
    assert len(other.ids) == 100 and now(to).sent == 100
    pass_on(now(to))
    assert len(other.ids) == 100 and now(to).position == 150
