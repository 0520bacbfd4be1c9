"""The first page run without a browser: each figure against a query of its own; empty states."""

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from ui import export, words
from ui.overview import state_of
from ui.overview_rows import table
from ui.store import current

ROOT = Path(__file__).parents[2]
_LATEST_NEED = """
    select territory_id, arg_max(value, period) as need, max(period) as period
    from need
    where need_id = 'all_protection' and length(territory_id) = 2 and value is not null
    group by territory_id
"""
_WITH_PLACES = """
    select distinct territory_id from figure
    where measure_id = 'reception_places' and length(territory_id) = 2 and value is not null
        and group_id in ('all', 'asylum_applicants')
"""


def run(**address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def text(page: AppTest) -> str:
    said = "\n".join(str(each.value) for each in [*page.title, *page.markdown, *page.caption])
    return said.replace(words.THIN, " ")


def one(con: duckdb.DuckDBPyConnection, query: str) -> float:
    return float(con.execute(query).fetchall()[0][0] or 0)


@pytest.fixture
def figures(served: Path) -> dict[str, float | None]:
    dataset = current()
    assert dataset is not None
    rows = table(state_of(dataset))
    assert rows["period"].ne("").all() and rows["status"].ne("").all()
    assert rows["sources"].ne("").all() and rows["licences"].ne("").all()
    return dict(zip(["need", "places", "share", "answers"], rows["value"], strict=True))


def test_people_in_need_are_everybodys_latest_count(figures, dataset) -> None:
    assert figures["need"] == one(dataset, f"select sum(need) from ({_LATEST_NEED})")


def test_known_places_are_each_countrys_latest(figures, dataset) -> None:
    """Everyone's places before applicants' places, and never both."""
    total = 0.0
    for (code,) in dataset.execute(_WITH_PLACES).fetchall():
        for group in ("all", "asylum_applicants"):
            found = dataset.execute(
                "select value from figure where measure_id = 'reception_places' and group_id = ?"
                " and territory_id = ? and value is not null order by period desc limit 1",
                [group, code],
            ).fetchall()
            if found:
                total += found[0][0]
                break
    assert figures["places"] == total > 0


def test_the_share_is_of_people_not_of_countries(figures, dataset) -> None:
    inside = f"select sum(need) from ({_LATEST_NEED}) where territory_id in ({_WITH_PLACES})"
    share = 100 * one(dataset, inside) / one(dataset, f"select sum(need) from ({_LATEST_NEED})")
    assert figures["share"] == pytest.approx(share)


def test_a_country_is_judged_by_its_latest_pair_of_figures(figures, dataset) -> None:
    latest = """
        select territory_id, arg_max(
            row(need, capacity, capacity_lower),
            cast(capacity is not null as integer) * 1000000
            + date_diff('day', date '1900-01-01', day)
        ) as pair
        from shortage
        where standard_id = 'place_each_applicant' and basis_id = 'asylum_pending'
            and length(territory_id) = 2 and need is not null
            and (capacity is not null or capacity_lower is not null)
        group by territory_id
    """
    pairs = [row[1] for row in dataset.execute(latest).fetchall()]
    # A date on which both are whole comes first.
    # Where only a lower end is known, it must be enough by itself.
    judged = [p for p in pairs if p[1] is not None or p[2] >= p[0]]
    assert figures["answers"] == len(judged) > 0


def test_the_page_says_what_was_computed(served, figures) -> None:
    page = run()
    assert not page.exception
    shown = [each.value for each in page.metric]
    assert shown[0] == words.short(figures["need"])
    assert shown[1] == words.number(figures["places"])
    assert shown[2].startswith(words.rate(figures["share"]))
    assert shown[3].startswith(f"{figures['answers']:.0f} of ")
    assert "never as zero" in text(page)
    assert len(page.caption) >= len(page.metric)
    unknown = figures["need"] * (1 - figures["share"] / 100)
    assert page.title[0].value.startswith(words.short(unknown))


def test_a_country_chosen_is_answered_in_a_sentence(served) -> None:
    said = text(run(at="DE"))
    assert "Germany: **Unknown**: nobody publishes the places that exist here." in said
    assert "gaps?at=DE&level=0" in said
    assert not run(at="<b>").exception


def test_a_territory_chosen_leads_to_its_gaps(served) -> None:
    page = run()
    page.selectbox(key="my_territory").select("ITG1").run()
    assert not page.exception
    links = [each.proto for each in page.get("page_link")]
    assert any("Sicilia" in link.label and "at=ITG1" in link.query_string for link in links)


@pytest.mark.parametrize("tables", [["figure"], ["figure", "figure_newest", "need", "knowledge"]])
def test_without_figures_the_page_says_what_to_do(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables: list[str]
) -> None:
    copy = tmp_path / "empty.duckdb"
    shutil.copyfile(published.resolve(), copy)
    with duckdb.connect(str(copy)) as con:
        for name in ("shortage", "shortage_newest", *tables):
            con.execute(f"delete from {name}")
    monkeypatch.setenv("GROUNDWORK_DATA", str(copy))
    page = run()
    assert not page.exception
    assert "who could publish them" in text(page)
    assert [each.value for each in page.metric][1:3] == ["unknown", "unknown"]
    assert page.metric[3].value.startswith("0 of ")
    dataset = current()
    assert dataset is not None
    rows = export.frame_as_csv(table(state_of(dataset))).decode("utf-8-sig").splitlines()
    assert len(rows) == 1 + 4
    assert ",0," not in rows[2]
