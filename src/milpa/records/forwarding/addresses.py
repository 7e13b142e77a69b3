"""Where another record store is, and whether statements may be sent there: never into a private network unless a setting says so.

The name is resolved here and the connection is made to the address that was looked at, so that a name cannot change its mind in between.
"""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Thread
from urllib.parse import urlsplit

from django.conf import settings

from milpa.ledger.refusals import Refusal
from milpa.records.forwarding.refusals import ItsOwn, NotAnAddress, NotEncrypted, NotFound, PrivateAddress

LONGEST = 500
PATIENCE = 2.0  # seconds
_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address inside an IPv6 one


@dataclass(frozen=True, slots=True)
class Place:
    is_encrypted: bool
    host: str
    port: int
    path: str  # with the slash at the end

    @property
    def address(self) -> str:
        usual = 443 if self.is_encrypted else 80
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http{'s' if self.is_encrypted else ''}://{host}{'' if self.port == usual else f':{self.port}'}{self.path}"


def place_of(text: str) -> Place:
    """Raises NotAnAddress, NotEncrypted, ItsOwn. Asks no name server."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except (ValueError, UnicodeError):
        raise NotAnAddress from None
    odd = any(letter.isspace() or not letter.isprintable() or ord(letter) > 126 for letter in parts.path)
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.query or parts.fragment or odd or len(text) > LONGEST:
        raise NotAnAddress
    is_encrypted = parts.scheme == "https"
    if not is_encrypted and not (settings.FORWARD_PRIVATE and _is_loopback(host)):
        raise NotEncrypted
    place = Place(is_encrypted, host, port or (443 if is_encrypted else 80), f"{parts.path.rstrip('/').removesuffix('/statements')}/")
    if place.address.startswith(f"{settings.ORIGIN}/"):
        raise ItsOwn
    return place


def resolved(place: Place) -> str:
    """The IP address to connect to. Raises NotFound, PrivateAddress if any that the name has is private."""
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError):
        raise NotFound from None
    addresses = [str(one[4][0]) for one in found]
    if not addresses:
        raise NotFound
    if not settings.FORWARD_PRIVATE and not all(is_public(one) for one in addresses):
        raise PrivateAddress
    return addresses[0]


def look(place: Place, patience: float = PATIENCE) -> None:
    """Raises what `resolved` raises. A name server that does not answer in time holds up no page: the worker will say what it is."""
    refused: list[Refusal] = []

    def ask() -> None:
        try:
            resolved(place)
        except Refusal as refusal:
            refused.append(refusal)

    asking = Thread(target=ask, daemon=True)
    asking.start()
    asking.join(patience)
    if refused:
        raise refused[0]


def is_public(text: str) -> bool:
    """Whether an IP address is anybody's on the Internet, also where an IPv4 one is wrapped into an IPv6 one."""
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        inner: IPv4Address | None = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFF_FFFF)
        if address.teredo or (inner and not is_public(str(inner))):
            return False
    return address.is_global and not address.is_multicast


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
