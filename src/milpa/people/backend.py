"""Reads the account with its person and institution in one query."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from milpa.people.models import Account


class OneQuery(AuthenticationBackend):
    def get_user(self, user_id: Any) -> Account | None:
        return Account.objects.select_related("person__institution").filter(pk=user_id, is_active=True).first()
