"""Sponsorship from published rows: who arrived, groups, pledges, and what cannot be told.

Rows are those of table `sponsorship`: scheme, territory, period and source, with groups, places
pledged and persons who arrived. Three rules hold everywhere. Figures of two sources for one
scheme and territory are never added: the source that tells of the longest time is taken. Periods
that overlap are never added: a year stands for its quarters. A running total is never added over
time; its latest figure stands alone. What nobody publishes is missing, never 0.
"""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from analysis.spans import Span, apart, joined, span_of

Row = dict[Hashable, Any]
SINCE_START = "since_start"
KEY = ["scheme_id", "territory_id"]
ORIGIN = ["source_id", "source_file", "source_line", "note"]
# Statuses, the least sure first.
WORST = ("U", "E", "B", "P", "F", "A")
# So many days do not matter when a date is only known to the month.
_ABOUT_DAYS = 31


def arrivals(rows: pd.DataFrame, within: Span | None = None) -> pd.DataFrame:
    """Persons who arrived, one row per scheme and territory that tells of `within`.

    Shape   : columns `scheme_id`, `territory_id`, `arrivals_persons`, `arrivals_period`,
              `arrivals_span`, `parts` (how many periods were added up) and where it is from.
    Units   : persons, over `arrivals_period`; a running total ends there.
    Missing : a scheme or territory without a row in `within` has none. A running total belongs
              to no window but all time (`within` None).

    >>> quarter = {"scheme_id": "s", "territory_id": "X1", "source_id": "a", "obs_status": "A",
    ...            "evidence": "published", "arrivals_span": "period"}
    >>> rows = pd.DataFrame([quarter | {"period": "2024-Q1", "arrivals_persons": 4},
    ...                      quarter | {"period": "2024-Q2", "arrivals_persons": 5}])
    >>> arrivals(rows)[["arrivals_persons", "arrivals_period"]].values.tolist()
    [[9.0, '2024-Q1/2024-Q2']]
    """
    known = rows[rows["arrivals_persons"].notna()]
    found = [_arrived(part, within) for part in _grouped(known, KEY)]
    names = [*KEY, "arrivals_persons", "arrivals_period", "arrivals_span", "parts"]
    names += ["obs_status", "evidence", *ORIGIN]
    return pd.DataFrame([each for each in found if each], columns=names)


