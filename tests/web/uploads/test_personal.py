from milpa.people.registries import personal as registered
from milpa.web.models import Job, StoredFile
from milpa.web.uploads import personal
from milpa.web.uploads.storing import keep
from tests.web.uploads.samples import HEADS
from tests.world import World


def brought(world: World, name: str, **more: object) -> StoredFile:
    return keep(HEADS["pdf"], "pdf", name, institution=world.institute, by=world.rosa, **more)


def test_one_sees_the_files_one_brought_and_takes_the_list_along(world: World) -> None:
    brought(world, "foto de Rosa.pdf")
    keep(HEADS["pdf"], "pdf", "de Beto.pdf", institution=world.institute, by=world.beto)
    (shown,) = personal.held(world.rosa)
    assert shown.title == "Archivos que usted trajo"
    assert [name for name, _ in shown.rows] == ["foto de Rosa.pdf"]
    assert [file["name"] for file in personal.export(world.rosa)["files"]] == ["foto de Rosa.pdf"]


def test_who_leaves_leaves_no_names_no_jobs_and_no_loose_files(world: World) -> None:
    job = Job.objects.create(person=world.rosa, title="Lista")
    proof = brought(world, "foto de Rosa.pdf", belongs=("programmes.evidence", world.id))
    brought(world, "suelto.pdf")
    brought(world, "lista.pdf", belongs=("web.job", job.id))
    registered["web"].erase(world.rosa)
    assert not Job.objects.exists()
    assert [(file.id, file.name) for file in StoredFile.objects.all()] == [(proof.id, "archivo.pdf")]
