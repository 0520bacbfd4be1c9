"""The Figures page run without a browser: every question at every level, and odd addresses."""

import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import INDICATORS
from ui import frame
from ui.store import PUBLISHED
from ui.words import LEVELS

ROOT = Path(__file__).parents[2]


def run(**address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "pages/figures.py"), default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def text(page: AppTest) -> str:
    return "\n".join(str(each.value) for each in [*page.title, *page.markdown, *page.caption])


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.indicator_id)
@pytest.mark.parametrize("level", LEVELS)
def test_every_question_is_answered_at_every_level(served, indicator, level) -> None:
    page = run(short=indicator.indicator_id, level=str(level))
    assert not page.exception
    assert page.title[0].value == indicator.question.format(km=20)
    assert len(page.metric) == 3
    assert "unknown" in text(page)


def test_a_national_figure_is_never_painted_over_regions(served) -> None:
    page = run(short="need", level="3", **{"in": "IT"})
    assert "published for countries only" in text(page)
    assert any("countries" in str(each.label) for each in page.metric)


def test_an_address_nobody_offers_is_passed_over(served) -> None:
    """Unknown codes of a mistyped or older link fall back to the usual choice."""
    page = run(short="<script>", level="9", km="7", whom="martians", at="XX99", **{"in": "IT.ZZ"})
    assert not page.exception
    assert page.title[0].value == "Who has no hospital within 20 km?"
    assert page.sidebar.multiselect[0].value == ["IT"]


def test_a_country_that_publishes_nothing_is_unknown_not_zero(served) -> None:
    page = run(short="places", **{"in": "UA"})
    assert not page.exception
    assert "all are unknown, not zero" in text(page)


def test_a_territory_is_explained_with_its_source(served) -> None:
    page = run(short="hosted", at="ITG1", **{"in": "IT"})
    said = text(page)
    assert "**10 477 people hosted** on 15 September 2025" in said.replace("\u202f", " ")
    assert "accoglienza" in said
    # Sicilia,2025-09-15: 4,287 in centres and 6,190 in SAI; the 1,529 in hotspots are apart.
    assert "line 2796" in said


def test_without_a_dataset_the_app_builds_one(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests' dataset is made by the command itself; here a quicker one stands for it."""
    target = tmp_path / "published.duckdb"
    monkeypatch.setenv("GROUNDWORK_DATA", str(target))
    quicker = "import shutil, sys; shutil.copyfile(*sys.argv[1:]); print('built')"
    asked: list[str] = []

    def command(kind: str) -> list[str]:
        asked.append(kind)
        return [sys.executable, "-c", quicker, str(published.resolve()), str(target)]

    monkeypatch.setattr(frame, "command", command)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run()
    assert not page.exception
    assert asked == [PUBLISHED]
    assert target.exists()
    assert "people in need of protection" in page.title[0].value
