"""What an institution changes in the words of the field: adds a word, takes one out, names a concept of its own or takes it out."""

from uuid import UUID

from django.db import transaction
from django.utils.text import slugify

from milpa.people.models import Institution, Person
from milpa.programmes.models import Programme
from milpa.workshops.ballot_refusals import ConceptNameNeeded, WordNeeded
from milpa.workshops.models import ConceptNamed, WordMeant
from milpa.workshops.models.thesaurus import CONCEPT_LENGTH, WORD_LENGTH
from milpa.workshops.telling import tell_once
from milpa.workshops.words import words_of

MOST_WORDS = 5  # of a phrase


def _institution(by: Person, programme_id: UUID) -> Institution:
    """Whose words they are: those of the programme's owner. Raises Programme.DoesNotExist."""
    programme = Programme.objects.open_to(by, "workshops.plan").select_related("institution").get(id=programme_id)
    found: Institution = programme.institution
    return found


def say_word(by: Person, programme_id: UUID, id: UUID, *, language: str, concept: str, word: str, means: bool) -> WordMeant:
    """A word, or several in a row, speaks of a concept or does not; the newest of each counts. Raises WordNeeded, Conflict."""
    with transaction.atomic():
        said = " ".join(word.casefold().split())[:WORD_LENGTH]
        fact = WordMeant(
            id=id, by=by, institution=_institution(by, programme_id), language=language, concept=concept, word=said, means=means
        )

        def refuse() -> None:
            if not 0 < len(words_of(said)) <= MOST_WORDS:
                raise WordNeeded

        return tell_once(fact, refuse)


def name_concept(by: Person, programme_id: UUID, id: UUID, *, language: str, name: str, concept: str = "") -> ConceptNamed:
    """A new concept, or another name for one. Raises ConceptNameNeeded, Conflict."""
    with transaction.atomic():
        called = " ".join(name.split())[:80]
        key = concept or f"own-{slugify(called)}"[:CONCEPT_LENGTH]
        fact = ConceptNamed(id=id, by=by, institution=_institution(by, programme_id), language=language, concept=key, name=called)

        def refuse() -> None:
            if not called:
                raise ConceptNameNeeded

        return tell_once(fact, refuse)


def take_concept_out(by: Person, programme_id: UUID, id: UUID, *, language: str, concept: str) -> ConceptNamed:
    """The concept recognises nothing any more, for this institution; naming it again brings it back. Raises Conflict."""
    with transaction.atomic():
        institution = _institution(by, programme_id)
        return tell_once(ConceptNamed(id=id, by=by, institution=institution, language=language, concept=concept, name=""))
