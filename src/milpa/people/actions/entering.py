"""Entering by code and PIN, with an allowance of tries that locks nobody else out."""

from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone

from milpa import ledger
from milpa.people.models import Account, KnownBrowser, PinTry
from milpa.people.refusals import AskForReset, TryLater, WrongCodeOrPin
from milpa.people.rules.codes import allowance, typed


def enter(code: str, pin: str, browser: str) -> Account:
    """The account that the code names, if the PIN opens it. Raises WrongCodeOrPin, TryLater, AskForReset.

    A code that does not exist costs the same time and counts the same, so that it cannot be told from one that does.
    """
    code, now = typed(code), ledger.now()
    PinTry.objects.filter(at__lt=now - timedelta(days=1)).delete()
    account = Account.objects.select_related("person__institution").filter(code=code, is_active=True).exclude(pin="").first()
    is_known = account is not None and KnownBrowser.objects.filter(account=account, browser=browser).exists()
    _refuse_hammering(code, browser, is_known)
    if account is None or not check_password(pin, account.pin):
        if account is None:
            make_password(pin)
        PinTry.objects.create(code=code, browser=browser, at=now)
        raise WrongCodeOrPin
    PinTry.objects.filter(code=code, browser=browser).delete()
    KnownBrowser.objects.update_or_create(account=account, browser=browser, defaults={"last_at": now})
    return account


def _refuse_hammering(code: str, browser: str, is_known: bool) -> None:
    tries = list(PinTry.objects.filter(code=code).values_list("browser", "at"))
    mine = [at for who, at in tries if who == browser]
    allowed = allowance(ledger.now(), mine, [at for _who, at in tries], is_known)
    if allowed.needs_reset:
        raise AskForReset
    if not allowed.open and allowed.until:
        raise TryLater(time=timezone.localtime(allowed.until).strftime("%H:%M"))
