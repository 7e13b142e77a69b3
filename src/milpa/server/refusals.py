"""Why the server itself says no, before any page runs: a stable code, what happened, and what to do."""

import gettext as standard
import html
import json
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext_noop as _

from milpa.server.answers import Answer
from milpa.server.scope import Headers, Scope, cookies, header

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("es", "en")  # the first is for who says nothing
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


class Refusal(Exception):
    """One reason. `happened` and `todo` are message ids and may hold {most}."""

    status = 400
    code = "bad_request"
    happened = _("What arrived could not be read.")
    todo = _("Go back, load the page again and try once more: what you wrote is still there.")
    headers: Headers = []

    def __init__(self, most: int = 0) -> None:
        super().__init__(self.code)
        self.most = most


class BadLength(Refusal):
    """The Content-Length is not one number, stands beside Transfer-Encoding, or differs from what arrived."""

    code = "bad_length"


class TooLarge(Refusal):
    status = 413
    code = "too_large"
    happened = _("This is too large: here at most {most} fit.")
    todo = _("Nothing was lost: it is still on your device. Choose a smaller file, or send it in parts.")


class SignInFirst(Refusal):
    status = 413
    code = "sign_in_first"
    happened = _("Without having signed in, at most {most} can be sent.")
    todo = _("Nothing was lost: it is still on your device. Sign in or open your invitation again, and then send it.")


class Stalled(Refusal):
    status = 408
    code = "stalled"
    happened = _("The connection stopped while we were receiving, so nothing was saved.")
    todo = _("What you wrote is still on your device. Look for a better signal and send it again.")


class TooBusy(Refusal):
    status = 503
    code = "too_busy"
    happened = _("Many people are sending at this moment, and there was no room for this.")
    todo = _("Nothing was lost: it is still on your device. Wait ten seconds and send it again.")
    headers: Headers = [(b"retry-after", b"10")]


class NotFound(Refusal):
    status = 404
    code = "not_found"
    happened = _("There is nothing at this address.")
    todo = _("Check the link, or look for it from your home page.")


class NotYours(Refusal):
    status = 403
    code = "not_yours"
    happened = _("This is for other people of the programme.")
    todo = _("Sign in or open your invitation again.")


class OnlyGet(Refusal):
    status = 405
    code = "only_get"
    happened = _("This address can only be read.")
    todo = _("Check the link, or look for it from your home page.")
    headers: Headers = [(b"allow", b"GET, HEAD")]


def answer(refusal: Refusal, scope: Scope) -> Answer:
    """The refusal as a page, or as JSON for a client that asked for it."""
    language = language_of(scope)
    translate = catalogue(language).gettext
    most = sized(refusal.most)
    happened, todo = translate(refusal.happened).format(most=most), translate(refusal.todo)
    if wants_json(scope):
        kind, body = "application/json", json.dumps({"code": refusal.code, "sentence": happened, "todo": todo}, ensure_ascii=False)
    else:
        kind, body = "text/html; charset=utf-8", page(language, refusal.status, happened, todo)
    headers = [
        (b"content-type", kind.encode()),
        (b"content-language", language.encode()),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", POLICY.encode()),
        (b"x-content-type-options", b"nosniff"),
        *refusal.headers,
    ]
    return Answer(refusal.status, headers, body.encode())


def page(language: str, status: int, happened: str, todo: str) -> str:
    return f"""<!doctype html>
<html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{html.escape(happened)}</title>
<style>:root{{color-scheme:light dark}}
body{{font:1.1875rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}}</style>
<main><p>{status}</p><h1>{html.escape(happened)}</h1><p>{html.escape(todo)}</p></main></html>
"""


def wants_json(scope: Scope) -> bool:
    asked = header(scope, b"accept")
    return "application/json" in asked or header(scope, b"content-type").startswith("application/json") or asked == "text/event-stream"


def language_of(scope: Scope) -> str:
    """What the person chose (cookie), else the first that their browser names and we have, else Spanish."""
    chosen = cookies(scope).get("django_language", "")
    named = [one.split(";")[0].strip().split("-")[0].lower() for one in header(scope, b"accept-language").split(",")]
    return next((language for language in [chosen, *named] if language in LANGUAGES), LANGUAGES[0])


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> standard.NullTranslations:
    """The server's own words; it speaks before Django does."""
    return standard.translation("django", LOCALE, languages=[language], fallback=True)


def sized(length: int) -> str:
    """64 kB, 25 MB."""
    return f"{length // 1_000_000} MB" if length >= 1_000_000 else f"{length // 1000} kB"
