"""An indicator's canonical content."""

from typing import Any

VERSION = 1


def content(indicator: Any) -> dict[str, Any]:
    return {name: getattr(indicator, name) for name in ("name", "unit", "baseline", "target", "how")}
