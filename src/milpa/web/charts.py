"""Pictures of numbers as SVG, from plain values. The page says the finding first and holds the table beside (macro `chart`).

Text never shrinks: widths are per cent of the picture, heights are fixed, so a bar chart reads the same at 320 px and at 1,200.
Each part has a pattern and a dye. standalone=True carries its own colours, for PDF.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from zlib import crc32

from markupsafe import Markup, escape

from milpa.web.formats import number

PARTS = 6  # patterns that can be told apart
_LINE, _BAR = 18, 16

# name -> (tile, lines over the dye)
_PATTERNS = {
    1: "",
    2: '<path class="s2" stroke-width="2.5" d="M-2 2l4-4M0 8l8-8M6 10l4-4"/>',
    3: "",
    4: '<path class="s4" stroke-width="2.5" d="M2 0v8M6 0v8"/>',
    5: '<path class="s5" stroke-width="2" d="M-2 6l4 4M0 0l8 8M6-2l4 4"/>',
    6: '<path class="s6" stroke-width="2" d="M0 2h8M0 6h8"/>',
}
_COLOURS = (
    "text{font:14px sans-serif;fill:#1b2133}.t2{fill:#545a6b}.strong{font-weight:600}.frame{fill:#fff;stroke:#787f90}"
    ".rule{stroke:#dcd6cb;stroke-width:2}.axis{stroke:#787f90}.safe{fill:#dff6e9;stroke:#00694a}.knot{stroke:#1b2133;stroke-width:2}"
    ".f0,.f5,.k0{fill:#fff}.f1,.k4{fill:#283f95}.f2{fill:#00694a}.f3{fill:#f2b83a}.f4{fill:#ac1130}.f6{fill:#545a6b}"
    ".s0,.s2,.s4,.s6{stroke:#fff;stroke-opacity:.6}.s1{stroke:#283f95}.s5{stroke:#545a6b}.place{stroke:#1b2133;stroke-width:.8}"
    ".k1{fill:#dde2f2}.k2{fill:#adb8e0}.k3{fill:#6d7dc2}"
)


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: float | None  # None: no datum, said in place
    words: str = ""  # what stands at the end of the bar; the value if empty
    part: int = 1  # the dye


@dataclass(frozen=True, slots=True)
class Stack:
    label: str
    values: Sequence[float]  # one for each part, 0 where it adds nothing
    words: str = ""  # the total if empty


@dataclass(frozen=True, slots=True)
class Span:
    label: str
    low: float  # the safe span
    high: float
    knots: Sequence[float]  # one for each who, in the legend's order
    words: str = ""


def _prefix(*drawn: object) -> str:
    """What tells this picture's patterns from another's on the page; the same picture always has the same."""
    return f"c{crc32(repr(drawn).encode()):x}-"


def _defs(prefix: str, parts: Sequence[int]) -> str:
    tiles = [
        pattern(f"{prefix}{part}", 8, f'<rect class="f{part}" width="8" height="8"/>{_PATTERNS[part]}') for part in parts if _PATTERNS[part]
    ]
    return f"<defs>{''.join(tiles)}</defs>" if tiles else ""


def pattern(name: str, side: int, tile: str) -> str:
    return f'<pattern id="{name}" width="{side}" height="{side}" patternUnits="userSpaceOnUse">{tile}</pattern>'


def _fill(prefix: str, part: int) -> str:
    return f'fill="url(#{prefix}{part})"' if _PATTERNS[part] else f'class="f{part}"'


def picture(
    body: str, height: float, title: str, described: str = "", *, standalone: bool = False, view: str = "", css: str = "plot"
) -> Markup:
    """The picture with its name and, read out, its numbers."""
    label = escape(f"{title}. {described}" if described else title)
    colours = f"<style>{_COLOURS}</style>" if standalone else ""
    namespace = ' xmlns="http://www.w3.org/2000/svg"' if standalone else ""
    size = f' viewBox="{view}"' if view else f' width="100%" height="{height:g}"'
    return Markup(
        f'<svg class="{css}" role="img" aria-label="{label}"{namespace}{size}>{colours}<title>{escape(title)}</title>{body}</svg>'
    )


def _words(label: str, y: float, end: str = "", letters: int = 40) -> tuple[str, float]:
    """The label on one or two lines, what stands at its end, and how far down that reaches."""
    lines = wrap(label, max(16, letters - len(end)))[:4] or [""]
    text = "".join(f'<tspan x="0" dy="{0 if place == 0 else _LINE}">{escape(line)}</tspan>' for place, line in enumerate(lines))
    said = f'<text class="strong" x="100%" y="{y + 14:g}" text-anchor="end">{escape(end)}</text>' if end else ""
    return f'<text y="{y + 14:g}">{text}</text>{said}', y + _LINE * len(lines) + 2


def _share(value: float, whole: float) -> str:
    return f"{100 * value / whole if whole else 0:.2f}%"


def bars(rows: Sequence[Bar], title: str, *, whole: float = 0, standalone: bool = False) -> Markup:
    """Horizontal bars. whole: the value of a full bar; the greatest if 0."""
    whole = whole or max((row.value or 0 for row in rows), default=0)
    prefix, y = _prefix(title, *rows), 0.0
    body = [_defs(prefix, sorted({row.part for row in rows}))]
    for row in rows:
        text, y = _words(row.label, y, row.words or number(row.value))
        body.append(f'{text}<rect class="frame" y="{y + 0.5:g}" width="100%" height="{_BAR}"/>')
        if row.value:
            body.append(f'<rect {_fill(prefix, row.part)} y="{y + 0.5:g}" width="{_share(row.value, whole)}" height="{_BAR}"/>')
        y += _BAR + 12
    said = "; ".join(f"{row.label}: {row.words or number(row.value)}" for row in rows)
    return picture("".join(body), y, title, said, standalone=standalone)


def stacked(rows: Sequence[Stack], parts: Sequence[str], title: str, *, whole: float = 0, standalone: bool = False) -> Markup:
    """Bars made of contributions. parts: the names, for what is read out; draw them with `legend(parts)`."""
    whole = whole or max((sum(row.values) for row in rows), default=0)
    y, body = 0.0, ""
    for row in rows:
        text, y = _words(row.label, y, row.words or number(sum(row.values)))
        body += text + _stack(row.values, whole, y)
        y += _BAR + 12
    said = "; ".join(f"{row.label}: {_listed(parts, row.values)}" for row in rows)
    return picture(body, y, title, said, standalone=standalone)


def stackbar(values: Sequence[float], parts: Sequence[str], title: str, *, whole: float = 100, standalone: bool = False) -> Markup:
    """One bar of contributions, for a cell of a table whose other cells say the numbers."""
    return picture(_stack(values, whole, 0), _BAR + 1, title, _listed(parts, values), standalone=standalone)


def _listed(names: Sequence[str], values: Sequence[float]) -> str:
    """Raises ValueError if a name lacks its value."""
    return ", ".join(f"{name} {value:g}" for name, value in zip(names, values, strict=True))


def _stack(values: Sequence[float], whole: float, y: float) -> str:
    prefix, left, placed = _prefix(whole, y, *values), 0.0, f'y="{y + 1:g}" height="{_BAR - 1}"'
    body = _defs(prefix, range(1, len(values) + 1)) + f'<rect class="frame" y="{y + 0.5:g}" width="100%" height="{_BAR}"/>'
    for part, value in enumerate(values, 1):
        if value > 0:
            edge = f'<rect class="f0" x="{_share(left, whole)}" {placed} width="1.5"/>' if left else ""
            body += f'<rect {_fill(prefix, part)} x="{_share(left, whole)}" {placed} width="{_share(value, whole)}"/>{edge}'
            left += value
    return body


def distribution(counts: Sequence[tuple[str, int]], title: str, *, standalone: bool = False) -> Markup:
    """Columns with their count above and a short label below (a mark of 1 to 5, an age band)."""
    top, tall, wide = max((n for _, n in counts), default=0) or 1, 110, 100 / max(1, len(counts))
    body = ""
    for place, (label, n) in enumerate(counts):
        height, left, middle = tall * n / top, f"{(place + 0.14) * wide:.2f}%", f"{(place + 0.5) * wide:.2f}%"
        body += f'<rect class="f1" x="{left}" y="{20 + tall - height:.1f}" width="{wide * 0.72:.2f}%" height="{height:.1f}"/>'
        body += f'<text class="strong" x="{middle}" y="{14 + tall - height:.1f}" text-anchor="middle">{n}</text>'
        body += f'<text class="t2" x="{middle}" y="{tall + 38}" text-anchor="middle">{escape(label)}</text>'
    body += f'<line class="axis" x1="0" x2="100%" y1="{tall + 20.5}" y2="{tall + 20.5}"/>'
    return picture(body, tall + 46, title, "; ".join(f"{label}: {n}" for label, n in counts), standalone=standalone)


# a knot's form for each who, so that colour is not needed: diamond, circle, square, triangle, bar, cross; drawn around 0,0
_KNOTS = (
    "m0-8 8 8-8 8-8-8z",
    "M7 0A7 7 0 1 1-7 0 7 7 0 0 1 7 0z",
    "M-6-6H6V6H-6z",
    "M0-8 8 6H-8z",
    "M-3-9H3V9H-3z",
    "M-2-7h4v5h5v4H2v5h-4V2h-5v-4h5z",
)


def _knot(part: int, x: str, y: float) -> str:
    return f'<svg x="{x}" y="{y:g}" width="1" height="1" overflow="visible"><path class="knot f{part}" d="{_KNOTS[part - 1]}"/></svg>'


def spans(rows: Sequence[Span], who: Sequence[str], title: str, *, low: float = 0, high: float = 100, standalone: bool = False) -> Markup:
    """One line a criterion from low to high: the span in which nothing changes, and a knot for each who. Legend: `knots(who)`."""
    y, body = 0.0, ""
    for row in rows:
        text, y = _words(row.label, y, row.words)
        body += text + _span(row, low, high, y)
        y += 22 + 12
    said = "; ".join(f"{row.label}: {row.words}" for row in rows)
    return picture(body, y, title, said, standalone=standalone)


def span(row: Span, who: Sequence[str], *, low: float = 0, high: float = 100, standalone: bool = False) -> Markup:
    """The same for a cell of a table."""
    return picture(_span(row, low, high, 0), 22, row.label, _listed(who, row.knots), standalone=standalone)


def _span(row: Span, low: float, high: float, y: float) -> str:
    def at(value: float) -> float:  # inset, so that a knot at either end stays inside
        return 2.5 + 95 * (min(max(value, low), high) - low) / (high - low)

    left, right = at(row.low), at(row.high)
    line = f'<line class="rule" x1="0" x2="100%" y1="{y + 11:g}" y2="{y + 11:g}"/>'
    safe = f'<rect class="safe" x="{left:.2f}%" y="{y + 6:g}" width="{max(right - left, 0):.2f}%" height="10"/>'
    return line + safe + "".join(_knot(place, f"{at(value):.2f}%", y + 11) for place, value in enumerate(row.knots, 1))


def swatch(drawn: str, label: str, *, view: str = "0 0 16 16", css: str = "", standalone: bool = False) -> str:
    """One line of a legend."""
    own = f"<style>{_COLOURS}</style>" if standalone else ""
    return f'<li><svg width="16" height="16" viewBox="{view}"{css} aria-hidden="true">{own}{drawn}</svg>{escape(label)}</li>'


def legend(parts: Sequence[str], *, standalone: bool = False) -> Markup:
    """The dyes and patterns in words."""
    items = ""
    for part, name in enumerate(parts, 1):
        prefix = _prefix(part, name)
        drawn = f'{_defs(prefix, [part])}<rect {_fill(prefix, part)} x=".5" y=".5" width="15" height="15"/>'
        items += swatch(drawn, name, standalone=standalone)
    return Markup(f'<ul class="legend">{items}</ul>')


def knots(who: Sequence[str], *, standalone: bool = False) -> Markup:
    """Whose knot has which form."""
    items = ""
    for name, form, part in zip(who, _KNOTS, range(1, PARTS + 1), strict=False):
        items += swatch(f'<path class="knot f{part}" d="{form}"/>', name, view="-10 -10 20 20", css=' class="plot"', standalone=standalone)
    return Markup(f'<ul class="legend">{items}</ul>')
