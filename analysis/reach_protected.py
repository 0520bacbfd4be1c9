"""Who lives within reach of a service whose address is protected.

Nothing but the territory a service may be shown in goes into the answer: it is the same
wherever inside that territory the service stands, so no address can be worked out from it. The
price is an interval: people within reach wherever it stands, and wherever it might.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.spatial import cKDTree

from analysis.reach import EARTH_RADIUS_KM, nearest, unit_vectors

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def within_reach(
    cells: pd.DataFrame, areas: dict[str, npt.NDArray[np.intp]], km: float
) -> tuple[Flags, Flags]:
    """Cells surely, and cells possibly, within `km` of a service somewhere in one of `areas`.

    Shape   : `cells` has lon and lat; each of `areas` lists the positions of its cells. Result:
              two flags per cell; who is surely within reach is possibly so too.
    Units   : degrees in, kilometres as the crow flies.
    Missing : without any area nobody is within reach.
    Source  : surely, where the distance to the area's middle and the area's radius together are
              at most `km` (triangle inequality); possibly, where its nearest cell is.
    """
    lon, lat = cells["lon"].to_numpy(dtype=float), cells["lat"].to_numpy(dtype=float)
    surely, possibly = np.zeros(len(cells), dtype=bool), np.zeros(len(cells), dtype=bool)
    held = {code: at for code, at in areas.items() if len(at)}
    if not held:
        return surely, possibly
    where = np.unique(np.concatenate(list(held.values())))
    distance, _ = nearest(lon, lat, lon[where], lat[where])
    possibly = distance <= km
    points = unit_vectors(lon, lat)
    tree = cKDTree(points)
    for at in held.values():
        middle, radius = _middle(points[at])
        if radius <= km:
            surely[tree.query_ball_point(middle, _chord(km - radius))] = True
    return surely & possibly, possibly


def shares(
    cells: pd.DataFrame, membership: pd.DataFrame, surely: Flags, possibly: Flags
) -> pd.DataFrame:
    """Residents within reach as a percentage of each territory's residents.

    Shape   : `cells` has region_id and residents; `membership` has territory_id and region_id.
              Result: territory_id, percent_lower, percent_upper.
    Missing : a cell without residents counts nobody; a territory where nobody is known to live
              has no row.
    """
    persons = cells["residents"].fillna(0).astype(float)
    by_region = pd.DataFrame(
        {"region_id": cells["region_id"], "persons": persons,
         "surely": persons * surely, "possibly": persons * possibly}
    ).groupby("region_id").sum()  # fmt: skip
    every = membership.merge(by_region, left_on="region_id", right_index=True)
    sums = every.groupby("territory_id")[["persons", "surely", "possibly"]].sum()
    sums = sums[sums["persons"] > 0]
    percent = sums[["surely", "possibly"]].div(sums["persons"], axis=0) * 100
    return percent.set_axis(["percent_lower", "percent_upper"], axis=1).reset_index()


def _middle(points: Floats) -> tuple[Floats, float]:
    """A point of the sphere amid some others, and the farthest of them, in km."""
    mean = points.mean(axis=0)
    middle = mean / np.linalg.norm(mean)
    farthest = np.linalg.norm(points - middle, axis=1).max()
    return middle, float(2 * EARTH_RADIUS_KM * np.arcsin(min(farthest / 2, 1)))


def _chord(km: float) -> float:
    return float(2 * np.sin(km / (2 * EARTH_RADIUS_KM)))
