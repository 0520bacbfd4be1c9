"""Sums over countries of origin of UNHCR's records, by country of asylum and year.

The publisher gives a record per country of asylum, country of origin and year; a country's
figure is their sum, which is ours and not printed by anybody (evidence `estimated`). Small
cells are rounded to 5 before publication. The latest year is provisional. A record without
figures adds nothing, and a country without records has no row: what is absent is unknown.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from etl.codes import GROUP
from etl.measures import BY_ID
from etl.readers.unhcr import Item, ItemError, items
from etl.reading import Reading, held
from etl.sources.unhcr_countries import COUNTRIES, no_territory, why_outside

_ROUNDED = "the publisher rounds small cells to 5"


@dataclass(frozen=True)
class Dataset:
    """A dataset of UNHCR: its file, and the columns read besides year and countries.

    `kinds` tell records of the same year and countries apart; `names` must be there besides.
    """

    file: str
    kinds: tuple[str, ...]
    counts: tuple[str, ...]
    names: tuple[str, ...] = ()


class Count(NamedTuple):
    """Persons of one record: at least `least`, at most `most`, out of `out_of`."""

    least: float
    most: float
    out_of: float
    note: str | None = None


Counts = Mapping[tuple[str, str], Count | None]


@dataclass(frozen=True)
class Judged:
    """What a record counts, by measure and group, and why it is kept out of maps if it is."""

    counts: Counts
    aside: str | None = None


Judge = Callable[[Item], Judged | str]


class Key(NamedTuple):
    """What a sum is of."""

    asylum: str
    year: int
    measure_id: str
    group_id: str
    aside: str | None


@dataclass
class Sum:
    """A sum under way: its bounds, whom it is over, and the first record in it."""

    name: str
    file: str
    line: int
    least: float = 0
    most: float = 0
    out_of: float = 0
    origins: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)

    def add(self, origin: str, count: Count) -> None:
        """Add one record's persons."""
        self.least += count.least
        self.most += count.most
        self.out_of += count.out_of
        self.origins.add(origin)
        self.notes |= {count.note} if count.note else set()

    @property
    def value(self) -> float | None:
        """The figure where both bounds are one."""
        return self.least if self.least == self.most else None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Lower and upper end of an interval that says something; none for a figure."""
        if self.value is not None or (self.least == 0 and self.most >= self.out_of):
            return None, None
        return self.least, self.most if self.most < float("inf") else None

    def note(self, more: str | None = None) -> str:
        """What to know of the sum."""
        over = f"{len(self.origins)} countries" if len(self.origins) > 1 else "one country"
        notes = (*sorted(self.notes), more, f"sum over {over} of origin", _ROUNDED)
        return "; ".join(part for part in notes if part)


def exactly(persons: float | None, note: str | None = None) -> Count | None:
    """A published count; None where the record has none."""
    return None if persons is None else Count(persons, persons, persons, note)


def read_sums(reading: Reading, folder: Path, dataset: Dataset, judge: Judge) -> None:
    """Tables `observation` and `set_aside` of a dataset, and the account of its lines.

    `judge` says what a record of the map counts, or why it is left out.
    """
    path = held(folder, dataset.file)
    file = path.relative_to(folder).as_posix()
    sums: dict[Key, Sum] = {}
    seen: dict[tuple[str, ...], int] = {}
    for item in items(path, (*dataset.kinds, *dataset.counts, *dataset.names)):
        try:
            judged = why_outside(item) or judge(item)
            if isinstance(judged, str):
                reading.leave_out(file, judged)
                continue
            _refuse_repeated(item, dataset, seen)
            added = _add(sums, item, judged, file)
        except ItemError as error:
            reading.reject(file, item.number, error.column, str(error), item.raw)
            continue
        if added:
            reading.loaded(file)
        else:
            reading.leave_out(file, "no figure in the columns that are read")
    latest = max((key.year for key in sums), default=0)
    kept = [(key, total) for key, total in sums.items() if key.aside is None]
    aside = [(key, total) for key, total in sums.items() if key.aside is not None]
    reading.tables["observation"] = pd.DataFrame(
        _observation(reading.module, key, total, latest) for key, total in kept
    )
    if aside:
        reading.tables["set_aside"] = _set_aside(reading.module, aside, latest)


def _refuse_repeated(item: Item, dataset: Dataset, seen: dict[tuple[str, ...], int]) -> None:
    """Raise ItemError for a record that an earlier one already is: pages may overlap."""
    kinds = (item.text(column) for column in dataset.kinds)
    earlier = seen.setdefault(
        (str(item.year), item.text("coa"), item.text("coo"), *kinds), item.number
    )
    if earlier != item.number:
        raise ItemError("coo", f"repeats record {earlier}")


def _add(sums: dict[Key, Sum], item: Item, judged: Judged, file: str) -> bool:
    """Add a record to its sums; whether it had a figure."""
    asylum, year = item.text("coa_iso"), item.year
    aside = no_territory(item) or judged.aside
    given = {what: count for what, count in judged.counts.items() if count is not None}
    for (measure_id, group_id), count in given.items():
        key = Key(asylum, year, measure_id, group_id, aside)
        total = sums.setdefault(key, Sum(item.text("coa_name"), file, item.number))
        total.add(item.text("coo"), count)
    return bool(given)


def _observation(module: str, key: Key, total: Sum, latest: int) -> dict[str, object]:
    """One row of table `observation`."""
    lower, upper = total.bounds
    return {
        "territory_id": COUNTRIES[key.asylum],
        "nuts_version": "2024",
        "period": str(key.year),
        "measure_id": key.measure_id,
        "group_id": key.group_id,
        "value": total.value,
        "lower": lower,
        "upper": upper,
        **_fact(module, key, total, latest),
    }


def _set_aside(module: str, aside: Iterable[tuple[Key, Sum]], latest: int) -> pd.DataFrame:
    """Rows of table `set_aside`."""
    return pd.DataFrame(
        {
            "reason": key.aside,
            "territory_name": total.name,
            "territory_id": COUNTRIES[key.asylum],
            "measure": BY_ID[key.measure_id].label,
            "group_name": GROUP[key.group_id],
            "period": str(key.year),
            "value": None if total.value is None else f"{total.value:.0f}",
            "unit": BY_ID[key.measure_id].unit,
            **_fact(module, key, total, latest),
        }
        for key, total in aside
    )


def _fact(module: str, key: Key, total: Sum, latest: int) -> dict[str, object]:
    """Where a sum is from and how sure it is."""
    if total.value is None:
        status, more = "L", None
    else:
        status, more = ("P", "provisional") if key.year == latest else ("A", None)
    return {
        "source_id": module,
        "obs_status": status,
        "evidence": "estimated",
        "note": total.note(more),
        "source_file": total.file,
        "source_line": total.line,
    }
