"""How a transcribed table's lines become rows of the contract: what all topics share.

Each line ends up in at least one row or is rejected. A figure that is unfit for maps and sums
is a row of `set_aside`, with the reason. Every page that a row cites is a source of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from etl.reading import Reading, Record, records
from etl.sources.transcribed_pages import Page, page_id, page_of, pages
from etl.sources.transcribed_words import Stated, period_of, stated

NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)
_NUTS = re.compile(r"[A-Z]{2}[0-9A-Z]{0,3}")
UNION = "EU27_2020"


class Line(NamedTuple):
    """One record of a transcribed file, with the file and the number of its line."""

    file: str
    number: int
    record: Record


class Figure(NamedTuple):
    """The measure and group a row is a figure of."""

    measure_id: str
    group_id: str = "all"


class Aside(NamedTuple):
    """Why a figure is kept out of maps and sums."""

    reason: str


AGGREGATE = Aside("an aggregate of countries")
PLANNED = Aside("planned, not open")
ONE_SITE = Aside("one municipality, centre or provider, not the region")
NO_START = Aside("a cumulative count whose beginning is not given")
UNDATED = Aside("the page is undated")
NOT_NUTS = Aside("the code is not a region of NUTS")


class Transcript:
    """The rows one module makes of its files, the pages they cite, and what became of each line.

    `bodies` are the organisations that have a row already.
    """

    def __init__(self, module: str) -> None:
        self.reading = Reading(module)
        self.bodies: set[str] = set()
        self._rows: dict[str, list[dict[str, object]]] = {}
        self._cited: list[tuple[Page, str]] = []
        self._loaded: set[tuple[str, int]] = set()

    def lines(
        self, folder: Path, file: str, columns: Sequence[str], value: re.Pattern[str] = NUMBER
    ) -> Iterator[Line]:
        """The lines of a file; one whose value is not written like `value` is rejected."""
        for number, record in records(folder / file, columns):
            if value.fullmatch(record["value"]):
                yield Line(file, number, record)
            else:
                reason = f"{record['value']!r} is not a plain number"
                self.reading.reject(file, number, "value", reason, record.raw)

    def add(self, table: str, line: Line, said: Stated, row: Mapping[str, object]) -> None:
        """A row of `table` with the columns every fact has."""
        fact: dict[str, object] = {
            "source_id": page_id(page_of(line.record)),
            "obs_status": said.obs_status,
            "evidence": said.evidence,
            "note": said.note,
            "source_file": line.file,
            "source_line": line.number,
        }
        self._rows.setdefault(table, []).append(fact | dict(row))
        self.cite(line)

    def cite(self, line: Line) -> None:
        """Count a line as loaded and its page as cited: it gave a row, or a part of one."""
        key = (line.file, line.number)
        if key not in self._loaded:
            self._loaded.add(key)
            self.reading.loaded(line.file)
            self._cited.append((page_of(line.record), period_of(line.record["period"]) or ""))

    def observe(self, line: Line, figure: Figure) -> None:
        """A row of `observation`; one without a period is set aside."""
        said = stated(line.record)
        if said.period is None:
            self.set_aside(line, UNDATED)
            return
        row = {"territory_id": line.record["territory_code"], "nuts_version": version_of(line)}
        self.add("observation", line, said, row | measured(said, figure))

    def set_aside(self, line: Line, why: Aside) -> None:
        """A row of `set_aside`: the figure as printed, and why it is kept out."""
        record = line.record
        code, name, city = record["territory_code"], record["territory_name"], record.get("city")
        row = {
            "reason": why.reason,
            "territory_name": f"{name} ({city})" if city and city not in name else name,
            "territory_id": code if _NUTS.fullmatch(code) and code != "EU" else None,
            "measure": record["measure"].replace("_", " "),
            "group_name": record.get("group") or None,
            "period": record["period"] or None,
            "value": record["value"],
            "unit": record["unit"],
        }
        self.add("set_aside", line, stated(record), row)

    def finish(self) -> Reading:
        """The reading, with all rows and the pages as sources."""
        for table, rows in self._rows.items():
            self.reading.tables[table] = pd.DataFrame(rows)
        self.reading.tables["source"] = pages(self.reading.module, self._cited)
        return self.reading


def measured(said: Stated, figure: Figure) -> dict[str, object]:
    """The columns of a figure, of a territory or of one place."""
    return {
        "period": said.period,
        "measure_id": figure.measure_id,
        "group_id": figure.group_id,
        "value": said.value,
        "lower": said.lower,
    }


def version_of(line: Line) -> str:
    """The version of NUTS a code is of: the United Kingdom left after 2021."""
    return "2021" if line.record["territory_code"].startswith("UK") else "2024"
