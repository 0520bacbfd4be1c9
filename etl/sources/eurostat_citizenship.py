"""What the readers of Eurostat's labour market tables by citizenship share.

Of the table, both sexes together are loaded, for ages 15 to 64: the age class that every
country and year has. Citizenships overlap (all, nationals, foreigners) and are never summed.
"""

from pathlib import Path

import pandas as pd

from etl.readers import sdmx_csv
from etl.readers.eurostat_tsv import CellError
from etl.reading import LayoutError, Reading
from etl.sources.eurostat_rows import not_a_territory, observation

_FIXED = {"freq": "A", "unit": "PC"}
_AGE = "Y15-64"
_GROUP = {
    "TOTAL": "residents",
    "NAT": "nationals",
    "FOR": "foreign_citizens",
    "NEU27_2020_FOR": "non_eu_citizens",
}
# What a fetch asks for: the lines that are loaded, in the dimensions of the table.
ONLY = {**_FIXED, "sex": "T", "age": _AGE, "citizen": ",".join(_GROUP)}
_NOT_USED = frozenset({"EU27_2020_FOR", "NRP"})


def read_rates(reading: Reading, path: tuple[Path, str], measure_id: str) -> pd.DataFrame:
    """Table `observation`: a rate by country, year and citizenship.

    `path` is (folder, file below it). Raises LayoutError for a sex or citizenship that is in
    no list: renamed, a group would otherwise be lost without a word.
    """
    folder, file = path
    rows: list[dict[str, object]] = []
    for row in sdmx_csv.rows(folder / file, _FIXED, ("sex", "age", "citizen")):
        if why := _not_wanted(row, file):
            reading.leave_out(file, why)
            continue
        try:
            cell = row.figure()
        except CellError as error:
            reading.reject(file, row.number, "OBS_VALUE", str(error), row.raw)
            continue
        reading.loaded(file)
        measure = (measure_id, _GROUP[row.key["citizen"]])
        origin = (reading.module, file, row.number)
        rows.append(observation(row.key["geo"], "2024", measure, origin, cell))
    return pd.DataFrame(rows)


def _not_wanted(row: sdmx_csv.Row, file: str) -> str | None:
    """Why a record is deliberately not loaded; None when it is wanted."""
    sex, citizen = row.key["sex"], row.key["citizen"]
    if sex not in {"T", "F", "M"} or citizen not in _GROUP.keys() | _NOT_USED:
        found = f"sex {sex!r}, citizen {citizen!r}"
        raise LayoutError(f"{file}, line {row.number}: {found} is not a known series")
    if sex != "T":
        return "by sex"
    if row.key["age"] != _AGE:
        return f"age class is not {_AGE}"
    if citizen in _NOT_USED:
        return "citizens of another EU country, or no answer"
    return not_a_territory(row.key["geo"])
