"""Two-step catchments: our kernel against PySAL `access` and a k-d tree with a sparse matrix.

120,000 cells and 50,000 places with 50 km of Gaussian decay, some ten million pairs. Each way in a
process of its own, rounds interleaved; PySAL, which is slow, once, and given the table of pairs
that it cannot make itself. Ours and the tree's start from coordinates. The limit is reading an
index and a weight of every pair once from memory. What compiling takes is told but not counted:
it is kept on disk.

Memory : the same with four million cells and 30 km, in a process of its own, from coordinates.

`python -m bench.reach WAY FOLDER` runs one way and keeps its answer in FOLDER.
"""

import json
import resource
import sys
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.rounds import measure, medians, rounds

CELLS, PLACES, REACH, WIDTH = 120_000, 50_000, 50.0, 20.0
MANY_CELLS, SHORT_REACH = 4_000_000, 30.0
ROUNDS = 3
WEST, EAST, SOUTH, NORTH = -10.0, 12.0, 36.0, 66.0


def drawn(cells: int):
    """Longitude, latitude and people of cells; longitude, latitude and capacity of places."""
    random = np.random.default_rng(20240101)

    def points(many):
        return random.uniform(WEST, EAST, many), random.uniform(SOUTH, NORTH, many)

    return (
        (*points(cells), random.integers(1, 1000, cells).astype(float)),
        (*points(PLACES), random.integers(1, 300, PLACES).astype(float)),
    )


def ours(demand, supply, reach=REACH):
    """Seconds and access by the kernel."""
    from analysis.catchment.crow import as_the_crow_flies
    from analysis.catchment.decay import gaussian
    from analysis.catchment.measures import two_step
    from analysis.catchment.model import Cells, Places

    def once(demand, supply):
        start = perf_counter()
        places = Places(*supply, np.ones(len(supply[0]), dtype=bool))
        found = two_step(as_the_crow_flies(Cells(*demand), places), gaussian(reach, WIDTH))
        return perf_counter() - start, found.lower

    compiling, _ = once([each[:99] for each in demand], [each[:99] for each in supply])
    seconds, found = once(demand, supply)
    return {"seconds": seconds, "compiling": compiling}, found


def pairs(demand, supply):
    """Every pair within reach: cell, place and kilometres, by a k-d tree of the sphere."""
    from scipy.spatial import cKDTree

    from analysis.reach import EARTH_RADIUS_KM, unit_vectors

    trees = [cKDTree(unit_vectors(*each[:2])) for each in (demand, supply)]
    chord = 2 * np.sin(REACH / EARTH_RADIUS_KM / 2)
    found = trees[0].sparse_distance_matrix(trees[1], chord, output_type="ndarray")
    return found["i"], found["j"], 2 * EARTH_RADIUS_KM * np.arcsin(found["v"] / 2)


def tree(demand, supply):
    """Seconds and access by a k-d tree and a sparse matrix; seconds of reading its pairs."""
    from scipy.sparse import csr_array

    start = perf_counter()
    cell, place, km = pairs(demand, supply)
    weight = np.exp(-((km / WIDTH) ** 2) / 2)
    matrix = csr_array((weight, (cell, place)), shape=(len(demand[0]), len(supply[0])))
    people = matrix.T @ demand[2]
    found = matrix @ np.divide(supply[2], people, out=np.zeros(len(people)), where=people > 0)
    seconds = perf_counter() - start
    kept = [matrix.data, matrix.indices[: matrix.nnz // 2 * 2].view(np.int64)]
    reading = []
    for _ in range(5):
        start = perf_counter()
        for each in kept:
            each.sum()
        reading.append(perf_counter() - start)
    return {"seconds": seconds, "pairs": matrix.nnz, "reading": min(reading)}, found


def pysal(demand, supply):
    """Seconds and access by PySAL, from a table of pairs."""
    import pandas as pd
    from access import fca, weights

    cell, place, km = pairs(demand, supply)
    table = pd.DataFrame({"origin": cell, "dest": place, "cost": km})
    people = pd.DataFrame({"geoid": np.arange(len(demand[2])), "demand": demand[2]})
    capacity = pd.DataFrame({"supply": supply[2]})
    start = perf_counter()
    found = fca.two_stage_fca(people, capacity, table, REACH, weight_fn=weights.gaussian(WIDTH))
    seconds = perf_counter() - start
    return {"seconds": seconds}, found.reindex(people["geoid"]).fillna(0).to_numpy()


def memory(demand, supply):
    """What four million cells take at most, from coordinates."""
    figures, found = ours(demand, supply, reach=SHORT_REACH)
    figures["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return figures, found


WAYS = {"ours": ours, "tree": tree, "pysal": pysal}


def main() -> None:
    took, found = rounds("reach", [tuple(WAYS), *[("ours", "tree")] * (ROUNDS - 1), ("memory",)])
    (many_cells,) = took["memory"]
    equal = all(np.allclose(found["ours"], found[way], rtol=1e-9, atol=1e-12) for way in WAYS)
    seconds = medians(took)
    many, reading = took["tree"][0]["pairs"], min(each["reading"] for each in took["tree"])
    print(f"{CELLS:,} cells, {PLACES:,} places, {many:,} pairs within {REACH:.0f} km")
    for way in WAYS:
        print(f"{way:6} {seconds[way]:7.2f} s, {seconds[way] / seconds['ours']:6.1f} of ours")
    # Both steps visit every pair.
    print(f"ours: {2 * many / seconds['ours'] / 1e6:.0f} million pairs per second")
    print(f"reading them once: {reading * 1e3:.0f} ms, {seconds['ours'] / reading:.0f} times less")
    print(f"compiling, once: {max(each['compiling'] for each in took['ours']):.1f} s")
    print(f"{MANY_CELLS:,} cells within {SHORT_REACH:.0f} km: {many_cells['seconds']:.1f} s, "
          f"{many_cells['peak_mb']} MB at most")  # fmt: skip
    print(
        json.dumps(
            {
                "bench": "reach",
                "equal": equal,
                "vs_pysal": round(seconds["pysal"] / seconds["ours"], 1),
                "vs_ckdtree": round(seconds["tree"] / seconds["ours"], 1),
                "peak_mb": many_cells["peak_mb"],
                "million_pairs_per_second": round(2 * many / seconds["ours"] / 1e6),
                "vs_reading_pairs": round(seconds["ours"] / reading, 1),
                "floors": {"vs_pysal": 20, "vs_ckdtree": 3},
                "ceilings": {"peak_mb": 1000},
            }
        )
    )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        cells = MANY_CELLS if sys.argv[1] == "memory" else CELLS
        measure({**WAYS, "memory": memory}, sys.argv[1], Path(sys.argv[2]), drawn(cells))
    else:
        main()
