"""`python -m bench.room [NAME …]`: the benchmarks of the live workshop; prints Markdown."""

import argparse
import os
import platform
from datetime import UTC, datetime
from importlib import import_module

NAMES = ("live", "kills")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.room", description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, metavar="NAME", help=f"of {', '.join(NAMES)} (default: all)")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--phones", type=int, nargs="*", help="how many listen and vote (default: 40 200 500)")
    parser.add_argument("--seed", type=int, default=20261124)
    asked = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}\n", flush=True)
    for name in asked.names:
        module = import_module(f"bench.room.{name}")
        print(f"## {name}: {(module.__doc__ or '').splitlines()[0]}\n\n{module.measure(vars(asked))}\n", flush=True)


if __name__ == "__main__":
    main()
