"""What is known, as a map: classes, words, and who could publish what is missing."""

from datetime import datetime

import pandas as pd
import pytest

from analysis.classes import UNKNOWN
from analysis.patchwork import KINDS
from ui import known, known_panel
from ui.store import Dataset

DATASET = Dataset("Test", "/nowhere", datetime(2026, 1, 1))
REGIONS = pd.DataFrame(
    [
        ("AT", "Austria", "AT", 0, None),
        ("AT1", "Ostösterreich", "AT", 1, None),
        ("AT11", "Burgenland", "AT", 2, None),
        ("AT12", "Niederösterreich", "AT", 2, None),
        ("AT11+AT12", "Both", "AT", 2, "AT11+AT12"),
        ("UA", "Ukraine", "UA", 0, None),
    ],
    columns=["territory_id", "name", "country", "level", "members"],
)
KNOWLEDGE = pd.DataFrame(
    [("AT11", "use", 3, "2025-01-01", "s1"), ("AT11", "need", 1, "2012", "s1"),
     ("AT", "use", 9, "2025", "s2")],
    columns=["territory_id", "kind_id", "figures", "latest_period", "source_id"],
)  # fmt: skip


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(_dataset: Dataset, question: str, **_values: object) -> pd.DataFrame:
        return {"region": REGIONS, "knowledge": KNOWLEDGE}[question].copy()

    monkeypatch.setattr(known, "ask", answer)
    monkeypatch.setattr(known_panel, "ask", answer)


def test_a_country_without_regions_is_drawn_whole_and_joint_territories_are_not() -> None:
    rows = known.known_of(DATASET, known.ALL, 2, ()).rows
    assert list(rows.index) == ["AT11", "AT12", "UA"]


def test_how_many_kinds_are_known_none_being_unknown() -> None:
    rows = known.known_of(DATASET, known.ALL, 2, ()).rows
    assert rows["label"].to_dict() == {"AT11": "2", "AT12": "0", "UA": "0"}
    assert rows["map_class"].to_dict() == {"AT11": 1, "AT12": UNKNOWN, "UA": UNKNOWN}


def test_one_kind_shows_whose_figure_there_is_and_of_when() -> None:
    rows = known.known_of(DATASET, "use", 2, ()).rows
    assert rows["map_class"].to_dict() == {"AT11": 2, "AT12": 0, "UA": UNKNOWN}
    assert rows["label"].to_dict() == {
        "AT11": "its own, up to three years old (2025)",
        "AT12": "only for a larger territory (2025)",
        "UA": "no figure found",
    }
    old = known.known_of(DATASET, "need", 2, ()).rows
    assert old.loc["AT11", "label"] == "its own, older (2012)"


def test_every_class_has_a_name() -> None:
    for kind_id in (known.ALL, *(kind.kind_id for kind in KINDS)):
        picture = known.known_of(DATASET, kind_id, 2, ()).picture()
        assert picture.rows["map_class"].max() < len(picture.classes)


def test_states_count_every_territory_once_a_kind() -> None:
    states = known.known_of(DATASET, known.ALL, 2, ()).states()
    assert set(states.sum(axis=1)) == {3}
    assert states.loc["use"].to_dict() == {"missing": 1, "larger": 1, "older": 0, "recent": 1}


def test_sentences_count_what_the_map_draws() -> None:
    of_kind = known.sentence(known.known_of(DATASET, "use", 2, ())).replace("\u202f", " ")
    assert "**1 of 3 NUTS 2 regions** have a figure of their own" in of_kind
    assert "For 1 there is one for a larger territory only, for 1 none was found." in of_kind
    overall = known.sentence(known.known_of(DATASET, known.ALL, 2, ()))
    assert "half of the 3 NUTS 2 regions know **none** of their own" in overall.replace(
        "\u202f", " "
    )
    assert "for 2 none was found. At most two kinds are known, in Burgenland, Austria." in overall


def test_countries_narrow_the_map() -> None:
    assert list(known.known_of(DATASET, known.ALL, 2, ("UA",)).rows.index) == ["UA"]


def test_who_could_publish_names_those_who_do() -> None:
    view = known.known_of(DATASET, known.ALL, 2, ())
    assert known_panel.who_could(view, "use").endswith("Published for NUTS 2 regions in Austria.")
    assert "Published for" not in known_panel.who_could(view, "funds")


@pytest.mark.parametrize(
    ("kind_id", "asked"),
    [
        ("funds", "Where is it known: EU and national money?"),
        ("need", "Where is it known: people who need protection?"),
    ],
)
def test_a_question_goes_on_in_lower_case_but_for_names(kind_id: str, asked: str) -> None:
    assert known.question(kind_id) == asked
