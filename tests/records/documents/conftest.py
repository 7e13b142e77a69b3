"""An institution's shelf that is new to each test, and how a document is put on it."""

from uuid import uuid4

import pytest

from milpa.records.documents.shelves import STATE, Place, Shelf

LESSON = "https://cursos.example/leccion/1"
ROSA = "account:https://cursos.example|rosa"


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(uuid4(), STATE, LESSON, ROSA)


@pytest.fixture
def place(shelf: Shelf) -> Place:
    return Place(shelf, "marcador")
