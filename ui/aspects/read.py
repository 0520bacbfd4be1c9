"""The rows of one aspect: what its page draws with the same filters, in one shape."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from analysis.dissimilarity import dissimilarity
from ui import choice as figures
from ui import shortage_choice
from ui.asked import asked
from ui.aspects.aspect import Aspect
from ui.digital import choice as digital
from ui.digital.drawn import spread_of as digital_spread
from ui.funds import choice as funds
from ui.funds.view import view_of as funds_view
from ui.ledger import ledger_of
from ui.partnership import choice as partnership
from ui.partnership.figures import spread_of as partnership_spread
from ui.shortage_choice import ShortageChoice
from ui.sponsorship import choice as sponsorship
from ui.sponsorship.figures import spread_of as sponsorship_spread
from ui.store import Dataset
from ui.view import view_of
from ui.words import is_known

# From the firmest to the weakest: a figure made of two is as weak as the weaker.
_FIRMNESS = ("published", "declared", "estimated", "synthetic")
_COLUMNS = (
    "territory_id", "level", "value", "lower", "upper", "obs_status", "evidence", "period",
    "why", "source_ids",
)  # fmt: skip
NOT_OFFERED = "no figure of this kind is in the dataset"


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


def _covered(dataset: Dataset) -> pd.DataFrame:
    """Coverage in per cent, of the ledger of Gaps."""
    rows = ledger_of(dataset, shortage_choice.choose(dataset)).rows.reset_index()
    missing = rows["missing"].fillna("").astype(str)
    return _of_ledger(rows).assign(
        value=rows["coverage_percent"], lower=rows["coverage_percent_lower"],
        upper=rows["coverage_percent_upper"],
        why=[f"unknown: {each}" if each else "" for each in missing],
    )  # fmt: skip


def _to_move(dataset: Dataset) -> pd.DataFrame:
    """How unequally places lie among the parts of each territory, of the ledger one level down."""
    choice = shortage_choice.choose(dataset)
    parts = ledger_of(dataset, _finer(choice)).rows.reset_index()
    parts = _of_ledger(parts).assign(**parts[["demand_lower", "demand_upper", "capacity"]])
    parts = parts[parts["level"] == choice.level + 1]
    parts["territory_id"] = parts["territory_id"].str[:-1]
    found = []
    for territory_id, part in parts.groupby("territory_id"):
        lower, upper = dissimilarity(part["capacity"], part["demand_lower"], part["demand_upper"])
        known = part[["capacity", "demand_lower"]].notna().all(axis=1)
        found.append(
            {
                "territory_id": territory_id, "level": choice.level,
                "value": lower if lower == upper else np.nan, "lower": lower, "upper": upper,
                "why": _parts_unknown(len(part), int((~known).sum())),
                "obs_status": "E", "evidence": _weakest(part["evidence"]),
                "period": max(part["period"].dropna(), default=""),
                "source_ids": " ".join(sorted(set(" ".join(part["source_ids"]).split()))),
            }
        )  # fmt: skip
    return pd.DataFrame(found, columns=list(_COLUMNS))


def _finer(choice: ShortageChoice) -> ShortageChoice:
    return ShortageChoice(**{**vars(choice), "level": choice.level + 1})


def _parts_unknown(parts: int, unknown: int) -> str:
    if parts < 2:
        return "it has only one part"
    return f"{unknown} of its {parts} parts unknown" if unknown else ""


def _of_ledger(rows: pd.DataFrame) -> pd.DataFrame:
    """What every aspect of the ledger says of its figures."""
    both = rows[["need_evidence", "capacity_evidence"]]
    status = rows["need_status"].eq("E") | rows["capacity_status"].eq("E")
    ids = rows[["need_source_id", "capacity_source_id"]].to_numpy()
    return pd.DataFrame(
        {
            "territory_id": rows["territory_id"],
            "level": rows["level"],
            "obs_status": np.where(status, "E", "A"),
            "evidence": [_weakest(pd.Series(each)) for each in both.to_numpy()],
            "period": rows["capacity_period"].where(rows["capacity"].notna(), rows["period"]),
            "source_ids": [" ".join(str(i) for i in each if is_known(i)) for each in ids],
        }
    )


def _weakest(evidence: pd.Series) -> str:
    known = [_FIRMNESS.index(each) for each in evidence if each in _FIRMNESS]
    return _FIRMNESS[max(known)] if known else ""


def _figures(dataset: Dataset) -> pd.DataFrame:
    return view_of(dataset, figures.choose(dataset)).rows.reset_index()


def _types(dataset: Dataset) -> pd.DataFrame:
    """Types of actor known, up to the types no list rules out."""
    rows = partnership_spread(dataset, partnership.choose(dataset)).rows.reset_index()
    lower, upper = rows["types"].astype(float), rows["types_possible"].astype(float)
    why = np.where(lower.lt(upper), "no list of the other types is complete", "no list names any")
    return rows.assign(value=lower.where(lower == upper), lower=lower, upper=upper, why=why)


def _partnership(dataset: Dataset) -> pd.DataFrame:
    return partnership_spread(dataset, partnership.choose(dataset)).rows.reset_index()


def _sponsorship(dataset: Dataset) -> pd.DataFrame:
    return sponsorship_spread(dataset, sponsorship.choose(dataset)).rows.reset_index()


def _digital(dataset: Dataset) -> pd.DataFrame:
    rows = digital_spread(dataset, digital.choose(dataset)).rows.reset_index()
    exact = rows["lower"].eq(rows["upper"])
    return rows.assign(
        value=rows["lower"].where(exact), why="the languages of services are not listed"
    )


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
    for column in ("obs_status", "evidence", "period", "why", "source_ids"):
        rows[column] = rows[column].astype(object).fillna("").astype(str)
    rows["why"] = rows["why"].where(rows["value"].isna(), "")
    return rows


_PAGES: Mapping[str, Callable[[Dataset], pd.DataFrame]] = {
    "gaps": _covered, "figures": _figures, "partnership": _partnership,
    "sponsorship": _sponsorship, "funds": _funds, "digital": _digital,
}  # fmt: skip
_READERS: Mapping[str, Callable[[Dataset], pd.DataFrame]] = {
    "places_to_move": _to_move, "actor_types": _types,
}  # fmt: skip
