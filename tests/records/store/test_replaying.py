"""What is derived from statements can be derived again, and is the same."""

from uuid import UUID, uuid4

import pytest

from milpa.records.models import Posting, Progress, Term
from milpa.records.rules.found import AGENT
from milpa.records.statements import HOME
from milpa.records.store import replaying
from milpa.records.store.finding import Filters, find
from tests.records.store.told import HERE, put_and_index, referring, told, voiding

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


def learnt(registration, **result):
    actor = {"account": {"homePage": HOME, "name": str(UUID(int=5))}}
    return told(actor=actor, context={"registration": str(registration)}, result=result)


def everything():
    terms = {term.id: (term.institution, term.kind, term.value, term.uses) for term in Term.objects.all()}
    postings = {(terms[row.term][:3], row.related, row.arrived, row.source) for row in Posting.objects.all()}
    progress = set(Progress.objects.values_list("registration", "activity", "first_at", "last_at", "completed_at", "best", "statements"))
    return set(terms.values()), postings, progress


def test_progress_and_postings_made_again_are_the_same():
    registration = uuid4()
    wrong = learnt(registration, score={"scaled": 1.0})
    about = told()
    put_and_index(learnt(registration, completion=True), wrong, referring(str(about.id)))
    put_and_index(about)
    put_and_index(voiding(str(wrong.id)))
    before = everything()
    seen = []
    assert replaying.rebuild(lambda done, all: seen.append((done, all)), batch=2) == 5
    replaying.index_again(batch=2)
    assert everything() == before
    assert seen[-1] == (5, 5)
    assert len(find(HERE, Filters(), 10).rows) == 4


def test_all_statements_with_a_term_are_read_in_order_a_batch_at_a_time():
    some = [learnt(uuid4()) for _ in range(7)]
    put_and_index(*some, told())
    key = f"account:{HOME}|{UUID(int=5)}"
    assert [one.id for one in replaying.with_term(HERE, AGENT, key, batch=3)] == [one.id for one in some]
    assert list(replaying.with_term(UUID(int=2), AGENT, key)) == []
