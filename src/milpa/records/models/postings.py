"""How statements are found: ids at once, everything else through postings that may lag behind the stream.

An inverted index. A term is a value that statements are asked by (an agent, a verb, an activity, a registration, ...), a posting says
that a statement has it. A statement that refers to another one also has the other's postings, with the other as their source
(IEEE 9274.1.1, 4.1.6.1: what targets a statement that fits the filter fits it too).
"""

from django.db import models


class Known(models.Model):
    """Which statement has this id. Written with the statement: this never lags."""

    key = models.BinaryField(max_length=16, primary_key=True)  # the id's 16 bytes
    arrived = models.BigIntegerField()


class Voiding(models.Model):
    """A statement that voids another, which may still be to come."""

    target = models.BinaryField(max_length=16)
    institution = models.UUIDField()
    voider = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["target"], name="records_voiding_target")]


class Term(models.Model):
    """A value that an institution's statements are asked by, as a number; `uses` tells which of two terms is rarer."""

    institution = models.UUIDField()
    kind = models.PositiveSmallIntegerField()
    value = models.TextField()
    uses = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["institution", "kind", "value"], name="one_number_a_term")]


class Posting(models.Model):
    """A statement (`arrived`) has a term: itself (`source` is `arrived`) or through the statement that it refers to."""

    pk = models.CompositePrimaryKey("term", "related", "arrived", "source")
    term = models.BigIntegerField()
    related = models.SmallIntegerField()  # 0: as the filter names it; 1: only for `related_agents` or `related_activities`
    arrived = models.BigIntegerField()
    source = models.BigIntegerField()
