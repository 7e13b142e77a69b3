"""Counts a page's queries: reads [[role, path], …] as JSON, answers with as many numbers. A process of its own, on a demonstration."""

import json
import sys

from milpa.cli.start import start


def main() -> None:
    start()
    from django.conf import settings
    from django.db import connections
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    clients: dict[str, Client] = {}
    counted = []
    for role, path in json.load(sys.stdin):
        if role not in clients:
            clients[role] = Client()
            clients[role].get(f"/demo/{role}/", REMOTE_ADDR="127.0.0.1")
        clients[role].get(path)  # what a process remembers is remembered from here on
        counting = [CaptureQueriesContext(connection) for connection in connections.all()]
        for one in counting:
            one.__enter__()
        clients[role].get(path)
        for one in counting:
            one.__exit__(None, None, None)
        counted.append(sum(len(one) for one in counting))
    print(json.dumps(counted))


if __name__ == "__main__":
    main()
