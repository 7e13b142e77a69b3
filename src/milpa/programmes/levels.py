"""The six levels of involvement in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS: list[Promise] = [
    pgettext_lazy("level of involvement", "none"),
    pgettext_lazy("level of involvement", "informed"),
    pgettext_lazy("level of involvement", "consulted"),
    pgettext_lazy("level of involvement", "involved"),
    pgettext_lazy("level of involvement", "collaborating"),
    pgettext_lazy("level of involvement", "deciding"),
]
MEANS: list[Promise] = [
    _("Nothing of theirs is on record in this phase."),
    _("They opened or attended what they were sent."),
    _("They answered: cards, votes, survey answers, comments, on a phone, on paper, by voice or by call."),
    _("Every contribution got an answer that says what was done or why not."),
    _("They made changes that were taken up."),
    _("They made a real choice on record, with time to think or an assembly before they signed."),
]
DOES_NOT_APPLY = pgettext_lazy("level of involvement", "does not apply")


def word(level: int | None) -> Promise:
    return DOES_NOT_APPLY if level is None else WORDS[level]
