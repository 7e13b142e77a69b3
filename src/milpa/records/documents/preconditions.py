"""If-Match and If-None-Match (RFC 9110, 13.1), and where each version wants one of them.

xAPI 1.0.3, part 3, 3.1: PUT of a profile needs one of the headers; a state does not. IEEE 9274.1.1, 4.1.4: PUT of any document that
is there already needs one.
"""

import re
from dataclasses import dataclass

from milpa.records.documents.refusals import DocumentMovedOn, DocumentStands
from milpa.records.rules.problems import Malformed, Version, said

# an entity tag; without quotes as TinCanJS sends it
_TAG = re.compile(r'(W/)?"([^"]*)"|([^\s",]+)')


@dataclass(frozen=True, slots=True)
class Preconditions:
    """What the caller believes is kept: the headers' values, None where there is none."""

    if_match: str | None = None
    if_none_match: str | None = None

    def refuse(self, etag: str | None) -> None:
        """etag: of what is kept now, None if nothing is. Raises DocumentMovedOn."""
        if self.if_match is not None and not _names(self.if_match, etag, weak=False):
            raise DocumentMovedOn
        if self.if_none_match is not None and _names(self.if_none_match, etag, weak=True):
            raise DocumentMovedOn

    def refuse_put(self, etag: str | None, kind: str, version: Version) -> None:
        """The same for PUT, which some versions refuse without a header. Raises also DocumentStands, Malformed."""
        self.refuse(etag)
        if self.if_match is not None or self.if_none_match is not None:
            return
        first = version == "1.0.3"
        if first and kind == "state":
            return
        if etag is not None:
            raise DocumentStands
        if first:
            raise Malformed("If-Match", said("PUT of a profile needs the header If-Match or If-None-Match."))


def _names(header: str, etag: str | None, *, weak: bool) -> bool:
    """Whether the header's list names what is kept. A weak tag is never good enough for If-Match."""
    if etag is None:
        return False
    if header.strip() == "*":
        return True
    return any((weak or not is_weak) and (quoted or bare) == etag for is_weak, quoted, bare in _TAG.findall(header))
