"""How much may be sent where, and by whom: one table. Read from above, the first row whose address fits decides.

Whoever sends more than `ANYONE` must hold a session or token that exists (milpa.server.known).
What people meet inside the pages (file sizes by kind, rows of an import) stands in milpa.web.limits.
"""

from dataclasses import dataclass

KB = 1_000
MB = 1_000_000

ANYONE = 64 * KB


@dataclass(frozen=True, slots=True)
class Route:
    ends: str
    most: int
    says: str


ROUTES = [
    Route("/upload/", 26 * MB, "an upload: a file of 25 MB and the form around it"),
    Route("/import/", 26 * MB, "an import: a sheet or package of 25 MB and the form around it"),
    Route("/xapi/statements", 26 * MB, "statements and what is attached to them (of which how much: milpa.records.limits)"),
    Route("/xapi/activities/state", 1_100 * KB, "a document of an outside tool"),
    Route("/xapi/activities/profile", 1_100 * KB, "a document of an outside tool"),
    Route("/xapi/agents/profile", 1_100 * KB, "a document of an outside tool"),
    Route("", 512 * KB, "everything else: a page's form, with long texts"),
]

# one body
IN_MEMORY = 256 * KB  # beyond it lies on disk
IDLE = 30.0  # seconds without a byte
LONGEST = 600.0  # seconds from the first byte to the last

# all bodies of one process together
ALL_IN_MEMORY = 32 * MB
ALL_ON_DISK = 2_000 * MB


def most_for(path: str) -> int:
    """The most bytes that a request to this path may carry."""
    return next(route.most for route in ROUTES if path.endswith(route.ends))
