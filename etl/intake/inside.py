"""A point inside an area, however its outline runs, in a time that its corners set."""

from typing import Any

import numpy as np
import shapely

# Mending an outline takes as long as it has crossings, which grow with the square of its corners.
_MOST_MENDED = 60
# So does the check whether it crosses itself, for the worst of outlines.
_MOST_CHECKED = 5_000
Point = tuple[float, float]


def point_inside(geometry: Any) -> Point | None:
    """A point in a geometry, mended first where it crosses itself; None where there is none.

    An outline of many corners is not mended: its inside is where a line from outside has crossed
    it an odd number of times.
    """
    if geometry is None or geometry.is_empty or not np.isfinite(geometry.bounds).all():
        return None
    if geometry.geom_type == "Point":
        return (float(geometry.x), float(geometry.y))
    corners = shapely.get_num_coordinates(geometry)
    if corners > _MOST_CHECKED and (found := _on_a_line(geometry)):
        return found
    if geometry.is_valid:
        return _rounded(geometry.representative_point())
    if corners > _MOST_MENDED:
        return _on_a_line(geometry)
    return _rounded(shapely.make_valid(geometry).representative_point())


def _rounded(point: Any) -> Point | None:
    return None if point.is_empty else (round(float(point.x), 7), round(float(point.y), 7))


def _on_a_line(geometry: Any) -> Point | None:
    """The middle of the widest part of an area on a level line half way up its corners."""
    starts, ends = _edges(geometry)
    if not len(starts):
        return None
    heights = np.unique(np.concatenate([starts[:, 1], ends[:, 1]]))
    if len(heights) < 2:
        return None
    half = len(heights) // 2
    level = (heights[half - 1] + heights[half]) / 2
    crossing = (starts[:, 1] > level) != (ends[:, 1] > level)
    (x0, y0), (x1, y1) = starts[crossing].T, ends[crossing].T
    places = np.sort(x0 + (level - y0) * (x1 - x0) / (y1 - y0))
    widths = places[1::2] - places[: len(places) // 2 * 2 : 2]
    if not len(widths) or not np.isfinite(widths).all():
        return None
    widest = 2 * int(widths.argmax())
    return (round(float(places[widest : widest + 2].mean()), 7), round(float(level), 7))


def _edges(geometry: Any) -> tuple[np.ndarray, np.ndarray]:
    """Both ends of every edge of its areas, (edges, 2) each."""
    parts = shapely.get_parts(geometry, return_index=False)
    areas = [each for each in parts if each.geom_type == "Polygon"]
    rings = [np.asarray(ring.coords)[:, :2] for each in areas for ring in _rings(each)]
    if not rings:
        return np.empty((0, 2)), np.empty((0, 2))
    starts = np.concatenate([ring[:-1] for ring in rings])
    return starts, np.concatenate([ring[1:] for ring in rings])


def _rings(area: Any) -> list[Any]:
    return [area.exterior, *area.interiors]
