"""A cell that is chosen: what its people reach, and what one more place here would change."""

import pandas as pd
import streamlit as st

from analysis.classes import UNKNOWN
from ui import address, chosen, words
from ui.picture import Picture
from ui.reach import across
from ui.reach.ground import cells_of
from ui.reach.offer import is_complete, offer_of
from ui.reach.regions import means_of_groups, regions_of
from ui.reach.shades import said
from ui.reach.way import COVERED, DISTANCE, ReachChoice, group_words, place_of
from ui.reach.working import one_more_worked_out
from ui.store import Dataset, ask

_USUAL_PLACES = 50.0
_MOST = 5
_PC = f"{words.THIN}%"


def chosen_cell(dataset: Dataset, choice: ReachChoice, picture: Picture) -> str | None:
    """The cell in the address, or the one with most people of the territory in it."""
    at = st.query_params.get("at")
    if at is None or at in picture.rows.index:
        return at
    codes = ask(dataset, "region")["territory_id"]
    if at not in set(codes):
        return None
    rows = picture.rows[picture.rows["region_id"].str.startswith(at)]
    return None if rows.empty else str(rows["people"].idxmax())


def cell(dataset: Dataset, choice: ReachChoice, picture: Picture, at: str) -> None:
    """The chosen cell in sentences, and the question what if."""
    row = picture.rows.loc[[at]].iloc[0]
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### A cell in {words.escaped(str(row['place']))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
    st.markdown(_sentence(dataset, row, choice))
    territory = regions_of(dataset, choice.way, choice.where)
    around = [code for code in territory.index if str(row["region_id"]).startswith(str(code))]
    if (
        around
        and is_complete(dataset, choice.way.service)
        and words.is_known(territory.loc[around[-1], "nearest_km"])
    ):
        of = territory.loc[around[-1]]
        share, who = f"{words.rate(of['abroad_percent'])}{_PC}", choice.way.people()
        abroad = (
            f" For {share} of {who} it is across a border." if of["abroad_percent"] >= 0.05 else ""
        )
        st.caption(
            f"{words.escaped(str(of['place']))} as a whole: {words.rate(of['nearest_km'])} "
            f"{choice.way.unit} to "
            f"the nearest on average.{abroad}"
        )
    _across(dataset, choice, row)
    _what_if(dataset, choice, row)


def own_groups(dataset: Dataset, choice: ReachChoice) -> None:
    """What holds for each of the reader's own groups of territories, in a sentence."""
    if not choice.groups:
        return
    st.markdown("##### Own groups of territories")
    means = means_of_groups(dataset, choice.way, choice.groups)
    for row in means.to_dict("records"):
        told = pd.Series(row).rename({"residents": "people", "people": "weight"})
        told["map_class"] = 0 if words.is_known(row["km"]) else UNKNOWN
        if not words.is_known(row["residents"]):
            told["people"] = 0.0
        dark = float(row["unknown_people_percent"] or 0)
        rest = f" Unknown for {words.rate(dark)}{_PC} of residents." if dark >= 0.05 else ""
        text = f"{_sentence(dataset, told, choice)}{rest}"
        st.markdown(f"{words.escaped(str(row['place']))}: {text}")


def _across(dataset: Dataset, choice: ReachChoice, row: pd.Series) -> None:
    """What people reach across borders, and who comes to the places that stand here."""
    home = str(row["region_id"])[:2]
    said = [
        across.sentence_of_reached(dataset, choice.way, int(row["cell"]), home),
        across.sentence_of_comers(dataset, choice.way, int(row["hexagon"])),
    ]
    if any(said):
        st.markdown(" ".join(each for each in said if each))


def _of_some(row: pd.Series, choice: ReachChoice) -> str:
    """What is sure where only some places are known."""
    if choice.way.show == DISTANCE:
        return f"**At most {words.rate(float(row['km']))} {choice.way.unit} to the nearest.**"
    if choice.way.show == COVERED:
        return f"**At least {said(*[float(row['served_lower']) * 100] * 2)}{_PC} served.**"
    return (
        f"**At least {said(*[float(row['lower'])] * 2)} places per 1,000 {choice.way.people()}.**"
    )


