"""Every view by its address: rows with all they need to be cited, filters that are refused."""

import pytest

from tests.pages.spoken import MARKED, bracketed
from ui.language import speaking
from ui.out.taken import ABOUT, NotOfferedError
from ui.out.views import PAGE_OF, VIEWS, filters_of
from ui.store import Dataset

_PLANS = "Winter:arrive.5000.unmet.residents,lose.10;Budget:add.eur.1000000.365.worst.residents"
OTHERS = {
    "figures": [{"short": "places", "in": "IT"}, {"km": "35", "level": "3", "in": "AT"}],
    "alliances": [{"by": "task_nl"}, {"show": "small", "borders": "across"}],
    "gaps": [{"level": "0", "norm": "0.8"}, {"show": "need"}, {"form": "tiles"}],
    "protection": [{"show": "narrowest"}],
    "reach": [{"for": "reception", "whom": "asylum_applicants", "show": "places"}],
    "sponsorship": [{"show": "ratio"}, {"show": "short"}],
    "partnership": [{"view": "missing"}, {"view": "network"}, {"view": "seats"}],
    "digital": [{"view": "services"}, {"view": "on_site"}],
    "vision": [{"weigh_funds": "0", "combining": "geometric"}],
    "vision-matrix": [{"aspects": "covered_all.fund_each"}],
    "knowledge": [{"kind": "capacity", "level": "0"}],
    "scenario": [{"level": "0", "plan": _PLANS, "look": "2"}],
    "scenario-ledger": [{"level": "0", "plan": _PLANS}],
    "scenario-compared": [{"level": "0", "plan": _PLANS}],
}
# Without a plan nothing moves.
EMPTY = {"scenario-ledger"}
ASKED = [(name, values) for name in VIEWS for values in ({}, *OTHERS.get(name, []))]


@pytest.mark.parametrize(("name", "values"), ASKED)
def test_rows_of_every_view_say_what_they_are_of(
    open_data: Dataset, name: str, values: dict[str, str]
) -> None:
    taken = VIEWS[name].take(open_data, values)
    assert dict(taken.filters) == values
    rows = taken.frame()
    assert len(rows) > 0 or (name in EMPTY and not values)
    for column in ("filters", "dataset", "dataset_built", "citation"):
        assert rows[column].nunique() == min(len(rows), 1) and rows[column].notna().all()
    assert all(f"{key}={value}" in rows["filters"].iloc[0] for key, value in values.items())
    silent = [each.name for each in taken.schema if not (each.metadata or {}).get(ABOUT)]
    assert silent == [], "every column says what it holds"
    terms = [each for each in rows if "licence" in each or each == "source_title"]
    assert terms or name == "knowledge"


@pytest.mark.parametrize("name", ["alliances", "plan", "vision", "vision-matrix", "gaps"])
def test_rows_are_in_english_whatever_the_page_speaks(open_data: Dataset, name: str) -> None:
    english = VIEWS[name].take(open_data, {}).frame()
    with bracketed(), speaking(MARKED):
        assert VIEWS[name].take(open_data, {}).frame().equals(english)


@pytest.mark.parametrize("name", list(VIEWS))
def test_what_a_view_does_not_have_is_refused_with_what_it_has(
    open_data: Dataset, name: str
) -> None:
    with pytest.raises(NotOfferedError, match="colour") as refused:
        VIEWS[name].take(open_data, {"colour": "red"})
    names = tuple(each.name for each in VIEWS[name].parameters(open_data, {}))
    assert refused.value.allowed == names
    assert VIEWS[name].grain.startswith("One row per")


def test_filters_that_depend_on_others_are_offered_once_those_are_chosen(
    open_data: Dataset,
) -> None:
    hospital, places = (
        {each.name for each in VIEWS["figures"].parameters(open_data, values)}
        for values in ({}, {"short": "places"})
    )
    assert "km" in hospital - places
    assert "period" in places - hospital


def test_an_address_keeps_only_what_its_view_has(open_data: Dataset) -> None:
    address = {"level": "0", "at": "IT", "table": "1", "data": "published", "in": "IT.XX"}
    assert filters_of(open_data, "gaps", address) == {"level": "0", "in": "IT"}


def test_a_filter_filters(open_data: Dataset) -> None:
    every, some = (
        VIEWS["gaps"].take(open_data, values).frame() for values in ({}, {"in": "HU.PL"})
    )
    assert set(some["country"]) == {"HU", "PL"} < set(every["country"])
    here = every[every["country"].isin(["HU", "PL"])].set_index("territory_id")
    shown = ["need", "capacity", "gap", "answer"]
    assert here[shown].sort_index().equals(some.set_index("territory_id")[shown].sort_index())


def test_every_view_belongs_to_a_page_there_is() -> None:
    from pathlib import Path

    pages = {path.stem for path in (Path(__file__).parents[3] / "pages").glob("*.py")}
    assert set(PAGE_OF.values()) <= pages
