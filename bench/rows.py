"""Makes two programmes whose registers hold few and many enterprises, all of which are found by their words.

Prints {"100": address, "100000": address}. A process of its own.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from milpa.cli.start import start

BATCH = 2_000


def main() -> None:
    start()
    from django.db import transaction
    from django.urls import reverse

    from milpa import ledger
    from milpa.conglomerates.finding import Finder
    from milpa.conglomerates.models import Enterprise
    from milpa.people.demo_links import people
    from milpa.people.models import Person
    from milpa.programmes.actions.creating import Written, create_programme
    from milpa.programmes.models import Programme

    ana = Person.objects.get(id=people()["coordinator"])
    edition = Programme.objects.filter(institution=ana.institution, is_historical=False).values_list("edition", flat=True).first()
    like = Enterprise.objects.filter(programme__institution=ana.institution).first()
    found = {}
    for many in map(int, sys.argv[1:]):
        programme = create_programme(ana, ledger.uuid7(), Written(title=f"{many} enterprises", edition=edition, summary=""))
        rows = (_row(Enterprise, like, programme, number) for number in range(many))
        with transaction.atomic():
            Enterprise.objects.bulk_create(rows, batch_size=500)
            finder = Finder(programme)
            for batch in batched(Enterprise.objects.filter(programme=programme).iterator(BATCH), BATCH):
                finder.index(batch)
        found[many] = reverse("conglomerates:register", args=[programme.id])
    print(json.dumps(found))


def batched(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch


def _row(model: type, like: object, programme: object, number: int) -> object:
    from milpa import ledger

    values = {field.attname: getattr(like, field.attname) for field in model._meta.concrete_fields}
    values |= {"id": ledger.uuid7(), "programme_id": programme.id, "name": f"Hotel {number:06d}", "joined_into_id": None}
    return model(**values)


if __name__ == "__main__":
    main()
