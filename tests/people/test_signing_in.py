"""Staff sign in by e-mail: the library's flows, in our pages, in the person's language."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache

from tests.world import PASSWORD

LOGIN = "/account/login/"


@pytest.fixture(autouse=True)
def nobody_tried_before():
    """The library counts tries in the cache, which outlives a test's database."""
    cache.clear()


@pytest.fixture
def ana(client, world):
    """Ana signed in, and just confirmed that it is she."""
    client.post(LOGIN, {"login": "ana@example.org", "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_ana_comes_in_with_her_e_mail_and_goes_where_she_was_going(client, world):
    answer = client.post(LOGIN, {"login": "ana@example.org", "password": PASSWORD, "next": "/people/"})
    assert (answer.status_code, answer.url) == (302, "/people/")
    assert client.get("/people/").status_code == 200


def test_a_wrong_password_shows_the_page_again_and_says_so(client, world):
    answer = client.post(LOGIN, {"login": "ana@example.org", "password": "otra cosa larga"})
    assert (answer.status_code, client.get("/people/").status_code) == (200, 302)
    assert "Todavía no ha entrado" in answer.text


@pytest.mark.parametrize(
    "address", [LOGIN, "/account/password/reset/", "/account/password/reset/done/", "/account/password/reset/key/done/"]
)
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_pages_before_the_door_are_ours(client, db, address, language):
    client.cookies["django_language"] = language
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.templates == []  # drawn by Jinja2: Django's own engine was not asked
    assert answer.text.count("<h1>") == 1


def test_whoever_forgot_the_password_gets_a_link_that_opens_once(client, world):
    client.post("/account/password/reset/", {"email": "ana@example.org"})
    assert mail.outbox[0].subject == "Una contraseña nueva para Milpa"
    address = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    page = client.get(address, follow=True)
    form = {"password1": "otra clave larga 2", "password2": "otra clave larga 2"}
    client.post(page.redirect_chain[-1][0], form)
    assert client.login(email="ana@example.org", password="otra clave larga 2")
    client.logout()
    assert "Este enlace ya no está abierto" in client.get(address, follow=True).text


def test_an_e_mail_without_account_gets_the_same_page_and_a_mail_that_says_so(client, world):
    answer = client.post("/account/password/reset/", {"email": "nadie@example.org"})
    assert answer.url == "/account/password/reset/done/"
    assert "ninguna cuenta" in mail.outbox[0].body


def test_ana_changes_her_password_and_stays_in(ana, world):
    new = {"oldpassword": PASSWORD, "password1": "otra clave larga 2", "password2": "otra clave larga 2"}
    assert ana.post("/account/password/change/", new).url == "/account/"
    assert ana.get("/account/").status_code == 200
    world.ana.account.refresh_from_db()
    assert world.ana.account.check_password("otra clave larga 2")


def test_a_weak_new_password_is_refused_on_its_page(ana):
    answer = ana.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": "corta", "password2": "corta"})
    assert answer.status_code == 200
    assert "10" in answer.text


def test_the_app_is_set_up_gives_rescue_codes_and_is_asked_at_the_next_sign_in(ana, world):
    page = ana.get("/account/2fa/totp/activate/")
    secret = page.text.split('data-copy="')[1].split('"')[0]
    assert ana.post("/account/2fa/totp/activate/", {"code": code_for(secret)}).url == "/account/2fa/recovery-codes/"
    assert "Códigos de rescate" in ana.get("/account/2fa/recovery-codes/").text
    assert len(ana.get("/account/2fa/recovery-codes/download/").text.split()) == 10
    assert "Dejar de usar la app" in ana.get("/account/2fa/").text

    ana.post("/sign-out/")
    answer = ana.post(LOGIN, {"login": "ana@example.org", "password": PASSWORD})
    assert answer.url == "/account/2fa/authenticate/"
    assert ana.get("/people/").status_code == 302  # the password alone opens nothing
    assert "Un paso más" in ana.get(answer.url).text
    rescue = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    ana.post(answer.url, {"code": rescue})
    assert ana.get("/people/").status_code == 200


def test_the_app_is_taken_away_again(ana, world):
    secret = ana.get("/account/2fa/totp/activate/").text.split('data-copy="')[1].split('"')[0]
    ana.post("/account/2fa/totp/activate/", {"code": code_for(secret)})
    assert ana.get("/account/2fa/totp/deactivate/").status_code == 200
    assert ana.post("/account/2fa/totp/deactivate/").url == "/account/2fa/"
    assert not Authenticator.objects.filter(type="totp").exists()


def test_what_protects_the_account_is_changed_only_after_saying_who_one_is(client, world):
    client.force_login(world.ana.account)  # signed in, but nobody knows when
    answer = client.get("/account/2fa/totp/activate/")
    assert answer.url.startswith("/account/reauthenticate/")
    assert "¿Es usted?" in client.get(answer.url).text
    assert client.post(answer.url, {"password": PASSWORD}).url == "/account/2fa/totp/activate/"
    assert client.get("/account/2fa/totp/activate/").status_code == 200
