"""Unemployment by citizenship: read as employment is, a measure with the other direction."""

from collections.abc import Callable
from pathlib import Path

from etl.measures import BY_ID
from etl.reading import LOADED
from etl.sources import employment, unemployment

Put = Callable[[str, str], Path]
FILE = "eurostat/lfsa_urgan.csv"
HEADER = "freq,unit,sex,age,citizen,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG"


def test_the_rate_of_foreign_citizens_is_loaded_with_its_line(put: Put, tmp_path: Path) -> None:
    put(FILE, f"{HEADER}\nA,PC,F,Y15-64,FOR,SE,2023,17.0,\nA,PC,T,Y15-64,FOR,SE,2023,15.5,u\n")
    reading = unemployment.read(tmp_path)
    (row,) = reading.tables["observation"].to_dict("records")
    assert (row["territory_id"], row["period"], row["value"]) == ("SE", "2023", 15.5)
    assert (row["group_id"], row["obs_status"]) == ("foreign_citizens", "U")
    assert (row["source_id"], row["source_file"], row["source_line"]) == ("unemployment", FILE, 3)
    assert reading.outcomes[FILE, LOADED] == 1


def test_work_and_its_lack_are_read_from_files_of_their_own_and_point_opposite_ways() -> None:
    assert set(employment.SOURCE.files).isdisjoint(unemployment.SOURCE.files)
    assert BY_ID["employment_rate_percent"].direction == "more_is_better"
    assert BY_ID["unemployment_rate_percent"].direction == "less_is_better"
