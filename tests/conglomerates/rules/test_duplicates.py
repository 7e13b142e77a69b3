import random
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.conglomerates.rules.duplicates import Entry, candidate_pairs, normalised_name, normalised_phone, normalised_tax_id, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hotel Los Volcanes, S.A.", "HOTEL  VOLCANES"),
        ("Posada de Doña María", "posada dona maria"),
        ("Café & Hotel Ruk'u'x", "Cafe Hotel Rukux"),
    ],
)
def test_names_that_differ_only_in_writing_are_the_same(one, other):
    assert normalised_name(one) == normalised_name(other)


def test_a_name_made_of_small_words_keeps_them():
    assert normalised_name("La De Los") == "la de los"


def test_phones_and_tax_ids_are_compared_without_their_marks():
    assert normalised_phone("+502 5555-1234") == normalised_phone("55551234") == "55551234"
    assert normalised_phone("123") == ""
    assert normalised_tax_id("123456-k") == "123456K"
    assert normalised_tax_id("C/F") == ""


def test_each_pair_says_what_speaks_for_it():
    [pair] = candidate_pairs(
        [Entry("a", "Hotel Los Volcanes", "5555-1234", "", "0901"), Entry("b", "Volcanes Hotel", "+502 5555 1234", "", "0901")]
    )
    assert (pair.one, pair.other) == ("a", "b")
    assert pair.reasons == ("same_phone", "same_name", "same_municipality")


def test_a_slip_of_the_pen_in_the_same_place_is_found():
    [pair] = candidate_pairs([Entry("a", "Hotel Los Volcanes", municipality="0901"), Entry("b", "Hotel Los Bolcanes", municipality="0901")])
    assert pair.reasons == ("similar_name", "same_municipality")
    assert pair.score == 0.49  # 13 of 15 pairs of letters shared: 0.45 x 0.867 + 0.1


def test_the_same_tax_id_is_enough_and_another_one_speaks_against():
    [pair] = candidate_pairs([Entry("a", "Hotel Uno", tax_id="1234567"), Entry("b", "Tienda Equis", tax_id="123456-7")])
    assert (pair.score, pair.reasons) == (0.55, ("same_tax_id",))
    [pair] = candidate_pairs([Entry("a", "Sol", "55551234", "1234567"), Entry("b", "Sol", "55551234", "7654321")], likely=0.3)
    assert (pair.score, pair.reasons) == (0.4, ("other_tax_id", "same_phone", "same_name"))
    [pair] = candidate_pairs([Entry("a", "Sol", "55551234", "1234567"), Entry("b", "Sol", "55551234", "CF")])
    assert pair.reasons == ("same_phone", "same_name")
    assert not candidate_pairs([Entry("a", "Hotel Sol", tax_id="1234567"), Entry("b", "Hotel Sol", tax_id="7654321")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Entry("a", "Posada Maya 2", municipality="0901"), Entry("b", "Posada Maya 3", municipality="0901")),
        (Entry("a", "Hotel San José", municipality="0901"), Entry("b", "Hotel San José", municipality="0101")),
        (Entry("a", "Hotel Sol", "55551234"), Entry("b", "Tienda Luna", "55551234")),
    ],
)
def test_branches_namesakes_elsewhere_and_two_businesses_of_one_owner_are_left_alone(one, other):
    assert candidate_pairs([one, other]) == []


ENTRIES = st.lists(
    st.builds(
        Entry,
        id=st.uuids().map(str),
        name=st.sampled_from(["Hotel Sol", "Hotel Sól", "Posada Luna", "Posada 2", "S.A.", ""]),
        phone=st.sampled_from(["", "55551234", "5555-1234", "44440000"]),
        tax_id=st.sampled_from(["", "CF", "1234567"]),
        municipality=st.sampled_from(["", "0101", "0901"]),
    ),
    max_size=12,
    unique_by=lambda entry: entry.id,
)


@settings(deadline=None)
@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing_and_no_pair_comes_twice(entries, chance):
    pairs = candidate_pairs(entries)
    shuffled = entries[:]
    chance.shuffle(shuffled)
    assert [(pair.one, pair.other, pair.score) for pair in candidate_pairs(shuffled)] == [
        (pair.one, pair.other, pair.score) for pair in pairs
    ]
    assert len({(pair.one, pair.other) for pair in pairs}) == len(pairs)
    assert all(pair.one < pair.other and 0.45 <= pair.score <= 1 for pair in pairs)


@settings(deadline=None)
@given(st.text())
def test_plain_text_stays_plain(text):
    assert plain(plain(text)) == plain(text)


def register_of(rows, chance):
    """A register like the demonstration's, with every tenth row written a second time with slips."""
    kinds = ["Hotel", "Hotelito", "Posada", "Hospedaje", "Hostal", "Casa de Huéspedes"]
    names = ["Volcanes", "Quetzal", "Ceiba", "Mirador", "Descanso", "Cafetal", "Amanecer", "Laguna", "Jacaranda", "Colibrí"]
    entries, twice = [], set()
    for number in range(rows * 10 // 11):
        name = f"{chance.choice(kinds)} {chance.choice(names)} {chance.choice(names)} del Ejemplo"
        entry = Entry(
            f"r{number}", name, str(chance.randint(20000000, 79999999)), "", f"{chance.randint(1, 22):02}{chance.randint(1, 17):02}"
        )
        entries.append(entry)
        if number % 10 == 0:
            entries.append(Entry(f"s{number}", name.upper().replace("Í", "I"), f"+502 {entry.phone}", "", entry.municipality))
            twice.add((f"r{number}", f"s{number}"))
    return entries, twice


def test_three_thousand_rows_take_under_two_seconds_and_every_copy_is_found():
    entries, twice = register_of(3000, random.Random(11))
    began = perf_counter()
    pairs = candidate_pairs(entries)
    assert perf_counter() - began < 2
    assert twice <= {(pair.one, pair.other) for pair in pairs}


def test_three_thousand_rows_of_one_name_take_under_two_seconds_too():
    began = perf_counter()
    pairs = candidate_pairs([Entry(str(number), "Hotel", municipality="0101") for number in range(3000)])
    assert perf_counter() - began < 2
    assert all(pair.one != pair.other for pair in pairs)


def test_a_copy_is_found_in_a_crowd_of_names_that_begin_alike():
    crowd = [Entry(f"r{number}", f"Volcan {chr(97 + number % 26) * 5}{number // 26}x", municipality="0101") for number in range(60)]
    copy = Entry("copy", crowd[30].name.upper() + ".", municipality="0101")
    assert ("copy", "r30") in {(pair.one, pair.other) for pair in candidate_pairs([*crowd, copy])}
