from milpa.conglomerates.models.agreement import Agreement, AgreementSection, AgreementSide
from milpa.conglomerates.models.counterpart import CounterpartAppointed, CounterpartEnded
from milpa.conglomerates.models.duplicates import DuplicateJudged, DuplicatePair
from milpa.conglomerates.models.enterprise import BoardSaid, Enterprise, Post, PostEnded
from milpa.conglomerates.models.imports import ImportConfirmed, RegisterImport, WrongRow
from milpa.conglomerates.models.reference import IsicEntry, Place, SizeNorm, UnitWorth
from milpa.conglomerates.models.selection import Candidate, Criterion, RoundAsked, Selection, Value, Weighting, WeightsShown

__all__ = [
    "Agreement",
    "AgreementSection",
    "AgreementSide",
    "BoardSaid",
    "Candidate",
    "CounterpartAppointed",
    "CounterpartEnded",
    "Criterion",
    "DuplicateJudged",
    "DuplicatePair",
    "Enterprise",
    "ImportConfirmed",
    "IsicEntry",
    "Place",
    "Post",
    "PostEnded",
    "RegisterImport",
    "RoundAsked",
    "Selection",
    "SizeNorm",
    "UnitWorth",
    "Value",
    "Weighting",
    "WeightsShown",
    "WrongRow",
]
