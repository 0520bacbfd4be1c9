"""How far people are from the nearest place that offers a service."""

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

Floats = npt.NDArray[np.float64]
EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


def nearest(
    lon: Floats, lat: Floats, to_lon: Floats, to_lat: Floats
) -> tuple[Floats, npt.NDArray[np.intp]]:
    """Great-circle distance to the nearest of some points, and which one it is.

    Shape   : one distance and one index per (lon, lat); the index points into `to_lon`.
    Units   : degrees in, kilometres out. As the crow flies, whatever border lies between.
    Missing : with no point to go to, every distance is infinite and every index -1.
    Errors  : ValueError on coordinates that are not finite.
    Source  : chord on the unit sphere turned into arc; equal to the haversine formula.

    >>> km, which = nearest(np.array([0.0]), np.array([0.0]), np.array([1.0]), np.array([0.0]))
    >>> round(float(km[0]), 1), int(which[0])
    (111.2, 0)
    """
    start = unit_vectors(lon, lat)
    if len(to_lon) == 0:
        return np.full(len(lon), np.inf), np.full(len(lon), -1, dtype=np.intp)
    tree = cKDTree(unit_vectors(to_lon, to_lat))
    chord, index = tree.query(start)
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.clip(chord / 2, 0, 1)), index


def unit_vectors(lon: Floats, lat: Floats) -> Floats:
    """Points on the unit sphere, a row each; safe at the poles and across the antimeridian.

    Errors  : ValueError on coordinates that are not finite.
    """
    if not (np.isfinite(lon).all() and np.isfinite(lat).all()):
        raise ValueError("coordinates must be finite")
    lam, phi = np.radians(lon), np.radians(lat)
    return np.column_stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
