"""The new places in their order, each explained: where it is, and whom it newly reaches."""

import pandas as pd
import streamlit as st

from ui import chosen, words
from ui.picture import Picture
from ui.reach.whole import heading
from ui.sites.asked import SitesChoice
from ui.sites.plans import plan_of
from ui.sites.problem import problem_of
from ui.sites.rows import of_which, people_of_site, sites_of
from ui.sites.say import PC, people
from ui.store import Dataset

_FIRST, _MOST_NAMED = 10, 3


def listed(dataset: Dataset, choice: SitesChoice) -> None:
    """The first ten, and the others where they are asked for."""
    said = [explained(dataset, choice, row) for row in sites_of(dataset, choice).to_dict("records")]
    if not said:
        return
    st.markdown("##### The new places, and whom each newly reaches")
    st.markdown("\n".join(f"{i}. {each}" for i, each in enumerate(said[:_FIRST], 1)))
    if rest := said[_FIRST:]:
        with st.expander(f"The other {len(rest)}"):
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
    text = f"**{named(row['place'])}**: {people(task.way, float(str(row['newly_reached'])))}"
    if len(parts) == 1:
        text += f", all in {named(parts[0][0])}"
    elif parts:
        some = [
            f"{people(task.way, many)} in {named(place)}" for place, many in parts[:_MOST_NAMED]
        ]
        more = len(parts) - len(some)
        rest = [words.count_of(more, "territory") + " more"] if more else []
        text += f", of these {words.listed(some + rest)}"
    added = float(str(row["worst_added_points"]))
    if words.is_known(added) and added >= 0.05:
        places: pd.Series = problem.territories["place"]
        text += (
            f". {named(places.iloc[plan.worst or 0])}, where fewest reach one today: "
            f"{words.rate(added)} points more"
        )
    return f"{text}."


def territory(choice: SitesChoice, rows: pd.DataFrame, at: str) -> str:
    """What changes in a territory that is chosen, in a sentence."""
    row, way = rows.loc[[at]].iloc[0], choice.task.way
    if not words.is_known(row["before_percent"]):
        return "**Unknown**: residents, or places in reach, are not on record."
    today, then = (words.share_of(float(row[each])) for each in ("before_percent", "after_percent"))
    who = way.people()
    if today == then:
        return f"{today}{PC} of {who} have one within {way.km} km, today and then."
    return (
        f"{today}{PC} of {who} have one within {way.km} km today, {then}{PC} then: "
        f"{people(way, float(row['newly_reached']))} more."
    )


def looked_at(choice: SitesChoice, picture: Picture, rows: pd.DataFrame) -> None:
    """What changes in the territory or the cell of the map that is chosen, if one is."""
    if at := chosen.territory(rows):
        heading(words.escaped(str(rows.loc[[at], "place"].iloc[0])))
        st.markdown(territory(choice, rows, at))
    elif at := chosen.territory(picture.rows):
        row = picture.rows.loc[[at]].iloc[0]
        heading(f"A cell in {words.escaped(str(row['place']))}")
        label = str(row["label"]).replace(" %", PC)
        st.markdown(f"{words.short(float(row['people']))} residents; within reach: {label}.")
