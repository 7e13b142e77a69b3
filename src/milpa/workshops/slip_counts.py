"""How many paper slips of a vote are given out and not in the box yet."""

from milpa.workshops.models import SlipCounted, SlipGiven, SlipLeftOut, Vote


def not_in_the_box(vote: Vote) -> int:
    """Given out, neither counted nor left out. Three queries, one where none was given."""
    given = SlipGiven.objects.standing().filter(vote=vote).count()
    if not given:
        return 0
    done = sum(model.objects.standing().filter(vote=vote).count() for model in (SlipCounted, SlipLeftOut))
    return int(max(0, given - done))
