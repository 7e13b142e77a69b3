"""Two versions of a guide, word by word."""

from milpa.guide.actions.writing import move_step, remove_step, rewrite_phase, rewrite_step
from milpa.guide.comparing import compared, step_changes, words_changed
from milpa.guide.editions import content_at, frozen


def between(own, before, after):
    return compared(content_at(own.id, before), content_at(own.id, after))


def said(change):
    return [(piece.how, piece.text.strip()) for piece in change.pieces if piece.how != "same"]


def test_equal_guides_differ_in_nothing(own):
    assert between(own, 1, 1) == []


def test_a_changed_purpose_shows_the_words_that_went_and_came(world, own):
    rewrite_step(
        world.ana, own.id, 1, "workshop", purpose={"es": "Recoger deseos una por tarjeta, agruparlas entre todos y darles nombre."}
    )
    (part,) = between(own, 1, 2)
    spanish, english = part.changes
    assert part.slug == "workshop" and spanish.what == "Propósito, en español"
    assert said(spanish) == [("out", "necesidades"), ("in", "deseos")]
    assert [how for how, _text in said(english)] == ["out"]
    assert words_changed(between(own, 1, 2))[1] == 1


def test_an_activity_put_in_first_place_is_one_insertion(world, own):
    step = own.phases.get(slug="listen").steps.get(slug="workshop")
    rewrite_step(world.ana, own.id, 1, "workshop", activities=[{"es": "Un saludo.", "en": "A greeting."}, *step.activities])
    (part,) = between(own, 1, 2)
    assert [said(change) for change in part.changes] == [[("in", "Un saludo.")], [("in", "A greeting.")]]


def test_a_step_taken_out_is_said_so_and_so_is_its_gate(world, own):
    remove_step(world.ana, own.id, 1, "workshop", "")
    phase, step = between(own, 1, 2)
    assert [change.field for change in phase.changes] == ["order", "needs"]
    assert (step.how, step.slug) == ("removed", "workshop")


def test_a_step_that_moves_changes_only_the_order_of_its_phases(world, own):
    move_step(world.ana, own.id, 1, "prioritise", "design", 1)
    assert [[change.field for change in part.changes] for part in between(own, 1, 2)] == [["order", "needs"], ["order", "needs"]]


def test_a_gate_is_compared_too(world, own):
    rewrite_phase(world.ana, own.id, 1, "listen", gate_needs=["workshop"])
    (part,) = between(own, 1, 2)
    assert said(part.changes[0]) == [("out", "Priorizar, primero lo que se puede con TIC")]


def test_a_form_that_was_overtaken_sees_what_changed_in_its_own_step_only(world, own):
    rewrite_step(world.ana, own.id, 1, "workshop", purpose={"es": "Otra cosa"})
    before, after = content_at(own.id, 1), content_at(own.id, 2)
    assert step_changes(before, after, "prioritise") == []
    assert len(step_changes(before, after, "workshop")) == 2


def test_the_origin_is_compared_without_its_own_origin(own):
    assert [part.how for part in compared(frozen(own.adapted_from), content_at(own.id, 1))] == ["changed"]
