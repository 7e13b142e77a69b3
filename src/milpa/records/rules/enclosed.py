"""What comes along in a multipart request: each part belongs to an attachment, each attachment without an address has its part.

1.0.3, 1.5.2; IEEE 9274.1.1, 4.1.3.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from milpa.records.rules import problems
from milpa.records.rules.attachments import SIGNATURE, matches
from milpa.records.rules.multipart import Part
from milpa.records.rules.problems import Malformed

Plain = dict[str, Any]


def attachments_of(statement: Plain) -> Iterator[tuple[str, Plain]]:
    """(path, attachment) for each of a statement and of what it tells of."""
    for place, one in enumerate(statement.get("attachments", ())):
        yield f"attachments[{place}]", one
    if statement["object"].get("objectType") == "SubStatement":
        for place, one in enumerate(statement["object"].get("attachments", ())):
            yield f"object.attachments[{place}]", one


def first_is_json(parts: Sequence[Part]) -> bytes:
    """The bytes of the statements: the first part, which has to say that it is JSON."""
    if not parts or parts[0].headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise Malformed("[0].Content-Type", problems.said("The first part has to be the statements, as application/json."))
    return parts[0].content


def matched(statements: Sequence[Plain], parts: Sequence[Part], is_list: bool = True) -> dict[str, Part]:
    """The parts by their SHA-2 sum in small letters. `parts` are those after the first; none at all for a body that is plain JSON.
    is_list: whether a path begins with the place in the list.

    Raises Malformed for a part without its headers, one whose bytes have another sum, one that no attachment names, and for an attachment
    that has neither part nor address. What an attachment says of its length is the sender's word: the sum decides.
    """
    found = {_sum_of(part, place): part for place, part in enumerate(parts, start=1)}
    named: set[str] = set()
    for number, statement in enumerate(statements):
        for path, one in attachments_of(statement):
            told = one["sha2"].lower()
            part = found.get(told)
            named.add(told)
            if part is None and ("fileUrl" not in one or one["usageType"] == SIGNATURE):
                problem = Malformed(path, problems.said("This attachment did not come along, and has no fileUrl."))
                raise problem.within(number) if is_list else problem
    if extra := found.keys() - named:
        raise Malformed("X-Experience-API-Hash", problems.said("No attachment of a statement has the sum {sum}."), sum=min(extra))
    return found


def _sum_of(part: Part, place: int) -> str:
    if not part.hash:
        raise Malformed("X-Experience-API-Hash", problems.ABSENT).within(place)
    if part.headers.get("content-transfer-encoding", "").lower() != "binary":
        raise Malformed("Content-Transfer-Encoding", problems.NOT_ONE_OF, these="binary").within(place)
    if not matches(part.hash, part.content):
        raise Malformed("X-Experience-API-Hash", problems.said("The bytes of this part have another sum.")).within(place)
    return part.hash.lower()


def signatures_of(statement: Plain) -> Iterator[tuple[str, str]]:
    """(path, sum) of each attachment that signs the statement."""
    for place, one in enumerate(statement.get("attachments", ())):
        if one["usageType"] == SIGNATURE:
            yield f"attachments[{place}]", one["sha2"].lower()
