"""The page of all components."""

import re

import pytest
from django.test import Client

from milpa.web.design_samples import samples
from milpa.web.views.design import source

pytestmark = pytest.mark.django_db


def test_anyone_may_see_it_and_it_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Client().get("/design/").status_code == 200


def test_each_specimen_stands_beside_the_lines_that_draw_it():
    html = Client().get("/design/").content.decode()
    for name in samples()["specimens"]:
        assert f'id="{name}"' in html
        assert "ui." in source(name) or "charts." in source(name) or "maps." in source(name)


def test_it_has_one_heading_of_the_first_rank_and_no_inline_style_or_script():
    html = Client().get("/design/").content.decode()
    assert html.count("<h1") == 1
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\ssrc=)", html)


def test_it_is_there_in_english_too():
    browser = Client()
    browser.post("/language/", {"language": "en", "next": "/design/"})
    html = browser.get("/design/").content.decode()
    assert '<html lang="en"' in html
    assert "Design system" in html
