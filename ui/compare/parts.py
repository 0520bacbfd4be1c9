"""What a rate is made of, so that it can be worked out again for territories together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ui import choice as figures
from ui import shortage_choice
from ui.asked import asked
from ui.aspects import BY_ID, Aspect
from ui.ledger import answers
from ui.store import Dataset, ask, rows_of

_ENDS = ("value", "lower", "upper")
# Aspects of other pages are no rate of two sums: types of actors, indexes, shares by language.
_PER: Mapping[str, float] = {"%": 100.0, "per 1,000 residents": 1_000.0}


@dataclass(frozen=True, eq=False)
class Parts:
    """Top and bottom of a rate by territory (`value`, `lower`, `upper`), what it is per.

    Without a bottom it is a count, which adds up.
    `about` has `period` and `source_ids` of each territory, of a shortage `newer_need_period`.
    """

    top: pd.DataFrame
    bottom: pd.DataFrame | None
    per: float
    about: pd.DataFrame


@lru_cache(maxsize=64)
def parts_of(dataset: Dataset, aspect_id: str) -> Parts | None:
    """The parts of an aspect for territories of all levels; None where it is no rate of sums."""
    aspect = BY_ID[aspect_id]
    if aspect.area == "equality" or aspect.view not in ("gaps", "figures"):
        return None
    with asked(aspect.filters, strict=False) as found:
        made = _shortage(dataset) if aspect.view == "gaps" else _figure(dataset, aspect)
    taken = {**found.usual, **found.filters}
    offered = all(taken.get(name) == code for name, code in aspect.filters.items())
    return made if offered else None


def fact_parts(rows: pd.DataFrame, fact_id: str) -> Parts | None:
    """The parts of a fact of context; `rows` as `context.sql` gives them, by territory.

    None for GDP per head: the population it was divided by is not the one that is known here.
    """
    residents = _exact(rows["residents"])
    about = pd.DataFrame({"period": rows["residents_period"], "source_ids": "residents"})
    if fact_id == "residents":
        return Parts(residents, None, 1.0, about)
    if fact_id == "density":
        return Parts(residents, _exact(rows["residents"] / rows["density"]), 1.0, about)
    if fact_id == "urban_percent":
        return Parts(_exact(rows["urban_percent"] * rows["residents"]), residents, 1.0, about)
    if fact_id == "newcomers":
        ends = {
            end: rows[column] * rows["residents"]
            for end, column in zip(
                _ENDS, ("newcomers", "newcomers_lower", "newcomers_upper"), strict=True
            )
        }
        dated = pd.DataFrame(
            {"period": rows["newcomers_period"], "source_ids": rows["newcomers_source_id"]}
        )
        return Parts(pd.DataFrame(ends), residents, 1.0, dated)
    return None


def _exact(values: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(dict.fromkeys(_ENDS, values))


def _shortage(dataset: Dataset) -> Parts:
    """What is there over what is asked for, of every territory, drawn or not."""
    rows = answers(dataset, shortage_choice.choose(dataset)).set_index("territory_id")
    ids = rows[["need_source_id", "capacity_source_id"]].fillna("")
    about = pd.DataFrame(
        {
            "period": rows["capacity_period"].fillna(rows["period"]),
            "newer_need_period": rows["newer_need_period"],
            "source_ids": (ids["need_source_id"] + " " + ids["capacity_source_id"]).str.strip(),
        }
    )
    return Parts(_named(rows, "capacity"), _named(rows, "demand"), 100.0, about)


def _figure(dataset: Dataset, aspect: Aspect) -> Parts:
    """Persons or places over residents, of every territory that has any."""
    choice = figures.choose(dataset)
    rows = rows_of(dataset, choice.indicator, choice.values()).set_index("territory_id")
    every = ask(dataset, "region")["territory_id"]
    rows = rows.reindex(every)
    per = next(times for unit, times in _PER.items() if aspect.unit.startswith(unit))
    about = pd.DataFrame({"period": rows["period"], "source_ids": rows["source_id"]})
    return Parts(_named(rows, "count"), _exact(rows["residents"]), per, about)


def _named(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    """Value and ends of a figure by its columns' names."""
    columns = {name: "value", f"{name}_lower": "lower", f"{name}_upper": "upper"}
    return rows[list(columns)].rename(columns=columns).astype(float)
