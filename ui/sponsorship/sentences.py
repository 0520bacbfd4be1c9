"""Who came, who sponsors and what was pledged in one territory, in sentences."""

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
import pandas as pd

from analysis import sponsorship
from analysis.sponsorship import SINCE_START
from ui import words
from ui.sponsorship.choice import (
    ARRIVALS,
    GROUPS,
    PATHWAYS,
    PLEDGED,
    RATIO,
    SponsorshipChoice,
)
from ui.sponsorship.figures import found_of
from ui.sponsorship.words import rows_of
from ui.store import Dataset, ask

Row = dict[Hashable, Any]


def sentences(dataset: Dataset, choice: SponsorshipChoice, at: str) -> list[str]:
    """Arrivals, groups and pledges of one territory, whichever of them the map shows."""
    region = ask(dataset, "region").set_index("territory_id")
    country = str(region.loc[at, "country"])

    def figure(show: str) -> Row:
        found = found_of(dataset, show, choice.schemes, choice.year).set_index("territory_id")
        return found.loc[[at]].iloc[0].to_dict() if at in found.index else {}

    arrived, groups = figure(ARRIVALS), figure(GROUPS)
    said = [_arrivals(arrived, choice, country), _groups(groups), *_pledges(figure)]
    return [each for each in said if each]


def _arrivals(row: Row, choice: SponsorshipChoice, country: str) -> str:
    """Who arrived, or why that is unknown and whom to ask."""
    pathway = PATHWAYS[choice.pathway]
    least, most = (float(row.get(name, np.nan)) for name in ("lower_count", "upper_count"))
    if words.is_known(row.get("count")):
        until = "until " if row["arrivals_span"] == SINCE_START else ""
        said = (
            f"**{words.number(row['count'])} persons** arrived through {pathway} "
            f"({until}{words.day(str(row['period']))}), "
            f"{words.rate(row['value'])} per 100,000 residents."
        )
        if words.is_known(most) and most > row["count"]:
            more = words.number(most - row["count"])
            said += f" Up to {more} more may have come here: they are listed without a region."
        return said
    if words.is_known(most):
        return (
            f"**Arrivals unknown.** Nobody is listed here {choice.time()}, which is not a "
            f"published zero: {words.number(most)} persons of the country are listed without a "
            "region."
        )
    if words.is_known(least) and least > 0:
        return f"**{words.number(least)} arrivals at least**: only a part of it is counted."
    return (
        f"**Arrivals unknown.** No source tells of {pathway} here {choice.time()}; ask "
        f"{whom(country)}."
    )


def whom(country: str) -> str:
    """Who could publish what is missing in a country."""
    name = words.escaped(words.country(country))
    return f"the authority that approves sponsors in {name}, or their umbrella organisation"


def _groups(row: Row) -> str:
    """How many groups sponsor; that nobody publishes it is said too."""
    if words.is_known(row.get("count")):
        count = row["count"]
        noun = "group sponsors" if count == 1 else "groups sponsor"
        return f"{words.number(count)} {noun} ({words.day(str(row['period']))})."
    if words.is_known(row.get("lower_count")) and row["lower_count"] > 0:
        return f"{words.number(row['lower_count'])} groups at least: only a part is counted."
    return "How many groups sponsor here is not published."


def _pledges(figure: Callable[[str], Row]) -> list[str]:
    """Arrivals against the places pledged; else the pledge; else that there is none."""
    ratio = figure(RATIO)
    if words.is_known(ratio.get("value")):
        return [
            f"{words.number(ratio['count'])} arrived against "
            f"{words.number(ratio['pledged_places'])} places pledged "
            f"({words.day(str(ratio['period']))}): {words.rate(ratio['value'])} for 100."
        ]
    pledged = figure(PLEDGED)
    if words.is_known(pledged.get("count")):
        return [
            f"{words.number(pledged['count'])} places pledged "
            f"({words.day(str(pledged['period']))}); arrivals of that time are not told."
        ]
    return ["No pledge is published here."]


def by_scheme(dataset: Dataset, own: pd.DataFrame, choice: SponsorshipChoice) -> list[str]:
    """Pledges scheme by scheme, where more than one pledged here."""
    found = rows_of(sponsorship.against_pledges(own, choice.within))
    if len(found) < 2:
        return []
    names = ask(dataset, "scheme").set_index("scheme_id")["name"]
    return ["\n".join(f"- {_pledge(row, str(names[row['scheme_id']]))}" for row in found)]


def _pledge(row: dict[str, Any], name: str) -> str:
    """One scheme's pledge and what came of it."""
    places = f"{words.number(row['pledged_places'])} pledged ({words.day(row['period'])})"
    if not row["compared"]:
        return f"{words.escaped(name)}: {places}; arrivals of that time are not told."
    far = " so far" if row["so_far"] else ""
    return (
        f"{words.escaped(name)}: {words.number(row['arrived_persons'])} arrived{far} of {places}."
    )
