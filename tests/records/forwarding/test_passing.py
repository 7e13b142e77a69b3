"""Statements on their way to another record store."""

import json
from base64 import b64decode
from hashlib import sha256

import pytest

from milpa.ledger import clock
from milpa.records.forwarding import passing
from milpa.records.forwarding.passing import pass_on
from milpa.records.models.forwarding import ForwardTarget, SetAside
from milpa.records.store import attachments
from tests.records.forwarding.conftest import INSTITUTE, STRANGERS, stored

pytestmark = pytest.mark.django_db(databases=["records"])


def now(target):
    return ForwardTarget.objects.get(pk=target.pk)


def test_everything_arrives_once_in_order_in_batches_with_its_own_ids(other, target):
    ids = stored(*range(250))
    to = target()
    pass_on(to)
    assert other.ids == ids
    assert [len(batch) for batch in other.got] == [100, 100, 50]
    assert (now(to).sent, now(to).error) == (250, "")
    pass_on(now(to))
    assert len(other.got) == 3


def test_the_other_side_hears_version_and_key_and_sets_stored_and_authority_itself(other, target):
    stored(1, authority={"mbox": "mailto:llave@example.org"}, version="1.0.0")
    pass_on(target(version="1.0.3"))
    (headers,) = other.headers
    assert headers["x-experience-api-version"] == "1.0.3" and headers["path"] == "/xapi/statements"
    assert b64decode(headers["authorization"].removeprefix("Basic ")) == b"llave:secreto"
    assert not {"stored", "authority", "version"} & other.got[0][0].keys()


def test_a_target_that_begins_today_gets_only_what_comes_after(other, target):
    stored(1)
    to = target(from_the_start=False)
    new = stored(2)
    pass_on(to)
    assert other.ids == new


def test_nothing_of_another_institution_leaves(other, target):
    stored(1, institution=STRANGERS)
    own = stored(2)
    to = target()
    pass_on(to)
    assert other.ids == own
    stored(3, institution=STRANGERS)
    pass_on(now(to))
    assert other.ids == own


def test_a_statement_that_the_other_side_refuses_is_set_aside_and_holds_nothing_up(other, target):
    ids = stored(*range(60))
    poison = {ids[17]: (400, "object.id is no IRI"), ids[42]: (409, "another one has this id")}

    def answers(sent, headers):
        wrong = [poison[id] for id in sent if id in poison]
        return (wrong[0][0], {}, wrong[0][1]) if wrong else (200, {}, "[]")

    other.answers = answers
    to = target()
    pass_on(to)
    assert other.ids == [id for id in ids if id not in poison]
    aside = {str(one.statement): (one.status, one.error) for one in SetAside.objects.filter(target=to)}
    assert aside == poison
    assert now(to).sent == 58


def test_a_store_that_refuses_everything_is_trouble_and_not_a_thousand_set_aside(other, target):
    other.answers = lambda sent, headers: (400, {}, "X-Experience-API-Version is wrong")
    stored(*range(100))
    to = target()
    pass_on(to)
    assert now(to).error == "refuses_all" and SetAside.objects.count() == passing.REFUSED_IN_A_ROW


@pytest.mark.parametrize(
    ("status", "code"), [(401, "no_entry"), (403, "no_entry"), (404, "moved"), (301, "moved"), (500, "failing"), (503, "busy")]
)
def test_trouble_is_kept_with_its_words_and_nothing_is_lost(other, target, status, code):
    ids = stored(1, 2)
    other.answers = lambda sent, headers: (status, {"Location": "http://127.0.0.1:1/"}, "<b>not\nnow</b>")
    to = target()
    with clock.at(clock.now()):
        pass_on(to)
        kept = now(to)
        assert (kept.error, kept.detail, kept.failures, kept.position) == (code, f"{status} <b>not now</b>", 1, 0)
        assert (kept.next_at - clock.now()).total_seconds() == 10
    other.answers = lambda sent, headers: (204, {}, "")
    pass_on(kept)
    assert other.ids == ids and (now(to).error, now(to).failures, now(to).next_at) == ("", 0, None)


