"""What the benchmark of scenarios is made of: its parts, each a module with

`WAYS` (a name and what is run under it, in a process of its own), `TURNS` (which ways run after
which) and `told`, which makes of all times and findings the lines and figures of the part.
"""

from typing import Any, NamedTuple


class Part(NamedTuple):
    """Lines to print, figures, what they promise, and whether all that must be equal is."""

    lines: list[str]
    figures: dict[str, Any]
    floors: dict[str, float]
    ceilings: dict[str, float]
    equal: bool
