"""The one small, named world of all tests: read it once, know it everywhere.

An institute with Ana (coordinator), Beto (facilitator) and Irma (instructor); an association with Carmen; a ministry with Diego;
a fund with Fidel; owners Rosa and Tomás of two hotels and Lidia who works there; and a stranger institution with Elena, who must never
see any of it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from milpa import ledger
from milpa.guide.loading import load
from milpa.people.models import Account, Institution, Membership, Person
from milpa.programmes.models import Partner, PartnerAnswer, Programme

PASSWORD = "una clave larga 1"
MONDAY = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)  # nine in the morning in Guatemala


def institution(name: str, kind: str) -> Institution:
    made = Institution(name=name, kind=kind)
    made.institution = made
    with transaction.atomic():
        ledger.create(made, by=None)
    return made


def person(name: str, of: Institution, *roles: str, email: bool = True) -> Person:
    made = Person.objects.create(institution=of, name=name, joined_at=ledger.now())
    account = Account(
        person=made, email=f"{name.lower()}@example.org" if email else None, code=None if email else f"{name.upper():X<8}"[:8]
    )
    account.set_password(PASSWORD if email else None)
    account.save()
    give(made, *roles)
    return made


def give(to: Person, *roles: str) -> None:
    with transaction.atomic():
        ledger.append([Membership(id=ledger.uuid7(), by=None, institution_id=to.institution_id, person=to, role=role) for role in roles])
    to.__dict__.pop("roles_read", None)


def partner(programme: Programme, invited: Institution, by: Person, answers: Person | None, **part: object) -> Partner:
    """`invited` is asked by `by`; `answers` accepts for it, or nobody has answered yet."""
    with transaction.atomic():
        asked = Partner(id=ledger.uuid7(), by=by, institution_id=programme.institution_id, programme=programme, invited=invited, **part)
        ledger.append([asked])
    if answers is not None:
        with transaction.atomic():
            ledger.append(
                [PartnerAnswer(id=ledger.uuid7(), by=answers, institution_id=programme.institution_id, partner=asked, accepted=True)]
            )
    return asked


@dataclass
class World:
    institute: Institution
    association: Institution
    ministry: Institution
    fund: Institution
    strangers: Institution
    ana: Person
    beto: Person
    irma: Person
    carmen: Person
    diego: Person
    fidel: Person
    rosa: Person
    tomas: Person
    lidia: Person
    elena: Person
    programme: Programme

    @property
    def id(self) -> UUID:
        return self.programme.id


def make_world() -> World:
    """Builds it through the ledger: about 40 rows."""
    institute, association = institution("Instituto Ejemplo", "vti"), institution("Asociación Ejemplo", "association")
    ministry, fund = institution("Ministerio Ejemplo", "ministry"), institution("Fondo Ejemplo", "funder")
    strangers = institution("Instituto Ajeno", "vti")
    ana = person("Ana", institute, "coordinator", "administrator")
    world = World(
        institute, association, ministry, fund, strangers,
        ana, person("Beto", institute, "facilitator"), person("Irma", institute, "instructor"),
        person("Carmen", association, "association"), person("Diego", ministry, "ministry"), person("Fidel", fund, "funder"),
        person("Rosa", institute, "owner", email=False), person("Tomas", institute, "owner", email=False),
        person("Lidia", institute, "worker", email=False), person("Elena", strangers, "coordinator", "administrator"),
        Programme(institution=institute, edition=load(), title="Hoteles pequeños"),
    )  # fmt: skip
    with transaction.atomic():
        ledger.create(world.programme, by=ana)
    partner(world.programme, association, ana, world.carmen, speaks=True, decides=True)
    partner(world.programme, ministry, ana, world.diego, decides=True, contributes="Registro de empresas")
    partner(world.programme, fund, ana, world.fidel, funds=True)
    return world
