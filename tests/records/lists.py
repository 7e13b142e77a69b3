"""Where the lists of the record store are seen with rows in them."""

from django.urls import reverse

from milpa.ledger import clock, uuid7
from milpa.people.models import Person
from milpa.records.access.credentials import make_credential, revoke
from milpa.records.forwarding.sealing import seal
from milpa.records.models import ForwardTarget, SetAside
from tests.world import World


def _credentials(world: World) -> tuple[Person, str]:
    for name in ("Biblioteca", "Simulador", "Tablero"):
        made = make_credential(world.institute.id, name, ["statements/write", "state"], by=world.ana.id)
    revoke(made.credential, by=world.ana.id)
    make_credential(world.strangers.id, "Ajena", ["all"], by=world.elena.id)
    return world.ana, reverse("records:credentials")


def target(world: World, name: str = "Ministerio", **values: object) -> ForwardTarget:
    told = {"address": "https://lrs.example.org/xapi/", "version": "2.0.0", "sealed": seal("llave", "secreto"), "made_at": clock.now()}
    return ForwardTarget.objects.create(id=uuid7(), institution=world.institute.id, name=name, **told | values)


def _targets(world: World) -> tuple[Person, str]:
    target(world)
    target(world, "Fondo", paused_at=clock.now(), sent=1200)
    target(world, "Cámara", error="busy", sent=3, sent_at=clock.now())
    return world.ana, reverse("records:targets")


def _set_aside(world: World) -> tuple[Person, str]:
    to = target(world)
    for number, error in enumerate(["object.id is no IRI", "conflict", "verb is missing"]):
        SetAside.objects.create(target=to, arrived=number, statement=uuid7(), status=400 + number, error=error, at=clock.now())
    return world.ana, reverse("records:target", args=[to.id])


EXAMPLES = {"credentials": _credentials, "forwarding": _targets, "set-aside": _set_aside}
