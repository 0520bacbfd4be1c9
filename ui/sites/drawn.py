"""The map: who has a place in reach today, who newly would, who still would not; the new places."""

from functools import lru_cache

import numpy as np
import pandas as pd
import streamlit as st

from analysis.classes import UNKNOWN
from ui import mapping, mapview, words
from ui.connection import reading
from ui.language import _, current, later, n_, plural
from ui.palette import Palette
from ui.picture import Bounds, Mark, Picture
from ui.reach.cells import names_of
from ui.reach.found import found_of
from ui.reach.hexagons import grouped, points_url, resolution_of, shapes_of
from ui.reach.way import by_place
from ui.shapes import Shapes, insets_url
from ui.shapes import shapes_of as outlines_of
from ui.sites.asked import SitesChoice
from ui.sites.plans import plan_of
from ui.sites.problem import problem_of
from ui.store import SQL, Dataset, ask

IN_REACH, NEWLY, OUT = range(3)
_CLASSES = (later("in reach today"), later("newly in reach"), later("still out of reach"))
# Where a place takes only so many, whoever is in reach of it may still be without.
_LIMITED = (later("in reach today"), later("mostly taken in"), later("mostly still without"))
UNKNOWN_MEANS = later("unknown: residents, or places, not on record")
# A hexagon of many cells is newly in reach where at least so many of its people are.
_LEAST = 0.1
_TOO_MANY = {
    "health": plural(
        "{count} hospital is too many for dots here.",
        "{count} hospitals are too many for dots here.",
    ),
    "reception": plural(
        "{count} reception centre is too many for dots here.",
        "{count} reception centres are too many for dots here.",
    ),
    "": plural(
        "{count} place for {service} is too many for dots here.",
        "{count} places for {service} are too many for dots here.",
    ),
}
_ACROSS = {4: "45 km", 5: "17 km", 6: "6 km"}


def picture_of(dataset: Dataset, choice: SitesChoice) -> Picture:
    """The map of cells with the new places numbered on it; the same one each time."""
    return _picture(dataset, choice, current())


@st.cache_resource(max_entries=16, show_spinner=False)
def _picture(dataset: Dataset, choice: SitesChoice, language: str) -> Picture:
    """The picture in the language that is spoken."""
    way, countries = choice.task.way, choice.task.where.countries
    rows = _hexagons(dataset, choice)
    rows["place"] = rows["region_id"].map(names_of(dataset))
    rows["level"] = rows["file_level"] = 0
    rows["map_class"] = classes(rows)
    rows["label"] = [
        _("unknown")
        if np.isnan(today)
        else _("{today} today, {then} then", today=_pc(today), then=_pc(today + newly))
        for today, newly in zip(rows["covered"], rows["newly"], strict=True)
    ]
    return Picture(
        dataset, rows, 0, countries,
        tuple(_(each) for each in (_CLASSES if choice.task.takes is None else _LIMITED)),
        _(UNKNOWN_MEANS), _("within {far}", far=way.far()),
        _("Map of cells: {question} The tables below hold places and territories.",
          question=choice.question()),
        scale="sites", watermark=dataset.watermark, marks=_marks(dataset, choice),
    )  # fmt: skip


def classes(rows: pd.DataFrame) -> "pd.Series[int]":
    """The class of each hexagon, from the shares of its people: covered, newly, out; NaN unknown.

    What changes is seen first: most of those who have none today, if they are some.

    >>> rows = pd.DataFrame({"covered": [0.6, 0.6, 0.3, 0.95, np.nan],
    ...                      "newly": [0.3, 0.0, 0.1, 0.05, np.nan],
    ...                      "out": [0.1, 0.4, 0.6, 0.0, np.nan]})
    >>> classes(rows).tolist()
    [1, 0, 2, 0, -1]
    """
    newly = (rows["newly"] >= _LEAST) & (rows["newly"] > rows["out"])
    out = rows["out"] > rows["covered"] + rows["newly"]
    found = np.select([rows["out"].isna(), newly, out], [UNKNOWN, NEWLY, OUT], IN_REACH)
    return pd.Series(found, index=rows.index).astype("int64")


