from milpa.workshops.likeness import Mending, said_of
from milpa.workshops.rules.evidence import Words
from milpa.workshops.thesaurus import looked_up_page


def test_a_word_with_one_letter_wrong_is_found_and_a_short_or_other_one_is_not():
    mending = Mending(looked_up_page("es"))
    assert "~fotografi" in mending.mended("fotagrafia", "es")
    assert "~lus" not in mending.mended("lis", "es")
    assert not any("slogan" in key for key in mending.mended("salgan", "es"))


def test_a_small_word_is_looked_up_as_it_is_written_only():
    card = said_of("1", "solo cosas", "es", Mending(Words({}, {})))
    assert [word.keys for word in card.words] == [("=solo",), ("=kosas",)]


def test_what_a_card_is_compared_by_leaves_out_the_verbs_of_every_wish_and_reads_what_phones_write():
    mending = Mending(Words({}, {}))
    one, other = (said_of("1", text, "es", mending).content for text in ("tomar buenas fotos con el cel", "fotos celular"))
    assert one == other
    assert said_of("1", "muchos clientes", "es", mending).content != said_of("1", "pocos clientes", "es", mending).content
