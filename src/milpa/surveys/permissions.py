"""Who may do what with questionnaires. One's own answer needs no row here: whoever is asked may answer.

Nobody has a row that shows anonymous answers before they are sealed: there is none to give.
"""

PERMISSIONS = {
    "surveys.see": "host.* partner.*",
    "surveys.make": "host.coordinator host.designer host.evaluator",
    "surveys.ask": "host.coordinator host.facilitator host.support host.evaluator",
    "surveys.type_in": "host.coordinator host.facilitator host.support host.evaluator",
    "surveys.see_results": "host.* partner.*",
    "surveys.see_answers": "host.coordinator host.designer host.evaluator",
    "surveys.close": "host.coordinator host.evaluator",
}
