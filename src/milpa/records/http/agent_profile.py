"""The resource agents/profile: what tools note about a learner."""

from milpa.records.http import documents
from milpa.records.http.requests import Answer, Request


async def answer(request: Request) -> Answer:
    return await documents.answer(request, documents.AGENT_PROFILES)
