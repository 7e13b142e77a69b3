"""Accounts come of invitations; there is no open sign-up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse


class InvitedOnly(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: Any, user: Any) -> None:
        """Accounts have no user name."""

    def format_email_subject(self, subject: str) -> str:
        """As it is written: the host before it says nothing to its reader."""
        return str(subject)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("people:account")
