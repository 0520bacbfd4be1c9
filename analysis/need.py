"""Who needs a place or a service, by territory: as published, or shared out between keys.

Eurostat and UNHCR publish the need of countries. Below a country it is an interval between
stated keys, never a single number that looks published.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

# Keys by which a national figure is shared out, finest first to be trusted.
POPULATION, HALF_GDP, NATIONAL = "population", "half_gdp", "national"
KEYS = (POPULATION, HALF_GDP, NATIONAL)
KEY_WORDS = {
    POPULATION: "residents",
    HALF_GDP: "half residents, half gross domestic product, as Regulation (EU) 2024/1351 does "
    "between Member States",
    NATIONAL: "the country's own distribution key",
}


@dataclass(frozen=True)
class Need:
    """A definition of need: the measures it adds up, and how a reader knows it.

    `counts` names the groups of people inside it; two needs that share one are never added.
    `keys` are those by which a figure is shared out to the regions inside; () is not at all.
    `key_measure` is the measure of the country's own key for this group.
    """

    need_id: str
    label: str
    group_id: str
    measures: tuple[str, ...]
    counts: frozenset[str]
    flow: bool = False
    keys: tuple[str, ...] = KEYS
    key_measure: tuple[str, ...] = ("koenigstein_key_percent", "distribution_key_percent")
    note: str = ""


_TP, _PENDING, _STATUS = "temporary protection", "pending applicants", "people with a status"
_CHILDREN_KEY = ("unaccompanied_children_key_percent",)

NEEDS: tuple[Need, ...] = (
    Need(
        "temporary_protection", "People under temporary protection", "temporary_protection",
        ("temporary_protection_persons",), frozenset({_TP}),
    ),
    Need(
        "asylum_pending", "Asylum applicants with a pending case, at the end of the year",
        "asylum_applicants", ("asylum_seekers_pending_persons",), frozenset({_PENDING}),
    ),
    Need(
        "asylum_applied", "Asylum applicants of the year", "asylum_applicants",
        ("asylum_applicants_persons",), frozenset({_PENDING}), flow=True,
        note="Counts everyone who applied in the year, whoever left or was decided on since.",
    ),
    Need(
        "recognised", "Refugees with a status, temporary protection included, at the end of the "
        "year", "beneficiaries_of_protection", ("refugees_persons",), frozenset({_STATUS, _TP}),
        note="UNHCR counts people with temporary protection among refugees.",
    ),
    Need(
        "resettled", "Resettled refugees who arrived in the year", "resettled",
        ("resettlement_arrivals_persons",), frozenset({"arrivals"}), flow=True,
    ),
    Need(
        "unaccompanied_children", "Unaccompanied children present", "unaccompanied_children",
        ("unaccompanied_children_present_persons",), frozenset({"unaccompanied children"}),
        keys=(NATIONAL,), key_measure=_CHILDREN_KEY,
    ),
    Need(
        "children_in_care", "Unaccompanied children in care", "unaccompanied_children",
        ("unaccompanied_children_in_care_persons",), frozenset({"unaccompanied children"}),
        keys=(NATIONAL,), key_measure=_CHILDREN_KEY,
    ),
    *(
        Need(group, label, group, ("identified_persons",), frozenset({group}), keys=())
        for group, label in (
            ("victims_of_torture", "Victims of torture identified"),
            ("victims_of_trafficking", "Victims of trafficking identified"),
            ("women_at_risk", "Women at risk identified"),
            ("persons_with_disabilities", "Newcomers with disabilities identified"),
        )
    ),
)  # fmt: skip

COMBINED: dict[str, tuple[str, ...]] = {
    "pending_and_temporary": ("asylum_pending", "temporary_protection"),
    "all_protection": ("asylum_pending", "recognised"),
}
COMBINED_LABELS = {
    "pending_and_temporary": "Pending applicants and temporary protection, at the end of the year",
    "all_protection": "Pending applicants and everyone with a status, at the end of the year",
}
BY_ID = {need.need_id: need for need in NEEDS}


def bucket(need_id: str, period: str) -> str:
    """The quarter of a monthly series, the year of any other: what is compared.

    >>> bucket("temporary_protection", "2024-05"), bucket("asylum_pending", "2024-05")
    ('2024-Q2', '2024')
    """
    if need_id != "temporary_protection":
        return period[:4]
    month = int(period[5:7]) if len(period) >= 7 and period[5:7].isdigit() else 12
    return f"{period[:4]}-Q{(month + 2) // 3}"


def check_apart(need_ids: Sequence[str]) -> None:
    """Refuse to add needs that count the same people.

    Raises ValueError naming whom they share.

    >>> check_apart(["asylum_pending", "temporary_protection"])
    >>> check_apart(["recognised", "temporary_protection"])
    Traceback (most recent call last):
    ...
    ValueError: recognised and temporary_protection both count temporary protection
    """
    for i, first in enumerate(need_ids):
        for second in need_ids[i + 1 :]:
            if shared := BY_ID[first].counts & BY_ID[second].counts:
                who = ", ".join(sorted(shared))
                raise ValueError(f"{first} and {second} both count {who}")


def combined(parts: Sequence[pd.DataFrame], need_ids: Sequence[str]) -> pd.DataFrame:
    """The sum of needs that count different people.

    Shape   : each part is indexed alike (territory, year) with `value`, `lower`, `upper`.
    Units   : persons.
    Missing : where any part is unknown the sum is, with the sum of what is known as its lower
              end; an estimate without an interval gives a sum without one.
    Errors  : ValueError where needs share people (`check_apart`).
    Source  : UNHCR and Eurostat define the groups; the sum is Groundwork's.
    """
    check_apart(need_ids)
    index = parts[0].index
    for part in parts[1:]:
        index = index.union(part.index)
    aligned = [part.reindex(index) for part in parts]
    value = sum((part["value"] for part in aligned), start=pd.Series(0.0, index))
    upper = sum((part["upper"] for part in aligned), start=pd.Series(0.0, index))
    whole = sum((part["lower"] for part in aligned), start=pd.Series(0.0, index))
    at_least = sum((part["lower"].fillna(0) for part in aligned), start=pd.Series(0.0, index))
    none = np.logical_and.reduce([part["lower"].isna() for part in aligned])
    lower = whole.where(value.notna(), at_least).mask(none)
    return pd.DataFrame({"value": value, "lower": lower, "upper": upper})


def key_weights(regions: pd.DataFrame) -> pd.DataFrame:
    """What each finest region weighs within its country, by key.

    Shape   : `regions` is indexed by territory_id, finest regions only, with `country`,
              `residents`, `gdp` and `national` (the country's own key, percent or NaN).
              Result: the same index, a column a key; a country's weights sum to 1.
    Missing : a key that lacks one region of a country is NaN for all of that country: nothing
              says how much the others would have.
    Source  : residents and GDP by Eurostat; Regulation (EU) 2024/1351, Article 57, gives
              population and GDP half the weight each.
    """
    country = regions["country"]

    def share(column: str) -> pd.Series:
        values = regions[column].astype(float)
        total = values.groupby(country).transform("sum")
        whole = values.notna().groupby(country).transform("all")
        return (values / total).where(whole & (total > 0))

    residents = share("residents")
    half = (residents + share("gdp")) / 2
    return pd.DataFrame({POPULATION: residents, HALF_GDP: half, NATIONAL: share("national")})


def shared_down(stated: pd.Series, parents: pd.Series, weights: pd.DataFrame) -> pd.DataFrame:
    """Figures of every territory below those stated, by each key, so that parts sum to wholes.

    What is published for a region stays; the rest of its parent is shared among the others.

    Shape   : `stated` persons by territory_id of one period; `parents` maps every territory to
              its parent ('' for a country), parents before children; `weights` has a row per
              territory and a column a key (a parent's is the sum of its children's).
              Result: a row per territory, a column a key.
    Units   : persons (not rounded: rounding would break the sums).
    Missing : NaN where the country has no figure, the key lacks the country, or the regions
              published add up to more than the parent.
    Errors  : ValueError on negative persons.
    Source  : proportional apportionment.
    """
    if (stated.dropna() < 0).any():
        raise ValueError("persons must not be negative")
    known = stated.dropna().reindex(parents.index)
    found = pd.DataFrame(index=parents.index, columns=list(weights.columns), dtype=float)
    level = parents.index.to_series().map(_depth(parents))
    for depth in range(int(level.max()) + 1):
        here = parents.index[level == depth]
        own = known[here]
        if depth == 0:
            found.loc[here] = np.repeat(own.to_numpy()[:, None], found.shape[1], axis=1)
            continue
        above = parents[here]
        stated_sum = own.groupby(above).sum(min_count=1).fillna(0)
        # A weight of NaN stays one: the key says nothing of this country.
        open_ = weights.loc[here].mask(own.notna(), 0.0)
        open_sum = open_.groupby(above).transform("sum")
        rest = found.loc[above].set_axis(here).sub(above.map(stated_sum).astype(float), axis=0)
        shared = (rest * open_ / open_sum.where(open_sum > 0)).where(rest >= -1e-9)
        whole = np.repeat(own.to_numpy()[:, None], found.shape[1], axis=1)
        found.loc[here] = np.where(own.notna().to_numpy()[:, None], whole, shared.to_numpy())
    return found


def _depth(parents: pd.Series) -> dict[str, int]:
    depth: dict[str, int] = {}
    for territory_id, parent in parents.items():
        depth[str(territory_id)] = depth[parent] + 1 if parent else 0
    return depth


def interval(by_key: pd.DataFrame) -> pd.DataFrame:
    """A central value and an interval from the lowest to the highest key.

    The central value follows the country's own key where there is one, else the mean of the
    keys there are. Either way regions still sum to their country. With one key only there is
    nothing to span an interval: its ends are NaN.
    """
    others = by_key[[key for key in by_key.columns if key != NATIONAL]].mean(axis=1)
    value = by_key[NATIONAL].fillna(others) if NATIONAL in by_key else others
    spans = by_key.notna().sum(axis=1) > 1
    return pd.DataFrame(
        {
            "value": value,
            "lower": by_key.min(axis=1).where(spans),
            "upper": by_key.max(axis=1).where(spans),
        }
    )
