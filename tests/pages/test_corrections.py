"""The Corrections page as a program runs it: propose, see it beside, review, hostile addresses."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import shown
from ui.corrections import store

THIN = "\u202f"
GELDERLAND = {"territory": "NL22", "measure": "committed_places", "period": "2024-11"}


@pytest.fixture(autouse=True)
def journal(served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal of the test's own; and no second start of the page, which would lose a click."""
    monkeypatch.setenv("GROUNDWORK_CORRECTIONS", str(tmp_path / "corrections.jsonl"))
    monkeypatch.setattr("ui.opened.PagesManager", SimpleNamespace(uses_pages_directory=False))
    return tmp_path / "corrections.jsonl"


def run(page: str = "corrections", **address: str) -> AppTest:
    return shown(page, **address)


def said(app: AppTest) -> str:
    parts = [*app.title, *app.markdown, *app.caption, *app.error, *app.warning, *app.success]
    return " ".join(str(each.value) for each in [*parts, *app.info]).replace(THIN, " ")


def control(app: AppTest, kind: str, label: str):
    return next(each for each in app.get(kind) if each.label.startswith(label))


def proposed(app: AppTest, number: float, organisation: str = "Newcomers of Arnhem") -> AppTest:
    control(app, "number_input", "The number").set_value(number).run()
    control(app, "text_area", "How do you").set_value("We run these places and counted them.")
    control(app, "selectbox", "You speak as").set_value("refugee_led")
    control(app, "text_input", "Organisation").set_value(organisation)
    control(app, "text_input", "Contact").set_value("someone@example.org")
    control(app, "button", "Propose").click().run()
    assert not app.exception
    return app


def test_from_a_proposal_to_its_review(journal: Path) -> None:
    app = run(**GELDERLAND)
    assert "**Nobody has proposed a correction yet.**" in said(app)
    assert "Names are not verified" in said(app)
    assert "Published: **10 474 places**" in said(app)
    control(app, "button", "Propose").click().run()
    assert "Write what you would say instead" in app.error[0].value
    proposed(app, 12_000.0)
    text = said(app)
    assert "One proposal waits for a decision" in text
    # The published figure stays where it was.
    assert "Published: **10 474 places**" in text
    assert "**12 000 places**" in text
    assert "Newcomers of Arnhem (refugee\\-led organisation)" in text or (
        "Newcomers of Arnhem (refugee-led organisation)" in text
    )
    assert "someone@example.org" not in text.replace("\u2060", "")
    (standing,) = store.book().standings
    assert standing.proposal.contact == "someone@example.org"
    key = standing.proposal.proposal_id

    app.session_state[f"review_{key}"] = True
    app.run()
    control(app, "radio", "Decision").set_value("accept")
    control(app, "text_area", "Reason").set_value("The list agrees.")
    control(app, "text_input", "Your organisation").set_value("newcomers of ARNHEM")
    control(app, "button", "Keep").click().run()
    assert "cannot review its own proposal" in app.error[0].value
    control(app, "text_input", "Your organisation").set_value("COA")
    control(app, "button", "Keep").click().run()
    assert not app.exception
    assert "one is accepted, none is rejected" in said(app)
    assert "Your decision is kept. You accepted this proposal." in app.success[0].value
    assert "Accepted by COA, not verified. On" in said(app)
    assert "much like" not in said(app)
    labels = [each.label for each in app.expander]
    assert "What the acceptance moves" in labels and "Review again" in labels
    assert not [each for each in app.button if each.label.startswith("Keep")]
    assert "Published: **10 474 places**" in said(app)


def test_it_opens_without_a_choice_and_the_country_is_chosen_on_the_page(journal: Path) -> None:
    app = run()
    text = said(app)
    assert "Choose a country, or come from a figure on [Gaps](gaps) or [Figures](figures)." in text
    assert "Published:" not in text and "No proposal of this kind" in text
    assert not app.number_input and "territory" not in app.query_params
    country = next(each for each in app.main.get("selectbox") if each.label == "Country")
    country.set_value("NL").run()
    assert not app.exception
    assert control(app, "selectbox", "Territory").value == "NL"
    assert "Published:" in said(app)
    control(app, "selectbox", "Country").set_value("").run()
    assert "Choose a country" in said(app) and "territory" not in app.query_params


def test_what_would_move_is_shown_before_anything_is_sent(journal: Path) -> None:
    app = run(**GELDERLAND)
    control(app, "number_input", "The number").set_value(12_000.0).run()
    text = said(app)
    assert "short by 1 230 places → **met, with 296 places to spare**" in text
    assert "5 of 11 → **7 of 11**" in text
    assert not journal.exists()


