"""Where points are: in degrees or on a national grid, the right way round; certain, or asked.

A reading is possible where all points then lie on land of the territories, and in the country
that their row names. If one reading is, it is certain; if several are, it is asked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import h3
import pandas as pd
import pyproj

from etl.intake.grid import Question, Understood

DEGREES, SWAPPED = "EPSG:4326", "EPSG:4326 swapped"
SYSTEMS = {
    DEGREES: "longitude and latitude in degrees",
    SWAPPED: "latitude and longitude in degrees, the columns' names swapped",
    "EPSG:3035": "the European grid, ETRS89-LAEA",
    "EPSG:3857": "Web Mercator",
    "EPSG:25828": "UTM zone 28 north",
    "EPSG:25829": "UTM zone 29 north",
    "EPSG:25830": "UTM zone 30 north",
    "EPSG:25831": "UTM zone 31 north",
    "EPSG:25832": "UTM zone 32 north",
    "EPSG:25833": "UTM zone 33 north",
    "EPSG:25834": "UTM zone 34 north",
    "EPSG:25835": "UTM zone 35 north",
    "EPSG:25836": "UTM zone 36 north",
    "EPSG:2154": "Lambert 93 (France)",
    "EPSG:28992": "RD New (Netherlands)",
    "EPSG:31370": "Lambert 72 (Belgium)",
    "EPSG:31287": "Lambert (Austria)",
    "EPSG:27700": "British National Grid",
}
# UTM on WGS 84 is the same to less than a metre.
_SAME = {f"EPSG:326{zone}": f"EPSG:258{zone}" for zone in range(28, 39)}
_RESOLUTION = 6
# So many points decide; more cost time and decide no better.
_ENOUGH = 2_000
# A few points of a list may be wrong themselves; they do not decide for the rest.
_ALMOST_ALL = 0.9
Point = tuple[float, float]


@dataclass(frozen=True)
class Located:
    """The reference system of a file's points: `system` is '' where it has to be asked."""

    system: str
    understood: tuple[Understood, ...] = ()
    questions: tuple[Question, ...] = ()


def known_system(name: str) -> str:
    """A reference system by the name it is kept under; '' where it is none.

    >>> known_system("EPSG:32632"), known_system("EPSG:9"), known_system("")
    ('EPSG:25832', '', '')
    """
    name = name.strip()
    if name in SYSTEMS or name in _SAME:
        return _SAME.get(name, name)
    try:
        found = pyproj.CRS.from_user_input(name)
    except pyproj.exceptions.CRSError:
        return ""
    return DEGREES if found.is_geographic else name


def locate(
    points: Sequence[Point], countries: Sequence[str | None], told: str | None, bundle: Path
) -> Located:
    """The system that all points are in; `countries` says of each its country, if its row does.

    `told` is one's own word, or that of the file.
    """
    if told:
        return Located(told, (_said(told),))
    if not points:
        return Located(DEGREES)
    land = land_of(bundle)
    some, of = points[:_ENOUGH], countries[:_ENOUGH]
    in_degrees = all(abs(x) <= 180 and abs(y) <= 180 for x, y in some)
    if in_degrees:
        return _in_degrees(some, of, land)
    likely = [s for s in SYSTEMS if "4326" not in s and _share(some, of, s, land) >= _ALMOST_ALL]
    if len(likely) == 1:
        return Located(likely[0], (_said(likely[0]),))
    options = [(each, SYSTEMS[each]) for each in likely or SYSTEMS]
    x, y = some[0]
    text = f"Coordinates such as {x:,.0f} and {y:,.0f} are no degrees. Which grid are they of?"
    return Located("", (), (Question("coordinates", text, options),))


def _in_degrees(
    points: Sequence[Point], countries: Sequence[str | None], land: dict[int, str]
) -> Located:
    """Degrees as they are named, or swapped where only that puts the points on land."""
    right = _share(points, countries, DEGREES, land)
    swapped = _share(points, countries, SWAPPED, land)
    if swapped >= _ALMOST_ALL and right <= 1 - _ALMOST_ALL:
        return Located(SWAPPED, (_said(SWAPPED),))
    if right > swapped or right == swapped == 0:
        # Single points that are elsewhere are refused line by line.
        return Located(DEGREES, (_said(DEGREES),))
    options = [(each, SYSTEMS[each]) for each in (DEGREES, SWAPPED)]
    x, y = points[0]
    text = f"Coordinates such as {x} and {y}: are they longitude and latitude as they are named?"
    return Located("", (), (Question("coordinates", text, options),))


def _said(system: str) -> Understood:
    words = SYSTEMS.get(system, system)
    name = "" if "4326" in system else f" ({system})"
    return Understood("coordinates", system, f"Coordinates: {words}{name}")


def _share(
    points: Sequence[Point], countries: Sequence[str | None], system: str, land: dict[int, str]
) -> float:
    """The share of points that are on land, in their country, if they are of this system."""
    good = 0
    for (lon, lat), country in zip(to_degrees(points, system), countries, strict=True):
        found = country_at(lon, lat, land, country or "")
        good += bool(found) and (country is None or country == found)
    return good / len(points)


def to_degrees(points: Iterable[Point], system: str) -> list[Point]:
    """Points of a system as longitude and latitude; infinite where there are none.

    >>> to_degrees([(48.2, 16.4)], SWAPPED)
    [(16.4, 48.2)]
    """
    found = list(points)
    if system == DEGREES or not found:
        return found
    if system == SWAPPED:
        return [(y, x) for x, y in found]
    xs, ys = zip(*found, strict=True)
    lons, lats = _transformer(system).transform(xs, ys)
    return [(round(float(a), 7), round(float(b), 7)) for a, b in zip(lons, lats, strict=True)]


@cache
def _transformer(system: str) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(system, DEGREES, always_xy=True)


def country_at(lon: float, lat: float, land: dict[int, str], wanted: str = "") -> str:
    """The country of a point by its cell or one beside it; '' where there is no land.

    Where several are as near, it is the one `wanted`.
    """
    if not (abs(lon) <= 180 and abs(lat) <= 90):
        return ""
    cell = h3.latlng_to_cell(lat, lon, _RESOLUTION)
    here = land.get(h3.str_to_int(cell), "")
    if here and wanted in ("", here):
        return here
    beside = [land.get(h3.str_to_int(each), "") for each in h3.grid_disk(cell, 1)]
    found = [each for each in (here, *beside) if each]
    return wanted if wanted in found else next(iter(found), "")


@cache
def land_of(bundle: Path) -> dict[int, str]:
    """The country of every cell of land."""
    files = sorted((bundle / "cell").glob("*.parquet"))
    cells = pd.concat([pd.read_parquet(f, columns=["cell", "nuts_2024"]) for f in files])
    codes = cells["nuts_2024"].astype(str).str[:2]
    return dict(zip(cells["cell"].astype("uint64").tolist(), codes, strict=True))
