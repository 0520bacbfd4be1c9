"""Measures that territories are compared by, each read off the page that shows it.

The pages that compare (one territory, several side by side, the picture of all) share this
list, so that a figure is the same wherever it stands.
"""

from collections.abc import Sequence
from functools import lru_cache

import pandas as pd

from ui.aspects.aspect import AREAS, CONTEXT, Aspect, address_of
from ui.aspects.listed import ASPECTS, BY_ID
from ui.aspects.of_ledger import LARGER
from ui.aspects.read import MISSING, NOT_OFFERED, TEXTS, rows_of, unknown_told
from ui.language import later
from ui.store import Dataset, ask

__all__ = [
    "AREAS",
    "ASPECTS",
    "BY_ID",
    "CONTEXT",
    "LARGER",
    "MISSING",
    "Aspect",
    "address_of",
    "aspect_of",
    "aspects_of",
]


@lru_cache(maxsize=128)
def aspect_of(dataset: Dataset, aspect_id: str, level: int) -> pd.DataFrame:
    """One aspect of every territory of a level; shared between reruns, never written to.

    Shape   : one row per single territory of the level, and one per larger territory that is
              known where regions of it are not. Columns `territory_id`, `level`, `aspect_id`,
              `value`, `lower`, `upper`, `obs_status`, `evidence`, `period`,
              `newer_need_period` (of a need years newer than the figure, else ''), `why`,
              `source_ids` (apart by spaces).
    Units   : the aspect's own.
    Missing : unknown is NaN in all three, with status L (or one that says why) and no evidence or
              period. An interval has no `value`; an open end is NaN: what is known of it is 'at
              least' or 'at most'. `why` says what is missing.
    Source  : the page named by the aspect, with the same filters.
    """
    territories = ask(dataset, "region")
    asked = territories[territories["members"].isna() & territories["level"].eq(level)]
    return _complete(dataset, BY_ID[aspect_id], level, asked)


def aspects_of(
    dataset: Dataset, level: int, aspect_ids: Sequence[str] = tuple(BY_ID)
) -> pd.DataFrame:
    """These aspects of every territory of a level, below one another, as `aspect_of` gives them."""
    parts = [aspect_of(dataset, aspect_id, level) for aspect_id in aspect_ids]
    return pd.concat(parts, ignore_index=True)


def _complete(dataset: Dataset, aspect: Aspect, level: int, asked: pd.DataFrame) -> pd.DataFrame:
    rows = rows_of(dataset, aspect, level)
    lacking = asked[~asked["territory_id"].isin(rows["territory_id"])]
    known = rows[rows["lower"].notna() & rows["level"].lt(level)]
    larger = set(known["territory_id"].str[:2])
    none = later("not published") if len(rows) else NOT_OFFERED
    blank = pd.DataFrame(
        {
            "territory_id": lacking["territory_id"],
            "level": level,
            "why": [LARGER if country in larger else none for country in lacking["country"]],
        }
    )
    whole = pd.concat([each for each in (rows, blank) if len(each)], ignore_index=True)
    whole = whole.reindex(columns=rows.columns)
    whole[list(TEXTS)] = whole[list(TEXTS)].astype(object).fillna("")
    numbers = ["value", "lower", "upper"]
    whole[numbers] = whole[numbers].astype(float)
    unsaid = whole["lower"].isna() & whole["upper"].isna() & whole["why"].eq("")
    whole["why"] = whole["why"].mask(unsaid, later("not published"))
    return unknown_told(whole).assign(aspect_id=aspect.aspect_id)
