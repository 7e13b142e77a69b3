import pytest
from scripts.guards import catalogues

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
PLURAL = 'msgid "{count} card"\nmsgid_plural "{count} cards"\n'


def found(project, catalogue: str, code: str = "", other: str = "") -> list[str]:
    root = project(
        {
            "babel.cfg": "[python: **.py]\n[jinja2: **/templates/**.html]\nextensions = jinja2.ext.i18n\nnewstyle_gettext = true\n",
            "src/milpa/workshops/wall.py": code,
            "src/milpa/workshops/locale/es/LC_MESSAGES/django.po": HEAD + catalogue,
            "src/milpa/surveys/locale/es/LC_MESSAGES/django.po": HEAD + other,
        }
    )
    return [*catalogues.problems(root)]


@pytest.mark.parametrize(
    "code, catalogue",
    [
        ('_("Card")', 'msgid "Card"\nmsgstr "Tarjeta"\n'),
        ('gettext_lazy("Card")', 'msgid "Card"\nmsgstr "Tarjeta"\n'),
        ('pgettext("paper", "Card")', 'msgctxt "paper"\nmsgid "Card"\nmsgstr "Tarjeta"\n'),
        ('ngettext("{count} card", "{count} cards", n)', PLURAL + 'msgstr[0] "Una tarjeta"\nmsgstr[1] "{count} tarjetas"\n'),
        ('_("%(who)s of {place:>4}, 5 %%")', 'msgid "%(who)s of {place:>4}, 5 %%"\nmsgstr "{place:>4}: %(who)s, 5 %%"\n'),
    ],
)
def test_a_message_in_spanish_with_the_same_placeholders_passes(project, code, catalogue):
    assert found(project, catalogue, code) == []


def test_a_message_is_found_in_whichever_packages_catalogue_it_stands(project):
    assert found(project, "", '_("Card")', other='msgid "Card"\nmsgstr "Tarjeta"\n') == []


@pytest.mark.parametrize(
    "code, catalogue, problem",
    [
        ('_("Card")', "", "src/milpa/workshops/wall.py:1: not in any Spanish catalogue: 'Card'"),
        ('pgettext("paper", "Card")', 'msgid "Card"\nmsgstr "Tarjeta"\n', "not in any Spanish catalogue: 'Card'"),
        ("", 'msgid "Card"\nmsgstr ""\n', "without Spanish: 'Card'"),
        ("", '#, fuzzy\nmsgid "Card"\nmsgstr "Carta"\n', "fuzzy: 'Card'"),
        ("", 'msgid "{who} said"\nmsgstr "{quien} dijo"\n', "placeholders differ ({quien} {who})"),
        ("", 'msgid "%(n)s of"\nmsgstr "de"\n', "placeholders differ (%(n)s)"),
        ("", PLURAL + 'msgstr[0] "{count} tarjeta"\nmsgstr[1] "tarjetas"\n', "placeholders differ ({count})"),
        ("", PLURAL + 'msgstr[0] "{count} tarjeta"\nmsgstr[1] ""\n', "without Spanish"),
        ('ngettext("Card", "Cards", n)', 'msgid "Card"\nmsgstr "Tarjeta"\n', "asked for with a plural"),
    ],
)
def test_what_would_be_shown_untranslated_or_broken_is_named(project, code, catalogue, problem):
    (said,) = found(project, catalogue, code)
    assert problem in said


def test_two_catalogues_may_not_word_one_message_differently(project):
    (said,) = found(project, 'msgid "Card"\nmsgstr "Tarjeta"\n', other='msgid "Card"\nmsgstr "Carta"\n')
    assert "'Card' is worded otherwise in" in said
