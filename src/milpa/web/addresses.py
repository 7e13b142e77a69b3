"""Addresses, both ways: which view answers one, and what a view's address is. Both are remembered: a page asks for dozens."""

import re
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.urls import Resolver404, ResolverMatch, URLPattern, URLResolver, reverse
from django.urls.resolvers import RoutePattern

ID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
ANY = "00000000-0000-0000-0000-000000000000"


class Addresses(URLResolver):
    """Patterns that are tried one after another only once for an address of these words.

    Which pattern fits does not depend on the ids in an address, so what was found for one id holds for all. (Some 350 patterns took
    0.5 ms of each request, measured.)
    """

    def __init__(self, patterns: list[URLPattern | URLResolver]) -> None:
        super().__init__(RoutePattern("", is_endpoint=False), patterns)
        self.way = lru_cache(maxsize=500)(self._way)

    def resolve(self, path: str) -> ResolverMatch:
        return self.way(ID.sub(ANY, path)).resolve(path)

    def _way(self, path: str) -> URLResolver:
        """The same tree with nothing in it but the one branch that leads to this address. Raises Resolver404, which is not remembered."""
        return branch(URLResolver(self.pattern, self.url_patterns), path)


def branch(tree: URLResolver, path: str) -> URLResolver:
    found = tree.pattern.match(path)
    for one in tree.url_patterns if found else ():
        try:
            if one.resolve(found[0]):
                inner = branch(one, found[0]) if isinstance(one, URLResolver) else one
                return URLResolver(tree.pattern, [inner], tree.default_kwargs, tree.app_name, tree.namespace)
        except Resolver404:
            continue
    raise Resolver404({"path": path})


@lru_cache(maxsize=20_000)  # 44 addresses a page took a sixth of its time
def _reversed(urlconf: str, name: str, args: tuple[Any, ...], kwargs: tuple[tuple[str, Any], ...]) -> str:
    return reverse(name, args=args or None, kwargs=dict(kwargs) or None)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a view: url("workshops:wall", id=wall.id)."""
    return _reversed(settings.ROOT_URLCONF, name, args, tuple(sorted(kwargs.items())))
