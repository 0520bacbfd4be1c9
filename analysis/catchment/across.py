"""Who comes from which side of a border: the catchment of a few places."""

import numpy as np

from analysis.catchment.model import Cells, Flags, Floats
from analysis.reach import EARTH_RADIUS_KM, unit_vectors


def near_any(cells: Cells, lon: Floats, lat: Floats, km: float) -> Flags:
    """Whether each cell is within great-circle kilometres of any of the places.

    Shape   : one flag per cell; a longitude and a latitude in degrees per place.
    Missing : nothing is near where there is no place.

    >>> here = Cells(np.array([0.0, 10.0]), np.zeros(2), np.ones(2))
    >>> near_any(here, np.array([0.1]), np.array([0.0]), 20).tolist()
    [True, False]
    """
    near = np.zeros(len(cells.lon), dtype=bool)
    points = unit_vectors(cells.lon, cells.lat)
    # The chord of an arc rises with it up to half the sphere's round.
    chord = 2 * np.sin(min(km / EARTH_RADIUS_KM, np.pi) / 2)
    for place in unit_vectors(lon, lat):
        near |= ((points - place) ** 2).sum(axis=1) <= chord**2
    return near


def kilometres(lon: Floats, lat: Floats, at: tuple[float, float]) -> Floats:
    """Great-circle kilometres of points from one point, in degrees.

    >>> kilometres(np.array([1.0]), np.array([0.0]), (0.0, 0.0)).round(1).tolist()
    [111.2]
    """
    to = unit_vectors(np.array([at[0]]), np.array([at[1]]))
    chord = np.sqrt(((unit_vectors(lon, lat) - to) ** 2).sum(axis=1))
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, chord / 2))
