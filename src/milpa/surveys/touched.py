"""Which evidence answers may change with a survey of each kind. Closing is what counts; a baseline also while answers come in."""

from milpa.surveys.models import ACCESS, BASELINE, FOLLOWUP, SATISFACTION

KEYS = {BASELINE: ("courses.baseline_available",), FOLLOWUP: ("results.followup_available",)}
CLOSING = KEYS | {ACCESS: ("surveys.access_known",), SATISFACTION: ("results.satisfaction_available",)}
