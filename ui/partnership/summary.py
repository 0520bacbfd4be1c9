"""The finding above the map, and what to say where nothing is known."""

import streamlit as st

from ui.area.spread import Spread
from ui.partnership.choice import MISSING, NETWORK, SEATS, Choice
from ui.words import LEVEL_NOUN, count_of, countries, escaped, number

_NOTHING = {
    "who": (
        "This dataset has **no list of organisations**. Who works with newcomers is unknown "
        "everywhere. Procurement portals could publish it, with buyer, provider, place and "
        "service of each contract, and so could the funds that pay projects."
    ),
    NETWORK: (
        "This dataset has **no agreement between organisations**. Who shares work is unknown "
        "everywhere. Whoever signs contracts, grants and memoranda could publish the parties."
    ),
    SEATS: (
        "**No territory's own body** in which newcomers sit is known. Municipalities, regions and "
        "ministries could publish seats, members, meetings and powers of their councils."
    ),
}


def finding(spread: Spread, choice: Choice) -> str:
    """What the map shows in a sentence or two; the unknown part is said as unknown."""
    known, rows = spread.known, spread.rows
    if known.empty:
        return _NOTHING.get(choice.view, _NOTHING["who"])
    level = LEVEL_NOUN[choice.where.level]
    at = f"{number(len(known))} of {number(len(rows))} territories"
    unknown = len(rows) - len(known)
    rest = (
        f" Of the other {number(unknown)} nobody says, which is not to say none." if unknown else ""
    )
    of = f"in {countries(sorted(known['country'].unique()))}"
    if choice.view == NETWORK:
        return f"Agreements between organisations are listed for **{at}**, {of}.{rest}"
    if choice.view == SEATS:
        most = known["value"].median()
        return (
            f"The seats of **{at}** are counted, {of}: half of them give newcomers "
            f"{most:.0f} % of the seats or more.{rest}"
        )
    if choice.view == MISSING:
        median = known["value"].median()
        return (
            f"Some type of actor is known in **{at}**, {of}; the middle one has "
            f"{count_of(round(median), 'type')} of seven.{rest}"
        )
    middle = number(float(known["value"].median()))
    return (
        f"Organisations at work are known in **{at}** ({level} or larger), {of}; the middle one "
        f"has {middle}.{rest}"
    )


def years(spread: Spread) -> str:
    """The years the map's figures are of, as a period; '' where none is dated."""
    found = sorted({str(each)[:4] for each in spread.known["period"].dropna()})
    return "" if not found else "/".join(sorted({found[0], found[-1]}))


def most_known(spread: Spread, most: int = 8) -> None:
    """The territories of which most is known: a place to begin."""
    top = spread.known[spread.known["value"] > 0].sort_values("value", ascending=False).head(most)
    if top.empty:
        return
    st.markdown("##### Where most is known")
    st.markdown(
        "\n".join(
            f"{i}. {escaped(str(row['place']))}: {number(row['value'])} organisations"
            for i, row in enumerate(top.to_dict("records"), 1)
        )
    )
    st.caption("Most known is not most there: lists differ in what they hold.")
