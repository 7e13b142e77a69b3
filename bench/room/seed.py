"""A workshop with its people, three groups on the wall and nobody having voted; run in a process of its own, it prints JSON."""

import json
import sys
from typing import Any


def seed(phones: int, voting: bool) -> dict[str, Any]:
    from django.conf import settings
    from django.core import signing
    from tests.harness.signing_in import session_of
    from tests.workshops import story
    from tests.world import make_world

    from milpa import ledger
    from milpa.workshops import tokens
    from milpa.workshops.actions import joining

    told = story.grouped(make_world())
    names = [joining.join(told.id, ledger.uuid7(), f"Persona {n}") for n in range(phones)]
    vote = str(told.open_vote(dots_each=1).id) if voting else ""
    activity = {kind: str(told.workshop.activities.get(kind=kind).id) for kind in ("writing", "voting")}
    return {
        "workshop": str(told.id),
        "programme": str(told.world.programme.id),
        "slug": told.workshop.slug,
        "groups": [str(group) for group in told.vote.groups] if told.vote else [],
        "activity": activity,
        "vote": vote,
        "cookies": [f"{tokens._cookie(told.workshop)}={signing.dumps(str(one.id), salt=tokens.SALT)}" for one in names],
        "facilitator": f"{settings.SESSION_COOKIE_NAME}={session_of(told.beto.account)}",
    }


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(seed(int(sys.argv[1]), sys.argv[2:] == ["voting"])))
