"""Rows of the contract's tables from a line of a transcribed file."""

from typing import NamedTuple

from etl.sources.regional.boundaries import whole_of
from etl.sources.transcribed_mapping import Figure, Money, Record, Scheme
from etl.sources.transcribed_notes import note_of, period_of, status_of, value_of
from etl.sources.transcribed_pages import page_id, page_of

Row = dict[str, object]
_UNION = "EU27_2020"
# Dutch tasks of the cycle of February 2024 are due by 1 July 2025, and newer rows say so.
_DUE = {
    ("spreidingswet_target_places", "2024-02..2025-07"): "2025-07-01",
    ("spreidingswet_target_places_UAM", "2024-02..2025-07"): "2025-07-01",
}
_SINCE_2016 = "cumulative 2016 to 2024-09-30"


class Line(NamedTuple):
    """A line of a file and what it holds."""

    file: str
    number: int
    record: Record


def observation(line: Line, figure: Figure) -> Row:
    """A row of table `observation`; "more than" a number is a lower end without a value."""
    value, lower = value_of(line.record)
    territory_id = _territory(line.record)
    return {
        "territory_id": territory_id,
        "nuts_version": "2021" if territory_id.startswith("UK") else "2024",
        "period": _period(line.record, figure),
        "measure_id": figure.measure_id,
        "group_id": figure.group_id,
        "value": value,
        "lower": lower,
        **_fact(line, value),
    }


def funding(line: Line, money: Money) -> Row:
    """A row of table `funding`: euro committed, none known to be paid."""
    amount = float(line.record["value"])
    return {
        "fund_id": money.fund_id,
        "objective": money.objective,
        "territory_id": _territory(line.record),
        "period": period_of(line.record["period"], money),
        "committed_eur": amount,
        "paid_eur": None,
        **_fact(line, amount),
    }


def sponsorship(line: Line, scheme: Scheme) -> Row:
    """A row of table `sponsorship`: the one number the line gives, the others unknown."""
    persons = int(line.record["value"])
    since = _SINCE_2016 in line.record["note"]
    return {
        "scheme_id": scheme.scheme_id,
        "territory_id": _territory(line.record),
        "period": "2016/2024-09-30" if since else period_of(line.record["period"], scheme),
        "sponsor_groups": None,
        "pledged_places": None,
        "arrivals_persons": None,
        scheme.column: persons,
        **_fact(line, persons),
    }


def set_aside(line: Line, reason: str) -> Row:
    """A row of table `set_aside`: the figure as printed, with the reason."""
    record = line.record
    place, city = record["territory_name"], record.get("city")
    return {
        "reason": reason,
        "territory_name": f"{place} ({city})" if city and city not in place else place,
        "territory_id": _nearest(record["territory_code"]),
        "measure": record["measure"].replace("_", " "),
        "group_name": record.get("group", "").replace("_", " ") or None,
        "period": record["period"] or None,
        "value": record["value"],
        "unit": record["unit"],
        **_fact(line, 0.0),
    }


def _territory(record: Record) -> str:
    """The code a figure is shown at."""
    whole = whole_of(record)
    return whole.territory_id if whole else record["territory_code"]


def _period(record: Record, figure: Figure) -> str | None:
    """The period of a figure; a task's is the day it is due."""
    return _DUE.get((record["measure"], record["period"])) or period_of(record["period"], figure)


def _nearest(code: str) -> str:
    """The code of a set-aside row: the Union's, or a country's for a region outside NUTS."""
    return _UNION if code == "EU" else code.split("-", maxsplit=1)[0]


def _fact(line: Line, value: float | None) -> Row:
    """Where a figure is from and how sure it is."""
    status, evidence = status_of(line.record, value)
    return {
        "source_id": page_id(page_of(line.record)),
        "obs_status": status,
        "evidence": evidence,
        "note": note_of(line.record),
        "source_file": line.file,
        "source_line": line.number,
    }
