"""Peers of a territory in the dataset: its level, whom they are looked for among, why they are."""

from pathlib import Path

import pandas as pd
import pytest

from ui import store
from ui.compare.context import BY_FACT, facts_of
from ui.compare.peers import ABROAD, EVERY, HOME, MOST, found_peers, peers_of, why
from ui.store import Dataset
from ui.words import THIN


@pytest.fixture
def open_data(served: Path) -> Dataset:
    found = store.current(store.PUBLISHED)
    assert found is not None
    return found


def test_peers_are_of_its_level_in_order_and_each_says_why(open_data: Dataset) -> None:
    rows = peers_of(open_data, "ITG1")
    assert len(rows) == MOST and "ITG1" not in rows.index
    assert set(rows["level"]) == {2} and rows["distance"].is_monotonic_increasing
    parts = rows[[f"part_{each}" for each in EVERY]]
    assert parts.sum(axis=1).to_list() == pytest.approx([1.0] * MOST)
    assert parts.notna().sum(axis=1).equals(rows["shared"].rename(None))
    own = facts_of(open_data, 2).T["ITG1"]
    text = why(rows.iloc[0], own, EVERY)
    assert text.startswith("Most alike in ") and "of what sets them apart" in text


def test_only_the_facts_chosen_count(open_data: Dataset) -> None:
    rows = peers_of(open_data, "ITG1", ["gdp"])
    facts = facts_of(open_data, 2)["gdp"].dropna()
    away = (facts / facts["ITG1"] - 1).abs().drop("ITG1")
    assert abs(rows["gdp"].iloc[0] / facts["ITG1"] - 1) == pytest.approx(away.min())
    assert rows["part_gdp"].eq(1).all() or rows["distance"].iloc[0] == 0
    assert rows["part_residents"].isna().all()


def test_home_and_abroad_part_all(open_data: Dataset) -> None:
    every, abroad, home = (
        found_peers(open_data, "ITG1", EVERY, among) for among in ("all", ABROAD, HOME)
    )
    assert every.compared == abroad.compared + home.compared
    assert set(home.rows["country"]) == {"IT"} and "IT" not in set(abroad.rows["country"])


def test_where_nothing_is_known_nobody_is_a_peer(open_data: Dataset) -> None:
    found = found_peers(open_data, "XK00")
    assert found.rows.empty and found.compared == 0 and found.apart > 300
    assert set(found.silent) == set(EVERY)
    assert peers_of(open_data, "nowhere").empty


def test_peers_share_at_least_half_of_what_is_known_here(open_data: Dataset) -> None:
    known = facts_of(open_data, 2).loc["UKC1", list(EVERY)].notna().sum()
    assert (peers_of(open_data, "UKC1")["shared"] * 2 >= known).all()


def test_a_sentence_names_what_is_left_out() -> None:
    facts = dict.fromkeys(EVERY) | {"residents": 1e6, "density": 100.0}
    parts: dict[str, object] = {f"part_{each}": None for each in EVERY}
    parts |= {"part_residents": 0.25, "part_density": 0.75, "distance": 1.0}
    of = pd.Series({"residents": 2e6, "density": 400.0})
    assert why(pd.Series(facts | parts), of, ("residents", "density", "gdp")) == (
        f"Most alike in residents (1{THIN}million against 2{THIN}million); least in density "
        f"(100 per km² against 400 per km²), 75{THIN}% of what sets them apart. "
        "Left out, as unknown: GDP per head."
    )


def test_the_middle_of_an_interval_is_called_so() -> None:
    facts = dict.fromkeys(EVERY) | {"newcomers": 6.5}
    parts: dict[str, object] = {f"part_{each}": None for each in EVERY}
    parts |= {"part_newcomers": 1.0, "distance": 1.0}
    wide = {"newcomers_lower": 6.0, "newcomers_upper": 7.0}
    here, there = pd.Series(facts | parts | wide), pd.Series({"newcomers": 6.6} | wide)
    assert "(about 6.5 against about 6.6, middles of intervals)" in why(here, there, ("newcomers",))
    there = pd.Series({"newcomers": 6.6, "newcomers_lower": 6.6, "newcomers_upper": 6.6})
    assert "(about 6.5 against 6.6, the middle of an interval)" in why(here, there, ("newcomers",))


def test_facts_are_of_one_date_a_level(open_data: Dataset) -> None:
    for level in range(4):
        rows = facts_of(open_data, level)
        assert rows["gdp_period"].nunique() == 1 and rows["newcomers_period"].nunique() == 1
        assert rows.index.is_unique
        known = rows[rows["newcomers"].notna()]
        assert (known["newcomers_lower"] <= known["newcomers"] + 1e-9).all()
        assert (known["newcomers"] <= known["newcomers_upper"] + 1e-9).all()
    shares = facts_of(open_data, 3)["urban_percent"].dropna()
    assert set(shares) == {0, 50, 100} and set(BY_FACT) <= set(facts_of(open_data, 2))
