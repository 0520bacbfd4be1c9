"""The new places in their order, each explained: where it is, and whom it newly reaches."""

import math

import pandas as pd
import streamlit as st

from ui import chosen, words
from ui.language import _, n_
from ui.picture import Picture
from ui.sites.asked import SitesChoice
from ui.sites.plans import plan_of
from ui.sites.problem import places_in, problem_of
from ui.sites.rows import of_which, people_of_site, sites_of
from ui.sites.say import PC, people
from ui.store import Dataset

_FIRST, _MOST_NAMED = 10, 3


def listed(dataset: Dataset, choice: SitesChoice) -> None:
    """The first ten, and the others where they are asked for."""
    said = [explained(dataset, choice, row) for row in sites_of(dataset, choice).to_dict("records")]
    if not said:
        return
    st.markdown(_("##### The new places, and whom each newly reaches"))
    st.markdown("\n".join(f"{i}. {each}" for i, each in enumerate(said[:_FIRST], 1)))
    if rest := said[_FIRST:]:
        with st.expander(n_("The other {count}", "The other {count}", len(rest))):
            st.markdown("\n".join(f"{i}. {each}" for i, each in enumerate(rest, _FIRST + 1)))


def explained(dataset: Dataset, choice: SitesChoice, row: dict[object, object]) -> str:
    """One new place in a sentence or two."""
    task = choice.task
    alone = len(task.where.countries) == 1

    def named(place: object) -> str:
        return words.escaped(
            str(place).rpartition(", ")[0] if alone and ", " in str(place) else str(place)
        )

    problem, plan = problem_of(dataset, task), plan_of(dataset, choice)
    parts = of_which(problem, people_of_site(problem, plan, int(str(row["site"])) - 1))
    whom = {
        "place": named(row["place"]),
        "people": people(task.way, float(str(row["newly_reached"]))),
    }
    if not parts:
        text = _("**{place}**: {people}.", **whom)
    elif len(parts) == 1:
        where = named(parts[0][0])
        text = _("**{place}**: {people}, all in {territory}.", territory=where, **whom)
    else:
        some = [
            _("{people} in {place}", people=people(task.way, many), place=named(place))
            for place, many in parts[:_MOST_NAMED]
        ]
        if more := len(parts) - len(some):
            count = words.counted(more)
            some.append(n_("{count} territory more", "{count} territories more", more, count=count))
        text = _("**{place}**: {people}, of these {listed}.", listed=words.listed(some), **whom)
    added = float(str(row["worst_added_points"]))
    if not words.is_known(added) or added < 0.05:
        return text
    least = n_(
        "{place}, where fewest reach one today: {count} points more.",
        "{place}, where fewest reach one today: {count} points more.", math.ceil(added),
        place=named(places_in(problem).iloc[plan.worst or 0]), count=words.rate(added),
    )  # fmt: skip
    return f"{text} {least}"


def territory(choice: SitesChoice, rows: pd.DataFrame, at: str) -> str:
    """What changes in a territory that is chosen, in a sentence."""
    row, way = rows.loc[[at]].iloc[0], choice.task.way
    if not words.is_known(row["before_percent"]):
        return _("**Unknown**: residents, or places in reach, are not on record.")
    today, then = (
        f"{words.share_of(float(row[each]))}{PC}" for each in ("before_percent", "after_percent")
    )
    parts = {"today": today, "people": way.people(), "far": way.far()}
    if today == then:
        return _("{today} of {people} have one within {far}, today and then.", **parts)
    return _(
        "{today} of {people} have one within {far} today, {then} then: {more} more.",
        then=then, more=people(way, float(row["newly_reached"])), **parts,
    )  # fmt: skip


def looked_at(choice: SitesChoice, picture: Picture, rows: pd.DataFrame) -> None:
    """What changes in the territory or the cell of the map that is chosen, if one is."""
    if at := chosen.territory(rows):
        chosen.heading(picture.dataset, at, str(rows.loc[[at], "place"].iloc[0]))
        st.markdown(territory(choice, rows, at))
    elif at := chosen.territory(picture.rows):
        row = picture.rows.loc[[at]].iloc[0]
        chosen.titled(_("A cell in {place}", place=str(row["place"])))
        label = str(row["label"]).replace(" %", PC)
        st.markdown(
            _("{count} residents; within reach: {label}.",
              count=words.short(float(row["people"])), label=label)
        )  # fmt: skip
