"""QR codes: as SVG inside a page (no style attributes, so the content security policy lets it through), as PNG for documents."""

from io import BytesIO
from itertools import groupby

import segno
from markupsafe import Markup, escape

QUIET = 4  # light modules around the code, without which readers fail


def svg(text: str, label: str = "", css_class: str = "qr") -> Markup:
    """The code as an inline SVG that grows to its box. `label` is read aloud; without one it is decoration."""
    rows = list(segno.make(text, error="m", micro=False).matrix)
    side = len(rows) + 2 * QUIET
    path = "".join(_dark_runs(row, y + QUIET) for y, row in enumerate(rows))
    spoken = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup(
        '<svg class="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges" {}>'
        '<rect class="qr-light" width="100%" height="100%" fill="#fff"/><path class="qr-dark" fill="#000" d="{}"/></svg>'
    ).format(escape(css_class), side, side, spoken, path)


def png(text: str, scale: int = 8) -> bytes:
    """The code as a PNG; `scale` pixels a module."""
    out = BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="png", scale=scale, border=QUIET)
    return out.getvalue()


def _dark_runs(row: bytearray, y: int) -> str:
    """One row as rectangles, neighbouring dark modules drawn as one."""
    path, x = "", QUIET
    for dark, run in groupby(row):
        width = len(list(run))
        path += f"M{x} {y}h{width}v1h-{width}z" if dark else ""
        x += width
    return path
