import pytest
from scripts.guards import unmarked


def found(project, template: str) -> list[str]:
    return [*unmarked.problems(project({"src/milpa/guide/templates/guide/edition.html": template}))]


@pytest.mark.parametrize(
    "template",
    [
        '<h1>{{ _("Guide") }}</h1>',
        '<p title="{{ title }}">{{ edition.title }} – 12 %</p>',
        "<p>{% trans count=n %}{{ count }} step{% pluralize %}{{ count }} steps{% endtrans %}</p>",
        "{# a note to whoever reads this #}<p>{{ a }} · {{ b }}</p>",
        '<p translate="no">Delbecq and <b>Van de Ven</b></p>',
        '<a href="{{ url("guide:pdf") }}" class="button wide">PDF</a>',
        '{{ button(_("Save"), kind="primary wide") }}',
        '<{{ tag }}{% if head %} scope="row"{% endif %} class="n">{{ value }}</{{ tag }}>',
        "<style>main { color: red }</style><svg><title>hem</title></svg>",
        '{% if a %}<input type="hidden" value="keep">{% endif %}',
    ],
)
def test_what_is_marked_or_is_no_word_passes(project, template):
    assert found(project, template) == []


@pytest.mark.parametrize(
    "template, words",
    [
        ("<h1>Guide</h1>", "Guide"),
        ('<h1>{{ _("Guide") }} of {{ name }}</h1>', "of …"),
        ('<img alt="A loom" src="{{ picture }}">', "A loom"),
        ('<button aria-label="Cerrar">×</button>', "Cerrar"),
        ('{{ button("Save") }}', "Save"),
        ("{% trans %}Guide{% endtrans %}\n<p>edition</p>", "edition"),
        ('<p translate="no">Name</p><p>said</p>', "said"),
    ],
)
def test_words_that_nobody_could_translate_are_shown(project, template, words):
    (problem,) = found(project, template)
    assert words in problem


def test_the_line_is_the_templates_own(project):
    template = "{% if a\n   and b %}\n{# over\ntwo lines #}\n<p>loom</p>\n{% endif %}"
    assert found(project, template)[0].startswith("src/milpa/guide/templates/guide/edition.html:5: ")


def test_a_template_that_cannot_be_read_is_a_problem_and_no_crash(project):
    assert "edition.html:1" in found(project, "{% if %}")[0]
