"""Who came, who sponsors and what was pledged in one territory, in sentences."""

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np
import pandas as pd

from analysis import sponsorship
from analysis.sponsorship import SINCE_START
from ui import words
from ui.language import _, n_, plural
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
_ARRIVED = plural(
    "**{count} person** arrived through {pathway} ({day}), {rate} per 100,000 residents.",
    "**{count} persons** arrived through {pathway} ({day}), {rate} per 100,000 residents.",
)
_ARRIVED_UNTIL = plural(
    "**{count} person** arrived through {pathway} (until {day}), {rate} per 100,000 residents.",
    "**{count} persons** arrived through {pathway} (until {day}), {rate} per 100,000 residents.",
)


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
    least, most = (float(row.get(name, np.nan)) for name in ("lower_count", "upper_count"))
    if words.is_known(row.get("count")):
        said = n_(
            *(_ARRIVED_UNTIL if row["arrivals_span"] == SINCE_START else _ARRIVED),
            int(row["count"]), pathway=PATHWAYS[choice.pathway],
            day=words.day(str(row["period"])), rate=words.rate(row["value"]),
        )  # fmt: skip
        return " ".join([said, *_perhaps(most - row["count"])])
    if words.is_known(most):
        return n_(
            "**Arrivals unknown.** Nobody is listed here {time}, which is not a published zero: "
            "{count} person of the country is listed without a region.",
            "**Arrivals unknown.** Nobody is listed here {time}, which is not a published zero: "
            "{count} persons of the country are listed without a region.",
            int(most), time=choice.time(),
        )  # fmt: skip
    if words.is_known(least) and least > 0:
        return n_(
            "**{count} arrival at least**: only a part of it is counted.",
            "**{count} arrivals at least**: only a part of it is counted.", int(least),
        )  # fmt: skip
    return _(
        "**Arrivals unknown.** No source tells of {pathway} here {time}; ask the authority that "
        "approves sponsors in {country}, or their umbrella organisation.",
        pathway=PATHWAYS[choice.pathway], time=choice.time(),
        country=words.escaped(words.country(country)),
    )  # fmt: skip


def _perhaps(more: float) -> list[str]:
    """How many more may have come, where some are listed without a region."""
    if not words.is_known(more) or more <= 0:
        return []
    return [
        n_("Up to {count} more may have come here: they are listed without a region.",
           "Up to {count} more may have come here: they are listed without a region.", int(more))
    ]  # fmt: skip


def _groups(row: Row) -> str:
    """How many groups sponsor; that nobody publishes it is said too."""
    if words.is_known(row.get("count")):
        return n_(
            "{count} group sponsors ({day}).", "{count} groups sponsor ({day}).",
            int(row["count"]), day=words.day(str(row["period"])),
        )  # fmt: skip
    if words.is_known(row.get("lower_count")) and row["lower_count"] > 0:
        return n_(
            "{count} group at least: only a part is counted.",
            "{count} groups at least: only a part is counted.", int(row["lower_count"]),
        )  # fmt: skip
    return _("How many groups sponsor here is not published.")


def _pledges(figure: Callable[[str], Row]) -> list[str]:
    """Arrivals against the places pledged; else the pledge; else that there is none."""
    ratio = figure(RATIO)
    if words.is_known(ratio.get("value")):
        return [
            n_(
                "{arrived} arrived against {count} place pledged ({day}): {rate} for 100.",
                "{arrived} arrived against {count} places pledged ({day}): {rate} for 100.",
                int(ratio["pledged_places"]),
                arrived=words.number(ratio["count"]),
                day=words.day(str(ratio["period"])),
                rate=words.rate(ratio["value"]),
            )
        ]
    pledged = figure(PLEDGED)
    if words.is_known(pledged.get("count")):
        return [
            n_(
                "{count} place pledged ({day}); arrivals of that time are not told.",
                "{count} places pledged ({day}); arrivals of that time are not told.",
                int(pledged["count"]),
                day=words.day(str(pledged["period"])),
            )
        ]
    return [_("No pledge is published here.")]


def by_scheme(dataset: Dataset, own: pd.DataFrame, choice: SponsorshipChoice) -> list[str]:
    """Pledges scheme by scheme, where more than one pledged here."""
    found = rows_of(sponsorship.against_pledges(own, choice.within))
    if len(found) < 2:
        return []
    names = ask(dataset, "scheme").set_index("scheme_id")["name"]
    return ["\n".join(f"- {_pledge(row, str(names[row['scheme_id']]))}" for row in found)]


def _pledge(row: dict[str, Any], name: str) -> str:
    """One scheme's pledge and what came of it."""
    said = {
        "scheme": words.escaped(name),
        "pledged": words.number(row["pledged_places"]),
        "day": words.day(row["period"]),
    }
    if not row["compared"]:
        return _("{scheme}: {pledged} pledged ({day}); arrivals of that time are not told.", **said)
    arrived = words.number(row["arrived_persons"])
    if row["so_far"]:
        return _("{scheme}: {arrived} arrived so far of {pledged} pledged ({day}).",
                 arrived=arrived, **said)  # fmt: skip
    return _("{scheme}: {arrived} arrived of {pledged} pledged ({day}).", arrived=arrived, **said)
