from milpa.conglomerates.models.counterpart import CounterpartAppointed, CounterpartEnded
from milpa.conglomerates.models.enterprise import Enterprise, Post, PostEnded
from milpa.conglomerates.models.selection import Candidate, Criterion, RoundAsked, Selection, Value, Weighting, WeightsShown

__all__ = [
    "Candidate",
    "CounterpartAppointed",
    "CounterpartEnded",
    "Criterion",
    "Enterprise",
    "Post",
    "PostEnded",
    "RoundAsked",
    "Selection",
    "Value",
    "Weighting",
    "WeightsShown",
]
