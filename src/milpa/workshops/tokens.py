"""The token by which a phone is known in a workshop: a signed cookie, so that a refresh loses nothing and nobody needs an account."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import HttpResponse

from milpa.workshops.models import HelperCame, Participant, Workshop

SALT, HELPER = "workshops.participant", "workshops.helper"
DAYS, HELPER_DAYS = 400, 30


def _cookie(workshop: Workshop) -> str:
    return f"milpa_w_{workshop.slug}"


def participant_id_in(cookies: Mapping[str, str], workshop: Workshop) -> UUID | None:
    """Whose phone this is, as its token says; None without one, or with one that is not ours."""
    return participant_id_by(cookies, workshop.slug)


def participant_id_by(cookies: Mapping[str, str], slug: str) -> UUID | None:
    """The same by the workshop's code as it stands in its address."""
    try:
        return UUID(signing.loads(cookies.get(f"milpa_w_{slug}", ""), salt=SALT))
    except (signing.BadSignature, ValueError):
        return None


def remember(request: Any, response: HttpResponse, participant: Participant) -> HttpResponse:
    """Over plain http too, as in a room without internet."""
    value = signing.dumps(str(participant.id), salt=SALT)
    secure, age = request.is_secure(), DAYS * 86_400
    response.set_cookie(_cookie(participant.workshop), value, max_age=age, httponly=True, samesite="Lax", secure=secure)
    return response


def forget(response: HttpResponse, workshop: Workshop) -> HttpResponse:
    response.delete_cookie(_cookie(workshop), samesite="Lax")
    return response


def _helpers_cookie(workshop: Workshop) -> str:
    return f"milpa_h_{workshop.slug}"


def helper_id_in(cookies: Mapping[str, str], workshop: Workshop) -> UUID | None:
    """Which helper holds this phone; None without a token, or with one that is not ours."""
    try:
        return UUID(signing.loads(cookies.get(_helpers_cookie(workshop), ""), salt=HELPER))
    except (signing.BadSignature, ValueError):
        return None


def remember_helper(request: Any, response: HttpResponse, came: HelperCame, workshop: Workshop) -> HttpResponse:
    value = signing.dumps(str(came.id), salt=HELPER)
    secure, age = request.is_secure(), HELPER_DAYS * 86_400
    response.set_cookie(_helpers_cookie(workshop), value, max_age=age, httponly=True, samesite="Lax", secure=secure)
    return response
