from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from milpa.readiness.rules.forms import first_form
from milpa.readiness.rules.gaps import Form


def test_the_last_bit_of_the_id_decides():
    assert first_form(UUID("01980000-0000-7000-8000-000000000000")) is Form.A
    assert first_form(UUID("01980000-0000-7000-8000-000000000001")) is Form.B


@given(st.uuids())
def test_a_person_always_begins_with_the_same_form(person):
    assert first_form(person) is first_form(UUID(str(person)))
