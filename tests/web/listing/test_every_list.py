"""The screen, the CSV, the spreadsheet and the print of every list of Milpa agree."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import resolve

import milpa
from milpa.web import registries
from tests.web.listing.agreement import RENDERINGS, request_of, rows_as_text
from tests.web.listing.examples import EXAMPLES
from tests.world import World

pytestmark = pytest.mark.django_db(databases=["default", "records"])


def declared() -> Iterator[str]:
    """The names of all lists that the code declares, written out or as a constant of the file."""
    for path in Path(milpa.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text())
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Listing":
                names = [keyword.value for keyword in node.keywords if keyword.arg == "name"]
                yield from (ast.literal_eval(constants.get(name.id, name) if isinstance(name, ast.Name) else name) for name in names)


def test_every_list_is_registered_under_its_name_and_has_an_example() -> None:
    assert sorted(declared()) == sorted(registries.listings) == sorted(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_screen_csv_spreadsheet_and_print_of_a_list_agree(name: str, world: World) -> None:
    person, path = EXAMPLES[name](world)
    client = Client()
    client.force_login(person.account)

    def ask(address: str) -> bytes:
        response = client.get(address)
        assert response.status_code == 200, address
        return response.content

    bare = path.partition("?")[0]
    title = str(registries.listings[name](request_of(person, path), **resolve(bare).kwargs).title)
    screen = rows_as_text(ask, path, "", title)
    assert len(screen) > 1, "the example has no rows"
    for rendering in RENDERINGS[1:]:
        assert rows_as_text(ask, path, rendering, title) == screen, rendering
