"""Certificates: issued by the announced rules, made as PDF, checked by anyone, withdrawn with a reason."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from milpa import ledger
from milpa.courses import tasks
from milpa.courses.actions.certifying import issue_certificates, withdraw_certificate
from milpa.courses.actions.closing import close_edition
from milpa.courses.actions.practising import comment_practice, send_practice
from milpa.courses.models import CertificateIssued
from milpa.courses.pinned import course_at
from milpa.ledger import clock
from milpa.web.jobs.working import FINISHED
from milpa.web.models import Job
from milpa.web.uploads.storing import opened
from tests.courses.classroom import announced, answer, enrolled, lessons

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture(autouse=True)
def files_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def edition(world):
    today = clock.today()
    return announced(world, starts_on=today - timedelta(days=30), ends_on=today)


def finish(world, edition, person):
    enrolment = enrolled(world, person, edition)
    for lesson in lessons(edition):
        if lesson.questions:
            answer(enrolment, lesson)
    unit = course_at(edition.course_id, edition.course_revision).units[0]
    sent = send_practice(person, enrolment.pk, UUID(unit.id), ledger.uuid7(), "Puesta en la pared.")
    comment_practice(world.irma, sent.pk, ledger.uuid7(), "Muy bien.", is_well=True)
    return enrolment


@pytest.fixture
def ended(world, edition):
    """Rosa met the rules, Tomás did not."""
    finish(world, edition, world.rosa)
    enrolled(world, world.tomas, edition)
    close_edition(world.ana, edition.pk, ledger.uuid7(), "ended", "Terminó según lo previsto.")
    return edition


def address(name, edition, *more):
    return reverse(f"courses:{name}", args=[edition.programme_id, edition.pk, *more])


def issued(world, edition):
    return issue_certificates(world.ana, edition.pk)[0]


def test_who_met_the_rules_gets_one_and_who_did_not_reads_what_is_lacking(client, world, ended):
    client.force_login(world.ana.account)
    page = client.get(address("certificates", ended)).content.decode()
    assert "Emitir 1 certificado" in page
    assert "0 de las 2 lecciones que se piden" in page
    client.post(address("issue", ended), {"form_id": str(ledger.uuid7())})
    client.post(address("issue", ended), {"form_id": str(ledger.uuid7())})
    assert CertificateIssued.objects.get().enrolment.person == world.rosa
    assert "1 certificado es válido" in client.get(address("certificates", ended)).content.decode()


def test_anyone_checks_a_certificate_by_its_code(client, world, ended):
    found = issued(world, ended)
    text = client.get(reverse("courses:verify", args=[found.code.lower()])).content.decode()
    for words in ("Este certificado es válido", "Rosa", "Mercadeo", "20", "Instituto Ejemplo"):
        assert words in text
    assert client.get(reverse("courses:verify_typed"), {"code": f"{found.code[:4]}-{found.code[4:]}"}).url.endswith(f"{found.code}/")


def test_a_code_that_is_none_is_told_so(client, db):
    answer = client.get(reverse("courses:verify", args=["ZZZZZZZZZZ"]))
    assert (answer.status_code, "No hay ningún certificado" in answer.content.decode()) == (404, True)


def test_a_withdrawn_certificate_says_why(client, world, ended):
    found = issued(world, ended)
    withdraw_certificate(world.ana, found.pk, ledger.uuid7(), "Se emitió a otra persona por error.")
    text = client.get(reverse("courses:verify", args=[found.code])).content.decode()
    assert "Este certificado fue retirado" in text and "por error" in text
    assert "es válido" not in text


def made(client, place):
    """The content of the PDF that the worker makes of what was asked."""
    job = Job.objects.get(id=UUID(client.post(place).url.strip("/").split("/")[-1]))
    return job


def test_a_learner_makes_the_pdf_of_their_own_certificate(client, world, ended):
    found = issued(world, ended)
    client.force_login(world.rosa.account)
    job = made(client, reverse("courses:certificate_pdf", args=[found.pk]))
    tasks.make_certificate.func(str(job.id), str(found.pk))
    job.refresh_from_db()
    assert job.marks.filter(mark=FINISHED).exists()
    with opened(job.file) as file:
        assert file.read(5) == b"%PDF-"


def test_another_learner_and_a_stranger_make_no_pdf_of_it(client, world, ended):
    found = issued(world, ended)
    for who in (world.tomas, world.elena):
        client.force_login(who.account)
        assert client.post(reverse("courses:certificate_pdf", args=[found.pk])).status_code == 404


def test_all_certificates_of_an_edition_are_one_pdf(client, world, ended):
    issued(world, ended)
    client.force_login(world.ana.account)
    job = made(client, address("certificates_pdf", ended))
    tasks.make_certificates.func(str(job.id), str(ended.pk))
    job.refresh_from_db()
    assert job.file.name.endswith(".pdf")


def test_only_who_coordinates_issues(client, world, ended):
    client.force_login(world.irma.account)
    assert client.post(address("issue", ended), {"form_id": str(ledger.uuid7())}).status_code == 403
    assert not CertificateIssued.objects.exists()


def test_no_certificate_is_issued_before_the_edition_has_ended(client, world, edition):
    finish(world, edition, world.rosa)
    client.force_login(world.ana.account)
    client.post(address("issue", edition), {"form_id": str(ledger.uuid7())})
    assert not CertificateIssued.objects.exists()
    assert "termínela primero" in client.get(address("certificates", edition)).content.decode()
