"""One view of the Funds page: money beside need for every territory, and whether they agree."""

from dataclasses import dataclass

import pandas as pd

from analysis import funding
from analysis.concordance import Concordance, concordance
from analysis.fund_series import Series
from ui import words
from ui.area.spread import About, Spread, spread
from ui.funds.amounts import amounts
from ui.funds.choice import Choice
from ui.funds.needs import GAP, IN_NEED, Need, need_of
from ui.language import _, per_language
from ui.store import Dataset

_PER_RESIDENT = ("money", "money_lower", "money_upper", "need", "need_lower", "need_upper")


@dataclass(frozen=True, eq=False)
class View:
    """Rows of `spread` with money and need, and the agreement of their orders.

    `compared` are the rows that may have this money: of the countries that take part. Columns
    besides those of `Spread`: `money*`, `need*`, `paid_eur`, `paid_percent`, `takes_part`.
    """

    dataset: Dataset
    choice: Choice
    need: Need
    spread: Spread
    agreement: Concordance
    by_size: Concordance

    @property
    def compared(self) -> pd.DataFrame:
        """The rows of countries that take part."""
        return self.spread.rows[self.spread.rows["takes_part"]]

    @property
    def both(self) -> pd.DataFrame:
        """The rows with money and need known."""
        rows = self.compared
        return rows[rows["money"].notna() & rows["need"].notna()]

    @property
    def overall(self) -> float:
        """Euro for one in need, over all territories with both known; NaN without any."""
        rows = self.both
        need = rows["need"].clip(lower=0).sum()
        return float(rows["money"].sum() / need) if need > 0 else float("nan")


@per_language(64)
def view_of(dataset: Dataset, choice: Choice) -> View:
    """The view of a choice; its frames are shared between reruns and never written to."""
    need = need_of(dataset, choice.against_key, choice.series)
    rows = beside(dataset, choice.series, need)
    figures = rows.rename_axis("territory_id").reset_index()
    found = spread(dataset, choice.where, figures, _about(choice))
    part = takes_part(choice.series, amounts(dataset, choice.series))
    found.rows["takes_part"] = found.rows["country"].isin(part)
    outside = ~found.rows["takes_part"]
    found.rows.loc[outside, "label"] = _("takes no part, or not published")
    compared = found.rows[found.rows["takes_part"]]
    residents = compared["residents"].astype(float)
    per_resident = compared[list(_PER_RESIDENT)].astype(float)
    per_resident = per_resident.div(residents.where(residents > 0), axis=0)
    return View(
        dataset, choice, need, found, concordance(compared), concordance(per_resident)
    )  # fmt: skip


def beside(dataset: Dataset, series: Series, need: Need) -> pd.DataFrame:
    """Money and need of every territory with either, and euro for one in need as `value`."""
    money = amounts(dataset, series)
    rows = money.join(need.rows, how="outer")
    each = funding.per_person(rows)
    paid = funding.absorption(rows.rename(columns={"money": "committed_eur"}))
    return rows.assign(
        value=each["value"],
        lower=each["lower"].where(each["lower"] < each["upper"]),
        upper=each["upper"].where(each["lower"] < each["upper"]),
        paid_percent=paid,
    )


def takes_part(series: Series, money: pd.DataFrame) -> frozenset[str]:
    """Countries that may have this money: by the fund's rules, else those that have some."""
    ruled = series.states()
    return frozenset(ruled) if ruled else frozenset(money.index.str[:2])


def _about(choice: Choice) -> About:
    against = choice.against
    unit = _(against.per_one)
    if choice.series.estimated:
        unit = _("{unit}, an estimate by Groundwork", unit=unit)
    return About(
        choice.question(), unit, _("not published, or no part in the fund"),
        shown=lambda value: words.short(round(value)),
    )  # fmt: skip


@per_language(32)
def high_gap(dataset: Dataset, choice: Choice) -> pd.DataFrame:
    """Territories by gap of reception places and money a head: `gap`, `each`, `answer`.

    `gap` is places missing per 1,000 residents, `each` euro for one in need. Money is held
    against the need chosen; against people in need where that is the gap itself.
    """
    against = IN_NEED if choice.against_key == GAP else choice.against_key
    base = view_of(dataset, Choice(choice.series, against, choice.where))
    gap = need_of(dataset, GAP, choice.series)
    rows = base.compared
    residents = rows["residents"].astype(float)
    places = gap.rows["need"].astype(float).reindex(rows.index)
    per_1000 = places / residents.where(residents > 0) * 1000
    money = rows[["value", "lower", "upper"]].astype(float)
    return pd.DataFrame(
        {
            "place": rows["place"],
            "missing_places": places,
            "gap": per_1000,
            "each": money["value"],
            "each_lower": money["lower"],
            "each_upper": money["upper"],
            "answer": funding.high_gap_little_money(per_1000, money),
        }
    )
