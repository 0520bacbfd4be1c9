"""Generated money of the Union's funds: committed and paid, who spends it, on what.

Only Member States have some, and Denmark none of AMIF. Unknown on purpose: all amounts of a few
NUTS 2 regions, some payments, some recipients and services.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from etl.codes import RECIPIENT
from etl.demonstration.anchors import FACT, YEARS, Anchors

MEMBER_STATES = tuple(
    "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
# National, local or regional, civil society, other.
_RECIPIENTS = (0.24, 0.33, 0.38, 0.05)


class _Fund(NamedTuple):
    """A fund's objective: euro for a resident and year, the NUTS level it is told at, services."""

    fund_id: str
    objective: str
    per_resident: float
    level: int
    services: tuple[str, ...]


_FUNDS = (
    _Fund("AMIF", "asylum", 1.9, 3, ("reception", "legal_aid")),
    _Fund("AMIF", "integration", 1.6, 3, ("language", "social_orientation", "legal_aid",
                                          "mental_health", "social_participation")),
    _Fund("ESF_plus", "social inclusion", 4.2, 2, ("employment", "language", "education",
                                                   "social_participation", "digital")),
    _Fund("ERDF", "reception and housing", 1.1, 2, ("reception", "housing", "health", "digital")),
)  # fmt: skip
_PROGRAMME = _Fund("AMIF", "national programme", 3.5 * 7, 0, ())


def funding(anchors: Anchors) -> pd.DataFrame:
    """Each fund in every region of its level and year, and a programme of seven years a state."""
    random = anchors.random("funding")
    regions = anchors.regions[anchors.regions["country"].isin(MEMBER_STATES)]
    larger = anchors.larger()
    larger = larger[larger["country"].isin(MEMBER_STATES)]
    silent = set(larger.index[random.random(len(larger)) < 0.03])
    frames = []
    for fund in _FUNDS:
        here = regions if fund.level == 3 else larger
        if fund.fund_id == "AMIF":
            here = here[here["country"] != "DK"]
        frames += _years(fund, here, random)
    countries = regions.groupby("country")[["residents"]].sum().drop(index="DK")
    programme = _amounts(_PROGRAMME, "2021/2027", countries, _tilt(countries, random), random)
    frames.append(programme.assign(recipient=None, service=None))
    rows = pd.concat(frames, ignore_index=True).assign(note="generated", **FACT)
    return _unknown(rows, silent, random)


def _years(fund: _Fund, here: pd.DataFrame, random: np.random.Generator) -> list[pd.DataFrame]:
    """One objective over the years: a region keeps its tilt, its recipient and its service."""
    tilt = _tilt(here, random)
    who = random.choice(list(RECIPIENT), len(here), p=_RECIPIENTS)
    what = random.choice(fund.services, len(here))
    return [
        _amounts(fund, str(year), here, tilt, random).assign(recipient=who, service=what)
        for year in YEARS
    ]


def _tilt(here: pd.DataFrame, random: np.random.Generator) -> np.ndarray:
    return random.lognormal(0, 0.6, len(here))


def _amounts(
    fund: _Fund, period: str, here: pd.DataFrame, tilt: np.ndarray, random: np.random.Generator
) -> pd.DataFrame:
    euro = (here["residents"] * fund.per_resident * tilt).round(-2)
    paid = (euro * random.uniform(0.3, 0.98, len(euro))).round(-2)
    return pd.DataFrame(
        {
            "fund_id": fund.fund_id,
            "objective": fund.objective,
            "territory_id": here.index,
            "period": period,
            "committed_eur": euro.to_numpy(),
            "paid_eur": paid.to_numpy(),
        }
    )


def _unknown(rows: pd.DataFrame, silent: set[str], random: np.random.Generator) -> pd.DataFrame:
    """Take away what is unknown on purpose, with its status."""
    mute = rows["territory_id"].str[:4].isin(silent)
    rows[["committed_eur", "paid_eur"]] = rows[["committed_eur", "paid_eur"]].mask(mute)
    rows["paid_eur"] = rows["paid_eur"].mask(random.random(len(rows)) < 0.08)
    for column, share in (("recipient", 0.12), ("service", 0.10)):
        rows[column] = rows[column].where(random.random(len(rows)) >= share, None)
    return rows.assign(obs_status=np.where(mute, "L", rows["obs_status"]))
