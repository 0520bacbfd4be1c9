"""Where a login is asked for, nobody else sees a page, and each has workspaces of her own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.errors import StreamlitAuthError
from streamlit.testing.v1 import AppTest

from ui import login, store
from ui.server import entry


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(login.SWITCH, "1")
    login.is_asked_for.cache_clear()
    yield
    monkeypatch.undo()
    login.is_asked_for.cache_clear()


def page() -> None:
    import streamlit as st

    from ui import login, store

    login.let_in()
    st.text(str(store.workspaces_folder()))


def said(app: AppTest) -> list[str]:
    assert not app.exception
    return [each.value for each in app.text]


def reader(monkeypatch: pytest.MonkeyPatch, **claims: object) -> AppTest:
    monkeypatch.setattr(login.st, "user", claims)
    return AppTest.from_function(page).run()


def test_without_a_login_everybody_sees_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(store.WORKSPACES, "/workspaces")
    assert said(AppTest.from_function(page).run()) == ["/workspaces"]


def test_nobody_sees_a_page_before_the_login(
    asked_for: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader(monkeypatch, is_logged_in=False)
    assert said(app) == []
    assert [each.label for each in app.button] == ["Log in"]
    # A provider that says nothing of a login has not made one.
    assert said(reader(monkeypatch)) == []


def test_a_login_that_is_not_set_up_is_told(
    asked_for: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_set_up() -> None:
        raise StreamlitAuthError("no secrets")

    monkeypatch.setattr(login.st, "login", not_set_up)
    app = reader(monkeypatch, is_logged_in=False)
    app.button[0].click().run()
    assert said(app) == []
    assert "not set up" in app.error[0].value


@pytest.mark.parametrize("failure", [entry.REFUSED, entry.FAILED, entry.UNANSWERED])
def test_a_login_that_failed_is_told(
    asked_for: None, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    monkeypatch.setattr(login.st, "user", {})
    app = AppTest.from_function(page)
    app.query_params[entry.KEY] = failure
    assert said(app.run()) == []
    assert app.warning[0].value.startswith("You are not logged in")


def test_each_reader_has_a_folder_of_her_own(
    asked_for: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(store.WORKSPACES, "/workspaces")
    people = [("https://a.example", "1"), ("https://a.example", "2"), ("https://b.example", "1")]
    folders = [
        said(reader(monkeypatch, is_logged_in=True, iss=issuer, sub=subject))[0]
        for issuer, subject in people
    ]
    assert len(set(folders)) == 3
    assert {Path(each).parent for each in folders} == {Path("/workspaces")}
    again = said(reader(monkeypatch, is_logged_in=True, iss=people[0][0], sub=people[0][1]))
    assert again == folders[:1]


def test_outside_a_page_no_workspace_is_found(
    asked_for: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(store.WORKSPACES, str(tmp_path))
    (tmp_path / "own_lazio.duckdb").touch()
    mine = tmp_path / login.folder_of("https://a.example", "1")
    mine.mkdir()
    (mine / "own_tyrol.duckdb").touch()
    assert store.kinds() == [store.PUBLISHED, store.DEMONSTRATION]
