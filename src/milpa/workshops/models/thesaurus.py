"""What an institution adds to the words by which cards are recognised, and what it takes out. The newest of each counts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from milpa.ledger.models.stored import Fact
from milpa.workshops.models.said import SaidQuerySet

CONCEPT_LENGTH = 40
WORD_LENGTH = 60


class ConceptNamed(Fact):
    """A concept has this name in this language; an empty one takes the concept out."""

    language = models.CharField(max_length=8)
    concept = models.SlugField(max_length=CONCEPT_LENGTH)
    name = models.CharField(max_length=80, blank=True, default="")

    objects = SaidQuerySet.as_manager()
    said = _("named a concept of the field")


class WordMeant(Fact):
    """A word, or several in a row, speaks of a concept; or does not, for this institution."""

    language = models.CharField(max_length=8)
    concept = models.SlugField(max_length=CONCEPT_LENGTH)
    word = models.CharField(max_length=WORD_LENGTH)
    means = models.BooleanField()

    objects = SaidQuerySet.as_manager()
    said = _("said of which concept a word speaks")
