"""Generated organisations, their agreements, and the bodies in which newcomers sit."""

import numpy as np
import pandas as pd

from etl.codes import ACTOR, SERVICE
from etl.demonstration.anchors import FACT, YEARS, Anchors

_AGREEMENTS = ("contract", "grant", "memorandum", "informal cooperation")
_UNION = "EU27_2020"


def organisations(anchors: Anchors) -> pd.DataFrame:
    """Three to seven organisations a small region, an authority a NUTS 2 region, a ministry and
    an umbrella a country, and EU networks.
    """
    random = anchors.random("organisations")
    rows = []
    for code, region in anchors.regions.iterrows():
        kinds = ["public", *random.permutation(list(ACTOR)[1:])[: int(random.integers(2, 7))]]
        for kind in kinds:
            level = "regional" if kind != "public" and random.random() < 0.2 else "local"
            rows.append(_organisation(f"{code}_{kind}", str(region["name"]), kind, level, code))
    for code in anchors.larger().index:
        rows.append(_organisation(f"{code}_public", str(code), "public", "regional", code))
    for country in sorted(anchors.regions["country"].unique()):
        rows.append(_organisation(f"{country}_state", country, "public", "national", country))
        rows.append(_organisation(f"{country}_umbrella", country, "ngo", "national", country))
    rows += [_organisation(f"eu_{kind}", "European Union", kind, "eu", _UNION) for kind in ACTOR]
    return pd.DataFrame(rows).assign(note="generated", **FACT)


def _organisation(key: str, place: str, actor: str, level: str, code: object) -> dict[str, str]:
    """One organisation; its name says what it is and that it is generated."""
    return {
        "organisation_id": f"demo_{key}",
        "name": f"Demonstration {ACTOR[actor]}, {place}",
        "actor": actor,
        "level": level,
        "territory_id": str(code),
    }


def partnerships(anchors: Anchors, organisations: pd.DataFrame) -> pd.DataFrame:
    """Local authorities with those around them, ministries with regions; some began last year."""
    random = anchors.random("partnerships")
    here = organisations[~organisations["level"].isin(["national", "eu"])]
    public = here[here["actor"] == "public"].set_index("territory_id")["organisation_id"]
    around = here[here["actor"] != "public"]
    around = around.assign(first=around["territory_id"].map(public))
    regions = here[
        here["organisation_id"].isin([f"demo_{c}_public" for c in anchors.larger().index])
    ]
    regions = regions.assign(first="demo_" + regions["territory_id"].str[:2] + "_state")
    pairs = pd.concat([around, regions], ignore_index=True)
    pairs = pairs[random.random(len(pairs)) < 0.7]
    rows = pd.DataFrame(
        {
            "organisation_id": pairs["first"],
            "partner_id": pairs["organisation_id"],
            "territory_id": pairs["territory_id"],
            "service": random.choice(list(SERVICE), len(pairs)),
            "agreement": random.choice(_AGREEMENTS, len(pairs)),
        }
    ).assign(note="generated", **FACT)
    older = rows[random.random(len(rows)) < 0.6]
    return pd.concat(
        [rows.assign(period=str(YEARS[-1])), older.assign(period=str(YEARS[-2]))],
        ignore_index=True,
    )


def participation(anchors: Anchors) -> pd.DataFrame:
    """Advisory and deciding bodies in two of three small regions, half of the NUTS 2 regions and
    every country; one row a body and year of the last three.
    """
    random = anchors.random("participation")
    countries = pd.Series(sorted(anchors.regions["country"].unique()))
    levels = (
        ("local", anchors.regions["name"], 0.66),
        ("regional", anchors.larger()["name"], 0.5),
        ("national", countries.set_axis(countries), 1.0),
    )
    frames = []
    for level, names, share in levels:
        # A country without regions of its own (Ukraine) has a national body only.
        fits = names[(names.index.str.len() > 2) | (level == "national")]
        frames.append(_bodies(random, fits[random.random(len(fits)) < share], level))
    return pd.concat(frames, ignore_index=True).assign(note="generated", **FACT)


def _bodies(random: np.random.Generator, names: pd.Series, level: str) -> pd.DataFrame:
    """Bodies of one level, by territory; newcomers win seats from year to year."""
    size = len(names)
    seats, power = random.integers(7, 22, size), random.integers(0, 5, size)
    share = random.uniform(0, 0.6, size)
    years = YEARS[-3:]
    return pd.concat(
        [
            pd.DataFrame(
                {
                    "body_id": [f"demo_body_{code}" for code in names.index],
                    "name": [f"Demonstration council, {name}" for name in names],
                    "territory_id": names.index,
                    "period": str(year),
                    "level": level,
                    "seats": seats,
                    "newcomer_seats": np.floor(seats * share * (0.7 + 0.15 * i)).astype(int),
                    "decision_power": power,
                }
            )
            for i, year in enumerate(years)
        ],
        ignore_index=True,
    )
