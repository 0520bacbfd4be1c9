"""A table of travel times from anywhere: all of it is good, or each bad row is named."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.ui.reach.ways.broken import CELLS, GOOD, PLACES
from ui.reach.ways import child
from ui.reach.ways.columns import RefusedError


def read(folder: Path, **columns: object) -> child.Read:
    file = folder / "ways.parquet"
    pq.write_table(pa.table(columns), file)
    return child.read(file, CELLS, PLACES)


def told(found: child.Read) -> list[tuple[int, str]]:
    return [(fault.row, fault.column) for fault in found.faults]


def test_good_rows_are_taken_as_they_are(tmp_path: Path) -> None:
    found = read(tmp_path, **GOOD)
    assert found.wrong == 0 and not found.faults
    assert found.table.to_pydict() == {
        "origin": CELLS.to_pylist(), "destination": ["a", "b"], "minutes": [5.0, 0.0],
    }  # fmt: skip


@pytest.mark.parametrize(
    "origin",
    [
        pa.array([f"{each:x}" for each in CELLS.to_pylist()]),
        pa.array([f"{each:X}" for each in CELLS.to_pylist()]).dictionary_encode(),
        CELLS.cast(pa.int64()),
    ],
)
def test_cells_are_numbers_or_their_hexadecimal_names(tmp_path: Path, origin: pa.Array) -> None:
    found = read(tmp_path, **{**GOOD, "origin": origin, "more": [1, 2]})
    assert found.table["origin"].to_pylist() == CELLS.to_pylist()


@pytest.mark.parametrize("kind", [pa.decimal128(21, 1), pa.float32(), pa.int16()])
def test_minutes_are_numbers_of_any_kind(tmp_path: Path, kind: pa.DataType) -> None:
    minutes = pa.array([5, 0]).cast(kind)
    assert read(tmp_path, **{**GOOD, "minutes": minutes}).table["minutes"].to_pylist() == [5, 0]


@pytest.mark.parametrize(
    ("column", "values", "row"),
    [
        ("minutes", [5.0, float("nan")], 2),
        ("minutes", [float("inf"), 5.0], 1),
        ("minutes", [5.0, -1.0], 2),
        ("minutes", [None, 5.0], 1),
        ("destination", ["a", "<script>"], 2),
        ("destination", [None, "b"], 1),
        ("origin", pa.array([7, CELLS[1].as_py()], pa.uint64()), 1),
        ("origin", pa.array([CELLS[0].as_py(), -1], pa.int64()), 2),
        ("origin", ["no cell", f"{CELLS[1].as_py():x}"], 1),
    ],
)
def test_a_bad_value_is_named_by_row_and_column(
    tmp_path: Path, column: str, values: object, row: int
) -> None:
    found = read(tmp_path, **{**GOOD, column: values})
    assert found.wrong == 1
    assert told(found) == [(row, column)]


def test_a_way_named_twice_is_refused(tmp_path: Path) -> None:
    twice = {name: [*pa.array(each).to_pylist(), pa.array(each)[0].as_py()]
             for name, each in GOOD.items()}  # fmt: skip
    found = read(tmp_path, **{**twice, "origin": pa.array(twice["origin"], pa.uint64())})
    assert told(found) == [(3, "origin")]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"origin": CELLS, "minutes": [1.0, 2.0]}, "one column destination"),
        ({**GOOD, "minutes": ["1", "2"]}, "Column minutes is of type string"),
        ({**GOOD, "minutes": [[1.0], [2.0]]}, "must be numbers"),
        ({**GOOD, "origin": [1.5, 2.5]}, "whole numbers or texts"),
        ({**GOOD, "destination": [1, 2]}, "must be texts"),
        ({name: pa.array(each)[:0] for name, each in GOOD.items()}, "no row"),
    ],
)
def test_a_table_of_another_shape_is_refused(
    tmp_path: Path, columns: dict[str, object], reason: str
) -> None:
    with pytest.raises(RefusedError, match=reason):
        read(tmp_path, **columns)


@pytest.mark.parametrize("column", ["origin", "destination"])
@pytest.mark.parametrize(
    "texts",
    [
        pa.array([b"Z\xfcrich", b"a"], pa.binary()).view(pa.string()),
        pa.array([b"Z\xfcrich", b"a"], pa.large_binary()).view(pa.large_string()),
        pa.array([b"Z\xfcrich", b"a"], pa.binary()).view(pa.string()).dictionary_encode(),
    ],
    ids=["string", "large", "dictionary"],
)
def test_bytes_that_are_no_text_are_refused_by_the_name_of_their_column(
    tmp_path: Path, column: str, texts: pa.Array
) -> None:
    with pytest.raises(RefusedError, match=rf"Column {column} is not readable text \(UTF-8\)"):
        read(tmp_path, **{**GOOD, column: texts})