def _sentence(dataset: Dataset, row: pd.Series, choice: ReachChoice) -> str:
    people = f"{words.short(float(row['people']))} residents."
    if choice.way.by_need and row["map_class"] != UNKNOWN:
        many = words.short(round(float(row["weight"])))
        people = f"{people[:-1]}, of these about {many} {group_words(choice.way.group)}."
    if row["map_class"] == UNKNOWN:
        return f"**Unknown**: residents, or places in reach, are not on record here. {people}"
    if not is_complete(dataset, choice.way.service):
        return f"{_of_some(row, choice)} {people}"
    if choice.way.show == DISTANCE:
        far = f"{words.rate(float(row['km']))} {choice.way.unit}"
        return f"**{far} to the nearest known {place_of(choice.way.service)}.** {people}"
    if choice.way.show == COVERED:
        parts = {name: float(row[name]) * 100 for name in
                 ("served_lower", "served_upper", "full_lower", "full_upper", "out")}  # fmt: skip
        return (
            f"**{said(parts['served_lower'], parts['served_upper'])}{_PC} served, "
            f"{said(parts['full_lower'], parts['full_upper'])}{_PC} in reach of full places, "
            f"{words.rate(parts['out'])}{_PC} out of reach.** {people}"
        )
    rate = said(float(row["lower"]), float(row["upper"]))
    return f"**{rate} places per 1,000 {choice.way.people()}.** {people}"


def _what_if(dataset: Dataset, choice: ReachChoice, row: pd.Series) -> None:
    """One more place here, for as many as the reader says."""
    if choice.way.show != COVERED:
        st.caption("Show *Served, full, out of reach* to see what one more place here changes.")
        return
    if choice.way.own:
        st.caption("Your table of travel times says nothing of a place that is not there yet.")
        return
    if not words.is_known(row["out"]):
        st.caption("What one more place here changes cannot be told: nothing is known around it.")
        return
    typical = offer_of(dataset, choice.way.asked).typical
    st.markdown("##### What if there were one more here?")
    capacity = st.number_input(
        "Places it has", min_value=0.0, max_value=1e6, step=None, format="%g",
        **address.number("more", "more", typical or _USUAL_PLACES),
    )  # fmt: skip
    cells = cells_of(dataset)
    (centre,) = cells[cells["cell"] == row["cell"]][["lon", "lat"]].to_numpy()
    at = (float(centre[0]), float(centre[1]))
    gain = one_more_worked_out(dataset, choice.way, at, float(capacity))
    if gain is None:
        return
    if not is_complete(dataset, choice.way.service):
        st.caption("If the places on record were all there are:")
    st.markdown(_gained(dataset, choice, gain, float(capacity)))


def _gained(dataset: Dataset, choice: ReachChoice, gain: pd.DataFrame, capacity: float) -> str:
    """Who would be newly covered."""
    lower, upper = gain["lower"].sum(), gain["upper"].sum()
    reached = gain["reached"].sum()
    who = choice.way.people()
    if upper < 0.5 and reached < 0.5:
        return "**Nobody would be newly served**: the people in reach find room already."
    many = _people(lower, upper)
    lines = [
        f"**{many} more {who} would be served**, with {words.number(capacity)} places.",
        f"A place would come into reach of {words.short(round(reached))} {who} who had none."
        if reached >= 0.5
        else "All of them are in reach of places that are full.",
    ]
    names = ask(dataset, "region").set_index("territory_id")
    top = gain.sort_values("upper", ascending=False).head(_MOST)
    for each in top.to_dict("records"):
        if each["upper"] < 0.5:
            continue
        region = names.loc[each["region_id"]]
        place = f"{region['name']}, {words.country(str(region['country']))}"
        lines.append(f"- {words.escaped(place)}: {_people(each['lower'], each['upper'])}")
    return "\n\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:])


def _people(lower: float, upper: float) -> str:
    low, high = words.short(round(lower)), words.short(round(upper))
    return low if low == high else f"{low} to {high}"
