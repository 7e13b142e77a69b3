"""kill -9 in the middle of the vote: every acknowledged vote is there after the restart, and sending again counts nobody twice.

Three moments by a seed that is printed when one fails; the bench does it fifty times (`python -m bench.room kills`).
"""

import random
from typing import Any

import pytest
from django.core import signing

from milpa import ledger
from milpa.workshops import tokens
from milpa.workshops.actions import joining
from milpa.workshops.models import Ballot, BallotMark
from tests.harness.databases import on_postgresql
from tests.workshops import story as stories
from tests.workshops.voters import Voters
from tests.world import make_world

PHONES = 16


def voting() -> dict[str, Any]:
    story = stories.grouped(make_world())
    story.open_vote(dots_each=1)
    people = [joining.join(story.id, ledger.uuid7(), f"Persona {n}") for n in range(PHONES)]
    return {
        "slug": story.workshop.slug,
        "vote": str(story.vote.id),
        "groups": [str(group) for group in story.vote.groups],
        "cookies": [f"{tokens._cookie(story.workshop)}={signing.dumps(str(one.id), salt=tokens.SALT)}" for one in people],
    }


@pytest.mark.parametrize("seed", [40] if on_postgresql() else [40, 200, 500])
def test_every_acknowledged_vote_survives_a_kill(served, seed):
    site = served(voting)
    voters = Voters(site.port, **site.seeded)
    voters.until_killed(site.kill, random.Random(seed))
    stored = {str(id) for id in Ballot.objects.values_list("id", flat=True)}
    assert voters.acknowledged and voters.acknowledged <= stored, f"seed {seed}"
    assert BallotMark.objects.count() == len(stored)

    site.start()
    voters.send_again()
    assert Ballot.objects.count() == BallotMark.objects.count() == PHONES, f"seed {seed}"
    assert {str(id) for id in Ballot.objects.values_list("id", flat=True)} == set(voters.ballots)
