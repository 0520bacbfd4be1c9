"""Loaders by way of a frame in memory: Polars, which leaves it there, and pandas.

Each gives the figures by which the answers are compared. Polars takes in records with a field
too many as if they were whole, so on services its answer is not the right one.
"""

from pathlib import Path

import duckdb
import pandas as pd
import polars as pl

from bench.loading.inputs import DIMENSIONS, SERVICES


def wide_polars(raw: Path) -> dict[str, float]:
    key = ",".join(DIMENSIONS) + "\\TIME_PERIOD"
    cell = pl.col("cell").str.strip_chars()
    frame = (
        pl.scan_csv(raw, separator="\t", infer_schema=False, quote_char=None)
        .with_row_index("line", 2)
        .with_columns(pl.col(key).str.split_exact(",", 4).struct.rename_fields(list(DIMENSIONS)))
        .unnest(key)
        .unpivot(index=["line", *DIMENSIONS], variable_name="period", value_name="cell")
        .with_columns(
            cell.str.extract(r"^(\S+)").replace(":", None).cast(pl.Float64).alias("value"),
            cell.str.extract(r"\s(\w+)$").alias("flag"),
        )
        .drop("cell")
        .collect()
    )
    missing = frame["value"].is_null()
    return {
        "rows": len(frame),
        "total": frame["value"].sum(),
        "missing": missing.sum(),
        "suppressed": (missing & (frame["flag"] == "c")).sum(),
    }


def wide_pandas(few: Path, database: Path) -> dict[str, float]:
    table = pd.read_csv(few, sep="\t", dtype=str)
    keys = table.iloc[:, 0].str.split(",", expand=True).set_axis(list(DIMENSIONS), axis=1)
    table = pd.concat([keys, table.iloc[:, 1:]], axis=1)
    frame = table.reset_index(names="line").melt(["line", *DIMENSIONS], var_name="period")
    parts = frame["value"].str.strip().str.extract(r"^(\S+)(?:\s(\w+))?$")
    frame["value"] = pd.to_numeric(parts[0].replace(":", None))
    frame["flag"] = parts[1]
    _store(frame, database)
    return {"rows": len(frame), "total": float(frame["value"].sum())}


def services_polars(raw: Path) -> dict[str, float]:
    frame = pl.read_csv(raw, infer_schema=False, truncate_ragged_lines=True)
    typed = frame.with_columns(
        pl.col("lon", "lat").cast(pl.Float64, strict=False),
        pl.col("places").cast(pl.Int64, strict=False).alias("number"),
    )
    good = typed.filter(
        pl.col("lon").is_between(-180, 180) & pl.col("lat").is_between(-90, 90),
        pl.col("service").is_in(SERVICES),
        pl.col("period").str.contains(r"^\d{4}$"),
        pl.col("facility_id").is_not_null() & (pl.col("facility_id") != ""),
        pl.col("number").is_not_null() | pl.col("places").is_null() | (pl.col("places") == ""),
    ).filter(pl.col("facility_id").is_unique())
    return {"rows": len(good), "total": good["number"].sum()}


def services_pandas(few: Path, database: Path) -> dict[str, float]:
    """With every line accounted for: only pandas' own parser hands over records it cannot fit."""
    uneven: list[list[str]] = []

    def keep(fields: list[str]) -> None:
        uneven.append(fields)

    frame = pd.read_csv(few, dtype=str, on_bad_lines=keep, engine="python", keep_default_na=False)
    good = _good(frame)
    _store(_typed(frame[good]), database)
    return {"rows": int(good.sum()), "refused": float((~good).sum() + len(uneven))}


def services_pandas_lossy(few: Path, database: Path) -> dict[str, float]:
    """As fast as pandas goes, with no word of the records it skips."""
    frame = pd.read_csv(few, dtype=str, on_bad_lines="skip", keep_default_na=False)
    good = _good(frame)
    _store(_typed(frame[good]), database)
    return {"rows": int(good.sum())}


def _good(frame: pd.DataFrame) -> pd.Series:
    """Which records the contract admits."""
    places = pd.to_numeric(frame["places"], errors="coerce")
    return (
        pd.to_numeric(frame["lon"], errors="coerce").between(-180, 180)
        & pd.to_numeric(frame["lat"], errors="coerce").between(-90, 90)
        & frame["service"].isin(SERVICES)
        & frame["period"].str.fullmatch(r"\d{4}")
        & (frame["facility_id"] != "")
        & (places.notna() | (frame["places"] == ""))
        & ~frame["facility_id"].duplicated()
    )


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Numbers as numbers."""
    numbers = {name: pd.to_numeric(frame[name]) for name in ("lon", "lat", "places")}
    return frame.assign(**numbers)


def _store(frame: pd.DataFrame, database: Path) -> None:
    """Put a frame into a DuckDB file, as the others do."""
    with duckdb.connect(str(database)) as con:
        con.register("incoming", frame)
        con.execute("create table loaded as select * from incoming")
        con.execute("checkpoint")
