"""The resource about: the versions that are spoken, and how much is taken at once (IEEE 9274.1.1, 4.1.6.7; xAPI 1.0.3, part 3, 2.8)."""

from milpa.records import limits
from milpa.records.http.documents import READS
from milpa.records.http.requests import Answer, Request, answered
from milpa.records.refusals import MethodUnknown
from milpa.records.rules import parameters
from milpa.records.rules.versions import VERSIONS

LIMITS = "urn:milpa:xapi:limits"


def about() -> dict[str, object]:
    said = {
        "bytesOfStatements": limits.STATEMENTS,
        "statementsOfRequest": limits.BATCH,
        "bytesWithAttachments": limits.ATTACHMENTS,
        "attachmentsOfRequest": limits.PARTS,
        "bytesOfDocument": limits.DOCUMENT,
        "statementsOfAnswer": limits.MOST,
        "hoursOfMore": limits.MORE_HOURS,
    }
    return {"version": sorted(VERSIONS, reverse=True), "extensions": {LIMITS: said}}


async def answer(request: Request) -> Answer:
    """Everybody may ask, in any version or none."""
    if request.method not in READS:
        raise MethodUnknown(method=request.method)
    parameters.read("about", request.method, request.parameters, request.version)
    return answered(about())
