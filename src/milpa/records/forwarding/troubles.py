"""What keeps a target from getting its statements, in words for whoever looks. Kept as a code, said in the reader's language."""

from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SAYS: dict[str, str | Promise] = {
    "unreachable": _("The other server cannot be reached."),
    "too_slow": _("The other server did not answer in time."),
    "certificate": _("The other server's certificate is not in order, so that nobody can tell who it is."),
    "no_entry": _("The other server does not accept the key and secret. Change this target and write the right ones."),
    "moved": _("There is no record store at this address. Change this target and write the right address."),
    "busy": _("The other server asked us to come back later."),
    "failing": _("The other server answers with an error of its own."),
    "refuses_all": _("The other server refuses one statement after the other. Look at those that were set aside."),
    "private_address": _("The server's name leads into a private network, and that is not allowed here."),
    "host_not_found": _("No server of that name is found any more."),
    "wrong_secret_key": _("The key and secret cannot be read any more, because this server's own secret key was changed."),
    "not_encrypted": _("The address is not encrypted, and that is not allowed here any more."),
}
LONGEST_PAUSE = timedelta(hours=1)
FIRST_PAUSE = timedelta(seconds=10)


class Trouble(Exception):
    """`after`: how long the other side asked us to wait."""

    def __init__(self, code: str, detail: str = "", after: timedelta = timedelta(0)) -> None:
        super().__init__(code)
        self.code, self.detail, self.after = code, detail[:500], after


def pause(failures: int, asked: timedelta = timedelta(0)) -> timedelta:
    """10 s after the first failure, twice as long after each further one, an hour at most."""
    grown = FIRST_PAUSE * 2 ** min(failures - 1, 10)
    return min(LONGEST_PAUSE, max(grown, asked))
