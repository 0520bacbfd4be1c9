"""Where the reader looks: a cell of the map, or a territory and the cell around most of it."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from ui import chosen, words
from ui.language import _, later
from ui.picture import Picture
from ui.reach.cells import names_of
from ui.reach.ground import cells_of
from ui.reach.hexagons import hexagon_of
from ui.reach.offer import is_complete
from ui.reach.regions import whole_of
from ui.reach.way import ReachChoice
from ui.store import Dataset, ask


@dataclass(frozen=True)
class At:
    """What is looked at: `hexagon` is its code on the map, None where the map has none of it.

    `cell` is the finest cell that stands for it, that of most residents: of the hexagon, or of the
    `territory` where one is chosen.
    """

    hexagon: str | None
    cell: int | None = None
    territory: str | None = None


def chosen_at(dataset: Dataset, choice: ReachChoice, picture: Picture) -> At | None:
    """The cell or the territory in the address; None where there is neither."""
    code = st.query_params.get("at")
    return None if code is None else at_of(dataset, choice, picture, code)


def at_of(dataset: Dataset, choice: ReachChoice, picture: Picture, code: str) -> At | None:
    """What a code of the address is; None where it is no cell of the map and no territory."""
    if code in picture.rows.index:
        return At(code, int(picture.rows.loc[[code], "cell"].iloc[0]))
    if code not in set(ask(dataset, "region")["territory_id"]):
        return None
    cell = most_populous(dataset, code)
    if cell is None:
        return At(None, None, code)
    hexagon = hexagon_of(dataset, cell, choice.where.countries)
    return At(hexagon if hexagon in picture.rows.index else None, cell, code)


def most_populous(dataset: Dataset, territory_id: str) -> int | None:
    """The finest cell of a territory with most residents, None where it has no cell."""
    every, cells = ask(dataset, "membership"), cells_of(dataset)
    regions = every.loc[every["territory_id"] == territory_id, "region_id"]
    inside = cells[cells["region_id"].isin(regions)]
    if inside.empty:
        return None
    return int(inside["cell"].to_numpy()[inside["residents"].fillna(0.0).to_numpy().argmax()])


def row_of(dataset: Dataset, picture: Picture, at: At) -> pd.Series:
    """The row of the hexagon looked at, with the cell, region and place of what stands for it."""
    row = picture.rows.loc[[at.hexagon]].iloc[0].copy()
    if at.territory is not None:
        cells = cells_of(dataset)
        (region,) = cells.loc[cells["cell"] == at.cell, "region_id"].astype(str)
        row["cell"], row["region_id"] = at.cell, region
        row["place"] = names_of(dataset)[region]
    return row


def territory(dataset: Dataset, choice: ReachChoice, at: At) -> None:
    """A territory that is chosen, as a whole, whether or not the map has a cell of it."""
    if at.territory is None:
        return
    of = whole_of(dataset, choice.way, at.territory)
    chosen.heading(dataset, at.territory, str(of["place"]))
    st.markdown(sentence(dataset, choice, of))
    if at.cell is None:
        st.caption(_("It is smaller than the cells of the map: none lies in it."))
    elif at.hexagon is None:
        st.caption(
            _("The map does not show it: other countries are chosen, or nobody lives there.")
        )


def sentence(dataset: Dataset, choice: ReachChoice, of: pd.Series) -> str:
    """How far the nearest place is on average in a territory, and for how many that is known."""
    place, way = words.escaped(str(of["place"])), choice.way
    if not words.is_known(of["nearest_km"]):
        return _("{place}: unknown. Residents, or places in reach, are not on record.", place=place)
    dark, complete = float(of["unknown_people_percent"]), is_complete(dataset, way.service)
    text = _(
        _how_far(complete, dark < 0.05), place=place,
        amount=way.in_unit(words.rate(of["nearest_km"])),
        share=words.with_unit(100 - dark, "%"),
    )  # fmt: skip
    if not complete or of["abroad_percent"] < 0.05:
        return text
    abroad = _(
        "For {share} of {people} it is across a border.",
        share=words.with_unit(of["abroad_percent"], "%"), people=way.people(),
    )  # fmt: skip
    return f"{text} {abroad}"


def _how_far(complete: bool, all_known: bool) -> str:
    if complete and all_known:
        return later("{place} as a whole: {amount} to the nearest on average.")
    if complete:
        return later("{place}: {amount} to the nearest on average, known for {share} of residents.")
    if all_known:
        return later("{place} as a whole: at most {amount} to the nearest on average.")
    return later(
        "{place}: at most {amount} to the nearest on average, known for {share} of residents."
    )
