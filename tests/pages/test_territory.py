"""The Territory page as a program runs it: real figures, generated ones, none at all."""

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import said, shown


def run(**address: str) -> AppTest:
    return shown("territory", **address)


def test_without_a_territory_every_country_is_offered(served: Path) -> None:
    app = run()
    assert app.title[0].value == "Which territory is it about?"
    names = [each.label for each in app.button]
    assert {"Italy", "Türkiye", "United Kingdom"} <= set(names)
    app.text_input(key="find_territory").set_value("slaskie").run()
    assert any(each.label.startswith("Śląskie, Poland") for each in app.button)


def test_a_territory_is_told_in_sentences_with_ways_to_the_pages(served: Path) -> None:
    app = run(at="NL22")
    text = said(app)
    assert app.title[0].value == "What can Gelderland offer newcomers, and what is missing?"
    assert "**Short by 1 230 places**: 89 % of what is asked for is there" in text
    assert (
        "(gaps?service=reception&whom=asylum_applicants&by=task_nl&at=NL22)" in text
        and "(funds?" in text
    )
    assert "| Reception for asylum applicants" in text
    assert len(app.header) == 13
    assert "Part of Netherlands" in [each.label for each in app.button]


def test_codes_nobody_knows_open_the_picker(served: Path) -> None:
    assert run(at="ZZ9").title[0].value == "Which territory is it about?"


def test_the_demonstration_says_so(served_both: Path) -> None:
    text = said(run(data="demonstration", at="MT"))
    assert "Demonstration: generated figures" in text
    assert "&level=0&at=MT&data=demonstration)" in text


def test_without_rows_everything_is_unknown_and_nothing_is_zero(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "bare.duckdb"
    shutil.copyfile(published.resolve(), bare)
    emptied = (
        "need", "figure", "figure_newest", "shortage", "shortage_newest", "funnel_input",
        "funding", "sponsorship", "knowledge", "at_work", "digital_service", "origin",
        "neighbour", "participation", "residents", "organisation", "partnership",
        "facility", "actor_list", "scheme",
    )  # fmt: skip
    with duckdb.connect(str(bare)) as con:
        for table in emptied:
            con.execute(f"delete from {table}")
    monkeypatch.setenv("GROUNDWORK_DATA", str(bare))
    text = said(run(at="ITG1"))
    assert "**Unknown** how many people who need protection live here" in text
    assert "**Nothing is known to be short**" in text
    assert "**Unknown**: no money is in this dataset." in text
    assert "No other territory of this map lies beside it" in text
    assert "**Unknown**: no figure is published for three dates or more." in text
