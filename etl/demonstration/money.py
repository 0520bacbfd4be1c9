"""Generated funds and norms."""

import pandas as pd

from etl.demonstration.anchors import FACT, YEARS, Anchors

# fund, objective, euro for a resident and year, and the NUTS level it is told at
_FUNDS = (
    ("AMIF", "integration", 1.6, 3), ("AMIF", "asylum", 1.9, 3),
    ("ESF+", "social inclusion", 4.2, 2), ("ERDF", "reception and housing", 1.1, 2),
)  # fmt: skip
# service, places for one person in need
_NORMS = (
    ("housing", 0.25), ("employment", 0.2), ("education", 0.2), ("health", 0.15),
    ("mental_health", 0.03), ("legal_aid", 0.12), ("social_orientation", 0.25),
    ("social_participation", 0.1), ("digital", 0.15), ("language", 0.3), ("reception", 1.0),
)  # fmt: skip


def funding(anchors: Anchors) -> pd.DataFrame:
    """Each fund in every region of its level and every year: committed, and the part paid."""
    random = anchors.random("funding")
    frames = []
    for fund, objective, per_resident, level in _FUNDS:
        regions = anchors.regions if level == 3 else anchors.larger()
        tilt = random.lognormal(0, 0.6, len(regions))
        for year in YEARS:
            euro = (regions["residents"] * per_resident * tilt).round(-2)
            paid = (euro * random.uniform(0.3, 0.98, len(euro))).round(-2)
            frames.append(
                pd.DataFrame(
                    {
                        "fund_id": fund,
                        "objective": objective,
                        "territory_id": regions.index,
                        "period": str(year),
                        "committed_eur": euro.to_numpy(),
                        "paid_eur": paid.to_numpy(),
                    }
                )
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
