"""Ways to work out the same, each in a process of its own, rounds interleaved.

A benchmark with a table of ways calls `measure` where it is run as `python -m bench.NAME WAY
FOLDER`, and `rounds` where it is run as a whole.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

Figures = dict[str, float]
Way = Callable[..., tuple[Figures, Any]]


def measure(ways: Mapping[str, Way], way: str, folder: Path, given: tuple[Any, ...]) -> None:
    """Run one way; print what it took and keep what it found."""
    figures, found = ways[way](*given)
    np.save(folder / f"{way}.npy", found)
    print(json.dumps(figures))


def _asked(name: str, way: str, folder: str) -> Figures:
    """What one way of a benchmark took, in a process of its own."""
    command = [sys.executable, "-m", f"bench.{name}", way, folder]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def rounds(
    name: str, turns: list[tuple[str, ...]]
) -> tuple[dict[str, list[Figures]], dict[str, Any]]:
    """The ways of each turn, one after the other: what each took every time, and what it found."""
    took: dict[str, list[Figures]] = {}
    with TemporaryDirectory(prefix="groundwork-bench-") as folder:
        for turn in turns:
            for way in turn:
                took.setdefault(way, []).append(_asked(name, way, folder))
        return took, {way: np.load(Path(folder) / f"{way}.npy") for way in took}


def medians(took: Mapping[str, list[Figures]]) -> dict[str, float]:
    """Seconds of each way: the median of its times."""
    return {way: median(each["seconds"] for each in times) for way, times in took.items()}
