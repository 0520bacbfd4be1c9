"""The finding above the map, and what to say where nothing is known."""

from ui.area.spread import Spread
from ui.partnership.choice import MISSING, NETWORK, SEATS, Choice
from ui.words import LEVEL_NOUN, count_of, countries, number

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
            f"**{at}** have a known actor, {of}; the middle one knows "
            f"{count_of(round(median), 'type')} of seven.{rest}"
        )
    middle = number(float(known["value"].median()))
    return (
        f"Organisations at work are known in **{at}** ({level} or larger), {of}; the middle one "
        f"has {middle}.{rest}"
    )


def absent_title(choice: Choice) -> str:
    """A question for the bars of types of actor."""
    where = countries(list(choice.where.countries)) if choice.where.countries else "Europe"
    return f"Which types of actor are known, and where can nobody tell: {where}?"
