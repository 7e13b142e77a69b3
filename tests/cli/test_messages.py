import gettext
import os

import pytest

from milpa.cli.messages import compile_stale


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "workshops" / "locale" / "es" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid "Card"\nmsgstr "Tarjeta"\n', encoding="utf-8")
    return path


def spanish(catalogue) -> str:
    return gettext.translation("django", catalogue.parents[2], ["es"]).gettext("Card")


def test_a_catalogue_is_compiled_once_and_then_left_alone(tmp_path, catalogue):
    assert compile_stale(tmp_path) == [catalogue.with_suffix(".mo")]
    assert spanish(catalogue) == "Tarjeta"
    assert compile_stale(tmp_path) == []


def test_a_catalogue_that_changed_since_is_compiled_again(tmp_path, catalogue):
    (compiled,) = compile_stale(tmp_path)
    catalogue.write_text('msgid "Card"\nmsgstr "Ficha"\n', encoding="utf-8")
    os.utime(compiled, (1, 1))
    assert compile_stale(tmp_path) == [compiled]
    gettext._translations.clear()  # the standard library keeps what it read
    assert spanish(catalogue) == "Ficha"


def test_nothing_half_written_is_left_beside_it(tmp_path, catalogue):
    compile_stale(tmp_path)
    assert sorted(path.name for path in catalogue.parent.iterdir()) == ["django.mo", "django.po"]
