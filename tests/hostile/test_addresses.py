"""Addresses of pages and data routes that ask for what there is not: passed over, or refused."""

import re
from itertools import cycle, islice
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT
from tests.hostile.counts import Count
from tests.hostile.live import alive
from tests.hostile.values import MARKUP, UNHEARD, VALUES
from tests.ui.api.conftest import APP, asked
from ui import store, tidy
from ui.out.tables import TABLES
from ui.out.taken import NotOfferedError
from ui.out.views import PAGE_OF, VIEWS

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
# What pages read of their address beside the filters of their views.
OTHERS = (
    "at", "data", "find", "mine", "table", "source", "territory", "period", "place", "what",
    "measure", "group", "with", "areas", "kind", "looked", "method", "ways", "plan", "plans",
)  # fmt: skip


def dataset() -> store.Dataset:
    found = store.current(store.PUBLISHED)
    assert found is not None
    return found


# Views of a page have the same filters: one of them is asked.
ONE_OF_PAGE = {PAGE_OF[name]: name for name in reversed(VIEWS)}


@pytest.mark.parametrize("name", ONE_OF_PAGE.values())
def test_a_view_passes_over_or_refuses_every_value(name: str, served: Path, count: Count) -> None:
    """As a page it shows the usual; as a file or route it says what is on offer."""
    view = VIEWS[name].take.__self__
    values = cycle(VALUES.values())
    for parameter in view.parameters(dataset(), {}):
        for value in islice(values, 4):
            count.case()
            given = {parameter.name: value}
            _, passed = view.choice(dataset(), given, strict=False)
            offered = parameter.allowed or (value,)
            assert value not in passed.filters.values() or value in offered
            try:
                view.choice(dataset(), given, strict=True)
            except NotOfferedError as refused:
                assert refused.name == parameter.name


def names_of_all() -> list[str]:
    """Every filter of every view, and what pages read beside them."""
    found = {each.name for view in VIEWS.values() for each in view.parameters(dataset(), {})}
    return sorted(found | set(OTHERS))


def drawn(app: AppTest) -> str:
    """All that a page says in Markdown."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.error, *app.warning]
    labels = [each.label for each in [*app.button, *app.checkbox, *app.radio, *app.selectbox]]
    return "\n".join([*(str(each.value) for each in parts), *labels])


def own_first(page: str) -> list[str]:
    """Every name of an address that any page reads, those of this page first."""
    own = {
        each.name
        for name, view in VIEWS.items()
        if PAGE_OF[name] == page
        for each in view.parameters(dataset(), {})
    }
    return sorted(own) + [each for each in names_of_all() if each not in own]


# The country keeps short what these work out of the usual choice.
SMALL = {"compare": "MT", "scenario": "MT", "sites": "MT", "stress": "MT"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_whatever_its_address_says(page: str, served: Path, count: Count) -> None:
    """Every parameter of every page at once, each with another value; the values go round."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
    values = cycle(list(VALUES.values())[PAGES.index(page) :] + list(VALUES.values()))
    names = [each for each in own_first(page) if each != "data"]
    # The door keeps so many; `odd` ones are dropped there.
    for name in names[: tidy.MOST - 3]:
        app.query_params[name] = next(values)
        count.case()
    if page in SMALL:
        app.query_params["in"] = SMALL[page]
    # The framework itself drops an address of more than half a million signs.
    for name in ("nul", "a million", "very long"):
        app.query_params[f"odd {name}"] = UNHEARD[name][:90_000]
        count.case()
    app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception and app.title
    assert alive(app) == []
    said = drawn(app).replace("\\<", "").replace("\\[", "").replace("\\:", "")
    assert [each for each in MARKUP if each in said.replace("\\]", "")] == []


def door() -> None:
    import streamlit as st

    from ui import tidy

    tidy.address()
    st.text(" ".join(sorted(st.query_params)))


def test_what_no_page_writes_is_dropped_at_the_door_and_that_is_said(count: Count) -> None:
    app = AppTest.from_function(door)
    for name in ("nul", "a million", "very long"):
        app.query_params[name.replace(" ", "_")] = UNHEARD[name][:90_000]
        count.case()
    app.query_params["in"] = "IT.ES"
    app.query_params["x" * 100] = "1"
    app.query_params["level"] = VALUES["long"]
    app.run()
    assert app.text[0].value == "in level"
    assert "Parts of the address were left out" in app.caption[0].value


