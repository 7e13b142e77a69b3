"""The ten heaviest pages of the demonstration at 1, 8 and 32 connections, beside the sign-in page, which asks the database nothing.

Which pages are heaviest is found by walking: every page that the links of a page lead to, once per role and kind of address, timed.
"""

import re
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from bench.load import Figures, load
from bench.site import Site, served

ROLES = ("coordinator", "ministry", "association", "instructor", "owner")
CONNECTIONS = (1, 8, 32)
PROCESSES = 2
WALKED = 60  # pages a role
NAMED = {"coordinator": (r"/programmes/<id>/",), "owner": (r"/learn/", r"/learn/.*lesson.*")}  # always measured beside the ten heaviest
BASELINE = "/sign-in/"
LINK = re.compile(rb'href="(/[^"#?]*/)"')


@dataclass(frozen=True, slots=True)
class Page:
    role: str
    path: str
    kind: str  # the address with its ids taken out
    took: float  # ms, warm, alone


def kind_of(path: str) -> str:
    return "/".join("<id>" if _is_id(part) else part for part in path.split("/"))


def _is_id(part: str) -> bool:
    if part.isdigit():
        return True
    try:
        UUID(part)
    except ValueError:
        return False
    return True


def walk(site: Site, role: str, cookie: str) -> list[Page]:
    """One page of each kind of address that this role's links lead to, timed when warm."""
    found: dict[str, Page] = {}
    ahead, seen = ["/"], {"/"}
    while ahead and len(found) < WALKED:
        path = ahead.pop(0)
        body, took = _timed(site, path, cookie)
        if body is None:
            continue
        if (kind := kind_of(path)) not in found:
            found[kind] = Page(role, path, kind, took)
        for link in dict.fromkeys(match.decode() for match in LINK.findall(body)):
            if link not in seen and kind_of(link) not in found and not _acts(link):
                seen.add(link)
                ahead.append(link)
    return list(found.values())


def _acts(path: str) -> bool:
    return any(word in path for word in ("/sign-out", "/language", "/static/", "/media/", "/live/", "/demo/", "/print/"))


def _timed(site: Site, path: str, cookie: str) -> tuple[bytes | None, float]:
    import urllib.error
    import urllib.request

    best, body = 1e9, None
    for _ in range(3):
        asked = urllib.request.Request(site.origin + path, headers={"Cookie": cookie, "Accept": "text/html"})
        begun = time.perf_counter()
        try:
            with urllib.request.urlopen(asked, timeout=60) as answer:
                if "text/html" not in answer.headers.get("Content-Type", "") or urlsplit(answer.url).path != path:
                    return (answer.read(), 0.0) if path == "/" and "text/html" in answer.headers.get("Content-Type", "") else (None, 0.0)
                body = answer.read()
        except (urllib.error.URLError, TimeoutError):
            return None, 0.0
        best = min(best, (time.perf_counter() - begun) * 1000)
    return body, best


def heaviest(pages: list[Page], many: int = 10) -> list[Page]:
    """The slowest of each kind of address, and the named ones."""
    by_kind: dict[str, Page] = {}
    for page in sorted(pages, key=lambda page: -page.took):
        by_kind.setdefault(page.kind, page)
    named = [page for page in pages if any(re.fullmatch(pattern, page.kind) for pattern in NAMED.get(page.role, ()))]
    return list(dict.fromkeys([*list(by_kind.values())[:many], *named]))


def measure(data: Path, seconds: float) -> str:
    """Returns the table as Markdown."""
    with served(data, PROCESSES) as site:
        cookies = {role: site.cookie(role) for role in ROLES}
        pages = heaviest([page for role in ROLES for page in walk(site, role, cookies[role])])
        counted = queries(data, pages)
        plain = [load(site.port, BASELINE, "", many, seconds) for many in CONNECTIONS]
        rows = [_row("sign-in page (baseline)", "", plain, plain)]
        for page in pages:
            measured = [load(site.port, page.path, cookies[page.role], many, seconds) for many in CONNECTIONS]
            rows.append(_row(f"`{page.kind}` as {page.role}", str(counted.get(page, "")), measured, plain))
    head = "| page | queries | kB | " + " | ".join(f"{many} conn.: /s · p50 · p99 ms · of baseline" for many in CONNECTIONS) + " |"
    return "\n".join([head, "|---|---:|---:|" + "---:|" * len(CONNECTIONS), *rows])


def _row(name: str, queries: str, measured: list[Figures], plain: list[Figures]) -> str:
    cells = [
        f"{one.rate:.0f} · {one.p50:.1f} · {one.p99:.1f} · {one.rate / base.rate:.2f}" + (f" · {one.failed} failed" if one.failed else "")
        for one, base in zip(measured, plain, strict=True)
    ]
    return f"| {name} | {queries} | {measured[0].weight / 1000:.1f} | " + " | ".join(cells) + " |"


def queries(data: Path, pages: list[Page]) -> dict[Page, int]:
    """How many times each page asks a database when it is warm: counted in a process of its own on the same data."""
    import json
    import os
    import subprocess
    import sys

    from bench.site import ROOT

    environment = os.environ | {"MILPA_DATA": str(data), "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    asked = json.dumps([[page.role, page.path] for page in pages])
    done = subprocess.run([sys.executable, "-m", "bench.queries"], input=asked, env=environment, capture_output=True, text=True, check=True)
    return dict(zip(pages, json.loads(done.stdout.splitlines()[-1]), strict=True))
