"""Rows in batches of another size are the same rows."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from ui.out.formats.batches import even, portions

SIZES = st.lists(st.integers(0, 7), max_size=8)


@given(SIZES, st.integers(1, 6))
def test_every_row_is_there_once_in_its_order(sizes, rows):
    schema = pa.schema([("a", pa.int64()), ("b", pa.string())])
    total, batches = 0, []
    for size in sizes:
        numbers = pa.array(range(total, total + size), pa.int64())
        batches.append(pa.record_batch([numbers, numbers.cast(pa.string())], schema=schema))
        total += size
    found = list(even(schema, batches, rows))
    assert [number for batch in found for number in batch["a"].to_pylist()] == list(range(total))
    assert all(batch.num_rows == rows for batch in found[:-1])
    assert all(0 < batch.num_rows <= rows for batch in found[-1:])


@given(st.lists(st.integers(0, 9) | st.none()), st.integers(0, 20))
def test_portions_follow_one_another_and_are_cut_as_soon_as_they_are_large(sizes, most):
    at = 0
    for start, rows in portions(pa.array(sizes, pa.int64()), most):
        assert (start, rows > 0) == (at, True)
        assert sum(each or 0 for each in sizes[start : start + rows - 1]) <= most
        at += rows
    assert at == len(sizes)