def test_pauses_grow_to_an_hour_and_a_store_may_ask_for_more(other, target):
    stored(1)
    to = target()
    waits = []
    with clock.at(clock.now()):
        for _ in range(12):
            other.answers = lambda sent, headers: (503, {}, "")
            pass_on(now(to))
            waits.append((now(to).next_at - clock.now()).total_seconds())
        assert waits == [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]
        ForwardTarget.objects.update(failures=0)
        other.answers = lambda sent, headers: (429, {"Retry-After": "90"}, "")
        pass_on(now(to))
        assert (now(to).next_at - clock.now()).total_seconds() == 90


def test_a_server_that_is_not_there_is_trouble(other, target, settings):
    stored(1)
    to = target()
    ForwardTarget.objects.update(address="http://127.0.0.1:1/xapi/")
    pass_on(now(to))
    assert now(to).error == "unreachable"


def test_an_address_that_became_private_is_not_connected_to(other, target, settings):
    stored(1)
    to = target()
    ForwardTarget.objects.update(address="https://localhost/xapi/")
    settings.FORWARD_PRIVATE = False
    pass_on(now(to))
    assert now(to).error == "private_address" and not other.got


def test_a_target_that_is_paused_gets_nothing(other, target):
    stored(1)
    to = target()
    ForwardTarget.objects.update(paused_at=clock.now())
    pass_on(now(to))
    assert not other.got and now(to).position == 0


def test_a_filter_lets_through_verbs_and_beginnings_of_activities_and_every_withdrawal(other, target):
    verb = {"id": "http://adlnet.gov/expapi/verbs/passed"}
    (passed,) = stored(1, verb=verb)
    stored(2)
    stored(1, verb=verb, object={"id": "https://elsewhere.example/1"})
    reference = {"objectType": "StatementRef", "id": passed}
    (withdrawal,) = stored(1, verb={"id": "http://adlnet.gov/expapi/verbs/voided"}, object=reference)
    to = target(verbs=[verb["id"]], activities=["https://example.org/unit/"])
    pass_on(to)
    assert other.ids == [passed, withdrawal] and now(to).position == 4


def test_what_is_attached_travels_along(other, target):
    content = b"una foto"
    sha2 = sha256(content).hexdigest()
    attachments.keep(INSTITUTE, sha2, content)
    attached = [{
        "usageType": "https://example.org/photo", "display": {"es": "Foto"}, "contentType": "image/webp", "length": 8, "sha2": sha2,
    }]  # fmt: skip
    stored(1)
    stored(2, attachments=attached)
    stored(3)
    pass_on(target())
    kinds = [headers["content-type"].partition(";")[0] for headers in other.headers]
    assert kinds == ["application/json", "multipart/mixed", "application/json"]
    assert content in other.raw[1] and sha2.encode() in other.raw[1]


def test_no_request_is_heavier_than_a_megabyte(other, target):
    stored(*range(6), result={"response": "a" * 400_000})
    pass_on(target())
    assert [len(batch) for batch in other.got] == [2, 2, 2]
    assert max(map(len, other.raw)) < 1_100_000


def test_an_answer_without_end_is_not_read_whole(other, target):
    stored(1)
    other.answers = lambda sent, headers: (500, {}, "a" * 5_000_000)
    to = target()
    pass_on(to)
    assert now(to).error == "failing" and len(now(to).detail) < 500


def test_after_a_crash_before_the_position_was_kept_the_same_ids_are_sent_again(other, target):
    ids = stored(1, 2)
    to = target()
    pass_on(to)
    ForwardTarget.objects.update(position=0)
    pass_on(now(to))
    assert [[one["id"] for one in batch] for batch in other.got] == [ids, ids]
    assert json.loads(other.raw[0]) == json.loads(other.raw[1])
