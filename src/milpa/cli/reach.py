"""At which addresses phones near this machine reach it."""

import ipaddress
import socket
from dataclasses import dataclass

FAR = ("192.0.2.1", "10.255.255.255", "192.168.255.255", "172.31.255.255")  # nothing is sent: the system only says by which way it would go
TUNNELS = ("docker", "br-", "veth", "virbr", "tun", "wg", "lo")  # networks of this machine with itself, or far away


@dataclass(frozen=True, slots=True)
class Way:
    """An address of this machine and, where known, the name of its network device."""

    address: str
    name: str

    @property
    def is_outside(self) -> bool:
        return not ipaddress.ip_address(self.address).is_private

    @property
    def rank(self) -> tuple[int, str]:
        """Hotspots first, as they are usually numbered; then other private networks; then the rest."""
        usual = ("192.168.137.", "192.168.43.", "10.42.", "192.168.12.", "172.20.10.")
        is_hotspot = self.address.startswith(usual) or self.name.startswith(("wl", "ap"))
        return (0 if is_hotspot else 1 if not self.is_outside else 2, self.address)


def ways() -> list[Way]:
    """Those that phones may reach, the likeliest first; none where this machine is in no network."""
    named = _by_device()
    found = {way.address: way for way in [*named, *(Way(address, "") for address in _by_route())] if _is_near(way)}
    return sorted(({one.address: one for one in named if _is_near(one)} or found).values(), key=lambda way: way.rank)


def _is_near(way: Way) -> bool:
    address = ipaddress.ip_address(way.address)
    return not (address.is_loopback or address.is_link_local or address.is_unspecified or way.name.startswith(TUNNELS))


def _by_device() -> list[Way]:
    """Linux and macOS: each network device's IPv4 address."""
    try:
        import fcntl
    except ImportError:  # Windows
        return []
    ask = 0x8915  # SIOCGIFADDR
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
        for _number, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(door.fileno(), ask, name.encode()[:15].ljust(40, b"\0"))
            except OSError:  # a device without an address
                continue
            found.append(Way(socket.inet_ntoa(answer[20:24]), name))
    return found


def _by_route() -> list[str]:
    """Anywhere: from which address this machine would speak to others, and what its name stands for."""
    found = []
    for far in FAR:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
            try:
                door.connect((far, 9))
            except OSError:
                continue
            found.append(str(door.getsockname()[0]))
    try:
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:  # a machine whose name nobody knows
        return found
    return found


def answers(host: str, port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex((host, port)) == 0
