"""Makes two programmes whose registers hold few and many enterprises: prints {"100": address, "100000": address}. A process of its own."""

import json
import sys

from milpa.cli.start import start


def main() -> None:
    start()
    from django.db import transaction
    from django.urls import reverse

    from milpa import ledger
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
        found[many] = reverse("conglomerates:register", args=[programme.id])
    print(json.dumps(found))


def _row(model: type, like: object, programme: object, number: int) -> object:
    from milpa import ledger

    values = {field.attname: getattr(like, field.attname) for field in model._meta.concrete_fields}
    values |= {"id": ledger.uuid7(), "programme_id": programme.id, "name": f"Hotel {number:06d}", "joined_into_id": None}
    return model(**values)


if __name__ == "__main__":
    main()
