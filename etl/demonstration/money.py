"""Generated norms, and a figure kept out of maps."""

import pandas as pd

from etl.demonstration.anchors import FACT, YEARS, Anchors

# service, places for one person in need
_NORMS = (
    ("housing", 0.25), ("employment", 0.2), ("education", 0.2), ("health", 0.15),
    ("mental_health", 0.03), ("legal_aid", 0.12), ("social_orientation", 0.25),
    ("social_participation", 0.1), ("digital", 0.15), ("language", 0.3), ("reception", 1.0),
)  # fmt: skip


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
