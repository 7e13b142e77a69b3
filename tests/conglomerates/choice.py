"""The candidates of the tests: three trades, three criteria, three sides that weigh apart."""

from decimal import Decimal

from milpa import ledger
from milpa.conglomerates.actions.selecting import add_candidate, remove_criterion, set_values, start_selection, treat_gaps
from milpa.conglomerates.actions.weighing import weigh
from milpa.conglomerates.models import Selection
from tests.harness.snapshot import kept
from tests.world import World

NAMES = ["Hoteles pequeños", "Panaderías", "Talleres de vehículos"]
VALUES = [(4, 10800, 94), (0, 14200, 88), (None, 12400, 95)]  # None: there is no datum


def again(selection: Selection) -> Selection:
    return Selection.objects.get(id=selection.id)


@kept
def choice(world: World) -> Selection:
    """A selection that is ready to be weighed."""
    selection = start_selection(world.ana, world.id)
    for criterion in list(selection.criteria.all())[3:]:
        remove_criterion(world.ana, selection.id, again(selection).revision, criterion.id)
    for name, values in zip(NAMES, VALUES, strict=True):
        candidate = add_candidate(world.ana, selection.id, again(selection).revision, ledger.uuid7(), name)
        said = {"year": 2025, "source": "prueba", "scope": "sector"}
        pairs = zip(selection.criteria.all(), values, strict=True)
        cells = {row.id: said | {"value": None if value is None else Decimal(value), "no_datum": value is None} for row, value in pairs}
        set_values(world.ana, selection.id, again(selection).revision, candidate.id, cells)
    treat_gaps(world.ana, selection.id, again(selection).revision, "worst")
    return again(selection)


def weights(selection: Selection, *numbers: int) -> dict:
    return {criterion.id: Decimal(number) for criterion, number in zip(selection.criteria.all(), numbers, strict=True)}


@kept
def all_weigh(world: World, selection: Selection) -> None:
    weigh(world.ana, selection.id, ledger.uuid7(), weights(selection, 50, 25, 25))
    weigh(world.carmen, selection.id, ledger.uuid7(), weights(selection, 2, 1, 1))
    weigh(world.diego, selection.id, ledger.uuid7(), weights(selection, 40, 50, 10))
