"""Where each list of Milpa can be seen with rows in it: name -> (who looks, at which address).

Whoever adds a list adds its line here: `test_every_list.py` then reads it back from every rendering. A function may first make the rows.
"""

from collections.abc import Callable

from django.urls import reverse

from milpa.people.models import Person
from tests.conglomerates import lists as conglomerates
from tests.courses import lists as courses
from tests.records import lists as records
from tests.results import lists as results
from tests.strategies import lists as strategies
from tests.surveys import lists as surveys
from tests.workshops import lists as workshops
from tests.world import World

Example = Callable[[World], tuple[Person, str]]

EXAMPLES: dict[str, Example] = {
    "programmes": lambda world: (world.ana, reverse("programmes:programmes")),
    **conglomerates.EXAMPLES,
    **courses.EXAMPLES,
    **records.EXAMPLES,
    **results.EXAMPLES,
    **strategies.EXAMPLES,
    **surveys.EXAMPLES,
    **workshops.EXAMPLES,
    "who-needs-company": lambda world: (world.ana, reverse("readiness:people")),
}
