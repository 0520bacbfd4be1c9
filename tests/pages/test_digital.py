"""The Digital page as a program runs it: real figures, generated ones, none at all."""

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import said, shown
from ui.area.where import Where
from ui.digital.choice import LANGUAGES, ON_SITE, SERVICES_KNOWN, DigitalChoice
from ui.digital.drawn import spread_of
from ui.digital.known import catalogued, services_of, tongues_of
from ui.digital.table import languages_of
from ui.store import Dataset, current


def run(**address: str) -> AppTest:
    return shown("digital", **address)


@pytest.fixture
def now(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def test_the_app_of_lippe_from_the_transcribed_row_to_the_page(served: Path) -> None:
    """services_west_north.csv, line 172: "Integreat app of Kreis Lippe: 10 languages"; line 173:
    62,000 accesses in 12 months; the page of 2025 is two years after the start in 2023.
    """
    text = said(run(view="services", level="3", at="DEA45"))
    assert "**Integreat Kreis Lippe**, social orientation. Speaks ten languages" in text
    assert "In use since 2023, after COVID-19. Used: 62 000 accesses in 12 months (2025)." in text
    assert "· 2025 · line 172" in text
    assert "**vhs\\-Lernportal**, language teaching. Speaks German; others are not named." in text
    assert "München" not in text.split("A catalogue of practice")[0]


def test_sinhala_in_france_from_the_publishers_record_to_the_page(
    served: Path, now: Dataset
) -> None:
    """population.parquet, record 134567: 34,976 refugees and 2,181 asylum-seekers from Sri Lanka
    in France in 2025, 37,157. By CLDR 68 % of Sri Lanka's people can use Sinhala and 10 %
    English, and no other country has Sinhala: 25,267 people. Réfugiés.info (services_west_north,
    line 135) speaks English, so Sinhala would reach at least 58 % more: 21,551.
    """
    row = languages_of(
        now, "2025", tongues_of(now, DigitalChoice(LANGUAGES, Where(2), "2025")), services_of(now)
    ).set_index(["territory_id", "language"]).loc[("FR", "si")]  # fmt: skip
    assert row["upper"] == row["lower"] == pytest.approx(0.68 * (34_976 + 2_181))
    assert (row["state"], row["main_origin"], row["spoken_by"]) == ("no known service", "LK", "")
    assert (row["obs_status"], row["evidence"]) == ("E", "estimated")
    text = said(run(at="FR"))
    assert "874 000 newcomers are counted here, by 140 countries of origin (2025)" in text
    assert "Sinhala: 22 000 to 25 000 people" in text
    assert "47 to 58 % of newcomers speak no language of a known service or French" in text


def test_a_service_without_a_list_may_speak_any_language(served: Path, now: Dataset) -> None:
    rows = spread_of(now, DigitalChoice(LANGUAGES, Where(0), "2025")).rows
    assert rows.loc["FR", "map_class"] >= 0
    assert (rows.loc[["AT", "DE", "FI"], "map_class"] == -2).all()
    assert (rows.loc[["IT", "SE", "PL"], "map_class"] == -1).all()
    assert rows.loc["IT", ["value", "lower", "upper"]].isna().all()
    text = said(run(at="DE"))
    assert "**Cannot tell**: a service known here does not list the languages" in text
    assert "In Austria, Finland and Germany services are known that do not list" in text


def test_what_no_page_states_is_not_stated_and_never_missed(now: Dataset) -> None:
    rows = services_of(now).rows
    for criterion in ("accessibility", "offline", "updated", "on_site", "effect"):
        assert set(rows[f"is_{criterion}"]) == {"not stated"}
    assert len(rows) == 16 and len(catalogued(rows)) == 7
    assert rows.index[0] in ("infofinland", "integreat_DEA45")


def test_no_place_counted_is_not_digital_only(now: Dataset) -> None:
    """France's portal serves every region, and nobody says what is on site in most of them."""
    choice = DigitalChoice(ON_SITE, Where(2), term="social_orientation")
    state = spread_of(now, choice).rows["state"]
    assert state["FRB0"] == "on site not known"
    assert state["FR10"] == "both"
    # Poland's region with 0 integration centres has no known digital service.
    assert state["PL84"] == "no digital service known"
    assert "digital only" not in set(state)
    assert "known to be digital only.**" in said(run(view="on_site"))


def test_services_are_counted_once_however_many_editions(now: Dataset) -> None:
    rows = spread_of(now, DigitalChoice(SERVICES_KNOWN, Where(3))).rows
    assert rows.loc["DE212", "value"] == 2
    assert rows.loc["DED21", "value"] == 1
    assert rows.loc["ITI43"].isna()["value"]


def test_the_catalogue_can_be_searched_and_filtered(served: Path) -> None:
    text = said(run(view="services", speaks="ti"))
    assert "1 of 7 services" in text and "Réfugiés.info" in text
    assert "1 of 7 services" in said(run(view="services", since="after"))
    assert "2 of 7 services" in said(run(view="services", meets="languages.use"))


@pytest.mark.parametrize("view", [LANGUAGES, SERVICES_KNOWN, ON_SITE])
def test_every_view_of_the_demonstration_is_full(served_both: Path, view: str) -> None:
    app = run(data="demonstration", view=view, term="legal_aid", level="3", table="1", at="DEA45")
    text = said(app)
    assert "Demonstration: generated figures" in text
    assert "is known here.**" not in text
    statuses = set(app.dataframe[0].value.get("status", []))
    assert statuses <= {"demonstration", "demonstration, estimated", "not published"}


def test_the_demonstration_has_every_answer(served_both: Path) -> None:
    demo = current("demonstration")
    assert demo is not None
    rows = spread_of(demo, DigitalChoice(ON_SITE, Where(3), term="legal_aid")).rows
    assert set(rows["state"]) == {
        "both", "digital only", "on site not known", "no digital service known",
    }  # fmt: skip
    spoken = spread_of(demo, DigitalChoice(LANGUAGES, Where(0), "2025"))
    assert {-2} < set(spoken.rows["map_class"]) and len(spoken.known) > 20
    judged = services_of(demo).rows
    for column in ("is_accessibility", "is_offline", "is_updated", "is_on_site"):
        assert set(judged[column]) == {"met", "not met", "not stated"}


@pytest.mark.parametrize(
    "emptied", [("digital_service",), ("digital_service", "origin"), ("origin",)]
)
def test_without_rows_the_page_says_what_is_missing_and_who_could_publish_it(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, emptied: tuple[str, ...]
) -> None:
    bare = tmp_path / "bare.duckdb"
    shutil.copyfile(published.resolve(), bare)
    with duckdb.connect(str(bare)) as con:
        for table in emptied:
            con.execute(f"delete from {table}")
    monkeypatch.setenv("GROUNDWORK_DATA", str(bare))
    text = said(run())
    if "digital_service" in emptied:
        assert "**No digital service is known here.**" in text
        assert "Who could publish it" in text
    else:
        assert "**Nobody says where newcomers are from here**" in text
    for view in ("services", "on_site"):
        run(view=view, level="0", at="FR")


def test_codes_nobody_knows_are_passed_over(served: Path) -> None:
    text = said(run(view="x", term="y", year="1900", at="ZZ9", level="9", speaks="qq", since="z"))
    assert "Which languages does no known digital service speak?" in text
