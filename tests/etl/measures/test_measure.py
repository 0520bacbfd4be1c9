"""What a measure's unit says about regions that were split."""

import pytest

from etl.codes import SPLIT_BY as CODES
from etl.measures.measure import SPLIT_BY, Measure


@pytest.mark.parametrize(
    ("unit", "split_by"),
    [
        ("persons", "residents"),
        ("places", "residents"),
        ("km²", "area"),
        ("million euro", "residents"),
        ("percent", None),
        ("per 1,000 residents", None),
        ("PPS per inhabitant", None),
        ("a unit nobody has thought of", None),
    ],
)
def test_only_counts_areas_and_sums_of_money_are_shared_out(
    unit: str, split_by: str | None
) -> None:
    row = Measure("m", "M", unit, "context", None, "neutral", "What it is.").row()
    assert row["split_by"] == split_by
    assert (row["measure_id"], row["flow"]) == ("m", False)


def test_what_figures_are_shared_out_by_is_in_the_code_list() -> None:
    assert set(SPLIT_BY.values()) == set(CODES)
