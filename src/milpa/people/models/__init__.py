from milpa.people.models.account import Account, KnownBrowser, PinTry
from milpa.people.models.consent import ConsentGiven, ConsentWithdrawn
from milpa.people.models.institution import Institution
from milpa.people.models.invitation import Invitation, InvitationClosed
from milpa.people.models.membership import Membership, MembershipClosed
from milpa.people.models.person import Person

__all__ = [
    "Account",
    "ConsentGiven",
    "ConsentWithdrawn",
    "Institution",
    "Invitation",
    "InvitationClosed",
    "KnownBrowser",
    "Membership",
    "MembershipClosed",
    "Person",
    "PinTry",
]
