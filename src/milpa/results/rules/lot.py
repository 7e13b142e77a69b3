"""Who is asked for their own word: five enterprises drawn by a lot that nobody chooses and that anyone can draw again.

The order is that of the digests of (what the lot is for, the enterprise), so the same enterprises come out each time.
"""

from collections.abc import Collection
from hashlib import sha256
from uuid import UUID

HOW_MANY = 5


def drawn(among: Collection[UUID], lot: str, how_many: int = HOW_MANY) -> list[UUID]:
    """All of them where there are no more than that."""
    return sorted(among, key=lambda enterprise: sha256(f"{lot}:{enterprise}".encode()).digest())[:how_many]
