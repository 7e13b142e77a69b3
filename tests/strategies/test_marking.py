"""Suggested changes are seen in their place in the text, and no tag ever crosses another."""

from milpa.ledger.words import Piece
from milpa.strategies.marking import Change, marked, pieces_of


def html(text: str, *changes: Change) -> str:
    pieces, _lost = pieces_of(text, changes)
    return str(marked(pieces)).strip()


def test_words_that_go_out_are_struck_through_and_new_ones_underlined():
    assert html("Se dará de junio a agosto.", Change("de junio a agosto", "en mayo")) == (
        "<p>Se dará <del>de junio a agosto</del> <ins>en mayo</ins>.</p>"
    )


def test_only_the_words_that_differ_are_marked():
    assert html("La nivelación en TIC.", Change("en TIC.", "en TIC. Se prestan teléfonos.")) == (
        "<p>La nivelación en TIC.<ins> Se prestan teléfonos.</ins></p>"
    )


def test_words_without_a_passage_stand_at_the_end():
    assert html("Una frase.", Change("", " Otra.")) == "<p>Una frase.<ins> Otra.</ins></p>"


def test_bold_words_that_change_lose_their_bold_and_nothing_else():
    assert html("Al menos **70 de cada 100**.", Change("70", "75")) == "<p>Al menos <del>70</del> <ins>75</ins> de cada 100.</p>"


def test_a_text_without_changes_keeps_its_bold():
    assert html("Al menos **70**.") == "<p>Al menos <strong>70</strong>.</p>"


def test_a_change_over_list_items_marks_each_of_them():
    found = html("- uno\n- dos", Change("- uno\n- dos", "- tres\n- cuatro"))
    assert found.count("<li>") == 2
    assert "<del>uno</del>" in found and "<ins>cuatro</ins>" in found


def test_a_change_in_a_table_stays_in_its_cell():
    found = html("| a | b |\n|---|---|\n| 1 | 2 |", Change("1 | 2", "1 | 3"))
    assert "<del>2</del> <ins>3</ins>" in found


def test_of_two_changes_that_overlap_the_first_is_shown_and_the_other_is_told():
    pieces, lost = pieces_of("uno dos tres", [Change("uno dos", "cuatro"), Change("dos tres", "cinco")])
    assert lost == [Change("dos tres", "cinco")]
    assert Piece("in", "cuatro") in pieces


def test_a_change_whose_passage_is_gone_is_told():
    assert pieces_of("uno", [Change("dos", "tres")]) == ([Piece("same", "uno")], [Change("dos", "tres")])


def test_what_a_person_writes_never_becomes_a_tag():
    assert "<script>" not in html("uno", Change("uno", "<script>alert(1)</script>"))
    assert "\ue000" not in html("uno \ue000dos", Change("uno", "tres"))
