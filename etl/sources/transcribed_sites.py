"""Reception centres: the figures of one centre become one facility and its series.

Each figure is a row of `facility_observation`. The row of `facility` says the newest places
that are published, with the people present of the same date: places of one date and people
of another never stand side by side. A centre without published places has its newest row,
places NULL. Coordinates are the city's. Centres for children and for women are shown no finer
than NUTS 3, and the persons in a centre for children are rounded to 5.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from etl.sources.transcribed_places import facility_id, located, unsure_place, with_city_point
from etl.sources.transcribed_rows import Figure, Line, Transcript, measured
from etl.sources.transcribed_words import Stated, stated

PLACES, PRESENT = "reception_places", "people_hosted_persons"
_CHILDREN = re.compile(r"UAM|unaccompanied|children")
# Malta's houses for unaccompanied children, and for women alone and families.
_SHELTERS = frozenset({"Dar il-Liedna", "Balzan Open Centre"})
# Words in a note that doubt a centre's places, or the people present.
_DOUBT = {
    PLACES: re.compile(r"edition, \d+ in others|added places as \d+ and as"),
    PRESENT: re.compile(r"figure of the city council"),
}


class SiteFigure(NamedTuple):
    """One figure of one centre; without a figure the row only says that the centre exists."""

    name: str
    line: Line
    figure: Figure | None
    said: Stated


def site_figure(line: Line, name: str, figure: Figure | None) -> SiteFigure:
    """What a line says of the centre called `name`."""
    said = stated(line.record)
    doubt = _DOUBT.get(figure.measure_id) if figure is not None else None
    if doubt is not None and doubt.search(line.record["note"]):
        said = said._replace(obs_status="U")
    if said.value is not None and _is_for_children(line, name) and _counts_persons(figure):
        rounded = f"rounded to 5: people in a centre for children; {said.note or ''}".strip("; ")
        said = said._replace(value=5.0 * round(said.value / 5), note=rounded)
    return SiteFigure(name, line, figure, said)


def add_sites(found: Transcript, figures: Iterable[SiteFigure]) -> None:
    """Rows of `facility` and `facility_observation` for all figures of all centres."""
    centres: dict[tuple[str, str], list[SiteFigure]] = {}
    for item in figures:
        key = (item.line.record["territory_code"], item.name)
        centres.setdefault(key, []).append(item)
    for (territory_id, name), items in centres.items():
        identity = facility_id(territory_id, name)
        for item in items:
            found.cite(item.line)
            if item.figure is not None:
                row = {"facility_id": identity} | measured(item.said, item.figure)
                found.add("facility_observation", item.line, item.said, row)
        _add_facility(found, identity, items)


def _add_facility(found: Transcript, identity: str, items: list[SiteFigure]) -> None:
    """The one row of `facility` of a centre."""
    base = _newest(items, PLACES) or max(items, key=lambda item: item.said.period or "")
    present = [
        item
        for item in items
        if item.figure == Figure(PRESENT)
        and (item.said.period or "").startswith(base.said.period or "?")
    ]
    occupied = _newest(present, PRESENT)
    line, children = base.line, _is_for_children(base.line, base.name)
    shelter = children or base.name in _SHELTERS
    status = "U" if unsure_place(line) else base.said.obs_status
    note = with_city_point(base.said.note)
    if occupied is not None and occupied.line != line:
        note += f"; people present: line {occupied.line.number} of the file"
    row = {
        "facility_id": identity,
        "name": base.name,
        "kind": "reception",
        "service": "reception",
        "places": base.said.value if _measures(base, PLACES) else None,
        "occupied": occupied.said.value if occupied else None,
        "groups": "unaccompanied_children" if children else None,
        "mode": "on_site",
        "publish_level": "nuts3" if shelter else "point",
        "period": base.said.period,
    }
    said = base.said._replace(obs_status=status, note=note)
    found.add("facility", line, said, located(line) | row)


def _newest(items: list[SiteFigure], measure_id: str) -> SiteFigure | None:
    """The newest known figure of a measure."""
    known = [item for item in items if _measures(item, measure_id) and item.said.value is not None]
    return max(known, key=lambda item: item.said.period or "", default=None)


def _measures(item: SiteFigure, measure_id: str) -> bool:
    return item.figure is not None and item.figure.measure_id == measure_id


def _counts_persons(figure: Figure | None) -> bool:
    return figure is not None and figure.measure_id.endswith("_persons")


def _is_for_children(line: Line, name: str) -> bool:
    """Whether a centre is one for unaccompanied children."""
    return _CHILDREN.search(f"{name} {line.record['measure']} {line.record['note']}") is not None
