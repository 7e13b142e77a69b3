"""The application that uvicorn runs: the router with the doors of this installation."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, connections
from django.urls import get_resolver

from milpa.server.bodies import Bodies, Room
from milpa.server.figures import Figures
from milpa.server.follow import Follower, Live, PostgresFollower, SqliteFollower
from milpa.server.hub import Hub
from milpa.server.known import Known
from milpa.server.pages import application as pages
from milpa.server.pool import Pool
from milpa.server.probes import Health, Metrics
from milpa.server.router import Door, Lasting, Pages, Router
from milpa.server.static import Static
from milpa.server.streams import Streams
from milpa.server.tending import Tending
from milpa.server.threads import DatabaseThread
from milpa.web import live, static_files


class Threads:
    """The page thread and the one beside it."""

    def __init__(self, pool: Pool, beside: DatabaseThread) -> None:
        self.pool, self.beside = pool, beside

    async def start(self) -> None:
        self.pool.warm(lambda: get_resolver().url_patterns)  # the first page need not wait for every view's import

    async def stop(self) -> None:
        self.beside.close()
        self.pool.close(connections.close_all)


def follower_of(hub: Hub) -> Follower:
    if connection.vendor == "postgresql":
        parameters = connection.get_connection_params()
        return PostgresFollower(hub, {name: value for name, value in parameters.items() if isinstance(value, str | int)})
    return SqliteFollower(hub, Path(settings.DATABASES["default"]["NAME"]), live.Board.of(settings.DATA))


def record_store(room: Room, spill: Path, hub: Hub) -> tuple[dict[str, Door], list[Lasting]]:
    """Its door and what lives beside it, where this installation has a record store."""
    if not apps.is_installed("milpa.records"):
        return {}, []
    from milpa.records.access.uses import Uses
    from milpa.records.forwarding.looking import Looking
    from milpa.records.tail import Follower as Tail
    from milpa.server import xapi

    threads = xapi.Threads()
    return {xapi.PREFIX: xapi.Xapi(threads, room, spill)}, [threads, Uses(), Looking(), Tail(hub)]


def build() -> Router:
    spill = Path(settings.DATA) / "spill"
    spill.mkdir(parents=True, exist_ok=True)
    figures, beside, hub = Figures(), DatabaseThread("beside"), Hub(live.channels)
    pool = Pool(pages, Path(settings.MEDIA_ROOT), spill)
    bodies = Bodies(Known(beside), spill)
    records_door, records = record_store(bodies.room, spill, hub)

    def values() -> dict[str, float]:
        return {
            "pages_total": figures.pages,
            "page_seconds_total": figures.seconds,
            "page_thread_waiting": pool.waiting,
            "listeners": hub.listeners,
            "listeners_cut_total": hub.cut,
            "body_memory_bytes": bodies.room.memory,
            "body_disk_bytes": bodies.room.disk,
        }

    doors: dict[str, Door] = {
        settings.STATIC_URL: Static(static_files.open_static, static_files.is_immutable, Path(settings.DATA) / "static-cache" / "gz"),
        "/live/": Streams(hub, beside),
        "/health": Health(beside),
        "/metrics": Metrics(figures, values),
        **records_door,
    }
    lasting: list[Lasting] = [Threads(pool, beside), *records, Live(hub, follower_of(hub)), Tending(beside)]
    return Router(doors, Pages(bodies, pool, figures), lasting, figures, before_shutdown=hub.close)


application = build()
