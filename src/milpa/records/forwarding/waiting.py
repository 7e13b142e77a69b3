"""How much waits for a target: counted by the index, and no further than people read."""

from django.db import connections

from milpa.ledger.router import RECORDS
from milpa.records.models import Term
from milpa.records.models.forwarding import ForwardTarget
from milpa.records.rules import found

COUNTED = 10_000


def waiting(targets: list[ForwardTarget]) -> dict[ForwardTarget, int]:
    """Statements of the institution that arrived after the target's position; those that its filter leaves out are among them.

    `COUNTED` + 1 for more. One query, and one for each target.
    """
    everything = dict(
        Term.objects.filter(institution__in={one.institution for one in targets}, kind=found.ANY, value="").values_list("institution", "id")
    )
    return {one: _after(everything[one.institution], one.position) if one.institution in everything else 0 for one in targets}


def _after(term: int, position: int) -> int:
    sql = (
        "SELECT count(*) FROM (SELECT DISTINCT arrived FROM records_posting "
        "WHERE term = %s AND related = 0 AND arrived > %s ORDER BY arrived LIMIT %s) AS few"
    )
    with connections[RECORDS].cursor() as cursor:
        cursor.execute(sql, [term, position, COUNTED + 1])
        return int(cursor.fetchone()[0])
