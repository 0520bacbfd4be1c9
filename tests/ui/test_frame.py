"""The switch between datasets: kept from page to page, and built where it is not there yet."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui import frame
from ui.store import DEMONSTRATION, PUBLISHED, path_of

ROOT = Path(__file__).parents[2]
GENERATED = "Every figure on this page is generated"


def run(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def text(app: AppTest) -> str:
    return "\n".join(str(each.value) for each in [*app.title, *app.markdown, *app.caption])


def switch(app: AppTest) -> str:
    return str(app.sidebar.radio(key="data").value)


def test_the_published_figures_are_shown_unless_others_are_asked_for(served_both) -> None:
    app = run()
    assert switch(app) == PUBLISHED
    assert GENERATED not in text(app)
    assert "data" not in app.query_params


def test_the_address_asks_for_the_demonstration(served_both) -> None:
    app = run(data=DEMONSTRATION)
    assert not app.exception
    assert switch(app) == DEMONSTRATION
    assert GENERATED in text(app)


def test_a_dataset_nobody_offers_is_the_published_one(served_both) -> None:
    app = run(data="dreamt")
    assert not app.exception
    assert switch(app) == PUBLISHED
    assert GENERATED not in text(app)


def test_the_switch_writes_the_address_and_takes_it_back(served_both) -> None:
    app = run()
    app.sidebar.radio(key="data").set_value(DEMONSTRATION).run()
    assert DEMONSTRATION in app.query_params["data"]
    assert GENERATED in text(app)
    app.sidebar.radio(key="data").set_value(PUBLISHED).run()
    assert "data" not in app.query_params
    assert GENERATED not in text(app)


def test_a_page_whose_address_was_lost_keeps_the_dataset_and_so_do_its_links(served_both) -> None:
    """A change of page takes the address away before the page draws its links."""
    app = run(data=DEMONSTRATION)
    app.query_params.clear()
    app.run()
    assert GENERATED in text(app)
    assert DEMONSTRATION in app.query_params["data"]
    links = [part.split(")")[0] for part in text(app).split("](") if part.startswith("sources?")]
    assert links
    assert all("data=demonstration" in link for link in links)


def test_a_demonstration_that_is_not_there_yet_is_built_and_then_shown(
    served, demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDWORK_DEMO", str(tmp_path / "demo_new.duckdb"))
    built: list[str] = []

    def build(kind: str) -> None:
        built.append(kind)
        shutil.copyfile(demonstration.resolve(), path_of(kind))

    monkeypatch.setattr(frame, "_build", build)
    app = run()
    app.sidebar.radio(key="data").set_value(DEMONSTRATION).run()
    assert built == [DEMONSTRATION]
    assert switch(app) == DEMONSTRATION
    assert GENERATED in text(app)
    app.run()
    assert built == [DEMONSTRATION]


def test_a_build_that_fails_says_how_to_start_it(served, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("GROUNDWORK_DEMO", str(tmp_path / "demo_new.duckdb"))
    monkeypatch.setattr(frame, "_build", lambda kind: "no room left")
    app = run(data=DEMONSTRATION)
    assert "python -m etl build --dataset demonstration" in text(app)
    assert app.code[0].value == "no room left"


def test_what_a_build_is_called_with(monkeypatch) -> None:
    """The build of one dataset never writes the file of the other."""
    monkeypatch.setenv("GROUNDWORK_DATA", "/a/published.duckdb")
    monkeypatch.setenv("GROUNDWORK_DEMO", "/a/demo.duckdb")
    assert frame.command(DEMONSTRATION)[3:] == [
        "build", "--dataset", DEMONSTRATION, "--out", "/a/demo.duckdb"
    ]  # fmt: skip
    assert frame.command(PUBLISHED)[-1] == "/a/published.duckdb"
