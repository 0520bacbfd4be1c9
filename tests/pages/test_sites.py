"""The Sites page as a program runs it: real hospitals, generated centres, its files."""

from pathlib import Path

import pytest

from tests.pages.shown import said, shown
from ui.out.views import VIEWS
from ui.store import current


def test_real_hospitals_are_told_with_proof_and_what_is_unknown(served: Path) -> None:
    text = said(shown("sites", **{"in": "AT"}, km="20", sites="3", at="AT33"))
    assert "Where would new hospitals reach most people who have none?" in text
    assert "**Three new hospitals would bring " in text
    assert "cells on offer reaches more: proven best." in text
    assert "as the crow flies, times 1.3 for detours" in text
    assert "##### Tirol, Austria " in text
    assert "of residents have one within 20 km" in text
    assert "The new places, and whom each newly reaches" in text


def test_the_files_hold_the_answer_of_the_page(served: Path) -> None:
    """What the places newly reach, each and together, and what territories gain is the same."""
    now = current("published")
    assert now is not None
    values = {"in": "AT", "km": "20", "sites": "3", "level": "1"}
    places = VIEWS["sites"].take(now, values).frame()
    assert places["site"].tolist() == [1, 2, 3]
    assert places["newly_reached"].is_monotonic_decreasing
    territories = VIEWS["sites-territories"].take(now, values).frame()
    assert set(territories["territory_id"]) == {"AT1", "AT2", "AT3"}
    together = places["newly_reached"].sum()
    assert territories["newly_reached"].sum() == pytest.approx(together)
    assert places["reached_together"].tolist() == pytest.approx([together] * 3)
    assert (places["bound"] >= places["reached_together"] - 1e-6).all()
    assert (territories["after_percent"] >= territories["before_percent"]).all()
    assert set(places["obs_status"]) == {"E"}


def test_a_country_without_register_is_unknown_not_in_need(served: Path) -> None:
    text = said(shown("sites", **{"in": "UK"}))
    assert "Nothing can be told here" in text
    assert "66.6 million residents live where no place is on record" in text
    now = current("published")
    assert now is not None
    assert VIEWS["sites"].take(now, {"in": "UK"}).frame().empty


def test_a_service_without_register_asks_for_an_assumption(served: Path) -> None:
    address = {"for": "reception", "in": "IE", "sites": "2"}
    assert "Nobody can tell who has none" in said(shown("sites", **address))
    text = said(shown("sites", **address, unlisted="none"))
    assert "is your assumption" in text
