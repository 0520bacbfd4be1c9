"""The vocabulary of measures: one name for one quantity, and codes that exist."""

from etl import codes
from etl.measures import MEASURES


def test_no_measure_is_declared_twice() -> None:
    names = [measure.measure_id for measure in MEASURES]
    assert sorted(set(names)) == sorted(names)


def test_every_code_is_in_its_list() -> None:
    for measure in MEASURES:
        assert measure.kind in codes.KIND, measure.measure_id
        assert measure.domain is None or measure.domain in codes.SERVICE, measure.measure_id
        assert measure.direction in codes.DIRECTION, measure.measure_id


def test_a_name_carries_its_unit() -> None:
    """`sai_projects` counts projects; square kilometres, rates and money are abbreviated."""
    short = {"km2": "km²", "meur": "million euro", "pps": "PPS", "count": "", "eur": "euro"}
    for measure in MEASURES:
        last = measure.measure_id.rsplit("_", 1)[-1]
        assert short.get(last, last) in measure.unit, (measure.measure_id, measure.unit)
