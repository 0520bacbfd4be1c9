"""The rows of one aspect: what its page draws with the same filters, in one shape."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from ui import choice as figures
from ui.asked import asked
from ui.aspects.aspect import Aspect
from ui.aspects.of_ledger import covered, to_move
from ui.digital import choice as digital
from ui.digital.drawn import spread_of as digital_spread
from ui.funds import choice as funds
from ui.funds.view import view_of as funds_view
from ui.language import later
from ui.partnership import choice as partnership
from ui.partnership.figures import spread_of as partnership_spread
from ui.sponsorship import choice as sponsorship
from ui.sponsorship.figures import spread_of as sponsorship_spread
from ui.store import Dataset
from ui.view import view_of

_COLUMNS = (
    "territory_id", "level", "value", "lower", "upper", "obs_status", "evidence", "period",
    "newer_need_period", "why", "source_ids",
)  # fmt: skip
TEXTS = ("obs_status", "evidence", "period", "newer_need_period", "why", "source_ids")
MISSING = "L"
# Statuses that say themselves why there is no figure, such as one that is withheld.
_TELL_WHY = ("M", "N", "Q", "U", MISSING)
# A share known no better than this is not known: Territory leaves it out too.
_ANYTHING_PERCENT = 99.5
NOT_OFFERED = later("no figure of this kind is in the dataset")


def rows_of(dataset: Dataset, aspect: Aspect, level: int) -> pd.DataFrame:
    """One row per territory drawn for an aspect, with the columns of `aspects_of`.

    Empty where the dataset does not offer the aspect's filters at all.
    """
    values = {**aspect.filters, "level": str(level)}
    with asked(values, strict=False) as found:
        rows = _READERS.get(aspect.aspect_id, _PAGES[aspect.view])(dataset)
    taken = {**found.usual, **found.filters}
    if any(taken.get(name) != code for name, code in aspect.filters.items()):
        return pd.DataFrame(columns=list(_COLUMNS))
    return _one_shape(rows).reindex(columns=list(_COLUMNS))


def _figures(dataset: Dataset) -> pd.DataFrame:
    return view_of(dataset, figures.choose(dataset)).rows.reset_index()


def _types(dataset: Dataset) -> pd.DataFrame:
    """Types of actor known, up to the types no list rules out."""
    rows = partnership_spread(dataset, partnership.choose(dataset)).rows.reset_index()
    lower, upper = rows["types"].astype(float), rows["types_possible"].astype(float)
    why = np.where(
        lower.lt(upper), later("no list of the other types is complete"), later("no list names any")
    )
    return rows.assign(value=lower.where(lower == upper), lower=lower, upper=upper, why=why)


def _partnership(dataset: Dataset) -> pd.DataFrame:
    return partnership_spread(dataset, partnership.choose(dataset)).rows.reset_index()


def _sponsorship(dataset: Dataset) -> pd.DataFrame:
    return sponsorship_spread(dataset, sponsorship.choose(dataset)).rows.reset_index()


def _digital(dataset: Dataset) -> pd.DataFrame:
    rows = digital_spread(dataset, digital.choose(dataset)).rows.reset_index()
    exact = rows["lower"].eq(rows["upper"])
    # From nobody to everybody is no knowledge.
    told = (rows["upper"] - rows["lower"]).lt(_ANYTHING_PERCENT)
    return rows.assign(
        value=rows["lower"].where(exact), lower=rows["lower"].where(told),
        upper=rows["upper"].where(told), why=later("the languages of services are not listed"),
    )  # fmt: skip


def _funds(dataset: Dataset) -> pd.DataFrame:
    choice = funds.choose(dataset)
    if choice is None:
        return pd.DataFrame(columns=list(_COLUMNS))
    return funds_view(dataset, choice).spread.rows.reset_index()


def _one_shape(rows: pd.DataFrame) -> pd.DataFrame:
    """Numbers as numbers, ends where there is a value, texts without a missing mark."""
    rows = rows.copy()
    if "source_ids" not in rows and "source_id" in rows:
        rows["source_ids"] = rows["source_id"]
    rows = rows.reindex(columns=list(_COLUMNS))
    for column in ("value", "lower", "upper"):
        rows[column] = rows[column].astype(float)
    rows["lower"] = rows["lower"].fillna(rows["value"])
    rows["upper"] = rows["upper"].fillna(rows["value"])
    for column in TEXTS:
        rows[column] = rows[column].astype(object).fillna("").astype(str)
    rows["why"] = rows["why"].where(rows["value"].isna(), "")
    return unknown_told(rows)


def unknown_told(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows whose unknown figures are marked missing: no figure has no evidence and no date."""
    unknown = rows[["value", "lower", "upper"]].isna().all(axis=1)
    told = rows["obs_status"].isin(_TELL_WHY)
    none = dict.fromkeys(("evidence", "period", "newer_need_period"), "")
    return rows.assign(
        obs_status=rows["obs_status"].mask(unknown & ~told, MISSING),
        **{name: rows[name].mask(unknown, text) for name, text in none.items()},
    )


_PAGES: Mapping[str, Callable[[Dataset], pd.DataFrame]] = {
    "gaps": covered, "figures": _figures, "partnership": _partnership,
    "sponsorship": _sponsorship, "funds": _funds, "digital": _digital,
}  # fmt: skip
_READERS: Mapping[str, Callable[[Dataset], pd.DataFrame]] = {
    "places_to_move": to_move, "actor_types": _types,
}  # fmt: skip
