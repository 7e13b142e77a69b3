import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milpa.conglomerates.rules.rows import Known, RowError, check_row, sex_scheme_of
from tests.conglomerates.rules.places import ACTIVITIES, PLACES

KNOWN = Known(ACTIVITIES, PLACES)
WHOLE = {"name": "Hotel Los Volcanes", "municipality": "Panajachel"}


def values(**cells):
    checked = check_row(WHOLE | cells, KNOWN)
    assert checked.errors == ()
    return checked.values


def codes(known=KNOWN, **cells):
    checked = check_row(WHOLE | cells, known)
    assert checked.values is None
    return [error.code for error in checked.errors]


def test_a_good_row_comes_out_clean():
    found = values(phone="+502 5555-1234", workers="12", activity="5510", leader_sex="F", language="K’iche’", tax_id="123456-k")
    assert (found.name, found.municipality, found.phone, found.workers) == ("Hotel Los Volcanes", "0710", "55551234", 12)
    assert (found.activity, found.leader_sex, found.language, found.tax_id) == ("5510", "woman", "quc", "123456K")


def test_what_was_not_written_stays_unknown_and_is_never_zero():
    found = values(workers="-", phone="n/d", leader_sex="")
    assert (found.workers, found.phone, found.leader_sex) == (None, "", "")


def test_all_errors_of_a_row_are_told_at_once_with_field_code_and_what_stood_there():
    checked = check_row({"name": " ", "phone": "1234", "municipality": "Macondo", "workers": "doce"}, KNOWN)
    assert checked.errors == (
        RowError("name", "required", " "),
        RowError("phone", "phone_length", "1234"),
        RowError("municipality", "municipality_unknown", "Macondo"),
        RowError("workers", "workers_not_whole", "doce"),
    )


@pytest.mark.parametrize("phone", ["5555 1234", "(502) 5555-1234", "55551234.0", "502-5555-1234"])
def test_eight_digits_are_a_phone_however_they_are_written(phone):
    assert values(phone=phone).phone == "55551234"


@pytest.mark.parametrize(
    ("phone", "code"),
    [
        ("5555123", "phone_length"),
        ("555512345", "phone_length"),
        ("12 personas 345678", "phone_length"),
        ("5555-1234 / 4444-1234", "several_phones"),
    ],
)
def test_what_is_not_one_phone_of_eight_digits_is_told(phone, code):
    assert codes(phone=phone) == [code]


@pytest.mark.parametrize(("written", "workers"), [("0", 0), ("12.0", 12), ("1,200", 1200), ("100000", 100000), ("8 personas", 8)])
def test_workers_are_whole_numbers(written, workers):
    assert values(workers=written).workers == workers


@pytest.mark.parametrize(
    ("written", "code"),
    [("100001", "workers_range"), ("-3", "workers_range"), ("2.5", "workers_not_whole"), ("10-20", "workers_not_whole")],
)
def test_what_cannot_be_a_number_of_workers_is_told(written, code):
    assert codes(workers=written) == [code]


def test_two_swapped_columns_show_in_both_fields():
    assert codes(phone="12", workers="55551234") == ["phone_length", "workers_range"]


@pytest.mark.parametrize(("written", "activity"), [("5510", "5510"), ("I5510", "5510"), ("5510 - Alojamiento", "5510"), ("111", "0111")])
def test_an_isic_class_is_read_with_its_letter_title_or_lost_zero(written, activity):
    assert values(activity=written).activity == activity


@pytest.mark.parametrize("written", ["9999", "55", "hotelería", "55101"])
def test_what_is_no_isic_class_is_told(written):
    assert codes(activity=written) == ["activity_unknown"]


def test_two_municipalities_of_one_name_need_their_department():
    assert codes(municipality="San Jose") == ["municipality_ambiguous"]
    assert values(municipality="San Jose", department="Petén").municipality == "1702"


def test_a_lone_m_is_read_by_what_stands_in_the_column_and_never_guessed():
    assert sex_scheme_of(["F", "M", ""]) == "mf"
    assert sex_scheme_of(["H", "m"]) == "hm"
    assert sex_scheme_of(["M", "Mujer"]) is None
    assert codes(leader_sex="M") == ["sex_ambiguous"]
    for scheme, sex in (("mf", "man"), ("hm", "woman")):
        assert check_row(WHOLE | {"leader_sex": "M"}, Known(ACTIVITIES, PLACES, scheme)).values.leader_sex == sex


@pytest.mark.parametrize(
    ("written", "language"),
    [("Español", "es"), ("Q'eqchi'", "kek"), ("QEQCHI", "kek"), ("Garífuna", "cab"), ("xinca", "xin"), ("mam", "mam"), ("k iche", "quc")],
)
def test_languages_are_known_by_their_names(written, language):
    assert values(language=written).language == language


def test_a_language_sex_or_address_that_is_not_understood_is_told():
    assert codes(language="klingon", leader_sex="sí", email="rosa(at)hotel") == ["email", "sex_unknown", "language_unknown"]


def test_a_formula_is_not_taken_as_a_value():
    assert codes(name='=HYPERLINK("http://x")', workers="=2+3") == ["formula", "formula"]


def test_a_broken_name_is_repaired_and_a_long_one_refused():
    assert values(name="Hotel  CafÃ©").name == "Hotel Café"
    assert codes(name="x" * 201) == ["too_long"]


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["name", "phone", "workers", "municipality", "activity", "language", "leader_sex", "email"]), st.text())
)
def test_any_text_is_either_taken_or_told(cells):
    checked = check_row(cells, KNOWN)
    assert (checked.values is None) == bool(checked.errors)
    assert all(error.value == cells.get(error.field, "") for error in checked.errors)
