"""The server: a small ASGI router run by uvicorn, the worker process, and what starts both."""


def serve(host: str, port: int, processes: int | None = None) -> None:
    """Serves until SIGTERM or SIGINT, in as many processes as MILPA_PROCESSES says."""
    from milpa.server import run
    from milpa.settings.environment import value

    run.serve(host, port, processes or int(value("MILPA_PROCESSES")))
