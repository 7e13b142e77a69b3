from milpa.workshops.models.cards import Card, CardModerated, CardPlaced, Group, GroupNamed, SolvedByTraining
from milpa.workshops.models.needs import Need, NeedAnswered, NeedCard, NeedDecided, NeedMoved, Needs
from milpa.workshops.models.published import AnswerDisputed, NeedsFrozen, Remark, RemarkAnswered, ResultPublished
from milpa.workshops.models.room import ActivityClosed, ActivityOpened, Participant
from milpa.workshops.models.voting import Ballot, BallotMark, Judgement, Vote, VoteClosed
from milpa.workshops.models.workshop import (
    Activity,
    Commitment,
    CommitmentKept,
    InvitationAnswered,
    MinutesIssued,
    VoiceExplained,
    Workshop,
    WorkshopClosed,
    WorkshopInvited,
)

__all__ = [
    "Activity",
    "ActivityClosed",
    "ActivityOpened",
    "AnswerDisputed",
    "Ballot",
    "BallotMark",
    "Card",
    "CardModerated",
    "CardPlaced",
    "Commitment",
    "CommitmentKept",
    "Group",
    "GroupNamed",
    "InvitationAnswered",
    "Judgement",
    "MinutesIssued",
    "Need",
    "NeedAnswered",
    "NeedCard",
    "NeedDecided",
    "NeedMoved",
    "Needs",
    "NeedsFrozen",
    "Participant",
    "Remark",
    "RemarkAnswered",
    "ResultPublished",
    "SolvedByTraining",
    "VoiceExplained",
    "Vote",
    "VoteClosed",
    "Workshop",
    "WorkshopClosed",
    "WorkshopInvited",
]