def _hexagons(dataset: Dataset, choice: SitesChoice) -> pd.DataFrame:
    """Hexagons with the shares of their people who are covered, newly covered, and neither."""
    task = choice.task
    problem, plan = problem_of(dataset, task), plan_of(dataset, choice)
    found = found_of(dataset, task.way)
    countries = task.where.countries
    cells = found[found["country"].isin(countries)] if countries else found
    cells = cells.assign(known=False, covered=0.0, newly=0.0)
    at = problem.cells["at"]
    people = problem.people
    newly = np.divide(plan.newly, people, out=np.zeros(len(people)), where=people > 0)
    cells.loc[at, "known"] = True
    cells.loc[at, "covered"] = problem.covered.astype(float)
    cells.loc[at, "newly"] = newly
    cells["out"] = 1 - cells["covered"] - cells["newly"]
    return grouped(dataset, cells, countries, ["covered", "newly", "out"])


def _marks(dataset: Dataset, choice: SitesChoice) -> tuple[Mark, ...]:
    """The numbers of the new places, in the middle of their cells."""
    task = choice.task
    problem, plan = problem_of(dataset, task), plan_of(dataset, choice)
    cells = problem.cells["cell"].iloc[problem.sites[plan.picks.sites]].tolist()
    statement = (SQL / "cell_corners.sql").read_text("utf-8")
    marks = []
    with reading(dataset) as cursor:
        for number, cell in enumerate(cells, 1):
            corners = cursor.execute(statement, {"cell": int(cell)}).fetchone()
            x, y = np.reshape(corners[0], (-1, 2)).mean(axis=0) if corners else (np.nan, np.nan)
            marks.append((round(float(x), 4), round(float(y), 4), str(number)))
    return tuple(marks)


def draw(dataset: Dataset, choice: SitesChoice, picture: Picture, palette: Palette) -> None:
    """The map; a click chooses a cell, a click on it again lets it go."""
    shapes = shapes_of(dataset, picture.countries)
    bounds = mapping.bounds_of(picture)
    points, _ = points_url(dataset, choice.task.way.asked, bounds)
    at = st.query_params.get("at", "")
    outline = _outline(dataset, picture, at) if at in picture.rows.index else ""
    mapping.show(_deck(picture, shapes, points, palette, bounds, outline), picture.alt)


@lru_cache(maxsize=16)
def _deck(  # noqa: PLR0913, PLR0917  # what a drawing is made of
    picture: Picture, shapes: Shapes, points: str, palette: Palette, bounds: Bounds, outline: str
) -> mapview.CompactDeck:
    """The deck of a picture, remembered between reruns."""
    drawing = mapview.Drawing(
        rows=picture.rows, shapes=(shapes,), ground=outlines_of(picture.dataset, 0),
        insets_url=insets_url(picture.dataset), unit=picture.unit, bounds=bounds,
        classes=len(picture.classes), palette=palette, scale=picture.scale,
        watermark=picture.watermark, points_url=points, borders=False, marks=picture.marks,
    )  # fmt: skip
    return mapview.deck(drawing, outline)


def _outline(dataset: Dataset, picture: Picture, at: str) -> str:
    """The cell that is chosen, as lines."""
    (corners,) = ask(dataset, "cell_corners", cell=int(str(picture.rows.loc[at, "hexagon"])))[
        "corners"
    ]
    ring = np.reshape(corners, (-1, 2)).round(4).tolist()
    return f'{{"type":"MultiLineString","coordinates":[{[*ring, ring[0]]}]}}'


def note(dataset: Dataset, choice: SitesChoice, picture: Picture) -> str:
    """What a cell, a number and a dot are."""
    task = choice.task
    resolution = resolution_of(dataset, task.where.countries)
    url, many = points_url(dataset, task.way.asked, mapping.bounds_of(picture))
    service = task.way.service
    said = [_("A number is a new place, a cell about {across} across.", across=_ACROSS[resolution])]
    if resolution != 6:
        said.append(
            _(
                "It is newly in reach where most of those who have none today, and a tenth of its "
                "people at least, would have one. Choose a country for finer cells."
            )
        )
    if url:
        text = by_place(
            service,
            later("Dots are hospitals on record; protected ones count but are never shown."),
            later(
                "Dots are reception centres on record; protected ones count but are never shown."
            ),
            later(
                "Dots are places for {service} on record; protected ones count but are never shown."
            ),
        )
        said.append(_(text, service=words.SERVICE_WORDS[service]))
    elif many:
        pair = _TOO_MANY.get(service, _TOO_MANY[""])
        said.append(n_(*pair, many, service=words.SERVICE_WORDS[service]))
    return " ".join(said)


def _pc(share: float) -> str:
    return f"{words.share_of(100 * min(share, 1.0))} %"
