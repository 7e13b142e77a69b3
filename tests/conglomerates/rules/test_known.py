"""What is word for word the same row."""

from milpa.conglomerates.rules.duplicates import Entry
from milpa.conglomerates.rules.known import key_of


def test_accents_capitals_and_forms_of_company_make_no_difference():
    one, other = Entry("1", "Hotel El Río, S.A.", "9001-0001", "123-4", "0710"), Entry("2", "HOTEL RIO", "+502 90010001", "1234", "0710")
    assert key_of(one) == key_of(other)


def test_another_place_or_telephone_is_for_a_person_to_decide():
    one = Entry("1", "Hotel Río", "90010001", "", "0710")
    assert key_of(one) != key_of(Entry("2", "Hotel Río", "90010001", "", "0711"))
    assert key_of(one) != key_of(Entry("2", "Hotel Río", "", "", "0710"))
