from io import BytesIO
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from milpa import ledger
from milpa.courses.actions.practising import comment_practice
from milpa.courses.models import PracticeSent
from milpa.courses.pinned import course_at
from milpa.web.models import StoredFile
from tests.courses.classroom import announced, enrolled

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "records"])


@pytest.fixture
def rosas(world):
    return enrolled(world, world.rosa, announced(world))


@pytest.fixture
def unit(rosas):
    return UUID(course_at(rosas.edition.course_id, 1).units[0].id)


@pytest.fixture
def phone(client, world):
    client.force_login(world.rosa.account)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "es"
    return client


def picture(name="promesa.jpg"):
    content = BytesIO()
    Image.new("RGB", (64, 48), "white").save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue(), "image/jpeg")


def send(phone, rosas, unit, id=None, **said):
    told = {"form_id": str(id or ledger.uuid7()), "text": "La abuela tiene cuarto en el primer piso"} | said
    return phone.post(f"/learn/{rosas.pk}/practices/{unit}/upload/", told, follow=True)


def test_a_practice_arrives_with_its_photograph_once_however_often_it_is_sent(phone, rosas, unit):
    id = ledger.uuid7()
    send(phone, rosas, unit, id, photo=picture())
    page = send(phone, rosas, unit, id, photo=picture()).content.decode()
    assert "La abuela tiene cuarto en el primer piso" in page
    assert PracticeSent.objects.get().photo == StoredFile.objects.get().id


def test_a_drawing_that_carries_a_program_is_refused_and_the_words_stay(phone, rosas, unit):
    forged = SimpleUploadedFile(
        "../../promesa.jpg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "image/jpeg"
    )
    answer = send(phone, rosas, unit, photo=forged)
    assert answer.status_code == 422
    assert "La abuela tiene cuarto" in answer.content.decode()
    assert not PracticeSent.objects.exists()


def test_an_empty_practice_is_refused(phone, rosas, unit):
    assert send(phone, rosas, unit, text="  ").status_code == 422


def test_what_the_instructor_says_stands_beside_it_and_asks_for_another(phone, world, rosas, unit):
    send(phone, rosas, unit)
    comment_practice(world.irma, PracticeSent.objects.get().pk, ledger.uuid7(), "¿Y si empieza por la abuela?", is_well=False)
    page = phone.get(f"/learn/{rosas.pk}/practices/{unit}/").content.decode()
    assert "¿Y si empieza por la abuela?" in page
    assert "le pide que la mande otra vez" in page


def test_what_is_for_who_comments_is_not_for_who_learns(phone, rosas, unit):
    assert "Cite su frase" not in phone.get(f"/learn/{rosas.pk}/practices/{unit}/").content.decode()


@pytest.mark.parametrize(
    "who, reads", [("rosa", True), ("irma", True), ("ana", True), ("tomas", False), ("carmen", False), ("elena", False)]
)
def test_a_photograph_is_read_by_its_person_and_who_teaches(client, phone, world, rosas, unit, who, reads):
    send(phone, rosas, unit, photo=picture())
    stored = StoredFile.objects.get()
    client.force_login(getattr(world, who).account)
    assert client.get(f"/files/{stored.id}/{stored.name}").status_code == (200 if reads else 404)


def test_a_unit_without_a_practice_has_no_such_page(phone, rosas):
    other = course_at(rosas.edition.course_id, 1).units[1].id
    assert phone.get(f"/learn/{rosas.pk}/practices/{other}/").status_code == 404
