"""A territory among its neighbours as a drawing (SVG): where it is, in equal area, north up."""

from collections.abc import Iterator

from ui import words
from ui.language import _
from ui.palette import Palette
from ui.store import ask
from ui.territory.marked import safe
from ui.territory.model import Profile
from ui.territory.window import (
    HEIGHT,
    WIDTH,
    Box,
    Frame,
    Shape,
    at_home,
    box_of,
    frame_of,
    is_seen,
    middle_of,
    overlap,
    shapes_of,
)

_MOST_NAMED, _LONGEST, _ROW = 9, 22, 17.0


def locator(profile: Profile, colours: Palette) -> str:
    """The drawing; '' where the territory has no outline.

    Shape   : one path a territory, with its name as title; the territory itself is filled.
    """
    shapes = shapes_of(profile.dataset, profile.level)
    parts = [each for each in profile.territory_id.split("+") if each in shapes]
    if not parts:
        return ""
    frame = frame_of([box_of(at_home(profile.dataset, shapes[part])) for part in parts])
    near = {each.territory_id for each in profile.neighbours}
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" role="img" aria-label="{safe(alt(profile))}">',
        _style(colours), f'<rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>',
    ]  # fmt: skip
    drawn = [code for code, shape in shapes.items() if is_seen(shape, frame)]
    names = ask(profile.dataset, "region").set_index("territory_id")["name"]
    for code in drawn:
        kind = "own" if code in parts else "near" if code in near else "land"
        title = safe(str(names.get(code, code)))
        lines.append(f'<path class="{kind}" d="{frame.path(shapes[code])}"><title>{title}</title>'
                     "</path>")  # fmt: skip
    states = [each for each in shapes_of(profile.dataset, 0).values() if is_seen(each, frame)]
    lines += [f'<path class="state" d="{frame.path(shape)}"/>' for shape in states]
    lines += [f'<path class="edge" d="{frame.path(shapes[code])}"/>' for code in parts]
    lines += _labels(profile, shapes, frame, drawn)
    if profile.dataset.watermark:
        lines.append(f'<text class="mark" x="{WIDTH / 2}" y="{HEIGHT - 12}">'
                     f"{safe(profile.dataset.watermark)}</text>")  # fmt: skip
    return "\n".join([*lines, "</svg>"])


def alt(profile: Profile) -> str:
    """The map in words."""
    near = [each.name for each in profile.neighbours[:_MOST_NAMED]]
    said = _("Map: where {name} lies.", name=profile.name)
    if not near:
        return said
    return f"{said} " + _("Beside it: {names}.", names=words.listed(near))


def _labels(
    profile: Profile, shapes: dict[str, Shape], frame: Frame, drawn: list[str]
) -> Iterator[str]:
    """Names of the territory and its neighbours, each where no name is yet."""
    taken: list[Box] = []
    order = [(profile.territory_id.split("+")[0], profile.name, "name")]
    order += [(each.territory_id, each.name, "other") for each in profile.neighbours]
    for code, name, kind in order[: _MOST_NAMED + 1]:
        if code not in drawn:
            continue
        x, y = middle_of(shapes[code], frame)
        text = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        half = (4.0 if kind == "name" else 3.1) * len(text)
        x = min(max(x, half + 4), WIDTH - half - 4)
        y = min(max(y, _ROW), HEIGHT - 6.0)
        box = (x - half, y - _ROW / 2, x + half, y + _ROW / 2)
        if any(overlap(box, other) for other in taken):
            continue
        taken.append(box)
        yield f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}">{safe(text)}</text>'


def _style(colours: Palette) -> str:
    text = "font-family:'Source Sans',sans-serif;text-anchor:middle;paint-order:stroke;" \
           f"stroke:{colours.border};stroke-width:3px;stroke-linejoin:round"  # fmt: skip
    return (
        f"<style>.sea{{fill:{colours.border}}}.land{{fill:{colours.ground}}}"
        f".near{{fill:{colours.stops[1]}}}.own{{fill:{colours.bar}}}"
        f".land,.near,.own{{stroke:{colours.border};stroke-width:.7}}"
        f".state{{fill:none;stroke:{colours.country_border};stroke-width:.9}}"
        f".edge{{fill:none;stroke:{colours.text};stroke-width:1.1}}"
        f".name{{{text};fill:{colours.text};font-size:15px;font-weight:600}}"
        f".other{{{text};fill:{colours.text};font-size:11.5px}}"
        f".mark{{{text};fill:{colours.selected};font-size:12px}}</style>"
    )
