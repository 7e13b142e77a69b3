from importlib import import_module
from pathlib import Path

import pytest

import milpa.cli
from milpa.cli.verbs import VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_a_file_with_a_function_of_its_name_and_says_what_it_takes(verb, milpa):
    module = import_module(f"milpa.cli.{verb}")
    assert callable(getattr(module, verb))
    assert module.__doc__.startswith(f"`milpa {verb}")
    assert milpa(verb, "--help").stdout.startswith(f"usage: milpa {verb}")


def test_no_file_calls_itself_a_verb_that_the_command_does_not_know():
    said = {path.stem for path in Path(milpa.cli.__path__[0]).glob("[a-z]*.py") if path.read_text().startswith(f'"""`milpa {path.stem}')}
    assert said == set(VERBS)


def test_the_help_speaks_the_terminals_language(milpa):
    assert "Devuelve un respaldo" in milpa("--help", LANG="es_GT.UTF-8", LANGUAGE="es").stdout
    assert "Bring a backup" in milpa("--help").stdout
