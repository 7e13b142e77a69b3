from milpa.records.rules.references import reference, voiding_refers
from milpa.records.rules.verbs import VOIDED
from tests.records.rules.refusing import path_of_refusal, takes

ID = "5f1d7a24-0000-4000-8000-000000000001"
REFERENCE = {"objectType": "StatementRef", "id": ID}


def test_a_reference_says_what_it_is_and_to_which_statement() -> None:
    assert takes(reference, REFERENCE)
    assert path_of_refusal(reference, {"id": ID}) == "objectType"
    assert path_of_refusal(reference, {"objectType": "StatementRef"}) == "id"
    assert path_of_refusal(reference, {"objectType": "statementRef", "id": ID}) == "objectType"
    assert path_of_refusal(reference, {"objectType": "StatementRef", "id": "urn:x"}) == "id"
    assert path_of_refusal(reference, {**REFERENCE, "definition": {}}) == "definition"


def test_only_a_statement_can_be_voided() -> None:
    assert takes(voiding_refers, {"verb": {"id": VOIDED}, "object": REFERENCE})
    assert path_of_refusal(voiding_refers, {"verb": {"id": VOIDED}, "object": {"id": "urn:x"}}) == "object"
    assert takes(voiding_refers, {"verb": {"id": "urn:other"}, "object": {"id": "urn:x"}})
