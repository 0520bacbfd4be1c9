"""Chance that depends on names alone: not on the order of rows, nor on how many threads draw.

A draw has a seed, a cell a number made of its names; their mix is the cell's chance in that draw.
The mixing is SplitMix64's (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195).
"""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
STEP = np.uint64(0x9E3779B97F4A7C15)
FIRST, SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_30, _27, _31, _11 = (np.uint64(each) for each in (30, 27, 31, 11))
_PART = 2.0**-53


def keys_of(names: Sequence[str]) -> Numbers:
    """A number of 64 bits for each name, the same on every machine."""
    digests = [blake2b(name.encode(), digest_size=8).digest() for name in names]
    return np.array([int.from_bytes(each, "little") for each in digests], dtype=np.uint64)


def mixed(numbers: Numbers) -> Numbers:
    """Numbers stirred so that near ones have nothing in common."""
    z = numbers + STEP
    z = (z ^ (z >> _30)) * FIRST
    z = (z ^ (z >> _27)) * SECOND
    return z ^ (z >> _31)


def seeds_of(uniforms: npt.NDArray[np.float64]) -> Numbers:
    """A seed for each number from 0 to 1: the same number, the same seed."""
    return mixed(np.ascontiguousarray(uniforms).view(np.uint64))


def uniform(seeds: Numbers, cells: Numbers) -> npt.NDArray[np.float64]:
    """Chance from 0 to below 1 for each pair of a seed and a cell, in the shape they broadcast to.

    >>> bool(0 <= uniform(seeds_of(np.array([0.5])), keys_of(["Lazio"]))[0] < 1)
    True
    """
    return (mixed(seeds ^ cells) >> _11).astype(np.float64) * _PART
