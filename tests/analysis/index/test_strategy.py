"""Each word of the strategy matrix by its rule."""

import numpy as np
import pytest

from analysis.index.strategy import COVERED, NO_ANSWER, PARTLY, UNKNOWN, counts, marks, matrix
from analysis.index.table import Table
from tests.analysis.index.worked import table

NAN = float("nan")


def state(*rows: list[float], better: str = "more", mark: float = 5.0, worst: float | None = None):
    """The state of one area in territories with these values."""
    width = len(rows[0])
    given = table(rows, [better] * width, ["x"] * width)
    ends = {} if worst is None else dict.fromkeys(given.indicators, worst)
    found = matrix(given, marks(given, dict.fromkeys(given.indicators, mark)), ends)
    return found["x"].tolist()


def test_the_words_where_more_is_better() -> None:
    assert state([5.0], [4.0], [0.0], [NAN]) == [COVERED, PARTLY, NO_ANSWER, UNKNOWN]


def test_the_words_where_less_is_better() -> None:
    found = state([5.0], [6.0], [100.0], [NAN], better="less", worst=100.0)
    assert found == [COVERED, PARTLY, NO_ANSWER, UNKNOWN]
    # Without an end of the scale nothing is known to be nothing.
    assert state([100.0], better="less") == [PARTLY]


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ([9.0, 9.0], COVERED),
        ([9.0, 1.0], PARTLY),
        ([9.0, 0.0], PARTLY),
        ([9.0, NAN], PARTLY),
        ([0.0, 0.0], NO_ANSWER),
        ([0.0, NAN], UNKNOWN),
        ([NAN, NAN], UNKNOWN),
    ],
)
def test_an_unknown_aspect_is_neither_there_nor_absent(row: list[float], word: str) -> None:
    assert state(row) == [word]


def test_an_interval_counts_as_what_it_surely_is() -> None:
    low, high = np.array([[0.0], [1.0], [5.0], [0.0]]), np.array([[9.0], [9.0], [9.0], [0.0]])
    given = Table(["A", "B", "C", "D"], ["i"], ["x"], ["more"], low, high)
    found = matrix(given, marks(given, {"i": 5.0}))["x"].tolist()
    assert found == [UNKNOWN, PARTLY, COVERED, NO_ANSWER]


def test_the_usual_mark_is_the_middle_of_the_known() -> None:
    given = table([[1.0, 10.0], [3.0, 30.0], [NAN, 20.0]], ["more", "less"])
    assert marks(given).tolist() == [2.0, 20.0]
    assert marks(given, {"i1": 15.0}).tolist() == [2.0, 15.0]


def test_nothing_is_no_answer_even_where_the_middle_has_nothing() -> None:
    given = table([[0.0], [0.0], [0.0], [7.0]])
    assert matrix(given, marks(given))["i0"].tolist() == [NO_ANSWER] * 3 + [COVERED]


def test_the_states_of_a_territory_are_counted() -> None:
    given = table([[9.0, NAN, 0.0]])
    found = counts(matrix(given, marks(given, {"i0": 1.0, "i1": 1.0, "i2": 1.0})))
    assert found.loc["A"].to_dict() == {COVERED: 1, PARTLY: 0, NO_ANSWER: 1, UNKNOWN: 1}
