"""Files people brought or Milpa made, jobs a person can watch, and what can be found by its words."""

from django.db import models

from milpa.ledger import clock
from milpa.ledger.ids import uuid7


class StoredFile(models.Model):
    """A file kept under its content's hash, and what it belongs to: that decides who may read it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sha256 = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=20)  # a key of `uploads.kinds.KINDS`: "webp", "pdf", "mp3"
    size = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    name = models.CharField(max_length=120)
    institution = models.ForeignKey("people.Institution", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    created = models.DateTimeField(default=clock.now)
    belongs_kind = models.CharField(max_length=60, blank=True, default="")
    belongs_id = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["belongs_kind", "belongs_id"])]

    @property
    def address(self) -> str:
        """Where the content lies in the storage; equal contents share it."""
        return f"{self.sha256[:2]}/{self.sha256[2:4]}/{self.sha256}.{self.kind}"


class Job(models.Model):
    """Work in the background that its person watches and may stop."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=8, default="es")
    back = models.CharField(max_length=500, blank=True, default="")  # the page it was asked on
    created = models.DateTimeField(default=clock.now)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=300, blank=True, default="")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.SET_NULL, related_name="+")
    url = models.CharField(max_length=500, blank=True, default="")  # where the result stands, if it is a page

    class Meta:
        indexes = [models.Index(fields=["person", "created"])]


class JobMark(models.Model):
    """What became of a job: begun, stop asked, stopped, finished, refused or failed; each at most once."""

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="marks")
    mark = models.CharField(max_length=20)
    at = models.DateTimeField(default=clock.now)
    sentence = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "mark"], name="one_mark_of_a_kind_a_job")]


class Findable(models.Model):
    """Something that can be found by its words. The stemmed words stand in the database's own index beside it."""

    kind = models.CharField(max_length=60)
    about = models.UUIDField()
    institution = models.ForeignKey("people.Institution", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True, default="")
    url = models.CharField(max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "about", "language"], name="found_once_a_language")]
