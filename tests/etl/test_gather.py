"""From files to frames: a bad row is refused with its text, and every line is counted."""

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl import contract
from etl.gather import Frames, gather
from etl.reading import LOADED, REJECTED, LayoutError, Reading, Source

Invent = Callable[..., Source]
Put = Callable[[str, str], Path]
FILE = "agency/figures.csv"
# Code, residents in 2020, residents in 2021; the file is in NUTS 2021, but for the United Kingdom.
LINES = (
    "geo,y2020,y2021",
    "XA1,10,11",  # good
    "XA9,10,11",  # not a code of the version
    "XA2,-,12",  # no 2020 in the reader's rule: left out
    "XA1,10,13",  # 2020 again, and 2021 again: both repeat line 2
    "XA2,inf,15",  # one figure of two is refused, the line still gives the other
    "UK1,1,2",  # in the display geography with its old code
    "XA,3,4",
    "XA7,20,21",  # ended with NUTS 2016
    "XA3,30,31",  # not before NUTS 2024
    "GR,40,41",  # Greece as ISO has it
)


def territory(code: str, version: str, shown: bool) -> dict[str, object]:
    name = {"level": len(code) - 2, "country": code[:2], "name": code}
    return {"territory_id": code, "version": version, "shown": shown, **name}


def read_world(folder: Path) -> Reading:
    rows = [territory(code, "2021", code == "UK1") for code in ("XA", "XA1", "XA2", "UK1")]
    rows += [territory(code, "2024", True) for code in ("XA", "XA3", "EL")]
    change = {"old_code": "XA7", "old_version": "2016", "new_code": "XA1", "new_version": "2021"}
    changes = pd.DataFrame([{**change, "kind": "recoded", "source_id": "world"}])
    return Reading("world", {"territory": pd.DataFrame(rows), "nuts_change": changes})


def read_figures(folder: Path) -> Reading:
    reading = Reading("figures")
    rows: list[dict[str, object]] = []
    for number, text in enumerate((folder / FILE).read_text("utf-8").splitlines()[1:], start=2):
        code, *values = text.split(",")
        if "-" in values:
            reading.leave_out(FILE, "no figure for 2020")
            continue
        reading.loaded(FILE)
        rows += [
            {
                "territory_id": code,
                "nuts_version": "2024" if code == "UK1" else "2021",
                "period": year,
                "measure_id": "residents_persons",
                "group_id": "residents",
                "value": float(value),
                "obs_status": "A",
                "evidence": "published",
                "source_id": "figures",
                "source_file": FILE,
                "source_line": number,
            }
            for year, value in zip(("2021", "2020"), reversed(values), strict=True)
        ]
    reading.tables["observation"] = pd.DataFrame(rows)
    return reading


@pytest.fixture
def frames(put: Put, tmp_path: Path, invent: Invent) -> Frames:
    put(FILE, "\r\n".join(LINES) + "\r\n")
    sources = [invent("world", read_world), invent("figures", read_figures, [FILE])]
    return gather(sources, tmp_path, dt.date(2025, 1, 2), lambda step: None)


def test_good_rows_stay_sorted_by_key_in_the_contracts_shape(frames: Frames) -> None:
    rows = frames["observation", "figures"]
    table = contract.BY_NAME["observation"]
    assert list(rows.columns) == [column.name for column in table.columns]
    found = rows[["territory_id", "period", "value"]].to_records(index=False).tolist()
    assert found == [
        ("UK1", "2020", 1),
        ("UK1", "2021", 2),
        ("XA", "2020", 3),
        ("XA", "2021", 4),
        ("XA1", "2020", 10),
        ("XA1", "2021", 11),
        ("XA2", "2021", 15),
        ("XA7", "2020", 20),
        ("XA7", "2021", 21),
    ]


def test_a_row_gets_the_version_that_has_its_code(frames: Frames) -> None:
    rows = frames["observation", "figures"]
    versions = rows.groupby("territory_id")["nuts_version"].unique().map(list).to_dict()
    assert versions == {
        "UK1": ["2024"],
        "XA": ["2021"],
        "XA1": ["2021"],
        "XA2": ["2021"],
        "XA7": ["2016"],
    }


def test_lines_read_are_loaded_rejected_or_left_out(frames: Frames) -> None:
    counts = frames["line_count", "figures"]
    assert set(counts["file"]) == {FILE}
    lines = counts.set_index("outcome")["lines"].to_dict()
    assert lines == {LOADED: 5, REJECTED: 4, "left out: no figure for 2020": 1}
    assert sum(lines.values()) == len(LINES) - 1
    assert lines[LOADED] == frames["observation", "figures"]["source_line"].nunique()


def test_a_refused_row_keeps_file_line_and_text(frames: Frames) -> None:
    refused = frames["rejected_row", "figures"].set_index("line")
    assert set(refused["file"]) == {FILE}
    assert refused["raw"].to_dict() == {n: LINES[n - 1] for n in (3, 5, 6, 10, 11)}
    columns = refused["column_name"].to_dict()
    assert columns == {6: "value"} | dict.fromkeys((3, 5, 10, 11), "territory_id")
    assert "'XA9' is not a known code; the nearest is 'XA" in refused.loc[3, "reason"]
    assert "as an earlier row" in refused.loc[5, "reason"]
    assert "inf" in refused.loc[6, "reason"]
    assert "'XA3' is a code of NUTS 2024" in refused.loc[10, "reason"]
    assert refused.loc[11, "reason"].endswith("in NUTS it is 'EL'")


