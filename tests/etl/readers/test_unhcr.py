"""UNHCR's records: two forms, one reading; missing is not 0; other layouts are refused."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl.readers.unhcr import Item, ItemError, items
from etl.reading import LayoutError

Put = Callable[[str, str], Path]
PutRecords = Callable[..., Path]
PAIR = {"coo": "SYR", "coa": "GRE", "coa_iso": "GRC", "coa_name": "Greece"}
RECORD: dict[str, object] = {"year": 2024, **PAIR, "refugees": 12, "oip": None}


def item(**fields: object) -> Item:
    return Item("population.jsonl", 7, {**RECORD, **fields})


@pytest.mark.parametrize("name", ["population.jsonl", "population.parquet"])
def test_both_forms_give_the_same_records_numbered_from_one(
    put_records: PutRecords, name: str
) -> None:
    path = put_records(name, [RECORD, {**RECORD, "coo": "AFG", "refugees": 0}])
    found = list(items(path, ("refugees", "oip")))
    assert [each.number for each in found] == [1, 2]
    assert [each.text("coo") for each in found] == ["SYR", "AFG"]
    assert [each.year for each in found] == [2024, 2024]
    assert [each.count("refugees") for each in found] == [12, 0]
    assert [each.count("oip") for each in found] == [None, None]


def test_numbers_run_on_over_the_parts_of_a_parquet_file(tmp_path: Path) -> None:
    table = pa.Table.from_pylist([{**RECORD, "refugees": n} for n in range(1, 8)])
    pq.write_table(table, tmp_path / "p.parquet", row_group_size=3)
    found = list(items(tmp_path / "p.parquet", ("refugees",)))
    assert [(each.number, each.count("refugees")) for each in found] == [
        (n, n) for n in range(1, 8)
    ]


@pytest.mark.parametrize("value", [5, 5.0, "5", " 5 ", "5.0"])
def test_a_count_is_read_however_it_is_written(value: object) -> None:
    assert item(refugees=value).count("refugees") == 5


@pytest.mark.parametrize("value", [0, "0", 0.0])
def test_a_zero_that_is_given_is_a_zero(value: object) -> None:
    assert item(refugees=value).count("refugees") == 0


@pytest.mark.parametrize("value", [None, "-", "", " ", float("nan")])
def test_what_is_not_given_is_missing(value: object) -> None:
    assert item(refugees=value).count("refugees") is None
    assert item(coo=value).text("coo") == ""


@pytest.mark.parametrize("value", [-5, 2.5, "1,234", "12 000", "n/a", True, [3], float("inf")])
def test_anything_else_is_no_number_of_persons(value: object) -> None:
    with pytest.raises(ItemError, match=r"refugees .* is not a whole number") as caught:
        item(refugees=value).count("refugees")
    assert caught.value.column == "refugees"


@pytest.mark.parametrize("value", [None, "-", 24, 20240])
def test_a_year_that_is_none_is_refused(value: object) -> None:
    with pytest.raises(ItemError, match="is not a year"):
        _ = item(year=value).year


def test_a_code_the_reader_does_not_know_is_named_with_its_place() -> None:
    with pytest.raises(LayoutError, match=r"population.jsonl, record 7: pop_type 'NEW' is not one"):
        item(pop_type="NEW").code("pop_type", frozenset({"REF", "ASY"}))


@pytest.mark.parametrize("name", ["p.jsonl", "p.parquet"])
def test_a_column_that_is_gone_is_named(put_records: PutRecords, name: str) -> None:
    path = put_records(name, [{"year": 2024, **PAIR, "refugee_count": 3}])
    with pytest.raises(LayoutError, match=r"refugees is missing; found year, coo, .*refugee_count"):
        list(items(path, ("refugees",)))


def test_a_field_that_is_gone_halfway_is_named_with_its_line(put_records: PutRecords) -> None:
    path = put_records("p.jsonl", [RECORD, {"year": 2024, **PAIR}])
    with pytest.raises(LayoutError, match="record 2: column refugees is missing"):
        list(items(path, ("refugees",)))


@pytest.mark.parametrize(("column", "sum_over"), [("coo", "origin"), ("coa", "asylum")])
def test_a_record_that_sums_over_countries_is_refused(
    put_records: PutRecords, column: str, sum_over: str
) -> None:
    """It would be counted besides its parts."""
    path = put_records("p.jsonl", [RECORD, {**RECORD, column: "-"}])
    with pytest.raises(
        LayoutError, match=rf"record 2: {column} is empty.* countries of {sum_over}"
    ):
        list(items(path, ("refugees",)))


@pytest.mark.parametrize(
    "line", ['{"year": 2024, "coo": "SY', "[1, 2]", '{"refugees": NaN}', '{"refugees": Infinity}']
)
def test_a_line_that_is_no_record_is_refused(put: Put, line: str) -> None:
    with pytest.raises(LayoutError, match="record 1: is not "):
        list(items(put("p.jsonl", line + "\n"), ("refugees",)))


def test_a_record_shows_itself_as_one_line() -> None:
    assert item(coa_name="Türkiye\nx").raw.count("\n") == 0
    assert "Türkiye" in item(coa_name="Türkiye").raw
