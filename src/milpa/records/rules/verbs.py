"""What was done: an address, and how it is called in each language."""

from milpa.records.rules.iris import iri
from milpa.records.rules.languages import language_map
from milpa.records.rules.shapes import shape

VOIDED = "http://adlnet.gov/expapi/verbs/voided"

verb = shape({"id": iri, "display": language_map}, required=("id",))
