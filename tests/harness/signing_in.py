"""Being signed in without typing: what sign-in itself does has its own tests."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from playwright.sync_api import Page

from milpa.people.models import Account


def sign_in(page: Page, account: Account, origin: str) -> None:
    """Gives the page's browser a session of this account."""
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(account), "url": origin}])


def session_of(account: Account) -> str:
    """The key of a new session."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return str(session.session_key)
