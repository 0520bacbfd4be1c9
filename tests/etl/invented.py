"""A territory of four invented cells and two hospitals, worked out on paper.

    region XA111: cells a (100 residents, hospital) and b (200 residents, hospital)
    region XA112: cells c (300 residents, about 13 km from b) and d (400 residents, about 65 km)

Within 20 km are a, b and c: 600 of 1,000 residents; out of reach are the 400 of d, 40 %.
"""

from pathlib import Path

import duckdb
import h3
import pandas as pd

from etl import build as building
from etl import bundle, contract
from etl.gather import Frames
from etl.measures import MEASURES
from etl.validate import conform

PLACES = {"a": (50.0, 10.0), "b": (50.0, 10.1), "c": (50.0, 10.28), "d": (50.0, 11.0)}
CELL = {name: h3.str_to_int(h3.latlng_to_cell(*at, 6)) for name, at in PLACES.items()}
REGION = {"a": "XA111", "b": "XA111", "c": "XA112", "d": "XA112"}
# The grid counted fewer people: its counts are weights, scaled to the totals.
PERSONS = {"a": 60.0, "b": 120.0, "c": 240.0, "d": 320.0}
TOTALS = {"XA111": 300, "XA112": 700, "XA11": 1000, "XA1": 1000, "XA": 1000}
SOURCE = {
    "source_id": "invented",
    "module": "invented",
    "title": "Invented figures",
    "publisher": "Nobody",
    "licence": "none",
    "attribution": "none",
    "vintage": "2022",
}
FACT = {
    "source_id": "invented",
    "obs_status": "A",
    "evidence": "published",
    "source_file": "none.csv",
    "source_line": 1,
}


def territory(code: str, version: str) -> dict[str, object]:
    return {
        "territory_id": code,
        "version": version,
        "level": len(code) - 2,
        "parent_id": code[:-1] if len(code) > 2 else None,
        "country": code[:2],
        "name": code,
        "shown": version == "2024",
    }


def hospital(name: str) -> dict[str, object]:
    lat, lon = h3.cell_to_latlng(h3.int_to_str(CELL[name]))
    return {
        "facility_id": name,
        "name": name,
        "kind": "service",
        "service": "health",
        "country": "XA",
        "lon": lon,
        "lat": lat,
        "mode": "on_site",
        "publish_level": "point",
        "period": "2020",
        **FACT,
    }


def hosted(code: str, value: float | None) -> dict[str, object]:
    return {
        "territory_id": code,
        "nuts_version": "2024",
        "period": "2022-06-30",
        "measure_id": "people_hosted_persons",
        "group_id": "all",
        "value": value,
        **FACT,
        "obs_status": "A" if value is not None else "L",
    }


def world(hosted_rows: list[dict[str, object]]) -> Frames:
    codes = list(TOTALS)
    tables = {
        "territory": [territory(code, version) for code in codes for version in ("2021", "2024")],
        "cell": [{"cell": CELL[n], "nuts_2024": REGION[n], "nuts_2021": REGION[n]} for n in PLACES],
        "cell_persons": [{"cell": CELL[n], "grid_persons": PERSONS[n]} for n in PLACES],
        "source": [SOURCE],
        "measure": [measure.row() for measure in MEASURES],
        "facility": [hospital("a"), hospital("b")],
        "observation": [
            {
                "territory_id": code,
                "nuts_version": "2021",
                "period": "2022",
                "measure_id": "residents_persons",
                "group_id": "residents",
                "value": float(total),
                **FACT,
            }
            for code, total in TOTALS.items()
        ]
        + hosted_rows,
    }
    return {
        (name, "invented"): conform(contract.BY_NAME[name], pd.DataFrame(rows))
        for name, rows in tables.items()
    }


def built(folder: Path, frames: Frames) -> duckdb.DuckDBPyConnection:
    bundle.write(folder / "bundle", frames, ())
    target = folder / "invented.duckdb"
    building.build(folder / "bundle", target, lambda step: None)
    return duckdb.connect(str(target.resolve()), read_only=True)
