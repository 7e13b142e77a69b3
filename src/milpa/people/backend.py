"""Reads the account with its person and institution in one query."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from milpa.people import reads
from milpa.people.models import Account


class OneQuery(AuthenticationBackend):
    def get_user(self, user_id: Any) -> Account | None:
        return reads.account(user_id)
