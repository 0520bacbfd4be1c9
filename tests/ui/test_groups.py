"""Own groups as a control: named and filled on a page, read from an address without one."""

import re
from collections.abc import Iterator

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from ui import groups as control
from ui import named
from ui.asked import asked
from ui.group_text import Group
from ui.out.taken import NotOfferedError
from ui.store import Dataset

REGIONS = pd.DataFrame(
    {
        "territory_id": ["AT", "IT", "ITG1", "ITH1", "AT33"],
        "level": [0, 0, 2, 2, 2],
        "country": ["AT", "IT", "IT", "IT", "AT"],
        "name": ["Austria", "Italy", "Sicilia", "Bolzano", "Tirol"],
    }
)


def forget() -> None:
    """What was remembered of the same dataset with other regions."""
    named.places_of.cache_clear()  # type: ignore[attr-defined]
    control._labels.cache_clear()  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def five_regions(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(named, "ask", lambda _dataset, _question: REGIONS)
    forget()
    yield
    forget()


def page() -> None:
    from datetime import datetime

    import streamlit as st

    from ui.groups import groups
    from ui.store import Dataset

    found = groups(Dataset("Test", "/nowhere", datetime(2025, 1, 1)))
    st.text(repr([(each.name, each.territories) for each in found]))


def run(group: str = "") -> AppTest:
    test = AppTest.from_function(page)
    if group:
        test.query_params["group"] = group
    return test.run()


def test_groups_are_named_filled_and_kept_in_the_address() -> None:
    test = run()
    assert test.text[0].value == "[]"
    test.button(key="group_new").click().run()
    test.text_input(key="group_name_0").set_value("Alpine: <b>").run()
    test.multiselect(key="group_of_0").set_value(["ITH1", "AT33"]).run()
    assert not test.exception
    assert test.text[0].value == "[('Alpine: <b>', ('ITH1', 'AT33'))]"
    assert test.query_params["group"] == "Alpine~3A <b>:ITH1.AT33"
    test.button(key="group_new").click().run()
    assert test.multiselect(key="group_of_1").value == [], "the new one is edited"
    assert test.query_params["group"] == "Alpine~3A <b>:ITH1.AT33;Group 2:"
    test.button(key="group_gone").click().run()
    assert test.query_params["group"] == "Alpine~3A <b>:ITH1.AT33"


def test_a_link_brings_its_groups_and_says_what_it_could_not_read() -> None:
    test = run("Mine:ITG1.XX9;Mine:AT33")
    assert test.text[0].value == "[('Mine', ('ITG1',)), ('Mine (2)', ('AT33',))]"
    assert "XX9" in test.caption[0].value
    test.text_input(key="group_name_0").set_value("Mine (2)").run()
    assert "Mine (2) (2)" in test.text[0].value, "two names are never the same"


def test_an_emptied_name_keeps_the_old_one() -> None:
    test = run("Mine:ITG1")
    test.text_input(key="group_name_0").set_value("  ").run()
    assert test.text[0].value == "[('Mine', ('ITG1',))]"


def test_without_a_page_the_address_alone_is_read(dataset_of_five: Dataset) -> None:
    with asked({"group": "Alpine:ITH1.AT33"}) as found:
        assert control.groups(dataset_of_five) == (Group("Alpine", ("ITH1", "AT33")),)
    assert found.filters == {"group": "Alpine:ITH1.AT33"}
    with asked({}) as found:
        assert control.groups(dataset_of_five) == ()
    assert found.filters == {} and found.usual == {"group": "none"}
    with asked({"group": "Alpine:ITH1.XX9;Empty:"}, strict=False) as found:
        assert control.groups(dataset_of_five) == (Group("Alpine", ("ITH1",)),)
    assert found.filters == {"group": "Alpine:ITH1"}, "a file can be asked for with this"
    wrong = re.escape("XX9")
    with pytest.raises(NotOfferedError, match=wrong), asked({"group": "Alpine:ITH1.XX9"}):
        control.groups(dataset_of_five)


@pytest.fixture
def dataset_of_five() -> Dataset:
    from datetime import datetime

    return Dataset("Test", "/nowhere", datetime(2025, 1, 1))
