"""What the two readers of Eurostat's asylum tables share: SDMX-CSV by country and period."""

from pathlib import Path

import pandas as pd

from etl.readers import sdmx_csv
from etl.readers.eurostat_tsv import CellError
from etl.reading import Reading
from etl.sources.eurostat_rows import not_a_territory, observation


def read_countries(
    reading: Reading,
    path: tuple[Path, str],
    fixed: dict[str, str],
    citizen: str,
    measure: tuple[str, str],
) -> pd.DataFrame:
    """Table `observation` for one citizenship; `path` is (folder, file below it).

    Citizenships overlap (TOTAL holds UA), so exactly one is loaded and never summed.
    """
    folder, file = path
    rows: list[dict[str, object]] = []
    for row in sdmx_csv.rows(folder / file, fixed, ("citizen",)):
        if row.key["citizen"] != citizen:
            reading.leave_out(file, f"citizenship is not {citizen}")
        elif why := not_a_territory(row.key["geo"]):
            reading.leave_out(file, why)
        else:
            try:
                cell = row.figure()
            except CellError as error:
                reading.reject(file, row.number, "OBS_VALUE", str(error), row.raw)
                continue
            reading.loaded(file)
            origin = (reading.module, file, row.number)
            rows.append(observation(row.key["geo"], "2024", measure, origin, cell))
    return pd.DataFrame(rows)
