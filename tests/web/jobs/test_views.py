from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from milpa.people.models import Person
from milpa.web.jobs.working import BEGUN, FINISHED, REFUSED, mark
from milpa.web.models import Job
from milpa.web.uploads.storing import keep
from tests.world import World


@pytest.fixture
def job(world: World) -> Job:
    return Job.objects.create(person=world.ana, title="Registro de empresas", back="/lista/?orden=name")


def as_person(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def state(job: Job) -> dict[str, Any]:
    answer: dict[str, Any] = as_person(job.person).get(reverse("web:job_state", args=[job.id])).json()
    return answer


def test_one_sees_how_far_it_is_and_can_stop_it(job: Job) -> None:
    mark(job, BEGUN)
    Job.objects.update(done=1_200, total=3_000, words="Escribiendo las filas")
    page = as_person(job.person).get(reverse("web:job", args=[job.id])).content.decode()
    assert "Registro de empresas" in page and "Escribiendo las filas" in page
    assert reverse("web:job_state", args=[job.id]) in page and reverse("web:job_stop", args=[job.id]) in page
    assert state(job) == {"done": False, "value": 1_200, "of": 3_000, "words": "Escribiendo las filas", "state": "working", "url": ""}


def test_stop_is_asked_once_and_said_until_it_is_done(job: Job) -> None:
    client = as_person(job.person)
    for _ in range(2):
        assert client.post(reverse("web:job_stop", args=[job.id])).status_code == 302
    assert state(job)["state"] == "stopping" and job.marks.count() == 1
    assert client.get(reverse("web:job_stop", args=[job.id])).status_code == 405


def test_what_is_ready_can_be_downloaded_and_says_its_weight_first(job: Job, world: World, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    stored = keep(b"%PDF-1.7 " * 1_000, "pdf", "registro.pdf", institution=world.institute, by=world.ana, belongs=("web.job", job.id))
    Job.objects.update(file=stored)
    mark(job, FINISHED)
    answer = state(job)
    page = as_person(job.person).get(reverse("web:job", args=[job.id])).content.decode()
    assert answer["done"] and answer["url"] in page and "9\u00a0kB" in page and 'href="/lista/?orden=name"' in page
    assert as_person(world.ana).get(answer["url"]).status_code == 200
    assert as_person(world.beto).get(answer["url"]).status_code == 404


def test_why_it_could_not_be_made_is_said(job: Job) -> None:
    mark(job, REFUSED, "La lista tiene más de 5000 filas.")
    assert state(job) == {
        "done": True, "value": 0, "of": None, "words": "La lista tiene más de 5000 filas.", "state": "refused", "url": "",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["web:job", "web:job_state", "web:job_stop"])
def test_nobody_else_finds_it(job: Job, world: World, name: str) -> None:
    address = reverse(name, args=[job.id])
    for person in (world.beto, world.elena):
        ask = as_person(person).post if name == "web:job_stop" else as_person(person).get
        assert ask(address).status_code == 404
    assert Client().get(address).status_code == 302
    assert not job.marks.exists()
