"""Scales keep their order without colour, and unknown never looks like a class."""

import math
from itertools import pairwise

import pytest

from analysis import INDICATORS
from ui.palette import DARK, LIGHT, rgb

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
counts = pytest.mark.parametrize("classes", range(5, 9))


def linear(colour: str) -> list[float]:
    """Red, green and blue as amounts of light."""
    return [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in rgb(colour))
    ]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def lab(colour: str) -> tuple[float, float, float]:
    """CIELAB under daylight (D65)."""
    red, green, blue = linear(colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (
        part ** (1 / 3) if part > 216 / 24389 else (part * 24389 / 27 + 16) / 116
        for part in (x, luminance(colour), z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@themes
@counts
def test_a_scale_rises_or_falls_all_along_in_grey(theme, classes):
    steps = [b - a for a, b in pairwise(map(luminance, theme.scale(classes)))]
    assert len(steps) == classes - 1
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)


@themes
@counts
def test_more_stands_out_more_from_the_ground(theme, classes):
    scale = theme.scale(classes)
    assert contrast(scale[-1], theme.ground) > contrast(scale[0], theme.ground)


@themes
@counts
def test_unknown_is_none_of_the_classes(theme, classes):
    """Four times what an eye can just tell apart (2.3 in CIELAB), and a hatch besides."""
    for colour in theme.scale(classes):
        assert math.dist(lab(colour), lab(theme.unknown)) > 4 * 2.3
        assert colour != theme.hatch


@themes
@counts
def test_neighbouring_classes_are_apart(theme, classes):
    assert len(set(theme.scale(classes))) == classes


@themes
def test_a_scale_begins_and_ends_with_its_stops(theme):
    for classes in range(2, 9):
        scale = theme.scale(classes)
        assert len(scale) == classes
        assert (scale[0], scale[-1]) == (theme.stops[0], theme.stops[-1])


@themes
def test_text_can_be_read_on_the_ground(theme):
    assert contrast(theme.text, theme.border) >= 7
    assert contrast(theme.quiet_text, theme.border) >= 4.5


@themes
def test_the_hatch_can_be_told_from_what_it_lies_on(theme):
    assert theme.hatch != theme.unknown
    assert contrast(theme.hatch, theme.unknown) > 1.3


def test_every_indicator_has_a_class_count_that_is_tested_here():
    assert {len(each.breaks) + 1 for each in INDICATORS} <= set(range(5, 9))


@themes
def test_every_colour_is_six_hexadecimal_digits(theme):
    for colour in (*theme.scale(7), theme.unknown, theme.selected, theme.bar):
        assert len(colour) == 7 and colour.startswith("#")
        assert all(0 <= part <= 255 for part in rgb(colour))


# Linear RGB seen by somebody without red (protan) or green (deutan) cones: Viénot, Brettel
# and Mollon 1999.
BLIND = {
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def seen_by(colour: str, kind: str) -> str:
    linear = [(part / 255) ** 2.2 for part in rgb(colour)]
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in BLIND[kind]]
    return "#" + "".join(f"{round(255 * min(max(v, 0), 1) ** (1 / 2.2)):02x}" for v in mixed)


@themes
@pytest.mark.parametrize("kind", ["all cones", *BLIND])
def test_short_met_cannot_tell_and_unknown_are_apart_for_every_reader(theme, kind):
    """Any two of the classes around zero and the two grounds of what is not known.

    Four times what an eye can just tell apart (2.3 in CIELAB); patterns besides.
    """
    every = [*theme.colours(6, "diverging"), theme.unknown, theme.cannot_tell]
    sight = every if kind == "all cones" else [seen_by(colour, kind) for colour in every]
    close = {
        (every[i], every[j]): round(math.dist(lab(sight[i]), lab(sight[j])), 1)
        for i in range(len(every))
        for j in range(i)
        if math.dist(lab(sight[i]), lab(sight[j])) < 4 * 2.3
    }
    assert close == {}


@themes
def test_the_dots_can_be_told_from_what_they_lie_on(theme):
    assert contrast(theme.dots, theme.cannot_tell) > 2
