"""The Sponsorship page as a program runs it: on published, generated and no figures."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import bundle, own
from tests.etl.invented import built, world
from tests.pages.shown import said, shown
from ui.sponsorship.choice import SHOWN


def run(**address: str) -> AppTest:
    return shown("sponsorship", **address)


@pytest.mark.usefixtures("served_both")
@pytest.mark.parametrize("data", ["published", "demonstration"])
@pytest.mark.parametrize("show", list(SHOWN))
def test_every_map_can_be_shown_with_its_table(data: str, show: str) -> None:
    app = run(data=data, show=show, table="1", at="ES")
    assert app.title[0].value.endswith("?")
    assert "side" not in app.title[0].value
    assert len(app.dataframe) == 1
    text = said(app)
    hardly = "Europe publishes hardly anything on sponsorship by region" in text
    assert hardly == (data == "published")
    assert ("Demonstration: generated figures" in text) == (data == "demonstration")


@pytest.mark.usefixtures("served")
def test_persons_without_a_region_make_the_regions_intervals() -> None:
    """650 under Community Sponsorship, 575 of them in regions; 21 Communities for Afghans in
    none: 96 may have come to any region.
    """
    table = run(table="1", level="1").dataframe[0].value.set_index("territory_id")
    assert table.loc["UKK", ["count", "lower_count", "upper_count"]].tolist() == [89, 89, 185]
    assert "UKN" in table.index and table["count"].isna()["UKN"]
    assert table.loc["UKN", "upper_count"] == 96
    text = said(run(at="UKN"))
    assert "Nobody is listed here" in text and "not a published zero" in text


@pytest.mark.usefixtures("served")
def test_two_sources_of_one_scheme_are_not_added() -> None:
    """The United Kingdom: 650 + 21 by quarter since 2021; the 12 of 2025 are another source's."""
    table = run(table="1", level="0").dataframe[0].value.set_index("territory_id")
    assert table.loc["UK", "count"] == 671
    of_2025 = run(table="1", level="0", when="2025").dataframe[0].value.set_index("territory_id")
    assert of_2025.loc["UK", "count"] == 12


@pytest.mark.usefixtures("served")
def test_a_pledge_is_held_against_the_arrivals_of_its_own_time() -> None:
    text = said(run(show="ratio", pathway="humanitarian_corridor", at="IT"))
    assert "1 011 arrived of 1 000 pledged (2016 to 2017)" in text
    assert "659 arrived so far of 1 500 pledged" in text


@pytest.mark.usefixtures("served")
def test_a_running_total_is_told_as_one() -> None:
    text = said(run(pathway="private_hosting", at="UKI"))
    assert "32 562 persons" in text and "until 31 December 2025" in text


@pytest.mark.usefixtures("served")
def test_rules_stand_side_by_side_and_what_is_not_stated_says_so() -> None:
    text = said(run())
    assert "6 to 8 people" in text
    assert "5 to 12 people" in text
    assert "not stated" in text


@pytest.mark.usefixtures("served")
def test_change_is_between_two_whole_years() -> None:
    # 2022: 48; 2023: 6 + 3 + 5 = 14; 2024 has three quarters only.
    assert "Arrivals here fell from 48 in 2022 to 14 in 2023" in said(run(at="UKK"))


@pytest.mark.usefixtures("served")
def test_short_reception_names_sponsors_or_says_that_nobody_knows() -> None:
    text = said(run(show="short", level="0", at="PL"))
    assert "No source says whether anybody sponsors here" in text
    assert "sponsors unknown" in text


@pytest.mark.usefixtures("served")
def test_codes_nobody_knows_are_passed_over() -> None:
    app = run(show="x", pathway="y", scheme="z", when="1900", at="ZZ9", level="9")
    assert app.title[0].value == "Where do people arrive through community sponsorship?"


@pytest.fixture
def own_scheme(served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An invented world with a figure of a user's own scheme, which no table describes."""
    file = tmp_path / "sponsorship.csv"
    header = "scheme_id,territory_id,period,sponsor_groups,pledged_places,arrivals_persons,note"
    file.write_text(f"{header}\n*mine*,XA11,2024,3,20,12,\n", encoding="utf-8")
    target = tmp_path / "own.duckdb"
    bundle.write(tmp_path / "bundle", world([]), ())
    workspace = own.Workspace(tmp_path / "own", tmp_path / "bundle", target)
    own.add(workspace, file, "sponsorship", lambda _: None)
    monkeypatch.setenv("GROUNDWORK_OWN", str(target))


@pytest.mark.usefixtures("own_scheme")
def test_a_scheme_of_one_s_own_is_shown_as_declared_by_its_key() -> None:
    app = run(data="own", pathway="other", at="XA11")
    text = said(app)
    assert "12 arrived against 20 places pledged (2024): 60 for 100" in text
    assert "\\*mine\\*" in text and "declared" in text


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A dataset without a scheme or a figure of one."""
    with built(tmp_path, world([])) as con:
        (file,) = con.execute("select path from duckdb_databases() where not internal").fetchone()
    monkeypatch.setenv("GROUNDWORK_DATA", file)
    yield


@pytest.mark.usefixtures("nothing")
def test_without_any_scheme_the_page_says_what_is_missing_and_who_could_say_it() -> None:
    app = run()
    text = said(app)
    assert "**Unknown.**" in text and "not the same as no sponsors" in text
    assert "could publish" in text
    assert not app.dataframe
