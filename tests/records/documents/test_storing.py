"""A document is put, joined, read and deleted; hypothesis plays it against a dict."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha1
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connections, transaction
from hypothesis import settings as playing
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from milpa.ledger import clock
from milpa.records import limits
from milpa.records.documents import listing, storing
from milpa.records.documents.preconditions import Preconditions
from milpa.records.documents.refusals import DocumentMovedOn, DocumentStands, DocumentTooLarge, NoDocument
from milpa.records.documents.shelves import STATE, Place, Shelf
from milpa.records.models.documents import Document
from milpa.records.rules.problems import Malformed
from tests.records.documents.conftest import LESSON, ROSA

pytestmark = pytest.mark.django_db(databases=["records"])

JSON, BYTES = "application/json", "application/octet-stream"
ANYHOW = Preconditions()
TWO = "2.0.0"
NINE = datetime(2026, 5, 4, 15, tzinfo=UTC)


def tag(content):
    return sha1(content).hexdigest()


def test_bytes_come_back_as_they_were_sent_with_their_type_and_their_sha_1(place):
    content = bytes(range(256))
    etag = storing.put(place, content, "image/x; q=1", ANYHOW, TWO)
    kept = storing.read(place)
    assert (kept.content, kept.content_type, kept.etag) == (content, "image/x; q=1", etag) and etag == tag(content)


def test_a_document_may_be_empty(place):
    storing.put(place, b"", BYTES, ANYHOW, TWO)
    assert storing.read(place).content == b""


def test_what_is_not_there_is_not_given(place):
    with pytest.raises(NoDocument):
        storing.read(place)


def test_it_is_kept_once_however_often_it_is_put(place):
    for content in (b"1", b"2", b"2"):
        storing.put(place, content, BYTES, ANYHOW, "1.0.3")
    assert (Document.objects.filter(shelf=place.shelf.id).count(), storing.read(place).content) == (1, b"2")


def test_putting_over_another_writers_document_without_saying_so_is_refused(place):
    storing.put(place, b"1", BYTES, ANYHOW, TWO)
    with pytest.raises(DocumentStands):
        storing.put(place, b"2", BYTES, ANYHOW, TWO)
    assert storing.read(place).content == b"1"


def test_a_document_over_the_limit_is_refused_and_changes_nothing(place):
    storing.put(place, b"{}", JSON, ANYHOW, TWO)
    with pytest.raises(DocumentTooLarge):
        storing.put(place, b"x" * (limits.DOCUMENT + 1), BYTES, Preconditions("*"), TWO)
    assert storing.read(place).content == b"{}"


def test_a_document_does_not_grow_over_the_limit_by_being_joined(place):
    half = limits.DOCUMENT // 2
    storing.post(place, json.dumps({"a": "x" * half}).encode(), JSON, ANYHOW)
    with pytest.raises(DocumentTooLarge):
        storing.post(place, json.dumps({"b": "x" * half}).encode(), JSON, ANYHOW)


def test_the_registration_tells_documents_apart(place):
    there = replace(place, registration=uuid4())
    storing.put(place, b"ninguna", BYTES, ANYHOW, TWO)
    storing.put(there, b"una", BYTES, ANYHOW, TWO)
    assert (storing.read(place).content, storing.read(there).content) == (b"ninguna", b"una")


def test_the_stranger_institution_reads_lists_and_deletes_nothing_of_it(place):
    storing.put(place, b"de Ana", BYTES, ANYHOW, TWO)
    shelf = replace(place.shelf, institution=uuid4())
    theirs = replace(place, shelf=shelf)
    with pytest.raises(NoDocument):
        storing.read(theirs)
    storing.delete(theirs, ANYHOW)
    listing.delete_all(shelf)
    storing.put(theirs, b"de Elena", BYTES, Preconditions(if_none_match="*"), TWO)
    assert listing.ids(shelf).ids == ["marcador"]
    assert storing.read(place).content == b"de Ana"


def test_a_document_posted_where_none_is_is_stored_as_it_is(place):
    storing.post(place, b"\xff\x00", "text/x", ANYHOW)
    assert storing.read(place).content == b"\xff\x00"


def test_what_says_it_is_json_and_is_not_is_refused_where_nothing_is_too(place):
    with pytest.raises(Malformed):
        storing.post(place, b'{"a": 1}[', JSON, ANYHOW)
    with pytest.raises(NoDocument):
        storing.read(place)


def test_what_cannot_be_joined_leaves_the_document_as_it_was(place):
    storing.put(place, b"/ asdf / undefined", BYTES, ANYHOW, TWO)
    with pytest.raises(Malformed):
        storing.post(place, b'{"a": 1}', JSON, ANYHOW)
    assert storing.read(place).content == b"/ asdf / undefined"


def test_deleting_what_another_has_changed_is_refused(place):
    storing.put(place, b"1", BYTES, ANYHOW, TWO)
    with pytest.raises(DocumentMovedOn):
        storing.delete(place, Preconditions(f'"{tag(b"0")}"'))
    storing.delete(place, Preconditions(f'"{tag(b"1")}"'))
    storing.delete(place, ANYHOW)
    with pytest.raises(NoDocument):
        storing.read(place)


@pytest.mark.django_db(databases=["records"], transaction=True)
@pytest.mark.parametrize("before", [b"antes", None])
def test_of_two_writers_who_believe_the_same_exactly_one_wins(place, before):
    believed = Preconditions(if_none_match="*")
    if before is not None:
        storing.put(place, before, BYTES, ANYHOW, TWO)
        believed = Preconditions(f'"{tag(before)}"')
    together, outcomes = Barrier(2), []

    def write(content):
        together.wait()
        try:
            with transaction.atomic(using="records"):
                storing.put(place, content, BYTES, believed, TWO)
            outcomes.append(content)
        except DocumentMovedOn:
            outcomes.append(None)
        finally:
            connections["records"].close()

    writers = [Thread(target=write, args=[content]) for content in (b"de Rosa", b"de Lidia")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    [winner] = [content for content in outcomes if content]
    assert len(outcomes) == 2 and storing.read(place).content == winner


names = st.sampled_from(["a", "b", "ñ 3"])
contents = st.sampled_from([b"", b"\xff\x00", b"[1]", b"{}"]) | st.dictionaries(names, st.integers(), max_size=2).map(
    lambda one: json.dumps(one).encode()
)
types = st.sampled_from([JSON, BYTES])
beliefs = st.sampled_from(["nothing", "there", "none", "now", "other"])
registrations = st.sampled_from([None, uuid4()])


class DocumentsAgainstADict(RuleBasedStateMachine):
    """(name, registration) -> (content, type, changed at); the clock goes on a second with each step."""

    @initialize(version=st.sampled_from(["1.0.3", "2.0.0"]))
    def begin(self, version):
        self.version, self.shelf, self.model, self.now = version, Shelf(uuid4(), STATE, LESSON, ROSA), {}, NINE

    def places(self, name, registration):
        self.now += timedelta(seconds=1)
        return (name, registration), Place(self.shelf, name, registration)

    def believed(self, key, belief):
        """The headers of a belief, and whether it is true."""
        etag = tag(self.model[key][0]) if key in self.model else None
        return {
            "nothing": (ANYHOW, True),
            "there": (Preconditions("*"), etag is not None),
            "none": (Preconditions(None, "*"), etag is None),
            "now": (Preconditions(f'"{etag}"'), etag is not None),
            "other": (Preconditions(f'"{tag(b"otro")}"'), False),
        }[belief]

    @rule(name=names, registration=registrations, content=contents, type=types, belief=beliefs)
    def put(self, name, registration, content, type, belief):
        key, place = self.places(name, registration)
        headers, so = self.believed(key, belief)
        refusal = None if so else DocumentMovedOn
        if belief == "nothing" and self.version == "2.0.0" and key in self.model:
            refusal = DocumentStands
        self.write(refusal, key, (content, type), lambda: storing.put(place, content, type, headers, self.version))

    @rule(name=names, registration=registrations, content=contents, type=types, belief=beliefs)
    def post(self, name, registration, content, type, belief):
        key, place = self.places(name, registration)
        headers, so = self.believed(key, belief)
        refusal, after = None, (content, type)
        if not so:
            refusal = DocumentMovedOn
        elif key in self.model:
            kept, kept_type, _at = self.model[key]
            if (type, kept_type) == (JSON, JSON) and content[:1] == kept[:1] == b"{":
                after = (json.loads(kept) | json.loads(content), JSON)
            else:
                refusal = Malformed
        elif type == JSON and content[:1] not in (b"{", b"["):
            refusal = Malformed
        self.write(refusal, key, after, lambda: storing.post(place, content, type, headers))

    def write(self, refusal, key, after, call):
        with clock.at(self.now):
            if refusal:
                with pytest.raises(refusal):
                    call()
                return
            etag = call()
        content, type = after
        if isinstance(content, dict):
            kept = storing.read(Place(self.shelf, *key)).content
            assert json.loads(kept) == content
            content = kept
        assert etag == tag(content)
        self.model[key] = (content, type, self.now)

    @rule(name=names, registration=registrations, belief=beliefs)
    def delete(self, name, registration, belief):
        key, place = self.places(name, registration)
        headers, so = self.believed(key, belief)
        if so:
            storing.delete(place, headers)
            self.model.pop(key, None)
        else:
            with pytest.raises(DocumentMovedOn):
                storing.delete(place, headers)

    @precondition(lambda self: self.model)
    @rule(registration=registrations)
    def delete_all(self, registration):
        listing.delete_all(self.shelf, registration)
        self.model = {key: kept for key, kept in self.model.items() if registration and key[1] != registration}

    @rule(registration=registrations, back=st.integers(0, 9))
    def list(self, registration, back):
        since = self.now - timedelta(seconds=back)
        fitting = {name for (name, of), (_c, _t, at) in self.model.items() if at > since and registration in (None, of)}
        assert set(listing.ids(self.shelf, registration, since).ids) == fitting

    @invariant()
    def each_document_is_as_the_dict_has_it(self):
        rows = Document.objects.filter(shelf=self.shelf.id) if hasattr(self, "shelf") else []
        stored = {(row.name, row.registration): (bytes(row.content), row.content_type, row.changed_at) for row in rows}
        assert stored == getattr(self, "model", {})


def test_documents_are_what_a_dict_would_be():
    run_state_machine_as_test(DocumentsAgainstADict, settings=playing(max_examples=25, stateful_step_count=20, deadline=None))
