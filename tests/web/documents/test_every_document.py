"""Every document says what its page says: each cell and paragraph that a person reads on the screen stands in the PDF."""

from pathlib import Path

import pytest
from django.test import Client

import milpa
from milpa.web.jobs.working import start
from milpa.web.models import Job
from milpa.web.uploads.storing import opened
from tests.web.documents.examples import EXAMPLES
from tests.web.documents.reading import stands_in, words_of_page, words_of_pdf
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


def test_every_template_of_a_document_has_an_example() -> None:
    templates = Path(milpa.__file__).parent.glob("*/templates/*/*_pdf.html")
    assert sorted(f"{path.parent.name}/{path.name}" for path in templates) == sorted(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_document_holds_what_its_page_says(name: str, world: World) -> None:
    example = EXAMPLES[name](world)
    client = Client()
    client.force_login(example.person.account)
    page = client.get(example.address)
    assert page.status_code == 200
    read = [words for of in example.of for words in words_of_page(page.content, of)]
    assert len(read) > 4, "the page says hardly anything"
    job = start(example.person, "Documento", example.task, *example.arguments)
    example.task.func(str(job.id), *example.arguments)
    with opened(Job.objects.get(id=job.id).file) as file:
        document = words_of_pdf(file.read())
    assert [words for words in read if not stands_in(words, document)] == []
