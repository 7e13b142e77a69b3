"""The link to further statements: the question and where it goes on, signed, so that nothing has to be kept for it."""

from collections.abc import Mapping
from uuid import UUID

from django.core import signing

from milpa.records import limits
from milpa.records.refusals import MoreExpired
from milpa.records.rules import problems
from milpa.records.rules.problems import Malformed

SALT = "milpa.records.more"
NOT_OURS = problems.said("This link to further statements is not as it was given.")
PATH = "statements/more/"


def link(institution: UUID, parameters: Mapping[str, str], after: int) -> str:
    """Relative to the server's root, as the standard says."""
    return f"/xapi/{PATH}{signing.dumps([institution.hex, after, dict(parameters)], salt=SALT, compress=True)}"


def read(institution: UUID, token: str) -> tuple[int, dict[str, str]]:
    """(after which number, the question). Raises Malformed, MoreExpired."""
    try:
        whose, after, parameters = signing.loads(token, salt=SALT, max_age=limits.MORE_HOURS * 3600)
    except signing.SignatureExpired:
        raise MoreExpired from None
    except (signing.BadSignature, ValueError):
        raise Malformed("more", NOT_OURS) from None
    if whose != institution.hex:
        raise Malformed("more", NOT_OURS)
    return after, parameters
