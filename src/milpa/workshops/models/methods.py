"""By which method a room votes."""

from django.utils.translation import gettext_lazy as _

DOTS, BORDA, SCHULZE, KEMENY, SCORE, FEASIBILITY = "dots", "borda", "schulze", "kemeny", "score", "feasible"
METHODS = [
    (DOTS, _("Dots")),
    (BORDA, _("Order, by points (Borda)")),
    (SCHULZE, _("Order, pair by pair (Schulze)")),
    (KEMENY, _("Order, the one that most agree with (Kemeny)")),
    (SCORE, _("A mark for each, from 0 to 5")),
    (FEASIBILITY, _("Importance and feasibility")),
]
RANKED = (BORDA, SCHULZE, KEMENY)  # their ballots are orders
OPTION_LENGTH = 120  # letters of an option that was pasted
