"""Everything the Equality page says of a choice, worked out once."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.equality import gains as gaining
from analysis.equality import over_time
from analysis.equality.held import LeftOut, is_counted, left_out, numbered
from analysis.equality.over_time import Panel
from ui.equality.choice import EqualityChoice
from ui.equality.evened import Evened, evened_of
from ui.equality.panels import figures_at, figures_of
from ui.equality.subjects import RESIDENTS
from ui.store import Dataset, ask


@dataclass(frozen=True, eq=False)
class Equality:
    """A view: its panel and what is measured of it.

    `rows`    one per territory of the level that has any figure at either moment, indexed by
              territory_id: figures `_then` and `_now`, standing, gain, parity.
    `series`  one per moment; `change` one per measure, between then and now.
    `panel`   territories known at both moments; `codes` and `countries` name them.
    `left_out` what is not counted now, by its need; `evened` what parity takes.
    """

    dataset: Dataset
    choice: EqualityChoice
    rows: pd.DataFrame
    panel: Panel
    codes: tuple[str, ...]
    countries: tuple[str, ...]
    series: pd.DataFrame
    change: pd.DataFrame
    left_out: LeftOut
    evened: Evened

    def at(self, moment: str) -> Any:
        """The measures of one moment."""
        return self.series.set_index("moment").loc[moment]

    @property
    def estimated(self) -> bool:
        """Whether any figure now is known as an interval only."""
        return bool(np.isfinite(self.at(self.choice.now)["gini_most"]))

    @property
    def counted_once(self) -> tuple[str, ...]:
        """Territories of the panel whose one count of capacity stands for both dates."""
        if not self.choice.compares:
            return ()
        rows = self.rows.loc[list(self.codes)]
        return tuple(rows.index[rows["capacity_period_then"].eq(rows["capacity_period_now"])])

    @property
    def several_countries(self) -> bool:
        """Whether inequality between and within countries can be told apart."""
        return self.choice.where.level > 0 and len(set(self.countries)) > 1


@lru_cache(maxsize=64)
def equality_of(dataset: Dataset, choice: EqualityChoice) -> Equality | None:
    """The view of a choice; None where nothing is known enough to be compared.

    Its frames are shared between reruns and never written to.
    """
    known = choice.known(dataset)
    if not choice.now:
        return None
    wide = figures_at(known.rows, [choice.then, choice.now])
    codes = _panel_codes(wide, choice)
    if len(codes) < 2:
        return None
    panel, countries = _panel(known.rows, codes, known.moments)
    aversion = over_time.aversion_of(panel, choice.epsilon)
    series = over_time.series(panel, aversion).assign(
        day=[known.days[each] for each in known.moments],
        doubted=_doubted(known.rows, codes, known.moments),
    )
    change = over_time.change(panel, choice.then, choice.now, aversion)
    now = wide[choice.now]
    evened = evened_of(now, choice)
    rows = _rows(wide, panel, codes, choice).join(evened.rows)
    told = _told(dataset, now, choice)
    return Equality(
        dataset, choice, rows, panel, tuple(codes), countries, series, change, told, evened
    )


def _panel_codes(wide: dict[str, pd.DataFrame], choice: EqualityChoice) -> list[str]:
    """Territories whose need and capacity are known, and of the same measure, at both moments."""
    then, now = wide[choice.then], wide[choice.now]
    both = pd.Series(True, index=now.index)
    for each in (then, now):
        both &= is_counted(each["capacity"].to_numpy(float), each["need"].to_numpy(float))
    both &= then["capacity_measure_id"].eq(now["capacity_measure_id"])
    return sorted(map(str, both.index[both]))


def _panel(
    rows: pd.DataFrame, codes: list[str], moments: tuple[str, ...]
) -> tuple[Panel, tuple[str, ...]]:
    """The panel at every moment, and the country of each of its territories."""
    inside = rows[rows["territory_id"].isin(codes)]
    wide = figures_at(inside, moments)
    country = inside.drop_duplicates("territory_id").set_index("territory_id")["country"]
    figures = [figures_of(wide[moment].reindex(codes)) for moment in moments]
    countries = country.reindex(codes)
    return Panel(moments, tuple(figures), numbered(countries)), tuple(map(str, countries))


def _doubted(rows: pd.DataFrame, codes: list[str], moments: tuple[str, ...]) -> list[int]:
    """How many figures of the panel are hard to believe at each moment; they are still counted."""
    doubt = rows["capacity_status"].eq("U") | rows["need_status"].eq("U")
    inside = rows[rows["territory_id"].isin(codes) & doubt]
    found = inside.groupby("moment").size()
    return [int(found.get(each, 0)) for each in moments]


def _rows(
    wide: dict[str, pd.DataFrame], found: Panel, codes: list[str], choice: EqualityChoice
) -> pd.DataFrame:
    """The row of every territory: its figures, where it stood and stands, what it gained."""
    table = wide[choice.now].add_suffix("_now").join(wide[choice.then].add_suffix("_then"))
    now, then = (gaining.standing(found.at(each)) for each in (choice.now, choice.then))
    own = pd.concat(
        [now.add_suffix("_now"), then.add_suffix("_then"), gaining.gains(then, now)], axis=1
    )
    own.index = pd.Index(codes, name="territory_id")
    return table.join(own)


def _told(dataset: Dataset, now: pd.DataFrame, choice: EqualityChoice) -> LeftOut:
    """What is not counted now, with the territories nobody publishes anything of.

    Where a subject is asked in some countries only, those of others lack nothing.
    """
    territories = ask(dataset, "region").set_index("territory_id")
    for some in (choice.where.countries, choice.subject.countries):
        if some:
            territories = territories[territories["country"].isin(some)]
    figures = now.loc[now.index.isin(territories.index), ["capacity", "need"]].astype(float)
    inside = territories["level"].eq(choice.where.level) & territories["members"].isna()
    joined = {code for codes in figures.index for code in str(codes).split("+")}
    silent = territories[inside & ~territories.index.isin(joined)]
    need = silent["residents"].to_numpy(float) if choice.basis == RESIDENTS else np.nan
    unknown = pd.DataFrame({"capacity": np.nan, "need": need}, index=silent.index)
    figures = pd.concat([figures, unknown])
    return left_out(figures["capacity"].to_numpy(float), figures["need"].to_numpy(float))
