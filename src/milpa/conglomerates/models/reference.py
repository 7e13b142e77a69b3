"""Reference data that an institution may replace: activities, places, and the size norms of the countries. Each row says its source."""

from django.db import models


class IsicEntry(models.Model):
    """An entry of ISIC Rev. 4: section, division, group or class."""

    code = models.CharField(max_length=4, primary_key=True)
    level = models.CharField(max_length=10)
    parent = models.CharField(max_length=4, blank=True, default="")
    title_en = models.CharField(max_length=300)
    title_es = models.CharField(max_length=300)
    source = models.TextField()


class Place(models.Model):
    """A department (ISO 3166-2) or a municipality (the statistics institute's code) of a country."""

    code = models.CharField(max_length=6, primary_key=True)
    country = models.CharField(max_length=2, default="GT")
    level = models.CharField(max_length=14)
    name = models.CharField(max_length=120)
    department = models.CharField(max_length=6)
    department_name = models.CharField(max_length=120)
    source = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["country", "level"])]


class SizeNorm(models.Model):
    """One class of one country's norm, the cells as the table of norms has them."""

    country = models.CharField(max_length=2)
    law = models.CharField(max_length=300)
    place = models.PositiveSmallIntegerField()  # in the table, so that it is read in its own order
    cells = models.JSONField(default=dict)  # what rules.size_norm.row reads
    source = models.TextField()
    source_kind = models.CharField(max_length=10)  # sourced, mixed, memory

    class Meta:
        ordering = ["place"]
        indexes = [models.Index(fields=["country"])]

    @property
    def is_verified(self) -> bool:
        return self.source_kind != "memory"


class UnitWorth(models.Model):
    """What one unit of a norm's sales limits was worth in a year: a minimum wage, an index."""

    country = models.CharField(max_length=2)
    unit = models.CharField(max_length=160)
    year = models.PositiveSmallIntegerField()
    worth = models.DecimalField(max_digits=14, decimal_places=4)
    source = models.TextField()
    source_kind = models.CharField(max_length=10)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "unit", "year"], name="one_worth_a_year")]
