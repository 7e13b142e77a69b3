"""The resource activities/state: where a learner stopped in an activity."""

from milpa.records.http import documents
from milpa.records.http.requests import Answer, Request


async def answer(request: Request) -> Answer:
    return await documents.answer(request, documents.STATES)
