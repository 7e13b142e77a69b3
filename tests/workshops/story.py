"""The workshop of the tests: Rosa, Tomás and Lidia write with their phones, Petrona on paper; three groups, one of them of roads."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from milpa import ledger
from milpa.conglomerates.models import Enterprise
from milpa.people.models import Person
from milpa.workshops.actions import closing, grouping, joining, judging, moving_on, planning, voting, writing
from milpa.workshops.models import Card, Group, Needs, Participant, Vote, Workshop
from tests.harness.snapshot import kept
from tests.world import World


def enterprise(world: World, name: str, **traits: object) -> Enterprise:
    made = Enterprise(institution=world.institute, programme=world.programme, name=name, **traits)
    with transaction.atomic():
        ledger.create(made, by=world.ana)
    return made


@dataclass
class Story:
    world: World
    workshop: Workshop
    luna: Enterprise
    colibri: Enterprise
    rosa: Participant
    tomas: Participant
    lidia: Participant
    petrona: Participant
    cards: dict[str, Card] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    vote: Vote | None = None

    @property
    def id(self) -> UUID:
        return self.workshop.id

    @property
    def beto(self) -> Person:
        return self.world.beto

    def go_to(self, kind: str) -> None:
        activity = self.workshop.activities.get(kind=kind)
        moving_on.open_activity(self.beto, self.id, ledger.uuid7(), activity.id)

    def write(self, who: str, text: str) -> Card:
        participant = getattr(self, who)
        self.cards[text] = writing.write_card(participant.person, self.id, ledger.uuid7(), text)
        return self.cards[text]

    def group(self, name: str, *texts: str, named_by: UUID | None = None) -> Group:
        self.groups[name] = grouping.make_group(self.beto, self.id, ledger.uuid7(), name, named_by=named_by)
        for text in texts:
            grouping.place_card(self.beto, self.id, ledger.uuid7(), self.cards[text].id, self.groups[name].id)
        return self.groups[name]

    def open_vote(self, **rule: int) -> Vote:
        self.go_to("voting")
        self.vote = voting.open_vote(self.beto, self.id, ledger.uuid7(), **rule)
        return self.vote

    def dots(self, *names: str) -> dict[UUID | str, int]:
        return {self.groups[name].id: 1 for name in names}

    def cast(self, who: str, *names: str) -> UUID:
        id = uuid4()
        voting.cast_ballot(getattr(self, who).person, self.vote.id, id, self.dots(*names))
        return id


@kept
def planned(world: World) -> Story:
    """Everybody is in the room; nothing has begun."""
    luna = enterprise(world, "Hotel Luna", size="micro", is_rural=True, led_by="woman")
    colibri = enterprise(world, "Hotel Colibrí", size="small", is_rural=False, led_by="man")
    workshop = planning.plan_workshop(
        world.beto, world.id, ledger.uuid7(), title="Taller de necesidades", question="¿Qué nos cuesta hacer?", place="Salón"
    )
    for one in (luna, colibri):
        planning.invite(world.beto, workshop.id, ledger.uuid7(), way="call", on=date(2026, 3, 2), enterprise_id=one.id)

    def comes(name: str, of: Enterprise, position: str = "owner", **more: object) -> Participant:
        return joining.join(workshop.id, ledger.uuid7(), name, enterprise_id=of.id, position=position, **more)

    return Story(
        world,
        workshop,
        luna,
        colibri,
        comes("Rosa", luna, by=world.rosa, person_id=world.rosa.id),
        comes("Tomás", colibri),
        comes("Lidia", luna, position="worker"),
        comes("Petrona", colibri, way="paper", by=world.beto),
    )


CARDS = [
    ("rosa", "Booking me cobra mucho, quiero que me reserven directo"),
    ("rosa", "No sé cuánto cobrar en temporada baja"),
    ("tomas", "Siempre me piden rebaja"),
    ("tomas", "El camino se cierra cuando llueve"),
    ("lidia", "Se me juntan dos reservaciones el mismo día"),
]


@kept
def written(world: World) -> Story:
    story = planned(world)
    story.go_to("writing")
    for who, text in CARDS:
        story.write(who, text)
    return story


@kept
def grouped(world: World) -> Story:
    story = written(world)
    story.go_to("grouping")
    story.group("Vender directo", CARDS[0][1], named_by=story.rosa.id)
    story.group("Precio y temporada", CARDS[1][1], CARDS[2][1])
    story.group("Caminos", CARDS[3][1])
    story.group("Reservaciones", CARDS[4][1])
    story.go_to("training_or_not")
    grouping.say_solved(story.beto, story.id, ledger.uuid7(), story.groups["Caminos"].id, False, "Municipalidad")
    return story


@kept
def voted(world: World) -> Story:
    """Prices three, direct sale two, bookings one; closed."""
    story = grouped(world)
    story.open_vote(dots_each=2)
    story.cast("rosa", "Vender directo", "Precio y temporada")
    story.cast("tomas", "Vender directo", "Precio y temporada")
    story.cast("lidia", "Precio y temporada", "Reservaciones")
    voting.close_vote(story.beto, story.vote.id, ledger.uuid7())
    return story


@kept
def judged(world: World) -> Story:
    """Direct sale suits ICT, prices do too, bookings do not."""
    story = voted(world)
    story.go_to("suitability")
    for name, value in (("Vender directo", 3), ("Precio y temporada", 2), ("Reservaciones", 1)):
        said = [judging.Said(ledger.uuid7(), criterion, value) for criterion in ("screen", "practice", "access", "content", "reach")]
        judging.judge_group(story.beto, story.id, story.groups[name].id, said)
    return story


@kept
def closed(world: World) -> Story:
    story = judged(world)
    closing.close_workshop(story.beto, story.id, ledger.uuid7())
    closing.issue_minutes(story.beto, story.id, ledger.uuid7(), "Se leyó en voz alta.")
    return story


def needs_of(story: Story) -> Needs:
    return Needs.objects.get(programme=story.world.programme)
