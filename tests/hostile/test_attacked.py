"""A dataset whose every free text is an attack: no page runs, breaks or loses any of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from etl.contract import TABLES as CONTRACT
from tests.conftest import ROOT
from tests.hostile import attacked as by
from tests.hostile.came_back import does, inside, lost
from tests.hostile.counts import Count
from tests.hostile.driven import opened, wrong
from tests.hostile.live import texts_seen
from tests.ui.api.conftest import APP, asked
from ui import store
from ui.asked import asked as asked_for
from ui.out.formats import FORMATS
from ui.out.parcel import pack
from ui.out.tables import TABLES
from ui.out.views import VIEWS
from ui.territory.choice import choose
from ui.territory.profile import profile_of
from ui.territory.report import report

# These take long to work out: a browser opens them, or `python -m tests.hostile.round`.
LONG = frozenset({"compare", "vision", "sites"})
PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py")) if path.stem not in LONG]
# On these no text of a publisher stands before something is chosen or given.
OWN_WORDS = frozenset({"add", "data", "corrections", "dictionary", "glossary"})
SMALL = ("scheme_rule", "digital_service", "funding", "source")
SHORT = ("funds", "plan", "digital-services")


@pytest.fixture(scope="module")
def file(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("attacked") / "published.duckdb"
    assert by.attack(published, found) > 1_000_000
    return found


@pytest.fixture
def served(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[store.Dataset]:
    """The app reads such a dataset."""
    monkeypatch.setenv("GROUNDWORK_DATA", str(file))
    found = store.current(store.PUBLISHED)
    assert found is not None
    yield found


def test_every_text_of_the_contract_is_attacked_or_a_code() -> None:
    texts = {
        each.name
        for table in CONTRACT
        for each in table.columns
        if each.type == "VARCHAR" and each.codes is None and each.pattern is None
    }
    assert by.free_texts() | by.CODES >= texts and not by.free_texts() & by.CODES


@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_dataset_is_alive_on_a_page(page: str, served, count: Count) -> None:
    app = opened(page, at="ITC1", table="1")
    count.case(max(0, texts_seen(app) - 1))
    assert wrong(app) == []
    assert app.title and (texts_seen(app) or page in OWN_WORDS)


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_gives_back_every_text(form: str, served, count: Count) -> None:
    missing = {}
    for offer in [*(TABLES[name] for name in SMALL), *(VIEWS[name] for name in SHORT)]:
        count.case()
        missing[offer.name] = lost(offer.take(served, {}), form)
    count.seen("silent losses", sum(missing.values()))
    assert not any(missing.values()), missing


def test_a_report_and_a_parcel_run_and_load_nothing(served, count: Count) -> None:
    with asked_for({"at": "ITC1"}):
        document = report(profile_of(served, choose(served)), date(2026, 1, 1))
    count.case()
    assert does(document) == [] and "&lt;" in document
    for name, text in inside(pack(served, "gaps", {})):
        count.case()
        assert not name.endswith(".svg") or does(text) == []


@pytest.mark.parametrize("url", ["tables/scheme_rule.json", "views/funds.csv", "catalogue"])
def test_an_answer_says_it_is_data(url: str, served, count: Count) -> None:
    answer = asked(APP, f"/api/v1/{url}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] in ("application/json", "text/csv",
                                                            "application/ld+json")  # fmt: skip
    assert answer.headers["x-content-type-options"] == "nosniff"
