"""The resource activities/profile: what tools note about an activity."""

from milpa.records.http import documents
from milpa.records.http.requests import Answer, Request


async def answer(request: Request) -> Answer:
    return await documents.answer(request, documents.ACTIVITY_PROFILES)
