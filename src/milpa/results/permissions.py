"""Who may do what with results."""

PERMISSIONS = {
    "results.see": "host.* partner.*",
    "results.type": "host.coordinator host.evaluator",
    "results.report": "host.coordinator host.evaluator host.finance",
    "results.send": "host.coordinator",
    "results.give_back": "host.coordinator host.facilitator host.evaluator",
    "results.ask_own_word": "host.coordinator host.evaluator",
    "results.type_own_word": "host.coordinator host.evaluator host.facilitator",
    "results.say_own_word": "counterpart.association",
}
