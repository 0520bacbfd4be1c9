"""The nearest of many places: our search against the haversine formula over all pairs.

Demand are 20,000 random cells, supply as many places as the hospital register has; the peer
holds all pairs of a slice in memory, as a first attempt would.
"""

import json
from time import perf_counter

import numpy as np

from analysis.reach import EARTH_RADIUS_KM, nearest

CELLS, PLACES, SLICE, ROUNDS = 20_000, 15_000, 500, 5


def all_pairs(lon, lat, to_lon, to_lat):
    """Great-circle distance to the nearest place, by the haversine formula."""
    lon, lat, to_lon, to_lat = (np.radians(each) for each in (lon, lat, to_lon, to_lat))
    out = np.empty(len(lon))
    for start in range(0, len(lon), SLICE):
        part = slice(start, start + SLICE)
        a = np.sin((to_lat - lat[part, None]) / 2) ** 2
        a += np.cos(lat[part, None]) * np.cos(to_lat) * np.sin((to_lon - lon[part, None]) / 2) ** 2
        out[part] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(a.min(axis=1)))
    return out


def main() -> None:
    random = np.random.default_rng(20240101)
    lon, lat = random.uniform(-10, 30, CELLS), random.uniform(35, 70, CELLS)
    to_lon, to_lat = random.uniform(-10, 30, PLACES), random.uniform(35, 70, PLACES)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        start = perf_counter()
        found, _ = nearest(lon, lat, to_lon, to_lat)
        ours.append(perf_counter() - start)
    # The peer is slow: one round, on a tenth of the cells.
    few = slice(0, CELLS // 10)
    start = perf_counter()
    expected = all_pairs(lon[few], lat[few], to_lon, to_lat)
    theirs.append((perf_counter() - start) * 10)
    ratio = theirs[0] / float(np.median(ours))
    equal = bool(np.allclose(found[few], expected, rtol=0, atol=1e-6))
    print(f"{CELLS:,} cells, {PLACES:,} places: ours {np.median(ours) * 1e3:.0f} ms")
    print(f"all pairs, scaled from a tenth: {theirs[0] * 1e3:.0f} ms, {ratio:.0f} times as long")
    print(
        json.dumps(
            {"bench": "nearest", "equal": equal, "vs_all_pairs": round(ratio, 1),
             "floors": {"vs_all_pairs": 20}}
        )
    )  # fmt: skip


if __name__ == "__main__":
    main()
