"""What tools keep beside the stream (states and profiles), and what the store knows of activities and agents.

Every row's id is made of what it stands for (`addresses.address`), so that a row is found and kept single by one short index, however
long the IRIs and names in it are.
"""

from django.db import models


class Document(models.Model):
    """A state, an agent profile or an activity profile: bytes that only the tool that wrote them understands.

    IEEE 9274.1.1, 4.1.6.2, 4.1.6.5 and 4.1.6.6; xAPI 1.0.3, part 3, 2.2.
    """

    id = models.UUIDField(primary_key=True)  # of institution, kind, activity, agent, registration and name
    shelf = models.UUIDField()  # of institution, kind, activity and agent: what is listed together
    holder = models.UUIDField(null=True)  # of the agent: what is kept about one person
    institution = models.UUIDField()
    kind = models.CharField(max_length=16)
    activity = models.TextField(blank=True)
    agent = models.TextField(blank=True)  # its inverse functional identifier as one text
    registration = models.UUIDField(null=True)
    name = models.TextField()  # stateId or profileId
    content_type = models.CharField(max_length=255)
    content = models.BinaryField()
    etag = models.CharField(max_length=40)  # SHA-1 of the content
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["shelf", "changed_at"], name="records_document_shelf"),
            models.Index(fields=["holder"], name="records_document_holder"),
        ]


class ActivityDefinition(models.Model):
    """What statements told of an activity: `leaves` says each thing with the hour it was last told, see `records.definitions`."""

    id = models.UUIDField(primary_key=True)  # of institution and activity
    institution = models.UUIDField()
    activity = models.TextField()
    leaves = models.TextField()
    told = models.UUIDField()  # of the definition told last: when it comes again within the hour there is nothing to do
    hour = models.BigIntegerField()


class AgentName(models.Model):
    """A name under which an institution's statements spoke of an agent."""

    id = models.UUIDField(primary_key=True)  # of institution, agent and name
    institution = models.UUIDField()
    holder = models.UUIDField()  # of the agent
    name = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["holder", "institution"], name="records_agentname_holder")]
