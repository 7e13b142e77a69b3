"""What signs in: staff by e-mail and password or passkey, owners and workers by personal code and PIN."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from milpa.people.models.person import Person


class AccountManager(BaseUserManager["Account"]):
    def get_by_natural_key(self, email: str | None) -> "Account":
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=self.normalize_email(email), **fields)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    person = models.OneToOneField(Person, null=True, on_delete=models.CASCADE, related_name="account")
    email = models.EmailField(unique=True, null=True, blank=True)
    code = models.CharField(max_length=12, unique=True, null=True, blank=True)  # on the QR card: names, does not open
    pin = models.CharField(max_length=128, blank=True, default="")  # hashed as passwords are
    pin_is_temporary = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = AccountManager()

    def __str__(self) -> str:
        return self.email or self.code or str(self.pk)


class PinTry(models.Model):
    """Working state: a wrong PIN for a code from a browser. Kept a day."""

    code = models.CharField(max_length=12, db_index=True)
    browser = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField()


class KnownBrowser(models.Model):
    """A browser that has signed this account in before keeps its own allowance, so that nobody can lock another out."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="browsers")
    browser = models.CharField(max_length=64)
    last_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "browser"], name="one_row_a_browser")]
