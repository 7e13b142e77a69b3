"""Every component draws what docs/design-system.md says it draws."""

import inspect
import re
from pathlib import Path

import pytest
from django import forms
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

ROOT = Path(__file__).resolve().parents[2]
DOCS = (ROOT / "docs" / "design-system.md").read_text(encoding="utf-8")
COMPONENTS = ROOT / "src" / "milpa" / "web" / "templates" / "web" / "components"
EXAMPLES = [block for block in re.findall(r"```jinja\n(.*?)```", DOCS, re.S) if "{% extends" not in block]
UI = '{% import "web/ui.html" as ui %}'


@pytest.fixture(autouse=True)
def _spanish():
    with translation.override("es"):
        yield


def draw(source, **values):
    return engines["jinja2"].env.from_string(UI + source).render(values | {"csrf_input": ""})


def signatures():
    """name -> the macro's head as it is written."""
    found = {}
    for file in re.findall(r"components/(\w+\.html)", (COMPONENTS.parent / "ui.html").read_text(encoding="utf-8")):
        for name, rest in re.findall(r"\{% macro (\w+)(\(.*?\)) %\}", (COMPONENTS / file).read_text(encoding="utf-8")):
            found[name] = name + rest
    return found


def offered():
    module = engines["jinja2"].env.get_template("web/ui.html").module
    return [name for name, value in inspect.getmembers(module) if not name.startswith("_") and callable(value)]


@pytest.mark.parametrize("name", offered())
def test_every_component_is_in_the_guide_with_its_exact_signature(name):
    assert f"`{signatures()[name]}`" in DOCS


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_guide_is_drawn_without_inline_style_or_script(example):
    html = draw(example)
    assert html.strip()
    assert not re.search(r"\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", html)


def test_the_guide_has_an_example_of_every_component():
    named = set(re.findall(r"ui\.(\w+)\(", "".join(EXAMPLES)))
    assert set(offered()) - named == {"bound"}  # needs a Django form: drawn below


class CardForm(forms.Form):
    text = forms.CharField(label="Una idea", max_length=140, widget=forms.Textarea)
    note = forms.CharField(label="Nota", required=False)


def test_a_field_of_a_form_says_its_error_and_keeps_what_was_typed():
    form = CardForm({"text": "", "note": "<b>mía</b>"})
    html = draw("{{ ui.bound(form.text, count=true) }}{{ ui.bound(form.note) }}", form=form)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_text-error id_text-count"' in html
    assert 'maxlength="140"' in html
    assert "&lt;b&gt;mía&lt;/b&gt;" in html
    assert "(opcional)" in html


def test_a_form_without_faults_shows_no_summary():
    assert "notice" not in draw("{{ ui.form_errors(form) }}", form=CardForm({"text": "Precio"}))


def test_the_summary_of_faults_says_that_nothing_was_lost_and_leads_to_the_field():
    html = draw("{{ ui.form_errors(form) }}", form=CardForm({}))
    assert "Lo que escribió sigue aquí" in html
    assert 'href="#id_text"' in html
    assert 'role="alert"' in html


def test_only_the_first_thing_to_do_has_the_primary_button():
    items = [{"title": f"Cosa {n}", "who": "Ana", "label": "Hacer", "url": "#x"} for n in range(3)]
    html = draw("{{ ui.todo(items) }}", items=items)
    assert html.count('class="button"') == 1
    assert html.count('class="button quiet"') == 2
    assert draw("{{ ui.todo(items, primary=false) }}", items=items).count('class="button"') == 0


def test_each_step_of_the_cloth_is_read_out_with_its_state():
    phase = {
        "title": "Acordar",
        "done": 1,
        "of": 2,
        "steps": [{"title": "Contraparte", "state": "done"}, {"title": "Carta", "state": "passed"}],
    }
    html = draw("{{ ui.cloth([phase]) }}", phase=phase)
    assert "Contraparte: hecho" in html
    assert "Carta: se pasó con una razón escrita" in html
    assert "1 de 2" in html


def test_what_a_thread_has_not_reached_is_marked():
    html = draw(
        '{{ ui.thread([{"kind": "Tarjeta", "quote": "Caro", "lang": "es"}, {"kind": "Lección", "text": "Mayo", "not_yet": true}]) }}'
    )
    assert '<q lang="es">Caro</q>' in html
    assert 'class="not-yet"' in html


@pytest.mark.parametrize(
    ("state", "words"),
    [("signed", "Firmado"), ("uncovered", "Firmó, pero ya no cubre el texto"), ("waiting", "Falta firmar"), ("refused", "No firma")],
)
def test_a_signature_says_its_state_in_words(state, words):
    assert words in draw('{{ ui.signatures([{"who": "Asociación", "state": state}]) }}', state=state)


def test_a_cell_says_a_gap_in_place_and_none_is_a_dash():
    columns = [{"key": "name", "label": "Nombre", "head": True}, {"key": "n", "label": "Empresas", "numeric": True}]
    rows = [{"name": {"text": "Talleres", "gap": "sin dato de ingresos"}, "n": None}]
    html = draw("{{ ui.table(columns, rows, 'Candidatos') }}", columns=columns, rows=rows)
    assert '<span class="gap">sin dato de ingresos</span>' in html
    assert '<td data-label="Empresas" class="n">–</td>' in html
    assert 'tabindex="0" role="region" aria-label="Candidatos"' in html


def test_sound_says_its_size_before_it_spends_a_byte():
    html = draw('{{ ui.audio("/a.mp3", "La lección", 1800000, minutes=4) }}')
    assert "4 min · 1.8\u00a0MB" in html
    assert 'preload="none"' in html


def test_a_form_keeps_its_id_when_it_is_shown_again():
    assert 'value="0190-kept"' in draw('{{ ui.form_id("0190-kept", revision=0) }}')
    assert 'name="revision" value="0"' in draw('{{ ui.form_id("0190-kept", revision=0) }}')


@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 422, 429, 500])
def test_an_error_says_what_happened_that_nothing_was_lost_and_what_to_do(status):
    values = {"status": status, "happened": "Pasó algo.", "todo": "Vuelva atrás.", "request_id": "8f3a"}
    html = engines["jinja2"].get_template("web/error.html").render(values, RequestFactory().get("/"))
    for said in ("Pasó algo.", "No se perdió nada de lo guardado.", "Vuelva atrás.", "8f3a", f"({status})"):
        assert said in html
    assert html.count("<h1>") == 1
