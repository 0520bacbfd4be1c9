"""Generated sponsorship schemes, funds and norms."""

import numpy as np
import pandas as pd

from etl.demonstration.anchors import FACT, YEARS, Anchors

_SCHEMES = ("community_sponsorship", "humanitarian_corridor")
# fund, objective, euro for a resident and year
_FUNDS = (
    ("AMIF", "integration", 1.6), ("AMIF", "asylum", 1.9),
    ("ESF+", "social inclusion", 4.2), ("ERDF", "reception and housing", 1.1),
)  # fmt: skip
# service, places for one person in need
_NORMS = (
    ("housing", 0.25), ("employment", 0.2), ("education", 0.2), ("health", 0.15),
    ("mental_health", 0.03), ("legal_aid", 0.12), ("social_orientation", 0.25),
    ("social_participation", 0.1), ("digital", 0.15), ("language", 0.3), ("reception", 1.0),
)  # fmt: skip


def sponsorship(anchors: Anchors) -> pd.DataFrame:
    """Two schemes in half of the regions, by quarter of the last two years."""
    random = anchors.random("sponsorship")
    frames = []
    for scheme in _SCHEMES:
        here = anchors.regions[random.random(len(anchors.regions)) < 0.5]
        for quarter in (f"{year}-Q{n}" for year in YEARS[-2:] for n in (1, 2, 3, 4)):
            groups = random.poisson(here["residents"].to_numpy() / 250_000)
            pledged = groups * random.integers(3, 8, len(here))
            frames.append(
                pd.DataFrame(
                    {
                        "scheme_id": f"demo_{scheme}",
                        "territory_id": here.index,
                        "period": quarter,
                        "sponsor_groups": groups,
                        "pledged_places": pledged,
                        "arrivals_persons": np.floor(pledged * random.uniform(0.3, 1, len(here))),
                    }
                ).astype({"arrivals_persons": "int64"})
            )
    return pd.concat(frames, ignore_index=True).assign(**FACT)


def funding(anchors: Anchors) -> pd.DataFrame:
    """Each fund in every region and year: committed, and the part paid."""
    random = anchors.random("funding")
    frames = []
    for fund, objective, per_resident in _FUNDS:
        tilt = random.lognormal(0, 0.6, len(anchors.regions))
        for year in YEARS:
            euro = (anchors.regions["residents"] * per_resident * tilt).round(-2)
            paid = (euro * random.uniform(0.3, 0.98, len(euro))).round(-2)
            frames.append(
                pd.DataFrame(
                    {
                        "fund_id": fund,
                        "objective": objective,
                        "territory_id": anchors.regions.index,
                        "period": str(year),
                        "committed_eur": euro.to_numpy(),
                        "paid_eur": paid.to_numpy(),
                    }
                )
            )
    return pd.concat(frames, ignore_index=True).assign(**FACT)


def benchmarks() -> pd.DataFrame:
    """A generated norm for each service: places for one person in need."""
    rows = [
        {
            "benchmark_id": f"demo_{service}",
            "label": f"Demonstration norm, {service.replace('_', ' ')}",
            "numerator": "places",
            "denominator": "person in need",
            "threshold": places,
            "unit": "places per person",
            "kind": "target",
            "editable": True,
            "territory_id": "EU27_2020",
            "service": service,
            "group_id": "all",
            "period": str(YEARS[-1]),
        }
        for service, places in _NORMS
    ]
    return pd.DataFrame(rows).assign(**FACT)


def set_aside() -> pd.DataFrame:
    """A figure that is kept out of maps, to show how such a one is told of."""
    row = {
        "reason": "generated example: a part of a territory",
        "territory_name": "Demonstration town",
        "measure": "reception places",
        "group_name": "everyone",
        "period": str(YEARS[-1]),
        "value": "120",
        "unit": "places",
        "source_line": 1,
    }
    return pd.DataFrame([row]).assign(**FACT)
