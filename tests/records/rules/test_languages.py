import pytest
from hypothesis import given
from hypothesis import strategies as st

from milpa.records.rules.languages import best, in_one, language, language_map, wished
from tests.records.rules.refusing import path_of_refusal, takes
from tests.records.strategies import tags


@pytest.mark.parametrize(
    "tag",
    ["es", "ES-gt", "es-419", "cmn", "zh-cmn-Hans-CN", "sr-Latn-RS", "sl-rozaj-biske", "de-CH-1901", "en-a-bbb-x-a-ccc", "x-quiche",
    "i-klingon",
     "en-GB-oed", "art-lojban", "zh-min-nan", "de-Latn-DE-u-co-phonebk", "qaa-Qaaa-QM-x-southern", "abcd", "abcdefgh"],
)  # fmt: skip
def test_tags_of_rfc_5646(tag: str) -> None:
    assert takes(language, tag)


@pytest.mark.parametrize(
    "tag",
    ["", "a", "something", "es_GT", "es-", "-es", "es--GT", "a12345678", "zh-z-aaa-z-bbb", "de-DE-1901-1901", "en-x", "x",
    "ar-a-aaa-b-bbb-a-ccc",
     "es GT", "español", "de-419-DE", "i-nothing", "en\n", 5, None],
)  # fmt: skip
def test_what_is_no_tag(tag: object) -> None:
    assert not takes(language, tag)


def test_a_map_has_text_for_tags_and_names_the_one_that_is_wrong() -> None:
    assert takes(language_map, {}) and takes(language_map, {"es": "", "en": "x"})
    assert path_of_refusal(language_map, {"es": "x", "something": "y"}) == "something"
    assert path_of_refusal(language_map, {"es-GT": None}) == '["es-GT"]'
    assert path_of_refusal(language_map, "text") == ""


def test_wishes_are_read_best_first() -> None:
    assert wished("es-GT, en;q=0.5, fr;q=0.8, *;q=0.1") == ["es-GT", "fr", "en", "*"]
    assert wished("en;q=0, es") == ["es"]
    assert wished("") == []
    assert wished("en;q=oh, ;;;, es") == ["es"]
    assert len(wished("en," * 100_000)) <= 50


@pytest.mark.parametrize(
    ("texts", "wishes", "tag"),
    [
        (["en", "es-GT"], ["es-GT"], "es-GT"),
        (["en", "es"], ["es-GT"], "es"),
        (["en", "es-GT"], ["es"], "es-GT"),
        (["fr", "en-US"], ["en-GB"], "en-US"),
        (["en-US", "en-GB"], ["en-GB"], "en-GB"),
        (["en-US", "en"], ["en-GB"], "en"),
        (["en", "es"], ["fr", "es"], "es"),
        (["en", "ES-gt"], ["es-GT"], "ES-gt"),
        (["en", "es"], ["fr"], "en"),
        (["en", "es"], ["fr", "*", "es"], "en"),
        (["en"], [], "en"),
        ([], ["es"], None),
    ],
)
def test_the_text_that_suits_best(texts: list[str], wishes: list[str], tag: str | None) -> None:
    assert best(texts, wishes) == tag


@given(st.dictionaries(tags, st.text(max_size=3)), st.lists(tags, max_size=3))
def test_one_text_remains_where_there_was_one(texts: dict[str, str], wishes: list[str]) -> None:
    one = in_one(texts, wishes)
    assert len(one) == min(len(texts), 1)
    assert one.items() <= texts.items()
