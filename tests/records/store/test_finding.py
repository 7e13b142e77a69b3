"""What is asked for is found, of one's own institution only, in the order in which it was stored."""

import json
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milpa.records.models import Statement
from milpa.records.rules.found import key
from milpa.records.store.finding import Filters, find, one
from tests.records.store.told import HERE, catch_up, put, put_and_index, referring, told, voiding

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])

LIDIA = {"mbox": "mailto:lidia@example.org"}
COURSE = "https://example.org/course"


def ids(filters=None, limit=100, institution=HERE, **how):
    return [json.loads(row.content)["id"] for row in find(institution, filters or Filters(), limit, **how).rows]


def names(*some):
    return [str(each.id) for each in some]


def test_the_newest_comes_first_unless_asked_otherwise():
    first, second, third = told(), told(), told()
    put_and_index(first, second, third)
    assert ids() == names(third, second, first)
    assert ids(ascending=True) == names(first, second, third)


@pytest.mark.parametrize("ascending", [False, True])
def test_pages_together_hold_everything_once(ascending):
    some = [told() for _ in range(23)]
    put_and_index(*some)
    seen, after = [], None
    while True:
        page = find(HERE, Filters(), 5, ascending=ascending, after=after)
        seen += [json.loads(row.content)["id"] for row in page.rows]
        after = page.following
        if after is None:
            break
    assert seen == (names(*some) if ascending else names(*reversed(some)))


def test_another_institution_finds_nothing_by_whatever_it_asks():
    mine = told()
    put_and_index(mine)
    other = UUID(int=2)
    assert ids(institution=other) == ids(Filters(verb="https://example.org/read"), institution=other) == []
    assert one(other, mine.id) is None
    assert one(HERE, mine.id) is not None


def test_each_filter_finds_what_it_names_and_together_what_they_all_name():
    registration = str(uuid4())
    plain = told()
    enrolled = told(actor=LIDIA, context={"registration": registration})
    put_and_index(plain, enrolled, told(verb={"id": "https://example.org/wrote"}))
    assert ids(Filters(agent=key(LIDIA))) == names(enrolled)
    assert ids(Filters(registration=registration.upper())) == names(enrolled)
    assert ids(Filters(verb="https://example.org/read")) == names(enrolled, plain)
    assert ids(Filters(verb="https://example.org/wrote", agent=key(LIDIA))) == []


def test_related_filters_also_look_around_and_inside():
    around = told(context={"instructor": LIDIA, "contextActivities": {"parent": [{"id": COURSE}]}})
    inside = told(object={"objectType": "SubStatement", "actor": LIDIA, "verb": {"id": "https://example.org/v"}, "object": {"id": COURSE}})
    direct = told(actor=LIDIA, object={"id": COURSE})
    put_and_index(around, inside, direct)
    assert ids(Filters(agent=key(LIDIA))) == ids(Filters(activity=COURSE)) == names(direct)
    assert ids(Filters(agent=key(LIDIA), related_agents=True)) == names(direct, inside, around)
    assert ids(Filters(activity=COURSE, related_activities=True)) == names(direct, inside, around)


def test_a_member_of_a_group_is_found_by_name():
    group = told(actor={"objectType": "Group", "member": [LIDIA]})
    put_and_index(group)
    assert ids(Filters(agent=key(LIDIA))) == names(group)


def test_since_leaves_out_its_own_moment_and_until_takes_it_in():
    some = [told() for _ in range(4)]
    put_and_index(*some)
    at = list(Statement.objects.order_by("arrived").values_list("recorded_at", flat=True))
    assert ids(Filters(since=at[1])) == names(some[3], some[2])
    assert ids(Filters(until=at[1])) == names(some[1], some[0])
    assert ids(Filters(since=at[0] - timedelta(days=1), until=at[0] - timedelta(microseconds=1))) == []


@pytest.mark.parametrize("referring_first", [True, False])
def test_what_refers_to_a_statement_is_found_by_what_that_statement_says(referring_first):
    about = told(actor=LIDIA)
    comment = referring(str(about.id))
    thanks = referring(str(comment.id), verb={"id": "https://example.org/thanked"})
    for each in [thanks, comment, about] if referring_first else [about, comment, thanks]:
        put_and_index(each)
    assert set(ids(Filters(agent=key(LIDIA)))) == set(names(about, comment, thanks))
    # the filters have to fit one statement of the chain together
    assert ids(Filters(agent=key(LIDIA), verb="https://example.org/thanked")) == []


def test_a_voided_statement_is_not_found_but_what_refers_to_it_is():
    wrong = told(actor=LIDIA)
    comment, void = referring(str(wrong.id)), voiding(str(wrong.id))
    put_and_index(wrong, comment, void)
    assert ids(Filters(agent=key(LIDIA))) == names(void, comment)


def test_a_statement_is_found_by_its_id_before_it_is_indexed():
    some = [told() for _ in range(100)]
    put(*some)
    assert ids() == []
    assert one(HERE, some[99].id) is not None
    catch_up()
    assert len(ids()) == 100


SAYINGS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2), st.sampled_from([None, 0, 1])), min_size=1, max_size=12
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAYINGS, st.randoms())
def test_the_same_statements_in_another_order_and_with_repeats_answer_alike(sayings, chance):
    answers = []
    for institution in (uuid4(), uuid4()):
        some = [
            told(
                institution,
                id=str(UUID(int=institution.int ^ place)),
                actor={"mbox": f"mailto:{actor}@example.org"},
                verb={"id": f"https://example.org/v{verb}"},
                object={"id": f"https://example.org/a{activity}"}
                if about is None or place == 0
                else {"objectType": "StatementRef", "id": str(UUID(int=institution.int ^ (place - 1 - about % place)))},
            )
            for place, (actor, verb, activity, about) in enumerate(sayings)
        ]
        if answers:
            some += chance.sample(some, len(some) // 2)
            chance.shuffle(some)
        for each in some:
            put_and_index(each)
        filters = [Filters(), *(Filters(agent=f"mbox:mailto:{n}@example.org") for n in range(3))]
        filters += [Filters(verb=f"https://example.org/v{n}", activity=f"https://example.org/a{n}") for n in range(3)]
        answers.append([{UUID(id).int ^ institution.int for id in ids(each, institution=institution)} for each in filters])
    assert answers[0] == answers[1]
