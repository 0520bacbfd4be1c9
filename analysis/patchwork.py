"""What is known of a territory's integration capacity, how old it is, and at which level.

The first honest picture of capacity is a picture of knowledge: for each territory and kind of
data, is there a figure for the territory itself, one for a larger territory only, or none.
"""

from dataclasses import dataclass

import pandas as pd

# A figure up to this many years old still says something of today.
RECENT_YEARS = 3
STATES = ("missing", "larger", "older", "recent")


@dataclass(frozen=True)
class Kind:
    """A kind of data a territory needs to know its capacity, and who could publish it."""

    kind_id: str
    label: str
    who: str
    brief: str = ""

    @property
    def short(self) -> str:
        """A label for a narrow column."""
        return self.brief or self.label


KINDS: tuple[Kind, ...] = (
    Kind(
        "need",
        "People who need protection",
        "The asylum or migration authority, which files every case with an address; Eurostat "
        "collects these figures by country only (Regulation (EC) 862/2007).",
    ),
    Kind(
        "capacity",
        "Reception places",
        "The ministry or agency that runs or pays reception; Member States owe a contingency "
        "plan with places (Directive (EU) 2024/1346, Article 32).",
    ),
    Kind(
        "use",
        "People hosted in reception",
        "The ministry or agency that pays reception by person and day.",
    ),
    Kind(
        "target",
        "Places or persons asked for",
        "The government, where a law or decision shares newcomers out over territories.",
    ),
    Kind(
        "children",
        "Unaccompanied children",
        "The child protection or guardianship authority of the region.",
    ),
    Kind(
        "vulnerable",
        "Victims of torture or trafficking, women at risk, persons with disabilities",
        "The national rapporteur on trafficking, rehabilitation centres and reception agencies, "
        "which assess special needs (Directive (EU) 2024/1346, Article 25).",
        "Vulnerable groups",
    ),
    Kind(
        "services",
        "Integration services",
        "Regional and local authorities and the organisations they commission.",
    ),
    Kind(
        "health",
        "Hospitals within reach",
        "The health ministry, through Eurostat's register of healthcare services.",
    ),
    Kind(
        "work",
        "Work, by citizenship",
        "The statistical office, from the Labour Force Survey.",
    ),
    Kind(
        "sponsorship",
        "Community sponsorship",
        "The ministry that approves sponsors, or the organisations that accompany them.",
    ),
    Kind(
        "funds",
        "EU and national money",
        "The managing authority of AMIF and ESF+, which lists operations and where they are "
        "(Regulation (EU) 2021/1060, Article 49).",
    ),
    Kind(
        "partnership",
        "Who works with whom, and newcomers' say",
        "Public buyers through procurement notices; cities and regions for their councils.",
        "Partners and newcomers' say",
    ),
)
BY_ID = {kind.kind_id: kind for kind in KINDS}

_VULNERABLE = frozenset(
    {"victims_of_torture", "victims_of_trafficking", "women_at_risk", "persons_with_disabilities"}
)
_BY_MEASURE_KIND = {
    "need": "need", "capacity": "capacity", "use": "use", "target": "target",
    "presence": "services", "partnership": "partnership", "participation": "partnership",
    "fund": "funds",
}  # fmt: skip


def kind_of(measure_kind: str, domain: str | None, group_id: str) -> str | None:
    """The kind of data a measure's figures for a group are; None where they are only context.

    >>> kind_of("capacity", "reception", "asylum_applicants")
    'capacity'
    >>> kind_of("capacity", "reception", "unaccompanied_children")
    'children'
    >>> kind_of("capacity", "language", "all")
    'services'
    >>> kind_of("context", None, "residents") is None
    True
    """
    if group_id == "unaccompanied_children":
        return "children"
    if group_id in _VULNERABLE:
        return "vulnerable"
    if measure_kind == "context":
        return "work" if domain == "employment" else None
    if domain not in (None, "reception", "housing") and measure_kind in ("capacity", "use"):
        return "services"
    return _BY_MEASURE_KIND.get(measure_kind)


def patchwork(known: pd.DataFrame, territories: pd.DataFrame, year: int) -> pd.DataFrame:
    """For each territory and kind: whose figure there is, of when, and in which state.

    Shape   : `known` has territory_id, kind_id, latest_period and source_id, one row each where
              there is a figure; `territories` has territory_id. Result: one row per territory
              and kind with `known_for` (the territory the figure is of), `latest_period`,
              `source_id` and `state`, one of STATES.
    Missing : where neither the territory nor one that holds it has a figure, `known_for` is
              missing and the state is "missing".
    `year` is the year the age of figures is counted from.
    """
    # A code's beginning is the code of the territory that holds it.
    around = pd.DataFrame(
        [
            (territory_id, territory_id[:length])
            for territory_id in territories["territory_id"]
            for length in range(2, len(territory_id) + 1)
        ],
        columns=["territory_id", "known_for"],
    )
    found = around.merge(known.rename(columns={"territory_id": "known_for"}), on="known_for")
    closest = found.assign(length=found["known_for"].str.len()).sort_values("length")
    closest = closest.drop_duplicates(["territory_id", "kind_id"], keep="last")
    every = pd.MultiIndex.from_product(
        [territories["territory_id"], [kind.kind_id for kind in KINDS]],
        names=["territory_id", "kind_id"],
    )
    columns = ["known_for", "latest_period", "source_id"]
    rows = closest.set_index(["territory_id", "kind_id"])[columns].reindex(every).reset_index()
    # A span is as old as its end.
    end = rows["latest_period"].astype("string").str.split("/").str[-1].str[:4]
    age = year - pd.to_numeric(end).astype("float64")
    rows["state"] = "recent"
    rows.loc[age > RECENT_YEARS, "state"] = "older"
    rows.loc[rows["known_for"] != rows["territory_id"], "state"] = "larger"
    rows.loc[rows["known_for"].isna(), "state"] = "missing"
    return rows
