"""How a territory's main figures change over time."""

from dataclasses import replace

import pandas as pd

from ui import words
from ui.language import _, later
from ui.store import Dataset, ask
from ui.territory.counted import Counted
from ui.territory.model import NAN, Link, Point, Section, Trend

_FEWEST, _MOST = 3, 6
# What percentages are of, as units of measures have it.
OF = (later("of inhabitants"), later("of the quota"))
_SHOWN = ("need", "use", "capacity", "target", "commitment", "participation")


def trends(dataset: Dataset, at: str, found: list[Counted]) -> Section:
    """Residents and every measure with three dates or more, the longest first."""
    shown = [each for each in found if each.dates >= _FEWEST and each.kind in _SHOWN]
    series = [_residents(dataset, at), *(_series(dataset, at, each) for each in shown[: _MOST - 1])]
    long = [(each, ids) for each, ids in series if _known(each) >= _FEWEST]
    drawn = tuple(replace(each, said=_changed(each)) for each, _ in long)
    return Section(
        "trends", _("How has it changed?"),
        () if drawn else (_("**Unknown**: no figure is published for three dates or more."),),
        trends=drawn,
        links=(Link(_("Every date"), f"data?take=table.figure&territory_id={at}"),),
        note=_("Open rings are figures in doubt, provisional or after a break in the series.")
        if any(point.obs_status != "A" for each in drawn for point in each.points) else "",
        more_sources=tuple(dict.fromkeys(source for _, ids in long for source in ids)),
    )  # fmt: skip


def year_of(period: str) -> float:
    """A period as a point in time, in years: its end, as figures are of the end of a time.

    >>> year_of("2024"), year_of("2024-Q2"), year_of("2021/2027"), year_of("2024-07")
    (2025.0, 2024.5, 2028.0, 2024.5833333333333)
    """
    last = period.rsplit("/", 1)[-1]
    year, _, rest = last.partition("-")
    if not year.isdigit():
        return NAN
    if rest.startswith("Q"):
        return int(year) + int(rest[1]) / 4
    months, _, day = rest.partition("-")
    if not months:
        return float(int(year) + 1)
    past = int(months) - 1 + (int(day) / 31 if day else 1.0)
    return int(year) + past / 12


def _residents(dataset: Dataset, at: str) -> tuple[Trend, tuple[str, ...]]:
    rows = ask(dataset, "territory_residents", territory_id=at)
    # Residents are counted on the first day of a year.
    points = [_point(row, float(str(row["period"])[:4])) for row in rows.to_dict("records")]
    return Trend(_("Residents"), "persons", tuple(points)), _sources(rows)


def _series(dataset: Dataset, at: str, each: Counted) -> tuple[Trend, tuple[str, ...]]:
    """A measure over time, and the sources of its dates."""
    rows: pd.DataFrame = ask(
        dataset, "series", territory_id=at, measure_id=each.measure_id, group_id=each.group_id
    )
    points = [_point(row, year_of(str(row["period"]))) for row in rows.to_dict("records")]
    ordered = sorted((each for each in points if words.is_known(each.at)), key=lambda each: each.at)
    whom = words.GROUP_WORDS.get(each.group_id, each.group_id.replace("_", " "))
    return Trend(f"{_(each.label)}: {whom}", each.unit, tuple(ordered)), _sources(rows)


def _point(row: dict[object, object], at: float) -> Point:
    value = float(str(row["value"])) if words.is_known(row["value"]) else NAN
    status = str(row["obs_status"])
    return Point(at, str(row["period"]), value, status, str(row["evidence"] or ""))


def _known(trend: Trend) -> int:
    return sum(words.is_known(point.value) for point in trend.points)


def _changed(trend: Trend) -> str:
    """First and last known figure in a sentence."""
    known = [point for point in trend.points if words.is_known(point.value)]
    first, last = known[0], known[-1]
    title = words.escaped(trend.title)
    told = {
        "what": title, "before": _amount(first, trend), "before_date": words.day(first.period),
        "now": _amount(last, trend), "now_date": words.day(last.period),
    }  # fmt: skip
    if last.obs_status == "A":
        return _("{what}: from {before} ({before_date}) to **{now}** ({now_date}).", **told)
    return _(
        "{what}: from {before} ({before_date}) to **{now}** ({now_date}), {doubt}.",
        **told, doubt=words.STATUS.get(last.obs_status, _("in doubt")),
    )  # fmt: skip


def _amount(point: Point, trend: Trend) -> str:
    """A figure with its unit, as it stands in a sentence."""
    share, _space, of = trend.unit.partition(" ")
    if share == "percent":
        return words.escaped(f"{words.rate(point.value)}{words.THIN}% {_(of)}".rstrip())
    return f"{words.short(point.value)} {words.escaped(_(trend.unit))}"


def _sources(rows: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(each) for each in rows["source_id"].dropna()))
