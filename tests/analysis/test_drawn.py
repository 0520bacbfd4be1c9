"""At which level a country is drawn: never a national figure as if it were regional."""

import pandas as pd
import pytest

from analysis.drawn import drawn_levels, drawn_territories

Territory = tuple[str, int, float | None]


def territories(*rows: Territory, members: dict[str, str] | None = None) -> pd.DataFrame:
    """A geography; a territory's country is the first two letters of its code."""
    frame = pd.DataFrame(rows, columns=["territory_id", "level", "residents"])
    frame["country"] = frame["territory_id"].str[:2]
    frame["members"] = frame["territory_id"].map(members or {}).astype(object)
    return frame


def figures(**values: float | None) -> pd.DataFrame:
    return pd.DataFrame(
        {"territory_id": list(values), "value": pd.Series(list(values.values()), dtype=float)}
    )


# A country of 100 in two halves at level 1, and four regions at level 2.
LAND = (
    ("AA", 0, 100.0), ("AA1", 1, 60.0), ("AA2", 1, 40.0),
    ("AA11", 2, 50.0), ("AA12", 2, 10.0), ("AA21", 2, 30.0), ("AA22", 2, 10.0),
)  # fmt: skip


def drawn(frame: pd.DataFrame, known: pd.DataFrame, level: int) -> set[str]:
    return set(drawn_territories(known, frame, level)["territory_id"])


def test_a_national_figure_is_drawn_as_one_whole_country():
    assert drawn(territories(*LAND), figures(AA=5), 2) == {"AA"}


def test_regions_with_figures_are_drawn_with_the_unknown_among_them():
    assert drawn(territories(*LAND), figures(AA=5, AA11=1, AA21=2), 2) == {
        "AA11", "AA12", "AA21", "AA22",
    }  # fmt: skip


@pytest.mark.parametrize(("residents", "level"), [(50.0, 2), (49.0, 0)])
def test_half_of_the_residents_are_enough_and_less_are_not(residents, level):
    frame = territories(("AA", 0, 100.0), ("AA11", 2, residents), ("AA12", 2, 100.0 - residents))
    assert drawn_levels(figures(AA=1, AA11=1), frame, 2)["AA"] == level


def test_what_is_finer_than_asked_for_is_not_looked_at():
    known = figures(AA=1, AA11=1, AA12=1, AA21=1, AA22=1)
    assert drawn(territories(*LAND), known, 0) == {"AA"}
    assert drawn(territories(*LAND), known, 1) == {"AA"}


def test_a_value_that_is_missing_is_no_figure():
    assert drawn_levels(figures(AA=1, AA11=None, AA21=None), territories(*LAND), 2)["AA"] == 0


def test_where_no_level_has_half_the_one_known_best_is_drawn():
    known = figures(AA2=1, AA12=1)
    assert drawn_levels(known, territories(*LAND), 2)["AA"] == 1


def test_a_country_without_any_figure_is_drawn_at_the_level_asked_for_or_its_finest():
    frame = territories(*LAND, ("BB", 0, 10.0), ("BB1", 1, 10.0))
    for asked, levels in ((0, [0, 0]), (1, [1, 1]), (2, [2, 1])):
        assert drawn_levels(figures(), frame, asked)[["AA", "BB"]].tolist() == levels


def test_countries_are_judged_apart():
    frame = territories(*LAND, ("BB", 0, 10.0), ("BB11", 2, 10.0))
    assert drawn(frame, figures(AA=1, BB11=1), 2) == {"AA", "BB11"}


def test_unknown_residents_do_not_hide_a_figure():
    frame = territories(("AA", 0, None), ("AA11", 2, None))
    assert drawn_levels(figures(AA11=3), frame, 2)["AA"] == 2


JOINT = {"AA11+AA12": "AA11+AA12"}
WITH_JOINT = (*LAND, ("AA11+AA12", 2, 60.0))


def test_a_joint_territory_with_a_figure_stands_for_its_members():
    frame = territories(*WITH_JOINT, members=JOINT)
    assert drawn(frame, figures(**{"AA11+AA12": 4}), 2) == {"AA11+AA12", "AA21", "AA22"}


@pytest.mark.parametrize("value", [None, "no row"])
def test_a_joint_territory_without_a_figure_is_not_drawn(value):
    frame = territories(*WITH_JOINT, members=JOINT)
    known = {} if value else {"AA11+AA12": None}
    assert drawn(frame, figures(AA11=1, **known), 2) == {"AA11", "AA12", "AA21", "AA22"}


def test_a_joint_territory_is_not_counted_besides_its_members():
    """The figures tell of 40 of 100 residents, though three territories have one."""
    frame = territories(
        ("AA", 0, 100.0), ("AA11", 2, 20.0), ("AA12", 2, 20.0), ("AA13", 2, 60.0),
        ("AA11+AA12", 2, 40.0), members=JOINT,
    )  # fmt: skip
    known = figures(**{"AA": 1, "AA11+AA12": 1, "AA11": 1, "AA12": 1})
    assert drawn_levels(known, frame, 2)["AA"] == 0


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_every_resident_is_drawn_exactly_once(level):
    frame = territories(*WITH_JOINT, members=JOINT)
    for known in (figures(), figures(AA=1), figures(AA1=1), figures(**{"AA11+AA12": 1, "AA21": 1})):
        assert drawn_territories(known, frame, level)["residents"].sum() == 100


def test_the_geography_given_is_not_changed_and_none_gives_none():
    frame = territories(*LAND)
    before = frame.copy()
    drawn_territories(figures(AA=1), frame, 2)
    pd.testing.assert_frame_equal(frame, before)
    assert drawn_territories(figures(), frame.iloc[:0], 2).empty
