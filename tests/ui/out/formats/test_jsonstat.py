"""JSON-stat: the standard's shape, each figure in its cell, and every row found again."""

import json
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given

from tests.ui.out.formats.rows import ROWS, tables, taken
from ui.out.formats import FORMATS, jsonstat, read_back

KEYED = pa.table(
    {
        "territory_id": ["AT11", "AT11", "BE10"],
        "place": ["Burgenland", "Burgenland", "Bruxelles"],
        "period": ["2023", "2024", "2024"],
        "group_id": ["all"] * 3,
        "value": [1.5, None, 3.0],
        "upper": [2.0, None, None],
        "unit": ["places"] * 3,
        "obs_status": ["E", "L", "A"],
        "evidence": ["estimated", None, "published"],
    }
)


def stat_of(table: pa.Table, size: int = 1000) -> Any:
    return json.loads(b"".join(FORMATS["json-stat"].stream(taken(table, size=size))))


def cell(found: Any, **at: str) -> int:
    """The number of a cell, as the standard counts: the last dimension first."""
    number = 0
    for name, size in zip(found["id"], found["size"], strict=True):
        number = number * size + found["dimension"][name]["category"]["index"].index(at[name])
    return number


def rows_of(found: Any) -> list[dict[str, Any]]:
    """Every row as it was, from the cube and what stands beside it."""
    behind = found["extension"]["groundwork"]["rows"]
    schema = read_back.schema_of(behind["columns"])
    values = found["value"]
    rows = []
    for number, first in enumerate(behind["cells"]):
        rest, places = first, {}
        for name, size in reversed(list(zip(found["id"], found["size"], strict=True))):
            rest, at = divmod(rest, size)
            places[name] = found["dimension"][name]["category"]["index"][at]
        row = {}
        figures = found["dimension"]["column"]["category"]["index"]
        for name in schema.names:
            if name in figures:
                at = first + figures.index(name)
                row[name] = values[at] if isinstance(values, list) else values[str(at)]
            elif name in places:
                row[name] = places[name]
            else:
                beside = behind["beside"][name]
                code = beside["of"][number]
                row[name] = None if code is None else beside["values"][code]
        rows.append(row)
    return rows


def spelled(table: pa.Table) -> list[dict[str, Any]]:
    numbers = {each.name for each in table.schema if each.type in (pa.float64(), pa.int64())}
    texts = {None: None, True: "true", False: "false"}
    return [
        {
            name: value if name in numbers or value is None
            else value.isoformat() if hasattr(value, "isoformat")
            else texts[value] if isinstance(value, bool) else value
            for name, value in row.items()
        }
        for row in table.to_pylist()
    ]  # fmt: skip


def test_keys_are_dimensions_with_roles_and_names():
    found = stat_of(KEYED)
    assert (found["version"], found["class"]) == ("2.0", "dataset")
    assert found["id"] == ["territory_id", "period", "group_id", "column"]
    assert found["size"] == [2, 2, 1, 2]
    assert found["role"] == {"time": ["period"], "geo": ["territory_id"], "metric": ["column"]}
    territory = found["dimension"]["territory_id"]["category"]
    assert territory == {"index": ["AT11", "BE10"],
                         "label": {"AT11": "Burgenland", "BE10": "Bruxelles"}}  # fmt: skip
    figures = found["dimension"]["column"]["category"]
    assert figures["index"] == ["value", "upper"]
    assert figures["unit"] == {"value": {"label": "places"}}
    assert found["updated"] == "2026-03-01"
    assert "Totals may not add up." in found["note"]


def test_each_figure_is_in_its_cell_with_its_status():
    found = stat_of(KEYED)
    assert len(found["value"]) == len(found["status"]) == 8
    known = cell(found, territory_id="AT11", period="2023", group_id="all", column="value")
    missing = cell(found, territory_id="AT11", period="2024", group_id="all", column="upper")
    nobody_s = cell(found, territory_id="BE10", period="2023", group_id="all", column="value")
    assert (found["value"][known], found["status"][known]) == (1.5, "E")
    assert (found["value"][missing], found["status"][missing]) == (None, "L")
    assert (found["value"][nobody_s], found["status"][nobody_s]) == (None, None)
    assert found["extension"]["status"]["label"]["L"] == "not published"


def test_every_row_is_found_again():
    assert rows_of(stat_of(KEYED)) == spelled(KEYED)
    assert rows_of(stat_of(ROWS)) == spelled(ROWS)


@given(tables())
def test_any_rows_are_found_again_as_a_list(table):
    found = stat_of(table)
    assert found["id"] == ["row", "column"]
    assert jsonstat._LISTED in found["note"]
    assert rows_of(found) == spelled(table)


def test_rows_that_keys_do_not_tell_apart_are_a_list():
    twice = pa.concat_tables([KEYED, KEYED])
    found = stat_of(twice)
    assert found["size"] == [6, 2]
    assert found["role"] == {"metric": ["column"]}
    assert rows_of(found) == spelled(twice)


def test_what_is_mostly_empty_has_its_filled_cells_only():
    ids = [f"T{number}" for number in range(10)]
    table = pa.table({"territory_id": ids, "period": [f"20{n}" for n in range(10, 20)],
                      "value": [float(n) for n in range(10)]})  # fmt: skip
    found = stat_of(table)
    assert found["size"] == [10, 10, 1]
    assert found["value"]["11"] == 1
    assert len(found["value"]) == 10
    assert rows_of(found) == spelled(table)


def test_a_figure_has_its_own_status_where_it_has_one():
    table = pa.table({"territory_id": ["AT11"], "need": [1.0], "need_lower": [0.5], "gap": [2.0],
                      "need_status": ["E"]})  # fmt: skip
    assert stat_of(table)["status"] == ["E", "E", None]


def test_numbers_are_categories_in_their_own_order():
    table = pa.table(
        {"territory_id": ["A", "A", "A"], "km": [10, 5, 100], "value": [1.0, 2.0, 3.0]}
    )
    assert stat_of(table)["dimension"]["km"]["category"]["index"] == ["5", "10", "100"]


def test_the_bytes_are_the_same_however_the_rows_come():
    assert stat_of(ROWS, 1) == stat_of(ROWS)


def test_no_rows_are_an_empty_cube():
    assert stat_of(KEYED.slice(0, 0))["value"] == []


@pytest.mark.parametrize(
    ("table", "words"),
    [(pa.table({"name": ["a"]}), "these rows have none"),
     (pa.table({"value": pa.nulls(2_000_001, pa.float64())}), "more than 2,000,000 figures")],
    ids=["no figures", "too many"],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_words(table, words):
    assert words in FORMATS["json-stat"].refuses(taken(table, size=10**7))
    assert FORMATS["json-stat"].refuses(taken()) == ""
