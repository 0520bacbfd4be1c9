"""Guardians and staff against their norms, for one territory and for all that are drawn."""

from functools import lru_cache

import pandas as pd

from analysis.safeguards import (
    BROKEN,
    CANNOT_TELL,
    IN_EXCEPTION,
    KEPT,
    RATIOS,
    UNKNOWN,
    Ratio,
    ratios,
)
from ui import words
from ui.address import source_link
from ui.store import Dataset, ask

_ANSWERS = {
    KEPT: "**kept**",
    BROKEN: "**not kept**",
    IN_EXCEPTION: "**above the usual limit**, within the one for exceptional situations",
    CANNOT_TELL: "**cannot tell**, the interval lies on both sides of it",
}
_NUMBERS = ["value", "lower", "upper"]


def asked_of(group_id: str, country: str) -> list[Ratio]:
    """The ratios that are asked of a group in a country."""
    return [
        each for each in RATIOS
        if group_id in each.groups and (not each.countries or country in each.countries)
    ]  # fmt: skip


@lru_cache(maxsize=64)
def ratios_of(dataset: Dataset, group_id: str, ratio: Ratio) -> pd.DataFrame:
    """A ratio of every territory with either figure, with the dates and sources of both."""
    found = None
    for measure in ratio.over:
        frame = _figures(dataset, group_id, measure)
        found = frame if found is None else found.combine_first(frame)
    assert found is not None
    under = _figures(dataset, group_id, ratio.under)
    made = ratios(found[[*_NUMBERS, "day"]], under[[*_NUMBERS, "day"]], ratio)
    dates = found[["period", "source_id"]].join(
        under[["period", "source_id"]], how="outer", lsuffix="_over", rsuffix="_under"
    )
    return made.join(dates)


def _figures(dataset: Dataset, group_id: str, measure_id: str) -> pd.DataFrame:
    """The latest figures of a measure by territory, with their days."""
    rows = ask(dataset, "figure", measure_id=measure_id, group_id=group_id, period="")
    rows = rows.set_index("territory_id")
    rows[_NUMBERS] = rows[_NUMBERS].astype(float)
    # A period's beginning places it well enough to tell a year apart.
    rows["day"] = pd.to_datetime(
        rows["period"].astype(str).str.split("/").str[-1].str.slice(0, 10),
        format="ISO8601", errors="coerce",
    )  # fmt: skip
    return rows


def sentence(dataset: Dataset, group_id: str, territory_id: str, ratio: Ratio) -> str:
    """A ratio of one territory against its norm, and what is missing where it is unknown."""
    rows = ratios_of(dataset, group_id, ratio)
    limit = f"{'at most' if ratio.at_most else 'at least'} {ratio.limit:g}"
    if ratio.exceptional:
        limit += f", {ratio.exceptional:g} in exceptional situations"
    answer = rows["answer"].get(territory_id, UNKNOWN)
    if answer == UNKNOWN:
        return f"**{ratio.label}: unknown.** Norm: {limit}. {_lacking(dataset, group_id, ratio)}"
    row = rows.loc[[territory_id]].iloc[0]
    low, high = words.rate(float(row["ratio_lower"])), words.rate(float(row["ratio_upper"]))
    value = low if low == high else f"{low} to {high}"
    if low == "inf":
        value = "none to divide by"
    return (
        f"**{ratio.label}: {value}**. Norm: {limit}: {_ANSWERS[answer]} "
        f"({words.day(str(row['period_over']))})."
    )


def _lacking(dataset: Dataset, group_id: str, ratio: Ratio) -> str:
    """Which of the two figures nobody publishes anywhere, or that this territory lacks one."""
    anywhere = _figures(dataset, group_id, ratio.under)["value"].notna().any()
    what = "one of its two figures is not published here, or not of the same year"
    return (
        f"No territory publishes the {_under(ratio)}." if not anywhere else f"{what.capitalize()}."
    )


def _under(ratio: Ratio) -> str:
    return {
        "guardians_count": "number of guardians",
        "protection_services": "number of services for the group",
    }.get(ratio.under, "figure it is divided by")


def summary(dataset: Dataset, group_id: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Each ratio over the territories drawn: in how many its norm is kept, and is unknown."""
    found = []
    for ratio in RATIOS:
        if group_id not in ratio.groups:
            continue
        here = rows[rows["country"].isin(ratio.countries)] if ratio.countries else rows
        answers = ratios_of(dataset, group_id, ratio)["answer"].reindex(here.index)
        counts = answers.fillna(UNKNOWN).value_counts()
        found.append(
            {
                "ratio": ratio.label,
                "norm": f"{'at most' if ratio.at_most else 'at least'} {ratio.limit:g}",
                "kept": int(counts.get(KEPT, 0)),
                "not_kept": int(counts.get(BROKEN, 0)),
                "exceptional": int(counts.get(IN_EXCEPTION, 0)),
                "cannot_tell": int(counts.get(CANNOT_TELL, 0)),
                "unknown": int(counts.get(UNKNOWN, 0)),
                "kind": words.BENCHMARK_KINDS[ratio.kind],
                "cited": ratio.cited,
            }
        )
    return pd.DataFrame(found)


def cited(dataset: Dataset, ratio: Ratio) -> str:
    """Where a norm is from, with its page where the catalogue has one."""
    norms = ask(dataset, "benchmark").set_index("benchmark_id")
    where = ""
    if ratio.benchmark_id in norms.index:
        where = f" [Its source]({source_link(norms.loc[ratio.benchmark_id, 'source_id'])})."
    return f"{ratio.label}: {ratio.cited} ({words.BENCHMARK_KINDS[ratio.kind]}).{where}"
