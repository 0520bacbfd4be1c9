"""The steps as rows: every territory and step is there, the unknown with who could publish it."""

from pathlib import Path

import pytest

from ui.area.where import Where
from ui.protection import rows, words
from ui.protection.choice import NARROWEST, Choice
from ui.protection.step_words import WHO_COULD
from ui.protection.view import View, view_of
from ui.store import Dataset, current


@pytest.fixture
def dataset(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


@pytest.fixture
def spain(dataset: Dataset) -> View:
    return view_of(dataset, Choice("unaccompanied_children", NARROWEST, Where(2, ("ES",))))


def test_every_territory_has_every_step_once(spain: View) -> None:
    found = rows.funnels(spain)
    assert len(found) == 6 * len(spain.narrow.rows) == 6 * 19
    assert not found.duplicated(["territory_id", "step"]).any()


def test_unknown_is_empty_not_zero_and_says_who_could_publish(spain: View) -> None:
    found = rows.funnels(spain)
    unknown = found[found["state"] == "unknown"]
    assert set(unknown["who_could_publish"]) <= set(WHO_COULD.values())
    assert unknown["value"].isna().all() and len(unknown) > 0
    known = found[found["step"] == "People counted"]
    assert known["source_id"].notna().all() and known["source_line"].notna().all()


def test_a_territory_that_publishes_nothing_is_unknown_at_every_step(dataset: Dataset) -> None:
    view = view_of(dataset, Choice("women_at_risk", NARROWEST, Where(0, ("FR",))))
    assert (view.steps_of("FR")["state"] == "unknown").all()
    assert "nobody publishes how many" in words.territory(view, "FR")[0]


def test_no_column_leads_to_a_facility(spain: View) -> None:
    assert not {"facility_id", "lon", "lat", "cell"} & set(rows.funnels(spain).columns)


@pytest.mark.parametrize(
    ("lower", "upper", "state", "text"),
    [
        (0.0, 120.0, "unknown", "unknown, at most 120"),
        (40.0, float("nan"), "unknown", "unknown, at least 40"),
        (30.0, 30.0, "known", "30"),
        (30.0, float("nan"), "bounded", "at least 30"),
    ],
)
def test_a_count_is_never_a_bare_zero_where_it_is_unknown(
    lower: float, upper: float, state: str, text: str
) -> None:
    assert words.count(lower, upper, state) == text
