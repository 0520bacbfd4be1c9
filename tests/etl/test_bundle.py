"""The shipped files: the same bytes from the same frames, checked by hash, nothing lost."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl import bundle, contract, ddl
from etl.gather import Frames
from etl.reading import Source
from etl.validate import conform

Invent = Callable[..., Source]
# Needs all 64 bits: as a float it would become ...551615 + 1 or another cell.
BIG = 2**64 - 1
CELLS = [604_189_371_209_351_167, BIG]
FACT = {
    "period": "2020",
    "source_id": "s",
    "obs_status": "A",
    "evidence": "published",
    "source_file": "f.csv",
    "source_line": 2,
}
PLACE = {
    "kind": "service",
    "service": "health",
    "country": "XA",
    "lon": -180.0,
    "lat": 0.1 + 0.2,
    "mode": "on_site",
    "publish_level": "point",
    **FACT,
}


def made() -> Frames:
    """One table for each type the contract knows, with a gap in each column that may have one."""
    rows: dict[str, list[dict[str, object]]] = {
        "cell": [
            {"cell": CELLS[0], "nuts_2024": "XA111", "residents": 0},
            {"cell": CELLS[1], "nuts_2024": "XA112", "nuts_2021": "XA113", "residents": None},
        ],
        "outline": [{"territory_id": "XA", "wkb": b"\x00\x01'\xff"}],
        "territory": [
            {"territory_id": "XA", "version": "2024", "level": 0, "country": "XA", "name": "Ä'x"},
            {"territory_id": "XB", "version": "2024", "level": 3, "country": "XB", "name": "B"}
            | {"shown": False, "area_km2": 1e-9},
        ],
        "facility": [
            {"facility_id": "1", "name": "One", **PLACE, "opened": dt.date(1999, 12, 31)},
            {"facility_id": "2", "name": "Two", **PLACE, "places": 2**53 + 1},
        ],
    }
    frames = {
        (table, "invented"): conform(contract.BY_NAME[table], pd.DataFrame(of_table, dtype=object))
        for table, of_table in rows.items()
    }
    frames["cell", "invented"] = frames["cell", "invented"].astype({"cell": "uint64"})
    return frames


def content(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.fixture
def source(invent: Invent) -> Source:
    return invent("invented")


@pytest.fixture
def folder(tmp_path: Path, source: Source) -> Path:
    bundle.write(tmp_path / "bundle", made(), [source])
    return tmp_path / "bundle"


def test_the_same_frames_give_the_same_bytes(folder: Path, tmp_path: Path, source: Source) -> None:
    backwards = dict(reversed(made().items()))
    total = bundle.write(tmp_path / "again", backwards, [source])
    first, again = content(folder), content(tmp_path / "again")
    assert again == first
    assert bundle.PACKAGE in first
    assert total == sum(len(data) for data in first.values())


def test_every_type_and_every_gap_comes_back(folder: Path) -> None:
    with duckdb.connect() as con:
        for entry in bundle.resources(folder):
            table = contract.BY_NAME[str(entry["table"])]
            for statement in ddl.create(table):
                con.execute(statement)
            con.execute(
                f"insert into {table.name} by name from read_parquet(?)",
                [str(folder / str(entry["path"]))],
            )
            # NaN stands for missing in pandas; the database holds NULL.
            frame = made()[table.name, "invented"]
            expected = frame.astype(object).where(frame.notna(), None).values.tolist()
            found = con.execute(f"from {table.name} order by {', '.join(table.key)}").fetchall()
            assert [list(row) for row in found] == expected


def test_the_package_describes_what_is_in_the_files(folder: Path) -> None:
    package = json.loads((folder / bundle.PACKAGE).read_text("utf-8"))
    assert [source["title"] for source in package["sources"]] == ["Title of invented"]
    (cells,) = [entry for entry in package["resources"] if entry["table"] == "cell"]
    assert (cells["path"], cells["rows"]) == ("cell/invented.parquet", 2)
    fields = {field["name"]: field["type"] for field in cells["schema"]["fields"]}
    assert fields == {
        "cell": "integer",
        "nuts_2024": "string",
        "nuts_2021": "string",
        "residents": "integer",
    }


@pytest.mark.parametrize("change", ["a byte", "the end"])
def test_a_changed_file_is_named(folder: Path, change: str) -> None:
    file = folder / "cell" / "invented.parquet"
    data = bytearray(file.read_bytes())
    data[10] ^= 1
    file.write_bytes(data if change == "a byte" else file.read_bytes()[:-1])
    with pytest.raises(ValueError, match=r"cell/invented\.parquet is not the file"):
        bundle.resources(folder)


def test_a_missing_file_or_bundle_is_an_error(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"holds no datapackage\.json"):
        bundle.resources(tmp_path / "nowhere")
    (folder / "cell" / "invented.parquet").unlink()
    with pytest.raises(FileNotFoundError, match="invented"):
        bundle.resources(folder)


def test_files_that_are_no_longer_made_are_dropped(folder: Path, source: Source) -> None:
    fewer = {key: frame for key, frame in made().items() if key[0] != "facility"}
    bundle.write(folder, fewer, [source])
    assert set(content(folder)) == {
        bundle.PACKAGE,
        *(f"{table}/invented.parquet" for table, _ in fewer),
    }
    assert len(bundle.resources(folder)) == len(fewer)


def test_the_publishers_boundaries_are_not_passed_on() -> None:
    frames: Frames = {("outline", "nuts"): pd.DataFrame(), ("cell", "nuts"): pd.DataFrame()}
    assert list(bundle.shippable(frames)) == [("cell", "nuts")]
