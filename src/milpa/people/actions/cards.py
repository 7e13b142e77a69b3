"""Cards for owners and workers: a personal code that names, a PIN that opens."""

from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from milpa import ledger
from milpa.ledger.refusals import NotYours
from milpa.people.models import Account, Person, PinTry
from milpa.people.refusals import EasyPin, PinsDiffer
from milpa.people.rules.codes import is_easy, new_code, new_pin
from milpa.people.standing import may


def issue_card(by: Person, person_id: UUID) -> tuple[Account, str]:
    """The person's account with its code, and a temporary PIN that is shown once and changed at the first entry.

    Issued again it keeps the code and gives a new PIN. Raises NotYours, Person.DoesNotExist.
    """
    if not may(by, "people.issue_card"):
        raise NotYours
    with transaction.atomic():
        person = Person.objects.of(by.institution).select_for_update().get(id=person_id)
        account = Account.objects.filter(person=person).first() or _new_account(person)
        pin = set_pin(account, new_pin(), temporary=True)
        PinTry.objects.filter(code=account.code).delete()
        ledger.note("people.card_issued", by=by, institution=by.institution, about=person)
    return account, pin


def _new_account(person: Person) -> Account:
    """Codes are random; the rare one that is taken is drawn again."""
    while True:
        try:
            with transaction.atomic():
                account = Account(person=person, code=new_code())
                account.set_unusable_password()
                account.save()
                return account
        except IntegrityError:
            continue


def set_pin(account: Account, pin: str, *, temporary: bool = False) -> str:
    """Stores a PIN as a hash, and gives the account a code if it had none. Returns the PIN, to be shown once."""
    account.pin, account.pin_is_temporary = make_password(pin), temporary
    if account.code is None:
        account.code = new_code()
    account.save(update_fields=["pin", "pin_is_temporary", "code"])
    return pin


def choose_pin(account: Account, pin: str, again: str) -> None:
    """The person's own PIN in place of the temporary one. Raises EasyPin, PinsDiffer."""
    if pin != again:
        raise PinsDiffer
    if len(pin) != 6 or not pin.isdigit() or is_easy(pin):
        raise EasyPin
    with transaction.atomic():
        set_pin(account, pin)
        ledger.note("people.pin_chosen", by=account.person, institution=account.person.institution, about=account.person)
