"""What is known of one territory: who works in it, who acts above it, lists, agreements, bodies."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from analysis.partnership import acting_above, around, missing_levels, states
from ui.partnership.figures import bodies_of, lists_of
from ui.store import Dataset, ask


@dataclass(frozen=True, eq=False)
class Here:
    """One territory and all that any list, agreement or record says of it.

    `work` are rows of `ui/sql/work_in.sql` in it, `above` those of larger territories whose
    organisations act for it too; `actors` and `levels` are the states of each; `lists` those
    that cover all of it; `bodies` and `consultations` its own and those of larger territories.
    """

    territory_id: str
    place: str
    service: str
    work: pd.DataFrame
    above: pd.DataFrame
    actors: pd.Series
    levels: pd.Series
    lists: pd.DataFrame
    lists_inside: int
    agreements: pd.DataFrame
    bodies: pd.DataFrame
    consultations: pd.DataFrame

    @property
    def organisations(self) -> pd.DataFrame:
        """One row per organisation at work in the territory."""
        return self.work.drop_duplicates("organisation_id")


@lru_cache(maxsize=64)
def here(dataset: Dataset, territory_id: str, place: str, service: str) -> Here:
    """All that is known of a territory; its frames are shared and never written to."""
    holding = around(territory_id)
    rows = ask(dataset, "work_in", territories=" ".join(holding), service=service)
    lists = lists_of(dataset)
    covering = lists[lists["territory_id"].isin(holding)]
    asked = ask(dataset, "consultation")
    return Here(
        territory_id,
        place,
        service,
        rows[rows["territory_id"] == territory_id],
        acting_above(territory_id, rows),
        states([territory_id], rows, lists, service).iloc[0],
        missing_levels(territory_id, rows, lists, service),
        covering,
        _inside(lists, territory_id),
        ask(dataset, "agreements", territories=territory_id, service=service),
        _of(bodies_of(dataset), holding),
        _of(asked, holding),
    )


def _inside(lists: pd.DataFrame, territory_id: str) -> int:
    """How many territories inside this one a list covers."""
    codes = pd.Series(lists["territory_id"].unique(), dtype=object)
    parts = tuple(territory_id.split("+"))
    return int((codes.str.startswith(parts) & (codes != territory_id)).sum())


def _of(rows: pd.DataFrame, holding: list[str]) -> pd.DataFrame:
    """Rows of a territory and of those that hold it, nearest first."""
    order = {code: i for i, code in enumerate(holding)}
    found = rows[rows["territory_id"].isin(holding)]
    return found.assign(near=found["territory_id"].map(order)).sort_values("near", kind="stable")
