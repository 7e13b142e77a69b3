"""The pages of credentials."""

import re
from html import unescape

import pytest
from django.urls import reverse

from milpa.ledger import uuid7
from milpa.records.access import callers
from milpa.records.access.credentials import make_credential
from milpa.records.models import Credential, CredentialSecret
from milpa.records.refusals import Unauthorised
from tests.records.access.conftest import basic

pytestmark = pytest.mark.django_db(databases=["default", "records"])
NEW = {"name": "Biblioteca", "scopes": ["statements/write", "state"]}


@pytest.fixture
def ana(client, world):
    client.force_login(world.ana.account)
    return client


def text(answer):
    return unescape(answer.content.decode())


def secret_in(answer):
    return re.findall(r"<code>([\w-]{43})</code>", answer.content.decode())


def test_the_secret_is_shown_once_and_works(ana, world):
    form = NEW | {"form_id": str(uuid7())}
    answer = ana.post(reverse("records:new_credential"), form)
    (secret,) = secret_in(answer)
    made = Credential.objects.get()
    assert answer["Cache-Control"] == "no-store" and made.made_by == world.ana.id
    caller = callers.caller_of(basic(made.key, secret))
    assert caller.institution == world.institute.id and caller.scopes == {"statements/write", "state"}
    again = ana.post(reverse("records:new_credential"), form)
    assert secret_in(again) == [] and "ya se había enviado" in text(again) and Credential.objects.count() == 1
    for where in (reverse("records:credentials"), reverse("records:credential", args=[made.id])):
        assert secret not in text(ana.get(where)) and made.key in text(ana.get(where))


@pytest.mark.parametrize(("changed", "says"), [
    ({"name": ""}, "obligatorio"), ({"name": "Simulador"}, "Ya hay una credencial"), ({"scopes": []}, "obligatorio"),
    ({"scopes": ["everything"]}, "everything"),
    ({"name": "n" * 121}, "120"),
])  # fmt: skip
def test_bad_input_is_said_in_words_and_stays_in_the_form(ana, world, changed, says):
    make_credential(world.institute.id, "Simulador", ["all"], by=None)
    answer = ana.post(reverse("records:new_credential"), NEW | {"form_id": str(uuid7())} | changed)
    assert answer.status_code == 422 and says in text(answer)
    assert f'value="{changed.get("name", "Biblioteca")}"' in text(answer)
    assert Credential.objects.count() == 1


def test_a_rotation_shows_a_new_secret_and_says_until_when_the_old_one_goes_on(ana, world):
    made = make_credential(world.institute.id, "Biblioteca", ["all"], by=None)
    answer = ana.post(reverse("records:rotate", args=[made.credential.id]), {"form_id": str(uuid7()), "grace": "24"})
    (secret,) = secret_in(answer)
    assert secret != made.secret and CredentialSecret.objects.open().count() == 2
    assert "secreto anterior" in text(ana.get(reverse("records:credential", args=[made.credential.id])))
    wrong = ana.post(reverse("records:rotate", args=[made.credential.id]), {"form_id": str(uuid7()), "grace": "900"})
    assert wrong.status_code == 422 and CredentialSecret.objects.count() == 2


def test_a_revocation_holds_at_once(ana, world):
    made = make_credential(world.institute.id, "Biblioteca", ["all"], by=None)
    header = basic(made.credential.key, made.secret)
    assert callers.caller_of(header)
    assert ana.post(reverse("records:revoke", args=[made.credential.id])).status_code == 302
    with pytest.raises(Unauthorised):
        callers.caller_of(header)
    assert "revocada" in text(ana.get(reverse("records:credential", args=[made.credential.id])))


def test_elena_and_those_without_the_verb_get_nothing(client, world):
    made = make_credential(world.institute.id, "Biblioteca", ["all"], by=None)
    client.force_login(world.elena.account)
    assert "Biblioteca" not in text(client.get(reverse("records:credentials")))
    assert client.get(reverse("records:credential", args=[made.credential.id])).status_code == 404
    for verb in ("rotate", "revoke"):
        form = {"form_id": str(uuid7()), "grace": "0"}
        assert client.post(reverse(f"records:{verb}", args=[made.credential.id]), form).status_code == 404
    client.force_login(world.irma.account)
    assert client.get(reverse("records:credentials")).status_code == 403
    assert not Credential.objects.get().is_revoked and CredentialSecret.objects.count() == 1
