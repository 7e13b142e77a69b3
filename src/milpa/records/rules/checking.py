"""Whether a statement is as the standard says: the one door through which all go, whoever sends them.

1.0.3: xAPI-Data, 2.2 to 2.6 and 4; 2.0.0: IEEE 9274.1.1-2023, 4.2. A typical statement takes about 15 microseconds.
"""

from milpa.records.rules.agents import authority
from milpa.records.rules.objects import OBJECT, agrees, parts_of
from milpa.records.rules.problems import Version
from milpa.records.rules.shapes import Check, shape
from milpa.records.rules.times import moment_of
from milpa.records.rules.uuids import uuid
from milpa.records.rules.versions import VERSIONS, version_of


def _statement(version: Version) -> Check:
    return shape(
        {
            "id": uuid,
            "object": OBJECT[version],
            "stored": moment_of(version),
            "authority": authority,
            "version": version_of(version),
            **parts_of(version),
        },
        required=("actor", "verb", "object"),
        also=agrees,
    )


_CHECKS = {version: _statement(version) for version in VERSIONS}


def check(statement: object, version: Version) -> None:
    """Raises Malformed, which names the path and says what is wrong, unless the statement is as `version` says."""
    _CHECKS[version](statement)