def test_of_a_million_values_none_is_read(count: Count) -> None:
    app = AppTest.from_function(door)
    app.query_params["in"] = UNHEARD["a million"]
    count.case()
    assert app.run().text[0].value == ""


def test_an_address_of_a_thousand_names_keeps_some(count: Count) -> None:
    app = AppTest.from_function(door)
    for i in range(1_000):
        app.query_params[f"a{i}"] = "1"
    count.case(1_000)
    app.run()
    assert len(app.text[0].value.split()) == tidy.MOST


# Some of what is asked for here is on offer, and is worked out.
LONG_TO_WORK_OUT = (
    "compare", "territory", "vision", "peers", "reach", "scenario", "sites", "stress",
)  # fmt: skip
ROUTES = [
    *(f"/api/v1/views/{name}" for name in ONE_OF_PAGE.values() if name not in LONG_TO_WORK_OUT),
    *(f"/api/v1/tables/{name}" for name in list(TABLES)[:3]),
    "/api/v1", "/api/v1/catalogue", "/api/v1/dictionary", "/healthz",
]  # fmt: skip


@pytest.mark.parametrize("route", ROUTES)
def test_a_route_refuses_every_value_in_words(route: str, served: Path, count: Count) -> None:
    name = route.rpartition("/")[2]
    offered = VIEWS[name].parameters(dataset(), {}) if name in VIEWS else ()
    values = cycle([v for v in VALUES.values() if v.strip(" .") and v != "0"])
    for parameter in [*(each.name for each in offered), "data", "limit", "offset", "<b>", "a\r\nb"]:
        for value in islice(values, 1):
            ending = "" if name not in (*VIEWS, *TABLES) else ".json"
            answer = asked(APP, f"{route}{ending}", params={parameter: value, "limit": "1"})
            count.case()
            assert answer.status_code < 500, (parameter, value)
            assert "evil.example" not in answer.headers.get("location", "")
            if answer.status_code >= 400:
                assert answer.headers["content-type"] == "application/problem+json"
                assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", LONG_TO_WORK_OUT)
def test_a_route_that_works_long_refuses_before_it_works(name: str, served, count: Count) -> None:
    """What no filter can mean is refused; a plan may have any name."""
    for parameter in VIEWS[name].parameters(dataset(), {}):
        told = {parameter.name: VALUES["many" if parameter.name == "plan" else "statement"]}
        answer = asked(APP, f"/api/v1/views/{name}.json", params=told)
        count.case()
        assert answer.status_code == 400, parameter.name
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("value", UNHEARD.values(), ids=list(UNHEARD))
def test_what_is_no_text_or_without_end_is_refused_by_a_route(value: str, served, count) -> None:
    told = value.encode("utf-8", "surrogatepass").hex(" ", 1).replace(" ", "%")
    answer = asked(APP, f"/api/v1/tables/scheme.json?in=%{told[:60_000]}")
    count.case()
    assert 400 <= answer.status_code < 500


def test_no_text_of_a_reader_reaches_a_file_or_the_network(served: Path, count: Count) -> None:
    """Values are values: whatever a question is given, nothing is read, written or run."""
    evil = [VALUES[each] for each in ("statement", "file", "copy", "install", "unc", "url")]
    for file, value in zip(sorted(store.SQL.glob("*.sql")), cycle(evil), strict=False):
        names = sorted(set(re.findall(r"\$(\w+)", file.read_text("utf-8"))))
        count.case(len(names))
        try:
            found = store.ask(dataset(), file.stem, **dict.fromkeys(names, value))  # type: ignore[arg-type]
        except duckdb.ConversionException:
            continue  # a text where a number is due
        assert not names or "root:x:" not in str(found.to_numpy().tolist())
    assert not Path("/tmp/groundwork_hostile.csv").exists()
    # Connections are made in two places, which take paths from the deployment alone.
    opening = {
        path.name
        for path in (ROOT / "ui").rglob("*.py")
        if "duckdb.connect(" in path.read_text("utf-8")
    }
    assert opening == {"connection.py", "elsewhere.py"}
