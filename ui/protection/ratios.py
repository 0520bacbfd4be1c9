"""Guardians and staff against their norms, for one territory and for all that are drawn."""

from functools import lru_cache

import pandas as pd

from analysis.safeguards import (
    BROKEN,
    CANNOT_TELL,
    IN_EXCEPTION,
    KEPT,
    NOTHING,
    RATIOS,
    UNKNOWN,
    Ratio,
    ratios,
)
from ui import words
from ui.address import source_link
from ui.language import Words, _, later
from ui.language.numbers import with_point
from ui.store import Dataset, ask

_ABOVE, _BELOW = later("**above it**"), later("**below it**")
_ANSWERS = Words(
    {
        KEPT: "**within it**",
        IN_EXCEPTION: "**above the usual limit**, within the one for exceptional situations",
        NOTHING: "there is no service to staff",
        CANNOT_TELL: "**cannot tell**, the interval lies on both sides of it",
    }
)
_MOST_NAMED = 4
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
    dates = (
        found[["period", "source_id"]]
        .add_suffix("_over")
        .join(under[["period", "source_id"]].add_suffix("_under"), how="outer")
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
    limit, label = _limit(ratio), _(ratio.label)
    answer = rows["answer"].get(territory_id, UNKNOWN)
    if answer == UNKNOWN:
        unknown = _("**{ratio}: unknown.**", ratio=label)
        return f"{unknown} {limit}. {_lacking(dataset, group_id, ratio)}"
    row = rows.loc[[territory_id]].iloc[0]
    if answer == NOTHING:
        return f"**{label}**: {_ANSWERS[NOTHING]} ({words.day(str(row['period_under']))})."
    low, high = words.rate(float(row["ratio_lower"])), words.rate(float(row["ratio_upper"]))
    value = low if low == high else _("{first} to {last}", first=low, last=high)
    if low == "inf":
        value = _("none to divide by")
    outside = _(_ABOVE if ratio.at_most else _BELOW)
    return (
        f"**{label}: {value}**. {limit}: {_ANSWERS.get(answer, outside)} "
        f"({words.day(str(row['period_over']))})."
    )


def _limit(ratio: Ratio) -> str:
    """The limit, and whether it binds or is only what is found somewhere."""
    at, observed = _figure(ratio.limit), ratio.kind == "observed"
    if ratio.at_most:
        told = later("Found elsewhere: at most {limit}") if observed else later(
            "Norm: at most {limit}")  # fmt: skip
    else:
        told = later("Found elsewhere: at least {limit}") if observed else later(
            "Norm: at least {limit}")  # fmt: skip
    limit = _(told, limit=at)
    if not ratio.exceptional:
        return limit
    return _("{norm}, {limit} in exceptional situations", norm=limit,
             limit=_figure(ratio.exceptional))  # fmt: skip


def _figure(limit: float) -> str:
    return with_point(f"{limit:g}")


def _lacking(dataset: Dataset, group_id: str, ratio: Ratio) -> str:
    """Which of the two figures nobody publishes anywhere, or that this territory lacks one."""
    if _figures(dataset, group_id, ratio.under)["value"].notna().any():
        return _("One of its two figures is not published here, or not of the same year.")
    if ratio.under == "guardians_count":
        return _("No territory publishes the number of guardians.")
    if ratio.under == "protection_services":
        return _("No territory publishes the number of services for the group.")
    return _("No territory publishes the figure it is divided by.")


def summary(dataset: Dataset, group_id: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Each ratio over the territories drawn: in how many its norm is kept, and is unknown."""
    found = []
    for ratio in RATIOS:
        if group_id not in ratio.groups:
            continue
        here = rows[rows["country"].isin(ratio.countries)] if ratio.countries else rows
        answers = (
            ratios_of(dataset, group_id, ratio)["answer"]
            .astype(object)
            .reindex(here.index, fill_value=UNKNOWN)
        )
        counts = answers.value_counts()
        found.append(
            {
                "ratio": _(ratio.label),
                "norm": _limit(ratio),
                "outside": "above it" if ratio.at_most else "below it",
                "kept": int(counts.get(KEPT, 0)),
                "not_kept": int(counts.get(BROKEN, 0)),
                "where": _named(here.loc[answers.index[answers == BROKEN], "name"]),
                "exceptional": int(counts.get(IN_EXCEPTION, 0)),
                "cannot_tell": int(counts.get(CANNOT_TELL, 0)),
                "nothing": int(counts.get(NOTHING, 0)),
                "unknown": int(counts.get(UNKNOWN, 0)),
                "kind": words.BENCHMARK_KINDS[ratio.kind],
                "cited": _(ratio.cited),
            }
        )
    return pd.DataFrame(found)


def _named(names: pd.Series) -> str:
    """The few territories that do not keep a norm, by name."""
    if not 0 < len(names) <= _MOST_NAMED:
        return ""
    return f" ({words.listed([words.escaped(str(name)) for name in sorted(names)])})"


def cited(dataset: Dataset, ratio: Ratio) -> str:
    """Where a norm is from, with its page where the catalogue has one."""
    norms = ask(dataset, "benchmark").set_index("benchmark_id")
    where = ""
    if ratio.benchmark_id in norms.index:
        where = f" [{_('Its source')}]({source_link(norms.loc[ratio.benchmark_id, 'source_id'])})."
    return f"{_(ratio.label)}: {_(ratio.cited)} ({words.BENCHMARK_KINDS[ratio.kind]}).{where}"