def _grouped(rows: pd.DataFrame, names: list[str]) -> list[list[Row]]:
    """The rows as records, those of one key together, in the order of the keys."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows.to_dict("records"):
        groups.setdefault(tuple(str(row[name]) for name in names), []).append(row)
    return [groups[key] for key in sorted(groups)]


def _arrived(part: list[Row], within: Span | None) -> Row | None:
    """Arrivals of one scheme in one territory: those of the source that tells of most days."""
    best: list[Row] = []
    for source in sorted({row["source_id"] for row in part}):
        own = [r for r in part if r["source_id"] == source and r["arrivals_span"] != SINCE_START]
        told = apart((row["period"] for row in own), within)
        used = [row for row in own if row["period"] in told]
        if _days(used) > _days(best):
            best = used
    if best:
        return _summed(best)
    totals = [row for row in part if row["arrivals_span"] == SINCE_START]
    if within is not None or not totals:
        return None
    return _summed([max(totals, key=lambda row: span_of(row["period"]).end)])


def _days(rows: list[Row]) -> int:
    return sum(span_of(row["period"]).days for row in rows)


def _summed(used: list[Row]) -> Row:
    """Rows of one source added up: the sum, its time, its worst status, its first line."""
    used = sorted(used, key=lambda row: span_of(row["period"]).start)
    first, many = used[0], len(used) > 1
    statuses = {row["obs_status"] for row in used}
    evidence = "estimated" if many and first["evidence"] == "published" else first["evidence"]
    return {
        **{name: first[name] for name in KEY},
        "arrivals_persons": float(sum(row["arrivals_persons"] for row in used)),
        "arrivals_period": joined(row["period"] for row in used),
        "arrivals_span": first["arrivals_span"],
        "parts": len(used),
        "obs_status": next((each for each in WORST if each in statuses), first["obs_status"]),
        "evidence": evidence,
        **{name: first.get(name) for name in ORIGIN},
        **({"note": f"sum of {len(used)} periods that the source lists"} if many else {}),
    }


def lying_in(rows: pd.DataFrame, within: Span | None) -> pd.DataFrame:
    """The rows whose `period` lies whole in `within`; all of them where it is None."""
    if within is None:
        return rows
    inside = [within.holds(span_of(period)) for period in rows["period"]]
    return rows[pd.Series(inside, index=rows.index, dtype=bool)]


def latest(rows: pd.DataFrame, column: str, within: Span | None = None) -> pd.DataFrame:
    """The figure of `column` of the latest period in `within`, per scheme and territory.

    Groups and pledges are never added over time: whether a group of this year is one of last
    year is not told. Where two periods end on one day the longer one is taken.

    Shape   : `KEY`, `column`, `period`, `obs_status`, `evidence` and where it is from.
    Missing : left out.
    """
    known = lying_in(rows[rows[column].notna()], within)
    order = known.assign(
        _end=[span_of(period).end for period in known["period"]],
        _days=[span_of(period).days for period in known["period"]],
    ).sort_values(["_end", "_days", "source_id"])
    last = order.groupby(KEY, as_index=False, sort=True).tail(1).sort_values(KEY)
    names = [*KEY, column, "period", "obs_status", "evidence", *ORIGIN]
    return last.reindex(columns=names).reset_index(drop=True)


def against_pledges(rows: pd.DataFrame, within: Span | None = None) -> pd.DataFrame:
    """Arrivals against places pledged, where both are known for the same time.

    Each pledge is held against the arrivals of its own period, whichever source tells of them:
    a ratio adds nothing. Where arrivals are counted from a pledge's beginning but not to its end,
    it is compared *so far*.

    Shape   : per scheme and territory with a pledge: `pledged_places`, `arrived_persons`,
              `arrivals_per_100_pledged`, `so_far`, `period`, `compared_period`,
              `pledges`, `compared` (how many pledges there are, how many have arrivals), where
              the pledge is from, and `source_ids` of both sides, joined by spaces.
    Units   : persons for 100 places pledged.
    Missing : NaN where no pledge has arrivals of its own time; `pledged_places` is then the
              latest pledge.
    """
    pledged = set(rows.loc[rows["pledged_places"].notna(), KEY].itertuples(index=False, name=None))
    groups = _grouped(rows, KEY)
    found = [
        _against(own, within) for own in groups if tuple(own[0][name] for name in KEY) in pledged
    ]
    names = [*KEY, "pledged_places", "arrived_persons", "arrivals_per_100_pledged", "so_far"]
    names += ["period", "compared_period", "pledges", "compared"]
    names += ["obs_status", "evidence", *ORIGIN, "source_ids"]
    return pd.DataFrame([each for each in found if each], columns=names)


def _against(own: list[Row], within: Span | None) -> Row | None:
    """The pledges of one scheme and territory with the arrivals of their own time."""
    pledges = {row["period"]: row for row in own if pd.notna(row["pledged_places"])}
    came = [row for row in own if pd.notna(row["arrivals_persons"])]
    told = apart(pledges, within)
    if not told:
        return None
    pairs = [(pledges[period], _arrived(came, span_of(period))) for period in told]
    known = [(pledge, arrived) for pledge, arrived in pairs if arrived is not None]
    shown = [pledge for pledge, _ in known] or [pledges[told[-1]]]
    places = float(sum(pledge["pledged_places"] for pledge in shown))
    persons = float(sum(arrived["arrivals_persons"] for _, arrived in known)) if known else np.nan
    return {
        **{name: shown[0][name] for name in KEY},
        "pledged_places": places,
        "arrived_persons": persons,
        "arrivals_per_100_pledged": persons / places * 100 if places > 0 else np.nan,
        "so_far": any(
            _not_over(span_of(pledge["period"]), span_of(arrived["arrivals_period"]))
            for pledge, arrived in known
        ),
        "period": joined(pledge["period"] for pledge in shown),
        "compared_period": joined(arrived["arrivals_period"] for _, arrived in known) or None,
        "pledges": len(told),
        "compared": len(known),
        "obs_status": shown[0]["obs_status"],
        "evidence": shown[0]["evidence"],
        **{name: shown[0].get(name) for name in ORIGIN},
        "source_ids": " ".join(
            sorted({r["source_id"] for r in shown} | {came["source_id"] for _, came in known})
        ),
    }


def _not_over(pledge: Span, came: Span) -> bool:
    """Whether arrivals are counted from a pledge's beginning and stop before its end."""
    begins = abs((came.start - pledge.start).days) <= _ABOUT_DAYS
    return begins and (pledge.end - came.end).days > _ABOUT_DAYS


def per_100k(count: pd.Series, residents: pd.Series) -> pd.Series:
    """A count per 100,000 residents; NaN where either is missing or nobody lives there.

    >>> per_100k(pd.Series([43.0, 1.0]), pd.Series([83_000_000.0, 0.0])).round(3).tolist()
    [0.052, nan]
    """
    return count.astype(float) / residents.astype(float).where(residents > 0) * 100_000
