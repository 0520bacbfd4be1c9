"""The Add data page as a program runs it; the reader's answers are made by hand."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.add.reports import DECIMAL, told
from ui.add import command, desk, job
from ui.add.report import parse

ROOT = Path(__file__).parents[2]
LIST = ("plätze.csv", "Kreis;Plätze\nDE212;12\n".encode("cp1252"), "text/csv")
Said = dict[str, Any]
# What makes text safe in a page is not seen.
_SEEN = str.maketrans("", "", "\\\u2060")


class Loader:
    """Takes the place of the loader: what it was asked, and how it ends."""

    asked: Sequence[str] = ()
    code: int = 0
    words: Sequence[str] = ()
    makes: Path | None = None
    runs: bool = False

    def __init__(self, arguments: Sequence[str], seconds: float) -> None:
        type(self).asked = arguments
        self.out_of_time = False
        if self.code == 0 and self.makes is not None:
            Path(arguments[arguments.index("--out") + 1]).symlink_to(self.makes)

    @property
    def is_running(self) -> bool:
        return self.runs

    def said(self) -> list[str]:
        return list(self.words)


@pytest.fixture
def loader(served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Loader]:
    """The app with a loader that does nothing but leave a dataset where it should be."""
    monkeypatch.setenv("GROUNDWORK_WORKSPACES", str(tmp_path))
    monkeypatch.delenv("GROUNDWORK_OWN", raising=False)

    class Here(Loader):
        makes = served.resolve()

    monkeypatch.setattr(job, "Command", Here)
    # Tests run a page without its frame; starting it again inside would lose clicks.
    monkeypatch.setattr("ui.opened.PagesManager", SimpleNamespace(uses_pages_directory=False))
    return Here


@pytest.fixture
def reads(loader: type[Loader], monkeypatch: pytest.MonkeyPatch) -> list[Said]:
    """What the reader was told so far; it asks for the decimal sign until it is said."""
    heard: list[Said] = []

    def read(kept: object, table: str, said: Said) -> desk.Reading:
        heard.append(json.loads(json.dumps(said)))
        report = told(questions=[] if "decimal" in said else [DECIMAL])
        report["settings"]["constants"] |= said.get("constants", {})
        return desk.Reading(parse(json.dumps(report)))

    monkeypatch.setattr(desk, "_read", read)
    return heard


def opened(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page("pages/add.py")
    app.run()
    assert not app.exception
    return app


def with_file(app: AppTest) -> AppTest:
    app.file_uploader[0].set_value(LIST)
    app.run()
    assert not app.exception
    return app


def mended(app: AppTest) -> AppTest:
    """The question answered, the missing column filled in, the refused line left out."""
    app.radio(key="add ask decimal").set_value(",").run()
    app.selectbox(key="add all group_id").set_value("all").run()
    app.checkbox(key="add leave").set_value(True).run()
    return app


def words(app: AppTest) -> str:
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.info, *app.success,
             *app.warning, *app.error]  # fmt: skip
    return " ".join(str(each.value) for each in parts).replace("\u202f", " ").translate(_SEEN)


def add_button(app: AppTest) -> Any:
    return next(each for each in app.button if each.label.startswith("Add "))


def test_without_a_file_the_page_offers_what_to_start_from(loader) -> None:
    app = opened()
    assert "No file yet." in words(app) and "There is none yet." in words(app)
    labels = [each.label for each in app.get("download_button")]
    assert labels == ["Empty workbook (XLSX)", "Empty file (CSV)", "Worked example (CSV)"]


def test_the_address_says_what_a_row_is(loader) -> None:
    app = opened(**{"as": "funding"})
    assert app.selectbox(key="as").value == "funding"
    assert opened(**{"as": "nonsense"}).selectbox(key="as").value == "places"


def test_what_was_understood_is_shown_and_what_is_doubtful_said(reads) -> None:
    app = with_file(opened())
    text = words(app)
    assert "Encoding: Western European (Windows)" in text
    assert "Dates: day first" in text and "Not sure; please check." in text
    assert "line 1: a title above the columns; line 6: a total" in text
    assert "The rows are checked as soon as the questions above are answered." in text
    app.radio(key="add ask decimal").set_value(",").run()
    assert "5 lines**: 2 good, 1 refused, 2 left out." in words(app)


def test_nothing_can_be_added_while_a_question_is_open_or_a_column_missing(reads) -> None:
    app = with_file(opened())
    assert "Answer the questions above first." in words(app)
    app.radio(key="add ask decimal").set_value(",").run()
    text = words(app)
    assert reads[-1]["decimal"] == ","
    assert "**Whom it counts** must be there and is in none of your columns." in text
    assert "Say first what must be there" in text
    assert not [each for each in app.button if each.label.startswith("Add ")]


def test_a_correction_is_read_at_once_and_nothing_is_read_twice(reads) -> None:
    app = with_file(opened())
    assert len(reads) == 1
    app.selectbox(key="add to Stand").set_value("obs_status").run()
    assert reads[-1]["columns"] == {"Stand": "obs_status"}
    app.selectbox(key="add set date_order").set_value("mdy").run()
    assert reads[-1]["date_order"] == "mdy" and reads[-1]["columns"] == {"Stand": "obs_status"}
    app.number_input(key="add set header_line").set_value(3).run()
    assert reads[-1]["header_line"] == 3 and "columns" not in reads[-1]
    before = len(reads)
    app.run()
    assert len(reads) == before


def test_refused_rows_stay_out_only_when_that_is_said(reads, loader) -> None:
    app = with_file(opened())
    app.radio(key="add ask decimal").set_value(",").run()
    app.selectbox(key="add all group_id").set_value("all").run()
    assert add_button(app).label.replace("\u202f", " ") == "Add 2 rows"
    assert add_button(app).disabled
    assert "kept in the list of rejected lines" in app.checkbox(key="add leave").label
    app.checkbox(key="add leave").set_value(True).run()
    assert not add_button(app).disabled


def test_added_rows_are_in_the_named_workspace_and_the_way_there_is_shown(reads, loader) -> None:
    app = mended(with_file(opened()))
    app.selectbox(key="add workspace").set_value("new").run()
    assert add_button(app).disabled
    app.text_input(key="add name").set_value("Kreise 2025").run()
    add_button(app).click().run()
    # The step under way is looked at every second; here it is over at once.
    app.run()
    assert not app.exception
    asked = list(loader.asked)
    assert asked[0] == "add" and asked[asked.index("--as") + 1] == "reception_capacity"
    assert "--leave-refused" in asked
    text = words(app)
    assert "2 rows are in the workspace **Own: kreise" in text
    assert app.session_state["data"] == "own.kreise_2025"
    assert "No file yet." in text
    link = next(each for each in app.get("page_link"))
    assert "at=DE212" in str(link.proto) and "data=own.kreise_2025" in str(link.proto)


def test_an_add_goes_on_when_the_upload_is_taken_away(reads, loader, monkeypatch) -> None:
    app = mended(with_file(opened()))
    monkeypatch.setattr(loader, "runs", True)
    add_button(app).click().run()
    assert add_button(app).disabled
    assert any("Adding 2" in each.label for each in app.get("status"))
    app.file_uploader[0].set_value(None)
    app.run()
    monkeypatch.setattr(loader, "runs", False)
    app.run()
    app.run()
    assert "2 rows are in the workspace" in words(app)


@pytest.mark.parametrize(
    ("code", "said", "shown"),
    [
        (command.BUSY, "another add of own is running", "being changed at this moment"),
        (1, "Nothing was changed. A check found rows", "A check found rows"),
    ],
)
def test_what_ends_badly_is_told_and_nothing_is_lost(reads, loader, code, said, shown) -> None:
    loader.code, loader.words = code, [said]
    app = mended(with_file(opened()))
    add_button(app).click().run()
    app.run()
    assert shown in words(app)
    assert not add_button(app).disabled
    assert "5 lines" in words(app)


def test_a_file_that_cannot_be_read_says_why_and_can_be_read_afresh(loader, monkeypatch) -> None:
    reading = desk.Reading(None, "This is a PDF document, which is not read.")
    monkeypatch.setattr(desk, "_read", lambda *_: reading)
    app = with_file(opened())
    assert "This is a PDF document" in words(app)
    assert not [each for each in app.button if each.label.startswith("Add ")]


def test_everything_refused_leaves_nothing_to_add(loader, monkeypatch) -> None:
    report = told(accepted=[], counts={"lines": 3, "accepted": 0, "refused": 1, "left_out": 2})
    report["settings"]["constants"]["group_id"] = "all"
    reading = desk.Reading(parse(json.dumps(report)))
    monkeypatch.setattr(desk, "_read", lambda *_: reading)
    text = words(with_file(opened()))
    assert "No row of the file can be added as it is." in text


def test_a_file_without_rows_is_told_apart_from_a_refused_one(loader, monkeypatch) -> None:
    none = dict.fromkeys(("lines", "accepted", "refused", "left_out"), 0)
    report = told(accepted=[], refused=[], left_out=[], counts=none)
    report["settings"]["constants"]["group_id"] = "all"
    reading = desk.Reading(parse(json.dumps(report)))
    monkeypatch.setattr(desk, "_read", lambda *_: reading)
    assert "There are no rows in the file yet." in words(with_file(opened()))


def test_figures_that_no_column_holds_are_said_before_they_are_added(loader, monkeypatch) -> None:
    report = told()
    report["settings"]["constants"]["group_id"] = "all"
    report["columns"][1]["to"] = ""
    reading = desk.Reading(parse(json.dumps(report)))
    monkeypatch.setattr(desk, "_read", lambda *_: reading)
    text = words(with_file(opened()))
    assert "None of your columns is **the figure**: every row would say" in text


def test_names_from_a_file_are_never_markup(loader, monkeypatch) -> None:
    evil = "![x](https://evil.example/x.png) <b>"
    report = told(
        understood=[{"what": "encoding", "value": evil, "label": evil, "sure": True}],
        left_out=[{"line": 1, "why": evil}],
        questions=[
            {"setting": f"names.{evil}", "text": evil, "options": [{"value": "a", "label": evil}]}
        ],
    )
    report["columns"][0] |= {"name": evil, "examples": [evil]}
    reading = desk.Reading(parse(json.dumps(report)))
    monkeypatch.setattr(desk, "_read", lambda *_: reading)
    app = with_file(opened())
    shown = [str(each.value) for each in [*app.markdown, *app.caption]]
    shown += [each.label for each in [*app.radio, *app.selectbox]]
    shown += [option for each in app.radio for option in each.options]
    told_of_it = [text for text in shown if "evil" in text]
    assert len(told_of_it) >= 6
    assert all("![" not in text and "<b>" not in text for text in told_of_it)


def test_lines_that_do_not_add_up_are_an_error_and_cannot_be_added(loader, monkeypatch) -> None:
    report = told(refused=[], counts={"lines": 9, "accepted": 2, "refused": 0, "left_out": 2})
    report["settings"]["constants"]["group_id"] = "all"
    reading = desk.Reading(parse(json.dumps(report)))
    monkeypatch.setattr(desk, "_read", lambda *_: reading)
    app = with_file(opened())
    assert "These do not add up: 5 lines too few." in words(app)
    assert add_button(app).disabled


def test_a_workspace_is_removed_only_when_confirmed(loader, served, tmp_path) -> None:
    (tmp_path / "own_lazio.duckdb").symlink_to(served.resolve())
    app = opened()
    assert "Own: lazio" in words(app)
    assert loader.asked == ()
    loader.makes = None
    app.button(key="add remove now own.lazio").click().run()
    asked = list(loader.asked)
    assert asked[0] == "forget" and str(tmp_path / "own_lazio.duckdb") in asked


def test_what_was_added_is_said_no_more_once_something_is_removed(reads, loader) -> None:
    app = mended(with_file(opened()))
    assert "Everybody who opens this Groundwork sees" in words(app)
    add_button(app).click().run()
    app.run()
    assert "2 rows are in the workspace" in words(app)
    loader.makes, loader.runs = None, True
    app.button(key="add remove now own").click().run()
    assert "rows are in the workspace" not in words(app)


@pytest.mark.parametrize(("columns", "stays"), [("Kreis", True), ("Land", False)])
def test_answers_stay_for_the_mended_file_only(loader, monkeypatch, columns, stays) -> None:
    heard: list[Said] = []

    def read(kept: Any, table: str, said: Said) -> desk.Reading:
        heard.append(json.loads(json.dumps(said)))
        report = told(questions=[] if "decimal" in said else [DECIMAL])
        if kept.path.name != LIST[0]:
            report["columns"][0]["name"] = columns
        return desk.Reading(parse(json.dumps(report)))

    monkeypatch.setattr(desk, "_read", read)
    app = with_file(opened())
    app.radio(key="add ask decimal").set_value(",").run()
    app.file_uploader[0].set_value(("mended.csv", b"Kreis;Pl\nDE212;13\n", "text/csv"))
    app.run()
    assert not app.exception
    assert heard[-1] == ({"decimal": ","} if stays else {})
    assert ("Its columns are those of the file before" in words(app)) == stays


def test_what_was_said_of_an_added_file_is_not_said_of_the_next(reads, loader) -> None:
    app = mended(with_file(opened()))
    add_button(app).click().run()
    app.run()
    app.file_uploader[0].set_value(("next.csv", b"Kreis;Pl\nDE212;13\n", "text/csv"))
    app.run()
    assert reads[-1] == {}


def test_a_country_is_found_by_its_english_name_and_its_own(loader, monkeypatch) -> None:
    names = {"IT": "Italia", "AT": "Österreich", "DE": "Deutschland", "FR": "France",
             "ES": "España", "HU": "Magyarország", "PL": "Polska", "NL": "Nederland"}  # fmt: skip
    options = [{"value": code, "label": name} for code, name in names.items()]
    asked = {"setting": "constants.country", "text": "Which country?", "options": options}
    reading = desk.Reading(parse(json.dumps(told(questions=[asked]))))
    monkeypatch.setattr(desk, "_read", lambda *_: reading)
    shown = with_file(opened()).selectbox(key="add ask constants.country").options
    assert shown[0] == "Austria (Österreich)"
    assert {"Italy (Italia)", "France"} <= set(shown)
