"""From long rows to moments: nothing is filled in."""

import pandas as pd

from ui.equality.known import _without_doubles
from ui.equality.panels import _CARRIED, figures_at


def rows(*each: tuple[str, str, float | None]) -> pd.DataFrame:
    table = pd.DataFrame(each, columns=["territory_id", "moment", "capacity"])
    return table.reindex(columns=[*_CARRIED, "moment", "territory_id"])


def test_a_territory_without_a_row_at_a_moment_is_unknown_there() -> None:
    wide = figures_at(rows(("AT1", "2020", 5.0), ("AT2", "2021", 7.0)), ["2020", "2021", "2022"])
    assert all(list(table.index) == ["AT1", "AT2"] for key, table in wide.items() if key != "2022")
    assert wide["2020"].loc["AT1", "capacity"] == 5
    assert pd.isna(wide["2020"].loc["AT2", "capacity"])
    assert wide["2022"]["capacity"].isna().all()


def test_joint_territories_never_count_beside_their_members() -> None:
    table = pd.DataFrame(
        {
            "territory_id": ["ITH1+ITH2", "ITH1", "ITH2", "ITH3", "AA+BB"],
            "both": [True, False, False, True, False],
        }
    )
    assert list(_without_doubles(table)["territory_id"]) == ["ITH1+ITH2", "ITH3"]