def test_every_source_has_its_row_with_the_checksum_of_its_files(
    frames: Frames, tmp_path: Path
) -> None:
    (row,) = frames["source", "figures"].to_dict("records")
    assert (row["source_id"], row["module"]) == ("figures", "figures")
    assert row["retrieved_on"] == dt.date(2025, 1, 2)
    assert row["sha256"] == hashlib.sha256((tmp_path / FILE).read_bytes()).hexdigest()
    assert ("measure", "measures") in frames


def test_a_source_that_refuses_nothing_has_no_rejected_rows(frames: Frames) -> None:
    assert ("rejected_row", "world") not in frames
    assert len(frames["territory", "world"]) == 7


def test_a_faulty_row_of_a_table_without_lines_stops_the_run_and_is_named(tmp_path: Path) -> None:
    def read(folder: Path) -> Reading:
        row = {"territory_id": "XA", "version": "2024", "level": 0, "country": "XA", "name": None}
        return Reading("world", {"territory": pd.DataFrame([row])})

    source = Source("world", "t", "p", "u", "l", "a", "v", "c", (), read)
    with pytest.raises(LayoutError, match=r"territory.*name"):
        gather([source], tmp_path, None, lambda step: None)


@pytest.mark.parametrize("name", ["agency/t.parquet", "agency/t.jsonl"])
def test_a_refused_record_of_a_table_keeps_its_text(
    put_records: Callable[..., Path], tmp_path: Path, invent: Invent, name: str
) -> None:
    put_records(name, [{"geo": "XA"}, {"geo": "XQ"}])

    def read(folder: Path) -> Reading:
        reading = Reading("figures")
        reading.loaded(name, 2)
        row = {"nuts_version": "2024", "period": "2020", "measure_id": "residents_persons"}
        row |= {"group_id": "residents", "obs_status": "A", "evidence": "published"}
        row |= {"source_id": "figures", "source_file": name}
        reading.tables["observation"] = pd.DataFrame(
            [
                {**row, "territory_id": geo, "value": 1, "source_line": line}
                for line, geo in ((1, "XA"), (2, "XQ"))
            ]
        )
        return reading

    sources = [invent("world", read_world), invent("figures", read, ["agency/t.parquet"])]
    (refused,) = gather(sources, tmp_path, None, lambda step: None)[
        "rejected_row", "figures"
    ].to_dict("records")
    assert (refused["line"], refused["raw"]) == (2, '{"geo": "XQ"}')


def funding(territory_id: str, line: int) -> dict[str, object]:
    return {
        "fund_id": "AMIF",
        "objective": str(line),
        "territory_id": territory_id,
        "period": "2020",
        "committed_eur": 1.0,
        "obs_status": "A",
        "evidence": "published",
        "source_id": "money",
        "source_file": FILE,
        "source_line": line,
    }


def test_a_line_refused_in_two_tables_is_rejected_once(
    put: Put, tmp_path: Path, invent: Invent
) -> None:
    put(FILE, "head\nlost\nkept\nhalf\n")

    def read(folder: Path) -> Reading:
        reading = Reading("money")
        reading.loaded(FILE, 3)
        scheme = {"scheme_id": "s", "arrivals_persons": 1}
        fact = {k: v for k, v in funding("XB", 2).items() if k in SHARED}
        reading.tables["funding"] = pd.DataFrame(
            [funding("XB", 2), funding("XA", 3), funding("XA", 4)]
        )
        reading.tables["sponsorship"] = pd.DataFrame(
            [scheme | fact, scheme | fact | {"source_line": 4}]
        )
        return reading

    sources = [invent("world", read_world), invent("money", read, [FILE])]
    frames = gather(sources, tmp_path, None, lambda step: None)
    refused = frames["rejected_row", "money"]
    assert refused[["line", "raw"]].to_numpy().tolist() == [[2, "lost"], [4, "half"]]
    outcomes = frames["line_count", "money"].set_index("outcome")["lines"].to_dict()
    assert outcomes == {LOADED: 2, REJECTED: 1}


SHARED = {
    "territory_id",
    "period",
    "obs_status",
    "evidence",
    "source_id",
    "source_file",
    "source_line",
}


@pytest.mark.parametrize("union", ["EU27_2020", "OECD"])
def test_money_and_norms_may_be_of_a_union_of_countries(
    put: Put, tmp_path: Path, invent: Invent, union: str
) -> None:
    put(FILE, "head\nunion\n")

    def read(folder: Path) -> Reading:
        reading = Reading("money", {"funding": pd.DataFrame([funding(union, 2)])})
        reading.loaded(FILE)
        return reading

    sources = [invent("world", read_world), invent("money", read, [FILE])]
    frames = gather(sources, tmp_path, None, lambda step: None)
    assert frames["funding", "money"]["territory_id"].tolist() == [union]
