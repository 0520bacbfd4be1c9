"""A reader's own table in place of ways as the crow flies, worked out on paper.

Hospital a takes 100, b 250. The table names ways from cells a (100 people), b (200) and c (300),
none from d (400): of d nothing is known. b is 10 minutes from b and 40 from c, a 5 from a.
"""

from collections import OrderedDict
from pathlib import Path

import pandas as pd
import pytest

from tests.etl.invented import CELL
from tests.ui.reach.sized import made
from ui.area.where import Where
from ui.asked import asked
from ui.out.taken import NotOfferedError
from ui.out.views import VIEWS
from ui.reach import cells, offer, plainly, together, whole
from ui.reach.choice import choose
from ui.reach.way import COVERED, DISTANCE, EVERYBODY, Asked, ReachChoice, Way
from ui.reach.ways import reading, upload
from ui.reach.ways.apart import NotReadError
from ui.reach.ways.reading import BusyError, NotHereError
from ui.store import Dataset

THIN = "\u202f"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return made(tmp_path_factory.mktemp("ways"), {"a": 100, "b": 250, "c": 7})


@pytest.fixture(scope="module")
def mark(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("table") / "ways.parquet"
    ways = [("a", "a", 5.0), ("b", "b", 10.0), ("c", "b", 40.0)]
    table = pd.DataFrame(ways, columns=["origin", "destination", "minutes"])
    table["origin"] = table["origin"].map(CELL).astype("uint64")
    table.to_parquet(file)
    return reading.load(file, dataset)


def choice(mark: str, minutes: int) -> ReachChoice:
    way = Way("health", EVERYBODY, COVERED, minutes, 1.0, need=1000.0, own=mark)
    return ReachChoice(way, Where(3, ()))


def test_ways_of_ones_own_decide_who_is_in_reach(dataset: Dataset, mark: str) -> None:
    """In 30 minutes a and b reach a place, c does not; in 50 minutes 50 of c find room in b."""
    text = together.finding(dataset, choice(mark, 30)).replace(THIN, " ")
    assert "Of the 600 people in need your table tells of, 50 % are served, 0 % reach only" in text
    text = together.finding(dataset, choice(mark, 50)).replace(THIN, " ")
    assert "Of the 600 people in need your table tells of, 58 % are served, 42 % reach only" in text
    rows = cells.cells_table(dataset, choice(mark, 30)).set_index("cell")
    assert rows.loc[f"{CELL['c']:x}", "nearest_minutes"] == 40
    assert rows.loc[f"{CELL['c']:x}", "out_percent"] == 100


def test_what_the_table_does_not_name_is_unknown_and_told(dataset: Dataset, mark: str) -> None:
    rows = cells.cells_table(dataset, choice(mark, 30)).set_index("cell")
    row = rows.loc[f"{CELL['d']:x}"]
    assert pd.isna(row["nearest_minutes"]) and pd.isna(row["out_percent"])
    assert row["obs_status"] == "L"
    text = plainly.plainly(dataset, choice(mark, 30))
    assert "Minutes are of your own table. One place it does not name is left out." in text
    assert "400 residents live where" in text
    assert "as the crow flies" not in text


def test_a_fraction_is_not_told_as_the_whole(dataset: Dataset, mark: str) -> None:
    """The table tells of 600 of 1,000; of region XA112 of the 300 of c, not of the 400 of d."""
    way = Way("health", EVERYBODY, DISTANCE, 30, 1.0, own=mark)
    text = together.finding(dataset, ReachChoice(way, Where(3, ()))).replace(THIN, " ")
    assert "50 % of the 600 residents your table tells of, 300 people, live more than" in text
    row = whole.whole_of(dataset, way, "XA112")
    text = whole.sentence(dataset, ReachChoice(way, Where(3, ())), row).replace(THIN, " ")
    assert "40 minutes to the nearest on average, known for 43 % of residents." in text
    assert "as a whole" not in text


def test_a_table_is_found_by_its_mark_and_no_other_way(dataset: Dataset, mark: str) -> None:
    with asked({"for": "health", "ways": mark}):
        assert choose(dataset).way.own == mark
    with pytest.raises(NotOfferedError), asked({"for": "health", "ways": "0" * 16}):
        choose(dataset)
    parameters = {each.name: each for each in VIEWS["reach"].parameters(dataset, {})}
    assert parameters["ways"].allowed == ("crow",), "marks of others are not told"


def test_a_table_that_was_pushed_out_is_refused_and_right_once_given_again(
    dataset: Dataset, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, wanted = reading.table_of(mark), Asked("health", "all", own=mark)
    assert here is not None
    with monkeypatch.context() as without:
        without.setattr(reading, "_kept", OrderedDict())
        with pytest.raises(NotHereError, match="give it again"):
            offer.offer_of(dataset, wanted)
    monkeypatch.setattr(reading, "_kept", OrderedDict({mark: here}))
    found = offer.offer_of(dataset, wanted)
    assert (len(found.rows), found.without_ways) == (2, 1)


def test_a_table_pushed_out_in_between_is_a_refusal_not_a_fault(
    dataset: Dataset, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the controls still find is gone when the places are asked for."""
    monkeypatch.setattr(reading, "_kept", OrderedDict())
    monkeypatch.setattr(upload, "table_of", lambda mark: pd.DataFrame())
    offer.offer_of.clear()
    with pytest.raises(NotOfferedError, match="give it again") as refused:
        VIEWS["reach"].take(dataset, {"for": "health", "ways": mark})
    assert refused.value.name == "ways" and refused.value.allowed == ("crow",)


def test_a_page_begins_anew_where_a_table_is_pushed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    anew = []
    monkeypatch.setattr(upload.st, "rerun", lambda: anew.append(1))
    with upload.still_here():
        reading.kept_table("0" * 16)
    assert anew == [1]


def test_a_bad_table_changes_nothing_and_says_where(dataset: Dataset, tmp_path: Path) -> None:
    file = tmp_path / "bad.parquet"
    table = pd.DataFrame({"origin": [CELL["a"]], "destination": ["nowhere"], "minutes": [1.0]})
    table.to_parquet(file)
    with pytest.raises(NotReadError) as refused:
        reading.load(file, dataset)
    assert str(refused.value).split("\n") == [
        "Nothing is used: 1 of 1 rows cannot be.",
        "Row 1, column destination: 'nowhere' is the id of no known place.",
    ]


def test_what_is_no_parquet_is_not_opened(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ways.parquet"
    file.write_bytes(b"\x1f\x8b not a table")
    with pytest.raises(NotReadError, match="no Parquet"):
        reading.load(file, dataset)
    with pytest.raises(NotReadError, match="no file"):
        reading.load(tmp_path / "none.parquet", dataset)
    monkeypatch.setattr(reading, "LARGEST_BYTES", 3)
    with pytest.raises(NotReadError, match="more than"):
        reading.load(file, dataset)


def test_one_table_is_read_at_a_time(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever waits in vain is told so; the next one reads, also after a reading that failed."""
    file = tmp_path / "ways.parquet"
    pd.DataFrame({"origin": [1], "destination": ["a"], "minutes": [1.0]}).to_parquet(file)
    refusals: list[str] = []

    def read(_file: Path, _dataset: Dataset) -> pd.DataFrame:
        with pytest.raises(BusyError) as busy:
            reading.load(file, dataset)
        refusals.append(str(busy.value))
        raise NotReadError("The first fails.")

    monkeypatch.setattr(reading, "read", read)
    monkeypatch.setattr(reading, "_WAIT_SECONDS", 0.01)
    for _ in range(2):
        with pytest.raises(NotReadError, match="The first fails"):
            reading.load(file, dataset)
    assert refusals == ["Another table is being read; try again in a minute."] * 2
