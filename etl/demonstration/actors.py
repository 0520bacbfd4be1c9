"""Generated organisations, their agreements, and the bodies in which newcomers sit."""

import numpy as np
import pandas as pd

from etl.codes import ACTOR, SERVICE
from etl.demonstration.anchors import FACT, YEARS, Anchors


def organisations(anchors: Anchors) -> pd.DataFrame:
    """Three to seven organisations a region, of every type of actor somewhere."""
    random = anchors.random("organisations")
    rows = []
    for code, region in anchors.regions.iterrows():
        kinds = ["public", *random.permutation(list(ACTOR)[1:])[: int(random.integers(2, 7))]]
        for kind in kinds:
            rows.append(
                {
                    "organisation_id": f"demo_{code}_{kind}",
                    "name": f"Demonstration {ACTOR[kind]}, {region['name']}",
                    "actor": kind,
                    "level": "regional" if kind == "public" else "local",
                    "territory_id": str(code),
                }
            )
    for country in sorted(anchors.regions["country"].unique()):
        rows.append(
            {
                "organisation_id": f"demo_{country}_state",
                "name": f"Demonstration ministry, {country}",
                "actor": "public",
                "level": "national",
                "territory_id": country,
            }
        )
    return pd.DataFrame(rows).assign(**FACT)


def partnerships(anchors: Anchors, organisations: pd.DataFrame) -> pd.DataFrame:
    """The public body of each region with its partners, by service."""
    random = anchors.random("partnerships")
    services = list(SERVICE)
    local = organisations[organisations["level"] != "national"]
    public = local[local["actor"] == "public"].set_index("territory_id")["organisation_id"]
    partners = local[local["actor"] != "public"]
    partners = partners[random.random(len(partners)) < 0.7]
    rows = pd.DataFrame(
        {
            "organisation_id": partners["territory_id"].map(public).to_numpy(),
            "partner_id": partners["organisation_id"].to_numpy(),
            "territory_id": partners["territory_id"].to_numpy(),
            "service": random.choice(services, len(partners)),
            "agreement": random.choice(
                ["contract", "grant", "memorandum", "informal cooperation"], len(partners)
            ),
        }
    )
    return rows.assign(period=str(YEARS[-1]), **FACT)


def participation(anchors: Anchors) -> pd.DataFrame:
    """An advisory or deciding body in two regions of three."""
    random = anchors.random("participation")
    regions = anchors.regions[random.random(len(anchors.regions)) < 0.66]
    seats = random.integers(7, 22, len(regions))
    held = np.floor(seats * random.uniform(0, 0.6, len(regions))).astype(int)
    return pd.DataFrame(
        {
            "body_id": [f"demo_body_{code}" for code in regions.index],
            "name": [f"Demonstration council, {name}" for name in regions["name"]],
            "territory_id": regions.index,
            "level": "regional",
            "seats": seats,
            "newcomer_seats": held,
            "decision_power": random.integers(0, 5, len(regions)),
        }
    ).assign(period=str(YEARS[-1]), **FACT)
