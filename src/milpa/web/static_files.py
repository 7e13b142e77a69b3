"""Browser assets under names that carry their content's hash, so that a browser may keep them for ever.

Nothing is collected beforehand: an asset is found in its app, and a stylesheet or module that names others is rewritten
once per process (`@import` is put in its place, `url()` and `import` get the hashed name) and kept in MILPA_DATA/static-cache.
"""

import mimetypes
import os
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

NAME = re.compile(r"[\w@-][\w@.-]*(?:/[\w@-][\w@.-]*)*")
HASHED = re.compile(r"(?P<stem>.+)\.(?P<hash>[0-9a-f]{8})(?P<suffix>\.\w+)")
CSS_IMPORT = re.compile(r"""@import\s+url\(["']?(?P<name>[^"')]+)["']?\)(?:\s+layer\([\w.]+\))?;""")
CSS_URL = re.compile(r"""url\(["']?(?!data:|#|/)(?P<name>[^"')]+)["']?\)""")
CSS_SPACE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|\s+""", re.S)
JS_IMPORT = re.compile(r"""(?P<before>\b(?:from|import)\s*\(?\s*)(?P<quote>["'])(?P<name>\.{1,2}/[^"']+)(?P=quote)""")
TEXT = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}


class NoSuchAsset(LookupError):
    """A template, stylesheet or module names an asset that no app has."""


class HashedStatic(StaticFilesStorage):
    """For Django's own `{% static %}` in templates that are not ours."""

    def url(self, name: str | None) -> str:
        return url(name or "")


def url(name: str) -> str:
    """/static/web/milpa.0f3a9c21.css for web/milpa.css. Raises NoSuchAsset."""
    _path, digest = _built(name)
    stem, suffix = os.path.splitext(name)
    return f"{settings.STATIC_URL}{stem}.{digest}{suffix}"


def find(url_path: str) -> Path | None:
    """The file behind a static address, with the hash or without, or None. What an older page still asks for is found too."""
    name = url_path.removeprefix(settings.STATIC_URL)
    if not NAME.fullmatch(name):
        return None
    hashed = HASHED.fullmatch(name)
    try:
        if not hashed:
            return _built(name)[0]
        path, digest = _built(hashed["stem"] + hashed["suffix"])
    except NoSuchAsset:
        return None
    if digest == hashed["hash"]:
        return path
    older = _cache() / name
    return older if older.is_file() else None


def open_static(url_path: str) -> tuple[Path, str] | None:
    """(file, content type) behind a static address, or None."""
    path = find(url_path)
    return (path, content_type(path)) if path else None


def content_type(path: Path) -> str:
    kind = TEXT.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("svg+xml", "json")) else kind


def is_immutable(url_path: str) -> bool:
    """Whether the address carries a hash, so that its answer never changes."""
    return HASHED.fullmatch(url_path) is not None


def _cache() -> Path:
    return Path(settings.DATA) / "static-cache"


@cache
def _built(name: str) -> tuple[Path, str]:
    """The file to serve and the first eight digits of its hash."""
    found = finders.find(name)
    if not isinstance(found, str):
        raise NoSuchAsset(name)
    source = Path(found)
    if source.suffix not in (".css", ".js"):
        return source, sha256(source.read_bytes()).hexdigest()[:8]
    text = _stylesheet(name, source) if source.suffix == ".css" else _module(name, source)
    content = text.encode()
    digest = sha256(content).hexdigest()[:8]
    return _kept(f"{name.removesuffix(source.suffix)}.{digest}{source.suffix}", content), digest


def _kept(name: str, content: bytes) -> Path:
    """Writes it beside and moves it into place: processes that start together never read half a file."""
    path = _cache() / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}")
        beside.write_bytes(content)
        beside.replace(path)
    return path


def _beside(name: str, relative: str) -> str:
    return normpath(join(dirname(name), relative))


def _whole(name: str) -> str:
    """A stylesheet with everything it imports in its place and addresses made absolute."""
    found = finders.find(name)
    if not isinstance(found, str):
        raise NoSuchAsset(name)
    text = Path(found).read_text()
    text = CSS_IMPORT.sub(lambda match: _whole(_beside(name, match["name"])), text)
    return CSS_URL.sub(lambda match: f'url("{url(_beside(name, match["name"]))}")', text)


def _stylesheet(name: str, source: Path) -> str:
    text = _whole(name)
    text = CSS_SPACE.sub(lambda match: match[1] or " ", text)
    text = re.sub(r"\s*([{};,])\s*", r"\1", text)
    return re.sub(r":\s+", ":", text).replace(";}", "}").strip()


def _module(name: str, source: Path) -> str:
    def hashed(match: re.Match[str]) -> str:
        return f"{match['before']}{match['quote']}{url(_beside(name, match['name']))}{match['quote']}"

    return JS_IMPORT.sub(hashed, source.read_text())
