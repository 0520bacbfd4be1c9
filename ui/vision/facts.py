"""The figures behind the picture: aspects of territories as the tables of the analysis."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.index.table import Table
from ui.aspects import Aspect, aspects_of
from ui.store import Dataset, ask
from ui.vision.choice import VisionChoice

# What stands for an open end where only its being there matters; larger than any figure.
_OPEN = 1e300


@dataclass(frozen=True, eq=False)
class Facts:
    """Aspects of the territories looked at.

    `rows` is one per territory and aspect, as `aspects_of` gives them, of the level asked for
    alone. `table` has intervals with both ends, for ranks. `seen` has open ends too, for what is
    at least there. `territories` is indexed by territory_id and has name, country and level.
    """

    aspects: tuple[Aspect, ...]
    rows: pd.DataFrame
    territories: pd.DataFrame
    table: Table
    seen: Table

    @property
    def marks(self) -> dict[str, float]:
        """What is enough of each aspect, where a benchmark says so."""
        return {each.aspect_id: each.enough for each in self.aspects if each.enough is not None}

    @property
    def worst(self) -> dict[str, float]:
        """The end of the scale of shares of which less is better."""
        return {
            each.aspect_id: 100.0
            for each in self.aspects
            if each.better == "less" and each.unit.startswith("%")
        }


def facts_of(dataset: Dataset, choice: VisionChoice) -> Facts:
    """The figures of a choice.

    Missing : an end that is open is closed by the scale where it has an end: no figure is below
              0, no share above 100 %, and more than what a benchmark asks for counts as that.
    """
    regions = ask(dataset, "region")
    regions = regions[regions["members"].isna() & regions["level"].eq(choice.where.level)]
    if choice.where.countries:
        regions = regions[regions["country"].isin(choice.where.countries)]
    territories = regions.set_index("territory_id").sort_index()
    aspects = choice.aspects
    rows = aspects_of(dataset, choice.where.level, [each.aspect_id for each in aspects])
    rows = rows[rows["territory_id"].isin(territories.index)]
    lower, upper = (_wide(rows, end, territories.index, aspects) for end in ("lower", "upper"))
    pairs = [closed(each, lower, upper) for each in aspects]
    low, high = (np.column_stack([each[at] for each in pairs]) for at in (0, 1))
    table = _table(list(territories.index), aspects, low, high)
    seen = _table(list(territories.index), aspects, low, np.where(np.isnan(high), _OPEN, high))
    return Facts(aspects, rows, territories, table, seen)


def _wide(
    rows: pd.DataFrame, end: str, territories: pd.Index, aspects: Sequence[Aspect]
) -> pd.DataFrame:
    names = [each.aspect_id for each in aspects]
    wide = rows.pivot(index="territory_id", columns="aspect_id", values=end)
    return wide.reindex(index=territories, columns=names).astype(float)


def closed(aspect: Aspect, lower: pd.DataFrame, upper: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Both ends of an aspect: open ones closed by its scale, and no more than is enough."""
    low, high = lower[aspect.aspect_id], upper[aspect.aspect_id]
    most = aspect.enough or (100.0 if aspect.unit.startswith("%") else np.inf)
    low = low.mask(low.isna() & high.notna(), 0.0)
    if np.isfinite(most):
        high = high.mask(high.isna() & low.notna(), np.maximum(low, most))
    return (low, high) if aspect.enough is None else (low.clip(upper=most), high.clip(upper=most))


def _table(
    territories: Sequence[str], aspects: Sequence[Aspect], low: np.ndarray, high: np.ndarray
) -> Table:
    return Table(
        territories,
        [each.aspect_id for each in aspects],
        [each.area for each in aspects],
        [each.better for each in aspects],
        low,
        high,
    )
