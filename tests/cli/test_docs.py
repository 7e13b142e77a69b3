from milpa.cli import docs
from milpa.cli.code import ROOT
from milpa.cli.verbs import VERBS
from milpa.settings.environment import SETTINGS


def test_every_setting_and_every_verb_has_its_row():
    assert all(f"| `{setting.name}` |" in docs.settings() for setting in SETTINGS)
    assert all(f"| `milpa {verb}` |" in docs.commands() for verb in VERBS)


def test_an_action_is_listed_with_its_first_sentence_and_a_private_function_is_not(tmp_path):
    path = tmp_path / "src" / "milpa" / "workshops" / "actions" / "voting.py"
    path.parent.mkdir(parents=True)
    path.write_text('def place_dots(vote):\n    """Store the dots,\n    once.\n\n    More."""\n\ndef _spent():\n    """Hidden."""\n')
    assert docs.actions(tmp_path).splitlines()[-1] == "| workshops | `place_dots` | Store the dots, once. |"


def test_a_bar_in_a_text_does_not_end_its_cell(tmp_path):
    guide = tmp_path / "src" / "milpa" / "guide" / "guide.yaml"
    guide.parent.mkdir(parents=True)
    guide.write_text("evidence:\n  courses.ready: published | checked\n")
    assert docs.evidence(tmp_path).splitlines()[-1] == "| `courses.ready` | published \\| checked |"


def test_every_key_of_the_guide_that_is_recognised_is_listed():
    assert "`strategies.signed_by_counterpart`" in docs.evidence(ROOT)
