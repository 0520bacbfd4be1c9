"""What the page offers to take in and away."""

import pandas as pd
import pytest

from etl import own
from ui.area.where import Where
from ui.partnership import tables
from ui.partnership.choice import SEATS, Choice
from ui.partnership.words import POWER

ASKED = pd.DataFrame(
    {
        "territory_id": ["EU27_2020", "AT11", "NO02", "IT"],
        "level": ["eu", "local", "local", "national"],
    }
)


def test_every_table_a_reader_is_asked_for_can_be_added() -> None:
    assert set(tables.OWN) <= set(own.TABLES)


@pytest.mark.parametrize(
    ("countries", "expected"),
    [
        ((), ["EU27_2020", "AT11", "NO02", "IT"]),
        (("AT",), ["EU27_2020", "AT11"]),
        # The EU asks for its members.
        (("NO",), ["NO02"]),
    ],
)
def test_consultations_are_those_of_the_countries_and_their_union(
    monkeypatch: pytest.MonkeyPatch, countries: tuple[str, ...], expected: list[str]
) -> None:
    monkeypatch.setattr("ui.partnership.tables.ask", lambda *_: ASKED)
    choice = Choice(SEATS, "all", Where(2, countries))
    assert tables.asked(None, choice)["territory_id"].tolist() == expected  # type: ignore[arg-type]


def test_the_scale_has_five_steps_in_words() -> None:
    assert list(POWER) == [0, 1, 2, 3, 4]
    assert len({words.split(":")[0] for words in POWER.values()}) == 5
