"""The figures of a view by territory, as the map, the table and the file have them."""

import numpy as np
import pandas as pd

from analysis import sponsorship, sponsorship_places
from analysis.spans import Span, span_of
from analysis.sponsorship import per_100k
from ui.area.spread import About, Spread, spread
from ui.language import _, later, per_language
from ui.sponsorship.choice import ARRIVALS, EVER, GROUPS, PLEDGED, RATIO, SponsorshipChoice
from ui.store import Dataset, ask
from ui.words import THIN, number, rate

# What is counted, for each kind of map: the column, and its noun.
COUNTED = {
    ARRIVALS: ("arrivals_persons", later("persons")),
    GROUPS: ("sponsor_groups", later("groups")),
    PLEDGED: ("pledged_places", later("places")),
    RATIO: ("arrived_persons", later("persons")),
}
# Unit, what hatched means, breaks.
_ABOUT: dict[str, tuple[str, str, tuple[float, ...]]] = {
    ARRIVALS: (
        later("arrivals · per 100,000 residents"), later("no arrivals are published"), (),
    ),
    GROUPS: (
        later("groups · per 100,000 residents"), later("no number of groups is published"), (),
    ),
    PLEDGED: (
        later("places pledged · per 100,000 residents"), later("no pledge is published"), (),
    ),
    RATIO: (
        later("arrivals for 100 places pledged"),
        later("pledges and arrivals are not both published"),
        (25.0, 50.0, 75.0, 100.0),
    ),
}  # fmt: skip


@per_language(64)
def spread_of(dataset: Dataset, choice: SponsorshipChoice) -> Spread:
    """Every territory drawn with its figure; columns besides those of `Spread` as `found_of`."""
    unit, unknown_means, breaks = _ABOUT[choice.show]
    about = About(choice.question(), _(unit), _(unknown_means), breaks)
    found = found_of(dataset, choice.show, choice.schemes, choice.year)
    return spread(dataset, choice.where, found, about)


@per_language(64)
def found_of(dataset: Dataset, show: str, schemes: tuple[str, ...], year: str) -> pd.DataFrame:
    """The figures of every territory, of any level, that has one; never written to.

    Columns: `territory_id`, `value`, `lower`, `upper`, `count`, `lower_count`, `upper_count`,
    `counted`, `period`, `schemes`, `partial`, `pledged_places` (of a ratio) and the source's.
    """
    rows = ask(dataset, "sponsorship")
    rows = rows[rows["scheme_id"].isin(schemes)]
    territories = ask(dataset, "region")
    within = None if year == EVER else span_of(year)
    if show == RATIO:
        return _ratio(rows, territories, within)
    return _counted(rows, territories, show, within)


def _counted(
    rows: pd.DataFrame, territories: pd.DataFrame, show: str, within: Span | None
) -> pd.DataFrame:
    """A count and its rate per 100,000 residents."""
    column = COUNTED[show][0]
    if show == ARRIVALS:
        own = sponsorship.arrivals(rows, within)
        own = own.rename(columns={"arrivals_period": "period"})
    else:
        own = sponsorship.latest(rows, column, within)
    every = sponsorship_places.summed_up(own, territories, column)
    if show == ARRIVALS:
        every = sponsorship_places.bounded(every, territories, column)
    found = sponsorship_places.together(every, column)
    residents = found["territory_id"].map(territories.set_index("territory_id")["residents"])
    found = found.rename(columns={column: "count", "lower": "lower_count", "upper": "upper_count"})
    for rated, name in (("value", "count"), ("lower", "lower_count"), ("upper", "upper_count")):
        found[rated] = per_100k(found[name], residents)
    found["label"] = _labels(found)
    return found.assign(counted=column)


def _labels(found: pd.DataFrame) -> list[str | None]:
    """What the hover says: the count, and the rate; an open interval from its lower end."""
    said: list[str | None] = []
    for count, value, low, high in zip(
        found["count"], found["value"], found["lower_count"], found["upper_count"], strict=True
    ):
        if pd.notna(count):
            most = f"-{number(high)}" if pd.notna(high) and high > count else ""
            said.append(f"{number(count)}{most}{THIN}·{THIN}{rate(value)}")
        elif pd.notna(low) and low > 0:
            said.append(_("unknown, {count} or more", count=number(low)))
        else:
            said.append(None)
    return said


def _ratio(rows: pd.DataFrame, territories: pd.DataFrame, within: Span | None) -> pd.DataFrame:
    """Arrivals for 100 places pledged, of the pledges whose own arrivals are known."""
    every = sponsorship.against_pledges(rows, within)
    pairs = every[every["compared"] > 0]
    sides = [
        sponsorship_places.together(
            sponsorship_places.summed_up(pairs, territories, column), column
        ).set_index("territory_id")
        for column in ("pledged_places", "arrived_persons")
    ]
    pledged, arrived = sides[0]["pledged_places"], sides[1]["arrived_persons"]
    found = sides[1].assign(
        pledged_places=pledged,
        count=arrived,
        value=arrived / pledged.where(pledged > 0) * 100,
        lower=np.nan,
        upper=np.nan,
        counted="arrived_persons",
    )
    return found.drop(columns=["arrived_persons", "arrivals_per_100_pledged"]).reset_index()
