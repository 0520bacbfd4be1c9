"""Where a protected place may be shown: in the middle of its territory, not where it stands."""

import numpy as np
import pandas as pd

from etl import geography

# Characters of a NUTS code down to each level a place may be shown at.
_LENGTH = {"nuts3": 5, "nuts2": 4, "country": 2}


def moved(tables: dict[str, pd.DataFrame], cells: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The tables with protected facilities moved; `cells` has `cell` and `nuts_2024`.

    A shelter is put on the cell nearest to the middle of the territory of its `publish_level`,
    so that it still counts there. Where no cell of land is near it, it goes to the middle of
    its country; without cells nothing is moved and the build's check refuses it.
    """
    rows = tables.get("facility")
    if rows is None or cells.empty or not (rows["publish_level"] != "point").any():
        return tables
    region_of = dict(zip(cells["cell"].astype("uint64"), cells["nuts_2024"], strict=True))
    found = rows.copy()
    for index, row in rows[rows["publish_level"] != "point"].iterrows():
        cell = geography.land_at(float(row["lon"]), float(row["lat"]), region_of)
        code = str(row["country"]) if cell is None else region_of[cell]
        found.loc[index, ["lon", "lat"]] = _middle(cells, code[: _LENGTH[row["publish_level"]]])
    return tables | {"facility": found}


def _middle(cells: pd.DataFrame, code: str) -> tuple[float, float]:
    """Longitude and latitude of a territory's cell nearest to the mean of its cells."""
    inside = cells.loc[cells["nuts_2024"].astype(str).str.startswith(code), "cell"]
    lon, lat = geography.centres(inside.to_numpy(dtype=np.uint64))
    away = (lon - lon.mean()) ** 2 + (lat - lat.mean()) ** 2
    nearest = int(np.argmin(away))
    return round(float(lon[nearest]), 5), round(float(lat[nearest]), 5)
