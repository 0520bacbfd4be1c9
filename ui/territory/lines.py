"""A series over time as a small drawing (SVG): line, status marks, first and last figure."""

import math
from collections.abc import Iterator

from ui import words
from ui.language import _
from ui.palette import Palette
from ui.territory.marked import safe
from ui.territory.model import Point, Trend

_WIDTH, _HEIGHT = 300, 120
_LEFT, _RIGHT, _TOP, _BOTTOM = 8.0, 58.0, 24.0, 20.0
# Of many dates only those in doubt are marked, else the marks would be a band.
_MOST_MARKED = 24


def line(trend: Trend, colours: Palette, watermark: str = "") -> str:
    """The drawing; unknown dates leave the line open, figures in doubt are open rings.

    Shape   : at least one point with a value; the scale starts at 0 unless that hides the change.
    """
    known = [each for each in trend.points if words.is_known(each.value)]
    place = _place(known)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" role="img" aria-label="{safe(alt(trend))}">',
        _style(colours), f'<rect class="ground" width="{_WIDTH}" height="{_HEIGHT}"/>',
        *_axis(known, place),
        *(f'<path class="line" d="{path}"/>' for path in _paths(trend.points, place)),
        *_marks(known, place),
        *_ends(known, place),
    ]  # fmt: skip
    if watermark:
        lines.append(f'<text class="mark" x="{_LEFT}" y="12">{safe(watermark)}</text>')
    return "\n".join([*lines, "</svg>"])


def alt(trend: Trend) -> str:
    """The drawing in words."""
    known = [each for each in trend.points if words.is_known(each.value)]
    low = min(known, key=lambda each: each.value)
    high = max(known, key=lambda each: each.value)
    return _(
        "{title}, {unit}: lowest {low} ({low_date}), highest {high} ({high_date}).",
        title=trend.title, unit=_(trend.unit), low=words.short(low.value),
        low_date=words.day(low.period), high=words.short(high.value),
        high_date=words.day(high.period),
    )  # fmt: skip


Place = tuple[float, float, float, float]


def _place(known: list[Point]) -> Place:
    """First and last date, least and most value of the drawing."""
    low, high = min(each.value for each in known), max(each.value for each in known)
    # From zero where that keeps the change in sight; else from a little under the least.
    if low < 0.6 * high:
        low = min(low, 0.0)
    else:
        low -= 0.15 * (high - low) or 0.1 * abs(high) or 1.0
    first, last = known[0].at, known[-1].at
    return first, max(last, first + 0.1), low, max(high, low + 1e-9)


def _xy(point: Point, place: Place) -> tuple[float, float]:
    first, last, low, high = place
    x = _LEFT + (point.at - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)
    y = _HEIGHT - _BOTTOM - (point.value - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)
    return x, y


def _paths(points: tuple[Point, ...], place: Place) -> Iterator[str]:
    """The line in parts: it ends before what is unknown and where a series breaks."""
    part: list[str] = []
    for each in points:
        if math.isnan(each.value) or each.obs_status == "B":
            if len(part) > 1:
                yield "M" + "L".join(part)
            part = []
        if not math.isnan(each.value):
            part.append("{:.1f} {:.1f}".format(*_xy(each, place)))
    if len(part) > 1:
        yield "M" + "L".join(part)


def _marks(known: list[Point], place: Place) -> Iterator[str]:
    for each in known:
        x, y = _xy(each, place)
        if each.obs_status != "A" or each.evidence == "estimated":
            yield f'<circle class="doubt" cx="{x:.1f}" cy="{y:.1f}" r="2.6"/>'
        elif len(known) <= _MOST_MARKED:
            yield f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="1.9"/>'


def _axis(known: list[Point], place: Place) -> Iterator[str]:
    """The base line, the first and last year, and zero where it is the base."""
    base = _HEIGHT - _BOTTOM
    right = _WIDTH - _RIGHT
    yield f'<path class="base" d="M{_LEFT} {base}H{right}"/>'
    zero = "0" if place[2] == 0 else safe(_("not from 0"))
    yield f'<text class="quiet" x="{right + 6}" y="{base + 3}">{zero}</text>'
    yield f'<text class="quiet" x="{_LEFT}" y="{_HEIGHT - 5}">{safe(_year(known[0]))}</text>'
    yield (f'<text class="quiet end" x="{right}" y="{_HEIGHT - 5}">{safe(_year(known[-1]))}'
           "</text>")  # fmt: skip


def _year(point: Point) -> str:
    return point.period.rsplit("/", 1)[-1][:4]


def _ends(known: list[Point], place: Place) -> Iterator[str]:
    """The last figure beside its point, the first above its own."""
    x, y = _xy(known[-1], place)
    yield f'<text class="last" x="{x + 6:.1f}" y="{y + 4:.1f}">{_short(known[-1].value)}</text>'
    x, y = _xy(known[0], place)
    yield f'<text class="quiet" x="{x:.1f}" y="{y - 7:.1f}">{_short(known[0].value)}</text>'


def _short(value: float) -> str:
    long, brief = _("{count} million", count=""), _("{count} m", count="")
    return safe(
        words.short(value).replace(long.replace(" ", words.THIN), brief.replace(" ", words.THIN))
    )


def _style(colours: Palette) -> str:
    font = "font-family:'Source Sans',sans-serif"
    return (
        f"<style>.ground{{fill:none}}.line{{fill:none;stroke:{colours.bar};stroke-width:1.6}}"
        f".point{{fill:{colours.bar}}}"
        f".doubt{{fill:{colours.border};stroke:{colours.selected};stroke-width:1.1}}"
        f".base{{stroke:{colours.hatch};stroke-width:.8}}"
        f".quiet{{{font};font-size:10.5px;fill:{colours.quiet_text}}}.end{{text-anchor:end}}"
        f".last{{{font};font-size:12px;font-weight:600;fill:{colours.text}}}"
        f".mark{{{font};font-size:10px;fill:{colours.selected}}}</style>"
    )
