"""The files that a person brought: shown to them, handed over as a list, and let go of at their wish."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.people.registries import Held
from milpa.web.formats import day, filesize
from milpa.web.models import Job, StoredFile
from milpa.web.uploads.names import safe_name
from milpa.web.uploads.storing import discard


def held(person: Any) -> list[Held]:
    rows = [(file.name, f"{day(file.created)} · {filesize(file.size)}") for file in _brought(person).order_by("created", "id")]
    return [
        Held(
            _("Files you brought"), _("To show what was done."), rows, _("Those that prove something of the programme, without their name.")
        ),
    ]


def export(person: Any) -> dict[str, Any]:
    return {"files": list(_brought(person).order_by("created", "id").values("id", "name", "kind", "size", "created"))}


def erase(person: Any) -> None:
    """Jobs go with what they made, and files that belong to nothing; the others lose their name. What a file shows is for its stage."""
    for job in Job.objects.filter(person=person):
        job.delete()
    for file in StoredFile.objects.filter(by=person):
        if file.belongs_id is None or file.belongs_kind == "web.job":
            discard(file)
        else:
            file.name = safe_name("", file.kind)
            file.save(update_fields=["name"])


def _brought(person: Any) -> Any:
    return StoredFile.objects.filter(by=person).exclude(belongs_kind="web.job")
