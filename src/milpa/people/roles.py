"""The role words, one table: what a person is in their institution, and how the guide calls them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Role:
    slug: str
    name: Promise
    in_guide: str  # the guide's word, "" where it has none
    is_staff: bool = True  # signs in with e-mail; the others with code and PIN


ROLES = [
    Role("administrator", _("administrator"), ""),
    Role("coordinator", _("coordinator"), "coordinator"),
    Role("facilitator", _("facilitator"), "facilitator"),
    Role("designer", _("technical unit, instructional design"), "technical_unit"),
    Role("support", _("platform support"), ""),
    Role("evaluator", _("evaluator"), "evaluator"),
    Role("instructor", _("instructor"), "instructors"),
    Role("legal", _("legal adviser"), "legal"),
    Role("finance", _("finance"), "finance"),
    Role("association", _("association or committee"), "association"),
    Role("ministry", _("authority for MSMEs"), "ministry"),
    Role("funder", _("funder"), "funder"),
    Role("other_partner", _("other partner"), "other_partner"),
    Role("member", _("network member"), "network_member"),
    Role("owner", _("owner"), "owners", is_staff=False),
    Role("worker", _("worker"), "workers", is_staff=False),
]
BY_SLUG = {role.slug: role for role in ROLES}
BY_GUIDE_WORD = {role.in_guide: role for role in ROLES if role.in_guide}
STAFF = frozenset(role.slug for role in ROLES if role.is_staff)
LEARNERS = frozenset(role.slug for role in ROLES if not role.is_staff)
