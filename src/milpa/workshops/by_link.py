"""Who takes part by link, until when, and how their votes count beside the room's."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from milpa.ledger import clock
from milpa.workshops.models import BallotMark, LinkOpened, LinkWeighed, Vote, Workshop

FEWEST_APART = 5  # votes by link; fewer would tell what somebody voted


def window_of(workshop: Workshop) -> LinkOpened | None:
    """The newest. One query."""
    return LinkOpened.objects.newest(workshop)


def is_open(workshop_id: UUID) -> bool:
    """Whether cards by link are taken at this moment. One query."""
    now = clock.now()
    windows = LinkOpened.objects.standing().filter(workshop=workshop_id, closed_by=None, opens_at__lte=now, closes_at__gt=now)
    return bool(windows.exists())


def counted_with(vote: Vote) -> list[UUID]:
    """Votes by link whose ballots count like the room's, as the group decided. Two queries at most, one without any."""
    if vote.options:
        return []
    closed = LinkOpened.objects.standing().filter(workshop=vote.workshop_id).exclude(vote=None).exclude(vote__closed_by=None)
    found = [window.vote for window in closed.select_related("vote") if window.vote and window.vote.groups == vote.groups]
    same = [link.id for link in found if link.id != vote.id and link.method == vote.method]
    return same if same and _weight(vote.workshop_id) == "same" else []


def _weight(workshop_id: UUID) -> str:
    newest = LinkWeighed.objects.standing().filter(workshop=workshop_id).in_order().last()
    return newest.weight if newest else ""


@dataclass(frozen=True, slots=True)
class Apart:
    """`vote`: shown beside the room's, if enough voted. `says`: how many, how they count, and why."""

    says: str
    vote: Vote | None


def beside_the_room(workshop: Workshop) -> Apart | None:
    """What is said of the votes by link beside the result; None without any that are counted. Three queries."""
    windows = LinkOpened.objects.standing().filter(workshop=workshop).exclude(vote=None).exclude(vote__closed_by=None)
    window = windows.select_related("vote").in_order().last()
    weighed = LinkWeighed.objects.standing().filter(workshop=workshop).in_order().last()
    if window is None or window.vote is None or weighed is None:
        return None
    n = BallotMark.objects.filter(about=window.vote_id).count()
    people = ngettext("{n} person voted by link", "{n} people voted by link", n).format(n=n)
    said = _("{people}; the group decided: {weight}. {why}")
    words = said.format(people=people, weight=weighed.get_weight_display(), why=weighed.why)
    is_shown = weighed.weight == "apart" and n >= FEWEST_APART
    if weighed.weight == "apart" and not is_shown:
        words += " " + _(
            "Fewer than {most} voted by link, so that their votes are not shown apart: they would tell who voted what."
        ).format(most=FEWEST_APART)
    return Apart(words, window.vote if is_shown else None)
