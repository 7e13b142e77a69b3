"""Where each list of results can be seen with rows in it."""

from decimal import Decimal

from django.urls import reverse

from milpa import ledger
from milpa.people.models import Person
from milpa.results.actions.reading import Definition, Reported, define_indicator, report_reading
from milpa.results.actions.reporting import Written, begin_report
from tests.results.evaluated import evaluated
from tests.world import World


def figures(world: World) -> tuple[Person, str]:
    evaluated(world)
    return world.ana, reverse("results:programme", args=[world.id])


def editions(world: World) -> tuple[Person, str]:
    evaluated(world)
    return world.carmen, reverse("results:editions", args=[world.id])


def readings(world: World) -> tuple[Person, str]:
    indicator = define_indicator(world.ana, ledger.uuid7(), world.id, Definition("Grupos", "grupos"))
    for value in ("12", "18.5"):
        report_reading(world.ana, ledger.uuid7(), indicator.id, Reported(source="Actas", value=Decimal(value), people=40))
    return world.diego, reverse("results:readings", args=[world.id])


def reports(world: World) -> tuple[Person, str]:
    begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final"))
    return world.ana, reverse("results:reports", args=[world.id])


def report_figures(world: World) -> tuple[Person, str]:
    evaluated(world)
    report = begin_report(world.ana, ledger.uuid7(), world.id, Written("Informe final"))
    return world.ana, reverse("results:report", args=[world.id, report.id])


def across(world: World) -> tuple[Person, str]:
    return world.fidel, reverse("results:across")


EXAMPLES = {
    "figures": figures,
    "readings": readings,
    "report-figures": report_figures,
    "reports": reports,
    "results": across,
    "results-by-edition": editions,
}
