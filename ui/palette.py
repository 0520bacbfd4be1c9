"""Colours of maps and charts in both themes, safe for colour-blind readers.

The sequential scale is one hue from pale to deep, so that its order survives in grey; in the
dark theme it runs from deep to pale. The diverging scale runs from blue (enough) to orange
(short), a pair that red-green blindness leaves apart. Unknown is a warm neutral with a hatch,
*cannot tell* a cool one with dots: both outside the scales.
"""

from dataclasses import dataclass

import streamlit as st

_LIGHT_STOPS = ("#e9f0ea", "#c3e0d7", "#86c2bd", "#46969a", "#186873", "#08374a")
_DARK_STOPS = ("#24404a", "#27555d", "#2a6d71", "#45938f", "#85bfb0", "#dcebc9")
# Enough to short: three steps of blue, three of orange, no step in between.
_LIGHT_TURN = ("#1d5f9e", "#6fa3cf", "#cfe0ee", "#fbdcb8", "#ec9d52", "#b5500b")
# Served, in reach but full, out of reach: the same pair, with its middle between.
_LIGHT_THREE = ("#4a86bd", "#f3c98b", "#b5500b")
_DARK_THREE = ("#3d74a8", "#7a4d22", "#f7ab5c")
_DARK_TURN = ("#8cc1f2", "#4a83b8", "#28486a", "#5f3c1d", "#b86a25", "#f7ab5c")


@dataclass(frozen=True)
class Palette:
    """The colours of one theme."""

    name: str
    stops: tuple[str, ...]
    turn: tuple[str, ...]
    three: tuple[str, ...]
    unknown: str
    hatch: str
    cannot_tell: str
    dots: str
    ground: str
    border: str
    country_border: str
    selected: str
    unchanged: str
    text: str
    quiet_text: str
    bar: str

    def colours(self, classes: int, scale: str = "sequential") -> list[str]:
        """Colours of a map's classes: of amounts, around zero from enough to short, or of who is
        served, finds places full, is out of reach; of who has a place, newly has, has none; of who
        could help, and who could be helped; of what changes, with a neutral middle for what does
        not.
        """
        if scale == "change":
            return [*self.turn[:3], self.unchanged, *self.turn[3:]]
        if scale == "three":
            return list(self.three[:classes])
        if scale == "sites":
            return [self.turn[2], self.turn[0], self.turn[4]][:classes]
        if scale == "partners":
            return [self.turn[0], self.turn[2], self.turn[3], self.turn[5]]
        return list(self.turn) if scale == "diverging" else self.scale(classes)

    def scale(self, classes: int) -> list[str]:
        """Colours of `classes` classes, palest (in dark: deepest) first."""
        if classes == len(self.stops):
            return list(self.stops)
        last = len(self.stops) - 1
        return [self._mix(i * last / (classes - 1)) for i in range(classes)]

    def _mix(self, position: float) -> str:
        low = min(int(position), len(self.stops) - 2)
        part = position - low
        pairs = zip(rgb(self.stops[low]), rgb(self.stops[low + 1]), strict=True)
        return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


LIGHT = Palette(
    name="light",
    stops=_LIGHT_STOPS,
    turn=_LIGHT_TURN,
    three=_LIGHT_THREE,
    unknown="#ddd7cc",
    hatch="#b9b0a1",
    cannot_tell="#eceff1",
    dots="#7b8a93",
    ground="#efece5",
    border="#fbfaf7",
    country_border="#8b8f8c",
    selected="#c2410c",
    unchanged="#e2e5e3",
    text="#1b2124",
    quiet_text="#5d6668",
    bar="#186873",
)
DARK = Palette(
    name="dark",
    stops=_DARK_STOPS,
    turn=_DARK_TURN,
    three=_DARK_THREE,
    unknown="#3b3833",
    hatch="#5d574f",
    cannot_tell="#20282d",
    dots="#8497a1",
    ground="#1a2023",
    border="#11171a",
    country_border="#717c80",
    selected="#f59e5b",
    unchanged="#39434a",
    text="#e4e8e7",
    quiet_text="#9aa5a7",
    bar="#63b7bb",
)


def palette() -> Palette:
    """The palette of the theme this reader uses."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of '#rrggbb'.

    >>> rgb("#0f5c66")
    (15, 92, 102)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
