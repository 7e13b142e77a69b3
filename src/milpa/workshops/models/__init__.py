from milpa.workshops.models.cards import Card, CardModerated, CardPlaced, Group, GroupNamed, SolvedByTraining
from milpa.workshops.models.helping import HelperAsked, HelperCame
from milpa.workshops.models.link import LinkEnded, LinkOpened, LinkWeighed
from milpa.workshops.models.minutes import WorkshopMinutes
from milpa.workshops.models.needs import Need, NeedAnswered, NeedCard, NeedDecided, NeedMoved, Needs
from milpa.workshops.models.photographed import CardPhotographed, PhotographRead
from milpa.workshops.models.published import AnswerDisputed, NeedsFrozen, Remark, RemarkAnswered, ResultPublished
from milpa.workshops.models.room import ActivityClosed, ActivityOpened, NamingDecided, Participant
from milpa.workshops.models.slips import SlipCounted, SlipGiven, SlipLeftOut, SlipTyping
from milpa.workshops.models.speaking import Turn
from milpa.workshops.models.thesaurus import ConceptNamed, WordMeant
from milpa.workshops.models.timing import HandoverTry, Timer
from milpa.workshops.models.voting import Ballot, BallotMark, Judgement, ProposalAnswered, Vote, VoteClosed
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
    "CardPhotographed",
    "CardPlaced",
    "Commitment",
    "CommitmentKept",
    "ConceptNamed",
    "Group",
    "GroupNamed",
    "HandoverTry",
    "HelperAsked",
    "HelperCame",
    "InvitationAnswered",
    "Judgement",
    "LinkEnded",
    "LinkOpened",
    "LinkWeighed",
    "MinutesIssued",
    "NamingDecided",
    "Need",
    "NeedAnswered",
    "NeedCard",
    "NeedDecided",
    "NeedMoved",
    "Needs",
    "NeedsFrozen",
    "Participant",
    "PhotographRead",
    "ProposalAnswered",
    "Remark",
    "RemarkAnswered",
    "ResultPublished",
    "SlipCounted",
    "SlipGiven",
    "SlipLeftOut",
    "SlipTyping",
    "SolvedByTraining",
    "Timer",
    "Turn",
    "VoiceExplained",
    "Vote",
    "VoteClosed",
    "WordMeant",
    "Workshop",
    "WorkshopClosed",
    "WorkshopInvited",
    "WorkshopMinutes",
]
