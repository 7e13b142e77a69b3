"""Where moments lie in the stream: stored times rise with the numbers, so a moment is found by halving. One query for any number."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connections

from milpa.ledger.router import RECORDS
from milpa.records.store import dialect

FITS = "COALESCE((SELECT s.recorded_at <= edge FROM records_statement s WHERE s.arrived = (low + high + 1) / 2), true)"
EDGES = """
WITH RECURSIVE halved(edge, low, high) AS (
    SELECT edge, 0, {top} FROM ({edges}) AS edges
    UNION ALL
    SELECT edge, CASE WHEN {fits} THEN (low + high + 1) / 2 ELSE low END, CASE WHEN {fits} THEN high ELSE (low + high + 1) / 2 - 1 END
    FROM halved WHERE low < high
)
SELECT max(low) FROM halved WHERE low = high GROUP BY edge ORDER BY edge
"""


def places(edges: Sequence[datetime], top: int) -> list[int]:
    """The last number up to `top` that was stored at or before each edge; `edges` rise."""
    kind = "text" if dialect.is_sqlite() else "timestamptz"
    sql = EDGES.format(top=int(top), fits=FITS, edges=" UNION ALL ".join([f"SELECT CAST(%s AS {kind}) AS edge"] * len(edges)))
    with connections[RECORDS].cursor() as cursor:
        cursor.execute(sql, [dialect.moment(edge) for edge in edges])
        return [row[0] for row in cursor.fetchall()]