def test_other_pages_say_that_something_is_proposed(journal: Path) -> None:
    assert "[Propose a correction](corrections?territory=NL22" in said(
        run("gaps", by="task_nl", at="NL22")
    )
    proposed(run(**GELDERLAND), 12_000.0)
    text = said(run("gaps", by="task_nl", at="NL22"))
    assert "One proposal says Places committed for asylum applicants" in text
    assert "**12 000 places** instead of 10 474" in text
    assert "10 474 are promised" in text
    assert "12 000" not in said(run("gaps", by="task_nl", at="NL11"))
    gone = said(run("figures", short="places", at="NL22", level="2"))
    assert "Gelderland is not drawn in this view." in gone
    assert "One proposal says Places committed" in gone
    figures = said(run("figures", short="places_asked", at="NL22"))
    assert "Know better? [Propose a correction](corrections?territory=NL22" in figures


def test_sensitive_counts_are_kept_rounded_and_that_is_said(journal: Path) -> None:
    app = run(
        territory="ES61", measure="unaccompanied_children_present_persons",
        whom="unaccompanied_children", period="2023",
    )  # fmt: skip
    control(app, "number_input", "The number").set_value(1_213.0).run()
    assert "kept as **1,215 persons**" in said(app)
    assert "Leave the exact number out of the reason" in said(app)
    control(app, "text_area", "How do you").set_value("In 2024, 1213 children were here.")
    control(app, "button", "Propose").click().run()
    assert "It says “1213”" in app.error[0].value and not journal.exists()
    proposed(app, 1_213.0)
    key = store.book().standings[0].proposal.proposal_id
    app.session_state[f"review_{key}"] = True
    app.run()
    control(app, "radio", "Decision").set_value("withdraw")
    control(app, "text_area", "Reason").set_value("There were 1214.")
    control(app, "text_input", "Your organisation").set_value("Newcomers of Arnhem")
    control(app, "button", "Keep").click().run()
    assert "It says “1214”" in app.error[0].value
    assert store.book().standings[0].state == "open"
    assert b"1213" not in journal.read_bytes()
    assert b"1215.0" in journal.read_bytes()


def test_a_closed_server_only_shows(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed(run(**GELDERLAND), 12_000.0)
    monkeypatch.setenv("GROUNDWORK_CORRECTIONS_CLOSED", "1")
    app = run(**GELDERLAND)
    assert "only shows corrections" in said(app)
    assert "**12 000 places**" in said(app)
    assert not [each for each in app.button if each.label.startswith(("Propose", "Keep"))]
    assert "Propose a correction" not in said(run("gaps", by="task_nl", at="NL22"))


def test_a_journal_that_was_changed_is_told_to_every_reader(journal: Path) -> None:
    proposed(run(**GELDERLAND), 12_000.0)
    journal.write_bytes(journal.read_bytes().replace(b"12000", b"99000"))
    app = run(**GELDERLAND)
    assert "not as it was written" in said(app)
    proposed(app, 13_000.0)
    assert "changed outside Groundwork" in app.error[0].value


def test_a_place_is_found_by_name_and_its_sums_follow(journal: Path) -> None:
    app = run(what="place", territory="ES")
    control(app, "text_input", "Its name").set_value("alcala").run()
    assert not app.exception
    place = control(app, "selectbox", "Place")
    place.select_index(1).run()
    assert r"CAED Alcalá de Henares\: places" in said(app)
    control(app, "number_input", "The number").set_value(2_000.0).run()
    # 2,040 places known in Spain's centres, 1,470 of them here.
    assert "España, places known: 2 040 → **2 570**" in said(app)
    assert "No gap depends on single places" in said(app)


@pytest.mark.parametrize(
    "address",
    [
        {"territory": "<b>", "measure": "x", "whom": "y", "period": "z"},
        {"territory": "NL22", "measure": "committed_places", "period": "2024'; drop table figure"},
        {"what": "place", "place": "<script>", "column": "x"},
        {"territory": "NL22", "state": "burnt", "of": "mars"},
    ],
    ids=["nothing known", "a date that is none", "no such place", "no such state"],
)
def test_codes_nobody_knows_are_passed_over(journal: Path, address: dict[str, str]) -> None:
    text = said(run(**address))
    assert "Do you know better than a published figure?" in text
    assert "<b>" not in text and "drop table" not in text


def test_a_date_can_be_typed_for_what_is_not_published(journal: Path) -> None:
    app = run(territory="NL35", measure="committed_places", period="2024-11")
    assert "Published: **unknown**" in said(app)
    assert app.query_params["period"] in ("2024-11", ["2024-11"])
