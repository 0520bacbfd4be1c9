"""The finding above the map, and what to say where nothing is known."""

import streamlit as st

from ui.area.spread import Spread
from ui.language import Words, _, n_, plural
from ui.partnership.choice import MISSING, NETWORK, SEATS, Choice
from ui.words import LEVEL_NOUN, count_of, countries, escaped, number

_NOTHING = Words(
    {
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
            "**No territory's own body** in which newcomers sit is known. Municipalities, regions "
            "and ministries could publish seats, members, meetings and powers of their councils."
        ),
    }
)
_KNOWN = {
    "who": plural(
        "Organisations at work are known in **{known} of {count} territory** ({level} or larger), "
        "in {countries}; the middle one has {middle}.",
        "Organisations at work are known in **{known} of {count} territories** ({level} or "
        "larger), in {countries}; the middle one has {middle}.",
    ),
    MISSING: plural(
        "Some type of actor is known in **{known} of {count} territory**, in {countries}; the "
        "middle one has {middle} of seven.",
        "Some type of actor is known in **{known} of {count} territories**, in {countries}; the "
        "middle one has {middle} of seven.",
    ),
    NETWORK: plural(
        "Agreements between organisations are listed for **{known} of {count} territory**, in "
        "{countries}.",
        "Agreements between organisations are listed for **{known} of {count} territories**, in "
        "{countries}.",
    ),
    SEATS: plural(
        "The seats of **{known} of {count} territory** are counted, in {countries}: half of them "
        "give newcomers {middle} % of the seats or more.",
        "The seats of **{known} of {count} territories** are counted, in {countries}: half of "
        "them give newcomers {middle} % of the seats or more.",
    ),
}


def finding(spread: Spread, choice: Choice) -> str:
    """What the map shows in a sentence or two; the unknown part is said as unknown."""
    known, rows = spread.known, spread.rows
    if known.empty:
        return _NOTHING.get(choice.view, _NOTHING["who"])
    median = float(known["value"].median())
    middle = count_of(round(median), "type") if choice.view == MISSING else number(median)
    named = countries(sorted(known["country"].unique()))
    said = n_(
        *_KNOWN[choice.view], len(rows), known=number(len(known)), middle=middle,
        level=LEVEL_NOUN[choice.where.level], countries=named,
    )  # fmt: skip
    unknown = len(rows) - len(known)
    if not unknown:
        return said
    return f"{said} " + n_(
        "Of the other {count} nobody says, which is not to say none.",
        "Of the other {count} nobody says, which is not to say none.",
        unknown,
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
    st.markdown(f"##### {_('Where most is known')}")
    st.markdown(
        "\n".join(
            f"{i}. "
            + n_(
                "{place}: {count} organisation",
                "{place}: {count} organisations",
                int(row["value"]),
                place=escaped(str(row["place"])),
            )
            for i, row in enumerate(top.to_dict("records"), 1)
        )
    )
    st.caption(_("Most known is not most there: lists differ in what they hold."))
