"""New hospitals as worked out on paper, in the four invented cells of `tests.etl.invented`.

One hospital, in a: within 10 km it has the 100 people of a and the 200 of b. The 300 of c and the
400 of d, both of region XA112, have none, and no cell is near enough to reach two of the four.
"""

import numpy as np
import pytest

from analysis.catchment.model import StoppedError
from tests.etl.invented import CELL
from tests.ui.reach.sized import made
from ui.area.where import Where
from ui.asked import asked
from ui.out.stop import STOP, Stop
from ui.reach.way import DISTANCE, EVERYBODY, Way
from ui.sites import drawn, listed, rows, say
from ui.sites.asked import SitesChoice, Task
from ui.sites.choice import choose
from ui.sites.plans import answer_of
from ui.sites.problem import problem_of
from ui.store import Dataset

WAY = Way("health", EVERYBODY, DISTANCE, 10, 1.0)


@pytest.fixture(scope="module")
def one_hospital(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return made(tmp_path_factory.mktemp("one"), {"a": 100})


def task(many: int, takes: float | None = None, way: Way = WAY) -> Task:
    return Task(way, Where(3, ()), many, takes)


def told(text: str) -> str:
    return text.replace("\u202f", " ")


def test_the_first_place_goes_where_most_have_none(one_hospital: Dataset) -> None:
    problem = problem_of(one_hospital, task(1))
    assert (problem.total, problem.without) == (1000, 700)
    cells = {name: f"{cell:x}" for name, cell in CELL.items()}
    table = rows.sites_of(one_hospital, SitesChoice(task(2)))
    assert table["cell"].tolist() == [cells["d"], cells["c"]]
    assert table["newly_reached"].tolist() == [400, 300]
    assert table["reached_so_far"].tolist() == [400, 700]
    # XA112 has 700 people and nobody in reach today.
    assert table["worst_added_points"].tolist() == pytest.approx([400 / 7, 300 / 7])
    answer = answer_of(one_hospital, task(1))
    assert answer.proven
    assert answer.by_number.tolist() == [0, 400, 700]
    assert told(say.finding(one_hospital, SitesChoice(task(1)))) == (
        "**One new hospital would bring 400 of the 700 residents who have no known hospital "
        "within 10 km within reach of one.** No other choice of one among two cells on offer "
        "reaches more: proven best. XA112, "
        "Pseudo\\-Accents, where fewest reach one today, rises from 0 to 57 %."
    )


def test_work_that_nobody_waits_for_ends_and_nothing_of_it_is_kept(one_hospital: Dataset) -> None:
    """Asked at each step, it ends at whichever it is told to; asked anew, it is worked out."""
    takes = task(1, takes=333)
    problem_of(one_hospital, takes)
    asked_at: list[int] = []
    for last in range(40):
        steps = iter([True] * last + [False] * 99)
        try:
            answer_of(one_hospital, takes, lambda share, left=steps: next(left))  # type: ignore[misc]
        except StoppedError:
            asked_at.append(last)
            continue
        break
    # Before the problem, in the search, for each point of the frontier, for each site tried.
    assert len(asked_at) > 12
    stop = Stop()
    stop.stop()
    token = STOP.set(stop)
    try:
        with pytest.raises(StoppedError):
            rows.sites_of(one_hospital, SitesChoice(task(1, takes=334)))
    finally:
        STOP.reset(token)
    assert len(rows.sites_of(one_hospital, SitesChoice(task(1, takes=334)))) == 1


def test_shares_of_territories_before_and_after(one_hospital: Dataset) -> None:
    table = rows.territories_of(one_hospital, SitesChoice(task(1)))
    assert table.index.tolist() == ["XA112", "XA111"], "who reach least come first"
    assert table["before_percent"].tolist() == [0, 100]
    assert table["after_percent"].tolist() == pytest.approx([400 / 7, 100])
    assert table["newly_reached"].tolist() == [400, 0]
    assert "57 % then: 400 more." in told(listed.territory(SitesChoice(task(1)), table, "XA112"))


def test_a_place_that_takes_few_leaves_the_others_without(one_hospital: Dataset) -> None:
    """350 in d, 300 in c: at most 700 could be taken, so that is within 7.7 % of the best."""
    answer = answer_of(one_hospital, task(2, takes=350))
    assert answer.most.reached == pytest.approx(650)
    assert answer.bound >= 650
    assert answer.by_number.tolist() == pytest.approx([0, 350, 650])


def test_more_places_than_cells_are_as_many_as_can_help(one_hospital: Dataset) -> None:
    answer = answer_of(one_hospital, task(50))
    assert answer.most.reached == 700
    text = told(say.finding(one_hospital, SitesChoice(task(50))))
    assert text.startswith("**Two new hospitals would bring all 700 residents")


@pytest.mark.parametrize("takes", [None, 200.0])
def test_where_everybody_has_one_nobody_is_newly_reached(
    one_hospital: Dataset, takes: float | None
) -> None:
    far = Way("health", EVERYBODY, DISTANCE, 100, 1.0)
    choice = SitesChoice(task(3, takes=takes, way=far))
    assert "Everybody of whom it can be told" in say.finding(one_hospital, choice)
    assert len(rows.sites_of(one_hospital, choice)) == 0
    assert (
        len(rows.with_words(one_hospital, choice, rows.territories_of(one_hospital, choice))) == 2
    )


def test_the_map_tells_today_from_then(one_hospital: Dataset) -> None:
    choice = SitesChoice(Task(WAY, Where(3, ("XA",)), 1))
    picture = drawn.picture_of(one_hospital, choice)
    names = {f"{cell:x}": name for name, cell in CELL.items()}
    found = {names[code]: row for code, row in picture.rows.iterrows()}
    assert {name: row["map_class"] for name, row in found.items()} == {
        "a": 0,
        "b": 0,
        "c": 2,
        "d": 1,
    }
    assert found["d"]["label"] == "0 % today, 100 % then"
    ((x, y, number),) = picture.marks
    assert number == "1"
    assert np.isfinite([x, y]).all()


def test_an_address_says_what_is_chosen(one_hospital: Dataset) -> None:
    values = {"sites": "7", "aim": "3", "km": "20", "level": "1", "takes": "250", "detour": "1"}
    with asked(values) as read:
        choice = choose(one_hospital)
    assert read.filters == values
    assert (choice.task.many, choice.aim, choice.task.takes) == (7, "3", 250)
    assert (choice.task.way.km, choice.task.where.level, choice.task.way.detour) == (20, 1, 1.0)
    with asked({}) as read:
        choose(one_hospital)
    assert read.filters == {}
