"""What one process counts about itself, as Prometheus reads it."""

import os
from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Figures:
    requests: Counter[int] = field(default_factory=Counter)  # by status; 0 is a phone that hung up
    seconds: float = 0.0  # from the whole body to the whole answer handed on, pages only
    pages: int = 0


def text(values: dict[str, float], requests: Counter[int]) -> str:
    """One line a figure. Each process answers for itself: `pid` tells them apart."""
    pid = os.getpid()
    lines = [f'milpa_requests_total{{status="{status}",pid="{pid}"}} {count}' for status, count in sorted(requests.items())]
    lines += [f'milpa_{name}{{pid="{pid}"}} {value:.6g}' for name, value in values.items()]
    return "\n".join(lines) + "\n"
