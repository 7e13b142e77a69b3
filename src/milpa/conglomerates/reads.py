"""The register's hot page: hand-written SQL, one function a question."""

from typing import Any
from uuid import UUID

from django.db import connection

ACTIVITIES = """
WITH RECURSIVE seen(isic) AS (
    SELECT MIN(isic) FROM conglomerates_enterprise
    UNION ALL
    SELECT (SELECT MIN(e.isic) FROM conglomerates_enterprise e WHERE e.isic > seen.isic) FROM seen WHERE seen.isic IS NOT NULL
)
SELECT isic FROM seen WHERE EXISTS (
    SELECT 1 FROM conglomerates_enterprise e WHERE e.isic = seen.isic AND e.programme_id = %s AND e.joined_into_id IS NULL
) ORDER BY isic
"""


def activities(programme: UUID) -> list[str]:
    """The classes that a register's standing enterprises have, in order. One query that goes from class to class in the index.

    (DISTINCT went through all rows: 45 ms in a register of 100,000.)
    """
    id: Any = programme if connection.features.has_native_uuid_field else programme.hex
    with connection.cursor() as cursor:
        cursor.execute(ACTIVITIES, [id])
        return [isic for (isic,) in cursor.fetchall()]
