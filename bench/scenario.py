"""Scenarios: the parts in `bench/planning`, each against its peers.

`python -m bench.scenario WAY FOLDER` runs one way and keeps its answer in FOLDER.
"""

import json
import sys
from pathlib import Path

from bench.planning import allocating, siting
from bench.rounds import measure, rounds

PARTS = (allocating, siting)


def main() -> None:
    took, found = rounds("scenario", [turn for part in PARTS for turn in part.TURNS])
    parts = [part.told(took, found) for part in PARTS]
    for each in parts:
        print("\n".join(each.lines))
    figures = {name: value for each in parts for name, value in each.figures.items()}
    floors = {name: value for each in parts for name, value in each.floors.items()}
    ceilings = {name: value for each in parts for name, value in each.ceilings.items()}
    print(
        json.dumps(
            {
                "bench": "scenario",
                "equal": all(each.equal for each in parts),
                **figures,
                "floors": floors,
                "ceilings": ceilings,
            }
        )
    )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        ways = {name: way for part in PARTS for name, way in part.WAYS.items()}
        measure(ways, sys.argv[1], Path(sys.argv[2]), ())
    else:
        main()
