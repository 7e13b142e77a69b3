"""Who asks, and whether the door is open to them."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from milpa.people.doors import Door
from milpa.people.standing import may

Answer = Callable[[HttpRequest], HttpResponse]

# The library's own views that are reached; everything else of it stays shut.
ALLAUTH = {
    "account_login": Door("public"),
    "account_logout": Door("public"),
    "account_reset_password": Door("public"),
    "account_reset_password_done": Door("public"),
    "account_reset_password_from_key": Door("public"),
    "account_reset_password_from_key_done": Door("public"),
    "account_change_password": Door("signed_in"),
    "account_reauthenticate": Door("signed_in"),
    "mfa_authenticate": Door("public"),
    "mfa_login_webauthn": Door("public"),
    "mfa_index": Door("signed_in"),
    "mfa_reauthenticate": Door("signed_in"),
    "mfa_activate_totp": Door("signed_in"),
    "mfa_deactivate_totp": Door("signed_in"),
    "mfa_list_webauthn": Door("signed_in"),
    "mfa_add_webauthn": Door("signed_in"),
    "mfa_remove_webauthn": Door("signed_in"),
    "mfa_edit_webauthn": Door("signed_in"),
    "mfa_reauthenticate_webauthn": Door("signed_in"),
    "mfa_view_recovery_codes": Door("signed_in"),
    "mfa_generate_recovery_codes": Door("signed_in"),
    "mfa_download_recovery_codes": Door("signed_in"),
}


def who(get_response: Answer) -> Answer:
    """`request.user` is the account, read when first asked for; `request.person` is set at the door."""

    def answer(request: Any) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: get_user(request))
        request.person = None
        return get_response(request)

    return answer


def deny_by_default(get_response: Answer) -> Answer:
    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    answer.process_view = check_door  # type: ignore[attr-defined]  # how Django finds it on a function
    return answer


def door_of(view: Any, url_name: str | None) -> Door | None:
    """The view's door; the sign-in library's views have theirs in the table above."""
    door = getattr(view, "door", None) or getattr(getattr(view, "view_class", None), "door", None)
    return door or (ALLAUTH.get(url_name or "") if view.__module__.startswith("allauth.") else None)


def check_door(request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
    door = door_of(view, request.resolver_match.url_name)
    request.person = request.user.person if request.user.is_authenticated else None
    if door is None:
        raise PermissionDenied
    if door.kind in ("public", "guest"):
        return None
    if request.person is None:
        return redirect_to_login(request.get_full_path())
    if door.kind == "may" and not may(request.person, door.verb):
        raise PermissionDenied
    return None
