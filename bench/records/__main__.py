"""`python -m bench.records [NAME …]`: runs the benchmarks of the record store on stores of their own and prints Markdown."""

import argparse
import os
import platform
from datetime import UTC, datetime
from importlib import import_module

NAMES = ("write", "million", "crash", "beside")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.records", description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, metavar="NAME", help=f"of {', '.join(NAMES)} (default: all)")
    parser.add_argument("--statements", type=int, default=1_000_000, help="how many are a million (default: 1000000)")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261124)
    parser.add_argument("--other", default="", help="address of another record store, for `beside`: http://127.0.0.1:8100/xAPI")
    parser.add_argument("--other-credentials", default="", help="its key:secret")
    parser.add_argument("--other-process", type=int, default=0, help="the leader of its process group, whose processor time is read")
    asked = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}\n", flush=True)
    for name in asked.names:
        module = import_module(f"bench.records.{name}")
        print(f"## {name}: {(module.__doc__ or '').splitlines()[0]}\n\n{module.measure(vars(asked))}\n", flush=True)


if __name__ == "__main__":
    main()
