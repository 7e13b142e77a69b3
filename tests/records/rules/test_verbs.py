from milpa.records.rules.verbs import verb
from tests.records.rules.refusing import path_of_refusal, takes


def test_a_verb_has_an_address_and_may_be_called_something() -> None:
    assert takes(verb, {"id": "http://adlnet.gov/expapi/verbs/completed"})
    assert takes(verb, {"id": "urn:x", "display": {"es": "terminó"}})
    assert path_of_refusal(verb, {"display": {"es": "terminó"}}) == "id"
    assert path_of_refusal(verb, {"id": "completed"}) == "id"
    assert path_of_refusal(verb, {"id": "urn:x", "display": "terminó"}) == "display"
    assert path_of_refusal(verb, {"id": "urn:x", "display": {"español": "terminó"}}) == "display.español"
    assert path_of_refusal(verb, {"id": "urn:x", "objectType": "Verb"}) == "objectType"
