"""The rows behind the Stress page: by territory, and by territory and week."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.stress.saturation import ends
from ui.area import records
from ui.store import DEMONSTRATION, Dataset
from ui.stress.answers import stands_in, told_today
from ui.stress.asked import CUSTOM, SHOCKS, StressChoice
from ui.stress.months import months_of
from ui.stress.tested import Stress, stress_of

TERRITORY = (
    "territory_id", "place", "name", "country", "level", "residents", "counted_group",
    "hosted_today", "hosted_today_lower", "hosted_today_upper", "hosted_period",
    "hosted_known_as", "hosted_status", "places_today", "places_today_lower",
    "places_today_upper", "places_period", "places_known_as", "places_status",
    "most_hosted_period", "occupancy_today_percent", "arrivals_lower", "arrivals_upper",
    "full_answer", "week_full_earliest", "week_full_latest", "without_peak_lower",
    "without_peak_upper", "without_peak_week", "occupancy_peak_lower_percent",
    "occupancy_peak_upper_percent", "buffer_percent", "buffer_places", "weeks_gained_lower",
    "weeks_gained_upper", "places_per_week_gained", "least_buffer_percent_lower",
    "least_buffer_percent_upper", "weeks_to_act", "warning_occupancy_percent", "order_full",
    "shock", "horizon_weeks", "missing", "obs_status", "evidence", "places_source_id",
    "arrivals_source_id", "source_id",
)  # fmt: skip
_RENAMED = {
    "people": "hosted_today", "people_lower": "hosted_today_lower",
    "people_upper": "hosted_today_upper", "people_period": "hosted_period",
    "people_known_as": "hosted_known_as", "people_status": "hosted_status",
    "places": "places_today", "places_lower": "places_today_lower",
    "places_upper": "places_today_upper", "answer": "full_answer", "group_id": "counted_group",
    "most_period": "most_hosted_period", "occupancy_today": "occupancy_today_percent",
    "occupancy_peak_lower": "occupancy_peak_lower_percent",
    "occupancy_peak_upper": "occupancy_peak_upper_percent", "people_source_id": "source_id",
}  # fmt: skip


def territories(dataset: Dataset, choice: StressChoice) -> pd.DataFrame:
    """One row per territory drawn: when it is full, of what, what a buffer buys."""
    stress = stress_of(dataset, choice)
    made = stress.rows.rename(columns=_RENAMED).reset_index()
    # Places of which there are at least so many have no upper end.
    made["places_today_upper"] = made["places_today_upper"].mask(stands_in(made))
    made["source_id"] = made["source_id"].fillna(made["places_source_id"])
    order = np.full(len(made), np.nan)
    order[stress.first()] = np.arange(1, len(stress.first()) + 1)
    made = made.assign(
        buffer_percent=choice.buffer, weeks_to_act=choice.lead, order_full=order,
        shock=SHOCKS[choice.shock.kind], horizon_weeks=choice.horizon, obs_status="E",
        evidence=_evidence(dataset), arrivals_source_id=_series(stress, made["country"]),
    )  # fmt: skip
    persons = [
        each for each in map(str, made) if each.startswith(("arrivals_l", "arrivals_u", "without"))
    ]
    made[persons] = made[persons].astype(float).round(1)
    found = made.reindex(columns=list(TERRITORY))
    return records.with_provenance(dataset, found, choice.question())


def weeks(dataset: Dataset, choice: StressChoice) -> pd.DataFrame:
    """One row per territory and week, today as week 0: people, places, who is without a place."""
    stress = stress_of(dataset, choice)
    course, many = stress.course, choice.horizon + 1
    arrivals = np.pad(stress.given.arrivals, ((0, 0), (0, 0), (1, 0)))
    figures = {
        "arrivals": arrivals, "persons": course.persons, "places_open": course.places,
        "without_place": course.without, "occupancy": course.occupancy,
    }  # fmt: skip
    ids = ["territory_id", "place", "country", "level", "places_known_as"]
    every = stress.rows.reset_index()
    made = every.loc[every.index.repeat(many), ids].reset_index(drop=True)
    made["week"] = np.tile(np.arange(many), len(stress.rows))
    for name, values in figures.items():
        percent = "_percent" if name == "occupancy" else ""
        for end, side in zip(("lower", "upper"), ends(values), strict=True):
            flat = np.where(np.isfinite(side), side, np.nan).ravel()
            made[f"{name}_{end}{percent}"] = flat.round(1)
    made = _at_least_only(made, np.repeat(stands_in(every).to_numpy(), many))
    sources = every["people_source_id"].fillna(every["places_source_id"])
    made = made.assign(
        shock=SHOCKS[choice.shock.kind], obs_status="E", evidence=_evidence(dataset),
        source_id=np.repeat(sources.to_numpy(), many),
    )  # fmt: skip
    return records.with_provenance(dataset, made, choice.question())


def _at_least_only(made: pd.DataFrame, held: NDArray[np.bool_]) -> pd.DataFrame:
    """The weeks where places are a least only: what more places would change is not told."""
    short_of_places = made["without_place_upper"] > 0
    return made.assign(
        places_open_upper=made["places_open_upper"].mask(held),
        occupancy_lower_percent=made["occupancy_lower_percent"].mask(held),
        without_place_lower=made["without_place_lower"].mask(held & short_of_places),
    )


def used(stress: Stress) -> list[str]:
    """The sources behind what is shown, those behind most rows first, arrivals last."""
    rows = told_today(stress.rows)
    ids = pd.concat([rows["people_source_id"], rows["places_source_id"]]).dropna()
    tested = stress.rows[stress.known]
    ids = pd.concat([ids, _series(stress, tested["country"]).dropna().drop_duplicates()])
    return [str(each) for each in ids]


def _series(stress: Stress, countries: pd.Series) -> pd.Series:
    """The source of each territory's arrivals; none where the reader wrote them."""
    shock, months = stress.choice.shock, months_of(stress.dataset)["source_id"]
    if shock.kind == CUSTOM:
        return pd.Series(None, index=countries.index, dtype=object)
    if shock.like:
        return pd.Series(months.get(shock.like), index=countries.index, dtype=object)
    return countries.astype(object).map(months)


def _evidence(dataset: Dataset) -> str:
    return "synthetic" if dataset.kind == DEMONSTRATION else "estimated"
