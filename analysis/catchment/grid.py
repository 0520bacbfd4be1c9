"""Points sorted into a grid of longitude and latitude, for `kernel`."""

import numpy as np
import numpy.typing as npt

from analysis.catchment.compiled import Floats, Grid, Integers, compiled

ROWS_PER_RADIUS = 1  # finer rows hug the circle more closely but are more to visit
COLUMNS_PER_RADIUS = 8
BINS_PER_POINT = 4


def grid_of(lon: Floats, lat: Floats, radius: float) -> Grid:
    """A grid fit for finding all points within a radius.

    Shape   : one longitude and latitude per point; at least one point.
    Units   : degrees in; the radius and the grid in radians.
    Errors  : ValueError on coordinates that are not finite or a latitude beyond a pole.
    Source  : points of one bin in the order of longitude and latitude, so that the same points
              in any order make the same grid.
    """
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        raise ValueError("coordinates must be finite")
    if (np.abs(lat) > 90).any():
        raise ValueError("a latitude must lie between -90 and 90")
    order = _from_west_to_east(lon, lat)
    lam, phi = _wrapped(np.radians(lon[order])), np.radians(lat[order])
    south, west = float(phi.min()), float(lam.min())
    rows, columns, height, width = _bins(phi.max() - south, lam.max() - west, radius, len(lon))
    row = np.minimum(((phi - south) / height).astype(np.int64), rows - 1)
    column = np.minimum(((lam - west) / width).astype(np.int64), columns - 1)
    starts, into = _counted(row * columns + column, rows * columns)
    order, lam, phi = order[into], lam[into], phi[into]
    edges = south + height * np.arange(rows + 1)
    cosines = np.clip(np.cos(edges), 0, None)
    x, y, z = np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)
    narrowest = np.minimum(cosines[:-1], cosines[1:])
    spot = _spots(lon[order], lat[order])
    return Grid(
        order, lam, phi, x, y, z, spot, starts, narrowest, columns, south, west, height, width
    )  # fmt: skip


def in_order(grid: Grid, values: Floats) -> Floats:
    """Values in the order of the grid; of points on one spot, in rising order.

    So that a sum of them is the same whichever of such points came first.
    """
    values = values[grid.order]
    return values[np.lexsort((values, grid.spot))] if len(grid.spot) else values


def _spots(lon: Floats, lat: Floats) -> Integers:
    """A number per spot; empty where no two points share one."""
    apart = (np.diff(lon) != 0) | (np.diff(lat) != 0)
    if apart.all():
        return np.empty(0, dtype=np.int64)
    return np.concatenate([[0], np.cumsum(apart)])


def _bins(tall: float, wide: float, radius: float, points: int) -> tuple[int, int, float, float]:
    """Rows, columns and the height and width of a bin; not many more bins than points."""
    height, width = radius / ROWS_PER_RADIUS, radius / COLUMNS_PER_RADIUS
    many = (tall / height + 1) * (wide / width + 1) / (BINS_PER_POINT * points + 1024)
    if many > 1:
        height, width = height * np.sqrt(many), width * np.sqrt(many)
    # What a bin is short of would fall into a row or column of its own.
    rows, columns = int(tall / height) + 1, int(wide / width) + 1
    return rows, columns, float(height), float(width)


def _from_west_to_east(lon: Floats, lat: Floats) -> npt.NDArray[np.intp]:
    order = np.argsort(lon)
    if (np.diff(lon[order]) == 0).any():
        order = np.lexsort((lat, lon))
    return order


def _wrapped(lam: Floats) -> Floats:
    """Longitudes from -pi up to pi; untouched where they are."""
    outside = (lam < -np.pi) | (lam >= np.pi)
    if outside.any():
        lam[outside] = (lam[outside] + np.pi) % (2 * np.pi) - np.pi
    return lam


@compiled
def _counted(bins: Integers, many: int) -> tuple[Integers, Integers]:
    """Where each bin's points start, and the points by bin; within a bin as they came."""
    starts = np.zeros(many + 1, dtype=np.int64)
    for each in bins:
        starts[each + 1] += 1
    for each in range(many):
        starts[each + 1] += starts[each]
    into = np.empty(len(bins), dtype=np.int64)
    free = starts[:-1].copy()
    for k in range(len(bins)):
        into[free[bins[k]]] = k
        free[bins[k]] += 1
    return starts, into
