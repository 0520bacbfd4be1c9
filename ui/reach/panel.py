"""A cell that is chosen: what its people reach, and what one more place here would change."""

import pandas as pd
import streamlit as st

from analysis.classes import UNKNOWN
from ui import chosen, words
from ui.language import _, later
from ui.picture import Picture
from ui.reach import across, whole
from ui.reach.offer import is_complete
from ui.reach.regions import means_of_groups, regions_of
from ui.reach.shades import said
from ui.reach.way import COVERED, DISTANCE, ReachChoice, Way, by_place, group_words
from ui.reach.what_if import what_if
from ui.reach.whole import At
from ui.store import Dataset

_PC = f"{words.THIN}%"


def cell(dataset: Dataset, choice: ReachChoice, picture: Picture, at: At) -> None:
    """What is chosen in sentences: a territory, the cell around it, and the question what if."""
    whole.territory(dataset, choice, at)
    if at.hexagon is None:
        return
    row = whole.row_of(dataset, picture, at)
    if at.territory is None:
        chosen.titled(_("A cell in {place}", place=str(row["place"])))
    else:
        st.markdown(_("##### The cell around its most populous part"))
    st.markdown(_sentence(dataset, row, choice))
    if at.territory is None:
        _around(dataset, choice, row)
    _across(dataset, choice, row, "its" if at.territory is None else "the territory's")
    what_if(dataset, choice, row)


def _around(dataset: Dataset, choice: ReachChoice, row: pd.Series) -> None:
    """The territory around a cell."""
    territories = regions_of(dataset, choice.way, choice.where)
    around = [code for code in territories.index if str(row["region_id"]).startswith(str(code))]
    if around and words.is_known(territories.loc[around[-1], "nearest_km"]):
        st.caption(whole.sentence(dataset, choice, territories.loc[around[-1]]))


def own_groups(dataset: Dataset, choice: ReachChoice) -> None:
    """What holds for each of the reader's own groups of territories, in a sentence."""
    if not choice.groups:
        return
    st.markdown(_("##### Own groups of territories"))
    means = means_of_groups(dataset, choice.way, choice.groups)
    for row in means.to_dict("records"):
        told = pd.Series(row).rename({"residents": "people", "people": "weight"})
        told["map_class"] = 0 if words.is_known(row["km"]) else UNKNOWN
        if not words.is_known(row["residents"]):
            told["people"] = 0.0
        dark = float(row["unknown_people_percent"] or 0)
        text = _sentence(dataset, told, choice)
        if dark >= 0.05:
            rest = _("Unknown for {share} of residents.", share=words.with_unit(dark, "%"))
            text = f"{text} {rest}"
        st.markdown(words.labelled(words.escaped(str(row["place"])), text))


def _across(dataset: Dataset, choice: ReachChoice, row: pd.Series, whose: str) -> None:
    """What people reach across borders, and who comes to the places that stand here."""
    home = str(row["region_id"])[:2]
    part = whose if int(row["cell"]) != int(row["hexagon"]) else ""
    said = [
        across.sentence_of_reached(dataset, choice.way, int(row["cell"]), home, part),
        across.sentence_of_comers(dataset, choice.way, int(row["hexagon"])),
    ]
    if any(said):
        st.markdown(" ".join(each for each in said if each))


def _of_some(row: pd.Series, choice: ReachChoice) -> str:
    """What is sure where only some places are known."""
    if choice.way.show == DISTANCE:
        amount = choice.way.in_unit(words.rate(float(row["km"])))
        return _("**At most {amount} to the nearest.**", amount=amount)
    if choice.way.show == COVERED:
        served = f"{said(*[float(row['served_lower']) * 100] * 2)}{_PC}"
        return _("**At least {served} served.**", served=served)
    rate, people = said(*[float(row["lower"])] * 2), choice.way.people()
    return _("**At least {rate} places per 1,000 {people}.**", rate=rate, people=people)


def _sentence(dataset: Dataset, row: pd.Series, choice: ReachChoice) -> str:
    people = _residents(row, choice)
    if row["map_class"] == UNKNOWN:
        unknown = _("**Unknown**: residents, or places in reach, are not on record here.")
        return f"{unknown} {people}"
    if not is_complete(dataset, choice.way.service):
        return f"{_of_some(row, choice)} {people}"
    return f"{_of_all(row, choice.way)} {people}"


def _residents(row: pd.Series, choice: ReachChoice) -> str:
    """Who lives there, and how many of them are counted."""
    people = words.short(float(row["people"]))
    if not choice.way.by_need or row["map_class"] == UNKNOWN:
        return _("{count} residents.", count=people)
    return _(
        "{count} residents, of these about {many} {people}.", count=people,
        many=words.short(round(float(row["weight"]))), people=group_words(choice.way.group),
    )  # fmt: skip


def _of_all(row: pd.Series, way: Way) -> str:
    """What holds where all places are known."""
    if way.show == DISTANCE:
        text = by_place(
            way.service,
            later("**{amount} to the nearest known hospital.**"),
            later("**{amount} to the nearest known reception centre.**"),
            later("**{amount} to the nearest known place for {service}.**"),
        )
        amount = way.in_unit(words.rate(float(row["km"])))
        return _(text, amount=amount, service=words.SERVICE_WORDS[way.service])
    if way.show == COVERED:
        parts = {name: float(row[name]) * 100 for name in
                 ("served_lower", "served_upper", "full_lower", "full_upper", "out")}  # fmt: skip
        return _(
            "**{served} served, {full} in reach of full places, {out} out of reach.**",
            served=f"{said(parts['served_lower'], parts['served_upper'])}{_PC}",
            full=f"{said(parts['full_lower'], parts['full_upper'])}{_PC}",
            out=f"{words.rate(parts['out'])}{_PC}",
        )
    rate = said(float(row["lower"]), float(row["upper"]))
    return _("**{rate} places per 1,000 {people}.**", rate=rate, people=way.people())
