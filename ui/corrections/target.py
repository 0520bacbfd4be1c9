"""What a correction is about, as it is published now: a figure of a territory, or a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.corrections import FIGURE, PLACE, Published, Statement, Subject
from analysis.disclosure import (
    SENSITIVE,
    counts_people,
    is_sensitive,
    rates_people,
    shares_people,
)
from ui import words
from ui.language import _, later
from ui.store import Dataset, ask

NUMBER, TEXT, DAY = "number", "text", "day"
VALUE = "value"
# Columns of a place that readers may know better, what each is, and how it is written.
COLUMNS: Mapping[str, tuple[str, str]] = {
    "places": (later("Places"), NUMBER),
    "occupied": (later("Places in use"), NUMBER),
    "closed": (later("Last day, if it has closed"), DAY),
    "name": (later("Name"), TEXT),
    "languages": (later("Languages spoken there"), TEXT),
}
# Counts of people in sensitive groups are blurred; shares of them are whole percent.
BLUR, PERCENT = "blur", "percent"
PROTECTED = later(
    "This place is protected: it is shown without name and address so that nobody can find those "
    "who live there or come here. It cannot be corrected in public. Write to the publisher "
    "instead."
)
_RATE = later(
    "A rate of people in a sensitive group would give their number away. It cannot be corrected "
    "in public."
)


@dataclass(frozen=True)
class Target:
    """A subject with what is published of it, how it is written and read, and who it must guard.

    `guard` says how numbers are blurred before they are kept, '' not at all; `refused` why it
    cannot be corrected in public, '' where it can.
    """

    subject: Subject
    title: str
    where: str
    unit: str
    form: str
    published: Published
    note: str = ""
    source_line: int | None = None
    guard: str = ""
    refused: str = ""

    @property
    def whole(self) -> bool:
        """Whether its numbers are counts: whole and without a limit."""
        return self.form == NUMBER and not (
            self.unit.startswith(("percent", "per ", "PPS")) or self.unit in ("km²", "million euro")
        )


def of_figure(
    dataset: Dataset, territory_id: str, measure_id: str, group_id: str, period: str
) -> Target:
    """A territory's figure, published or not; raises KeyError for a code nobody knows."""
    measure = ask(dataset, "correction_measures").set_index("measure_id").loc[measure_id]
    subject = Subject(FIGURE, VALUE, territory_id, measure_id, group_id, period)
    rows = ask(dataset, "correction_figures", territory_id=territory_id)
    keys = {"measure_id": measure_id, "group_id": group_id, "period": period}
    same = rows[(rows[list(keys)] == pd.Series(keys)).all(axis=1)]
    row: dict[Any, Any] = {} if same.empty else same.iloc[0].to_dict()
    unit, kind = str(measure["unit"]), str(measure["kind"])
    sensitive = is_sensitive(measure_id, group_id)
    guard = BLUR if sensitive and counts_people(kind, unit) else ""
    guard = PERCENT if sensitive and shares_people(kind, unit) else guard
    return Target(
        subject,
        _title(str(measure["label"]), group_id, period),
        place_name(dataset, territory_id),
        unit,
        NUMBER,
        _published(row, "value"),
        _text(row.get("note")),
        _line(row),
        guard,
        _(_RATE) if sensitive and rates_people(kind, unit) else "",
    )


def _title(label: str, group_id: str, period: str) -> str:
    """A figure by its measure, the group it counts, and when."""
    figure, when = _(label), words.day(period)
    if group_id == "residents":
        return f"{figure}, {when}"
    whom = words.GROUP_WORDS.get(group_id, group_id.replace("_", " "))
    return _("{figure} for {whom}, {when}", figure=figure, whom=whom, when=when)


def of_place(dataset: Dataset, facility_id: str, column: str) -> Target:
    """A column of a place; a protected one is refused. Raises KeyError for one nobody knows."""
    rows = ask(dataset, "correction_place", facility_id=facility_id)
    if rows.empty or column not in COLUMNS:
        raise KeyError(facility_id)
    row = rows.iloc[0].to_dict()
    label, form = COLUMNS[column]
    region = _text(row["region_id"]) or str(row["country"])
    subject = Subject(PLACE, column, region, facility_id=facility_id)
    groups = set(_text(row["groups"]).split())
    protected = row["publish_level"] != "point"
    guarded = column == "occupied" and (row["kind"] == "reception" or bool(groups & SENSITIVE))
    return Target(
        subject,
        f"{_('Protected place') if protected else row['name']}: {words.inside(_(label))}",
        place_name(dataset, region),
        {"places": "places", "occupied": "persons"}.get(column, ""),
        form,
        _published({} if protected else row, column),
        "" if protected else _text(row["note"]),
        None if protected else _line(row),
        BLUR if guarded else "",
        _(PROTECTED) if protected else "",
    )


def of_subject(dataset: Dataset, subject: Subject) -> Target | None:
    """The target of a kept subject as it is published now; None where it is not there any more."""
    try:
        if subject.table == PLACE:
            return of_place(dataset, subject.facility_id, subject.column)
        return of_figure(
            dataset, subject.territory_id, subject.measure_id, subject.group_id, subject.period
        )
    except KeyError:
        return None


def place_name(dataset: Dataset, territory_id: str) -> str:
    """A territory as readers know it; its code where the dataset does not have it."""
    rows = ask(dataset, "region")
    found = rows[rows["territory_id"] == territory_id]
    return territory_id if found.empty else words.places(found)[0]


def _published(row: Mapping[Any, Any], column: str) -> Published:
    """A column of a row as it is published; nothing where there is no row."""
    value = row.get(column)
    if column == VALUE:
        said = Statement(_number(value), _number(row.get("lower")), _number(row.get("upper")))
    elif COLUMNS[column][1] == NUMBER:
        said = Statement(_number(value))
    elif isinstance(value, pd.Timestamp):
        said = Statement(text=value.date().isoformat())
    else:
        said = Statement(text=_text(value))
    return Published(
        said, _text(row.get("obs_status")), _text(row.get("evidence")), _text(row.get("source_id"))
    )


def _number(value: Any) -> float | None:
    return float(value) if words.is_known(value) else None


def _text(value: Any) -> str:
    return str(value) if words.is_known(value) else ""


def _line(row: Mapping[Any, Any]) -> int | None:
    return int(row["source_line"]) if words.is_known(row.get("source_line")) else None
