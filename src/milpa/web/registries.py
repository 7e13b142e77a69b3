"""What `web` asks of the stages; each fills them from its `registers.py`.

Who may read a file is asked through `milpa.web.uploads.readers`, what is followed live through `milpa.web.live.channels`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise

if TYPE_CHECKING:
    from milpa.web.listing import Listing

Readable = Callable[[Any, Collection[UUID]], set[UUID]]  # (person, ids) -> those of them that the person may see


@dataclass(frozen=True, slots=True)
class Searchable:
    """A kind of thing that can be found: the heading over its results, and which of these ids a person may see."""

    label: str | Promise
    readable: Readable


navigation: list[Callable[[HttpRequest], list[tuple[str, str]]]] = []  # request -> (label, address) of each place
nearby: list[Callable[[HttpRequest], list[tuple[str, str]]]] = []  # the same of places beside the page: those of its programme
search: dict[str, Searchable] = {}  # kind -> what is found
listings: dict[str, "Callable[..., Listing]"] = {}  # name -> factory(request, **the values of the address)
