"""A question as xAPI defines an interaction, so that whoever reads an answer elsewhere knows what its ids mean.

1.0.3, part 2, 2.4.4.1; IEEE 9274.1.1, 4.2.2. Which answer is right is not said: learners take their statements along.
"""

from typing import Any

from milpa.courses.models.course import CHOICE, MULTIPLE, NUMBER, ORDERING, SHORT
from milpa.courses.pinned import Question

INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction"
KINDS = {CHOICE: "choice", MULTIPLE: "choice", ORDERING: "sequencing", NUMBER: "numeric", SHORT: "fill-in"}


def interaction(question: Question, language: str) -> dict[str, Any]:
    """An option's id is its position, as it is stored in answers."""
    said: dict[str, Any] = {"type": INTERACTION, "interactionType": KINDS[question.kind]}
    if question.kind in (CHOICE, MULTIPLE, ORDERING):
        said["choices"] = [{"id": str(place), "description": {language: text}} for place, text in enumerate(question.options)]
    return said
