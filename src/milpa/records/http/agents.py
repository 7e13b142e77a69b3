"""The resource agents: a Person, which joins the names that are known of one agent (IEEE 9274.1.1, 4.1.6.3; xAPI 1.0.3, part 3, 2.4)."""

from milpa.records import agents_known
from milpa.records.http.documents import READS
from milpa.records.http.patience import caught_up
from milpa.records.http.requests import Answer, Request, answered
from milpa.records.refusals import Forbidden, MethodUnknown
from milpa.records.rules import parameters
from milpa.records.rules.actors import key

ASKS = ("statements/read", "statements/read/mine", "profile/read", "state/read")
KNOWS = ("statements/read", "profile/read")  # may learn a name that somebody else told


async def answer(request: Request) -> Answer:
    if request.method not in READS:
        raise MethodUnknown(method=request.method)
    if not any(request.caller.may(what) for what in ASKS):
        raise Forbidden
    agent = parameters.read("agents", request.method, request.parameters, request.version)["agent"]
    names: list[str] = []
    if any(request.caller.may(what) for what in KNOWS):
        await caught_up(request.store)
        names = await request.store.read(agents_known.names, request.caller.institution, key(agent) or "")
    return answered(agents_known.person(agent, names))
