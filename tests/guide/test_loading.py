"""The first edition, from the file."""

from milpa.guide.editions import edition
from milpa.guide.evidence import KEYS, title_of
from milpa.guide.instruments import instrument
from milpa.guide.loading import load
from milpa.guide.models import GuideEdition


def test_loaded_twice_it_is_one_edition(world):
    assert load().id == world.programme.edition_id
    assert GuideEdition.objects.count() == 1


def test_the_file_has_nine_phases_whose_gates_name_steps_that_exist(world):
    guide = world.programme.guide
    assert len(guide.phases) == 9
    for phase in guide.phases:
        assert set(phase.gate_needs) | set(phase.gate_informs) <= {step.id for step in phase.steps}
    assert all(set(step.who) <= set(guide.roles) for step in guide.steps.values())


def test_every_text_stands_in_both_languages(world):
    guide = edition(world.programme.edition_id)
    texts = [guide.title, guide.subtitle, guide.principle, *guide.instrument_titles.values(), *guide.roles.values()]
    for phase in guide.phases:
        texts += [phase.title, phase.question, phase.gate_sentence]
    for step in guide.steps.values():
        texts += [step.title, step.purpose, *step.activities]
    assert all(text.get("es") and text.get("en") for text in texts)


def test_every_evidence_key_and_instrument_has_words(world):
    guide = world.programme.guide
    assert {key for step in guide.steps.values() for key in step.evidence} == set(KEYS)
    assert title_of("elsewhere.unknown") == "elsewhere.unknown"
    for id in guide.instruments:
        found = instrument(guide, id)
        assert found.title != id and bool(found.says) == found.is_screen
        assert found.is_screen or not any("_" in field for field in found.asks)
