"""Ratios that protect: children per guardian, staff per service, each against its norm."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.funnel_inputs import CHILDREN, GROUPS, MOST_DAYS_APART

KEPT, BROKEN, IN_EXCEPTION, NOTHING, CANNOT_TELL, UNKNOWN = (
    "kept", "not kept", "exceptional", "nothing to divide by", "cannot tell", "unknown",
)  # fmt: skip


@dataclass(frozen=True)
class Ratio:
    """One figure over another, and what it may be at most, or has to be at least.

    `over` lists measures, the first known one counts; `exceptional` is the limit in situations
    the norm calls exceptional. `benchmark_id` names the norm in the catalogue, whose source it
    takes; without one `cited` says where it is from. () in `countries` is everywhere.
    """

    ratio_id: str
    label: str
    groups: tuple[str, ...]
    over: tuple[str, ...]
    under: str
    limit: float
    at_most: bool
    unit: str
    kind: str
    cited: str
    exceptional: float | None = None
    benchmark_id: str = ""
    countries: tuple[str, ...] = ()


_KEM = "what the centres of Greece's KEM network had in 2021; no norm binds elsewhere"

RATIOS = (
    Ratio(
        "children_per_guardian", "Children per guardian", (CHILDREN,),
        ("unaccompanied_children_present_persons", "unaccompanied_children_in_care_persons"),
        "guardians_count", 30, True, "children for each guardian", "legal_norm",
        "Directive (EU) 2024/1346, Article 27: a representative is in charge of no more than 30 "
        "unaccompanied children at a time, in exceptional situations of no more than 50; to be "
        "applied from 12 June 2026",
        exceptional=50,
    ),
    Ratio(
        "care_per_legal_place", "Children in care per place set by law", (CHILDREN,),
        ("unaccompanied_children_in_care_persons",), "unaccompanied_children_legal_places",
        3, True, "children in care for each place of ordinary capacity", "legal_norm",
        "Spain, Royal Decree 743/2025: above three times its ordinary capacity a region may call "
        "a migratory contingency, and children are moved to other regions",
        benchmark_id="es_uam_contingency_threshold_multiple_of_capacity", countries=("ES",),
    ),
    Ratio(
        "social_workers_per_service", "Social workers per service", GROUPS,
        ("social_workers_count",), "protection_services", 1, False,
        "social workers for each service", "observed", _KEM,
        benchmark_id="el_kem_staff_social_worker",
    ),
    Ratio(
        "psychologists_per_service", "Psychologists per service", GROUPS,
        ("psychologists_count",), "protection_services", 1, False,
        "psychologists for each service", "observed", _KEM,
        benchmark_id="el_kem_staff_psychologist",
    ),
)  # fmt: skip


def ratios(over: pd.DataFrame, under: pd.DataFrame, ratio: Ratio) -> pd.DataFrame:
    """A ratio as an interval, held against its limit.

    Shape   : `over` and `under` are indexed by territory_id and have value, lower, upper and
              day. Result: their index together, with ratio_lower, ratio_upper, answer.
    Units   : `ratio.unit`.
    Missing : UNKNOWN where a figure is missing or the two are more than MOST_DAYS_APART days
              apart; nobody for somebody is an infinite ratio, nobody for nobody is no ratio, and
              staff where there is no service is NOTHING to divide by.
    """
    both = over.add_suffix("_over").join(under.add_suffix("_under"), how="outer")
    top_low, top_high = _ends(both, "over")
    down_low, down_high = _ends(both, "under")
    apart = (both["day_over"] - both["day_under"]).abs() > pd.Timedelta(days=MOST_DAYS_APART)
    with np.errstate(divide="ignore", invalid="ignore"):
        low = (top_low / down_high).mask(apart)
        high = (top_high / down_low).mask(apart)
    if not ratio.at_most:
        # Where there is no service, there is none to staff.
        low, high = low.mask(down_low == 0), high.mask(down_low == 0)
    frame = pd.DataFrame({"ratio_lower": low, "ratio_upper": high})
    frame["answer"] = [_answer(a, b, ratio) for a, b in zip(low, high, strict=True)]
    if not ratio.at_most:
        frame["answer"] = frame["answer"].mask((down_high == 0) & ~apart, NOTHING)
    return frame


def _ends(both: pd.DataFrame, side: str) -> tuple[pd.Series, pd.Series]:
    value = both[f"value_{side}"].astype(float)
    low, high = (both[f"{end}_{side}"].astype(float) for end in ("lower", "upper"))
    return low.fillna(value), high.fillna(value)


def _answer(low: float, high: float, ratio: Ratio) -> str:
    """Whether the norm is kept; said only where the whole interval is on one side of it."""
    if np.isnan(low) or np.isnan(high):
        return UNKNOWN
    if not ratio.at_most:
        return KEPT if low >= ratio.limit else BROKEN if high < ratio.limit else CANNOT_TELL
    if high <= ratio.limit:
        return KEPT
    if low > (ratio.exceptional or ratio.limit):
        return BROKEN
    if ratio.exceptional and low > ratio.limit and high <= ratio.exceptional:
        return IN_EXCEPTION
    return CANNOT_TELL
