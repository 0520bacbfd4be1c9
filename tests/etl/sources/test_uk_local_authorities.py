"""Sums by UK region: every person in the country's sum, none in two regions."""

from hypothesis import given
from hypothesis import strategies as st

from etl.reading import Record
from etl.sources.uk_local_authorities import REGION, UK, Line, interval, sums, without_region

LINES = st.lists(
    st.builds(
        Line,
        number=st.integers(2, 99),
        region=st.none() | st.sampled_from(sorted(REGION.values())),
        not_by_region=st.just(False),
        persons=st.integers(0, 500),
        record=st.just(Record({}, "")),
    ),
    min_size=1,
)


@given(LINES)
def test_regions_and_those_without_one_make_the_country(lines: list[Line]) -> None:
    found = sums(lines)
    regions = sum(total.persons for territory, total in found.items() if territory != UK)
    assert found[UK].persons == regions + without_region(lines)
    assert found[UK].lines == len(lines)


@given(LINES)
def test_a_region_without_a_line_has_no_sum(lines: list[Line]) -> None:
    assert set(sums(lines)) == {UK} | {line.region for line in lines if line.region}


def test_the_twelve_regions_have_a_code_each() -> None:
    assert len(REGION) == len(set(REGION.values())) == 12


def test_persons_without_a_region_may_be_in_any_but_are_in_the_country() -> None:
    assert interval(10, "UKI", 3) == (10, 13)
    assert interval(10, "UKI", 0) == (None, None)
    assert interval(10, UK, 3) == (None, None)
