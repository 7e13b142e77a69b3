from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone, translation
from django_tasks import task
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from milpa.ledger import clock
from milpa.ledger.refusals import Refusal
from milpa.web.jobs.working import Progress, Result, ask_to_stop, carry_out, own_jobs, start
from milpa.web.models import Job, StoredFile
from milpa.web.uploads.storing import keep
from tests.world import World


@task()
def nothing(job_id: str, text: str) -> None:
    """Only queued here."""


@pytest.fixture
def job(world: World) -> Job:
    return Job.objects.create(person=world.ana, title="Informe")


def marks(job: Job) -> list[str]:
    return [mark.mark for mark in job.marks.order_by("id")]


def finish(progress: Progress) -> Result:
    return Result(url="/informe/")


def test_a_job_that_is_started_waits_in_the_queue_with_its_id(world: World) -> None:
    with translation.override("en"):
        job = start(world.ana, "Informe", nothing, "hola", back="/lista/")
    assert (job.language, job.back, marks(job)) == ("en", "/lista/", [])
    assert DBTaskResult.objects.get().args_kwargs["args"] == [str(job.id), "hola"]


def test_what_comes_out_of_it_is_kept(job: Job) -> None:
    carry_out(str(job.id), finish)
    job.refresh_from_db()
    assert marks(job) == ["begun", "finished"] and job.url == "/informe/"


def test_a_task_that_comes_again_after_its_end_does_nothing(job: Job) -> None:
    carry_out(str(job.id), finish)
    carry_out(str(job.id), lambda progress: pytest.fail("it was done again"))
    assert marks(job) == ["begun", "finished"]


def test_a_task_whose_job_is_gone_does_nothing(job: Job) -> None:
    id = str(job.id)
    job.delete()
    carry_out(id, lambda progress: pytest.fail("it was done"))


def test_it_says_how_far_it_is_and_in_which_words(job: Job) -> None:
    seen = []

    def work(progress: Progress) -> Result:
        progress.at(3, 10, "Leyendo")
        seen.append(Job.objects.values_list("done", "total", "words").get())
        progress.at(10, 10, "Escribiendo")
        seen.append(Job.objects.values_list("done", "total", "words").get())
        return Result()

    carry_out(str(job.id), work)
    assert seen == [(3, 10, "Leyendo"), (10, 10, "Escribiendo")]


def test_progress_is_not_written_more_often_than_a_person_reads(job: Job, django_assert_max_num_queries: Any) -> None:
    progress = Progress(job)
    with django_assert_max_num_queries(10):
        for number in range(1_000):
            progress.at(number, 5_000)


def test_it_stops_where_it_is_when_its_person_asks(job: Job) -> None:
    def work(progress: Progress) -> Result:
        ask_to_stop(job)
        progress.at(1, 10)
        raise AssertionError("it went on")

    carry_out(str(job.id), work)
    assert marks(job) == ["begun", "stop_asked", "stopped"]


def test_it_does_not_begin_once_stop_was_asked(job: Job) -> None:
    ask_to_stop(job)
    ask_to_stop(job)
    carry_out(str(job.id), lambda progress: pytest.fail("it began"))
    assert marks(job) == ["stop_asked", "stopped"]


def test_a_refusal_is_told_in_the_words_of_the_person(job: Job) -> None:
    class NoRoom(Refusal):
        sentence = "No hay lugar para {n}."

    def work(progress: Progress) -> Result:
        raise NoRoom(n=3)

    carry_out(str(job.id), work)
    assert job.marks.get(mark="refused").sentence == "No hay lugar para 3."


def test_a_failure_is_told_and_goes_on_to_the_log_and_may_be_tried_again(job: Job) -> None:
    def work(progress: Progress) -> Result:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        carry_out(str(job.id), work)
    assert marks(job) == ["begun", "failed"] and "de nuestro lado" in job.marks.get(mark="failed").sentence
    carry_out(str(job.id), finish)
    assert marks(job) == ["begun", "finished"]


def test_the_work_is_done_in_the_language_and_the_zone_of_its_person(job: Job) -> None:
    Job.objects.update(language="en")
    seen = []

    def work(progress: Progress) -> Result:
        seen.append((translation.get_language(), timezone.get_current_timezone_name()))
        return Result()

    with timezone.override("UTC"):
        carry_out(str(job.id), work)
    assert seen == [("en", "America/Guatemala")]


def test_last_weeks_jobs_and_their_files_are_forgotten_at_the_next(
    world: World, job: Job, settings: Any, tmp_path: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.MEDIA_ROOT = tmp_path
    stored = keep(b"%PDF-1.7", "pdf", "informe.pdf", institution=world.institute, by=world.ana, belongs=("web.job", job.id))
    Job.objects.update(file=stored, created=clock.now() - timedelta(days=8))
    others = Job.objects.create(person=world.beto, title="Suyo", created=clock.now() - timedelta(days=8))
    with django_capture_on_commit_callbacks(execute=False):
        new = start(world.ana, "Otro", nothing, "x")
    assert set(Job.objects.values_list("id", flat=True)) == {new.id, others.id}
    assert not StoredFile.objects.exists()


def test_the_file_of_a_job_is_for_its_person_only(world: World, job: Job) -> None:
    assert own_jobs(world.ana, {job.id}) == {job.id}
    assert own_jobs(world.beto, {job.id}) == own_jobs(None, {job.id}) == set()
