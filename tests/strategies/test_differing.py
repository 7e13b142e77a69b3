"""Two revisions compared as a reader sees them: words, not ids."""

from milpa import ledger
from milpa.strategies.actions.sheets import add_action, edit_action
from milpa.strategies.actions.writing import save_section
from milpa.strategies.differing import counted, differences
from milpa.strategies.models import Strategy
from milpa.strategies.reads import paper_at, plain_of


def between(drafted, before):
    strategy = Strategy.objects.get(id=drafted.id)
    contents = [plain_of(paper_at(strategy, number)[1]) for number in (before, strategy.revision)]
    return differences(*contents)


def test_a_changed_sentence_is_told_with_its_section(world, drafted):
    before = drafted.now
    save_section(world.ana, drafted.id, before, "summary", "Texto nuevo de summary.")
    (one,) = between(drafted, before)
    assert (one.where, one.words_out, one.words_in) == ("1. Resumen en una página", 0, 1)


def test_a_new_action_is_its_words_and_no_id(world, drafted):
    before = drafted.now
    made = add_action(world.ana, drafted.id, before, ledger.uuid7(), {"name": "Visitas"})
    told = " ".join(piece.text for one in between(drafted, before) for piece in one.pieces)
    assert "Visitas" in told
    assert str(made.id) not in told


def test_a_need_that_an_action_no_longer_answers_is_named(world, drafted):
    before = drafted.now
    edit_action(world.ana, drafted.id, before, drafted.action.id, {"answers": []})
    (one,) = between(drafted, before)
    assert "Precio y temporada" in one.pieces[0].text
    assert counted([one])[1] == 0
