"""Everything the Equality page says of a choice, worked out once."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.equality import gains as gaining
from analysis.equality import over_time
from analysis.equality.held import Held, Integers, LeftOut, held, is_counted, left_out, numbered
from analysis.equality.open_figures import cases, is_open
from analysis.equality.over_time import Figures, Panel
from analysis.parity import Parity, parity
from ui.equality.choice import COUNTRY, EqualityChoice
from ui.equality.panels import ends_of, figures_at
from ui.equality.subjects import RESIDENTS
from ui.store import Dataset, ask

_STANDING = ["standing", "standing_lower", "standing_upper"]


@dataclass(frozen=True, eq=False)
class Evened:
    """What parity takes now: by territory, in all, and the range found where figures are open.

    `rows` has every territory known now: what it is to add, give and take, `add_least` and
    `add_most` where figures are open, `of_all` (% of the mean of all of them) and `standing`,
    with `_lower` and `_upper` (% of the mean parity is measured by).
    `ranges` is () where all figures are exact, else least and most to add, to move, to add
    besides once all that helps was moved.
    """

    rows: pd.DataFrame
    parity: Parity
    ranges: tuple[float, ...]


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
    evened = _evened(now, choice)
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
    figures = [_figures(wide[moment].reindex(codes)) for moment in moments]
    countries = country.reindex(codes)
    return Panel(moments, tuple(figures), numbered(countries)), tuple(map(str, countries))


def _doubted(rows: pd.DataFrame, codes: list[str], moments: tuple[str, ...]) -> list[int]:
    """How many figures of the panel are hard to believe at each moment; they are still counted."""
    doubt = rows["capacity_status"].eq("U") | rows["need_status"].eq("U")
    inside = rows[rows["territory_id"].isin(codes) & doubt]
    found = inside.groupby("moment").size()
    return [int(found.get(each, 0)) for each in moments]


def _figures(rows: pd.DataFrame) -> Figures:
    return Figures(rows["capacity"].to_numpy(float), rows["need"].to_numpy(float), ends_of(rows))


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
    """What is not counted now; of residents, those of territories nobody publishes of as well."""
    figures = now[["capacity", "need"]].astype(float)
    if choice.basis == RESIDENTS:
        territories = ask(dataset, "region")
        inside = territories["level"].eq(choice.where.level) & territories["members"].isna()
        if choice.where.countries:
            inside &= territories["country"].isin(choice.where.countries)
        joined = {code for codes in figures.index for code in str(codes).split("+")}
        silent = territories[inside & ~territories["territory_id"].isin(joined)]
        residents = silent["residents"].to_numpy(float)
        unknown = pd.DataFrame({"capacity": np.nan, "need": residents}, index=silent.index)
        figures = pd.concat([figures, unknown])
    return left_out(figures["capacity"].to_numpy(float), figures["need"].to_numpy(float))


def _evened(now: pd.DataFrame, choice: EqualityChoice) -> Evened:
    """What parity takes of all territories known now, whether or not they were before."""
    capacity, need = now["capacity"].to_numpy(float), now["need"].to_numpy(float)
    counted = is_counted(capacity, need)
    inside = now[counted]
    group = numbered(inside["country"])
    these = held(capacity[counted], need[counted], group)
    found = parity(these, choice.parity, choice.mean_of == COUNTRY)
    rows = pd.DataFrame(
        {"add": found.add, "spare": found.spare, "give": found.give, "take": found.take},
        index=inside.index,
    )
    rows["of_all"] = gaining.standing(_figures(inside))["relative"].to_numpy()
    among = group if choice.mean_of == COUNTRY else np.zeros_like(group)
    possible = _possible(inside, these, choice)
    rows["add_least"] = np.min([each.add for each in possible], axis=0) if possible else np.nan
    rows["add_most"] = np.max([each.add for each in possible], axis=0) if possible else np.nan
    rows = rows.join(_standing(inside, among))
    return Evened(rows, found, _ranges(possible))


def _standing(inside: pd.DataFrame, among: Integers) -> pd.DataFrame:
    """Where each stands against the mean of its group, by its best guess and its ends."""
    parts = [inside.head(0)[[]].reindex(columns=_STANDING)]
    for group in np.unique(among):
        rows = inside[among == group]
        found = gaining.standing(_figures(rows)).set_axis(rows.index)
        found = found[["relative", "relative_lower", "relative_upper"]]
        parts.append(found.set_axis(_STANDING, axis=1))
    return pd.concat([each for each in parts if len(each)] or parts)


def _possible(inside: pd.DataFrame, these: Held, choice: EqualityChoice) -> list[Parity]:
    """Parity of figures inside their intervals, the best guess first; none where all are exact."""
    ends = ends_of(inside)
    if not len(these.need) or not is_open(ends):
        return []
    return [
        parity(each, choice.parity, choice.mean_of == COUNTRY)
        for each in cases(ends, these, these.group)
    ]


def _ranges(possible: list[Parity]) -> tuple[float, ...]:
    """Least and most places to add, to move, and to add besides."""
    amounts = [(each.added, each.moved, each.left) for each in possible]
    return tuple(end(each) for each in zip(*amounts, strict=True) for end in (min, max))
