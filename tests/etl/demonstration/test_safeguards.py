"""Generated protection of vulnerable groups: no more people than there are, no address."""

import duckdb
import pandas as pd
import pytest

from analysis.funnel_inputs import FINEST, GROUPS

LASTING = ("residence_granted_persons", "guardian_appointed_persons", "after_care_persons")


@pytest.fixture(scope="module")
def figures(demonstration) -> pd.DataFrame:
    with duckdb.connect(str(demonstration.resolve()), read_only=True) as con:
        return con.execute(
            "select territory_id, measure_id, group_id, period, value, obs_status"
            " from observation where group_id in (select unnest(?))",
            [list(GROUPS)],
        ).df()


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_has_every_figure_and_some_unknown(figures, group) -> None:
    here = figures[figures["group_id"] == group]
    wanted = {"protection_services", "protection_places", "residence_granted_persons",
              "within_reach_percent", "social_workers_count"}  # fmt: skip
    assert wanted <= set(here["measure_id"])
    missing = here[here["value"].isna()]
    assert len(missing) > 0 and missing["obs_status"].isin(["L", "Q", "M"]).all()


def test_no_more_people_have_an_arrangement_than_there_are(figures) -> None:
    """Both counts are rounded to 5, so that they may differ by 4 for that alone."""
    keys = ["territory_id", "group_id", "period"]
    people = figures[
        figures["measure_id"].isin(["identified_persons", "unaccompanied_children_present_persons"])
    ]
    lasting = figures[figures["measure_id"].isin(LASTING)]
    both = lasting.merge(people, on=keys, suffixes=("", "_people"))
    assert len(both) > 1000
    assert (both["value"].dropna() <= both["value_people"][both["value"].notna()] + 4).all()


def test_new_figures_are_told_no_finer_than_their_group_may_be(figures) -> None:
    new = [*LASTING, "protection_services", "protection_places", "within_reach_percent",
           "guardians_count", "social_workers_count", "psychologists_count"]  # fmt: skip
    for group, finest in FINEST.items():
        here = figures[(figures["group_id"] == group) & figures["measure_id"].isin(new)]
        assert here["territory_id"].str.len().max() == finest + 2
