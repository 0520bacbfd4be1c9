"""The Compare page as a program runs it: a published figure, own groups, an example, nobody."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import said, shown
from ui.out.taken import NotOfferedError
from ui.out.views import VIEWS
from ui.store import current


def run(**address: str) -> AppTest:
    return shown("compare", **address)


def test_the_places_of_two_countries_from_the_transcribed_rows_to_the_sentence(
    served: Path,
) -> None:
    """reception_national.csv, line 60: 36,566 places in the Netherlands on 31 December 2021, for
    17,475,415 residents; line 86: 34,062 in Spain in June 2025, for 47,432,893.
    """
    app = run(**{"with": "ES.NL", "areas": "reception"})
    text = said(app)
    assert app.title[0].value == "How do Spain and Netherlands compare?"
    assert pytest.approx(2.1, abs=0.01) == 36_566 / 17_475.415
    assert pytest.approx(0.72, abs=0.01) == 34_062 / 47_432.893
    assert (
        "Netherlands 2.1 per 1,000 residents (31 December 2021), Spain 0.7 per 1,000 residents "
        "(June 2025): 2.9 times as high. The dates differ."
    ) in text
    assert "No difference between them is certain." in text


def test_a_hostile_name_of_a_group_is_only_a_name(served: Path) -> None:
    name = "<img src=x onerror=alert(1)> **b** [a](http://evil.example)"
    text = said(run(**{"with": "ES", "areas": "reception", "group": f"{name}:NL11.NL12"}))
    assert "\\<img" in text and "\\*\\*b" in text
    assert "](http" not in text and "<img" not in text.replace("\\<img", "")


def test_where_nothing_is_chosen_an_example_is_shown_and_a_peer_can_be_added(
    served: Path,
) -> None:
    app = run(areas="sponsorship")
    assert "An example: Sicilia and its nearest peers abroad." in said(app)
    button = next(each for each in app.button if str(each.key).startswith("peer_"))
    code = str(button.key).removeprefix("peer_")
    button.click().run()
    assert not app.exception and "An example" not in said(app)
    chosen = app.multiselect(key="with").value
    assert len(chosen) == 5 and chosen[0] == "ITG1" and chosen[-1] == code


def test_a_territory_of_which_nothing_is_known_is_told_so(served: Path) -> None:
    text = said(run(**{"with": "XK00", "areas": "sponsorship"}))
    assert "Nothing is known by which" in text


def test_a_group_for_which_there_is_no_room_is_named(served: Path) -> None:
    address = {"with": "IT.ES.FR.DE.PL.SE.AT.BE", "group": "Alpine:ITH1.AT33"}
    assert "Not shown: Alpine. There is room for 8 columns at most" in said(run(**address))
    dataset = current()
    assert dataset is not None
    with pytest.raises(NotOfferedError, match="8 columns at most"):
        VIEWS["compare"].take(dataset, address)
