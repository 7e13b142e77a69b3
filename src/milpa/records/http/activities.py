"""The resource activities: an activity with all that statements told of it (IEEE 9274.1.1, 4.1.6.4; xAPI 1.0.3, part 3, 2.5)."""

from milpa.records import definitions
from milpa.records.http.documents import READS
from milpa.records.http.patience import caught_up
from milpa.records.http.requests import JSON, Answer, Request
from milpa.records.refusals import Forbidden, MethodUnknown
from milpa.records.rules import parameters
from milpa.records.store.told import encoded

ASKS = ("statements/read", "statements/read/mine", "profile/read", "state/read", "define")


async def answer(request: Request) -> Answer:
    if request.method not in READS:
        raise MethodUnknown(method=request.method)
    if not any(request.caller.may(what) for what in ASKS):
        raise Forbidden
    id = parameters.read("activities", request.method, request.parameters, request.version)["activityId"]
    await caught_up(request.store)
    known = await request.store.read(definitions.definitions_of, request.caller.institution, [id])
    activity = {"objectType": "Activity", "id": id} | ({"definition": known[id]} if id in known else {})
    return Answer(200, {"content-type": JSON}, encoded(activity))
