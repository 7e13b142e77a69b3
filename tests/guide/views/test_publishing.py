"""The handbook as a PDF."""

from django.urls import reverse

from milpa.guide.tasks import make_handbook
from milpa.web.models import Job
from milpa.web.uploads.storing import opened


def test_the_worker_makes_the_handbook_for_whoever_asked(world, signed_in, django_capture_on_commit_callbacks):
    beto = signed_in(world.beto)
    answer = beto.post(reverse("guide:pdf", args=[world.programme.edition_id]))
    job = Job.objects.get(person=world.beto)
    assert answer["Location"] == reverse("web:job", args=[job.id])
    make_handbook.func(str(job.id), str(world.programme.edition_id))
    job.refresh_from_db()
    with opened(job.file) as file:
        assert file.read(5) == b"%PDF-"
    assert beto.get(reverse("web:file", args=[job.file.id, job.file.name])).status_code == 200
    assert signed_in(world.ana).get(reverse("web:file", args=[job.file.id, job.file.name])).status_code == 404
