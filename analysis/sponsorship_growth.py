"""How arrivals through sponsors changed between two whole years that a source covers."""

import pandas as pd

from analysis.spans import Span, apart, span_of
from analysis.sponsorship import KEY, SINCE_START, arrivals


def growth(rows: pd.DataFrame, of: str | None = None) -> pd.DataFrame:
    """Arrivals of the latest two calendar years in a row that a source covers whole.

    A year is covered when the source has periods of the scheme, in any territory, that fill it;
    so both years are as long, and a year under way is never held against a whole one. `of` asks
    for one territory only.

    Shape   : `KEY`, `source_id`, `before_period`, `after_period`, `before_persons`,
              `after_persons`, `change_percent`.
    Missing : a territory that is not listed in a year has NaN there, not 0, and no change; nor
              has one that begins at 0.
    """
    names = [*KEY, "source_id", "before_period", "after_period", "before_persons"]
    names += ["after_persons", "change_percent"]
    flows = rows[rows["arrivals_persons"].notna() & (rows["arrivals_span"] != SINCE_START)]
    found = []
    for (_, source), every in flows.groupby(["scheme_id", "source_id"], sort=True):
        years = _whole_years(every["period"])
        own = every if of is None else every[every["territory_id"] == of]
        if years is None or own.empty:
            continue
        before, after = (
            arrivals(own, span_of(year)).set_index(KEY)["arrivals_persons"] for year in years
        )
        both = pd.DataFrame({"before_persons": before, "after_persons": after}).reset_index()
        found.append(
            both.assign(source_id=str(source), before_period=years[0], after_period=years[1])
        )
    if not found:
        return pd.DataFrame(columns=names)
    whole = pd.concat(found, ignore_index=True)
    start = whole["before_persons"].where(whole["before_persons"] > 0)
    whole["change_percent"] = (whole["after_persons"] / start - 1) * 100
    return whole[names]


def _whole_years(periods: pd.Series) -> tuple[str, str] | None:
    """The latest two years in a row that `periods` fill; None where there are none."""
    unique = list(periods.unique())
    ends = [span_of(period) for period in unique]
    years = range(min(s.start.year for s in ends), max(s.end.year for s in ends) + 1)
    whole = [year for year in years if _fills(unique, span_of(str(year)))]
    pairs = [year for year in whole if year - 1 in whole]
    return (str(pairs[-1] - 1), str(pairs[-1])) if pairs else None


def _fills(periods: list[str], year: Span) -> bool:
    """Whether periods cover every day of a year."""
    return sum(span_of(period).days for period in apart(periods, year)) == year.days
