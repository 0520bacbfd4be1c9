"""One spelling a value, which reads back as that value."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.out.formats.plain import joined, plain


@given(st.lists(st.floats(allow_nan=False), min_size=1))
def test_numbers_lose_no_digit_and_need_none_too_many(numbers):
    for text, number in zip(
        plain(pa.array(numbers, pa.float64())).to_pylist(), numbers, strict=True
    ):
        assert float(text) == number
        if abs(number) < 2**53:
            digits = text.lstrip("-").split("e")[0].replace(".", "").strip("0")
            assert len(digits) <= len(repr(abs(number)).split("e")[0].replace(".", "").strip("0"))
        assert not text.endswith(".0")
        if number == 0 or 1e-6 <= abs(number) < 1e21:
            assert "e" not in text


@pytest.mark.parametrize(
    ("number", "text"),
    [(3.0, "3"), (1e15, "1000000000000000"), (10000000000.5, "10000000000.5"), (1e21, "1e+21"),
     (2.0**60, "1152921504606846976"),
     (1e-7, "1e-7"), (0.1, "0.1"), (-0.5, "-0.5"), (float("nan"), None)],
)  # fmt: skip
def test_numbers_are_spelled_as_people_would(number, text):
    assert plain(pa.array([number])).to_pylist() == [text]


def test_moments_have_a_fraction_and_a_zone_only_where_there_is_one():
    moments = [datetime(2025, 1, 31, 8, 30), datetime(2025, 1, 31, 8, 30, 0, 500), None]
    assert plain(pa.array(moments, pa.timestamp("us"))).to_pylist() == [
        "2025-01-31T08:30:00", "2025-01-31T08:30:00.0005", None,
    ]  # fmt: skip
    zoned = pa.array([datetime(2025, 7, 1, 8, tzinfo=UTC)], pa.timestamp("ns", "Europe/Rome"))
    assert plain(zoned).to_pylist() == ["2025-07-01T08:00:00Z"]


def test_what_is_no_plain_value_is_spelled_too():
    assert plain(pa.array([[1, 2], None])).to_pylist() == ["[1,2]", None]
    assert plain(pa.array([{"a": "é"}])).to_pylist() == ['{"a":"é"}']
    assert plain(pa.array([b"\x01\xff"])).to_pylist() == ["01ff"]
    assert plain(pa.nulls(2)).to_pylist() == [None, None]
    assert plain(pa.array(["x", None, "x"]).dictionary_encode()).to_pylist() == ["x", None, "x"]


def test_texts_are_joined_from_wherever_they_begin():
    assert joined(pa.array(["a", "bé", "c", "d"]).slice(1, 2)) == "béc".encode()
