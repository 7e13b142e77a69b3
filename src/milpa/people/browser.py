"""A browser's own token: an allowance of PINs belongs to it, never to an address that forty phones share."""

import secrets

from django.http import HttpRequest, HttpResponse

COOKIE = "milpa_browser"


def token(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE) or secrets.token_urlsafe(24)


def remember(response: HttpResponse, browser: str) -> HttpResponse:
    response.set_cookie(COOKIE, browser, max_age=60 * 60 * 24 * 400, httponly=True, samesite="Lax")
    return response
