"""The Königstein key: 16 shares of 100, of disputed years."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.reading import LOADED, LayoutError
from etl.sources import koenigstein_key

Put = Callable[[str, str], Path]
FILE = "germany/koenigsteiner_schluessel_2015_2017.csv"
HEADER = "nuts1,land,share_pct_2015,share_pct_2017"
# Sixteen made-up shares of 100: fifteen of 5 or 6, and the rest for Thüringen.
LINES = [f"{code},{land},5,6" for code, land in koenigstein_key._LAENDER.items()]
LINES[-1] = "DEG,Thüringen,25,10"


def write(put: Put, lines: list[str]) -> None:
    put(FILE, "\n".join((HEADER, *lines)) + "\n")


def test_a_land_has_a_share_of_each_year_in_doubt(put: Put, tmp_path: Path) -> None:
    write(put, LINES)
    reading = koenigstein_key.read(tmp_path)
    frame = reading.tables["observation"]
    assert reading.outcomes == {(FILE, LOADED): 16}
    shares = frame.set_index(["territory_id", "period"])["value"]
    assert len(shares) == 32
    assert (shares["DEG", "2015"], shares["DE1", "2017"]) == (25, 6)
    assert set(frame["obs_status"]) == {"U"}
    assert frame["note"].str.contains("year is disputed").all()
    assert shares.groupby("period").sum().tolist() == [100, 100]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("DEG,Thüringen,25,10", "DEG,Thüringen,25.02,10", "shares of 2015 sum to 100.020"),
        ("DEG,Thüringen,25,10", "DEG,Thüringen,25,9.98", "shares of 2017 sum to 99.980"),
        ("DE3,Berlin,5,6", "DE3,Bayern,5,6", "line 4: 'DE3' is not 'Bayern'"),
        ("DE3,Berlin,5,6", "DE2,Bayern,5,6", "not each of the 16"),
        ("DE3,Berlin,5,6\n", "", "not each of the 16"),
        ("DE3,Berlin,5,6", 'DE3,Berlin,"5,0",6', "line 4: share '5,0' is not a number"),
        ("share_pct_2017", "share_pct_2018", "share_pct_2017 is missing"),
    ],
)
def test_shares_that_are_no_whole_are_refused(
    put: Put, tmp_path: Path, old: str, new: str, named: str
) -> None:
    put(FILE, ("\n".join((HEADER, *LINES)) + "\n").replace(old, new))
    with pytest.raises(LayoutError, match=named):
        koenigstein_key.read(tmp_path)


def test_rounding_of_the_published_shares_is_allowed(put: Put, tmp_path: Path) -> None:
    write(put, [*LINES[:-1], "DEG,Thüringen,25.009,9.991"])
    assert len(koenigstein_key.read(tmp_path).tables["observation"]) == 32
