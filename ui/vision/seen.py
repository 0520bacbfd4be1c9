"""The picture: strategy matrix, ranks as ranges, and the map of them."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.classes import CANNOT_TELL, UNKNOWN
from analysis.index import strategy
from analysis.index.ranking import Ranking, rank
from ui import words
from ui.language import _, per_language
from ui.picture import Picture
from ui.store import DEMONSTRATION, Dataset
from ui.vision.choice import VisionChoice
from ui.vision.facts import Facts, facts_of
from ui.vision.words import NOTHING, THIRDS, TOO_LITTLE


@dataclass(frozen=True, eq=False)
class Vision:
    """One picture over all areas.

    `matrix` is territories x areas, one of `strategy.STATES` each. `ranking` is None where
    nothing is known to rank by. `rows` is indexed by territory_id: place, country, level, the
    range of its rank (`lower`, `median`, `upper`; NaN is no rank, and `why` says why), `of` how
    many places are counted among, `coverage` the share of all aspects that count which are known,
    how many areas are in each state, and what the map draws.
    """

    dataset: Dataset
    choice: VisionChoice
    facts: Facts
    matrix: pd.DataFrame
    ranking: Ranking | None
    rows: pd.DataFrame

    @property
    def ranked(self) -> pd.DataFrame:
        """The rows that have a rank, best median first."""
        return self.rows[self.rows["median"].notna()].sort_values(["median", "lower", "upper"])

    @property
    def source_ids(self) -> list[str]:
        """The sources behind all figures, one entry per figure."""
        return " ".join(self.facts.rows["source_ids"]).split()

    def picture(self) -> Picture:
        """The map; the same one each time, so that its deck can be remembered."""
        return self._picture

    @cached_property
    def _picture(self) -> Picture:
        where = self.choice.where
        return Picture(
            self.dataset, self.rows, where.level, where.countries,
            tuple(_(each) for each in THIRDS),
            self._no_place(), _("place among those ranked, in 9 of 10 draws that rank it"),
            _("Map: {question} The table below holds the same ranges.",
              question=self.choice.question()),
            cannot_tell=_("cannot tell: range over half the places"),
            watermark=_(self.dataset.watermark),
        )  # fmt: skip

    def _no_place(self) -> str:
        """What the legend calls territories without a place."""
        if not self.rows["why"].eq(TOO_LITTLE).any():
            return _(NOTHING)
        if not self.rows["why"].eq(NOTHING).any():
            return _(TOO_LITTLE)
        return _("unknown, or withheld: too little known to rank it by")


@per_language(8)
def vision_of(dataset: Dataset, choice: VisionChoice) -> Vision:
    """The picture of a choice; the same for the same choice, whoever asks."""
    facts, matrix, ranking = _found(dataset, choice)
    return Vision(dataset, choice, facts, matrix, ranking, _rows(dataset, facts, matrix, ranking))


@lru_cache(maxsize=8)
def _found(dataset: Dataset, choice: VisionChoice) -> tuple[Facts, pd.DataFrame, Ranking | None]:
    """What takes its time: figures, matrix and ranks. No word of a page is in them."""
    facts = facts_of(dataset, choice)
    marks = strategy.marks(facts.table, facts.marks)
    matrix = strategy.matrix(facts.seen, marks, facts.worst)
    ranking = rank(facts.table, choice.assumptions()) if facts.table.known.any() else None
    return facts, matrix, ranking


def _rows(
    dataset: Dataset, facts: Facts, matrix: pd.DataFrame, ranking: Ranking | None
) -> pd.DataFrame:
    """One row per territory."""
    rows = facts.territories[["name", "local_name", "country", "level"]].copy()
    rows["place"] = words.places(rows)
    rows["short"] = rows["place"].where(rows["level"] == 0, rows["name"])
    empty = ["lower", "median", "upper", "top_third", "ranked", "wide"]
    found = pd.DataFrame(columns=empty, dtype=float) if ranking is None else ranking.summary[empty]
    rows = rows.join(found)
    rows["of"] = 0 if ranking is None else len(found)
    rows["coverage"] = facts.seen.known.mean(axis=1)
    rows["why"] = np.where(rows["ranked"].isna(), NOTHING, TOO_LITTLE)
    rows["why"] = rows["why"].mask(rows["median"].notna(), "")
    apart = pd.Series(False, index=[]) if ranking is None else ranking.from_the_middle
    rows["from_the_middle"] = apart.reindex(rows.index, fill_value=False).astype(bool)
    rows = rows.join(strategy.counts(matrix))
    rows["obs_status"] = rows["median"].notna().map({True: "E", False: "L"})
    rows["evidence"] = "synthetic" if dataset.kind == DEMONSTRATION else "estimated"
    rows["map_class"] = [map_class(row) for row in rows.to_dict("records")]
    rows["label"] = [range_of(row) for row in rows.to_dict("records")]
    return rows


def map_class(row: Mapping[Any, Any]) -> int:
    """The third of the median rank; cannot tell where the range is wide."""
    median, of = float(row["median"]), int(row["of"])
    if math.isnan(median):
        return UNKNOWN
    if row["wide"]:
        return CANNOT_TELL
    return 2 - min(2, int(3 * (median - 0.5) / of))


def range_of(row: Mapping[Any, Any]) -> str:
    """The range of a rank in words, whole places that hold it: '3-12 of 40'; else why none."""
    lower, upper = float(row["lower"]), float(row["upper"])
    if math.isnan(lower):
        return _(str(row["why"]))
    low, high = math.floor(lower), math.ceil(upper)
    ends = words.number(low) if low == high else f"{words.number(low)}-{words.number(high)}"
    return _("{ends} of {all}", ends=ends, all=words.number(int(row["of"])))
