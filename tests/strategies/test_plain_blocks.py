"""Markdown as blocks for documents without mark-up."""

from milpa.strategies.plain_blocks import Block, read


def test_paragraphs_lists_and_tables_keep_their_words_and_lose_their_marks():
    text = "Vender **directo**.\n\n1. uno\n2. *dos*\n\n- tres\n\n| a | b |\n|---|---|\n| 1 | |\n\n# Título"
    assert read(text) == [
        Block("paragraph", (("Vender directo.",),)),
        Block("numbers", (("uno",), ("dos",))),
        Block("bullets", (("tres",),)),
        Block("table", (("a", "b"), ("1", ""))),
        Block("heading", (("Título",),)),
    ]


def test_a_list_inside_a_list_is_one_list():
    assert read("- uno\n  - dos\n- tres") == [Block("bullets", (("uno",), ("dos",), ("tres",)))]


def test_nothing_written_is_no_block():
    assert read("") == []
