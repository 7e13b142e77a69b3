from milpa.strategies.models.action import TrainingAction
from milpa.strategies.models.needs import ActionNeed, NeedWithoutAction, QuotedNeed
from milpa.strategies.models.plan import BudgetLine, BudgetShare, CalendarLine, Objective, Risk
from milpa.strategies.models.sending import StrategyRead, StrategySent
from milpa.strategies.models.strategy import Section, Strategy
from milpa.strategies.models.suggestions import AnswerDisputed, Suggestion, SuggestionAnswered

__all__ = [
    "ActionNeed",
    "AnswerDisputed",
    "BudgetLine",
    "BudgetShare",
    "CalendarLine",
    "NeedWithoutAction",
    "Objective",
    "QuotedNeed",
    "Risk",
    "Section",
    "Strategy",
    "StrategyRead",
    "StrategySent",
    "Suggestion",
    "SuggestionAnswered",
    "TrainingAction",
]
