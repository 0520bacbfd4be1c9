"""Generated sponsorship schemes and norms."""

import numpy as np
import pandas as pd

from etl.demonstration.anchors import FACT, YEARS, Anchors

# scheme, and the NUTS level it is organised at: a scheme is never counted at two
_SCHEMES = (("community_sponsorship", 3), ("humanitarian_corridor", 2))
# service, places for one person in need
_NORMS = (
    ("housing", 0.25), ("employment", 0.2), ("education", 0.2), ("health", 0.15),
    ("mental_health", 0.03), ("legal_aid", 0.12), ("social_orientation", 0.25),
    ("social_participation", 0.1), ("digital", 0.15), ("language", 0.3), ("reception", 1.0),
)  # fmt: skip


def sponsorship(anchors: Anchors) -> pd.DataFrame:
    """Two schemes, each in half of the regions of a level, by quarter of the last two years."""
    random = anchors.random("sponsorship")
    frames = []
    for scheme, level in _SCHEMES:
        regions = anchors.regions if level == 3 else anchors.larger()
        here = regions[random.random(len(regions)) < 0.5]
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
    return pd.concat(frames, ignore_index=True).assign(note="generated", **FACT)


def benchmarks(anchors: Anchors) -> pd.DataFrame:
    """A generated norm for each service (places for one person in need) and copies of the
    shipped norms, which the pages' standards are measured by.
    """
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
    made = pd.DataFrame(rows).assign(note="generated")
    copied = anchors.norms.drop(columns=["source_line", "note"], errors="ignore").assign(
        note="copy of a published norm; its page is in the published dataset"
    )
    return pd.concat([made, copied], ignore_index=True).assign(**FACT)


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
