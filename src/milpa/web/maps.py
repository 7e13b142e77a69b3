"""A country's departments in classes, from GeoJSON and plain numbers."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from milpa.web.charts import pattern, picture, swatch
from milpa.web.formats import number

CLASSES = 4
WIDTH = 800

# the greater the class, the darker and the denser: lines over a tint, then one solid dye; what is not known is hatched grey
_TILES = {
    2: '<rect class="k2" width="10" height="10"/><path class="s1" stroke-width="1.2" d="M0 10 10 0"/>',
    3: '<rect class="k3" width="10" height="10"/><path class="s0" stroke-width="1.2" d="M0 5h10"/>',
}
_PLAIN = (0, 1, 4)
_UNKNOWN = '<path class="s5" stroke-width="1.5" d="M0 0l10 10"/>'


def _defs(prefix: str, *places: int | None) -> str:
    tiles = [pattern(f"{prefix}-{place or 'none'}", 10, _TILES.get(place or 0, _UNKNOWN)) for place in places if place not in _PLAIN]
    return f"<defs>{''.join(tiles)}</defs>"


def _paint(prefix: str, place: int | None) -> str:
    return f' class="place k{place}"' if place in _PLAIN else f' class="place" fill="url(#{prefix}-{place or "none"})"'


def breaks(values: Sequence[float], classes: int = CLASSES) -> list[float]:
    """The greatest value of each class, as many places in each as may be; zeros are a class of their own and left out here."""
    known = sorted(value for value in values if value > 0)
    if not known:
        return []
    ends = [known[math.ceil(len(known) * (place + 1) / classes) - 1] for place in range(classes)]
    return sorted(set(ends))


def class_of(value: float | None, ends: Sequence[float]) -> int | None:
    """0 for zero, 1 to 4 from few to many (few classes are spread), None where nothing is known."""
    if value is None or value <= 0:
        return None if value is None else 0
    place = next(place for place, end in enumerate(ends, 1) if value <= end)
    return place + CLASSES - len(ends) if len(ends) > 1 else CLASSES


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[list[float]]]:
    shapes = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for shape in shapes:
        yield from shape


@dataclass(frozen=True, slots=True)
class Outlines:
    """A country's departments as they are drawn; read once, used for every map of it."""

    paths: dict[str, str]  # code -> path
    names: dict[str, str]
    height: int


def outlines(geojson: Mapping[str, Any], key: str = "iso_3166_2") -> Outlines:
    """From GeoJSON whose features have `key` and `name`. Whole steps from point to point keep it small."""
    points = [point for feature in geojson["features"] for ring in _rings(feature["geometry"]) for point in ring]
    west, north = min(p[0] for p in points), max(p[1] for p in points)
    squeeze = math.cos(math.radians((north + min(p[1] for p in points)) / 2))
    scale = WIDTH / ((max(p[0] for p in points) - west) * squeeze)
    height = round((north - min(p[1] for p in points)) * scale)

    def path(ring: list[list[float]]) -> str:
        placed = [(round((lon - west) * squeeze * scale), round((north - lat) * scale)) for lon, lat in ring]
        steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(placed)]
        return f"M{placed[0][0]} {placed[0][1]}l" + " ".join(f"{dx} {dy}" for dx, dy in steps if dx or dy).replace(" -", "-") + "z"

    paths = {feature["properties"][key]: "".join(map(path, _rings(feature["geometry"]))) for feature in geojson["features"]}
    return Outlines(paths, {feature["properties"][key]: feature["properties"]["name"] for feature in geojson["features"]}, height)


def department_map(country: Outlines, values: Mapping[str, float | None], title: str, *, standalone: bool = False) -> Markup:
    """The map; put `map_legend(values)` and the table beside it. A place that `values` does not name is not known."""
    ends = breaks([value for value in values.values() if value is not None])
    body, said = _defs("map", None, *_TILES), []
    for code, path in country.paths.items():
        value = values.get(code)
        words = f"{country.names[code]}: {_('no data') if value is None else number(value)}"
        body += f'<path{_paint("map", class_of(value, ends))} d="{path}"><title>{escape(words)}</title></path>'
        said.append(words)
    view = f"0 0 {WIDTH} {country.height}"
    return picture(body, country.height, title, "; ".join(said), standalone=standalone, view=view, css="plot map")


def map_legend(values: Mapping[str, float | None], *, standalone: bool = False) -> Markup:
    """From few to many in words, with zero and what is not known where they occur."""
    known = [value for value in values.values() if value is not None]
    ends = breaks(known)
    places: list[int | None] = sorted({class_of(value, ends) for value in known}, key=int)  # type: ignore[arg-type]  # none is left out
    items = ""
    for place in [*places, *([None] if None in values.values() else [])]:
        inside = [value for value in known if class_of(value, ends) == place]
        low, high = (number(min(inside)), number(max(inside))) if inside else ("", "")
        said = _("no data") if not inside else low if low == high else _("{low} to {high}").format(low=low, high=high)
        drawn = f'{_defs("key", place)}<rect{_paint("key", place)} x=".5" y=".5" width="15" height="15"/>'
        items += swatch(drawn, said, standalone=standalone)
    return Markup(f'<ul class="legend">{items}</ul>')
