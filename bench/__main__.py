"""`python -m bench [NAME …] [--seconds N]`: runs the benchmarks on a demonstration of their own and prints Markdown."""

import argparse
import os
import platform
from datetime import UTC, datetime
from importlib import import_module

from bench.site import demonstration

NAMES = ("idle", "pages", "upload", "lists")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, metavar="NAME", help=f"of {', '.join(NAMES)} (default: all)")
    parser.add_argument("--seconds", type=float, default=2.0, help="how long each load lasts (default: 2)")
    asked = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}\n", flush=True)
    with demonstration() as data:
        for name in asked.names:
            module = import_module(f"bench.{name}")
            print(f"## {name}: {(module.__doc__ or '').splitlines()[0]}\n\n{module.measure(data, asked.seconds)}\n", flush=True)


if __name__ == "__main__":
    main()
